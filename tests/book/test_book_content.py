"""What the book tells: every unit and every part of the rules, in each language, with the ties of each both ways."""

import pytest

from engine.book.addresses import Addresses
from engine.book.leaves import leaves
from engine.book.relations import Relations, rests_on
from engine.compare.alignment import load as load_alignments
from engine.language import syntax as s
from engine.law.words import CONTENT_WORDS, NUMBER_WORDS, STATUS_WORDS
from engine.rulebase import RuleBase
from engine.scenarios import Scenario
from engine.scenarios import load as load_scenarios
from engine.text import LANGUAGES, Language
from tests.proof.pages import Element

Places = dict[str, dict[str, Element]]


@pytest.fixture(scope="module")
def scenarios(rulebase: RuleBase) -> tuple[Scenario, ...]:
    return load_scenarios(rulebase)


@pytest.fixture(scope="module")
def relations(rulebase: RuleBase, scenarios: tuple[Scenario, ...]) -> Relations:
    return Relations(rulebase, scenarios, load_alignments(rulebase))


@pytest.fixture(scope="module")
def addresses(relations: Relations) -> Addresses:
    return Addresses(relations, leaves(relations))


def at(places: Places, language: Language, address: str) -> Element:
    page, _, place = address.partition("#")
    return places[f"{language}/{page}"][place]


def hrefs(element: Element) -> set[str]:
    return {each.attributes["href"] for each in element.all("a")}


