"""Layout means nothing to the parser, so it must not say anything else than the sentences do."""

from collections.abc import Sequence

from engine.language.report import Reporter
from engine.language.tree import File, Node, Token
from engine.text import Text

_DEEPER = Text(
    "linjen hører under linje {other} og må stå lenger inn enn den.",
    "linjen hører under linje {other} og skal stå længere inde end den.",
    "the line belongs under line {other} and must stand further in.",
)
_LEVEL = Text(
    "linjen hører sammen med linje {other} og må ha samme innrykk.",
    "linjen hører sammen med linje {other} og skal have samme indrykning.",
    "the line goes together with line {other} and must be indented alike.",
)
_CLOSES = Text(
    "«{end}» lukker linje {other} og må ha samme innrykk.",
    "«{end}» lukker linje {other} og skal have samme indrykning.",
    "“{end}” closes line {other} and must be indented alike.",
)


def check_layout(file: File, report: Reporter) -> None:
    """Report the first line of each block whose indentation disagrees with the structure.

    Parts with tabs, and parts that had to be mended, are passed by.
    """
    checker = _Checker(report)
    sound = [part for part in file.parts if part.sound and "\t" not in part.text]
    checker.alike([part.head for part in sound])
    for part in sound:
        checker.under(part.head.keyword, part.sections)
        for section in part.sections:
            checker.within(section, section.keyword)


class _Checker:
    def __init__(self, report: Reporter) -> None:
        self.report = report

    def within(self, node: Node, opener: Token) -> None:
        """Check what a line opens: ``opener`` is the first token of the line that the node begins on."""
        same_line = [child for child in node.children if child.line == opener.line]
        below = [child for child in node.children if child.line != opener.line]
        self.under(opener, below)
        for child in same_line:
            self.within(child, opener)
        for child in below:
            self.within(child, child.first)
        for end in node.of("END"):
            if self._indent(end) != self._indent(opener):
                self._wrong(end, _CLOSES, opener, end.text)

    def under(self, opener: Token, nodes: Sequence[Node]) -> None:
        """The lines under an opener are deeper than it, and level with each other."""
        shallow = next((node for node in nodes if self._indent(node.first) <= self._indent(opener)), None)
        if shallow:
            self._wrong(shallow.first, _DEEPER, opener)
        else:
            self.alike(nodes)

    def alike(self, nodes: Sequence[Node]) -> None:
        """Lines of one block are level with each other."""
        odd = next((node for node in nodes if self._indent(node.first) != self._indent(nodes[0].first)), None)
        if odd:
            self._wrong(odd.first, _LEVEL, nodes[0].first)

    def _indent(self, token: Token) -> int:
        line = self.report.lines[token.line - 1]
        return len(line) - len(line.lstrip())

    def _wrong(self, token: Token, why: Text, other: Token, end: str = "") -> None:
        self.report.at(token.line, self._indent(token) + 1, "layout", why=why.format(other=str(other.line), end=end))
