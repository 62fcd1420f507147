"""Rules as they stood in a revision of the repository that the rule base lies in."""

import shutil
import subprocess
from pathlib import Path

import pytest

from engine.archive import open_rules
from engine.archive.revision import read_revision
from engine.rulebase import RuleBase
from tests.archive.conftest import FEW, ROOT, Git, Run, refused, written

SMALL = str(ROOT / "examples" / "small.yaml")
RULE = "rules/no/utforelse/3A-5.regel"
Repository = tuple[Path, Git]


def test_an_assessment_by_a_revision_gives_the_same_bytes(run: Run, repository: Repository) -> None:
    asked = ("assess", SMALL, "--format", "json")
    assert run(*asked, "--rules", "present", rulebase=repository[0] / "law") == run(*asked)


def test_a_revision_is_the_rule_base_as_it_was_and_leaves_the_folder_alone(repository: Repository, base: RuleBase) -> None:
    root, git = repository
    for spec in ("present", "HEAD", "main", git("rev-parse", "present"), git("rev-parse", "--short", "present")):
        assert open_rules(spec, root / "law").hash == base.hash
    assert git("status", "--porcelain") == ""


def test_a_change_that_is_not_committed_is_no_part_of_a_revision(repository: Repository, base: RuleBase) -> None:
    root, _ = repository
    file = root / "law" / RULE
    was = file.read_bytes()
    file.write_bytes(b"changed")
    try:
        assert open_rules("HEAD", root / "law").hash == base.hash
    finally:
        file.write_bytes(was)


def test_in_a_git_hook_the_folder_still_decides_which_repository(repository: Repository, base: RuleBase, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True, stdin=subprocess.DEVNULL)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert open_rules("present", repository[0] / "law").hash == base.hash


def test_a_revision_without_rules_says_what_is_missing(repository: Repository) -> None:
    (problem,) = refused("before", repository[0] / "law")
    assert problem.code == "revision-without-rules" and "kb, ontology, rules missing" in problem.message.en


@pytest.mark.parametrize("spec", ["nowhere", "present:law", "HEAD~99", "HEAD:law/kb", "a b", "main..before", "$(touch x)", "; ls"])
def test_a_revision_that_is_not_there_is_said(repository: Repository, spec: str) -> None:
    assert [each.code for each in refused(spec, repository[0] / "law")] == ["unknown-revision"]
    assert not list(repository[0].rglob("x"))


@pytest.mark.parametrize("spec", ["--output=evil", "-o", "--exec=touch evil", "--remote=x", "", " ", "\0", "HEAD\n--output=evil", "-"])
def test_what_git_could_take_for_an_option_never_reaches_it(repository: Repository, spec: str) -> None:
    assert [each.code for each in refused(spec, repository[0] / "law")] == ["not-a-revision"]
    assert not list(repository[0].rglob("evil*"))


def test_a_folder_is_no_revision_and_the_hint_says_how_to_give_one(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository[0])
    (problem,) = refused("law", repository[0] / "law")
    assert problem.code == "not-a-revision" and problem.hint and "--rulebase" in problem.hint.en


def test_a_rule_base_outside_any_repository_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (problem,) = refused("HEAD", tmp_path)
    assert problem.code == "not-a-repository" and "not a git repository" in problem.message.en


def test_without_git_the_hint_names_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = refused("HEAD")
    assert problem.code == "no-git" and problem.hint and "rules pack" in problem.hint.en


def test_a_link_in_a_revision_is_refused_like_one_in_an_archive(repository: Repository) -> None:
    root, git = repository
    git("checkout", "-q", "--detach", "present")
    (root / "law" / "kb" / "link.ttl").symlink_to("/etc/passwd")
    (root / "law" / "kb" / "notes.docx").write_text("notes")
    git("add", "-A")
    git("commit", "-qm", "a link")
    spec = git("rev-parse", "HEAD")
    git("checkout", "-q", "main")
    assert [each.code for each in refused(spec, root / "law")] == ["member-link", "unexpected-type"]


def test_a_rule_base_at_the_top_of_its_repository_is_found_too(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    written(tmp_path, FEW)
    known = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), (*known, "commit", "-qm", "rules")):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, stdin=subprocess.DEVNULL)
    assert read_revision("HEAD", tmp_path) == FEW
    subprocess.run(["git", "config", "core.autocrlf", "true"], cwd=tmp_path, check=True, stdin=subprocess.DEVNULL)
    assert read_revision("HEAD", tmp_path) == FEW, "the line ends of another system make another rule base"
