"""``forsvarlig check``: can the case file be read, and how much of it is answered?"""

import argparse
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, OK, add_language, language_of, load_rulebase, print_problems
from engine.text import Text

READS = Text(
    "{file} kan leses: {units} enheter, {entries} oppføringer.",
    "{file} kan læses: {units} enheder, {entries} registreringer.",
    "{file} can be read: {units} units, {entries} entries.",
)
ROW = Text(
    "  {register}: {entries} oppføringer, {asked} felter besvart, {absent} ikke besvart, {unsure} «vet ikke»",
    "  {register}: {entries} registreringer, {asked} felter besvaret, {absent} ikke besvaret, {unsure} »ved ikke«",
    "  {register}: {entries} entries, {asked} fields answered, {absent} not answered, {unsure} “don't know”",
)
NOT_COMPLIANCE = Text(
    "Tallene viser hvor mye som er besvart. De sier ingenting om hvor mye som er oppfylt.",
    "Tallene viser, hvor meget der er besvaret. De siger intet om, hvor meget der er opfyldt.",
    "The figures show how much is answered. They say nothing of how much is met.",
)


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``check``."""
    parser = subparsers.add_parser(
        "check",
        help="find every error in a case file, and see how much is answered",
        formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig check examples/small.yaml",
    )
    parser.add_argument("case", metavar="CASE", type=Path, help="the case file (YAML)")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the case; errors go to standard error with exit code 2, else a short account of what is answered."""
    from engine.case.answered import answered
    from engine.case.reader import read_case
    from engine.language.walk import of_regimes, spoken_of

    rulebase = load_rulebase(args)
    vocabulary = rulebase.vocabulary
    case, warnings = read_case(args.case, vocabulary)
    language = language_of(args, case.language)
    if warnings:
        print_problems(warnings, language)
    print(READS.in_(language).format(file=args.case, units=len(case.units), entries=len(case.entries) - 1))
    asked = spoken_of(of_regimes(rulebase.rules, case.regimes))  # what the law of another country asks about is not missing
    for row in answered(case, vocabulary, *asked):
        print(
            ROW.in_(language).format(
                register=row.register, entries=row.entries, asked=row.asked, absent=row.absent, unsure=row.unsure
            )
        )
    print(NOT_COMPLIANCE.in_(language))
    return OK
