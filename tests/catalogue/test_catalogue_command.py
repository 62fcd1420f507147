"""``forsvarlig catalogue``: grouped contents with their lines, never as duties, and the tables of the seeds."""

import subprocess
import sys

import pytest

from cli.main import main
from engine.catalogue.words import NEVER_DUTIES, TYPES
from engine.text import LANGUAGES, Language

from .conftest import ROOT

HEAVY = {"rdflib", "pyshacl", "durable", "lark", "yaml"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def typed(*argv: str) -> tuple[int, str, str]:
        code = main([*argv[:1], *argv[1:]])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_factor_gives_its_contents_by_type(run, language: Language) -> None:
    code, out, err = run("catalogue", "--factor", "workload", "--lang", language)
    assert code == 0 and err == ""
    assert out.startswith(NEVER_DUTIES.in_(language).split(".")[0])
    assert TYPES["measure"].in_(language).upper() in out and TYPES["risk_question"].in_(language).upper() in out
    assert "001_7be927a4bf42dd6e.txt:27]" in out


def test_type_level_stage_and_word_narrow_it(run) -> None:
    code, out, _ = run("catalogue", "--type", "measure", "--level", "organisation", "--stage", "primary", "--word", "departments", "--lang", "en")
    assert code == 0
    assert "agree across departments on goals, priorities and capacity" in out and "MEASURES (1)" in out


def test_nothing_that_fits_is_said(run) -> None:
    code, out, _ = run("catalogue", "--word", "xyzzy", "--lang", "en")
    assert (code, out) == (0, "The catalogue holds nothing that fits.\n")


def test_an_unknown_factor_names_the_factors(run) -> None:
    code, out, err = run("catalogue", "--factor", "stress", "--lang", "en")
    assert code == 2 and out == "" and "unclear_demands" in err


def test_the_summary_counts_every_table(run) -> None:
    code, out, _ = run("catalogue", "seeds", "--lang", "en")
    assert code == 0
    rows = [line.split() for line in out.splitlines() if line[:3].isdigit()]
    assert [row[0] for row in rows] == ["000", "001", "002", "003", "004"]
    assert all(int(row[2]) == int(row[3]) + int(row[4]) for row in rows)


def test_a_table_shows_where_a_statement_lives_and_why_one_does_not(run) -> None:
    code, out, _ = run("catalogue", "seeds", "001", "--lang", "en")
    assert code == 0
    assert "content:trends-over-events" in out and "not used: advertising" in out


def test_an_unknown_seed_names_the_seeds(run) -> None:
    code, _, err = run("catalogue", "seeds", "007", "--lang", "en")
    assert code == 2 and "000" in err


def test_help_loads_none_of_the_heavy_libraries() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli.main", "catalogue", "--help"], cwd=ROOT, capture_output=True, text=True, check=False,
    )
    assert ran.returncode == 0 and "example" in ran.stdout
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert not loaded & HEAVY
