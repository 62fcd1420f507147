"""Plain text as a terminal shows it: lines that are wrapped, and rows whose cells stand beneath each other."""

import textwrap
from collections.abc import Iterator, Sequence


def hung(text: str, width: int, start: str, end: str = "") -> list[str]:
    """Wrap a text after what it starts with; its other lines stand beneath the first of it."""
    return textwrap.wrap(
        text + end, width, initial_indent=start, subsequent_indent=" " * len(start), break_long_words=False, break_on_hyphens=False
    )


def indented(text: str, width: int, indent: int = 0) -> list[str]:
    """Wrap a text that is indented; its other lines are indented a little more."""
    return textwrap.wrap(
        text, width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2), break_on_hyphens=False
    )


def columns(rows: Sequence[Sequence[str]], words: int) -> Iterator[str]:
    """Write rows of as many cells each: the first ``words`` columns hold words, the others numbers, which end beneath each other."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:words], widths[:words], strict=True)]
        cells += [cell.rjust(width) for cell, width in zip(row[words:], widths[words:], strict=True)]
        yield "  ".join(cells).rstrip()
