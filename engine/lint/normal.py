"""Conditions in one form, so that two ways of saying the same are equal: no places, no names of variables, negations inside.

``dersom`` becomes a choice, ``for alle`` the row of its members, a variable that an existence introduces is called
by how many existences stand within it, and a date or number that a sentence gives by that sentence (there is only one: «U har N
ansatte»). What is left are sentences, comparisons, existences and their negations, joined by AllOf and AtLeast. It is the classical
reading: every completion of what is open is looked at by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from engine.language import syntax as s
from engine.language.walk import inside
from engine.vocabulary.model import Kind, Vocabulary

NOWHERE = s.Place("", 0, 0)
OF = "|"  # dated|O: the date of O
NEGATED = {"lt": "ge", "le": "gt", "ge": "lt", "gt": "le"}
Bound = Mapping[str, s.Term]


def normal(conditions: Sequence[s.Condition], bound: Bound, vocabulary: Vocabulary) -> s.Conditions:
    """Give a block of conditions, all of which hold together, in one form; ``bound`` says what its variables stand for."""
    names = values_in(conditions, bound, vocabulary)
    return joined(form(each, names, vocabulary) for each in conditions)


def values_in(conditions: Sequence[s.Condition], bound: Bound, vocabulary: Vocabulary) -> Bound:
    """Add the dates and numbers that the sentences of a block give: they are known in the whole block, whatever the order."""
    found = dict(bound)
    for each in conditions:
        if isinstance(each, s.Sentence) and isinstance(each.object, s.Var) and vocabulary.properties[each.property].kind is Kind.VALUE:
            subject = _term(each.subject, found)
            name = subject.name if isinstance(subject, s.Var) else subject.concept
            found.setdefault(each.object.name, s.Var(f"{each.property}{OF}{name}", each.object.type))
    return found


def form(condition: s.Condition, bound: Bound, vocabulary: Vocabulary) -> s.Condition:
    """Give one condition in its form."""
    match condition:
        case s.Sentence(prop, subject, obj):
            return s.Sentence(prop, _term(subject, bound), _term(obj, bound) if obj else None, NOWHERE)
        case s.Compare(left, _, right):
            other = _variable(right, bound) if isinstance(right, s.Var) else right
            return replace(condition, left=_variable(left, bound), right=other, place=NOWHERE)
        case s.Not(body):
            return negated(form(body, bound, vocabulary))
        case s.Exists(var, minimum, body):
            own = s.Var(f"_{_height(body)}", var.type)
            return s.Exists(own, minimum, normal(body, {**bound, var.name: own}, vocabulary), NOWHERE)
        case s.ForAll(var, collection, body):
            members = vocabulary.collections[collection].members
            return all_of(c for m in members for c in normal(body, {**bound, var.name: s.Const(m)}, vocabulary))
        case s.If(test, body):
            unless = negated(all_of(normal(test, bound, vocabulary)))
            return some_of((unless, all_of(normal(body, bound, vocabulary))))
        case s.AllOf(body):
            return all_of(normal(body, bound, vocabulary))
        case s.AtLeast(n, branches):
            return _at_least(n, tuple(form(each, bound, vocabulary) for each in branches))


def negated(condition: s.Condition) -> s.Condition:
    """Give the negation of a condition that is in its form, in its form."""
    match condition:
        case s.Not(body):
            return body
        case s.AllOf(body):
            return some_of(tuple(negated(each) for each in body))
        case s.AtLeast(n, branches):
            return _at_least(len(branches) - n + 1, tuple(negated(each) for each in branches))
        case s.Compare(op=op) if op in NEGATED:
            return replace(condition, op=NEGATED[op])
        case _:
            return s.Not(condition, NOWHERE)


def joined(conditions: Iterable[s.Condition]) -> s.Conditions:
    """Put conditions that hold together in a fixed order, each once, groups opened."""
    flat: dict[s.Condition, str] = {}
    for each in conditions:
        for one in each.body if isinstance(each, s.AllOf) else (each,):
            flat[one] = ""
    return tuple(sorted(flat, key=_order)) if len(flat) > 1 else tuple(flat)


def all_of(conditions: Iterable[s.Condition]) -> s.Condition:
    """Make one condition of several."""
    found = joined(conditions)
    return found[0] if len(found) == 1 else s.AllOf(found, NOWHERE)


def some_of(branches: Sequence[s.Condition]) -> s.Condition:
    """Make a choice; a choice among choices is one choice."""
    flat: dict[s.Condition, str] = {}
    for each in branches:
        for one in each.branches if isinstance(each, s.AtLeast) and each.n == 1 else (each,):
            flat[one] = ""
    return next(iter(flat)) if len(flat) == 1 else s.AtLeast(1, tuple(sorted(flat, key=_order)), NOWHERE)


def _at_least(n: int, branches: s.Conditions) -> s.Condition:
    if n <= 1:
        return some_of(branches)
    return all_of(branches) if n >= len(branches) else s.AtLeast(n, tuple(sorted(branches, key=_order)), NOWHERE)


def put(condition: s.Condition, name: str, term: s.Term) -> s.Condition:
    """Put a term in the place of a variable, in a condition that is in its form."""
    match condition:
        case s.Sentence(prop, subject, obj):
            return s.Sentence(prop, _put(subject, name, term), _put(obj, name, term) if obj else None, NOWHERE)
        case s.Compare(left, _, right):
            other = _put_value(right, name, term) if isinstance(right, s.Var) else right
            return replace(condition, left=_put_value(left, name, term), right=other)
        case s.Not(body):
            return negated(put(body, name, term))
        case s.Exists(var, minimum, body):
            return s.Exists(var, minimum, joined(put(each, name, term) for each in body), NOWHERE)
        case s.AllOf(body):
            return all_of(put(each, name, term) for each in body)
        case s.AtLeast(n, branches):
            return _at_least(n, tuple(put(each, name, term) for each in branches))
    raise TypeError(f"not in its form: {condition!r}")


def _order(condition: s.Condition) -> str:
    """Write a condition in its form as text, to put several in a fixed order."""
    match condition:
        case s.Sentence(prop, subject, obj):
            return f"{prop} {_named(subject)} {_named(obj) if obj else ''}"
        case s.Compare(left, op, right, offset, direction):
            return f"{left.name} {op} {right} {offset} {direction}"
        case s.Exists(var, minimum):
            head = f"{minimum} {var.type}"
        case s.AtLeast(n):
            head = str(n)
        case _:
            head = type(condition).__name__
    return f"{head}({'; '.join(map(_order, inside(condition)))})"


def _named(term: s.Term) -> str:
    return f"?{term.name}" if isinstance(term, s.Var) else term.concept


def _height(conditions: Sequence[s.Condition]) -> int:
    """Count how deep existences stand within one another."""
    return max((_height(inside(each)) + isinstance(each, s.Exists) for each in conditions), default=0)


def _put(old: s.Term, name: str, term: s.Term) -> s.Term:
    if isinstance(old, s.Const):
        return old
    return term if old.name == name else _put_value(old, name, term)


def _put_value(old: s.Var, name: str, term: s.Term) -> s.Var:
    """Put a term in what a date or a number is called by."""
    given, _, owner = old.name.partition(OF)
    if owner != name:
        return old
    return s.Var(f"{given}{OF}{term.name if isinstance(term, s.Var) else term.concept}", old.type)


def _term(term: s.Term, bound: Bound) -> s.Term:
    return bound.get(term.name, term) if isinstance(term, s.Var) else term


def _variable(var: s.Var, bound: Bound) -> s.Var:
    found = bound.get(var.name, var)
    return found if isinstance(found, s.Var) else var
