"""The comparison in one language, as plain values: text and HTML are written from it."""

from dataclasses import dataclass
from functools import cached_property

from engine.compare import words as w
from engine.compare.comparison import Comparison, DutyHere, Row, Side
from engine.law.citation import cite
from engine.proof import words as proof_words
from engine.proof.report import SYMBOLS, Report
from engine.proof.report_model import Duty
from engine.text import Language, Text
from engine.vocabulary.phrases import capital


@dataclass(frozen=True, slots=True)
class DutyView:
    """One duty on one side: what it is about, where it stands, and what came out, with the reason."""

    id: str
    title: str
    citation: str
    outcome: str | None
    word: str
    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One law's side of a row; ``provisions`` are (citation, what it says)."""

    name: str
    duties: tuple[DutyView, ...]
    provisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: what it is about, how the laws stand to each other, and both sides."""

    id: str
    title: str
    sign: str
    relation: str
    note: str
    sources: str
    looked_at: str
    left: SideView
    right: SideView


class View:
    """Everything that a comparison says, in one language."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.comparison, self.language = comparison, language
        self.law = comparison.rulebase.law
        self.names = {regime: self._(caption) for regime, caption in proof_words.REGIME.items()}
        said = {**w.RELATIONS, "no_counterpart": w.LONELY}
        left = self.names[comparison.regimes[0]]
        self.relation_signs = " · ".join(f"{sign} {self._(said[relation], left=left)}" for relation, sign in w.SIGNS.items())
        outcomes = [f"{sign} {self._(proof_words.HEADINGS[outcome])}" for outcome, sign in SYMBOLS.items()]
        self.outcome_signs = " · ".join(each.lower() for each in [*outcomes, f"{w.NO_SIGN} {self._(w.NO_DUTY)}"])
        self._report = Report(comparison.assessment, language, proofs=False) if comparison.assessment else None
        lines = (*self._report.head.lines, *self._report.head.others) if self._report else ()
        self._lines = {line.duty: line for line in lines}
        self._goals = {duty.origins.id: duty for duty in comparison.rulebase.rules.duties}

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    @property
    def title(self) -> str:
        """Name the undertaking, or say what is compared."""
        return self._report.name if self._report else self._(w.TITLE)

    @property
    def about(self) -> str:
        """Say of which facts and which law it is."""
        assessment = self.comparison.assessment
        if assessment is None:
            return self._(w.LAWS)
        return self._(w.FACTS, date=assessment.case.date, law=assessment.law_date)

    @cached_property
    def counts(self) -> tuple[tuple[str, tuple[tuple[str, int, str], ...]], ...]:
        """Give each regime with its outcomes, how many of the employer's duties have each, and that in words."""
        if self._report is None:
            return ()
        found = []
        for regime in self.comparison.regimes:
            mine = [line.outcome for line in self._report.head.lines if line.duty.startswith(f"{regime}.")]
            numbers = [(o, mine.count(o), self._(text, n=mine.count(o))) for o, text in proof_words.COUNTS.items()]
            found.append((regime, tuple(numbers)))
        return tuple(found)

    @cached_property
    def rows(self) -> tuple[RowView, ...]:
        """Give every row, in the order of the alignment."""
        return tuple(self.row(row) for row in self.comparison.rows)

    def row(self, row: Row) -> RowView:
        """Write one row."""
        alignment = row.alignment
        left, right = self.comparison.regimes
        lonely = right if alignment.left else left
        return RowView(
            id=alignment.id,
            title=capital(alignment.title.in_(self.language)),
            sign=w.SIGNS[alignment.relation],
            relation=self._(w.RELATIONS[alignment.relation], left=self.names[left], lonely=self.names[lonely]),
            note=alignment.note.in_(self.language),
            sources=self._(w.SOURCE, places="; ".join(alignment.sources)),
            looked_at=self._(w.LOOKED_AT, places="; ".join(alignment.looked_at)) if alignment.looked_at else "",
            left=self._side(row.left),
            right=self._side(row.right),
        )

    def factor(self, factor: str | None) -> str:
        """Name a row of the matrix."""
        if factor is None:
            return capital(self._(w.GENERAL))
        return capital(self.comparison.rulebase.vocabulary.concepts[factor].label.in_(self.language))

    def _side(self, side: Side) -> SideView:
        return SideView(
            self.names[side.regime],
            tuple(self._duty(duty) for duty in side.duties),
            tuple((self._cite(path), self._says(path)) for path in side.provisions),
        )

    def _cite(self, path: str) -> str:
        return cite(path, self.language, lawbase=self.law)

    def _says(self, path: str) -> str:
        return self.law.versions(path)[-1].paraphrase.in_(self.language)

    def _duty(self, duty: DutyHere) -> DutyView:
        encoded = self._goals[duty.id]
        title = capital(self.comparison.rulebase.vocabulary.concepts[encoded.goal].label.in_(self.language))
        path = encoded.origins.provisions[0]
        if self._report is None:
            return DutyView(duty.id, title, self._cite(path), None, "", "", self._says(path))
        if duty.id not in self._lines:
            return DutyView(duty.id, title, self._cite(path), None, self._(w.NOT_IN_FORCE), "", "")
        found: Duty = self._report.duty(self._lines[duty.id])
        first = found.rows[0]
        n = sum(row.outcome == found.outcome for row in found.rows)
        word = first.word if n == len(found.rows) else self._(w.PLACES, word=first.word, n=n, total=len(found.rows))
        return DutyView(duty.id, found.title, found.citation, found.outcome, word, found.where, first.reason)
