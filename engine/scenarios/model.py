"""What a scenario is, and what came out of one."""

from dataclasses import dataclass, field
from datetime import date

from engine.assessment import Assessment
from engine.inference.outcome import Outcome
from engine.truth import Truth

ENDING = "_test.yaml"
NOT_IN_FORCE = "not_in_force"
TRUTHS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}
REMARKED = ("noted", "not_noted")
FORESEEN = ("given", "open", "not_given")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One small case with the outcome it should have. ``case`` is the whole case file, as the reader gets it."""

    file: str
    line: int
    tries: str  # the id of a duty, rule, remark or outlook
    name: str
    expected: str
    source: str
    at: str | None
    law_date: date | None
    case: str = field(repr=False)

    @property
    def id(self) -> str:
        """Give a name that no other scenario has."""
        return f"{self.tries}: {self.name}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a scenario; ``outcome`` is the row of the duty, None where there is no row for the scope."""

    scenario: Scenario
    expected: str
    actual: str
    outcome: Outcome | None
    assessment: Assessment

    @property
    def passed(self) -> bool:
        """Say whether the scenario came out as it should."""
        return self.expected == self.actual
