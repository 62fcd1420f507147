"""What would decide an open outcome, against all completions of small cases: each thing listed can matter, and none that matters is missing."""

import itertools
import random
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from engine.assessment import Assessment
from engine.case.facts import Facts, is_stand_in
from engine.inference import openness
from engine.inference.outcome import Outcome
from engine.proof.node import Node, Op
from engine.proof.record import record
from engine.truth import Truth, all_of, any_of, at_least
from tests.reference.cases import assess, closed, random_case
from tests.reference.duties import PARTS, Completion, completions, rules
from tests.reference.small import Address, narrowed, rows_of

CASES, STEP = 4, 45
DAY = date(2026, 6, 30)


def outcome(row: Outcome, parts: frozenset[tuple[str, ...]], suspecting: bool = True) -> str:
    """Choose the outcome of a row where everything is known; without a look at suspicion, if it is not to count."""
    scope = tuple(row.env[each.var.name] for each in row.duty.scope)
    applies, breach, met, suspicion = ((row.duty.origins.id, part, *scope) in parts for part in PARTS)
    if not applies:
        return "not_applicable"
    return "breach" if breach else "investigate" if suspicion and suspecting else "met" if met else "unknown"


def open_statements(facts: Facts) -> list[Address]:
    return sorted(
        (prop, subject, obj or "") for prop, pairs in facts.known.items() for (subject, obj), truth in pairs.items()
        if truth is Truth.UNKNOWN and not is_stand_in(subject) and not is_stand_in(obj or "")
    )


def small_cases(registers: int, statements: int) -> Iterator[tuple[int, list[Outcome], list[Address], set[Completion]]]:
    """Give small cases: their open rows, what is open, and every completion."""
    for seed in range(0, CASES * STEP, STEP):
        assessment, first, about, found = gone_through(seed, registers, statements)
        rows = rows_of(narrowed(assessment.case, random.Random(seed), registers, statements, first), assessment)
        yield seed, [row for row in rows if row.is_open and row.env and not row.validity.inferred], about, found


@cache
def gone_through(seed: int, registers: int, statements: int) -> tuple[Assessment, frozenset[Address], list[Address], set[Completion]]:
    """Make a case small and go through its completions; the law is that of a day for which all of it was read."""
    assessment = assess(random_case(seed)[0], DAY)
    first = asked(assessment)
    facts = narrowed(assessment.case, random.Random(seed), registers, statements, first)
    about = open_statements(facts)
    about += [("", entity, "") for entity in facts.classes if is_stand_in(entity)]
    made = rules(assessment.rulebase, assessment.law_date, assessment.case.date, False, assessment.case.regimes)
    return assessment, first, about, completions(made, facts, about)


def asked(assessment: Assessment) -> frozenset[Address]:
    """Give the statements that stand open in the proof of some open row of a case."""
    whole = assess(closed(assessment.case), assessment.law_date)
    leaves = [leaf for row in whole.outcomes if row.is_open for leaf in leaves_of(row)]
    return frozenset(address(leaf) for leaf in leaves if leaf[0] == "statement")


def leaves_of(row: Outcome) -> dict[openness.Leaf, Node]:
    found: dict[openness.Leaf, Node] = {}
    for part in PARTS:
        openness.leaves(getattr(row, part), found)
    return found


def address(leaf: openness.Leaf) -> Address:
    assert leaf[0] == "statement", leaf
    return leaf[2], leaf[1], leaf[3]


def mattering(row: Outcome, about: list[Address], found: set[Completion]) -> tuple[set[Address], set[Address]]:
    """Go through all completions: whose flipping changes the outcome, and whose changes one without regard to suspicion."""
    by_statements = dict(found)
    matters, decides = set(), set()
    for held, parts in by_statements.items():
        for one in about:
            other = by_statements[held ^ {one}]
            if outcome(row, parts) != outcome(row, other):
                matters.add(one)
            if outcome(row, parts, False) != outcome(row, other, False):
                decides.add(one)
    return matters, decides


def check_statements(rows: list[Outcome], about: list[Address], found: set[Completion]) -> int:
    """Compare what the openness of each row says with all completions, where only statements are open."""
    assert len(found) == 2 ** len(about)
    count = 0
    for row in rows:
        matters, decides = mattering(row, about, found)
        listed = {address(leaf) for leaf in row.openness.decided_by}
        raising = {address(leaf) for leaf in row.openness.would_raise}
        assert listed | raising == matters, row.id
        assert listed == decides & matters, row.id
        reached = {outcome(row, parts) for _, parts in found}
        never = {each.outcome for each in row.duty.cannot_be}
        assert reached & never == set(), row.id
        assert set(row.openness.could_be) == reached - {row.outcome, "unknown"}, row.id
        assert row.openness.settled == (reached.pop() if len(reached) == 1 and "unknown" not in reached else None), row.id
        count += bool(matters)
    return count


def test_every_statement_listed_can_matter_and_none_is_missing() -> None:
    assert sum(check_statements(rows, about, found) for _, rows, about, found in small_cases(0, 6)) >= 8


def check_registers(rows: list[Outcome], about: list[Address], found: set[Completion]) -> int:
    count = 0
    stand_ins = {subject for prop, subject, _ in about if not prop}
    for row in (row for row in rows if not any(is_stand_in(entity) for entity in row.env.values())):
        reached = {outcome(row, parts) for _, parts in found}
        alone = {outcome(row, parts) for held, parts in found if not held}
        assert len(alone) == 1
        listed = {part for leaf in (*row.openness.decided_by, *row.openness.would_raise) for part in leaf if part in stand_ins}
        if len(reached) > 1:
            assert listed, (row.id, reached)
        if listed:
            assert len(reached) > 1, (row.id, listed)
        assert reached - {row.outcome, "unknown"} <= set(row.openness.could_be), row.id
        if row.openness.settled:
            assert reached == {row.openness.settled}, row.id
        count += bool(listed)
    return count


