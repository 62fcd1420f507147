"""The raw tree of a rule file: what was written, with its places, before any word is tied to the vocabulary.

Private to ``engine.language``: read by the resolver, the layout check and whatever writes or shows rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.language.lines import Comment
from engine.text import Language


@dataclass(frozen=True, slots=True)
class Token:
    """A keyword, word, variable, concept, number or date; ``line`` and ``column`` count from 1."""

    kind: str  # the name of the terminal
    text: str
    line: int
    column: int

    @property
    def label(self) -> str:
        """Give the text between « and »."""
        return self.text.removeprefix("«").removesuffix("»").strip()


@dataclass(frozen=True, slots=True)
class Node:
    """A rule of the grammar: its own tokens, and the nodes within it. ``kind`` is the name in ``rules.lark``."""

    kind: str
    tokens: tuple[Token, ...]
    children: tuple["Node", ...]

    @property
    def first(self) -> Token:
        """Give the token it begins with: every kind of node that has tokens of its own begins with one of them."""
        return self.tokens[0] if self.tokens else self.children[0].first

    @property
    def line(self) -> int:
        """Give the line it begins on."""
        return self.first.line

    @property
    def keyword(self) -> Token:
        """Give its first own token (the keyword, in all nodes that begin with one)."""
        return self.tokens[0]

    def every(self) -> Iterator[Token]:
        """Give every token within."""
        yield from self.tokens
        for child in self.children:
            yield from child.every()

    def of(self, *kinds: str) -> list[Token]:
        """Give its own tokens of some kinds."""
        return [token for token in self.tokens if token.kind in kinds]


@dataclass(frozen=True, slots=True)
class Part:
    """A duty, rule or remark as written; ``sound`` means that nothing had to be mended to parse it."""

    head: Node
    sections: tuple[Node, ...]
    text: str
    sound: bool


@dataclass(frozen=True, slots=True)
class File:
    """A rule file as written."""

    path: str
    language: Language
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]
