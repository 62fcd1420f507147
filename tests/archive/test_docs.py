"""What docs/archives.md shows is what happens, and the numbers in it are those of the program."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from engine import __version__
from engine.archive import manifest, members
from engine.proof.difference import ENGINE, ONLY, REWORDED
from tests.archive.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def samples() -> list[tuple[str, list[str]]]:
    """Give each command of the page with the lines it should print."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ forsvarlig "):
            found.append((line.removeprefix("$ forsvarlig "), []))
        else:
            found[-1][1].append(line)
    return found


def matches(shown: list[str], printed: list[str]) -> bool:
    """Say whether the lines are those shown; … stands for the rest of a line, or alone for the rest of the lines."""
    for number, line in enumerate(shown):
        if line == "…":
            return True
        pattern = ".*".join(map(re.escape, line.split("…")))
        if number >= len(printed) or not re.fullmatch(pattern, printed[number]):
            return False
    return len(shown) == len(printed)


def test_every_sample_prints_what_the_page_shows(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "examples" / "small.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert len(samples()) >= 6
    for command, shown in samples():
        code, out, err = run(*shlex.split(command))
        assert code in (0, 1, 2)
        assert matches(shown, (out + err).splitlines()), f"{command}:\n{out}{err}"


def test_the_matcher_can_fail() -> None:
    assert matches(["a … c", "…"], ["a b c", "d", "e"])
    assert not matches(["a"], ["a", "b"])
    assert not matches(["a", "b"], ["a"])
    assert not matches(["a … c"], ["a b d"])


def test_the_manifest_has_the_fields_that_are_shown() -> None:
    (shown,) = (json.loads(block) for block in blocks("json"))
    written = json.loads(manifest.Manifest("rulebase/1", "sha256:…", __version__, shown["law_read"]).data())
    assert shown == written and f"`{manifest.FORMAT}`" in PAGE and f"`{manifest.NAME}`" in PAGE


def test_the_limits_are_those_of_the_program() -> None:
    table = dict(re.findall(r"^\| ([a-z][^|]*?) \| (\d+)[^|]* \|$", PAGE, re.MULTILINE))
    assert table == {
        "the archive": str(members.LARGEST_ARCHIVE // members.MEGABYTE),
        "files in it": str(members.MOST_MEMBERS),
        "one file, unpacked": str(members.LARGEST_MEMBER // members.MEGABYTE),
        "all files together, unpacked": str(members.LARGEST_CONTENT // members.MEGABYTE),
        "growth of a file when unpacked": str(members.MOST_GROWTH),
    }
    for suffix in members.TYPES:
        assert f"`{suffix}`" in PAGE


def test_what_diff_says_of_another_engine_is_what_is_shown() -> None:
    (shown,) = blocks("text")
    assert shown.splitlines() == [ENGINE.en.format(new="0.2.0", old="0.1.0"), REWORDED.en.format(count=4), ONLY.en]
