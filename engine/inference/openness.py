"""What is still open about an outcome: which outcomes it could be, what would decide it, and whether it is the same either way.

Every open leaf of a proof is a yes-or-no that somebody could tell us. With at most ``EXACT`` leaves all completions
are gone through at once:
a condition becomes the set of completions in which it holds, kept as the bits of one integer. With more leaves the answer is read off
the structure of the proof, which never leaves a leaf out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from engine.proof.node import Node, Op
from engine.truth import Truth

EXACT = 12  # 2**12 completions in one integer of 4,096 bits

Leaf = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a duty that its outcome follows from: each a node, or None where the duty has no such part."""

    applies: Node
    breach: Node
    met: Node
    suspicion: Node


@dataclass(frozen=True, slots=True)
class Openness:
    """``could_be`` in the order of the outcomes; ``decided_by`` and ``would_raise`` are leaves; ``settled`` is the outcome that
    every completion gives, where there is one."""

    could_be: tuple[str, ...]
    decided_by: tuple[Leaf, ...]
    would_raise: tuple[Leaf, ...]
    settled: str | None


def leaf_of(node: Node) -> Leaf:
    """Give the identity of an open leaf: a statement, a missing field, or further entries of an open register."""
    if node.stand_in:
        return (
            "register",
            node.stand_in,
            node.place,
            *(f"{k}={v}" for k, v in sorted(node.bindings.items()) if not v.startswith("~")),
        )
    if node.statement and node.kind == "question":
        return ("statement", node.statement[1], node.statement[0], node.statement[2] or "")
    if node.statement:
        return ("comparison", *(part or "" for part in node.statement))
    return ("comparison", node.place, *(f"{k}={v}" for k, v in sorted(node.bindings.items())))


def leaves(node: Node, found: dict[Leaf, Node] | None = None, seen: set[int] | None = None) -> dict[Leaf, Node]:
    """Give the open leaves under a node, each once, with a node that shows it."""
    found = {} if found is None else found
    seen = set() if seen is None else seen
    if node.truth is not Truth.UNKNOWN or id(node) in seen:
        return found
    seen.add(id(node))
    if node.stand_in:
        found.setdefault(leaf_of(node), node)
    if not node.premises and not node.stand_in:
        found.setdefault(leaf_of(node), node)
    for premise in _open_premises(node):
        leaves(premise, found, seen)
    return found


def _open_premises(node: Node) -> Iterable[Node]:
    """Give the premises that matter: under a stand-in, only what does not concern the stand-in itself."""
    if not node.stand_in:
        return node.premises
    return [premise for premise in node.premises if not _touches(premise, node.stand_in)]


def _touches(node: Node, stand_in: str) -> bool:
    return stand_in in (node.statement or ()) or stand_in in node.bindings.values()


def analyse(parts: Parts, current: str) -> Openness:
    """Find what an undecided outcome could become and by what."""
    every: dict[Leaf, Node] = {}
    for node in (parts.applies, parts.breach, parts.met, parts.suspicion):
        leaves(node, every)
    order = sorted(every)
    if len(order) <= EXACT:
        return _exact(parts, order, current)
    return _structural(parts, current)


class _Completions:
    """All completions of the open leaves at once: for each node, those in which it holds, as bits."""

    def __init__(self, columns: dict[Leaf, int], full: int) -> None:
        self.columns, self.full = columns, full
        self._memo: dict[int, int] = {}

    def where(self, node: Node) -> int:
        """Give the completions in which a node holds."""
        if node.truth is not Truth.UNKNOWN:
            return self.full if node.truth is Truth.YES else 0
        found = self._memo.get(id(node))
        if found is None:
            premises = [self.where(premise) for premise in _open_premises(node)]
            found = self._memo[id(node)] = _combine(node, premises, self.columns, self.full)
        return found


