"""An example list never becomes a minimum list; what the case shows to be present is another matter."""

from itertools import combinations
from typing import Any

import pytest
from complete_case import Find, Read

from engine.documents.findings import lacking
from engine.documents.listed import shared_factor
from engine.vocabulary.model import Vocabulary

IN_THE_ACT = ("unclear_demands", "emotional_demands", "workload", "support")  # aml § 4-3 (2)
LISTED = (*IN_THE_ACT, "contact", "harassment", "violence", "autonomy")  # § 1A-1 (2)
NOBODY_EXPOSED = {"a.factors": None, "K1.found": ["recovery"], "RI1.factors": ["recovery"], "K1.violence": None,
                  "R1.violence": None, "P1.considers": None, "a.lone_work": "no", "a.uses_safety_equipment": "no"}


def test_the_examples_are_those_of_the_law(vocabulary: Vocabulary) -> None:
    members = vocabulary.collections["factors_1A_1"].members
    assert tuple(shared_factor(member, vocabulary) for member in members) == LISTED
    assert vocabulary.collections["factors_1A_1"].force == "example"


@pytest.mark.parametrize("left_out", [*combinations(LISTED, 1), IN_THE_ACT, LISTED[4:], LISTED])
@pytest.mark.parametrize("mapping", ["K1", None])
def test_leaving_out_examples_is_never_more_than_a_question(
    left_out: tuple[str, ...], mapping: str | None, find: Find, read: Read
) -> None:
    kept = [factor for factor in LISTED if factor not in left_out] + ["recovery", "underload"]
    changes = {**NOBODY_EXPOSED, "K1.factors": kept, "R1.factors": kept, "R1.mapping": mapping}
    found = find(changes)
    assert [finding.shape for finding in found if finding.severity != "info"] == []
    asked = [finding for finding in found if finding.shape.endswith("factor-listed")]
    assert {finding.entry for finding in asked} == ({"K1"} if mapping else {"K1", "R1"})
    for finding in asked:
        assert finding.values == tuple(factor for factor in LISTED if factor in left_out)
        assert finding.question and finding.force == "guidance" and finding.kind == "not_addressed"
    assert lacking(found, read(changes)) == {}


def test_an_unlisted_factor_that_is_present_is_wanted(find: Find) -> None:
    """The list is no minimum list, and no complete list either."""
    found = find({"a.factors": {"recovery": "yes"}})
    assert {(f.entry, f.shape, f.severity, f.values) for f in found} == {
        ("K1", "no/1A-2/mapping-factor-present", "violation", ("recovery",)),
        ("R1", "no/1A-2/assessment-factor-present", "violation", ("recovery",)),
    }


@pytest.mark.parametrize("answer", ["no", "dont_know"])
def test_only_what_is_present_for_certain_is_wanted(answer: str, find: Find) -> None:
    assert not [f for f in find({"a.factors": {"recovery": answer}}) if f.severity != "info"]


def test_a_dispute_about_a_factor_makes_no_violation(find: Find) -> None:
    disputed = {"a.factors": {"recovery": "yes"},
                "answers": [{"about": "a", "ask": "factors", "of": "recovery", "value": "no",
                             "stated_by": "safety_representative"}]}
    assert [f.severity for f in find(disputed)] == []


def test_a_factor_that_is_ruled_out_is_not_asked_about(find: Find) -> None:
    kept = [factor for factor in LISTED if factor not in ("support", "contact")]
    shape = "no/1A-2/mapping-factor-listed"
    asked = [f.values for f in find({"K1.factors": kept}) if f.shape == shape]
    assert asked == [("support", "contact")]
    ruled_out = {"support": "no", "workload": "yes", "emotional_demands": "yes", "violence": "yes"}
    asked = [f.values for f in find({"K1.factors": kept, "a.factors": ruled_out}) if f.shape == shape]
    assert asked == [("contact",)]


