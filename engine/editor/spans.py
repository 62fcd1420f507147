"""Places in a text and changes to it. Lines and columns count from 1, columns in characters of Unicode (code points)."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, from a place up to (not including) another."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, line: int, column: int, margin: int = 0) -> bool:
        """Tell whether a place is in it, or right behind it, where the cursor still means it; ``margin`` for its quotes."""
        first, last = (self.line, self.column - margin), (self.end_line, self.end_column + margin)
        return first <= (line, column) <= last


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Another text for a stretch of a file."""

    span: Span
    text: str


def on_line(file: str, line: int, column: int, length: int) -> Span:
    """Give a stretch within one line."""
    return Span(file, line, column, line, column + length)


def lines_of(text: str) -> list[str]:
    """Give the lines of a text without their ends, as the editor protocol and the rule language count them."""
    return _LINE_END.split(text)


class Offsets:
    """Where the lines of a text begin, to get from offsets to lines and columns and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def span(self, file: str, start: int, end: int) -> Span:
        """Give the stretch of the file between two offsets."""
        return Span(file, *self._place(start), *self._place(end))

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a place; behind the last line it is the end of the text."""
        return self.starts[line - 1] + column - 1 if line <= len(self.starts) else len(self.text)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Change a text; whatever no edit covers stays as it is, down to its line ends. Of two at one place the first is put first."""
    offsets = Offsets(text)
    ordered = sorted(edits, key=lambda edit: edit.span)
    for edit in ordered[::-1]:
        start = offsets.offset(edit.span.line, edit.span.column)
        end = offsets.offset(edit.span.end_line, edit.span.end_column)
        text = text[:start] + edit.text + text[end:]
    return text
