"""The shapes, loaded once; and the findings of a changed case."""

from typing import Any

import pytest
from complete_case import ROOT, Changes, Find, Read, text_of

from engine.case.graph import graph
from engine.case.model import Case
from engine.case.reader import read_data
from engine.documents.findings import Finding, check_documents
from engine.documents.shapes import load_shapes
from engine.vocabulary.model import Vocabulary


@pytest.fixture(scope="session")
def shapes() -> Any:
    return load_shapes(ROOT / "ontology" / "shapes")


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary) -> Read:
    def from_changes(*changes: Changes) -> Case:
        return read_data(text_of(*changes).encode(), "case.yaml", vocabulary)[0]
    return from_changes


@pytest.fixture(scope="session")
def find(read: Read, vocabulary: Vocabulary, shapes: Any) -> Find:
    def from_changes(*changes: Changes) -> list[Finding]:
        case = read(*changes)
        return check_documents(case, vocabulary, graph(case, vocabulary), shapes)
    return from_changes
