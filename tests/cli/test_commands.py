"""The commands as a user types them: what they print, where, and how they end."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import COMMANDS, main

ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "examples" / "small.yaml")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Run a command line in this process; gives (exit code, output, errors)."""

    def typed(*argv: str) -> tuple[int, str, str]:
        code = main(list(argv))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("nb", "Er vi i samsvar med reglene?"),
        ("da", "Overholder vi reglerne?"),
        ("en", "Are we compliant?"),
    ],
)
def test_assess_first_answers_the_question(run, language: str, question: str) -> None:
    code, out, err = run("assess", SMALL, "--lang", language)
    assert code == 1, "the example holds a breach"
    assert question in out.split("\n\n")[1]
    assert err == ""


def test_assess_speaks_the_language_of_the_case_unless_told(run) -> None:
    assert "Er vi i samsvar med reglene?" in run("assess", SMALL)[1]


def test_assess_under_the_law_of_another_day_says_so_first(run) -> None:
    _, out, _ = run("assess", SMALL, "--date", "2025-06-30", "--lang", "en")
    assert "Facts as of 2026-06-30, under the law of 2025-06-30." in out.splitlines()[0]
    assert "chapter 1A" in out and "Not in force that day" in out


def test_a_day_outside_what_was_read_is_unknown_for_that_reason_alone(run) -> None:
    code, out, _ = run("assess", SMALL, "--date", "2027-06-30", "--format", "json")
    outcomes = json.loads(out)["outcomes"]
    assert code == 0
    assert outcomes and all(o["outcome"] == "unknown" and o["law"] == "not_encoded" for o in outcomes)
    assert all(o["decided_by"] for o in outcomes)


def test_assess_narrows_to_a_unit_a_duty_and_an_outcome(run) -> None:
    _, out, _ = run("assess", SMALL, "--format", "json", "--outcome", "breach")
    found = json.loads(out)["outcomes"]
    assert found and {o["outcome"] for o in found} == {"breach"}
    duty, unit = found[0]["duty"], found[0]["scope"]["unit"]
    _, out, _ = run("assess", SMALL, "--format", "json", "--duty", duty, *(["--unit", unit] if unit else []))
    assert {o["duty"] for o in json.loads(out)["outcomes"]} == {duty}


def test_assess_writes_to_a_file(run, tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    code, out, _ = run("assess", SMALL, "-o", str(target))
    assert (code, out) == (1, "")
    assert "Er vi i samsvar" in target.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_wrong_use(run, tmp_path: Path) -> None:
    code, _, err = run("assess", SMALL, "-o", str(tmp_path / "no" / "such" / "folder.txt"))
    assert code == 2
    assert "folder.txt" in err and "Traceback" not in err


def test_the_same_case_gives_the_same_bytes(run) -> None:
    assert run("assess", SMALL, "--format", "json")[1] == run("assess", SMALL, "--format", "json")[1]


def test_explain_takes_an_address_a_duty_or_a_section(run) -> None:
    _, out, _ = run("assess", SMALL, "--format", "json", "--outcome", "breach")
    first = json.loads(out)["outcomes"][0]
    by_address = run("explain", SMALL, first["id"], "--lang", "en")[1]
    assert first["id"] in by_address and "Is anything breached?" in by_address
    assert first["id"] in run("explain", SMALL, first["duty"], "--lang", "en")[1]
    section = first["duty"].split(".")[2]
    assert first["id"] in run("explain", SMALL, section, "--lang", "en")[1]


def test_explain_something_that_is_not_there_suggests_what_is(run) -> None:
    code, _, err = run("explain", SMALL, "no.utforelse.1A-2.9", "--lang", "en")
    assert code == 2
    assert "no.utforelse.1A-2.9" in err and "Did you mean" in err


def test_check_tells_how_much_is_answered_and_that_it_is_not_compliance(run) -> None:
    code, out, _ = run("check", SMALL, "--lang", "en")
    assert code == 0
    assert "risk_assessments" in out and "nothing of how much is met" in out


def test_diff_of_an_assessment_with_itself_is_empty(run, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    run("assess", SMALL, "--format", "json", "-o", str(target))
    code, out, _ = run("diff", str(target), str(target), "--lang", "en")
    assert (code, out) == (0, "Nothing has changed.\n")


def test_diff_tells_which_outcomes_changed_and_why(run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    run("assess", SMALL, "--format", "json", "-o", str(old))
    run("assess", SMALL, "--format", "json", "-o", str(new), "--date", "2025-06-30")
    code, out, _ = run("diff", str(old), str(new), "--lang", "en")
    assert code == 1
    assert "The law is that of 2025-06-30, not 2026-06-30." in out
    assert "no.utforelse.1A-2.2" in out and "gone" in out


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": "forsvarlig/assessment/9"}', "[" * 5000])
def test_diff_refuses_what_is_no_assessment(run, tmp_path: Path, content: str) -> None:
    target = tmp_path / "x.json"
    target.write_text(content, encoding="utf-8")
    code, out, err = run("diff", str(target), str(target), "--lang", "en")
    assert (code, out) == (2, "")
    assert "x.json" in err


def test_a_missing_case_is_bad_input(run) -> None:
    code, _, err = run("assess", "no-such-case.yaml", "--lang", "en")
    assert code == 2
    assert "no-such-case.yaml" in err and "Traceback" not in err


def test_version_names_the_rule_base_and_the_day_the_law_was_read(run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert "sha256:" in out and "law last read 2026-11-22" in out


def test_a_fault_of_ours_ends_3_and_says_what_to_report(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("seeded fault")

    monkeypatch.setattr("engine.assessment.assess", broken)
    code, _, err = run("assess", SMALL, "--lang", "en")
    assert code == 3
    assert "our fault" in err and "seeded fault" in err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", command, "--help"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    inner = subprocess.run(
        [sys.executable, "-m", "cli.main", command, {"law": "show", "rules": "check"}.get(command, "--help"), "--help"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0 and inner.returncode == 0
    assert "example:" in done.stdout + inner.stdout
