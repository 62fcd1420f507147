"""The samples of docs/whatif.md are what the commands print; the page names every option."""

import re
import shlex

import pytest

from cli.main import main
from cli.main import parser as command_line
from tests.whatif.conftest import ROOT

PAGE = (ROOT / "docs" / "whatif.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"<!-- sample -->\n```\n\$ forsvarlig (.*?)\n(.*?)```", PAGE, re.DOTALL)


def test_the_samples_are_what_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert len(SAMPLES) == 2
    for command, expected in SAMPLES:
        main(shlex.split(command))
        printed = capsys.readouterr().out
        parts = [part.strip("\n") for part in expected.split("…\n") if part.strip()]
        assert parts and all(part in printed for part in parts), command


def test_every_option_is_on_the_page() -> None:
    whatif = command_line()._subparsers._group_actions[0].choices["whatif"]  # type: ignore[union-attr, index]
    options = [option for action in whatif._actions for option in action.option_strings if option.startswith("--")]
    assert [option for option in options if option not in ("--help", "--lang", "--output", "--rules") and option not in PAGE] == []


def test_every_address_of_the_table_can_be_supposed() -> None:
    rows = re.findall(r"^\| (`.*?`) \| (.*?) \|", PAGE, re.MULTILINE)
    assert len(rows) == 8
    case = str(ROOT / "examples" / "small.yaml")
    values = {"`R1/dated`, `hjemme/employees`, `enterprise/employees.total`": ["2026-01-01", "7", "7"], "`H1/state`, `T2/risks`": ["confirmed", "RI1,+"]}
    for addresses, allowed in rows:
        for number, address in enumerate(re.findall("`(.*?)`", addresses)):
            given = values.get(addresses, re.findall("`(.*?)`", allowed))
            value = given[number] if addresses in values else given[0]
            asked = ["--unset", address] if "--unset" in allowed else ["--set", f"{address}={value}"]
            assert main(["whatif", case, *asked]) == 0, asked
