"""What several commands share: the language of messages, the rule base, and how problems are printed."""

import argparse
import locale
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import BadInputError
from engine.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from engine.errors import Problem
    from engine.rulebase import RuleBase

OK, FOUND, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
NO_RULEBASE = Text("Fant ingen regelbase.", "Fandt ingen regelbase.", "Found no rule base.")
NO_OUTPUT = Text("{file} kan ikke skrives: {why}", "{file} kan ikke skrives: {why}", "{file} can't be written: {why}")
LOCALES: dict[str, Language] = {"nb": "nb", "no": "nb", "nn": "nb", "da": "da", "en": "en"}


def language_of(args: argparse.Namespace, case_language: Language | None = None) -> Language:
    """Choose the language: ``--lang``, else the case, else the locale, else English."""
    chosen = getattr(args, "lang", None)
    if chosen in LANGUAGES:
        return chosen  # type: ignore[no-any-return]
    if case_language:
        return case_language
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return LOCALES.get(name[:2].lower(), "en")


def load_rulebase(args: argparse.Namespace) -> "RuleBase":
    """Load the rule base that was asked for: the current one, or with ``--rules`` another encoding of the law."""
    from engine.rulebase import find, load

    folder, spec = getattr(args, "rulebase", None), getattr(args, "rules", None)
    if spec is None:
        return load(folder)
    from engine.archive import open_rules

    return open_rules(spec, find(folder))


@contextmanager
def reading_with_rules(args: argparse.Namespace) -> Iterator[None]:
    """Say beside the problems of a case that it was read with the vocabulary of ``--rules``, which may not know what is new."""
    try:
        yield
    except BadInputError as error:
        spec = getattr(args, "rules", None)
        if spec is None or any(each.file == spec for each in error.problems):
            raise
        from engine.archive.messages import problem

        raise BadInputError([*error.problems, problem(spec, "read-with-other-rules")]) from None


def print_problems(problems: "list[Problem]", language: Language) -> None:
    """Print problems to standard error, with a blank line between."""
    print("\n\n".join(problem.render(language) for problem in problems), file=sys.stderr)


def write(text: str, target: Path | None, language: Language) -> int:
    """Write to a file, or to standard output where none is named. Gives an exit code."""
    try:
        if target is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            target.write_text(text, encoding="utf-8")
    except BrokenPipeError:
        raise  # the reader has what it wanted
    except OSError as error:
        from engine.os_words import why

        print(NO_OUTPUT.in_(language).format(file=target or "stdout", why=why(error).in_(language)), file=sys.stderr)
        return WRONG_USE
    return OK


def day(text: str) -> date:
    """Read a date that was typed; argparse prints what is wrong with it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date: {text} (write YYYY-MM-DD)") from None


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add ``--lang``; it may also stand before the command."""
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="nb, da or en")


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add ``--rules``."""
    parser.add_argument(
        "--rules",
        metavar="REV|FILE.zip",
        help="assess by another encoding of the law: a git revision of the rule base, or an archive made by rules pack",
    )


EXAMPLE_FORMAT = argparse.RawDescriptionHelpFormatter
