"""Measures ``fix``: the first set on the reference case under both laws, and how it grows with the number of units.

    python -m bench.fix [--runs 3]
"""

import argparse
from pathlib import Path

from bench.measure import Times, warm
from bench.sized import sized
from engine.assessment import assess_case
from engine.case.reader import read_case
from engine.fix import fix
from engine.rulebase import load

ROOT = Path(__file__).resolve().parents[1]
SIZES = (5, 20, 80)


def times(runs: int) -> dict[str, Times]:
    """Give the time of the first set by what was measured; the assessment before it is not in it."""
    rulebase = load(ROOT)
    case, _ = read_case(ROOT / "examples" / "fjordbyen.yaml", rulebase.vocabulary)
    found = {}
    for units in SIZES:
        before = assess_case(sized(case, units), rulebase, regimes=("no", "dk"))
        breaches = sum(o.outcome == "breach" for o in before.outcomes)
        found[f"{units} units, {breaches} breaches"] = warm(lambda before=before: fix(before, rulebase), runs if units < 80 else 1)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    for what, taken in times(parser.parse_args().runs).items():
        print(f"fix, {what}, s: {taken.both(1, 2)}")
