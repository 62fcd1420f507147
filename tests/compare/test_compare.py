"""The two laws side by side: the alignment is sound, the sides are mirrored exactly, and the page refers to nothing outside itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from engine.assessment import Assessment, assess
from engine.compare import alignment
from engine.compare.comparison import Comparison, compare
from engine.compare.html import html
from engine.compare.model import COLUMNS, MIRRORED, REGIMES, RELATIONS, Alignment
from engine.compare.record import record
from engine.compare.text import text
from engine.errors import BadInputError
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language
from tests import own

ROOT = Path(__file__).resolve().parents[2]
RULEBASE = own.rulebase()
ALIGNMENTS = alignment.load(RULEBASE)
CASE = ROOT / "examples" / "interview.yaml"
HEAD = """@prefix a: <https://w3id.org/forsvarlig/alignment/> .
@prefix fv: <https://w3id.org/forsvarlig/ns#> .
"""
languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def both() -> Assessment:
    return assess(CASE, RULEBASE, None, REGIMES)


def swapped(found: dict[str, Any]) -> dict[str, Any]:
    rows = [
        {**row, "left": row["right"], "right": row["left"], "relation": MIRRORED.get(row["relation"], row["relation"])}
        for row in found["rows"]
    ]
    return {**found, "regimes": found["regimes"][::-1], "rows": rows}


def test_swapping_the_sides_mirrors_the_result_exactly(both: Assessment) -> None:
    assert record(compare(RULEBASE, ALIGNMENTS, both, "dk")) == swapped(record(compare(RULEBASE, ALIGNMENTS, both, "no")))
    assert record(compare(RULEBASE, ALIGNMENTS, None, "dk")) == swapped(record(compare(RULEBASE, ALIGNMENTS, None, "no")))


def test_mirroring_twice_changes_nothing() -> None:
    assert all(each.mirrored().mirrored() == each for each in ALIGNMENTS)
    assert {each.relation for each in ALIGNMENTS} == set(RELATIONS)
    assert {each.column for each in ALIGNMENTS} == set(COLUMNS)


def test_every_duty_of_the_influences_is_aligned() -> None:
    """Each Danish block and each Norwegian chapter on psychosocial factors stands in some row."""
    aligned = {duty for each in ALIGNMENTS for duty in (*each.left.duties, *each.right.duties)}
    blocks = {d.origins.id for d in RULEBASE.rules.duties if d.origins.id.startswith("dk.psyk.")}
    assert blocks and not blocks - aligned
    chapters = {
        d.origins.id for d in RULEBASE.rules.duties
        if re.match(r"no\.utforelse\.[123]A-", d.origins.id) and not d.origins.id.startswith("no.utforelse.1A-2.4")
    }
    assert chapters and not chapters - aligned


def test_the_outcomes_are_those_of_the_assessment(both: Assessment) -> None:
    found = record(compare(RULEBASE, ALIGNMENTS, both))
    said = {outcome.id: outcome.outcome for outcome in both.outcomes}
    for row in found["rows"]:
        for side in (row["left"], row["right"]):
            for duty in side["duties"]:
                assert all(said[id_] == outcome for outcome, ids in duty["outcomes"].items() for id_ in ids)
                assert duty["outcome"] in (None, *duty["outcomes"])


@languages
def test_the_text_says_what_was_looked_at_and_gives_no_verdict(both: Assessment, language: Language) -> None:
    printed = text(compare(RULEBASE, ALIGNMENTS, both), language)
    flowing = " ".join(printed.split())
    assert all(section in flowing for each in ALIGNMENTS for section in (*each.sources, *each.looked_at))
    assert "{" not in printed and "None" not in printed
    assert max(len(line) for line in printed.splitlines()) <= 110


@languages
def test_the_page_refers_to_nothing_outside_itself(both: Assessment, language: Language) -> None:
    page = html(compare(RULEBASE, ALIGNMENTS, both), language)
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count('<article class="aligned"') == len(ALIGNMENTS)


def test_every_row_stands_in_the_matrix() -> None:
    found: Comparison = compare(RULEBASE, ALIGNMENTS)
    cells = {row.alignment.id for factor in found.factors for column in found.columns for row in found.cell(factor, column)}
    assert cells == {each.id for each in ALIGNMENTS}


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(CASE), "--format", "json", "--left", "dk"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "forsvarlig/comparison/1" and found["regimes"] == ["dk", "no"]
    assert main(["compare", "--lang", "da"]) == 0
    assert "Norge og Danmark side om side" in capsys.readouterr().out


def wrong(tmp_path: Path, body: str) -> set[str]:
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "alignment.ttl").write_text(HEAD + body, encoding="utf-8")
    base = RuleBase(tmp_path, RULEBASE.hash, RULEBASE.vocabulary, RULEBASE.law, RULEBASE.rules, RULEBASE.shapes)
    with pytest.raises(BadInputError) as caught:
        alignment.load(base)
    assert all(problem.file == "kb/alignment.ttl" and all(problem.message) for problem in caught.value.problems)
    return {problem.code for problem in caught.value.problems}


TEXTS = 'fv:title "t"@nb , "t"@da , "t"@en ; fv:note "n"@nb , "n"@da , "n"@en'


@pytest.mark.parametrize(("body", "codes"), [
    (f'a:x a fv:Alignment ; fv:column "cake" ; fv:relation "same" ; {TEXTS} ; fv:dossier "no.md 1" ; '
     'fv:noDuty "no.aml.4-3.1" ; fv:dkDuty "dk.psyk.5" .', {"not-allowed"}),
    (f'a:x a fv:Alignment ; fv:column "standard" ; fv:relation "same" ; {TEXTS} ; fv:noDuty "no.aml.4-3.1" ; '
     'fv:dkDuty "dk.psyk.999" .', {"missing", "unknown-name"}),
    (f'a:x a fv:Alignment ; fv:column "standard" ; fv:relation "no_counterpart" ; {TEXTS} ; fv:dossier "no.md 1" ; '
     'fv:noDuty "no.aml.4-3.1" .', {"counterpart"}),
    (f'a:x a fv:Alignment ; fv:column "standard" ; fv:relation "same" ; {TEXTS} ; fv:dossier "no.md 1" ; '
     'fv:noDuty "no.aml.4-3.1" .', {"counterpart"}),
    ('a:x a fv:Alignment ; fv:colour "red" .', {"unknown-key"}),
])  # fmt: skip
def test_what_is_wrong_with_the_alignment_is_named(tmp_path: Path, body: str, codes: set[str]) -> None:
    assert wrong(tmp_path, body) == codes


def test_every_alignment_has_a_source_and_three_languages() -> None:
    for each in ALIGNMENTS:
        assert isinstance(each, Alignment) and each.sources and all(each.title) and all(each.note)
        assert all(re.match(r"(no|dk)\.md \d", source) for source in each.sources)
