"""Survey results in a case: they raise questions, name no small unit, and decide nothing whatever they say."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from engine.assessment import Assessment
from engine.case.graph import graph
from engine.case.reader import read_data
from engine.case.schema import schema_of
from engine.errors import BadInputError
from engine.instruments import words as iw
from engine.instruments.questions import survey_questions
from engine.proof.html import html
from engine.proof.markdown import markdown, plain
from engine.proof.record import record
from engine.proof.schema import schema
from engine.proof.text import text
from engine.text import LANGUAGES, Language
from engine.vocabulary.check import problems
from engine.vocabulary.model import Kind, Nature

from .conftest import SMALL, rulebase

Surveyed = Callable[..., Assessment]
UNIT, OFFICE = "Hjemmetjenesten", "Kontoret"
SENTENCES: dict[Language, str] = {
    "nb": "Et resultat fra en spørreundersøkelse reiser et spørsmål og avgjør ingenting.",
    "da": "Et resultat fra en spørgeskemaundersøgelse rejser et spørgsmål og afgør intet.",
    "en": "A survey score raises a question and decides nothing.",
}
LOW = """
surveys:
  - {id: S1, units: [hjemme], dated: 2026-05-01, instrument: pulse-1-5, answered: 6, invited: 6,
     scores: {pulse_load: 4.2, pulse_support: 3, pulse_focus: 2.85}, evidence: [{document: D1}]}
  - {id: S2, units: [hjemme], dated: 2026-05-01, instrument: psychological-safety, answered: 6, total: 12}
