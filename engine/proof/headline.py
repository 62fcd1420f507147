"""The answer in a few lines: the employer's duties counted, each by its worst scope."""

from dataclasses import dataclass

from engine.assessment import Assessment
from engine.inference.outcome import OUTCOMES, Outcome

EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Line:
    """One duty in the headline: its worst outcome and the scopes that have it."""

    duty: str
    outcome: str
    worst: tuple[Outcome, ...]
    every: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The employer's duties, worst first; those of others apart."""

    lines: tuple[Line, ...]
    others: tuple[Line, ...]

    def count(self, outcome: str) -> int:
        """Count the employer's duties with an outcome."""
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def answer(self) -> str:
        """Give the outcome that answers the question: the worst there is; met where something is met and nothing worse."""
        present = {line.outcome for line in self.lines}
        return next((outcome for outcome in OUTCOMES if outcome in present), "not_applicable")


def headline(assessment: Assessment) -> Headline:
    """Count the duties of an assessment."""
    lines = [_line(duty, rows) for duty, rows in assessment.by_duty().items()]
    return Headline(
        tuple(line for line in lines if line.worst[0].duty.bearer == EMPLOYER),
        tuple(line for line in lines if line.worst[0].duty.bearer != EMPLOYER),
    )


def _line(duty: str, rows: list[Outcome]) -> Line:
    worst = min(rows, key=lambda row: OUTCOMES.index(row.outcome)).outcome
    return Line(duty, worst, tuple(row for row in rows if row.outcome == worst), tuple(rows))
