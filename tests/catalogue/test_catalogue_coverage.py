"""Every statement of every seed lives somewhere, or it is said why not."""

from pathlib import Path

import pytest

from engine.catalogue.coverage import Table, in_no_row, instruments, read, unresolved
from engine.catalogue.load import seed_lengths
from engine.rulebase import RuleBase

from .conftest import ROOT

HEADER = "lines,statement,lives,because\n"


def test_every_seed_has_a_table(tables: tuple[Table, ...]) -> None:
    assert [table.seed for table in tables] == ["000", "001", "002", "003", "004"]


def test_everything_that_a_statement_lives_in_exists(tables: tuple[Table, ...], base: RuleBase) -> None:
    problems = unresolved(tables, base)
    assert not problems, "\n".join(each.render("en") for each in problems)


def test_every_line_of_the_seeds_lies_in_a_row(tables: tuple[Table, ...], seeds: Path) -> None:
    problems = in_no_row(tables, seeds, seed_lengths(ROOT))
    assert not problems, "\n".join(each.render("en") for each in problems)


def test_the_wrong_label_of_the_slides_is_no_citation(tables: tuple[Table, ...]) -> None:
    (slides,) = [table for table in tables if table.seed == "003"]
    (label,) = [row for row in slides.rows if row.lines.first <= 478 <= row.lines.last]
    assert label.lives == () and "never a citation" in label.because
    assert not [row for row in slides.rows if any("23A" in id_ for id_ in row.lives)]


def test_empty_headings_stay_empty(tables: tuple[Table, ...]) -> None:
    (article,) = [table for table in tables if table.seed == "000"]
    for line in (27, 29):
        (row,) = [row for row in article.rows if row.lines.first == line]
        assert row.lives == () and "stays empty" in row.because


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kb" / "sources" / "coverage").mkdir(parents=True)
    (tmp_path / "kb" / "sources" / "seeds.csv").write_text("file,sha256,lines\n007_a.txt,0,5\n", encoding="utf-8")
    return tmp_path


MISTAKES = [
    ("bad-header", "line,what\n"),
    ("bad-header", HEADER + "1,a statement,fv:workload\n"),
    ("bad-lines", HEADER + "x,a statement,fv:workload,\n"),
    ("bad-lines", HEADER + "4-6,a statement,fv:workload,\n"),
    ("bad-lines", HEADER + "3-2,a statement,fv:workload,\n"),
    ("out-of-order", HEADER + "3,a statement,fv:workload,\n2,another,fv:support,\n"),
    ("no-statement", HEADER + "3,,fv:workload,\n"),
    ("lives-or-because", HEADER + "3,a statement,,\n"),
    ("lives-or-because", HEADER + "3,a statement,fv:workload,a heading\n"),
]


@pytest.mark.parametrize(("code", "text"), MISTAKES)
def test_a_mistake_of_a_table_is_named(folder: Path, code: str, text: str) -> None:
    (folder / "kb" / "sources" / "coverage" / "007.csv").write_text(text, encoding="utf-8")
    _, problems = read(folder)
    assert [each.code for each in problems] == [code]
    assert problems[0].file == "kb/sources/coverage/007.csv" and problems[0].line > 0


def test_a_seed_without_a_table_and_a_table_without_a_seed_are_named(folder: Path) -> None:
    (folder / "kb" / "sources" / "coverage" / "008.csv").write_text(HEADER, encoding="utf-8")
    _, problems = read(folder)
    assert [each.code for each in problems] == ["no-such-seed", "no-table"]


def test_a_line_that_says_something_and_lies_in_no_row_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "kb" / "sources" / "coverage" / "007.csv").write_text(HEADER + "1-2,a statement,fv:workload,\n", encoding="utf-8")
    (tmp_path / "007_a.txt").write_text("one\ntwo\n \nfour\n\n", encoding="utf-8")
    tables, _ = read(folder)
    (problem,) = in_no_row(tables, tmp_path, seed_lengths(folder))
    assert "line 4 lies in no row" in problem.render("en")


def test_what_does_not_exist_is_named(folder: Path, base: RuleBase) -> None:
    rows = "content:none;fv:none;instrument:none;no/aml/99-1;no.aml.99-1;no/aml/4-3;no.aml.4-3.1;fv:workload;content:jd-r"
    (folder / "kb" / "sources" / "coverage" / "007.csv").write_text(f"{HEADER}1,a statement,{rows},\n", encoding="utf-8")
    tables, problems = read(folder)
    assert not problems
    named = [each.message.en.split("“")[1].split("”")[0] for each in unresolved(tables, base)]
    assert named == ["content:none", "fv:none", "instrument:none", "no/aml/99-1", "no.aml.99-1"]


def test_instruments_are_known_by_file_and_by_declaration(tmp_path: Path) -> None:
    folder = tmp_path / "kb" / "instruments"
    folder.mkdir(parents=True)
    (folder / "pulse.ttl").write_text("@prefix instrument: <x/> .\ninstrument:one-to-five a fv:Instrument .\n", encoding="utf-8")
    assert instruments(tmp_path) == {"pulse", "one-to-five"}
