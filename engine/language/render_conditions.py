"""From conditions, read and resolved, to their lines in the one form that a language has for each of them."""

from collections.abc import Sequence

from engine.language import syntax as s
from engine.language.render_lines import Row
from engine.language.render_terms import TermWriter
from engine.language.tree import Node, Token
from engine.vocabulary.model import Kind, Vocabulary


class ConditionWriter:
    """Writes conditions. The raw tree says on which lines they stood, the checked one what they mean.

    Negation has one form: a sentence is negated by its own negative phrase; whatever has lines below it, and a comparison, by
    ``ikke:`` in front, so that nobody reads those lines as outside it.
    """

    def __init__(self, vocabulary: Vocabulary, terms: TermWriter) -> None:
        self.vocabulary, self.terms, self.words = vocabulary, terms, terms.words

    def block(self, nodes: Sequence[Node], conditions: s.Conditions, depth: int) -> list[Row]:
        """Write the conditions of a block."""
        return [
            row
            for node, condition in zip(nodes, conditions, strict=True)
            for row in self.condition(node, condition, depth)
        ]

    def clauses(self, nodes: Sequence[Node], conditions: s.Conditions, depth: int) -> list[Row]:
        """Write the «som» and «og» lines below an existence or a scope."""
        rows: list[Row] = []
        for node, condition in zip(nodes, conditions, strict=True):
            if node.children:
                rows += self.condition(node.children[0], condition, depth, ("AND",))
            else:
                rows.append(self._clause(node, condition, depth, not rows))
        return rows

    def condition(
        self, node: Node, condition: s.Condition, depth: int, lead: tuple[str, ...] = (), step: int = 1
    ) -> list[Row]:
        """Write one condition.

        ``lead`` are the keywords before it on its line; ``step`` is how much deeper the lines below it stand: 2 for the
        test of an if, since what must then hold stands 1 deeper.
        """
        first = node.first.line
        while node.kind == "negation":
            node = node.children[0]
        denials, condition = _denials(condition)
        # «og» takes one «ikke:» at most; a second negation was written, and is written, with the phrase or the noun
        in_words = lead == ("AND",) and denials > 1
        if isinstance(condition, s.Sentence) and not self._introduces(condition):
            in_words = denials > 0
        lead = (*lead, *("NOT",) * (denials - in_words))
        inner = depth + step
        rows: list[Row] = []
        match condition:
            case s.Sentence():
                text = self.terms.main_not(condition) if in_words else self.terms.main(condition)
            case s.Compare():
                text = self._comparison(node, condition)
            case s.Exists():
                text = self._exists(condition, in_words)
                rows = self.clauses(node.children, condition.body, inner)
            case s.ForAll():
                collection = self.terms.collection(condition.collection)
                text = f"{self.words['FOR_ALL']} {condition.var.name} {self.words['IN']} {collection}"
                rows = self.block(node.children, condition.body, inner)
            case s.If():
                test = self.condition(node.children[0], condition.test[0], depth, (*lead, "IF"), step + 1)
                return [*test, *self.block(node.children[1:], condition.body, inner), *self._end(node, depth)]
            case s.AtLeast():
                text = f"{self.words['AT_LEAST']} {node.of('NUMBER')[0].text} {self.words['OF']}"
                rows = self.block(node.children, condition.branches, inner)
            case s.AllOf():
                text = self.words["ALL_OF"]
                rows = self.block(node.children, condition.body, inner)
            case s.Not():
                raise AssertionError("every negation was counted")
        return [Row(first, depth, self._led(lead, text)), *rows, *self._end(node, depth)]

    def _clause(self, node: Node, condition: s.Condition, depth: int, first: bool) -> Row:
        """Write a line about the thing named above it."""
        denials, said = _denials(condition)
        assert isinstance(said, s.Sentence)
        in_words = denials > 1 or (denials == 1 and not self._introduces(said))
        text = self.terms.relative_not(said) if in_words else self.terms.relative(said)
        lead = ("AND", "NOT") if denials > in_words else ("WHICH",) if first else ("AND",)
        return Row(node.first.line, depth, self._led(lead, text))

    def _introduces(self, said: s.Sentence) -> bool:
        """Tell whether a sentence may introduce its date or number, which the negative phrase can't («ikke: O er datert D»)."""
        return self.vocabulary.properties[said.property].kind is Kind.VALUE and isinstance(said.object, s.Var)

    def _led(self, lead: Sequence[str], text: str) -> str:
        return " ".join([*(self.words[each] for each in lead), text])

    def _end(self, node: Node, depth: int) -> list[Row]:
        return [Row(token.line, depth, self.words["END"]) for token in node.of("END")]

    def _exists(self, exists: s.Exists, negative: bool) -> str:
        kind, name = exists.var.type, exists.var.name
        if negative:
            return f"{self.words['EXISTS']} {self.terms.no(kind)} {name}"
        if exists.minimum == 1:
            return f"{self.words['EXISTS']} {self.terms.a(kind)} {name}"
        there_are = self.words.spellings["EXISTS"][-1]
        return f"{there_are} {self.words['AT_LEAST']} {exists.minimum} {self.terms.several(kind)} {name}"

    def _comparison(self, node: Node, condition: s.Compare) -> str:
        operator, target = node.tokens[1], node.tokens[-1]
        said = [condition.left.name, self.words[operator.kind]]
        if condition.offset is not None:
            said += self._span(node, condition.offset)
        return " ".join([*said, self._operand(target, condition.right)])

    def _span(self, node: Node, offset: s.Amount | s.ParameterRef) -> list[str]:
        direction = self.words[node.tokens[-2].kind]
        if isinstance(offset, s.ParameterRef):
            return [self.terms.parameter(offset.parameter), direction]
        number, unit = node.tokens[2], node.tokens[3]
        return [number.text, self.terms.unit(unit, number.text), direction]

    def _operand(self, token: Token, operand: s.Operand) -> str:
        match operand:
            case s.CaseDate():
                return self.words["CASE_DATE"]
            case s.ParameterRef():
                return self.terms.parameter(operand.parameter)
            case _:
                return token.text


def _denials(condition: s.Condition) -> tuple[int, s.Condition]:
    """Count the negations around a condition, and give what is within them."""
    count = 0
    while isinstance(condition, s.Not):
        count, condition = count + 1, condition.body
    return count, condition
