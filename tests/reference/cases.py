"""Random cases for the real rule base: seeds that the rule base's own scenarios give, mixed and mutated; and what adds information to a case."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from unittest import mock

from engine import scenarios
from engine.assessment import Assessment, assess_case
from engine.case.checks import check_dates, check_sources
from engine.case.collect import collect
from engine.case.facts import Facts, is_stand_in
from engine.case.log import Log
from engine.case.model import Answer, Basis, Case, Completeness, Entry, Evidence, Field, Mark, Scalar, Statement
from engine.case.reader import read_data
from engine.case.schema import Schema, Slot, Type, schema_of
from engine.documents.shapes import shapes_from
from engine.language.walk import narrowed
from engine.law.model import Act
from engine.rulebase import RuleBase, load
from engine.truth import Truth
from engine.vocabulary.model import Kind, Nature, Origin

MARK = Mark(1, 1)
ROLES = ("employer", "safety_representative", "hr")
ANSWERS = (Answer.YES, Answer.NO, Answer.DONT_KNOW)
SKIPPED = (Type.TEXT, Type.ID, Type.GROUP, Type.ORG_NUMBER, Type.CVR, Type.P_NUMBER, Type.SHA256, Type.INDUSTRY_CODE, Type.FACTORS)
FREE = ("work", "place", "kind", "state")  # fields of units and incidents that a mutation leaves alone


@dataclass(frozen=True)
class Seed:
    """A case that was made for one outcome of one duty."""

    tries: str
    outcome: str
    law_date: date | None
    case: Case


# The random tests try the machinery on these duties and what they rest on: the core of the Norwegian law, and Danish duties of each kind.
# Every other duty is tried by its scenarios.
TRIED = re.compile(
    r"no\.utforelse\.(1A|3A|23A)-|no\.aml\.(3-1\.2c|3-2\.3|4-1\.3|4-3\.)"
    r"|dk\.psyk\.(workload|unclear_demands|violence_outside_hours)|dk\.aml\.15a\.(1|3)|dk\.anm\."
)


@lru_cache(maxsize=1)
def rulebase() -> RuleBase:
    base = load()
    ids = {duty.origins.id for duty in base.rules.duties if TRIED.match(duty.origins.id)}
    return replace(base, rules=narrowed(base.rules, *ids), hash=f"{base.hash} tried")


def acts() -> tuple[Act, ...]:
    """Give the acts whose scope matters to the cases made here."""
    return tuple(rulebase().law.acts.values())


@lru_cache(maxsize=1)
def schema() -> Schema:
    return schema_of(rulebase().vocabulary)


@lru_cache(maxsize=1)
def seeds() -> tuple[Seed, ...]:
    """Read the cases of the scenarios that stand beside the rules tried here, the Norwegian first."""
    rules = rulebase().rules
    tried = {part.origins.id for part in (*rules.duties, *rules.rules)}
    found = [
        Seed(each.tries, each.expected, each.law_date, read_data(each.case.encode(), each.file, rulebase().vocabulary)[0])
        for each in scenarios.load(load()) if each.tries in tried
    ]
    return tuple(sorted(found, key=lambda seed: not seed.tries.startswith("no.")))


_shapes = lru_cache(maxsize=2)(shapes_from)  # read once for all the cases of a test


def assess(case: Case, law_date: date | None = None, rules: RuleBase | None = None) -> Assessment:
    with mock.patch("engine.documents.shapes.shapes_from", _shapes):
        return assess_case(case, rules or rulebase(), law_date)


def empty(basis: Basis, day: date = date(2026, 6, 30), regime: str = "no") -> Case:
    """Give a case with nothing but its header and one unit of which nothing is said."""
    case = seeds()[0].case
    unit = replace(case.units[0], fields={}, factors={}, evidence=())
    where = {name: field for name, field in case.enterprise.fields.items() if name in ("work", "place")}
    case = replace(case, enterprise=replace(case.enterprise, fields=where))
    return replace(
        case, regimes=(regime,), basis=basis, date=day, units=(unit,), entries={case.enterprise.id: case.enterprise, unit.id: unit}, completeness=(), answers=(),
    )


def is_valid(case: Case) -> bool:
    """Say whether the reader would take a case: dates in order, and no source that says two things."""
    log = Log("random")
    check_dates(case, log)
    check_sources(case, rulebase().vocabulary, log)
    return not any(problem.code != "warning" for problem in log.problems.values())


# --- parts ----------------------------------------------------------------------------------------------------------------


def with_entry(case: Case, entry: Entry) -> Case:
    entries = {**case.entries, entry.id: entry}
    units = tuple(entries[unit.id] for unit in case.units)
    if entry.cls == "Unit" and entry.id not in {unit.id for unit in units}:
        units = (*units, entry)
    enterprise = entry if entry.id == case.enterprise.id else case.enterprise
    return replace(case, entries=entries, units=units, enterprise=enterprise)


def with_field(entry: Entry, name: str, values: tuple[Scalar, ...], is_open: bool = False) -> Entry:
    return replace(entry, fields={**entry.fields, name: Field(name, values, is_open, MARK)})


def without_field(entry: Entry, name: str) -> Entry:
    return replace(entry, fields={key: value for key, value in entry.fields.items() if key != name})


def slots_of(entry: Entry) -> list[Slot]:
    """Give the fields of an entry that rules can use and that a mutation may fill."""
    return [slot for slot in schema().section(entry.cls).values() if slot.type not in SKIPPED and slot.states and slot.name != "units"]


def random_values(rng: random.Random, slot: Slot, case: Case) -> tuple[Scalar, ...] | None:
    """Give values that a field may have; None where the case has nothing that it could refer to."""
    if slot.type is Type.ANSWER:
        return (rng.choice(ANSWERS),)
    if slot.type is Type.DATE:
        return (case.date - timedelta(days=rng.choice((0, 1, 30, 200, 400, 900))),)
    if slot.type is Type.NUMBER:
        return (rng.randint(1, 40),)
    options: list[str] = list(slot.words) if slot.type in (Type.CONCEPT, Type.WORD) else [e.id for e in case.of(slot.range)]
    if not options:
        return None
    if not slot.many:
        return (rng.choice(options),)
    return tuple(rng.sample(options, rng.randint(0, min(4, len(options)))))


def random_entry(rng: random.Random, case: Case, register: str, name: str, units: tuple[str, ...] | None) -> Entry | None:
    """Make an entry of a register with some of its fields; None where a field it must have can't be filled."""
    cls = schema().registers[register].cls.id
    entry = Entry(name, cls, None, None, {}, {}, rng.choice(ROLES), (), MARK)
    for slot in schema().section(cls).values():
        if slot.name == "units":
            if units is not None and (slot.required or rng.random() < 0.8 or len(case.units) > len(units)):
                entry = with_field(replace(entry, units=units), "units", units)
        elif slot.type not in SKIPPED and slot.states and (slot.required or rng.random() < 0.5):
            values = random_values(rng, slot, case)
            if values is None and slot.required:
                return None
            if values is not None:
                entry = with_field(entry, slot.name, values, slot.many and rng.random() < 0.3)
    return entry


