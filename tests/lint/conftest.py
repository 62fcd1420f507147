"""The small invented rule base, laid out in a folder of its own, with files laid over it."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from engine.errors import Problem
from engine.lint.run import lint

BASE = Path(__file__).parent / "base"
ROOT = Path(__file__).resolve().parents[2]
_MANY = re.compile(r"^# … and so on for (\d+) lines$", re.MULTILINE)

Linted = Callable[[Iterable[tuple[str, str]]], tuple[Problem, ...]]


@pytest.fixture(autouse=True)
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what these tests make out of the reader's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def linted(tmp_path: Path) -> Linted:
    """Give what lint finds in the invented rule base with some files added or put in the place of others."""

    def over(files: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
        folder = tmp_path / "base"
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(BASE, folder)
        for name, text in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(_MANY.sub(lambda found: "# \n" * int(found[1]), text), encoding="utf-8")
        return lint(folder).findings

    return over
