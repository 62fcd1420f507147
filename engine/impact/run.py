"""Every case under both rule bases, in as many processes as there are processors; the answer is the same whatever their number."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from engine.archive.messages import problem as problem_of_rules
from engine.assessment import conclude, groundwork
from engine.case.model import Case as CaseData
from engine.case.reader import read_case
from engine.errors import BadInputError, Problem
from engine.impact.basis import Numbers, Reader, Says
from engine.impact.compare import Side, compare
from engine.impact.cone import cone, within
from engine.impact.edits import Edits, edits_between, parts_of, title_of
from engine.impact.form import OLD
from engine.impact.model import Case, Change, Edit, Impact
from engine.impact.twin import twins
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language, same

FEW = 12  # cases that are done before another process is ready to help
MOST = 8  # processes
AT_A_TIME = 4  # cases
OTHER = Edit("other", "other", "changed", same(""))
Result = TypeVar("Result")
Tick = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Task:
    """What every process needs: the two rule bases, what they differ in, and how to assess and to speak.

    ``narrow`` leaves out what provably can't differ; without it the answer is the same and takes longer.
    """

    old: RuleBase
    new: RuleBase
    against: str
    edits: Edits
    law_date: date | None
    regimes: tuple[str, ...] | None
    languages: tuple[Language, ...]
    narrow: bool


@dataclass(frozen=True, slots=True)
class Done:
    """One case under both; or what of a rule base of another time could not be used for it."""

    case: Case
    changes: tuple[Change, ...] = ()
    touched: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def impact(
    old: RuleBase,
    new: RuleBase,
    against: str,
    files: Sequence[Path],
    law_date: date | None = None,
    regimes: tuple[str, ...] | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
    jobs: int | None = None,
    tick: Tick = lambda stage, done, total: None,
    narrow: bool = True,
) -> Impact:
    """Compare what two rule bases say of the same cases. ``against`` is what the old one is called.

    ``law_date`` is the day of the law (the day of each case, unless given). Raises BadInputError with every problem of every file, before
    anything is assessed.
    """
    edits = edits_between(old, new)
    task = Task(old, new, against, edits, law_date, regimes, languages, narrow)
    processes = min(jobs or os.cpu_count() or 1, MOST) if len(files) > FEW else 1
    with _Workers(task, processes) as workers:
        _stop_at(found for each in _ticked(workers.map(_read, files), "read", len(files), tick) for found in each)
        done = list(_ticked(workers.map(_compare, list(enumerate(files))), "assess", len(files), tick))
    _stop_at(found for each in done for found in each.problems)
    changes = tuple(change for each in done for change in each.changes)
    touched = frozenset[str]().union(*(each.touched for each in done))
    named = {change.part for change in changes}
    titles = {
        part.origins.id: title_of(part, base.vocabulary) for base in (old, new) for part in parts_of(base.rules) if part.origins.id in named
    }
    unexplained = any(OTHER.key in change.because for change in changes)
    return Impact(
        against,
        old.hash,
        new.hash,
        law_date,
        tuple(each.case for each in done),
        (*edits.of, OTHER) if unexplained else edits.of,
        changes,
        tuple(edit.key for edit in edits.of if edit.key not in touched and edit.key not in edits.elsewhere),
        dict(sorted(titles.items())),
    )


def _stop_at(problems: Iterable[Problem]) -> None:
    found = list(dict.fromkeys(problems))
    if found:
        raise BadInputError(found)


class Comparer:
    """Compares cases one after the other, with what can be kept from one to the next."""

    def __init__(self, task: Task) -> None:
        self.task, self.forms = task, Numbers()
        self.says: tuple[dict[str, Says], dict[str, Says]] = ({}, {})
        self.ids = tuple(frozenset(part.origins.id for part in parts_of(base.rules)) for base in (task.old, task.new))
        self.wanted = self.ids[0] | self.ids[1]
        self.bases = (task.old, task.new)
        self.both: RuleBase | None = None
        if task.narrow and task.edits.same_ground:
            differing = cone((task.old.rules, task.new.rules), task.edits.rules)
            self.wanted = differing.ids
            self.bases = (within(task.old, differing.ids), within(task.new, differing.ids))
            self.both = twins(task.old, task.new, task.edits, differing)

    def read(self, file: Path) -> list[Problem]:
        """Give everything that keeps a case from being read under both rule bases."""
        found = _problems(file, self.task.new)
        if self.task.edits.same_ground or found:
            return found
        older = _problems(file, self.task.old)
        return [*older, problem_of_rules(self.task.against, "read-with-other-rules")] if older else []

    def compare(self, number: int, file: Path) -> Done:
        """Compare what the rule bases say of a case."""
        case = read_case(file, self.task.new.vocabulary)[0]
        named = Case(file.as_posix(), case.enterprise.title or "")
        if not self.wanted:
            return Done(named)
        old, new = self._sides(case, file)
        compared = compare(old, new, self.wanted, self._readers(old, new))
        if not compared.differences:
            return Done(named, touched=compared.touched)
        from engine.impact.telling import Teller

        teller = Teller(old, new, self.task.languages)
        return Done(named, tuple(teller.tell(number, each) for each in compared.differences), compared.touched)

    def _sides(self, case: CaseData, file: Path) -> tuple[Side, Side]:
        """Assess a case under both: at one go where both encodings could be put into one rule base."""
        law_date, regimes = self.task.law_date, self.task.regimes
        ground = groundwork(case, self.task.new, law_date, regimes)
        if self.both:
            found = conclude(ground, self.both)
            return Side(found, self.ids[0], OLD), Side(found, self.ids[1])
        before = ground
        if not self.task.edits.same_ground:
            before = groundwork(read_case(file, self.task.old.vocabulary)[0], self.task.old, law_date, regimes)
        return Side(conclude(before, self.bases[0]), self.ids[0]), Side(conclude(ground, self.bases[1]), self.ids[1])

    def _readers(self, old: Side, new: Side) -> tuple[Reader, Reader]:
        """Give who reads the proofs of each side: one reader, where both stand in one program."""
        numbers = Numbers()
        second = Reader(new.assessment.program, self.task.edits, numbers, self.forms, self.says[1])
        if old.assessment is new.assessment:
            return second, second
        return Reader(old.assessment.program, self.task.edits, numbers, self.forms, self.says[0]), second


def _problems(file: Path, base: RuleBase) -> list[Problem]:
    try:
        read_case(file, base.vocabulary)
    except BadInputError as error:
        return error.problems
    return []


# --- processes ----------------------------------------------------------------------------------------------------------------------

_comparer: Comparer | None = None  # of this process


def _start(task: Task) -> None:
    global _comparer
    _comparer = Comparer(task)


def _mine() -> Comparer:
    assert _comparer is not None, "the process was not started"
    return _comparer


def _read(file: Path) -> list[Problem]:
    return _mine().read(file)


def _compare(numbered: tuple[int, Path]) -> Done:
    try:
        return _mine().compare(*numbered)
    except BadInputError as error:  # a rule base of another time may lack a term that the engine asks for
        return Done(Case(str(numbered[1]), ""), problems=tuple(error.problems))


class _Workers:
    """Other processes, each with a comparer; or this one alone."""

    def __init__(self, task: Task, processes: int) -> None:
        self.pool: ProcessPoolExecutor | None = None
        if processes > 1:
            fresh = multiprocessing.get_context("spawn")  # what durable-rules holds is not to be shared
            self.pool = ProcessPoolExecutor(processes, fresh, _start, (task,))
        else:
            _start(task)

    def __enter__(self) -> "_Workers":
        return self

    def __exit__(self, *_: object) -> None:
        global _comparer
        _comparer = None
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def map(self, work: Callable[..., Result], over: Sequence[object]) -> Iterator[Result]:
        """Do a piece of work for each, in order."""
        return self.pool.map(work, over, chunksize=AT_A_TIME) if self.pool else map(work, over)


def _ticked(results: Iterable[Result], stage: str, total: int, tick: Tick) -> Iterator[Result]:
    for number, result in enumerate(results, 1):
        yield result
        tick(stage, number, total)
