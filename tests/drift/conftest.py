"""The rule base of the reading rooms, built and loaded once; and copies of its folder that a test may write in."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.drift.forms import FORMS
from engine.drift.html import read_html
from engine.drift.outline import Outline
from engine.drift.placing import Placing
from engine.drift.plain import read_plain
from engine.rulebase import RuleBase, load
from tests.drift.reading_rooms import build

Read = Callable[..., Placing]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    """The rule base; nobody may write in its folder."""
    return load(build(tmp_path_factory.mktemp("reading_rooms") / "rulebase"), use_cache=False)


@pytest.fixture
def rulebase(built: RuleBase, tmp_path: Path) -> RuleBase:
    """The rule base in a folder of the test's own."""
    folder = tmp_path / "rulebase"
    for part in ("kb", "rules"):
        shutil.copytree(built.folder / part, folder / part)
    return replace(built, folder=folder)


@pytest.fixture(scope="session")
def read() -> Read:
    """Place the blocks of a text, or of a page where ``html`` is said."""

    def placed(text: str, regime: str = "no", html: bool = False) -> Placing:
        placing = Placing(f"{regime}/x", Outline(FORMS[regime]), "file")
        placing.read(read_html(text).blocks if html else read_plain(text, FORMS[regime]))
        return placing

    return placed
