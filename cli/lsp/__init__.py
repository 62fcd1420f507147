"""``forsvarlig lsp``: the language server, started by an editor, which speaks with it over standard input and output."""

import argparse
import contextlib
import os
import sys

from engine.text import Text

MISSING = Text(
    "Språktjeneren trenger pakken pygls. Installer den i samme miljø: pip install 'forsvarlig[editor]'",
    "Sprogserveren behøver pakken pygls. Installér den i samme miljø: pip install 'forsvarlig[editor]'",
    "The language server needs the package pygls. Install it in the same environment: pip install 'forsvarlig[editor]'",
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``lsp``."""
    parser = subparsers.add_parser(
        "lsp",
        help="the language server for rule files, started by an editor",
        description="Serve an editor over standard input and output: mistakes while typing, completion, hover, definitions, references, "
        "renaming, formatting and quick fixes for rule files. An editor starts it by itself; see docs/editor.md. The rule base is "
        "--rulebase, else the folder that is open in the editor, else the one that every command finds.",
        epilog="example: forsvarlig lsp",
    )
    parser.add_argument("--stdio", action="store_true", help="speak over standard input and output (as always; some editors say so)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the server until the editor ends it; 2 where the package that it needs is missing."""
    from cli.common import WRONG_USE, language_of

    try:
        from cli.lsp.features import server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        print(MISSING.in_(language_of(args)), file=sys.stderr)
        return WRONG_USE
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")  # the server closes it; what is printed by mistake must not get between
    with contextlib.redirect_stdout(sys.stderr):
        server(args.rulebase, language_of(args)).start_io(stdout=out)
    return 0
