"""The cache of the compiled rule base: used by many at once, damaged, or where nothing can be written."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOAD = """
import pickle
from engine.rulebase import load
base = load()
print(base.hash, len(base.rules.duties), len(base.law.by_id), len(base.vocabulary.properties), len(pickle.loads(base.shapes)))
"""


def start(home: Path, code: str = LOAD, **env: str) -> "subprocess.Popen[str]":
    kept = {name: value for name, value in os.environ.items() if name != "FORSVARLIG_RULEBASE"}
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env={**kept, "HOME": str(home), "XDG_CACHE_HOME": "", **env}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


def printed(process: "subprocess.Popen[str]") -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def cached(home: Path) -> list[Path]:
    return sorted((home / ".cache" / "forsvarlig").iterdir())


@pytest.mark.slow
def test_many_processes_with_an_empty_cache_read_the_same_and_leave_one_file(tmp_path: Path) -> None:
    together = [start(tmp_path) for _ in range(6)]
    answers = {printed(process) for process in together}
    assert len(answers) == 1
    assert len(cached(tmp_path)) == 1, "a file that was being written is left behind"
    assert {printed(start(tmp_path))} == answers, "what is read from the cache is not what was compiled"


@pytest.mark.slow
@pytest.mark.parametrize("damage", [
    lambda whole: b"", lambda whole: whole[: len(whole) // 2], lambda whole: b"not a pickle", lambda whole: bytes(reversed(whole)),
    lambda whole: pickle.dumps(("one", "two")),
], ids=["empty", "half written", "text", "nonsense", "something else"])
def test_a_damaged_cache_is_as_if_there_were_none(tmp_path: Path, damage: object) -> None:
    whole = printed(start(tmp_path))
    file, = cached(tmp_path)
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert printed(start(tmp_path)) == whole
    assert file.stat().st_size > 10_000, "the damaged file was not replaced"


def test_a_home_that_cant_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder would be, so that root can't write there either")
    tmp_path.chmod(0o555)
    assert printed(start(tmp_path)).startswith("sha256:")
    assert [path.name for path in tmp_path.iterdir()] == [".cache"]


def test_the_cache_holds_what_was_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine import rulebase

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    compiled, kept = rulebase.load(ROOT), rulebase.load(ROOT)
    assert kept is not compiled
    assert (kept.hash, kept.rules, kept.shapes) == (compiled.hash, compiled.rules, compiled.shapes)
    assert rulebase.load(ROOT, use_cache=False).rules == compiled.rules
