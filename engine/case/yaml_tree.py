"""The YAML of a case file as a tree of text with places: no types are guessed, no tricks of YAML are followed.

PyYAML's event stream is read instead of its composer, so that nesting costs no recursion and every anchor, alias and
tag is seen before it does anything. libyaml is used where PyYAML was built with it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from engine.case import messages as say
from engine.case.log import Log
from engine.case.model import Mark
from engine.case.source import UNPRINTABLE
from engine.text import Text

DEEPEST = 20  # levels; a case file uses seven

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: its text (in Unicode's composed form), never its type. ``plain`` is false where it was quoted."""

    text: str
    plain: bool
    mark: Mark
    refused: bool = False  # stands where something was that is refused and complained of


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: "tuple[Node, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, each key once, in the order of the file."""

    pairs: "dict[str, tuple[Leaf, Node]]"
    mark: Mark


Node = Leaf | Items | Pairs


def is_nothing(node: Node) -> bool:
    """Tell whether nothing was written where a value belongs."""
    return isinstance(node, Leaf) and node.plain and not node.text


def is_refused(node: Node) -> bool:
    """Tell whether a complaint was already made of what stood here."""
    return isinstance(node, Leaf) and node.refused


class _Builder:
    """Builds the tree from events with a stack of its own."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.root: Node | None = None
        self.documents = 0
        self.stack: list[tuple[Mark, list[Node] | None, dict[str, tuple[Leaf, Node]], Leaf | None]] = []
        # each level: mark, the items of a list (None for a mapping), the pairs so far, the key that waits for its value

    def take(self, event: yaml.Event) -> bool:
        """Take one event; give False when there is no sense in going on."""
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1) if start else Mark(0, 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.log.add(say.SEVERAL_DOCUMENTS, mark)
                return False
        elif isinstance(event, yaml.AliasEvent):
            self.log.add(say.ANCHOR, mark, name=f"*{event.anchor}")
            self.put(Leaf("", False, mark, refused=True))
        elif isinstance(event, yaml.ScalarEvent):
            self.refuse_tricks(event, mark)
            self.put(self.leaf(event, mark))
        elif isinstance(event, yaml.CollectionStartEvent):
            self.refuse_tricks(event, mark)
            if len(self.stack) >= DEEPEST:
                self.log.add(say.TOO_DEEP, mark, most=str(DEEPEST))
                return False
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self.stack.append((mark, [] if is_list else None, {}, None))
        elif isinstance(event, yaml.CollectionEndEvent):
            began, items, pairs, _ = self.stack.pop()
            self.put(Pairs(pairs, began) if items is None else Items(tuple(items), began))
        return True

    def refuse_tricks(self, event: Any, mark: Mark) -> None:
        """Refuse anchors and tags."""
        if event.anchor is not None:
            self.log.add(say.ANCHOR, mark, name=f"&{event.anchor}")
        if event.tag is not None:
            self.log.add(say.TAG, mark, name=str(event.tag))

    def leaf(self, event: yaml.ScalarEvent, mark: Mark) -> Leaf:
        """Make the leaf; an escape may still have smuggled in what a file may not hold."""
        found = UNPRINTABLE.search(event.value)
        if found:
            self.log.add(say.CONTROL_CHARACTER, mark, code=f"U+{ord(found.group()):04X}")
            return Leaf("", False, mark, refused=True)
        return Leaf(unicodedata.normalize("NFC", event.value), not event.style, mark)

    def put(self, node: Node) -> None:
        """Put a finished node where it belongs: at the root, in a list, as a key, or as the value of a key."""
        if not self.stack:
            self.root = node
            return
        mark, items, pairs, key = self.stack[-1]
        if items is not None:
            items.append(node)
        elif key is None:
            self.stack[-1] = (mark, items, pairs, self.key(node))
        else:
            self.stack[-1] = (mark, items, pairs, None)
            if key.text in pairs:
                if key.text:
                    first = pairs[key.text][0].mark.line
                    self.log.add(say.DUPLICATE_KEY, key.mark, key=self.log.shown(key.text), line=str(first))
            else:
                pairs[key.text] = (key, node)

    def key(self, node: Node) -> Leaf:
        """Make a key of a node: only text will do; the merge key of YAML is refused."""
        if not isinstance(node, Leaf):
            self.log.add(say.KEY_NOT_TEXT, node.mark)
            return Leaf("", False, node.mark, refused=True)
        if node.text == "<<" and node.plain:
            self.log.add(say.MERGE_KEY, node.mark)
            return Leaf("", False, node.mark, refused=True)
        if not node.text:
            self.log.add(say.KEY_NOT_TEXT, node.mark)
        return node


def parse(text: str, log: Log, loader: Any = None) -> Node | None:
    """Read the text of a file into a tree. Gives None for an empty file, or where it is not YAML (said in the log)."""
    builder = _Builder(log)
    try:
        for event in _events(text, loader or LOADER):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        complaint = f"{error.context} {error.problem}"
        unclosed = "quoted scalar" in complaint  # noticed at the end of the file, but the quote stands where it began
        at = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        mark = Mark(at.line + 1, at.column + 1) if at else Mark(0, 0)
        log.add(say.NOT_YAML, mark, hint=_cause(complaint, log.lines, mark))
        return None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        log.add(say.NOT_YAML, Mark(0, 0), hint=say.YAML_OTHER)
        return None
    root = builder.root
    return None if root is None or is_nothing(root) else root


def _events(text: str, loader: Any) -> Iterator[yaml.Event]:
    """Give PyYAML's events; the stubs do not know that any loader class will do."""
    return yaml.parse(text, Loader=loader)


def _cause(complaint: str, lines: list[str], mark: Mark) -> Text:
    """Say in a word what usually lies behind a complaint of the parser."""
    line = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column - 1 : mark.column] == "\t":
        return say.YAML_TAB
    if "mapping values are not allowed" in complaint:
        return say.YAML_COLON
    if "quoted scalar" in complaint:
        return say.YAML_QUOTE
    if "flow sequence" in complaint or "flow mapping" in complaint:
        return say.YAML_BRACKET
    if "cannot start any token" in complaint:
        return say.YAML_CHARACTER
    if "block mapping" in complaint or "block collection" in complaint or "simple key" in complaint:
        return say.YAML_INDENT
    return say.YAML_OTHER
