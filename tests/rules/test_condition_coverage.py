"""Which truths each condition was seen with: on invented rules, where every line is known."""

import pytest

from engine.rulebase import RuleBase
from engine.scenarios import Scenario
from engine.scenarios.conditions import parts_of
from engine.scenarios.coverage import Covered, conditions_covered
from engine.scenarios.report import Report
from engine.scenarios.suite import conditions_seen
from tests.rules.small import scenarios_of, small

Seen = dict[tuple[str, str], Covered]


def quiet(_done: int, _total: int) -> None:
    return None


def covered(rulebase: RuleBase, scenarios: list[Scenario]) -> Seen:
    invented = small(rulebase)
    found = conditions_covered(parts_of(invented.rules), conditions_seen(invented, scenarios, 1, quiet))
    return {(each.part, each.path): each for each in found}


@pytest.fixture(scope="module")
def seen(rulebase: RuleBase) -> Seen:
    return covered(rulebase, scenarios_of(small(rulebase)))


@pytest.mark.parametrize(("path", "words"), [
    ("when/1", {"yes"}),  # no scenario has other work
    ("unless/0/0", {"yes", "no"}),
    ("met_when/0", {"yes", "no", "unknown"}),  # given in May, certainly not given, register open
    ("met_when/0/body/2", {"yes", "unknown"}),
    ("met_when/1/test/0", {"no"}),
    ("met_when/1/body/0", set()),  # no scenario comes as far
    ("breach_when/0/0", {"yes", "no", "unknown"}),
    ("breach_when/0/1/branch/0", {"yes", "unknown"}),  # open of an assessment that we were not shown
])
def test_each_truth_that_some_scenario_came_upon_is_noted(seen: Seen, path: str, words: set[str]) -> None:
    assert {truth.word for truth in seen["no.utforelse.3A-5.1", path].seen} == words


def test_a_rule_is_seen_through_the_duty_that_rests_on_it(rulebase: RuleBase, seen: Seen) -> None:
    key = ("no.utforelse.3A-5.besluttet", "when/0")
    assert {truth.word for truth in seen[key].seen} == {"yes", "no", "unknown"}
    alone = [each for each in scenarios_of(small(rulebase)) if each.tries == "no.utforelse.3A-5.besluttet"]
    assert {truth.word for truth in covered(rulebase, alone)[key].seen} == {"yes", "unknown"}


def test_a_line_is_counted_once(seen: Seen) -> None:
    lines = [(each.place.file, each.place.line) for each in seen.values()]
    assert len(lines) == len(set(lines))
    assert ("no.utforelse.3A-5.1", "breach_when/0/0/not") not in seen  # the line with the «ikke:» counts


def test_what_was_never_seen_is_printed_with_its_place(rulebase: RuleBase, seen: Seen) -> None:
    printed = Report("nb").coverage([], list(seen.values()), rulebase.vocabulary)
    assert "    rules/no/utforelse/3A-5.regel:11  aldri nei: U har arbeid med risiko for vold eller trusler" in printed
    assert "    rules/no/utforelse/3A-5.regel:21  aldri prøvd: det finnes en øvelse Ø" in printed
    assert not [line for line in printed if "regel:13 " in line]  # the exception was seen both ways
    both = sum(not each.never for each in seen.values())
    assert printed[-1].startswith(f"{len(seen)} vilkår: {both} sett både ja og nei")


def test_two_processes_see_what_one_sees(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> None:
    few = scenarios[:60]
    assert conditions_seen(rulebase, few, 2, quiet) == conditions_seen(rulebase, few, 1, quiet)
