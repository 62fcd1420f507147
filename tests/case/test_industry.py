"""Whether an undertaking is on a list of industries: told by its code, by a plain answer, or by neither."""

import pytest

from engine.case.collect import collect
from engine.case.reader import read_data
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


@pytest.mark.parametrize("code", ["88.101", "86.94", "62.01", "84.24", "84"])
@pytest.mark.parametrize("scheme", ["SN2025", "SN2007", "DB25"])
def test_a_code_raises_the_question_and_never_decides(base: RuleBase, scheme: str, code: str) -> None:
    assert truth(base, f"industry: {{scheme: {scheme}, code: {code}}}") is Truth.UNKNOWN


def test_the_answer_tells(base: RuleBase) -> None:
    assert truth(base) is Truth.UNKNOWN
    assert truth(base, "in_listed_industry: yes") is Truth.YES
    assert truth(base, "industry: {scheme: SN2025, code: 84.24}, in_listed_industry: yes") is Truth.YES
    assert truth(base, "industry: {scheme: SN2025, code: 88.101}, in_listed_industry: no") is Truth.NO


def test_sources_may_dispute_it(base: RuleBase) -> None:
    assert truth(base, "in_listed_industry: yes", NO) is Truth.UNKNOWN


def test_the_longer_code_is_read_by_its_beginning() -> None:
    codes = CodeList("x", (("10", "17", False), ("262", "264", True)))
    assert [codes.holds(code) for code in ("17.999", "18", "26.3", "26.5", "26", "")] == [True, False, None, False, None, None]


def test_the_head_counts_are_read_apart(base: RuleBase) -> None:
    more = "employees: {regular: 4, total: 6, average_20h_last_year: dont_know}"
    case, _ = read_data(CASE.format(more=f", {more}", answers="").encode(), "case.yaml", base.vocabulary)
    values = collect(case, base.vocabulary, {}).values
    assert (values["regular_headcount", "enterprise"], values["total_headcount", "enterprise"]) == (4, 6)
    assert ("average_headcount", "enterprise") not in values
