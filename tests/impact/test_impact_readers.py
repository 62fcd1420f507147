"""The comparison as text, page and data, by the command line: what is printed, what it ends with, what it refuses."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cli.main import main
from engine.archive.packing import pack
from engine.impact.html import html
from engine.impact.model import Impact
from engine.impact.record import record, schema
from engine.impact.text import text
from engine.rulebase import contents, load
from engine.text import LANGUAGES, Language

from .invented import CLOSED, HEAD, OTHERS, PLAN, REMARK, ROOT, RULES, TRAINED, TRAINING, UNIT, base, compared

LENIENT = TRAINING.replace("  brudd når\n    ikke:", "  brudd når\n    U har alenearbeid\n    ikke:", 1)
UNUSED = PLAN.replace("C kan ha betydning for risikoforholdene", "C er datert D\n    D er senest saksdatoen")
NO_CHANGES = CLOSED[:-2] + ", {register: changes, complete_for: all, as_of: 2026-06-30, stated_by: employer}]\n"
languages = pytest.mark.parametrize("language", LANGUAGES)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Impact:
    """An outcome that moves in one of two cases, an edit without effect (a variable has another letter), one that no case touches."""
    plan = UNUSED.replace(" M\n", " T\n").replace("    M ", "    T ")
    cases = (UNIT + NO_CHANGES, UNIT + NO_CHANGES + TRAINED)
    return compared(base(), base(LENIENT, plan + REMARK), tmp_path_factory.mktemp("cases"), *cases)


def flowing(printed: str) -> str:
    """Give what was printed as if no line had been wrapped."""
    return " ".join(printed.split())


# --- the readers ----------------------------------------------------------------------------------------------------------------


@languages
def test_the_text_groups_by_edit_and_names_what_had_no_effect(found: Impact, language: Language) -> None:
    printed = text(found, language)
    assert "{" not in printed and "None:" not in printed
    assert max(map(len, printed.splitlines())) <= 110
    heads = [line for line in printed.splitlines() if line.startswith("no.")]
    assert [line.split()[0] for line in heads] == ["no.utforelse.3A-5.1"]
    word = {"nb": "brudd → uavklart", "da": "brud → uafklaret", "en": "breached → unknown"}[language]
    assert word in printed and "case-0.yaml (Lillevik omsorg): Nattlaget" in printed
    lists = {"nb": ("ENDRET UTEN VIRKNING", "INGEN SAK BERØRER"), "da": ("ÆNDRET UDEN VIRKNING", "INGEN SAG BERØRER"), "en": ("CHANGED WITHOUT EFFECT", "NO CASE TOUCHES")}
    without_effect, untouched = printed[printed.index(lists[language][0]) :].split(lists[language][1])
    assert "no.utforelse.3A-2.2" in without_effect
    assert "no.utforelse.3A-2.3" in untouched and "no.utforelse.3A-2.m1" in untouched


def test_nothing_is_said_as_nothing(tmp_path: Path) -> None:
    same = compared(base(), base(TRAINING + "\n# En kommentar til.\n"), tmp_path, UNIT)
    assert "Nothing has changed" in text(same, "en") and "wording, layout and comments" in text(same, "en")
    assert "Ingenting er endret" in html(same, "nb")


def test_all_places_are_named_when_asked_for(tmp_path: Path) -> None:
    five = compared(base(), base(LENIENT), tmp_path, *[UNIT + CLOSED] * 5)
    short, full = text(five, "nb"), text(five, "nb", full=True)
    assert "… og 2 til (--detail full)" in short and "case-4.yaml" not in short
    assert "case-4.yaml" in full and "--detail" not in full


@languages
def test_the_page_refers_to_nothing_outside_itself(found: Impact, language: Language) -> None:
    page = html(found, language)
    assert not re.search(r"(?:src|href)=\"(?!#)", page) and "@import" not in page and "url(" not in page and "<script" not in page
    ids, targets = set(re.findall(r'id="([^"]+)"', page)), set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= ids and "no.utforelse.3A-5.1" in targets
    assert f'<html lang="{language}">' in page and "prefers-color-scheme: dark" in page and "@media print" in page
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.S)


def test_what_a_case_says_is_escaped(tmp_path: Path) -> None:
    odd = UNIT.replace("Nattlaget", "<b>Natt</b>")
    page = html(compared(base(), base(LENIENT), tmp_path, odd + CLOSED), "nb")
    assert "<b>Natt" not in page and "&lt;b&gt;Natt" in page


def test_the_data_keep_to_the_schema(found: Impact) -> None:
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    data = json.loads(json.dumps(record(found)))
    assert [error.message for error in validator.iter_errors(data)] == []
    for key in schema()["required"]:
        assert list(validator.iter_errors({k: v for k, v in data.items() if k != key})), key
    change = data["changes"][-1]
    assert (change["part"], change["old"], change["new"], change["because"]) == ("no.utforelse.3A-5.1", "breach", "unknown", ["no.utforelse.3A-5.1"])
    assert data["cases"][change["case"]]["file"].endswith("case-0.yaml")
    edits = {edit["key"]: edit for edit in data["edits"]}
    assert edits["no.utforelse.3A-5.1"]["changes"] == list(range(len(data["changes"])))
    assert {key for key, edit in edits.items() if not edit["touched"]} == {"no.utforelse.3A-2.3", "no.utforelse.3A-2.m1"}


def test_every_key_of_the_data_is_explained() -> None:
    explained = (ROOT / "docs" / "impact.md").read_text(encoding="utf-8")

    def keys(part: Any) -> set[str]:
        inner = [part.get("items"), *part.get("properties", {}).values()] if isinstance(part, dict) else []
        return set(part.get("properties", {}) if isinstance(part, dict) else ()).union(*(keys(each) for each in inner if each))

    named = keys(schema())
    assert len(named) > 20
    assert [key for key in sorted(named) if f"`{key}`" not in explained] == []


def test_the_sample_of_the_documentation_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    plan = UNUSED.replace(" M\n", " T\n").replace("    M ", "    T ")
    found = compared(base(), base(LENIENT, plan), Path("cases"), UNIT + NO_CHANGES, UNIT + NO_CHANGES + TRAINED)
    printed = text(replace(found, against="HEAD"), "en")
    shown = (ROOT / "docs" / "impact.md").read_text(encoding="utf-8").split("<!-- sample -->\n```\n")[1].split("```")[0]
    assert shown == f"$ forsvarlig rules impact --against HEAD cases --lang en\n{printed}"


# --- the command ----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The vocabulary and the law base of this checkout with the invented rules: in a folder, and as they were before in an archive."""
    place = tmp_path_factory.mktemp("rulebases")
    kept = {name: data for name, data in contents(ROOT).items() if not name.startswith("rules/")}
    for name, training in (("before", TRAINING), ("now", LENIENT)):
        for file, data in {**kept, RULES: training.encode(), OTHERS: PLAN.encode()}.items():
            (place / name / file).parent.mkdir(parents=True, exist_ok=True)
            (place / name / file).write_bytes(data)
    (place / "before.zip").write_bytes(pack(load(place / "before")))
    return place / "now", place / "before.zip"


