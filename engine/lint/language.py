"""Words: texts that lack a language, and phrases, concepts, collections and conclusions that nothing uses (F601 to F605)."""

import re
from collections.abc import Iterator

from engine.errors import Problem
from engine.lint.messages import LANGUAGES_CALLED
from engine.lint.subject import Files, Subject
from engine.lint.words import Used, spoken, unused_properties, used
from engine.text import LANGUAGES
from engine.vocabulary.check import texts

ONE_LANGUAGE = ("fv:heading", "fv:quote")  # the law's own words stand in the language of the law
_SAID = re.compile(r'("?)"@([a-z]+)\s*(,?)')
_OPENED = re.compile(r'([\w:-]+)\s+"(?:[^"\\\n]|\\.)*"@')


def findings(subject: Subject) -> Iterator[Problem]:
    """Find what is not said in three languages, and words that nobody says."""
    yield from missing(subject.files)
    yield from _unsaid(subject)
    use = used(subject)
    yield from _phrases(subject, use)
    yield from _names(subject, use)


def missing(files: Files) -> Iterator[Problem]:
    """Find texts of the Turtle files that are given in one language and not in another.

    The languages of a text stand one after the other, with commas between; only the files are needed, so that a rule base that
    can't be read for want of a text is told which.
    """
    for file in sorted(files.texts):
        if file.endswith(".ttl"):
            yield from _missing_in(files, file, files.texts[file])


def _missing_in(files: Files, file: str, text: str) -> Iterator[Problem]:
    given: list[str] = []
    start = 0
    for match in _SAID.finditer(text):
        if not match[1]:
            given.append(match[2])
        if match[3]:
            continue
        lacking = [language for language in LANGUAGES if language not in given]
        if lacking:
            opened = list(_OPENED.finditer(text, start, match.end()))
            what = opened[-1] if opened else None
            if what is not None and what[1] not in ONE_LANGUAGE:
                line, column = text.count("\n", 0, what.start()) + 1, what.start() - text.rfind("\n", 0, what.start())
                for language in lacking:
                    yield files.found("F601", file, line, column, what=what[1], language=LANGUAGES_CALLED[language])
        given, start = [], match.end()


def _unsaid(subject: Subject) -> Iterator[Problem]:
    """Find terms of the ontology that lack a text altogether."""
    for what, text in texts(subject.vocabulary):
        if text is None or not any(text):
            for language in LANGUAGES:
                name = what.partition(" ")[0]
                yield subject.files.named("F601", name, "ontology", what=f"fv:{what}", language=LANGUAGES_CALLED[language])


def _phrases(subject: Subject, use: Used) -> Iterator[Problem]:
    for prop in unused_properties(subject, use):
        yield subject.files.named("F602", prop.id, "ontology", phrase=spoken(prop), id=f"fv:{prop.id}")
    for name in sorted(use.concluded - use.properties):
        rule = next(rule for rule in subject.base.rules.rules if rule.then.property == name)
        yield subject.files.at("F605", rule.then.place, phrase=spoken(subject.vocabulary.properties[name]))


def _names(subject: Subject, use: Used) -> Iterator[Problem]:
    words = subject.vocabulary
    labels = {term.id: term.label for term in words.concepts.values()} | {term.id: term.label for term in words.parameters.values()}
    for id_, label in labels.items():
        if id_ not in use.concepts and id_ not in subject.law.acts:
            yield subject.files.named("F603", id_, "ontology", label=label, id=f"fv:{id_}")
    for collection in words.collections.values():
        if collection.id not in use.collections:
            yield subject.files.named("F604", collection.id, "ontology", label=collection.label, id=f"fv:{collection.id}")
