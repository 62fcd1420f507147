"""The one dictionary of sentences: read a phrase as its property, write a property as its phrase.

The composition of sentences in each language is described in ``docs/sentences.md``; nothing else is composed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Concept, Noun, Property, Vocabulary

Form = Literal["positive", "negative"]
Clause = Literal["positive", "negative", "relative", "relative_negative", "question"]
Words = tuple[str, ...]

LIKE_ENOUGH = 0.6
"""How like a phrase must be to be suggested: its letters, and its letters and words on average."""

SLOT = "*"
"""Stands for a subject or an object in a row of words: a variable, a concept, a date or a number."""

RELATIVE = Text("som", "som", "that")
RELATIVE_OF_SEVERAL = Text("som", "som", "each of which")
AND = Text("og", "og", "and")

RESERVED: dict[Language, frozenset[str]] = {
    "nb": frozenset({"som", "og", "men", "når", "dersom", "hvis", "slutt"}),
    "da": frozenset({"som", "og", "men", "når", "dersom", "hvis", "slut", "der"}),
    "en": frozenset({"that", "and", "but", "when", "if", "end"}),
}
"""Words of the rule language that no phrase may hold, since they join or end conditions."""


def words(sentence: str) -> Words:
    """Give the words of a sentence as they are compared: lower case, no commas, no full stop, slots as ``*``."""
    text = re.sub(r"\{[so]\}", f" {SLOT} ", sentence).replace(",", " ").strip().rstrip(".?")
    return tuple(text.lower().split())


def normalise(tokens: Iterable[str]) -> Words:
    """Give tokens as they are compared; a token may carry a comma or be one."""
    return tuple(word for token in tokens for word in words(token))


@dataclass(frozen=True, slots=True)
class Match:
    """A property that some words can be read as, in its positive or its negative form."""

    property: Property
    form: Form


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that was perhaps meant, as it would be written in that place (slots as ``{s}`` and ``{o}``)."""

    property: Property
    form: Form
    phrase: str
    likeness: float


