"""What a unit is called, and where it comes in the order of the law."""

import random

import pytest

from engine.drift.naming import name
from engine.drift.place import Place, in_order, place_of
from engine.rulebase import RuleBase


@pytest.mark.parametrize(("path", "nb", "en"), [
    ("no/lesesal/kap-2", "overskriften til kapittel 2", "the heading of chapter 2"),
    ("no/lesesal/2-1", "overskriften til § 2-1", "the heading of section 2-1"),
    ("no/lesesal/2-1/2/b", "§ 2-1 andre ledd bokstav b", "section 2-1, second paragraph, letter b"),
    ("no/lesesal/2-1/2/b/1", "§ 2-1 andre ledd bokstav b nr. 1", "section 2-1, second paragraph, letter b, no. 1"),
    ("no/lesesal/2-1/2/b/1/i", "§ 2-1 andre ledd bokstav b nr. 1 (i)", "section 2-1, second paragraph, letter b, no. 1 (i)"),
    ("no/lesesal/2-1/2a", "§ 2-1 andre ledd (2a)", "section 2-1, second paragraph (2a)"),
    ("no/lesesal/over-2-1", "overskriften foran § 2-1", "the heading above section 2-1"),
    ("no/lesesal/over-kap-2", "overskriften foran kapittel 2", "the heading above chapter 2"),
    ("no/lesesal/2-1/rest", "det som ikke ble forstått i § 2-1", "what was not understood in section 2-1"),
    ("no/lesesal/kap-2/rest", "det som ikke ble forstått i kapittel 2", "what was not understood in chapter 2"),
    ("no/lesesal/rest", "det som ikke står i noen paragraf", "what stands in no section"),
    ("no/lesesal/annex-1", "vedlegg 1", "Annex 1"),
    ("dk/laesesal/3a", "§ 3 a", "section 3 a"),
    ("dk/laesesal/2/nr-2/a", "§ 2 nr. 2 bokstav a", "section 2, no. 2, letter a"),
    ("dk/laesesal/annex-1/B/2", "vedlegg 1 liste B nr. 2", "Annex 1, list B, no. 2"),
])
def test_names(path: str, nb: str, en: str, built: RuleBase) -> None:
    act = built.law.act(".".join(path.split("/")[:2]))
    found = name(path, act, built.law)
    assert (found.nb, found.en) == (nb, en)
    assert found.da and "{" not in found.da


def test_the_order_of_the_law() -> None:
    paths = [f"no/x/{unit}" for unit in (
        "kap-1", "kap-2A", "1-1", "1-1/1", "1-1/2", "1-1/2/a", "1-1/2/b", "1-1/2/b/1", "1-1/10", "1-1/rest", "over-1-2", "1-2", "2A-1",
        "10-1", "annex-1", "annex-1/A/1", "rest")]
    mixed = list(paths)
    random.Random(1).shuffle(mixed)
    assert in_order(mixed) == paths


@pytest.mark.parametrize(("path", "place"), [
    ("no/x/3A-2/3/a", Place("3A-2", "3", "a")), ("no/x/3A-2/3/a/2", Place("3A-2", "3", "a", "2")),
    ("no/x/3A-2/3/a/2/ii", Place("3A-2", "3", "a", "2", "ii")), ("dk/x/15a/1/2", Place("15a", "1", "", "2")),
    ("dk/x/15a/1/2/b", Place("15a", "1", "b", "2")), ("dk/x/7/nr-1", Place("7", "", "", "1")),
    ("dk/x/annex-1/A/3", Place("annex-1", "", "A", "3")), ("dk/x/7/rest", Place("7", rest=True)), ("dk/x/rest", Place("", rest=True)),
])
def test_places(path: str, place: Place) -> None:
    assert place_of(path) == place
