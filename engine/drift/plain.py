"""A page copied as text: lines in, blocks out. A line is a paragraph, unless lines are broken inside sentences."""

import re
from itertools import pairwise

from engine.drift.forms import DASH, ENDED, ITEMS, Form
from engine.drift.model import Block
from engine.drift.normal import normal, without_marks

LINE_END = re.compile("\r\n|\r|\n")


def read_plain(text: str, form: Form) -> tuple[Block, ...]:
    """Read text: where it breaks lines inside sentences, a blank line, a number or a marker begins a paragraph; else every line does."""
    lines = [_block(number, line) for number, line in enumerate(LINE_END.split(text), 1)]
    if not _is_broken(lines, form):
        return tuple(line for line in lines if line.text)
    found: list[Block] = []
    after_blank = True
    for line in lines:
        if line.text and not after_blank and _goes_on(found[-1], line, form):
            last = found[-1]
            found[-1] = Block(last.line, f"{last.text} {line.text}", joined="unknown", marks=last.marks + line.marks)
        elif line.text:
            found.append(line)
        after_blank = not line.text
    return tuple(found)


def _block(number: int, line: str) -> Block:
    bare, marks = without_marks(line)
    return Block(number, normal(bare), joined="unknown", marks=marks)


def _is_broken(lines: list[Block], form: Form) -> bool:
    """Say whether a sentence of the law goes on on the next line: a line without an end, and one in lower case right beneath it.

    The words under a list may begin in lower case as well, so a line with a marker tells nothing.
    """
    begun = False
    for line, below in pairwise(lines):
        begun = begun or bool(form.section.fullmatch(line.text))
        if (
            begun and line.text and not ENDED.fullmatch(line.text) and not line.text.endswith(",") and below.text[:1].islower()
            and not _is_item(line.text) and not _is_own_line(line, form) and not _begins(below.text, form)
        ):
            return True
    return False


def _goes_on(last: Block, line: Block, form: Form) -> bool:
    return not _begins(line.text, form) and not _is_own_line(last, form)


def _is_own_line(line: Block, form: Form) -> bool:
    """Say whether the line is a heading or a note, which a paragraph never goes on from."""
    patterns = [form.chapter, form.annex, form.note, *([form.section] if form.heading_on_line else [])]
    return any(pattern.fullmatch(line.text) for pattern in patterns)


def _begins(text: str, form: Form) -> bool:
    """Say whether the line begins a unit or a note by what stands first in it."""
    patterns = (form.section, form.ledd, form.chapter, form.annex, form.note, form.end)
    return _is_item(text) or any(pattern.fullmatch(text) for pattern in patterns)


def _is_item(text: str) -> bool:
    return bool(DASH.fullmatch(text)) or any(pattern.fullmatch(text) for _, pattern in ITEMS.values())
