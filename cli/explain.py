"""``forsvarlig explain``: the whole reason for one outcome, or for every outcome of one duty."""

import argparse
import sys
from typing import Any

from cli.assess import add_case, assessed
from cli.common import EXAMPLE_FORMAT, OK, WRONG_USE, language_of
from engine.text import Text

NO_SUCH = Text(
    "Fant verken utfallet eller plikten «{asked}».",
    "Fandt hverken udfaldet eller pligten »{asked}«.",
    "There is neither an outcome nor a duty “{asked}”.",
)
MEANT = Text("Mente du: {near}?", "Mente du: {near}?", "Did you mean: {near}?")


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
        "what", metavar="OUTCOME|DUTY", help="an address (duty@scope), a duty's id, or a section (3A-5)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the proof of each outcome that was asked for; 2 where there is none."""
    from difflib import get_close_matches

    from engine.proof.text import explanation

    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    every = [o.id for o in assessment.outcomes]
    chosen = [o for o in assessment.outcomes if _asked(args.what, o.id, o.duty.origins.id)]
    if not chosen:
        near = get_close_matches(args.what, every + [o.duty.origins.id for o in assessment.outcomes], n=3, cutoff=0.5)
        print(NO_SUCH.in_(language).format(asked=args.what), file=sys.stderr)
        if near:
            print(MEANT.in_(language).format(near=", ".join(dict.fromkeys(near))), file=sys.stderr)
        return WRONG_USE
    print(explanation(assessment, chosen, language))
    return OK


def _asked(what: str, address: str, duty: str) -> bool:
    """Say whether an outcome is meant by an address, a duty's id, or the number of a section."""
    section = duty.split(".", 2)[2]
    return what in (address, duty) or section == what or section.startswith(f"{what}.")
