"""The guide "Change a rule in ten minutes": every step is performed on a copy of the rule base, in the order of the page."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "change-a-rule.md"
SHORTENED = "…"


def steps() -> Iterator[tuple[str, str, str]]:
    """Give each block of the page: its kind, what it is about, and what stands in it."""
    text = PAGE.read_text(encoding="utf-8")
    yield from re.findall(r"^```(console|edit)[ ]?(\S*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def in_order(wanted: list[str], printed: list[str]) -> bool:
    """Say whether the lines were printed in this order; one may go on after what the page shows of it."""
    rest = iter(printed)
    return all(any(other.startswith(line) for other in rest) for line in wanted)


@pytest.mark.slow
def test_every_step_does_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("kb", "rules", "ontology", "examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    performed = {"console": 0, "edit": 0}
    for kind, about, body in steps():
        if kind == "edit":
            old, _, new = body.partition("=====\n")
            file = tmp_path / about
            text = file.read_text(encoding="utf-8")
            assert old.rstrip("\n") in text, about
            file.write_text(text.replace(old.rstrip("\n"), new.rstrip("\n"), 1), encoding="utf-8")
            performed[kind] += 1
            continue
        for command in re.split(r"^\$ forsvarlig ", body, flags=re.MULTILINE)[1:]:
            line, _, shown = command.partition("\n")
            code = main(["--rulebase", str(tmp_path), *line.split()])
            assert code == ("it ends 1" in body or any(word in shown for word in (" should be  ", "did not come out", "What the changed"))), line
            printed = capsys.readouterr().out.splitlines()
            wanted = [each for each in shown.splitlines() if each and each != SHORTENED]
            assert in_order(wanted, printed), "\n".join([line, *printed])
            performed[kind] += 1
    assert performed == {"console": 10, "edit": 4}

