"""Every mistake a legal editor can make has an example file and the message that it gets, read as a lawyer would."""

from pathlib import Path

import pytest

from engine.language.advice import HINTS
from engine.language.keywords import language_of
from engine.language.messages import MESSAGES
from engine.language.read import read_rules
from engine.text import LANGUAGES
from tests.language.tiny import vocabulary

EXAMPLES = sorted((Path(__file__).parent / "mistakes").glob("*.regel"))
PATH = "rules/no/utforelse/3A-5.regel"
PROVISIONS = frozenset({"no/utforelse/3A-5", "no/utforelse/3A-5/1"})
ELSEWHERE = {"closed-world", "not-utf-8"}  # a hint, and a file that isn't text: tested in test_read.py


def rendered(text: str) -> str:
    _, problems = read_rules({PATH: text}, vocabulary(), PROVISIONS)
    return (
        "\n\n".join(f"{problem.render(language_of(text) or 'nb')}\n    [{problem.code}]" for problem in problems) + "\n"
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_message(example: Path) -> None:
    assert rendered(example.read_text("utf-8")) == example.with_suffix(".expected").read_text("utf-8")


def test_every_code_has_an_example() -> None:
    codes = {
        problem.code
        for example in EXAMPLES
        for problem in read_rules({PATH: example.read_text("utf-8")}, vocabulary(), PROVISIONS)[1]
    }
    assert codes == set(MESSAGES) - ELSEWHERE
    assert len(codes) >= 28


def test_every_message_is_said_in_every_language() -> None:
    assert all(
        text.in_(language).strip() for table in (MESSAGES, HINTS) for text in table.values() for language in LANGUAGES
    )
