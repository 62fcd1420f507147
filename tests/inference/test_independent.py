"""The engine against an evaluation of its own: clingo, from the source rules, before any compilation.

Random programs and random cases of the real rule base must come out equal on every derived statement and every part of every duty, certain and
possible. On small ones clingo goes through all completions: what is certain holds in all of them, what holds in some is possible.
"""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from engine.case.model import Case
from engine.inference.evaluate import Evaluator
from engine.inference.outcome import Outcome
from engine.inference.validity import valid_on
from engine.truth import Truth, at_least
from tests.reference import compare
from tests.reference.cases import assess, duties_and_outcomes, in_turn, mutate, random_case, rulebase
from tests.reference.duties import PARTS, completed, evaluate, outcome, rules
from tests.reference.parallel import spread
from tests.reference.programs import sample
from tests.reference.small import SMALL, derived, narrowed, parts_of, rows_of

PROGRAMS = 500
BATCH = 3  # programs that clingo gets at a time
CASES = 200
THROUGH = 6  # one case in so many is gone through in all its completions
STEERED = 12  # so many tries to reach an outcome of a duty that the random cases did not


# --- random programs ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Compared:
    """What came of comparing one program. ``small``: it was gone through in all its completions."""

    name: str
    negates: bool
    counts: bool
    strata: int
    truths: dict[Truth, int]
    small: bool
    faults: tuple[str, ...]


def is_real(statement: compare.Statement) -> bool:
    return not any(part.startswith("~") or "#" in part for part in statement[1:])


def compare_programs(seeds: range) -> list[Compared]:
    samples = {f"q{seed}": sample(seed) for seed in seeds}
    small = {name: each for name, each in samples.items() if compare.unknowns(each.facts) <= SMALL}
    independent = compare.independent(samples)
    some, every = compare.completions(small) if small else ({}, {})
    found = []
    for name, each in samples.items():
        engine = compare.engine(sample(int(name[1:])))
        faults = [f"{key}: {engine.get(key)}, not {independent[name].get(key)}"
                  for key in engine.keys() | independent[name].keys() if engine.get(key) != independent[name].get(key)]
        if name in small:
            rows = {(key[0], *key[2:]) for key in engine if key[0].startswith("duty")}
            certain = {key for key, truth in engine.items() if truth is Truth.YES and is_real(key)}
            held = {key for key in some[name] if is_real(key) and (not key[0].startswith("duty") or (key[0], *key[2:]) in rows)}
            faults += [f"{key} is certain, not so in all completions" for key in certain - every[name]]
            faults += [f"{key} is impossible, so in a completion" for key in held - engine.keys()]
        truths = dict(Counter(engine.values()))
        found.append(Compared(name, each.negates_derived, each.counts, each.strata, truths, name in small, tuple(faults)))
    return found


@cache
def programs() -> list[Compared]:
    batches = [range(start, min(start + BATCH, PROGRAMS)) for start in range(0, PROGRAMS, BATCH)]
    return [each for batch in spread(compare_programs, batches) for each in batch]


def test_the_programs_are_hard_enough() -> None:
    found = programs()
    assert len(found) >= 500
    assert sum(each.negates for each in found) >= len(found) / 2
    assert sum(each.counts for each in found) >= len(found) / 3
    assert sum(each.strata >= 3 for each in found) >= len(found) / 3
    assert sum(each.truths.get(Truth.YES, 0) for each in found) > 500
    assert sum(each.truths.get(Truth.UNKNOWN, 0) for each in found) > 500
    assert sum(bool(each.truths) for each in found) >= len(found) * 0.8
    assert sum(each.small for each in found) >= len(found) / 2


def test_every_statement_of_every_program_is_equal_and_sound() -> None:
    """Equal to clingo's; on small ones certain holds in all completions, and possible is what holds in some."""
    assert [(each.name, each.faults[:2]) for each in programs() if each.faults] == []


