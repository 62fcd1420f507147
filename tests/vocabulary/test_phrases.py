"""Every phrase read and written: three kinds of subject, relative clauses, questions, suggestions."""

import re

import pytest

from engine.text import LANGUAGES, Language
from engine.vocabulary.model import Kind, Property, Vocabulary
from engine.vocabulary.phrases import (
    SLOT,
    PhraseBook,
    capital,
    concept_subject,
    coordinate,
    entry_name,
    sentence,
    speak,
    words,
)

SUBJECTS: dict[Language, dict[str, str | list[str]]] = {
    "nb": {"common": "opplæringen", "neuter": "tiltaket", "coordinated": ["opplæringen", "tiltaket"]},
    "da": {"common": "oplæringen", "neuter": "tiltaget", "coordinated": ["oplæringen", "tiltaget"]},
    "en": {"common": "the training", "neuter": "the measure", "coordinated": ["the training", "the measure"]},
}
INFLECTED = {  # predicates that would have to agree with a neuter or plural subject
    "nb": r"\ber (ikke )?(skriftlig|kollektiv\w*|gyldig\w*|ny\w*|god\w*|synlig\w*|egnet|nødvendig\w*)\b",
    "da": r"\ber (ikke )?(skriftlig\w*|kollektiv\w*|gyldig\w*|ny\w*|god\w*|synlig\w*|egnet|nødvendig\w*)\b",
    "en": r"(?<!may )(?<!must )(?<!must by law )(?<!we )\b(are|were|have)\b",
}


def spoken(vocabulary: Vocabulary) -> list[Property]:
    return [p for p in vocabulary.properties.values() if p.kind is not Kind.DETAIL]


@pytest.fixture(scope="module")
def book(vocabulary: Vocabulary) -> PhraseBook:
    return PhraseBook(vocabulary)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["common", "neuter", "coordinated"])
