"""Reading scenario files: what is wrong with them is said, with its place; a scenario's case is a whole case file."""

import pytest

from engine.errors import BadInputError
from engine.rulebase import RuleBase
from engine.scenarios import read, run

GOOD = """
base: {units: [{id: nord, entails_violence: yes}], training: [{id: O1, topics: [psychosocial_skills]}]}
scenarios:
  no.utforelse.3A-5.1:
    - {name: én, outcome: breach, source: x, complete: [training, risk_assessments]}
    - {name: to, outcome: not_applicable, source: x, case: {units: [{id: nord, entails_violence: no}]}}
    - {name: tre, outcome: unknown, source: x, without: [O1], case: {units: [{id: sor, name: Sør}]}}
"""


def codes(rulebase: RuleBase, text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in read("x_test.yaml", text.encode(), rulebase)[1]]


def test_a_case_is_laid_over_the_base_entry_by_entry(rulebase: RuleBase) -> None:
    (one, two, three), problems = read("x_test.yaml", GOOD.encode(), rulebase)
    assert not problems
    assert "{id: nord, name: \"Avdeling nord\", entails_violence: yes}" in one.case
    assert one.case.count("register:") == 2 and "as_of: 2026-06-30" in one.case
    assert "entails_violence: no" in two.case and "entails_violence: yes" not in two.case
    assert "O1" in two.case and "O1" not in three.case and "{id: sor, name: Sør}" in three.case
    assert [run(scenario, rulebase).actual for scenario in (one, two, three)] == ["breach", "not_applicable", "unknown"]


@pytest.mark.parametrize(("line", "said"), [
    ("  no.utforelse.3A-5.9: []", [(3, "tries-nothing")]),
    ("  no.utforelse.3A-5.1: [{name: a, outcome: brudd, source: x}]", [(3, "no-such-outcome")]),
    ("  no.utforelse.3A-5.1: [{name: a, outcome: breach}]", [(3, "missing-key")]),
    ("  no.utforelse.3A-5.1: [{name: a, outcome: breach, source: x, unit: nord}]", [(3, "unknown-key")]),
    ("  no.utforelse.3A-5.1: [{name: a, outcome: breach, source: x, law_date: 2026-13-01}]", [(3, "not-a-date")]),
    ("  no.utforelse.3A-5.1: [{name: a, outcome: met, source: x}, {name: a, outcome: met, source: x}]", [(3, "same-name")] * 2),
    ("  shared.measures.adopted: [{name: a, outcome: yes, source: x}]", [(3, "missing-key")]),
    ("  no.olm.10-1.m1: [{name: a, outcome: breach, source: x}]", [(3, "no-such-outcome")]),
])
def test_what_is_wrong_with_a_scenario_is_said(rulebase: RuleBase, line: str, said: list[tuple[int, str]]) -> None:
    assert codes(rulebase, f"\nscenarios:\n{line}\n") == said


def test_a_file_of_something_else_is_refused(rulebase: RuleBase) -> None:
    assert codes(rulebase, "units: []") == [(0, "not-scenarios")]


@pytest.mark.parametrize("fields", ["case: {trainings: []}", "at: sorr", "case: {units: [{id: nord, entails_violense: yes}]}"])
def test_a_name_that_is_not_there_is_refused_when_the_scenario_is_run(rulebase: RuleBase, fields: str) -> None:
    text = f"scenarios:\n  no.utforelse.3A-5.1: [{{name: a, outcome: met, source: x, {fields}}}]\n"
    scenarios, problems = read("x_test.yaml", text.encode(), rulebase)
    assert not problems
    with pytest.raises(BadInputError):
        run(scenarios[0], rulebase)
