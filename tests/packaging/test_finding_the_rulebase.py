"""Where the rule base is looked for, and what is said when it is nowhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import RulebaseNotFoundError
from engine.rulebase import PARTS, VARIABLE, content_hash, find

ROOT = Path(__file__).resolve().parents[2]


def a_rulebase(folder: Path) -> Path:
    for part in PARTS:
        (folder / part).mkdir(parents=True)
    return folder


def test_the_folder_named_comes_before_the_variable_and_that_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, told = a_rulebase(tmp_path / "named"), a_rulebase(tmp_path / "told")
    monkeypatch.delenv(VARIABLE, raising=False)
    assert find() == ROOT
    monkeypatch.setenv(VARIABLE, str(told))
    assert find() == told
    assert find(named) == named


@pytest.mark.parametrize("by_variable", [True, False])
def test_a_named_folder_that_is_no_rule_base_is_an_error_and_nothing_else_is_taken(
    by_variable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(RulebaseNotFoundError) as caught:
        find(None if by_variable else tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert all(part in str(caught.value) for part in PARTS)


def test_an_engine_without_a_rule_base_names_every_place_it_looked_in(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "engine", tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    shutil.copytree(ROOT / "cli", tmp_path / "cli", ignore=shutil.ignore_patterns("__pycache__"))
    env = {name: value for name, value in os.environ.items() if name not in (VARIABLE, "PYTHONPATH")}
    ran = subprocess.run(
        [sys.executable, "-m", "cli.main", "--version"],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    for place in ("--rulebase", VARIABLE, str(tmp_path / "engine" / "_data"), f"in {tmp_path}"):
        assert place in ran.stderr


def test_the_hash_is_over_paths_and_contents_with_lf_line_ends(tmp_path: Path) -> None:
    first, second = a_rulebase(tmp_path / "a"), a_rulebase(tmp_path / "b")
    (first / "rules" / "x.regel").write_bytes(b"one\ntwo\n")
    (second / "rules" / "x.regel").write_bytes(b"one\r\ntwo\r\n")
    (second / "rules" / ".hidden").write_bytes(b"no part of it")
    (second / "README.md").write_bytes(b"no part of it")
    assert content_hash(first) == content_hash(second)
    (second / "rules" / "x.regel").rename(second / "rules" / "y.regel")
    assert content_hash(first) != content_hash(second)