REGISTERS = (
    "exposures", "mappings", "risk_assessments", "risks", "plans", "measures", "information", "training", "drills", "instructions",
    "routines", "incidents", "follow_ups", "changes", "participation", "arrangements", "judgements", "findings",
)


# --- mutations ------------------------------------------------------------------------------------------------------------


def mutate(rng: random.Random, case: Case, steps: int) -> Case:
    """Change a case here and there; what the reader would refuse is not done."""
    for _ in range(steps):
        changed = rng.choice(MUTATIONS)(rng, case)
        if changed is not None and is_valid(changed):
            case = changed
    return case


def _some_entry(rng: random.Random, case: Case) -> Entry:
    return rng.choice([entry for entry in case.entries.values() if entry.cls != "Document"])


def _change_field(rng: random.Random, case: Case) -> Case | None:
    entry = _some_entry(rng, case)
    slots = [slot for slot in slots_of(entry) if slot.name not in FREE]
    if not slots:
        return None
    slot = rng.choice(slots)
    if slot.name in entry.fields and not slot.required and rng.random() < 0.3:
        return with_entry(case, without_field(entry, slot.name))
    values = random_values(rng, slot, case)
    return None if values is None else with_entry(case, with_field(entry, slot.name, values, slot.many and rng.random() < 0.3))


def _add_entry(rng: random.Random, case: Case) -> Case | None:
    units = tuple(rng.sample([unit.id for unit in case.units], rng.randint(1, len(case.units))))
    entry = random_entry(rng, case, rng.choice(REGISTERS), f"X{len(case.entries)}", units)
    return None if entry is None else with_entry(case, entry)


