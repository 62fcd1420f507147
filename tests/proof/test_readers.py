"""Every reader tells the same outcomes, and the same assessment gives the same bytes."""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from engine.assessment import Assessment
from engine.proof import words as w
from engine.proof.html import html
from engine.proof.markdown import markdown, plain
from engine.proof.record import record
from engine.proof.text import text
from engine.text import LANGUAGES, Language

from .conftest import ROOT, Assess
from .pages import read

Told = Counter[tuple[str, str]]  # duty and word of the outcome
WRITE_ALL = """
import json, sys
from pathlib import Path
from engine.assessment import assess
from engine.proof.html import html
from engine.proof.markdown import markdown
from engine.proof.provo import provo
from engine.proof.record import record
from engine.proof.text import text
from engine.rulebase import load
parts, rulebase = [], load(Path("."))
for case in ("small", "service-dk"):  # the second has duties with several entries in their scope
    found = assess(Path(f"examples/{case}.yaml"), rulebase, regimes=("no", "dk"))
    parts += [json.dumps(record(found)), provo(found)]
    for language in ("nb", "da", "en"):
        parts += [html(found, language), markdown(found, language, "all"), text(found, language, "all")]
sys.stdout.write("\\n".join(parts))
"""


def _in_record(found: Assessment, language: Language) -> Told:
    return Counter((o["duty"], w.HEADINGS[o["outcome"]].in_(language)) for o in record(found)["outcomes"])


def _in_text(found: Assessment, language: Language) -> Told:
    rows = re.findall(r"^    (\S.*?)(?: \([^)]*\))? · .* · (\S+)@\S+$", text(found, language, "full"), re.MULTILINE)
    return Counter((duty, word) for word, duty in rows)


def _in_markdown(found: Assessment, language: Language) -> Told:
    rows = re.findall(r"^\*\*\S (.*?) · .*\*\* `(\S+)@\S+`$", markdown(found, language, "full"), re.MULTILINE)
    return Counter((duty, word) for word, duty in rows)


def _in_html(found: Assessment, language: Language) -> Told:
    told: Told = Counter()
    for article in read(html(found, language)).all("article"):
        if "id" not in article.attributes:
            continue
        for element in article.walk():
            if re.fullmatch(r"o\d+", element.attributes.get("id", "")):
                kind = next(k for k in (element.attributes.get("class", ""), article.attributes["class"]) if k)
                told[article.attributes["id"], w.HEADINGS[kind.split()[-1]].in_(language)] += 1
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_markdown_and_html_carry_the_same_outcomes_as_the_record(little: Assessment, language: Language) -> None:
    wanted = _in_record(little, language)
    assert wanted
    assert _in_text(little, language) == wanted
    assert _in_markdown(little, language) == wanted
    assert _in_html(little, language) == wanted


@pytest.mark.parametrize("detail", ["short", "full", "all"])
def test_markdown_answers_first_and_says_more_with_more_detail(assessed: Assess, detail: str) -> None:
    found = assessed("small")
    written = markdown(found, "en", detail)
    assert written.startswith("# Lillevik omsorg\n")
    assert written.index("Are we compliant?") < written.index("Duties that are breached")
    assert ("no.utforelse.3A-2.1@hjemme" in written) == (detail != "short")
    assert ("Is anything breached?" in written) == (detail == "all")
    assert "Not legal advice" in written


def test_nothing_of_the_case_is_read_as_markdown() -> None:
    assert plain("<script> *a* _b_ [c](d) `e` # f | g") == r"\<script\> \*a\* \_b\_ \[c\](d) \`e\` \# f \| g"
    assert plain("1. en\n\n- to") == r"1\. en - to"
    assert plain("- to") == r"\- to"


def test_the_same_assessment_gives_the_same_bytes_in_every_format() -> None:
    written = [
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL],
            cwd=ROOT,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(written[0]) > 100_000
    assert written[0] == written[1]
