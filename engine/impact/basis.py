"""Proofs compared as data: what an outcome rests on, as a number that two outcomes share when they rest on the same.

A step is what it says (its statement, or its condition with the things it is about put in for its variables), how it turned out, what the
case says of it, and the steps that made it turn out so, in any order. Where a rule stands, in which language and with which letters, makes
no difference; which rule it is, does. What was looked at and decided nothing (a ground of breach that does not hold, beside one that does)
is no part of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.assessment import Foreseen, Noted
from engine.case.facts import Said
from engine.impact.edits import Edits, parameters_of
from engine.impact.form import OLD, closed, plain
from engine.inference.outcome import Outcome
from engine.inference.program import Program
from engine.proof.node import Node, Op
from engine.truth import Truth

SAYS_SOMETHING = ("exists", "for_all", "if", "at_least", "comparison")  # what such a step says stands in its condition, not in its premises
GROUNDS = ("breach", "suspicion", "unless", "invoked")  # what a duty tries for itself, beside what it asks for
PARTS = ("applies", "breach", "met", "suspicion")
NOTHING: frozenset[str] = frozenset()


class Numbers:
    """Gives equal values the same number, and others another. Both sides of a comparison share one."""

    def __init__(self) -> None:
        self._known: dict[object, int] = {}

    def of(self, value: object) -> int:
        """Give the number of a value."""
        return self._known.setdefault(value, len(self._known))


@dataclass(frozen=True, slots=True)
class Says:
    """What a place in the rules says: the number of its form, the variables it takes from outside, and the parameters it names."""

    form: int
    outside: tuple[str, ...]
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on: equal bases have equal numbers. ``because`` are the keys of the edits that occur in its proof."""

    number: int
    because: frozenset[str]


@dataclass(slots=True)
class Reader:
    """Reads the proofs of one assessment. ``forms`` are the numbers of the forms of conditions, the same for every case."""

    program: Program
    edits: Edits
    numbers: Numbers
    forms: Numbers
    says: dict[str, Says]  # by place; kept from case to case
    _seen: dict[int, Basis] = field(default_factory=dict)

    def of_outcome(self, outcome: Outcome) -> Basis:
        """Give what an outcome of a duty rests on: the part of its proof that decides it, the provisions, and what it could still be."""
        validity = outcome.validity
        more = (
            outcome.outcome, outcome.duty.bearer, outcome.duty.origins.interpretation, validity.standing, validity.inferred,
            tuple(provision.id for provision in validity.cited), outcome.openness.could_be, outcome.openness.settled,
            *(getattr(outcome, part).truth for part in PARTS if outcome.is_open),
        )  # fmt: skip
        return self._whole(outcome.duty.origins.id, _deciding(outcome), more)

    def of_noted(self, noted: Noted) -> Basis:
        """Give what a remark rests on."""
        return self._whole(noted.remark.origins.id, (noted.proof,), (noted.remark.force, noted.remark.message))

    def of_foreseen(self, foreseen: Foreseen) -> Basis:
        """Give what an outlook rests on."""
        return self._whole(foreseen.outlook.origins.id, (foreseen.proof,), (foreseen.outlook.message, foreseen.outlook.reactions))

    def _whole(self, part: str, nodes: Iterable[Node], more: object) -> Basis:
        found = [self._step(node) for node in nodes]
        because = NOTHING.union(self._edits_of(part), *(basis.because for basis in found))
        return Basis(self.numbers.of((tuple(basis.number for basis in found), more)), because)

    def _step(self, node: Node) -> Basis:
        known = self._seen.get(id(node))
        if known is not None:
            return known
        rule, _, path = node.place.partition(":")
        said, because = self._said(node)
        premises = [self._step(premise) for premise in _bearing(node)]
        failed, others = (node.refused, node.others) if node.truth is Truth.NO else ((), ())
        refused = []
        for each in failed:
            inner = self._step(each.node) if each.node else None
            what, whose = self._condition(each.place, each.bindings)
            refused.append(self.numbers.of((tuple(sorted(each.bindings.values())), what, inner.number if inner else None)))
            because = because.union(whose, inner.because if inner else NOTHING)
        value = (
            node.kind, node.op, node.truth, node.minimum, _statement(node), said, _source(node.said), node.stand_in,
            plain(rule.partition("#")[0]) if path == "use" else "", "" if "/" in path or node.op is Op.NOT else path,
            tuple(sorted(node.bindings.values())) if node.kind == "candidate" or not premises else (),
            _noted(node.note), tuple(sorted(others)), tuple(sorted(basis.number for basis in premises)),
            tuple(sorted(refused)),
        )  # fmt: skip
        because = because.union(self._edits_of(rule), *(basis.because for basis in premises))
        found = self._seen[id(node)] = Basis(self.numbers.of(value), because)
        return found

    def _edits_of(self, place: str) -> tuple[str, ...]:
        """Give the edits of the rule that a place is in."""
        return self.edits.of_rule.get(plain(place.partition("#")[0].partition(":")[0]), ())

    def _said(self, node: Node) -> tuple[object, frozenset[str]]:
        """Give what a step says that its premises don't, and the edits that this names."""
        if node.kind not in SAYS_SOMETHING or not node.place:
            return None, NOTHING
        return self._condition(node.place, node.bindings)

    def _condition(self, place: str, bindings: Mapping[str, str]) -> tuple[object, frozenset[str]]:
        """Give what stands at a place, with the things it is about, and the edits of the rule it stands in and of its parameters."""
        says = self.says.get(place)
        if says is None:
            says = self.says[place] = self._read(place)
        whose = NOTHING.union(self._edits_of(place))
        return (says.form, tuple(bindings.get(name) for name in says.outside)), whose.union(says.parameters)

    def _read(self, place: str) -> Says:
        condition = self.program.conditions.get(place)
        if condition is None:  # the scope of a part: what it is over
            return Says(self.forms.of(tuple(variable.type for variable in self.program.plans[place].variables)), (), ())
        form, outside = closed(condition)
        named = (plain(name) for name in parameters_of(condition))
        changed = tuple(f"parameter:{name}" for name in named if name in self.edits.parameters)
        return Says(self.forms.of(form), outside, changed)


