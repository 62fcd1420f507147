"""What the tests of several packages read: the vocabulary and the law base, loaded once, and the seeds where they are at hand."""

from pathlib import Path

import pytest

from engine.law.load import load as load_law
from engine.law.model import LawBase
from engine.vocabulary.load import load
from engine.vocabulary.model import Vocabulary

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load(ROOT / "ontology")


@pytest.fixture(scope="session")
def lawbase() -> LawBase:
    return load_law(ROOT)


@pytest.fixture(scope="session")
def seeds() -> Path:
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the seeds are not at hand")
    return folder
