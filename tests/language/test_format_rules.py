"""Our own rule files: they are in canonical form, any other layout comes back to it, and they can be written in every language."""

import re
from pathlib import Path

import pytest

from engine.language.format import Formatter
from engine.language.keywords import language_of
from engine.language.read import read_rules
from engine.language.syntax import RuleSet
from engine.rulebase import rule_texts, terms
from engine.text import LANGUAGES, Language
from tests.language.same import meaning

ROOT = Path(__file__).parents[2]
FILES = rule_texts(ROOT)


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    return Formatter(terms(ROOT)[0])


@pytest.fixture(scope="module")
def ours(formatter: Formatter) -> object:
    return means(FILES, formatter)


def means(files: dict[str, str], formatter: Formatter) -> object:
    """Read a whole rule base, which has no problem, and give what it means."""
    rules, problems = read_rules(files, formatter.vocabulary)
    assert [problem.render("en") for problem in problems] == []
    return meaning(parts(rules))


def parts(rules: RuleSet) -> tuple[object, ...]:
    return (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)


def own(text: str) -> Language:
    found = language_of(text)
    assert found
    return found


def test_they_are_in_canonical_form(formatter: Formatter) -> None:
    assert len(FILES) > 100
    assert [name for name, text in FILES.items() if formatter.canonical(name, text) != text] == []


def test_another_layout_comes_back_to_the_same_bytes(formatter: Formatter, ours: object) -> None:
    shaken = {name: shake(text, number) for number, (name, text) in enumerate(FILES.items())}
    assert all(shaken[name] != FILES[name] for name in FILES)
    assert means(shaken, formatter) == ours
    assert [name for name, text in shaken.items() if formatter.canonical(name, text) != FILES[name]] == []


def shake(text: str, number: int) -> str:
    """Indent a file otherwise, with other line ends, more spaces and blank lines, without a line end at the end."""
    step, end = (1, 3, 4, 5)[number % 4], ("\r\n", "\n", "\r")[number % 3]
    lines = []
    for line in text.rstrip("\n").split("\n"):
        indent = len(line) - len(line.lstrip())
        wide = line if "#" in line or "«" in line or " kilde " in line else line.strip().replace(" ", "  ")
        lines.append(" " * (indent * step) + wide.strip() + " " * (number % 2))
        lines += [""] * (indent > 2 and number % 5 == 0)
    return end.join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_another_language_they_are_the_same_rules_and_back_the_same_bytes(
    language: Language, formatter: Formatter, ours: object
) -> None:
    there = {name: formatter.translated(name, text, language) for name, text in FILES.items()}
    assert {own(text) for text in there.values()} == {language}
    assert means(there, formatter) == ours
    for name, text in there.items():
        assert formatter.translated(name, text, own(FILES[name])) == FILES[name]
        assert re.findall(r"(?m)(?<!\S)#.*$", text) == re.findall(r"(?m)(?<!\S)#.*$", FILES[name])
        assert re.findall(r"(?:no|dk)/\S+", text) == re.findall(r"(?:no|dk)/\S+", FILES[name])
