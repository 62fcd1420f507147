"""Where unpacked rule bases lie: once per content, by many processes at once, damaged, or where nothing can be written."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.archive.store import placed
from engine.errors import BadInputError
from engine.rulebase import contents, hash_of
from tests.archive.conftest import FEW, ROOT


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_same_content_is_unpacked_once(cache: Path) -> None:
    first = placed(FEW, "x.zip")
    assert first.is_relative_to(cache) and contents(first) == FEW
    written = (first / "kb" / "no" / "acts.ttl").stat()
    assert placed(FEW, "y.zip") == first
    assert (first / "kb" / "no" / "acts.ttl").stat() == written
    assert [path.name for path in first.parent.iterdir()] == [hash_of(FEW).removeprefix("sha256:")]


@pytest.mark.parametrize("damage", [
    lambda folder: (folder / "kb" / "no" / "acts.ttl").write_text("changed"),
    lambda folder: (folder / "kb" / "no" / "acts.ttl").unlink(),
    lambda folder: (folder / "kb" / "no" / "more.ttl").write_text("more"),
    lambda folder: (shutil.rmtree(folder), folder.write_text("a file")),
], ids=["changed", "removed", "added", "a file"])
def test_what_was_damaged_since_is_unpacked_again(cache: Path, damage: Callable[[Path], object]) -> None:
    folder = placed(FEW, "x.zip")
    damage(folder)
    assert placed(FEW, "x.zip") == folder
    assert contents(folder) == FEW


def test_many_processes_at_once_unpack_the_same_folder(cache: Path) -> None:
    code = "from engine.archive.store import placed; from tests.archive.conftest import FEW; print(placed(FEW, 'x.zip'))"
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
        for _ in range(4)
    ]
    folders = {process.communicate(timeout=60)[0].strip() for process in started}
    assert [process.returncode for process in started] == [0] * 4
    (folder,) = folders
    assert contents(Path(folder)) == FEW
    assert [path.name for path in Path(folder).parent.iterdir()] == [Path(folder).name], "something is left behind"


def test_a_cache_that_cant_be_written_is_no_fault(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write_text("a file where the folder would be")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    folder = placed(FEW, "x.zip")
    assert folder.is_relative_to(tmp_path / "temporary") and contents(folder) == FEW
    assert folder.parent.stat().st_mode & 0o777 == 0o700, "others can read or change it"
    assert placed(FEW, "x.zip") == folder


def test_where_nothing_can_be_written_at_all_the_hint_says_what_to_do(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write_text("a file where the folder would be")
    monkeypatch.setattr(tempfile, "tempdir", str(cache))
    with pytest.raises(BadInputError) as caught:
        placed(FEW, "x.zip")
    (problem,) = caught.value.problems
    assert problem.code == "no-room" and problem.hint and "XDG_CACHE_HOME" in problem.hint.en
    assert str(cache) in problem.message.en
