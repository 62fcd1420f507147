"""A rule base after checking: every sentence tied to its property, every variable to its class.

The parser's raw tree is private to the parser; the rest of the engine sees only these values.
"""

from dataclasses import dataclass
from datetime import date

from engine.text import Language


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file relative to the rule base, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Var:
    """A variable and what it stands for: a class id, ``concept:<collection id>``, ``date`` or ``number``."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Const:
    """A concept written between « and »."""

    concept: str


Term = Var | Const


@dataclass(frozen=True, slots=True)
class Sentence:
    """One property of a subject, and an object unless the property is a flag."""

    property: str
    subject: Term
    object: Term | None
    place: Place


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold (written with the negative phrase or with ``ikke:``)."""

    body: "Condition"
    place: Place


@dataclass(frozen=True, slots=True)
class Exists:
    """There are at least ``minimum`` things of the variable's class for which the whole body holds."""

    var: Var
    minimum: int
    body: tuple["Condition", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ForAll:
    """The body holds for every member of a collection."""

    var: Var
    collection: str
    body: tuple["Condition", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class If:
    """Where the test holds, the body must hold."""

    test: tuple["Condition", ...]
    body: tuple["Condition", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``n`` of the branches hold."""

    n: int
    branches: tuple["Condition", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the body holds: groups conditions into one branch."""

    body: tuple["Condition", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: ``count``, or a calendar duration in ``days``, ``weeks``, ``months``, ``years``."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class CaseDate:
    """The day of the facts."""


@dataclass(frozen=True, slots=True)
class ParameterRef:
    """A dated parameter of the law, looked up at the law's date."""

    parameter: str


Operand = Var | Amount | date | CaseDate | ParameterRef


@dataclass(frozen=True, slots=True)
class Compare:
    """``left`` compared with ``right``.

    ``op`` is ``lt le eq ge gt`` on numbers, or on dates (``lt`` is before, ``le`` at the latest, ``gt`` after). With
    an ``offset`` the distance from ``right`` to ``left`` is compared with that duration instead, in ``direction``
    "before" or "after".
    """

    left: Var
    op: str
    right: Operand
    offset: Amount | ParameterRef | None
    direction: str | None
    place: Place


Condition = Sentence | Not | Exists | ForAll | If | AtLeast | AllOf | Compare
Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class ForEach:
    """One variable of a scope, with the sentences that join it to those before it."""

    var: Var
    joins: Conditions
    place: Place


@dataclass(frozen=True, slots=True)
class CannotBe:
    """An outcome that a duty cannot have, with the concept that says why and where that is from."""

    outcome: str
    because: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Origins:
    """What duties, rules, remarks and outlooks have in common: where they stand, in which words, and when they hold."""

    id: str
    language: Language
    provisions: tuple[str, ...]
    interpretation: str | None
    valid_from: date | None
    valid_until: date | None
    text: str  # the source text of this part of the file
    place: Place


@dataclass(frozen=True, slots=True)
class Duty:
    """What a provision asks of a bearer. Each tuple inside ``breach_when`` … is one ground: a conjunction."""

    origins: Origins
    bearer: str
    scope: tuple[ForEach, ...]
    when: Conditions
    unless: tuple[Conditions, ...]
    invoked: tuple[Conditions, ...]
    settled_by: tuple[str, ...]
    requires: Conditions
    met_when: Conditions
    breach_when: tuple[Conditions, ...]
    suspicion_when: tuple[Conditions, ...]
    goal: str
    measures: tuple[str, ...]
    cannot_be: tuple[CannotBe, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A definition: for each binding of the scope, when the conditions hold, then the statement holds."""

    origins: Origins
    scope: tuple[ForEach, ...]
    when: Conditions
    then: Sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding that is neither outcome nor breach. ``force`` is ``law``, ``guidance`` or ``habit``."""

    origins: Origins
    scope: tuple[ForEach, ...]
    when: Conditions
    force: str
    message: str  # a concept


@dataclass(frozen=True, slots=True)
class Outlook:
    """What sources connect with facts like these: no outcome, no breach, and no prediction of what an authority will do."""

    origins: Origins
    scope: tuple[ForEach, ...]
    when: Conditions
    message: str  # a concept
    reactions: tuple[str, ...]  # concepts


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules of a rule base."""

    duties: tuple[Duty, ...]
    rules: tuple[Rule, ...]
    remarks: tuple[Remark, ...]
    outlooks: tuple[Outlook, ...] = ()