def _answer(rng: random.Random, case: Case) -> Case | None:
    entry = _some_entry(rng, case)
    props = [
        p for p in rulebase().vocabulary.properties.values()
        if entry.cls in p.domain and p.origin is Origin.INPUT and p.kind in (Kind.FLAG, Kind.LINK)
    ]
    if not props:
        return None
    prop = rng.choice(props)
    obj = None
    if prop.kind is Kind.LINK:
        collection = rulebase().vocabulary.collections.get(prop.range)
        options = list(collection.members) if collection else [e.id for e in case.of(prop.range)]
        if not options:
            return None
        obj = rng.choice(options)
    said = Statement(entry.id, prop.id, obj, rng.choice(ANSWERS), None, rng.choice(ROLES), None, (), MARK)
    return replace(case, answers=(*case.answers, said))


def _complete(rng: random.Random, case: Case) -> Case | None:
    if case.completeness and rng.random() < 0.4:
        left = list(case.completeness)
        left.pop(rng.randrange(len(left)))
        return replace(case, completeness=tuple(left))
    units = None if rng.random() < 0.6 else (rng.choice(case.units).id,)
    said = Completeness(rng.choice(REGISTERS), units, case.date - timedelta(days=rng.randint(0, 20)), rng.choice(ROLES), MARK)
    return replace(case, completeness=(*case.completeness, said))


def _second_unit(rng: random.Random, case: Case) -> Case | None:
    if len(case.units) > 1:
        return None
    return with_entry(case, replace(case.units[0], id="annex", title="Annex"))


def _document(rng: random.Random, case: Case) -> Case | None:
    entries = [e for e in case.entries.values() if e.cls not in ("Document", "Unit", "Undertaking")]
    if not entries:
        return None
    document = Entry(f"DOC{len(case.entries)}", "Document", "Paper", None, {}, {}, "employer", (), MARK)
    kinds = schema().section("Document")["kind"].words
    document = with_field(document, "kind", (rng.choice(kinds),))
    if rng.random() < 0.8:
        document = with_field(document, "transcribed", (rng.choice(("fully", "partly", "fully")),))
    entry = rng.choice(entries)
    case = with_entry(case, document)
    return with_entry(case, replace(entry, evidence=(*entry.evidence, Evidence(document.id, "p. 1", MARK))))


def _factor(rng: random.Random, case: Case) -> Case:
    unit = rng.choice(case.units)
    factor = rng.choice(rulebase().vocabulary.collections["factors"].members)
    return with_entry(case, replace(unit, factors={**unit.factors, factor: (rng.choice(ANSWERS), MARK)}))


def _basis(rng: random.Random, case: Case) -> Case:
    return replace(case, basis=rng.choice(list(Basis)))


def _mix(rng: random.Random, case: Case) -> Case | None:
    """Take the entries of a register over from another seed."""
    other = rng.choice(seeds()).case
    ids = {unit.id for unit in case.units}
    entries = [e for e in other.entries.values() if e.cls not in ("Unit", "Undertaking") and e.id not in case.entries]
    for entry in entries:
        if entry.units is not None and not set(entry.units) <= ids:
            return None
    return replace(case, entries={**case.entries, **{e.id: e for e in entries}}) if entries else None


MUTATIONS: tuple[Callable[[random.Random, Case], Case | None], ...] = (
    _change_field, _change_field, _change_field, _add_entry, _add_entry, _answer, _complete, _complete, _second_unit, _document, _factor, _basis, _mix,
)


def merge(case: Case, other: Case, prefix: str) -> Case:
    """Lay another case over a case: its entries under new ids, its only unit over the first unit."""
    units = {unit.id: case.units[0].id for unit in other.units}
    renamed = {e.id: f"{prefix}{e.id}" for e in other.entries.values() if e.cls not in ("Unit", "Undertaking")} | units

    def name(value: Scalar) -> Scalar:
        return renamed.get(value, value) if type(value) is str else value

    entries = dict(case.entries)
    for entry in other.entries.values():
        if entry.cls in ("Unit", "Undertaking"):
            continue
        fields = {key: replace(each, values=tuple(dict.fromkeys(name(v) for v in each.values))) for key, each in entry.fields.items()}
        evidence = tuple(replace(e, document=renamed[e.document]) for e in entry.evidence)
        placed = None if entry.units is None else tuple(dict.fromkeys(units[u] for u in entry.units))
        entries[renamed[entry.id]] = replace(entry, id=renamed[entry.id], fields=fields, evidence=evidence, units=placed)
    answers = tuple(
        replace(each, about=renamed.get(each.about, each.about), object=renamed.get(each.object or "", each.object)) for each in other.answers
    )
    merged = replace(case, entries=entries, answers=(*case.answers, *answers))
    first, over = merged.units[0], other.units[0]
    unit = replace(first, fields={**first.fields, **over.fields}, factors={**first.factors, **over.factors})
    return with_entry(merged, unit)


