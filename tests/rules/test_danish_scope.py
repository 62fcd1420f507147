"""Where BEK 1406 applies (§§ 2-3): five kinds of work and two kinds of risk, walked through against the table in docs/duties-dk.md § 2.

The table is held against the exemptions of §§ 2-3 as the dossier gives them (dk.md 1.1), and the rules against the table. § 2 goes by
the kind of work of a unit. § 3 is only about the pair of a unit and violence outside working hours: so a cell of an *out* column says
whether that pair reaches the duty, and a duty that it does not reach must come out as if the pair were not there.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.assessment import Assessment, assess_case
from engine.case.reader import read_data
from engine.inference.outcome import Outcome
from engine.rulebase import RuleBase
from engine.truth import Truth

DOC = Path(__file__).resolve().parents[2] / "docs" / "duties-dk.md"
KINDS = ("employer", "household", "family", "military", "self_employed")
COLUMNS = tuple(f"{kind} {risk}" for kind in KINDS for risk in ("ord", "out"))
DUTIES = {
    "5": ("dk.psyk.5",),
    "6": ("dk.psyk.6",),
    "8": ("dk.psyk.8",),
    "10": ("dk.psyk.10", "dk.psyk.10-1", "dk.psyk.10-2", "dk.psyk.10-3", "dk.psyk.10-4"),
    "13–15": ("dk.psyk.workload",),
    "16–18": ("dk.psyk.unclear_demands",),
    "19–21": ("dk.psyk.emotional_demands",),
    "22–24": ("dk.psyk.offensive_acts",),
    "26–27": ("dk.psyk.violence_at_work",),
    "29–30": ("dk.psyk.lone_work",),
    "31–34": tuple(f"dk.psyk.violence_outside_hours.{part}" for part in ("prevent", "guidelines", "instruction", "police_report")),
}
NO_DUTY = ("1–4", "7", "25", "28", "chapter")
ONE_OF = ("9", "11", "12")  # two of these are expert help and supervision, but which is not known
BY_TOPIC = ("dk.psyk.expert_help", "dk.psyk.supervision")
EXEMPT = {  # dk.md 1.1, § 2 (2)-(3)
    "employer": set(),
    "household": {*range(9, 13), 28, *range(31, 35)},
    "family": {*range(8, 13), *range(22, 25), 28, *range(31, 35)},
    "military": {*range(9, 13), 28, *range(31, 35)},
    "self_employed": {*range(9, 13), 28, *range(31, 35)},
}
OUTSIDE_HOURS = {*range(1, 12), 25, *range(31, 35)}  # dk.md 1.1, § 3 (1); chapter 4 too

Assessed = Callable[[str, bool], Assessment]  # kind of work, with violence outside hours → what came out

CASE = """
forsvarlig: case/1
language: da
regimes: [dk]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {{name: Eksempelvirksomheden, work: {kind}, place: mainland, lacks_own_expertise: yes}}
units:
  - {{id: nord, name: Afdeling Nord, work: {kind}, factors: {{workload: yes, unclear_demands: yes, emotional_demands: yes}}, direct_contact: yes,
     lone_work: yes, lone_work_violence_danger: yes, {risk}}}
exposures:
  - {{id: E1, units: [nord], factor: workload, imbalance: yes, high_pace: yes}}
  - {{id: E2, units: [nord], factor: unclear_demands, demands_not_clear: yes}}
  - {{id: E3, units: [nord], factor: emotional_demands, high_hiding_demands: yes}}
changes:
  - {{id: C1, units: [nord], involves: [hiring, transfer, changed_tasks, changed_equipment], dated: 2026-04-01}}
{pair}
registers:
  - {{register: incidents, complete_for: all, as_of: 2026-06-30, stated_by: employer}}
  - {{register: changes, complete_for: all, as_of: 2026-06-30, stated_by: employer}}
  - {{register: findings, complete_for: all, as_of: 2026-06-30, stated_by: employer}}
  - {{register: judgements, complete_for: all, as_of: 2026-06-30, stated_by: employer}}
"""
NO_PAIR = """outside_hours_risk: no, no_outside_hours_risk: yes, no_outside_hours_risk_because: ingen møder borgere,
     exposed_outside_hours: no, citizens_angry_may_meet_off_duty: no, threats_about_off_duty: no"""
PAIR = """
incidents:
  - {id: H1, units: [nord], kind: violent_act, state: confirmed, offender: outsider, victim_employee: yes, outside_hours: yes,
     work_related: yes, dated: 2026-05-01}
findings:
  - {id: F1, units: [nord], authority: danish_labour_inspection, standard: dk_standard_violence_outside_hours,
     decision: order_with_deadline, fulfilled: no, stands: yes, appeal_pending: no, dated: 2026-05-20}
