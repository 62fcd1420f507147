"""What the book's sentences are made of: pieces of text with addresses, in lines with what is listed beneath them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engine.vocabulary.phrases import capital


class Piece(NamedTuple):
    """A part of a line: text, perhaps with an address, perhaps a letter that stands for a thing."""

    text: str
    href: str = ""
    letter: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and what is listed beneath it."""

    pieces: Pieces
    children: tuple["Line", ...] = ()

    @property
    def text(self) -> str:
        """Give the words alone, those of the lines beneath included."""
        return " ".join(["".join(piece.text for piece in self.pieces), *(child.text for child in self.children)])


def finished(line: Line) -> Line:
    """Begin a line with a capital letter, and end it with a full stop where nothing follows beneath."""
    first = line.pieces[0]
    if not first.letter:  # «N er minst 5»: the letter is one already
        first = first._replace(text=capital(first.text))
    end = () if line.children else (Piece("."),)
    return Line((first, *line.pieces[1:], *end), line.children)


def headed(head: Pieces, below: Sequence[Line]) -> Line:
    """Put lines beneath a head; a single short one stands on the same line."""
    if len(below) == 1 and not below[0].children:
        return Line((*head, Piece(": "), *below[0].pieces))
    return Line((*head, Piece(":")), tuple(below))
