"""Which work and places a duty reaches: as far as the scope of its act was read, and not a step further."""

from dataclasses import replace

import pytest

from engine.assessment import Assessment, assess_case
from engine.case.reader import read_data
from engine.language.read import read_rules
from engine.law.model import LawBase
from engine.rulebase import RuleBase, load
from engine.truth import Truth

CASE = """
forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {{name: Eksempel, work: employer, place: mainland}}
units:
  - {{id: nord, name: Avdeling Nord, lone_work: no, {more}}}
"""
RULES = """
språk nb

plikt no.{act}.1-1.1
  hjemmel no/utforelse/1A-2/1
  pliktsubjekt arbeidsgiver
  for hver enhet U
  gjelder ikke når
    U utfører «militær tjeneste»
  kreves
    U har alenearbeid
  mål «kartlegging av de psykososiale faktorene»
"""
GOAL = "kartlegging av de psykososiale faktorene"
SITUATIONS = [("work: employer", "place: mainland"), ("work: employer", "place: home"), ("work: employer", "place: offshore"),
              ("work: self_employed", "place: mainland"), ("work: military", "place: mainland")]


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load()


def ruled(base: RuleBase, act: str, **scope: tuple[str, ...]) -> RuleBase:
    """Give the rule base with one duty, of an act that was read for this and that."""
    goal = next(c.label.nb for c in base.vocabulary.concepts.values() if c.id.startswith("goal."))
    text = RULES.format(act=act).replace(GOAL, goal).lstrip()
    rules, problems = read_rules({f"rules/no/{act}/1-1.regel": text}, base.vocabulary, None)
    assert problems == []
    acts = dict(base.law.acts)
    acts[f"no.{act}"] = replace(acts[f"no.{act}"], **scope)  # type: ignore[arg-type]
    law: LawBase = replace(base.law, acts=acts)
    return replace(base, hash=f"sha256:{act} {scope}", law=law, rules=rules)


def run(base: RuleBase, *situation: str) -> Assessment:
    case, _ = read_data(CASE.format(more=", ".join(situation)).encode(), "case.yaml", base.vocabulary)
    return assess_case(case, base)


@pytest.mark.parametrize(("situation", "outcome"), list(zip(SITUATIONS, ("breach", "unknown", "unknown", "unknown", "not_applicable"), strict=True)))
def test_an_act_reaches_what_it_was_read_for(base: RuleBase, situation: tuple[str, ...], outcome: str) -> None:
    assert [o.outcome for o in run(ruled(base, "aml", read_for=("employer@mainland",)), *situation).outcomes] == [outcome]


@pytest.mark.parametrize(("situation", "outcome"), list(zip(SITUATIONS, ("not_applicable", "breach", "unknown", "breach", "not_applicable"), strict=True)))
def test_each_act_has_its_own_reach(base: RuleBase, situation: tuple[str, ...], outcome: str) -> None:
    wide = ruled(base, "aml", read_for=("employer@home", "self_employed@mainland", "military@mainland"), not_for=("employer@mainland",))
    assert [o.outcome for o in run(wide, *situation).outcomes] == [outcome]


def test_the_reason_names_the_act(base: RuleBase) -> None:
    from engine.proof.reasons import Reasons

    row = run(ruled(base, "aml", read_for=(), not_for=("employer@mainland",)), *SITUATIONS[0])
    assert Reasons(row, "nb").of(row.outcomes[0]) == "Avdeling Nord ligger ikke innenfor virkeområdet til arbeidsmiljøloven."


def test_the_acts_of_the_rule_base_reach_what_the_dossiers_say(base: RuleBase) -> None:
    acts = base.law.acts
    assert set(acts["no.aml"].read_for) == {"employer@mainland", "employer@home"}
    assert acts["no.utforelse"].read_for == ("employer@mainland",)
    assert (acts["no.hjem"].read_for, acts["no.hjem"].not_for) == (("employer@home",), ("employer@mainland",))
    kinds = ("employer", "household", "family", "military", "self_employed")
    assert set(acts["dk.psyk"].read_for) == {*(f"{kind}@mainland" for kind in kinds), "employer@home"}
    assert acts["dk.aml"].read_for == ("employer@mainland",)


def test_the_kind_of_work_is_the_units_own_or_that_of_the_whole(base: RuleBase) -> None:
    facts = run(ruled(base, "aml"), "work: volunteer").facts
    assert facts.truth("has_work_kind", "nord", "volunteer") is Truth.YES
    assert facts.truth("has_work_kind", "nord", "work_for_employer") is Truth.NO
    assert facts.truth("has_work_kind", "enterprise", "volunteer") is Truth.YES  # the undertaking is where its units are
    assert facts.truth("has_work_kind", "enterprise", "work_for_employer") is Truth.NO
