"""The one door: from a case file and a rule base to a finished assessment. Readers of the proof take it from here."""

import gc
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from engine.case.collect import collect
from engine.case.facts import Facts
from engine.case.model import Case
from engine.case.reader import read_case
from engine.documents.findings import Finding
from engine.errors import Problem
from engine.inference.derive import derive
from engine.inference.evaluate import Env, Evaluator
from engine.inference.outcome import OUTCOMES, Outcome, absent, duty_truths, outcomes_of, unread
from engine.inference.plan import sentences
from engine.inference.program import Program, compile_program, key_of, remarks_on, sections
from engine.inference.validity import Validity, valid_on
from engine.language.syntax import Const, Duty, Remark
from engine.proof.node import Node
from engine.rulebase import RuleBase
from engine.truth import Truth

COLLECT_EVERY = 8  # assessments in one process
_assessments = itertools.count(1)
GOAL = "goal."  # a goal concept is named after its duty


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark that holds for a scope, with its reason."""

    remark: Remark
    env: Env
    scope: str
    unit: str | None
    proof: Node


@dataclass(slots=True)
class Assessment:
    """A finished assessment. ``outcomes`` are ordered worst first, then by the people concerned, then by the order of the law.

    ``not_in_force`` has the duties that the law did not know on the day, ``not_encoded`` those whose law of that day was not read.
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

    def of_duty(self, duty_id: str) -> list[Outcome]:
        """Give the outcomes of one duty."""
        return [outcome for outcome in self.outcomes if outcome.duty.origins.id == duty_id]

    def by_duty(self) -> dict[str, list[Outcome]]:
        """Give the outcomes by duty, in the order of the assessment (a duty stands where its worst scope stands)."""
        found: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            found.setdefault(outcome.duty.origins.id, []).append(outcome)
        return found


def assess(
    path: Path, rulebase: RuleBase, law_date: date | None = None, regimes: tuple[str, ...] | None = None
) -> Assessment:
    """Assess a case file under the law of a day (the day of the facts, unless another is given).

    Raises BadInputError with everything that is wrong with the case file.
    """
    case, warnings = read_case(path, rulebase.vocabulary)
    return assess_case(case, rulebase, law_date, regimes, tuple(warnings))


def assess_case(
    case: Case,
    rulebase: RuleBase,
    law_date: date | None = None,
    regimes: tuple[str, ...] | None = None,
    warnings: tuple[Problem, ...] = (),
) -> Assessment:
    """Assess a case that was read."""
    with _no_garbage_collection():
        return _assess(case, rulebase, law_date or case.date, regimes or case.regimes, warnings)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a proof over and over while it grows; there is next to nothing to collect meanwhile.

    Freezing and thawing puts what was made among the old, so that it isn't walked as young once more. The circles that durable-rules
    and rdflib leave behind would then never be collected, so every few assessments that is done here.
    """
    was_on = gc.isenabled()
    if next(_assessments) % COLLECT_EVERY == 0:
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def _assess(
    case: Case, rulebase: RuleBase, day: date, regimes: tuple[str, ...], warnings: tuple[Problem, ...]
) -> Assessment:
    findings = _check_documents(case, rulebase, day)
    facts = collect(case, rulebase.vocabulary, _lacking(findings, case))
    program = _program(rulebase, day)
    evaluator = Evaluator(program, facts, day)
    derive(evaluator)
    rows, not_in_force = _decide(evaluator, rulebase, day, regimes)
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
    remarks = tuple(_remarks(evaluator, program, day))
    evaluator.duty_truth = None  # it holds the evaluator, and the circle would keep all of this alive
    return Assessment(
        case,
        day,
        rulebase,
        facts,
        program,
        tuple(findings),
        tuple(outcomes),
        remarks,
        tuple(not_in_force),
        warnings,
        evaluator.firings,
        order,
    )


def _headcount(value: object) -> int:
    return value if isinstance(value, int) else 0


def _check_documents(case: Case, rulebase: RuleBase, day: date) -> list[Finding]:
    from engine.case.graph import graph
    from engine.documents.findings import check_documents
    from engine.documents.shapes import shapes_from

    shapes = shapes_from(rulebase.shapes)
    return check_documents(case, rulebase.vocabulary, graph(case, rulebase.vocabulary), shapes, rulebase.law, day)


def _lacking(findings: list[Finding], case: Case) -> dict[tuple[str, str], Truth]:
    from engine.documents.findings import lacking

    return dict(lacking(findings, case))


@lru_cache(maxsize=8)
def _compiled(digest: str, folder: Path, day: date) -> Program:
    rulebase = _loaded[digest]
    return compile_program(rulebase.rules, rulebase.vocabulary, day)


_loaded: dict[str, RuleBase] = {}


def _program(rulebase: RuleBase, day: date) -> Program:
    """Compile the rules for a day, once for each rule base and day."""
    _loaded[rulebase.hash] = rulebase
    return _compiled(rulebase.hash, rulebase.folder, day)


def _decide(
    evaluator: Evaluator, rulebase: RuleBase, day: date, regimes: tuple[str, ...]
) -> tuple[dict[str, list[Outcome]], list[tuple[Duty, Validity]]]:
    """Decide the duties of the regimes, those that others ask about first."""
    rows: dict[str, list[Outcome]] = {}
    not_in_force: list[tuple[Duty, Validity]] = []
    duty_truths(evaluator, rows, {GOAL + duty.origins.id: duty.origins.id for duty in rulebase.rules.duties})
    for duty in in_order(rulebase.rules.duties):
        if duty.origins.id.split(".")[0] not in regimes:
            continue
        validity = valid_on(rulebase.law, duty, day)
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
        if isinstance(sentence.object, Const) and sentence.property in ("fulfils", "breaches")
    }


def _remarks(evaluator: Evaluator, program: Program, day: date) -> list[Noted]:
    found = []
    for remark in remarks_on(program, day):
        key = key_of(remark.origins)
        plan = program.plans[f"{key}:scope"]
        for env in evaluator.lookup(plan, {}):
            node = evaluator.all(key, tuple((f"when/{n}", c) for n, c in enumerate(remark.when)), env)
            if node.truth is Truth.YES and not any(entity.startswith("~") for entity in env.values()):
                unit = next((env[each.var.name] for each in remark.scope if each.var.type == "Unit"), None)
                others = [env[each.var.name] for each in remark.scope if each.var.type not in ("Unit", "Undertaking")]
                found.append(Noted(remark, dict(env), "/".join([unit or "enterprise", *others]), unit, node))
    return sorted(found, key=lambda noted: (noted.remark.origins.id, noted.scope))
