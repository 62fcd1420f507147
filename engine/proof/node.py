"""One step of a proof, as it is recorded while deriving."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.case.facts import Key, Said
from engine.truth import Truth


class Op(StrEnum):
    """How a node's truth follows from its premises."""

    LEAF = "leaf"
    ALL = "all"
    ANY = "any"
    NOT = "not"
    AT_LEAST = "at_least"


@dataclass(slots=True, eq=False)
class Refused:
    """A candidate that did not do: its bindings, and the first condition that fails for it (None: nothing fits the condition)."""

    bindings: dict[str, str]
    place: str
    node: "Node | None"


_NOTHING: Mapping[str, str] = MappingProxyType({})


def _nothing() -> Mapping[str, str]:
    return _NOTHING


@dataclass(slots=True, eq=False)
class Node:
    """A statement or condition with its truth and why.

    ``kind`` is one of ``fact`` ``derived`` ``duty`` (a duty's outcome used by another), ``exists`` ``for_all`` ``at_least`` ``all`` ``not``
    ``if`` ``comparison`` ``candidate`` (one way to fill an existence), ``instance`` (one use of a rule),
    ``in_force``, ``question`` (an open leaf).
    ``place`` is the condition's address: rule id, ``:``, path inside the rule. ``bindings`` are the values of its variables.
    ``stand_in`` names the open register where the candidate is an entry that we were not shown.
    ``refused`` lists candidates that fail, ``others`` the entries of the class that no condition even reached.
    """

    kind: str
    op: Op
    truth: Truth
    place: str = ""
    bindings: Mapping[str, str] = field(default_factory=_nothing)
    statement: Key | None = None
    said: Said | None = None
    premises: Sequence["Node"] = ()
    minimum: int = 1
    stand_in: str | None = None
    refused: Sequence[Refused] = ()
    others: Sequence[str] = ()
    note: Mapping[str, str] = field(default_factory=_nothing)


def entities_of(proof: Node) -> set[str]:
    """Give everything that a proof is about, refused candidates included: what telling it whole may name."""
    found, seen, waiting = set[str](), set[int](), [proof]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            found |= set(node.bindings.values()) | {part for part in node.statement or () if part}
            waiting += [*node.premises, *(refused.node for refused in node.refused if refused.node)]
    return found