def closed(case: Case) -> Case:
    """Say that every register is complete."""
    said = tuple(Completeness(register, None, case.date, "employer", MARK) for register in REGISTERS)
    return replace(case, completeness=(*case.completeness, *said))


def suspicious(case: Case) -> Case:
    """Lay every indicator that the dossier names over the first unit: incidents, and factors that strain together."""
    unit, base = case.units[0].id, Entry("", "Incident", None, (case.units[0].id,), {}, {}, "employer", (), MARK)
    for number, kind in enumerate(("threat", "harassment")):
        incident = with_field(with_field(replace(base, id=f"S{number}"), "kind", (kind,)), "state", ("confirmed",))
        case = with_entry(case, with_field(with_field(incident, "units", (unit,)), "dated", (case.date - timedelta(days=20),)))
    for factor in ("workload", "emotional_demands", "support"):
        exposure = with_field(replace(base, id=f"E-{factor}", cls="Exposure"), "factor", (factor,))
        case = with_entry(case, with_field(with_field(exposure, "units", (unit,)), "strain", ("high",)))
    said = tuple(Completeness(register, None, case.date, "employer", MARK) for register in ("judgements", "risk_assessments"))
    return replace(case, completeness=(*case.completeness, *said))


@lru_cache(maxsize=4)
def in_turn(regimes: tuple[str, ...] = ("no", "dk")) -> tuple[Seed, ...]:
    """Give the seeds of some regimes, first one for each duty and outcome."""
    mine = [each for each in seeds() if set(each.case.regimes) <= set(regimes)]
    first = {(each.tries, each.outcome): each for each in reversed(mine)}
    chosen = {id(each) for each in first.values()}
    return (*first.values(), *(each for each in mine if id(each) not in chosen))


MOODS = ("met", "breach", "investigate", "not_applicable", "any")


def random_case(seed: int, regimes: tuple[str, ...] = ("no",)) -> tuple[Case, date | None]:
    """Make a random case and the day of its law: a seed, laid over with others of one mood, closed or not, and mutated more or less."""
    rng = random.Random(seed)
    first = in_turn(regimes)[seed % len(in_turn(regimes))]
    case, mood = first.case, rng.choice(MOODS)
    if rng.random() < 0.4:
        others = [
            s for s in seeds()
            if mood in ("any", s.outcome) and s.case.regimes == case.regimes and s.case.date == case.date and len(s.case.units) == 1
        ]
        for number in range(rng.choice((1, 3, 6)) if others else 0):
            merged = merge(case, rng.choice(others).case, f"m{number}")
            case = merged if is_valid(merged) else case
    if rng.random() < 0.65:
        laid = suspicious(case)
        case = laid if is_valid(laid) else case
    if rng.random() < 0.45:
        case = closed(case)
    return mutate(rng, case, rng.choice((0, 0, 1, 2, 5))), first.law_date


# --- information ----------------------------------------------------------------------------------------------------------


def inform(rng: random.Random, case: Case, facts: Facts) -> tuple[str, Case] | None:
    """Add one piece of information that no source contradicts; says what it was."""
    for kind in rng.sample(tuple(INFORMATION), len(INFORMATION)):
        made = INFORMATION[kind](rng, case, facts, kind)
        if made is not None and is_valid(made) and not takes_back(made, facts):
            return kind, made
    return None


def takes_back(case: Case, facts: Facts) -> bool:
    """Say whether news take back what was said: that a register is complete (of the time before), or that a record covers every unit.

    These are the two places where design § 5 itself lets later knowledge weaken a statement: an event after the day for which a register
    was called complete, and an exposure that a record for the whole undertaking does not mention.
    """
    now = collect(case, rulebase().vocabulary, {}, acts())
    covered = [pair for pair, truth in facts.pairs("applies_to") if truth is Truth.YES]
    return not facts.closed.keys() <= now.closed.keys() or any(now.truth("applies_to", *pair) is not Truth.YES for pair in covered)


