"""The wheel: built, installed in a new environment, run elsewhere with a home that can't be written. It answers as the checkout does."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.rulebase import PARTS, content_hash

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "examples" / "small.yaml"
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command apart from this checkout: no path to it, no variable that points to it."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "FORSVARLIG_RULEBASE", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, "PYTHONUTF8": "1", **env}, stdin=subprocess.DEVNULL, capture_output=True,
        encoding="utf-8", check=False,
    )


def done(ran: subprocess.CompletedProcess[str]) -> str:
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done(run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder))
    found = list(folder.glob("forsvarlig-*.whl"))
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel and what it asks for, and nothing else."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    done(run(sys.executable, "-m", "venv", place, cwd=place.parent))
    python = place / "bin" / "python"
    if sys.version_info >= (3, 13):  # as the Makefile does; see there
        fresh = ("--no-cache-dir", "--no-binary", "durable-rules", "durable-rules>=2.0.28,<3")
        done(run(python, "-m", "pip", "install", "-q", *fresh, cwd=place.parent, CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject"))
    done(run(python, "-m", "pip", "install", "-q", wheel, cwd=place.parent))
    return place / "bin"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the case."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "case.yaml").write_bytes(CASE.read_bytes())
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which nothing can be written, for root too: where its cache would be there is a file, and the home is closed."""
    folder = tmp_path_factory.mktemp("home")
    (folder / ".cache").write_text("")
    folder.chmod(0o555)
    return folder


def test_the_wheel_carries_the_rule_base_the_grammars_and_the_marks_of_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for part in PARTS:
        wanted = {
            f"engine/_data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / part).rglob("*")
            if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
        }
        assert wanted and wanted <= names, sorted(wanted - names)
    assert {"engine/py.typed", "cli/py.typed"} <= names
    beside = {
        path.relative_to(ROOT).as_posix() for package in ("engine", "cli") for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert any(name.endswith(".lark") for name in beside)
    assert beside <= names, sorted(beside - names)
    assert any(name.endswith("/licenses/LICENCE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "examples/", "bench/", "docs/"))]


def test_the_installed_wheel_answers_as_the_checkout_does(installed: Path, elsewhere: Path, home: Path) -> None:
    isolated = {"HOME": str(home), "XDG_CACHE_HOME": ""}
    where = done(run(installed / "python", "-c", "import engine; print(engine.__file__)", cwd=elsewhere, **isolated)).strip()
    assert Path(where).is_relative_to(installed.parent)
    there = run(installed / "forsvarlig", "assess", "case.yaml", "--format", "json", cwd=elsewhere, **isolated)
    here = run(sys.executable, "-m", "cli.main", "assess", elsewhere / "case.yaml", "--format", "json", cwd=ROOT)
    assert there.returncode == here.returncode == 1, there.stderr + here.stderr
    assert there.stderr == here.stderr.replace(f"{elsewhere}/", "")
    of_wheel, of_checkout = json.loads(there.stdout), json.loads(here.stdout)
    assert of_wheel["rulebase"]["hash"] == of_checkout["rulebase"]["hash"] == content_hash(ROOT)
    assert [o["outcome"] for o in of_wheel["outcomes"]], "a case without outcomes compares nothing"
    for key in ("outcomes", "questions", "remarks", "proof"):
        assert of_wheel[key] == of_checkout[key], key


def test_every_command_runs_from_the_wheel(installed: Path, elsewhere: Path, home: Path) -> None:
    for command in (
        ("--version",), ("assess", "case.yaml"), ("assess", "case.yaml", "--format", "html"), ("assess", "case.yaml", "--format", "md"),
        ("assess", "case.yaml", "--format", "ttl"), ("check", "case.yaml"), ("explain", "case.yaml", "3A-5"), ("documents", "case.yaml"),
        ("law", "show", "3A-5"), ("law", "coverage"), ("rules", "check"), ("init",),
    ):
        ran = run(installed / "forsvarlig", *command, cwd=elsewhere, HOME=str(home), XDG_CACHE_HOME="")
        assert ran.returncode in (0, 1), f"{command}: {ran.returncode}\n{ran.stderr}"
        assert "Traceback" not in ran.stderr
