"""Every scenario beside a rule file comes out as the dossier wants."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.assessment import assess_case
from engine.coverage import grounds_without_scenario
from engine.rulebase import RuleBase
from engine.scenarios import Scenario, run


def test_scenario_comes_out_as_the_dossier_wants(scenario: Scenario, ran: Callable[[Scenario], Any]) -> None:
    result = ran(scenario)
    if not result.passed:
        pytest.fail(result.told, pytrace=False)


@pytest.mark.parametrize("start", range(4))
def test_what_is_left_out_of_the_rule_base_changes_nothing(
    start: int, scenarios: tuple[Scenario, ...], rulebase: RuleBase
) -> None:
    """A scenario is run on what its duty can rest on; the whole rule base gives the same, for a sample spread over all files."""
    compared = 0
    for scenario in scenarios[start * 27 :: 108]:
        narrow = run(scenario, rulebase)
        whole = assess_case(narrow.assessment.case, rulebase, scenario.law_date)
        found = {row.id: row.outcome for row in narrow.assessment.outcomes if row.duty.origins.id == scenario.tries}
        assert found == {row.id: row.outcome for row in whole.outcomes if row.duty.origins.id == scenario.tries}
        compared += len(found)
    assert compared


def test_each_ground_of_a_duty_decides_some_scenario_alone(
    rulebase: RuleBase, scenarios: tuple[Scenario, ...], ran: Callable[[Scenario], Any]
) -> None:
    missing = grounds_without_scenario(rulebase.rules, [(s.tries, ran(s).shown) for s in scenarios])
    assert not missing, "\n".join(f"{duty}: {', '.join(paths)}" for duty, paths in missing.items())


def test_a_ground_without_a_scenario_is_found(
    rulebase: RuleBase, scenarios: tuple[Scenario, ...], ran: Callable[[Scenario], Any]
) -> None:
    mine = [s for s in scenarios if s.tries == "no.utforelse.3A-5.1" and not s.name.startswith("opplæring i sikkerhetsutstyret mangler")]
    missing = grounds_without_scenario(rulebase.rules, [(s.tries, ran(s).shown) for s in mine])
    assert missing["no.utforelse.3A-5.1"] == ("breach_when/1",)
