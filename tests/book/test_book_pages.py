"""Every page by itself and together: well formed, no dead link, no id twice, nothing from outside, nothing that runs."""

import posixpath
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from engine.book.site import POLICY
from engine.rulebase import RuleBase
from tests.proof.pages import VOID, Element

PHRASING = {"a", "b", "button", "code", "em", "i", "input", "label", "q", "small", "span", "strong", "var"}
CLOSED_BY_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5"}  # a browser would close these before a block


def links(page: Element) -> list[str]:
    return [each.attributes["href"] for each in page.all("a")]


def target(page: str, href: str) -> tuple[str, str]:
    """Give the page and the place that a link inside the book leads to."""
    path, _, place = unquote(href).partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, place


def test_every_link_inside_the_book_leads_to_a_place_that_is_there(
    pages: dict[str, Element], places: dict[str, dict[str, Element]]
) -> None:
    dead = []
    for name, page in pages.items():
        for href in links(page):
            if href.startswith(("https://", "http://")):
                continue
            path, place = target(name, href)
            if path not in pages or (place and place not in places[path]):
                dead.append((name, href))
    assert not dead
    assert len(pages) > 300


def test_no_id_stands_twice_on_a_page(pages: dict[str, Element], places: dict[str, dict[str, Element]]) -> None:
    for name, page in pages.items():
        ids = [each.attributes["id"] for each in page.walk() if "id" in each.attributes]
        assert len(ids) == len(places[name]), name


def test_every_page_can_be_reached_from_the_start(pages: dict[str, Element]) -> None:
    reached, new = set[str](), {"index.html"}
    while new:
        reached |= new
        found = {target(name, href)[0] for name in new for href in links(pages[name]) if not href.startswith("http")}
        new = found - reached
    assert reached == set(pages)


def test_the_parts_of_a_page_stand_where_they_may(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        assert [each.tag for each in page.inside if isinstance(each, Element)] == ["html"], name
        assert len(page.all("h1")) == 1 and len(page.all("main")) == 1, name
        for each in page.walk():
            inside = [child for child in each.inside if isinstance(child, Element)]
            if each.tag in CLOSED_BY_BLOCKS | PHRASING:
                assert {child.tag for child in inside} <= PHRASING, f"{name}: <{each.tag}> {each.text[:60]}"
            if each.tag in ("ul", "ol"):
                assert {child.tag for child in inside} <= {"li"}, f"{name}: {each.text[:60]}"
            assert not (each.tag in VOID and each.inside)
            if each.tag == "a":
                assert not [child for child in each.walk() if child is not each and child.tag == "a"], f"{name}: {each.text}"


def test_headings_follow_each_other_without_a_gap(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        levels = [int(each.tag[1]) for each in page.walk() if len(each.tag) == 2 and each.tag[0] == "h" and each.tag[1].isdigit()]
        assert levels[0] == 1, name
        for level, after in pairwise(levels):
            assert after <= level + 1, f"{name}: h{after} after h{level}"


def test_every_control_and_landmark_has_a_name(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        labelled = {each.attributes.get("for") for each in page.all("label")}
        assert all(each.attributes.get("id") in labelled for each in page.all("input")), name
        for nav in page.all("nav"):
            assert nav.attributes.get("aria-label") or nav.attributes.get("aria-labelledby"), name
        assert all(each.text for each in page.all("a") + page.all("button") + page.all("summary")), name
        if name != "index.html":
            assert links(page)[0] == "#main", f"{name}: the first link skips to the content"


def test_nothing_comes_from_outside_and_nothing_stands_in_a_page_that_runs(pages: dict[str, Element]) -> None:
    for name, page in pages.items():
        policies = [each.attributes["content"] for each in page.all("meta") if each.attributes.get("http-equiv")]
        assert policies == [POLICY], name
        for each in page.walk():
            assert not [key for key in each.attributes if key.startswith("on") or key == "style"], name
            assert "src" not in each.attributes or each.tag == "script", name
            if each.tag in ("script", "link"):
                address = each.attributes.get("src") or each.attributes["href"]
                assert not each.text and "//" not in address, f"{name}: {address}"
            assert each.tag not in ("style", "iframe", "object", "embed", "img"), name


def test_only_links_to_sources_lead_out(pages: dict[str, Element], rulebase: RuleBase) -> None:
    known = {source.url for source in rulebase.law.sources.values()} | {act.eli for act in rulebase.law.acts.values()}
    out = {href for page in pages.values() for href in links(page) if ":" in href.split("#")[0]}
    assert out and out <= known
    for page in pages.values():
        for each in page.all("a"):
            if each.attributes["href"].startswith("http"):
                assert each.attributes["rel"] == "noopener noreferrer external"


def test_only_the_search_needs_a_script(pages: dict[str, Element]) -> None:
    scripted = {name for name, page in pages.items() if page.all("script")}
    assert scripted == {f"{language}/search.html" for language in ("nb", "da", "en")}


@pytest.mark.parametrize("name", ["style.css", "search.js"])
def test_what_the_pages_share_asks_for_nothing_from_outside(shelf: Path, name: str) -> None:
    text = (shelf / name).read_text(encoding="utf-8")
    assert "http" not in text and "url(" not in text and "@import" not in text and "innerHTML" not in text


def test_no_page_is_heavy(shelf: Path) -> None:
    sizes = {file.name: file.stat().st_size for file in shelf.rglob("*.html")}
    assert max(sizes.values()) < 300_000
