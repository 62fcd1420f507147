"""The proof of one outcome as a circuit: what is settled is folded away, open leaves are numbered, and equal parts are one gate.

Two outcomes whose proofs have the same form (the same duty in two units) give equal circuits, so what is found out for one holds for
the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.inference.openness import Leaf, leaf_of
from engine.inference.outcome import Outcome
from engine.proof.node import Node, Op
from engine.truth import Truth

Gate = tuple[object, ...]
"""``("leaf", number)``, ``("not", gate)``, ``("all", gates)``, ``("least", minimum, ((gate, weight), …))``, ``("yes",)`` or ``("no",)``;
a gate is named by its place in the list, and stands after those that it rests on."""
YES, NO = ("yes",), ("no",)
OPPOSITE = {"refuted": "established"}  # computed by the reader of the case as the one's being what the other is not
CLASSES = ("not_applicable", "breach", "investigate", "met", "unknown")


@dataclass(frozen=True, slots=True)
class Circuit:
    """The gates of *applies*, *breach*, *met* and *suspicion* (``roots``). ``inferred`` law yields neither breach nor met."""

    gates: tuple[Gate, ...]
    roots: tuple[int, int, int, int]
    leaves: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """An outcome laid out: its circuit, and its open leaves in the order of their numbers, each with a step that shows it."""

    circuit: Circuit
    leaves: tuple[Leaf, ...]
    nodes: tuple[Node, ...]


def lay_out(outcome: Outcome) -> Laid:
    """Lay out the proof of an outcome."""
    builder = _Builder()
    a, b, m, s = (builder.gate(node) for node in (outcome.applies, outcome.breach, outcome.met, outcome.suspicion))
    circuit = Circuit(tuple(builder.gates), (a, b, m, s), len(builder.leaves), outcome.validity.inferred)
    return Laid(circuit, tuple(builder.leaves), tuple(builder.nodes))


def premises_of(node: Node) -> Sequence[Node]:
    """Give the steps that a step rests on: under an entry that we were not shown, only what does not concern that entry."""
    if not node.stand_in:
        return node.premises
    unseen = node.stand_in
    return [p for p in node.premises if unseen not in (p.statement or ()) and unseen not in p.bindings.values()]


class _Builder:
    """Builds gates bottom up, each once."""

    def __init__(self) -> None:
        self.gates: list[Gate] = []
        self.leaves: dict[Leaf, int] = {}
        self.nodes: list[Node] = []
        self._made: dict[Gate, int] = {}
        self._of: dict[int, int] = {}

    def gate(self, node: Node) -> int:
        """Give the gate of a step."""
        found = self._of.get(id(node))
        if found is None:
            found = self._of[id(node)] = self._build(node)
        return found

    def _build(self, node: Node) -> int:
        if node.truth is not Truth.UNKNOWN:
            return self._make(YES if node.truth is Truth.YES else NO)
        premises = premises_of(node)
        if node.stand_in:
            return self._all([self._leaf(node), *(self.gate(p) for p in premises)])
        if not premises:
            return self._leaf(node)
        parts = [self.gate(p) for p in premises]
        if node.op is Op.NOT:
            return self._not(parts[0])
        if node.op is Op.ALL:
            return self._all(parts)
        minimum = node.minimum if node.op is Op.AT_LEAST else 1
        # an entry that we were not shown counts as any number
        return self._least(minimum, [(g, minimum if p.stand_in else 1) for g, p in zip(parts, premises, strict=True)])

    def _leaf(self, node: Node) -> int:
        leaf = leaf_of(node)
        if leaf[0] == "statement" and leaf[2] in OPPOSITE:
            leaf = (leaf[0], leaf[1], OPPOSITE[leaf[2]], leaf[3])
            return self._not(self._numbered(leaf, node))
        return self._numbered(leaf, node)

    def _numbered(self, leaf: Leaf, node: Node) -> int:
        if leaf not in self.leaves:
            self.leaves[leaf] = len(self.leaves)
            self.nodes.append(node)
        return self._make(("leaf", self.leaves[leaf]))

    def _not(self, part: int) -> int:
        gate = self.gates[part]
        if gate in (YES, NO):
            return self._make(NO if gate == YES else YES)
        return int(str(gate[1])) if gate[0] == "not" else self._make(("not", part))

    def _all(self, parts: list[int]) -> int:
        kept = list(dict.fromkeys(part for part in parts if self.gates[part] != YES))
        if any(self.gates[part] == NO for part in kept):
            return self._make(NO)
        if len(kept) == 1:
            return kept[0]
        return self._make(("all", tuple(kept))) if kept else self._make(YES)

    def _least(self, minimum: int, parts: list[tuple[int, int]]) -> int:
        minimum -= sum(weight for part, weight in parts if self.gates[part] == YES)
        kept = [(part, weight) for part, weight in parts if self.gates[part] not in (YES, NO)]
        if minimum <= 0:
            return self._make(YES)
        if sum(weight for _, weight in kept) < minimum:
            return self._make(NO)
        if minimum == 1:
            kept = [(part, 1) for part in dict.fromkeys(part for part, _ in kept)]
        if len(kept) == 1:
            return kept[0][0]
        return self._make(("least", minimum, tuple(kept)))

    def _make(self, gate: Gate) -> int:
        if gate not in self._made:
            self._made[gate] = len(self.gates)
            self.gates.append(gate)
        return self._made[gate]
