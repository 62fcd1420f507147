"""From the parts of a rule file, read and resolved, to their lines in one language: heads, headers and what stands under them."""

from collections.abc import Iterator

from engine.language import syntax as s
from engine.language import tree
from engine.language.keywords import FORCES, OUTCOMES, SECTIONS
from engine.language.render_conditions import ConditionWriter
from engine.language.render_lines import PartRows, Row
from engine.language.render_terms import TermWriter
from engine.language.walk import Part
from engine.text import Language
from engine.vocabulary.model import Vocabulary


class Renderer:
    """Writes parts in one language, whichever they were read in."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.terms = TermWriter(vocabulary, language)
        self.conditions = ConditionWriter(vocabulary, self.terms)
        self.words, self.language = self.terms.words, language

    @property
    def language_line(self) -> str:
        """Give the first line of a file."""
        return f"{self.words.language_line} {self.language}"

    def part(self, written: tree.Part, read: Part) -> PartRows:
        """Write a part: the raw tree says on which lines it stood, the checked one what it means.

        Headers come in the order of the language; those of one kind stay in the order they were written in.
        """
        head = written.head
        values = _Values(read)
        sections = [(SECTIONS.index(node.keyword.kind), self._section(node, values)) for node in written.sections]
        return PartRows(
            Row(head.line, 0, f"{self.words[head.keyword.kind]} {head.tokens[1].text}"),
            tuple(tuple(rows) for _, rows in sorted(sections, key=lambda section: section[0])),
        )

    def _section(self, node: tree.Node, values: "_Values") -> list[Row]:
        kind = node.keyword.kind
        if kind == "FOR_EACH":
            scope = next(values.scope)
            title = f"{self.terms.for_each(scope.var.type)} {scope.var.name}"
            return [Row(node.line, 1, title), *self.conditions.clauses(node.children, scope.joins, 2)]
        if kind in values.grounds:
            conditions = next(values.grounds[kind])
            return [Row(node.line, 1, self.words[kind]), *self.conditions.block(node.children, conditions, 2)]
        return [Row(node.line, 1, f"{self.words[kind]} {self._header(node, values)}")]

    def _header(self, node: tree.Node, values: "_Values") -> str:
        """Write what stands after a keyword; provisions, dates and sources are copied as they stand."""
        kind = node.keyword.kind
        if kind in values.concepts:
            return " ".join(self.terms.concept(next(values.concepts[kind])) for _ in node.of("CONCEPT"))
        match kind:
            case "BEARER":
                return self.terms.bearer(values.bearer)
            case "FORCE":
                return next(word for word, force in FORCES[self.language].items() if force == values.force)
            case "VALID_FROM":
                return f" {self.words['VALID_UNTIL']} ".join(token.text for token in node.of("DATE"))
            case "CANNOT_BE":
                return self._cannot_be(next(values.cannot_be))
            case _:
                return node.tokens[1].text

    def _cannot_be(self, said: s.CannotBe) -> str:
        outcome = next(word for word, meant in OUTCOMES[self.language].items() if meant == said.outcome)
        because = f"{self.words['BECAUSE']} {self.terms.concept(said.because)}"
        return f"{outcome} {because} {self.words['SOURCE']} {said.source}"


class _Values:
    """What was read of a part, header by header, in the order written."""

    def __init__(self, read: Part) -> None:
        self.scope = iter(read.scope)
        self.bearer = self.force = ""
        self.cannot_be: Iterator[s.CannotBe] = iter(())
        self.grounds: dict[str, Iterator[s.Conditions]] = {"WHEN": iter((read.when,))}
        self.concepts: dict[str, Iterator[str]] = {"INTERPRETATION": iter((read.origins.interpretation or "",))}
        match read:
            case s.Duty():
                self._duty(read)
            case s.Rule():
                self.grounds["THEN"] = iter(((read.then,),))
            case s.Remark():
                self.force = read.force
                self.concepts["MESSAGE"] = iter((read.message,))
            case s.Outlook():
                self.concepts |= {"MESSAGE": iter((read.message,)), "REACTIONS": iter(read.reactions)}

    def _duty(self, duty: s.Duty) -> None:
        self.bearer, self.cannot_be = duty.bearer, iter(duty.cannot_be)
        self.grounds |= {
            "UNLESS": iter(duty.unless),
            "INVOKED": iter(duty.invoked),
            "REQUIRES": iter((duty.requires,)),
            "MET_WHEN": iter((duty.met_when,)),
            "BREACH_WHEN": iter(duty.breach_when),
            "SUSPICION_WHEN": iter(duty.suspicion_when),
        }
        self.concepts |= {
            "SETTLED_BY": iter(duty.settled_by),
            "GOAL": iter((duty.goal,)),
            "MEASURES": iter(duty.measures),
        }
