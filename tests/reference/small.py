"""Small cases: real ones with so few open statements that every completion can be gone through."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from engine.assessment import GOAL, Assessment, in_order
from engine.case.collect import collect
from engine.case.facts import Facts, Said, is_stand_in
from engine.case.model import Case
from engine.inference.derive import derive
from engine.inference.evaluate import Evaluator
from engine.inference.outcome import Outcome, absent, duty_truths, outcomes_of, unread
from engine.inference.validity import valid_on
from engine.truth import Truth
from engine.vocabulary.model import Origin
from tests.reference.cases import REGISTERS, acts, closed, rulebase
from tests.reference.duties import PARTS

Address = tuple[str, str, str]  # property, subject, object
SMALL = 12  # so many unknowns at most
EVENTFUL = ("incidents", "exposures", "changes", "risk_assessments")  # an unseen entry of these has a day of its own


def derived(facts: Facts) -> dict[tuple[str, ...], Truth]:
    return {
        (prop.id, subject, obj or ""): truth
        for prop in rulebase().vocabulary.properties.values() if prop.origin is Origin.DERIVED
        for (subject, obj), truth in facts.pairs(prop.id)
    }


def parts_of(rows: list[Outcome]) -> dict[tuple[str, ...], Truth]:
    return {
        (row.duty.origins.id, part, *(row.env[each.var.name] for each in row.duty.scope)): getattr(row, part).truth
        for row in rows if row.env for part in PARTS
    }


def narrowed(case: Case, rng: random.Random, registers: int = 2, statements: int = SMALL - 2, first: Iterable[Address] = ()) -> Facts:
    """Give the facts of a case in which little is open: a few registers at most, and a few statements, of some before all others."""
    whole = closed(case)
    left = rng.sample([r for r in REGISTERS if r not in EVENTFUL], rng.randint(min(1, registers), registers))
    whole = replace(whole, completeness=tuple(said for said in whole.completeness if said.register not in left))
    facts = collect(whole, rulebase().vocabulary, {}, acts())
    open_ = sorted(
        (prop, subject, obj or "") for prop, pairs in facts.known.items() for (subject, obj), truth in pairs.items()
        if truth is Truth.UNKNOWN and not is_stand_in(subject) and not is_stand_in(obj or "")
    )
    before = sorted(set(first) & set(open_))
    kept = set([*rng.sample(before, len(before)), *rng.sample(open_, len(open_))][:statements])
    for prop, subject, obj in open_:
        if (prop, subject, obj) not in kept:
            said = Said("stated", ("employer",))
            if rng.random() < 0.5:
                facts.add(prop, subject, obj or None, Truth.YES, said)
            else:
                _deny(facts, prop, subject, obj or None)
    for prop, pairs in facts.known.items():  # a factor that nobody found yet is no register
        for subject, obj in [pair for pair in pairs if (pair[1] or "") == "~factor"]:
            _deny(facts, prop, subject, obj)
    for entity, cls in facts.classes.items():
        if not is_stand_in(entity) and cls in rulebase().vocabulary.properties["dated"].domain:
            facts.values.setdefault(("dated", entity), case.date - timedelta(days=rng.randint(0, 60)))
    return facts


def _deny(facts: Facts, prop: str, subject: str, obj: str | None) -> None:
    del facts.known[prop][subject, obj]
    facts.by_subject[prop][subject].remove(obj)
    facts.by_object[prop][obj].remove(subject)


def rows_of(facts: Facts, assessment: Assessment) -> list[Outcome]:
    """Decide the duties on facts that were made by hand."""
    evaluator = Evaluator(assessment.program, facts, assessment.law_date)
    derive(evaluator)
    rows: dict[str, list[Outcome]] = {}
    duties = assessment.program.ruleset.duties
    duty_truths(evaluator, rows, {GOAL + duty.origins.id: duty.origins.id for duty in duties})
    for duty in in_order(duties):
        validity = valid_on(rulebase().law, duty, assessment.law_date)
        found = outcomes_of(evaluator, duty, validity)
        if validity.standing == "not_encoded":
            found = [unread(duty, validity)]
        elif not found and validity.standing == "in_force":
            found = [absent(evaluator, duty, validity)]
        rows[duty.origins.id] = found
    return [row for found in rows.values() for row in found]


