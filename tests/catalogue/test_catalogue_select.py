"""Choosing from the catalogue."""

import pytest

from engine.catalogue.model import LEVELS, STAGES, Catalogue, Content, Lines
from engine.catalogue.select import rank, select, shared_factors
from engine.rulebase import RuleBase
from engine.text import Text


def content(id_: str, **given: object) -> Content:
    fields: dict[str, object] = {
        "type": "measure", "title": Text(f"{id_} tiltak", f"{id_} tiltag", f"{id_} measure"), "text": None, "factors": (), "levels": (),
        "stages": (), "tags": (), "order": 0, "attribution": "", "seeds": (Lines("s", 1, 1),), "file": "a.ttl",
    }
    return Content(id_, **(fields | given))  # type: ignore[arg-type]


SMALL = Catalogue((
    content("late", factors=("workload",), levels=("individual",), stages=("tertiary",)),
    content("first", factors=("workload", "support"), levels=("organisation",), stages=("primary",)),
    content("wide", factors=("no_factor_workload",), levels=("organisation", "group")),
    content("general"),
    content("sign", type="symptom", factors=("workload",), tags=("chain",)),
    content("harass", factors=("harassment",)),
))


def ids(found: list[Content]) -> list[str]:
    return [each.id for each in found]


def test_nothing_asked_gives_everything(base: RuleBase) -> None:
    assert len(select(SMALL, base.vocabulary)) == len(SMALL.contents)


def test_the_organisation_and_the_source_of_the_strain_come_first(base: RuleBase) -> None:
    assert ids(select(SMALL, base.vocabulary, ["workload"], ["measure"])) == ["first", "wide", "late"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"factors": ["support"]}, ["first"]),
        ({"factors": ["dk_factor_workload"], "types": ["symptom"]}, ["sign"]),
        ({"factors": ["support", "harassment"]}, ["first", "harass"]),
        ({"factors": ["sexual_harassment"]}, ["harass"]),
        ({"level": "group"}, ["wide"]),
        ({"stage": "tertiary"}, ["late"]),
        ({"words": ["chain"]}, ["sign"]),
        ({"words": ["TILTAG", "late"]}, ["late"]),
        ({"factors": ["violence"]}, []),
    ],
)
def test_everything_asked_must_fit(base: RuleBase, asked: dict[str, list[str]], found: list[str]) -> None:
    assert ids(select(SMALL, base.vocabulary, **asked)) == found  # type: ignore[arg-type]


def test_factors_of_the_national_schemes_are_found_in_the_shared_one(base: RuleBase) -> None:
    assert shared_factors("dk_factor_workload", base.vocabulary) == {"workload"}
    assert shared_factors("sexual_harassment", base.vocabulary) == {"sexual_harassment", "harassment"}
    assert shared_factors("harassment", base.vocabulary) == {"harassment"}
    assert shared_factors("no_such_factor", base.vocabulary) == frozenset()


def test_the_order_is_total(catalogue: Catalogue) -> None:
    ranks = [rank(each) for each in catalogue.contents]
    assert len(set(ranks)) == len(ranks)
    assert max(each[0] for each in ranks) <= len(LEVELS) and max(each[1] for each in ranks) <= len(STAGES)


def test_what_only_meets_symptoms_is_suggested_for_no_factor(catalogue: Catalogue, base: RuleBase) -> None:
    every_factor = base.vocabulary.collections["factors"].members
    suggested = select(catalogue, base.vocabulary, every_factor, ["measure"])
    assert len(suggested) > 15
    assert not [each.id for each in suggested if "aimed_at_symptoms" in each.tags]
