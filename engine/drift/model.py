"""What drift works with: blocks of a page, units of an edition, rows of a baseline, and what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from engine.drift.normal import fingerprint

Set = Literal["text", "heading", "note", "table"]
Joined = Literal["no", "maybe", "yes", "unknown"]
Aside = Literal["before", "contents", "note", "mark", "repealed", "after"]
Role = Literal["legal_editor", "second_reader", "lawyer", "maintainer"]
Kind = Literal["changed", "moved", "new", "repealed"]
ASIDES: tuple[Aside, ...] = get_args(Aside)
ROLES: tuple[Role, ...] = get_args(Role)
KINDS: tuple[Kind, ...] = get_args(Kind)
REST = "rest"  # the last piece of the path of what could not be placed
ABOVE = "over-"  # begins the path of a heading between sections, before the number of the section beneath it
CHAPTER = "kap-"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or note of a page, normalised.

    ``joined`` says whether it goes on in the element that the block before it began: ``yes`` where that element can hold
    but one paragraph, ``maybe`` where it can hold several, ``unknown`` in plain text. ``level`` counts the list items it is in.
    """

    line: int
    text: str
    set_as: Set = "text"
    joined: Joined = "no"
    level: int = 0
    marks: int = 0  # of footnotes, taken out


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an edition: its own words, without those of its parts. The words never leave the memory."""

    path: str
    words: str
    file: str
    line: int

    @property
    def sha256(self) -> str:
        """The hash of the words."""
        return fingerprint(self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file that is not compared, or not by itself. ``within`` is the unit it was counted with, ``text`` how it begins."""

    file: str
    line: int
    text: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """An act as its files have it: the units in order, and every line that is no unit."""

    units: Mapping[str, Unit]
    unplaced: tuple[Line, ...]
    doubtful: tuple[Line, ...]
    aside: Mapping[Aside, tuple[Line, ...]]

    def sections(self) -> frozenset[str]:
        """Give the sections, chapters and annexes that the files hold, as the third piece of their paths."""
        paths = [*self.units, *(line.within for line in self.aside["repealed"] if line.within)]
        return frozenset(path.split("/")[2] for path in paths)


@dataclass(frozen=True, slots=True)
class Row:
    """A unit as it was accepted: hash, where the text came from, when, and in which role somebody accepted it."""

    path: str
    sha256: str
    file: str
    url: str
    day: date
    role: Role
    reading: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. ``to`` is where the words stand now; ``line`` is 0 for what the files no longer have."""

    kind: Kind
    path: str
    to: str = ""
    file: str = ""
    line: int = 0
