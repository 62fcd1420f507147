"""Survey results in a case: what they must get right, and that nothing which decides sees them."""

from dataclasses import replace
from decimal import Decimal

from engine.case import messages as say
from engine.case.log import Log
from engine.case.model import Case, Entry, Field
from engine.case.schema import SURVEY
from engine.instruments.model import Instrument
from engine.vocabulary.model import Nature, Vocabulary

LEAST_ANSWERS = 3  # below this a result is refused (design § 8)
ROUNDING = Decimal("0.5")  # by which a sum may differ from the sum of rounded means
SCORES = "scores."


def deciding(case: Case, vocabulary: Vocabulary) -> Case:
    """Give the case without what only raises questions: nothing that decides may see it."""
    kept = {
        name: entry
        for name, entry in case.entries.items()
        if (cls := vocabulary.classes.get(entry.cls)) is None or cls.nature is not Nature.EVIDENCE
    }
    return case if len(kept) == len(case.entries) else replace(case, entries=kept)


def scores_of(entry: Entry) -> dict[str, Decimal]:
    """Give the points of a survey by item."""
    found = {name.removeprefix(SCORES): field.values[0] for name, field in entry.fields.items() if name.startswith(SCORES)}
    return {name: value for name, value in found.items() if isinstance(value, Decimal)}


def number_of(entry: Entry, name: str) -> Decimal | None:
    """Give a number that a field of a survey holds."""
    value = entry.one(name)
    return value if isinstance(value, Decimal) else None


def count_of(entry: Entry, name: str) -> int | None:
    """Give a number of people that a field of an entry holds."""
    value = entry.one(name)
    return value if isinstance(value, int) else None


def check_surveys(case: Case, vocabulary: Vocabulary, log: Log) -> None:
    """Check every survey of a case."""
    for entry in case.of(SURVEY):
        _check_answers(entry, log)
        instrument = vocabulary.instruments.get(str(entry.one("instrument")))
        if instrument is not None:
            _check_numbers(entry, instrument, log)


def _check_answers(entry: Entry, log: Log) -> None:
    answered, invited = count_of(entry, "answered"), count_of(entry, "invited")
    if answered is not None and answered < LEAST_ANSWERS:
        log.add(say.TOO_FEW_ANSWERS, entry.fields["answered"].mark, n=str(answered), least=str(LEAST_ANSWERS))
    if answered is not None and invited is not None and invited < answered:
        log.add(say.MORE_THAN_INVITED, entry.fields["invited"].mark, n=str(answered), invited=str(invited))


def _check_numbers(entry: Entry, instrument: Instrument, log: Log) -> None:
    scores, n = scores_of(entry), len(instrument.items)
    for name in scores:
        field = entry.fields[SCORES + name]
        if instrument.item(name) is None:
            hint = log.choice(name, [item.id for item in instrument.items])
            log.add(say.OTHER_INSTRUMENT, field.mark, hint, item=name, instrument=instrument.title)
        else:
            _on_scale(name, field, instrument.lowest, instrument.highest, log)
    if "total" in entry.fields and not instrument.is_summed:
        log.add(say.NO_SUM, entry.fields["total"].mark, instrument=instrument.title)
    elif "total" in entry.fields:
        _on_scale("total", entry.fields["total"], n * instrument.lowest, n * instrument.highest, log)
    if "limit" in entry.fields and not instrument.has_one_side:
        log.add(say.LIMIT_TWO_SIDES, entry.fields["limit"].mark, instrument=instrument.title)
    elif "limit" in entry.fields:
        times = n if instrument.is_summed else 1
        _on_scale("limit", entry.fields["limit"], times * instrument.lowest, times * instrument.highest, log)
    total = number_of(entry, "total")
    if instrument.is_summed and total is not None and scores.keys() == {item.id for item in instrument.items}:
        added = sum(scores.values(), Decimal(0))
        if abs(added - total) > ROUNDING:
            log.add(say.SUM_DIFFERS, entry.fields["total"].mark, value=str(total), sum=str(added))


def _on_scale(key: str, field: Field, lowest: Decimal, highest: Decimal, log: Log) -> None:
    value = field.values[0]
    if isinstance(value, Decimal) and not lowest <= value <= highest:
        log.add(say.OFF_SCALE, field.mark, value=str(value), key=key, lowest=str(lowest), highest=str(highest))
