"""``forsvarlig rules lint``: exit codes, languages, files, pages; the same bytes whatever the order of hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from engine.lint.messages import CODES
from engine.text import LANGUAGES, Language
from tests.lint.conftest import ROOT, Linted

REPEATED = "språk nb\n\nregel no.lov.1-2.a\n  for hver enhet U\n  når\n    U har nattarbeid\n    U har nattarbeid\n  så\n    U trenger opplæring\n"
MORE = "språk nb\n\nregel no.lov.1-2.b\n  for hver enhet U\n  når\n    U har alenearbeid\n    U har alenearbeid\n  så\n    U trenger opplæring\n"


@pytest.fixture
def base(tmp_path: Path, linted: Linted) -> Path:
    """Lay out a rule base with a finding in each of two files."""
    linted([("rules/no/lov/1-2.regel", REPEATED), ("rules/no/lov/1-2/b.regel", MORE)])
    return tmp_path / "base"


def run(*words: str) -> int:
    return main(["rules", "lint", *words])


@pytest.mark.parametrize(("language", "said"), [
    ("nb", "rules/no/lov/1-2.regel:7:5: F205 Dette følger allerede av linje 6."),
    ("da", "rules/no/lov/1-2.regel:7:5: F205 Dette følger allerede af linje 6."),
    ("en", "rules/no/lov/1-2.regel:7:5: F205 This already follows from line 6."),
])
def test_findings_are_printed_in_the_language_asked_for_and_end_1(language: str, said: str, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rulebase", str(base), "rules", "lint", "--lang", language]) == 1
    printed = capsys.readouterr().out
    assert said in printed.splitlines() and printed.count(": F205 ") == 2
    assert "--explain F205" in printed.splitlines()[-1]


def test_only_what_concerns_the_files_named_is_printed(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rulebase", str(base), "rules", "lint", "rules/no/lov/1-2.regel", "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    assert printed.count(": F205 ") == 1 and printed.splitlines()[-1].startswith("1 file: 1 finding.")
    assert main(["--rulebase", str(base), "rules", "lint", str(base / "rules/no/lov/1-1.regel"), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "1 file: no findings.\n"


def test_a_file_outside_the_rule_base_is_wrong_use(base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.regel").write_text(REPEATED, encoding="utf-8")
    for name in ("nowhere.regel", str(tmp_path / "x.regel")):
        assert main(["--rulebase", str(base), "rules", "lint", name, "--lang", "en"]) == 2
        assert capsys.readouterr().err == f"{name} is no file of the rule base.\n"


def test_rules_that_do_not_pass_check_end_2_with_what_is_wrong(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (base / "rules/no/lov/1-2.regel").write_text(REPEATED.replace("nattarbeid", "natarbejde", 1), encoding="utf-8")
    assert main(["--rulebase", str(base), "rules", "lint", "--lang", "nb"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and "rules/no/lov/1-2.regel:6:5: " in printed.err and "Traceback" not in printed.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_every_code_with_its_title(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--list", "--lang", language) == 0
    assert capsys.readouterr().out.splitlines() == [f"{code}  {words.title.in_(language)}" for code, words in CODES.items()]


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--explain", "f205", "--lang", "da") == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"F205 {CODES['F205'].title.da}\n") and "\nForkert\n" in printed and "\nRigtigt\n" in printed


def test_a_code_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--explain", "F999", "--lang", "nb") == 2
    assert capsys.readouterr().err.startswith("Det finnes ingen kode F999. Kodene er F101, F102, ")


def test_the_output_does_not_depend_on_the_order_of_hashes(base: Path, tmp_path: Path) -> None:
    printed = set()
    for seed in ("0", "1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / f"cache{seed}"), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "cli.main", "--rulebase", str(base), "rules", "lint", "--lang", "nb"]
        printed.add(subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False).stdout)
    assert len(printed) == 1 and next(iter(printed)).count("F205") == 3
