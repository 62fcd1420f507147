"""What is said of all completions is what going through them one by one gives, for the table and for clingo."""

from dataclasses import replace
from functools import cache

import pytest

from engine.ask import ask
from engine.ask.answers import Answer, Form
from engine.ask.asking import Asking
from engine.ask.circuit import CLASSES, Laid, lay_out
from engine.ask.completions import SMALL, Completions, Solver, Table, completions
from engine.inference.openness import leaf_of
from engine.inference.outcome import Outcome
from engine.proof.node import Node, Op
from engine.truth import Truth
from tests.ask.brute import assessed, comes_out, decision, every, matter
from tests.reference import cases

LEAVES = 6  # so many at most, where all completions are gone through one by one
CASES = 50


def small(rows: tuple[Outcome, ...]) -> list[tuple[Outcome, Laid]]:
    laid = [(row, lay_out(row)) for row in rows if row.is_open]
    return [(row, each) for row, each in laid if 0 < each.circuit.leaves <= LEAVES]


@cache
def of_examples() -> tuple[tuple[Outcome, Laid], ...]:
    rows = [*assessed("small").outcomes, *assessed("interview").outcomes, *assessed("service-dk").outcomes]
    return tuple(small(tuple(rows)))


@cache
def of_random_cases() -> tuple[tuple[Outcome, Laid], ...]:
    """Give open outcomes of random cases, each form of proof once."""
    found: dict[object, tuple[Outcome, Laid]] = {}
    for seed in range(CASES):
        case, day = cases.random_case(seed, ("no", "dk"))
        for row, laid in small(cases.assess(case, day).outcomes):
            found.setdefault(laid.circuit, (row, laid))
    return tuple(found.values())


def check(row: Outcome, laid: Laid, found: Completions) -> None:
    came = {comes_out(row, c) for c in every(laid)}
    assert found.possible({}) == tuple(name for name in CLASSES if name in came), row.id
    numbers = range(len(laid.leaves))
    decide = frozenset(n for n in numbers if matter(row, laid, n, decision))
    moves = frozenset(n for n in numbers if matter(row, laid, n, comes_out))
    assert found.matters({}).decide == decide, row.id
    assert found.matters({}).only_raise == moves - decide, row.id
    for n in numbers:
        for holds in (True, False):
            came = {comes_out(row, c) for c in every(laid, {n: holds})}
            assert found.possible({n: holds}) == tuple(name for name in CLASSES if name in came), (row.id, n, holds)


def test_the_table_says_what_every_completion_says() -> None:
    assert len(of_examples()) > 200
    for row, laid in of_examples():
        check(row, laid, Table(laid.circuit))


def test_the_table_says_so_on_random_cases() -> None:
    assert len(of_random_cases()) > 100
    for row, laid in of_random_cases():
        check(row, laid, Table(laid.circuit))


def test_clingo_says_what_every_completion_says() -> None:
    once = {laid.circuit: (row, laid) for row, laid in (*of_examples(), *of_random_cases())}
    assert len(once) > 150
    for row, laid in once.values():
        solver = Solver(laid.circuit)
        check(row, laid, solver)
        possible = solver.possible({})
        assert solver.certain({}) == (possible if len(possible) == 1 else ()), row.id


def test_clingo_and_the_table_agree_on_up_to_twelve_leaves() -> None:
    circuits = {lay_out(o).circuit for o in assessed("fjordbyen").outcomes if o.is_open}
    middling = sorted((c for c in circuits if LEAVES < c.leaves <= SMALL), key=str)[:25]
    assert len(middling) == 25
    for circuit in middling:
        table, solver = Table(circuit), Solver(circuit)
        assert table.possible({}) == solver.possible({})
        assert table.matters({}) == solver.matters({})
        for leaf in range(circuit.leaves):
            assert table.possible({leaf: True}) == solver.possible({leaf: True})
        assert table.matters({0: False}) == solver.matters({0: False})


def test_large_proofs_get_clingo() -> None:
    circuits = [lay_out(o).circuit for o in assessed("fjordbyen").outcomes if o.is_open]
    large = next(circuit for circuit in circuits if circuit.leaves > 40)
    assert isinstance(completions(large), Solver)
    assert completions(large).possible({})


# --- irrelevance, and the same either way ---------------------------------------------------------------------------------


def open_statement(name: str) -> Node:
    return Node("question", Op.LEAF, Truth.UNKNOWN, statement=(name, "kontor", None))


