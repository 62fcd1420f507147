"""From the text of a rule file to its raw tree, part by part; a broken line is reported, mended and passed by."""

from functools import cache

from lark import Lark, Tree
from lark import Token as LarkToken
from lark.exceptions import UnexpectedInput

from engine.language.keywords import grammar_text
from engine.language.lines import Line, Source, cut
from engine.language.mend import DEEPEST, Mender, TooDeepError
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
            head, *sections = _node(tree, mender).children
        except UnexpectedInput as error:
            try:
                mender.mend(error)
            except TooDeepError:
                return None
        except TooDeepError:
            return None
        else:
            return Part(head, tuple(sections), text, sound=not mends)
    return None


def _node(tree: "Tree[LarkToken]", mender: Mender, depth: int = 0) -> Node:
    tokens: list[Token] = []
    children: list[Node] = []
    if depth > DEEPEST:
        number = next((mender.lines[(each.line or 1) - 1].number for each in tree.scan_values(bool)), 1)
        mender.report.at(number, 1, "too-deep", bad=True)
        raise TooDeepError
    for child in tree.children:
        if isinstance(child, LarkToken):
            if child.type != "_NL":
                tokens.append(
                    Token(child.type, str(child), mender.lines[(child.line or 1) - 1].number, child.column or 1)
                )
        elif child.data in _INLINE:
            tokens.extend(_node(child, mender, depth + 1).tokens)
        else:
            children.append(_node(child, mender, depth + 1))
    return Node(str(tree.data), tuple(tokens), tuple(children))
