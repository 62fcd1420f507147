"""The law base itself: complete against its inventory, in three languages, without gaps, true to the seeds."""

import csv
import hashlib
import pickle
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from engine.law.citation import find
from engine.law.inventory import read_inventory
from engine.law.load import LawBaseError, load
from engine.law.model import CONTENTS, NUMBERS, STATUSES, LawBase
from engine.law.seeds import check_seeds
from engine.text import LANGUAGES


@pytest.mark.parametrize("regime", ["no", "dk"])
def test_every_row_of_the_inventory_has_a_unit_and_every_unit_a_row(regime: str, lawbase: LawBase,
                                                                    rulebase: Path) -> None:
    rows = [row for row in read_inventory(rulebase / "kb" / "inventory.csv") if row.regime == regime]
    assert len(rows) == len({row.id for row in rows}) > 200
    known = {*lawbase.by_id, *lawbase.by_path}
    assert [row.id for row in rows if row.id not in known] == []
    named = {row.id for row in rows}
    units = [unit for unit in lawbase.by_id.values() if lawbase.act(unit.act).regime == regime]
    assert [unit.id for unit in units if not {unit.id, unit.path} & named] == []


@pytest.mark.parametrize("regime", ["no", "dk"])
def test_inventory_citations_mean_their_own_path(regime: str, lawbase: LawBase, rulebase: Path) -> None:
    for row in read_inventory(rulebase / "kb" / "inventory.csv"):
        if row.regime != regime:
            continue
        assert find(row.citation, lawbase) == [row.path], row.citation
        assert row.act == ".".join(row.path.split("/")[:2]) and row.regime == row.path.split("/")[0]
        assert row.dossier.startswith(f"{row.regime}.md ")


def test_every_section_that_the_dossier_lists_is_there(lawbase: LawBase) -> None:
    sections = Counter(path.split("/")[2].split("-")[0] for path in lawbase.paths()
                       if path.startswith("no/utforelse/") and path.count("/") == 2)
    assert sections == {"1": 5, "1A": 5, "2A": 4, "3A": 6, "23A": 5}
    on = date(2026, 6, 30)
    letters = {path: "".join(unit.bokstav for unit in lawbase.children(path, on)) for path in (
        "no/aml/4-3/2", "no/utforelse/1A-1/2", "no/utforelse/1A-2/4", "no/utforelse/2A-2/3", "no/utforelse/3A-2/3",
        "no/utforelse/3A-3/3", "no/utforelse/3A-4/1", "no/utforelse/3A-5/1")}
    assert list(letters.values()) == ["abcd", "abcdefgh", "abcd", "abc", "abcdefgh", "abcde", "abc", "ab"]


def test_every_unit_has_a_status_a_confidence_and_a_source_that_was_read(lawbase: LawBase) -> None:
    for unit in lawbase.by_id.values():
        assert unit.status in STATUSES, unit.id
        assert (unit.because is not None) == (unit.status == "not_modelled"), unit.id
        assert unit.content in CONTENTS and unit.number in NUMBERS
        assert unit.sources and all(key in lawbase.sources for key in unit.sources), unit.id
        assert unit.dossier.startswith(f"{lawbase.act(unit.act).regime}.md "), unit.id


def test_every_text_is_in_three_languages_and_no_placeholder(lawbase: LawBase) -> None:
    for unit in lawbase.by_id.values():
        for text in (unit.paraphrase, unit.because, unit.note):
            if text is None:
                continue
            assert len(set(text)) == len(LANGUAGES), f"{unit.id}: the same in two languages: {text}"
            for part in text:
                assert len(part) > 20 and part[0].isupper() and part.endswith("."), f"{unit.id}: {part}"
    for act in lawbase.acts.values():
        assert all(act.title) and all(act.short_title) and len(set(act.title)) == 3


def test_two_units_of_one_day_never_say_the_same(lawbase: LawBase) -> None:
    """A paraphrase belongs to one provision; only § 4-3 (2) and § 1A-1 (2), which have the same words, share theirs."""
    on = date(2026, 6, 30)
    texts: dict[str, list[str]] = {}
    for path in lawbase.paths():
        if path.startswith("no/") and (unit := lawbase.provision(path, on)):
            texts.setdefault(unit.paraphrase.nb, []).append(path)
    shared = sorted(paths for paths in texts.values() if len(paths) > 1)
    assert shared == [[f"no/aml/4-3/2/{k}", f"no/utforelse/1A-1/2/{k}"] for k in "abcd"]


