"""Measures verify on the reference case, and how it grows with the number of units.

    python -m bench.verify [--runs 5]

The command is timed in a process of its own, from start to end, on a report under both laws (target 2 s). How it grows is timed warm, on
reports that are at hand, for cases of 5, 20 and 80 units that are made from the reference case: nothing but the check.
"""

import argparse
import json
import tempfile
from dataclasses import replace
from pathlib import Path

from bench.measure import cold, times_of, warm
from bench.run import machine
from bench.sized import sized
from engine.assessment import assess_case
from engine.case.reader import read_case
from engine.proof.record import record
from engine.rulebase import load
from engine.verify.walk import verify

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "examples" / "fjordbyen.yaml"
BOTH = ("no", "dk")
TARGET = 2.0


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Measure verify.")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    base = load()
    case, _ = read_case(CASE, base.vocabulary)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        for units in (5, 20, 80):
            written = json.dumps(record(assess_case(replace(sized(case, units), regimes=BOTH), base)), ensure_ascii=False, indent=1)
            report = json.loads(written)
            found = verify(report, base)
            if found.failures:
                raise SystemExit(f"{units} units: not verified: {found.failures[:3]}")
            times = warm(lambda report=report: verify(report, base), runs)  # type: ignore[misc]
            what = f"{units} units: {found.outcomes} outcomes, {found.steps} steps, {len(written.encode()) / 1e6:.0f} MB; the check, s"
            rows.append(f"| {what} | {times.both(1, 2)} |  |")
            if units == len(case.units):
                file.write_text(written, encoding="utf-8")
                whole = times_of([cold(["verify", str(file)], folder, (0,)) for _ in range(runs + 1)][1:])  # the first fills the cache
                met = "met" if whole.median <= TARGET else "**missed**"
                rows.insert(0, f"| the command on {CASE.name}, both laws, s (at most {TARGET:g}) | {whole.both(1, 2)} | {met} |")
    print("\n".join([machine(runs), "", "| what | measured |  |", "| --- | --- | --- |", *rows]))


if __name__ == "__main__":
    main()
