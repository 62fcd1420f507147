"""The real cases, from public reports: each duty comes out as was worked out by hand, but for the differences that are written down."""

from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.assessment import Assessment, assess
from tests import own

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "validation"
RULEBASE = own.rulebase()
# The first two cases, whose every outcome was worked out by hand. What later cases hold to is in test_published.py.
EXPECTED = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("C0[14]-*.expected.yaml"))}
RUNS = [(name, law["date"]) for name, expected in EXPECTED.items() for law in expected["laws"]]

by_run = pytest.mark.parametrize(("name", "day"), RUNS)


@cache
def run(name: str, day: str) -> Assessment:
    return assess(FOLDER / EXPECTED[name]["case"], RULEBASE, date.fromisoformat(day))


def law(name: str, day: str) -> dict[str, Any]:
    return next(law for law in EXPECTED[name]["laws"] if law["date"] == day)


def wanted(scopes: dict[str, str], scope: str) -> str | None:
    """Give the outcome worked out for a scope: its own, else that of a pattern that it fits."""
    return scopes.get(scope) or next((outcome for pattern, outcome in scopes.items() if fnmatchcase(scope, pattern)), None)


def differences(name: str, day: str) -> Iterator[tuple[str, str]]:
    for difference in EXPECTED[name]["differences"]:
        if difference["date"] == day:
            yield from difference["outcomes"].items()


def test_there_are_two_cases_each_under_two_laws() -> None:
    assert [(name.split("-")[0], day) for name, day in RUNS] == [
        ("C01", "2021-09-20"),
        ("C01", "2026-06-30"),
        ("C04", "2014-12-31"),
        ("C04", "2026-06-30"),
    ]


@by_run
def test_each_duty_comes_out_as_worked_out_by_hand(name: str, day: str) -> None:
    by_hand, known = law(name, day)["outcomes"], dict(differences(name, day))
    found = {outcome.id: outcome.outcome for outcome in run(name, day).outcomes if outcome.duty.origins.id in by_hand}
    expected = {}
    for outcome in found:
        duty, scope = outcome.split("@")
        expected[outcome] = known.get(outcome) or wanted(by_hand[duty], scope)
    assert found == expected


@by_run
def test_a_duty_encoded_since_is_never_breached(name: str, day: str) -> None:
    """The hand-written lists hold the duties of their time. A later one may be open or out of force, but nobody found it breached."""
    by_hand = law(name, day)["outcomes"]
    later = [outcome for outcome in run(name, day).outcomes if outcome.duty.origins.id not in by_hand]
    assert later, "duties were encoded since"
    assert [outcome.id for outcome in later if outcome.outcome == "breach"] == []


@by_run
def test_nothing_that_was_worked_out_is_missing(name: str, day: str) -> None:
    found = [outcome.id for outcome in run(name, day).outcomes]
    for duty, scopes in law(name, day)["outcomes"].items():
        for scope in scopes:
            assert any(fnmatchcase(each, f"{duty}@{scope}") for each in found), f"{duty}@{scope}"


@by_run
def test_a_difference_is_a_difference(name: str, day: str) -> None:
    by_hand = law(name, day)["outcomes"]
    for outcome, run_gave in differences(name, day):
        duty, scope = outcome.split("@")
        assert wanted(by_hand[duty], scope) not in (None, run_gave)


@by_run
def test_the_answer_says_which_duties_the_law_did_not_know(name: str, day: str) -> None:
    """Nothing that was worked out as out of force decides anything, and of what was worked out nothing has disappeared."""
    expected = law(name, day)
    assert set(expected["not_in_force"]) <= {duty.origins.id for duty, _ in run(name, day).not_in_force}
    every = {duty.origins.id for duty in RULEBASE.rules.duties}
    assert set(expected["outcomes"]) | set(expected["not_in_force"]) <= every


def test_chapter_23a_did_not_exist_in_2014() -> None:
    absent = {duty.origins.id: validity.standing for duty, validity in run("C04-sma-enheter.expected.yaml", "2014-12-31").not_in_force}
    of_23a = {duty: standing for duty, standing in absent.items() if ".23A-" in duty}
    assert len(of_23a) == 6
    assert set(of_23a.values()) == {"not_in_force"}, "not in force, which is something else than not read"


@by_run
def test_the_facts_do_not_move_with_the_law(name: str, day: str) -> None:
    first = EXPECTED[name]["laws"][0]["date"]
    assert run(name, day).case.date == date.fromisoformat(first)
    assert run(name, day).law_date == date.fromisoformat(day)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_dossier_expects_is_reached_or_answered_for(name: str) -> None:
    found = run(name, "2026-06-30")
    for point in EXPECTED[name]["dossier_expects"]:
        outcomes = {outcome.outcome for outcome in found.of_duty(point["duty"])}
        assert (point["outcome"] in outcomes) is point["reached"], point["duty"]
        assert point["why"]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_case_says_where_it_comes_from(name: str) -> None:
    text = (FOLDER / EXPECTED[name]["case"]).read_text("utf-8")
    assert "FROM PUBLIC REPORTS, not findings of ours" in text
    readme = (FOLDER / "README.md").read_text("utf-8")
    addresses = [line.split("# ")[1].strip() for line in text.splitlines() if "https://" in line]
    assert addresses
    assert all(f"<{address}>" in readme for address in addresses)
    assert not run(name, "2026-06-30").case.fictional
    entries = [line for line in text.splitlines() if line.startswith(("  - {id", "  - id"))]
    assert text.count("# § 5.1 C0") >= len(entries), "an entry without the dossier's sentence"
