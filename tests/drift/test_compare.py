"""What changed, moved, came and went between two editions, in both forms of both publishers; and who is concerned."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from engine.drift.citing import Citations, citers
from engine.drift.compare import changes
from engine.drift.drift import Acceptance, accept, compare
from engine.drift.model import Change, Edition, Row, Unit
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS

HOW = Acceptance("legal_editor", date(2031, 6, 2))
DRIFT = {
    "no": [
        ("moved", "1-2/2", "1-2/3"), ("new", "1-2/2", ""), ("changed", "2-1/1", ""), ("repealed", "2-1/2/c", ""), ("new", "2-4", ""),
        ("new", "2-4/1", ""), ("changed", "2-10a", ""),
    ],
    "dk": [
        ("changed", "2/nr-3", ""), ("moved", "3/2", "3/3"), ("new", "3/2", ""), ("moved", "3/2/1", "3/3/1"), ("moved", "3/2/2", "3/3/2"),
        ("repealed", "3/3", ""), ("moved", "3a", "3b"), ("new", "annex-1/A/3", ""),
    ],
}
CONCERNED = {
    ("changed", "no/lesesal/2-1/1"): {"no.lesesal.2-1.1", "alene", "ikke alene", "noise"},
    ("moved", "no/lesesal/1-2/2"): {"no.lesesal.2-1.decided"},
    ("new", "no/lesesal/1-2/2"): {"no.lesesal.2-1.decided"},
    ("repealed", "no/lesesal/2-1/2/c"): {"no.lesesal.2-1.2"},
    ("changed", "dk/laesesal/2/nr-3"): {"dk.laesesal.1", "noise"},
    ("moved", "dk/laesesal/3/2"): {"dk.laesesal.1", "dk.laesesal.3.2", "alene"},
    ("moved", "dk/laesesal/3/2/1"): {"dk.laesesal.1", "dk.laesesal.3.2", "alene"},
    ("moved", "dk/laesesal/3/2/2"): {"dk.laesesal.1", "dk.laesesal.3.2", "alene"},
    ("new", "dk/laesesal/3/2"): {"dk.laesesal.1", "dk.laesesal.3.2", "alene"},
    ("repealed", "dk/laesesal/3/3"): {"dk.laesesal.1", "dk/laesesal/list"},
    ("moved", "dk/laesesal/3a"): {"dk.laesesal.3.list"},
    ("new", "dk/laesesal/annex-1/A/3"): {"dk.laesesal.annex.A"},
}


@pytest.mark.parametrize(("regime", "before", "after"), list(product(("no", "dk"), ("html", "txt"), ("html", "txt"))))
def test_the_second_edition_against_the_first(regime: str, before: str, after: str, rulebase: RuleBase) -> None:
    accept([EDITIONS / f"{regime}-1.{before}"], rulebase, HOW)
    (act,) = compare([EDITIONS / f"{regime}-2.{after}"], rulebase).acts
    prefix = {"no": "no/lesesal/", "dk": "dk/laesesal/"}[regime]
    assert [(each.change.kind, each.change.path, each.change.to) for each in act.drifted] == [
        (kind, prefix + path, to and prefix + to) for kind, path, to in DRIFT[regime]
    ]
    for each in act.drifted:
        ids = {mark.citer.id for mark in each.marks}
        assert ids == CONCERNED.get((each.change.kind, each.change.path), set()), each.change


def test_several_acts_at_once_come_in_the_order_of_the_law(rulebase: RuleBase) -> None:
    report = accept([EDITIONS / "no-1.html", EDITIONS / "dk-1.txt"], rulebase, HOW)
    assert [act.act.id for act in report.acts] == ["dk.laesesal", "no.lesesal"]


def found(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str, str]]:
    def units(words: dict[str, str]) -> dict[str, Unit]:
        return {f"no/x/{path}": Unit(f"no/x/{path}", text, "f", 1) for path, text in words.items()}

    rows = {path: Row(path, unit.sha256, "f", "", date.min, "lawyer", "1") for path, unit in units(old).items()}
    return [(change.kind, change.path[5:], change.to[5:]) for change in changes(rows, Edition(units(new), (), (), {}))]


def test_an_inserted_subsection_moves_those_after_it() -> None:
    assert found({"1/1": "a", "1/2": "b", "1/3": "c"}, {"1/1": "a", "1/2": "x", "1/3": "b", "1/4": "c"}) == [
        ("moved", "1/2", "1/3"), ("new", "1/2", ""), ("moved", "1/3", "1/4")]


def test_two_that_change_places() -> None:
    assert found({"1/1": "a", "1/2": "b"}, {"1/1": "b", "1/2": "a"}) == [("moved", "1/1", "1/2"), ("moved", "1/2", "1/1")]


def test_words_that_stand_more_often_than_before_have_not_moved() -> None:
    assert found({"1/1": "a"}, {"1/2": "a", "1/3": "a"}) == [("repealed", "1/1", ""), ("new", "1/2", ""), ("new", "1/3", "")]
    assert found({"1/1": "a", "2/1": "a"}, {"3/1": "a", "4/1": "a"}) == [("moved", "1/1", "3/1"), ("moved", "2/1", "4/1")]


def test_where_words_moved_to_a_place_whose_own_are_gone() -> None:
    assert found({"1/1": "a", "1/2": "b"}, {"1/1": "b"}) == [("repealed", "1/1", ""), ("moved", "1/2", "1/1")]


def test_what_could_not_be_placed_only_changes() -> None:
    assert found({"1/rest": "a", "2/rest": "b"}, {"2/rest": "c", "3/rest": "a"}) == [
        ("changed", "1/rest", ""), ("changed", "2/rest", ""), ("changed", "3/rest", "")]


def test_words_that_could_not_be_placed_mark_all_that_cites_their_section(rulebase: RuleBase, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("§ 2-1. Støy\n\nEn.\n\nTo:\n\na) x\n\nDel paragraf", encoding="utf-8")
    second.write_text("§ 2-1. Støy\n\nEn.\n\nTo:\n\na) x\n\nDel paragrafen", encoding="utf-8")
    accept([first], rulebase, HOW, "no/lesesal", part=True)
    (drifted,) = compare([second], rulebase, "no/lesesal", part=True).acts[0].drifted
    assert (drifted.change.kind, drifted.change.path) == ("changed", "no/lesesal/2-1/rest")
    assert {mark.citer.id for mark in drifted.marks} == {
        "no.lesesal.2-1.1", "no.lesesal.2-1.2", "no.lesesal.2-1.2a", "alene", "ikke alene", "reading_room_devices", "noise"}
    assert {mark.how for mark in drifted.marks} == {"unplaced"}


def test_a_provision_that_the_text_does_not_have_may_be_any_of_its_section(rulebase: RuleBase) -> None:
    """The law base has § 2-2 seventh paragraph, and the text has three: nobody can say which of them it is."""
    citations = Citations(rulebase.law.act("no.lesesal"), rulebase.law, ["no/lesesal/2-2/1", "no/lesesal/2-1/1"], citers(rulebase))
    assert citations.standing({"no/lesesal/2-2/1": None}).missing[-2:] == ("no/lesesal/2-2/7", "no/lesesal/2-10a/1")
    marks = citations.of(Change("changed", "no/lesesal/2-2/1"))
    assert {(mark.citer.id, mark.how) for mark in marks} == {
        ("no.lesesal.2-2", "whole"), ("no.lesesal.2-2.2b", "presumed"), ("no/lesesal/list", "presumed")}


def test_a_letter_cited_without_its_subsection_may_be_either_of_two(rulebase: RuleBase) -> None:
    paths = ["no/lesesal/2-2/2", "no/lesesal/2-2/2/b", "no/lesesal/2-2/3", "no/lesesal/2-2/3/b"]
    citations = Citations(rulebase.law.act("no.lesesal"), rulebase.law, paths, citers(rulebase))
    hows = {path: {mark.how for mark in citations.of(Change("changed", path)) if mark.citer.id == "no.lesesal.2-2.2b"} for path in paths}
    assert hows == {"no/lesesal/2-2/2": {"part"}, "no/lesesal/2-2/2/b": {"presumed"}, "no/lesesal/2-2/3": {"part"},
                    "no/lesesal/2-2/3/b": {"presumed"}}
