"""What is compared: an alignment (one thing that the laws ask for) and, with a case, what it comes to on each side."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from engine.text import Text

Relation = Literal["same", "wider", "narrower", "other_test", "other_form", "no_counterpart"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
Column = Literal[
    "standard", "mapping", "assessment", "measures", "information", "training", "cooperation", "follow_up", "organisation", "expertise"
]
COLUMNS: tuple[Column, ...] = get_args(Column)
REGIMES = ("no", "dk")
MIRRORED: dict[str, Relation] = {"wider": "narrower", "narrower": "wider"}


@dataclass(frozen=True, slots=True)
class Asks:
    """What one law has: its duties, or only provisions where no duty of ours stands for it. Both empty: nothing was found."""

    duties: tuple[str, ...]
    provisions: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.duties or self.provisions)


@dataclass(frozen=True, slots=True)
class Alignment:
    """One thing that the laws ask for, on both sides; ``relation`` is how the left stands to the right (wider: wider on the left).

    ``factors`` are concepts of the shared scheme; none means that it is not about one factor. ``sources`` are sections of the
    dossiers; ``looked_at`` says what was looked through where one side has nothing.
    """

    id: str
    column: Column
    factors: tuple[str, ...]
    title: Text
    left: Asks
    right: Asks
    relation: Relation
    note: Text
    sources: tuple[str, ...]
    looked_at: tuple[str, ...] = ()
    order: int = 0

    def mirrored(self) -> "Alignment":
        """Give the same with the sides swapped: what is wider seen from one side is narrower seen from the other."""
        return replace(self, left=self.right, right=self.left, relation=MIRRORED.get(self.relation, self.relation))
