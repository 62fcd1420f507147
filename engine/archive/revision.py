"""A rule base as it stood in a revision of the git repository that the current one lies in."""

import os
import shutil
import subprocess
from pathlib import Path

from engine.archive.members import read_members
from engine.archive.messages import problem
from engine.errors import BadInputError
from engine.rulebase import PARTS

WHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # set in a git hook; the folder decides, not they
NOTHING_FETCHED = ("-c", "protocol.allow=never")  # a partial clone would ask its server for what it lacks


def read_revision(revision: str, folder: Path) -> dict[str, bytes]:
    """Read kb, ontology and rules of a folder as a revision has them: by name, with LF line ends.

    Nothing is checked out and nothing fetched. Raises BadInputError where there is no git, no repository, no such revision,
    no rule base in it, or something in it that no archive may hold either.
    """
    if revision.startswith("-") or not revision.isprintable() or not revision.strip():
        raise BadInputError([problem(revision, "not-a-revision")])
    if shutil.which("git") is None:
        raise BadInputError([problem(revision, "no-git")])
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        raise BadInputError([problem(revision, "not-a-repository", folder=str(folder), why=_said(found))])
    top = os.fsdecode(found.stdout).strip()
    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode:
        known = "not-a-revision" if Path(revision).is_dir() else "unknown-revision"
        raise BadInputError([problem(revision, known, folder=top)])
    commit = os.fsdecode(found.stdout).strip()
    there = os.fsdecode(_git(folder, "ls-tree", "-d", "-z", "--name-only", commit, *PARTS).stdout).split("\0")
    missing = [part for part in PARTS if part not in there]
    if missing:
        slots = {"revision": commit[:12], "folder": str(folder), "names": ", ".join(missing)}
        raise BadInputError([problem(revision, "revision-without-rules", **slots)])
    found = _git(folder, "archive", "--format=zip", commit, "--", *PARTS)
    if found.returncode:
        raise BadInputError([problem(revision, "git-failed", why=_said(found))])
    return read_members(found.stdout, revision)


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder, without a shell; the folder finds the repository."""
    env = {name: value for name, value in os.environ.items() if name not in WHERE}
    return subprocess.run(
        ["git", *NOTHING_FETCHED, "-C", str(folder), *arguments],
        env=env | {"LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def _said(ran: "subprocess.CompletedProcess[bytes]") -> str:
    """Give the first line of what git complained of."""
    return next(iter(ran.stderr.decode("utf-8", "replace").strip().splitlines()), f"exit {ran.returncode}")
