"""The parts of a report that are about duties, as plain values: a duty, its outcomes, and what is asked."""

from dataclasses import dataclass

from engine.proof.steps import Part


@dataclass(frozen=True, slots=True)
class Row:
    """One outcome. ``masked`` are the units that nothing said of it may name; ``number`` counts from 1."""

    number: int
    outcome: str
    word: str
    strength: str
    where: str
    address: str
    reason: str
    questions: tuple[str, ...]
    raising: tuple[str, ...]
    parts: tuple[Part, ...]
    masked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another outcome that a step leads to; ``number`` is None where leading there would tell what must not be told."""

    title: str
    where: str
    outcome: str
    word: str
    duty: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Suggested:
    """A measure that could help, never a demand; ``note`` gives its level, its stage and the lines it comes from."""

    title: str
    note: str

    def __str__(self) -> str:
        return f"{self.title} ({self.note})" if self.note else self.title


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty with its rows, the worst first; ``where`` names the scopes of those. ``more`` says where further suggestions are."""

    id: str
    outcome: str
    title: str
    citation: str
    law: str
    where: str
    rows: tuple[Row, ...]
    suggestions: tuple[Suggested, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question; ``note`` says how many outcomes it takes part in deciding and who can answer it."""

    text: str
    note: str
    address: str