def _deciding(outcome: Outcome) -> list[Node]:
    """Give the parts of a proof that an outcome rests on: an open one on every open part; where none is open, on what is lacking."""
    match outcome.outcome:
        case "not_applicable":
            return [outcome.applies]
        case "breach":
            return [outcome.applies, outcome.breach]
        case "met":
            return [outcome.applies, outcome.met]
    found = [outcome.suspicion] if outcome.outcome == "investigate" else []
    found += [node for part in PARTS if (node := getattr(outcome, part)).truth is Truth.UNKNOWN and node not in found]
    return found or [outcome.met]


def _bearing(node: Node) -> list[Node]:
    """Give the premises that bear on how a step turned out: of several ways those that hold, of several needs those that fail or are open.

    That no ground of breach or suspicion and no exception holds is no reason for anything.
    """
    match node.truth, node.op:
        case (Truth.YES, Op.ANY | Op.AT_LEAST) | (Truth.NO, Op.ALL) | (Truth.UNKNOWN, Op.ALL | Op.ANY):
            return [premise for premise in node.premises if premise.truth is node.truth]
        case Truth.UNKNOWN, Op.AT_LEAST:
            return [premise for premise in node.premises if premise.truth is not Truth.NO]
        case Truth.YES, Op.ALL:
            return [premise for premise in node.premises if premise.op is not Op.NOT or _path(premise) not in GROUNDS]
        case _:
            return list(node.premises)


def _path(node: Node) -> str:
    return node.place.partition(":")[2]


def _statement(node: Node) -> object:
    return node.statement and tuple(part and plain(part) for part in node.statement)


def _noted(note: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give the note of a step; the address of an outcome and the name of a parameter without the mark of the older encoding."""
    return tuple(sorted((key, value.replace(OLD, "")) for key, value in note.items()))


def _source(said: Said | None) -> object:
    """Give where a fact is known from, without the line of the case file."""
    return said and (said.how, said.who, said.as_of, tuple((each.document, each.place) for each in said.evidence), said.because)
