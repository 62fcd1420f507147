"""The one door: the files that the editor supplies and the rule base in; what drifted, act by act, and who cites it, out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.drift import baseline as baselines
from engine.drift.citing import Citations, Citer, Mark, Standing, citers
from engine.drift.compare import changes
from engine.drift.messages import problem
from engine.drift.model import Change, Edition, Role, Row
from engine.drift.normal import READING
from engine.drift.supplied import Supplied, read_files
from engine.errors import BadInputError, Problem
from engine.law.model import Act

if TYPE_CHECKING:
    from engine.rulebase import RuleBase


@dataclass(frozen=True, slots=True)
class Drifted:
    """A change and everything that it concerns; ``provision`` is the unit's path in the law base, where it has one."""

    change: Change
    provision: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ActDrift:
    """What was found for one act. ``baseline`` is what the files were compared with, None where there was none."""

    act: Act
    files: tuple[str, ...]
    edition: Edition
    baseline: tuple[Row, ...] | None
    left_alone: tuple[str, ...]  # paths of the baseline in sections that the files don't hold, where they hold but a part
    drifted: tuple[Drifted, ...]
    standing: Standing
    accepted: tuple[Row, ...] | None = None  # what is the baseline from now on


@dataclass(frozen=True, slots=True)
class Report:
    """What was found for the acts that were supplied."""

    rulebase: "RuleBase"
    acts: tuple[ActDrift, ...]

    @property
    def is_clean(self) -> bool:
        """Say whether every act had a baseline and nothing drifted; what was accepted is no drift any more."""
        return all(act.accepted is not None or (act.baseline is not None and not act.drifted) for act in self.acts)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """How an edition is accepted: in which role, on which day, and whether it may replace another baseline."""

    role: Role
    day: date
    replace: bool = False


def compare(files: Sequence[Path], rulebase: "RuleBase", asked: str | None = None, url: str = "", part: bool = False) -> Report:
    """Compare the files with the baselines of their acts; ``asked`` names the act where a file does not, ``url`` is where they are from,
    ``part``: they hold only some of its sections. Writes nothing. Raises BadInputError with everything that is wrong.
    """
    supplied = read_files(files, asked, url, rulebase.law)
    rows = _baselines(rulebase, supplied, keep_old=False)
    everyone = citers(rulebase)
    return Report(rulebase, tuple(_look(each, rows[each.act.id], rulebase, everyone, part) for each in supplied))


def accept(
    files: Sequence[Path], rulebase: "RuleBase", how: Acceptance, asked: str | None = None, url: str = "", part: bool = False
) -> Report:
    """Record the files as the baselines of their acts, all or none of them; the report says what they were compared with before.

    Raises BadInputError where a baseline says otherwise and may not be replaced, and with everything else that is wrong.
    """
    supplied = read_files(files, asked, url, rulebase.law)
    rows = _baselines(rulebase, supplied, keep_old=how.replace)
    everyone = citers(rulebase)
    problems: list[Problem] = []
    found: list[ActDrift] = []
    for each in supplied:
        before = rows[each.act.id] or {}
        is_old = any(row.reading != READING for row in before.values())
        seen = _look(each, None if is_old else rows[each.act.id], rulebase, everyone, part)
        if (overwritten := _overwritten(seen, before)) and not how.replace:
            name = baselines.file_of(rulebase.folder, each.act).relative_to(rulebase.folder).as_posix()
            problems.append(problem(name, 0, "differs", act=each.act.short_title, count=str(len(overwritten))))
        now = baselines.accepted(each.edition.units.values(), before, seen.left_alone, url, how.day, how.role)
        paths = {row.path: row for row in now}
        standing = Citations(each.act, rulebase.law, paths, ()).standing(paths)
        found.append(replace(seen, standing=standing, accepted=now))
    if problems:
        raise BadInputError(problems)
    baselines.write(rulebase.folder, {act.act: act.accepted for act in found if act.accepted and act.accepted != act.baseline})
    return Report(rulebase, tuple(found))


def standings(rulebase: "RuleBase") -> tuple[tuple[Act, Standing], ...]:
    """Say for every act of the law base how many of its units have a baseline."""
    rows = _rows(rulebase, rulebase.law.acts.values(), keep_old=True)
    return tuple((act, Citations(act, rulebase.law, found, ()).standing(found))
                 for act in rulebase.law.acts.values() for found in (rows[act.id] or {},))


def _look(
    each: Supplied, rows: Mapping[str, Row] | None, rulebase: "RuleBase", everyone: Iterable[Citer], part: bool
) -> ActDrift:
    before = rows or {}
    held = each.edition.sections()
    alone = tuple(path for path in before if part and path.split("/")[2] not in held)
    compared = {path: row for path, row in before.items() if path not in alone}
    citations = Citations(each.act, rulebase.law, {**before, **each.edition.units}, everyone)
    found = changes(compared, each.edition) if rows is not None else ()
    drifted = tuple(Drifted(change, citations.provision(change.path), citations.of(change)) for change in found)
    baseline = None if rows is None else tuple(before.values())
    return ActDrift(each.act, each.files, each.edition, baseline, alone, drifted, citations.standing(before))


def _overwritten(seen: ActDrift, before: Mapping[str, Row]) -> list[Drifted]:
    """Give what acceptance would overwrite: adding sections to a baseline that holds only others overwrites nothing."""
    known = {path.split("/")[2] for path in before}
    return [each for each in seen.drifted if not seen.left_alone or each.change.path.split("/")[2] in known]


def _baselines(rulebase: "RuleBase", supplied: Iterable[Supplied], keep_old: bool) -> dict[str, dict[str, Row] | None]:
    return _rows(rulebase, [each.act for each in supplied], keep_old)


def _rows(rulebase: "RuleBase", acts: Iterable[Act], keep_old: bool) -> dict[str, dict[str, Row] | None]:
    """Read baselines. What was made with another way of reading can't be compared: a problem, or kept to be replaced as it stands."""
    problems: list[Problem] = []
    found: dict[str, dict[str, Row] | None] = {}
    for act in acts:
        try:
            found[act.id] = rows = baselines.read(rulebase.folder, act)
        except BadInputError as error:
            problems += error.problems
            continue
        old = next((row.reading for row in (rows or {}).values() if row.reading != READING), None)
        if old and not keep_old:
            name = baselines.file_of(rulebase.folder, act).relative_to(rulebase.folder).as_posix()
            problems.append(problem(name, 0, "other-reading", old=old, new=READING))
    if problems:
        raise BadInputError(problems)
    return found
