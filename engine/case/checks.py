"""What a case must get right as a whole: dates in an order that can be, and no source that says two things."""

from datetime import date

from engine.case import messages as say
from engine.case.log import Log
from engine.case.model import Answer, Case, Entry, Mark
from engine.text import Text
from engine.vocabulary.model import Kind, Origin, Property, Vocabulary

AHEAD = frozenset({"deadline", "agreement_ends"})  # the dates that may lie after the day of the case
NORWEGIAN = "labour_inspection"
Saying = tuple[str, Mark]
Key = tuple[str, str, str | None, str]  # property, subject, object, role
Listed = tuple[frozenset[str], Mark]
ListKey = tuple[str, str, str]  # property, subject, role


def check_dates(case: Case, log: Log) -> None:
    """Check every date against the day of the case, and the pairs of dates whose order is plain."""
    for entry in case.entries.values():
        for given in entry.fields.values():
            for value in given.values:
                if isinstance(value, date) and given.name not in AHEAD:
                    _not_after_case(given.name, value, given.mark, case, log)
        dated = _date(entry, "dated")
        if entry.cls == "Plan":
            _in_order(entry, "deadline", dated, say.DATED_HERE, log)
        if entry.cls == "Incident":
            _in_order(entry, "known_since", dated, say.DATED_HERE, log)
        if entry.cls == "FollowUp":
            incident = case.entries.get(str(entry.one("incident")))
            if incident:
                _in_order(entry, "dated", _date(incident, "dated"), say.DATED_OF.format(id=incident.id), log)
    stamped = [(said.as_of, said.mark) for said in case.completeness]
    for as_of, mark in [*stamped, *((said.as_of, said.mark) for said in case.answers)]:
        if as_of:
            _not_after_case("as_of", as_of, mark, case, log)


def _date(entry: Entry, name: str) -> date | None:
    value = entry.one(name)
    return value if isinstance(value, date) else None


def _not_after_case(key: str, value: date, mark: Mark, case: Case, log: Log) -> None:
    if value > case.date:
        log.add(say.AFTER_CASE, mark, key=key, value=value.isoformat(), date=case.date.isoformat())


def _in_order(entry: Entry, later: str, earlier: date | None, what: Text, log: Log) -> None:
    value = _date(entry, later)
    if value and earlier and value < earlier:
        mark = entry.fields[later].mark
        log.add(say.WRONG_ORDER, mark, key=later, value=value.isoformat(), what=what, date=earlier.isoformat())


def check_sources(case: Case, vocabulary: Vocabulary, log: Log) -> None:
    """Check that no source says two things of one statement, in an entry and an answer or in two answers.

    Different sources may differ: that is a dispute, and the case says so. It is not bad input.
    """
    said: dict[Key, Saying] = {}
    listed: dict[ListKey, Listed] = {}
    for entry in case.entries.values():
        for factor, (answer, mark) in entry.factors.items():
            said["exposed_to", entry.id, factor, entry.stated_by] = (answer, mark)
        for prop in vocabulary.fields(entry.cls):
            if prop.origin is Origin.INPUT:
                _hear_entry(entry, prop, said, listed)
    _check_exposures(case, said, log)
    for statement in sorted(case.answers, key=lambda answer: answer.mark):
        prop_id, subject, obj, role = statement.property, statement.about, statement.object, statement.stated_by
        key = (prop_id, subject, obj, role)
        complete = listed.get((prop_id, subject, role))
        before = said.get(key)
        if before is None and complete and obj not in complete[0]:
            before = ("no", complete[1])
        if before and before[0] != statement.value:
            _two_values(key, before, (statement.value, statement.mark), log)
        said.setdefault(key, (statement.value, statement.mark))


def _hear_entry(entry: Entry, prop: Property, said: dict[Key, Saying], listed: dict[ListKey, Listed]) -> None:
    given = entry.fields.get(prop.field or "")
    if given is None:
        return
    if prop.kind is Kind.FLAG:
        said[prop.id, entry.id, None, entry.stated_by] = (str(given.values[0]), given.mark)
    elif prop.kind is Kind.LINK and given.values != (Answer.DONT_KNOW,):
        for value in given.values:
            said[prop.id, entry.id, str(value), entry.stated_by] = ("yes", given.mark)
        if not given.open:
            listed[prop.id, entry.id, entry.stated_by] = (frozenset(map(str, given.values)), given.mark)


def check_findings(case: Case, vocabulary: Vocabulary, log: Log) -> None:
    """Check that no authority decides by the law of the other country: neither by its standard nor with its kinds of decision."""
    danish, danes = (set(vocabulary.collections[name].members) for name in ("danish_standards", "danish_authorities"))
    for finding in case.of("Finding"):
        authority = str(finding.one("authority") or "")
        if authority not in (*danes, NORWEGIAN):
            continue
        of_denmark = {"standard": str(finding.one("standard")) in danish, "decision": True}
        for name, is_danish in of_denmark.items():
            if name in finding.fields and is_danish is not (authority in danes):
                log.add(say.OTHER_COUNTRY, finding.fields[name].mark, key=name, authority=vocabulary.concepts[authority].label)


def _check_exposures(case: Case, said: dict[Key, Saying], log: Log) -> None:
    """An exposure says that its factor is there; the same source can't say in the unit's own map that it is not."""
    for exposure in case.of("Exposure"):
        factor = str(exposure.one("factor"))
        for unit in exposure.units if exposure.units is not None else [unit.id for unit in case.units]:
            key = ("exposed_to", unit, factor, exposure.stated_by)
            before = said.get(key)
            if before and before[0] == Answer.NO:
                _two_values(key, before, ("yes", exposure.mark), log)


def _two_values(key: Key, before: Saying, now: Saying, log: Log) -> None:
    prop, subject, obj, role = key
    what = "/".join(part for part in (subject, prop, obj) if part)
    log.add(say.TWO_VALUES, now[1], role=role, what=what, one=str(before[0]), two=str(now[0]), line=str(before[1].line))
