"""What a part of a rule file means, whatever language and layout it was written in."""

from dataclasses import fields, is_dataclass

from engine.language import syntax as s
from engine.language.walk import Part, conditions_of, every


def meaning(value: object) -> object:
    """Give a checked part, or anything within one, as nested tuples without places, language and source text.

    Two parts with equal meanings are the same rule to every reader of the rule base but those that print its source.
    """
    if isinstance(value, s.Place):
        return None
    if isinstance(value, s.Origins):
        return (value.id, value.provisions, value.interpretation, value.valid_from, value.valid_until)
    if is_dataclass(value):
        return (type(value).__name__, *(meaning(getattr(value, each.name)) for each in fields(value)))
    if isinstance(value, tuple):
        return tuple(meaning(each) for each in value)
    return value


def difference(part: Part, other: Part) -> s.Place | None:
    """Give the place in ``part`` where two parts first differ in meaning; None where they don't.

    That is the first scope or condition that says something else itself, whatever is within it; else the head.
    """
    if meaning(part) == meaning(other):
        return None
    for scope, its in zip(part.scope, other.scope, strict=False):
        if meaning(scope.var) != meaning(its.var):
            return scope.place
    for condition, counterpart in zip(every(conditions_of(part)), every(conditions_of(other)), strict=False):
        if _own(condition) != _own(counterpart):
            return condition.place
    return part.origins.place


def _own(condition: s.Condition) -> object:
    """Give what a condition says itself, without the conditions within it."""
    said = [each.name for each in fields(condition) if each.name not in ("body", "test", "branches")]
    return (type(condition).__name__, *(meaning(getattr(condition, name)) for name in said))