@pytest.fixture
def run(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``rules impact`` against the archive."""

    def typed(*argv: str | Path) -> tuple[int, str, str]:
        now, before = folders
        code = main(["--rulebase", str(now), "rules", "impact", "--against", str(before), *map(str, argv)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of cases: one in a folder within, one hidden."""
    folder = tmp_path / "cases"
    for name, case in {"a.yaml": CLOSED, "b.yml": TRAINED, "deep/c.yaml": CLOSED, ".hidden/d.yaml": CLOSED, "notes.txt": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(HEAD + UNIT + case, encoding="utf-8")
    return folder


def test_it_ends_1_where_anything_changed_and_0_where_nothing_did(run: Run, cases: Path) -> None:
    code, out, err = run(cases, "--lang", "en")
    assert (code, err) == (1, "")
    assert "Cases assessed under both: 3." in flowing(out) and "Cases with changes: 2 of 3." in flowing(out)
    assert out.index("a.yaml") < out.index("deep/c.yaml")
    assert run(cases / "b.yml", "--lang", "en")[0] == 0


def test_a_file_that_is_named_twice_is_one_case(run: Run, cases: Path) -> None:
    assert "Cases assessed under both: 3." in flowing(run(cases, cases / "a.yaml", "--lang", "en")[1])


def test_the_same_bytes_each_time(run: Run, cases: Path) -> None:
    first = run(cases, "--format", "json")
    assert first == run(cases, "--format", "json")
    assert json.loads(first[1])["old"]["name"].endswith("before.zip")


def test_every_error_of_every_file_at_once_and_nothing_assessed(run: Run, cases: Path) -> None:
    (cases / "bad.yaml").write_text(HEAD.replace("2026-06-30", "2026-06-31") + UNIT.replace("employees", "employeess"), encoding="utf-8")
    (cases / "worse.yaml").write_text("forsvarlig: [", encoding="utf-8")
    code, out, err = run(cases, "--lang", "en")
    assert (code, out) == (2, "")
    assert "bad.yaml:4:7:" in err and "employeess" in err and "worse.yaml" in err
    assert "a.yaml" not in err


@pytest.mark.parametrize(("named", "said"), [("nowhere", "There is no such file or folder."), ("empty", "The folder holds no case files")])
def test_places_without_cases_are_refused(run: Run, tmp_path: Path, named: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run(tmp_path / named, "--lang", "en")
    assert (code, out) == (2, "") and said in err


def test_rules_that_are_not_there_are_refused(folders: tuple[Path, Path], cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rulebase", str(folders[0]), "rules", "impact", "--against", "none.zip", str(cases), "--lang", "nb"]) == 2
    assert "Arkivet finnes ikke." in capsys.readouterr().err


def test_the_law_of_another_day(run: Run, cases: Path) -> None:
    code, out, _ = run(cases, "--date", "2016-01-01", "--lang", "en")
    assert code == 0 and "The law of 2016-01-01." in flowing(out)
    code, out, _ = run(cases, "--date", "2026-01-02", "--regime", "dk", "--lang", "en")
    assert code == 0, "no Norwegian duty is assessed under Danish law"


def test_a_page_is_written_to_a_file(run: Run, cases: Path, tmp_path: Path) -> None:
    code, out, _ = run(cases, "--format", "html", "-o", tmp_path / "impact.html", "--lang", "da")
    assert (code, out) == (1, "")
    assert (tmp_path / "impact.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
