"""Another name for something, everywhere at once: a concept's label in one language, the id of a part, or a variable in its block.

Only the letters of the name are changed; every other byte of every file stays as it is.
"""

import re
from collections.abc import Container

from engine.editor import turtle
from engine.editor.lookup import Target
from engine.editor.messages import MESSAGES
from engine.editor.places import mentions, same_variable
from engine.editor.spans import Edit, Offsets, Span
from engine.editor.uses import Kind
from engine.editor.workspace import RULE, SCENARIOS, TURTLE, Workspace
from engine.language.lines import cut
from engine.language.names import key
from engine.language.resolve import ID, prefix_of
from engine.text import LANGUAGES, Language, Text

LABELS = ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label")
LABELLED = (Kind.CONCEPT, Kind.COLLECTION, Kind.PARAMETER)
_VARIABLE = re.compile(r"[A-ZÆØÅ]\d?")
_FORBIDDEN = re.compile(r"[«»\x00-\x1f\x7f\u2028\u2029]")
_QUOTED = re.compile(r"«([^«»\n]*)»")


class RenameError(Exception):
    """Something can't be renamed, or not like that; the message is for the user."""

    def __init__(self, code: str, **slots: "str | Text") -> None:
        self.message = MESSAGES[code].format(**slots)
        super().__init__(self.message.en)


def renamed_at(workspace: Workspace, path: str, target: Target | None, line: int, column: int) -> tuple[Target, Language]:
    """Find what a rename at a place is about, and in which language.

    In Turtle that is a label under the cursor, in a rule file what stands there. Raises RenameError where nothing can be renamed.
    """
    if path.endswith(TURTLE) and (found := _label_at(workspace, path, line, column)):
        return found
    if target is None:
        raise RenameError("nothing-to-rename")
    reading = workspace.reading(path)
    if target.kind is Kind.PART or (reading is not None and target.kind in (*LABELLED, Kind.VARIABLE)):
        return target, reading.language if reading else "en"
    raise RenameError(f"no-rename-{target.kind}" if f"no-rename-{target.kind}" in MESSAGES else "no-rename-id")


def rename(workspace: Workspace, target: Target, language: Language, new: str) -> list[Edit]:
    """Give the changes that rename something, in the order of the files. Raises RenameError where the new name won't do."""
    new = new.strip()
    if target.kind is Kind.VARIABLE:
        edits = _variable(workspace, target, new)
    elif target.kind is Kind.PART:
        edits = _part(workspace, target.name, new)
    else:
        edits = _label(workspace, target, language, new)
    return sorted(dict.fromkeys(edits))


# variables


def _variable(workspace: Workspace, target: Target, new: str) -> list[Edit]:
    reading, binding = workspace.reading(target.span.file), target.use.binding if target.use else None
    if reading is None or binding is None:
        raise RenameError("nothing-to-rename")
    if not _VARIABLE.fullmatch(new):
        raise RenameError("bad-variable", name=new)
    broken = [problem.line for problem in reading.problems if binding.first <= problem.line <= binding.last]
    if broken:
        raise RenameError("mend-first", place=f"{reading.path}:{broken[0]}")
    for use in reading.uses:
        other = use.binding
        if use.name == new and other and other.first <= binding.last and binding.first <= other.last and other != binding:
            raise RenameError("variable-taken", name=new, line=str(other.token.line))
    return [Edit(use.span, new) for use in same_variable(workspace, target)]


# ids of parts


def _part(workspace: Workspace, old: str, new: str) -> list[Edit]:
    if not ID.fullmatch(new):
        raise RenameError("bad-id", id=new)
    files = {part.origins.place.file for part in workspace.parts() if part.origins.id == old}
    for prefix in sorted({prefix_of(file) for file in files}):
        if new != prefix and not new.startswith(prefix + "."):
            raise RenameError("foreign-id", id=new, prefix=prefix)
    if new in workspace.part_ids:
        raise RenameError("name-taken", name=new)
    return [Edit(span, new) for span in mentions(workspace, old, RULE, SCENARIOS, TURTLE, ".yaml")]


# labels


def _label(workspace: Workspace, target: Target, language: Language, new: str) -> list[Edit]:
    knowledge = workspace.knowledge
    if knowledge is None or not new or _FORBIDDEN.search(new):
        raise RenameError("bad-label", name=new)
    names = knowledge.names[language]
    taken = {*names.concepts.get(key(new), ()), *(table[key(new)] for table in (names.collections, names.parameters) if key(new) in table)}
    if taken - {target.name}:
        raise RenameError("name-taken", name=new)
    literals = _literals(workspace, target.name, language)
    if len(literals) != 1:
        raise RenameError("no-label", name=target.name)
    span, old = literals[0]
    edits = [Edit(span, turtle.escaped(new))]
    for reading in workspace.readings():
        if reading.language == language:
            found = [use for use in reading.uses if use.kind is target.kind and use.name == target.name]
            if any(not use.quoted for use in found) and not _plain(new):
                raise RenameError("bad-label", name=new)
            edits += [Edit(use.span, new) for use in found]
            _check_left(reading.path, reading.text, old, {use.span for use in reading.uses if use.quoted})
    return edits


def _check_left(path: str, text: str, label: str, read: set[Span]) -> None:
    """Refuse where the label stands on a line that couldn't be read: there it would be left behind."""
    wanted = key(label)
    for found in [each for each in _QUOTED.finditer(text) if key(each.group(1)) == wanted]:
        inner = found.group(1)
        start = found.start(1) + len(inner) - len(inner.lstrip())
        span = Offsets(text).span(path, start, start + len(inner.strip()))
        if span not in read and not _in_comment(text, span):
            raise RenameError("mend-first", place=f"{path}:{span.line}")


def _in_comment(text: str, span: Span) -> bool:
    return any(each.line == span.line and each.column < span.column for each in cut(span.file, text).comments)


def _plain(label: str) -> bool:
    """Tell whether a label can be written without « and »: no word of it is read as a variable or a number."""
    return all(len(word) > 1 and not word[0].isdigit() for word in label.replace(",", " ").split())


def _literals(workspace: Workspace, name: str, language: Language) -> list[tuple[Span, str]]:
    """Find the label of a term in a language: where it stands, and what it says."""
    found = []
    for path in workspace.paths(TURTLE):
        text = workspace.text(path) or ""
        if name in text:
            offsets = Offsets(text)
            for each in turtle.read(text).texts:
                if each.predicate in LABELS and each.language == language and turtle.local(each.subject) == name:
                    found.append((offsets.span(path, each.start, each.end), each.text))
    return found


def _label_at(workspace: Workspace, path: str, line: int, column: int) -> tuple[Target, Language] | None:
    """Find the label under the cursor in a Turtle file."""
    text = workspace.text(path) or ""
    offsets = Offsets(text)
    vocabulary = workspace.knowledge.vocabulary if workspace.knowledge else None
    for each in turtle.read(text).texts:
        span = offsets.span(path, each.start, each.end)
        if vocabulary and span.holds(line, column) and each.predicate in LABELS and each.language in LANGUAGES:
            name = turtle.local(each.subject)
            tables: tuple[Container[str], ...] = (vocabulary.concepts, vocabulary.collections, vocabulary.parameters)
            kind = next((kind for kind, table in zip(LABELLED, tables, strict=True) if name in table), None)
            language = next(known for known in LANGUAGES if known == each.language)
            return (Target(kind, name, span), language) if kind else None
    return None
