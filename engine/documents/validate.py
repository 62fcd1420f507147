"""Validation with pySHACL: SHACL core, no inference, no SPARQL. Fast because every shape has a target of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.case.graph import CASE
from engine.documents.shapes import SHACL, SHAPES
from engine.turtle import NAMESPACE

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One validation result: the entry, the shape it does not conform to, how grave that is, and the value in it."""

    entry: str
    shape: str
    severity: str
    value: str | None


def validate(data: Graph, shapes: Graph, marks: Iterable[tuple[Node, Node, Node]] = ()) -> list[Result]:
    """Validate a graph. ``marks`` are triples that the shapes need; they are taken out of the graph again."""
    from pyshacl import validate as pyshacl_validate

    added = [triple for triple in dict.fromkeys(marks) if triple not in data]
    for triple in added:
        data.add(triple)
    try:
        _, report, text = pyshacl_validate(
            data, shacl_graph=shapes, inference="none", advanced=False, abort_on_first=False, meta_shacl=False,
            inplace=True,
        )
    finally:
        for triple in added:
            data.remove(triple)
    if isinstance(report, Exception):
        raise RuntimeError(f"the shapes can't be checked: {text}") from report
    return _results(report)


def _results(report: Graph) -> list[Result]:
    """Read the validation report."""
    found: dict[Node, dict[str, str]] = {}
    for node, predicate, value in report:
        found.setdefault(node, {})[str(predicate)] = str(value)
    return sorted(
        Result(
            said[SHACL + "focusNode"].removeprefix(CASE), said[SHACL + "sourceShape"].removeprefix(SHAPES),
            said[SHACL + "resultSeverity"].removeprefix(SHACL).lower(), _value(said),
        )
        for said in found.values() if SHACL + "focusNode" in said
    )


def _value(said: dict[str, str]) -> str | None:
    """Give the concept that a result is about; a literal is what was found in place of what is missing."""
    value = said.get(SHACL + "value")
    return value.removeprefix(NAMESPACE) if value and value.startswith(NAMESPACE) else None
