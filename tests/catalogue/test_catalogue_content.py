"""What the catalogue holds: three languages, no title twice, and nothing that a seed does not say."""

import re
from collections import Counter
from pathlib import Path

import pytest

from engine.catalogue.coverage import Table, unused
from engine.catalogue.load import read
from engine.catalogue.model import TYPES, Catalogue
from engine.catalogue.words import LEVELS, STAGES
from engine.catalogue.words import TYPES as TYPE_WORDS
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language

from .conftest import ROOT

BORROWED = 9  # so many words in a row are not our own


def test_the_files_are_without_mistakes(base: RuleBase) -> None:
    _, problems = read(ROOT, base.vocabulary)
    assert not problems, "\n".join(each.render("en") for each in problems)


def test_every_content_speaks_three_languages(catalogue: Catalogue) -> None:
    assert len(catalogue.contents) > 90
    for content in catalogue.contents:
        for text in filter(None, (content.title, content.text)):
            assert all(text.in_(language).strip() for language in LANGUAGES), content.id
            assert all(" ".join(text.in_(language).split()) == text.in_(language) for language in LANGUAGES), content.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_stands_twice_within_a_type(catalogue: Catalogue, language: Language) -> None:
    titles = Counter((content.type, content.title.in_(language).lower()) for content in catalogue.contents)
    assert [title for title, count in titles.items() if count > 1] == []


def test_ids_are_unique_and_every_content_names_its_lines(catalogue: Catalogue) -> None:
    assert len(catalogue.by_id) == len(catalogue.contents)
    assert [content.id for content in catalogue.contents if not content.seeds] == []


def test_every_content_is_what_some_statement_of_a_seed_became(catalogue: Catalogue, tables: tuple[Table, ...]) -> None:
    assert unused(tables, catalogue) == []


def test_every_type_level_and_stage_has_a_name(catalogue: Catalogue) -> None:
    assert set(TYPE_WORDS) == set(TYPES)
    assert {level for content in catalogue.contents for level in content.levels} <= set(LEVELS)
    assert {stage for content in catalogue.contents for stage in content.stages} <= set(STAGES)


def test_the_words_are_our_own(catalogue: Catalogue, seeds: Path) -> None:
    said = set[tuple[str, ...]]()
    for seed in sorted(seeds.glob("*.txt")):
        words = _words(seed.read_text(encoding="utf-8"))
        said |= {tuple(words[at : at + BORROWED]) for at in range(len(words) - BORROWED + 1)}
    copied = []
    for content in catalogue.contents:
        for text in filter(None, (content.title, content.text)):
            for language in LANGUAGES:
                words = _words(text.in_(language))
                runs = (tuple(words[at : at + BORROWED]) for at in range(len(words) - BORROWED + 1))
                copied += [f"{content.id} ({language}): {' '.join(run)}" for run in runs if run in said]
    assert copied == []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize(
    "wanted",
    [
        "leader-regulation", "leader-dialogue", "leader-balances", "leader-follows-up", "leader-builds-robust-teams",
        "leader-handles-conflict", "arena-dialogue", "jd-r", "clear-goals-and-roles", "risk-little-recovery",
        "clarify-goals-priorities", "team-agreement", "task-limits", "early-mediation", "zero-tolerance-known-sanctions",
        "trends-over-events", "chain", "system-participation", "symptom-stress", "outcome-absence",
        "imbalance-responsibility", "slide-support-emotional", "slide-support-instrumental",
    ],
)
def test_what_the_seeds_are_known_for_is_there(catalogue: Catalogue, wanted: str) -> None:
    assert wanted in catalogue.by_id


def test_the_chain_goes_from_management_to_outcomes(catalogue: Catalogue) -> None:
    links = sorted((content for content in catalogue.contents if "chain" in content.tags and content.type != "measure"), key=lambda c: c.order)
    kinds = ["management_system" if "management_system" in link.tags else link.type for link in links]
    assert list(dict.fromkeys(kinds)) == ["picture", "management_system", "risk_factor", "symptom", "outcome"]
