"""A date that the joins of a scope bind is known in every other section of the duty."""

from dataclasses import replace

import pytest

from engine.assessment import assess_case
from engine.case.reader import read_data
from engine.language.read import read_rules
from engine.rulebase import RuleBase, load

CASE = """
forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {{name: Eksempel, work: employer, place: mainland}}
units: [{{id: nord, name: Avdeling Nord}}]
training: [{{id: O1, units: [nord]{dated}}}]
registers: [{{register: training, complete_for: all, as_of: 2026-06-30, stated_by: employer}}]
"""
RULES = """språk nb

plikt no.utforelse.9-9.1
  hjemmel no/utforelse/1A-2/1
  pliktsubjekt arbeidsgiver
  for hver enhet U
  for hver opplæring O
    som er gitt til U
    og er datert D
  gjelder ikke når
    D er før 2020-01-01
  kreves
    D er høyst 3 år før saksdatoen
  mål «GOAL»
"""


@pytest.fixture(scope="module")
def base() -> RuleBase:
    known = load()
    goal = next(c.label.nb for c in known.vocabulary.concepts.values() if c.id.startswith("goal."))
    rules, problems = read_rules({"rules/no/utforelse/9-9.regel": RULES.replace("GOAL", goal)}, known.vocabulary, None)
    assert problems == []
    return replace(known, hash="sha256:values", rules=rules)


@pytest.mark.parametrize(
    ("dated", "outcome"),
    [(", dated: 2025-01-01", "met"), (", dated: 2021-01-01", "breach"), (", dated: 2019-12-31", "not_applicable"), ("", "unknown")],
)
def test_a_date_of_the_scope_is_compared_elsewhere(base: RuleBase, dated: str, outcome: str) -> None:
    case, _ = read_data(CASE.format(dated=dated).encode(), "case.yaml", base.vocabulary)
    (row,) = [o for o in assess_case(case, base).outcomes if "O1" in o.id]
    assert row.outcome == outcome
