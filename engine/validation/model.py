"""A published case as plain values: where it is from, what was held, and what our answers to it are."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from engine.text import Text

Standing = Literal["tried", "not_counted", "not_comparable"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
Verdict = Literal["agrees", "open", "contradicts", "not_comparable"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
CaseVerdict = Literal["agrees", "partly", "open", "contradicts", "not_comparable", "not_counted"]
CASE_VERDICTS: tuple[CaseVerdict, ...] = get_args(CaseVerdict)
HELD = ("breach", "investigation", "annulled", "applies", "reaction", "immediate annulled", "none")
REASONS = (
    "civil",
    "campaign",
    "law_not_encoded",
    "remitted",
    "outcome_not_readable",
    "follows_from_outcome",
    "rule_from_case",
)
EVERY_SCOPE = "*"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was held, and the duties (or outlooks) of ours that would carry it under the law of a day.

    ``counts`` is false where agreeing would say nothing; ``not_comparable`` is the reason where it can't be compared at all.
    """

    id: str
    verdict: str
    duties: tuple[str, ...]
    outlook: tuple[str, ...]
    scope: str
    counts: bool
    not_comparable: str | None
    what: Text | None  # None: the goal of the duty says it


@dataclass(frozen=True, slots=True)
class Law:
    """What is looked at under the law of one day. ``breaches``: the duties, with a pattern of scopes, that may be breached."""

    day: date
    points: tuple[Point, ...]
    breaches: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A row of the index: one published case. ``file`` is its case file, ``laws`` what it is run under."""

    id: str
    year: str
    body: Text
    theme: Text
    section: str
    standing: Standing
    reason: str | None
    why: Text
    file: Path | None
    laws: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out of one point: the verdict, what we say (an outcome; of an outlook given, open, not_given), and why."""

    point: Point
    day: date
    verdict: Verdict
    said: str
    duty: str
    why: Text | None


@dataclass(frozen=True, slots=True)
class Result:
    """A published case with its answers. ``strays`` are breaches that nobody found: address, and the day of the law."""

    published: Published
    answers: tuple[Answer, ...]
    strays: tuple[tuple[date, str], ...]

    @property
    def verdict(self) -> CaseVerdict:
        """Say how the case comes out: contradiction first; then the points that count."""
        if self.strays or any(answer.verdict == "contradicts" for answer in self.answers):
            return "contradicts"
        if self.published.standing != "tried":
            return self.published.standing
        counted = {answer.verdict for answer in self.counted}
        if counted == {"agrees"}:
            return "agrees"
        if "agrees" in counted:
            return "partly"
        return "open" if counted else "not_counted"

    @property
    def counted(self) -> tuple[Answer, ...]:
        """Give the answers that count."""
        return tuple(a for a in self.answers if a.point.counts and a.verdict != "not_comparable")
