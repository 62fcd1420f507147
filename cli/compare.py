"""``forsvarlig compare``: the two laws side by side, alone or on the same facts."""

import argparse
import json
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, OK, add_language, day, language_of, load_rulebase, print_problems, write


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``compare``."""
    parser = subparsers.add_parser(
        "compare",
        help="Norway and Denmark side by side",
        formatter_class=EXAMPLE_FORMAT,
        description="Lay the Norwegian and the Danish law side by side: with a case, the same facts under both at one date; "
        "without, the two laws alone.",
        epilog="example:\n  forsvarlig compare examples/small.yaml --lang en --format html -o comparison.html",
    )
    parser.add_argument("case", metavar="CASE", type=Path, nargs="?", help="a case file; without, the laws alone")
    parser.add_argument("--left", choices=("no", "dk"), default="no", help="the law on the left (no)")
    parser.add_argument("--date", type=day, metavar="D", help="the day of the law (the day of the facts)")
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the comparison; it only answers, so it ends 0."""
    from engine.assessment import assess
    from engine.compare.alignment import load
    from engine.compare.comparison import compare
    from engine.compare.model import REGIMES

    rulebase = load_rulebase(args)
    assessment = assess(args.case, rulebase, args.date, REGIMES) if args.case else None
    language = language_of(args, assessment.case.language if assessment else None)
    if assessment and assessment.warnings:
        print_problems(list(assessment.warnings), language)
    found = compare(rulebase, load(rulebase), assessment, args.left)
    return write(_written(found, args.format, language), args.output, language) or OK


def _written(found: Any, form: str, language: Any) -> str:
    if form == "json":
        from engine.compare.record import record

        return json.dumps(record(found), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from engine.compare.html import html

        return html(found, language)
    from engine.compare.text import text

    return text(found, language)
