"""Comparison of dates, numbers and durations; what is not known can always turn out either way."""

import calendar
from datetime import date, timedelta

from engine.case.facts import Facts
from engine.language.syntax import Amount, CaseDate, Compare, ParameterRef, Var
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

HOLDS = {
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "eq": lambda a, b: a == b,
    "ge": lambda a, b: a >= b,
    "gt": lambda a, b: a > b,
}


def later(facts: Facts, subject: str, obj: str) -> tuple[Truth, dict[str, str]]:
    """Say whether one entry is dated after another (not on the same day), with both dates for the reason.

    An entry whose date is not known is from the day of the case at the latest.
    """
    first, second = facts.values.get(("dated", subject)), facts.values.get(("dated", obj))
    note = {"left": str(first or ""), "right": str(second or "")}
    if isinstance(second, date) and (first is None or isinstance(first, date)):
        latest = first or facts.case.date
        if latest <= second:
            return Truth.NO, note
    if not isinstance(first, date) or not isinstance(second, date):
        return Truth.UNKNOWN, note
    return (Truth.YES if first > second else Truth.NO), note


def compare(
    condition: Compare, values: dict[str, date | int | None], case_date: date, law_date: date, vocabulary: Vocabulary
) -> tuple[Truth, dict[str, str]]:
    """Compare two operands, or their distance with a duration. Parameters are looked up at the law's date."""
    left = values.get(condition.left.name)
    right = _operand(condition.right, values, case_date, law_date, vocabulary)
    note = {"left": str(left if left is not None else ""), "right": str(right if right is not None else "")}
    if isinstance(condition.right, ParameterRef):
        note["parameter"] = condition.right.parameter
    if left is None or right is None:
        return Truth.UNKNOWN, note
    if condition.offset is None:
        return _truth(HOLDS[condition.op](left, right)), note
    amount = _amount(condition.offset, law_date, vocabulary)
    if amount is None or not isinstance(left, date) or not isinstance(right, date):
        return Truth.UNKNOWN, note
    note["offset"] = f"{amount.number} {amount.unit}"
    edge = shift(right, amount, -1 if condition.direction == "before" else 1)
    if condition.direction == "before":  # «more than n before» is earlier than the edge
        return _truth(HOLDS[condition.op](edge, left)), note
    return _truth(HOLDS[condition.op](left, edge)), note


def shift(day: date, amount: Amount, sign: int) -> date:
    """Move a day by a calendar duration; a month that is too short gives its last day."""
    if amount.unit in ("days", "weeks"):
        return day + timedelta(days=sign * amount.number * (7 if amount.unit == "weeks" else 1))
    months = day.month - 1 + sign * amount.number * (12 if amount.unit == "years" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _operand(
    operand: object, values: dict[str, date | int | None], case_date: date, law_date: date, vocabulary: Vocabulary
) -> date | int | None:
    match operand:
        case Var(name):
            return values.get(name)
        case CaseDate():
            return case_date
        case Amount(number):
            return number
        case ParameterRef(parameter):
            return vocabulary.parameters[parameter].at(law_date)
        case date():
            return operand
    return None


def _amount(offset: Amount | ParameterRef, law_date: date, vocabulary: Vocabulary) -> Amount | None:
    if isinstance(offset, Amount):
        return offset
    parameter = vocabulary.parameters[offset.parameter]
    number = parameter.at(law_date)
    return None if number is None else Amount(number, parameter.unit)


def _truth(holds: bool) -> Truth:
    return Truth.YES if holds else Truth.NO
