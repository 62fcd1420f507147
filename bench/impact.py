"""Measures ``rules impact`` on many small cases: a duty edited, a rule edited that many duties rest on, and everything assessed twice.

    python -m bench.impact [--count 1000] [--whole 100] [--runs 1]

Beside the time by the clock stands how long all processes together had a processor.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bench.impact_cases import COUNT, write
from bench.measure import Times
from engine.impact.cases import case_files
from engine.impact.run import impact
from engine.language.syntax import Duty, RuleSet
from engine.rulebase import RuleBase, load

WHOLE = 100  # cases for what has no target: it grows with their number
LIMIT = 120  # seconds for 1,000 cases
DUTY, RULE = "no.utforelse.1A-4.1", "shared.measures.carried_out"


@dataclass(frozen=True)
class Measured:
    """What was measured: over how many cases, how many changes were found, and the times."""

    what: str
    cases: int
    changes: int
    times: Times


def measure(count: int = COUNT, whole: int = WHOLE, runs: int = 1) -> list[Measured]:
    """Measure, on cases that are written for it."""
    base = load()
    found = []
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), count)
        files = case_files([Path(place)])
        for what, changed, of, narrow in (
            (f"a requirement of {DUTY} dropped", _without_requirement, files, True),
            (f"the rule {RULE} dropped", _without_rule, files, True),
            (f"the rule {RULE} dropped, everything assessed twice", _without_rule, files[:whole], False),
        ):
            old, clock, work, changes = _edited(base, changed), [], [], 0
            for _ in range(runs):
                start, began = time.perf_counter(), _worked()
                changes = len(impact(old, base, "before", of, languages=("en",), narrow=narrow).changes)
                clock.append(time.perf_counter() - start)
                work.append(_worked() - began)
            found.append(Measured(what, len(of), changes, Times(tuple(clock), tuple(work))))
    return found


def _worked() -> float:
    """Give the seconds that this process and those that ended had a processor."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _edited(base: RuleBase, changed: Callable[[RuleSet], RuleSet]) -> RuleBase:
    return replace(base, rules=changed(base.rules), hash=f"{base.hash} {changed.__name__}")


def _without_requirement(rules: RuleSet) -> RuleSet:
    def one(duty: Duty) -> Duty:
        return replace(duty, requires=duty.requires[:-1], met_when=duty.met_when[:-1]) if duty.origins.id == DUTY else duty

    return replace(rules, duties=tuple(map(one, rules.duties)))


def _without_rule(rules: RuleSet) -> RuleSet:
    return replace(rules, rules=tuple(rule for rule in rules.rules if rule.origins.id != RULE))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the comparison of two rule bases.")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--whole", type=int, default=WHOLE)
    parser.add_argument("--runs", type=int, default=1)
    args = parser.parse_args()
    print(f"load of the machine when it began: {os.getloadavg()[0]:.1f}; processors: {os.cpu_count()}")
    for each in measure(args.count, args.whole, args.runs):
        print(f"{each.what}: {each.cases} cases, {each.changes} changes: {each.times.both(1, 1)} s")


if __name__ == "__main__":
    main()
