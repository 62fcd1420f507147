"""The one door: from a case file and a rule base to a finished assessment. Readers of the proof take it from here."""

import gc
import itertools
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from engine.case.collect import collect
from engine.case.facts import Facts, is_stand_in
from engine.case.model import Case
from engine.case.reader import read_case
from engine.collector import paused
from engine.documents.findings import Finding
from engine.errors import Problem
from engine.inference.derive import derive
from engine.inference.evaluate import Env, Evaluator
from engine.inference.openness import Leaf, leaves
from engine.inference.outcome import OUTCOMES, Outcome, absent, duty_truths, outcomes_of, scope_id, unread
from engine.inference.plan import placed, sentences
from engine.inference.program import Program, compile_program, joins_of, key_of, outlooks_on, remarks_on, sections
from engine.inference.validity import Validity, valid_on
from engine.language.syntax import Const, Duty, Outlook, Remark
from engine.language.walk import ASKS_ABOUT_DUTIES, GOAL, of_regimes
from engine.law.model import LawBase
from engine.proof.node import Node, Op
from engine.rulebase import RuleBase
from engine.truth import Truth, all_of

_assessments = itertools.count(1)
NOTHING_SETTLED: Mapping[str, list[Outcome]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark that holds for a scope, with its reason."""

    remark: Remark
    env: Env
    scope: str
    unit: str | None
    proof: Node


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An outlook that is given for a scope (``holds`` yes) or depends on what is still open (unknown, with the open leaves)."""

    outlook: Outlook
    env: Env
    scope: str
    unit: str | None
    holds: Truth
    open: tuple[Leaf, ...]
    proof: Node


@dataclass(slots=True)
class Assessment:
    """A finished assessment. ``outcomes`` are ordered worst first, then by the people concerned, then by the order of the law.

    ``not_in_force`` has the duties that the law did not know on the day, ``not_encoded`` those whose law of that day was not read.
    ``is_part`` says that a reader asked to see only some of the outcomes: it answers for no more than those.
    """

    case: Case
    law_date: date
    rulebase: RuleBase
    facts: Facts
    program: Program
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    remarks: tuple[Noted, ...]
    not_in_force: tuple[tuple[Duty, Validity], ...]
    warnings: tuple[Problem, ...]
    firings: int = 0
    order: dict[str, int] = field(default_factory=dict)
    outlook: tuple[Foreseen, ...] = ()
    is_part: bool = False
    _by_duty: dict[str, list[Outcome]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def of_duty(self, duty_id: str) -> list[Outcome]:
        """Give the outcomes of one duty."""
        return self.by_duty().get(duty_id, [])

    def by_duty(self) -> dict[str, list[Outcome]]:
        """Give the outcomes by duty, in the order of the assessment (a duty stands where its worst scope stands)."""
        if not self._by_duty:
            for outcome in self.outcomes:
                self._by_duty.setdefault(outcome.duty.origins.id, []).append(outcome)
        return self._by_duty


def assess(
    path: Path, rulebase: RuleBase, law_date: date | None = None, regimes: tuple[str, ...] | None = None, view: str = ""
) -> Assessment:
    """Assess a case file under the law of a day (the day of the facts, unless another is given).

    ``view`` is the party as whose word disputed statements are taken, ``employer`` or ``safety_representative``. Raises
    BadInputError with everything that is wrong with the case file.
    """
    case, warnings = read_case(path, rulebase.vocabulary)
    return assess_case(replace(case, view=view), rulebase, law_date, regimes, tuple(warnings))


def assess_case(
    case: Case,
    rulebase: RuleBase,
    law_date: date | None = None,
    regimes: tuple[str, ...] | None = None,
    warnings: tuple[Problem, ...] = (),
) -> Assessment:
    """Assess a case that was read."""
    with _no_garbage_collection():
        return _concluded(groundwork(case, rulebase, law_date, regimes), rulebase, warnings, None, Evaluator)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a proof over and over while it grows; there is next to nothing to collect meanwhile.

    Freezing and thawing puts what was made among the old, so that it isn't walked as young once more. The circles that durable-rules
    and rdflib leave behind were collected before there was a proof.
    """
    with paused():
        try:
            yield
        finally:
            if not gc.get_freeze_count():  # what somebody else froze stays frozen
                gc.freeze()
                gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What the rules are run on: the case, the day of the law, what the documents lack, and the facts. No rule had a part in it."""

    case: Case
    law_date: date
    findings: tuple[Finding, ...]
    facts: Facts


def groundwork(
    case: Case, rulebase: RuleBase, law_date: date | None = None, regimes: tuple[str, ...] | None = None
) -> Groundwork:
    """Check the documents of a case and collect its facts."""
    case, day = replace(case, regimes=regimes or case.regimes), law_date or case.date
    findings = _check_documents(case, rulebase, day)
    acts = [act for act in rulebase.law.acts.values() if act.regime in case.regimes]
    return Groundwork(case, day, tuple(findings), collect(case, rulebase.vocabulary, _lacking(findings, case), acts))


def conclude(
    ground: Groundwork,
    rulebase: RuleBase,
    warnings: tuple[Problem, ...] = (),
    program: Program | None = None,
    evaluate: Callable[[Program, Facts, date], Evaluator] = Evaluator,
    settled: Mapping[str, list[Outcome]] = NOTHING_SETTLED,
) -> Assessment:
    """Run the rules on a case made ready, which stays as it is: the rules of the rule base, or a ``program`` compiled for the day.

    ``evaluate`` makes the evaluator, for who wants to look on. ``settled`` are the outcomes of duties that the program leaves out, for
    those of its duties that ask about them.
    """
    with _no_garbage_collection():
        return _concluded(ground, rulebase, warnings, program, evaluate, settled)


def _concluded(
    ground: Groundwork,
    rulebase: RuleBase,
    warnings: tuple[Problem, ...],
    program: Program | None,
    evaluate: Callable[[Program, Facts, date], Evaluator],
    settled: Mapping[str, list[Outcome]] = NOTHING_SETTLED,
) -> Assessment:
    case, day, facts = ground.case, ground.law_date, ground.facts.copy()
    program = program or _program(rulebase, day, case.regimes)
    evaluator = evaluate(program, facts, day)
    derive(evaluator)
    if next(_assessments) > 1:  # a process of one assessment ends before it matters
        gc.collect(0)  # durable-rules leaves objects in circles for every firing; now they are still among the young
    rows, not_in_force = _decide(evaluator, rulebase.law, day, settled)
    order = {path: number for number, path in enumerate(rulebase.law.paths())}
    people = {unit.id: _headcount(unit.one("employees")) for unit in case.units}
    outcomes = sorted(
        (row for found in rows.values() for row in found),
        key=lambda row: (
            OUTCOMES.index(row.outcome),
            -people.get(row.unit or "", sum(people.values())),
            min((order.get(path, 0) for path in row.duty.origins.provisions), default=0),
            row.id,
        ),
    )
    remarks = tuple(_remarks(evaluator, rulebase.law, day))
    outlook = tuple(_outlook(evaluator, rulebase.law, day))
    evaluator.duty_truth = None  # it holds the evaluator, and the circle would keep all of this alive
    return Assessment(
        case,
        day,
        rulebase,
        facts,
        program,
        ground.findings,
        tuple(outcomes),
        remarks,
        tuple(not_in_force),
        warnings,
        evaluator.firings,
        order,
        outlook,
    )


def _headcount(value: object) -> int:
    return value if isinstance(value, int) else 0


def _check_documents(case: Case, rulebase: RuleBase, day: date) -> list[Finding]:
    from engine.case.graph import graph
    from engine.documents.findings import check_documents
    from engine.documents.shapes import shapes_from

    shapes = shapes_from(rulebase.shapes, tuple(sorted(set(case.regimes))))
    return check_documents(case, rulebase.vocabulary, graph(case, rulebase.vocabulary), shapes, rulebase.law, day)


def _lacking(findings: list[Finding], case: Case) -> dict[tuple[str, str], Truth]:
    from engine.documents.findings import lacking

    return dict(lacking(findings, case))


@lru_cache(maxsize=8)
def _compiled(digest: str, folder: Path, day: date, regimes: tuple[str, ...]) -> Program:
    rulebase = _loaded[digest]
    return compile_program(of_regimes(rulebase.rules, regimes), rulebase.vocabulary, day)


_loaded: dict[str, RuleBase] = {}


def _program(rulebase: RuleBase, day: date, regimes: tuple[str, ...]) -> Program:
    """Compile the rules of some regimes for a day, once for each rule base, set of rules that hold together, and choice of regimes."""
    _loaded[rulebase.hash] = rulebase
    return _compiled(rulebase.hash, rulebase.folder, _since(rulebase, day), tuple(sorted(set(regimes))))


def _since(rulebase: RuleBase, day: date) -> date:
    """Give the first day since which the rules that hold on a day have been the same: a program compiled for one does for the other."""
    turns = (turn for rule in rulebase.rules.rules for turn in (rule.origins.valid_from, rule.origins.valid_until))
    return max((turn for turn in turns if turn is not None and turn <= day), default=date.min)


def _decide(
    evaluator: Evaluator, law: LawBase, day: date, settled: Mapping[str, list[Outcome]] = NOTHING_SETTLED
) -> tuple[dict[str, list[Outcome]], list[tuple[Duty, Validity]]]:
    """Decide the duties of the program, those that others ask about first."""
    rows: dict[str, list[Outcome]] = {}
    not_in_force: list[tuple[Duty, Validity]] = []
    duties = evaluator.program.ruleset.duties
    duty_truths(evaluator, ChainMap(rows, dict(settled)), {GOAL + id_: id_ for id_ in (*settled, *(d.origins.id for d in duties))})
    for duty in in_order(duties):
        validity = valid_on(law, duty, day)
        found = outcomes_of(evaluator, duty, validity)
        if validity.standing == "not_encoded":
            rows.setdefault(duty.origins.id, []).append(unread(duty, validity))
        elif found:
            rows.setdefault(duty.origins.id, []).extend(found)
        elif validity.standing == "in_force":
            rows.setdefault(duty.origins.id, []).append(absent(evaluator, duty, validity))
        else:
            not_in_force.append((duty, validity))
    return rows, not_in_force


def in_order(duties: tuple[Duty, ...]) -> list[Duty]:
    """Order duties so that one that asks about the outcome of another comes after it. Raises ValueError where that goes in a circle."""
    asks = {duty.origins.id: asked_about(duty) for duty in duties}
    done: list[Duty] = []
    waiting = list(duties)
    while waiting:
        ready = [
            duty
            for duty in waiting
            if not (asks[duty.origins.id] & {w.origins.id for w in waiting} - {duty.origins.id})
        ]
        if not ready:
            raise ValueError(
                "duties ask about each other's outcomes in a circle: " + ", ".join(w.origins.id for w in waiting)
            )
        done += ready
        waiting = [duty for duty in waiting if duty not in ready]
    return done


def asked_about(duty: Duty) -> set[str]:
    """Give the duties whose outcome a duty asks about."""
    return {
        sentence.object.concept.removeprefix(GOAL)
        for _, conditions in sections(duty)
        for path, condition in conditions
        for sentence in sentences(path, condition)
        if isinstance(sentence.object, Const) and sentence.property in ASKS_ABOUT_DUTIES
    }


def _remarks(evaluator: Evaluator, law: LawBase, day: date) -> list[Noted]:
    """Give the remarks that hold for certain."""
    found = []
    for remark in remarks_on(evaluator.program, day):
        if valid_on(law, remark, day).standing != "in_force":
            continue
        for env, scope, node in told(evaluator, remark):
            if node.truth is Truth.YES and scope.truth is Truth.YES:
                address, unit = scope_id(remark, env)
                found.append(Noted(remark, env, address, unit, node))
    return sorted(found, key=lambda noted: (noted.remark.origins.id, noted.scope))


def _outlook(evaluator: Evaluator, law: LawBase, day: date) -> list[Foreseen]:
    """Give the outlooks that hold for certain, and those that what is still open could bring about."""
    found = []
    for outlook in outlooks_on(evaluator.program, day):
        if valid_on(law, outlook, day).standing != "in_force":
            continue
        for env, scope, when in told(evaluator, outlook):
            holds = all_of((scope.truth, when.truth))
            if holds is not Truth.NO:
                node = Node("all", Op.ALL, holds, f"{key_of(outlook.origins)}:applies", env, premises=[scope, when])
                address, unit = scope_id(outlook, env)
                found.append(Foreseen(outlook, env, address, unit, holds, tuple(sorted(leaves(node))), node))
    return sorted(found, key=lambda each: (each.holds is not Truth.YES, each.outlook.origins.id, each.scope))


def told(evaluator: Evaluator, part: Remark | Outlook) -> Iterator[tuple[Env, Node, Node]]:
    """Give each scope of a remark or an outlook that we were shown, with the node of its joins and of its conditions."""
    key = key_of(part.origins)
    joins = joins_of(part.scope)
    for row in evaluator.lookup(evaluator.program.plans[f"{key}:scope"], {}):
        env = dict(row)
        if not any(is_stand_in(entity) for entity in env.values()):
            when = placed(part.when, "when")
            yield env, evaluator.all(key, joins, env), evaluator.all(key, when, env, evaluator.values_of(joins, env))
