"""Three values: yes, no and unknown, and how they combine (Kleene's strong logic).

A value is the pair the design speaks of: YES is certain (and so possible), UNKNOWN is possible and not certain, NO is not
possible. Conjunction is the least of its parts, disjunction the greatest; negation turns the order round. So both compilations of
a rule, the certain and the possible one, are read off one evaluation.
"""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """The truth of a statement or a condition."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    def __invert__(self) -> "Truth":
        return Truth(2 - self)

    @property
    def word(self) -> str:
        """The value as it stands in a proof: yes, no or unknown."""
        return self.name.lower()


def all_of(parts: Iterable[Truth]) -> Truth:
    """Give the conjunction; of nothing it is YES."""
    return min(parts, default=Truth.YES)


def any_of(parts: Iterable[Truth]) -> Truth:
    """Give the disjunction; of nothing it is NO."""
    return max(parts, default=Truth.NO)


def at_least(minimum: int, parts: Iterable[Truth]) -> Truth:
    """Say whether at least ``minimum`` of the parts hold: certain from those that are, possible from those that may be."""
    values = list(parts)
    if sum(value is Truth.YES for value in values) >= minimum:
        return Truth.YES
    return Truth.UNKNOWN if sum(value is not Truth.NO for value in values) >= minimum else Truth.NO
