"""The cases that the comparison is measured on: valid, small, all of them others, the same each time."""

from bench.impact_cases import UNITS, case, cases
from engine.case.reader import read_data

from .invented import real


def test_the_cases_are_valid_distinct_and_the_same_for_the_same_seed() -> None:
    made = dict(cases(24))
    assert len(set(made.values())) == 24 and made == dict(cases(24)) != dict(cases(24, seed=2))
    read = [read_data(text.encode(), name, real().vocabulary)[0] for name, text in made.items()]
    assert {len(each.units) for each in read} == {UNITS} and {each.regimes for each in read} == {("no",), ("dk",)}
    assert all(each.fictional for each in read) and case(7) == made["case-0007.yaml"]
