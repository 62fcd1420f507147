"""Conditions as sentences: each way of putting them together, in the three languages, from a tiny vocabulary."""

from datetime import date

import pytest

from engine.book.lines import Line
from engine.book.prose import Prose
from engine.language import syntax as s
from engine.language.read import read_rules
from engine.text import Language
from engine.vocabulary.model import Vocabulary
from tests.language.tiny import vocabulary

DAY = date(2026, 6, 30)
HEAD = "språk nb\n\nregel no.aml.4-3.forberedt\n  for hver enhet U\n  når\n"
TAIL = """
  så
    U er forberedt

regel no.aml.4-3.utsatt
  for hver enhet U
  når
    U innebærer risiko for «vold og trusler»
  så
    U er utsatt
"""


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary()


def rule_of(words: Vocabulary, conditions: str) -> s.Rule:
    indented = "\n".join(f"    {line}" for line in conditions.splitlines())
    rules, problems = read_rules({"rules/no/aml/4-3.regel": f"{HEAD}{indented}{TAIL}"}, words, None)
    assert not problems, [problem.render("en") for problem in problems]
    return rules.rules[0]


def prose(words: Vocabulary, rule: s.Rule, language: Language) -> Prose:
    return Prose(words, language, lambda kind, name: f"{kind}/{name}", DAY, rule)


def plain(lines: tuple[Line, ...], depth: int = 0) -> list[str]:
    found = []
    for line in lines:
        found += ["  " * depth + "".join(piece.text for piece in line.pieces), *plain(line.children, depth + 1)]
    return found


def told(words: Vocabulary, conditions: str, language: Language) -> list[str]:
    rule = rule_of(words, conditions)
    return plain(prose(words, rule, language).lines(rule.when))


TRAINED = "det finnes en opplæring O\n  som er gitt til U\n  og dekker «forebygging»"
SAMPLES: dict[str, tuple[str, dict[Language, list[str]]]] = {
    "sentence": ("U innebærer risiko for «vold og trusler»", {
        "nb": ["Enheten innebærer risiko for vold og trusler."],
        "da": ["Enheden indebærer risiko for vold og trusler."],
        "en": ["The unit entails a risk of violence and threats."],
    }),
    "not": ("ikke: U innebærer risiko for «vold og trusler»", {
        "nb": ["Enheten innebærer ikke risiko for vold og trusler."],
        "da": ["Enheden indebærer ikke risiko for vold og trusler."],
        "en": ["The unit does not entail a risk of violence and threats."],
    }),
    "there is": (TRAINED, {
        "nb": ["Det finnes en opplæring som er gitt til enheten og som dekker forebygging."],
        "da": ["Der findes en oplæring, som er givet til enheden, og som dækker forebyggelse."],
        "en": ["There is a course that was given to the unit and that covers prevention."],
    }),
    "there is no": (f"ikke: {TRAINED}", {
        "nb": ["Det finnes ingen opplæring som er gitt til enheten og som dekker forebygging."],
        "da": ["Der findes ingen oplæring, som er givet til enheden, og som dækker forebyggelse."],
        "en": ["There is no course that was given to the unit and that covers prevention."],
    }),
    "there are at least": ("det finnes minst 2 øvelser Ø\n  som er holdt for U", {
        "nb": ["Det finnes minst 2 øvelser som er holdt for enheten."],
        "da": ["Der findes mindst 2 øvelser, som er holdt for enheden."],
        "en": ["There are at least 2 drills, each of which was held for the unit."],
    }),
    "long": ("det finnes en øvelse Ø\n  som er holdt for U\n  og er datert D\n  og D er tidligst 2026-01-01\n  og D er høyst «nylig» før saksdatoen", {
        "nb": [
            "Det finnes en øvelse som", "  er holdt for enheten", "  er datert D", "  og D er tidligst 2026-01-01",
            "  og D er høyst nylig (3 år) før saksdatoen",
        ],
        "da": [
            "Der findes en øvelse, som", "  er holdt for enheden", "  er dateret D", "  og D er tidligst 2026-01-01",
            "  og D er højst for nylig (3 år) før sagsdatoen",
        ],
        "en": [
            "There is a drill that", "  was held for the unit", "  is dated D", "  and D is at the earliest 2026-01-01",
            "  and D is at most recently (3 years) before the case date",
        ],
    }),
    "none without": (
        "ikke: det finnes en hendelse H\n  som skjedde ved U\n  og ikke: det finnes en øvelse Ø\n    som er fra etter H\n  slutt", {
            "nb": ["For hver hendelse som skjedde ved enheten, gjelder dette: det finnes en øvelse som er fra etter hendelsen."],
            "da": ["For hver hændelse, som skete ved enheden, gælder følgende: der findes en øvelse, som er fra efter hændelsen."],
            "en": ["For each incident that happened at the unit, this holds: there is a drill that is from after the incident."],
        },
    ),
    "for all": ("for alle T i «tema for opplæring mot vold»\n  det finnes en opplæring O\n    som dekker T\nslutt", {
        "nb": [
            "For hvert punkt i «tema for opplæring mot vold» (forebygging; håndtering) gjelder dette: "
            "det finnes en opplæring som dekker punktet."
        ],
        "da": [
            "For hvert punkt i »emner for oplæring mod vold« (forebyggelse; håndtering) gælder følgende: "
            "der findes en oplæring, som dækker punktet."
        ],
        "en": [
            "For each item of “topics of training against violence” (prevention; handling), this holds: "
            "there is a course that covers the item."
        ],
    }),
    "if": (f"dersom ikke: U innebærer risiko for «tidspress»\n  {TRAINED.replace(chr(10), chr(10) + '  ')}\nslutt", {
        "nb": ["Hvis enheten ikke innebærer risiko for tidspress, gjelder dette: det finnes en opplæring som er gitt til enheten og som dekker forebygging."],
        "da": ["Hvis enheden ikke indebærer risiko for tidspres, gælder følgende: der findes en oplæring, som er givet til enheden, og som dækker forebyggelse."],
        "en": ["If the unit does not entail a risk of time pressure, this holds: there is a course that was given to the unit and that covers prevention."],
    }),
    "at least one of": (
        "minst 1 av\n  U innebærer risiko for «tidspress»\n  alle av\n    U er utsatt\n    ikke: U innebærer risiko for «vold og trusler»\n  slutt\nslutt", {
            "nb": [
                "Minst ett av dette gjelder:", "  enheten innebærer risiko for tidspress", "  alt dette gjelder:", "    enheten er utsatt",
                "    enheten innebærer ikke risiko for vold og trusler",
            ],
            "da": [
                "Mindst ét af følgende gælder:", "  enheden indebærer risiko for tidspres", "  alt dette gælder:", "    enheden er udsat",
                "    enheden indebærer ikke risiko for vold og trusler",
            ],
            "en": [
                "At least one of these holds:", "  the unit entails a risk of time pressure", "  all of this holds:", "    the unit is exposed",
                "    the unit does not entail a risk of violence and threats",
            ],
        },
    ),
    "number": ("U har N ansatte\nN er mindre enn «liten virksomhet»", {
        "nb": ["Enheten har N ansatte.", "N er mindre enn liten virksomhet (10)."],
        "da": ["Enheden har N ansatte.", "N er mindre end lille virksomhed (10)."],
        "en": ["The unit has N employees.", "N is less than small undertaking (10)."],
    }),
}


