"""Quick fixes: what a hint suggests mends the mistake; and what is underlined."""

from pathlib import Path

import pytest

from engine.editor import knowledge
from engine.editor.diagnostics import span_of
from engine.editor.fixes import fixes
from engine.editor.reading import Reading, read
from engine.editor.spans import apply
from engine.editor.workspace import Workspace
from engine.errors import Problem
from tests.language.tiny import vocabulary as tiny

ROOT = Path(__file__).parents[2]
MISTAKES = sorted((ROOT / "tests" / "language" / "mistakes").glob("*.regel"))
PATH = "rules/no/utforelse/3A-5.regel"
OPEN_ENDED = {  # what is right only the writer knows, or it takes more than one line
    "ambiguous-concept", "ambiguous-phrase", "bad-count", "bad-date", "bad-id", "bound-twice", "duplicate-id", "empty-block", "empty-section",
    "foreign-id", "keyword-alone", "layout", "malformed-line", "malformed-sentence", "missing-header", "missing-ground", "negative-cycle",
    "never-concluded", "not-comparable", "outside-part", "repeated-header", "reversed-interval", "stray-clause", "stray-condition", "then-input",
    "then-one", "too-deep", "unbound-variable", "unfinished-line", "unfinished-sentence", "wrong-object", "wrong-section", "wrong-subject",
}


@pytest.fixture(scope="module")
def terms() -> knowledge.Knowledge:
    base = Path(__file__).parent / "base"
    law = knowledge.load(base)[0].law  # type: ignore[union-attr]
    return knowledge.know(tiny(), law)


def reading(text: str, terms: knowledge.Knowledge) -> Reading:
    return read(PATH, text, terms)


def whole(text: str, terms: knowledge.Knowledge) -> list[Problem]:
    workspace = Workspace(Path("nowhere"))
    workspace.learn(terms, [])
    workspace.open(PATH, text)
    return workspace.problems()[PATH]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_the_first_fix_mends_the_mistake(mistake: Path, terms: knowledge.Knowledge) -> None:
    text = mistake.read_text("utf-8")
    found = reading(text, terms)
    for problem in found.problems:
        ways = fixes(found, problem)
        if problem.code in OPEN_ENDED or problem.hint is None:
            assert ways == []
            continue
        for way in ways[:1]:
            mended = apply(text, [way.edit])
            left = [(each.code, each.line) for each in reading(mended, terms).problems]
            shift = mended.count("\n") - text.count("\n")
            assert (problem.code, problem.line + shift) not in left or (problem.code, problem.line) not in left, (way, left)


def test_every_mistake_with_a_suggestion_can_be_mended(terms: knowledge.Knowledge) -> None:
    mended, without = set(), set()
    for mistake in MISTAKES:
        found = reading(mistake.read_text("utf-8"), terms)
        for problem in found.problems:
            (mended if fixes(found, problem) else without).add(problem.code)
    assert without - mended - OPEN_ENDED == {"unknown-provision"}, "the law base of this test has nothing like what is written"
    assert len(mended) >= 16


RULE = """språk nb

regel no.utforelse.3A-5.a
  for hver enhet U
  når
{when}
  så
    U er utsatt
"""


@pytest.mark.parametrize(("written", "titles", "line"), [
    ("    U innebærer risiko for «vold og trussel»  # 🙂", ["vold og trusler"], "    U innebærer risiko for «vold og trusler»  # 🙂"),
    ("    U innebær risiko for «vold og trusler»", ["U innebærer risiko for «vold og trusler»", "U er holdt for «vold og trusler»"],
     "    U innebærer risiko for «vold og trusler»"),
    ("    det finnes et øvelse Ø", ["en øvelse", "ingen øvelse"], "    det finnes en øvelse Ø"),
    ("    dett finnes en øvelse Ø", ["det finnes"], "    det finnes en øvelse Ø"),
    ("    there is en øvelse Ø", ["det finnes"], "    det finnes en øvelse Ø"),
    ("    det finnes en øvelse Ø\n      som er holdt fo U", ["er holdt for U"], "      som er holdt for U"),
    ("    det finnes en øvelse Ø\n      og ikke: er holdt fo U", ["er holdt for U"], "      og ikke: er holdt for U"),
    ("    det finnes en øvelse Ø\n      som was held for U", ["er holdt for U"], "      som er holdt for U"),
    ("    U innebærer risiko for \"tidspress\"", ["tidspress"], "    U innebærer risiko for «tidspress»"),
    ("    U innebærer risiko for «tidspress", [], "    U innebærer risiko for «tidspress»"),
])
def test_what_is_suggested_is_put_in_its_place_and_the_rest_stays(written: str, titles: list[str], line: str, terms: knowledge.Knowledge) -> None:
    text = RULE.format(when=written)
    found = reading(text, terms)
    problem = next(each for each in found.problems if fixes(found, each))
    ways = fixes(found, problem)
    assert [way.title.nb.removeprefix("Endre til «").removesuffix("»") for way in ways][: len(titles)] == titles or not titles
    after = apply(text, [ways[0].edit])
    assert line in after.split("\n")
    assert [each.code for each in whole(after, terms)] == []


@pytest.mark.parametrize(("text", "after"), [
    ("regel no.utforelse.3A-5.a\n", "språk nb\n\nregel no.utforelse.3A-5.a\n"),
    ("språk nn\n", "språk nb\n"),
    ("language nb\n", "språk nb\n"),
    ("språk nb\npilkt no.utforelse.3A-5.a\n", "språk nb\nplikt no.utforelse.3A-5.a\n"),
])
def test_the_head_of_a_file_is_mended(text: str, after: str, terms: knowledge.Knowledge) -> None:
    found = reading(text, terms)
    assert apply(text, [fixes(found, found.problems[0])[0].edit]) == after


def test_a_block_is_closed_where_its_lines_end_and_an_end_too_many_is_deleted(terms: knowledge.Knowledge) -> None:
    text = RULE.format(when="    minst 1 av\n      U innebærer risiko for «tidspress»\n")
    found = reading(text, terms)
    way, = fixes(found, found.problems[0])
    assert way.title.en == "Insert the line “slutt”"
    assert apply(text, [way.edit]) == RULE.format(when="    minst 1 av\n      U innebærer risiko for «tidspress»\n    slutt\n")
    text = RULE.format(when="    U innebærer risiko for «tidspress»\n    slutt")
    found = reading(text, terms)
    way, = fixes(found, found.problems[0])
    assert apply(text, [way.edit]) == RULE.format(when="    U innebærer risiko for «tidspress»")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_what_is_underlined_is_within_the_line_and_not_nothing(mistake: Path, terms: knowledge.Knowledge) -> None:
    text = mistake.read_text("utf-8")
    lines = text.split("\n")
    for problem in whole(text, terms):
        span = span_of(problem, text)
        line = lines[span.line - 1]
        assert span.line == span.end_line == problem.line
        assert 1 <= span.column < span.end_column <= len(line) + 1 or not line.strip()
        assert "#" not in line[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(("written", "underlined"), [
    ("    U innebærer risiko for «vold og trussel»  # 🙂", "«vold og trussel»"),
    ("    U innebær risiko for «vold og trusler»  # 🙂 «hm»", "U innebær risiko for «vold og trusler»"),
    ("    det finnes et øvelse Ø", "et"),
    ("    X er utsatt", "X"),
    ("    U er", "U er"),
])
def test_the_words_in_question_are_underlined(written: str, underlined: str, terms: knowledge.Knowledge) -> None:
    text = RULE.format(when=written)
    problem = reading(text, terms).problems[0]
    span = span_of(problem, text)
    assert text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == underlined
