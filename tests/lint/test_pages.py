"""Each code has a page, each page's wrong example gives exactly that code, and its right example nothing."""

import re

import pytest

from cli.main import main
from engine.lint.messages import CODES
from engine.lint.pages import Page, folder, page
from engine.text import LANGUAGES, Language
from tests.lint.conftest import ROOT, Linted

PAGES = sorted(path.stem for path in (ROOT / "docs" / "lint").glob("F*.md"))


def read(code: str) -> Page:
    found = page(code)
    assert found is not None, f"{code} has no page"
    return found


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert folder() == ROOT / "docs" / "lint"
    assert sorted(CODES) == PAGES


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_has_the_title_of_the_code_and_says_why_in_three_languages(code: str) -> None:
    found = read(code)
    assert found.title == CODES[code].title
    assert len(set(found.why)) == 3 and all(len(why.split()) > 12 for why in found.why)


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_wrong_example_gives_that_code_and_the_right_one_nothing(code: str, linted: Linted) -> None:
    found = read(code)
    wrong, right = linted(found.wrong), linted(found.right)
    assert [problem.code for problem in wrong] == [code] * len(wrong) and wrong
    assert [problem.render("nb") for problem in right] == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_finding_says_where_and_leaves_no_slot_open(code: str, linted: Linted) -> None:
    for problem in linted(read(code).wrong):
        assert problem.file and problem.line and problem.column and problem.source.strip()
        for text in (problem.message, problem.hint):
            assert text is not None and all(said.strip() and "{" not in said for said in text)
            assert text.nb != text.en


def test_the_invented_rule_base_is_clean(linted: Linted) -> None:
    assert linted(()) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_printed_in_the_readers_language(language: Language) -> None:
    found = read("F303")
    printed = found.render(language)
    assert printed.startswith(f"F303 {found.title.in_(language)}\n") and found.why.in_(language) in printed
    assert all(file in printed for file, _ in (*found.wrong, *found.right))
    assert not any(found.why.in_(other) in printed for other in LANGUAGES if other != language)


INDEX = (ROOT / "docs" / "lint" / "README.md").read_text(encoding="utf-8")


def test_the_samples_of_the_index_are_true() -> None:
    """The commands run, and the allowance stands in our own rules."""
    commands, allowance = re.findall(r"^```\w*\n(.*?)^```$", INDEX, re.MULTILINE | re.DOTALL)
    for line in commands.splitlines():
        assert main(line.partition("#")[0].split()[1:]) == 0, line
    id_ = allowance.split()[-1]
    assert allowance in (ROOT / "rules" / f"{id_.rpartition('.')[0].replace('.', '/')}.regel").read_text(encoding="utf-8")


def test_the_index_lists_every_code() -> None:
    listed = [line.split("|")[1:3] for line in INDEX.splitlines() if line.startswith("| [F")]
    assert [(code.strip(), title.strip()) for code, title in listed] == [(f"[{code}]({code}.md)", words.title.en) for code, words in CODES.items()]
