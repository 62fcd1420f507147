"""Each page speaks one language: its own, but for what is marked as being in another."""

from collections.abc import Iterator

import pytest

from engine.book import sentence_words, texts, words
from engine.text import LANGUAGES, Language, Text
from tests.proof.pages import Element

SHORTEST = 12  # letters of a text that is told from others when it is met


def of_ours(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from of_ours(each)


OURS = [text for module in (words, texts, sentence_words) for name, value in vars(module).items() if name.isupper() for text in of_ours(value)]


def spoken(element: Element, language: str) -> str:
    """Give the text of an element without what is marked as another language."""
    parts = [each if isinstance(each, str) else spoken(each, language) for each in element.inside
             if isinstance(each, str) or each.attributes.get("lang", language) == language]
    return "".join(parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_keeps_to_it(language: Language, pages: dict[str, Element]) -> None:
    own = {text.in_(language) for text in OURS}
    foreign = {text.in_(other) for text in OURS for other in LANGUAGES if other != language}
    told = {text for text in foreign if len(text) >= SHORTEST and "{" not in text and not any(text in each for each in own)}
    assert len(told) > 60
    for name, page in pages.items():
        if name.startswith(f"{language}/"):
            html = page.all("html")[0]
            assert html.attributes["lang"] == language
            text = " ".join(spoken(html, language).split())
            assert not [each for each in told if each in text], name


def test_every_text_of_the_book_is_there_in_three_languages() -> None:
    assert len(OURS) > 150
    for text in OURS:
        assert all(text), text
        assert len({tuple(sorted(part.split("}")[0] for part in each.split("{")[1:])) for each in text}) == 1, text


def test_the_start_offers_every_language(pages: dict[str, Element]) -> None:
    offered = {each.attributes["hreflang"]: each.attributes["href"] for each in pages["index.html"].all("a")}
    assert offered == {language: f"{language}/index.html" for language in LANGUAGES}


def test_each_page_has_its_like_in_the_other_languages(pages: dict[str, Element]) -> None:
    names = {language: {name.removeprefix(f"{language}/") for name in pages if name.startswith(f"{language}/")} for language in LANGUAGES}
    assert names["nb"] == names["da"] == names["en"]
    for name in names["nb"]:
        switch = next(each for each in pages[f"nb/{name}"].all("nav") if each.attributes.get("class") == "languages")
        assert [each.attributes["href"] for each in switch.all("a")] == [f"../{language}/{name}" for language in LANGUAGES]
