"""The law base, loaded once, and the seeds where they are at hand."""

from pathlib import Path

import pytest

from engine.law.load import load
from engine.law.model import LawBase

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def rulebase() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def lawbase() -> LawBase:
    return load(ROOT)


@pytest.fixture(scope="session")
def seeds() -> Path:
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the seeds are not at hand")
    return folder
