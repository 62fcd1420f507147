"""The samples of docs/rule-language.md are read without a problem, with the vocabulary that ships."""

import re
from pathlib import Path

import pytest

from engine.language.keywords import OUTCOMES, SECTIONS, keywords
from engine.language.read import read_rules
from engine.text import LANGUAGES
from engine.vocabulary.load import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "rule-language.md").read_text("utf-8")
SAMPLES = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
HEAD = """språk nb
plikt no.utforelse.3A-5.1
  hjemmel no/utforelse/3A-5
  pliktsubjekt arbeidsgiver
  for hver enhet U
"""
TAIL = "  mål «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»\n"


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_sample(kind: str, sample: str) -> None:
    text = {
        "regel": sample,
        "vilkår": HEAD + "  kreves\n" + indented(sample, 4) + TAIL,
        "hode": HEAD + indented(sample, 2) + "  kreves\n    U har alenearbeid\n" + TAIL,
    }[kind]
    _, problems = read_rules({"rules/no/utforelse/3A-5.regel": text}, load(ROOT / "ontology"))
    assert [p.render("nb") for p in problems if p.code != "never-concluded"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_keyword_and_outcome_is_on_the_page(language: str) -> None:
    words = keywords(language)  # type: ignore[arg-type]
    page = " ".join(PAGE.split())
    missing = [words[each] for each in SECTIONS if f"`{words[each]}" not in page]
    assert missing + [each for each in OUTCOMES[language] if each not in page] == []  # type: ignore[index]
