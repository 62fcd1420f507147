"""The reference case with fewer or more units: how what we measure grows."""

from dataclasses import replace

from engine.case.model import ENTERPRISE, Case, Entry, Scalar


def sized(case: Case, units: int) -> Case:
    """Give a case with a number of units: the first of them, or all of them again and again under new ids.

    Entries of the whole undertaking stay as they are; the others follow their units.
    """
    copies = [case]
    while sum(len(each.units) for each in copies) < units:
        copies.append(_renamed(case, f"c{len(copies)}-"))
    every = [unit for each in copies for unit in each.units][:units]
    kept = {unit.id for unit in every}
    entries: dict[str, Entry] = {}
    for each in copies:
        for entry in each.entries.values():
            where = entry.units if entry.cls != "Unit" else (entry.id,)
            if where is None and each is not case:
                continue  # there is one undertaking
            if where is None or any(unit in kept for unit in where):
                of_kept = None if entry.units is None else tuple(unit for unit in entry.units if unit in kept)
                entries[entry.id] = replace(entry, units=of_kept)
    entries = {id_: entry for id_, entry in entries.items() if _stands(entry, entries)}
    gone = _ids(copies) - entries.keys()
    answers = tuple(a for each in copies for a in each.answers if a.about in entries and a.object not in gone)
    said = [
        replace(c, complete_for=None if c.complete_for is None else tuple(u for u in c.complete_for if u in kept))
        for each in copies
        for c in each.completeness
    ]
    completeness = tuple(c for c in said if c.complete_for is None or c.complete_for)
    placed = tuple(entries[unit.id] for unit in every)
    return replace(
        case, entries=entries, units=placed, enterprise=entries[ENTERPRISE], answers=answers, completeness=completeness
    )


def _ids(copies: list[Case]) -> set[str]:
    return {id_ for each in copies for id_ in each.entries}


def _stands(entry: Entry, entries: dict[str, Entry]) -> bool:
    """Say whether the papers of an entry are there, and what it points to."""
    return all(evidence.document in entries for evidence in entry.evidence)


def _renamed(case: Case, prefix: str) -> Case:
    """Give a case with new ids for its units, and for the entries that are theirs alone."""
    own = {e.id for e in case.entries.values() if e.cls == "Unit" or (e.units is not None and e.cls != "Document")}
    own |= {e.id for e in case.entries.values() if e.units is None and any(v in own for f in e.fields.values() for v in f.values)}
    own.discard(ENTERPRISE)

    def name(value: Scalar) -> Scalar:
        return f"{prefix}{value}" if type(value) is str and value in own else value

    entries = {}
    for entry in case.entries.values():
        fields = {key: replace(each, values=tuple(name(v) for v in each.values)) for key, each in entry.fields.items()}
        placed = None if entry.units is None else tuple(str(name(u)) for u in entry.units)
        entries[str(name(entry.id))] = replace(entry, id=str(name(entry.id)), fields=fields, units=placed)
    units = tuple(entries[str(name(u.id))] for u in case.units)
    answers = tuple(replace(a, about=str(name(a.about)), object=None if a.object is None else str(name(a.object))) for a in case.answers)
    complete = tuple(
        replace(c, complete_for=None if c.complete_for is None else tuple(str(name(u)) for u in c.complete_for)) for c in case.completeness
    )
    return replace(case, entries=entries, units=units, answers=answers, completeness=complete)
