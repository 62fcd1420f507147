"""Whatever is typed, the reader answers with problems and never raises."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.read import read_rules
from engine.language.together import hints
from tests.language.tiny import vocabulary

VOCABULARY = vocabulary()
LINES = [
    line
    for name in ("nb", "da", "en")
    for line in (Path(__file__).parent / "examples" / f"{name}.regel").read_text("utf-8").split("\n")
]
WORDS = sorted(
    {word for line in LINES for word in line.split()} | {"«", "»", "#", '"', "ikke:", "og", "\t", "{x}", "999999999999"}
)
PATH = "rules/no/utforelse/3A-5.regel"


def read(text: str) -> None:
    rules, problems = read_rules({PATH: text}, VOCABULARY, frozenset({"no/utforelse/3A-5"}))
    for problem in problems:
        assert 0 <= problem.line <= text.count("\n") + text.count("\r") + 1
        assert all(problem.render(language) for language in ("nb", "da", "en"))
    hints(rules, VOCABULARY, {PATH: text})


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    read(text)
    read("språk nb\nplikt no.utforelse.3A-5.1\n når\n " + text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order(lines: list[str]) -> None:
    read("\n".join(["språk nb", *lines]))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=12))
def test_words_in_any_order(lines: list[str]) -> None:
    read("\n".join(["sprog da", "pligt no.utforelse.3A-5.1", *lines]))