def test_a_register_is_listed_where_a_further_entry_can_matter() -> None:
    assert sum(check_registers(rows, about, found) for _, rows, about, found in small_cases(1, 0)) >= 1


@pytest.mark.parametrize("seed", range(0, 40, 2))
def test_the_list_is_never_empty(seed: int) -> None:
    """Whatever is unknown or to be looked into has something that would decide it, and what is decided has nothing."""
    for row in record(assess(*random_case(seed)))["outcomes"]:
        assert bool(row["decided_by"]) == (row["outcome"] in ("unknown", "investigate")), row["id"]


# --- the table itself, on random proofs -----------------------------------------------------------------------------------


def random_proof(rng: random.Random, leaves: list[Node], depth: int) -> Node:
    """Make a proof over some open leaves, with its truth by Kleene's rules."""
    if depth == 0 or rng.random() < 0.2:
        settled = Node("fact", Op.LEAF, rng.choice((Truth.YES, Truth.NO)))
        return rng.choice([*leaves, *leaves, *leaves, settled])
    op = rng.choice((Op.ALL, Op.ALL, Op.ANY, Op.ANY, Op.NOT, Op.AT_LEAST))
    parts = [random_proof(rng, leaves, depth - 1) for _ in range(1 if op is Op.NOT else rng.randint(1, 3))]
    minimum = rng.randint(1, 3) if op is Op.AT_LEAST else 1
    truths = [part.truth for part in parts]
    truth = {
        Op.ALL: all_of(truths), Op.ANY: any_of(truths), Op.NOT: ~truths[0], Op.AT_LEAST: at_least(minimum, truths),
    }[op]
    return Node(op.value, op, truth, premises=parts, minimum=minimum)


def holds(node: Node, known: frozenset[str]) -> bool:
    if not node.premises:
        return node.statement[1] in known if node.statement else node.truth is Truth.YES
    found = [holds(premise, known) for premise in node.premises]
    return {Op.ALL: all(found), Op.ANY: any(found), Op.NOT: not found[0], Op.AT_LEAST: sum(found) >= node.minimum}[node.op]


def decided(applies: bool, breach: bool, met: bool, suspicion: bool) -> str:
    if not applies:
        return "not_applicable"
    return "breach" if breach else "investigate" if suspicion else "met" if met else "unknown"


def check_proofs(rng: random.Random) -> tuple[int, int]:
    """Compare the table of random proofs with going through all completions; count what can't matter, and what only raises a suspicion."""
    names = [f"x{i}" for i in range(rng.randint(1, 5))]
    leaves = [Node("question", Op.LEAF, Truth.UNKNOWN, statement=("p", name, None)) for name in names]
    parts = [random_proof(rng, leaves, rng.randint(0, 3)) for _ in range(4)]
    seen = {leaf[1] for part in parts for leaf in openness.leaves(part)}
    found = openness.analyse(openness.Parts(*parts), "unknown")
    table = {
        frozenset(held): [holds(part, frozenset(held)) for part in parts]
        for size in range(len(names) + 1) for held in itertools.combinations(names, size)
    }
    matters = {n for n in names for held in table if decided(*table[held]) != decided(*table[held ^ {n}])}
    decides = {
        n for n in names for held in table if decided(*table[held][:3], False) != decided(*table[held ^ {n}][:3], False)
    }
    assert {leaf[1] for leaf in (*found.decided_by, *found.would_raise)} == matters
    assert {leaf[1] for leaf in found.decided_by} == decides & matters
    reached = {decided(*row) for row in table.values()}
    assert set(found.could_be) == reached - {"unknown"}
    assert found.settled == (reached.pop() if len(reached) == 1 and "unknown" not in reached else None)
    return len(seen - matters), len(found.would_raise)


def check_all_proofs() -> tuple[int, int]:
    counts = [check_proofs(random.Random(seed)) for seed in range(400)]
    return sum(one for one, _ in counts), sum(other for _, other in counts)


def test_the_table_agrees_with_going_through_every_completion() -> None:
    idle, raising = check_all_proofs()
    assert idle > 100 and raising > 30  # so the proofs do have leaves that cannot matter, and leaves that only raise a suspicion


FAULTS = {
    "the first leaf is left out": lambda bits, index, size: index > 0 and openness._column(index, size) & bits != 0,
    "every leaf is listed": lambda _bits, _index, _size: True,
    "no leaf is listed": lambda _bits, _index, _size: False,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openness, "_moved", FAULTS[fault])
    with pytest.raises(AssertionError):
        check_all_proofs()


def test_a_fault_is_found_in_cases_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openness, "_moved", FAULTS["no leaf is listed"])
    with pytest.raises(AssertionError):
        for _, rows, about, found in small_cases(0, 6):
            check_statements(rows, about, found)


def test_with_many_leaves_nothing_that_matters_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit of the exact table the proof's structure is read off: it may list more, never less."""
    monkeypatch.setattr(openness, "EXACT", 0)
    for _, rows, about, found in small_cases(0, 6):
        for row in rows:
            matters, decides = mattering(row, about, found)
            listed = {address(leaf) for leaf in row.openness.decided_by}
            raising = {address(leaf) for leaf in row.openness.would_raise}
            assert matters <= listed | raising, row.id
            assert decides & matters <= listed, row.id
            reached = {outcome(row, parts) for _, parts in found} - {row.outcome, "unknown"}
            assert reached <= set(row.openness.could_be), row.id
            assert row.openness.settled is None or not leaves_of(row)
