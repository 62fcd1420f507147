"""The published cases: what each comes out as against what was held, and the index that lists them all."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.main import main
from engine.assessment import assess
from engine.errors import BadInputError
from engine.text import LANGUAGES, Text, same
from engine.validation.load import published
from engine.validation.model import HELD, REASONS, STANDINGS, Answer, Point, Published, Result
from engine.validation.record import record
from engine.validation.run import BY_OUTCOME, BY_OUTLOOK, NONE_MAY, ONE_IS_ENOUGH, results
from engine.validation.text import text
from tests import own

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "validation"
RULEBASE = own.rulebase()
CASES = {case.id: case for case in published(FOLDER)}
RUN = [id_ for id_, case in CASES.items() if case.file]
BY_HELD = [id_ for id_ in RUN if id_ not in ("C01", "C04")]  # those two have every outcome by hand: test_validation.py
NUMBERS = [
    *(f"C{n:02}" for n in (1, 2, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 19, 20, 21)),
    *(f"DK{n:02}" for n in (1, 2, 3, 4, 6, 8, 9, 10, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25, 26)),
]
VERDICTS = {
    "C01": "open", "C02": "open", "C04": "partly", "C07": "partly", "C08": "open", "C12": "not_counted", "C13": "not_counted",
    "C19": "not_counted", "DK01": "open", "DK02": "not_counted", "DK03": "not_counted", "DK04": "open", "DK08": "not_counted",
    "DK09": "open", "DK13": "not_counted", "DK14": "open", "DK15": "not_counted", "DK17": "not_counted", "DK19": "not_counted",
    "DK20": "open", "DK22": "open",
}


@cache
def result(id_: str) -> Result:
    return next(results([CASES[id_]], RULEBASE))


def expected(id_: str) -> dict[str, Any]:
    file = CASES[id_].file
    assert file
    return yaml.safe_load(file.with_name(f"{file.stem}.expected.yaml").read_text("utf-8"))


def test_every_case_of_the_dossiers_is_listed_in_their_order() -> None:
    assert list(CASES) == NUMBERS


@pytest.mark.parametrize("id_", NUMBERS)
def test_a_row_of_the_index_says_where_it_stands_and_why(id_: str) -> None:
    case = CASES[id_]
    assert case.standing in STANDINGS
    assert (case.reason is None) is (case.standing == "tried")
    assert case.reason is None or case.reason in REASONS
    assert (case.standing == "tried") <= (case.file is not None)
    assert (case.standing == "not_comparable") <= (case.file is None), "what can't be compared isn't run"
    assert case.section.startswith("no.md 5." if id_.startswith("C") else "dk.md 4")
    assert all(part for each in (case.body, case.theme, case.why) for part in each)


@pytest.mark.parametrize("id_", NUMBERS)
def test_each_case_comes_out_as_pinned(id_: str) -> None:
    assert result(id_).verdict == VERDICTS.get(id_, "not_comparable")


@pytest.mark.parametrize("id_", RUN)
def test_no_breach_where_nobody_found_one(id_: str) -> None:
    assert result(id_).strays == ()
    assert all(answer.verdict != "contradicts" for answer in result(id_).answers)


@pytest.mark.parametrize("id_", BY_HELD)
def test_each_point_comes_out_as_was_found(id_: str) -> None:
    for law in expected(id_)["laws"]:
        answers = [answer for answer in result(id_).answers if str(answer.day) == law["date"]]
        assert {a.point.id: (a.verdict, a.said) for a in answers} == {
            point: (found["verdict"], found["said"]) for point, found in law["found"].items()
        }


@pytest.mark.parametrize("id_", BY_HELD)
def test_a_point_that_does_not_agree_is_answered_for(id_: str) -> None:
    for law in expected(id_)["laws"]:
        assert law["never"] == "breach"
        for point, found in law["found"].items():
            assert (found["verdict"] in ("agrees", "not_comparable")) is ("because" not in found), point


@pytest.mark.parametrize("id_", BY_HELD)
def test_a_point_asks_about_duties_and_outlooks_that_there_are(id_: str) -> None:
    duties = {duty.origins.id for duty in RULEBASE.rules.duties}
    outlooks = {outlook.origins.id for outlook in RULEBASE.rules.outlooks}
    for point in (point for law in CASES[id_].laws for point in law.points):
        assert point.verdict in HELD
        assert set(point.duties) <= duties and set(point.outlook) <= outlooks
        assert point.duties or point.outlook or point.not_comparable
        assert not (point.duties and point.outlook)
        answer = next(answer for answer in result(id_).answers if answer.point is point)
        assert answer.duty or answer.verdict == "not_comparable", f"{point.id}: nothing in the case that it could be about"


@pytest.mark.parametrize("id_", RUN)
def test_an_open_point_says_why_in_a_line_in_each_language(id_: str) -> None:
    for answer in result(id_).answers:
        if answer.verdict == "open":
            assert answer.why and all(line and "\n" not in line for line in answer.why), answer.point.id


@pytest.mark.parametrize("id_", BY_HELD)
def test_a_case_says_where_each_fact_comes_from_and_is_not_fiction(id_: str) -> None:
    file = CASES[id_].file
    assert file
    lines = file.read_text("utf-8").splitlines()
    head = "\n".join(lines[:8])
    assert "FROM PUBLIC REPORTS, not findings of ours" in head
    assert "the dossier, law/" in head and f"case {id_}" in head
    assert "fictional" not in "\n".join(lines)
    section = f"§ {CASES[id_].section.split()[1]}"
    entries = [n for n, line in enumerate(lines) if re.match(r"  - (\{)?id:", line) and not in_units(lines, n)]
    for n in entries:
        around = "\n".join(lines[max(0, n - 4) : n + 1])
        assert section in around, f"{lines[n].strip()}: an entry without the dossier's sentence"


def in_units(lines: list[str], n: int) -> bool:
    """Units are named by what the case is about; their facts carry the sentences."""
    return next(line for line in reversed(lines[:n]) if re.match(r"\w", line)).startswith("units:")


@pytest.mark.parametrize("id_", ["DK02", "DK08", "DK09"])
def test_a_suspicion_never_gives_a_breach(id_: str) -> None:
    """The authority lacked documentation and ordered an investigation: that is no breach of anything."""
    file = CASES[id_].file
    assert file
    assert {outcome.outcome for outcome in assess(file, RULEBASE, date(2026, 6, 30)).outcomes} <= {
        "investigate", "unknown", "met", "not_applicable"
    }


def test_no_duty_asks_for_one_certain_measure_where_such_an_order_was_set_aside() -> None:
    """C08: a goal and never one method. Each duty has a goal, and none names a measure of its own; what the catalogue has is suggestion."""
    file = CASES["C08"].file
    assert file
    rows = assess(file, RULEBASE, date(2026, 6, 30)).outcomes
    assert rows
    assert all(row.duty.goal and not row.duty.measures for row in rows)


def test_the_danish_law_of_the_day_of_an_old_case_was_not_read_and_we_say_so() -> None:
    file = CASES["DK01"].file
    assert file
    outcomes = assess(file, RULEBASE).outcomes
    assert outcomes
    assert {(row.outcome, row.validity.standing) for row in outcomes} == {("unknown", "not_encoded")}


# --- how a verdict is reached ---------------------------------------------------------------------------------------------


def test_of_a_breach_that_was_held_silence_is_open_and_the_opposite_contradicts() -> None:
    assert BY_OUTCOME["breach"] == {
        "breach": "agrees", "investigate": "open", "unknown": "open", "met": "contradicts", "not_applicable": "contradicts",
    }


def test_of_an_investigation_a_breach_contradicts() -> None:
    assert BY_OUTCOME["investigation"]["breach"] == "contradicts"
    assert BY_OUTCOME["investigation"]["investigate"] == "agrees"
    assert BY_OUTCOME["investigation"]["unknown"] == "open"


def test_of_an_order_that_was_set_aside_only_a_breach_contradicts() -> None:
    assert [outcome for outcome, verdict in BY_OUTCOME["annulled"].items() if verdict == "contradicts"] == ["breach"]


def test_immediacy_is_asked_of_the_outlook_and_not_of_the_breach() -> None:
    assert BY_OUTLOOK["immediate annulled"] == {"given": "contradicts", "open": "open", "not_given": "agrees"}
    assert BY_OUTLOOK["reaction"]["given"] == "agrees"


def test_one_duty_carries_a_breach_but_none_of_them_may_be_breached_where_none_was_found() -> None:
    assert ONE_IS_ENOUGH[0] == "agrees" and NONE_MAY[0] == "contradicts"


def answer(verdict: str, counts: bool = True) -> Answer:
    point = Point("p", "breach", ("d",), (), "*", counts, None, same("p"))
    return Answer(point, date(2026, 6, 30), verdict, "unknown", "d@u", None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "strays", "verdict"),
    [
        ([answer("agrees"), answer("agrees")], (), "agrees"),
        ([answer("agrees"), answer("open")], (), "partly"),
        ([answer("open")], (), "open"),
        ([answer("agrees"), answer("contradicts")], (), "contradicts"),
        ([answer("contradicts", counts=False)], (), "contradicts"),
        ([answer("agrees", counts=False), answer("open")], (), "open"),
        ([answer("agrees", counts=False)], (), "not_counted"),
        ([answer("not_comparable"), answer("agrees")], (), "agrees"),
        ([answer("agrees")], ((date(2026, 6, 30), "d@u"),), "contradicts"),
    ],
)
def test_the_verdict_of_a_case_follows_from_its_points(answers: list[Answer], strays: tuple[Any, ...], verdict: str) -> None:
    case = Published("C99", "2026", same("b"), same("t"), "no.md 5.1", "tried", None, same("w"), None, ())
    assert Result(case, tuple(answers), strays).verdict == verdict


def test_a_made_up_breach_is_a_stray(tmp_path: Path) -> None:
    """With a finding of a breach that nobody made put into a case, the case contradicts, and the command ends 1."""
    for file in ("cases.yaml", "DK02-rengoering.expected.yaml"):
        (tmp_path / file).write_text((FOLDER / file).read_text("utf-8"), "utf-8")
    case = (FOLDER / "DK02-rengoering.yaml").read_text("utf-8").replace("recorded_suspicion", "order_with_deadline")
    case = case.replace("stands: yes", "stands: yes\n    fulfilled: no\n    appeal_pending: no")
    (tmp_path / "DK02-rengoering.yaml").write_text(case, "utf-8")
    found = next(results(published(tmp_path, ["DK02"]), RULEBASE))
    assert found.verdict == "contradicts"
    assert any(address.startswith("dk.psyk.workload@") for _, address in found.strays)
    assert main(["validate", "DK02", "--cases", str(tmp_path)]) == 1


# --- the command ----------------------------------------------------------------------------------------------------------


def test_the_text_has_each_case_its_verdict_and_a_summary_in_each_language() -> None:
    found = [result(id_) for id_ in ("C04", "C05", "C08", "DK01", "DK19")]
    shown = [text(found, RULEBASE.vocabulary, language) for language in LANGUAGES]
    for lines, words in zip(shown, (("ÅPENT", "Saker: "), ("ÅBENT", "Sager: "), ("OPEN", "Cases: ")), strict=True):
        assert all(id_ in lines for id_ in ("C04  ", "C05  ", "C08  ", "DK01  ", "DK19  "))
        assert all(word in lines for word in words)
        assert all(len(line) <= 120 for line in lines.splitlines())


def test_the_record_has_every_point_and_the_counts() -> None:
    data = json.loads(json.dumps(record([result("C04"), result("DK09")], RULEBASE.vocabulary, RULEBASE.hash)))
    assert data["schema"] == "forsvarlig/validation/1"
    assert data["summary"] == {"cases": {"open": 1, "partly": 1}, "points": {"agrees": 2, "open": 2}}
    counted = {point["id"]: point["counts"] for point in data["cases"][1]["points"]}
    assert counted == {"investigation": False, "reaction": True}
    assert set(data["cases"][0]["points"][0]["what"]) == set(LANGUAGES)


def test_the_command_ends_0_when_nothing_contradicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "C07", "C05", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "AGREES IN PART" in out and "NOT COMPARABLE" in out and "Cases: agrees in part 1, not comparable 1." in out


def test_a_case_that_is_not_listed_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "C03", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "C03 is not in the index." in said and "C04" in said


def test_a_folder_without_an_index_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as raised:
        published(tmp_path)
    assert raised.value.problems[0].message == Text(
        "Her er ingen oversikt over publiserte saker.",
        "Her er ingen oversigt over offentliggjorte sager.",
        "There is no index of published cases here.",
    )


# --- the README -----------------------------------------------------------------------------------------------------------


def test_the_readme_has_every_case_with_its_verdict() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ((?:C|DK)\d\d) .*\| ([^|]+) \|[^|]*\|$", readme, re.MULTILINE))
    words = {"partly": "agrees in part", "not_comparable": "not comparable", "not_counted": "not counted"}
    assert rows == {id_: words.get(result(id_).verdict, result(id_).verdict) for id_ in NUMBERS}
