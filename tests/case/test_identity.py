"""National identity numbers are found wherever they stand, and little else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer

from engine.case import identity

DAYS = st.integers(1, 28)


@st.composite
def norwegian(draw: st.DrawFn, offset: int = 0) -> str:
    """Make a number with both check digits right; it is nobody's, unless by chance."""
    month, year, rest = draw(st.integers(1, 12)), draw(st.integers(0, 99)), draw(st.integers(0, 999))
    start = f"{draw(DAYS) + offset:02}{month:02}{year:02}{rest:03}"
    first = fodselsnummer.calc_check_digit1(start)
    second = fodselsnummer.calc_check_digit2(start + first)
    return start + first + second


@given(norwegian().filter(lambda number: len(number) == 11), st.sampled_from(["", " ", "-", "\u00a0"]))
def test_birth_numbers_are_found(number: str, join: str) -> None:
    text = f"samtale med {number[:6]}{join}{number[6:]}, i mars"
    assert [found.country for found in identity.persons(text)][:1] == ["no"]
    assert number[6:] not in identity.blot(text)


@given(norwegian(offset=40).filter(lambda number: len(number) == 11))
def test_d_numbers_are_found(number: str) -> None:
    assert identity.is_norwegian(number)


@given(norwegian().filter(lambda number: len(number) == 11), st.integers(9, 10), st.integers(1, 9))
def test_a_wrong_check_digit_is_no_birth_number(number: str, place: int, step: int) -> None:
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not identity.is_norwegian(wrong)


@pytest.mark.parametrize("text", [
    "211062-5629", "211062 5629", "2110625629", "cpr: 211062-5629.", "(211062-5629)", "290200-4123", "311299 - 1234",
])
def test_cpr_numbers_are_found(text: str) -> None:
    assert [found.country for found in identity.persons(text)] == ["dk"]


@pytest.mark.parametrize("text", [
    "974760673", "15413700", "+47 22 33 44 55", "2026-06-30", "avvik 2021/1234567890-1",
    "4b227777d4dd1fc6110625629a2db9e8",
    "3213625629", "01.02.2026 12:30", "1234 5678 9012 3456", "20260630123045", "ISBN 9788200000001",
    "123456789012", "kl. 08.00-16.00, 30.06.2026", "560.000.000",
])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not list(identity.persons(text))
    assert identity.blot(text) == text


@given(st.text())
def test_blotting_keeps_the_length(text: str) -> None:
    assert len(identity.blot(text)) == len(text)


def test_undertakings() -> None:
    assert identity.is_org_number("974760673") and identity.is_org_number("974 761 211")
    assert not identity.is_org_number("974760674") and not identity.is_org_number("NO974760673MVA")
    assert identity.is_cvr("15413700") and identity.is_cvr("24256790") and not identity.is_cvr("15413701")
