"""docs/instruments.md: its commands print what it says, and its case and report are those of the program."""

import re
import shlex
from collections.abc import Callable

import pytest

from cli.main import main
from engine.assessment import Assessment
from engine.proof.text import text
from engine.text import LANGUAGES

from .conftest import IDS, ROOT, rulebase

PAGE = (ROOT / "docs" / "instruments.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```console\n\$ forsvarlig (.*?)\n(.*?)```", PAGE, re.DOTALL)
CASE = "\n" + re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
REPORT = re.findall(r"```report\n(.*?)```", PAGE, re.DOTALL)[0]


@pytest.mark.parametrize(("command", "printed"), COMMANDS)
def test_a_command_prints_what_the_page_says(command: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rulebase", str(ROOT), *shlex.split(command)]) == 0
    assert capsys.readouterr().out == printed


def test_the_case_gives_the_report_of_the_page(surveyed: Callable[..., Assessment]) -> None:
    found = text(surveyed(CASE, ("    employees: 6", "    employees: 20")), "en")
    assert REPORT in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", IDS)
def test_an_instrument_is_shown_whole_in_every_language(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--rulebase", str(ROOT), "instruments", name, "--lang", language]) == 0
    said = " ".join(capsys.readouterr().out.split())
    each, vocabulary = rulebase().vocabulary.instruments[name], rulebase().vocabulary
    for item in each.items:
        assert item.wording.in_(language) in said and f"({item.id})" in said  # type: ignore[arg-type]
    for factor in vocabulary.collections["factors"].members:
        assert vocabulary.concepts[factor].label.in_(language) in said  # type: ignore[arg-type]
    assert " ".join(each.caution.in_(language).split()) in said  # type: ignore[arg-type]
    assert all(source in said for source in each.source)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mood"], "psychological-safety, support-four-forms, scale-1-10, pulse-1-5"),
        (["score"], "psychological-safety"),
        (["pulse-1-5", "3"], "pulse-1-5"),
        (["score", "pulse-1-5", "9", "3"], "whole numbers from 1 to 5"),
    ],
)
def test_a_wrong_question_ends_2_and_says_what_there_is(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--rulebase", str(ROOT), "instruments", *words, "--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and said in printed.err


@pytest.mark.parametrize(("answer", "total"), [("agree", 34), ("uenig", 29), ("nøytral", 28)])
def test_the_test_vectors_at_the_command_line(answer: str, total: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--rulebase", str(ROOT), "instruments", "score", "psychological-safety", *[answer] * 7, "--lang", "en"]) == 0
    )
    assert f"the sum: {total} of 70; the form's neutral point is 28\n" in capsys.readouterr().out
