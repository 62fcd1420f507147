"""The smallest sets of moves after which every breach in scope is met, found by clingo with optimisation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Backend, Control, Model

from engine.case.facts import Facts, Key
from engine.fix.circuit import Atom, Circuit
from engine.fix.moves import DOCUMENTED, Moves
from engine.inference.outcome import Outcome
from engine.vocabulary.model import Vocabulary

# What is better comes before what is less: breaches that become met, breaches that are gone though a judgement is left, few acts, few
# duties that begin to apply and stay open, few papers, few words, and the first that will do of a list.
MET, GONE, ACTS, NEW, PAPERS, WORDS, FIRST = 7, 6, 5, 4, 3, 2, 1
Weights = Mapping[str, int]  # by class of the act (or of the entry whose statement changes); 1 where nothing is said


@dataclass(frozen=True, slots=True)
class Chosen:
    """One solution: the acts, everything that is said of them or of entries that are there, the targets met, and those only gone."""

    acts: tuple[str, ...]
    said: tuple[Key, ...]
    met: tuple[str, ...]
    gone: tuple[str, ...]


class Search:
    """Looks for sets of moves. ``rows`` are the outcomes with every move laid open, ``before`` the outcomes as they are, by id."""

    def __init__(
        self, rows: Sequence[Outcome], before: Mapping[str, str], targets: frozenset[str], moves: Moves, facts: Facts,
        vocabulary: Vocabulary, weights: Weights,
    ) -> None:
        self.control = Control(["--opt-mode=opt", "--opt-strategy=usc,oll", "--warn=none"])
        self.circuit = Circuit(self.control, moves, facts, vocabulary)
        self.moves, self.weights = moves, weights
        self._met: dict[str, Atom] = {}
        self._gone: dict[str, Atom] = {}
        self._new: list[Atom] = []
        for row in rows:
            self.circuit.add((row.applies, row.breach, row.met, row.suspicion))
        with self.control.backend() as backend:
            states = {row.id: self._states(row, backend) for row in rows}
            for row in rows:
                if row.id in targets:
                    self._aim(row.id, states[row.id], backend)
                else:
                    self._guard(row, before, states[row.id], backend)
            self._minimise(backend)

    def best(self) -> Iterator[Chosen]:
        """Give solutions, the best first; each is new in its acts or in what is said, and none holds another."""
        while True:
            with self.control.solve(yield_=True) as handle:
                found = None
                for model in handle:
                    found = self._read(model)
            if found is None or not (found.met or found.gone):
                return
            yield found
            self.exclude(found)

    def exclude(self, found: Chosen) -> None:
        """Let no solution hold a whole other one."""
        atoms = [self.circuit.chosen[act] for act in found.acts]
        atoms += [self.circuit.said[key] for key in found.said if key[1] not in self.moves.acts or key[0] == DOCUMENTED]
        words = [self.circuit.said[key] for key in found.said if key[1] in self.moves.acts and key[0] != DOCUMENTED]
        with self.control.backend() as backend:
            backend.add_rule([], atoms or words)

    def _read(self, model: Model) -> Chosen:
        def holds(atom: Atom) -> bool:
            return model.is_true(atom)

        return Chosen(
            tuple(act for act, atom in sorted(self.circuit.chosen.items()) if holds(atom)),
            tuple(key for key, atom in sorted(self.circuit.said.items(), key=str) if holds(atom)),
            tuple(row for row, atom in self._met.items() if holds(atom)),
            tuple(row for row, atom in self._gone.items() if holds(atom) and not holds(self._met[row])),
        )

    def _states(self, row: Outcome, backend: Backend) -> dict[str, Atom]:
        """Give the atoms of what came out for a row (design § 5), and of its breach being certain."""
        c, p = self.circuit.certain, self.circuit.possible
        states = {name: backend.add_atom() for name in ("met", "breach", "investigate", "spared")}
        backend.add_rule([states["spared"]], [-p(row.applies)])
        if row.validity.inferred:
            backend.add_rule([states["investigate"]], [p(row.applies), c(row.suspicion)])
            return states
        backend.add_rule([states["met"]], [c(row.applies), c(row.met), -p(row.breach), -p(row.suspicion)])
        backend.add_rule([states["breach"]], [c(row.applies), c(row.breach)])
        backend.add_rule([states["investigate"]], [p(row.applies), c(row.suspicion), -states["breach"]])
        return states

    def _aim(self, row: str, states: dict[str, Atom], backend: Backend) -> None:
        """A target is to be met; failing that, to be no breach any more. It never counts by coming not to apply."""
        self._met[row], self._gone[row] = states["met"], backend.add_atom()
        backend.add_rule([self._gone[row]], [-states["breach"], -states["spared"], -states["investigate"]])
        backend.add_rule([], [states["spared"]])

    def _guard(self, row: Outcome, before: Mapping[str, str], own: dict[str, Atom], backend: Backend) -> None:
        """No other outcome gets worse: what was met stays so, nothing else becomes a breach or comes to be investigated."""
        was = before.get(row.id)
        acts = [e for e in row.env.values() if e in self.moves.acts]
        if any(act not in self.circuit.chosen for act in acts):
            return  # nothing ever does that act
        done = [self.circuit.chosen[act] for act in acts]
        if was == "met":
            backend.add_rule([], [-own["met"], -own["spared"]])
        elif was != "breach":
            backend.add_rule([], [*done, own["breach"]])
            if was != "investigate":
                backend.add_rule([], [*done, own["investigate"]])
        if was in ("not_applicable", None):
            begins = backend.add_atom()
            backend.add_rule([begins], [*done, -own["met"], -own["spared"]])
            self._new.append(begins)

    def _minimise(self, backend: Backend) -> None:
        for level, targets in ((MET, self._met), (GONE, self._gone)):
            backend.add_minimize(level, [(-atom, 1) for atom in targets.values()])
        acts = [(atom, self._weight(self.moves.acts[act].cls)) for act, atom in self.circuit.chosen.items()]
        present = [(key, atom) for key, atom in self.circuit.said.items() if key[1] not in self.moves.acts]
        acts += [(atom, self._weight("")) for _, atom in present]
        backend.add_minimize(ACTS, acts)
        backend.add_minimize(NEW, [(atom, 1) for atom in self._new])
        new = [(key, atom) for key, atom in self.circuit.said.items() if key[1] in self.moves.acts]
        backend.add_minimize(PAPERS, [(atom, 1) for key, atom in new if key[0] == DOCUMENTED])
        backend.add_minimize(WORDS, [(atom, 1) for key, atom in new if key[0] != DOCUMENTED])
        place: dict[tuple[str, str], int] = {}
        order: dict[Key, int] = {}
        for key in self.moves.sayings:
            order[key] = place[key[:2]] = place.get(key[:2], -1) + 1
        backend.add_minimize(FIRST, [(atom, order[key]) for key, atom in self.circuit.said.items()])

    def _weight(self, cls: str) -> int:
        return self.weights.get(cls, 1)
