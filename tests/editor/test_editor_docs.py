"""docs/editor.md says what the command and the server say, and what the package lacks is told without a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from engine.editor import knowledge, lookup
from engine.editor.hover import hover
from engine.editor.workspace import Workspace

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editor.md").read_text("utf-8")


def run(*arguments: str, path: str = "", **env: str) -> "subprocess.CompletedProcess[str]":
    kept = {**os.environ, "COLUMNS": "80", "PYTHONPATH": os.pathsep.join(filter(None, [path, str(ROOT)])), **env}
    return subprocess.run(
        [sys.executable, "-m", "cli.main", *arguments], cwd=ROOT, env=kept, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


def test_the_help_text_on_the_page_is_that_of_the_command() -> None:
    shown, = re.findall(r"```console\n\$ forsvarlig lsp --help\n(.*?)```", PAGE, re.DOTALL)
    assert run("lsp", "--help").stdout == shown


@pytest.mark.parametrize(("name", "card"), re.findall(r"<!-- hover (\S+) -->\n```markdown\n(.*?)\n```", PAGE, re.DOTALL))
def test_the_hovers_on_the_page_are_those_of_the_server(name: str, card: str) -> None:
    workspace = Workspace(ROOT)
    workspace.learn(*knowledge.load(ROOT))
    reading = workspace.reading("rules/no/utforelse/3A-5.regel")
    assert reading is not None
    use = next(each for each in reading.uses if each.name == name)
    assert hover(workspace, lookup.Target(use.kind, use.name, use.span, use), "nb") == card


@pytest.mark.parametrize(("language", "said"), [
    ("nb", "Språktjeneren trenger pakken pygls."), ("da", "Sprogserveren behøver pakken pygls."), ("en", "The language server needs the package pygls."),
])
def test_without_the_package_the_command_says_what_to_install(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('No module named pygls', name='pygls')\n")
    found = run("--lang", language, "lsp", path=str(tmp_path))
    assert found.returncode == 2
    assert found.stderr.startswith(said) and found.stderr.endswith("pip install 'forsvarlig[editor]'\n")
    assert found.stdout == ""


def test_when_the_editor_goes_away_the_server_ends() -> None:
    assert run("lsp").returncode == 0