FAULTS: dict[str, tuple[object, str, object]] = {
    "negation certain when merely possible": (Truth, "__invert__", lambda truth: Truth.NO if truth is Truth.YES else Truth.YES),
    "a stand-in counts as one": (Evaluator, "_count", lambda _self, minimum, found: at_least(minimum, (c.truth for c in found))),
    "a stand-in is an entry like any other": (Evaluator, "rests_on_stand_in", staticmethod(lambda _plan, _env: False)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*FAULTS[fault])
    assert any(_differs(range(start, start + BATCH)) for start in range(0, 60, BATCH))


def _differs(seeds: range) -> bool:
    try:
        return any(each.faults for each in compare_programs(seeds))
    except (RuntimeError, StopIteration):  # a statement that is certain and has no certain use
        return True


# --- random cases ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tried:
    """What came of one case: its outcomes, and where the engine and clingo differ. ``settled`` counts what is the same either way."""

    outcomes: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    gone_through: bool = False
    settled: int = 0


def try_case(number: int) -> Tried:
    case, day = random_case(number, ("no", "dk"))
    tried = compare_case(case, day)
    return go_through(case, day, number, tried) if number % THROUGH == 0 else tried


def steered(wanted: tuple[str, str]) -> Tried | None:
    """Look for a case with an outcome of a duty near the seeds made for it."""
    near = [seed for seed in in_turn() if (seed.tries, seed.outcome) == wanted]
    for number, seed in enumerate(near * STEERED):
        case = mutate(random.Random(number), seed.case, 2)
        if wanted in {(row.duty.origins.id, row.outcome) for row in assess(case, seed.law_date).outcomes}:
            return compare_case(case, seed.law_date)
    return None


def compare_case(case: Case, day: date | None) -> Tried:
    assessment = assess(case, day)
    statements, parts = evaluate(rules(assessment.rulebase, assessment.law_date, case.date, regimes=case.regimes), assessment.facts)
    certain_or_possible = {key: truth for key, truth in statements.items() if truth is not Truth.NO}
    faults = [*_differences(derived(assessment.facts), certain_or_possible), *_differences(parts_of(list(assessment.outcomes)), parts)]
    for row in assessment.outcomes:
        if row.env and not row.validity.inferred:
            scope = [row.env[one.var.name] for one in row.duty.scope]
            expected = outcome(*(parts.get((row.duty.origins.id, part, *scope), Truth.NO) for part in PARTS))
            faults += [f"{row.id}: {row.outcome}, not {expected}"] if row.outcome != expected else []
    return Tried(tuple((row.duty.origins.id, row.outcome) for row in assessment.outcomes), tuple(faults))


def _differences(ours: dict[tuple[str, ...], Truth], theirs: dict[tuple[str, ...], Truth]) -> list[str]:
    return [f"{key}: {ours.get(key)}, not {theirs.get(key)}" for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]


def go_through(case: Case, day: date | None, number: int, tried: Tried) -> Tried:
    """Make a case small and go through its completions: certain holds in all, and what is said to be the same either way is."""
    assessment = assess(case, day)
    if any(valid_on(rulebase().law, duty, assessment.law_date).standing == "not_encoded" for duty in assessment.program.ruleset.duties):
        return tried
    facts = narrowed(case, random.Random(number))
    rows = rows_of(facts, assessment)
    made = rules(assessment.rulebase, assessment.law_date, case.date, False, case.regimes)
    some, every = completed(made, narrowed(case, random.Random(number)))
    parts = parts_of(rows)
    truths = {**derived(facts), **parts}
    known_rows = {(key[0], *key[2:]) for key in parts}
    held = {key for key in some if is_real(key) and (key[1] not in PARTS or (key[0], *key[2:]) in known_rows)}
    faults = [f"{key} is certain, not so in all completions" for key, t in truths.items() if t is Truth.YES and is_real(key) and key not in every]
    faults += [f"{key} is impossible, so in a completion" for key in held if truths.get(key, Truth.NO) is Truth.NO]
    settled = [row for row in rows if row.openness.settled and is_real(("", *row.env.values()))]
    faults += [f"{row.id} is not always {row.openness.settled}" for row in settled if not _is_settled(row, some, every)]
    return Tried(tried.outcomes, (*tried.faults, *faults), True, len(settled))


def _is_settled(row: Outcome, some: set[tuple[str, ...]], every: set[tuple[str, ...]]) -> bool:
    """Say whether an outcome that is said to be the same in every completion is that in all of clingo's."""
    scope = tuple(row.env[each.var.name] for each in row.duty.scope)
    always = {part for part in PARTS if (row.duty.origins.id, part, *scope) in every}
    ever = {part for part in PARTS if (row.duty.origins.id, part, *scope) in some}
    match row.openness.settled:
        case "breach":
            return {"applies", "breach"} <= always
        case "met":
            return {"applies", "met"} <= always and not {"breach", "suspicion"} & ever
        case "not_applicable":
            return "applies" not in ever
    return {"applies", "suspicion"} <= always and "breach" not in ever


@cache
def cases() -> list[Tried]:
    """Give random cases, and for each outcome of a duty that they do not reach more from the seeds made for it."""
    found = spread(try_case, range(CASES))
    reached = {each for tried in found for each in tried.outcomes}
    wanted = [each for each in duties_and_outcomes() if each not in reached]
    return found + [each for each in spread(steered, wanted) if each]


def test_the_cases_reach_every_outcome() -> None:
    rows = [each for tried in cases() for each in tried.outcomes]
    shares = Counter(name for _, name in rows)
    assert len(cases()) >= 200
    assert all(shares[name] >= 0.02 * len(rows) for name in ("breach", "investigate", "unknown", "met", "not_applicable")), shares
    assert [each for each in duties_and_outcomes() if each not in rows] == []


def test_no_duty_has_an_outcome_that_it_is_said_not_to_have() -> None:
    never = {(duty.origins.id, each.outcome) for duty in rulebase().rules.duties for each in duty.cannot_be}
    assert {each for tried in cases() for each in tried.outcomes} & never == set()


def test_every_statement_and_every_duty_of_every_case_is_equal_and_sound() -> None:
    assert [(number, tried.faults[:2]) for number, tried in enumerate(cases()) if tried.faults] == []
    assert sum(tried.gone_through for tried in cases()) >= 20
    assert sum(tried.settled for tried in cases()) > 0


def test_a_fault_is_found_in_cases_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*FAULTS["negation certain when merely possible"])
    assert any(try_case(number).faults for number in range(1, 12))
