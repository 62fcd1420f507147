"""What every completion of the open leaves of a circuit agrees on, and which leaves can still matter: exact.

A completion answers every open leaf with yes or no; a further entry of an open register is one leaf for each requirement that it
could fill, so it has free attributes (design § 10). Small circuits are gone through, all completions at once, as the bits of one
integer; for larger ones clingo gives the brave and the cautious consequences: an outcome is settled where both are the same one. That
a leaf can matter is a brave consequence of two copies of the circuit that differ in that leaf alone and come out differently.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

from clingo import Backend, Control, Function, Number

from engine.ask.circuit import CLASSES, NO, YES, Circuit, Gate

SMALL = 12  # 2**12 completions in one integer of 4,096 bits
SAMPLE_BITS = 10
SAMPLE = 1 << SAMPLE_BITS
Fixed = Mapping[int, bool]  # leaves that are answered


@dataclass(frozen=True, slots=True)
class Matters:
    """The leaves that can still decide an outcome, and those that could only raise a suspicion."""

    decide: frozenset[int]
    only_raise: frozenset[int]


class Completions(Protocol):
    """All completions of one circuit."""

    def possible(self, fixed: Fixed) -> tuple[str, ...]:
        """Give the outcomes that some completion of what is not fixed yields, in the order of the outcomes."""

    def matters(self, fixed: Fixed) -> Matters:
        """Give the leaves whose answer changes the outcome in some completion of what is not fixed."""


@lru_cache(maxsize=4096)
def completions(circuit: Circuit) -> Completions:
    """Give the completions of a circuit: gone through where there are few leaves, reasoned over where there are many."""
    return Table(circuit) if circuit.leaves <= SMALL else Solver(circuit)


@dataclass(frozen=True, slots=True)
class Columns:
    """Some completions at once: the leaves, and for each outcome where it comes out, as bits. ``settling`` has those that are final."""

    leaves: list[int]
    full: int
    classes: dict[str, int]
    settling: dict[str, int]

    def among(self, fixed: Fixed) -> int:
        """Give the completions in which the leaves are as fixed."""
        mask = self.full
        for leaf, holds in fixed.items():
            mask &= self.leaves[leaf] if holds else ~self.leaves[leaf]
        return mask

    def outcomes(self, fixed: Fixed) -> tuple[str, ...]:
        """Give the outcomes that come out in one of these completions."""
        mask = self.among(fixed)
        return tuple(name for name in CLASSES if self.classes[name] & mask)


def columns(circuit: Circuit, leaves: list[int], full: int) -> Columns:
    """Evaluate a circuit on some completions: a gate is the set of completions in which it holds."""
    held: list[int] = []
    for gate in circuit.gates:
        held.append(_held(gate, held, leaves, full))
    a, b, m, s = (held[root] for root in circuit.roots)
    classes = {"not_applicable": full & ~a, "breach": a & b, "investigate": a & s & ~b, "met": a & m & ~b & ~s}
    settling = {"not_applicable": full & ~a, "breach": a & b, "met": a & m & ~b}
    if circuit.inferred:
        classes["breach"] = classes["met"] = settling["breach"] = settling["met"] = 0
    taken = 0
    for bits in classes.values():
        taken |= bits
    return Columns(leaves, full, {**classes, "unknown": full & ~taken}, settling)


def _held(gate: Gate, held: list[int], leaves: list[int], full: int) -> int:
    kind = gate[0]
    if gate in (YES, NO):
        return full if gate == YES else 0
    if kind == "leaf":
        return leaves[cast(int, gate[1])]
    if kind == "not":
        return full & ~held[cast(int, gate[1])]
    if kind == "all":
        found = full
        for part in cast(tuple[int, ...], gate[1]):
            found &= held[part]
        return found
    minimum, parts = cast(int, gate[1]), cast(tuple[tuple[int, int], ...], gate[2])
    reached = [full] + [0] * minimum  # where at least so many of the parts so far hold
    for part, weight in parts:
        for _ in range(weight):
            for k in range(minimum, 0, -1):
                reached[k] |= reached[k - 1] & held[part]
    return reached[minimum]


def columns_of(circuit: Circuit) -> Columns:
    """Evaluate a circuit on all its completions; the number of a completion has the bits of the leaves that are yes."""
    size = 1 << circuit.leaves
    return columns(circuit, [_column(number, size) for number in range(circuit.leaves)], (1 << size) - 1)


class Table:
    """Goes through all completions at once."""

    def __init__(self, circuit: Circuit) -> None:
        self._all = columns_of(circuit)
        self._possible: dict[frozenset[tuple[int, bool]], tuple[str, ...]] = {}

    def possible(self, fixed: Fixed) -> tuple[str, ...]:
        """Give the outcomes that some completion of what is not fixed yields."""
        key = frozenset(fixed.items())
        if key not in self._possible:
            self._possible[key] = self._all.outcomes(fixed)
        return self._possible[key]

    def matters(self, fixed: Fixed) -> Matters:
        """Give the leaves whose answer changes the outcome in some completion of what is not fixed."""
        mask = self._all.among(fixed)
        free = [leaf for leaf in range(len(self._all.leaves)) if leaf not in fixed]
        decide = {leaf for leaf in free if self._moves(leaf, self._all.settling.values(), mask)}
        every = {leaf for leaf in free if leaf not in decide and self._moves(leaf, self._all.classes.values(), mask)}
        return Matters(frozenset(decide), frozenset(every))

    def _moves(self, leaf: int, sets: Iterable[int], mask: int) -> bool:
        high, low = self._all.leaves[leaf] & mask, mask & ~self._all.leaves[leaf]
        return any((bits & high) >> (1 << leaf) != bits & low for bits in sets)


@lru_cache(maxsize=SMALL * SMALL)
def _column(number: int, size: int) -> int:
    """Give the completions in which one leaf is yes: those whose number has that bit set."""
    width = 1 << number
    column = ((1 << width) - 1) << width
    filled = 2 * width
    while filled < size:
        column |= column << filled
        filled *= 2
    return column


class Solver:
    """Reasons over the completions with clingo. A sample of them is tried first: what comes out in one need not be searched for."""

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        draw = random.Random(circuit.leaves)
        bits = [draw.getrandbits(SAMPLE) for _ in range(circuit.leaves)]
        rare, often = _column(SAMPLE_BITS - 1, SAMPLE), _column(SAMPLE_BITS - 2, SAMPLE)  # a half each has few or many yeses
        mixed = [b & (draw.getrandbits(SAMPLE) | ~rare) | (draw.getrandbits(SAMPLE) & often) for b in bits]
        self._sample = columns(circuit, mixed, (1 << SAMPLE) - 1)
        self._control = Control(["--warn=none"])
        self._control.configuration.solve.models = 0  # type: ignore[union-attr]
        with self._control.backend() as backend:
            self._true: int = backend.add_atom()
            backend.add_rule([self._true])
            self._false: int = backend.add_atom()
            self._leaves: list[int] = [backend.add_atom() for _ in range(circuit.leaves)]
            if self._leaves:
                backend.add_rule(self._leaves, choice=True)
            self._classes, settling = self._copy(self._leaves, backend, named=True)
            self._pair(settling, backend)
        self._possible: dict[frozenset[tuple[int, bool]], tuple[str, ...]] = {}

    def _pair(self, settling: dict[str, int], backend: Backend) -> None:
        """Lay a second copy beside the first that differs in at most one leaf; note where the two come out differently."""
        self._flips = [backend.add_atom(Function("flip", [Number(number)])) for number in range(len(self._leaves))]
        self._paired = backend.add_atom()
        backend.add_rule([self._paired], choice=True)
        if self._flips:
            backend.add_rule(self._flips, [self._paired], choice=True)
            backend.add_weight_rule([], 2, [(flip, 1) for flip in self._flips])
        twins = [self._differs(leaf, flip, backend) for leaf, flip in zip(self._leaves, self._flips, strict=True)]
        classes, twin_settling = self._copy(twins, backend)
        self._settles, self._moves = backend.add_atom(), backend.add_atom()
        for name in settling:
            backend.add_rule([self._settles], [self._differs(settling[name], twin_settling[name], backend)])
        for name in CLASSES:
            backend.add_rule([self._moves], [self._differs(self._classes[name], classes[name], backend)])

    def _differs(self, one: int, other: int, backend: Backend) -> int:
        atom: int = backend.add_atom()
        backend.add_rule([atom], [one, -other])
        backend.add_rule([atom], [other, -one])
        return atom

    def _copy(self, leaves: list[int], backend: Backend, named: bool = False) -> tuple[dict[str, int], dict[str, int]]:
        """Write the gates over some leaves; gives the atoms of the outcomes, and of those that are final.

        Only what has a name takes part in clingo's consequences.
        """
        atoms: list[int] = []
        for gate in self.circuit.gates:
            atoms.append(self._gate(gate, atoms, leaves, backend))
        a, b, m, s = (atoms[root] for root in self.circuit.roots)
        classes = {name: backend.add_atom(Function(name)) if named else backend.add_atom() for name in CLASSES}
        backend.add_rule([classes["not_applicable"]], [-a])
        backend.add_rule([classes["investigate"]], [a, s, -b])
        if not self.circuit.inferred:
            backend.add_rule([classes["breach"]], [a, b])
            backend.add_rule([classes["met"]], [a, m, -b, -s])
        backend.add_rule([classes["unknown"]], [-classes[name] for name in CLASSES if name != "unknown"])
        settling = {"not_applicable": classes["not_applicable"]}
        if not self.circuit.inferred:
            met = backend.add_atom()
            backend.add_rule([met], [a, m, -b])
            settling |= {"breach": classes["breach"], "met": met}
        return classes, settling

    def _gate(self, gate: Gate, atoms: list[int], leaves: list[int], backend: Backend) -> int:
        kind = gate[0]
        if gate in (YES, NO):
            return self._true if gate == YES else self._false
        if kind == "leaf":
            return leaves[cast(int, gate[1])]
        atom: int = backend.add_atom()
        if kind == "not":
            backend.add_rule([atom], [-atoms[cast(int, gate[1])]])
        elif kind == "all":
            backend.add_rule([atom], [atoms[part] for part in cast(tuple[int, ...], gate[1])])
        else:
            parts = cast(tuple[tuple[int, int], ...], gate[2])
            backend.add_weight_rule([atom], cast(int, gate[1]), [(atoms[part], weight) for part, weight in parts])
        return atom

    def possible(self, fixed: Fixed) -> tuple[str, ...]:
        """Give the outcomes that some completion of what is not fixed yields: the brave consequences."""
        key = frozenset(fixed.items())
        if key not in self._possible:
            seen = self._sample.outcomes(fixed)
            most = self.possible({}) if fixed else CLASSES
            self._possible[key] = seen if seen == most else self._brave(fixed)
        return self._possible[key]

    def _brave(self, fixed: Fixed) -> tuple[str, ...]:
        held = self._consequences("brave", [*self._literals(fixed), -self._paired], self._classes.values())
        return tuple(name for name in CLASSES if self._classes[name] in held)

    def certain(self, fixed: Fixed) -> tuple[str, ...]:
        """Give the outcome that every completion of what is not fixed yields, if there is one: the cautious consequences."""
        held = self._consequences("cautious", [*self._literals(fixed), -self._paired], self._classes.values())
        return tuple(name for name in CLASSES if self._classes[name] in held)

    def matters(self, fixed: Fixed) -> Matters:
        """Give the leaves whose answer changes the outcome in some completion of what is not fixed: brave consequences."""
        assumed = [*self._literals(fixed), self._paired, *(-self._flips[leaf] for leaf in fixed)]
        held = self._consequences("brave", [*assumed, self._settles], self._flips)
        decide = frozenset(n for n, flip in enumerate(self._flips) if flip in held)
        rest = [-self._flips[leaf] for leaf in sorted(decide)]
        held = self._consequences("brave", [*assumed, self._moves, *rest], self._flips)
        return Matters(decide, frozenset(n for n, flip in enumerate(self._flips) if flip in held))

    def _literals(self, fixed: Fixed) -> list[int]:
        return [self._leaves[leaf] if holds else -self._leaves[leaf] for leaf, holds in sorted(fixed.items())]

    def _consequences(self, mode: str, assumptions: list[int], atoms: Iterable[int]) -> set[int]:
        self._control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
        found: set[int] = set()
        with self._control.solve(yield_=True, assumptions=assumptions) as handle:
            for model in handle:  # each comes nearer, the last is exact
                found = {atom for atom in atoms if model.is_true(atom)}
        return found
