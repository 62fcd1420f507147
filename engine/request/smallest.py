"""The smallest sets of things to ask for that could decide an outcome: what is in some such set, and what it decides alone.

A set decides an outcome where some answers to all that is in it leave every completion of the rest with the same one. Small circuits are
gone through exactly. In larger ones clingo looks for the smallest sets with three values: a gate is certain where the answers alone make it
so. Such a set always decides; that a still smaller one decides by a case distinction over what is not asked is not looked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import cast

from clingo import Backend, Control, Function, Number

from engine.ask.circuit import NO, YES, Circuit, Gate
from engine.ask.completions import SMALL, columns_of

CLASSES = ("not_applicable", "breach", "investigate", "met")
Groups = tuple[tuple[int, ...], ...]  # the leaves of each thing to ask for; a leaf in none can't be asked about


@dataclass(frozen=True, slots=True)
class Smallest:
    """The size of the smallest sets (0 where nothing decides), the groups that are in one of them, and, where one alone is enough, what
    may come of it."""

    size: int
    members: frozenset[int]
    alone: dict[int, tuple[str, ...]]


NONE = Smallest(0, frozenset(), {})


@lru_cache(maxsize=4096)
def smallest(circuit: Circuit, groups: Groups) -> Smallest:
    """Find the smallest sets of groups that could decide a circuit."""
    return _gone_through(circuit, groups) if circuit.leaves <= SMALL else _searched(circuit, groups)


def _gone_through(circuit: Circuit, groups: Groups) -> Smallest:
    table = columns_of(circuit)
    for size in range(1, len(groups) + 1):
        found: dict[tuple[int, ...], tuple[str, ...]] = {}
        for chosen in combinations(range(len(groups)), size):
            known = {leaf for group in chosen for leaf in groups[group]}
            rest = [leaf for leaf in range(circuit.leaves) if leaf not in known]
            if names := tuple(name for name in CLASSES if _in_all(table.classes[name], rest, table.leaves)):
                found[chosen] = names
        if found:
            alone = {chosen[0]: names for chosen, names in found.items()} if size == 1 else {}
            return Smallest(size, frozenset(group for chosen in found for group in chosen), alone)
    return NONE


def _in_all(bits: int, rest: Iterable[int], leaves: list[int]) -> int:
    """Keep the completions whose every variation in the other leaves is also among them."""
    for leaf in rest:
        high, low = bits & leaves[leaf], bits & ~leaves[leaf]
        width = 1 << leaf
        both = (high >> width) & low
        bits = both | (both << width)
    return bits


def _searched(circuit: Circuit, groups: Groups) -> Smallest:
    search = _Search(circuit, groups)
    size = search.size()
    if not size:
        return NONE
    members = search.members(size)
    alone = {group: search.alone(group) for group in sorted(members)} if size == 1 else {}
    return Smallest(size, members, alone)


class _Search:
    """The circuit with every gate twice: certain and possible under the answers that are given."""

    def __init__(self, circuit: Circuit, groups: Groups) -> None:
        self._groups = groups
        self._control = Control(["--warn=none"])
        with self._control.backend() as backend:
            self._true, self._false = backend.add_atom(), backend.add_atom()
            backend.add_rule([self._true])
            self._chosen = [backend.add_atom(Function("chosen", [Number(n)])) for n in range(len(groups))]
            if self._chosen:
                backend.add_rule(self._chosen, choice=True)
            leaves = self._leaves(circuit.leaves, backend)
            self._classes = self._decided(circuit, leaves, backend)
            backend.add_rule([], [-atom for atom in self._classes.values()])
            self._bounds = [self._at_most(size, backend) for size in range(len(groups) + 1)]

    def _at_most(self, size: int, backend: Backend) -> int:
        over = backend.add_atom()
        backend.add_weight_rule([over], size + 1, [(atom, 1) for atom in self._chosen])
        return over

    def _leaves(self, count: int, backend: Backend) -> list[tuple[int, int]]:
        """Give each leaf's atoms of being certain and possible: what a chosen group holds is yes or no, all else is open."""
        found = []
        of = {leaf: group for group, leaves in enumerate(self._groups) for leaf in leaves}
        for leaf in range(count):
            if leaf not in of:
                found.append((self._false, self._true))
                continue
            yes, possible = backend.add_atom(), backend.add_atom()
            backend.add_rule([yes], [self._chosen[of[leaf]]], choice=True)
            backend.add_rule([possible], [-self._chosen[of[leaf]]])
            backend.add_rule([possible], [yes])
            found.append((yes, possible))
        return found

    def _decided(self, circuit: Circuit, leaves: list[tuple[int, int]], backend: Backend) -> dict[str, int]:
        pairs: list[tuple[int, int]] = []
        for gate in circuit.gates:
            pairs.append(self._gate(gate, pairs, leaves, backend))
        (ca, pa), (cb, pb), (cm, _), (cs, ps) = (pairs[root] for root in circuit.roots)
        classes = {name: backend.add_atom(Function(name)) for name in CLASSES}
        backend.add_rule([classes["not_applicable"]], [-pa])
        backend.add_rule([classes["investigate"]], [ca, cs, -pb])
        if not circuit.inferred:
            backend.add_rule([classes["breach"]], [ca, cb])
            backend.add_rule([classes["met"]], [ca, cm, -pb, -ps])
        return classes

    def _gate(self, gate: Gate, pairs: list[tuple[int, int]], leaves: list[tuple[int, int]], backend: Backend) -> tuple[int, int]:
        kind = gate[0]
        if gate in (YES, NO):
            return (self._true, self._true) if gate == YES else (self._false, self._false)
        if kind == "leaf":
            return leaves[cast(int, gate[1])]
        certain, possible = backend.add_atom(), backend.add_atom()
        if kind == "not":
            of_certain, of_possible = pairs[cast(int, gate[1])]
            backend.add_rule([certain], [-of_possible])
            backend.add_rule([possible], [-of_certain])
        elif kind == "all":
            parts = [pairs[part] for part in cast(tuple[int, ...], gate[1])]
            backend.add_rule([certain], [part[0] for part in parts])
            backend.add_rule([possible], [part[1] for part in parts])
        else:
            weighted = [(pairs[part], weight) for part, weight in cast(tuple[tuple[int, int], ...], gate[2])]
            backend.add_weight_rule([certain], cast(int, gate[1]), [(part[0], weight) for part, weight in weighted])
            backend.add_weight_rule([possible], cast(int, gate[1]), [(part[1], weight) for part, weight in weighted])
        return certain, possible

    def size(self) -> int:
        """Give the size of the smallest sets that decide; 0 where not even all together do."""
        self._configure("auto", 1)
        for size in range(1, len(self._groups) + 1):
            if self._control.solve(assumptions=[-self._bounds[size]]).satisfiable:
                return size
            if size == 1 and not self._control.solve().satisfiable:
                return 0
        return 0

    def members(self, size: int) -> frozenset[int]:
        """Give the groups that are in some set of that size: brave consequences."""
        found = self._brave([-self._bounds[size]], self._chosen)
        return frozenset(number for number, atom in enumerate(self._chosen) if atom in found)

    def alone(self, group: int) -> tuple[str, ...]:
        """Give what may come out where one group is asked for and nothing else."""
        found = self._brave([-self._bounds[1], self._chosen[group]], self._classes.values())
        return tuple(name for name in CLASSES if self._classes[name] in found)

    def _brave(self, assumptions: list[int], atoms: Iterable[int]) -> set[int]:
        self._configure("brave", 0)
        found: set[int] = set()
        with self._control.solve(yield_=True, assumptions=assumptions) as handle:
            for model in handle:  # each comes nearer, the last is exact
                found = {atom for atom in atoms if model.is_true(atom)}
        return found

    def _configure(self, mode: str, models: int) -> None:
        self._control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
        self._control.configuration.solve.models = models  # type: ignore[union-attr]
