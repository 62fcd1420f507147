"""Variables that are introduced and then not used (F101, F102)."""

import re
from collections.abc import Iterator, Sequence

from engine.errors import Problem
from engine.language import syntax as s
from engine.language.walk import Part, every, inside
from engine.lint.subject import Subject
from engine.vocabulary.model import Kind

WHOLE = "Undertaking"  # there is one in each case: a part about the whole case needs a variable for it, and may have nothing to say of it


def findings(subject: Subject) -> Iterator[Problem]:
    """Find variables that nothing is said about, and dates and numbers that nothing is compared with.

    An existence may be all that a condition says («det finnes en opplæring O»); so a variable counts as unused where something
    is said below it, and not of it.
    """
    for part in subject.parts:
        joins, sections = tuple(join for each in part.scope for join in each.joins), _sections(part)
        said = joins + tuple(c for section in sections for c in section)
        concluded = (part.then,) if isinstance(part, s.Rule) else ()
        for each in part.scope:
            if not _speaks(said + concluded, each.var.name) and each.var.type != WHOLE:
                yield _found(subject, "F101", each.place, each.var.name)
        yield from _values(subject, joins, said)
        yield from _within(subject, joins)
        for section in sections:
            yield from _values(subject, section, section)
            yield from _within(subject, section)


def _sections(part: Part) -> list[s.Conditions]:
    if not isinstance(part, s.Duty):
        return [part.when]
    return [part.when, *part.unless, *part.invoked, part.requires, part.met_when, *part.breach_when, *part.suspicion_when]


def _within(subject: Subject, block: Sequence[s.Condition]) -> Iterator[Problem]:
    """Go through the blocks inside a block."""
    for condition in block:
        if isinstance(condition, s.Exists | s.ForAll) and condition.body and not _speaks(condition.body, condition.var.name):
            yield _found(subject, "F101", condition.place, condition.var.name)
        for inner in (condition.test, condition.body) if isinstance(condition, s.If) else (inside(condition),):
            yield from _values(subject, inner, inner)
            yield from _within(subject, inner)


def _values(subject: Subject, block: Sequence[s.Condition], whole: Sequence[s.Condition]) -> Iterator[Problem]:
    """Look at the dates and numbers that a block gives; ``whole`` is where they are known."""
    for condition in block:
        if isinstance(condition, s.Sentence) and isinstance(condition.object, s.Var):
            is_value = subject.vocabulary.properties[condition.property].kind is Kind.VALUE
            if is_value and not any(_uses(other, condition.object.name) for other in every(whole) if other is not condition):
                yield _found(subject, "F102", condition.place, condition.object.name)


def _speaks(conditions: Sequence[s.Condition], name: str) -> bool:
    return any(_uses(each, name) for each in every(conditions))


def _uses(condition: s.Condition, name: str) -> bool:
    match condition:
        case s.Sentence(_, subject, obj):
            return any(isinstance(term, s.Var) and term.name == name for term in (subject, obj))
        case s.Compare(left, _, right):
            return left.name == name or (isinstance(right, s.Var) and right.name == name)
        case _:
            return False


def _found(subject: Subject, code: str, place: s.Place, name: str) -> Problem:
    """Point at the variable itself, which stands after the words that introduce it."""
    line = subject.files.lines(place.file)[place.line - 1]
    written = re.compile(rf"(?<!\w){name}(?!\w)").search(line, place.column - 1)
    return subject.files.found(code, place.file, place.line, written.start() + 1 if written else place.column, name=name)
