"""What a comparison of two rule bases over many cases says: the edits, and what each of them changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.text import Text

How = Literal["changed", "added", "removed"]
Kind = Literal["duty", "rule", "remark", "outlook", "parameter", "law", "acts", "vocabulary", "documents", "industries", "other"]
KINDS: tuple[Kind, ...] = (
    "duty", "rule", "remark", "outlook", "parameter", "law", "acts", "vocabulary", "documents", "industries", "other",
)  # fmt: skip
What = Literal["outcome", "reason"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that the rule bases differ in. ``key`` is the id of a rule, or names a part of the rule base: ``parameter:…``,
    ``law:no/aml/4-3/1``, ``vocabulary`` …; ``title`` is what it is called, where it has a name."""

    key: str
    kind: Kind
    how: How
    title: Text


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that is another: an outcome, a remark or an outlook for one scope of one case.

    ``part`` is the duty, remark or outlook; ``address`` the place in the case (``nord``, ``nord/H1``; ``…`` where a small unit must not be
    named), ``where`` the same in words. ``old`` and ``new`` are outcomes, ``noted`` and its like for remarks and outlooks, or say why
    there is none (``ABSENT``). ``because`` are the keys of the edits that occur in either proof.
    """

    case: int
    part: str
    address: str
    where: Text
    what: What
    old: str
    new: str
    because: tuple[str, ...]
    old_reason: Text | None
    new_reason: Text | None


ABSENT = ("not_there", "not_in_force", "no_scope")  # no such duty in that rule base; not the law of the day; nothing it applies to


@dataclass(frozen=True, slots=True)
class Case:
    """A case that was assessed under both rule bases."""

    file: str
    name: str


@dataclass(frozen=True, slots=True)
class Impact:
    """The whole answer. ``untouched`` are the keys of edits that no case touches; ``titles`` name the parts that changed."""

    against: str
    old_hash: str
    new_hash: str
    law_date: date | None
    cases: tuple[Case, ...]
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    untouched: tuple[str, ...]
    titles: Mapping[str, Text]

    def of_edit(self, key: str) -> tuple[Change, ...]:
        """Give the changes in whose proofs an edit occurs, in the order of the cases."""
        return tuple(change for change in self.changes if key in change.because)

    def edit(self, key: str) -> Edit:
        """Give an edit by its key."""
        return next(edit for edit in self.edits if edit.key == key)
