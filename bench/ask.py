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
from pathlib import Path

from bench.sized import sized
from engine.ask import ask
from engine.ask.completions import completions
from engine.assessment import Assessment, assess_case
from engine.case.model import Case
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
        assessment = assessed(sized(case, count), rulebase)
        asking = ask(assessment)
        times = [median(lambda work=work, a=assessment: work(a), runs) for work in (ask, request)]  # type: ignore[misc]
        print(f"| {count} | {asking.open} | {len(asking.questions)} | {times[0]} | {times[1]} |")


if __name__ == "__main__":
    main()
