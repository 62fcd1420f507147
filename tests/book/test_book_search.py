"""The index of the search: what it holds, and that it is safe in a script."""

import json
from pathlib import Path

import pytest

from engine.book.search import KINDS, Found, index
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language
from tests.proof.pages import Element

Rows = list[tuple[int, str, str, str, str]]


def rows(shelf: Path, language: Language) -> Rows:
    script = (shelf / language / "search-index.js").read_text(encoding="utf-8")
    assert script.startswith("var bookIndex = ") and script.endswith(";\n")
    found = json.loads(script.removeprefix("var bookIndex = ").removesuffix(";\n"))
    assert len(found["kinds"]) == len(KINDS)
    return [tuple(row) for row in found["rows"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_found_is_there(language: Language, shelf: Path, places: dict[str, dict[str, Element]]) -> None:
    for _, title, _, href, _ in rows(shelf, language):
        page, _, place = href.partition("#")
        assert title and (not place or place in places[f"{language}/{page}"]), href
        assert f"{language}/{page}" in places


@pytest.mark.parametrize(
    ("language", "words", "href"),
    [
        ("nb", ("opplæring", "øvelse", "vold"), "law-no.utforelse-3A.html#no.utforelse.3A-5.1"),
        ("da", ("forebyggelsesprincipperne",), "law-dk.aml-s1.html#dk.aml.15a.4"),
        ("en", ("safety representative", "section 6-1"), "law-no.aml-6.html#6-1"),
        ("en", ("workload and time pressure",), "list-factors.html#workload"),
    ],
)
def test_a_known_term_is_found_on_the_right_page(language: Language, words: tuple[str, ...], href: str, shelf: Path) -> None:
    found = {row[3] for row in rows(shelf, language) if all(word.lower() in " ".join(row[1:3] + row[4:]).lower() for word in words)}
    assert href in found


def test_every_unit_and_every_duty_can_be_found(shelf: Path, rulebase: RuleBase) -> None:
    found = rows(shelf, "nb")
    units = [row for row in found if KINDS[row[0]] == "unit" and "#" in row[3]]
    assert len(units) == len(rulebase.law.by_id)
    remarks = len(rulebase.rules.remarks)
    assert len([row for row in found if KINDS[row[0]] == "duty"]) == len(rulebase.rules.duties) + remarks


def test_the_index_is_safe_in_a_script() -> None:
    written = index([Found("duty", "</script><b>", "\u2028", "a.html", "x & y")], "en")
    assert "<" not in written and "\u2028" not in written and len(written.splitlines()) == 1
    assert json.loads(written.removeprefix("var bookIndex = ").removesuffix(";\n"))["rows"] == [[1, "</script><b>", "\u2028", "a.html", "x & y"]]
