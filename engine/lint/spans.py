"""Comparisons as spans of a line: which leave nothing, which leave everything, and which follow from others."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.language import syntax as s

MONTHS = {"months": 1, "years": 12}
DAYS = {"days": 1, "weeks": 7}


@dataclass(frozen=True, slots=True)
class Span:
    """Everything from ``low`` to ``high``, both included. Ends are doubled, so that what lies between two whole numbers has a place."""

    low: float = -math.inf
    high: float = math.inf

    @property
    def empty(self) -> bool:
        """Say whether nothing is left."""
        return self.low > self.high

    def holds(self, other: "Span") -> bool:
        """Say whether another span lies within this one, and does so because of what it says."""
        return self.low <= other.low and other.high <= self.high

    @staticmethod
    def meet(spans: Iterable["Span"]) -> "Span":
        """Give what several spans have in common."""
        found = list(spans)
        return Span(max((each.low for each in found), default=-math.inf), min((each.high for each in found), default=math.inf))


def axis_of(compare: s.Compare) -> object:
    """Give the line that a comparison is about: comparisons of one line can be laid beside each other, others can't."""
    right: object = compare.right
    if isinstance(compare.right, s.Amount | date):
        right = "fixed"
    if compare.offset is None:
        return (compare.left.name, right, "")
    if isinstance(compare.offset, s.ParameterRef):
        return (compare.left.name, compare.right, compare.offset.parameter, compare.direction)
    return (compare.left.name, compare.right, "months" if compare.offset.unit in MONTHS else "days", compare.direction)


def span_of(compare: s.Compare) -> Span | None:
    """Give the span that a comparison leaves; None where it leaves no single one."""
    point: float = 0
    whole = False
    if isinstance(compare.offset, s.Amount):
        point = compare.offset.number * (MONTHS | DAYS)[compare.offset.unit]
    elif compare.offset is None and isinstance(compare.right, s.Amount):
        point, whole = compare.right.number, True
    elif compare.offset is None and isinstance(compare.right, date):
        point, whole = compare.right.toordinal(), True
    elif compare.offset is None:
        whole = True  # two dates or two numbers: what lies between them is whole too
    step = 2 if whole else 1
    point *= 2
    counted = isinstance(compare.right, s.Amount)
    low = 0.0 if counted else -math.inf
    match compare.op:
        case "lt":
            return Span(low, point - step)
        case "le":
            return Span(low, point)
        case "gt":
            return Span(max(low, point + step))
        case "ge":
            return Span(max(low, point))
        case _:
            return Span(point, point)


def trivially(compare: s.Compare) -> bool | None:
    """Say whether a comparison holds, or fails, whatever the case says; None for all others. Numbers count something: none is below 0."""
    if compare.right == compare.left and compare.offset is None:
        return compare.op in ("le", "ge", "eq")
    if isinstance(compare.right, s.Amount):
        span = span_of(compare)
        if span is not None and span.empty:
            return False
        if span == Span(0.0):
            return True
    return None
