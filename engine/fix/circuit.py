"""From proofs in which every possible act is open to a propositional program: what is certain, and what possible, under a choice of acts.

Each step becomes two atoms, *certain* and *possible*, by the three-valued tables of design § 5; a leaf that a move can decide is
tied to that move, every other open leaf stays possible and never certain.
"""

from collections.abc import Collection, Iterable

from clingo import Backend, Control

from engine.case.facts import Facts, Key
from engine.fix.moves import Moves
from engine.proof.node import Node, Op
from engine.truth import Truth, all_of, at_least
from engine.vocabulary.model import Kind, Vocabulary

UNKNOWN_FACTOR = "~factor"
Atom = int


def premises_of(node: Node) -> list[Node]:
    """Give the steps that a step rests on: under an entry that we were not shown, only what does not concern itself."""
    if not node.stand_in:
        return list(node.premises)
    unseen = node.stand_in
    return [p for p in node.premises if unseen not in (p.statement or ()) and unseen not in p.bindings.values()]


class Circuit:
    """A program that grows by the proofs it is asked about. ``chosen`` and ``said`` are the atoms of the moves."""

    def __init__(self, control: Control, moves: Moves, facts: Facts, vocabulary: Vocabulary) -> None:
        self.moves, self.vocabulary, self._units_of = moves, vocabulary, facts.units_of
        self._units = {unit.id for unit in facts.case.units}
        self.chosen: dict[str, Atom] = {}
        self.said: dict[Key, Atom] = {}
        self._control = control
        with control.backend() as backend:
            self.true = backend.add_atom()
            backend.add_rule([self.true])
            self.false = backend.add_atom()
        self._nodes: dict[int, tuple[Atom, Atom]] = {}
        self._kept: list[Node] = []  # ids are of living nodes
        self._given: dict[tuple[str, str], Atom] = {}
        self._mapped: dict[str, Atom] = {}
        self._by_field: dict[tuple[str, str], list[Key]] = {}
        for key in moves.sayings:
            self._by_field.setdefault(key[:2], []).append(key)

    def add(self, roots: Iterable[Node]) -> None:
        """Write the steps under some nodes."""
        with self._control.backend() as backend:
            for root in roots:
                self._write(root, backend)

    def certain(self, node: Node) -> Atom:
        """Give the atom that holds where a node is certain."""
        return self._nodes[id(node)][0]

    def possible(self, node: Node) -> Atom:
        """Give the atom that holds where a node is certain or open."""
        return self._nodes[id(node)][1]

    def _write(self, root: Node, backend: Backend) -> None:
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if id(node) in self._nodes:
                waiting.pop()
                continue
            premises = [] if node.truth is not Truth.UNKNOWN else premises_of(node)
            missing = [premise for premise in premises if id(premise) not in self._nodes]
            if missing:
                waiting += missing
                continue
            waiting.pop()
            self._kept.append(node)
            self._nodes[id(node)] = self._atoms(node, premises, backend)

    def _atoms(self, node: Node, premises: list[Node], backend: Backend) -> tuple[Atom, Atom]:
        if node.truth is not Truth.UNKNOWN:
            fixed = self.true if node.truth is Truth.YES else self.false
            return fixed, fixed
        certain, possible = backend.add_atom(), backend.add_atom()
        acts = sorted({e for e in node.bindings.values() if e in self.moves.acts}) if node.kind == "candidate" else []
        chosen = [self._choice(act, backend) for act in acts]
        if node.stand_in:
            backend.add_rule([possible], [*chosen, *(self.possible(p) for p in premises)])
        elif not premises and not acts:
            self._leaf(node, certain, possible, backend)
        elif node.op is Op.NOT:
            backend.add_rule([certain], [-self.possible(premises[0])])
            backend.add_rule([possible], [-self.certain(premises[0])])
        elif node.op is Op.ALL:
            backend.add_rule([certain], [*chosen, *(self.certain(p) for p in premises)])
            backend.add_rule([possible], [*chosen, *(self.possible(p) for p in premises)])
        else:
            least = node.minimum if node.op is Op.AT_LEAST else 1
            backend.add_weight_rule([certain], least, [(self.certain(p), 1) for p in premises])
            # an entry that we were not shown counts as any number
            backend.add_weight_rule([possible], least, [(self.possible(p), least if p.stand_in else 1) for p in premises])
        return certain, possible

    def _leaf(self, node: Node, certain: Atom, possible: Atom, backend: Backend) -> None:
        key = node.statement
        if key is not None and key in self.moves.sayings:
            said = self.say(key, backend)
            backend.add_rule([certain], [said])
            backend.add_rule([possible], [said])
            self._unsaid(key, possible, backend)
        elif key is not None and key[0] == "exposed_to" and key[2] == UNKNOWN_FACTOR:
            backend.add_rule([possible], [-self._concluded_mapping(key[1], backend)])
        else:
            backend.add_rule([possible])

    def _unsaid(self, key: Key, possible: Atom, backend: Backend) -> None:
        """Say what a statement is where no move makes it: of a new act open, unless its list was given without it; else what it was."""
        prop, subject, _ = key
        if subject not in self.moves.acts:
            if self.moves.sayings[key] is Truth.UNKNOWN:
                backend.add_rule([possible])
        elif self.moves.sayings[key] is Truth.UNKNOWN:
            if self.vocabulary.properties[prop].kind is Kind.LINK:
                backend.add_rule([possible], [-self._listed(prop, subject, backend)])
            else:
                backend.add_rule([possible])

    def _listed(self, prop: str, subject: str, backend: Backend) -> Atom:
        """Give the atom that holds where the list of a property is given."""
        if (prop, subject) not in self._given:
            given = self._given[prop, subject] = backend.add_atom()
            for key in self._by_field[prop, subject]:
                backend.add_rule([given], [self.say(key, backend)])
        return self._given[prop, subject]

    def _concluded_mapping(self, unit: str, backend: Backend) -> Atom:
        """Give the atom that holds where a new mapping of a unit is concluded: then no factor is left to come to light."""
        if unit not in self._mapped:
            mapped = self._mapped[unit] = backend.add_atom()
            for act in self.moves.acts.values():
                said = [("applies_to", act.id, unit), ("concluded", act.id, None)]
                if act.cls == "Mapping" and all(key in self.moves.sayings for key in said):
                    backend.add_rule([mapped], [self.say(key, backend) for key in said])
        return self._mapped[unit]

    def _choice(self, act: str, backend: Backend) -> Atom:
        """Give the atom of doing an act."""
        if act not in self.chosen:
            atom = self.chosen[act] = backend.add_atom()
            backend.add_rule([atom], choice=True)
            if units := self._of_units(act):  # it is done somewhere
                somewhere = backend.add_atom()
                for key in units:
                    backend.add_rule([somewhere], [self.say(key, backend)])
                backend.add_rule([], [atom, -somewhere])
        return self.chosen[act]

    def _keep_together(self, atom: Atom, act: str, obj: str | None, backend: Backend) -> None:
        """Let an act that is about an entry be done somewhere where that entry is."""
        where = [key for key in self._of_units(act) if key[2] in self._units_of.get(obj or "", ())]
        if where and obj not in self._units:
            there = backend.add_atom()
            for key in where:
                backend.add_rule([there], [self.say(key, backend)])
            backend.add_rule([], [atom, -there])

    def _of_units(self, act: str) -> list[Key]:
        """Give the statements of where an act is done."""
        return [key for key in self.moves.sayings if key[1] == act and self.vocabulary.properties[key[0]].range == "Unit"]

    def say(self, key: Key, backend: Backend) -> Atom:
        """Give the atom of a statement that a move makes true; of a new act only where that is done."""
        if key not in self.said:
            atom = self.said[key] = backend.add_atom()
            backend.add_rule([atom], choice=True)
            prop, subject, obj = key
            if subject in self.moves.acts:
                backend.add_rule([], [atom, -self._choice(subject, backend)])
                self._keep_together(atom, subject, obj, backend)
            if self.vocabulary.properties[prop].kind is Kind.LINK and not self.vocabulary.properties[prop].many:
                for other, taken in list(self.said.items()):
                    if other != key and other[:2] == key[:2] and self.vocabulary.properties[prop].range != "Unit":
                        backend.add_rule([], [atom, taken])
        return self.said[key]


