"""Laying suppositions over a case: what else speaks of the same is set aside, and nothing else is touched."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.assessment import Assessment
from engine.case.checks import check_dates
from engine.case.facts import Facts, Key
from engine.case.log import Log
from engine.case.model import ENTERPRISE, Answer, Case, Completeness, Entry, Field, Supposed
from engine.case.schema import Type, schema_of
from engine.errors import BadInputError
from engine.truth import Truth
from engine.vocabulary.model import Kind, Vocabulary
from engine.whatif import messages as say
from engine.whatif.address import NOWHERE, OfEntry, OfField, OfRegister, OfStatement, Supposition

ALL = ("all",)


@dataclass(frozen=True, slots=True)
class Laid:
    """A case with suppositions laid over it. ``follows`` are statements that had to go along (work that entails a risk may entail it),
    ``gone`` the entries that hung on one that was taken away, ``already`` the addresses that the case says so of already."""

    case: Case
    follows: tuple[Supposed, ...]
    gone: tuple[str, ...]
    already: frozenset[str]


def laid_over(before: Assessment, suppositions: Iterable[Supposition]) -> Laid:
    """Lay suppositions over the case of an assessment.

    Raises BadInputError where two can't both be, or a date is impossible with the rest of the case.
    """
    case, vocabulary, facts = before.case, before.rulebase.vocabulary, before.facts
    every = list(suppositions)
    already = frozenset(each.address for each in every if _says_so(each, case, facts, vocabulary))
    new = [each for each in every if each.address not in already]
    wanted = {_key(each.supposed): each.supposed for each in every if isinstance(each, OfStatement)}
    follows = _follows(wanted, facts, vocabulary)
    taken = {each.entry for each in new if isinstance(each, OfEntry)}
    removed = _hanging_on(taken, case, vocabulary)
    case = _without(case, removed, vocabulary)
    for each in new:
        if isinstance(each, OfField):
            case = _with_field(case, each)
        elif isinstance(each, OfRegister):
            case = _with_register(case, each)
        elif isinstance(each, OfStatement):
            case = _with_statement(case, each.supposed, vocabulary)
    for supposed in follows:
        case = _with_statement(case, supposed, vocabulary)
    _check(case)
    return Laid(case, follows, tuple(sorted(removed - taken)), already)


def _key(each: Supposed) -> Key:
    return each.property, each.about, each.object


def _says_so(each: Supposition, case: Case, facts: Facts, vocabulary: Vocabulary) -> bool:
    """Say whether a case says already what is supposed, without anybody's contrary word."""
    match each:
        case OfStatement(_, supposed):
            said = facts.source(*_key(supposed))
            how = said.how if said else "not_asked"
            if supposed.value is None or supposed.value is Answer.DONT_KNOW:
                return how == ("not_asked" if supposed.value is None else "dont_know")
            return said is not None and facts.truth(*_key(supposed)) is (Truth.YES if supposed.value is Answer.YES else Truth.NO)
        case OfField(_, entry, name, field, _, _):
            old = case.entries[entry].fields.get(name)
            answered = any(a.about == entry and a.property == each.property for a in case.answers)
            if name == "units" and field and field.values == ALL:
                return case.entries[entry].units is None and not answered
            return not answered and (old is field if old is None or field is None else (old.values, old.open) == (field.values, field.open))
        case OfRegister(_, register, unit, complete):
            return ((register, unit) in facts.closed) is complete
        case _:
            return False


def _follows(wanted: dict[Key, Supposed], facts: Facts, vocabulary: Vocabulary) -> tuple[Supposed, ...]:
    """Give what must go along: where a narrow statement holds the wider one does, where the wider fails the narrow one does.

    What is supposed to be open takes what would settle it along. Raises BadInputError where the two are supposed otherwise.
    """
    log, found, waiting = Log("--set"), dict[Key, Supposed](), list(wanted.values())
    while waiting:
        each = waiting.pop()
        is_open = each.value in (None, Answer.DONT_KNOW)
        for name, clashing in _bound_to(each, vocabulary):
            key = (name, each.about, None)
            if key in wanted:
                if wanted[key].value is clashing is Answer.NO and not is_open:  # said once, of the narrow one
                    log.add(say.AT_ODDS, one=f"{each.about}/{each.property}", two=f"{each.about}/{name}")
            elif key not in found and _is_said(key, clashing, is_open, facts):
                found[key] = Supposed(name, each.about, None, None if is_open else each.value)
                waiting.append(found[key])
    if log.problems:
        raise BadInputError(list(log.problems.values()))
    return tuple(sorted(found.values(), key=lambda each: (each.about, each.property)))


def _is_said(key: Key, answer: Answer, settled: bool, facts: Facts) -> bool:
    """Say whether somebody gives an answer: undisputed, where only what is ``settled`` counts."""
    said = facts.source(*key)
    if said is None or said.how == "disputed":
        return said is not None and not settled
    return facts.truth(*key) is (Truth.YES if answer is Answer.YES else Truth.NO)


def _bound_to(each: Supposed, vocabulary: Vocabulary) -> Iterable[tuple[str, Answer]]:
    """Give the statements that a supposed one is bound to, each with the answer that it clashes with."""
    prop = vocabulary.properties[each.property]
    if each.value is not Answer.NO and prop.implies:
        yield prop.implies, Answer.NO
    if each.value is not Answer.YES:
        for narrow in vocabulary.properties.values():
            if narrow.implies == each.property:
                yield narrow.id, Answer.YES


