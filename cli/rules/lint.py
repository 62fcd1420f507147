"""``forsvarlig rules lint``: what the rule base says that is odd, and what each finding means."""

import argparse
import sys
from pathlib import Path

from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, add_language, language_of
from engine.text import Language, Text

NOTHING = Text("{files}: ingen funn.", "{files}: ingen fund.", "{files}: no findings.")
SUMMARY = Text(
    "{files}: {findings}. «forsvarlig rules lint --explain {code}» sier hvorfor det betyr noe.",
    "{files}: {findings}. «forsvarlig rules lint --explain {code}» siger, hvorfor det betyder noget.",
    "{files}: {findings}. “forsvarlig rules lint --explain {code}” says why it matters.",
)
ONE_FILE, FILES = Text("1 fil", "1 fil", "1 file"), Text("{count} filer", "{count} filer", "{count} files")
ONE, SEVERAL = Text("1 funn", "1 fund", "1 finding"), Text("{count} funn", "{count} fund", "{count} findings")
NO_FILE = Text(
    "{file} er ingen fil i regelbasen.", "{file} er ingen fil i regelbasen.", "{file} is no file of the rule base.",
)
NO_CODE = Text(
    "Det finnes ingen kode {code}. Kodene er {codes}.", "Der findes ingen kode {code}. Koderne er {codes}.",
    "There is no code {code}. The codes are {codes}.",
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules lint``."""
    parser = subparsers.add_parser(
        "lint",
        help="find what a rule base says in vain: never used, never true, said twice, not covered",
        formatter_class=EXAMPLE_FORMAT,
        description="Look through a rule base that passes “rules check” for what can be read and yet is odd: variables, conditions,\n"
        "rules that overlap, law without rules, time, language, sources, size. Each finding has a code and a page. Ends 1 when\n"
        "there is one. A comment right above a line allows a finding there:  # lint: F303 because …",
        epilog="examples:\n  forsvarlig rules lint\n  forsvarlig rules lint rules/no/aml/4-2.regel --lang nb\n"
        "  forsvarlig rules lint --explain F303",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="print only what concerns these files (all are read all the same)")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--explain", metavar="CODE", help="say what a code means, with a wrong and a right example")
    either.add_argument("--list", action="store_true", help="list the codes")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run ``rules lint``; 1 when something was found."""
    language = language_of(args)
    if args.list:
        return _list(language)
    if args.explain:
        return _explain(args.explain.upper(), language)
    return _lint(args.rulebase_dir, args.files, language)


def _list(language: Language) -> int:
    from engine.lint.messages import CODES

    for code, words in CODES.items():
        print(f"{code}  {words.title.in_(language)}")
    return OK


def _explain(code: str, language: Language) -> int:
    from engine.lint.messages import CODES
    from engine.lint.pages import page

    if code not in CODES:
        print(NO_CODE.in_(language).format(code=code, codes=", ".join(CODES)), file=sys.stderr)
        return WRONG_USE
    found = page(code)
    print(found.render(language) if found else f"{code} {CODES[code].title.in_(language)}")
    return OK


def _lint(base: Path, asked: list[str], language: Language) -> int:
    from engine.lint.report import render
    from engine.lint.run import lint

    wanted: set[str] = set()
    for name in asked:
        file = _inside(Path(name), base)
        if file is None:
            print(NO_FILE.in_(language).format(file=name), file=sys.stderr)
            return WRONG_USE
        wanted.add(file)
    report = lint(base)
    shown = [each for each in report.findings if not wanted or each.file in wanted]
    for each in shown:
        print(render(each, language), end="\n\n")
    counted = _count(len(wanted) or report.files, ONE_FILE, FILES, language)
    if not shown:
        print(NOTHING.in_(language).format(files=counted))
        return OK
    print(SUMMARY.in_(language).format(files=counted, findings=_count(len(shown), ONE, SEVERAL, language), code=shown[0].code))
    return FOUND


def _count(number: int, one: Text, several: Text, language: Language) -> str:
    return one.in_(language) if number == 1 else several.in_(language).format(count=number)


def _inside(path: Path, base: Path) -> str | None:
    """Give the path of a file inside the rule base; None where it is none of its files."""
    for each in (path, base / path):
        if each.is_file() and each.resolve().is_relative_to(base.resolve()):
            return each.resolve().relative_to(base.resolve()).as_posix()
    return None
