"""A walk through time: every quarter, and every day on which something changes, inside what the law base says it knows.

What should hold is worked out from the intervals in the data alone, so that it can disagree with what the engine answers.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from engine.inference.validity import Citing, valid_on
from engine.language.syntax import RuleSet
from engine.law.model import LawBase, Provision

DAY = timedelta(days=1)
QUARTERS = (1, 4, 7, 10)


def quarters(first: date, last: date) -> set[date]:
    """Give the first and the last day, and the first day of every quarter between them."""
    found = {date(year, month, 1) for year in range(first.year, last.year + 1) for month in QUARTERS}
    return {first, last} | {day for day in found if first <= day <= last}


def edges(start: date | None, end: date | None) -> set[date]:
    """Give the days on both sides of each boundary; ``end`` is the last day that belongs."""
    found = {start - DAY, start} if start else set()
    return found | ({end, end + DAY} if end else set())


def act_days(law: LawBase, act: str) -> list[date]:
    """Give every day to look at for one act, inside its known interval."""
    first, last = law.acts[act].known_from, law.acts[act].known_until
    changes = [edges(p.valid_from, p.valid_until) for p in law.by_id.values() if p.act == act]
    return sorted(day for day in quarters(first, last).union(*changes) if first <= day <= last)


def unit_faults(law: LawBase) -> Iterator[str]:
    """Walk through every act: each path has one version a day, or none that the data explain, and the engine says the same."""
    for act in law.acts:
        paths = [path for path, versions in law.by_path.items() if versions[0].act == act]
        for day in act_days(law, act):
            for path in paths:
                versions = law.by_path[path]
                there = [v for v in versions if v.valid_from <= day and (v.valid_until is None or day <= v.valid_until)]
                if len(there) > 1:
                    yield f"{path} on {day}: overlap of {', '.join(v.id for v in there)}"
                elif not there and versions[0].valid_from < day <= last_day(versions):
                    yield f"{path} on {day}: gap between versions"
                elif (said := law.standing(path, day)[:2]) != (expected := expected_standing(versions, there, day)):
                    yield f"{path} on {day}: the engine says {said}, the data {expected}"


def expected_standing(versions: tuple[Provision, ...], there: list[Provision], day: date) -> tuple[str, str]:
    """Say how the law stands to a path on a day inside the known interval of its act, from its versions alone."""
    if there:
        return "in_force", ""
    if day > last_day(versions):
        return "not_in_force", "repealed"
    return ("not_in_force", "not_yet") if versions[0].before == "not_in_force" else ("not_encoded", "before_known")


def last_day(versions: tuple[Provision, ...]) -> date:
    """Give the last day of the last version; the end of time where it has none."""
    return max(version.valid_until or date.max for version in versions)


def succession_faults(law: LawBase) -> Iterator[str]:
    """Find each version that doesn't begin the day after the one it succeeds ends, under whatever number that stood."""
    for provision in law.by_id.values():
        before = law.by_id.get(provision.predecessor)
        if before and (before.valid_until is None or before.valid_until + DAY != provision.valid_from):
            yield f"{provision.id} succeeds {before.id}, which ends {before.valid_until}"


def duty_days(law: LawBase, versions: list[Citing]) -> list[date]:
    """Give every day to look at for the versions of one duty: where some act that it cites is known."""
    cited = [provision for v in versions for path in v.origins.provisions for provision in law.versions(path)]
    days = {day for act in sorted({p.act for p in cited}) for day in act_days(law, act)}
    for version in versions:
        end = version.origins.valid_until
        days |= edges(version.origins.valid_from, end - DAY if end else None)
    return sorted(days)


def duty_faults(law: LawBase, rules: RuleSet) -> Iterator[str]:
    """Walk through every duty, remark and outlook: one version a day while the law that it cites is in force, none otherwise."""
    by_id = defaultdict[str, list[Citing]](list)
    for each in (*rules.duties, *rules.remarks, *rules.outlooks):
        by_id[each.origins.id].append(each)
    for id_, versions in by_id.items():
        for day in duty_days(law, versions):
            standings = [valid_on(law, version, day) for version in versions]
            valid = [standing for standing in standings if standing.standing == "in_force"]
            has_law = any(cites_law_of(law, version, day) for version in versions)
            if len(valid) > 1:
                yield f"{id_} on {day}: {len(valid)} versions overlap"
            elif has_law and not valid:
                yield f"{id_} on {day}: gap, though what it cites is in force"
            elif valid and not has_law:
                yield f"{id_} on {day}: in force without law"
            for standing in valid:
                for provision in standing.cited:
                    if law.standing(provision.path, day).provision is not provision:
                        yield f"{id_} on {day}: cites {provision.id}, which is not in force"


def cites_law_of(law: LawBase, version: Citing, day: date) -> bool:
    """Say whether everything that a duty cites was law on the day, under its number of today or the one it is recorded to have had."""
    return all(has_law(law, path, day) for path in version.origins.provisions)


def has_law(law: LawBase, path: str, day: date) -> bool:
    """Say whether what a path holds in its newest version was law on the day, under that number or one it is recorded to have had.

    An older version under the same number counts only where the newest one succeeds it: a number may have been given to other content.
    """
    step: Provision | None = law.by_path[path][-1]
    times = [(cited.start, cited.end) for cited in law.by_path[path][-1].cited_as]
    while step is not None and step.path == path:
        times.append((step.valid_from, step.valid_until or date.max))
        step = law.by_id.get(step.predecessor)
    act = law.acts[law.by_path[path][0].act]
    return act.known_from <= day <= act.known_until and any(first <= day <= last for first, last in times)