def test_names_follow_path_and_first_day_and_parts_follow_the_path(lawbase: LawBase) -> None:
    for id_, unit in lawbase.by_id.items():
        assert id_ == unit.id
        parts = [unit.section, *([str(unit.ledd)] if unit.ledd else []), *([unit.bokstav] if unit.bokstav else []),
                 *([f"nr-{unit.nr}"] if unit.nr else [])]
        if unit.act.startswith("dk."):
            continue  # tests/law/test_danish_law.py says how Danish paths are made
        assert unit.path == "/".join([*unit.act.split("."), *parts])


def test_every_parent_is_a_unit_in_force_as_long_as_its_parts(lawbase: LawBase) -> None:
    for unit in lawbase.by_id.values():
        parent = unit.path.rpartition("/")[0]
        if parent.count("/") < 2:
            continue
        for day in (unit.valid_from, unit.valid_until or date(2026, 11, 22)):
            assert lawbase.provision(parent, day), f"{unit.id} has no {parent} on {day}"


def test_intervals_of_a_path_neither_overlap_nor_leave_a_gap(lawbase: LawBase) -> None:
    for path in lawbase.paths():
        versions = lawbase.versions(path)
        for version in versions:
            assert version.valid_until is None or version.valid_from <= version.valid_until, version.id
        for earlier, later in pairwise(versions):
            assert earlier.valid_until is not None, f"{earlier.id} is open-ended, and {later.id} follows"
            assert later.valid_from == earlier.valid_until + timedelta(days=1), f"{earlier.id} and {later.id}"


def test_of_the_norwegian_law_only_23a_is_repealed(lawbase: LawBase) -> None:
    ended = [path for path in lawbase.paths() if path.startswith("no/") and lawbase.versions(path)[-1].valid_until]
    assert ended == [f"no/utforelse/23A-{n}" for n in range(1, 6)]


def test_predecessors_exist_and_end_the_day_before(lawbase: LawBase) -> None:
    for unit in lawbase.by_id.values():
        if unit.predecessor:
            assert unit.predecessor in lawbase.by_id, unit.id
            until = lawbase.by_id[unit.predecessor].valid_until
            assert until is not None and until + timedelta(days=1) == unit.valid_from, unit.id


def test_chapter_23a_lives_on_in_3a(lawbase: LawBase) -> None:
    succeeded = {unit.section: lawbase.by_id[unit.predecessor].section for unit in lawbase.by_id.values()
                 if unit.act == "no.utforelse" and unit.predecessor}
    assert succeeded == {"3A-2": "23A-1", "3A-5": "23A-2", "3A-4": "23A-3", "3A-3": "23A-4", "3A-6": "23A-5"}
    on = date(2021, 9, 20)
    then = lawbase.then("no/utforelse/3A-2", on)
    assert then is not None and then.path == "no/utforelse/23A-1"
    assert lawbase.provision("no/utforelse/3A-2", on) is None and lawbase.then("no/utforelse/3A-1", on) is None


@pytest.mark.parametrize(("on", "section", "third", "ledd"), [
    (date(2010, 1, 1), "2006-01-01", "no/aml/4-3/3@2006-01-01", 5),
    (date(2024, 6, 1), "2024-01-01", "no/aml/4-3/3@2024-01-01", 5),
    (date(2026, 6, 1), "2026-01-01", "no/aml/4-3/3@2026-01-01", 7),
])
def test_section_4_3_by_date(lawbase: LawBase, on: date, section: str, third: str, ledd: int) -> None:
    found = lawbase.provision("no/aml/4-3", on)
    assert found is not None and str(found.valid_from) == section
    assert lawbase.provision("no/aml/4-3/3", on) == lawbase.by_id[third]
    assert [unit.ledd for unit in lawbase.children("no/aml/4-3", on)] == list(range(1, ledd + 1))


def test_the_third_ledd_of_4_3_was_harassment_and_is_integrity(lawbase: LawBase) -> None:
    said = {year: unit.paraphrase.en for year in (2010, 2024, 2026)
            if (unit := lawbase.provision("no/aml/4-3/3", date(year, 6, 1)))}
    assert "harassment" in said[2010] and "sexual" not in said[2010] and "defined" not in said[2010]
    assert "sexual harassment" in said[2024] and "defined" in said[2024]
    assert "integrity" in said[2026] and "harassment" not in said[2026]