def _check(case: Case) -> None:
    """Raise BadInputError where a date that is supposed can't be."""
    log = Log("--set")
    check_dates(case, log)
    log.finish()


def _with_entry(case: Case, entry: Entry) -> Case:
    entries = {**case.entries, entry.id: entry}
    return replace(case, entries=entries, units=tuple(entries[unit.id] for unit in case.units), enterprise=entries[ENTERPRISE])


def _with_field(case: Case, each: OfField) -> Case:
    """Let a field say something else; what answers say of the same is set aside."""
    entry = case.entries[each.entry]
    units = entry.units
    fields = {name: field for name, field in entry.fields.items() if name != each.name}
    if each.field and not (each.name == "units" and each.field.values == ALL):
        fields[each.name] = each.field
    if each.name == "units":
        units = None if each.field is None or each.field.values == ALL else tuple(map(str, each.field.values))
    answers = tuple(a for a in case.answers if (a.about, a.property) != (each.entry, each.property))
    return replace(_with_entry(case, replace(entry, fields=fields, units=units)), answers=answers)


def _with_statement(case: Case, supposed: Supposed, vocabulary: Vocabulary) -> Case:
    """Suppose a statement. The field that can name only one thing is emptied where that is not the thing any more."""
    prop, entry = vocabulary.properties[supposed.property], case.entries[supposed.about]
    case = replace(case, supposed=(*case.supposed, supposed))
    if prop.range == "Unit" and prop.field == "units":
        return _with_entry(case, _about_unit(entry, supposed, [unit.id for unit in case.units]))
    if prop.kind is Kind.LINK and not prop.many and prop.field and entry.one(prop.field) == supposed.object:
        fields = {name: field for name, field in entry.fields.items() if name != prop.field}
        return _with_entry(case, replace(entry, fields=fields))
    return case


def _about_unit(entry: Entry, supposed: Supposed, units: list[str]) -> Entry:
    """Let an entry be about a unit, or not; a record of the whole undertaking stays one where it is to be about the unit."""
    covered = units if entry.units is None else list(entry.units)
    unit = str(supposed.object)
    if supposed.value is Answer.YES:
        if entry.units is None or unit in covered:
            return entry
        covered = [*covered, unit]
    elif supposed.value is Answer.NO:
        covered = [each for each in covered if each != unit]
    else:
        return entry
    old = entry.fields.get("units")
    field = Field("units", tuple(covered), old.open if old else False, NOWHERE)
    return replace(entry, units=tuple(covered), fields={**entry.fields, "units": field})


def _with_register(case: Case, each: OfRegister) -> Case:
    """Let a register be complete for a unit, as stated on the day of the case; or let nobody have said so."""
    if each.complete:
        said = Completeness(each.register, (each.unit,), case.date, case.stated_by, NOWHERE)
        return replace(case, completeness=(*case.completeness, said))
    kept = []
    for said in case.completeness:
        units = said.complete_for if said.complete_for is not None else tuple(unit.id for unit in case.units)
        if said.register == each.register:
            units = tuple(unit for unit in units if unit != each.unit)
            said = replace(said, complete_for=units)
        if units:
            kept.append(said)
    return replace(case, completeness=tuple(kept))


def _hanging_on(taken: set[str], case: Case, vocabulary: Vocabulary) -> set[str]:
    """Give what can't stay when entries go: themselves, what must name one of them, and what is about none but units that go."""
    schema, removed, size = schema_of(vocabulary), set(taken), -1
    while size != len(removed):
        size = len(removed)
        for entry in case.entries.values():
            must = [slot.name for slot in schema.section(entry.cls).values() if slot.type is Type.ENTRY and slot.required]
            named = [set(map(str, entry.fields[name].values)) for name in must if name in entry.fields]
            if entry.units:
                named.append(set(entry.units))
            if any(names and names <= removed for names in named):
                removed.add(entry.id)
    return removed


def _without(case: Case, removed: set[str], vocabulary: Vocabulary) -> Case:
    """Take entries away, and whatever else names them."""
    if not removed:
        return case
    schema = schema_of(vocabulary)
    entries = {}
    for entry in case.entries.values():
        if entry.id in removed:
            continue
        links = {slot.name for slot in schema.section(entry.cls).values() if slot.type is Type.ENTRY}
        fields = {}
        for name, field in entry.fields.items():
            values = tuple(value for value in field.values if name not in links or value not in removed)
            if values or not field.values:
                fields[name] = replace(field, values=values)
        units = None if entry.units is None else tuple(unit for unit in entry.units if unit not in removed)
        evidence = tuple(each for each in entry.evidence if each.document not in removed)
        entries[entry.id] = replace(entry, fields=fields, units=units, evidence=evidence)
    answers = tuple(
        replace(a, evidence=tuple(each for each in a.evidence if each.document not in removed))
        for a in case.answers
        if a.about not in removed and a.object not in removed
    )
    completeness = tuple(
        replace(said, complete_for=kept) if said.complete_for is not None else said
        for said in case.completeness
        if (kept := tuple(unit for unit in said.complete_for or () if unit not in removed)) or said.complete_for is None
    )
    left = tuple(entries[unit.id] for unit in case.units if unit.id not in removed)
    return replace(case, entries=entries, units=left, enterprise=entries[ENTERPRISE], answers=answers, completeness=completeness)
