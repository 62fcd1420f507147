"""From the text of a rule file to its raw tree, part by part; a broken line is reported, mended and passed by."""

from functools import cache

from lark import Lark, Tree
from lark import Token as LarkToken
from lark.exceptions import UnexpectedInput

from engine.language.keywords import grammar_text
from engine.language.lines import Line, Source, cut
from engine.language.mend import Mender
from engine.language.tree import File, Node, Part, Token
from engine.text import Language

_INLINE = {"span", "quantity", "predicate"}
_MOST_MENDS = 200


@cache
def grammar(language: Language) -> Lark:
    """Build the parser of one language."""
    text = "\n".join(grammar_text(name) for name in ("common", f"keywords_{language}", "rules"))
    return Lark(text, parser="lalr", lexer="contextual", start="part", maybe_placeholders=False)


def parse(file: str, text: str) -> tuple[File, Source]:
    """Parse a file. Problems are in the source's reporter; what could be read is in the tree."""
    source = cut(file, text)
    parts = [part for lines in source.parts if (part := _part(source, lines))]
    return File(file, source.language, tuple(parts), tuple(source.comments)), source


def _part(source: Source, lines: list[Line]) -> Part | None:
    """Parse the lines of one part, mending them until they can be; None for lines outside any part."""
    if not lines[0].number:
        source.report.at(lines[1].number, lines[1].indent + 1, "outside-part", bad=True)
        return None
    text = "\n".join(source.text.split("\n")[lines[0].number - 1 : lines[-1].number])
    mender = Mender(source, lines)
    for mends in range(_MOST_MENDS):
        try:
            tree = grammar(source.language).parse("".join(line.text + "\n" for line in mender.lines))
        except UnexpectedInput as error:
            mender.mend(error)
        else:
            head, *sections = _node(tree, mender.lines).children
            return Part(head, tuple(sections), text, sound=not mends)
    return None


def _node(tree: "Tree[LarkToken]", lines: list[Line]) -> Node:
    tokens: list[Token] = []
    children: list[Node] = []
    for child in tree.children:
        if isinstance(child, LarkToken):
            if child.type != "_NL":
                tokens.append(Token(child.type, str(child), lines[(child.line or 1) - 1].number, child.column or 1))
        elif child.data in _INLINE:
            tokens.extend(_node(child, lines).tokens)
        else:
            children.append(_node(child, lines))
    return Node(str(tree.data), tuple(tokens), tuple(children))
