"""Disputes: what each party's view hears, what hangs on the dispute and what does not, and that agreement makes both views one."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.main import main
from engine.assessment import Assessment, assess_case
from engine.case.model import Answer, Case, Statement
from engine.proof.html import html
from engine.proof.markdown import markdown
from engine.proof.record import record
from engine.proof.report import Report
from engine.proof.text import text
from engine.text import LANGUAGES
from engine.truth import Truth
from engine.views.disputes import disputed, disputes
from engine.views.parties import PARTIES, at_odds, heard_by
from tests.reference import cases
from tests.truth.test_order import fingerprint, told_by_many
from tests.whatif.conftest import DISPUTED, EXAMPLES, SMALL, assessed, came, example, rulebase

EMPLOYER, REP = PARTIES
SEEDS = st.integers(0, 100_000).map(lambda number: number * 7919 % 100_003)
RANDOM = settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
MEASURES = ("lone_work_measures", "natt", None)
LONE = "no.aml.4-1.3@natt"


# --- whose word is heard -------------------------------------------------------------------------------------------------------


def test_the_word_of_the_party_stands_against_the_others() -> None:
    said = [("yes", (EMPLOYER,)), ("no", (REP,))]
    assert heard_by(EMPLOYER, said) == [0]
    assert heard_by(REP, said) == [1]
    assert heard_by("", said) == [0, 1]


def test_what_third_parties_say_stays() -> None:
    said = [("yes", (EMPLOYER,)), ("no", (REP,)), ("no", ("hr",))]
    assert heard_by(EMPLOYER, said) == [0, 2]
    assert heard_by(REP, said) == [1, 2]


@pytest.mark.parametrize(
    "said",
    [
        [("yes", (REP,))],  # only one party speaks
        [(None, (EMPLOYER,)), ("no", (REP,))],  # who doesn't know contradicts nobody
        [("no", (EMPLOYER,)), ("no", (REP,))],
        [("yes", ("hr",)), ("no", (REP,))],  # a dispute with a third party
    ],
)
def test_nothing_is_set_aside_where_the_parties_agree(said: list[tuple[object, tuple[str, ...]]]) -> None:
    assert all(heard_by(party, said) == list(range(len(said))) for party in PARTIES)


def test_a_view_settles_what_is_disputed() -> None:
    whole, by_employer, by_rep = assessed(DISPUTED), assessed(DISPUTED, EMPLOYER), assessed(DISPUTED, REP)
    assert disputed(whole.facts) == (("covers", "T1", "violence_prevention_handling"), MEASURES)
    assert [each.facts.truth(*MEASURES) for each in (whole, by_employer, by_rep)] == [Truth.UNKNOWN, Truth.YES, Truth.NO]
    assert disputed(by_employer.facts) == disputed(by_rep.facts) == ()
    source = by_rep.facts.source(*MEASURES)
    assert source is not None and source.who == (REP,)
    assert by_rep.facts.truth("covers", "T1", "safety_equipment_use") is Truth.YES  # of this only the employer speaks


def test_the_documents_are_checked_as_the_party_states_them() -> None:
    """What a document holds is disputed in answers: the finding is there by one party's word and not by the other's."""
    case = example("small").case
    kept = tuple(each for each in case.answers if each.about != "R1")
    entry = case.entries["R1"]
    assert entry.stated_by == EMPLOYER
    name = next(name for name, field in entry.fields.items() if field.values == (Answer.YES,))
    prop = next(p.id for p in rulebase().vocabulary.properties.values() if p.field == name and entry.cls in p.domain)
    said = Statement("R1", prop, None, Answer.NO, None, REP, None, (), cases.MARK)
    case = replace(case, answers=(*kept, said))
    truths = [assess_case(replace(case, view=view), rulebase()).facts.truth(prop, "R1") for view in ("", *PARTIES)]
    assert truths == [Truth.UNKNOWN, Truth.YES, Truth.NO]


# --- what hangs on the dispute -------------------------------------------------------------------------------------------------


def test_an_outcome_hangs_on_the_statement_it_rests_on() -> None:
    found = disputes(assessed(DISPUTED))
    assert found is not None
    hanging = {each.id: each for each in found.hanging}
    assert hanging[LONE].statements == (MEASURES,)
    assert hanging[LONE].outcomes == (came(assessed(DISPUTED, EMPLOYER))[LONE], "breach")
    assert found.untouched + len(found.rests) >= len(assessed(DISPUTED).outcomes)
    assert found.either_way


def against_both_views(found: Assessment, by_employer: Assessment, by_rep: Assessment) -> None:
    """What is said to hang, and only that, differs between the two whole assessments."""
    said = disputes(found)
    one, two = came(by_employer), came(by_rep)
    differing = {id_ for id_ in one.keys() | two.keys() if one.get(id_) != two.get(id_)}
    if said is None:
        assert differing == set()
        return
    assert {each.id for each in said.hanging} == differing
    for each in said.rests:
        assert each.outcomes == (one.get(each.id), two.get(each.id))
        assert each.statements


@pytest.mark.parametrize("path", [DISPUTED, *(SMALL.parent / f"{name}.yaml" for name in EXAMPLES if name != "fjordbyen")], ids=lambda p: p.stem)
def test_both_views_assessed_whole_come_to_the_same(path: Path) -> None:
    against_both_views(assessed(path), *(assessed(path, party) for party in PARTIES))


def random_disputed(seed: int) -> tuple[Case, Assessment]:
    """Give a random case of which several sources speak, some against each other."""
    rng = random.Random(seed)
    case, day = cases.random_case(seed)
    case = told_by_many(rng, case)
    facts = cases.assess(case, day).facts
    stated = [key for key, said in facts.said.items() if said.how in ("stated", "denied", "listed") and said.who == (EMPLOYER,)]
    for prop, about, obj in rng.sample(sorted(stated, key=str), min(4, len(stated))):
        value = Answer.NO if facts.truth(prop, about, obj) is Truth.YES else Answer.YES
        tried = replace(case, answers=(*case.answers, Statement(about, prop, obj, value, None, REP, None, (), cases.MARK)))
        case = tried if cases.is_valid(tried) else case
    return case, cases.assess(case, day)


@RANDOM
@given(SEEDS)
def test_random_disputes_come_to_the_same(seed: int) -> None:
    case, found = random_disputed(seed)
    against_both_views(found, *(cases.assess(replace(case, view=party), found.law_date) for party in PARTIES))


def test_the_random_cases_have_disputes() -> None:
    assert sum(bool(disputed(random_disputed(seed * 7919 % 100_003)[1].facts)) for seed in range(8)) >= 2


# --- agreement -----------------------------------------------------------------------------------------------------------------


def of_one_mind(case: Case) -> Case:
    """Let nobody but the employer's side speak: what the safety representative says is said by others."""
    other = {REP: "union_representatives"}
    entries = {name: replace(entry, stated_by=other.get(entry.stated_by, entry.stated_by)) for name, entry in case.entries.items()}
    return replace(
        case,
        entries=entries,
        units=tuple(entries[unit.id] for unit in case.units),
        enterprise=entries[case.enterprise.id],
        answers=tuple(replace(each, stated_by=other.get(each.stated_by, each.stated_by)) for each in case.answers),
        completeness=tuple(replace(each, stated_by=other.get(each.stated_by, each.stated_by)) for each in case.completeness),
    )


