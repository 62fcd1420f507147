"""The questions that the survey results of a case raise: pure, in a fixed order, and nothing that an outcome rests on.

Of the results of one instrument for the same units only the newest raise questions. A unit is named only where enough people work
there and answered (design § 8): few, or nobody knows how many, and the result is told without it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.case.floor import FLOOR, FLOOR_SENSITIVE, is_below
from engine.case.model import Case, Entry
from engine.case.schema import SURVEY
from engine.case.surveys import count_of, number_of, scores_of
from engine.instruments.model import Instrument, NeutralFrom
from engine.instruments.score import Reading, scored
from engine.text import Text
from engine.vocabulary.model import Vocabulary

SENSITIVE = frozenset({"harassment", "sexual_harassment", "violence", "improper_conduct"})
Point = NeutralFrom | Literal["own"]  # whose point a reading is held against


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """One question, with the result that raises it. ``units`` is None for the whole undertaking; ``unnamed`` counts units left out."""

    survey: str
    instrument: Instrument
    reading: Reading
    point: Point
    question: Text
    speaks_to: tuple[str, ...]
    partly: tuple[str, ...]
    units: tuple[str, ...] | None
    unnamed: int
    dated: date
    answered: int
    invited: int | None

    @property
    def factors(self) -> tuple[str, ...]:
        """Give the factors that the question is about, those that it is wholly about first."""
        return (*self.speaks_to, *self.partly)

    @property
    def id(self) -> str:
        """Give an address that is unique in the case."""
        return f"{self.survey}/{self.reading.item.id if self.reading.item else 'total'}"


def survey_questions(case: Case, vocabulary: Vocabulary) -> tuple[SurveyQuestion, ...]:
    """Give the questions of a case, by instrument, newest result first."""
    order = list(vocabulary.instruments)
    entries = sorted(_newest(case), key=lambda e: (order.index(str(e.one("instrument"))), -_day(e).toordinal(), e.id))
    return tuple(q for entry in entries for q in _of(entry, vocabulary.instruments[str(entry.one("instrument"))], case))


def _newest(case: Case) -> list[Entry]:
    """Give the newest results of each instrument for the same units; two of one day both stand."""
    found: dict[tuple[str, tuple[str, ...] | None], list[Entry]] = {}
    for entry in case.of(SURVEY):
        units = None if entry.units is None else tuple(sorted(entry.units))
        found.setdefault((str(entry.one("instrument")), units), []).append(entry)
    return [entry for entries in found.values() for entry in entries if _day(entry) == max(map(_day, entries))]


def _day(entry: Entry) -> date:
    value = entry.one("dated")
    return value if isinstance(value, date) else date.min


def _of(entry: Entry, instrument: Instrument, case: Case) -> Iterator[SurveyQuestion]:
    raised = list(_raised(entry, instrument))
    factors = {factor for _, _, (_, speaks, partly) in raised for factor in (*speaks, *partly)}
    answered = count_of(entry, "answered") or 0
    floor = FLOOR_SENSITIVE if factors & SENSITIVE else FLOOR
    named = None if entry.units is None else tuple(u for u in entry.units if not is_below(floor, u, case) and answered >= floor)
    unnamed = 0 if named is None or entry.units is None else len(entry.units) - len(named)
    for reading, point, (question, speaks_to, partly) in raised:
        yield SurveyQuestion(
            entry.id,
            instrument,
            reading,
            point,
            question,
            speaks_to,
            partly,
            named,
            unnamed,
            _day(entry),
            answered,
            count_of(entry, "invited"),
        )


About = tuple[Text, tuple[str, ...], tuple[str, ...]]  # what to look into, and the factors


def _raised(entry: Entry, instrument: Instrument) -> Iterator[tuple[Reading, Point, About]]:
    """Give the readings on the side of strain; the undertaking's own limit takes the place of the neutral point where one is given."""
    limit = number_of(entry, "limit")
    for reading in scored(instrument, scores_of(entry), number_of(entry, "total")).readings:
        held, point = _held(reading, instrument, limit)
        about = _about(reading, instrument)
        if held.raises_question and about:
            yield held, point, about


def _held(reading: Reading, instrument: Instrument, limit: Decimal | None) -> tuple[Reading, Point]:
    if limit is None or (reading.item is not None and instrument.is_summed):
        return reading, instrument.neutral_from
    return replace(reading, neutral=limit), "own"


def _about(reading: Reading, instrument: Instrument) -> About | None:
    item = reading.item
    if item is not None:
        return item.question, item.speaks_to, item.partly
    return (instrument.question, instrument.speaks_to, instrument.partly) if instrument.question else None
