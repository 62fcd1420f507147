"""Which factors are certainly present in each unit, and which somebody rules out."""

from collections.abc import Iterable

from engine.case.model import Answer, Case, Entry
from engine.documents.reading import units_of

ByUnit = dict[str, set[str]]


def exposures(case: Case) -> tuple[ByUnit, ByUnit]:
    """Give, by unit, the factors that are certainly present, and those that are ruled out; a dispute is neither."""
    yes: dict[str, set[str]] = {unit.id: set() for unit in case.units}
    no: dict[str, set[str]] = {unit.id: set() for unit in case.units}
    for unit in case.units:
        for factor, (answer, _) in unit.factors.items():
            _note(answer, unit.id, (factor,), yes, no)
    for cls, field in (("Exposure", "factor"), ("Mapping", "found")):
        for entry in case.of(cls):
            for unit_id in units_of(entry, case):
                _note(Answer.YES, unit_id, _listed(entry, field), yes, no)
    for said in case.answers:
        if said.property == "exposed_to" and said.object and said.about in yes:
            _note(said.value, said.about, (said.object,), yes, no)
    return {unit: yes[unit] - no[unit] for unit in yes}, {unit: no[unit] - yes[unit] for unit in no}


def _listed(entry: Entry, field: str) -> tuple[str, ...]:
    given = entry.fields.get(field)
    return tuple(str(value) for value in given.values if not isinstance(value, Answer)) if given else ()


def _note(answer: Answer, unit: str, factors: Iterable[str], yes: ByUnit, no: ByUnit) -> None:
    if answer is Answer.YES:
        yes[unit] |= set(factors)
    elif answer in (Answer.NO, Answer.NOT_RELEVANT):
        no[unit] |= set(factors)
