"""Many scenarios at once, over several processes: which came out wrong, what they show of each condition, which mutants they kill."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from engine.errors import BadInputError, Problem
from engine.rulebase import RuleBase
from engine.scenarios.coverage import Seen, recording, together
from engine.scenarios.failure import Failure, failure
from engine.scenarios.model import ENDING, Scenario
from engine.scenarios.mutants import Mutant, key_of
from engine.scenarios.mutation import Laboratory, Verdict
from engine.scenarios.run import run
from engine.scenarios.spread import spread
from engine.text import Language

Tick = Callable[[int, int], None]  # told how much of how much is done
FEW = 40  # scenarios that one process has run before another is ready
Ran = tuple[Failure | None, tuple[Problem, ...]]


def chosen(scenarios: Iterable[Scenario], pattern: str | None) -> list[Scenario]:
    """Choose the scenarios whose duty, file or name has a pattern in it; a rule file stands for the scenarios beside it."""
    if not pattern:
        return list(scenarios)
    wanted = pattern.removesuffix(".regel") + ENDING if pattern.endswith(".regel") else pattern
    wanted = wanted.removeprefix("./").lower()
    return [each for each in scenarios if any(wanted in text.lower() for text in (each.tries, each.file, each.name))]


def failures(rulebase: RuleBase, scenarios: Sequence[Scenario], language: Language, jobs: int, tick: Tick) -> list[Failure]:
    """Run scenarios and tell of those that did not come out as they should, in their order.

    Raises BadInputError with everything that is wrong with their cases.
    """
    found: list[Failure] = []
    problems: list[Problem] = []
    for done, (failed, wrong) in enumerate(spread(_running, (rulebase, language), scenarios, _jobs(jobs, scenarios)), 1):
        found += [failed] if failed else []
        problems += wrong
        tick(done, len(scenarios))
    if problems:
        raise BadInputError(problems)
    return found


def _jobs(jobs: int, scenarios: Sequence[Scenario]) -> int:
    return jobs if len(scenarios) > FEW else 1


def _running(rulebase: RuleBase, language: Language) -> Callable[[Scenario], Ran]:
    def ran(scenario: Scenario) -> Ran:
        try:
            if run(scenario, rulebase).passed:
                return None, ()
            return failure(scenario, rulebase, language), ()
        except BadInputError as error:
            return None, tuple(error.problems)

    return ran


def conditions_seen(rulebase: RuleBase, scenarios: Sequence[Scenario], jobs: int, tick: Tick) -> Seen:
    """Run scenarios and note how they came upon each condition."""
    several = []
    for done, seen in enumerate(spread(recording, (rulebase,), scenarios, _jobs(jobs, scenarios)), 1):
        several.append(seen)
        tick(done, len(scenarios))
    return together(several)


def verdicts(
    rulebase: RuleBase, scenarios: Sequence[Scenario], mutants: Sequence[Mutant], jobs: int, tick: Tick
) -> list[Verdict]:
    """Say of each mutant whether a scenario kills it, in their order. ``scenarios`` are all that there are: any may rest on a mutant."""
    by_part = [tuple(group) for _, group in groupby(mutants, key=lambda mutant: key_of(mutant.part))]
    found: list[Verdict] = []
    for few in spread(_mutating, (rulebase, scenarios), by_part, jobs):
        found += few
        tick(len(found), len(mutants))
    return found


def _mutating(rulebase: RuleBase, scenarios: Sequence[Scenario]) -> Callable[[tuple[Mutant, ...]], list[Verdict]]:
    return Laboratory(rulebase, scenarios).verdicts