"""


def table() -> dict[str, dict[str, str]]:
    """Read the table of § 2: by its first word, each row's cell for each column."""
    section = DOC.read_text().split("## 2. Scope of BEK 1406", 1)[1].split("\n- ", 1)[0]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")]
    assert tuple(lines[0][1:]) == COLUMNS
    return {cells[0].split()[0]: dict(zip(COLUMNS, cells[1:], strict=True)) for cells in lines[2:]}


TABLE = table()


def sections(row: str) -> set[int]:
    numbers = [int(number) for number in re.findall(r"\d+", row)]
    return set(range(numbers[0], numbers[-1] + 1)) if numbers else set()


def cell_by_the_law(row: str, kind: str, risk: str) -> str:
    """Give the cell as §§ 2-3 and the subject of the sections give it."""
    mine = sections(row)
    about_outside = mine == sections("31–34")
    if row == "1–4":
        return "+"
    if mine & EXEMPT[kind]:
        return "−"
    if risk == "ord":
        return "−" if about_outside else "+"
    if kind != "employer":
        return "?"
    return "+" if not mine or mine <= OUTSIDE_HOURS else "−"


@pytest.mark.parametrize("column", COLUMNS)
def test_the_table_follows_from_sections_2_and_3(column: str) -> None:
    kind, risk = column.split()
    assert {row: TABLE[row][column] for row in TABLE} == {row: cell_by_the_law(row, kind, risk) for row in TABLE}


def test_each_row_of_the_table_is_a_duty_or_known_to_be_none(rulebase: RuleBase) -> None:
    assert set(TABLE) == {*DUTIES, *NO_DUTY, *ONE_OF}
    walked = {*BY_TOPIC, *(duty for duties in DUTIES.values() for duty in duties)}
    assert walked == {duty.origins.id for duty in rulebase.rules.duties if duty.origins.id.startswith("dk.psyk.")}


@pytest.fixture(scope="module")
def assessed(rulebase: RuleBase) -> Assessed:
    @cache
    def run(kind: str, pair: bool) -> Assessment:
        text = CASE.format(kind=kind, risk="outside_hours_risk: yes" if pair else NO_PAIR, pair=PAIR if pair else "")
        case, _ = read_data(text.encode(), f"{kind}.yaml", rulebase.vocabulary)
        return assess_case(case, rulebase)

    return run


def cells(duty: str, column: str) -> str:
    """Give the cell of a duty; of a duty that is one of several sections, what they agree on, and otherwise that it is not known."""
    rows = ONE_OF if duty in BY_TOPIC else tuple(row for row, duties in DUTIES.items() if duty in duties)
    found = {TABLE[row][column] for row in rows}
    return found.pop() if len(found) == 1 else "?"


ALL_DUTIES = (*(duty for duties in DUTIES.values() for duty in duties), *BY_TOPIC)


def truths(rows: list[Outcome]) -> set[Truth]:
    return {row.applies.truth for row in rows}


def outcomes(rows: list[Outcome]) -> dict[str, str]:
    return {row.id: row.outcome for row in rows}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("duty", ALL_DUTIES)
def test_a_duty_applies_to_an_ordinary_risk_as_the_table_says(duty: str, kind: str, assessed: Assessed) -> None:
    rows = assessed(kind, False).of_duty(duty)
    assert rows
    if cells(duty, f"{kind} ord") == "+":
        assert Truth.YES in truths(rows)
    else:
        assert truths(rows) == {Truth.NO}
        assert set(outcomes(rows).values()) == {"not_applicable"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("duty", ALL_DUTIES)
def test_violence_outside_hours_reaches_a_duty_as_the_table_says(duty: str, kind: str, assessed: Assessed) -> None:
    rows, before = assessed(kind, True).of_duty(duty), assessed(kind, False).of_duty(duty)
    cell = cells(duty, f"{kind} out")
    if duty in DUTIES["31–34"]:
        assert cell in "+−"
        assert Truth.YES in truths(rows) if cell == "+" else truths(rows) == {Truth.NO}
    elif duty == "dk.psyk.5":
        assert (outcomes(rows) != outcomes(before)) == (cell == "+")
    else:
        assert outcomes(rows) == outcomes(before)
        assert cell != "+" or Truth.YES in truths(rows)


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_on_violence_outside_hours_breaches_section_5_only_in_work_for_an_employer(kind: str, assessed: Assessed) -> None:
    [row] = assessed(kind, True).of_duty("dk.psyk.5")
    assert (row.outcome == "breach") == (TABLE["5"][f"{kind} out"] == "+")


def test_volunteer_work_is_no_kind_of_section_2(assessed: Assessed) -> None:
    for duty in ("dk.psyk.5", "dk.psyk.8", "dk.psyk.supervision"):
        assert truths(assessed("volunteer", False).of_duty(duty)) == {Truth.UNKNOWN}
