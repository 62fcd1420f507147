"""Comparing what rules mean, whatever language and layout they were written in."""

from dataclasses import fields, is_dataclass

from engine.language.syntax import Origins, Place


def meaning(value: object) -> object:
    """Give a checked rule as nested tuples without places and origins (but with id, provisions and interval)."""
    if isinstance(value, Place):
        return None
    if isinstance(value, Origins):
        return (value.id, value.provisions, value.interpretation, value.valid_from, value.valid_until)
    if is_dataclass(value):
        return (type(value).__name__, *(meaning(getattr(value, each.name)) for each in fields(value)))
    if isinstance(value, tuple):
        return tuple(meaning(each) for each in value)
    return value