@RANDOM
@given(SEEDS)
def test_agreement_makes_both_views_identical(seed: int) -> None:
    case, found = random_disputed(seed)
    agreed = case if not disputed(found.facts) else of_one_mind(case)
    seen = [fingerprint(cases.assess(replace(agreed, view=view), found.law_date)) for view in ("", *PARTIES)]
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize("name", ["small", "municipality-no", "service-dk"])
def test_without_a_dispute_the_views_of_an_example_are_identical(name: str) -> None:
    found = example(name)
    assert disputes(found) is None
    seen = [fingerprint(assess_case(replace(found.case, view=party), rulebase())) for party in PARTIES]
    assert seen[0] == seen[1] == fingerprint(found)
    assert "disputes" not in record(found) and Report(found, "en").disputes is None


# --- reports -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_says_what_hangs(language: str) -> None:
    found = assessed(DISPUTED)
    told = Report(found, language).disputes  # type: ignore[arg-type]
    assert told is not None and len(told.statements) == 2 and len(told.hangs) == 1
    for written in (text(found, language), markdown(found, language), html(found, language)):  # type: ignore[arg-type]
        flat = " ".join(written.split())
        assert "Nattevakten" in flat and all(" ".join(line.split())[:30] in flat for line in told.hangs)


def test_the_record_says_what_hangs() -> None:
    kept = record(assessed(DISPUTED))["disputes"]
    assert kept["hanging"][0] == {
        "outcome": LONE, "views": {EMPLOYER: came(assessed(DISPUTED, EMPLOYER))[LONE], REP: "breach"}, "statements": ["natt/lone_work_measures"],
    }  # fmt: skip
    assert {each["address"] for each in kept["statements"]} == {"natt/lone_work_measures", "T1/covers/violence_prevention_handling"}


def test_a_small_unit_is_not_named_beside_a_disputed_incident() -> None:
    case = assessed(DISPUTED).case
    small = cases.with_field(case.units[0], "employees", (4,))
    incident = replace(case.entries["T1"], id="H1", cls="Incident", title=None, fields={})
    incident = cases.with_field(cases.with_field(incident, "kind", ("threat",)), "dated", (case.date,))
    incident = cases.with_field(cases.with_field(incident, "units", ("natt",)), "known", (Answer.YES,))
    said = replace(case.answers[0], about="H1", property="known_to_employer", object=None, value=Answer.NO, stated_by=REP)
    case = cases.with_entry(cases.with_entry(case, small), incident)
    found = assess_case(replace(case, answers=(*case.answers, said)), rulebase())
    told = Report(found, "en").disputes
    assert told is not None
    lines = [*told.statements, *told.hangs, *told.either]
    assert any("H1" in line for line in lines)
    assert not any("Nattevakten" in line for line in lines)


def test_the_command_takes_a_view(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(DISPUTED), "--view", REP, "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    assert "Assessed as the safety representative states the case" in printed and "DISPUTED" not in printed
    main(["assess", str(DISPUTED), "--view", EMPLOYER, "--format", "json"])
    kept = json.loads(capsys.readouterr().out)
    assert kept["view"] == EMPLOYER and "disputes" not in kept
    with pytest.raises(SystemExit):
        main(["assess", str(DISPUTED), "--view", "hr"])


def test_at_odds() -> None:
    assert at_odds([("yes", (EMPLOYER,)), ("no", (REP,))])
    assert not at_odds([("yes", (EMPLOYER,)), ("yes", (REP,)), ("no", ("hr",))])
