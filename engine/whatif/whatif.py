"""A case assessed as it is and as it is supposed, and what differs: outcomes, and outcomes that stay for another reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.assessment import Assessment, assess_case
from engine.case.model import Supposed
from engine.impact.basis import Numbers, Reader
from engine.impact.compare import Difference, Side, compare
from engine.impact.edits import Edits, parts_of
from engine.inference.outcome import OUTCOMES
from engine.whatif.address import Supposition, read_suppositions
from engine.whatif.supposing import Laid, laid_over

NO_EDITS = Edits((), {}, frozenset(), (), True)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Both assessments and what differs between them, worst first: what changes, then what stays for another reason."""

    before: Assessment
    after: Assessment
    suppositions: tuple[Supposition, ...]
    laid: Laid
    differences: tuple[Difference, ...]

    @property
    def changed(self) -> tuple[Difference, ...]:
        """Give the answers that would be others."""
        return tuple(each for each in self.differences if each.what == "outcome")

    @property
    def reasoned(self) -> tuple[Difference, ...]:
        """Give the answers that would be the same for another reason."""
        return tuple(each for each in self.differences if each.what == "reason")

    @property
    def follows(self) -> tuple[Supposed, ...]:
        """Give the statements that had to go along with those supposed."""
        return self.laid.follows


def whatif(before: Assessment, sets: Sequence[str] = (), unsets: Sequence[str] = (), law_date: date | None = None) -> WhatIf:
    """Say what would change if some statements were otherwise, or the law were that of another day.

    ``sets`` are ``ADDRESS=VALUE``, ``unsets`` addresses (see ``address``). Raises BadInputError with all that is wrong with them.
    """
    suppositions = read_suppositions(sets, unsets, before.case, before.rulebase.vocabulary)
    laid = laid_over(before, suppositions)
    day = law_date or before.law_date
    if laid.case == before.case and day == before.law_date:
        return WhatIf(before, before, suppositions, laid, ())
    after = assess_case(laid.case, before.rulebase, day, before.case.regimes)
    return WhatIf(before, after, suppositions, laid, differences(before, after))


def differences(before: Assessment, after: Assessment) -> tuple[Difference, ...]:
    """Compare two assessments by the same rules: outcomes, remarks and outlooks, proofs as data.

    Reasons differ where what an answer rests on does, in whatever words.
    """
    ids = frozenset(part.origins.id for part in parts_of(before.rulebase.rules))
    numbers, forms = Numbers(), Numbers()
    readers = (
        Reader(before.program, NO_EDITS, numbers, forms, {}),
        Reader(after.program, NO_EDITS, numbers, forms, {}),
    )
    found = compare(Side(before, ids), Side(after, ids), ids, readers).differences
    return tuple(sorted(found, key=_order))


def _order(difference: Difference) -> tuple[object, ...]:
    return (
        difference.what, _badness(difference.new_word), _badness(difference.old_word), difference.part, difference.address,
    )  # fmt: skip


def _badness(word: str) -> int:
    return OUTCOMES.index(word) if word in OUTCOMES else len(OUTCOMES)
