"""What a rule may hear of a finding: only of a document marked as transcribed in full, and only of a violation."""

from typing import Any

import pytest
from complete_case import Find, Read

from engine.documents.findings import is_transcribed, lacking
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

NO_MUTUAL = {"R1.mutual": None}
KEY = ("R1", "factors_mutually")


@pytest.mark.parametrize(("transcribed", "truth"), [
    ("fully", Truth.YES), ("partly", Truth.UNKNOWN), ("not_transcribed", Truth.UNKNOWN), (None, Truth.UNKNOWN),
])
def test_a_finding_feeds_only_from_a_document_in_full(
    transcribed: str | None, truth: Truth, find: Find, read: Read
) -> None:
    changes = {**NO_MUTUAL, "DR.transcribed": transcribed}
    found = find(changes)
    assert [f.severity for f in found] == ["violation"]
    assert lacking(found, read(changes)) == {KEY: truth}
    assert found[0].certain is (truth is Truth.YES) and found[0].is_breach is (truth is Truth.YES)


def test_every_document_behind_the_entry_must_be_in_full(find: Find, read: Read) -> None:
    other = {"id": "DX", "title": "Vedlegget", "kind": "minutes", "transcribed": "partly"}
    both: dict[str, Any] = {"+documents": other, "R1.evidence": [{"document": "DR"}, {"document": "DX"}]}
    found = find(NO_MUTUAL, both)
    assert [(f.document, f.certain) for f in found] == [("DR", False), ("DX", False)]
    assert lacking(found, read(NO_MUTUAL, both)) == {KEY: Truth.UNKNOWN}
    assert not is_transcribed("R1", read(both)) and is_transcribed("R1", read())


def test_the_gate_holds_whatever_a_finding_says_of_itself(find: Find, read: Read) -> None:
    certain = find(NO_MUTUAL)
    assert certain[0].certain
    assert lacking(certain, read({**NO_MUTUAL, "DR.transcribed": "partly"})) == {KEY: Truth.UNKNOWN}


@pytest.mark.parametrize(("changes", "key"), [
    ({"R1.mutual": "dont_know"}, KEY),
    ({"R1.horizons": ["short_term", "+"]}, ("R1", "horizon_long")),
    ({"R1.horizons": "dont_know"}, ("R1", "horizon_long")),
    ({"R1.mutual": "no", "answers": [{"about": "R1", "ask": "mutual", "value": "yes", "stated_by": "hr"}]}, KEY),
    ({"R1.violence": "dont_know", "R1.violence_separately": None}, ("R1", "conditions_singly")),
])
def test_what_the_case_leaves_open_is_unknown(
    changes: dict[str, Any], key: tuple[str, str], find: Find, read: Read
) -> None:
    found = find(changes)
    assert lacking(found, read(changes))[key] is Truth.UNKNOWN
    assert all(not f.certain for f in found if f.severity == "violation" and f.element == key[1])


def test_another_source_may_say_what_the_paper_does_not(find: Find) -> None:
    answer = {"about": "R1", "ask": "mutual", "value": "yes", "stated_by": "hr"}
    assert find({**NO_MUTUAL, "answers": [answer]}) == []


def test_one_factor_is_not_several(find: Find, read: Read, vocabulary: Vocabulary) -> None:
    """With one relevant factor, and perhaps more, the lack is open; with all others ruled out there is none."""
    from engine.documents.exposure import exposures

    one: dict[str, Any] = {**NO_MUTUAL, "R1.factors": ["workload"], "R1.violence": None, "K1.found": ["workload"],
                           "K1.violence": None, "a.factors": {"workload": "yes"}}
    assert lacking(find(one), read(one))[KEY] is Truth.UNKNOWN
    others = {factor: "no" for factor in vocabulary.collections["factors"].members if factor != "workload"}
    alone = {**one, "a.factors": {"workload": "yes", **others}}
    assert exposures(read(alone))[0] == {"a": {"workload"}}
    assert lacking(find(alone), read(alone)) == {}


