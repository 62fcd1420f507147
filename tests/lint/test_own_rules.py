"""Our own rule base: nothing for lint to find, and what is said to be used by the engine is."""

import re
from pathlib import Path

from engine.law.load import load as load_law
from engine.law.without_rule import FILE, reasons_in
from engine.lint import words
from engine.lint.run import lint
from engine.lint.size import LIMITS
from engine.vocabulary.load import load as load_vocabulary
from tests.lint.conftest import ROOT


def test_our_own_rule_base_is_clean() -> None:
    assert [f"{each.code} {each.render('en')}" for each in lint(ROOT).findings] == []


def test_what_the_engine_is_said_to_use_stands_in_its_code() -> None:
    """A name of a collection or a field stands there in quotes; that of a statement as its own or as its field's."""
    files = (path for path in sorted((ROOT / "engine").rglob("*.py")) if "lint" not in path.parts)
    code = set(re.findall(r"[\"']([\w.]+)[\"']", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    vocabulary = load_vocabulary(ROOT / "ontology")
    assert code & vocabulary.collections.keys() >= words.ENGINE_COLLECTIONS
    for name in sorted(words.ENGINE_PROPERTIES):
        assert {name, vocabulary.properties[name].field} & code, name


def test_every_collection_that_only_headers_take_from_is_one_of_the_rule_language() -> None:
    reader = (ROOT / "engine" / "language" / "resolve.py").read_text(encoding="utf-8")
    for name in sorted(words.HEADED):
        assert f'"{name}"' in reader, name


def test_each_reason_for_a_missing_rule_is_given_in_three_languages_and_about_a_unit_that_is_a_duty() -> None:
    reasons = reasons_in((ROOT / FILE).read_text(encoding="utf-8"))
    duties = {unit.path for unit in load_law(ROOT).by_id.values() if unit.status == "duty"}
    assert reasons and reasons.keys() <= duties
    assert all(text.strip() for reason in reasons.values() for text in reason)


def test_the_limits_leave_room_and_not_much() -> None:
    """Each limit is above our largest file of the kind, and less than three times as long as it."""
    for ending, limit in LIMITS.items():
        files = [path for part in ("kb", "ontology", "rules") for path in (ROOT / part).rglob(f"*{ending}")]
        longest = max(len(Path(path).read_text(encoding="utf-8").splitlines()) for path in files)
        assert longest <= limit < 3 * longest, ending
