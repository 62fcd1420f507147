"""A YAML text as nodes with their places, so that a line can be added and every other character stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from engine.case.yaml_tree import LOADER


@dataclass(slots=True)
class Span:
    """A scalar, list or mapping: where its own text begins and ends, its column, and whether it is written in brackets."""

    kind: str  # scalar, list, mapping
    start: int
    end: int
    column: int
    flow: bool = False
    text: str = ""
    items: "list[Span]" = field(default_factory=list)
    pairs: "list[tuple[Span, Span]]" = field(default_factory=list)

    def get(self, key: str) -> "Span | None":
        """Give the value of a key of a mapping."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> "Span | None":
        """Give the key itself."""
        return next((name for name, _ in self.pairs if name.text == key), None)

    @property
    def is_nothing(self) -> bool:
        """Say whether nothing was written here."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def last(self) -> int:
        """Give where the last thing in it ends: comments and blank lines below it are not part of it."""
        if self.kind == "scalar" or self.flow:
            return self.end
        inside = [part.last for part in self.items] + [part.last for pair in self.pairs for part in pair]
        return max(inside, default=self.end)


def spans(text: str) -> Span | None:
    """Read a text that is known to be YAML; None where it is empty."""
    loader: Any = LOADER
    events = iter(yaml.parse(text, Loader=loader))
    for event in events:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            return _node(event, events)
    return None


def _node(event: Any, events: Iterator[Any]) -> Span:  # any: the stubs let an event be without a place
    start, end = event.start_mark, event.end_mark
    if isinstance(event, yaml.ScalarEvent):
        return Span("scalar", start.index, end.index, start.column, text=event.value)
    kind = "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
    found = Span(kind, start.index, end.index, start.column, bool(event.flow_style))
    parts: list[Span] = []
    for each in events:
        if isinstance(each, yaml.CollectionEndEvent):
            mark: Any = each.end_mark
            found.end = mark.index
            break
        parts.append(_node(each, events))
    if kind == "list":
        found.items = parts
    else:
        found.pairs = list(zip(parts[::2], parts[1::2], strict=True))
    return found
