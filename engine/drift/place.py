"""Where a unit stands: its pieces, and the path that the law base gives them.

A Norwegian subsection always has its number. A Danish section with one subsection is cited without it, and its items are
``7/nr-1``; one with several is cited ``15a/1/1``.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from engine.drift.model import ABOVE, CHAPTER, REST
from engine.law.load import sort_key


class Place(NamedTuple):
    """The pieces of a path within its act; ``deeper`` is what stands below the letters and numbers that the law base has."""

    section: str
    ledd: str = ""
    bokstav: str = ""
    nr: str = ""
    deeper: str = ""
    rest: bool = False

    @property
    def is_heading(self) -> bool:
        """Say whether it is a chapter, or a heading between sections."""
        return self.section.startswith((CHAPTER, ABOVE))

    def within(self, other: "Place") -> bool:
        """Say whether this is the other place, or a part of it."""
        return self.section == other.section and all(not wide or wide == own for own, wide in zip(self[1:5], other[1:5], strict=True))


def path_of(act: str, section: str, ledd: str, items: tuple[tuple[str, str], ...]) -> str:
    """Write the path of a unit from its pieces, the items with their kinds."""
    pieces = [act, section, *([ledd] if ledd else [])]
    for position, (kind, number) in enumerate(items):
        bare = kind == "nr" and not ledd and position == 0 and not section.startswith("annex")
        pieces.append(f"nr-{number}" if bare else number)
    return "/".join(pieces)


def place_of(path: str) -> Place:
    """Read a path that ``path_of`` wrote."""
    section, *pieces = path.split("/")[2:]
    if section == REST or pieces == [REST]:
        return Place("" if section == REST else section, rest=True)
    found, deeper = dict[str, str](), list[str]()
    for position, piece in enumerate(pieces):
        if re.match(r"\d", piece):
            kind = "ledd" if position == 0 and not section.startswith("annex") else "nr"
        else:
            kind = "nr" if piece.startswith("nr-") else "bokstav"
        if kind in found:
            deeper.append(piece)
        else:
            found[kind] = piece.removeprefix("nr-")
    return Place(section, found.get("ledd", ""), found.get("bokstav", ""), found.get("nr", ""), "/".join(deeper))


def in_order(paths: Iterable[str]) -> list[str]:
    """Put paths of one act in the order of the law: chapters, sections with the headings above them, annexes, what is in no section."""
    return sorted(paths, key=_position)


def _position(path: str) -> tuple[object, ...]:
    place = place_of(path)
    frame = place.section.removeprefix(ABOVE)
    group = 3 if not frame else 0 if frame.startswith(CHAPTER) else 2 if frame.startswith("annex") else 1
    section = frame.removeprefix(CHAPTER).removeprefix("annex-")
    return group, sort_key(section), not place.section.startswith(ABOVE), place.rest, sort_key("/".join(path.split("/")[3:])), path
