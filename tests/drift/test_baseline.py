"""Baselines: what is recorded, what is never recorded, and what acceptance refuses."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.drift import baseline
from engine.drift.drift import Acceptance, accept, compare, standings
from engine.drift.model import ROLES
from engine.errors import BadInputError
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS

FIRST = Acceptance("legal_editor", date(2031, 6, 2))
SECOND = Acceptance("second_reader", date(2032, 1, 1), replace=True)
URL = "https://lov.example/dokument/SF/forskrift/2031-01-15-9901"


def rows(rulebase: RuleBase, act: str = "no.lesesal") -> list[dict[str, str]]:
    file = rulebase.folder / "kb" / "baselines" / f"{act}.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def problems(rulebase: RuleBase, *files: str, how: Acceptance | None = None) -> list[str]:
    paths = [EDITIONS / file for file in files]
    with pytest.raises(BadInputError) as raised:
        accept(paths, rulebase, how) if how else compare(paths, rulebase)
    return [problem.code for problem in raised.value.problems]


def test_each_unit_is_recorded_with_where_when_and_in_which_role(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.html"], rulebase, FIRST, url=URL)
    recorded = rows(rulebase)
    assert [row["path"] for row in recorded][:4] == [f"no/lesesal/{unit}" for unit in ("kap-1", "kap-2", "1-1", "1-1/1")]
    assert len(recorded) == 24
    assert {(row["file"], row["url"], row["day"], row["role"]) for row in recorded} == {("no-1.html", URL, "2031-06-02", "legal_editor")}


@pytest.mark.parametrize("edition", ["no-1.html", "dk-1.txt"])
def test_the_text_is_never_recorded(edition: str, rulebase: RuleBase) -> None:
    accept([EDITIONS / edition], rulebase, FIRST)
    (file,) = (rulebase.folder / "kb" / "baselines").iterdir()
    words = set(re.findall(r"[a-zæøå]{5,}", (EDITIONS / edition).read_text(encoding="utf-8").casefold()))
    recorded = set(re.findall(r"[a-zæøå]{5,}", re.sub(r"[0-9a-f]{64}", "", file.read_text(encoding="utf-8"))))
    assert recorded & words <= {"lesesal", "laesesal"}
    assert len(words) > 40


def test_the_same_edition_again_writes_nothing(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.html"], rulebase, FIRST)
    before = rows(rulebase)
    report = accept([EDITIONS / "no-1.txt"], rulebase, Acceptance("lawyer", date(2040, 1, 1)))
    assert report.acts[0].accepted == report.acts[0].baseline
    assert rows(rulebase) == before


def test_another_edition_is_refused_unless_it_may_replace(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.html"], rulebase, FIRST)
    before = rows(rulebase)
    assert problems(rulebase, "no-2.html", "dk-1.html", how=FIRST) == ["differs"]
    assert rows(rulebase) == before
    assert not (rulebase.folder / "kb" / "baselines" / "dk.laesesal.csv").exists(), "all or none"
    report = accept([EDITIONS / "no-2.html"], rulebase, SECOND)
    assert len(report.acts[0].drifted) == 7
    assert compare([EDITIONS / "no-2.html"], rulebase).is_clean


def test_what_is_the_same_stays_as_it_was_recorded(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.html"], rulebase, FIRST)
    accept([EDITIONS / "no-2.html"], rulebase, SECOND)
    newer = [row["path"].removeprefix("no/lesesal/") for row in rows(rulebase) if row["role"] == "second_reader"]
    assert newer == ["1-2/2", "1-2/3", "2-1/1", "2-4", "2-4/1", "2-10a"]
    assert "no/lesesal/2-1/2/c" not in [row["path"] for row in rows(rulebase)]


def test_a_part_leaves_the_other_sections_alone(rulebase: RuleBase, tmp_path: Path) -> None:
    accept([EDITIONS / "no-1.txt"], rulebase, FIRST)
    part = tmp_path / "part.txt"
    part.write_text("§ 1-2. Virkeområde\n\nForskriften gjelder for alle lesesaler med mer enn ti plasser.\n", encoding="utf-8")
    (act,) = compare([part], rulebase, "no/lesesal", part=True).acts
    assert [(each.change.kind, each.change.path) for each in act.drifted] == [("repealed", "no/lesesal/1-2/2")]
    assert len(act.left_alone) == 21
    (whole,) = compare([part], rulebase, "no/lesesal").acts
    assert {each.change.kind for each in whole.drifted} == {"repealed"} and len(whole.drifted) == 22
    accept([part], rulebase, SECOND, "no/lesesal", part=True)
    assert [row["path"] for row in rows(rulebase)].count("no/lesesal/2-1/2/c") == 1
    assert "no/lesesal/1-2/2" not in [row["path"] for row in rows(rulebase)]


def test_another_section_is_added_without_replacing(rulebase: RuleBase, tmp_path: Path) -> None:
    for section in ("1-1", "1-2"):
        part = tmp_path / f"{section}.txt"
        part.write_text(f"§ {section}. Overskrift\n\nOrd.\n", encoding="utf-8")
        accept([part], rulebase, FIRST, "no/lesesal", part=True)
    assert [row["path"] for row in rows(rulebase)] == [f"no/lesesal/{unit}" for unit in ("1-1", "1-1/1", "1-2", "1-2/1")]


def test_how_many_units_have_a_baseline(rulebase: RuleBase) -> None:
    assert [(act.id, len(each.found), len(each.provisions)) for act, each in standings(rulebase)] == [
        ("dk.laesesal", 0, 8), ("no.lesesal", 0, 11)]
    accept([EDITIONS / "no-1.txt", EDITIONS / "dk-1.txt"], rulebase, FIRST)
    assert [(act.id, len(each.found), each.missing, each.unnumbered) for act, each in standings(rulebase)] == [
        ("dk.laesesal", 7, (), ("dk/laesesal/visible-list",)), ("no.lesesal", 10, ("no/lesesal/2-2/7",), ())]


def test_rows_that_are_not_as_they_should_be_are_named_all_at_once(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.txt"], rulebase, FIRST)
    file = rulebase.folder / "kb" / "baselines" / "no.lesesal.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("no/lesesal/", "no/annet/")
    lines[2] = lines[2].replace("legal_editor", "Kari Nordmann")
    lines[3] = lines[3].replace("2031-06-02", "2. juni")
    lines[4] = "bare tre celler,,"
    lines[6] = lines[5]
    lines[8] = lines[8].replace(lines[8].split(",")[1], "abc")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(BadInputError) as raised:
        compare([EDITIONS / "no-1.txt"], rulebase)
    assert [(problem.file, problem.line, problem.code) for problem in raised.value.problems] == [
        ("kb/baselines/no.lesesal.csv", line, "bad-row") for line in (2, 3, 4, 5, 7, 9)]
    file.write_text("path,hash\n", encoding="utf-8")
    assert problems(rulebase, "no-1.txt") == ["bad-row"]


def test_another_way_of_reading_is_not_compared(rulebase: RuleBase) -> None:
    accept([EDITIONS / "no-1.txt"], rulebase, FIRST)
    file = baseline.file_of(rulebase.folder, rulebase.law.act("no.lesesal"))
    file.write_text(file.read_text(encoding="utf-8").replace("legal_editor,1", "legal_editor,0"), encoding="utf-8")
    assert problems(rulebase, "no-1.txt") == ["other-reading"]
    assert problems(rulebase, "no-1.txt", how=FIRST) == ["other-reading"]
    assert accept([EDITIONS / "no-1.txt"], rulebase, SECOND).acts[0].drifted == ()
    assert compare([EDITIONS / "no-1.txt"], rulebase).is_clean


def test_a_folder_that_cannot_be_written_in(rulebase: RuleBase) -> None:
    (rulebase.folder / "kb" / "baselines").write_text("in the way", encoding="utf-8")
    assert problems(rulebase, "no-1.txt", how=FIRST) == ["not-written"]


def test_roles_are_a_closed_list_that_holds_no_person(rulebase: RuleBase) -> None:
    assert ROLES == ("legal_editor", "second_reader", "lawyer", "maintainer")
    accept([EDITIONS / "no-1.txt"], rulebase, replace(FIRST, role="maintainer"))
    assert {row["role"] for row in rows(rulebase)} == {"maintainer"}
