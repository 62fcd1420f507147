"""The samples of docs/drift.md are what the command prints, and the page names every option, role, kind and column."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cli.main import main
from cli.main import parser as command_line
from engine.drift.baseline import HEADER
from engine.drift.citing import CITER_KINDS, HOWS
from engine.drift.model import ASIDES, KINDS, ROLES
from engine.drift.words import HOW_WORDS
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS, ROOT

PAGE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"```\n\$ forsvarlig (.*?)\n(.*?)```", PAGE, re.DOTALL)


def test_the_samples_are_what_is_printed(
    built: RuleBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "rulebase"
    shutil.copytree(built.folder, folder)
    monkeypatch.chdir(EDITIONS)
    assert len(SAMPLES) == 3
    for command, expected in SAMPLES:
        main(["--rulebase", str(folder), "--lang", "en", *shlex.split(command)])
        printed = capsys.readouterr()
        assert printed.out + printed.err == expected, command


def test_every_option_is_on_the_page() -> None:
    law = command_line()._subparsers._group_actions[0].choices["law"]  # type: ignore[union-attr, index]
    drift = law._subparsers._group_actions[0].choices["drift"]
    options = [option for action in drift._actions for option in action.option_strings if option.startswith("--")]
    assert [option for option in options if option not in ("--help", "--lang", "--output") and option not in PAGE] == []


@pytest.mark.parametrize("names", [ROLES, KINDS, HOWS, CITER_KINDS, ASIDES, HEADER])
def test_every_name_is_on_the_page(names: tuple[str, ...]) -> None:
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_every_way_of_citing_is_explained() -> None:
    table = PAGE.partition("## What is marked")[2]
    for words in HOW_WORDS.values():
        said = words.en.replace("{places}", "").replace("cites , ", "").strip(", ")
        assert f"| {said} |" in table, said
