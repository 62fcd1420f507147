"""``forsvarlig explain``: the whole reason for one outcome, or for every outcome of one duty."""

import argparse
import sys
from typing import Any

from cli.assess import add_case, assessed
from cli.common import EXAMPLE_FORMAT, OK, WRONG_USE, language_of


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``explain``."""
    parser = subparsers.add_parser(
        "explain",
        help="the whole reason for an outcome or a duty",
        formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig explain examples/small.yaml no.utforelse.1A-2.2@kontor\n"
        "  forsvarlig explain examples/small.yaml 3A-5 --lang en",
    )
    add_case(parser)
    parser.add_argument(
        "what",
        metavar="OUTCOME|DUTY",
        help="an address (duty@scope), a duty's id or its beginning, a section (3A-5) or a citation ('§ 4-3 femte ledd')",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the proof of each outcome that was asked for; 2 where there is none."""
    from engine.proof.selection import NothingChosenError, of_duty
    from engine.proof.text import explanation

    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    try:
        chosen = of_duty(assessment, args.what)
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    print(explanation(assessment, chosen, language))
    return OK
