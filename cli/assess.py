"""``forsvarlig assess``: are we compliant? The answer, the worst first, and as much of the proof as is asked for."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.common import (
    EXAMPLE_FORMAT,
    FOUND,
    OK,
    WRONG_USE,
    add_language,
    add_rules,
    day,
    language_of,
    load_rulebase,
    reading_with_rules,
    write,
)

if TYPE_CHECKING:
    from engine.assessment import Assessment
    from engine.text import Language

FORMATS = ("text", "json", "html", "md", "ttl")
DETAILS = ("short", "full", "all")
REGIMES = {"no": ("no",), "dk": ("dk",), "both": ("no", "dk")}
PARTIES = ("employer", "safety_representative")
OUTCOMES = ("breach", "investigate", "unknown", "met", "not_applicable")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``assess``."""
    parser = subparsers.add_parser(
        "assess",
        help="assess a case: are we compliant, and why",
        formatter_class=EXAMPLE_FORMAT,
        description="Assess a case file. Ends 1 when a duty of the employer is breached, 2 when the case can't be read.",
        epilog="example:\n  forsvarlig assess examples/small.yaml --lang nb\n"
        "  forsvarlig assess case.yaml --format html -o report.html\n"
        "  forsvarlig assess case.yaml --date 2025-06-30 --rules rulebase-2025.zip",
    )
    add_case(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="text, json, html, md (Markdown) or ttl (PROV-O)"
    )
    parser.add_argument("--detail", choices=DETAILS, default="short", help="how much of the proof: short, full or all")
    parser.add_argument("--view", choices=PARTIES, help="as this party states the case, where the two contradict each other")
    parser.add_argument("--unit", metavar="ID", help="only this unit")
    parser.add_argument("--duty", metavar="ID", help="only this duty, or those beginning with it")
    parser.add_argument("--outcome", choices=OUTCOMES, help="only this outcome")
    parser.add_argument("--fail-on", choices=OUTCOMES[:3], default="breach", help="end 1 from this outcome on (breach)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.set_defaults(run=run)


def add_case(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of every command that assesses a case."""
    parser.add_argument("case", metavar="CASE", type=Path, help="the case file (YAML)")
    parser.add_argument("--regime", choices=tuple(REGIMES), help="the law of one country (what the case says)")
    parser.add_argument(
        "--date", metavar="D", type=day, help="assess under the law of this day; the facts stay as they are"
    )
    add_rules(parser)
    add_language(parser)


def assessed(args: argparse.Namespace) -> "Assessment":
    """Assess the case that was named."""
    from engine.assessment import assess

    rulebase = load_rulebase(args)
    with reading_with_rules(args):
        return assess(args.case, rulebase, args.date, REGIMES.get(args.regime or ""), getattr(args, "view", None) or "")


def run(args: argparse.Namespace) -> int:
    """Assess, print, and say by the exit code whether anything is breached."""
    from engine.proof.selection import NothingChosenError

    assessment = assessed(args)
    language = language_of(args, assessment.case.language)
    try:
        chosen = narrowed(assessment, args)
    except NothingChosenError as error:
        print(error.text.in_(language), file=sys.stderr)
        return WRONG_USE
    code = write(render(chosen, args.format, args.detail, language), args.output, language)
    if code == WRONG_USE:
        return code
    worst = OUTCOMES[: OUTCOMES.index(args.fail_on) + 1]
    return FOUND if any(o.outcome in worst and o.duty.bearer == "employer" for o in assessment.outcomes) else OK


def narrowed(assessment: "Assessment", args: argparse.Namespace) -> "Assessment":
    """Keep only the outcomes that were asked for. Raises NothingChosenError where the case has no such unit or duty."""
    from dataclasses import replace

    from engine.proof.selection import of_duty, of_unit

    if not (args.unit or args.duty or args.outcome):
        return assessment
    asked = [of_unit(assessment, args.unit)] if args.unit else []
    asked += [of_duty(assessment, args.duty)] if args.duty else []
    wanted = [{o.id for o in chosen} for chosen in asked]
    kept = [
        o for o in assessment.outcomes if all(o.id in ids for ids in wanted) and (not args.outcome or o.outcome == args.outcome)
    ]
    return replace(assessment, outcomes=tuple(kept), remarks=(), outlook=(), not_in_force=(), is_part=True)


def render(assessment: "Assessment", form: str, detail: str, language: "Language") -> str:
    """Write an assessment in one of the formats."""
    if form == "json":
        from engine.proof.record import record

        return json.dumps(record(assessment), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from engine.proof.html import html

        return html(assessment, language)
    if form == "md":
        from engine.proof.markdown import markdown

        return markdown(assessment, language, detail)
    if form == "ttl":
        from engine.proof.provo import provo

        return provo(assessment)
    from engine.proof.text import text

    return text(assessment, language, detail)
