"""Running scenarios: each on the part of the rule base that its outcome can rest on."""

from dataclasses import replace
from typing import Literal

from engine.assessment import Assessment, Groundwork, conclude, groundwork
from engine.case.model import ENTERPRISE, Case
from engine.case.reader import read_data
from engine.case.schema import schema_of
from engine.errors import BadInputError
from engine.inference.outcome import Outcome
from engine.language.syntax import Duty, RuleSet
from engine.language.walk import narrowed
from engine.rulebase import RuleBase
from engine.scenarios.messages import problem
from engine.scenarios.model import FORESEEN, NOT_IN_FORCE, REMARKED, TRUTHS, Result, Scenario
from engine.truth import Truth

Kind = Literal["duty", "rule", "remark", "outlook"]


def only(tries: str, rulebase: RuleBase) -> RuleBase:
    """Give the rule base without what the outcome of one duty, rule, remark or outlook can't rest on."""
    return replace(rulebase, rules=narrowed(rulebase.rules, tries), hash=f"{rulebase.hash} {tries}")


def run(scenario: Scenario, rulebase: RuleBase) -> Result:
    """Run one scenario. Raises BadInputError where its case is not a good case, or its scope is nowhere in the case."""
    narrow = only(scenario.tries, rulebase)
    assessment = conclude(prepare(scenario, rulebase), narrow)
    actual, row = came_out(scenario, narrow.rules, assessment)
    return Result(scenario, scenario.expected, actual, row, assessment)


def prepare(scenario: Scenario, rulebase: RuleBase) -> Groundwork:
    """Read the case of a scenario and collect its facts. Raises BadInputError where it is no good case, or its scope is nowhere in it."""
    case, _ = read_data(scenario.case.encode(), f"{scenario.file} «{scenario.name}»", rulebase.vocabulary)
    kind = kind_of(scenario.tries, rulebase.rules)
    if kind == "rule":
        _check_statement(case, scenario, rulebase)
    elif kind == "duty" and scenario.at:
        _check_scope(scenario.at, case, scenario, rulebase)
    return groundwork(case, rulebase, scenario.law_date)


def kind_of(tries: str, rules: RuleSet) -> Kind | None:
    """Say what has an id: None where nothing has."""
    kinds: dict[Kind, tuple[object, ...]] = {
        "duty": rules.duties, "rule": rules.rules, "remark": rules.remarks, "outlook": rules.outlooks,
    }
    return next((kind for kind, parts in kinds.items() for part in parts if part.origins.id == tries), None)  # type: ignore[attr-defined]


def came_out(scenario: Scenario, rules: RuleSet, assessment: Assessment) -> tuple[str, Outcome | None]:
    """Give what came out for what a scenario tries, in the words of scenario files, and the row of a duty."""
    tries, at = scenario.tries, scenario.at
    match kind_of(tries, rules):
        case "duty":
            duty = next(duty for duty in rules.duties if duty.origins.id == tries)
            return _of_duty(tries, at or _usual_scope(duty, assessment.case), assessment)
        case "remark":
            noted = any(n.remark.origins.id == tries and at in (None, n.scope) for n in assessment.remarks)
            return REMARKED[0] if noted else REMARKED[1], None
        case "outlook":
            held = [f.holds for f in assessment.outlook if f.outlook.origins.id == tries and at in (None, f.scope)]
            return (FORESEEN[2] if not held else FORESEEN[0] if Truth.YES in held else FORESEEN[1]), None
        case _:
            subject, prop, *obj = (at or "").split("/")
            return TRUTHS[assessment.facts.truth(prop, subject, obj[0] if obj else None)], None


def _usual_scope(duty: Duty, case: Case) -> str:
    return case.units[0].id if any(each.var.type == "Unit" for each in duty.scope) else ENTERPRISE


def _of_duty(duty: str, at: str, assessment: Assessment) -> tuple[str, Outcome | None]:
    """Give the outcome for a scope, else for the undertaking. Where the scope is not even possible, the duty cannot apply to it."""
    rows = {row.id: row for row in assessment.of_duty(duty)}
    row = rows.get(f"{duty}@{at}") or rows.get(f"{duty}@{ENTERPRISE}")
    if row is not None:
        return row.outcome, row
    return "not_applicable" if rows else NOT_IN_FORCE, None


def _check_statement(case: Case, scenario: Scenario, rulebase: RuleBase) -> None:
    """Check that a statement is one that can be made, about something in the case."""
    subject, prop, *obj = [*(scenario.at or "").split("/"), ""]
    if prop not in rulebase.vocabulary.properties:
        raise BadInputError([problem(scenario.file, scenario.line, "no-such-statement", given=scenario.at or "")])
    _check_scope("/".join([subject, *filter(None, obj)]), case, scenario, rulebase)


def _check_scope(at: str, case: Case, scenario: Scenario, rulebase: RuleBase) -> None:
    known = {*case.entries, *rulebase.vocabulary.concepts, "~factor", *(f"~{key}" for key in schema_of(rulebase.vocabulary).registers)}
    if any(part not in known for part in at.split("/")):
        raise BadInputError([problem(scenario.file, scenario.line, "no-such-scope", given=at)])
