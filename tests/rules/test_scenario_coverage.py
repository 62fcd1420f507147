"""Every duty has a scenario for each outcome it can have; what it cannot have is proved from its structure."""

from dataclasses import replace

import pytest

from engine.coverage import coverage, declaration_problems, lines
from engine.language.syntax import CannotBe, Duty, RuleSet
from engine.rulebase import RuleBase
from engine.scenarios import Scenario


def duty_of(rules: RuleSet, id_: str) -> Duty:
    return next(duty for duty in rules.duties if duty.origins.id == id_)


def changed(rules: RuleSet, id_: str, **fields: object) -> RuleSet:
    """Give the rules with one duty changed: a seeded fault."""
    return replace(rules, duties=tuple(replace(d, **fields) if d.origins.id == id_ else d for d in rules.duties))


def codes(rules: RuleSet) -> list[str]:
    return [problem.code for problem in declaration_problems(rules)]


# --- scenarios ----------------------------------------------------------------------------------------------------------------


def test_each_possible_outcome_of_a_duty_has_a_scenario(
    duty_id: str, rulebase: RuleBase, scenarios: tuple[Scenario, ...]
) -> None:
    covered = next(each for each in coverage(rulebase.rules, scenarios) if each.duty.origins.id == duty_id)
    assert not covered.missing, f"{duty_id}: no scenario for {', '.join(covered.missing)}"
    assert not covered.at_odds, f"{duty_id}: a scenario expects what is declared impossible: {', '.join(covered.at_odds)}"


def test_each_rule_remark_and_outlook_has_a_scenario(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    tried = {scenario.tries for scenario in scenarios}
    parts = (*rulebase.rules.rules, *rulebase.rules.remarks, *rulebase.rules.outlooks)
    assert not [part.origins.id for part in parts if part.origins.id not in tried]


def test_scenarios_stand_beside_the_rules_they_try(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    parts = (*rulebase.rules.duties, *rulebase.rules.rules, *rulebase.rules.remarks, *rulebase.rules.outlooks)
    beside = {part.origins.id: part.origins.place.file.removesuffix(".regel") + "_test.yaml" for part in parts}
    assert not [scenario.id for scenario in scenarios if scenario.file != beside[scenario.tries]]


def test_a_duty_without_a_scenario_for_an_outcome_is_found(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    fewer = [s for s in scenarios if not (s.tries == "no.utforelse.3A-5.1" and s.expected == "breach")]
    missing = {each.duty.origins.id: each.missing for each in coverage(rulebase.rules, fewer) if each.missing}
    assert missing == {"no.utforelse.3A-5.1": ("breach",)}


def test_the_coverage_prints_each_declaration_with_reason_and_source(
    rulebase: RuleBase, scenarios: tuple[Scenario, ...]
) -> None:
    printed = "\n".join(lines(coverage(rulebase.rules, scenarios), rulebase.vocabulary, "nb"))
    assert "    kan ikke bli brudd: loven krever bare at dette søkes oppnådd (core-duties.md)" in printed
    for duty in rulebase.rules.duties:
        assert f"{duty.origins.id}: " in printed


# --- declarations -------------------------------------------------------------------------------------------------------------


def test_every_declaration_is_proved_and_none_is_missing(rulebase: RuleBase) -> None:
    problems = declaration_problems(rulebase.rules)
    assert not problems, "\n".join(problem.render("nb") for problem in problems)


def test_every_declaration_has_reason_and_source(rulebase: RuleBase) -> None:
    for duty in rulebase.rules.duties:
        for cannot in duty.cannot_be:
            assert cannot.because in rulebase.vocabulary.concepts and cannot.source


@pytest.mark.parametrize(("duty", "outcome"), [
    ("no.utforelse.1A-1.1", "breach"), ("no.utforelse.1A-1.1", "met"), ("no.utforelse.1A-1.1", "investigate"),
    ("no.utforelse.1A-1.1", "unknown"), ("no.utforelse.1A-4.1", "breach"), ("no.utforelse.1A-4.1", "met"),
    ("no.utforelse.1A-3.2", "not_applicable"), ("no.aml.3-2.3", "not_applicable"), ("no.utforelse.3A-6.1", "not_applicable"),
])
def test_a_declaration_that_the_structure_does_not_prove_is_found(rulebase: RuleBase, duty: str, outcome: str) -> None:
    rules, old = rulebase.rules, duty_of(rulebase.rules, duty)
    said = CannotBe(outcome, "reason.always_applies", "core-duties.md", old.origins.place)
    assert codes(changed(rules, duty, cannot_be=(*old.cannot_be, said))) == ["not-proved"]


@pytest.mark.parametrize("duty", ["no.aml.4-3.4", "no.utforelse.1A-2.4b", "no.utforelse.1A-5.1"])
def test_an_impossible_outcome_that_is_not_declared_is_found(rulebase: RuleBase, duty: str) -> None:
    declared = len(duty_of(rulebase.rules, duty).cannot_be)
    assert codes(changed(rulebase.rules, duty, cannot_be=())) == ["not-declared"] * declared


@pytest.mark.parametrize(("duty", "fields"), [
    ("no.aml.4-3.4", {"breach_when": "no.aml.4-3.3"}),  # never breach: a ground of breach makes it possible
    ("no.aml.4-3.3", {"suspicion_when": "no.aml.4-3.5"}),  # nothing to investigate: a suspicion makes it possible
    ("no.aml.3-1.2c", {"when": "no.aml.3-2.3"}), ("no.aml.3-1.2c", {"unless": "no.aml.3-2.3"}),  # always: conditions, exceptions,
    ("no.utforelse.3A-2.1", {"scope": "no.utforelse.3A-6.1"}),  # and a scope over incidents make it possible not to apply
    ("no.utforelse.1A-5.1", {"met_when": "no.utforelse.1A-2.4b"}),
])
def test_a_change_of_the_rule_takes_the_proof_away(rulebase: RuleBase, duty: str, fields: dict[str, str]) -> None:
    rules = rulebase.rules
    taken = {name: getattr(duty_of(rules, other), name) for name, other in fields.items()}
    assert all(taken.values())
    assert codes(changed(rules, duty, **taken)) == ["not-proved"]


def test_a_declaration_said_twice_is_found(rulebase: RuleBase) -> None:
    once = duty_of(rulebase.rules, "no.aml.4-3.4").cannot_be
    assert codes(changed(rulebase.rules, "no.aml.4-3.4", cannot_be=(*once, once[0]))) == ["declared-twice"]


def test_a_problem_says_where_and_what_to_write(rulebase: RuleBase) -> None:
    problem = declaration_problems(changed(rulebase.rules, "no.aml.4-3.4", cannot_be=()))[0]
    assert problem.file == "rules/no/aml/4-3.regel" and problem.line and problem.source == "plikt no.aml.4-3.4"
    shown = problem.render("nb")
    assert "Plikten no.aml.4-3.4 kan ikke bli «" in shown and "Skriv: kan ikke bli " in shown
