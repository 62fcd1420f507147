"""The questions: in an order, with what each answer decides, which comes true; in three languages, without naming small units."""

import json
from pathlib import Path

import pytest

from cli.main import main
from engine.ask import ask
from engine.ask.answers import ANSWERS, Answer, Form
from engine.ask.asking import decided
from engine.ask.labels import Labels
from engine.ask.record import record
from engine.ask.saving import Complete, Save, Saying, saved
from engine.ask.telling import text
from engine.assessment import assess_case
from engine.case.model import Answer as Value
from engine.case.reader import read_data
from engine.text import LANGUAGES, Language
from engine.vocabulary.model import Origin
from tests.ask.brute import ROOT, SMALL, assessed, rulebase

ENGLISH = ["ask", SMALL, "--lang", "en"]


@pytest.mark.parametrize("example", ["small", "interview"])
def test_what_an_answer_decides_comes_true(example: str) -> None:
    """The answer is written into the case and the case is assessed again: what was foretold is what comes out."""
    assessment, file = assessed(example), ROOT / "examples" / f"{example}.yaml"
    told = 0
    for ranked in ask(assessment).questions[:9]:
        for answer in ANSWERS[ranked.asked.form]:
            foretold = {o.id: name for name, outcomes in decided(ranked, answer).items() for o in outcomes}
            subject, what, *obj = ranked.address.split("/")
            save: Save
            if ranked.asked.state in ("mapping", "disputed") or not foretold:
                continue
            if ranked.asked.form is Form.STATEMENT and rulebase().vocabulary.properties[what].origin is Origin.INPUT:
                value = Value.YES if answer is Answer.YES else Value.NO
                save = Saying(subject, what, obj[0] if obj else None, value, None, "auditor", assessment.case.date)
            elif answer is Answer.COMPLETE:
                save = Complete(what, subject, "auditor", assessment.case.date)
            else:
                continue
            data = saved(file.read_bytes(), save, example, rulebase().vocabulary)
            after = {o.id: o for o in assess_case(read_data(data, example, rulebase().vocabulary)[0], rulebase()).outcomes}
            for id_, name in foretold.items():
                now = after[id_].outcome if id_ in after else "not_applicable"
                assert name in (now, after[id_].openness.settled if id_ in after else None), (ranked.address, answer, id_)
                told += 1
    assert told > 15


def test_the_order_is_that_of_what_is_decided() -> None:
    questions = ask(assessed("interview")).questions
    keys = [(ranked.settled, ranked.decides, len(ranked.effects)) for ranked in questions]
    assert keys == sorted(keys, reverse=True)
    assert len({ranked.address for ranked in questions}) == len(questions)
    assert [r.address for r in questions] == [r.address for r in ask(assessed("interview")).questions]


def test_only_the_employers_open_duties_are_asked_about() -> None:
    for ranked in ask(assessed("small")).questions:
        assert ranked.effects
        for effect in ranked.effects:
            assert effect.outcome.is_open
            assert effect.outcome.duty.bearer == "employer"
            assert any(len(possible) for possible in effect.answers.values())


def test_each_outcome_is_asked_about_the_same_or_beyond_answers() -> None:
    for example in ("small", "interview"):
        asking = ask(assessed(example))
        asked = {effect.outcome.id for ranked in asking.questions for effect in ranked.effects}
        rest = {o.id for o, _ in asking.same} | {o.id for o in asking.beyond}
        open_ = {o.id for o in assessed(example).outcomes if o.is_open and o.duty.bearer == "employer"}
        assert asked | rest == open_
        assert not asked & rest
        assert len(open_) == asking.open


def test_a_dispute_is_said() -> None:
    asking = ask(assessed("interview"))
    disputed = [ranked for ranked in asking.questions if ranked.asked.state == "disputed"]
    assert [ranked.address for ranked in disputed] == ["kjokken/special_danger"]
    assert set(disputed[0].asked.who) == {"employer", "safety_representative"}


@pytest.mark.parametrize(("language", "words"), [
    ("nb", ("Kan svare: ", "Ja avgjør", "Nei avgjør", "brudd: ", "Likt uansett svar")),
    ("da", ("Kan svare: ", "Ja afgør", "Nej afgør", "brud: ", "Ens uanset svar")),
    ("en", ("Who can answer: ", "Yes decides", "No decides", "breach: ", "The same either way")),
])
def test_the_text_says_who_what_and_why(language: Language, words: tuple[str, ...]) -> None:
    told = text(ask(assessed("interview")), language, 20)
    for word in words:
        assert word in told
    assert all(len(line) <= 100 for line in told.splitlines())
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_small_unit_is_named_beside_its_incident(language: Language) -> None:
    """Hjemmetjenesten is small and has the incidents H1 and H2 in the example."""
    told = text(ask(assessed("small")), language, 500)
    parts = [part for part in told.split("\n\n") if " H1" in part or " H2" in part]
    assert parts
    for part in parts:
        assert "Hjemmetjenesten" not in part
        assert "hjemme/" not in part
    labels = Labels(assessed("small"), language)
    about = [ranked.asked for ranked in ask(assessed("small")).questions if ranked.address.startswith("H1/")]
    assert labels.hidden(about[0]) == {"hjemme"}


def test_the_record_has_everything_for_a_program() -> None:
    asking = ask(assessed("small"))
    found = record(asking, 7)
    assert found["schema"] == "forsvarlig/ask/1"
    assert found["questions_in_all"] == len(asking.questions)
    assert [q["address"] for q in found["questions"]] == [r.address for r in asking.questions[:7]]
    first = found["questions"][0]
    assert first.keys() == {"address", "form", "state", "text", "roles", "decides", "decides_alone", "provisions", "effects"}
    assert first["text"].keys() == set(LANGUAGES)
    assert set(first["effects"][0]["answers"]) == {"complete", "more"}
    assert len(record(asking)["questions"]) == len(asking.questions)
    assert json.dumps(found) == json.dumps(record(ask(assessed("small")), 7))


def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([*ENGLISH, "--max", "2"]) == 0
    said = capsys.readouterr().out
    assert "\n2. " in said
    assert "\n3. " not in said
    assert main([*ENGLISH, "--duty", "3A-5", "--unit", "hjemme", "--format", "json", "-o", str(tmp_path / "ask.json")]) == 0
    found = json.loads((tmp_path / "ask.json").read_text())
    outcomes = {effect["outcome"] for question in found["questions"] for effect in question["effects"]}
    assert outcomes
    assert all(id_.startswith("no.utforelse.3A-5") and "@hjemme" in id_ for id_ in outcomes)
    assert len(found["questions"]) <= 5


@pytest.mark.parametrize("arguments", [("--unit", "hjeme"), ("--duty", "no-such")])
def test_what_is_nowhere_is_said(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ENGLISH, *arguments]) == 2
    assert "There is" in (err := capsys.readouterr().err) or "The case has no unit" in err


@pytest.mark.parametrize("count", ["0", "-1", "x", "1.5"])
def test_a_number_of_questions_is_a_number(count: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*ENGLISH, "--max", count])
    assert ended.value.code == 2


def test_a_case_that_can_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(tmp_path / "nothing.yaml")]) == 2
    assert capsys.readouterr().err
