"""The mutants of a rule base: what is changed, what is left alone, and what a mutant is called."""

import re
from collections.abc import Callable

import pytest

from engine.language.syntax import Duty, Exists, Not
from engine.rulebase import RuleBase
from engine.scenarios.mutants import Mutant, mutants, mutated
from tests.rules.small import IN_DANISH, RULES, small

Find = Callable[[str], Mutant]


@pytest.fixture(scope="module")
def made(rulebase: RuleBase) -> tuple[Mutant, ...]:
    invented = small(rulebase)
    return mutants(invented.rules, invented.vocabulary)


@pytest.fixture(scope="module")
def find(made: tuple[Mutant, ...]) -> Find:
    def found(named: str) -> Mutant:
        return next(mutant for mutant in made if mutant.id.rsplit(" ", 1)[0] == named)

    return found


def test_each_kind_of_change_is_made_where_it_can_be(made: tuple[Mutant, ...]) -> None:
    assert {mutant.kind for mutant in made} == {"drop", "negation", "reverse", "edge", "direction", "exception"}


def test_a_condition_that_is_dropped_is_gone_and_nothing_else(find: Find, rulebase: RuleBase) -> None:
    duty = find("no.utforelse.3A-5.1 when/1 drop").part
    before = small(rulebase).rules.duties[0]
    assert isinstance(duty, Duty) and duty.when == before.when[:1]
    assert (duty.met_when, duty.breach_when, duty.scope) == (before.met_when, before.breach_when, before.scope)


def test_a_condition_within_others_is_dropped(find: Find) -> None:
    duty = find("no.utforelse.3A-5.1 met_when/0/body/0 drop").part
    assert isinstance(duty, Duty) and isinstance(duty.met_when[0], Exists)
    assert len(duty.met_when[0].body) == 3


def test_the_line_that_names_a_date_is_left_alone(made: tuple[Mutant, ...]) -> None:
    assert "og er datert D" in RULES and not [mutant for mutant in made if mutant.line == "og er datert D"]


def test_a_condition_that_repeats_what_joins_the_scope_is_left_alone(made: tuple[Mutant, ...]) -> None:
    assert "    R gjelder U\n" in RULES and not [mutant for mutant in made if mutant.line == "R gjelder U"]


def test_an_exception_is_taken_out_once(made: tuple[Mutant, ...]) -> None:
    assert [mutant.id.rsplit(" ", 1)[0] for mutant in made if "unless" in mutant.id] == ["no.utforelse.3A-5.1 unless/0 exception"]
    assert next(mutant for mutant in made if mutant.kind == "exception").part.unless == ()  # type: ignore[union-attr]


def test_a_negation_is_taken_away(find: Find, rulebase: RuleBase) -> None:
    duty = find("no.utforelse.3A-5.1 breach_when/0/0 negation").part
    before = small(rulebase).rules.duties[0].breach_when[0][0]
    assert isinstance(duty, Duty) and isinstance(before, Not) and duty.breach_when[0][0] == before.body


@pytest.mark.parametrize(("path", "kind", "changed"), [
    ("met_when/0/body/2", "reverse", ("le", None)), ("met_when/0/body/2", "edge", ("gt", None)),
    ("met_when/0/body/3", "reverse", ("ge", "before")), ("met_when/0/body/3", "edge", ("lt", "before")),
    ("met_when/0/body/3", "direction", ("le", "after")),
])
def test_a_comparison_is_turned_round(find: Find, path: str, kind: str, changed: tuple[str, str | None]) -> None:
    duty = find(f"no.utforelse.3A-5.1 {path} {kind}").part
    compared = duty.met_when[0].body[int(path[-1])]  # type: ignore[union-attr]
    assert (compared.op, compared.direction) == changed  # type: ignore[union-attr]


def test_later_than_is_a_comparison_too(find: Find) -> None:
    later = find("no.utforelse.3A-5.1 met_when/1/body/0/body/1 reverse").part.met_when[1].body[0].body[1]  # type: ignore[union-attr]
    assert (later.subject.name, later.object.name) == ("R", "Ø")  # type: ignore[union-attr]


def test_what_an_if_is_about_is_asked_always_when_its_test_is_dropped(find: Find, rulebase: RuleBase) -> None:
    before = small(rulebase).rules.duties[0].met_when[1]
    duty = find("no.utforelse.3A-5.1 met_when/1/test/0 drop").part
    assert duty.met_when[1].body == before.body  # type: ignore[union-attr]


def test_a_choice_asks_for_no_more_than_is_left(find: Find) -> None:
    left = find("no.utforelse.3A-5.1 breach_when/0/1/branch/0 drop").part.breach_when[0][1]  # type: ignore[union-attr]
    assert (left.n, len(left.branches)) == (1, 1)  # type: ignore[union-attr]


def test_a_mutant_takes_the_place_of_its_part_alone(find: Find, rulebase: RuleBase) -> None:
    rules, mutant = small(rulebase).rules, find("no.utforelse.3A-5.besluttet when/0 drop")
    changed = mutated(rules, mutant)
    assert changed.rules == (mutant.part,) and changed.duties == rules.duties


def test_a_mutant_has_the_same_name_in_another_language_and_layout(rulebase: RuleBase, made: tuple[Mutant, ...]) -> None:
    danish = small(rulebase, IN_DANISH)
    names = [mutant.id for mutant in mutants(danish.rules, danish.vocabulary)]
    assert names == [mutant.id for mutant in made if ".3A-5.1 " in mutant.id]


def test_a_mutant_of_a_sentence_that_was_changed_has_another_name(rulebase: RuleBase, find: Find) -> None:
    old = find("no.utforelse.3A-5.1 met_when/0/body/2 edge")
    later = small(rulebase, RULES.replace("2026-01-31", "2026-02-28"))
    names = {mutant.id for mutant in mutants(later.rules, later.vocabulary)}
    assert old.id not in names and any(name.startswith("no.utforelse.3A-5.1 met_when/0/body/2 edge") for name in names)


def test_every_mutant_of_the_rule_base_has_a_name_and_a_line_of_its_own(rulebase: RuleBase) -> None:
    every = mutants(rulebase.rules, rulebase.vocabulary)
    assert len({mutant.id for mutant in every}) == len(every) > 5000
    assert all(mutant.line and re.fullmatch(r"\S+ [\w/]+ [a-z]+ [0-9a-f]{6}", mutant.id) for mutant in every)


def test_versions_of_a_duty_for_different_times_are_told_apart(rulebase: RuleBase) -> None:
    later = RULES.replace("språk nb\n", "", 1).replace("  hjemmel no/utforelse/3A-5/1\n", "  hjemmel no/utforelse/3A-5/1\n  gyldig fra 2027-01-01\n")
    earlier = RULES.replace("  hjemmel no/utforelse/3A-5/1\n", "  hjemmel no/utforelse/3A-5/1\n  gyldig fra 2026-01-01 til 2027-01-01\n")
    both = small(rulebase, earlier.split("regel no.")[0] + later.split("regel no.")[0])
    names = [mutant.id.split()[0] for mutant in mutants(both.rules, both.vocabulary)]
    assert set(names) == {"no.utforelse.3A-5.1@2026-01-01", "no.utforelse.3A-5.1@2027-01-01"}
