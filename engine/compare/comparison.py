"""The comparison itself: alignments and, with a case, the finished assessment of both laws in; rows and matrix out.

Nothing is reasoned here. "Wider" is said of what a law asks for and is no verdict on an undertaking.
"""

from dataclasses import dataclass

from engine.assessment import Assessment
from engine.compare.model import COLUMNS, REGIMES, Alignment, Asks, Column
from engine.inference.outcome import OUTCOMES, Outcome
from engine.rulebase import RuleBase


@dataclass(frozen=True, slots=True)
class DutyHere:
    """A duty on one side; ``rows`` are its outcomes in the case, the worst first, none without a case or where it is not in force."""

    id: str
    rows: tuple[Outcome, ...]

    @property
    def outcome(self) -> str | None:
        """Give the worst outcome, None where there is none."""
        return self.rows[0].outcome if self.rows else None


@dataclass(frozen=True, slots=True)
class Side:
    """One law's side of a row."""

    regime: str
    duties: tuple[DutyHere, ...]
    provisions: tuple[str, ...]

    @property
    def outcome(self) -> str | None:
        """Give the worst outcome of the duties, None where there is none."""
        found = [duty.outcome for duty in self.duties if duty.outcome]
        return min(found, key=OUTCOMES.index) if found else None


@dataclass(frozen=True, slots=True)
class Row:
    """One alignment with what it comes to on both sides."""

    alignment: Alignment
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both laws side by side; ``regimes`` says which is on the left."""

    rulebase: RuleBase
    regimes: tuple[str, str]
    rows: tuple[Row, ...]
    assessment: Assessment | None

    def cell(self, factor: str | None, column: Column) -> tuple[Row, ...]:
        """Give the rows about a factor (None: about none in particular) in a column of the matrix."""
        return tuple(
            row for row in self.rows
            if row.alignment.column == column and (factor in row.alignment.factors if factor else not row.alignment.factors)
        )

    @property
    def factors(self) -> tuple[str | None, ...]:
        """Give the factors that rows are about, in the order of the shared scheme; None first, for what is about all of them."""
        named = {factor for row in self.rows for factor in row.alignment.factors}
        return (None, *(f for f in self.rulebase.vocabulary.collections["factors"].members if f in named))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give the columns that have rows."""
        used = {row.alignment.column for row in self.rows}
        return tuple(column for column in COLUMNS if column in used)


def compare(
    rulebase: RuleBase, alignments: tuple[Alignment, ...], assessment: Assessment | None = None, left: str = "no"
) -> Comparison:
    """Lay the laws side by side, on the same facts where there is an assessment of both; ``left`` is the law on the left."""
    regimes = (left, REGIMES[1 - REGIMES.index(left)])
    turned = alignments if left == REGIMES[0] else tuple(each.mirrored() for each in alignments)
    by_duty = assessment.by_duty() if assessment else {}
    rows = tuple(Row(a, _side(regimes[0], a.left, by_duty), _side(regimes[1], a.right, by_duty)) for a in turned)
    return Comparison(rulebase, regimes, rows, assessment)


def _side(regime: str, asks: Asks, by_duty: dict[str, list[Outcome]]) -> Side:
    duties = tuple(DutyHere(duty, tuple(sorted(by_duty.get(duty, []), key=_badness))) for duty in asks.duties)
    return Side(regime, duties, asks.provisions)


def _badness(row: Outcome) -> int:
    return OUTCOMES.index(row.outcome)
