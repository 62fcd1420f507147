"""A newer engine with the same rules: the same outcomes and proof as data, perhaps in other words, and ``diff`` says which it is."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.proof.difference import ANOTHER, difference
from engine.text import LANGUAGES
from tests.archive.conftest import ROOT, Run

SMALL = str(ROOT / "examples" / "small.yaml")
Record = dict[str, Any]
Change = Callable[[Record], None]
BREACH = "no.utforelse.3A-5.1@hjemme"
NOTHING_ELSE = "Nothing else has changed: every outcome, its strength and its proof are the same."


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Record:
    from cli.main import main

    target = tmp_path_factory.mktemp("recorded") / "old.json"
    main(["--rulebase", str(folder), "assess", SMALL, "--outcome", "breach", "--format", "json", "-o", str(target)])
    return json.loads(target.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def outcome(record: Record, id_: str = BREACH) -> Record:
    return next(each for each in record["outcomes"] if each["id"] == id_)


def newer(record: Record) -> None:
    record["engine"] = "0.2.0"


def reworded(record: Record) -> None:
    for each in record["outcomes"][:4]:
        each["reason"] = {language: text.upper() for language, text in each["reason"].items()}


def renumbered(record: Record) -> None:
    """Number the steps of the proof the other way round, and write them in another order."""
    names = list(record["proof"])
    other = dict(zip(names, reversed(names), strict=True))

    def rename(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: rename(each) for key, each in value.items()}
        return [rename(each) for each in value] if isinstance(value, list) else other.get(value, value)

    record["proof"] = {other[name]: rename(record["proof"][name]) for name in reversed(names)}
    record["outcomes"] = rename(record["outcomes"])


def grown(record: Record) -> None:
    """Add optional keys, as a later version of the format may."""
    for each in (*record["proof"].values(), *record["outcomes"]):
        each["since"] = "a later version"


def moved(record: Record) -> None:
    """Let every rule stand two lines further down in its file."""
    for step in record["proof"].values():
        if "condition" in step:
            head, mark, tail = step["condition"].partition("#")
            number = tail.split(":")[0]
            step["condition"] = f"{head}#{int(number) + 2}{tail[len(number):]}" if mark else head


def step_of(record: Record, id_: str = BREACH) -> Record:
    return record["proof"][outcome(record, id_)["proof"]["breach"]]  # type: ignore[no-any-return]


def proven_otherwise(record: Record) -> None:
    step_of(record)["follows_by"] = "at_least"


def deep(record: Record) -> None:
    """Change one fact far below an outcome: who stated it."""
    step = step_of(record)
    while step.get("premises") or step.get("candidates"):
        below = [*step.get("premises", ()), *(each["node"] for each in step.get("candidates", ()) if each["node"])]
        if not below:
            break
        step = record["proof"][below[0]]
    step["source"] = {"how": "stated", "who": ["somebody_else"]}


def changed(recorded: Record, *changes: Change) -> Record:
    record = copy.deepcopy(recorded)
    for change in changes:
        change(record)
    assert record != recorded
    return record


@pytest.mark.parametrize("change", [renumbered, grown, moved], ids=lambda change: change.__name__)
def test_what_is_no_part_of_the_proof_makes_no_difference(recorded: Record, change: Change) -> None:
    new = changed(recorded, change)
    assert difference(recorded, new, "en") == ([], [])


def test_another_engine_that_says_the_same_is_told_and_nothing_else(recorded: Record) -> None:
    new = changed(recorded, newer, renumbered, grown)
    changes, words = difference(recorded, new, "en")
    assert changes == []
    assert words == ["The engine is 0.2.0, not 0.1.0; wording may differ.", NOTHING_ELSE]


def test_other_words_on_the_same_proof_are_counted_and_are_no_other_reason(recorded: Record) -> None:
    new = changed(recorded, newer, renumbered, reworded)
    changes, words = difference(recorded, new, "en")
    assert changes == []
    assert words == [
        "The engine is 0.2.0, not 0.1.0; wording may differ.", "Said in other words, but on the same proof: 4.", NOTHING_ELSE,
    ]


@pytest.mark.parametrize("change", [proven_otherwise, deep], ids=lambda change: change.__name__)
def test_another_proof_in_the_same_words_is_told_where_only_the_engine_can_be_the_reason(recorded: Record, change: Change) -> None:
    new = changed(recorded, newer, change)
    changes, words = difference(recorded, new, "en")
    assert f"{BREACH}: still breached in the same words, but the proof is another one" in changes
    assert words == ["The engine is 0.2.0, not 0.1.0; wording may differ."]


def test_another_proof_in_the_same_words_is_no_news_where_the_rules_are_others(recorded: Record) -> None:
    new = changed(recorded, proven_otherwise)
    new["rulebase"]["hash"] = "sha256:" + "0" * 64
    assert difference(recorded, new, "en") == ([ANOTHER["rules"].en], [])


def test_other_words_on_another_proof_are_another_reason(recorded: Record) -> None:
    def other(record: Record) -> None:
        outcome(record)["reason"] = dict.fromkeys(LANGUAGES, "…")

    new = changed(recorded, proven_otherwise, other)
    changes, words = difference(recorded, new, "en")
    assert f"{BREACH}: still breached, but for another reason\n    …" in changes and words == []


def test_a_record_whose_proof_was_bent_into_a_circle_has_an_end(recorded: Record) -> None:
    def bend(record: Record) -> None:
        step_of(record)["premises"] = [outcome(record)["proof"]["breach"], "n0"]

    assert difference(recorded, changed(recorded, bend), "en").changes


@pytest.mark.parametrize(("changes", "code"), [((newer,), 0), ((newer, reworded), 0), ((reworded,), 0), ((newer, proven_otherwise), 1)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_ends_1_only_where_more_than_words_differ(
    run: Run, recorded: Record, tmp_path: Path, changes: tuple[Change, ...], code: int, language: str
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(recorded), encoding="utf-8")
    new.write_text(json.dumps(changed(recorded, *changes)), encoding="utf-8")
    ended, out, err = run("diff", str(old), str(new), "--lang", language)
    assert (ended, err) == (code, "") and out.strip()
    assert "{" not in out
