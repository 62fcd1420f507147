"""``forsvarlig validate``: published cases, with what the authority held beside what the rules say on the published facts."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, FOUND, OK, add_language, language_of, load_rulebase

FOLDER = "validation"


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``validate``."""
    parser = subparsers.add_parser(
        "validate",
        help="published cases: what the authority held beside what the rules say",
        formatter_class=EXAMPLE_FORMAT,
        description="Run the published cases and say of each whether the rules agree with what was held, leave it open or "
        "contradict it, or why it can't be compared or doesn't count. Ends 1 only when something contradicts.",
        epilog="example:\n  forsvarlig validate C04 DK01 --lang nb",
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these cases (C04, DK01 …)")
    parser.add_argument("--cases", metavar="DIR", type=Path, help="the folder with the cases (validation, beside the rule base)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or json")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the cases and print what came out; 1 when something contradicts."""
    from engine.validation.load import published
    from engine.validation.run import results

    rulebase = load_rulebase(args)
    found = list(results(published(args.cases or rulebase.folder / FOLDER, args.ids), rulebase))
    if args.format == "json":
        from engine.validation.record import record

        print(json.dumps(record(found, rulebase.vocabulary, rulebase.hash), ensure_ascii=False, indent=1))
    else:
        from engine.validation.text import text

        sys.stdout.write(text(found, rulebase.vocabulary, language_of(args)))
    return FOUND if any(result.verdict == "contradicts" for result in found) else OK
