"""The quick search for phrases like what was typed finds exactly what comparing with every phrase finds."""

import random
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from engine.editor.knowledge import Phrases
from engine.text import LANGUAGES
from engine.vocabulary.load import load
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import PhraseBook, Words, normalise, words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(ROOT / "ontology")


def likeness(given: Words, key: Words) -> float:
    letters = SequenceMatcher(None, " ".join(given), " ".join(key)).ratio()
    return (letters + SequenceMatcher(None, given, key).ratio()) / 2 if letters >= 0.6 else letters


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("relative", [False, True])
def test_near_finds_what_comparing_with_all_finds(language: str, relative: bool, vocabulary: Vocabulary) -> None:
    book, chance = PhraseBook(vocabulary), random.Random(f"{language}{relative}")
    rows = []
    for prop in vocabulary.properties.values():
        for form, text in (("positive", prop.phrase), ("negative", prop.phrase_not), ("negative", prop.phrase_not_sub)):
            if text is not None and not (relative and text is prop.phrase_not):
                phrase = text.in_(language)  # type: ignore[arg-type]
                rows.append((prop.id, form, words(phrase)[1:] if relative else words(phrase)))
    rows = sorted(set(rows))
    for _ in range(9):
        typed = list(chance.choice(rows)[2])
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(typed))
            typed[place] = typed[place][:-1] + chance.choice("aeikz")
        given = normalise(typed)
        best = sorted((-likeness(given, key), id_, form) for id_, form, key in rows if likeness(given, key) >= 0.6)
        found = book.near(language, typed, relative, 9)  # type: ignore[arg-type]
        assert [(-each.likeness, each.property.id, each.form) for each in found] == best[:9], typed


def test_what_was_asked_before_is_remembered_and_the_same(vocabulary: Vocabulary) -> None:
    remembering, plain = Phrases(vocabulary), PhraseBook(vocabulary)
    typed = ["*", "er", "gitt", "tl", "*"]
    assert remembering.near("nb", typed) == remembering.near("nb", iter(typed)) == plain.near("nb", typed)
    assert len(remembering.near("nb", typed, limit=1)) == 1
