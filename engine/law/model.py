"""The law base in memory: acts, and provisions in their versions.

In: what ``engine.law.load`` read from ``kb``. Out: the version of a provision on a day, its sub-units, what came before
and after it, and how the law base stands to a path on a day (in force, not in force, not encoded).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

from engine.text import Text

Status = Literal[
    "duty", "rule", "right", "definition", "exception", "example_list", "competence", "sanction", "procedure",
    "guidance", "addressed_to_others", "not_modelled",
]
STATUSES: tuple[Status, ...] = get_args(Status)
Content = Literal["read", "read_in_part", "inferred"]
CONTENTS: tuple[Content, ...] = get_args(Content)
Number = Literal["verified", "unverified"]
NUMBERS: tuple[Number, ...] = get_args(Number)
Before = Literal["not_in_force", "not_read"]
BEFORES: tuple[Before, ...] = get_args(Before)
USUAL_SCOPE = ("employer@mainland",)  # what an act was read for that says nothing else


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: its key in the dossier, and how much of it was read on which day."""

    key: str
    title: str
    url: str
    extent: str
    read_on: date
    seed: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act or a regulation; outside ``known_from`` to ``known_until`` its text is not encoded.

    ``read_for`` are the kinds of work and places that its scope was read for, written ``employer@mainland``: there it applies.
    ``not_for`` are those it was read not to apply to. Of any other nothing is known.
    """

    id: str
    regime: str
    order: int
    identifier: str
    eli: str
    eli_status: str
    title: Text
    short_title: Text
    aliases: tuple[str, ...]
    known_from: date
    known_until: date
    sources: tuple[str, ...]
    read_for: tuple[str, ...] = USUAL_SCOPE
    not_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """The title of a chapter, where a source gives it."""

    act: str
    number: str
    title: Text
    quoted_in: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from a seed: of the law itself, or of the authority that restates it."""

    text: str
    file: str
    first: int
    last: int
    of: Literal["law", "authority"]


@dataclass(frozen=True, slots=True)
class CitedAs:
    """The number under which the same content stood from one day to another."""

    path: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Provision:
    """One version of a unit of law; ``before`` says what is known of the time before the first version.

    A unit whose number nobody could verify, or that has none, is cited by its ``topic``; ``presumed`` are the sections it
    may stand in, and ``order`` its place among the parts of its unit.
    """

    path: str
    act: str
    chapter: str
    section: str
    ledd: int | None
    bokstav: str
    nr: int | None
    valid_from: date
    valid_until: date | None
    before: Before
    status: Status
    content: Content
    number: Number
    sources: tuple[str, ...]
    dossier: str
    paraphrase: Text
    heading: str
    predecessor: str
    cited_as: tuple[CitedAs, ...]
    quote: Quote | None
    because: Text | None
    note: Text | None
    topic: Text | None = None
    presumed: tuple[str, ...] = ()
    order: int = 0

    @property
    def id(self) -> str:
        """The path and the first day of the version: no other version has it."""
        return f"{self.path}@{self.valid_from}"

    def in_force(self, on: date) -> bool:
        """Say whether the version's interval holds the day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


class Standing(NamedTuple):
    """How the law base stands to a path on a day, and the version in force when there is one."""

    kind: Literal["in_force", "not_in_force", "not_encoded"]
    why: Literal["", "not_yet", "repealed", "before_known", "after_known"]
    provision: Provision | None


@dataclass(frozen=True, slots=True)
class LawBase:
    """All acts and provisions of all regimes; ``by_path`` holds the versions of a path, oldest first."""

    acts: Mapping[str, Act]
    chapters: Mapping[tuple[str, str], Chapter]
    sources: Mapping[str, Source]
    by_path: Mapping[str, tuple[Provision, ...]]
    by_id: Mapping[str, Provision]
    by_parent: Mapping[str, tuple[str, ...]]  # the paths beneath a path, in the order of the law
    followers: Mapping[str, tuple[Provision, ...]] = field(default_factory=dict)

    @property
    def last_read(self) -> date:
        """Give the day on which a text of the law was last read."""
        return max(act.known_until for act in self.acts.values())

    def act(self, id_: str) -> Act:
        """Give an act by its id (``no.aml``); KeyError when there is none."""
        return self.acts[id_]

    def paths(self) -> tuple[str, ...]:
        """Give every path, in the order of the law."""
        return tuple(self.by_path)

    def versions(self, path: str) -> tuple[Provision, ...]:
        """Give the versions of a path, oldest first; empty when the path is unknown."""
        return self.by_path.get(path, ())

    def provision(self, path: str, on: date) -> Provision | None:
        """Give the version whose interval holds the day; whether the act is known that day, ``standing`` says."""
        return next((version for version in self.versions(path) if version.in_force(on)), None)

    def children(self, path: str, on: date) -> tuple[Provision, ...]:
        """Give the units right beneath a unit (or an act: ``no/aml``) in force on the day, in the order of the law."""
        found = (self.provision(child, on) for child in self.by_parent.get(path, ()))
        return tuple(child for child in found if child)

    def lineage(self, path: str) -> tuple[Provision, ...]:
        """Give the newest version of a path and, step by step, what it succeeded, under whatever number that stood."""
        chain: list[Provision] = []
        step = self.versions(path)[-1] if self.versions(path) else None
        while step is not None and step not in chain:
            chain.append(step)
            step = self.by_id.get(step.predecessor)
        return tuple(chain)

    def then(self, path: str, on: date) -> Provision | None:
        """Give the unit that held on the day what the path holds in its newest version (§ 4-3 (5) in 2010: (3))."""
        return next((version for version in self.lineage(path) if version.in_force(on)), None)

    def successors(self, provision: Provision) -> tuple[Provision, ...]:
        """Give the versions that name this one as their predecessor."""
        return self.followers.get(provision.id, ())

    def standing(self, path: str, on: date) -> Standing:
        """Say how the law base stands to a path on a day; KeyError when the path is unknown."""
        versions = self.by_path[path]
        act = self.acts[versions[0].act]
        if on > act.known_until:
            return Standing("not_encoded", "after_known", None)
        found = self.provision(path, on)
        if found and on >= act.known_from:
            return Standing("in_force", "", found)
        if on < versions[0].valid_from and versions[0].before == "not_in_force":
            return Standing("not_in_force", "not_yet", None)
        if on < versions[0].valid_from or on < act.known_from:
            return Standing("not_encoded", "before_known", None)
        return Standing("not_in_force", "repealed", None)
