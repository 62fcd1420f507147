"""The mutants of a rule base: each rule changed in one place, in a way that a slip of the editor could change it.

* ``drop``: a condition is left out. Not the line that only says what a date or a number is called, nor a condition without which the
  block around it would say nothing: that is the same as leaving out the block.
* ``negation``: what must not hold must hold.
* ``reverse``: a comparison is turned round (at least for at most, before for after; one thing later than another).
* ``edge``: a comparison leaves out, or takes in, the limit itself (less than for at most).
* ``direction``: a distance is counted the other way (before a day for after it).
* ``exception``: a section *does not apply when* or *invoked exception when* is taken out.

A condition that only repeats what joins the scope is not dropped: where it does not hold there is no scope, so nothing would change.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from engine.inference.plan import inner
from engine.language.syntax import AllOf, AtLeast, Compare, Condition, Conditions, Exists, ForAll, If, Not, Place, RuleSet, Sentence, Var
from engine.language.walk import Part
from engine.scenarios.conditions import EXCEPTIONS, line_of, parts_of, said, sections, with_section
from engine.vocabulary.model import Kind, Vocabulary

P = TypeVar("P", bound=Part)
REVERSED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}
EDGED = {"lt": "le", "le": "lt", "gt": "ge", "ge": "gt"}
OTHER_WAY = {"before": "after", "after": "before"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A part of the rule base with one change. ``id`` stays the same when the file is formatted, or written in another language."""

    id: str
    kind: str
    place: Place
    line: str  # the sentence that was changed, as it stands in the file
    part: Part = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Change:
    path: str
    kind: str
    changed: Condition  # what stood there
    into: Condition | None  # None: left out


def mutants(rules: RuleSet, vocabulary: Vocabulary) -> tuple[Mutant, ...]:
    """Give every mutant of a rule base, in the order of the files and of the lines in them."""
    parts = parts_of(rules)
    versions = Counter(part.origins.id for part in parts)
    return tuple(mutant for part in parts for mutant in _Mutation(vocabulary, versions[part.origins.id] > 1).of(part))


def key_of(part: Part) -> tuple[str, int]:
    """Give what tells a part from every other: a duty may stand twice, for different times."""
    return part.origins.place.file, part.origins.place.line


def mutated(rules: RuleSet, mutant: Mutant) -> RuleSet:
    """Give rules with a mutant in the place of the part that it was made of; the same rules where that is not among them."""
    return RuleSet(
        _in_place(rules.duties, mutant.part),
        _in_place(rules.rules, mutant.part),
        _in_place(rules.remarks, mutant.part),
        _in_place(rules.outlooks, mutant.part),
    )


def _in_place(parts: tuple[P, ...], other: Part) -> tuple[P, ...]:
    return tuple(other if key_of(part) == key_of(other) else part for part in parts)  # type: ignore[misc]


class _Mutation:
    """Makes the mutants of one part."""

    def __init__(self, vocabulary: Vocabulary, has_versions: bool) -> None:
        self.vocabulary, self.has_versions = vocabulary, has_versions

    def of(self, part: Part) -> Iterator[Mutant]:
        repeated = {said(join) for each in part.scope for join in each.joins}
        for section, conditions in sections(part).items():
            is_exception = section.split("/")[0] in EXCEPTIONS
            if is_exception:
                whole = _Change(section, "exception", conditions[0], None)
                yield self._mutant(part, whole, with_section(part, section, ()))
            for number, condition in enumerate(conditions):
                for change in self._changes(f"{section}/{number}", condition):
                    is_drop = change.kind == "drop" and change.changed is condition
                    if is_drop and ((section == "when" and said(condition) in repeated) or (is_exception and len(conditions) == 1)):
                        continue
                    left = _with_child(conditions, number, change.into)
                    yield self._mutant(part, change, with_section(part, section, left))

    def _mutant(self, part: Part, change: "_Change", into: Part) -> Mutant:
        origins = part.origins
        name = f"{origins.id}@{origins.valid_from or 'start'}" if self.has_versions else origins.id
        print_ = hashlib.sha256(said(change.changed).encode()).hexdigest()[:6]
        place = change.changed.place
        return Mutant(f"{name} {change.path} {change.kind} {print_}", change.kind, place, line_of(origins, place), into)

    def _changes(self, path: str, condition: Condition) -> Iterator["_Change"]:
        """Give every change of a condition and of what stands in it; ``into`` is what then stands in its own place."""
        if not self._gives_value(condition):
            yield _Change(path, "drop", condition, None)
        for kind, other in self._flipped(condition):
            yield _Change(path, kind, condition, other)
        for number, (inside_path, inside) in enumerate(inner(path, condition)):
            for change in self._changes(inside_path, inside):
                if change.into is None:
                    if (left := _without(condition, number)) is not None:
                        yield replace(change, into=left)
                else:
                    yield replace(change, into=_with(condition, number, change.into))

    def _flipped(self, condition: Condition) -> Iterator[tuple[str, Condition]]:
        match condition:
            case Not(body):
                yield "negation", body
            case Compare(op=op, direction=direction):
                if op in REVERSED:
                    yield "reverse", replace(condition, op=REVERSED[op])
                    yield "edge", replace(condition, op=EDGED[op])
                if direction is not None:
                    yield "direction", replace(condition, direction=OTHER_WAY[direction])
            case Sentence(property=name, subject=subject, object=obj) if self.vocabulary.properties[name].kind is Kind.LATER:
                assert obj is not None, "later than nothing"
                yield "reverse", replace(condition, subject=obj, object=subject)

    def _gives_value(self, condition: Condition) -> bool:
        """Say whether a line does no more than give a date or a number a name."""
        return (
            isinstance(condition, Sentence)
            and self.vocabulary.properties[condition.property].kind is Kind.VALUE
            and isinstance(condition.object, Var)
        )


def _with_child(conditions: Conditions, number: int, into: Condition | None) -> Conditions:
    return (*conditions[:number], *(() if into is None else (into,)), *conditions[number + 1 :])


def _with(condition: Condition, number: int, into: Condition) -> Condition:
    """Put another condition in the place of one that stands in a condition."""
    match condition:
        case Not():
            return replace(condition, body=into)
        case Exists(body=body) | ForAll(body=body) | AllOf(body=body):
            return replace(condition, body=_with_child(body, number, into))
        case AtLeast(branches=branches):
            return replace(condition, branches=_with_child(branches, number, into))
        case If(test=test, body=body) if number < len(test):
            return replace(condition, test=_with_child(test, number, into))
        case If(test=test, body=body):
            return replace(condition, body=_with_child(body, number - len(test), into))
    raise TypeError(f"nothing stands in {condition!r}")


def _without(condition: Condition, number: int) -> Condition | None:
    """Leave out what stands in a condition; None where the rest would say nothing, so that it is the condition that is left out."""
    match condition:
        case Exists(body=body):
            return replace(condition, body=_with_child(body, number, None))
        case (ForAll(body=body) | AllOf(body=body)) if len(body) > 1:
            return replace(condition, body=_with_child(body, number, None))
        case AtLeast(n=n, branches=branches) if len(branches) > 1:
            left = _with_child(branches, number, None)
            return replace(condition, n=min(n, len(left)), branches=left)
        case If(test=test, body=body, place=place) if number < len(test):
            return AllOf(body, place) if len(test) == 1 else replace(condition, test=_with_child(test, number, None))
        case If(test=test, body=body) if len(body) > 1:
            return replace(condition, body=_with_child(body, number - len(test), None))
    return None