def reworked(**parts: Node) -> Outcome:
    """Give an open outcome of an example with other proofs in it."""
    fixed = Node("all", Op.ALL, Truth.YES), Node("all", Op.ANY, Truth.NO)
    row = next(o for o in assessed("small").outcomes if o.outcome == "unknown" and o.unit == "kontor")
    nodes = {"applies": fixed[0], "breach": fixed[1], "met": fixed[0], "suspicion": fixed[1], **parts}
    return replace(row, **nodes)  # type: ignore[arg-type]


def asked_of(row: Outcome) -> Asking:
    return ask(assessed("small"), [row])


def test_the_same_either_way_is_found_where_three_values_see_nothing() -> None:
    """Met with the statement and met without it: nobody needs to ask."""
    lone = open_statement("lone_work")
    without = Node("not", Op.NOT, Truth.UNKNOWN, premises=[lone])
    row = reworked(met=Node("all", Op.ANY, Truth.UNKNOWN, premises=[lone, without]))
    asking = asked_of(row)
    assert [(o.id, name) for o, name in asking.same] == [(row.id, "met")]
    assert not asking.questions
    assert asking.needless == ("kontor/lone_work",)


def test_what_cannot_matter_is_not_asked_and_what_can_is() -> None:
    """Of (x and y) or (x and not y), only x matters."""
    x, y = open_statement("lone_work"), open_statement("works_with_people")
    not_y = Node("not", Op.NOT, Truth.UNKNOWN, premises=[y])
    both = [Node("all", Op.ALL, Truth.UNKNOWN, premises=[x, other]) for other in (y, not_y)]
    row = reworked(applies=Node("all", Op.ANY, Truth.UNKNOWN, premises=both))
    asking = asked_of(row)
    assert [ranked.address for ranked in asking.questions] == ["kontor/lone_work"]
    assert asking.needless == ("kontor/works_with_people",)


def test_what_only_raises_a_suspicion_is_said_to() -> None:
    asking = asked_of(reworked(suspicion=open_statement("lone_work")))
    (effect,) = asking.questions[0].effects
    assert effect.only_raises
    assert asking.questions[0].decides == 0


def test_a_value_decides_alone_where_nothing_else_is_asked() -> None:
    """The hours are not known; what they are compared with nobody is asked about."""
    key = ("safety_representative_training_hours", "enterprise", None)
    hours = Node("question", Op.LEAF, Truth.UNKNOWN, statement=key)
    enough = Node("comparison", Op.LEAF, Truth.UNKNOWN, "a.rule:met/1", {"V": "enterprise"})
    both = [hours, enough]
    row = reworked(
        met=Node("all", Op.ALL, Truth.UNKNOWN, premises=both),
        breach=Node("all", Op.ALL, Truth.UNKNOWN, premises=[hours, Node("not", Op.NOT, Truth.UNKNOWN, premises=[enough])]),
    )
    (ranked,) = asked_of(row).questions
    assert ranked.asked.form is Form.FIELD
    assert ranked.effects[0].alone
    assert ranked.effects[0].answers[Answer.VALUE] == ("breach", "met")
    lone = open_statement("lone_work")
    (ranked,) = (r for r in asked_of(replace(row, applies=lone)).questions if r.asked.form is Form.FIELD)
    assert not ranked.effects[0].alone


@pytest.mark.parametrize("example", ["small", "interview", "municipality-dk"])
def test_every_open_question_is_asked_or_proven_needless(example: str) -> None:
    """By exhaustive completion: no leaf of a needless question moves any outcome, and each question has one that does."""
    assessment = assessed(example)
    asking = ask(assessment)
    rows = {o.id: lay_out(o) for o in assessment.outcomes if o.is_open and o.duty.bearer == "employer"}
    moving: set[str] = set()
    for row in assessment.outcomes:
        laid = rows.get(row.id)
        if laid is None or laid.circuit.leaves > LEAVES:
            continue
        for number, leaf in enumerate(laid.leaves):
            address = "/".join(part for part in leaf[1:] if part)
            if leaf[0] == "statement" and "~" not in address and matter(row, laid, number, comes_out):
                moving.add(address)
    asked = {ranked.address for ranked in asking.questions}
    assert len(moving) > 10
    assert moving <= asked
    assert not (asked | moving) & set(asking.needless)


def test_a_leaf_has_the_name_that_the_engine_gives_it() -> None:
    for row, laid in of_examples():
        for leaf, node in zip(laid.leaves, laid.nodes, strict=True):
            assert leaf_of(node) == leaf or leaf[2] == "established", row.id
