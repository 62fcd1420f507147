"""Whatever is supplied, nothing is lost and nothing breaks: every line is a unit's, is set aside, or is reported."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engine.drift.baseline import accepted
from engine.drift.compare import changes
from engine.drift.forms import FORMS
from engine.drift.html import read_html
from engine.drift.model import Edition, Row, Unit
from engine.drift.outline import Outline
from engine.drift.place import in_order, place_of
from engine.drift.placing import Placing
from engine.drift.plain import read_plain

STARTS = {
    "no": ["§ 1-1. {}", "§ 1-2. {}", "§ 2 A-3. {}.", "§ 4. {}", "Kapittel 1. {}", "Kapittel 2 A. {}", "Vedlegg 1. {}", "(1) {}.", "(2) {}",
           "0 Endret ved lov 1 mai 2031 nr. 1. {}"],
    "dk": ["§ 1. {}.", "§ 1 a. {}", "§ 2. {}:", "§ 7. {}.", "Kapitel 1", "Kapitel 2", "Bilag 1. {}", "Stk. 2. {}.", "Stk. 3. {}:",
           "Tilsynet, den 1. maj 2031", "Officielle noter"],
}
ANY = ["{}.", "{}", "{}:", "a) {}", "b) {}:", "c. {}", "1) {}", "2) {}.", "2a) {}", "i) {}", "ii) {}", "A. {}", "B. {}", "– {}", "og {}.",
       "(opphevet)", "§§ 5–6. (Ophævet)", "<p>{}", "<li>{}", "<ol type=a>", "</ol>", "<h3>{}</h3>", "<br>", "<td>{}", "<table>", "</div>"]
Lines = list[tuple[str, bool]]


def lines_of(regime: str) -> st.SearchStrategy[Lines]:
    return st.lists(st.tuples(st.sampled_from([*STARTS[regime], *ANY]), st.booleans()), min_size=1, max_size=25)


def written(lines: Lines, html: bool) -> str:
    """Write the lines, each with a word of its own; some with a blank line after them, or in an element of their own."""
    said = [(line.replace("{}", f"Ord{number}x"), blank) for number, (line, blank) in enumerate(lines)]
    return "\n".join(f"<div>{line}</div>" if html and blank and "<" not in line else line + "\n" * blank for line, blank in said)


def check(lines: Lines, regime: str, html: bool) -> None:
    text = written(lines, html)
    blocks = read_html(text).blocks if html else read_plain(text, FORMS[regime])
    placing = Placing(f"{regime}/x", Outline(FORMS[regime]), "f")
    placing.read(blocks)
    aside = {line.line for kind, group in placing.aside.items() if kind != "mark" for line in group}
    said = [unit.words for unit in placing.units] + [block.text for block in blocks if block.line in aside]
    for number, (line, _) in enumerate(lines):
        if "{}" in line:
            assert sum(f"Ord{number}x" in words for words in said) == 1, (line, said)
    paths = [unit.path for unit in placing.units]
    assert len(set(paths)) == len(paths)
    assert sorted(in_order(paths)) == sorted(paths)
    assert {line.within for line in placing.unplaced} == {
        path.removesuffix("/rest") if path.count("/") > 2 else path for path in paths if place_of(path).rest
    }


@given(lines_of("no"))
def test_no_line_of_norwegian_text_is_lost(lines: Lines) -> None:
    check(lines, "no", html=False)


@given(lines_of("dk"))
def test_no_line_of_danish_text_is_lost(lines: Lines) -> None:
    check(lines, "dk", html=False)


@given(lines_of("no"))
def test_no_line_of_a_norwegian_page_is_lost(lines: Lines) -> None:
    check(lines, "no", html=True)


@given(lines_of("dk"))
def test_no_line_of_a_danish_page_is_lost(lines: Lines) -> None:
    check(lines, "dk", html=True)


@given(st.text(alphabet=st.characters(codec="utf-8")), st.sampled_from(["no", "dk"]))
def test_any_text_is_read(text: str, regime: str) -> None:
    for blocks in (read_html(text).blocks, read_plain(text, FORMS[regime])):
        placing = Placing(f"{regime}/x", Outline(FORMS[regime]), "f")
        placing.read(blocks)
        assert json.dumps([unit.path for unit in placing.units])


@given(st.dictionaries(st.sampled_from([f"no/x/1/{n}" for n in range(1, 6)]), st.sampled_from("abc")),
       st.dictionaries(st.sampled_from([f"no/x/1/{n}" for n in range(1, 6)]), st.sampled_from("abc")))
def test_what_is_found_leads_from_the_baseline_to_the_edition(old: dict[str, str], new: dict[str, str]) -> None:
    """Each place that lost words is changed, moved or repealed once; each that won some is changed, new or moved to, once."""
    units = {path: Unit(path, words, "f", 1) for path, words in new.items()}
    rows: dict[str, Row] = {
        row.path: row for row in accepted([Unit(path, words, "f", 1) for path, words in old.items()], {}, (), "", date.min, "lawyer")
    }
    found = changes(rows, Edition(units, (), (), {}))
    lost = sorted(change.path for change in found if change.kind != "new")
    won = sorted(change.to or change.path for change in found if change.kind != "repealed")
    assert lost == sorted(path for path in old if new.get(path) != old[path])
    assert won == sorted(path for path in new if old.get(path) != new[path])
    assert all(old[change.path] == new[change.to] for change in found if change.kind == "moved")
