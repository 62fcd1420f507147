"""The facts of a case: what is said, what is denied, and what is left open, each with where it comes from.

Only statements that are certain or possible are kept; a statement that is not kept is not possible. Why it is not (denied, left out
of a complete list, or absent from a complete register) can be asked with :meth:`Facts.denial`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from engine.case.model import Case, Evidence, Mark
from engine.truth import Truth

STAND_IN = "~"  # the first character of the id of a stand-in: an entry that we were not shown


def is_stand_in(entity: str) -> bool:
    """Say whether an entity stands for entries (or factors) that we were not shown."""
    return entity.startswith(STAND_IN)


@dataclass(frozen=True, slots=True)
class Said:
    """Who said something, when, and where it is written. ``how`` says what kind of saying it is.

    ``how``: ``stated``, ``denied``, ``dont_know``, ``not_asked``, ``disputed``, ``not_relevant``, ``listed`` (in
    or out of a list that was given),
    ``open_list``, ``stand_in``, ``complete`` (a register said to be complete), ``paper_closed``, ``computed``,
    ``everywhere`` (a record for the whole undertaking), ``industry_code`` (by the code in ``because`` and a list of the law),
    ``supposed`` (by a what-if question).
    """

    how: str
    who: tuple[str, ...] = ()
    as_of: date | None = None
    evidence: tuple[Evidence, ...] = ()
    mark: Mark | None = None
    because: str | None = None


Key = tuple[str, str, str | None]  # property, subject, object


@dataclass(slots=True)
class Facts:
    """All that a case says, by property. Objects are entity or concept ids; None for a flag."""

    case: Case
    classes: dict[str, str]  # entity → class (concepts: "concept:<collection>" is not kept here)
    instances: dict[str, list[str]]  # class → entities, stand-ins last
    known: dict[str, dict[tuple[str, str | None], Truth]] = field(default_factory=lambda: defaultdict(dict))
    said: dict[Key, Said] = field(default_factory=dict)
    values: dict[tuple[str, str], date | int] = field(default_factory=dict)
    closed: dict[tuple[str, str], Said] = field(default_factory=dict)  # (register, unit) → who says it is complete
    units_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_subject: dict[str, dict[str, list[str | None]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    by_object: dict[str, dict[str | None, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def copy(self) -> "Facts":
        """Give facts that derived statements can be added to, while these stay as they are.

        Only the tables of properties that these know nothing of are its own: what a case says is never derived as well.
        """
        return replace(
            self,
            known=defaultdict(dict, self.known),
            said=dict(self.said),
            by_subject=defaultdict(lambda: defaultdict(list), self.by_subject),
            by_object=defaultdict(lambda: defaultdict(list), self.by_object),
        )

    def add(self, prop: str, subject: str, obj: str | None, truth: Truth, said: Said) -> None:
        """Keep one statement. NO is kept only as a denial, with its source."""
        self.said[prop, subject, obj] = said
        if truth is Truth.NO:
            return
        if (subject, obj) not in self.known[prop]:
            self.by_subject[prop][subject].append(obj)
            self.by_object[prop][obj].append(subject)
        self.known[prop][subject, obj] = truth

    def truth(self, prop: str, subject: str, obj: str | None = None) -> Truth:
        """Give the truth of a statement; what is neither certain nor possible is NO."""
        return self.known[prop].get((subject, obj), Truth.NO) if prop in self.known else Truth.NO

    def source(self, prop: str, subject: str, obj: str | None = None) -> Said | None:
        """Say where a statement, or its denial, comes from; None where nothing was ever said of it."""
        return self.said.get((prop, subject, obj))

    def pairs(self, prop: str) -> Iterable[tuple[tuple[str, str | None], Truth]]:
        """Give every certain or possible statement of a property."""
        return self.known[prop].items() if prop in self.known else ()

    def evidence_of(self, entity: str) -> tuple[Evidence, ...]:
        """Give the evidence of an entry; a stand-in and a concept have none."""
        entry = self.case.entries.get(entity)
        return entry.evidence if entry else ()