def test_recommendations_and_notes_feed_nothing(find: Find, read: Read) -> None:
    left_out = ("goal", "what", "affected", "responsible", "deadline", "evaluation", "dated")
    changes = {f"P1.{name}": None for name in left_out}
    found = find(changes, {"DP.dated": None})
    assert {f.severity for f in found} == {"warning", "info"} and len(found) == 7
    assert all(f.element for f in found) and all(f.certain for f in found)
    assert lacking(found, read(changes, {"DP.dated": None})) == {}


def test_an_item_of_a_list_feeds_nothing(find: Find, read: Read) -> None:
    changes = {"R1.considers": [], "R1.factors": ["workload", "violence"]}
    found = find(changes)
    assert any(f.severity == "violation" and f.kind == "not_addressed" for f in found)
    assert lacking(found, read(changes)) == {}


def test_an_entry_that_was_only_stated(find: Find, read: Read) -> None:
    changes = {**NO_MUTUAL, "R1.evidence": None}
    found = find(changes)
    assert {(f.shape, f.document, f.certain) for f in found} == {
        ("no/1A-2/assessment-mutual", None, False), ("no/ik-5/written", None, True)}
    assert lacking(found, read(changes)) == {KEY: Truth.UNKNOWN}
    interview = find(changes, {"basis": "interview"})
    assert all(not f.certain for f in interview)


def test_an_entry_in_two_documents_has_a_finding_for_each(find: Find) -> None:
    evidence = [{"document": "DR"}, {"document": "DK"}, {"document": "DR", "place": "side 9"}]
    found = find(NO_MUTUAL, {"R1.evidence": evidence})
    assert [f.document for f in found] == ["DK", "DR"]


@pytest.mark.parametrize(("changes", "certain"), [
    ({"registers": []}, False),
    ({"registers": [{"register": "participation", "complete_for": "all", "as_of": "2026-06-30"}]}, True),
    ({"registers": [], "M1.took_place": "no", "M1.steps": ["psychosocial_risk_assessment"]}, True),
])
def test_silence_about_participation_is_not_non_participation(
    changes: dict[str, Any], certain: bool, find: Find, read: Read
) -> None:
    absent = {"M1.steps": ["psychosocial_mapping", "psychosocial_measures", "violence_mapping", "violence_measures"]}
    found = [f for f in find(absent, changes) if f.shape == "no/1A-2/assessment-participation"]
    assert [(f.values, f.certain) for f in found] == [(("employees",), certain)]
    truth = lacking(found, read(absent, changes))["R1", "participation_stated"]
    assert truth is (Truth.YES if certain else Truth.UNKNOWN)


def test_representatives_are_expected_only_where_there_are_some(find: Find) -> None:
    gone = {"M2.took_place": "no"}
    assert {f.values for f in find(gone)} == {("representatives",)}
    assert find(gone, {"arrangements": []}) == []
    assert find(gone, {"V1.in_place": "no"}) == []


def test_one_lack_under_two_provisions_is_one_finding(find: Find) -> None:
    found = [f for f in find({"M1.took_place": "no"}) if f.entry == "R1"]
    assert [(f.provision, f.also) for f in found] == [("no/utforelse/1A-2/4/a", ("no/utforelse/3A-2/4",))]


def test_an_assessment_of_violence_alone_need_not_be_more(find: Find) -> None:
    """§ 1A-2 (3) is about all factors of the unit; a paper on violence alone answers to § 3A-2."""
    alone = {"R1.factors": ["violence"], "R1.mutual": None, "R1.together": None, "R1.horizons": None,
             "R1.existing_measures": None}
    assert [f.shape for f in find(alone, {"a.factors": {"violence": "yes"}, "K1.found": ["violence"]})] == []


def test_a_reasoned_no_risk_fulfils_the_section_on_violence(find: Find) -> None:
    calm = {"R1.violence": "yes", "R1.no_violence_risk": "yes",
            "R1.no_violence_risk_because": "ingen kontakt med publikum", "R1.violence_separately": None,
            "R1.violence_together": None, "R1.considers": ["working_time"]}
    assert [f.shape for f in find(calm)] == []
