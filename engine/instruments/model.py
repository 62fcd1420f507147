"""A survey instrument as plain values: its items, its scale, which way is strain, and which factors it speaks to."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from engine.text import Text

Side = Literal["below", "above"]  # of the neutral point: where a score raises a question
SIDES: tuple[Side, ...] = get_args(Side)
Scored = Literal["sum", "each"]
SCORED: tuple[Scored, ...] = get_args(Scored)
NeutralFrom = Literal["form", "middle"]  # the form's own neutral answer, or the middle of the scale (a reading of ours)
NEUTRAL_FROM: tuple[NeutralFrom, ...] = get_args(NeutralFrom)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a form gives in words, with the points of an item that is not reversed."""

    id: str
    label: Text
    points: int


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or question of an instrument; ``speaks_to`` and ``partly`` are factors, ``question`` is what to look into."""

    id: str
    label: Text
    in_sentence: Text
    wording: Text
    question: Text
    is_reversed: bool
    asks: Side
    speaks_to: tuple[str, ...]
    partly: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument. It has either ``choices`` (answers in words) or whole numbers from ``lowest`` to ``highest``.

    ``lowest`` and ``highest`` are the points that an item can get, ``neutral`` the point between good and strain;
    ``question`` and the factors of the instrument itself belong to its sum.
    """

    id: str
    title: Text
    in_sentence: Text
    purpose: Text
    choices: tuple[Choice, ...]
    anchors: tuple[tuple[Decimal, Text], ...]
    lowest: Decimal
    highest: Decimal
    scored: Scored
    neutral: Decimal
    neutral_from: NeutralFrom
    asks: Side
    items: tuple[Item, ...]
    speaks_to: tuple[str, ...]
    partly: tuple[str, ...]
    question: Text | None
    caution: Text
    citation: Text
    source: tuple[str, ...]

    @property
    def has_one_side(self) -> bool:
        """Tell whether strain lies on the same side for every item, so that one limit can stand for all."""
        return len({item.asks for item in self.items}) == 1

    @property
    def is_summed(self) -> bool:
        """Tell whether the points of the items are added up."""
        return self.scored == "sum"

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Give every text with its name."""
        yield from (("purpose", self.purpose), ("caution", self.caution), ("citation", self.citation))
        yield from ((f"choice {choice.id}", choice.label) for choice in self.choices)
        yield from ((f"anchor {at}", label) for at, label in self.anchors)
        if self.question:
            yield "question", self.question
        for item in self.items:
            yield from ((f"{item.id} wording", item.wording), (f"{item.id} question", item.question))

    def item(self, name: str) -> Item | None:
        """Give an item by its id."""
        return next((item for item in self.items if item.id == name), None)

    def points(self, item: Item) -> tuple[int, ...]:
        """Give the points of an item for each choice, in the order of the choices.

        Reversal is by order: the same points from the other end. It is not the highest point less the points.
        """
        given = tuple(choice.points for choice in self.choices)
        return given[::-1] if item.is_reversed else given

    def coverage(self, factors: tuple[str, ...]) -> dict[str, Literal["yes", "partly", "no"]]:
        """Say of each factor whether the instrument speaks to it. No means that another source is needed, nothing more."""
        fully = {*self.speaks_to, *(factor for item in self.items for factor in item.speaks_to)}
        partly = {*self.partly, *(factor for item in self.items for factor in item.partly)}
        return {factor: "yes" if factor in fully else "partly" if factor in partly else "no" for factor in factors}
