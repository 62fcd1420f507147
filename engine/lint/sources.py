"""What something rests on: suggestions without a source, shared rules that rest on one country's rules (F701, F702)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from engine.errors import Problem
from engine.language.walk import REGIMES, conditions_of, sentences
from engine.lint.messages import COUNTRIES
from engine.lint.subject import Subject
from engine.lint.words import spoken

SUGGESTIONS = ("kb/measures/", "kb/guidance/")
_CONTENT, _SOURCE = re.compile(r"\sa fv:Content\b"), re.compile(r"\sfv:seed\s+\"[^\"]")


def findings(subject: Subject) -> Iterator[Problem]:
    """Find suggestions without a source, and statements of one country under shared rules."""
    for file, name, line, text in subject.files.statements:
        if file.startswith(SUGGESTIONS) and _CONTENT.search(text) and not _SOURCE.search(text):
            yield subject.files.found("F701", file, line, id=name)
    yield from _shared(subject)


def _shared(subject: Subject) -> Iterator[Problem]:
    by_property: dict[str, set[str]] = defaultdict(set)
    for rule in subject.base.rules.rules:
        by_property[rule.then.property].add(rule.origins.id.split(".")[0])
    for part in subject.parts:
        if part.origins.id.split(".")[0] in REGIMES:
            continue
        for sentence, _ in sentences(conditions_of(part)):
            regimes = by_property.get(sentence.property, set())
            if len(regimes) == 1 and (country := next(iter(regimes))) in REGIMES:
                phrase = spoken(subject.vocabulary.properties[sentence.property])
                yield subject.files.at("F702", sentence.place, country=COUNTRIES[country], phrase=phrase)
