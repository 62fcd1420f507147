"""Which mutants the scenarios notice: on invented rules, and in full on a sample of ours, whose survivors are all listed with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import BadInputError
from engine.rulebase import RuleBase
from engine.scenarios import Scenario, run
from engine.scenarios.mutants import Mutant, mutants, mutated
from engine.scenarios.mutation import Laboratory, Verdict
from engine.scenarios.suite import verdicts
from engine.scenarios.survivors import FILE, listed, problems_of
from tests.rules.small import SCENARIOS, scenarios_of, small

SAMPLE = ("rules/no/utforelse/3A-5.regel", "rules/shared/measures.regel", "rules/dk/aml/21.regel")


def quiet(_done: int, _total: int) -> None:
    return None


@pytest.fixture(scope="module")
def invented(rulebase: RuleBase) -> RuleBase:
    return small(rulebase)


def killers(rulebase: RuleBase, scenarios: list[Scenario]) -> dict[str, str | None]:
    """Give the scenario that kills each mutant, by the mutant without what tells its content."""
    found = verdicts(rulebase, scenarios, mutants(rulebase.rules, rulebase.vocabulary), 1, quiet)
    return {verdict.mutant.rsplit(" ", 1)[0]: verdict.killer for verdict in found}


def test_a_scenario_kills_what_changes_its_outcome(invented: RuleBase) -> None:
    found = killers(invented, scenarios_of(invented))
    assert found["no.utforelse.3A-5.1 unless/0 exception"] == "no.utforelse.3A-5.1: arbeid alene"
    assert found["no.utforelse.3A-5.1 breach_when/0/0 negation"] is not None
    assert found["no.utforelse.3A-5.1 when/1 drop"] is None  # no scenario has other work


def test_a_scenario_that_is_added_kills_what_survived(invented: RuleBase) -> None:
    more = SCENARIOS.replace(
        "  no.utforelse.3A-5.besluttet:",
        "    - {name: arbeid uten risiko, outcome: not_applicable, source: x, at: nord/R1, case: {units: [{id: nord, entails_violence: no}]}}\n"
        "  no.utforelse.3A-5.besluttet:",
    )
    found = killers(invented, scenarios_of(invented, more))
    assert found["no.utforelse.3A-5.1 when/1 drop"] == "no.utforelse.3A-5.1: arbeid uten risiko"


def test_a_rule_is_tried_by_the_scenarios_of_what_rests_on_it(invented: RuleBase) -> None:
    mine = scenarios_of(invented)
    assert killers(invented, mine)["no.utforelse.3A-5.besluttet when/0 drop"] == "no.utforelse.3A-5.2: foreslått tiltak"
    others = [each for each in mine if each.tries != "no.utforelse.3A-5.2"]
    assert killers(invented, others)["no.utforelse.3A-5.besluttet when/0 drop"] is None


def test_the_scenarios_of_the_part_come_first_then_those_of_what_rests_on_it(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    rule = next(rule for rule in rulebase.rules.rules if rule.origins.id == "shared.measures.adopted")
    tried = [scenario.tries for scenario in Laboratory(rulebase, scenarios).scenarios_on(rule)]
    own = tried.count("shared.measures.adopted")
    assert own and set(tried[:own]) == {"shared.measures.adopted"}
    assert {"no.aml.4-1.1", "dk.psyk.6"} <= set(tried[own:])


def test_mutants_beside_their_duty_come_out_as_they_do_in_its_place(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    """They are run together under names of their own; one by one, each in the place of the duty, they come out the same."""
    duty = "no.utforelse.3A-5.1"
    few = [mutant for mutant in mutants(rulebase.rules, rulebase.vocabulary) if mutant.part.origins.id == duty]
    mine = [scenario for scenario in scenarios if scenario.tries == duty]
    laboratory = Laboratory(rulebase, mine)
    together = {verdict.mutant: verdict.killer for verdict in laboratory.verdicts(few)}
    for mutant in few[::5]:
        changed = replace(rulebase, rules=mutated(rulebase.rules, mutant), hash=mutant.id)
        killed = next((each.id for each in mine if not run(each, changed).passed), None)
        assert together[mutant.id] == killed, mutant.id


def test_two_processes_find_what_one_finds(invented: RuleBase) -> None:
    every, mine = mutants(invented.rules, invented.vocabulary), scenarios_of(invented)
    assert verdicts(invented, mine, every, 2, quiet) == verdicts(invented, mine, every, 1, quiet)


# --- our own rule base --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def every(rulebase: RuleBase) -> tuple[Mutant, ...]:
    return mutants(rulebase.rules, rulebase.vocabulary)


@pytest.fixture(scope="module")
def sample(every: tuple[Mutant, ...], rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> list[Verdict]:
    few = [mutant for mutant in every if mutant.place.file in SAMPLE]
    assert {mutant.place.file for mutant in few} == set(SAMPLE)
    return verdicts(rulebase, scenarios, few, 2, quiet)


def test_every_change_of_the_sample_is_noticed_or_listed_with_a_reason(sample: list[Verdict], rulebase: RuleBase) -> None:
    """The whole rule base takes minutes: the command does it, and docs/scenarios.md says what it found."""
    alive = {verdict.mutant for verdict in sample if verdict.killer is None}
    assert len(sample) > 50 and alive <= listed(rulebase.folder).keys()


def test_at_most_five_of_a_hundred_changes_are_listed(every: tuple[Mutant, ...], rulebase: RuleBase) -> None:
    assert 0 < len(listed(rulebase.folder)) <= 0.05 * len(every)


def test_the_list_of_survivors_names_mutants_that_exist_and_none_that_is_killed(
    rulebase: RuleBase, every: tuple[Mutant, ...], sample: list[Verdict]
) -> None:
    problems = problems_of(listed(rulebase.folder), every, sample)
    assert not problems, "\n".join(problem.render("nb") for problem in problems)


# --- the list -----------------------------------------------------------------------------------------------------------------


def codes(folder: Path, text: str) -> list[tuple[int, str]]:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        listed(folder)
    return [(problem.line, problem.code) for problem in caught.value.problems]


def test_a_rule_base_without_a_list_has_no_survivors_listed(tmp_path: Path) -> None:
    assert listed(tmp_path) == {}


def test_what_is_wrong_with_the_list_is_said_with_its_line(tmp_path: Path) -> None:
    assert codes(tmp_path, "mutants: []\n") == [(0, "missing-key")]
    assert codes(tmp_path, "survivors:\n  - mutants: [a]\n") == [(2, "missing-key")]
    assert codes(tmp_path, "survivors:\n  - because: x\n    mutants:\n      - a\n      - a\n") == [(5, "listed-twice")]


def test_a_listed_mutant_that_is_killed_or_gone_is_a_mistake(tmp_path: Path, invented: RuleBase) -> None:
    every = mutants(invented.rules, invented.vocabulary)
    found = verdicts(invented, scenarios_of(invented), every, 1, quiet)
    killed, alive = (next(v.mutant for v in found if (v.killer is None) is survives) for survives in (False, True))
    (tmp_path / "rules").mkdir()
    lines = "".join(f"      - {name}\n" for name in (alive, killed, "no.utforelse.3A-5.1 when/7 drop 000000"))
    (tmp_path / FILE).write_text(f"survivors:\n  - because: x\n    mutants:\n{lines}", encoding="utf-8")
    problems = problems_of(listed(tmp_path), every, found)
    assert [(problem.line, problem.code) for problem in problems] == [(5, "is-killed"), (6, "no-such-mutant")]