"""
FINE = LOW.replace("4.2", "1").replace("2.85", "5").replace("total: 12", "total: 70")


def asked(found: Assessment) -> dict[str, Any]:
    return {question.id: question for question in survey_questions(found.case, found.rulebase.vocabulary)}


def decided(found: Assessment) -> Any:
    """Give everything that an assessment decides, and all it rests on."""
    data = record(found)
    data["case"].pop("hash")
    data.pop("survey_questions")
    return json.dumps(data, ensure_ascii=False)


# --- what decides never sees them ---------------------------------------------------------------------------------------


def test_surveys_change_nothing_that_is_decided(surveyed: Surveyed) -> None:
    without = decided(surveyed(""))
    many = "\nsurveys:\n" + "".join(
        f"  - {{id: Q{n}, units: all, dated: 2026-0{n}-01, instrument: scale-1-10, answered: {n + 2}, scores: {{scale_now: {n}}},"
        f" stated_by: employees, evidence: [{{document: D{n}}}]}}\n"
        for n in range(1, 6)
    )
    for rows in (LOW, FINE, many, "\nsurveys: []\n"):
        assert decided(surveyed(rows)) == without


def test_no_rule_names_a_survey(surveyed: Surveyed) -> None:
    base = rulebase()
    names = {prop.id for prop in base.vocabulary.properties.values() if "Survey" in prop.domain} | {"Survey"}
    assert len(names) > 5
    spoken = repr((base.rules.duties, base.rules.rules, base.rules.remarks))
    assert [name for name in names if f"'{name}'" in spoken] == []
    assert "'applies_to'" in spoken  # the way of looking finds what rules do name


def test_no_sentence_speaks_of_a_survey() -> None:
    vocabulary = rulebase().vocabulary
    assert vocabulary.classes["Survey"].nature is Nature.EVIDENCE
    for prop in vocabulary.properties.values():
        if "Survey" in prop.domain:
            assert prop.kind is Kind.DETAIL and prop.phrase is None and prop.ask is None, prop.id


def test_a_property_that_would_let_rules_speak_of_surveys_is_a_mistake() -> None:
    vocabulary = copy.copy(rulebase().vocabulary)
    dated = vocabulary.properties["dated"]
    vocabulary.properties = {**vocabulary.properties, "dated": replace(dated, domain=(*dated.domain, "Survey"))}
    assert "evidence-decides" in {problem.code for problem in problems(vocabulary)}
    assert "evidence-decides" not in {problem.code for problem in problems(rulebase().vocabulary)}


def test_nothing_that_is_derived_or_checked_knows_a_survey(surveyed: Surveyed) -> None:
    found = surveyed(LOW)
    assert "S1" in found.case.entries
    assert "S1" not in found.facts.classes and "~surveys" not in found.facts.classes
    assert "urn:forsvarlig:case:S1" not in {
        str(part) for triple in graph(found.case, rulebase().vocabulary) for part in triple
    }


def test_a_survey_can_be_neither_answered_for_nor_completed() -> None:
    vocabulary = rulebase().vocabulary
    assert "surveys" not in schema_of(vocabulary).completeness["register"].words
    for more in (
        "\nanswers:\n  - {about: S1, ask: answered, value: yes}\n",
        "\nregisters:\n  - {register: surveys, complete_for: all, as_of: 2026-06-01}\n",
    ):
        head, rest = _head(), more
        with pytest.raises(BadInputError):
            read_data(
                (head + LOW.replace("evidence: [{document: D1}]", "stated_by: hr") + rest).encode(), "case.yaml", vocabulary
            )


# --- bad input ------------------------------------------------------------------------------------------------------------


def _head() -> str:
    return (
        "forsvarlig: case/1\nlanguage: nb\nregimes: [no]\ndate: 2026-06-30\nbasis: interview\n"
        "enterprise: {name: Lillevik, work: employer, place: mainland}\nunits: [{id: hjemme, name: Hjemmetjenesten, employees: 30}]\n"
    )


def _problems(row: str) -> list[tuple[int, str]]:
    with pytest.raises(BadInputError) as caught:
        read_data(f"{_head()}surveys:\n  - {row}\n".encode(), "case.yaml", rulebase().vocabulary)
    assert all(problem.file == "case.yaml" for problem in caught.value.problems)
    return [(problem.line, problem.code) for problem in caught.value.problems]


WHOLE = "id: S1, units: [hjemme], dated: 2026-05-01, "
PULSE = WHOLE + "instrument: pulse-1-5, "


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (PULSE + "answered: 2, scores: {pulse_load: 3}", ["too-few-answers"]),
        (PULSE + "answered: 0, scores: {pulse_load: 3}", ["too-few-answers"]),
        (PULSE + "answered: 9, invited: 8, scores: {pulse_load: 3}", ["more-answers-than-invited"]),
        (PULSE + "answered: 9", ["survey-without-result"]),
        (PULSE + "answered: 9, scores: {}", ["survey-without-result"]),
        (PULSE + "answered: 9, total: 9", ["instrument-without-sum"]),
        (PULSE + "answered: 9, scores: {pulse_load: 5.01}", ["off-the-scale"]),
        (PULSE + "answered: 9, scores: {pulse_load: 0.99, pulse_focus: 0}", ["off-the-scale"] * 2),
        (PULSE + "answered: 9, scores: {support_practical: 3}", ["item-of-other-instrument"]),
        (PULSE + "answered: 9, scores: {pulse_load: 3,4}", ["unknown-key"]),
        (PULSE + 'answered: 9, scores: {pulse_load: "3,4"}', ["not-a-decimal"]),
        (PULSE + "answered: many, scores: {pulse_load: 3}", ["not-a-number"]),
        (PULSE + "answered: 9, limit: 4, scores: {pulse_load: 3}", ["limit-on-two-sides"]),
        (PULSE + "answered: 9, scores: {pulse_load: 3}, note: Kari er sliten", ["no-free-text"]),
        (PULSE + "answered: 9, scores: {pulse_load: 3}, title: puls", ["no-free-text"]),
        (WHOLE + "instrument: psychological-safety, answered: 9, total: 71", ["off-the-scale"]),
        (WHOLE + "instrument: psychological-safety, answered: 9, total: 7, limit: 71", ["off-the-scale"]),
        (WHOLE + "instrument: scale-1-10, answered: 9, limit: 11, scores: {scale_now: 3}", ["off-the-scale"]),
        (WHOLE + "instrument: mood, answered: 9, total: 7", ["wrong-value"]),
        ("id: S1, dated: 2026-07-01, instrument: scale-1-10, answered: 9, scores: {scale_now: 3}", ["date-after-case"]),
        ("id: S1, scores: {scale_now: 3}", ["missing-field"] * 3),
    ],
)
def test_a_result_that_cannot_be_is_refused_with_its_line(row: str, codes: list[str]) -> None:
    found = _problems(f"{{{row}}}")
    assert sorted(code for _, code in found) == codes
    assert {line for line, _ in found} == {9}


def test_the_sum_must_be_that_of_the_points() -> None:
    items = ", ".join(f"{item.id}: 4" for item in rulebase().vocabulary.instruments["psychological-safety"].items)
    row = f"{{{WHOLE}instrument: psychological-safety, answered: 9, scores: {{{items}}}, total: %s}}"
    assert [code for _, code in _problems(row % "28.6")] == ["sum-differs"]
    case, warnings = read_data(f"{_head()}surveys:\n  - {row % '28.4'}\n".encode(), "case.yaml", rulebase().vocabulary)
    assert warnings == [] and "S1" in case.entries


# --- questions ------------------------------------------------------------------------------------------------------------


def test_what_lies_on_the_side_of_strain_raises_a_question(surveyed: Surveyed) -> None:
    found = asked(surveyed(LOW))
    assert set(found) == {"S1/pulse_load", "S1/pulse_focus", "S2/total"}  # support is at the middle
    assert found["S1/pulse_load"].factors == ("emotional_demands", "workload")
    assert found["S2/total"].factors == ("integrity",) and found["S2/total"].reading.neutral == 28
    assert asked(surveyed(FINE)) == {}


def test_the_undertakings_own_limit_takes_the_place_of_the_neutral_point(surveyed: Surveyed) -> None:
    rows = LOW.replace("total: 12", "total: 40, limit: 45") + (
        "  - {id: S3, units: [hjemme], dated: 2026-05-01, instrument: support-four-forms, answered: 6, limit: 7,\n"
        "     scores: {support_practical: 7.1, support_emotional: 6.9}}\n"
    )
    found = asked(surveyed(rows))
    assert {key: question.point for key, question in found.items()} == {
        "S2/total": "own",
        "S3/support_practical": "own",
        "S1/pulse_load": "middle",
        "S1/pulse_focus": "middle",
    }
    assert "under virksomhetens egen grense 45" in text(surveyed(rows), "nb").replace("\n ", "")


def test_only_the_newest_result_for_the_same_units_asks(surveyed: Surveyed) -> None:
    older = LOW + LOW.replace("\nsurveys:\n", "").replace("S1", "S3").replace("S2", "S4").replace("2026-05", "2026-04")
    assert set(asked(surveyed(older))) == set(asked(surveyed(LOW)))
    everyone = LOW + LOW.replace("\nsurveys:\n", "").replace("S1", "S3").replace("S2", "S4").replace("[hjemme]", "all")
    assert {key.split("/")[0] for key in asked(surveyed(everyone))} == {"S1", "S2", "S3", "S4"}


def spoken(found: Assessment, language: Language) -> dict[str, str]:
    """Give what each reader says of the surveys."""
    said = {"text": text(found, language), "md": markdown(found, language), "html": html(found, language)}
    heading = iw.HEADING.in_(language)
    parts = {
        "text": said["text"].partition(heading.upper())[2].partition("\n\n")[0],
        "md": said["md"].partition(f"## {plain(heading)}")[2].partition("\n## ")[0],
        "html": said["html"].partition('<section id="surveys"')[2].partition("</section>")[0],
    }
    return {name: " ".join(part.split()) for name, part in parts.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_has_a_section_of_its_own(surveyed: Surveyed, language: Language) -> None:
    found = surveyed(LOW)
    for name, said in spoken(found, language).items():
        assert SENTENCES[language] in said, name
        assert said.count(UNIT) == 3, name
        factor = rulebase().vocabulary.concepts["workload"].label.in_(language)
        assert factor in said, name
        assert ("4.2" if language == "en" else "4,2") in said, name
        for question in asked(found).values():
            assert question.question.in_(language) in said.replace("&#x27;", "'"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_questions_there_is_no_section(surveyed: Surveyed, language: Language) -> None:
    for rows in ("", FINE):
        assert set(spoken(surveyed(rows), language).values()) == {""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("rows", "change", "named"),
    [
        (LOW, ("", ""), True),
        (LOW, ("    employees: 6", "    employees: 4"), False),
        (LOW, ("    employees: 6", "    employees: dont_know"), False),
        (LOW.replace("answered: 6", "answered: 4"), ("", ""), False),
        (
            LOW.replace("total: 12", "scores: {safety_difference: 1}"),
            ("", ""),
            None,
        ),  # the pulse names it, the other does not
    ],
)
def test_a_unit_below_the_floor_is_not_named(
    surveyed: Surveyed, rows: str, change: tuple[str, str], named: bool | None, language: Language
) -> None:
    found = surveyed(rows, change)
    told = {
        "nb": "med få ansatte eller få svar",
        "da": "med få ansatte eller få svar",
        "en": "with few employees or few answers",
    }[language]
    for said in spoken(found, language).values():
        assert said
        assert (UNIT in said) is (named is not False)
        assert (told in said) is (named is not True)
    for each in record(found)["survey_questions"]:
        hidden = named is False or each["item"] == "safety_difference"
        assert (each["units"], each["unnamed"]) == (([], 1) if hidden else (["hjemme"], 0))


def test_a_sensitive_question_hides_the_unit_in_every_question_of_its_survey(surveyed: Surveyed) -> None:
    rows = LOW.replace("total: 12", "scores: {safety_difference: 1, safety_skills: 1}")
    found = asked(surveyed(rows))
    assert found["S2/safety_skills"].units == found["S2/safety_difference"].units == ()
    assert asked(
        surveyed(
            rows.replace("answered: 6", "answered: 12").replace("invited: 6", "invited: 12"),
            ("employees: 6", "employees: 12"),
        )
    )["S2/safety_difference"].units == ("hjemme",)


def test_the_record_keeps_to_the_schema(surveyed: Surveyed) -> None:
    data = json.loads(json.dumps(record(surveyed(LOW))))
    errors = [error.message for error in Draft202012Validator(schema()).iter_errors(data)]
    assert errors == []
    assert [(q["address"], q["limit_from"], q["side"]) for q in data["survey_questions"]] == [
        ("S2/total", "form", "below"),
        ("S1/pulse_load", "middle", "above"),
        ("S1/pulse_focus", "middle", "below"),
    ]
    assert {"questions": data["questions"]} == {"questions": json.loads(json.dumps(record(surveyed(""))))["questions"]}


def test_the_order_of_the_rows_changes_nothing(surveyed: Surveyed) -> None:
    rows = LOW.strip().splitlines()
    turned = "\n".join(["", rows[0], rows[3], *rows[1:3], ""])
    assert record(surveyed(LOW))["survey_questions"] == record(surveyed(turned))["survey_questions"]


def test_the_example_has_no_survey_of_its_own() -> None:
    assert "surveys:" not in SMALL.read_text(encoding="utf-8")
