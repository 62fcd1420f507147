"""What is wrong in an ontology: forms that are missing, phrases that can't be told apart, names that lead nowhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from engine.errors import Problem
from engine.instruments.check import faults
from engine.text import LANGUAGES, Language, Text, same
from engine.vocabulary.messages import LANGUAGE_NAMES, MESSAGES
from engine.vocabulary.model import Class, Kind, Nature, Origin, Property, Vocabulary
from engine.vocabulary.phrases import RESERVED, Words, words

ANY_ENTRY = "Entry"
"""The class that stands for every dated entry, as the range of "is more recent than"."""

NOUN_FORMS = ("indefinite", "negative", "definite", "plural", "definite_plural")
CONFIDENCES = ("", "read", "read_in_part", "inferred")
PLAIN_RANGES = frozenset({"", "date", "number", "decimal", "text", "boolean", "role"})

def problems(vocabulary: Vocabulary) -> list[Problem]:
    """Give everything that is wrong, in a fixed order; an empty list means that rules and reasons can rely on it."""
    return sorted({
        *_texts(vocabulary), *_phrases(vocabulary), *_same_phrases(vocabulary), *_labels(vocabulary),
        *_names(vocabulary), *_owners(vocabulary), *_ids(vocabulary), *_evidence(vocabulary), *_instruments(vocabulary),
    })


def _problem(code: str, what: str, other: str = "", language: Language | None = None) -> Problem:
    name = LANGUAGE_NAMES[language] if language else same("")
    return Problem("ontology", 0, 0, code, MESSAGES[code].format(what=what, other=other, language=name))


def _texts(vocabulary: Vocabulary) -> Iterator[Problem]:
    for what, text in texts(vocabulary):
        for language in LANGUAGES:
            if text is None or not text.in_(language).strip():
                yield _problem("missing-text", what, language=language)


def texts(vocabulary: Vocabulary) -> Iterator[tuple[str, Text | None]]:
    """Give every text that must be there in three languages, with the term and the form it is."""
    for cls in vocabulary.classes.values():
        for form in NOUN_FORMS:
            yield f"{cls.id} {form}", getattr(cls.noun, form)
        if cls.comment:
            yield f"{cls.id} comment", cls.comment
    for prop in vocabulary.properties.values():
        yield f"{prop.id} label", prop.label
        if prop.kind is not Kind.DETAIL:
            for form in ("phrase", "phrase_not", "phrase_not_sub", "ask"):
                yield f"{prop.id} {form}", getattr(prop, form)
    for concept in vocabulary.concepts.values():
        yield f"{concept.id} label", concept.label
        yield f"{concept.id} in_sentence", concept.in_sentence
        if concept.note:
            yield f"{concept.id} note", concept.note
    for collection in vocabulary.collections.values():
        yield f"{collection.id} label", collection.label
    for parameter in vocabulary.parameters.values():
        yield f"{parameter.id} label", parameter.label
    for instrument in vocabulary.instruments.values():
        yield from ((f"{instrument.id} {what}", text) for what, text in instrument.texts())


def _forms(prop: Property, language: Language) -> Iterator[tuple[str, str]]:
    for form in ("phrase", "phrase_not", "phrase_not_sub"):
        text: Text | None = getattr(prop, form)
        if text is not None and text.in_(language):
            yield form, text.in_(language)


def _phrases(vocabulary: Vocabulary) -> Iterator[Problem]:
    for prop in vocabulary.properties.values():
        if prop.kind is Kind.DETAIL:
            if prop.phrase or prop.phrase_not or prop.phrase_not_sub:
                yield _problem("detail-with-phrase", prop.id)
            continue
        if prop.origin is Origin.INPUT and not prop.asked_of:
            yield _problem("nobody-asked", prop.id)
        for language in LANGUAGES:
            for form, phrase in _forms(prop, language):
                yield from _phrase(prop, language, f"{prop.id} {form} ({language})", phrase)
            if prop.ask and prop.ask.in_(language):
                question = prop.ask.in_(language)
                yield from _slots(prop, f"{prop.id} ask ({language})", question, prop.kind is not Kind.VALUE)


def _phrase(prop: Property, language: Language, what: str, phrase: str) -> Iterator[Problem]:
    if not phrase.startswith("{s} "):
        yield _problem("phrase-start", what)
    yield from _slots(prop, what, phrase, True)
    for word in words(phrase):
        if word in RESERVED[language]:
            yield _problem("keyword-in-phrase", what, word)


def _slots(prop: Property, what: str, phrase: str, needs_object: bool) -> Iterator[Problem]:
    found = re.findall(r"\{[^}]*\}?|\}", phrase)
    if set(found) - {"{s}", "{o}"} or found.count("{s}") != 1 or found.count("{o}") > 1:
        yield _problem("phrase-slots", what)
    if prop.kind is Kind.FLAG and "{o}" in found:
        yield _problem("flag-with-object", what)
    if prop.kind is not Kind.FLAG and needs_object and "{o}" not in found:
        yield _problem("link-without-object", what)


def _same_phrases(vocabulary: Vocabulary) -> Iterator[Problem]:
    for language in LANGUAGES:
        readings: dict[Words, list[tuple[Property, str]]] = defaultdict(list)
        for _, prop in sorted(vocabulary.properties.items()):
            for form, phrase in _forms(prop, language):
                readings[words(phrase)].append((prop, form))
        for found in readings.values():
            for index, (one, form) in enumerate(found):
                for two, other in found[index + 1:]:
                    if one.id == two.id and "phrase" not in (form, other):
                        continue  # English has one order for both negatives
                    if set(one.domain) & set(two.domain) and _overlap(vocabulary, one.range, two.range):
                        yield _problem("same-phrase", f"{one.id} {form} ({language})", f"{two.id} {other}")


def _overlap(vocabulary: Vocabulary, one: str, two: str) -> bool:
    """Tell whether some object could be of both ranges."""
    if one == two:
        return True
    first, second = vocabulary.collections.get(one), vocabulary.collections.get(two)
    if first and second:
        return bool(set(first.members) & set(second.members))
    return ANY_ENTRY in (one, two) and {one, two} <= set(vocabulary.classes)


def _labels(vocabulary: Vocabulary) -> Iterator[Problem]:
    """A rule writes the labels of concepts, collections and parameters, and class nouns: each must say one thing."""
    for language in LANGUAGES:
        labels: dict[str, list[str]] = defaultdict(list)
        for name, label in _named(vocabulary):
            labels[label.in_(language).casefold()].append(name)
        nouns: dict[str, list[str]] = defaultdict(list)
        for cls in vocabulary.classes.values():
            for noun in _nouns(cls, language):
                nouns[noun].append(cls.id)
        for table in (labels, nouns):
            for words_, ids in table.items():
                for other in sorted(ids)[1:]:
                    if words_:
                        yield _problem("label-clash", f"{other} «{words_}» ({language})", sorted(ids)[0])


def _named(vocabulary: Vocabulary) -> Iterator[tuple[str, Text]]:
    yield from ((item.id, item.label) for item in vocabulary.concepts.values())
    yield from ((item.id, item.label) for item in vocabulary.collections.values())
    yield from ((item.id, item.label) for item in vocabulary.parameters.values())


def _nouns(cls: Class, language: Language) -> set[str]:
    return {text.in_(language).casefold() for text in (getattr(cls.noun, form) for form in NOUN_FORMS)}


def _names(vocabulary: Vocabulary) -> Iterator[Problem]:
    roles = vocabulary.collections.get("roles")
    for prop in vocabulary.properties.values():
        for name in prop.domain:
            if name not in vocabulary.classes:
                yield _problem("unknown-name", prop.id, name)
        if prop.range not in PLAIN_RANGES | vocabulary.classes.keys() | vocabulary.collections.keys():
            yield _problem("unknown-name", prop.id, prop.range)
        for role in prop.asked_of:
            if roles is None or role not in roles.members:
                yield _problem("unknown-name", prop.id, role)
    for collection in vocabulary.collections.values():
        for member in collection.members:
            if member not in vocabulary.concepts:
                yield _problem("unknown-name", collection.id, member)
    for concept in vocabulary.concepts.values():
        for _, other in concept.matches:
            if other not in vocabulary.concepts:
                yield _problem("unknown-name", concept.id, other)
        if concept.confidence not in CONFIDENCES:
            yield _problem("unknown-name", concept.id, concept.confidence)
        for name in concept.member_of:
            if name not in vocabulary.collections:
                yield _problem("unknown-name", concept.id, name)
    for cls in vocabulary.classes.values():
        for name in (*cls.changeable, *([cls.one_each] if cls.one_each else ())):
            if name not in vocabulary.properties or cls.id not in vocabulary.properties[name].domain:
                yield _problem("unknown-name", cls.id, name)
        for name in cls.also_has:
            if name not in vocabulary.properties:
                yield _problem("unknown-name", cls.id, name)


def _owners(vocabulary: Vocabulary) -> Iterator[Problem]:
    fields: dict[tuple[str, str], list[str]] = defaultdict(list)
    for prop in vocabulary.properties.values():
        for name in prop.domain:
            if prop.field:
                fields[name, prop.field].append(prop.id)
    for (cls, key), ids in fields.items():
        if len(ids) > 1:
            yield _problem("field-owners", f"{cls}.{key}", ", ".join(sorted(ids)))
    registers: dict[str, list[str]] = defaultdict(list)
    for item in vocabulary.classes.values():
        if item.register:
            registers[item.register].append(item.id)
    for register, ids in registers.items():
        if len(ids) > 1:
            yield _problem("register-owners", register, ", ".join(sorted(ids)))


def _ids(vocabulary: Vocabulary) -> Iterator[Problem]:
    """One name, one thing: classes, properties, concepts, collections and parameters share one namespace."""
    names = (*vocabulary.classes, *vocabulary.properties, *(name for name, _ in _named(vocabulary)))
    for name, times in Counter(names).items():
        if times > 1:
            yield _problem("id-clash", name)


def _evidence(vocabulary: Vocabulary) -> Iterator[Problem]:
    """What only raises questions must give rules nothing to speak of."""
    for prop in vocabulary.properties.values():
        for name in prop.domain:
            if name in vocabulary.classes and vocabulary.classes[name].nature is Nature.EVIDENCE and prop.kind is not Kind.DETAIL:
                yield _problem("evidence-decides", prop.id, name)


def _instruments(vocabulary: Vocabulary) -> Iterator[Problem]:
    factors = vocabulary.collections["factors"].members if "factors" in vocabulary.collections else ()
    for instrument in vocabulary.instruments.values():
        yield from (_problem("bad-instrument", instrument.id, fault) for fault in faults(instrument, factors))
