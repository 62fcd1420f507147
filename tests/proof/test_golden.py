"""The examples as they print, in three languages: a change of wording shows as a change of these files.

``FORSVARLIG_UPDATE_GOLDEN=1 pytest tests/proof/test_golden.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest

from engine.assessment import assess
from engine.proof.text import text
from engine.rulebase import load
from engine.text import LANGUAGES, Language

from .conftest import ROOT

FOLDER = ROOT / "tests" / "golden"
UPDATE = "FORSVARLIG_UPDATE_GOLDEN"
EXAMPLES = ("small", "interview")
DETAILS = ("short", "full")


def _name(example: str, language: str, detail: str) -> str:
    return f"{example}.{language}.{'' if detail == 'short' else detail + '.'}txt"


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_prints_as_it_did(monkeypatch: pytest.MonkeyPatch, example: str, language: Language, detail: str) -> None:
    monkeypatch.chdir(ROOT)  # the text names the file as it was given
    found = assess(Path("examples") / f"{example}.yaml", load(ROOT))
    printed = text(found, language, detail)
    golden = FOLDER / _name(example, language, detail)
    if os.environ.get(UPDATE):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(printed, encoding="utf-8")
    assert printed == golden.read_text(encoding="utf-8"), (
        f"{golden.name} differs; if that is meant: {UPDATE}=1 pytest {Path(__file__).name}"
    )


def test_there_is_no_golden_file_too_many() -> None:
    wanted = {_name(example, language, detail) for example in EXAMPLES for language in LANGUAGES for detail in DETAILS}
    assert {path.name for path in FOLDER.iterdir()} == wanted