def _inform_statement(rng: random.Random, case: Case, facts: Facts, kind: str) -> Case | None:
    """Answer a statement that is open, in its own field or as an answer."""
    wanted = Kind.FLAG if kind == "flag" else Kind.LINK
    ready = [
        (prop.id, subject, obj)
        for prop in rulebase().vocabulary.properties.values() if prop.origin is Origin.INPUT and prop.kind is wanted
        for (subject, obj), truth in facts.pairs(prop.id)
        if truth is Truth.UNKNOWN and not is_stand_in(subject) and not is_stand_in(obj or "") and facts.said[prop.id, subject, obj].how != "disputed"
        and prop.range != "Unit"
    ]
    if not ready:
        return None
    prop, subject, obj = rng.choice(ready)
    said = Statement(subject, prop, obj, rng.choice((Answer.YES, Answer.NO)), None, rng.choice(ROLES), None, (), MARK)
    return replace(case, answers=(*case.answers, said))


def open_for(register: str, case: Case, facts: Facts) -> list[str]:
    return [unit.id for unit in case.units if (register, unit.id) not in facts.closed]


def _inform_entry(rng: random.Random, case: Case, facts: Facts, kind: str) -> Case | None:
    """Add an entry to a register that is open."""
    register = rng.choice(REGISTERS)
    if case.basis is Basis.DOCUMENTS and schema().registers[register].cls.nature is Nature.PAPER:
        return None  # what an auditor's case does not hold is not on paper
    units = open_for(register, case, facts)
    if not units or ("units" not in schema().registers[register].slots and len(units) < len(case.units)):
        return None
    chosen = tuple(rng.sample(units, rng.randint(1, len(units))))
    entry = random_entry(rng, case, register, f"NEW{len(case.entries)}", chosen)
    if entry is None or (entry.units is None and len(units) < len(case.units)):
        return None
    factor = entry.one("factor") if entry.cls == "Exposure" else None
    found = entry.fields.get("found") if entry.cls == "Mapping" else None
    for unit in entry.units or [unit.id for unit in case.units]:
        for each in [factor, *(found.values if found else ())]:
            if isinstance(each, str) and facts.truth("exposed_to", unit, each) is Truth.NO:
                return None  # that would contradict what was said
    return with_entry(case, entry)


def _inform_complete(rng: random.Random, case: Case, facts: Facts, kind: str) -> Case | None:
    register = rng.choice(REGISTERS)
    units = open_for(register, case, facts)
    if not units:
        return None
    said = Completeness(register, tuple(rng.sample(units, rng.randint(1, len(units)))), case.date, rng.choice(ROLES), MARK)
    return replace(case, completeness=(*case.completeness, said))


def _inform_date(rng: random.Random, case: Case, facts: Facts, kind: str) -> Case | None:
    undated = [e for e in case.entries.values() if "dated" in schema().section(e.cls) and "dated" not in e.fields and e.cls not in ("Unit", "Undertaking")]
    if not undated:
        return None
    return with_entry(case, with_field(rng.choice(undated), "dated", (case.date - timedelta(days=rng.choice((0, 1, 40, 250, 700))),)))


def _inform_indicators(rng: random.Random, case: Case, facts: Facts, kind: str) -> Case | None:
    """Tell of incidents and of factors that strain together."""
    unit, told = case.units[0].id, suspicious(case)
    new = [e for e in told.entries.values() if e.id not in case.entries]
    if any(unit not in open_for(schema_register(e.cls), case, facts) for e in new) or "S0" in case.entries:
        return None
    if any(facts.truth("exposed_to", unit, str(e.one("factor"))) is Truth.NO for e in new if e.cls == "Exposure"):
        return None
    return replace(told, completeness=case.completeness)


def schema_register(cls: str) -> str:
    return rulebase().vocabulary.classes[cls].register or ""


INFORMATION: dict[str, Callable[[random.Random, Case, Facts, str], Case | None]] = {
    "flag": _inform_statement, "link": _inform_statement, "entry": _inform_entry, "complete": _inform_complete, "date": _inform_date,
    "indicators": _inform_indicators,
}


def duties_and_outcomes() -> Iterator[tuple[str, str]]:
    """Give every outcome that every duty can have."""
    for duty in rulebase().rules.duties:
        never = {each.outcome for each in duty.cannot_be}
        yield from ((duty.origins.id, outcome) for outcome in ("breach", "investigate", "unknown", "met", "not_applicable") if outcome not in never)