def said(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_version_of_every_unit_says_what_it_is_and_how_sure(
    language: Language, rulebase: RuleBase, addresses: Addresses, places: Places
) -> None:
    for unit in rulebase.law.by_id.values():
        shown = at(places, language, addresses.of("unit", unit.id)).text
        for text in (unit.paraphrase, unit.because, unit.note):
            assert text is None or said(text.in_(language)) in shown, unit.id
        for words in (STATUS_WORDS[unit.status], CONTENT_WORDS[unit.content], NUMBER_WORDS[unit.number]):
            assert words.in_(language).lower() in shown.lower(), unit.id
        assert str(unit.valid_from) in shown and (unit.valid_until is None or str(unit.valid_until) in shown), unit.id
        assert unit.heading in shown and unit.dossier in shown and all(key in shown for key in unit.sources), unit.id


def test_what_is_not_sure_is_marked(rulebase: RuleBase, addresses: Addresses, places: Places) -> None:
    for unit in rulebase.law.by_id.values():
        shown = at(places, "en", addresses.of("unit", unit.id))
        head = next(each for each in shown.all("p") if each.attributes.get("class") == "marks")
        doubts = {each.text.lower() for each in head.all("span") if "doubt" in each.attributes["class"]}
        assert (CONTENT_WORDS[unit.content].en in doubts) == (unit.content != "read"), unit.id
        assert (NUMBER_WORDS[unit.number].en in doubts) == (unit.number != "verified"), unit.id
        ended = unit.valid_until is not None and unit.valid_until < rulebase.law.acts[unit.act].known_until
        assert ("no longer in force" in doubts) == ended, unit.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_rules_stands_with_its_sentences(
    language: Language, relations: Relations, addresses: Addresses, places: Places
) -> None:
    assert {type(part).__name__ for part in relations.parts} == {"Duty", "Rule", "Remark", "Outlook"}
    for part in relations.parts:
        shown = at(places, language, addresses.of("part", relations.key(part)))
        assert shown.attributes["class"] == "part" and part.origins.id in shown.text
        sections = {each.attributes["class"] for each in shown.all("div")}
        wanted = {"scope"} | ({"when" if isinstance(part, s.Duty) else "if"} if part.when else set())
        if isinstance(part, s.Duty):
            names = ("unless", "invoked", "requires", "met_when", "breach_when", "suspicion_when", "settled_by", "cannot_be", "measures")
            wanted |= {name for name in names if getattr(part, name)}
        assert wanted <= sections, part.origins.id
        assert all(dd.text for dd in shown.all("dd")), part.origins.id
        written = shown.all("pre")[0]
        assert written.text == said(part.origins.text) and written.attributes["lang"] == part.origins.language


def test_every_scenario_stands_once_with_its_name_outcome_and_source(
    relations: Relations, scenarios: tuple[Scenario, ...], addresses: Addresses, places: Places
) -> None:
    count = 0
    for key, tried in sorted(relations.scenarios.items()):
        shown = at(places, "en", addresses.of("part", key))
        items = [li.text for details in shown.all("details") if details.attributes["class"] == "scenarios" for li in details.all("li")]
        assert len(items) == len(tried)
        for scenario, item in zip(tried, items, strict=True):
            assert said(scenario.name) in item and said(scenario.source) in item
        count += len(items)
    assert count == len(scenarios)


def test_definitions_lists_and_numbers_are_tied_both_ways(relations: Relations, addresses: Addresses, places: Places) -> None:
    ties = 0
    for part in relations.parts:
        own = addresses.of("part", relations.key(part))
        back = addresses.of("property", part.then.property) if isinstance(part, s.Rule) else own
        shown = hrefs(at(places, "nb", own))
        for kind, name in rests_on(part):
            there = addresses.of(kind, name)
            if kind == "concept" or not there:
                continue
            assert there in shown, f"{part.origins.id} leads to {name}"
            page, _, place = there.partition("#")
            users = hrefs(places[f"nb/{page}"][place or "main"])
            assert back in users, f"{name} leads back to {part.origins.id}"
            ties += 1
    assert ties > 500


def test_a_concept_names_the_parts_that_name_it(relations: Relations, addresses: Addresses, places: Places) -> None:
    part = relations.newest("no.utforelse.3A-5.1")
    assert part is not None
    shown = at(places, "da", addresses.of("concept", "safety_equipment_use"))
    assert addresses.of("part", relations.key(part)) in hrefs(shown)


def test_predecessors_and_successors_lead_to_each_other(rulebase: RuleBase, addresses: Addresses, places: Places) -> None:
    pairs = [(unit, rulebase.law.by_id[unit.predecessor]) for unit in rulebase.law.by_id.values() if unit.predecessor in rulebase.law.by_id]
    assert pairs
    for unit, before in pairs:
        later, earlier = addresses.of("unit", unit.id), addresses.of("unit", before.id)
        assert earlier in hrefs(at(places, "nb", later)) and later in hrefs(at(places, "nb", earlier))


def test_the_two_laws_lead_to_each_other(relations: Relations, addresses: Addresses, places: Places) -> None:
    for alignment in relations.alignments:
        row = addresses.of("row", alignment.id)
        sides = [
            {addresses.of("part", duty) for duty in asks.duties} | {addresses.of("path", path) for path in asks.provisions}
            for asks in (alignment.left, alignment.right)
        ]
        for here, there in (sides, sides[::-1]):
            for address in here:
                shown = hrefs(at(places, "en", address))
                assert row in shown and there <= shown, f"{alignment.id} at {address}"
        assert sides[0] | sides[1] <= hrefs(at(places, "en", row))


def test_a_duty_of_the_law_without_a_rule_says_so(relations: Relations, addresses: Addresses, places: Places) -> None:
    assert relations.uncovered
    for id_ in sorted(relations.uncovered):
        assert "No duty in the rule base rests on this unit" in at(places, "en", addresses.of("unit", id_)).text


def test_both_versions_of_a_duty_are_there(relations: Relations, addresses: Addresses, places: Places) -> None:
    twice = [part for part in relations.parts if relations.is_earlier(part)]
    assert twice
    for part in twice:
        tried = relations.scenarios[relations.key(part)]
        assert all(scenario.law_date and scenario.law_date < part.origins.valid_until for scenario in tried)
        earlier = at(places, "en", addresses.of("part", relations.key(part)))
        assert f"until {part.origins.valid_until} (exclusive)" in earlier.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_factor_leads_to_the_catalogue(language: Language, relations: Relations, addresses: Addresses, places: Places) -> None:
    shown = hrefs(at(places, language, addresses.of("concept", "workload")))
    found = {addresses.of("content", content.id) for content in relations.contents["workload"]}
    assert found and found <= shown
