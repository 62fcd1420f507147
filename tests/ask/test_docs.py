"""docs/ask.md says what the commands say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.main import main
from tests.ask.brute import ROOT

PAGE = (ROOT / "docs" / "ask.md").read_text("utf-8")
SAMPLES = re.findall(r"```\n\$ forsvarlig (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), [sample for sample in SAMPLES if "--interview" not in sample[0]])
def test_the_samples_are_true(command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(command.split()) == 0
    assert capsys.readouterr().out == shown


def test_the_interview_on_the_page_is_true(tmp_path: Path) -> None:
    ((command, shown),) = [sample for sample in SAMPLES if "--interview" in sample[0]]
    case = tmp_path / "case.yaml"
    before = (ROOT / "examples" / "small.yaml").read_text("utf-8")
    case.write_text(before, "utf-8")
    typed = re.findall(r"^> (.+)$", shown, re.MULTILINE)
    said = subprocess.run(
        [sys.executable, "-m", "cli.main", *command.replace("case.yaml", str(case)).split()], cwd=ROOT, input="\n".join(typed) + "\n",
        capture_output=True, text=True, encoding="utf-8", timeout=60,
    ).stdout
    assert said == re.sub(r"^> .+\n", "> ", shown, flags=re.MULTILINE)
    (lines,) = re.findall(r"the case file then has:\n\n```yaml\n(.*?)\n```", PAGE, re.DOTALL)
    after = case.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before.splitlines()] == lines.splitlines()


def test_there_are_samples() -> None:
    assert len(SAMPLES) == 3
