"""The ontology of the checkout, loaded once, and a deep copy of it for seeded faults."""

import pickle
from pathlib import Path

import pytest

from engine.vocabulary.load import load
from engine.vocabulary.model import Vocabulary

ONTOLOGY = Path(__file__).parents[2] / "ontology"


@pytest.fixture(scope="session")
def pickled() -> bytes:
    return pickle.dumps(load(ONTOLOGY))


@pytest.fixture(scope="session")
def vocabulary(pickled: bytes) -> Vocabulary:
    """The vocabulary as a cache would give it back; tests don't change it."""
    return pickle.loads(pickled)


@pytest.fixture
def spoiled(pickled: bytes) -> Vocabulary:
    """A vocabulary that a test may spoil."""
    return pickle.loads(pickled)
