"""The engine against an evaluation of its own: clingo, from the source rules, before any compilation.

Random programs and random cases of the real rule base must come out equal on every derived statement and every part of every duty, certain and
possible. On small ones clingo goes through all completions: what is certain holds in all of them, what holds in some is possible.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from engine.assessment import Assessment
from engine.case.model import Case
from engine.inference.evaluate import Evaluator
from engine.inference.outcome import Outcome
from engine.inference.validity import valid_on
from engine.truth import Truth, at_least
from tests.reference import compare
from tests.reference.cases import assess, duties_and_outcomes, in_turn, mutate, random_case, rulebase
from tests.reference.duties import PARTS, completed, evaluate, outcome, rules
from tests.reference.programs import Sample, sample
from tests.reference.small import SMALL, derived, narrowed, parts_of, rows_of

PROGRAMS = 500
CASES = 200
STEERED = 12  # so many tries to reach an outcome of a duty that the random cases did not


# --- random programs ------------------------------------------------------------------------------------------------------


@cache
def programs() -> dict[str, Sample]:
    return {f"q{seed}": sample(seed) for seed in range(PROGRAMS)}


def batches(names: list[str], size: int) -> Iterator[list[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))


@cache
def by_engine() -> dict[str, dict[compare.Statement, Truth]]:
    return {name: compare.engine(each) for name, each in programs().items()}


def test_the_programs_are_hard_enough() -> None:
    found = programs().values()
    assert len(found) >= 500
    assert sum(each.negates_derived for each in found) >= len(found) / 2
    assert sum(each.counts for each in found) >= len(found) / 3
    assert sum(each.strata >= 3 for each in found) >= len(found) / 3
    values = Counter(truth for statements in by_engine().values() for truth in statements.values())
    assert values[Truth.YES] > 500 and values[Truth.UNKNOWN] > 500
    assert sum(bool(statements) for statements in by_engine().values()) >= len(found) * 0.8


def test_every_statement_of_every_program_is_equal() -> None:
    names = list(programs())
    for batch in batches(names, 25):
        for name, statements in compare.independent({name: sample(int(name[1:])) for name in batch}).items():
            assert by_engine()[name] == statements, name


def is_real(statement: compare.Statement) -> bool:
    return not any(part.startswith("~") or "#" in part for part in statement[1:])


def test_certain_holds_in_all_completions_and_possible_in_those_of_some() -> None:
    small = [name for name in programs() if compare.unknowns(sample(int(name[1:])).facts) <= SMALL]
    assert len(small) >= PROGRAMS / 2
    for batch in batches(small, 3):
        samples = {name: sample(int(name[1:])) for name in batch}
        some, every = compare.completions(samples, "brave"), compare.completions(samples, "cautious")
        for name in batch:
            statements = by_engine()[name]
            rows = {(key[0], *key[2:]) for key in statements if key[0].startswith("duty")}
            certain = {key for key, truth in statements.items() if truth is Truth.YES and is_real(key)}
            held = {key for key in some[name] if is_real(key) and (not key[0].startswith("duty") or (key[0], *key[2:]) in rows)}
            assert certain <= every[name], name
            assert held <= set(statements), name


FAULTS = {
    "negation certain when merely possible": (Truth, "__invert__", lambda truth: Truth.NO if truth is Truth.YES else Truth.YES),
    "a stand-in counts as one": (Evaluator, "_count", lambda _self, minimum, found: at_least(minimum, (c.truth for c in found))),
    "a stand-in is an entry like any other": (Evaluator, "rests_on_stand_in", staticmethod(lambda _plan, _env: False)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"q{seed}" for seed in range(60)]
    right = {name: by_engine()[name] for name in names}
    monkeypatch.setattr(*FAULTS[fault])
    assert any(compare.engine(sample(int(name[1:]))) != right[name] for name in names)


# --- random cases ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tried:
    case: Case
    assessment: Assessment


@cache
def cases() -> tuple[Tried, ...]:
    """Give random cases, and for each outcome of a duty that they do not reach more cases from the seeds made for it."""
    found = [Tried(case, assess(case, day)) for case, day in (random_case(seed) for seed in range(CASES))]
    reached = {(row.duty.origins.id, row.outcome) for each in found for row in each.assessment.outcomes}
    for wanted in [each for each in duties_and_outcomes() if each not in reached]:
        for number, seed in enumerate([each for each in in_turn() if (each.tries, each.outcome) == wanted] * STEERED):
            case = mutate(random.Random(number), seed.case, 2)
            tried = Tried(case, assess(case, seed.law_date))
            if wanted in {(row.duty.origins.id, row.outcome) for row in tried.assessment.outcomes}:
                found.append(tried)
                break
    return tuple(found)


def test_the_cases_reach_every_outcome() -> None:
    rows = [row for each in cases() for row in each.assessment.outcomes]
    shares = Counter(row.outcome for row in rows)
    assert len(cases()) >= 200
    assert all(shares[name] >= 0.05 * len(rows) for name in ("breach", "investigate", "unknown", "met", "not_applicable")), shares
    reached = {(row.duty.origins.id, row.outcome) for row in rows}
    assert [each for each in duties_and_outcomes() if each not in reached] == []


def test_no_duty_has_an_outcome_that_it_is_said_not_to_have() -> None:
    never = {(duty.origins.id, each.outcome) for duty in rulebase().rules.duties for each in duty.cannot_be}
    reached = {(row.duty.origins.id, row.outcome) for each in cases() for row in each.assessment.outcomes}
    assert reached & never == set()


def test_every_statement_and_every_duty_of_every_case_is_equal() -> None:
    for number, each in enumerate(cases()):
        made = rules(rulebase(), each.assessment.law_date, each.case.date)
        statements, parts = evaluate(made, each.assessment.facts)
        assert derived(each.assessment.facts) == {k: v for k, v in statements.items() if v is not Truth.NO}, number
        assert parts_of(list(each.assessment.outcomes)) == parts, number
        for row in each.assessment.outcomes:
            if row.env and not row.validity.inferred:
                scope = [row.env[one.var.name] for one in row.duty.scope]
                assert row.outcome == outcome(*(parts[row.duty.origins.id, part, *scope] for part in PARTS)), (number, row.id)


def test_the_completions_of_small_cases() -> None:
    """In small cases what is certain holds in all completions, and an outcome that is the same either way is so in all of them."""
    tried = settled = 0
    for number, each in enumerate(cases()[::6]):
        if any(valid_on(rulebase().law, d, each.assessment.law_date).standing == "not_encoded" for d in rulebase().rules.duties):
            continue
        facts = narrowed(each.case, random.Random(number))
        rows = rows_of(facts, each.assessment)
        made = rules(rulebase(), each.assessment.law_date, each.case.date, doubled=False)
        before_deriving = narrowed(each.case, random.Random(number))
        some, every = (completed(made, before_deriving, kind) for kind in ("brave", "cautious"))
        parts = parts_of(rows)
        truths = {**derived(facts), **parts}
        known_rows = {(key[0], *key[2:]) for key in parts}
        assert {key for key, truth in truths.items() if truth is Truth.YES and is_real(key)} <= every, number
        held = {key for key in some if is_real(key) and (key[1] not in PARTS or (key[0], *key[2:]) in known_rows)}
        assert held <= {key for key, truth in truths.items() if truth is not Truth.NO}, number
        tried += 1
        settled += _check_settled(rows, some, every, number)
    assert tried >= 20 and settled > 0


def _check_settled(rows: list[Outcome], some: set[tuple[str, ...]], every: set[tuple[str, ...]], number: int) -> int:
    """An outcome that is said to be the same in every completion must be that in all of clingo's."""
    count = 0
    for row in rows:
        if row.openness.settled and all(is_real(("", *row.env.values())) for _ in (0,)):
            scope = tuple(row.env[each.var.name] for each in row.duty.scope)
            always = {part for part in PARTS if (row.duty.origins.id, part, *scope) in every}
            ever = {part for part in PARTS if (row.duty.origins.id, part, *scope) in some}
            count += 1
            match row.openness.settled:
                case "breach":
                    assert {"applies", "breach"} <= always, (number, row.id)
                case "met":
                    assert {"applies", "met"} <= always and not {"breach", "suspicion"} & ever, (number, row.id)
                case "not_applicable":
                    assert "applies" not in ever, (number, row.id)
                case "investigate":
                    assert {"applies", "suspicion"} <= always and "breach" not in ever, (number, row.id)
    return count
