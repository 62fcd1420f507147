"""The rule base of this checkout, packed, and a small one to bend: what every test of archives begins with."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cli.main import main
from engine.archive import open_rules
from engine.archive.manifest import FORMAT, NAME, Manifest
from engine.archive.packing import pack
from engine.errors import BadInputError, Problem
from engine.rulebase import RuleBase, contents, hash_of, load

ROOT = Path(__file__).resolve().parents[2]
FEW = {"kb/no/acts.ttl": b"# acts\n", "ontology/core.ttl": b"# classes\n", "rules/no/x.regel": b"spr\xc3\xa5k nb\n"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the rule base of this checkout, so that every test sees the same even while somebody edits it."""
    copy = tmp_path_factory.mktemp("present")
    written(copy, contents(ROOT))
    return copy


def written(target: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


@pytest.fixture(scope="session")
def base(folder: Path) -> RuleBase:
    return load(folder)


@pytest.fixture(scope="session")
def archive(base: RuleBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the rule base of this checkout."""
    target = tmp_path_factory.mktemp("packed") / "present.zip"
    target.write_bytes(pack(base))
    return target


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line on the present rule base in this process; gives (exit code, output, errors)."""

    def typed(*argv: str, rulebase: Path = folder) -> tuple[int, str, str]:
        code = main(["--rulebase", str(rulebase), *argv])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


def zipped(files: Mapping[str, bytes], engine: str = "0.0.9", **changes: str) -> bytes:
    """Zip files as whoever makes archives by hand would, with a manifest that fits them unless it is changed."""
    manifest = Manifest(FORMAT, hash_of(files), engine, "2026-01-01")
    described = Manifest(**{**{f: getattr(manifest, f) for f in ("format", "hash", "engine", "law_read")}, **changes})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**files, NAME: described.data()}.items():
            archive.writestr(name, data)
    return stream.getvalue()


def refused(spec: str, current: Path = ROOT) -> list[Problem]:
    """Give everything that is said when a rule base can't be opened."""
    with pytest.raises(BadInputError) as caught:
        open_rules(spec, current)
    return caught.value.problems


Git = Callable[..., str]


@pytest.fixture(scope="session")
def repository(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Git]:
    """Make a repository with a rule base in its folder ``law``: before there was one, and as it is now."""
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    root = tmp_path_factory.mktemp("repository")

    def git(*arguments: str) -> str:
        known = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false")
        ran = subprocess.run(["git", *known, *arguments], cwd=root, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
        return ran.stdout.strip()

    git("init", "-q", "-b", "main")
    (root / "law").mkdir()
    (root / "law" / "README").write_text("no rules yet")
    git("add", "-A")
    git("commit", "-qm", "before")
    git("tag", "before")
    written(root / "law", contents(folder))
    git("add", "-A")
    git("commit", "-qm", "present")
    git("tag", "present")
    return root, git
