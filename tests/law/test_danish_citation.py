"""Danish citations: printed for readers of three languages, and found in the spellings people use."""

from typing import get_args

import pytest

from engine.law.citation import Form, cite, find, near
from engine.law.coverage import duty_path
from engine.law.model import LawBase
from engine.text import LANGUAGES, Language

AML, ORDER = "Danish Working Environment Act", "Danish Executive Order on Psychosocial Working Environment"


@pytest.mark.parametrize(("path", "language", "printed"), [
    ("dk/aml/15a/1/1", "nb", "arbejdsmiljøloven § 15 a første ledd nr. 1"),
    ("dk/aml/15a/1/1", "da", "arbejdsmiljøloven § 15 a, stk. 1, nr. 1"),
    ("dk/aml/15a/1/1", "en", f"{AML}, section 15 a, first paragraph, no. 1"),
    ("dk/aml/6b", "da", "arbejdsmiljøloven § 6 b"),
    ("dk/aml/24-26", "nb", "arbejdsmiljøloven §§ 24–26"),
    ("dk/aml/24-26", "en", f"{AML}, sections 24–26"),
    ("dk/aml/17a-17b", "da", "arbejdsmiljøloven §§ 17 a–17 b"),
    ("dk/psyk/10/nr-2", "da", "bekendtgørelse om psykisk arbejdsmiljø § 10, nr. 2"),
    ("dk/psyk/annex-1/A/3", "nb", "bekendtgørelse om psykisk arbejdsmiljø vedlegg 1 liste A nr. 3"),
    ("dk/psyk/annex-1/A/3", "da", "bekendtgørelse om psykisk arbejdsmiljø bilag 1, liste A, nr. 3"),
    ("dk/psyk/annex-1/A/3", "en", f"{ORDER}, Annex 1, list A, no. 3"),
    ("dk/psyk/supervision", "nb",
     "bekendtgørelse om psykisk arbejdsmiljø, effektivt tilsyn med arbeidet (antatt § 9, 11 eller 12)"),
    ("dk/psyk/supervision", "da",
     "bekendtgørelse om psykisk arbejdsmiljø, effektivt tilsyn med arbejdet (formodentlig § 9, 11 eller 12)"),
    ("dk/psyk/supervision", "en", f"{ORDER}, effective supervision of work (presumably section 9, 11 or 12)"),
    ("dk/psyk/25/physical", "da", "bekendtgørelse om psykisk arbejdsmiljø § 25, fysisk vold"),
    ("dk/vejl/4-1-1", "da", "AT-vejledning, 4.1.1"),
])
def test_citation(lawbase: LawBase, path: str, language: Language, printed: str) -> None:
    assert cite(path, language, lawbase=lawbase) == printed


def test_the_full_citation_names_the_consolidation(lawbase: LawBase) -> None:
    assert cite("dk/aml/15a/3", "da", "full", lawbase=lawbase) == "arbejdsmiljøloven (LBK nr. 1108 af 15/09/2025) § 15 a, stk. 3"


