"""A case after reading: every value typed by its field, every value with its place and its source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from engine.text import Language

ENTERPRISE = "enterprise"  # the id of the undertaking itself, in addresses and in ``about``


class Answer(StrEnum):
    """What can be said of a statement. ``NOT_RELEVANT`` is a reasoned no; a statement nobody mentions was not asked."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"
    NOT_RELEVANT = "not_relevant"


class Basis(StrEnum):
    """What the case rests on: an auditor's pile of documents (closes the paper registers), or talking to people."""

    DOCUMENTS = "documents"
    INTERVIEW = "interview"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in the case file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document, and place in it, that something was read from."""

    document: str
    place: str | None
    mark: Mark


Scalar = Answer | date | int | Decimal | str  # str: text, or the id of an entry, unit, concept or role


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of an entry says. A list is complete unless ``open`` (it ended in ``+``)."""

    name: str
    values: tuple[Scalar, ...]
    open: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a register, one unit, one document, or the undertaking (id ``enterprise``).

    ``units`` is None for a record of the whole undertaking. ``factors`` is the map of a unit's factors (factor id → answer).
    ``fields`` has what was given, by field name; a field that is absent was not asked.
    """

    id: str
    cls: str
    title: str | None
    units: tuple[str, ...] | None
    fields: dict[str, Field]
    factors: dict[str, tuple[Answer, Mark]]
    stated_by: str  # a role
    evidence: tuple[Evidence, ...]
    mark: Mark

    def one(self, name: str) -> Scalar | None:
        """Give the single value of a field, or None where the field is absent."""
        given = self.fields.get(name)
        return given.values[0] if given and given.values else None


@dataclass(frozen=True, slots=True)
class Statement:
    """An item of ``answers``: one statement about an entry, a unit or the undertaking, by somebody.

    ``property`` is a property id of the ontology, ``object`` an entry, unit or concept id (None for a flag).
    """

    about: str
    property: str
    object: str | None
    value: Answer
    because: str | None
    stated_by: str
    as_of: date | None
    evidence: tuple[Evidence, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Completeness:
    """Somebody's statement that a register is complete for some units (None: for the whole undertaking)."""

    register: str
    complete_for: tuple[str, ...] | None
    as_of: date
    stated_by: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Supposed:
    """A statement as it is supposed to be, for the sake of a question; ``value`` is None where nobody is to have spoken of it."""

    property: str
    about: str
    object: str | None
    value: Answer | None


@dataclass(frozen=True, slots=True)
class Case:
    """A whole case. ``entries`` holds every entry by id, units and the undertaking among them, in the order of the file.

    ``view`` is the party as whose word disputed statements are taken (``engine.views``), ``supposed`` what a what-if question sets or
    unsets, whoever else speaks of it (``engine.whatif``); a case file says neither.
    """

    file: str
    sha256: str
    language: Language
    regimes: tuple[str, ...]
    date: date
    basis: Basis
    fictional: bool
    stated_by: str
    enterprise: Entry
    units: tuple[Entry, ...]
    entries: dict[str, Entry]
    completeness: tuple[Completeness, ...]
    answers: tuple[Statement, ...]
    interpretations: tuple[str, ...] = field(default=())
    view: str = ""
    supposed: tuple[Supposed, ...] = ()

    def of(self, cls: str) -> Iterator[Entry]:
        """Give the entries of a class in the order of the file."""
        return (entry for entry in self.entries.values() if entry.cls == cls)
