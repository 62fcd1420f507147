"""Suggestions in an assessment: for duties about plans and measures alone, by the factors that the outcome is about."""

import json
from pathlib import Path

import pytest

import engine.rulebase
from engine.assessment import Assessment, assess
from engine.proof.html import html
from engine.proof.markdown import markdown
from engine.proof.record import record
from engine.proof.report import SUGGESTIONS_SHOWN, Report
from engine.proof.suggestions import Suggestions
from engine.proof.text import text
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language

from .conftest import ROOT

HEADING = {"nb": "Forslag, ikke krav", "da": "Forslag, ikke krav", "en": "Suggestions, not requirements; other solutions are lawful"}


@pytest.fixture(scope="module")
def small(base: RuleBase) -> Assessment:
    return assess(ROOT / "examples" / "small.yaml", base)


def of_duty(found: Assessment, duty: str, outcome: str = "breach"):
    return [each for each in found.outcomes if each.duty.origins.id == duty and each.outcome == outcome]


def test_a_breach_about_a_risk_gets_measures_for_the_factors_of_that_risk(small: Assessment) -> None:
    suggestions = Suggestions(small)
    (breach,) = of_duty(small, "no.aml.3-1.2c")
    assert suggestions.factors(breach) == {"workload"}, "the plan is lacking for the time pressure, not for the threats"
    found = suggestions.of(breach)
    catalogue = small.rulebase.catalogue.by_id
    assert len(found) > 3 and all("workload" in catalogue[each.id].factors for each in found)
    assert (found[0].level, found[0].stage) == ("organisation", "primary")
    assert all(each.source for each in found)


def test_a_suspicion_without_a_risk_goes_by_the_exposures_of_the_unit(small: Assessment) -> None:
    (suspected,) = [each for each in of_duty(small, "no.utforelse.1A-1.1", "investigate") if each.unit == "hjemme"]
    assert Suggestions(small).factors(suspected) == {"workload", "emotional_demands", "support", "violence"}
    assert Suggestions(small).of(suspected)


def test_a_duty_that_names_a_factor_is_about_that_one(small: Assessment) -> None:
    about = [each for each in small.outcomes if each.duty.origins.id == "no.utforelse.3A-3.1"]
    assert about and all(Suggestions(small).factors(each) == {"violence"} for each in about)


def test_a_duty_about_something_else_gets_none(small: Assessment) -> None:
    suggestions = Suggestions(small)
    for duty in ("no.utforelse.3A-6.1", "no.utforelse.1A-2.3-i", "no.utforelse.3A-3.2"):
        for each in of_duty(small, duty):
            assert suggestions.of(each) == ()


def test_the_record_holds_them_with_level_stage_and_source(small: Assessment) -> None:
    measures = record(small)["measures"]
    (found,) = [each for each in measures if each["duty"] == "no.aml.3-1.2c"]
    first = found["suggestions"][0]
    assert set(first) == {"id", "title", "level", "stage", "source"} and set(first["title"]) == set(LANGUAGES)
    breaches = [each for each in small.outcomes if each.outcome == "breach"]
    assert {(each["duty"], each["scope"]) for each in measures} >= {
        (each.duty.origins.id, each.id.split("@", 1)[1]) for each in breaches
    }


def test_the_record_fits_the_schema(small: Assessment) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "engine" / "proof" / "assessment.schema.json").read_text(encoding="utf-8"))
    measures = record(small)["measures"]
    jsonschema.validate(measures, {"type": "array", "items": {"$ref": "#/$defs/measure"}, "$defs": schema["$defs"]})
    assert measures


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reader_prints_a_few_and_says_where_more_are(small: Assessment, language: Language) -> None:
    for printed in (text(small, language), text(small, language, "full"), html(small, language), markdown(small, language)):
        assert HEADING[language] in printed
        assert "001\\_7be927a4bf42dd6e.txt:27" in printed or "001_7be927a4bf42dd6e.txt:27" in printed
        assert "forsvarlig catalogue" in printed


def test_at_most_five_are_printed_under_a_duty(small: Assessment) -> None:
    report = Report(small, "en", proofs=False)
    duties = [duty for outcome in ("breach", "investigate", "unknown", "met") for duty in report.duties(outcome)]
    assert max(len(duty.suggestions) for duty in duties) == SUGGESTIONS_SHOWN
    for duty in duties:
        assert not duty.suggestions or duty.outcome in ("breach", "investigate")
        assert bool(duty.more) <= (len(duty.suggestions) == SUGGESTIONS_SHOWN)
    (breached,) = [duty for duty in duties if duty.id == "no.aml.3-1.2c"]
    left = int(breached.more.split()[0])
    assert left + SUGGESTIONS_SHOWN == len(Suggestions(small).of(of_duty(small, "no.aml.3-1.2c")[0]))
    assert "--factor workload --type measure" in breached.more


def test_the_catalogue_is_not_read_until_a_reader_wants_it(base: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.rulebase, "_lazy", {})
    found = assess(ROOT / "examples" / "small.yaml", base)
    assert engine.rulebase._lazy == {}
    text(found, "en")
    assert [name for _, name in engine.rulebase._lazy] == ["catalogue"]


def test_a_spoilt_cache_of_the_catalogue_is_as_if_there_were_none(
    base: RuleBase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(engine.rulebase, "_lazy", {})
    first = base.catalogue
    (kept,) = (tmp_path / "forsvarlig").glob("*-catalogue.pickle")
    kept.write_bytes(b"half")
    monkeypatch.setattr(engine.rulebase, "_lazy", {})
    assert base.catalogue.contents == first.contents
    assert kept.read_bytes() != b"half", "what was read anew is kept"
