"""Which introduction each variable of a part goes back to: the blocks of ``engine.language.conditions``, gone through once more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.language import syntax as s
from engine.language.tree import Node, Part, Token
from engine.vocabulary.model import Kind, Vocabulary

Said = Mapping[tuple[int, int], tuple[s.Sentence, bool]]


@dataclass(frozen=True, slots=True)
class Binding:
    """The token that introduces a variable. ``first`` and ``last`` are the lines between which it is known."""

    token: Token
    first: int
    last: int


Scope = dict[str, Binding]


def bindings(part: Part, said: Said, vocabulary: Vocabulary) -> Iterator[tuple[Token, Binding]]:
    """Give each variable of a part with its introduction; what isn't introduced is left out."""
    walk = _Walk(said, vocabulary)
    whole = part.head.line, max((token.line for node in part.sections for token in node.every()), default=part.head.line)
    scope: Scope = {}
    for node in part.sections:
        if node.keyword.kind == "FOR_EACH":
            yield from walk.introduce(node.of("VAR")[:1], scope, whole)
            yield from walk.block(node.children, scope, whole)
    for node in part.sections:
        if node.keyword.kind != "FOR_EACH":
            yield from walk.block(node.children, dict(scope), _lines(node))


class _Walk:
    """Goes through the blocks of a part as the resolver does: sentences first, since they introduce dates and numbers."""

    def __init__(self, said: Said, vocabulary: Vocabulary) -> None:
        self.said, self.vocabulary = said, vocabulary

    def block(self, nodes: Sequence[Node], scope: Scope, known: tuple[int, int]) -> Iterator[tuple[Token, Binding]]:
        """Give the variables of a block that is known between some lines; what it introduces goes into the scope."""
        for simple in (True, False):
            for node in nodes:
                if _is_simple(node) == simple:
                    yield from self.condition(node, scope, known)

    def introduce(self, tokens: Sequence[Token], scope: Scope, known: tuple[int, int]) -> Iterator[tuple[Token, Binding]]:
        """Introduce a variable, unless its letter is taken."""
        for token in tokens:
            scope.setdefault(token.text, Binding(token, *known))
            yield token, scope[token.text]

    def condition(self, node: Node, scope: Scope, known: tuple[int, int]) -> Iterator[tuple[Token, Binding]]:
        """Give the variables of one condition or clause."""
        variables = node.of("VAR")
        if node.kind in ("exists", "for_all"):
            inner, lines = dict(scope), _lines(node)
            yield from self.introduce(variables[:1] if node.kind == "for_all" else variables[-1:], inner, lines)
            yield from self.block(node.children, inner, lines)
            return
        if node.kind in ("negation", "not_clause"):
            scope, known = dict(scope), _lines(node)
        if node.kind in ("sentence", "clause", "not_clause") and not node.children:
            yield from self.sentence(node, variables, scope, known)
        else:
            yield from self.used(variables, scope)
        if node.kind in ("if_then", "all_of"):
            test = 1 if node.kind == "if_then" else 0
            yield from self.block(node.children[:test], dict(scope), _lines(node))
            yield from self.block(node.children[test:], dict(scope), _lines(node))
        elif node.kind == "at_least":
            for child in node.children:
                yield from self.condition(child, dict(scope), _lines(child))
        else:
            yield from self.block(node.children, scope, known)

    def sentence(
        self, node: Node, variables: Sequence[Token], scope: Scope, known: tuple[int, int]
    ) -> Iterator[tuple[Token, Binding]]:
        """Give the variables of a sentence; one that says a date or a number introduces the variable for it."""
        first = node.first
        meant, negative = self.said.get((first.line, first.column), (None, False))
        prop = self.vocabulary.properties.get(meant.property) if meant else None
        value = prop is not None and prop.kind is Kind.VALUE and (not negative or node.kind == "not_clause")
        if value and variables and variables[-1] is not first and variables[-1].text not in scope:
            yield from self.used(variables[:-1], scope)
            yield from self.introduce(variables[-1:], scope, known)
        else:
            yield from self.used(variables, scope)

    def used(self, tokens: Sequence[Token], scope: Scope) -> Iterator[tuple[Token, Binding]]:
        """Give the variables that are known already."""
        yield from ((token, scope[token.text]) for token in tokens if token.text in scope)


def _is_simple(node: Node) -> bool:
    return node.kind == "sentence" or (node.kind == "clause" and all(child.kind == "sentence" for child in node.children))


def _lines(node: Node) -> tuple[int, int]:
    lines = [token.line for token in node.every()]
    return min(lines), max(lines)
