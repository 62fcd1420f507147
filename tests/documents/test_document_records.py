"""Records, routines and instructions: what may stand in another paper, and where the law asks for none."""

from typing import Any

import pytest
from complete_case import BASE, Find

RECORDS = {BASE: "base_records.yaml"}
NO_AUTHORITY = {"S2.contents": ["system_responsibility", "system_tasks"]}


def of(found: list[Any], shape: str) -> list[tuple[str, bool]]:
    return [(f.entry, f.certain) for f in found if f.shape == shape]


def test_what_one_paper_lacks_another_may_hold(find: Find) -> None:
    other = {"id": "S9", "title": "fullmaktene", "contents": ["system_authority"], "evidence": [{"document": "DB"}]}
    assert of(find(RECORDS, NO_AUTHORITY), "no/ik-5/organisation") == [("S2", True)]
    assert of(find(RECORDS, NO_AUTHORITY, {"+management_records": other}), "no/ik-5/organisation") == []


def test_what_several_papers_lack_together_is_said_once(find: Find) -> None:
    rest = {"id": "S9", "title": "oppgavene", "contents": ["system_tasks"], "evidence": [{"document": "DH"}]}
    found = find(RECORDS, {"S2.contents": ["system_responsibility"]}, {"+management_records": rest})
    assert [(f.entry, f.values) for f in found] == [("S2", ("system_authority",))]


def test_a_paper_of_another_unit_does_not_help(find: Find) -> None:
    unit = {"id": "b", "name": "Kontoret", "employees": 8}
    other = {"id": "S9", "title": "fullmaktene", "units": ["b"], "contents": ["system_authority"], "evidence": [{"document": "DB"}]}
    found = find(RECORDS, NO_AUTHORITY, {"+units": unit, "+management_records": other})
    assert of(found, "no/ik-5/organisation") == [("S2", True)], "unit b has it all, unit a has not"


def test_another_paper_that_is_not_transcribed_leaves_it_open(find: Find) -> None:
    assert of(find(RECORDS, NO_AUTHORITY, {"DB.transcribed": "partly"}), "no/ik-5/organisation") == [("S2", False)]
    assert of(find(RECORDS, {"S2.contents": ["system_responsibility", "system_tasks", "+"]}), "no/ik-5/organisation") == [("S2", False)]


@pytest.mark.parametrize(("regular", "indicated", "certain"), [
    ("5", None, True), ("4", "yes", True), ("4", None, False), ("4", "dont_know", False), (None, None, False), ("4", "no", None),
])
def test_a_small_undertaking_may_need_no_routine(
    regular: str | None, indicated: str | None, certain: bool | None, find: Find
) -> None:
    size = {"enterprise.employees": {"regular": regular} if regular else None}
    found = find(RECORDS, size, {"enterprise.whistleblowing_routine_indicated": indicated, "V1.contents": ["how_to_report"]})
    said = of(found, "no/aml-2A-6/contents")
    assert said == ([] if certain is None else [("V1", certain)] * 4)


@pytest.mark.parametrize(("changes", "certain"), [
    ({"M1.steps": ["harassment_mapping"], "registers": []}, False),
    ({"M1.steps": ["whistleblowing_routine_step"], "M1.took_place": "no", "registers": []}, True),
    ({"M1.steps": ["whistleblowing_routine_step"], "M1.party": "union_representatives"}, None),
    ({"M1.steps": ["whistleblowing_routine_step"], "M1.party": "safety_representative"}, True),
])
def test_who_made_the_routine(changes: dict[str, Any], certain: bool | None, find: Find) -> None:
    said = of(find(RECORDS, changes), "no/aml-2A-6/participation")
    assert said == ([] if certain is None else [("V1", certain)])


@pytest.mark.parametrize(("danger", "certain"), [("yes", True), (None, False), ("dont_know", False), ("no", None)])
def test_an_instruction_must_be_written_only_at_special_danger(danger: str | None, certain: bool | None, find: Find) -> None:
    found = find(RECORDS, {"a.special_danger": danger, "I1.evidence": None, "I1.written": "no", "I1.topics": ["how_to_work"]})
    expected = [] if certain is None else [("I1", certain)]
    assert of(found, "no/aml-3-2/instruction-written") == expected
    assert all(not sure for _, sure in of(found, "no/aml-3-2/instruction-topics"))
    assert bool(of(found, "no/aml-3-2/instruction-topics")) is (certain is not None)


@pytest.mark.parametrize(("changes", "certain"), [
    ({}, True), ({"enterprise.more_than_ten_at_workplace": None}, False), ({"enterprise.main_undertaking_exists": "yes"}, None),
    ({"enterprise.shares_workplace": "no"}, None), ({"basis": "interview"}, False),
    ({"basis": "interview", "S4.written": "no"}, True), ({"S4.written": "dont_know"}, False), ({"S4.written": "yes"}, None),
])
def test_an_agreement_on_coordination(changes: dict[str, Any], certain: bool | None, find: Find) -> None:
    said = of(find(RECORDS, {"S4.evidence": None}, changes), "no/aml-2-2/agreement-written")
    assert said == ([] if certain is None else [("S4", certain)])


def test_the_duties_of_the_committee_give_questions_only(find: Find) -> None:
    found = [f for f in find(RECORDS, {"A1.contents": ["system_goals"], "A2.dated": None}) if "aml-7-2" in f.shape]
    assert found and {f.severity for f in found} == {"info"}


def test_a_paper_on_harassment_alone_need_not_be_more(find: Find) -> None:
    """It answers to chapter 2A, not to what § 1A-2 wants of an assessment of all factors."""
    assert not [f for f in find(RECORDS) if f.shape.startswith("no/1A-2/assessment")]
    wider = find(RECORDS, {"R1.factors": ["harassment", "workload"]})
    assert [f for f in wider if f.shape == "no/1A-2/assessment-horizon-short"]


@pytest.mark.parametrize(("said", "certain"), [("yes", True), ("dont_know", False), ("no", None), (None, None)])
def test_chapter_2a_is_for_papers_on_harassment(said: str | None, certain: bool | None, find: Find) -> None:
    found = of(find(RECORDS, {"R1.harassment": said, "R1.harassment_separately": None}), "no/2A-2/conditions-singly")
    assert found == ([] if certain is None else [("R1", certain)])


def test_one_lack_of_cooperation_in_three_chapters_is_one_finding(find: Find) -> None:
    every = {"R1.factors": ["harassment", "violence", "workload"], "R1.violence": "yes", "M1.took_place": "no"}
    found = [f for f in find(RECORDS, every) if f.entry == "R1" and f.element == "participation_stated"]
    assert [(f.provision, f.also) for f in found] == [
        ("no/utforelse/1A-2/4/a", ("no/utforelse/2A-2/4", "no/utforelse/3A-2/4"))]


def test_an_incident_after_the_assessment_is_no_lack_of_it(find: Find) -> None:
    silent = {"R1.considers": ["harassment_work_organisation"]}
    assert [f.values for f in find(RECORDS, silent) if f.severity == "violation"] == [("harassment_situations",)]
    assert [f.severity for f in find(RECORDS, silent, {"H1.dated": "2026-03-01"}) if "2A-2" in f.shape] == ["info"]
    improper = find(RECORDS, silent, {"H1.kind": "improper_conduct"})
    assert [f.severity for f in improper if "2A-2" in f.shape] == ["info"]
