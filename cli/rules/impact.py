"""``forsvarlig rules impact``: what a change of the rules does to a folder of cases."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cli.common import EXAMPLE_FORMAT, FOUND, OK, add_language, day, language_of, load_rulebase, write
from engine.text import Text

if TYPE_CHECKING:
    from engine.impact.model import Impact
    from engine.text import Language

BAR = 30
STAGES = {"read": Text("leser", "læser", "reading"), "assess": Text("vurderer", "vurderer", "assessing")}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules impact``."""
    parser = subparsers.add_parser(
        "impact",
        help="what a change of the rules does to a folder of cases",
        formatter_class=EXAMPLE_FORMAT,
        description="Assess cases with the rule base here and with another one, and print which outcomes change, which keep their\n"
        "outcome for another reason, by which edited rule, and which edited rules no case touches. Ends 1 when anything\n"
        "changed, 2 when a case or a rule base can't be read.",
        epilog="example:\n  forsvarlig rules impact --against HEAD cases/\n"
        "  forsvarlig rules impact --against rules-2026.zip cases/ --format html -o impact.html",
    )
    parser.add_argument("cases", metavar="CASE", type=Path, nargs="+", help="case files, or folders that are searched for .yaml and .yml")
    parser.add_argument("--against", metavar="REV|FILE.zip", required=True, help="the rules to compare with: a revision, or an archive")
    parser.add_argument("--regime", choices=("no", "dk", "both"), help="the law of one country (what each case says)")
    parser.add_argument("--date", metavar="D", type=day, help="the day of the law (the day of each case)")
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.add_argument("--detail", choices=("short", "full"), default="short", help="a few places of each change (short), or all (full)")
    parser.add_argument("--jobs", metavar="N", type=_count, help="processes to use (one a processor)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare and print; 1 when anything changed."""
    from engine.archive import open_rules
    from engine.impact.cases import case_files
    from engine.impact.run import impact
    from engine.text import LANGUAGES

    language = language_of(args)
    files = case_files(args.cases)
    old = open_rules(args.against, args.rulebase_dir)
    found = impact(
        old,
        load_rulebase(args),
        args.against,
        files,
        args.date,
        {"no": ("no",), "dk": ("dk",), "both": ("no", "dk")}.get(args.regime or ""),
        LANGUAGES if args.format == "json" else (language,),
        args.jobs,
        _progress(language),
    )
    return write(_written(found, args.format, args.detail, language), args.output, language) or (FOUND if found.changes else OK)


def _written(found: "Impact", form: str, detail: str, language: "Language") -> str:
    if form == "json":
        from engine.impact.record import record

        return json.dumps(record(found), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from engine.impact.html import html

        return html(found, language)
    from engine.impact.text import text

    return text(found, language, detail == "full")


def _progress(language: "Language") -> Callable[[str, int, int], None]:
    """Draw a bar where somebody watches, over again for each stage; gone when a stage is done."""
    if not sys.stderr.isatty():
        return lambda stage, done, total: None

    def draw(stage: str, done: int, total: int) -> None:
        filled = BAR * done // total
        line = f"{STAGES[stage].in_(language):<9} [{'#' * filled}{'.' * (BAR - filled)}] {done}/{total}"
        sys.stderr.write(f"\r{line}" if done < total else f"\r{' ' * len(line)}\r")
        sys.stderr.flush()

    return draw


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number of processes: {text}")
    return int(text)
