"""The parts of a rule file as a table of contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.editor.reading import Reading
from engine.editor.spans import Span, on_line
from engine.language import syntax as s


@dataclass(frozen=True, slots=True)
class Entry:
    """A part: its id, what it is about, the lines it fills, and where its id stands."""

    id: str
    about: str
    sort: str  # the keyword it begins with
    whole: Span
    name: Span


def outline(reading: Reading) -> Iterator[Entry]:
    """List the parts of a file, in its order."""
    concepts = reading.knowledge.vocabulary.concepts if reading.knowledge else {}
    for raw, part in zip(reading.tree.parts, reading.parts, strict=True):
        keyword, id_ = raw.head.tokens[:2]
        last = min(keyword.line + raw.text.count("\n"), len(reading.lines))
        whole = Span(reading.path, keyword.line, 1, last, len(reading.lines[last - 1]) + 1)
        concept = part.goal if isinstance(part, s.Duty) else "" if isinstance(part, s.Rule) else part.message
        about = concepts[concept].label.in_(reading.language) if concept in concepts else ""
        name = on_line(reading.path, id_.line, id_.column, len(id_.text))
        yield Entry(id_.text, about, keyword.text, whole, name if whole.holds(name.line, name.end_column) else whole)
