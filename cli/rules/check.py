"""``forsvarlig rules check``: every mistake in the rule files at once, or a summary when there is none."""

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules check``."""
    check = subparsers.add_parser(
        "check",
        help="find every mistake in the rule files",
        description="Read all rule files of the rule base and print every mistake at once, with its place and what "
        "was probably meant, in the language of the file. Ends 1 when something is wrong.",
        epilog="example: forsvarlig rules check rules/no/utforelse/3A-5.regel --hints",
    )
    check.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="print only what concerns these files (all files are read all the same)",
    )
    check.set_defaults(run=run)
    check.add_argument("--hints", action="store_true", help="also print what is not wrong but good to know")


def run(args: argparse.Namespace) -> int:
    """Run ``rules check``; 1 when something is wrong."""
    from engine.coverage import declaration_problems
    from engine.language.keywords import language_of
    from engine.language.read import read_rules, rule_files
    from engine.language.together import hints
    from engine.vocabulary.load import load

    base: Path = args.rulebase_dir
    files, problems = rule_files(base)
    asked: set[str] = set()
    for name in args.files:
        path = _relative(Path(name), base)
        if path is None:
            print(f"forsvarlig rules check: {name}: no such file", file=sys.stderr)
            return 2
        if path not in files:
            found, more = rule_files(base, [Path(name)])
            files |= found
            problems += more
        asked.add(path)
    vocabulary = load(base / "ontology")
    rules, found_wrong = read_rules(files, vocabulary, _provisions(base))
    problems = sorted(problems + found_wrong)
    if not problems:
        problems = declaration_problems(rules)
    shown = [problem for problem in problems if not asked or problem.file in asked]
    if args.hints and not problems:
        shown += [hint for hint in hints(rules, vocabulary, files) if not asked or hint.file in asked]
    for problem in shown:
        print(problem.render(language_of(files.get(problem.file, "")) or "en"), end="\n\n")
    wrong = [problem for problem in shown if problem in problems]
    counts = [(len(files), "file"), (len(rules.duties), "duty"), (len(rules.rules), "rule"), (len(rules.remarks), "remark")]
    counts += [(len(rules.outlooks), "outlook")] if rules.outlooks else []
    count = ", ".join(_count(number, word) for number, word in counts)
    print(f"{count}: {_count(len(wrong), 'mistake')}." if wrong else f"{count}: nothing wrong.")
    return 1 if wrong else 0


def _count(number: int, word: str) -> str:
    plural = "duties" if word == "duty" else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def _relative(path: Path, base: Path) -> str | None:
    if not path.is_file():
        path = base / path
    if not path.is_file():
        return None
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _provisions(base: Path) -> frozenset[str] | None:
    if not (base / "kb").is_dir():
        return None
    from engine.law.load import load

    return frozenset(load(base).paths())
