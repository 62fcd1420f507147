"""The Norwegian law base beyond the core: thresholds by date, what decides nothing, reactions, and the list of industries."""

import csv
from datetime import date
from pathlib import Path

import pytest

from engine.law.model import LawBase


@pytest.mark.parametrize(("path", "on", "says", "not_says"), [
    ("no/aml/6-1/1", date(2023, 12, 31), "fewer than ten", "fewer than five"),
    ("no/aml/6-1/1", date(2024, 1, 1), "fewer than five", "fewer than ten"),
    ("no/aml/7-1", date(2023, 12, 31), "at least 50", "30"),
    ("no/aml/7-1", date(2024, 1, 1), "at least 30, and from 10 to 30", "50"),
    ("no/aml/18-10/1", date(2024, 6, 30), "15 G", "50 G"),
    ("no/aml/18-10/1", date(2024, 7, 1), "50 G or four per cent", "15 G"),
    ("no/aml/18-10", date(2025, 6, 30), "two years", "five years"),
    ("no/aml/18-10", date(2025, 7, 1), "five years", "two years"),
])
def test_what_changed_says_what_held_on_the_day(lawbase: LawBase, path: str, on: date, says: str, not_says: str) -> None:
    unit = lawbase.provision(path, on)
    assert unit is not None and says in unit.paraphrase.en and not_says not in unit.paraphrase.en


@pytest.mark.parametrize(("path", "on", "kind", "why"), [
    ("no/aml/18-10a", date(2025, 6, 30), "not_in_force", "not_yet"),
    ("no/aml/18-10a", date(2025, 7, 1), "in_force", ""),
    ("no/aml/18-5/3", date(2025, 6, 30), "not_in_force", "not_yet"),
    ("no/aml/2A-8", date(2021, 6, 30), "not_in_force", "not_yet"),
    ("no/aml/18-10", date(2022, 1, 1), "not_encoded", "before_known"),
    ("no/aml/2A-3", date(2019, 12, 31), "not_encoded", "before_known"),
    ("no/aml/2A-6", date(2025, 1, 1), "not_encoded", "before_known"),
    ("no/olm/13-1/2", date(2025, 10, 6), "not_encoded", "before_known"),
    ("no/olm/13-1/2", date(2025, 10, 7), "in_force", ""),
    ("no/olm/7-1", date(2025, 11, 1), "not_encoded", "before_known"),
])
def test_what_is_known_when(lawbase: LawBase, path: str, on: date, kind: str, why: str) -> None:
    standing = lawbase.standing(path, on)
    assert (standing.kind, standing.why) == (kind, why)


def test_what_is_only_inferred_is_marked(lawbase: LawBase) -> None:
    inferred = [unit for unit in lawbase.by_id.values() if unit.path.startswith("no/") and unit.content == "inferred"]
    assert {unit.id for unit in inferred} == {f"no/aml/{path}@2020-01-01" for path in ("2A-1", "2A-1/2", "2A-3")}
    assert all(unit.number == "unverified" and unit.note for unit in inferred)


def test_no_order_can_rest_on_the_duty_to_investigate_a_report(lawbase: LawBase) -> None:
    on = date(2026, 6, 30)
    power = lawbase.provision("no/aml/18-6/1", on)
    assert power is not None and "no order can rest on them" in power.paraphrase.en
    for path, said in (("no/aml/2A-3", "cannot base an order"), ("no/aml/2A-4", "cannot base an order"),
                       ("no/aml/2A-6", "can issue an order")):
        unit = lawbase.provision(path, on)
        assert unit is not None and unit.note is not None and said in unit.note.en


def test_chapters_18_and_19_are_reactions_and_procedure_never_duties(lawbase: LawBase) -> None:
    units = [unit for unit in lawbase.by_id.values() if unit.act == "no.aml" and unit.chapter in ("18", "19")]
    assert len(units) == 22 and {unit.status for unit in units} == {"sanction", "procedure"}


def test_the_lists_of_letters_and_numbers_are_whole(lawbase: LawBase) -> None:
    on = date(2026, 6, 30)
    letters = {path: "".join(unit.bokstav for unit in lawbase.children(path, on))
               for path in ("no/aml/3-1/2", "no/aml/3-2/1", "no/aml/4-2/2", "no/aml/6-2/2")}
    assert list(letters.values()) == ["abcdefgh", "abc", "abcde", "cdf"]
    assert [unit.nr for unit in lawbase.children("no/ik/5", on)] == list(range(1, 9))


def test_the_acts_without_a_number_in_the_dossier_have_none(lawbase: LawBase) -> None:
    without = [act.id for act in lawbase.acts.values() if act.regime == "no" and not act.identifier]
    assert without == ["no.ldl", "no.hjem", "no.skl"]
    assert not any(lawbase.act(id_).eli for id_ in without)


@pytest.fixture(scope="session")
def industries(rulebase: Path) -> dict[str, dict[str, str]]:
    with (rulebase / "kb" / "no" / "bht-industries.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["code", "partial", "label_nb", "label_da", "label_en"]
    assert len(rows) == len({row["code"] for row in rows})
    return {row["code"]: row for row in rows}


def test_the_industries_of_the_occupational_health_service(industries: dict[str, dict[str, str]]) -> None:
    assert {"85.1", "85.2", "86.91-86.96", "87.1-87.3", "88", "10-17"} <= set(industries)
    assert not {"84.1", "47", "62", "64", "70"} & set(industries)
    partial = {code for code, row in industries.items() if row["partial"] == "yes"}
    assert partial == {"32.3-32.5", "32.990", "56.22", "80.01", "84.23", "84.24", "95.23", "95.24", "95.29", "95.31", "95.32"}
    assert {row["partial"] for row in industries.values()} == {"yes", "no"}


def test_a_label_is_in_three_languages_or_none(industries: dict[str, dict[str, str]]) -> None:
    for code, row in industries.items():
        labels = [row[f"label_{language}"] for language in ("nb", "da", "en")]
        assert all(labels) or not any(labels), code
    assert industries["84.24"]["label_en"] == "only the police"