@pytest.mark.parametrize(("text", "paths"), [
    ("BEK 1406/2020 § 13", ["dk/psyk/workload-definition"]),
    ("BEK 1406 § 28", ["dk/psyk/28"]),
    ("BEK nr. 1406 af 26/09/2020 § 5", ["dk/psyk/5"]),
    ("bekendtgørelsen om psykisk arbejdsmiljø § 2, stk. 2, nr. 2", ["dk/psyk/2/2/2"]),
    ("BEK 1406 § 9", ["dk/psyk/expert-help", "dk/psyk/supervision", "dk/psyk/third-duty-9-11-12"]),
    ("BEK 1406 § 33", ["dk/psyk/violence-outside-hours-guidelines", "dk/psyk/violence-outside-hours-instruction"]),
    ("BEK 1406 § 13, stk. 2", []),
    ("BEK 1406 § 38", []),
    ("BEK 1406 bilag 1, liste B, nr. 8", ["dk/psyk/annex-1/B/8"]),
    ("arbejdsmiljøloven § 15 a, stk. 3", ["dk/aml/15a/3"]),
    ("arbejdsmiljøloven § 15a stk. 3", ["dk/aml/15a/3"]),
    ("arbejdsmiljølovens § 15 a", ["dk/aml/15a"]),
    ("LBK 1108/2025 § 77, stk. 1", ["dk/aml/77/1"]),
    ("AML § 6 b", ["dk/aml/6b"]),
    ("aml § 15 a", ["dk/aml/15a"]),
    ("aml § 15", ["dk/aml/15"]),
    ("aml § 26", ["dk/aml/24-26"]),
    ("aml § 17 b", ["dk/aml/17a-17b"]),
    ("aml §§ 24-26", ["dk/aml/24-26"]),
    ("aml § 28, stk. 2", ["dk/aml/28/2"]),
    ("dk/aml/15a/1/1", ["dk/aml/15a/1/1"]),
    ("dk.aml.15a.1-1", ["dk/aml/15a/1/1"]),
    ("dk.psyk.supervision", ["dk/psyk/supervision"]),
    ("dk.udf.mental-first-aid.persons", ["dk/udf/mental-first-aid/persons"]),
    ("AT-vejledning 4.1.1", ["dk/vejl/4-1-1"]),
    ("§ 5", ["dk/psyk/5", "dk/aml/5", "no/ik/5"]),
    ("§ 15 a", ["dk/aml/15a"]),
])
def test_find(lawbase: LawBase, text: str, paths: list[str]) -> None:
    assert find(text, lawbase) == paths


@pytest.mark.parametrize("word", ["aml", "AML"])
def test_aml_with_a_hyphen_stays_norwegian(lawbase: LawBase, word: str) -> None:
    assert find(f"{word} § 4-3", lawbase) == ["no/aml/4-3"]
    assert find(f"{word} § 4-3 (5)", lawbase) == ["no/aml/4-3/5"]
    assert find("arbeidsmiljøloven § 15 a", lawbase) == []


def test_a_topic_is_found_in_any_language(lawbase: LawBase) -> None:
    for text in ("effektivt tilsyn med arbeidet", "effektivt tilsyn med arbejdet", "effective supervision of work"):
        assert find(f"BEK 1406 {text}", lawbase) == ["dk/psyk/supervision"]


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_of_danish_law_is_found_again(lawbase: LawBase, language: Language, form: Form) -> None:
    paths = [path for path in lawbase.paths() if path.startswith("dk/")]
    assert len(paths) > 230
    for path in paths:
        printed = cite(path, language, form, lawbase=lawbase)
        assert find(printed, lawbase) == [path], printed


def test_near_matches_know_topics(lawbase: LawBase) -> None:
    assert "dk/psyk/supervision" in near("BEK 1406 effektivt tilsyn", lawbase)
    assert "dk/aml/15a" in near("arbejdsmiljøloven § 15 b", lawbase)


@pytest.mark.parametrize(("duty", "path"), [
    ("dk.aml.15a.1-1", "dk/aml/15a/1/1"),
    ("dk.aml.15a.3-i", "dk/aml/15a/3"),
    ("dk.aml.24-26", "dk/aml/24-26"),
    ("dk.psyk.5", "dk/psyk/5"),
    ("dk.psyk.10.nr-2", "dk/psyk/10/nr-2"),
    ("dk.psyk.supervision", "dk/psyk/supervision"),
    ("dk.psyk.workload-assessment.extent", "dk/psyk/workload-assessment/extent"),
    ("dk.psyk.workload-assessment-ii", "dk/psyk/workload-assessment"),
    ("no.utforelse.1A-2.4a", "no/utforelse/1A-2/4/a"),
])
def test_the_id_of_a_danish_duty_gives_its_path(lawbase: LawBase, duty: str, path: str) -> None:
    assert duty_path(duty) == path and path in lawbase.by_path
