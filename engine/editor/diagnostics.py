"""Where a problem is underlined: the words it is about, since a problem itself only says where they begin."""

import re

from engine.editor.spans import Span, lines_of
from engine.errors import Problem
from engine.language.lines import cut

_WHOLE_LINE = frozenset({
    "unknown-phrase", "ambiguous-phrase", "layout", "malformed-line", "malformed-sentence", "stray-condition", "never-concluded",
    "negative-cycle", "outside-part", "unknown-keyword", "wrong-subject", "then-one", "then-input",
})
_WORD = re.compile(r"«[^«»]*»?|[^\s«»,]+|\S")


def span_of(problem: Problem, text: str) -> Span:
    """Give what to underline; of a problem with the file as a whole, its first line."""
    lines = lines_of(text)
    number = min(max(problem.line, 1), len(lines))
    line = lines[number - 1]
    start = min(max(problem.column, 1), len(line) + 1)
    end = len(without_comment(line))
    if problem.code not in _WHOLE_LINE and (word := _WORD.match(line, start - 1)):
        end = word.end()
    if end < start:  # what is missing at the end of a line: the last word that is there
        start, end = _last_word(line[: start - 1])
    return Span(problem.file, number, start, number, end + 1)


def without_comment(line: str) -> str:
    """Give a line of a rule file up to its comment, and without the spaces behind it."""
    comments = cut("", line).comments
    return (line[: comments[0].column - 1] if comments else line).rstrip()


def _last_word(before: str) -> tuple[int, int]:
    words = list(_WORD.finditer(before))
    return (words[-1].start() + 1, words[-1].end()) if words else (1, len(before))
