"""Measures ask and request on the reference case, and how they grow with the number of units.

    python -m bench.ask [--runs 5]

``ask`` is timed as a command in a process of its own (target 5 s, both laws), and warm on an assessment at hand, for cases of 5, 20 and 80
units that are made from the reference case. What was found out of one form of proof is kept for the next, so the kept is thrown away first.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.ask import ask
from engine.ask.completions import completions
from engine.assessment import Assessment, assess_case
from engine.case.model import Case, Entry
from engine.case.reader import read_case
from engine.request import request
from engine.request.smallest import smallest
from engine.rulebase import RuleBase, load

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "examples" / "fjordbyen.yaml"
BOTH = ("no", "dk")


def median(work: Callable[[], object], runs: int) -> str:
    """Give the median time of some work by the clock, and of that the time in which a processor was at work on it."""
    clock, busy = [], []
    for _ in range(runs):
        completions.cache_clear()
        smallest.cache_clear()
        start, before = time.perf_counter(), sum(os.times()[:4])
        work()
        clock.append(time.perf_counter() - start)
        busy.append(sum(os.times()[:4]) - before)
    return f"{statistics.median(clock):.2f}, at work {statistics.median(busy):.2f}"


def command(name: str) -> None:
    """Run a command on the reference case under both laws."""
    subprocess.run(
        [sys.executable, "-m", "cli.main", name, str(CASE), "--regime", "both", "--format", "json"], cwd=ROOT, check=True,
        stdout=subprocess.DEVNULL,
    )


def with_units(case: Case, count: int) -> Case:
    """Give the case with so many units: the first of them, or each several times over with everything that is about it alone."""
    kept = [unit.id for unit in case.units[:count]]
    entries = {e.id: _only(e, kept) for e in case.entries.values() if e.id in kept or (e.cls != "Unit" and _about(e, kept))}
    for turn in range(1, -(-count // len(kept))):
        for entry in list(case.entries.values()):
            if entry.cls == "Unit":
                name = f"{entry.id}-{turn}"
                entries[name] = replace(entry, id=name)
    units = tuple(entry for entry in entries.values() if entry.cls == "Unit")[:count]
    entries = {id_: entry for id_, entry in entries.items() if entry.cls != "Unit" or entry in units}
    known = {unit.id for unit in units}
    completeness = tuple(
        replace(said, complete_for=tuple(u for u in said.complete_for if u in known)) for said in case.completeness if said.complete_for
    )
    answers = tuple(said for said in case.answers if said.about in entries and (said.object is None or said.object not in case.entries))
    return replace(case, units=units, entries=entries, completeness=completeness, answers=answers)


def _about(entry: Entry, kept: list[str]) -> bool:
    return entry.units is None or any(unit in kept for unit in entry.units)


def _only(entry: Entry, kept: list[str]) -> Entry:
    return entry if entry.units is None else replace(entry, units=tuple(unit for unit in entry.units if unit in kept))


def assessed(case: Case, rulebase: RuleBase) -> Assessment:
    """Assess a case under both laws."""
    return assess_case(case, rulebase, None, BOTH)


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    rulebase = load(ROOT)
    case, _ = read_case(CASE, rulebase.vocabulary)
    command("ask")  # so that what is compiled is at hand
    print(f"| ask, both laws, a process of its own, s (target 5) | {median(lambda: command('ask'), runs)} |")
    print(f"| request, both laws, a process of its own, s | {median(lambda: command('request'), runs)} |")
    print("\n| units | open outcomes | questions | ask, warm, s | request, warm, s |\n| --- | --- | --- | --- | --- |")
    for count in (5, 20, 80):
        assessment = assessed(with_units(case, count), rulebase)
        asking = ask(assessment)
        times = [median(lambda work=work, a=assessment: work(a), runs) for work in (ask, request)]  # type: ignore[misc]
        print(f"| {count} | {asking.open} | {len(asking.questions)} | {times[0]} | {times[1]} |")


if __name__ == "__main__":
    main()
