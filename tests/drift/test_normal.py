"""Normalisation: what an edition may set otherwise is the same, what the law says is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drift.normal import fingerprint, normal, without_marks


@pytest.mark.parametrize(("one", "other"), [
    ("ø i én å", "ø i e\u0301n a\u030a"),  # composed and decomposed
    ("leseforhold", "lese\u00adforhold"),
    ("§ 3A-2 tredje ledd", "§\u00a03A\u20112\n  tredje\u2009ledd "),
    ("a - b", "a – b"),
    ("a - b", "a — b"),
    ('"så"', "«så»"),
    ('"så"', "»så«"),
    ('"så"', "“så”"),
    ("'s", "’s"),
    ("ord", "o\u200br\ufeffd"),
])
def test_typography_is_the_same(one: str, other: str) -> None:
    assert fingerprint(normal(one)) == fingerprint(normal(other))


@pytest.mark.parametrize(("one", "other"), [
    ("skal", "Skal"), ("skal", "skal."), ("a, b", "a b"), ("10 m²", "10 m2"), ("to ord", "toord"), ("3", "4"), ("og/eller", "og"),
    ("(a)", "a"), ("e", "é"), ("a-b", "a b"), ("½", "1/2"),
])
def test_words_are_not(one: str, other: str) -> None:
    assert fingerprint(normal(one)) != fingerprint(normal(other))


@given(st.text())
def test_it_is_done_once(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(("text", "bare", "marks"), [
    ("loven[1] og[12] den", "loven og den", 2), ("loven¹⁾.", "loven.", 1), ("10 m²", "10 m²", 0), ("(1) nr. 1)", "(1) nr. 1)", 0),
])
def test_only_what_can_only_be_the_mark_of_a_footnote_is_taken_out(text: str, bare: str, marks: int) -> None:
    assert without_marks(text) == (bare, marks)
