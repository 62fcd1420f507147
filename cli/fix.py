"""``forsvarlig fix``: the least that must be done for the breaches to be gone."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cli.assess import add_case, assessed
from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, language_of, load_rulebase, write

FORMATS = ("text", "json", "csv")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``fix``."""
    parser = subparsers.add_parser(
        "fix",
        help="the smallest set of acts that closes the breaches",
        formatter_class=EXAMPLE_FORMAT,
        description="Find the smallest sets of new acts after which the breaches are met, each tried by assessing the case again. "
        "Ends 1 when a breach is left that no act closes.",
        epilog="example:\n  forsvarlig fix examples/small.yaml --lang en\n  forsvarlig fix examples/small.yaml --duty 3A-5 --all 3",
    )
    add_case(parser)
    parser.add_argument("--unit", metavar="ID", help="only the breaches of this unit")
    parser.add_argument("--duty", metavar="ID", help="only the breaches of this duty: an id or its beginning, a section, a citation")
    parser.add_argument("--weights", metavar="FILE", type=Path, help="what each kind of act counts, as «training: 3» in YAML (1)")
    parser.add_argument("--all", metavar="N", type=_count, default=1, dest="count", help="up to N sets, the smallest first (1)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, json, or csv: rows for an action plan")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.set_defaults(run=run)


def _count(given: str) -> int:
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= 20):
        raise argparse.ArgumentTypeError(f"a whole number from 1 to 20, not {given!r}")
    return int(given)


def run(args: argparse.Namespace) -> int:
    """Find what to do, and print it; 1 when no act closes some breach."""
    from engine.fix import fix
    from engine.fix.weights import weights
    from engine.proof.selection import NothingChosenError, of_duty, of_unit

    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    try:
        chosen = [o for o in assessment.outcomes if o.outcome == "breach" and o.duty.bearer == "employer"]
        for asked in ([of_unit(assessment, args.unit)] if args.unit else []) + ([of_duty(assessment, args.duty)] if args.duty else []):
            wanted = {o.id for o in asked}
            chosen = [o for o in chosen if o.id in wanted]
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    rulebase = load_rulebase(args)
    fixes = fix(assessment, rulebase, tuple(chosen), weights(args.weights, rulebase.vocabulary) if args.weights else None, args.count)
    if args.format == "json":
        from engine.fix.record import record

        written = json.dumps(record(fixes), ensure_ascii=False, indent=1) + "\n"
    elif args.format == "csv":
        from engine.fix.record import rows

        written = rows(fixes, language)
    else:
        from engine.fix.telling import text

        written = text(fixes, language)
    code = write(written, args.output, language)
    return code if code == WRONG_USE else FOUND if fixes.beyond else OK