@pytest.mark.parametrize("language", ["nb", "da", "en"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_condition_reads_as_a_sentence(sample: str, language: Language, words: Vocabulary) -> None:
    conditions, wanted = SAMPLES[sample]
    assert told(words, conditions, language) == wanted[language]


def test_two_things_of_a_kind_have_letters(words: Vocabulary) -> None:
    conditions = "det finnes en øvelse Ø\n  som er holdt for U\n  og ikke: det finnes en øvelse P\n    som er holdt for U\n    og er fra etter H\n  slutt"
    found = told(words, f"det finnes en hendelse H\n  som skjedde ved U\n  og {conditions.replace(chr(10), chr(10) + '  ')}\n  slutt", "nb")
    assert "  og det finnes en øvelse Ø som" in found
    assert any("ingen øvelse P som er holdt for enheten og som er fra etter hendelsen" in line for line in found)


def test_what_is_not_so_of_several_is_said_of_them_together(words: Vocabulary) -> None:
    def negated(conditions: str) -> list[str]:
        rule = rule_of(words, conditions)
        writer = prose(words, rule, "en")
        return plain((writer.line(rule.when[0], {}, negated=True),))

    both = "\n  U er utsatt\n  U innebærer risiko for «tidspress»\nslutt"
    assert negated(f"minst 1 av{both}")[0] == "none of these holds:"
    assert negated(f"minst 2 av{both}")[0] == "fewer than 2 of these hold:"
    assert negated(f"alle av{both}")[0] == "not all of this holds:"
    assert negated(f"dersom U er utsatt\n  {TRAINED.replace(chr(10), chr(10) + '  ')}\nslutt")[0].startswith("this does not hold: if the unit")
    for_all = "for alle T i «tema for opplæring mot vold»\n  det finnes en opplæring O\n    som dekker T\nslutt"
    assert negated(for_all) == [
        "for at least one item of “topics of training against violence” (prevention; handling), this holds: there is no course that covers the item"
    ]


def test_what_the_book_tells_more_of_has_an_address(words: Vocabulary) -> None:
    rule = rule_of(words, "U er utsatt\nU innebærer risiko for «tidspress»\nU har N ansatte\nN er mindre enn «liten virksomhet»")
    pieces = [piece for line in prose(words, rule, "nb").lines(rule.when) for piece in line.pieces]
    addresses = {piece.href: piece.text for piece in pieces if piece.href}
    assert addresses == {
        "property/exposed": "er utsatt", "concept/time_pressure": "tidspress", "parameter/small": "liten virksomhet",
    }
    assert [piece.text for piece in pieces if piece.letter] == ["N", "N"]


def test_what_is_no_condition_is_refused(words: Vocabulary) -> None:
    rule = rule_of(words, TRAINED)
    with pytest.raises(TypeError):
        prose(words, rule, "nb").line(None, {})  # type: ignore[arg-type]
