"""The command as a user runs it, and what its page in docs says of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from tests.proof.pages import Element

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs/book.md").read_text(encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_rule_base_gives_the_same_bytes_whatever_the_hash_seed(shelf: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cli.main", "--rulebase", str(ROOT), "book", "-o", str(tmp_path / "book")]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"}, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "" and str(tmp_path / "book" / "index.html") in done.stderr
    again, first = contents(tmp_path / "book"), contents(shelf)
    assert again.keys() == first.keys()
    assert [name for name in first if again[name] != first[name]] == []


def test_one_language_alone_has_no_switch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "-o", str(tmp_path / "book"), "--lang", "da"]) == 0
    found = contents(tmp_path / "book")
    assert {name.split("/")[0] for name in found if "/" in name} == {"da"}
    assert b'class="languages"' not in found["da/index.html"] and b'href="da/index.html"' in found["index.html"]
    assert capsys.readouterr().err.startswith("Skrev ")


def test_a_folder_with_something_else_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").write_text("mine")
    assert main(["--lang", "en", "book", "-o", str(tmp_path)]) == 2
    assert "not an earlier book" in capsys.readouterr().err
    assert contents(tmp_path) == {"mine": b"mine"}


def test_the_docs_name_every_page(pages: dict[str, Element]) -> None:
    named = set(re.findall(r"`([a-z-]+\.html|[a-z]+-….html)`", DOCS))
    kinds = {re.sub(r"-.*", "-….html", name.removeprefix("en/")) for name in pages if name.startswith("en/")}
    assert named - {"definitions-….html"} == kinds - {"definitions-….html"}
    assert "forsvarlig book -o book" in DOCS
