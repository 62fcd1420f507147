"""A small invented rule base in a folder of its own, and the editor's view of it."""

import shutil
from pathlib import Path

import pytest

from engine.editor import knowledge
from engine.editor.workspace import Workspace

BASE = Path(__file__).parent / "base"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the rule base, which a test may change."""
    folder = tmp_path / "base"
    shutil.copytree(BASE, folder)
    return folder.resolve()


@pytest.fixture
def workspace(base: Path) -> Workspace:
    """The rule base as the editor sees it, with its vocabulary."""
    found = Workspace(base)
    found.learn(*knowledge.load(base))
    assert found.term_problems == []
    assert [problem for problems in found.problems().values() for problem in problems] == []
    return found
