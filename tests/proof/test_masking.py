"""A small unit is not named in what is told of an incident there."""

import pytest

from engine.assessment import Assessment
from engine.proof.html import html
from engine.proof.markdown import markdown, plain
from engine.proof.report import Report
from engine.proof.steps import Step
from engine.text import LANGUAGES, Language

from .conftest import Assess
from .pages import read

UNIT = "Nattlaget"
CASE = """
forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
enterprise: {{name: Lillevik omsorg, work: employer, place: mainland}}
units:
  - {{id: natt, name: Nattlaget, employees: {people}, works_with_people: yes, may_entail_violence: yes, entails_violence: yes}}
  - {{id: dag, name: Daglaget, employees: 40, works_with_people: yes, may_entail_violence: yes, entails_violence: yes}}
documents:
  - {{id: D1, title: Avvik ved nattlaget, kind: incident_report, dated: 2026-05-20, transcribed: fully}}
incidents:
  - {{id: H1, units: [natt], dated: 2026-05-09, kind: threat, state: confirmed, known: yes, known_since: 2026-05-10, offender: outsider,
     evidence: [{{document: D1, place: Nattlaget uke 19}}]}}
"""


def _told(found: Assessment, language: Language) -> list[tuple[bool, str]]:
    """Give for each outcome whether it tells of the incident, and everything that is said of it."""
    report = Report(found, language)

    def spoken(steps: tuple[Step, ...]) -> str:
        others = [report.elsewhere(row, s.target) for s in steps if s.target]
        said = [f"{s.text} {s.source} {spoken(s.children)}" for s in steps]
        return " ".join([*said, *(f"{o.title} {o.where} {o.number}" for o in others if o)])

    result = []
    for outcome in found.outcomes:
        row = report.row(outcome)
        parts = [spoken(part.steps) for part in row.parts]
        whole = " ".join([row.where, row.address, row.reason, *row.questions, *row.raising, *parts])
        result.append(("H1" in whole, whole))
    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_unit_is_not_named_beside_its_incident(assess_text: Assess, language: Language) -> None:
    told = _told(assess_text(CASE.format(people=3)), language)
    assert any(incident for incident, _ in told)
    assert [text for incident, text in told if incident and (UNIT.casefold() in text.casefold() or "@natt" in text)] == []
    assert any(UNIT in text for incident, text in told if not incident)  # elsewhere it is


def test_a_unit_with_many_is_named(assess_text: Assess) -> None:
    assert any(incident and UNIT in text for incident, text in _told(assess_text(CASE.format(people=30)), "nb"))


def test_the_pages_keep_to_it(assess_text: Assess) -> None:
    found = assess_text(CASE.format(people=3))
    report = Report(found, "nb")
    hidden = [report.row(outcome) for outcome in found.outcomes if report.row(outcome).masked]
    assert hidden
    page = read(html(found, "nb"))
    drawn = {each.attributes["id"]: each.text for each in page.walk() if "id" in each.attributes}
    for row in hidden:
        assert UNIT.casefold() not in drawn[f"o{row.number}"].casefold()
    written = markdown(found, "nb", "all")
    for line in written.splitlines():
        if "H1" in line:
            assert UNIT.casefold() not in line.casefold(), line
    assert plain(hidden[0].reason) in written


def test_no_step_leads_from_a_named_unit_to_one_that_hides_it(assess_text: Assess) -> None:
    found = assess_text(CASE.format(people=3))
    report = Report(found, "nb")
    rows = {outcome.id: report.row(outcome) for outcome in found.outcomes}
    for row in rows.values():
        for target, other in rows.items():
            led = report.elsewhere(row, target)
            if other.masked and not row.masked:
                assert led is None
            if row.masked and not other.masked and led is not None and target.partition("@")[2].startswith("natt"):
                assert led.number is None
                assert UNIT not in led.where
