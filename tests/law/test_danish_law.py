"""The Danish law base: what is cited by number and what by topic, and how sure the content is."""

from datetime import date

import pytest

from engine.law.model import LawBase, Provision

ON = date(2026, 6, 30)
INFLUENCES = ("workload", "unclear-demands", "emotional-demands", "offensive-acts", "violence")
TOPICS = {
    "expert-help": ("9", "11", "12"), "supervision": ("9", "11", "12"), "third-duty-9-11-12": ("9", "11", "12"),
    "workload-definition": ("13",), "workload-planning": ("14",), "workload-assessment": ("15",),
    "unclear-demands-definition": ("16",), "unclear-demands-planning": ("17",), "unclear-demands-assessment": ("18",),
    "emotional-demands-definition": ("19",), "emotional-demands-planning": ("20",), "emotional-demands-assessment": ("21",),
    "offensive-acts-definition": ("22",), "offensive-acts-planning": ("23",), "offensive-acts-assessment": ("24",),
    "violence-planning": ("26",), "violence-assessment": ("27",), "lone-work": ("29", "30"), "second-of-29-30": ("29", "30"),
    "violence-outside-hours-planning": ("31",), "violence-outside-hours-assessment": ("32",),
    "violence-outside-hours-guidelines": ("33",), "violence-outside-hours-instruction": ("33",),
    "violence-outside-hours-police-report": ("34",),
    "appeal": ("35", "36", "37"), "entry-into-force": ("35", "36", "37"), "penalty": ("35", "36", "37"),
}


def unit(lawbase: LawBase, path: str, on: date = ON) -> Provision:
    found = lawbase.provision(path, on)
    assert found is not None, path
    return found


def sections(lawbase: LawBase, act: str) -> list[Provision]:
    return [lawbase.versions(path)[-1] for path in lawbase.paths() if path.startswith(f"{act}/") and path.count("/") == 2]


def test_every_section_of_the_order_on_psychosocial_environment_has_a_unit(lawbase: LawBase) -> None:
    found = sections(lawbase, "dk/psyk")
    numbered = {section.section for section in found if section.topic is None}
    assert numbered == {"1", "2", "3", "4", "5", "6", "7", "8", "10", "25", "28", "annex-1"}
    assert {section.section: section.presumed for section in found if section.topic} == TOPICS
    covered = numbered | {number for section in found for number in section.presumed}
    assert {str(number) for number in range(1, 38)} <= covered


def test_a_number_that_was_not_verified_is_data_and_not_in_the_path(lawbase: LawBase) -> None:
    for found in lawbase.by_id.values():
        if found.presumed:
            assert found.number == "unverified" and found.topic is not None, found.id
            assert found.section not in found.presumed


def test_the_order_of_the_law_follows_the_presumed_numbers(lawbase: LawBase) -> None:
    order = [section.section for section in sections(lawbase, "dk/psyk")]
    assert order.index("8") < order.index("supervision") < order.index("10") < order.index("workload-definition")
    assert order.index("offensive-acts-assessment") < order.index("25") < order.index("violence-planning") < order.index("28")
    assert order[-1] == "annex-1"


@pytest.mark.parametrize("path", ["third-duty-9-11-12", "10/nr-5", "28", "second-of-29-30"])
def test_what_was_not_read_is_not_modelled(lawbase: LawBase, path: str) -> None:
    found = unit(lawbase, f"dk/psyk/{path}")
    assert (found.status, found.content) == ("not_modelled", "inferred") and found.because is not None


def test_content_that_was_only_inferred_is_marked_so(lawbase: LawBase) -> None:
    content = {path: unit(lawbase, f"dk/psyk/{path}").content for path in (
        *(f"{influence}-planning" for influence in INFLUENCES), *(f"{influence}-assessment" for influence in INFLUENCES))}
    assert {path for path, how in content.items() if how == "inferred"} == {
        "emotional-demands-planning", "offensive-acts-planning", "violence-planning"}
    assert unit(lawbase, "dk/psyk/violence-outside-hours-assessment").content == "inferred"
    assert unit(lawbase, "dk/psyk/lone-work").content == "read_in_part"
    assert {unit(lawbase, f"dk/psyk/{n}").content for n in (5, 6, 7, 8, 10, 25)} == {"read"}
    assert all(found.content == "inferred" for found in lawbase.by_id.values() if found.sources == ("DKMD",))


