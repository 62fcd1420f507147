"""Whether an undertaking is on a list of industries: told by its code, by a plain answer, or by neither."""

import pytest

from engine.case.collect import collect
from engine.case.reader import read_data
from engine.errors import BadInputError
from engine.rulebase import RuleBase, load
from engine.truth import Truth
from engine.vocabulary.model import CodeList

CASE = """
forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
stated_by: employer
enterprise: {{name: Eksempel, work: employer, place: mainland{more}}}
units: [{{id: nord, name: Avdeling Nord}}]
{answers}
"""
FLAG = "in_listed_industry"
NO = "answers: [{about: enterprise, ask: in_listed_industry, value: no, stated_by: safety_representative}]"


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load()


def truth(base: RuleBase, more: str = "", answers: str = "") -> Truth:
    case, _ = read_data(CASE.format(more=f", {more}" if more else "", answers=answers).encode(), "case.yaml", base.vocabulary)
    return collect(case, base.vocabulary, {}).truth(FLAG, "enterprise")


@pytest.mark.parametrize(
    ("industry", "expected"),
    [
        ("SN2025, code: 88.101", Truth.YES),
        ("SN2025, code: 86.94", Truth.YES),  # in a range
        ("SN2025, code: 62.01", Truth.NO),
        ("SN2025, code: 84.24", Truth.UNKNOWN),  # only a part of the code is listed
        ("SN2025, code: 84", Truth.UNKNOWN),  # too short to tell
        ("SN2007, code: 88.101", Truth.UNKNOWN),  # the list is of another edition
        ("DB25, code: 88.101", Truth.UNKNOWN),
    ],
)
def test_the_code_tells(base: RuleBase, industry: str, expected: Truth) -> None:
    assert truth(base, f"industry: {{scheme: {industry}}}") is expected


def test_without_a_code_the_answer_tells(base: RuleBase) -> None:
    assert truth(base) is Truth.UNKNOWN
    assert truth(base, "in_listed_industry: yes") is Truth.YES
    assert truth(base, "industry: {scheme: SN2025, code: 84.24}, in_listed_industry: yes") is Truth.YES


def test_the_same_source_may_not_say_the_opposite_of_its_code(base: RuleBase) -> None:
    with pytest.raises(BadInputError) as raised:
        truth(base, "industry: {scheme: SN2025, code: 88.101}, in_listed_industry: no")
    assert [problem.code for problem in raised.value.problems] == ["one-source-two-values"]


def test_another_source_may_dispute_it(base: RuleBase) -> None:
    assert truth(base, "industry: {scheme: SN2025, code: 88.101}", NO) is Truth.UNKNOWN


def test_a_code_that_does_not_know_is_no_contradiction(base: RuleBase) -> None:
    assert truth(base, "industry: {scheme: SN2025, code: 88.101}, in_listed_industry: dont_know") is Truth.YES


def test_the_longer_code_is_read_by_its_beginning() -> None:
    codes = CodeList("x", "S", (("10", "17", False), ("262", "264", True)))
    assert [codes.holds("S", code) for code in ("17.999", "18", "26.3", "26.5", "26", "")] == [True, False, None, False, None, None]


def test_the_head_counts_are_read_apart(base: RuleBase) -> None:
    more = "employees: {regular: 4, total: 6, average_20h_last_year: dont_know}"
    case, _ = read_data(CASE.format(more=f", {more}", answers="").encode(), "case.yaml", base.vocabulary)
    values = collect(case, base.vocabulary, {}).values
    assert (values["regular_headcount", "enterprise"], values["total_headcount", "enterprise"]) == (4, 6)
    assert ("average_headcount", "enterprise") not in values
