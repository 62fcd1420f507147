"""What an undertaking can still do in a case: new acts and what each may say, and statements that an act would make true."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.assessment import Groundwork
from engine.case.facts import Facts, Key, Said, is_stand_in
from engine.case.model import Case, Entry, Field, Mark
from engine.truth import Truth
from engine.vocabulary.model import Class, Kind, Property, Vocabulary

PREFIX = "FIX"
PROPOSED = Said("proposed")
DOCUMENTED = "documented"
BY = "employer"  # who would state that an act was done
_NOWHERE = Mark(0, 0)


@dataclass(frozen=True, slots=True)
class Moves:
    """The open ground of a case: ``acts`` are possible new entries by id, ``sayings`` what could come to be said of them or of entries
    that are there (for those, with the truth it has now)."""

    acts: dict[str, Entry]
    sayings: dict[Key, Truth]


def moves_of(ground: Groundwork, vocabulary: Vocabulary) -> Moves:
    """Give every move of a case (see ``ontology/changeable.ttl``)."""
    acts = {entry.id: entry for entry in _acts(ground.case, vocabulary)}
    sayings: dict[Key, Truth] = {}
    for entry in acts.values():
        cls = vocabulary.classes[entry.cls]
        said = (key for name in cls.changeable for key in _keys(entry.id, vocabulary.properties[name], ground.facts, vocabulary))
        sayings.update((key, Truth.UNKNOWN) for key in said)
        if entry.cls in vocabulary.properties[DOCUMENTED].domain:
            sayings[DOCUMENTED, entry.id, None] = Truth.NO
    for cls in vocabulary.classes.values():
        if cls.changeable and not cls.proposable:
            sayings.update(_of_present(cls, ground.facts, vocabulary))
    return Moves(acts, sayings)


def opened(case: Case, moves: Moves) -> Case:
    """Give the case with every possible act in it, nothing being said of any."""
    return replace(case, entries={**case.entries, **moves.acts})


def lay_open(facts: Facts, moves: Moves) -> None:
    """Let everything that a move could say be open in the facts."""
    for key in moves.sayings:
        facts.add(*key, Truth.UNKNOWN, PROPOSED)


def _acts(case: Case, vocabulary: Vocabulary) -> Iterator[Entry]:
    number = 0
    for cls in vocabulary.classes.values():
        if not cls.proposable:
            continue
        for fields in _own_fields(cls, case, vocabulary):
            number += 1
            yield _entry(f"{PREFIX}{number}", cls, fields, case, vocabulary)


def _own_fields(cls: Class, case: Case, vocabulary: Vocabulary) -> Iterator[dict[str, Field]]:
    """Give what each act of a class is about from the start: nothing, or one of the things that it can only be about one of."""
    if not cls.one_each:
        yield {}
        return
    prop = vocabulary.properties[cls.one_each]
    of_class = prop.range in vocabulary.classes
    values = [e.id for e in case.of(prop.range)] if of_class else vocabulary.collections[prop.range].members
    for value in values:
        yield {prop.field or "": Field(prop.field or "", (value,), False, _NOWHERE)}


def _entry(id_: str, cls: Class, fields: dict[str, Field], case: Case, vocabulary: Vocabulary) -> Entry:
    """Write an entry of the day of the case that says nothing yet; ``units`` is open until it is said."""
    if cls.id in vocabulary.properties["dated"].domain:
        fields = {**fields, "dated": Field("dated", (case.date,), False, _NOWHERE)}
    has_units = any(vocabulary.properties[name].range == "Unit" for name in cls.changeable)
    if has_units:
        fields = {**fields, "units": Field("units", (), True, _NOWHERE)}
    return Entry(id_, cls.id, None, () if has_units else None, fields, {}, BY, (), _NOWHERE)


def _keys(subject: str, prop: Property, facts: Facts, vocabulary: Vocabulary) -> Iterator[Key]:
    """Give the statements of a property that can be made of something."""
    if prop.kind is Kind.FLAG:
        yield prop.id, subject, None
        return
    if prop.range in vocabulary.classes:
        objects = [e for e in facts.instances.get(prop.range, ()) if not is_stand_in(e)]
    else:
        objects = list(vocabulary.collections[prop.range].members)
    for obj in objects:
        yield prop.id, subject, obj


def _of_present(cls: Class, facts: Facts, vocabulary: Vocabulary) -> Iterator[tuple[Key, Truth]]:
    """Give what entries of a class don't say, or deny, and an act would make true."""
    for subject in facts.instances.get(cls.id, ()):
        if is_stand_in(subject):
            continue
        for name in cls.changeable:
            for key in _keys(subject, vocabulary.properties[name], facts, vocabulary):
                source = facts.source(*key)
                disputed = source is not None and source.how == "disputed"
                if facts.truth(*key) is not Truth.YES and not disputed:
                    yield key, facts.truth(*key)
