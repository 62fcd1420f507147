"""``forsvarlig rules test``: the scenarios beside the rules; what they show of each condition; which changes of the rules they notice."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, add_language, language_of, load_rulebase

if TYPE_CHECKING:
    from engine.language.walk import Part
    from engine.rulebase import RuleBase
    from engine.scenarios import Scenario
    from engine.scenarios.suite import Tick
    from engine.text import Language

BAR = 30


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``rules test``."""
    parser = subparsers.add_parser(
        "test",
        help="run the scenarios beside the rules",
        formatter_class=EXAMPLE_FORMAT,
        description="Run the scenarios beside the rules. For each that does not come out as it should, the outcome that was expected, "
        "the one that came out, and the reason. Ends 1 when one fails, 2 when nothing matches the pattern.",
        epilog="example:\n  forsvarlig rules test 3A-5\n  forsvarlig rules test no.aml.4-3 --coverage\n"
        "  forsvarlig rules test rules/no/utforelse/3A-5.regel --mutate",
    )
    parser.add_argument("pattern", nargs="?", metavar="PATTERN", help="part of a duty's id, of a file's path or of a scenario's name")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--coverage", action="store_true", help="which outcomes of each duty are shown, and how each condition was seen")
    what.add_argument(
        "--mutate", action="store_true", help="change the rules in one place at a time, and list the changes that no scenario notices"
    )
    parser.add_argument("--jobs", type=_number, metavar="N", help="processes (as many as there are processors)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or json")
    add_language(parser)
    parser.set_defaults(run=run)


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number of processes: {text}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Run the scenarios that were asked for; 1 where one fails, or where a mutant survives that is not listed."""
    from engine.scenarios import load
    from engine.scenarios.spread import processors
    from engine.scenarios.suite import chosen

    rulebase, language = load_rulebase(args), language_of(args)
    every = load(rulebase)
    few = chosen(every, args.pattern)
    parts = _parts(args.pattern, few, rulebase)
    if args.pattern and not (parts if args.coverage or args.mutate else few):
        return _nothing(args.pattern, every, language)
    jobs = args.jobs or processors()
    if args.mutate:
        return _mutate(args, rulebase, every, parts, jobs, language)
    if args.coverage:
        return _coverage(args, rulebase, few, parts, jobs, language)
    return _test(args, rulebase, few, jobs, language)


def _parts(pattern: str | None, few: "Sequence[Scenario]", rulebase: "RuleBase") -> "list[Part]":
    """Choose the duties, rules, remarks and outlooks: those that the scenarios try, and those whose id or file is meant."""
    from engine.scenarios.conditions import parts_of

    tried = {scenario.tries for scenario in few}
    wanted = (pattern or "").removeprefix("./").lower()
    return [
        part for part in parts_of(rulebase.rules)
        if part.origins.id in tried or wanted in part.origins.id.lower() or wanted in part.origins.place.file.lower()
    ]


def _nothing(pattern: str, every: "Sequence[Scenario]", language: "Language") -> int:
    from difflib import get_close_matches

    from engine.scenarios.words import MEANT, NO_MATCH

    print(NO_MATCH.in_(language).format(pattern=pattern), file=sys.stderr)
    names = dict.fromkeys(name for each in every for name in (each.tries, each.tries.split(".", 2)[-1], each.file))
    if near := get_close_matches(pattern, list(names), n=3, cutoff=0.5):
        print(MEANT.in_(language).format(near=", ".join(near)), file=sys.stderr)
    return WRONG_USE


def _test(args: argparse.Namespace, rulebase: "RuleBase", few: "Sequence[Scenario]", jobs: int, language: "Language") -> int:
    from dataclasses import asdict

    from engine.scenarios.report import Report
    from engine.scenarios.suite import failures

    failed = failures(rulebase, few, language, jobs, _progress())
    if args.format == "json":
        _print_json({"scenarios": len(few), "failed": [asdict(each) for each in failed]})
    else:
        report = Report(language)
        print("\n".join([*(line for each in failed for line in report.failure(each)), report.summary(len(few), len(failed))]))
    return FOUND if failed else OK


def _coverage(
    args: argparse.Namespace, rulebase: "RuleBase", few: "Sequence[Scenario]", parts: "Sequence[Part]", jobs: int, language: "Language"
) -> int:
    from engine.coverage import coverage
    from engine.scenarios.coverage import conditions_covered
    from engine.scenarios.report import Report
    from engine.scenarios.suite import conditions_seen

    ids = {part.origins.id for part in parts}
    duties = [each for each in coverage(rulebase.rules, few) if each.duty.origins.id in ids]
    conditions = conditions_covered(parts, conditions_seen(rulebase, few, jobs, _progress()))
    if args.format == "json":
        _print_json({
            "duties": [
                {"duty": each.duty.origins.id, "shown": {name: [s.name for s in shown] for name, shown in each.shown.items()},
                 "cannot_be": [cannot.outcome for cannot in each.declared], "missing": list(each.missing)}
                for each in duties
            ],
            "conditions": [
                {"part": each.part, "path": each.path, "file": each.place.file, "line": each.place.line, "sentence": each.line,
                 "seen": [truth.word for truth in each.seen], "never": [truth.word for truth in each.never]}
                for each in conditions
            ],
        })
    else:
        print("\n".join(Report(language).coverage(duties, conditions, rulebase.vocabulary)))
    return OK


def _mutate(
    args: argparse.Namespace, rulebase: "RuleBase", every: "Sequence[Scenario]", parts: "Sequence[Part]", jobs: int, language: "Language"
) -> int:
    from engine.scenarios.mutants import key_of, mutants
    from engine.scenarios.report import Report
    from engine.scenarios.suite import verdicts
    from engine.scenarios.survivors import listed, problems_of

    known, noted = mutants(rulebase.rules, rulebase.vocabulary), listed(rulebase.folder)
    wanted = {key_of(part) for part in parts}
    chosen = [mutant for mutant in known if key_of(mutant.part) in wanted]
    found = verdicts(rulebase, every, chosen, jobs, _progress())
    problems = problems_of(noted, known, found)
    alive = [verdict for verdict in found if verdict.is_rule and verdict.killer is None]
    if args.format == "json":
        lines = {mutant.id: mutant for mutant in chosen}
        _print_json({
            "mutants": sum(verdict.is_rule for verdict in found),
            "survivors": [
                {"mutant": v.mutant, "kind": lines[v.mutant].kind, "file": lines[v.mutant].place.file, "line": lines[v.mutant].place.line,
                 "sentence": lines[v.mutant].line, "because": noted[v.mutant].because if v.mutant in noted else None}
                for v in alive
            ],
        })
    else:
        print("\n".join(Report(language).survivors(chosen, found, noted)))
    for problem in problems:
        print(problem.render(language), file=sys.stderr)
    return FOUND if problems or any(verdict.mutant not in noted for verdict in alive) else OK


def _print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1))


def _progress() -> "Tick":
    """Give what draws a bar on a terminal, and nothing elsewhere."""

    def tick(done: int, total: int) -> None:
        full = BAR * done // total
        end = "\r\x1b[K" if done == total else ""
        print(f"\r[{'#' * full}{'.' * (BAR - full)}] {done}/{total}{end}", end="", file=sys.stderr, flush=True)

    return tick if sys.stderr.isatty() else lambda _done, _total: None
