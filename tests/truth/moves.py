"""How the outcomes of a case move from one assessment to another."""

from collections.abc import Iterator, Mapping

from engine.assessment import Assessment

RANK = {"unknown": 0, "investigate": 1, "breach": 2, "met": 2, "not_applicable": 2}
GONE = "not_applicable"  # where a scope is not even possible, the duty cannot apply to it


def outcomes(assessment: Assessment) -> dict[str, str]:
    """Give the outcome of every row that has a scope."""
    return {row.id: row.outcome for row in assessment.outcomes if row.env}


def of_stand_in(row: str, new: Mapping[str, str]) -> str:
    """Give the row of the entries that we were not shown, from the row of ones that we now are."""
    duty, scope = row.split("@")
    return f"{duty}@{'/'.join(f'~{new[part]}' if part in new else part for part in scope.split('/'))}"


def falls(before: Assessment, after: Assessment) -> Iterator[str]:
    """Give every row whose outcome moved in a way that information may not: down, or from one decided outcome to another.

    The row of a new entry is held against that of the entry we were not shown.
    """
    was, now = outcomes(before), outcomes(after)
    classes = after.rulebase.vocabulary.classes
    new = {e.id: classes[e.cls].register or "" for e in after.case.entries.values() if e.id not in before.case.entries}
    unsaid = {row.duty.origins.id for row in before.outcomes if not row.env and row.outcome == "unknown"}  # law that was not read
    ceased = {duty.origins.id for duty, _ in before.not_in_force}  # of these only what happened while they held has a row
    ceased |= {row.duty.origins.id for row in before.outcomes if row.validity.standing == "not_in_force"}
    for row in sorted(was.keys() | now.keys()):
        duty = row.split("@")[0]
        if duty in unsaid or (duty in ceased and row not in was):
            continue
        first, second = was.get(row, was.get(of_stand_in(row, new), GONE)), now.get(row, GONE)
        if RANK[second] < RANK[first] or (RANK[first] == 2 and first != second):
            yield f"{row}: {first} → {second}"
