"""The duties of the core are those of law/core-duties.md: ids, scope, bearer, and the outcomes they cannot have."""

import re
from datetime import date
from pathlib import Path

import pytest

from engine.inference.validity import valid_on
from engine.rulebase import RuleBase

DOSSIER = Path(__file__).resolve().parents[3] / "shared" / "law" / "core-duties.md"
DOCS = Path(__file__).resolve().parents[2] / "docs"
ALWAYS, SOMETIMES = {"not_applicable"}, set[str]()
# duty → the classes of its scope, what the dossier says it cannot be. «undertaking; each change» (1A-2.4c) is taken for each unit that
# the change affects, «undertaking / unit» (3-1.2c) for each unit. The duties of aml § 4-3 do not apply to home work (no.md 3.7).
CORE: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "no.utforelse.1A-1.1": (("Unit",), ALWAYS),
    "no.utforelse.1A-2.1": (("Unit",), ALWAYS),
    "no.utforelse.1A-2.2": (("Unit",), ALWAYS),
    "no.utforelse.1A-2.3-i": (("Unit", "concept:factors"), SOMETIMES),
    "no.utforelse.1A-2.3-ii": (("Unit",), SOMETIMES),
    "no.utforelse.1A-2.3-iii": (("Unit",), SOMETIMES),
    "no.utforelse.1A-2.4a": (("Undertaking",), ALWAYS),
    "no.utforelse.1A-2.4b": (("Undertaking",), {"not_applicable", "breach"}),
    "no.utforelse.1A-2.4c": (("Unit", "Change"), SOMETIMES),
    "no.utforelse.1A-2.4d": (("Unit",), ALWAYS),
    "no.utforelse.1A-3.1": (("Unit", "Risk"), SOMETIMES),
    "no.utforelse.1A-3.2": (("Undertaking",), SOMETIMES),
    "no.utforelse.1A-4.1": (("Unit",), ALWAYS),
    "no.utforelse.1A-4.2": (("Unit",), ALWAYS),
    "no.utforelse.1A-5.1": (("Undertaking",), {"met", "breach", "investigate", "not_applicable"}),
    "no.utforelse.3A-1.1": (("Unit",), ALWAYS),
    "no.utforelse.3A-2.1": (("Unit",), ALWAYS),
    "no.utforelse.3A-2.2": (("Unit",), ALWAYS),
    "no.utforelse.3A-2.3": (("Unit",), SOMETIMES),
    "no.utforelse.3A-2.4": (("Undertaking",), SOMETIMES),
    "no.utforelse.3A-3.1": (("Unit", "Risk"), SOMETIMES),
    "no.utforelse.3A-3.2": (("Undertaking",), SOMETIMES),
    "no.utforelse.3A-3.3": (("Unit",), SOMETIMES),
    "no.utforelse.3A-4.1": (("Unit",), SOMETIMES),
    "no.utforelse.3A-5.1": (("Unit",), SOMETIMES),
    "no.utforelse.3A-5.2": (("Unit", "RiskAssessment"), SOMETIMES),
    "no.utforelse.3A-6.1": (("Unit", "Incident"), SOMETIMES),
    "no.utforelse.23A-1.1": (("Unit",), ALWAYS),
    "no.utforelse.23A-2.1": (("Unit",), SOMETIMES),
    "no.utforelse.23A-2.2": (("Unit", "RiskAssessment"), SOMETIMES),
    "no.utforelse.23A-3.1": (("Unit",), SOMETIMES),
    "no.utforelse.23A-4.1": (("Unit", "Risk"), SOMETIMES),
    "no.utforelse.23A-5.1": (("Unit", "Incident"), SOMETIMES),
    "no.aml.3-1.2c": (("Unit",), ALWAYS),
    "no.aml.3-2.3": (("Unit",), SOMETIMES),
    "no.aml.4-1.3": (("Unit",), SOMETIMES),
    "no.aml.4-3.1": (("Unit",), SOMETIMES),
    "no.aml.4-3.3": (("Unit",), SOMETIMES),
    "no.aml.4-3.4": (("Unit",), {"breach"}),
    "no.aml.4-3.5": (("Unit",), SOMETIMES),
    "no.aml.4-3.6": (("Unit",), SOMETIMES),
}
NEVER_NAMED = {"investigate"}  # the dossier names grounds of suspicion for the standards and for what factors do together
SUSPECTED = {"no.utforelse.1A-1.1", "no.utforelse.1A-2.3-iii", "no.utforelse.3A-1.1", "no.aml.4-3.1", "no.aml.4-3.5", "no.aml.4-3.6"}
SINCE_2006 = ["no.aml.3-1.2c", "no.aml.3-2.3", "no.aml.4-1.3", "no.aml.4-3.3", "no.aml.4-3.4", "no.aml.4-3.5", "no.aml.4-3.6"]
CHANGES = {date(2014, 6, 1), date(2016, 12, 31), date(2017, 1, 1), date(2021, 9, 20), date(2025, 12, 31), date(2026, 1, 1)}

