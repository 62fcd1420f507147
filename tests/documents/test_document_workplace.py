"""The Danish workplace assessment: its papers together, and what the law asks only where there is something to solve."""

from typing import Any

import pytest
from complete_case import BASE, Find, Read

from engine.documents.findings import lacking

DANISH = {BASE: "base_dk.yaml"}
SEVEN = ["problem_nature", "problem_gravity", "problem_extent", "problem_causes", "solved_when", "solved_how", "solved_by_whom"]


def of(found: list[Any], shape: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(f.entry, f.values, f.certain) for f in found if f.shape == f"dk/{shape}"]


def test_each_of_the_seven_items_is_law(find: Find) -> None:
    found = [f for f in find(DANISH, {"P1.describes": [], "T1.status": "planned", "T1.risks": []}) if f.shape == "dk/aml-15a/plan-item"]
    assert [f.values[0] for f in found] == SEVEN
    assert {(f.severity, f.force, f.certain) for f in found} == {("violation", "law", True)}


def test_fields_and_measures_of_the_plan_count(find: Find) -> None:
    named = {"P1.describes": SEVEN[:4], "P1.deadline": "2026-09-01", "P1.responsible": "line_manager"}
    assert of(find(DANISH, named), "aml-15a/plan-item") == []
    measure = {"P1.describes": SEVEN[:4], "T1.responsible": "line_manager"}
    assert of(find(DANISH, measure), "aml-15a/plan-item") == [("P1", ("solved_when",), True)]


def test_another_plan_for_the_same_problem_may_hold_the_rest(find: Find) -> None:
    short = {"P1.describes": SEVEN[:6]}
    other = {"id": "P2", "title": "ansvaret", "units": ["a"], "risks": ["RI1"], "describes": SEVEN, "evaluation": "løbende",
             "evidence": [{"document": "DH"}]}
    assert of(find(DANISH, short), "aml-15a/plan-item") == [("P1", ("solved_by_whom",), True)]
    assert of(find(DANISH, short, {"+plans": other}), "aml-15a/plan-item") == []
    elsewhere = {**other, "risks": ["RI2"]}
    assert of(find(DANISH, short, {"+plans": elsewhere, "RI2.needs_action": "yes"}), "aml-15a/plan-item") == [
        ("P1", ("solved_by_whom",), True)]


@pytest.mark.parametrize(("changes", "wanted"), [
    ({}, True), ({"RI1.solved_at_once": "yes"}, False), ({"RI1.needs_action": "no"}, False), ({"RI1.solved_at_once": "dont_know"}, True),
    ({"P1.risks": None}, True),
])
def test_a_problem_solved_at_once_needs_no_plan(changes: dict[str, Any], wanted: bool, find: Find) -> None:
    found = of(find(DANISH, {"P1.describes": []}, changes), "aml-15a/plan-item")
    assert bool(found) is wanted


@pytest.mark.parametrize(("changes", "expected"), [
    ({"registers": []}, [("K1", ("amo_party",), False)]),
    ({"M1.party": "employees"}, [("K1", ("amo_party",), True)]),
    ({"M1.party": "safety_representative"}, [("K1", ("amo_party",), False)]),
    ({"M1.party": "employees", "enterprise.amo_in_place": "no"}, []),
    ({"enterprise.amo_in_place": "no"}, [("K1", ("employees",), True)]),
    ({"enterprise.amo_in_place": None}, []),
    ({"M1.party": "employees", "enterprise.amo_in_place": None}, []),
    ({"M1.took_place": "no", "enterprise.amo_in_place": None}, [("K1", ("employees",), False)]),
])
def test_the_organisation_or_the_employees_take_part(changes: dict[str, Any], expected: list[Any], find: Find) -> None:
    gone = {} if "M1.party" in changes or "enterprise.amo_in_place" in changes else {"M1.took_place": "no", "M1.steps": ["violence_measures"]}
    assert of(find(DANISH, gone, changes), "aml-15a/mapping-participation") == expected


def test_sickness_absence_may_be_in_another_paper(find: Find) -> None:
    without = {"K1.sources": ["survey"], "K1.sickness_absence_judged": None}
    found = find(DANISH, without)
    assert of(found, "syst-2/absence-included") == [("K1", (), True)] and of(found, "syst-2/absence-judged") == []
    assert of(find(DANISH, without, {"R1.sickness_absence_judged": "yes"}), "syst-2/absence-included") == []
    assert of(find(DANISH, without, {"R1.sickness_absence_judged": "yes"}), "syst-2/absence-judged") == []
    opened = find(DANISH, without, {"K1.sources": ["survey", "+"]})
    assert of(opened, "syst-2/absence-included") == [("K1", (), False)]


def test_the_influences_are_a_question_unless_the_case_shows_them(find: Find) -> None:
    nobody = {"a.factors": None, "RI1.factors": ["recovery"], "K1.factors": ["recovery"], "R1.factors": ["recovery"]}
    found = [f for f in find(DANISH, nobody) if f.shape.startswith("dk/aml-15a/influence")]
    assert [(f.shape, f.severity, len(f.values)) for f in found] == [("dk/aml-15a/influence-listed", "info", 5)]


def test_support_is_a_preventive_measure_in_denmark(find: Find) -> None:
    assert of(find(DANISH, {"a.factors": {"support": "yes"}}), "aml-15a/influence-uncovered") == []
    assert of(find(DANISH, {"a.factors": {"autonomy": "yes"}}), "aml-15a/influence-uncovered") == [("K1", ("autonomy",), True)]


def test_the_plan_is_open_to_three(find: Find) -> None:
    shut = {"a.plan_available_authority": "no", "DH.transcribed": "partly", "a.plan_available_managers": None}
    found = find(DANISH, shut)
    assert of(found, "aml-15a/plan-withheld") == [("P1", ("plan_open_to_authority",), True)], "the case says so, not the paper"
    assert [values for _, values, _ in of(found, "aml-15a/plan-available")] == [("plan_open_to_managers",)]


def test_what_the_authority_weighs_is_never_more_than_a_question(find: Find) -> None:
    bare = {f"RI{n}.weighs": None for n in range(1, 6)} | {"R1.together": None, "R1.existing_measures": None, "R1.horizons": None}
    found = [f for f in find(DANISH, bare) if f.shape.startswith("dk/psyk")]
    assert {f.severity for f in found} == {"info"} and all(f.question for f in found)
    assert [f.values for f in found if f.shape == "dk/psyk-assessment/violence"] == [
        ("weight_extent", "weight_nature", "weight_prevention", "weight_combination")]


def test_the_method_is_free(find: Find) -> None:
    """A workplace assessment in one document, with no dates and no word on horizons, lacks nothing the law wants of its form."""
    plain = {"R1.evidence": [{"document": "DA"}], "K1.dated": None, "R1.dated": None, "DA.dated": None, "R1.horizons": None,
             "R1.mutual": None, "R1.together": None, "P1.dated": None, "R1.mapping": None}
    assert {f.severity for f in find(DANISH, plain)} == {"info"}


def test_danish_findings_feed_no_rule(find: Find, read: Read) -> None:
    poor: dict[str, Any] = {"P1.describes": [], "R1.evidence": None, "K1.sources": [], "K1.sickness_absence_judged": None,
                            "M1.took_place": "no"}
    found = find(DANISH, poor)
    assert {f.shape for f in found if f.is_breach} == {
        "dk/aml-15a/plan-item", "dk/aml-15a/written", "dk/syst-2/absence-included", "dk/aml-15a/mapping-participation",
        "dk/aml-15a/plan-participation"}
    assert lacking(found, read(DANISH, poor)) == {}