class Values:
    """The truth of steps under one choice of moves, without a solver."""

    def __init__(self, acts: Collection[str], said: Collection[Key], moves: Moves, vocabulary: Vocabulary) -> None:
        self._acts, self._said, self._moves, self._vocabulary = frozenset(acts), frozenset(said), moves, vocabulary
        self._listed = {key[:2] for key in self._said if vocabulary.properties[key[0]].kind is Kind.LINK}
        concluded = {act for prop, act, _ in self._said if prop == "concluded"}
        self._mapped = {unit for prop, act, unit in self._said if prop == "applies_to" and act in concluded}
        self._known: dict[int, Truth] = {}

    def of(self, root: Node) -> Truth:
        """Give the truth of a step."""
        waiting = [root]
        while waiting:
            node = waiting[-1]
            premises = [] if node.truth is not Truth.UNKNOWN else premises_of(node)
            missing = [p for p in premises if id(p) not in self._known] if id(node) not in self._known else []
            if missing:
                waiting += missing
            else:
                waiting.pop()
                self._known.setdefault(id(node), self._truth(node, premises))
        return self._known[id(root)]

    def _truth(self, node: Node, premises: list[Node]) -> Truth:
        if node.truth is not Truth.UNKNOWN:
            return node.truth
        if node.kind == "candidate" and any(e in self._moves.acts and e not in self._acts for e in node.bindings.values()):
            return Truth.NO
        truths = [self._known[id(p)] for p in premises]
        if node.stand_in:
            return min(all_of(truths), Truth.UNKNOWN)
        if not premises and not any(e in self._moves.acts for e in node.bindings.values()):
            return self._leaf(node.statement)
        if node.op is Op.NOT:
            return ~truths[0]
        if node.op is Op.ALL:
            return all_of(truths)
        least = node.minimum if node.op is Op.AT_LEAST else 1
        if any(p.stand_in and t is Truth.UNKNOWN for p, t in zip(premises, truths, strict=True)):
            return Truth.YES if sum(t is Truth.YES for t in truths) >= least else Truth.UNKNOWN
        return at_least(least, truths)

    def _leaf(self, key: Key | None) -> Truth:
        if key is None:
            return Truth.UNKNOWN
        if key in self._said:
            return Truth.YES
        if key[0] == "exposed_to" and key[2] == UNKNOWN_FACTOR and key[1] in self._mapped:
            return Truth.NO
        if key not in self._moves.sayings:
            return Truth.UNKNOWN
        return Truth.NO if key[:2] in self._listed and key[1] in self._moves.acts else self._moves.sayings[key]
