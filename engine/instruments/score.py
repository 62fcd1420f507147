"""Scoring: from the answers of one form, or the mean points of many, to readings beside their neutral point.

A reading tells where a score lies. It is not a verdict: what lies on the side of strain raises a question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.errors import BadInputError, Problem
from engine.instruments import words as say
from engine.instruments.model import Instrument, Item, Side
from engine.text import LANGUAGES, Text, same


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of an instrument with what it must be read with: the scale, the neutral point, and which side is strain."""

    item: Item | None  # None for the sum
    value: Decimal
    lowest: Decimal
    highest: Decimal
    neutral: Decimal
    asks: Side

    @property
    def raises_question(self) -> bool:
        """Tell whether the number lies on the side of strain; the neutral point itself does not."""
        return self.value < self.neutral if self.asks == "below" else self.value > self.neutral


@dataclass(frozen=True, slots=True)
class Score:
    """The scored answers: a reading of each item, and of the sum where the instrument has one."""

    instrument: Instrument
    items: tuple[Reading, ...]
    total: Reading | None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Give the readings, the sum first."""
        return (self.total, *self.items) if self.total else self.items


def score(instrument: Instrument, answers: Mapping[str, str] | Sequence[str]) -> Score:
    """Score one filled-in form: answers by item, or in the order of the items.

    Raises BadInputError with everything that is wrong with the answers.
    """
    problems: list[Problem] = []
    given = _by_item(instrument, answers, problems)
    points: dict[str, Decimal] = {}
    for number, item in enumerate(instrument.items, 1):
        if item.id in given:
            value = _points(instrument, item, given[item.id])
            if value is None:
                problems.append(
                    _problem(
                        "answer-not-allowed",
                        say.NOT_ALLOWED,
                        number,
                        answer=shown(given[item.id]),
                        item=item.in_sentence,
                        allowed=allowed(instrument),
                    )
                )
            else:
                points[item.id] = Decimal(value)
    if problems:
        raise BadInputError(problems)
    return scored(instrument, points)


def scored(instrument: Instrument, points: Mapping[str, Decimal], total: Decimal | None = None) -> Score:
    """Read points that are at hand, of one form or the means of many; the sum is made where every item has points."""
    items = tuple(_of_item(instrument, item, points[item.id]) for item in instrument.items if item.id in points)
    if total is None and len(items) == len(instrument.items):
        total = sum((reading.value for reading in items), Decimal(0))
    return Score(instrument, items, _of_sum(instrument, total) if instrument.is_summed and total is not None else None)


def _of_item(instrument: Instrument, item: Item, value: Decimal) -> Reading:
    return Reading(item, value, instrument.lowest, instrument.highest, instrument.neutral, item.asks)


def _of_sum(instrument: Instrument, value: Decimal) -> Reading:
    n = len(instrument.items)
    return Reading(None, value, n * instrument.lowest, n * instrument.highest, n * instrument.neutral, instrument.asks)


def _by_item(instrument: Instrument, answers: Mapping[str, str] | Sequence[str], problems: list[Problem]) -> dict[str, str]:
    """Put each answer with its item; too few, too many and unknown items are complained of."""
    names = [item.id for item in instrument.items]
    if not isinstance(answers, Mapping):
        if len(answers) != len(names):
            problems.append(
                _problem("wrong-number-of-answers", say.WRONG_NUMBER, 0, given=str(len(answers)), wanted=str(len(names)))
            )
        return dict(zip(names, answers, strict=False))
    problems += [
        _problem("unknown-item", say.UNKNOWN_ITEM, 0, item=shown(name), allowed=same(", ".join(names)))
        for name in answers
        if name not in names
    ]
    problems += [
        _problem("answer-missing", say.MISSING, number, item=item.in_sentence)
        for number, item in enumerate(instrument.items, 1)
        if item.id not in answers
    ]
    return {name: answer for name, answer in answers.items() if name in names}


def _points(instrument: Instrument, item: Item, answer: str) -> int | None:
    """Give the points of an answer; None where it is not one that the instrument has."""
    typed = " ".join(answer.casefold().replace("_", " ").split())
    for choice, points in zip(instrument.choices, instrument.points(item), strict=True):
        if typed in {choice.id.replace("_", " "), *(choice.label.in_(language).casefold() for language in LANGUAGES)}:
            return points
    if instrument.choices or not typed.isascii() or not typed.isdigit() or len(typed) > 3:
        return None
    return int(typed) if instrument.lowest <= int(typed) <= instrument.highest else None


def allowed(instrument: Instrument) -> Text:
    """Say which answers an instrument takes."""
    if instrument.choices:
        return same(", ".join(choice.id for choice in instrument.choices))
    return say.WHOLE_NUMBERS.format(lowest=str(instrument.lowest), highest=str(instrument.highest))


def shown(answer: str) -> str:
    """Give an answer as a message may print it."""
    flat = " ".join(answer.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"


def _problem(code: str, message: Text, number: int, **slots: str | Text) -> Problem:
    slots["number"] = str(number)
    return Problem("answers", 0, number, code, message.format(**slots))