def _exact(parts: Parts, order: list[Leaf], current: str) -> Openness:
    size = 1 << len(order)
    full = (1 << size) - 1
    completions = _Completions({leaf: _column(index, size) for index, leaf in enumerate(order)}, full)
    a, b, m, s = (completions.where(node) for node in (parts.applies, parts.breach, parts.met, parts.suspicion))
    outcomes = {
        "not_applicable": full & ~a,
        "breach": a & b,
        "investigate": a & s & ~b,
        "met": a & m & ~b & ~s,
    }
    outcomes["unknown"] = full & ~(
        outcomes["not_applicable"] | outcomes["breach"] | outcomes["investigate"] | outcomes["met"]
    )
    could_be = tuple(
        name for name in ("breach", "investigate", "met", "not_applicable") if outcomes[name] and name != current
    )
    matter = [leaf for i, leaf in enumerate(order) if any(_moved(bits, i, size) for bits in outcomes.values())]
    without = {"met": a & m & ~b, **{k: v for k, v in outcomes.items() if k in ("not_applicable", "breach")}}
    deciding = [leaf for leaf in matter if any(_moved(bits, order.index(leaf), size) for bits in without.values())]
    settled = next((name for name, bits in outcomes.items() if bits == full and name != "unknown"), None)
    return Openness(could_be, tuple(deciding), tuple(leaf for leaf in matter if leaf not in deciding), settled)


@lru_cache(maxsize=EXACT * EXACT)
def _column(index: int, size: int) -> int:
    """Give the completions in which one leaf is yes: the bits whose number has that bit set."""
    block = ((1 << (1 << index)) - 1) << (1 << index)
    column, width = 0, 1 << (index + 1)
    for start in range(0, size, width):
        column |= block << start
    return column


def _moved(bits: int, index: int, size: int) -> bool:
    """Say whether flipping one leaf changes membership somewhere."""
    high = _column(index, size)
    return (bits & high) >> (1 << index) != bits & (high >> (1 << index))


def _combine(node: Node, premises: list[int], columns: dict[Leaf, int], full: int) -> int:
    if node.stand_in:
        found = columns[leaf_of(node)]
        for bits in premises:
            found &= bits
        return found
    if not node.premises:
        return columns[leaf_of(node)]
    match node.op:
        case Op.NOT:
            return full & ~premises[0]
        case Op.ALL:
            found = full
            for bits in premises:
                found &= bits
            return found
        case Op.AT_LEAST if node.minimum > 1:
            return _at_least(node, premises, full)
    found = 0
    for bits in premises:
        found |= bits
    return found


def _at_least(node: Node, premises: list[int], full: int) -> int:
    """Count by threshold: ``reached[k]`` is where at least k of the premises so far hold. A stand-in counts as any number."""
    reached = [full] + [0] * node.minimum
    for premise, bits in zip(node.premises, premises, strict=True):
        steps = node.minimum if premise.stand_in else 1
        for _ in range(steps):
            for k in range(node.minimum, 0, -1):
                reached[k] |= reached[k - 1] & bits
    return reached[node.minimum]


def _structural(parts: Parts, current: str) -> Openness:
    """Read off the proof what is open, when the completions are too many to go through."""
    a, b, m, s = parts.applies.truth, parts.breach.truth, parts.met.truth, parts.suspicion.truth
    could = {
        "breach": b is not Truth.NO,
        "investigate": s is not Truth.NO and b is not Truth.YES,
        "met": m is not Truth.NO and b is not Truth.YES and s is not Truth.YES,
        "not_applicable": a is not Truth.YES,
    }
    deciding = leaves(parts.applies)
    if b is not Truth.YES:  # with a requirement certainly missing, only whether the duty applies is open
        leaves(parts.breach, deciding)
        if s is not Truth.YES:
            leaves(parts.met, deciding)
    raising = {} if b is Truth.YES else {k: v for k, v in leaves(parts.suspicion).items() if k not in deciding}
    names: Callable[[dict[Leaf, Node]], tuple[Leaf, ...]] = lambda found: tuple(sorted(found))  # noqa: E731
    return Openness(tuple(k for k, v in could.items() if v and k != current), names(deciding), names(raising), None)
