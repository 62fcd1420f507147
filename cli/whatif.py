"""``forsvarlig whatif``: what would change if some statements were otherwise."""

import argparse
import json
from pathlib import Path
from typing import Any

from cli.assess import REGIMES, add_case
from cli.common import EXAMPLE_FORMAT, OK, WRONG_USE, language_of, load_rulebase, reading_with_rules, write

FORMATS = ("text", "json")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``whatif``."""
    parser = subparsers.add_parser(
        "whatif",
        help="what would change if something were otherwise",
        formatter_class=EXAMPLE_FORMAT,
        description="Suppose that statements of a case are otherwise, or that the law is that of another day (--date), assess again and\n"
        "say what would change, outcome by outcome, with the reason before and after. The case file stays as it is. Ends 0.",
        epilog="example:\n  forsvarlig whatif examples/small.yaml --set hjemme/lone_work=no\n"
        "  forsvarlig whatif examples/small.yaml --set hjemme/drills=complete --unset E1 --lang en\n"
        "  forsvarlig whatif examples/small.yaml --date 2025-06-30",
    )
    add_case(parser)
    parser.add_argument(
        "--set", metavar="ADDRESS=VALUE", action="append", default=[], dest="sets",
        help="suppose this: unit/question=yes, entry/field=2026-05-01, unit/register=complete (may be repeated)",
    )
    parser.add_argument(
        "--unset", metavar="ADDRESS", action="append", default=[], dest="unsets",
        help="suppose that nobody has said this, or that the entry is not there (may be repeated)",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text or json")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Suppose, assess again, and print what would change."""
    from engine.assessment import assess
    from engine.case.log import Log
    from engine.whatif import whatif
    from engine.whatif.messages import NOTHING_SUPPOSED

    if not (args.sets or args.unsets or args.date):
        log = Log("forsvarlig whatif")
        log.add(NOTHING_SUPPOSED)
        log.finish()
    rulebase = load_rulebase(args)
    with reading_with_rules(args):
        before = assess(args.case, rulebase, regimes=REGIMES.get(args.regime or ""))
    found = whatif(before, args.sets, args.unsets, args.date)
    language = language_of(args, before.case.language)
    if args.format == "json":
        from engine.whatif.record import record

        written = json.dumps(record(found), ensure_ascii=False, indent=1) + "\n"
    else:
        from engine.whatif.telling import text

        written = text(found, language)
    return WRONG_USE if write(written, args.output, language) == WRONG_USE else OK
