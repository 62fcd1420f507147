"""The duties of the rule base, evaluated by clingo from their source: what applies, is breached, met or suspected, for every row."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from engine.assessment import in_order
from engine.case.facts import Facts, is_stand_in
from engine.inference.validity import valid_on
from engine.language import syntax as s
from engine.language.walk import every, of_regimes
from engine.rulebase import RuleBase
from engine.truth import Truth
from engine.vocabulary.model import Origin
from tests.reference.asp import CERTAIN, CLONES, FLIP, PLAIN, POSSIBLE, Theory, every_model, in_some_and_in_all, quoted, solve, variable
from tests.reference.compare import duty_sections

GOAL = "goal."
EVENTS = ("Incident", "Change", "RiskAssessment")  # a duty about one of these goes by the law on its day
PARTS = ("applies", "breach", "met", "suspicion")
Truths = dict[tuple[str, ...], Truth]


class DutyTheory(Theory):
    """A theory in which duties may ask about duties."""

    asked: dict[str, str]  # goal → the name of the duty's predicates

    def sentence(self, sentence: s.Sentence, context: dict[str, str], mode: str) -> list[str]:
        if sentence.property in ("fulfils", "breaches"):
            assert isinstance(sentence.object, s.Const)
            return [f"{self.asked[sentence.object.concept]}_{sentence.property}{mode}({self.term(sentence.subject)})"]
        return super().sentence(sentence, context, mode)


@dataclass(frozen=True)
class Rules:
    """The rule base of one day as a theory. ``event`` is the place of the event in the scope of a duty that has one."""

    theory: DutyTheory
    duties: tuple[s.Duty, ...]
    names: dict[str, str]  # duty → the name of its predicates
    rulebase: RuleBase
    day: date
    doubled: bool


def rules(rulebase: RuleBase, day: date, case_date: date, doubled: bool = True, regimes: tuple[str, ...] = ("no",)) -> Rules:
    """Give the rules of some regimes on a day."""
    base = replace(rulebase, rules=of_regimes(rulebase.rules, regimes), hash=f"{rulebase.hash} {regimes}")
    return _rules(base.hash, day, case_date, doubled, _Held(base))


class _Held:
    """Keeps the rule base out of the key of the cache."""

    def __init__(self, rulebase: RuleBase) -> None:
        self.rulebase = rulebase

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)


@lru_cache(maxsize=8)
def _rules(_hash: str, day: date, case_date: date, doubled: bool, held: _Held) -> Rules:
    rulebase = held.rulebase
    duties = tuple(duty for duty in in_order(rulebase.rules.duties) if _holds(duty.origins, day))
    made = DutyTheory("z", rulebase.vocabulary, case_date, day, doubled, other_factor=False)
    names = {duty.origins.id: f"z_duty{number}" for number, duty in enumerate(duties)}
    made.asked = {GOAL + duty: name for duty, name in names.items()}
    made.common()
    made.rules(rule for rule in rulebase.rules.rules if _holds(rule.origins, day))
    for duty in duties:
        _write(made, duty, names[duty.origins.id])
    return Rules(made, duties, names, rulebase, day, doubled)


def _holds(origins: s.Origins, day: date) -> bool:
    return (origins.valid_from is None or origins.valid_from <= day) and (origins.valid_until is None or day < origins.valid_until)


def _write(made: DutyTheory, duty: s.Duty, name: str) -> None:
    context = {each.var.name: each.var.type for each in duty.scope}
    terms = made.terms(context)
    parts = dict(duty_sections(duty))
    units = [variable(name_) for name_, type_ in context.items() if type_ == "Unit"]
    widest = made.modes[-1]
    made.truth_of(f"{name}_scope", context, parts["scope"])
    row = f"{name}_row({terms})"
    possible = [f"{name}_scope{widest}({terms})", f"{name}_force{widest}({terms})"] if made.doubled else made.domain(context, context)
    made.lines.append(f"{row} :- {', '.join(possible)}.")
    for section in parts:
        if section != "scope":
            made.truth_of(f"{name}_{section.replace('/', 'x')}_", context, (*_read_from_scope(made, duty, parts[section]), *parts[section]), row)

    for number, required in enumerate(duty.requires):
        values = tuple(c for c in duty.requires if c is not required and made.is_value(c))  # a value that another line reads
        made.truth_of(f"{name}_required{number}x", context, (*_read_from_scope(made, duty, (required,)), *values, required), row)

    def of(kind: str) -> list[str]:
        return [f"{name}_{section.replace('/', 'x')}_" for section in parts if section.startswith(kind)]

    act = ".".join(duty.origins.id.split(".")[:2])
    for mode in made.modes:
        other = FLIP[mode]
        reach = f"{made.predicate('in_read_scope', mode)}({units[0] if units else quoted('enterprise')},{quoted(act)})"
        exceptions = [f"not {ground}{other}({terms})" for ground in [*of("unless/"), *of("invoked/")]]
        applying = [
            row, f"{name}_force{mode}({terms})", *made.shown(context, mode), reach, f"{name}_scope{mode}({terms})",
            f"{name}_when_{mode}({terms})", *exceptions,
        ]
        made.lines.append(f"{name}_applies{mode}({terms}) :- {', '.join(applying)}.")
        for kind, part in (("breach_when/", "breach"), ("suspicion_when/", "suspicion")):
            made.lines += [f"{name}_{part}{mode}({terms}) :- {ground}{mode}({terms})." for ground in of(kind)]
        made.lines += [
            f"{name}_breach{mode}({terms}) :- {row}, not {name}_required{n}x{other}({terms})." for n in range(len(duty.requires))
        ]
        if duty.requires or duty.met_when:
            made.lines.append(f"{name}_met{mode}({terms}) :- {name}_requires_{mode}({terms}), {name}_met_when_{mode}({terms}).")
        clear = f"not {name}_breach{other}({terms}), not {name}_suspicion{other}({terms})"
        made.lines.append(f"{name}_good{mode}({terms}) :- {name}_met{mode}({terms}), {clear}.")
        made.lines.append(f"{name}_good{mode}({terms}) :- {row}, not {name}_applies{other}({terms}).")
        every = 'z_is("Unit",A)'
        tie = f", A = {units[0]}" if units else ""
        made.lines.append(f"{name}_bad{mode}(A) :- {row}, {every}{tie}, not {name}_good{mode}({terms}).")
        made.lines.append(f"{name}_bad{mode}(\"enterprise\") :- {row}, not {name}_good{mode}({terms}).")
        made.lines.append(f"{name}_fulfils{mode}(A) :- z_is(\"Unit\",A), not {name}_bad{mode}(A).")
        made.lines.append(f"{name}_fulfils{mode}(\"enterprise\") :- not {name}_bad{mode}(\"enterprise\").")
        broken = f"{name}_applies{mode}({terms}), {name}_breach{mode}({terms})"
        made.lines.append(f"{name}_breaches{mode}(A) :- {broken}, {every}{tie}.")
        made.lines.append(f"{name}_breaches{mode}(\"enterprise\") :- {broken}.")


def _read_from_scope(made: DutyTheory, duty: s.Duty, conditions: s.Conditions) -> s.Conditions:
    """Give the joins of the scope that bind a date or a number which conditions compare."""
    compared = [c for c in every(conditions) if isinstance(c, s.Compare)]
    read = {term.name for c in compared for term in (c.left, c.right) if isinstance(term, s.Var)}
    joins = (join for each in duty.scope for join in each.joins)
    return tuple(c for c in joins if isinstance(c, s.Sentence) and made.is_value(c) and isinstance(c.object, s.Var) and c.object.name in read)


def _in_force(made: Rules, duty: s.Duty, facts: Facts) -> Iterator[str]:
    """Say whether the law holds, today or on the day of the event."""
    name = made.names[duty.origins.id]
    context = {each.var.name: each.var.type for each in duty.scope}
    terms = made.theory.terms(context)
    event = next((each.var for each in duty.scope if each.var.type in EVENTS), None)
    standing = valid_on(made.rulebase.law, duty, made.day).standing
    if standing == "not_encoded":  # unknown, for that one reason
        units = [quoted("enterprise"), *(quoted(entity) for entity, cls in facts.classes.items() if cls == "Unit")]
        yield from (f"{name}_badc({unit}). {name}_breachesp({unit})." for unit in units)
        return
    today = standing == "in_force"
    domain = ", ".join(made.theory.domain(context, context))
    if event is None:
        if today:
            yield from (f"{name}_force{mode}({terms}) :- {domain}." for mode in made.theory.modes)
        return
    for entity, cls in facts.classes.items():
        if cls != event.type:
            continue
        happened = facts.values.get(("dated", entity))
        truth = Truth.YES if today else Truth.NO
        if not is_stand_in(entity):
            if not isinstance(happened, date):
                truth = min(truth, Truth.UNKNOWN)
            elif valid_on(made.rulebase.law, duty, happened).standing == "in_force":
                truth = Truth.YES
            elif today:
                truth = facts.truth("continues", entity)
        if not made.doubled:
            yield f"{name}_force{PLAIN}({terms}) :- {domain}, {variable(event.name)} = {quoted(entity)}, {_condition(made, truth, entity)}."
            continue
        modes = (CERTAIN, POSSIBLE) if truth is Truth.YES else (POSSIBLE,) if truth is Truth.UNKNOWN else ()
        yield from (f"{name}_force{mode}({terms}) :- {domain}, {variable(event.name)} = {quoted(entity)}." for mode in modes)


def _condition(made: Rules, truth: Truth, incident: str) -> str:
    if truth is Truth.UNKNOWN:
        return f"{made.theory.predicate('continues', PLAIN)}({quoted(incident)},\"\")"
    return "#true" if truth is Truth.YES else "#false"


def completed(made: Rules, facts: Facts) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Give what holds in some completion of a case, and what in all: derived statements, and the parts of duties."""
    text = [*made.theory.completions(facts, set()), *made.theory.lines]
    for duty in made.duties:
        text += _in_force(made, duty, facts)
    shown = {f"{name}_{part}{PLAIN}": (duty, part) for duty, name in made.names.items() for part in PARTS}
    derived = {
        made.theory.predicate(p.id, PLAIN): p.id for p in made.rulebase.vocabulary.properties.values() if p.origin is Origin.DERIVED
    }
    arity = {made.names[duty.origins.id]: len(duty.scope) + 1 for duty in made.duties}
    text.append("#show.")
    text += [f"#show {p}/{arity[p.rsplit('_', 1)[0]]}." for p in shown] + [f"#show {p}/2." for p in derived]
    some, every = (
        {(derived[name], *arguments) if name in derived else (*shown[name], *arguments[1:]) for name, arguments in atoms}
        for atoms in in_some_and_in_all("\n".join(text))
    )
    return some, every


