"""The canonical form of a rule file, as the smallest changes of lines, so that the cursor stays where it was."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from engine.editor.knowledge import Knowledge
from engine.editor.spans import Edit, Span, lines_of
from engine.language.format import Formatter


def format_edits(file: str, text: str, knowledge: Knowledge) -> list[Edit]:
    """Give the changes that put a rule file in canonical form; none where it is.

    Raises BadInputError where the file has mistakes: it is then left as it is.
    """
    return line_edits(file, text, Formatter(knowledge.vocabulary, knowledge.phrases).canonical(file, text))


def line_edits(file: str, text: str, wanted: str) -> list[Edit]:
    """Give the changes that make one text another, whole lines at a time, with the line ends that the text has."""
    found = re.search(r"\r\n|\r|\n", text)
    end = found.group() if found else "\n"
    old, new = lines_of(text), lines_of(wanted)
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_edit(file, old, new[to:until], first, last, end) for kind, first, last, to, until in opcodes if kind != "equal"]


def _edit(file: str, old: Sequence[str], new: Sequence[str], first: int, last: int, end: str) -> Edit:
    """Put new lines for the old ones from ``first`` up to ``last``, counted from 0; the last line of a text has no line end."""
    if last < len(old):
        return Edit(Span(file, first + 1, 1, last + 1, 1), "".join(line + end for line in new))
    below = Span(file, first, len(old[first - 1]) + 1, len(old), len(old[-1]) + 1) if first else None
    if below is None:
        return Edit(Span(file, 1, 1, len(old), len(old[-1]) + 1), end.join(new))
    return Edit(below, "".join(end + line for line in new))
