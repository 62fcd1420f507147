"""Time: bases that are not in force, gaps between versions of a rule, gaps and overlaps between those of a unit of law (F501 to F503)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from engine.errors import Problem
from engine.inference.validity import valid_on
from engine.language import syntax as s
from engine.language.walk import Part
from engine.law.model import Provision
from engine.lint.messages import NEVER, NO_DAY, NOT_ENDED, ON_DAY
from engine.lint.subject import Subject
from engine.text import Text

DAY = timedelta(days=1)


def findings(subject: Subject) -> Iterator[Problem]:
    """Find what does not fit together in time. That two versions of a rule overlap, ``check`` says."""
    for part in subject.parts:
        yield from _basis(subject, part)
    yield from _versions(subject)
    yield from _units(subject)


# --- what a part rests on ----------------------------------------------------------------------------------------------------


def _basis(subject: Subject, part: Part) -> Iterator[Problem]:
    """A basis must be in force on the first and the last day that the part names, and on one day together with the others.

    A part without days of its own holds as long as all its provisions do, so it need not say when they were repealed.
    """
    wrong = False
    for path in dict.fromkeys(part.origins.provisions):
        day = next((day for day in _named_days(subject, part, path) if not _in_force(subject, part, (path,), day)), None)
        if day is not None:
            wrong = True
            yield _found(subject, part, path, ON_DAY.format(day=day.isoformat()))
    if part.origins.provisions and not wrong:
        days = _first_days(subject, part)
        if not any(_in_force(subject, part, part.origins.provisions, day) for day in days):
            never = [path for path in part.origins.provisions if not any(_in_force(subject, part, (path,), day) for day in days)]
            yield _found(subject, part, (never or part.origins.provisions)[-1], NEVER if never else NO_DAY)


def _named_days(subject: Subject, part: Part, path: str) -> list[date]:
    """Give the first and the last day of a part, as far as it names them and its act is known."""
    act = subject.law.acts[subject.law.versions(path)[-1].act]
    start, until = part.origins.valid_from, part.origins.valid_until
    days = [*([max(start, act.known_from)] if start else []), *([until - DAY] if until else [])]
    return [day for day in days if act.known_from <= day <= act.known_until]


def _first_days(subject: Subject, part: Part) -> list[date]:
    """Give the days on which what a part rests on may begin to hold: if there is a day when all of it does, it begins on one of these."""
    start, until = part.origins.valid_from or date.min, part.origins.valid_until or date.max
    days = {start}
    for path in part.origins.provisions:
        days.add(subject.law.acts[subject.law.versions(path)[-1].act].known_from)
        days.update(version.valid_from for version in (*subject.law.versions(path), *subject.law.lineage(path)))
    return sorted(day for day in days if start <= day < until)


def _in_force(subject: Subject, part: Part, provisions: tuple[str, ...], day: date) -> bool:
    """Say whether provisions hold on a day, under the number they had then; the days of the part itself are left aside."""
    alone = s.Remark(replace(part.origins, provisions=provisions, valid_from=None, valid_until=None), (), (), "", "")
    return valid_on(subject.law, alone, day).standing == "in_force"


def _found(subject: Subject, part: Part, path: str, day: Text) -> Problem:
    """Point at the path where the part cites it."""
    place = part.origins.place
    cited = re.compile(rf"(?<=\s){re.escape(path)}(?!\S)")
    for offset, line in enumerate(part.origins.text.split("\n")):
        if match := cited.search(line):
            place = s.Place(place.file, place.line + offset, match.start() + 1)
            break
    return subject.files.at("F501", place, id=part.origins.id, path=path, day=day)


# --- versions ------------------------------------------------------------------------------------------------------------------


def _versions(subject: Subject) -> Iterator[Problem]:
    by_id: dict[str, list[Part]] = defaultdict(list)
    for part in subject.parts:
        by_id[part.origins.id].append(part)
    for id_, parts in by_id.items():
        parts.sort(key=lambda part: part.origins.valid_from or date.min)
        for one, two in pairwise(parts):
            end, start = one.origins.valid_until, two.origins.valid_from
            if end is not None and start is not None and end < start:
                yield subject.files.at("F502", two.origins.place, id=id_, start=end.isoformat(), end=start.isoformat())


def _units(subject: Subject) -> Iterator[Problem]:
    """A version begins the day after the one before it ends: that of the same path, or the one that it names as its predecessor."""
    for versions in subject.law.by_path.values():
        for one, two in pairwise(versions):
            yield from _meeting(subject, one, two)
    for unit in subject.law.by_id.values():
        before = subject.law.by_id.get(unit.predecessor)
        if before is not None and before.path != unit.path:
            yield from _meeting(subject, before, unit)


def _meeting(subject: Subject, one: Provision, two: Provision) -> Iterator[Problem]:
    if one.valid_until is None or one.valid_until + DAY != two.valid_from:
        start = ON_DAY.format(day=two.valid_from.isoformat())
        end = ON_DAY.format(day=one.valid_until.isoformat()) if one.valid_until else NOT_ENDED
        yield subject.files.named("F503", two.id, "kb", id=two.id, start=start, other=one.id, end=end)