@pytest.mark.parametrize("influence", INFLUENCES)
def test_each_assessment_has_the_four_parts_in_their_order(lawbase: LawBase, influence: str) -> None:
    parts = lawbase.children(f"dk/psyk/{influence}-assessment", ON)
    assert [part.path.rpartition("/")[2] for part in parts] == ["extent", "nature", "prevention", "combination"]


def test_annex_1_has_seven_measures_and_nine_principles(lawbase: LawBase) -> None:
    assert [part.nr for part in lawbase.children("dk/psyk/annex-1/A", ON)] == list(range(1, 8))
    assert [part.nr for part in lawbase.children("dk/psyk/annex-1/B", ON)] == list(range(1, 10))
    assert unit(lawbase, "dk/psyk/annex-1/A").status == "example_list"
    assert "before individual" in unit(lawbase, "dk/psyk/annex-1/B/8").paraphrase.en


def test_management_and_feedback_are_an_exception_of_their_own(lawbase: LawBase) -> None:
    found = unit(lawbase, "dk/psyk/offensive-acts-definition/ordinary-management")
    assert found.status == "exception" and "not in itself" in found.paraphrase.en


def test_a_guideline_is_never_a_duty(lawbase: LawBase) -> None:
    found = [each for each in lawbase.by_id.values() if each.act == "dk.vejl"]
    assert len(found) == 14 and {each.status for each in found} == {"guidance"}


@pytest.mark.parametrize(("path", "on", "kind", "why"), [
    ("dk/psyk/5", date(2020, 10, 31), "not_in_force", "not_yet"),
    ("dk/psyk/5", date(2020, 11, 1), "in_force", ""),
    ("dk/psyk/5", date(2026, 11, 23), "not_encoded", "after_known"),
    ("dk/aml/15a/3", date(2025, 9, 14), "not_encoded", "before_known"),
    ("dk/aml/15a/3", date(2025, 9, 15), "in_force", ""),
    ("dk/aml/77a", date(2025, 12, 31), "not_encoded", "before_known"),
    ("dk/syst/2/2/2", date(2024, 1, 31), "not_in_force", "not_yet"),
    ("dk/udf/11/1", date(2025, 12, 31), "not_encoded", "before_known"),
    ("dk/vejl/4-1-1", date(2025, 12, 15), "not_in_force", "repealed"),
    ("dk/others/bek-1504-2015", date(2020, 11, 1), "not_in_force", "repealed"),
])
def test_standing_of_danish_law(lawbase: LawBase, path: str, on: date, kind: str, why: str) -> None:
    standing = lawbase.standing(path, on)
    assert (standing.kind, standing.why) == (kind, why)


def test_an_eli_is_given_only_where_the_dossier_has_its_address(lawbase: LawBase) -> None:
    given = {act.id: (act.eli, act.eli_status) for act in lawbase.acts.values() if act.regime == "dk" and act.eli}
    assert given == {"dk.psyk": ("https://www.retsinformation.dk/eli/lta/2020/1406", "given"),
                     "dk.aml": ("https://www.retsinformation.dk/eli/lta/2025/1108", "given")}


def test_parts_of_danish_paths(lawbase: LawBase) -> None:
    """Below a stk. a number stands alone, right below a section it is written nr-1; a part without a number has its topic."""
    for id_, found in lawbase.by_id.items():
        if not found.act.startswith("dk."):
            continue
        assert id_ == found.id
        last = found.path.split("/")[3:]
        if found.topic is None:
            nr = [f"nr-{found.nr}" if not (found.ledd or found.bokstav) else str(found.nr)] if found.nr else []
            assert last == [*([str(found.ledd)] if found.ledd else []), *([found.bokstav] if found.bokstav else []), *nr]
        else:
            assert found.path.split("/")[2] == found.section and not (found.ledd or found.bokstav or found.nr)


def test_the_words_of_danish_law_come_from_the_danish_slides(lawbase: LawBase) -> None:
    quoted = {each.path: each.quote.file for each in lawbase.by_id.values() if each.quote and each.act.startswith("dk.")}
    assert set(quoted.values()) == {"004_ec8d6e0f5f5276dd.txt"} and len(quoted) == 23
    assert all(path.startswith("dk/psyk/") for path in quoted)
