"""The shapes of complete documents: read from ``ontology/shapes``, kept as bytes, each described for its findings."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from engine.case.graph import term
from engine.text import Text
from engine.turtle import NAMESPACE, text_of

if TYPE_CHECKING:
    from rdflib import Graph

Kind = Literal["missing", "not_addressed"]
Force = Literal["law", "guidance", "habit"]
SHAPES = "https://w3id.org/forsvarlig/shapes/"
SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a shape says of its findings. ``provisions`` are paths, the one that wants it most directly first.

    ``reads`` are the properties that a finding rests on, ``element`` what a rule may hear to be lacking,
    ``value`` the item of a list that the shape as a whole is about. ``message`` and ``question`` may hold ``{?value}``.
    """

    id: str
    kind: Kind
    force: Force
    provisions: tuple[str, ...]
    sources: tuple[str, ...]
    element: str | None
    value: str | None
    reads: tuple[str, ...]
    message: Text
    question: Text | None


def load_shapes(folder: Path) -> Graph:
    """Read every shape below a folder, of all regimes."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for file in sorted(folder.rglob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


def shapes_bytes(folder: Path) -> bytes:
    """Read every shape below a folder, in the form that a cache keeps: its triples, pickled."""
    return pickle.dumps(sorted(load_shapes(folder)), protocol=pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=4)
def shapes_from(kept: bytes, regimes: tuple[str, ...] | None = None) -> Graph:
    """Give the graph back from what ``shapes_bytes`` gave; of some regimes only, where they are named. Nobody may change it."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for triple in pickle.loads(kept):
        subject = str(triple[0])
        if regimes is None or not subject.startswith(SHAPES) or subject.removeprefix(SHAPES).split("/")[0] in regimes:
            graph.add(triple)
    return graph


def shape_ids(shapes: Graph) -> list[str]:
    """Give the id of every shape, in order."""
    from rdflib import RDF, URIRef

    return sorted(str(node).removeprefix(SHAPES) for node in shapes.subjects(RDF.type, URIRef(SHACL + "PropertyShape")))


def describe(shapes: Graph, shape: str) -> Shape:
    """Give what one shape says of its findings."""
    from rdflib import URIRef

    node = URIRef(SHAPES + shape)
    said: dict[str, list[str]] = {}
    for predicate, value in shapes.predicate_objects(node):
        said.setdefault(str(predicate), []).append(str(value).removeprefix(NAMESPACE))

    def words(name: str) -> tuple[str, ...]:
        return tuple(sorted(said.get(NAMESPACE + name, ())))

    def word(name: str) -> str | None:
        return next(iter(words(name)), None)

    message = text_of(shapes.objects(node, URIRef(SHACL + "message")))
    assert message is not None, f"the shape {shape} has no message"
    return Shape(
        shape, cast(Kind, word("findingKind")), cast(Force, word("force")),
        (*words("provision"), *words("alsoProvision")),
        words("source"), word("element"), word("value"), words("reads"), message, text_of(shapes.objects(node, term("question"))),
    )
