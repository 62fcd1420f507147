"""From raw conditions to checked ones: blocks, existences, for-alls, choices and comparisons."""

from collections.abc import Sequence

from engine.language import syntax as s
from engine.language.names import ANY, key
from engine.language.sentences import Sentences
from engine.language.terms import Scope
from engine.language.tree import Node, Token
from engine.text import Text, same

_DATE_OPS = {"IS_BEFORE": "lt", "IS_AFTER": "gt", "IS_LATEST": "le", "IS_EARLIEST": "ge", "IS_EQUAL": "eq"}
_NUMBER_OPS = {"IS_MIN": "ge", "IS_MAX": "le", "IS_MORE": "gt", "IS_LESS": "lt", "IS_EQUAL": "eq"}
_UNITS = {"DAYS": "days", "WEEKS": "weeks", "MONTHS": "months", "YEARS": "years"}


class Conditions(Sentences):
    """Resolves the conditions of one file."""

    def block(self, nodes: Sequence[Node], scope: Scope, subject: s.Var | None = None) -> s.Conditions:
        """Resolve the lines of a block: sentences first, since they bind dates and numbers that other lines use."""
        found: dict[int, s.Condition | None] = {}
        for simple in (True, False):
            for index, node in enumerate(nodes):
                if _is_simple(node) == simple:
                    found[index] = self.condition(node, scope, subject)
        return tuple(each for index in range(len(nodes)) if (each := found[index]) is not None)

    def condition(self, node: Node, scope: Scope, subject: s.Var | None = None) -> s.Condition | None:
        """Resolve one condition or clause; None if it couldn't be."""
        place = self.place(node.first)
        match node.kind:
            case "sentence":
                return self.sentence(node.tokens[0], node.tokens[1:], scope, False)
            case "clause":
                said = [token for token in node.tokens if token.kind not in ("WHICH", "AND")]
                if node.children:
                    return self.condition(node.children[0], scope, subject)
                return self.sentence(subject, said, scope, True, node.first)
            case "not_clause":
                said = [token for token in node.tokens if token.kind not in ("AND", "NOT")]
                inner = (
                    self.condition(node.children[0], scope.inner(), subject)
                    if node.children
                    else self.sentence(subject, said, scope.inner(), True, node.first)
                )
                return s.Not(inner, place) if inner else None
            case "negation":
                inner = self.condition(node.children[0], scope.inner())
                return s.Not(inner, place) if inner else None
            case "exists":
                return self._exists(node, scope)
            case "for_all":
                return self._for_all(node, scope)
            case "if_then":
                test = self.block(node.children[:1], scope.inner())
                return s.If(test, self._body(node, node.children[1:], scope), place)
            case "all_of":
                return s.AllOf(self._body(node, node.children, scope), place)
            case "at_least":
                return self._at_least(node, scope)
            case _:
                return self._comparison(node, scope)

    def _body(self, node: Node, children: Sequence[Node], scope: Scope) -> s.Conditions:
        if not children:
            self.empty(node)
        return self.block(children, scope.inner())

    def empty(self, node: Node, code: str = "empty-block") -> None:
        """Report that nothing stands where conditions should, unless what stands there couldn't be read."""
        if not self.report.is_bad(max(token.line for token in node.tokens if token.kind != "END") + 1):
            self.wrong(node.keyword, code, keyword=node.keyword.text, end=self.words["END"])

    def _at_least(self, node: Node, scope: Scope) -> s.Condition:
        number = node.of("NUMBER")[0]
        count = int(number.text[:9])
        branches = tuple(each for child in node.children if (each := self.condition(child, scope.inner())) is not None)
        if not node.children:
            self.empty(node)
        elif not 1 <= count <= len(node.children):
            most = Text(
                " og høyst {0}, siden blokken har {0} vilkår",
                " og højst {0}, da blokken har {0} betingelser",
                " and at most {0}, since the block has {0} conditions",
            )
            self.wrong(
                number, "bad-count", number=number.text, most=Text(*(each.format(len(node.children)) for each in most))
            )
        return s.AtLeast(count, branches, self.place(node.first))

    def _exists(self, node: Node, scope: Scope) -> s.Condition:
        noun = node.of("WORD")
        written = " ".join(token.text for token in noun)
        numbers = node.of("NUMBER")
        minimum = int(numbers[0].text[:9]) if numbers else 1
        if numbers and minimum < 1:
            self.wrong(numbers[0], "bad-count", number=numbers[0].text, most="")
        tables = [self.names.plural, self.names.bare] if numbers else [self.names.indefinite]
        kind = self._noun(written, noun[0], tables)
        negated = False
        if kind is None and not numbers:
            kind = self.names.negative.get(key(written))
            negated = kind is not None
        if kind is None:
            options = [each for table in (tables[:1] if numbers else [*tables, self.names.negative]) for each in table]
            self._unknown_noun(written, noun[0], options)
        inner = scope.inner()
        var = self.bind(node.of("VAR")[0], kind or ANY, inner)
        body = self.block(node.children, inner, var)
        place = self.place(node.keyword)
        found: s.Condition = s.Exists(var, minimum, body, place)
        return s.Not(found, place) if negated else found

    def _for_all(self, node: Node, scope: Scope) -> s.Condition:
        collection = self.collection(node.of("CONCEPT")[0])
        inner = scope.inner()
        var = self.bind(node.of("VAR")[0], f"concept:{collection}" if collection else ANY, inner)
        if not node.children:
            self.empty(node)
        return s.ForAll(var, collection, self.block(node.children, inner), self.place(node.first))

    def _comparison(self, node: Node, scope: Scope) -> s.Condition | None:
        if self.report.is_bad(node.line):
            return None
        left = self.variable(node.tokens[0], scope)
        operator, target = node.tokens[1], node.tokens[-1]
        offset = self._span(node) if node.kind == "distance" else None
        right, kind = self._operand(target, scope)
        if left is None or right is None or (node.kind == "distance" and offset is None):
            return None
        is_date = node.kind == "distance" or kind == "date"
        ops = _NUMBER_OPS if node.kind == "distance" or not is_date else _DATE_OPS
        if kind == ANY:
            ops = _DATE_OPS | _NUMBER_OPS
        wanted = "date" if is_date else kind
        if (
            operator.kind not in ops
            or (wanted and not self.names.fits(left.type, wanted))
            or (node.kind == "distance" and kind not in ("date", ANY))
            or left.type not in ("date", "number", ANY)
        ):
            self.wrong(
                node.tokens[0],
                "not-comparable",
                left=left.name,
                actual=self.names.describe(left.type),
                expected=self.names.describe(kind) if kind else same("…"),
                **{
                    slot: self.words[f"IS_{slot.upper()}"]
                    for slot in ("before", "after", "latest", "earliest", "min", "max", "more", "less")
                },
            )
            return None
        direction = node.tokens[-2].kind.lower() if node.kind == "distance" else None
        return s.Compare(left, ops[operator.kind], right, offset, direction, self.place(node.first))

    def _operand(self, token: Token, scope: Scope) -> tuple[s.Operand | None, str]:
        match token.kind:
            case "DATE":
                return self.day(token), "date"
            case "NUMBER":
                return s.Amount(int(token.text[:9]), "count"), "number"
            case "CASE_DATE":
                return s.CaseDate(), "date"
            case "CONCEPT":
                return self.parameter(token), "number"
            case _:
                var = self.variable(token, scope)
                return var, var.type if var else ANY

    def _span(self, node: Node) -> s.Amount | s.ParameterRef | None:
        amount, unit = node.tokens[2], node.tokens[3]
        if amount.kind == "CONCEPT":
            return self.parameter(amount)
        return s.Amount(int(amount.text[:9]), _UNITS[unit.kind])


def _is_simple(node: Node) -> bool:
    return node.kind == "sentence" or (
        node.kind == "clause" and (not node.children or node.children[0].kind == "sentence")
    )
