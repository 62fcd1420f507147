"""``forsvarlig rules check``: every mistake in the rule files at once, or a summary when there is none."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, add_language, language_of
from engine.text import Language, Text

if TYPE_CHECKING:
    from engine.errors import Problem
    from engine.language.syntax import RuleSet
    from engine.vocabulary.model import Vocabulary

NO_FILE = Text("{file}: ingen slik fil.", "{file}: ingen sådan fil.", "{file}: no such file.")
CLEAN = Text("{counts}: ingen feil.", "{counts}: ingen fejl.", "{counts}: nothing wrong.")
WRONG = Text("{counts}: {wrong}.", "{counts}: {wrong}.", "{counts}: {wrong}.")
COUNTED = {  # one, several
    "file": (Text("1 fil", "1 fil", "1 file"), Text("{n} filer", "{n} filer", "{n} files")),
    "duty": (Text("1 plikt", "1 pligt", "1 duty"), Text("{n} plikter", "{n} pligter", "{n} duties")),
    "rule": (Text("1 regel", "1 regel", "1 rule"), Text("{n} regler", "{n} regler", "{n} rules")),
    "remark": (Text("1 merknad", "1 bemærkning", "1 remark"), Text("{n} merknader", "{n} bemærkninger", "{n} remarks")),
    "outlook": (Text("1 utsikt", "1 udsigt", "1 outlook"), Text("{n} utsikter", "{n} udsigter", "{n} outlooks")),
    "mistake": (Text("1 feil", "1 fejl", "1 mistake"), Text("{n} feil", "{n} fejl", "{n} mistakes")),
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules check``."""
    check = subparsers.add_parser(
        "check",
        help="find every mistake in the rule files",
        formatter_class=EXAMPLE_FORMAT,
        description="Read all rule files of the rule base and print every mistake at once, with its place and what was probably\n"
        "meant, in the language of the file. Ends 1 when something is wrong.",
        epilog="example:\n  forsvarlig rules check rules/no/utforelse/3A-5.regel --hints",
    )
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="print only what concerns these files (all files are read all the same)"
    )
    check.add_argument("--hints", action="store_true", help="also print what is not wrong but good to know")
    add_language(check)
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run ``rules check``; 1 when something is wrong."""
    from engine.language.keywords import language_of as language_of_file
    from engine.language.read import rule_files
    from engine.language.together import hints

    base: Path = args.rulebase_dir
    language = language_of(args)
    files, unread = rule_files(base)
    asked: set[str] = set()
    for name in args.files:
        path = _relative(Path(name), base)
        if path is None:
            print(NO_FILE.in_(language).format(file=name), file=sys.stderr)
            return WRONG_USE
        if path not in files:
            found, more = rule_files(base, [Path(name)])
            files |= found
            unread += more
        asked.add(path)
    rules, vocabulary, problems = _checked(base, files, unread)
    shown = [problem for problem in problems if not asked or problem.file in asked]
    wrong = len(shown)
    if args.hints and not problems:
        shown += [hint for hint in hints(rules, vocabulary, files) if not asked or hint.file in asked]
    for problem in shown:
        print(problem.render(language_of_file(files.get(problem.file, "")) or "en"), end="\n\n")
    print(_summary(len(files), rules, wrong, language))
    return FOUND if wrong else OK


def _checked(
    base: Path, files: dict[str, str], unread: "list[Problem]"
) -> "tuple[RuleSet, Vocabulary, list[Problem]]":
    """Check the files; a rule base that is known to be in order is not read again."""
    from engine.coverage import declaration_problems
    from engine.errors import BadInputError
    from engine.language.read import read_rules
    from engine.rulebase import load, terms
    from engine.vocabulary.load import load as load_vocabulary

    has_law = (base / "kb").is_dir()
    if has_law and not unread and all(name.startswith("rules/") for name in files):
        try:
            known = load(base)
            return known.rules, known.vocabulary, declaration_problems(known.rules)
        except BadInputError:
            pass  # they are found again below, with the rules that could be read
    if has_law:
        vocabulary, law = terms(base)
        rules, found = read_rules(files, vocabulary, frozenset(law.paths()))
    else:  # without a law base, citations aren't checked
        vocabulary = load_vocabulary(base / "ontology")
        rules, found = read_rules(files, vocabulary)
    problems = sorted(unread + found)
    return rules, vocabulary, problems or declaration_problems(rules)


def _summary(files: int, rules: "RuleSet", wrong: int, language: Language) -> str:
    numbers = {
        "file": files, "duty": len(rules.duties), "rule": len(rules.rules), "remark": len(rules.remarks), "outlook": len(rules.outlooks)
    }
    counts = ", ".join(_count(number, word, language) for word, number in numbers.items() if number or word != "outlook")
    form = WRONG if wrong else CLEAN
    return form.in_(language).format(counts=counts, wrong=_count(wrong, "mistake", language))


def _count(number: int, word: str, language: Language) -> str:
    one, several = COUNTED[word]
    return (one if number == 1 else several).in_(language).format(n=number)


def _relative(path: Path, base: Path) -> str | None:
    if not path.is_file():
        path = base / path
    if not path.is_file():
        return None
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
