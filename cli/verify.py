"""``forsvarlig verify``: is the proof in a report sound? Asked of the report alone, by somebody who need not trust who made it."""

import argparse
import json
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, add_language, language_of, load_rulebase, write
from engine.text import LANGUAGES

FORMATS = ("text", "json")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``verify``."""
    parser = subparsers.add_parser(
        "verify",
        help="check the proof in a report that was written as JSON",
        formatter_class=EXAMPLE_FORMAT,
        description="Walk the whole proof in a report and hold each step against the rules and the facts that stand in it. Nothing is\n"
        "assessed again. Ends 0 when it is sound, 1 when it is not, 2 when the file is no report that can be checked.",
        epilog="example:\n  forsvarlig assess examples/small.yaml --format json -o report.json\n"
        "  forsvarlig verify report.json --lang en",
    )
    parser.add_argument("report", metavar="REPORT.json", type=Path, help="the report, from assess --format json")
    parser.add_argument(
        "--rulebase", metavar="DIR", type=Path, default=argparse.SUPPRESS, help="the folder with kb, ontology and rules"
    )
    parser.add_argument(
        "--no-hash", action="store_true", help="check by this rule base, also if the report was made with another"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text or json")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check a report, and say by the exit code whether it holds."""
    from engine.collector import paused

    with paused():  # a large report is millions of values, all of which live until the end
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from engine.verify.telling import read, record, text
    from engine.verify.walk import verify

    report = read(args.report)
    said = report["case"].get("language")
    language = language_of(args, said if said in LANGUAGES else None)
    base = load_rulebase(args)
    verified = verify(report, base, not args.no_hash)
    if args.format == "json":
        written = json.dumps(record(verified, report, base.hash, not args.no_hash), ensure_ascii=False, indent=1) + "\n"
    else:
        written = text(verified, report, base.hash, not args.no_hash, language)
    if write(written, args.output, language) == WRONG_USE:
        return WRONG_USE
    return FOUND if verified.failures else OK
