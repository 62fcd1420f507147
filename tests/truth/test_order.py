"""The order of anything in a file changes nothing: not the outcomes, not what would decide them, not the reasons."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.assessment import Assessment
from engine.case import collect as collecting
from engine.case.facts import Said
from engine.case.model import Case, Entry, Evidence
from engine.inference.evaluate import Evaluator
from engine.proof.node import Node
from tests.reference.cases import ROLES, assess, mutate, random_case

SEEDS = st.integers(0, 100_000).map(lambda number: number * 7919 % 100_003)
RANDOM = settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


# --- a fingerprint of an assessment, without the places in the file ---------------------------------------------------------


def said(source: Said | None) -> object:
    if source is None:
        return None
    evidence = tuple(sorted((e.document, e.place or "") for e in source.evidence))
    return source.how, source.who, str(source.as_of), evidence, source.because


def fingerprint(assessment: Assessment) -> dict[str, Any]:
    """Give everything that a reader could say of each outcome."""
    known: dict[int, int] = {}

    def of(node: Node | None) -> int:
        if node is None:
            return 0
        if id(node) not in known:
            known[id(node)] = 0  # a proof has no circles, but for what stands bare
            known[id(node)] = hash((
                node.kind, node.op, node.truth, node.place, tuple(sorted(node.bindings.items())), node.statement, said(node.said),
                tuple(of(premise) for premise in node.premises), node.minimum, node.stand_in, tuple(sorted(node.note.items())),
                tuple((tuple(sorted(r.bindings.items())), r.place, of(r.node)) for r in node.refused), tuple(node.others),
            ))
        return known[id(node)]

    found: dict[str, Any] = {
        row.id: (
            row.outcome, row.openness, tuple(of(getattr(row, part)) for part in ("applies", "breach", "met", "suspicion")),
            {name: of(node) for name, node in row.sections.items()},
        )
        for row in assessment.outcomes
    }
    found["order"] = [row.id for row in assessment.outcomes]
    found["remarks"] = [(n.remark.origins.id, n.scope, of(n.proof)) for n in assessment.remarks]
    found["findings"] = sorted(str(replace_marks(finding)) for finding in assessment.findings)
    return found


def replace_marks(finding: object) -> object:
    return {name: getattr(finding, name) for name in getattr(finding, "__slots__", ()) if name != "mark"}


# --- shuffling ------------------------------------------------------------------------------------------------------------


def shuffled(rng: random.Random, case: Case) -> Case:
    """Shuffle everything that stands in an order: units, entries, fields, lists, evidence, answers, completeness."""

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(rng.sample(items, len(items)))

    def entry(one: Entry) -> Entry:
        fields = {name: replace(one.fields[name], values=mixed(one.fields[name].values)) for name in mixed(tuple(one.fields))}
        factors = {name: one.factors[name] for name in mixed(tuple(one.factors))}
        units = None if one.units is None else mixed(one.units)
        return replace(one, fields=fields, factors=factors, units=units, evidence=mixed(one.evidence))

    entries = {name: entry(case.entries[name]) for name in mixed(tuple(case.entries))}
    return replace(
        case, entries=entries, units=tuple(entries[unit.id] for unit in mixed(case.units)), enterprise=entries[case.enterprise.id],
        completeness=mixed(case.completeness), answers=tuple(replace(a, evidence=mixed(a.evidence)) for a in mixed(case.answers)),
        interpretations=mixed(case.interpretations),
    )


def told_by_many(rng: random.Random, case: Case) -> Case:
    """Let several sources speak of the same statements, and say of the same registers that they are complete."""
    case = mutate(rng, case, 3)
    more = [replace(a, stated_by=role) for a in case.answers for role in ROLES if rng.random() < 0.5]
    again = [replace(c, stated_by=role) for c in case.completeness for role in ROLES if rng.random() < 0.5]
    return replace(case, answers=(*case.answers, *more), completeness=(*case.completeness, *again))


def differences(seed: int) -> list[str]:
    rng = random.Random(seed)
    case, day = random_case(seed)
    case = told_by_many(rng, case)
    first, second = fingerprint(assess(case, day)), fingerprint(assess(shuffled(rng, case), day))
    return [f"{seed}: {row}" for row in first.keys() | second.keys() if first.get(row) != second.get(row)]


@RANDOM
@given(SEEDS)
def test_order_changes_nothing(seed: int) -> None:
    assert differences(seed) == []


# --- seeded faults ----------------------------------------------------------------------------------------------------------


def first_heard(heard: list[tuple[Any, Said]]) -> tuple[Any, Said]:
    return heard[0]


def unsorted_lookup(lookup: Callable[..., Any]) -> Callable[..., Any]:
    """Give what a scan finds in the order of the facts, not sorted."""

    def find(self: Evaluator, plan: Any, env: Any) -> Any:
        found = lookup(self, plan, env)
        order = list(self.facts.case.entries)
        return sorted(found, key=lambda each: [order.index(e) if e in order else 0 for e in each.values()])

    return find


FAULTS = {
    "the first source wins": (collecting, "_agree", first_heard),
    "entries in the order of the file": (Evaluator, "lookup", unsorted_lookup(Evaluator.lookup)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*FAULTS[fault])
    assert any(differences(seed * 7919 % 100_003) for seed in range(60))


def test_the_fingerprint_sees_the_reasons() -> None:
    """Another place of evidence, the same outcomes: the fingerprint is another."""
    case, day = random_case(3)
    entry = next(e for e in case.entries.values() if e.cls not in ("Unit", "Undertaking", "Document"))
    document = Entry("DOC", "Document", "Paper", None, {}, {}, "employer", (), entry.mark)
    case = replace(case, entries={**case.entries, "DOC": document})
    first, second = (
        replace(case, entries={**case.entries, entry.id: replace(entry, evidence=(Evidence("DOC", place, entry.mark),))})
        for place in ("p. 1", "p. 2")
    )
    assert fingerprint(assess(first, day)) != fingerprint(assess(second, day))