Completion = tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]  # the statements, and the parts of duties, that hold


def completions(made: Rules, facts: Facts, about: list[tuple[str, str, str]]) -> set[Completion]:
    """Go through the completions of a case: which of some statements hold, and which parts of which duties.

    A statement about an entry that we were not shown, ``("", stand-in, "")``, says that there is one.
    """
    text = [*made.theory.completions(facts, set()), *made.theory.lines]
    for duty in made.duties:
        text += _in_force(made, duty, facts)
    shown = {f"{name}_{part}{PLAIN}": (duty, part) for duty, name in made.names.items() for part in PARTS}
    arity = {made.names[duty.origins.id]: len(duty.scope) + 1 for duty in made.duties}
    text += ["#show."] + [f"#show {p}/{arity[p.rsplit('_', 1)[0]]}. #project {p}/{arity[p.rsplit('_', 1)[0]]}." for p in shown]
    for number, (prop, subject, obj) in enumerate(about):
        there = [f"z_there({quoted(f'{subject}#{i}')})" for i in range(CLONES)]
        holds = there if not prop else [f"{made.theory.predicate(prop, PLAIN)}({quoted(subject)},{quoted(obj)})"]
        text += [f"about({number}) :- {each}." for each in holds]
    text.append("#show about/1. #project about/1.")
    found = set()
    for atoms in every_model("\n".join(text)):
        held = frozenset(about[int(arguments[0])] for name, arguments in atoms if name == "about")
        found.add((held, frozenset((*shown[name], *arguments[1:]) for name, arguments in atoms if name != "about")))
    return found


