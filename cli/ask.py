"""``forsvarlig ask``: the questions that decide most, and what each answer would decide; with ``--interview`` they are put one by one."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from cli.assess import REGIMES, add_case, assessed
from cli.common import EXAMPLE_FORMAT, NO_OUTPUT, OK, WRONG_USE, language_of, load_rulebase, reading_with_rules, write

FORMATS = ("text", "json")
MOST = 5


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``ask``."""
    parser = subparsers.add_parser(
        "ask",
        help="what to ask next, and what each answer would decide",
        formatter_class=EXAMPLE_FORMAT,
        description="Give the open questions that decide most: who can answer, which provision wants it, and what a yes and a no would "
        "decide. What can't change any outcome any more is never asked.",
        epilog="example:\n  forsvarlig ask examples/small.yaml --lang en\n"
        "  forsvarlig ask examples/small.yaml --duty 3A-5 --max 10 --format json\n"
        "  forsvarlig ask case.yaml --interview --by hr",
    )
    add_case(parser)
    parser.add_argument("--max", metavar="N", type=_count, dest="most", help="at most N questions (5; in an interview all)")
    parser.add_argument("--unit", metavar="ID", help="only what matters to this unit")
    parser.add_argument("--duty", metavar="ID", help="only what matters to this duty: an id or its beginning, a section, a citation")
    parser.add_argument("--interview", action="store_true", help="put the questions here, and save each answer into the case file")
    parser.add_argument("--by", metavar="ROLE", help="with --interview: the role that answers, such as employer (asked when left out)")
    parser.add_argument("--as-of", metavar="D", help="with --interview: the day of the answers (asked when left out)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text or json")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.set_defaults(run=run)


def _count(given: str) -> int:
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= 10_000):
        raise argparse.ArgumentTypeError(f"a whole number from 1 to 10000, not {given!r}")
    return int(given)


def run(args: argparse.Namespace) -> int:
    """Print the questions, or put them; 0 when done, 2 when asked wrongly."""
    from engine.ask import ask
    from engine.ask.scope import chosen
    from engine.proof.selection import NothingChosenError

    if args.interview:
        return _interview(args)
    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    try:
        asking = ask(assessment, chosen(assessment, args.unit, args.duty))
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    if args.format == "json":
        from engine.ask.record import record

        written = json.dumps(record(asking, args.most or MOST), ensure_ascii=False, indent=1) + "\n"
    else:
        from engine.ask.telling import text

        written = text(asking, language, args.most or MOST)
    return write(written, args.output, language)


def _interview(args: argparse.Namespace) -> int:
    """Put the questions on the terminal (or to whatever standard input is)."""
    from engine.ask import interview_words as iw
    from engine.ask.interview import Interview, Terms, day_of
    from engine.case.reader import read_case
    from engine.os_words import why
    from engine.proof.selection import NothingChosenError

    rulebase = load_rulebase(args)
    with reading_with_rules(args):
        case, _ = read_case(args.case, rulebase.vocabulary)
    language = language_of(args, case.language)
    as_of = day_of(args.as_of, case.date) if args.as_of else None
    if args.as_of and as_of is None:
        print(iw.NO_DAY.in_(language).format(given=args.as_of, day=case.date), file=sys.stderr)
        return WRONG_USE
    terms = Terms(args.case, args.date, REGIMES.get(args.regime or ""), args.unit, args.duty, None, as_of, args.most)
    interview = Interview(terms, rulebase, language, _hear, lambda line: print(line, flush=True))
    if args.by:
        role = interview.role(args.by)
        if role is None:
            print(iw.NO_ROLE.in_(language).format(given=args.by), file=sys.stderr)
            print(iw.WHO.in_(language).format(roles=", ".join(interview.roles())), file=sys.stderr)
            return WRONG_USE
        interview.terms = replace(terms, by=role)
    try:
        interview.run()
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        raise  # the reader has what it wanted
    except OSError as error:
        print(NO_OUTPUT.in_(language).format(file=args.case, why=why(error).in_(language)), file=sys.stderr)
        return WRONG_USE
    return OK


def _hear(prompt: str) -> str | None:
    """Put a prompt and read a line; None at the end of what there is to read."""
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    return line if line else None
