"""The words of a scenario file with their places, and what they name: duties, properties by their field, concepts by their property."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from engine.case.log import Log
from engine.case.yaml_tree import Items, Leaf, Node, Pairs, parse
from engine.editor.spans import Span, on_line
from engine.editor.uses import Kind
from engine.vocabulary.model import Property, Vocabulary

_PIECE = re.compile(r"[^/\s]+")
STATEMENT = "statement"
ENTERPRISE, UNDERTAKING = "enterprise", "Undertaking"


@dataclass(frozen=True, slots=True)
class Word:
    """A key or value, or a piece of one between slashes. ``above`` are the keys it stands under, outermost first."""

    text: str
    line: int
    column: int
    is_key: bool
    above: tuple[str, ...]

    def span(self, file: str) -> Span:
        """Give its place."""
        return on_line(file, self.line, self.column, len(self.text))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """Give the words of a file, in its order; none of a file that isn't YAML."""
    log = Log("")
    log.lines = text.split("\n")
    root = parse(text, log)
    return tuple(_words(root, ())) if root is not None else ()


def _words(node: Node, above: tuple[str, ...]) -> Iterator[Word]:
    if isinstance(node, Leaf):
        yield from _pieces(node, False, above)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _words(item, above)
    elif isinstance(node, Pairs):
        for name, (leaf, value) in node.pairs.items():
            yield from _pieces(leaf, True, above)
            yield from _words(value, (*above, name))


def _pieces(leaf: Leaf, is_key: bool, above: tuple[str, ...]) -> Iterator[Word]:
    """Give a word, and the pieces of a statement (``nord/exposed_to/workload``); running text has no words that name anything."""
    start = leaf.mark.column + (not leaf.plain)
    if " " not in leaf.text and "\n" not in leaf.text and leaf.text:
        yield Word(leaf.text, leaf.mark.line, start, is_key, above)
        if "/" in leaf.text and above[-1:] == (STATEMENT,):
            for piece in _PIECE.finditer(leaf.text):
                yield Word(piece.group(), leaf.mark.line, start + piece.start(), is_key, above)


def meaning(word: Word, vocabulary: Vocabulary) -> tuple[Kind, str] | None:
    """Say which property or concept a word names, by what it stands under; None for the ids and words of the case itself."""
    if word.above[-1:] == (STATEMENT,):
        if word.text in vocabulary.properties:
            return Kind.PROPERTY, word.text
        return (Kind.CONCEPT, word.text) if word.text in vocabulary.concepts else None
    if word.is_key:
        found = _field(word.text, word.above, vocabulary)
        if found is not None:
            return Kind.PROPERTY, found.id
    asked = _field(word.above[-1], word.above[:-1], vocabulary) if word.above else None
    collection = vocabulary.collections.get("roles" if asked and asked.range == "role" else asked.range if asked else "")
    if collection and word.text in collection.members:
        return Kind.CONCEPT, word.text
    return None


def _field(name: str, above: tuple[str, ...], vocabulary: Vocabulary) -> Property | None:
    """Find the property whose field a key is, of the class whose entries, or the undertaking, it stands under."""
    undertaking = vocabulary.classes.get(UNDERTAKING)
    owners = (vocabulary.of_register(key) or (undertaking if key == ENTERPRISE else None) for key in reversed(above))
    owner = next(filter(None, owners), None)
    fields = vocabulary.fields(owner.id) if owner else ()
    return next((prop for prop in fields if prop.field == name), None)