def test_the_harassment_duty_is_followed_under_its_old_number(lawbase: LawBase) -> None:
    assert [unit.id for unit in lawbase.lineage("no/aml/4-3/5")] == [
        "no/aml/4-3/5@2026-01-01", "no/aml/4-3/3@2024-01-01", "no/aml/4-3/3@2006-01-01"]
    cited = lawbase.versions("no/aml/4-3/5")[-1].cited_as
    assert [(entry.path, str(entry.start), str(entry.end)) for entry in cited] == [
        ("no/aml/4-3/3", "2006-01-01", "2025-12-31")]
    moved = {n: lawbase.lineage(f"no/aml/4-3/{n}")[-1].path for n in range(1, 8)}
    assert moved == {1: "no/aml/4-3/1", 2: "no/aml/4-3/2", 3: "no/aml/4-3/1", 4: "no/aml/4-3/2", 5: "no/aml/4-3/3",
                     6: "no/aml/4-3/4", 7: "no/aml/4-3/5"}


@pytest.mark.parametrize(("path", "on", "kind", "why"), [
    ("no/utforelse/3A-5", date(2026, 6, 30), "in_force", ""),
    ("no/utforelse/3A-5", date(2014, 1, 1), "not_in_force", "not_yet"),
    ("no/utforelse/23A-1", date(2014, 1, 1), "not_in_force", "not_yet"),
    ("no/utforelse/23A-1", date(2026, 1, 1), "not_in_force", "repealed"),
    ("no/utforelse/3A-5", date(2026, 11, 23), "not_encoded", "after_known"),
    ("no/utforelse/1-3", date(2020, 1, 1), "not_encoded", "before_known"),
    ("no/aml/4-3", date(2005, 12, 31), "not_encoded", "before_known"),
    ("no/aml/6-2/2/f", date(2023, 12, 31), "not_in_force", "not_yet"),
    ("no/ik/5/nr-6", date(2014, 1, 1), "not_encoded", "before_known"),
    ("no/aml/3-2/3", date(2014, 1, 1), "in_force", ""),
])
def test_standing(lawbase: LawBase, path: str, on: date, kind: str, why: str) -> None:
    standing = lawbase.standing(path, on)
    assert (standing.kind, standing.why) == (kind, why)
    assert (standing.provision is not None) == (kind == "in_force")


def test_what_was_not_read_says_so(lawbase: LawBase) -> None:
    for path in ("no/aml/3-1", "no/aml/3-1/2/c", "no/aml/3-2/3", "no/aml/4-1", "no/aml/4-1/1", "no/aml/4-1/3"):
        old, new = lawbase.versions(path)
        assert (old.content, new.content) == ("read_in_part", "read")
        assert old.note is not None and str(old.valid_from) == "2006-01-01" and str(new.valid_from) == "2026-01-01"


def test_quotes_stand_in_the_seeds_where_they_say(lawbase: LawBase, seeds: Path) -> None:
    quotes = [unit.quote for unit in lawbase.by_id.values() if unit.quote]
    assert len([quote for quote in quotes if quote.of == "law"]) >= 6
    for quote in quotes:
        lines = (seeds / quote.file).read_text(encoding="utf-8").split("\n")[quote.first - 1:quote.last]
        place = " ".join(" ".join(lines).split())
        assert quote.text in place, f"{quote.file}:{quote.first}-{quote.last}: {place}"
        assert lines[0].strip() and lines[-1].strip()


def test_chapter_titles_stand_in_the_seed(lawbase: LawBase, seeds: Path) -> None:
    chapters = [chapter for (act, _), chapter in lawbase.chapters.items() if act.startswith("no.")]
    assert {chapter.number for chapter in chapters} == {"1A", "2A", "3A"}
    for chapter in chapters:
        file, lines = chapter.quoted_in.split(":")
        first, last = map(int, lines.split("-"))
        text = " ".join(" ".join((seeds / file).read_text(encoding="utf-8").split("\n")[first - 1:last]).split())
        assert f"Kapittel {chapter.number}: {chapter.title.nb}" in text


