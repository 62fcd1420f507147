"""What stands at a place of any file of the rule base: a rule file, a scenario file, or Turtle."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.editor import scenario_words, turtle
from engine.editor.spans import Offsets, Span, lines_of, on_line
from engine.editor.uses import Kind, Use
from engine.editor.workspace import RULE, TURTLE, Workspace
from engine.vocabulary.model import Vocabulary

_WORD = re.compile(r"[\w./-]*[\w-]")
ACT_ID = re.compile(r"[a-z]{2}\.\w+")


@dataclass(frozen=True, slots=True)
class Target:
    """What a place of a file names. ``use`` is there in rule files alone."""

    kind: Kind
    name: str
    span: Span
    use: Use | None = None


def at(workspace: Workspace, path: str, line: int, column: int) -> Target | None:
    """Find what stands at a place; where several things do, the one with the fewest letters."""
    found = [target for target in targets(workspace, path, line) if target.span.holds(line, column, _margin(target))]
    return min(found, key=lambda target: (target.span.end_column - target.span.column, target.span), default=None)


def targets(workspace: Workspace, path: str, line: int) -> Iterator[Target]:
    """Give everything that a line of a file names."""
    text = workspace.text(path)
    if text is None:
        return
    if path.endswith(RULE):
        reading = workspace.reading(path)
        for use in reading.uses if reading else ():
            if use.span.line == line:
                yield Target(use.kind, use.name, use.span, use)
        return
    yield from _words(workspace, path, text, line)
    vocabulary = workspace.knowledge.vocabulary if workspace.knowledge else None
    if path.endswith(TURTLE):
        offsets = Offsets(text)
        for name in turtle.read(text).names:
            span = offsets.span(path, name.start, name.end)
            if span.line == line and name.role != "predicate" and (kind := kind_of(turtle.local(name.iri), workspace)):
                yield Target(kind, turtle.local(name.iri), span)
    elif vocabulary:
        for word in scenario_words.words(text):
            if word.line == line and (meant := scenario_words.meaning(word, vocabulary)):
                yield Target(*meant, word.span(path))


def _words(workspace: Workspace, path: str, text: str, line: int) -> Iterator[Target]:
    """Give the provisions and parts that a line names, wherever they stand in it."""
    lines = lines_of(text)
    for found in _WORD.finditer(lines[line - 1] if line <= len(lines) else ""):
        kind = kind_of(found.group(), workspace)
        if kind in (Kind.PART, Kind.PROVISION):
            yield Target(kind, found.group(), on_line(path, line, found.start() + 1, len(found.group())))


def kind_of(name: str, workspace: Workspace) -> Kind | None:
    """Say what an id names, if anything."""
    knowledge = workspace.knowledge
    if not name or knowledge is None:
        return None
    if name in knowledge.provisions:
        return Kind.PROVISION
    found = _term(name, knowledge.vocabulary)
    return found or (Kind.PART if name in workspace.part_ids else None)


def _term(name: str, vocabulary: Vocabulary) -> Kind | None:
    tables = (
        (Kind.PROPERTY, vocabulary.properties), (Kind.CONCEPT, vocabulary.concepts), (Kind.CLASS, vocabulary.classes),
        (Kind.COLLECTION, vocabulary.collections), (Kind.PARAMETER, vocabulary.parameters),
    )
    return next((kind for kind, table in tables if name in table), None)


def _margin(target: Target) -> int:
    return int(target.use is not None and target.use.quoted)
