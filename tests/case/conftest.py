"""The vocabulary, loaded once."""

from pathlib import Path

import pytest

from engine.vocabulary.load import load
from engine.vocabulary.model import Vocabulary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load(ROOT / "ontology")