class PhraseBook:
    """All phrases of a vocabulary, by language and words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._whole: dict[Language, dict[Words, list[Match]]] = {language: {} for language in LANGUAGES}
        self._relative: dict[Language, dict[Words, list[Match]]] = {language: {} for language in LANGUAGES}
        self._written: dict[tuple[Language, bool], list[tuple[Words, Match, str]]] = {}
        self._matchers: dict[str, SequenceMatcher[str]] = {}
        for _, spoken in sorted(vocabulary.properties.items()):
            for language in LANGUAGES:
                self._add(spoken, language)

    def _add(self, spoken: Property, language: Language) -> None:
        for text, form, relative in (
            (spoken.phrase, "positive", True),
            (spoken.phrase_not, "negative", False),
            (spoken.phrase_not_sub, "negative", True),
        ):
            if text is None or not text.in_(language):
                continue
            phrase, match = text.in_(language), Match(spoken, "positive" if form == "positive" else "negative")
            self._keep(language, False, words(phrase), match, phrase)
            if relative:
                self._keep(language, True, words(phrase)[1:], match, _without_subject(phrase))

    def _keep(self, language: Language, relative: bool, key: Words, match: Match, phrase: str) -> None:
        table = (self._relative if relative else self._whole)[language].setdefault(key, [])
        if match not in table:
            table.append(match)
            self._written.setdefault((language, relative), []).append((key, match, phrase))

    def read(self, language: Language, tokens: Iterable[str], relative: bool = False) -> list[Match]:
        """Give every property that the tokens can be read as, by id; the caller chooses by the classes of the slots.

        A whole sentence begins with a slot. A negative one is read in the order of a main clause ("U er ikke …") and
        of a subordinate one ("dersom U ikke er …"). With ``relative`` there is no subject, and "som" is already taken.
        """
        return list((self._relative if relative else self._whole)[language].get(normalise(tokens), ()))

    def near(
        self, language: Language, tokens: Iterable[str], relative: bool = False, limit: int = 3
    ) -> list[Suggestion]:
        """Give the phrases most like the tokens, the most like first.

        Comparing letter by letter is slow, so those go first that can be most like them, until no other can be among the best.
        """
        given = normalise(tokens)
        found: list[Suggestion] = []
        for most, words_alike, key, match, phrase in self._candidates(given, language, relative):
            if len(found) >= limit and most < found[limit - 1].likeness:
                break
            letters = self._matcher(given, key).ratio()
            likeness = (letters + words_alike) / 2
            if letters >= LIKE_ENOUGH <= likeness:
                found.append(Suggestion(match.property, match.form, phrase, likeness))
                found.sort(key=lambda s: (-s.likeness, s.property.id, s.form))
        return found[:limit]

    def _candidates(self, given: Words, language: Language, relative: bool) -> list[tuple[float, float, Words, Match, str]]:
        """Give the phrases that may be like enough: how like each can be at most, and how like its words are; the most like first."""
        found = []
        for key, match, phrase in self._written.get((language, relative), ()):
            letters = self._matcher(given, key)
            most = min(letters.real_quick_ratio(), letters.quick_ratio())
            if most >= LIKE_ENOUGH:
                words_alike = SequenceMatcher(None, given, key).ratio()
                if (most + words_alike) / 2 >= LIKE_ENOUGH:
                    found.append(((most + words_alike) / 2, words_alike, key, match, phrase))
        return sorted(found, key=lambda row: -row[0])

    def _matcher(self, given: Words, key: Words) -> "SequenceMatcher[str]":
        """Give the comparison of some words with a phrase; most of the work is preparing it, done once a phrase."""
        text = " ".join(key)
        found = self._matchers.get(text)
        if found is None:
            found = self._matchers[text] = SequenceMatcher(None, "", text)
        found.set_seq1(" ".join(given))
        return found


def _without_subject(phrase: str) -> str:
    return phrase.removeprefix("{s}").lstrip()


def speak(
    spoken: Property,
    language: Language,
    clause: Clause,
    subject: str | Sequence[str] = "",
    object: str | Sequence[str] = "",
    of_several: bool = False,
) -> str:
    """Write a property as a clause, without capital letter and full stop (see ``sentence``).

    ``subject`` and ``object`` are names as they read inside a sentence; several of them are coordinated. A relative
    clause has no subject: "som er gitt til sone nord"; ``of_several`` says that it follows a plural noun. English keeps
    its verb in the singular: "each of A and B …", "at least two drills, each of which …".
    """
    template = {
        "positive": spoken.phrase,
        "negative": spoken.phrase_not,
        "relative": spoken.phrase,
        "relative_negative": spoken.phrase_not_sub,
        "question": spoken.ask,
    }[clause]
    if template is None:
        raise ValueError(f"{spoken.id} has no phrase for a {clause} clause")
    several = [subject] if isinstance(subject, str) else list(subject)
    if language == "en" and clause == "negative" and len(several) > 1 and spoken.phrase is not None:
        template = spoken.phrase  # "neither A nor B was given to …"
    text = template.in_(language)
    if clause in ("relative", "relative_negative"):
        word = RELATIVE_OF_SEVERAL if of_several else RELATIVE
        text = f"{word.in_(language)} {_without_subject(text)}"
    others = [object] if isinstance(object, str) else list(object)
    slots = {"s": _subject(language, several, clause == "negative"), "o": coordinate(language, others)}
    return re.sub(r"\{([so])\}", lambda found: slots[found.group(1)], text)


def _subject(language: Language, several: Sequence[str], negative: bool) -> str:
    if language != "en" or len(several) < 2:
        return coordinate(language, several)
    if not negative:
        return f"each of {coordinate(language, several)}"
    if len(several) == 2:
        return f"neither {several[0]} nor {several[1]}"
    return f"none of {coordinate('en', several)}"


def coordinate(language: Language, items: Sequence[str]) -> str:
    """Join names: "a, b og c"; with semicolons where an item itself holds "og" or a comma."""
    joint = AND.in_(language)
    if len(items) < 2:
        return "".join(items)
    if any("," in item or joint in item.lower().split() for item in items):
        return "; ".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def capital(text: str) -> str:
    """Make the first letter a capital, also behind an opening quotation mark."""
    found = re.search(r"\w", text)
    return text if found is None else text[: found.start()] + text[found.start()].upper() + text[found.end() :]


def sentence(text: str) -> str:
    """Make a clause a sentence: a capital letter, and a full stop unless it ends in a mark of its own."""
    return capital(text if text.endswith((".", "?", "!")) else text + ".")


def entry_name(noun: Noun, language: Language, title: str) -> str:
    """Name an entry in a sentence: its definite noun and its title or date ("opplæringen T2")."""
    return f"{noun.definite.in_(language)} {title}".strip()


def concept_subject(noun: Noun, language: Language, concept: Concept) -> str:
    """Name a concept as a subject, which has a gender only together with a noun ("faktoren vold og trusler")."""
    return f"{noun.definite.in_(language)} {concept.in_sentence.in_(language)}"