@pytest.mark.parametrize("clause", ["positive", "negative", "question"])
def test_every_phrase_is_a_whole_sentence_with_every_subject(
    vocabulary: Vocabulary, language: Language, kind: str, clause: str
) -> None:
    subject = SUBJECTS[language][kind]
    parts = [subject] if isinstance(subject, str) else subject
    for prop in spoken(vocabulary):
        text = sentence(speak(prop, language, clause, subject, "X1"))  # type: ignore[arg-type]
        assert text[0].isupper(), text
        assert text[-1] == ("?" if clause == "question" else "."), text
        assert not re.search(r"[{}]|  | ,|«»", text), text
        assert all(part in text.lower() for part in parts), text
        if language != "en" or clause == "positive":
            assert not re.search(INFLECTED[language], text), text
        needs_object = prop.kind is not Kind.FLAG and not (clause == "question" and prop.kind is Kind.VALUE)
        assert ("X1" in text) == needs_object, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_a_relative_clause(vocabulary: Vocabulary, language: Language, book: PhraseBook) -> None:
    word = {"nb": "som", "da": "som", "en": "that"}[language]
    for prop in spoken(vocabulary):
        positive = speak(prop, language, "relative", "", "X1")
        negative = speak(prop, language, "relative_negative", "", "X1")
        assert positive.startswith(word + " ")
        assert negative.startswith(word + " ")
        assert positive != negative
        if language != "en":
            assert negative.startswith(f"{word} ikke "), negative
        for text, form in ((positive, "positive"), (negative, "negative")):
            tokens = [SLOT if token == "X1" else token for token in text.replace(",", " ,").split()[1:]]
            found = book.read(language, tokens, relative=True)
            assert prop.id in {match.property.id for match in found if match.form == form}, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_back(vocabulary: Vocabulary, language: Language, book: PhraseBook) -> None:
    for prop in spoken(vocabulary):
        for text, form in ((prop.phrase, "positive"), (prop.phrase_not, "negative"), (prop.phrase_not_sub, "negative")):
            assert text is not None
            found = book.read(language, words(text.in_(language)))
            assert [m.form for m in found if m.property.id == prop.id] == [form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readings_are_told_apart_by_the_classes(
    vocabulary: Vocabulary, language: Language, book: PhraseBook
) -> None:
    for prop in spoken(vocabulary):
        assert prop.phrase is not None
        found = book.read(language, words(prop.phrase.in_(language)))
        for match in found:
            other = match.property
            if other.id != prop.id and other.range == prop.range:
                assert not set(other.domain) & set(prop.domain), (prop.id, other.id)


def test_reading_ignores_commas_and_case(book: PhraseBook) -> None:
    with_comma = ["*", "begrunder,", "hvorfor", "*", "er", "uden", "betydning"]
    without = ["*", "Begrunder", "hvorfor", "*", "er", "uden", "betydning"]
    assert book.read("da", with_comma) == book.read("da", without) != []


def test_english_keeps_its_verb_in_the_singular(vocabulary: Vocabulary) -> None:
    covers = vocabulary.properties["covers"]
    assert speak(covers, "en", "positive", ["A", "B"], "X") == "each of A and B covers X"
    assert speak(covers, "en", "negative", ["A", "B"], "X") == "neither A nor B covers X"
    assert speak(covers, "en", "negative", ["A", "B", "C"], "X") == "none of A, B and C covers X"
    assert speak(covers, "nb", "negative", ["A", "B"], "X") == "A og B dekker ikke X"
    assert speak(covers, "en", "relative", "", "X", of_several=True) == "each of which covers X"
    assert speak(covers, "da", "relative", "", "X", of_several=True) == "som dækker X"


def test_examples_of_the_design(vocabulary: Vocabulary) -> None:
    given = vocabulary.properties["given_to"]
    assert speak(given, "nb", "relative", "", "sone nord") == "som er gitt til sone nord"
    assert speak(given, "da", "relative_negative", "", "zone nord") == "som ikke er givet til zone nord"
    assert speak(given, "en", "negative", "the training T2", "home") == "the training T2 was not given to home"
    question = speak(given, "nb", "question", "opplæringen T2", "sone nord")
    assert sentence(question) == "Er opplæringen T2 gitt til sone nord?"


def test_coordination() -> None:
    assert coordinate("nb", []) == ""
    assert coordinate("nb", ["a"]) == "a"
    assert coordinate("da", ["a", "b", "c"]) == "a, b og c"
    assert coordinate("nb", ["vold og trusler", "b"]) == "vold og trusler; b"
    assert coordinate("en", ["a, such as b", "c"]) == "a, such as b; c"


def test_names(vocabulary: Vocabulary) -> None:
    training, factor = vocabulary.classes["Training"].noun, vocabulary.classes["Factor"].noun
    assert entry_name(training, "nb", "T2") == "opplæringen T2"
    assert concept_subject(factor, "da", vocabulary.concepts["violence"]) == "faktoren vold og trusler"
    assert capital("«sone nord» har") == "«Sone nord» har"
    assert sentence("er det så?") == "Er det så?"


def test_a_slip_is_answered_with_the_nearest_phrase(book: PhraseBook) -> None:
    found = book.near("nb", ["*", "er", "givet", "til", "*"])
    assert found[0].property.id == "given_to"
    assert found[0].phrase == "{s} er gitt til {o}"
    assert book.near("nb", ["er", "gitt", "for", "*"], relative=True)[0].phrase == "er gitt til {o}"
    assert book.near("nb", ["*", "spiser", "kake"]) == []


def test_a_main_clause_negative_is_no_relative_clause(book: PhraseBook) -> None:
    assert book.read("nb", ["er", "ikke", "gitt", "til", "*"], relative=True) == []
    assert book.read("nb", ["ikke", "er", "gitt", "til", "*"], relative=True)[0].form == "negative"


def test_a_detail_can_not_be_spoken(vocabulary: Vocabulary) -> None:
    with pytest.raises(ValueError, match="method"):
        speak(vocabulary.properties["method"], "nb", "positive", "x")
