"""Scoring: the seed's own test vectors, reversal by order, ranges, direction, and every wrong answer at once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInputError
from engine.instruments.check import faults
from engine.instruments.score import score, scored
from engine.text import LANGUAGES

from .conftest import IDS, ROOT, instrument, rulebase

SAFETY = instrument("psychological-safety")
WORDS = tuple(choice.id for choice in SAFETY.choices)
REVERSED = {"safety_mistakes", "safety_difference", "safety_help"}  # statements 1, 3 and 5


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        (["agree"] * 7, 34),
        (["disagree"] * 7, 29),
        (["neutral"] * 7, 28),
        (
            ["strongly_agree", "disagree", "strongly_agree", "neutral", "agree", "strongly_disagree", "agree"],
            0 + 2 + 0 + 4 + 2 + 0 + 7,
        ),
        (["strongly_disagree", "strongly_agree"] * 3 + ["strongly_agree"], 70),
        (["strongly_agree", "strongly_disagree"] * 3 + ["strongly_disagree"], 0),
    ],
)
def test_the_sum_of_the_seven_statements(answers: list[str], total: int) -> None:
    found = score(SAFETY, answers)
    assert found.total is not None and found.total.value == total
    assert (found.total.lowest, found.total.highest, found.total.neutral) == (0, 70, 28)
    assert found.total.raises_question is (total < 28)


def test_the_points_are_those_of_the_form_and_reversed_by_order() -> None:
    for item in SAFETY.items:
        assert SAFETY.points(item) == ((0, 2, 4, 7, 10) if item.id in REVERSED else (10, 7, 4, 2, 0))
    agree = WORDS.index("agree")
    turned = [SAFETY.points(item)[agree] for item in SAFETY.items if item.is_reversed]
    assert turned == [2, 2, 2]  # and not 10 - 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_may_be_written_in_any_language(language: str) -> None:
    said = [SAFETY.choices[0].label.in_(language).upper()] * 7  # type: ignore[arg-type]
    assert score(SAFETY, said) == score(SAFETY, ["strongly_agree"] * 7)


@given(st.lists(st.sampled_from(WORDS), min_size=7, max_size=7))
def test_every_form_lies_on_the_scale_and_a_better_answer_never_lowers_it(answers: list[str]) -> None:
    found = score(SAFETY, answers)
    assert found.total is not None and 0 <= found.total.value <= 70
    assert found.total.value == sum(reading.value for reading in found.items)
    for number, item in enumerate(SAFETY.items):
        better = WORDS.index(answers[number]) + (1 if item.is_reversed else -1)
        if 0 <= better < len(WORDS):
            other = score(SAFETY, [*answers[:number], WORDS[better], *answers[number + 1 :]])
            assert other.total is not None and other.total.value > found.total.value


@given(st.sampled_from(IDS[1:]), st.data())
def test_numbers_are_kept_on_their_scale_and_ask_on_one_side_of_the_middle(name: str, data: st.DataObject) -> None:
    each = instrument(name)
    numbers = st.integers(int(each.lowest), int(each.highest))
    answers = {item.id: str(data.draw(numbers)) for item in each.items}
    found = score(each, answers)
    assert found.total is None
    for reading in found.items:
        assert reading.item is not None and reading.value == Decimal(answers[reading.item.id])
        heavier = max if reading.asks == "above" else min
        assert reading.raises_question is (
            reading.value != reading.neutral and heavier(reading.value, reading.neutral) == reading.value
        )
    off = st.one_of(st.integers(max_value=int(each.lowest) - 1), st.integers(min_value=int(each.highest) + 1))
    with pytest.raises(BadInputError):
        score(each, {**answers, each.items[0].id: str(data.draw(off))})


def test_which_side_is_strain() -> None:
    assert {item.id: item.asks for item in instrument("pulse-1-5").items} == {
        "pulse_load": "above",
        "pulse_support": "below",
        "pulse_focus": "below",
    }
    assert {item.asks for item in instrument("support-four-forms").items} == {"above"}  # the high end says: more is needed
    assert {item.asks for item in instrument("scale-1-10").items} == {"below"}


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(BadInputError) as caught:
        score(SAFETY, ["agree", "maybe", "7", ""])
    codes = [problem.code for problem in caught.value.problems]
    assert codes.count("wrong-number-of-answers") == 1 and codes.count("answer-not-allowed") == 3
    with pytest.raises(BadInputError) as caught:
        score(instrument("pulse-1-5"), {"pulse_load": "6", "pulse_supprt": "2"})
    assert sorted(problem.code for problem in caught.value.problems) == [
        "answer-missing",
        "answer-missing",
        "answer-not-allowed",
        "unknown-item",
    ]
    for language in LANGUAGES:
        for problem in caught.value.problems:
            assert "{" not in problem.render(language)


@pytest.mark.parametrize("answer", ["0", "11", "-1", "3.5", "³", "５", "1e1", "dont_know"])
def test_what_is_no_whole_number_of_the_scale_is_refused(answer: str) -> None:
    with pytest.raises(BadInputError):
        score(instrument("scale-1-10"), [answer])


def test_a_sum_is_made_only_where_every_item_has_points() -> None:
    points = {item.id: Decimal("4.5") for item in SAFETY.items}
    whole = scored(SAFETY, points)
    assert whole.total is not None and whole.total.value == Decimal("31.5")
    assert scored(SAFETY, dict(list(points.items())[:6])).total is None
    assert scored(instrument("pulse-1-5"), {"pulse_load": Decimal(3)}).total is None


def test_the_instruments_are_those_of_the_brief_and_set_up_rightly() -> None:
    found = rulebase().vocabulary.instruments
    assert tuple(found) == IDS
    assert {name: len(each.items) for name, each in found.items()} == dict(zip(IDS, (7, 4, 1, 3), strict=True))
    factors = rulebase().vocabulary.collections["factors"].members
    assert [fault for each in found.values() for fault in faults(each, factors)] == []
    items = [item.id for each in found.values() for item in each.items]
    assert tuple(items) == rulebase().vocabulary.collections["survey_items"].members
    assert tuple(found) == rulebase().vocabulary.collections["instruments"].members


def test_what_an_instrument_speaks_to_covers_every_factor_once() -> None:
    factors = rulebase().vocabulary.collections["factors"].members
    for each in rulebase().vocabulary.instruments.values():
        assert tuple(each.coverage(factors)) == factors
    safety = SAFETY.coverage(factors)
    assert {factor for factor, found in safety.items() if found != "no"} == {"integrity", "support", "harassment"}
    assert safety["integrity"] == "yes" and safety["support"] == safety["harassment"] == "partly"
    assert set(instrument("scale-1-10").coverage(factors).values()) == {"no"}


def test_the_warnings_about_the_seven_statements_are_there() -> None:
    for language in LANGUAGES:
        said = SAFETY.caution.in_(language)
        assert "28" in said and "35" in said and "70" in said


def test_the_sources_name_lines_of_the_seeds() -> None:
    counted = {
        row.split(",")[0]: int(row.split(",")[2])
        for row in (ROOT / "kb" / "sources" / "seeds.csv").read_text(encoding="utf-8").splitlines()[1:]
    }
    for each in rulebase().vocabulary.instruments.values():
        for source in (*each.source, *(line for item in each.items for line in item.source)):
            file, _, lines = source.removeprefix("seeds/").partition("#L")
            first, _, last = lines.partition("-")
            assert 1 <= int(first) <= int(last or first) <= counted[file]