def test_a_factor_in_another_paper_for_the_same_unit_is_addressed(find: Find) -> None:
    other = {"id": "R2", "title": "den andre", "units": ["a"], "dated": "2026-02-12", "factors": ["emotional_demands"],
             "mapping": "K1", "evidence": [{"document": "DR"}]}
    without = {"R1.factors": ["workload", "violence"]}

    def wanted(*changes: dict[str, object]) -> list[tuple[str, ...]]:
        found = find(without, *changes)
        return [f.values for f in found if f.shape == "no/1A-2/assessment-factor-present" and f.entry == "R1"]

    assert wanted() == [("emotional_demands",)]
    assert wanted({"+risk_assessments": other}) == []
    elsewhere = {"+units": {"id": "b", "name": "Boligen"}, "+risk_assessments": {**other, "units": ["b"]}}
    assert wanted(elsewhere) == [("emotional_demands",)]


def test_a_broader_factor_takes_in_the_narrower(find: Find) -> None:
    present = {"a.factors": {"sexual_harassment": "yes"}}
    assert [f.entry for f in find(present) if f.shape.endswith("factor-present")] == ["R1"]  # K1 maps harassment


def test_an_item_is_wanted_only_where_the_case_shows_it(find: Find) -> None:
    silent: dict[str, Any] = {"R1.considers": [], "R1.not_relevant": [], "P1.considers": []}
    found = find(silent)
    wanted = {(f.entry, f.values) for f in found if f.severity == "violation"}
    assert wanted == {("R1", ("lone_working",)), ("P1", ("equipment_maintenance",)), ("P1", ("staffing_lone_work",))}
    listed = {f.entry: f.values for f in found if f.shape.endswith("item-listed")}
    assert listed["R1"] == (
        "work_organisation", "premises_design", "where_when_situations", "working_time", "staffing", "competence")
    assert listed["P1"] == ("organising_measure", "workplace_design", "summoning_help")
    calm = find(silent, {"a.lone_work": "no", "a.uses_safety_equipment": "dont_know"})
    assert not [f for f in calm if f.severity == "violation"]
    assert next(f for f in calm if f.shape == "no/3A-2/item-listed").values[4:6] == ("lone_working", "staffing")


def test_reasoned_away_is_addressed(find: Find) -> None:
    kept = ["work_organisation", "premises_design", "where_when_situations", "working_time", "staffing"]
    silent: dict[str, Any] = {"R1.considers": kept}
    reasoned = {"R1.not_relevant": ["lone_working", "competence", "existing_measures_effect"]}
    assert {f.values for f in find(silent)} == {("lone_working",), ("competence",)}
    assert find(silent, reasoned) == []


def test_a_change_before_the_paper_shows_an_item(find: Find) -> None:
    kept = ["work_organisation", "where_when_situations", "working_time", "lone_working", "competence"]
    silent: dict[str, Any] = {"R1.considers": kept}
    changed = {"+changes": {"id": "C1", "units": ["a"], "dated": "2026-02-01", "kind": "new_premises"}}
    later = {"+changes": {"id": "C1", "units": ["a"], "dated": "2026-02-12", "kind": "new_premises"}}
    assert [f.values for f in find(silent, changed) if f.severity == "violation"] == [("premises_design",)]
    assert [f.values for f in find(silent, later) if f.severity == "violation"] == []


def test_a_question_is_not_asked_about_what_a_violation_is_about(find: Find) -> None:
    found = find({"R1.considers": [], "R1.not_relevant": []})
    grave = {value for f in found if f.severity == "violation" for value in f.values}
    asked = {value for f in found if f.entry == "R1" and f.severity == "info" for value in f.values}
    assert grave and asked and not grave & asked


def test_another_paper_must_address_a_factor_wherever_it_is_present(find: Find) -> None:
    exposed = {"emotional_demands": "yes", "workload": "yes"}
    both = {"+units": {"id": "b", "name": "Boligen", "factors": exposed}, "R1.units": ["a", "b"], "R1.factors": ["workload", "violence"]}
    other = {"id": "R2", "title": "den andre", "units": ["b"], "dated": "2026-02-12", "factors": ["emotional_demands"],
             "mapping": "K1", "evidence": [{"document": "DR"}]}
    found = find(both, {"+risk_assessments": other})
    assert [f.values for f in found if f.shape == "no/1A-2/assessment-factor-present" and f.entry == "R1"] == [("emotional_demands",)]
