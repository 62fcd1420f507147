"""What the engine records is sound by its own facts and rules: every example, by both laws, on several days, and cases made at random."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.assessment import assess, assess_case
from engine.language.read import read_rules
from engine.proof.record import record
from engine.rulebase import RuleBase
from engine.verify.walk import verify
from tests.reference.cases import random_case

from .conftest import ROOT, Json, Reports

BOTH = ("no", "dk")
SMALLER = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml") if path.stem != "fjordbyen")
VALIDATION = sorted(path.stem for path in (ROOT / "validation").glob("[CD]*.yaml") if "expected" not in path.stem)
DAYS = (date(2019, 1, 1), date(2025, 6, 30), date(2027, 5, 1))  # before and after what is encoded, and before the newest provisions


def found(report: Json, base: RuleBase) -> list[str]:
    verified = verify(report, base)
    assert verified.outcomes == len(report["outcomes"])
    assert verified.steps > len(report["proof"]) * 0.95  # the rest is of remarks and outlooks
    return [str(failure)[:300] for failure in verified.failures]


@pytest.mark.parametrize("name", SMALLER)
def test_examples_by_both_laws(name: str, reports: Reports, base: RuleBase) -> None:
    assert found(reports(f"examples/{name}", BOTH), base) == []


def test_a_large_example_by_both_laws(reports: Reports, base: RuleBase) -> None:
    assert found(reports("examples/fjordbyen", BOTH), base) == []


@pytest.mark.parametrize("name", VALIDATION[::3])
def test_validation_cases(name: str, reports: Reports, base: RuleBase) -> None:
    assert found(reports(f"validation/{name}", BOTH), base) == []


@pytest.mark.parametrize("day", DAYS)
def test_the_law_of_other_days(day: date, reports: Reports, base: RuleBase) -> None:
    assert found(reports("examples/small", BOTH, day), base) == []


@pytest.mark.parametrize("seed", range(0, 120, 10))
def test_cases_made_at_random(seed: int, base: RuleBase) -> None:
    case, law_date = random_case(seed)[:2]
    report = json.loads(json.dumps(record(assess_case(case, base, law_date, BOTH))))
    assert [str(failure)[:300] for failure in verify(report, base).failures] == []


def test_a_duty_that_came_later_than_every_event_says_so(tmp_path: Path, base: RuleBase) -> None:
    """No change is there that § 1A-2 fourth paragraph c could apply to: the one that there is came before it. The proof must not say less."""
    text = (ROOT / "examples" / "small.yaml").read_text(encoding="utf-8")
    case = tmp_path / "case.yaml"
    case.write_text(text.replace("dated: 2026-05-01", "dated: 2025-05-01, continues: no"), encoding="utf-8")
    report: Json = json.loads(json.dumps(record(assess(case, base))))
    assert found(report, base) == []
    outcome = next(each for each in report["outcomes"] if each["duty"] == "no.utforelse.1A-2.4c")
    searched = report["proof"][report["proof"][outcome["proof"]["applies"]]["premises"][0]]
    assert outcome["outcome"] == "not_applicable"
    failing = {each["fails"]: each["bindings"] for each in searched["candidates"]}
    assert failing["no.utforelse.1A-2.4c:in_force"] == {"C": "C1", "U": "hjemme"}
    searched["candidates"] = [each for each in searched["candidates"] if not each["fails"].endswith("in_force")]
    assert [failure.code for failure in verify(report, base).failures] == ["candidates"]


def test_rules_that_go_in_a_circle_are_said_to(reports: Reports, base: RuleBase) -> None:
    text = "språk nb\n\nregel shared.measures.ring\n  for hvert tiltak M\n  når\n    M er besluttet\n  så\n    M er besluttet\n"
    rules, problems = read_rules({"rules/shared/measures.regel": text}, base.vocabulary)
    assert not problems
    ringed = replace(base, rules=replace(base.rules, rules=(*base.rules.rules, *rules.rules)))
    failures = verify(reports("examples/small"), ringed).failures
    assert "circle" in {failure.code for failure in failures}
