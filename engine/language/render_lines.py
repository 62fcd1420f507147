"""From the lines of a rule file, each with its depth, to its text: indentation, blank lines, and every comment in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.language.lines import Comment, Source

STEP = "  "
BEFORE_COMMENT = "  "
END_OF_FILE = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line to be written: which line of the file it was, how deep it stands, and its words."""

    line: int
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class PartRows:
    """A part to be written: its head, and each header with what stands under it, in the order to be written."""

    head: Row
    sections: tuple[tuple[Row, ...], ...]

    def rows(self) -> Iterator[Row]:
        """Give every row in the order written."""
        yield self.head
        for section in self.sections:
            yield from section


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it is to be written, and for each of its lines the line it came from (0: a blank line)."""

    text: str
    lines: tuple[int, ...]


def write(source: Source, language: str, parts: Sequence[PartRows]) -> Written:
    """Write a file: the line that names its language, then each part; comments go with the lines they stand at."""
    writer = _Writer(source, parts)
    head = Row(_language_line(source), 0, language)
    writer.place_comments([head, *sorted((row for part in parts for row in part.rows()), key=lambda row: row.line)])
    writer.top(head)
    for part in parts:
        writer.top(part.head)
        for row in list(part.rows())[1:]:
            writer.row(row)
        writer.end_of_part(part)
    writer.rest()
    return Written("".join(text + "\n" for text, _ in writer.out), tuple(line for _, line in writer.out))


def _language_line(source: Source) -> int:
    """Find the first line that holds more than a comment."""
    comments = {comment.line for comment in source.comments if comment.alone}
    lines = source.text.split("\n")
    return next(n for n in range(1, len(lines) + 1) if n not in comments and not _is_blank(lines[n - 1]))


def _is_blank(line: str) -> bool:
    return not any(char.isprintable() and char != " " for char in line)


class _Writer:
    def __init__(self, source: Source, parts: Sequence[PartRows]) -> None:
        self.lines = source.text.split("\n")
        self.alone = [each for each in source.comments if each.alone]
        self.trailing = {each.line: self._text(each) for each in source.comments if not each.alone}
        self.before: dict[int, list[Comment]] = {}  # by the line below
        self.after: dict[int, list[tuple[int, Comment]]] = {}  # by the line above, with the depth of the comment
        self.last: dict[int, list[Comment]] = {}  # at the end of a part, by the line of its head
        self.out: list[tuple[str, int]] = []

    def _text(self, comment: Comment) -> str:
        """Give a comment as it stands in the file, also where the reader saw a plain space."""
        return self.lines[comment.line - 1][comment.column - 1 :].rstrip()

    def _column(self, row: Row) -> int:
        line = self.lines[row.line - 1]
        return len(line) - len(line.lstrip())

    # where comments belong

    def place_comments(self, rows: Sequence[Row]) -> None:
        """Give each comment on a line of its own to the line below it, or to the block above that its indentation says it ends."""
        waiting = list(reversed(self.alone))
        open_rows: list[Row] = []
        for row, below in zip([None, *rows], [*rows, None], strict=True):
            if row:
                open_rows = [*(each for each in open_rows if each.depth < row.depth), row]
            while waiting and (below is None or waiting[-1].line < below.line):
                self._place(waiting.pop(), open_rows, below)

    def _place(self, comment: Comment, open_rows: Sequence[Row], below: Row | None) -> None:
        line, depth = (below.line, below.depth) if below else (END_OF_FILE, 0)
        margin = self._column(below) if below else self._column(open_rows[0])
        above = [row for row in open_rows if row.depth > depth and self._column(row) > margin]
        if line in self.before or not above or comment.column - 1 <= margin:
            self.before.setdefault(line, []).append(comment)
            return
        level = next((row for row in reversed(above) if self._column(row) < comment.column), above[0])
        head = open_rows[0].line
        if depth == 0 and (level.depth == 1 or head in self.last):
            self.last.setdefault(head, []).append(comment)
        else:
            self.after.setdefault(open_rows[-1].line, []).append((level.depth, comment))

    # writing

    def row(self, row: Row) -> None:
        """Write a row with its comments."""
        for comment in self.before.get(row.line, ()):
            self._put(row.depth, self._text(comment), comment.line)
        self._put(row.depth, row.text + self._at_end(row), row.line)
        for depth, comment in self.after.get(row.line, ()):
            self._put(depth, self._text(comment), comment.line)

    def end_of_part(self, part: PartRows) -> None:
        """Write the comments that end a part, which stay there whatever header comes last."""
        for comment in self.last.get(part.head.line, ()):
            self._put(1, self._text(comment), comment.line)

    def top(self, row: Row) -> None:
        """Write a row at the margin with its comments, a blank line before, and blank lines between comments as they were."""
        if comments := self.before.pop(row.line, None):
            self._margin(comments)
            if self._blank_before(row.line):
                self._put(0, "", 0)
        elif self.out:
            self._put(0, "", 0)
        self.row(row)

    def rest(self) -> None:
        """Write the comments at the end of the file."""
        self._margin(self.before.get(END_OF_FILE, ()))

    def _margin(self, comments: Sequence[Comment]) -> None:
        for index, comment in enumerate(comments):
            if self._blank_before(comment.line) if index else self.out:
                self._put(0, "", 0)
            self._put(0, self._text(comment), comment.line)

    def _blank_before(self, line: int) -> bool:
        return line > 1 and _is_blank(self.lines[line - 2])

    def _at_end(self, row: Row) -> str:
        comment = self.trailing.get(row.line)
        return f"{BEFORE_COMMENT}{comment}" if comment else ""

    def _put(self, depth: int, text: str, line: int) -> None:
        self.out.append((STEP * depth + text, line))
