"""The terms of the ontology, as the rest of the engine sees them: plain values, no RDF."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from engine.instruments.model import Instrument
from engine.text import Text


class Nature(StrEnum):
    """What silence in a register means (design § 5): registers of the world, of acts, and of paper.

    A register of evidence means nothing by its silence nor by its entries: they raise questions, and no rule can speak of them.
    """

    WORLD = "world"
    ACT = "act"
    PAPER = "paper"
    EVIDENCE = "evidence"


class Kind(StrEnum):
    """What sort of statement a property makes."""

    FLAG = "flag"  # {s} only: yes, no, don't know
    LINK = "link"  # {s} and {o}: another entry, a unit or a concept
    VALUE = "value"  # {o} is a date or a number; binds a variable that comparisons use
    LATER = "later"  # computed from the dates of {s} and {o}
    DETAIL = "detail"  # kept and printed, never used by a rule: has a label and no phrases


class Origin(StrEnum):
    """Where the truth of a property comes from. A statement is never both input and derived."""

    INPUT = "input"
    DERIVED = "derived"  # by rules
    COMPUTED = "computed"  # by the reader of the case, from the case itself (documented, on record …)


@dataclass(frozen=True, slots=True)
class Noun:
    """The whole-phrase forms of a class noun; no morphology in code.

    Example (nb): «en øvelse», «ingen øvelse», «øvelsen», «øvelser», «øvelsene».
    """

    indefinite: Text
    negative: Text
    definite: Text
    plural: Text
    definite_plural: Text


@dataclass(frozen=True, slots=True)
class Class:
    """A kind of thing. ``register`` is the key of the case file that lists its entries, if there is one."""

    id: str
    noun: Noun
    register: str | None = None
    nature: Nature | None = None
    comment: Text | None = None
    also_has: tuple[str, ...] = ()  # properties of other topics, such as a date and a title
    proposable: bool = False  # may a fix propose a new entry?
    changeable: tuple[str, ...] = ()  # what a new entry, or else an existing one, may come to say by a fix
    one_each: str = ""  # the property that a new entry has one value of, so that each value wants an act of its own


@dataclass(frozen=True, slots=True)
class Property:
    """A statement about things of the ``domain`` classes, with the phrases it is read and written with.

    ``range`` is a class id, a collection id, or one of ``date``, ``number``, ``decimal``, ``text``, ``boolean``, ``role``;
    empty for a flag. ``field`` is the key in the case file (one (class, field) pair has one property); ``many`` says that the
    field holds a list. ``ask`` is the question; ``asked_of`` the roles that can answer.
    Every phrase has ``{s}`` first, and ``{o}`` where there is an object. ``phrase_not_sub`` is the order of a
    subordinate clause ("som ikke er gitt til …").
    """

    id: str
    kind: Kind
    domain: tuple[str, ...]
    range: str
    origin: Origin
    label: Text
    phrase: Text | None = None
    phrase_not: Text | None = None
    phrase_not_sub: Text | None = None
    ask: Text | None = None
    field: str | None = None
    many: bool = False
    required: bool = False
    asked_of: tuple[str, ...] = ()
    implies: str | None = None  # a wider flag of the same thing: where this holds that does, where that fails this does


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of a collection: a factor, a topic, a role, a state, a goal …

    ``label`` is what a rule writes between « and »; ``in_sentence`` is how it reads inside a clause.
    ``source`` is a citation path or a seed file with lines; ``matches`` are (relation, concept id) pairs.
    """

    id: str
    label: Text
    in_sentence: Text
    note: Text | None = None
    source: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()
    member_of: tuple[str, ...] = ()  # collections of other topics that it joins, in ``order``
    order: int = 0
    confidence: str = ""  # how far its source was read, where that matters: read, read_in_part, inferred


@dataclass(frozen=True, slots=True)
class Collection:
    """A named list of concepts. ``force``: ``example`` lists are never minimum lists; ``consider`` lists ask that each
    item is visibly considered; ``closed`` lists are ours or complete by nature."""

    id: str
    label: Text
    members: tuple[str, ...]
    force: str = "closed"
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated number or duration of the law: ``values`` are (from, value) in order of date."""

    id: str
    label: Text
    unit: str  # "count", "days", "weeks", "months", "years"
    values: tuple[tuple[date, int], ...]
    source: tuple[str, ...] = ()

    def at(self, day: date) -> int | None:
        """Give the value in force on a day, or None before the first."""
        known = [value for start, value in self.values if start <= day]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class CodeList:
    """Industry codes that a provision lists: each from a first to a last prefix (digits only), some only for a part."""

    path: str
    codes: tuple[tuple[str, str, bool], ...]  # first prefix, last prefix, only a part of it

    def holds(self, code: str) -> bool | None:
        """Say whether a code is on the list as the list writes it; None where it names only a part of it, or the code is too short."""
        digits = "".join(filter(str.isdigit, code))
        found: set[bool | None] = set()
        for first, last, partial in self.codes:
            length = len(first)
            if first <= digits[:length] <= last and len(digits) >= length:
                found.add(None if partial else True)
            elif len(digits) < length and first[: len(digits)] <= digits <= last[: len(digits)]:
                found.add(None)  # too short a code to tell
        return True if True in found else None if found else False


@dataclass(slots=True)
class Vocabulary:
    """Everything the ontology says, by id."""

    classes: dict[str, Class] = field(default_factory=dict)
    properties: dict[str, Property] = field(default_factory=dict)
    concepts: dict[str, Concept] = field(default_factory=dict)
    collections: dict[str, Collection] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    code_lists: dict[str, CodeList] = field(default_factory=dict)  # by the flag that says whether the undertaking is on it

    def fields(self, cls: str) -> Iterator[Property]:
        """Give the properties that are fields of a class in the case file."""
        return (p for p in self.properties.values() if p.field and cls in p.domain)

    def of_register(self, register: str) -> Class | None:
        """Give the class whose entries a register of the case file lists."""
        return next((c for c in self.classes.values() if c.register == register), None)
