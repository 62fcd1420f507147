"""Rules of another time, from an archive: assessed with like the present ones, or a clear word why not."""

import json
from pathlib import Path

import pytest

from engine.archive import open_rules
from engine.rulebase import RuleBase, content_hash, contents
from engine.text import LANGUAGES
from tests.archive.conftest import ROOT, Run, zipped

SMALL = str(ROOT / "examples" / "small.yaml")
RULE = "rules/no/utforelse/3A-5.regel"

# the same rules, the same bytes


FORMS = [("--format", form) for form in ("json", "html", "md", "ttl")] + [("--lang", language) for language in LANGUAGES]


@pytest.mark.parametrize("arguments", [*FORMS, ("--detail", "all"), ("--regime", "both"), ("--date", "2025-06-30")], ids=" ".join)
def test_assess_by_an_archive_of_the_present_rules_gives_the_same_bytes(run: Run, archive: Path, arguments: tuple[str, ...]) -> None:
    assert run("assess", SMALL, *arguments, "--rules", str(archive)) == run("assess", SMALL, *arguments)


@pytest.mark.parametrize("command", [("explain", SMALL, "3A-5"), ("documents", SMALL)], ids=lambda command: command[0])
def test_the_other_commands_give_the_same_bytes_too(run: Run, archive: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, "--rules", str(archive))
    assert out and (code, out, err) == run(*command)


def test_the_record_says_by_which_rules_and_which_engine(run: Run, archive: Path, base: RuleBase) -> None:
    from engine import __version__

    found = json.loads(run("assess", SMALL, "--format", "json", "--rules", str(archive))[1])
    assert (found["rulebase"]["hash"], found["engine"]) == (base.hash, __version__)


def test_what_is_opened_is_the_rule_base_that_was_packed(archive: Path, base: RuleBase) -> None:
    opened = open_rules(str(archive), ROOT)
    assert (opened.hash, opened.law, opened.rules, opened.shapes) == (base.hash, base.law, base.rules, base.shapes)
    assert opened.vocabulary == base.vocabulary
    assert opened.catalogue == base.catalogue
    assert opened.folder != base.folder and contents(opened.folder) == contents(base.folder)


# another encoding of the law


def stricter(files: dict[str, bytes]) -> None:
    """Let nothing be a breach of the duty of training and exercise."""
    text = files[RULE].decode()
    start = text.index("\n  brudd når\n")
    files[RULE] = (text[:start] + text[text.index("\n  mål ", start) :]).encode()


@pytest.fixture(scope="module")
def other(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Pack the present rules with one duty changed."""
    files = contents(folder)
    stricter(files)
    target = tmp_path_factory.mktemp("other") / "other.zip"
    target.write_bytes(zipped(files))
    return str(target)


def test_another_encoding_gives_other_outcomes_and_diff_tells(run: Run, other: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    run("assess", SMALL, "--format", "json", "--rules", other, "-o", str(old))
    run("assess", SMALL, "--format", "json", "-o", str(new))
    code, out, _ = run("diff", str(old), str(new), "--lang", "en")
    assert code == 1
    assert out.splitlines()[0] == "The rule base has changed."
    assert "no.utforelse.3A-5.1@hjemme: unknown → breached" in out
    touched = {line.split("@")[0] for line in out.splitlines()[1:] if not line.startswith(" ")}
    assert "no.utforelse.3A-5.1" in touched


def test_the_date_chooses_the_law_and_the_rules_choose_the_encoding(run: Run, folder: Path, other: str) -> None:
    found = json.loads(run("assess", SMALL, "--rules", other, "--date", "2025-06-30", "--format", "json")[1])
    assert found["law_date"] == "2025-06-30"
    assert "no.utforelse.3A-5.1" in found["not_in_force"]
    assert found["rulebase"]["hash"] == open_rules(other, folder).hash != content_hash(folder)