def test_the_words_of_the_norwegian_law_come_from_seed_003_only(lawbase: LawBase) -> None:
    norwegian = [unit for unit in lawbase.by_id.values() if unit.path.startswith("no/") and unit.quote]
    quoted = {unit.path: unit.quote.file for unit in norwegian if unit.quote and unit.quote.of == "law"}
    assert sorted(quoted) == ["no/aml/4-3/1", "no/aml/4-3/2", *(f"no/aml/4-3/2/{k}" for k in "abcd")]
    assert set(quoted.values()) == {"003_27fa549ff2dd2018.txt"}
    assert all(unit.valid_from.year == 2026 for unit in norwegian)


def test_the_list_of_seeds_is_true(rulebase: Path, seeds: Path) -> None:
    with (rulebase / "kb" / "sources" / "seeds.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["file"]: (row["sha256"], int(row["lines"])) for row in csv.DictReader(stream)}
    there = {file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), len(file.read_text("utf-8").splitlines()))
             for file in sorted(seeds.glob("*.txt"))}
    assert len(listed) == 5 and listed == there


def test_the_check_against_the_seeds(lawbase: LawBase, rulebase: Path, seeds: Path, tmp_path: Path) -> None:
    assert check_seeds(rulebase, seeds, lawbase) == []
    for file in seeds.glob("*.txt"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "001_7be927a4bf42dd6e.txt").unlink()
    changed = tmp_path / "003_27fa549ff2dd2018.txt"
    changed.write_text("En linje til.\n" + changed.read_text(encoding="utf-8"), encoding="utf-8")
    faults = check_seeds(rulebase, tmp_path, lawbase)
    assert faults[:3] == ["001_7be927a4bf42dd6e.txt: missing",
                          "003_27fa549ff2dd2018.txt: not the file that was read (sha256)",
                          "003_27fa549ff2dd2018.txt: 711 lines, not 710"]
    assert "no/aml/4-3/2/a@2026-01-01: the quote does not stand in 003_27fa549ff2dd2018.txt:488-488" in faults
    assert not [fault for fault in faults if "002_510a1c3fa72e4c28.txt" in fault]


def test_the_law_base_survives_pickling(lawbase: LawBase) -> None:
    assert pickle.loads(pickle.dumps(lawbase)) == lawbase


def test_importing_the_loader_does_not_import_rdflib() -> None:
    code = "import sys, engine.law.load, engine.law.citation, engine.law.coverage; print('rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          cwd=Path(__file__).resolve().parents[2])
    assert done.stdout.strip() == "False"


def test_faults_are_named_all_at_once(tmp_path: Path, rulebase: Path) -> None:
    (tmp_path / "kb" / "no").mkdir(parents=True)
    (tmp_path / "kb" / "sources.ttl").write_text("", encoding="utf-8")
    (tmp_path / "kb" / "no" / "acts.ttl").write_text(
        (rulebase / "kb" / "no" / "acts.ttl").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "kb" / "no" / "bad.ttl").write_text("""
        @base <https://w3id.org/forsvarlig/law/> . @prefix fv: <https://w3id.org/forsvarlig/ns#> .
        <no/aml/9-9@2026-01-01> a fv:Provision ; fv:path "no/aml/9-9" ; fv:act <no/aml> ; fv:section "9-9" ;
          fv:validFrom "2026-01-02" ; fv:status "maybe" ; fv:content "read" ; fv:number "verified" ;
          fv:dossier "no.md 0" ; fv:paraphrase "Bare norsk."@nb .
        <no/xyz/1@2026-01-01> a fv:Provision ; fv:path "no/xyz/1" ; fv:act <no/xyz> ; fv:section "1" ;
          fv:validFrom "i fjor" ; fv:status "not_modelled" ; fv:content "read" ; fv:number "verified" ;
          fv:dossier "no.md 0" ; fv:paraphrase "En."@nb , "To."@da , "Three."@en .
        """, encoding="utf-8")
    with pytest.raises(LawBaseError) as caught:
        load(tmp_path)
    text = "\n".join(caught.value.faults)
    for expected in ("status is 'maybe'", "paraphrase must be given once in each of nb, da, en", "no source",
                     "the name does not fit", "validFrom is no date: i fjor", "not modelled, and no because",
                     "the act no.xyz has no record"):
        assert expected in text, expected
