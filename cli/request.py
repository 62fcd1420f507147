"""``forsvarlig request``: an inspector's sheet, the documents to ask for."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cli.assess import add_case, assessed
from cli.common import EXAMPLE_FORMAT, WRONG_USE, language_of, write

FORMATS = ("text", "json")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``request``."""
    parser = subparsers.add_parser(
        "request",
        help="the documents to ask for, and what each would decide",
        formatter_class=EXAMPLE_FORMAT,
        description="Write an inspector's sheet: the documents to ask for, the questions each answers, the provisions behind them, and "
        "what it could decide. Each is in some smallest set that could decide an open duty.",
        epilog="example:\n  forsvarlig request examples/small.yaml --lang en\n"
        "  forsvarlig request examples/fjordbyen.yaml --unit skole-nes --regime no",
    )
    add_case(parser)
    parser.add_argument("--unit", metavar="ID", help="only what matters to this unit")
    parser.add_argument("--duty", metavar="ID", help="only what matters to this duty: an id or its beginning, a section, a citation")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text or json")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the sheet; 0 when done, 2 when asked wrongly."""
    from engine.ask.scope import chosen
    from engine.proof.selection import NothingChosenError
    from engine.request import request
    from engine.request.telling import record, text

    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    try:
        sheet = request(assessment, chosen(assessment, args.unit, args.duty))
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    as_json = args.format == "json"
    written = json.dumps(record(sheet), ensure_ascii=False, indent=1) + "\n" if as_json else text(sheet, language)
    return write(written, args.output, language)
