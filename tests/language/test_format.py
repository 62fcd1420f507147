"""The formatter on invented rules: pairs of files, comments, refusals, translation, and any text at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.language.format import CODE, Formatter
from engine.language.meaning import meaning
from engine.language.read import read_rules
from engine.language.syntax import RuleSet
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.load import load
from engine.vocabulary.model import Vocabulary
from tests.language.same import meaning as same_meaning
from tests.language.tiny import vocabulary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATH = "rules/no/utforelse/3A-5.regel"
VOCABULARY = vocabulary()
FORMATTER = Formatter(VOCABULARY)
PAIRS = sorted((HERE / "formatted").glob("*.regel"))
EXAMPLES = {language: (HERE / "examples" / f"{language}.regel").read_text("utf-8") for language in LANGUAGES}
RULE = """språk nb

regel no.utforelse.3A-5.a
  for hver enhet U
  når
    {condition}
  så
    U er forberedt
"""


def given_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # line ends are part of what is tested


def read(text: str, known: Vocabulary = VOCABULARY) -> RuleSet:
    rules, problems = read_rules({PATH: text}, known)
    assert [each.render("en") for each in problems if each.code not in ("tab", "never-concluded")] == []
    return rules


def refused(text: str, language: Language | None = None, known: Vocabulary = VOCABULARY) -> list[tuple[int, int, str]]:
    formatter = Formatter(known)
    with pytest.raises(BadInputError) as raised:
        formatter.translated(PATH, text, language) if language else formatter.canonical(PATH, text)
    assert all(problem.render(each) for problem in raised.value.problems for each in LANGUAGES)
    return [(problem.line, problem.column, problem.code) for problem in raised.value.problems]


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_pair(path: Path) -> None:
    text, expected = given_text(path), given_text(path.with_suffix(".formatted"))
    assert FORMATTER.canonical(PATH, text) == expected
    assert FORMATTER.canonical(PATH, expected) == expected
    assert same_meaning(parts(read(text))) == same_meaning(parts(read(expected)))


def test_pairs_hold_what_is_hard_to_see() -> None:
    texts = {path.stem: path.read_bytes() for path in PAIRS}
    assert len(texts) >= 12
    assert b"\r\n" in texts["crlf"] and b"\t" in texts["tabs"] and b" \n" in texts["spaces"]
    assert texts["mark_and_cr"].startswith(b"\xef\xbb\xbf") and b"\n" not in texts["mark_and_cr"]
    assert not texts["no_final_newline"].endswith(b"\n")
    assert all(path.with_suffix(".formatted").exists() for path in PAIRS)


def parts(rules: RuleSet) -> tuple[object, ...]:
    return (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)


# comments


INSERTED = ("# én", "#to", "# «tre", "#", "# det finnes en øvelse Ø")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_comment_is_lost_whatever_the_layout(data: st.DataObject) -> None:
    """Comments put anywhere, other steps of indentation and blank lines change neither the rest of the text nor the comments."""
    language = data.draw(st.sampled_from(LANGUAGES))
    plain = re.sub(r"(?m)^ *#.*\n", "", EXAMPLES[language])
    step = data.draw(st.integers(1, 5))
    expected, lines = [], []
    for line in plain.split("\n"):
        indent = len(line) - len(line.lstrip())
        for _ in range(data.draw(st.integers(0, 2)) if data.draw(st.booleans()) else 0):
            comment = data.draw(st.sampled_from(INSERTED))
            lines.append(" " * data.draw(st.integers(0, 20)) + comment)
            expected.append(comment)
        trailing = data.draw(st.sampled_from(("", "", "", *INSERTED))) if line else ""
        lines.append(" " * (indent * step) + line.strip() + ("  " + trailing if trailing else ""))
        expected += [trailing] if trailing else []
        lines += [""] * data.draw(st.integers(0, 2))
    written = FORMATTER.canonical(PATH, "\n".join(lines))
    assert re.findall(r"(?m)(?<!\S)#.*$", written) == expected
    assert FORMATTER.canonical(PATH, written) == written
    bare = [re.sub(r"(^|\s+)#.*$", "", line) for line in written.split("\n")]
    wanted = FORMATTER.canonical(PATH, plain).split("\n")
    assert [line for line in bare if line.strip()] == [line for line in wanted if line]


def test_a_comment_is_copied_as_it_stands() -> None:
    text = RULE.format(condition="U er utsatt  # §\u00a04-3\u2028og «mer…")
    assert FORMATTER.canonical(PATH, text) == text


# what isn't written


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("U er uttsatt", (6, 5, "unknown-phrase")),
        ("  minst 1 av\n      U er utsatt\n    slutt", (8, 5, "layout")),
        ("det finnes en øvelse Ø\n    som er holdt for U", (7, 5, "layout")),
        ("det finnes en øvelse U", (6, 26, "bound-twice")),
        ("U er utsatt\n\t  minst 1 av\n\tU er utsatt\n    slutt", (8, 3, "layout")),
    ],
)
def test_a_file_with_a_mistake_is_not_written(condition: str, place: tuple[int, int, str]) -> None:
    assert place in refused(RULE.format(condition=condition))


def test_every_mistake_is_told_at_once() -> None:
    condition = "U er uttsatt\n    V er utsatt"
    assert [code for *_, code in refused(RULE.format(condition=condition))] == ["unknown-phrase", "unbound-variable"]


def test_where_a_file_lies_is_no_matter() -> None:
    assert FORMATTER.canonical("elsewhere.regel", EXAMPLES["nb"]) == FORMATTER.canonical(PATH, EXAMPLES["nb"])


@given(st.text(max_size=200))
def test_any_text_is_written_or_refused(text: str) -> None:
    for whole in (text, "språk nb\nregel no.utforelse.3A-5.a\n  for hver enhet U\n" + text):
        try:
            written = FORMATTER.canonical(PATH, whole)
        except BadInputError as error:
            assert error.problems
        else:
            assert FORMATTER.canonical(PATH, written) == written


# translation


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("target", LANGUAGES)
def test_translation_is_what_was_written_by_hand(source: Language, target: Language) -> None:
    by_hand = without_comments(FORMATTER.canonical(PATH, EXAMPLES[target]))
    written = FORMATTER.translated(PATH, EXAMPLES[source], target)
    assert without_comments(written) == by_hand
    assert FORMATTER.canonical(PATH, written) == written


def without_comments(text: str) -> str:
    return re.sub(r"(?m)^ *#.*\n", "", text)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_and_back(path: Path, language: Language) -> None:
    canonical = given_text(path.with_suffix(".formatted"))
    own: Language = next(each for each in LANGUAGES if re.search(rf"(?m)^(språk|sprog|language) {each}\b", canonical))
    there = FORMATTER.translated(PATH, given_text(path), language)
    assert re.search(rf"(?m)^(språk|sprog|language) {language}\b", there)
    assert FORMATTER.translated(PATH, there, own) == canonical
    assert meaning(parts(read(there))) == meaning(parts(read(canonical)))
    assert re.findall(r"(?m)(?<!\S)#.*$", there) == re.findall(r"(?m)(?<!\S)#.*$", canonical)


def test_names_that_are_one_in_the_other_language_are_named() -> None:
    known = vocabulary()
    same = known.concepts["violence"].label._replace(en="time pressure")
    known.concepts["violence"] = replace(known.concepts["violence"], label=same)
    text = "# først\n" + RULE.format(condition="U er utsatt\n    U innebærer risiko for «vold og trusler»")
    assert refused(text, "en", known) == [(8, 5, CODE)]
    assert "“U entails a risk of «time pressure»”" in told(text, "en", known)
    assert read(Formatter(known).translated(PATH, text, "da"), known)


def test_sentences_that_are_one_in_the_other_language_are_named() -> None:
    known = vocabulary()
    exposed, prepared = known.properties["exposed"], known.properties["prepared"]
    assert exposed.phrase and prepared.phrase
    known.properties["exposed"] = replace(exposed, phrase=exposed.phrase._replace(da=prepared.phrase.da))
    text = RULE.format(condition="U innebærer risiko for «tidspress»\n    U er utsatt")
    assert (7, 5, CODE) in refused(text, "da", known)
    assert "«U er forberedt»" in told(text, "da", known)


def test_nouns_that_are_one_in_the_other_language_are_named() -> None:
    """Nothing is wrong with what is read back here: it only means something else."""
    known = vocabulary()
    drill, training = known.classes["Drill"], known.classes["Training"]
    noun = replace(drill.noun, indefinite=drill.noun.indefinite._replace(en=training.noun.indefinite.en))
    known.classes["Drill"] = replace(drill, noun=noun)
    text = RULE.format(condition="det finnes en øvelse Ø\n      som er datert D\n    U er utsatt")
    assert refused(text, "en", known) == [(6, 5, CODE)]
    assert "There it means something else." in told(text, "en", known)


def told(text: str, language: Language, known: Vocabulary) -> str:
    with pytest.raises(BadInputError) as raised:
        Formatter(known).translated(PATH, text, language)
    return "\n".join(problem.render(language) for problem in raised.value.problems)


def test_what_has_no_name_in_the_other_language_is_named() -> None:
    known = vocabulary()
    label: Text = known.concepts["violence"].label._replace(en="")
    known.concepts["violence"] = replace(known.concepts["violence"], label=label)
    assert refused(RULE.format(condition="U innebærer risiko for «vold og trusler»"), "en", known) == [(6, 5, CODE)]


# the page


def samples() -> Iterator[str]:
    page = (ROOT / "docs" / "rule-language.md").read_text("utf-8")
    yield from re.findall(r"```regel\n(.*?)```", page.split("## One form")[1], re.DOTALL)


def test_the_sample_on_the_page() -> None:
    before, after = samples()
    assert Formatter(load(ROOT / "ontology")).canonical(PATH, before) == after
