"""The HTML file: well formed, alone, readable by everyone, and with nothing of the case read as a tag."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from engine.assessment import Assessment
from engine.proof.html import html
from engine.proof.html_page import STYLE
from engine.proof.report import Report
from engine.text import LANGUAGES, Language

from .conftest import ROOT, Assess
from .pages import Element, read


@pytest.fixture
def page(assessed: Assess) -> Element:
    return read(html(assessed("small"), "nb"))


def test_it_is_well_formed_and_every_link_leads_somewhere(example: Assessment) -> None:
    page = read(html(example, "nb"))
    ids = [each.attributes["id"] for each in page.walk() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    links = [each.attributes["href"] for each in page.all("a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    labels = [each.attributes["aria-labelledby"] for each in page.walk() if "aria-labelledby" in each.attributes]
    assert set(labels) <= set(ids)


def test_it_refers_to_nothing_outside_itself_and_runs_nothing(page: Element) -> None:
    tags = {each.tag for each in page.walk()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "svg"}
    attributes = {name for each in page.walk() for name in each.attributes}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {"src", "srcset", "action", "style"}
    style = page.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    policy = next(e for e in page.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_one_language_with_landmarks_and_headings_in_order(assessed: Assess, language: Language) -> None:
    page = read(html(assessed("small"), language))
    assert page.all("html")[0].attributes["lang"] == language
    assert [len(page.all(tag)) for tag in ("header", "main", "nav", "footer", "h1", "title")] == [1, 1, 1, 1, 1, 1]
    levels = [int(each.tag[1]) for each in page.walk() if re.fullmatch("h[1-6]", each.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.inside and isinstance(each.inside[0], Element) and each.inside[0].tag == "summary" for each in page.all("details"))


def test_the_answer_and_every_breach_can_be_read_without_unfolding(assessed: Assess) -> None:
    report = Report(assessed("small"), "nb")
    page = read(html(assessed("small"), "nb"))

    def seen(element: Element) -> str:
        parts = (seen(e) if isinstance(e, Element) else e for e in element.inside)
        return "" if element.tag == "details" else " ".join("".join(parts).split())

    text = seen(page.all("main")[0])
    assert report.answer in text
    for duty in report.duties("breach"):
        assert all(part in text for part in (duty.title, duty.citation, duty.where, duty.rows[0].reason, duty.law))


def test_every_outcome_is_there_with_its_word_reason_and_proof(little: Assessment) -> None:
    report = Report(little, "da")
    page = read(html(little, "da"))
    drawn = {each.attributes["id"]: each for each in page.walk() if re.fullmatch(r"o\d+", each.attributes.get("id", ""))}
    assert len(drawn) == len(little.outcomes)
    articles = {each.attributes["id"]: each for each in page.all("article") if "id" in each.attributes}
    for outcome in little.outcomes:
        row = report.row(outcome)
        assert row.address in drawn[f"o{row.number}"].text
        article = articles[outcome.duty.origins.id].text
        assert row.reason in article
        assert row.word in article
        proof = drawn[f"o{row.number}"].text
        assert all(step.text in proof for part in row.parts for step in part.steps)


def test_evidence_names_document_and_place(page: Element) -> None:
    sources = {each.text for each in page.all("span") if each.attributes.get("class") == "source"}
    assert "D2 Risikovurdering for hjemmetjenesten, side 4" in sources


def test_it_says_what_it_rests_on_and_what_it_does_not_say(assessed: Assess, page: Element) -> None:
    text = page.all("body")[0].text
    a = assessed("small")
    for part in (a.case.sha256, a.rulebase.hash, str(a.case.date), str(a.law_date), "Ikke juridisk rådgivning", "Oppdiktet eksempel"):
        assert part in text
    assert str(ROOT) not in text  # where the file lay is nobody's business


def test_nothing_of_the_case_is_read_as_a_tag(assess_text: Assess) -> None:
    evil = "<script>alert(1)</script>"
    found = assess_text(
        "forsvarlig: case/1\nlanguage: nb\nregimes: [no]\ndate: 2026-06-30\nbasis: interview\n"
        f"enterprise: {{name: '{evil}', work: employer, place: mainland}}\n"
        "units:\n  - {id: a, name: '\"><img src=x onerror=alert(1)>', employees: 30, may_entail_violence: yes, entails_violence: yes}\n"
        f"documents:\n  - {{id: D1, title: '</style>{evil}', kind: plan, dated: 2026-01-01, transcribed: fully}}\n"
        f"risk_assessments:\n  - {{id: R1, title: '{evil}', units: [a], violence: yes, evidence: [{{document: D1, place: '<b>&amp;'}}]}}\n"
    )
    page = html(found, "nb")
    tree = read(page)
    tags = {each.tag for each in tree.walk()}
    assert not tags & {"script", "img"}
    assert evil not in page
    assert tree.all("h1")[0].text == evil
    assert any("<b>&amp;" in each.text for each in tree.all("span"))


def test_colour_never_speaks_alone() -> None:
    style = (Path(ROOT) / "engine" / "proof" / STYLE).read_text(encoding="utf-8")
    light = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", style.split("@media", 1)[0]))
    for name in ("ink", "soft", "accent", "breach", "investigate", "unknown", "met", "not_applicable"):
        assert _contrast(light[name], light["paper"]) >= 4.5, name
        assert _contrast(light[name], light["wash"]) >= 4.0, name


def _contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
