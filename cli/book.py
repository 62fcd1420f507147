"""``forsvarlig book``: the law, the rules and the scenarios as a static site to read, print and search."""

import argparse
import sys
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, OK, add_language, language_of, load_rulebase
from engine.text import LANGUAGES, Text

WRITTEN = Text(
    "Skrev {n} filer til {folder}. Begynn med {first}.",
    "Skrev {n} filer til {folder}. Begynd med {first}.",
    "Wrote {n} files to {folder}. Begin with {first}.",
)


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``book``."""
    parser = subparsers.add_parser(
        "book",
        help="the law as a book: provisions, duties, scenarios and links both ways, as a static site",
        formatter_class=EXAMPLE_FORMAT,
        description="Write the law base and the rules as a static site: for each provision what it says in our words and how sure "
        "that is, the duties as sentences, their scenarios, and links both ways, with a search that works offline. All three "
        "languages, unless --lang names one. The folder must be new, empty, or hold an earlier book, which is replaced.",
        epilog="example:\n  forsvarlig book -o book",
    )
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to write to")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the book; 0 when it is there."""
    from engine.book.shelf import check, put
    from engine.book.site import site

    check(args.output)  # before the work is done
    chosen = getattr(args, "lang", None)
    languages = (chosen,) if chosen else LANGUAGES
    n = put(site(load_rulebase(args), languages), args.output)
    said = WRITTEN.in_(language_of(args)).format(n=n, folder=args.output, first=args.output / "index.html")
    print(said, file=sys.stderr)
    return OK
