"""What a scenario shows that fails: what was expected, what came out, the reason of the report, what is open and what stands in the way."""

import re

import pytest

from engine.proof.reasons import Reasons
from engine.rulebase import RuleBase
from engine.scenarios import run
from engine.scenarios.failure import Failure, failure
from engine.scenarios.report import Report
from engine.text import LANGUAGES, Language
from tests.rules.small import SCENARIOS, scenarios_of, small

WRONG = (
    SCENARIOS
    .replace("name: opplæring i mai, outcome: met", "name: opplæring i mai, outcome: breach")
    .replace("name: ingen opplæring, outcome: breach", "name: ingen opplæring, outcome: met")
    .replace("name: arbeid alene, outcome: not_applicable", "name: arbeid alene, outcome: met")
    .replace("name: besluttet, statement: T1/decided, outcome: yes", "name: besluttet, statement: T1/decided, outcome: no")
    + "    - {name: opplæring uten dato, outcome: met, source: oppdiktet, at: nord/T1, case: {measures: [{id: T1, units: [nord]}]}}\n"
)


def told(rulebase: RuleBase, name: str, language: Language = "nb") -> Failure:
    invented = small(rulebase)
    return failure(next(each for each in scenarios_of(invented, WRONG) if each.name == name), invented, language)


def test_it_says_where_the_scenario_stands_what_it_wants_and_what_came_out(rulebase: RuleBase) -> None:
    found = told(rulebase, "opplæring i mai")
    assert (found.file, found.tries, found.source) == ("rules/no/utforelse/3A-5_test.yaml", "no.utforelse.3A-5.1", "oppdiktet")
    assert SCENARIOS.splitlines()[found.line - 1].strip().startswith("- {name: opplæring i mai")
    assert (found.expected, found.actual) == ("Brudd", "Oppfylt")


def test_the_reason_is_that_of_the_report(rulebase: RuleBase) -> None:
    invented = small(rulebase)
    result = run(next(each for each in scenarios_of(invented) if each.name == "ingen opplæring"), invented)
    assert result.outcome is not None
    reason = Reasons(result.assessment, "nb").of(result.outcome)
    assert "Det finnes ingen opplæring som er gitt til Avdeling nord (registeret er komplett" in reason
    assert told(rulebase, "ingen opplæring").reason == (reason,)


def test_the_questions_that_would_have_to_be_answered_otherwise_are_named_with_the_lines_that_answer_them(rulebase: RuleBase) -> None:
    breach, met = told(rulebase, "ingen opplæring").differs
    assert (breach.question, breach.wanted, breach.found) == ("Er noe brutt?", "nei", "ja")
    assert (met.question, met.wanted, met.found) == ("Er kravene oppfylt?", "ja", "nei")
    (ground,) = breach.grounds
    assert (ground.line, ground.found) == (26, "ja") and [step[0] for step in ground.steps if step[0] != " "] == ["-", "+"]
    (missing,) = met.grounds
    assert (missing.line, missing.found) == (15, "nei") and missing.steps[0].startswith("- Det finnes ingen opplæring")


def test_an_exception_that_keeps_a_duty_away_is_shown(rulebase: RuleBase) -> None:
    (applies, *_) = told(rulebase, "arbeid alene").differs
    assert (applies.question, applies.found) == ("Gjelder plikten?", "nei")
    assert [step for ground in applies.grounds for step in ground.steps] == ["+ Avdeling nord har alenearbeid (opplyst av arbeidsgiveren)."]


def test_what_is_open_is_asked(rulebase: RuleBase) -> None:
    found = told(rulebase, "opplæring uten dato")
    assert found.actual == "Uavklart" and found.open == ("Har tiltaket T1 statusen besluttet?",)


def test_a_rule_shows_the_steps_to_its_statement(rulebase: RuleBase) -> None:
    found = told(rulebase, "besluttet")
    assert (found.expected, found.actual) == ("Nei", "Ja")
    assert found.reason == (
        "+ Tiltaket T1 er besluttet.", "  + Tiltaket T1 har statusen besluttet (opplyst av arbeidsgiveren).",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_in_three_languages(rulebase: RuleBase, language: Language) -> None:
    lines = Report(language).failure(told(rulebase, "ingen opplæring", language))
    heads = {
        "nb": ["skal bli", "ble", "Begrunnelsen", "Det som må være annerledes", "fra linje 26"],
        "da": ["skal blive", "blev", "Begrundelsen", "Det, der skal være anderledes", "fra linje 26"],
        "en": ["should be", "came out", "The reason", "What would have to be different", "from line 26"],
    }[language]
    printed = "\n".join(lines)
    assert lines[0] == f"rules/no/utforelse/3A-5_test.yaml:{told(rulebase, 'ingen opplæring').line}  no.utforelse.3A-5.1"
    places = [printed.index(head) for head in heads]
    assert places == sorted(places) and not re.search(r"\{\w+\}", printed)
