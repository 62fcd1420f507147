"""What is wrong in how an instrument is set up, in English: only whoever writes instruments reads it."""

from collections.abc import Iterator
from itertools import pairwise

from engine.instruments.model import NEUTRAL_FROM, SCORED, SIDES, Instrument


def faults(instrument: Instrument, factors: tuple[str, ...]) -> Iterator[str]:
    """Give everything that is wrong with an instrument; ``factors`` are those that it may speak to."""
    if not instrument.items:
        yield "no items"
    if not instrument.lowest < instrument.neutral < instrument.highest:
        yield "the neutral point is not between the lowest and the highest"
    for name, value, known in (
        ("scored", instrument.scored, SCORED),
        ("neutralFrom", instrument.neutral_from, NEUTRAL_FROM),
        ("asks", instrument.asks, SIDES),
    ):
        if value not in known:
            yield f"{name} is {value!r}"
    points = [choice.points for choice in instrument.choices]
    if any(low >= high for high, low in pairwise(points)):
        yield "the points of the choices do not fall"
    if instrument.is_summed and not instrument.question:
        yield "a sum without a question"
    for item in instrument.items:
        if item.asks not in SIDES:
            yield f"{item.id} asks {item.asks!r}"
        if item.is_reversed and not points:
            yield f"{item.id} is reversed, but has no choices"
        if instrument.is_summed and item.asks != instrument.asks:
            yield f"{item.id} is added up with items that ask on the other side"
    named = {
        *instrument.speaks_to,
        *instrument.partly,
        *(f for item in instrument.items for f in (*item.speaks_to, *item.partly)),
    }
    for factor in sorted(named - set(factors)):
        yield f"{factor} is not a factor"
    if not instrument.source or not all(item.source for item in instrument.items):
        yield "no source"
