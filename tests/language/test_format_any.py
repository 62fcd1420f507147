"""Whatever conditions are put together, the formatter keeps what they mean, in every language, and writes one form of it."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.format import Formatter
from engine.language.read import read_rules
from tests.language.same import meaning
from tests.language.tiny import vocabulary

VOCABULARY = vocabulary()
FORMATTER = Formatter(VOCABULARY)
PATH = "rules/no/utforelse/3A-5.regel"
HEAD = """språk nb
merknad no.utforelse.3A-5.m
  hjemmel no/utforelse/3A-5
  for hver enhet U
  for hver hendelse H
    og er datert D
    og U har N ansatte
  når
"""
TAIL = "  styrke lov\n  melding «bare individuelle tiltak»\n"
SENTENCES = [
    "U er utsatt", "U er ikke utsatt", "U ikke er utsatt", "U innebærer risiko for «tidspress»",
    "U ikke innebærer risiko for «vold og trusler»", "H skjedde ikke ved U", "U har N ansatte", "U har ikke N ansatte",
    "N er minst 5", "N er mindre enn «liten virksomhet»", "D er senest saksdatoen", "D er høyst 1 år før 2026-01-01",
]  # fmt: skip
ABOUT = [
    "er gitt til U", "ikke er gitt til U", "dekker «forebygging»", "ikke dekker «håndtering»", "er datert D",
    "ikke er datert D", "er fra etter H", "ikke er fra etter H",
]  # fmt: skip
BLOCKS = ["minst 1 av", "alle av", "for alle {} i «tema for opplæring mot vold»", "dersom U er utsatt", "dersom ikke: U er utsatt"]
EXISTS = ["en opplæring {}", "ingen opplæring {}", "minst 1 opplæring {}", "minst 2 opplæringer {}"]


@dataclass
class Writer:
    """Draws conditions as lines; every variable gets a name of its own."""

    data: st.DataObject
    names: list[str] = field(default_factory=lambda: [f"{letter}{digit}" for letter in "ABCEFG" for digit in range(10)])

    def pick(self, options: list[str]) -> str:
        return self.data.draw(st.sampled_from(options))

    def name(self) -> str:
        return self.names.pop()

    def conditions(self, depth: int, indent: int) -> list[str]:
        count = self.data.draw(st.integers(1, 2))
        return [line for _ in range(count) for line in self.condition(depth, indent, self.pick(["", "", "ikke: ", "ikke: ikke: "]))]

    def condition(self, depth: int, indent: int, lead: str, ends: bool = False) -> list[str]:
        """Draw a sentence, an existence or a block; with ``ends`` an existence has an end of its own."""
        margin = " " * indent
        kind = self.pick(["sentence", "exists", "block"]) if depth and len(self.names) > 20 else "sentence"
        if kind == "sentence":
            return [margin + lead + self.pick(SENTENCES)]
        end = [margin + "slutt"]
        if kind == "block":
            opener = self.pick(BLOCKS)
            opener = opener.format(self.name()) if "{}" in opener else opener
            return [margin + lead + opener, *self.conditions(depth - 1, indent + 2), *end]
        name = self.name()
        first = f"{margin}{lead}det finnes {self.pick(EXISTS).format(name)}"
        count = self.data.draw(st.integers(0, 3))
        below = [line for number in range(count) for line in self.clause(depth - 1, indent + 2, name, number == 0)]
        return [first, *below, *(end if ends else [])]

    def clause(self, depth: int, indent: int, name: str, first: bool) -> list[str]:
        margin = " " * indent
        kind = self.pick(["som", "og", "ikke", "named", "date", "whole"])
        if kind == "som":
            return [f"{margin}{'som' if first else self.pick(['som', 'og som'])} {self.pick(ABOUT)}"]
        if kind == "og":
            return [f"{margin}og {self.pick(ABOUT)}"]
        if kind == "ikke":
            return [f"{margin}og ikke: {self.pick(ABOUT)}"]
        if kind == "named":
            return [f"{margin}{self.pick(['og', 'og ikke:'])} {name} {self.pick(ABOUT)}"]
        if kind == "date":
            return [f"{margin}{self.pick(['og', 'og ikke:'])} er datert {self.name()}"]
        return self.condition(depth, indent, self.pick(["og ", "og ikke: "]), ends=True)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_conditions(data: st.DataObject) -> None:
    text = HEAD + "\n".join(Writer(data).conditions(3, 4)) + "\n" + TAIL
    canonical = FORMATTER.canonical(PATH, text)
    assert FORMATTER.canonical(PATH, canonical) == canonical
    assert means(canonical) == means(text)
    for language in ("da", "en"):
        there = FORMATTER.translated(PATH, text, language)
        assert means(there) == means(text)
        assert FORMATTER.canonical(PATH, there) == there
        assert FORMATTER.translated(PATH, there, "nb") == canonical


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_two_ways_to_say_one_thing_have_one_form(data: st.DataObject) -> None:
    """Two texts with one meaning differ in nothing but the choices that are the writer's: a subject named or left out."""
    text = "\n".join(Writer(data).conditions(2, 4))
    other = text.replace("og ikke: er ", "og ikke er ").replace("og ikke: dekker", "og ikke dekker").replace("U er ikke", "U ikke er")
    other = other.replace("minst 1 opplæring", "en opplæring").replace("og som", "og")
    texts = [HEAD + each + "\n" + TAIL for each in (text, other)]
    _, problems = read_rules({PATH: texts[1]}, VOCABULARY)
    if all(problem.code == "never-concluded" for problem in problems):  # a date that is introduced needs its «ikke:»
        assert means(texts[1]) == means(texts[0])
        assert FORMATTER.canonical(PATH, texts[1]) == FORMATTER.canonical(PATH, texts[0])


def means(text: str) -> object:
    rules, problems = read_rules({PATH: text}, VOCABULARY)
    assert [each.render("en") for each in problems if each.code != "never-concluded"] == []
    return meaning(rules.remarks)
