"""How the outcomes of a case move from one assessment to another."""

from collections.abc import Iterator

from engine.assessment import Assessment
from engine.case.facts import is_stand_in
from engine.case.model import ENTERPRISE

RANK = {"unknown": 0, "investigate": 1, "breach": 2, "met": 2, "not_applicable": 2}
GONE = "not_applicable"  # where a scope is not even possible, the duty cannot apply to it


def outcomes(assessment: Assessment) -> dict[str, str]:
    """Give the outcome of every row that has a scope."""
    return {row.id: row.outcome for row in assessment.outcomes if row.env}


def of_stand_in(row: str, new: str, stand_in: str) -> str:
    """Give the row of the entry that we were not shown, from the row of one that we now are."""
    duty, scope = row.split("@")
    return f"{duty}@{'/'.join(stand_in if part == new else part for part in scope.split('/'))}"


def falls(before: Assessment, after: Assessment, new: str | None = None, register: str | None = None) -> Iterator[str]:
    """Give every row whose outcome moved in a way that information may not: down, or from one decided outcome to another."""
    was, now = outcomes(before), outcomes(after)
    unread = {row.duty.origins.id for row in before.outcomes if not row.env and row.outcome == "unknown"}
    unread |= {duty.origins.id for duty, _ in before.not_in_force}  # nothing was said about these
    for row in was.keys() | now.keys():
        if row.split("@")[0] in unread:
            continue
        first, second = was.get(row, GONE), now.get(row, GONE)
        if row not in was and new is not None and new in row.split("@")[1].split("/"):
            first = was.get(of_stand_in(row, new, f"~{register}"), GONE)
        if RANK[second] < RANK[first] or (RANK[first] == 2 and first != second):
            yield f"{row}: {first} → {second}"


def about_the_unseen(row: str) -> bool:
    return any(is_stand_in(part) for part in row.split("@")[1].split("/"))


__all__ = ["ENTERPRISE", "GONE", "RANK", "about_the_unseen", "falls", "of_stand_in", "outcomes"]