core = pytest.mark.parametrize("core_id", sorted(CORE))


def listed(table: str) -> set[str]:
    """The ids of the duties in a table of docs/: what stands first in a row, between backticks or not."""
    rows = (DOCS / table).read_text(encoding="utf-8").splitlines()
    found = {match[1] for row in rows if (match := re.match(r"\|\s*`?((?:no|dk)\.[a-z]+\.[\w.-]*\w)`?\s*\|", row))}
    return {id_ for id_ in found if id_.split(".")[1] not in ("switch", "time", "outlook")}


def test_the_duties_are_those_of_the_dossier(rulebase: RuleBase) -> None:
    tabled = listed("duties-no.md") | listed("duties-dk.md")
    assert len(tabled) > 100 and not tabled & CORE.keys()
    assert {duty.origins.id for duty in rulebase.rules.duties} == CORE.keys() | tabled


@core
def test_scope_bearer_and_impossible_outcomes_are_those_of_the_dossier(core_id: str, rulebase: RuleBase) -> None:
    scope, cannot = CORE[core_id]
    for duty in (d for d in rulebase.rules.duties if d.origins.id == core_id):
        assert tuple(each.var.type for each in duty.scope) == scope
        assert duty.bearer == ("employee" if core_id == "no.utforelse.1A-5.1" else "employer")
        assert {each.outcome for each in duty.cannot_be} == cannot | (set() if core_id in SUSPECTED else NEVER_NAMED)


@core
@pytest.mark.parametrize("day", sorted(CHANGES))
def test_a_duty_is_in_force_when_the_dossier_says_so(core_id: str, day: date, rulebase: RuleBase) -> None:
    duty = next(d for d in rulebase.rules.duties if d.origins.id == core_id)
    if core_id in SINCE_2006:
        held = True
    elif ".23A-" in core_id:
        held = date(2017, 1, 1) <= day <= date(2025, 12, 31)
    else:
        held = day >= date(2026, 1, 1)
    assert (valid_on(rulebase.law, duty, day).standing == "in_force") is held


@pytest.mark.parametrize(("day", "cited"), [
    (date(2010, 6, 1), "no/aml/4-3/3"), (date(2024, 6, 1), "no/aml/4-3/3"), (date(2026, 6, 30), "no/aml/4-3/5"),
])
def test_the_harassment_duty_is_cited_by_the_number_of_its_day(day: date, cited: str, rulebase: RuleBase) -> None:
    duty = next(d for d in rulebase.rules.duties if d.origins.id == "no.aml.4-3.5")
    assert [provision.path for provision in valid_on(rulebase.law, duty, day).cited] == [cited]


def test_every_duty_that_the_dossier_lists_is_here() -> None:
    if not DOSSIER.is_file():
        pytest.skip("the dossier is not at hand")
    rows = [line.split("|")[1] for line in DOSSIER.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = {number for row in rows for number in re.findall(r"\d+A?-\d+\.\d\w*(?:-i+)?", row)}
    known = {id_.split(".", 2)[2] for id_ in CORE}
    assert named and not named - known
