"""The command line: finds the command, runs it, and turns every failure into a message and an exit code.

0 done · 1 something was found (a breach, a violation, a mistake in the rules) · 2 wrong use or bad input · 3 our own fault.
"""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from cli.common import OUR_FAULT, WRONG_USE, language_of, print_problems
from engine.errors import BadInputError, RulebaseNotFoundError
from engine.text import LANGUAGES, Language, Text

COMMANDS = (
    "assess", "check", "explain", "documents", "init", "law", "rules", "diff", "compare", "catalogue", "instruments", "validate", "lsp",
    "book", "fix", "ask", "request", "whatif", "verify",
)
BUG = Text(
    "Dette er vår feil, ikke din. Meld fra med kommandoen du skrev, versjonen (forsvarlig --version) og teksten under:",
    "Dette er vores fejl, ikke din. Meld den med kommandoen, du skrev, versionen (forsvarlig --version) og teksten nedenfor:",
    "This is our fault, not yours. Please report it with the command you typed, the version (forsvarlig --version) and the text below:",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; gives the exit code."""
    args = parser().parse_args(argv)
    try:
        if args.version:
            return _version(args)
        _prepare(args)
        return int(args.run(args))
    except BadInputError as error:
        print_problems(error.problems, language_of(args))
        return WRONG_USE
    except RulebaseNotFoundError as error:
        print(f"forsvarlig: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the reader is gone; nothing more can be told it
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception:
        print(BUG.in_(language_of(args)), file=sys.stderr)
        print(traceback.format_exc(limit=-4), file=sys.stderr)
        return OUR_FAULT


def parser() -> argparse.ArgumentParser:
    """Build the parser of every command."""
    found = argparse.ArgumentParser(
        prog="forsvarlig",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Says which duties of the law on the psychosocial working environment are met, breached or open, and why.",
        epilog="example:\n  forsvarlig assess examples/small.yaml --lang nb",
    )
    found.add_argument(
        "--version", action="store_true", help="the version, the rule base and the day the law was last read"
    )
    found.add_argument("--rulebase", metavar="DIR", type=Path, help="the folder with kb, ontology and rules")
    found.add_argument("--lang", choices=LANGUAGES, help="nb, da or en")
    found.set_defaults(run=lambda _args: _help(found))
    commands = found.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"cli.{name}").add_parser(commands)
    return found


def _help(found: argparse.ArgumentParser) -> int:
    found.print_help(sys.stderr)
    return WRONG_USE


def _prepare(args: argparse.Namespace) -> None:
    """Give the commands that work on the folders themselves where the rule base is."""
    if args.command in ("law", "rules", "documents", "init"):
        from engine.rulebase import find

        args.rulebase_dir = find(args.rulebase)
        args.load_duties = lambda: _duties(args)
        args.load_scenarios = lambda language: _scenarios(args, language)
    if args.command in ("law", "rules", "init") and not getattr(args, "lang", None):
        args.lang = language_of(args)


def _duties(args: argparse.Namespace) -> dict[str, list[str]]:
    """Give the duties that cite each provision."""
    from engine.rulebase import load

    found: dict[str, list[str]] = {}
    for duty in load(args.rulebase).rules.duties:
        for path in duty.origins.provisions:
            found.setdefault(path, []).append(duty.origins.id)
    return found


def _scenarios(args: argparse.Namespace, language: Language) -> list[str]:
    """Give the outcomes of each duty that a scenario shows, and those it is declared, and proven, not to have."""
    from engine.coverage import coverage, lines
    from engine.rulebase import load as load_rulebase
    from engine.scenarios import load

    base = load_rulebase(args.rulebase)
    return lines(coverage(base.rules, load(base)), base.vocabulary, language)


def _version(args: argparse.Namespace) -> int:
    from engine import __version__
    from engine.rulebase import load

    base = load(args.rulebase)
    read = max(act.known_until for act in base.law.acts.values())
    print(f"forsvarlig {__version__}\nrule base {base.hash} ({base.folder})\nlaw last read {read}")
    return 0


def run() -> None:
    """Run as a process of its own. The memory is left to the system: freeing a large proof piece by piece takes longer than writing it."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader is gone, or the disk is full
        code = code or WRONG_USE
    os._exit(code)


if __name__ == "__main__":
    run()