def evaluate(made: Rules, facts: Facts) -> tuple[Truths, Truths]:
    """Give every derived statement, and for every row of every duty the truth of its parts."""
    text = [*made.theory.case(facts), *made.theory.lines]
    for duty in made.duties:
        text += _in_force(made, duty, facts)
    shown = {f"{name}_{part}{mode}": (duty, part, mode) for duty, name in made.names.items() for part in PARTS for mode in "cp"}
    rows = {f"{name}_row": duty for duty, name in made.names.items()}
    derived = {
        made.theory.predicate(prop.id, mode): (prop.id, mode)
        for prop in made.rulebase.vocabulary.properties.values() if prop.origin is Origin.DERIVED for mode in "cp"
    }
    arity = {f"{made.names[duty.origins.id]}": len(duty.scope) + 1 for duty in made.duties}
    text.append("#show.")
    text += [f"#show {p}/{arity[p.rsplit('_', 1)[0]]}." for p in [*shown, *rows]]
    text += [f"#show {p}/2." for p in derived]
    statements: Counter[tuple[str, ...]] = Counter()
    parts: Counter[tuple[str, ...]] = Counter()
    for predicate, arguments in solve("\n".join(text)):
        if predicate in derived:
            statements[derived[predicate][0], *arguments] += 1
        elif predicate in rows:
            for part in PARTS:
                parts[rows[predicate], part, *arguments[1:]] += 0
        else:
            duty_id, part, _ = shown[predicate]
            parts[duty_id, part, *arguments[1:]] += 1
    return {k: Truth(v) for k, v in statements.items()}, {k: Truth(v) for k, v in parts.items()}


def outcome(applies: Truth, breach: Truth, met: Truth, suspicion: Truth) -> str:
    """Choose the outcome as design § 5 has it."""
    if applies is Truth.NO:
        return "not_applicable"
    if applies is Truth.YES and breach is Truth.YES:
        return "breach"
    if suspicion is Truth.YES:
        return "investigate"
    if applies is Truth.YES and met is Truth.YES and breach is Truth.NO and suspicion is Truth.NO:
        return "met"
    return "unknown"
