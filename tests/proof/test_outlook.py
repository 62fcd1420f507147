"""The outlook: what sources connect with such facts. It stands beside the outcomes, says that it is no prediction, and moves nothing."""

import json
from copy import copy
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from engine.assessment import Assessment, assess_case
from engine.case.reader import read_data
from engine.language.read import read_rules
from engine.proof import words as w
from engine.proof.html import html
from engine.proof.markdown import markdown
from engine.proof.provo import provo
from engine.proof.record import record
from engine.proof.schema import schema
from engine.proof.text import text
from engine.rulebase import RuleBase, rule_texts
from engine.scenarios import outcomes_for
from engine.text import LANGUAGES, Language, same
from engine.truth import Truth
from engine.vocabulary.model import Concept
from tests import own

from .conftest import ROOT

OUTLOOK = """
sprog da

udsigt dk.outlook.emotional
  hjemmel no/utforelse/1A-2/1
  for hver enhed U
  når
    U er udsat for «følelsesmæssige krav og belastninger»
  besked «indsatsen kan blive efterspurgt»
  reaktioner «anmodning om en plan» «fornyet besøg»

udsigt dk.outlook.alone
  for hver enhed U
  når
    U har alenearbejde
  besked «alenearbejde kan blive set på»
"""
CASE = """
forsvarlig: case/1
language: da
regimes: [dk]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {name: Eksempel, work: employer, place: mainland}
units:
  - {id: nord, name: Afdeling Nord, employees: 20, factors: {emotional_demands: yes}, lone_work: no}
  - {id: syd, name: Afdeling Syd, employees: 20, factors: {emotional_demands: dont_know}}
"""
HEADING = {"nb": "ikke en spådom", "da": "ikke en forudsigelse", "en": "not a prediction"}


def concept(id_: str, label: str, source: tuple[str, ...] = (), confidence: str = "") -> Concept:
    return Concept(id_, same(label), same(label), same(f"{label.capitalize()}."), source, confidence=confidence)


@pytest.fixture(scope="module")
def base() -> RuleBase:
    """Give the rule base with two outlooks of our own, and no rule besides."""
    whole = own.rulebase()
    words = copy(whole.vocabulary)
    words.concepts, words.collections = dict(words.concepts), dict(words.collections)
    messages = [concept("m1", "indsatsen kan blive efterspurgt", ("no/utforelse/1A-2/1",), "read"), concept("m2", "alenearbejde kan blive set på")]
    reactions = [concept("r1", "anmodning om en plan", ("F1357",), "read"), concept("r2", "fornyet besøg", (), "inferred")]
    words.concepts |= {each.id: each for each in (*messages, *reactions)}
    for name, members in (("outlook_messages", messages), ("reactions", reactions)):
        words.collections[name] = replace(words.collections[name], members=(*words.collections[name].members, *(each.id for each in members)))
    rules, problems = read_rules({"rules/dk/outlook.regel": OUTLOOK.lstrip()}, words, set(whole.law.paths()))
    assert problems == []
    return replace(whole, hash="sha256:" + "a" * 64, vocabulary=words, rules=rules)


def run(base: RuleBase, case: str = CASE) -> Assessment:
    return assess_case(read_data(case.encode(), "case.yaml", base.vocabulary)[0], base)


@pytest.fixture(scope="module")
def found(base: RuleBase) -> Assessment:
    return run(base)


def test_it_is_given_where_its_conditions_hold_and_listed_where_they_are_open(found: Assessment) -> None:
    assert [(each.outlook.origins.id, each.scope, each.holds) for each in found.outlook] == [
        ("dk.outlook.emotional", "nord", Truth.YES),
        ("dk.outlook.alone", "syd", Truth.UNKNOWN),
        ("dk.outlook.emotional", "syd", Truth.UNKNOWN),
    ]
    assert found.outcomes == ()


def test_what_is_open_says_what_it_depends_on(found: Assessment) -> None:
    data = record(found)
    assert [[q["address"] for q in each["depends_on"]] for each in data["outlook"]] == [
        [], ["syd/lone_work"], ["syd/exposed_to/emotional_demands"],
    ]
    assert [(r["id"], r["source"], r["confidence"]) for r in data["outlook"][0]["reactions"]] == [
        ("r1", ["F1357"], "read"), ("r2", [], "inferred"),
    ]
    assert data["outlook"][0]["proof"] in data["proof"]
    Draft202012Validator(schema()).validate(json.loads(json.dumps(data)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reader_heads_it_as_no_prediction(found: Assessment, language: Language) -> None:
    for written in (text(found, language), text(found, language, "all"), markdown(found, language, "all"), html(found, language)):
        assert HEADING[language] in written.lower()
        assert written.index("Indsatsen kan blive efterspurgt") < written.index("Alenearbejde kan blive set på")
        assert "anmodning om en plan" in written
    assert "dk.outlook.emotional" in provo(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_outlook_there_is_no_section(example: Assessment, language: Language) -> None:
    bare = replace(example, outlook=())
    assert all(HEADING[language] not in written.lower() for written in (text(bare, language), markdown(bare, language), html(bare, language)))


def test_the_law_of_the_other_country_is_left_alone(base: RuleBase) -> None:
    assert run(base, CASE.replace("regimes: [dk]", "regimes: [no]")).outlook == ()


def test_an_outlook_of_law_that_is_not_in_force_is_not_given(base: RuleBase) -> None:
    early = run(base, CASE.replace("2026-06-30", "2024-06-30"))
    assert {each.outlook.origins.id for each in early.outlook} == {"dk.outlook.alone"}


def test_it_moves_no_outcome(base: RuleBase) -> None:
    texts = {**rule_texts(ROOT), "rules/no/outlook.regel": OUTLOOK.lstrip().replace("dk.outlook", "no.outlook")}
    rules, problems = read_rules(texts, base.vocabulary, None)
    assert problems == []
    case = CASE.replace("regimes: [dk]", "regimes: [no]")
    without = run(replace(base, hash="sha256:" + "b" * 64, rules=replace(rules, outlooks=())), case)
    with_them = run(replace(base, hash="sha256:" + "c" * 64, rules=rules), case)
    assert len(with_them.outlook) == 3
    assert [(o.id, o.outcome) for o in without.outcomes] == [(o.id, o.outcome) for o in with_them.outcomes]


def test_a_scenario_may_try_it(base: RuleBase) -> None:
    assert outcomes_for("dk.outlook.alone", base.rules) == ("given", "open", "not_given")


def test_the_heading_is_in_three_languages() -> None:
    assert all(HEADING[language] in w.OUTLOOK.in_(language).lower() for language in LANGUAGES)
