"""``forsvarlig diff``: what changed between two assessments that were written as JSON."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, FOUND, OK, WRONG_USE, add_language, language_of
from engine.text import Text

NOT_READABLE = Text(
    "{file} kan ikke leses som en vurdering: {why}",
    "{file} kan ikke læses som en vurdering: {why}",
    "{file} can't be read as an assessment: {why}",
)
NOT_JSON = Text("dette er ikke JSON (linje {line})", "dette er ikke JSON (linje {line})", "this is not JSON (line {line})")
WRONG_FORMAT = Text(
    "formatet er {found}, ikke {wanted}", "formatet er {found}, ikke {wanted}", "the format is {found}, not {wanted}"
)
SAME = Text("Ingenting er endret.", "Intet er ændret.", "Nothing has changed.")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``diff``."""
    parser = subparsers.add_parser(
        "diff",
        help="what changed between two assessments",
        formatter_class=EXAMPLE_FORMAT,
        description="Compare two assessments written with --format json. Ends 1 when an outcome, a reason or a strength\n"
        "changed, or the case, the day of the law or the rule base. What another version of the engine only says in other\n"
        "words is told, and ends 0.",
        epilog="example:\n  forsvarlig diff before.json after.json --lang en",
    )
    parser.add_argument("old", metavar="OLD.json", type=Path)
    parser.add_argument("new", metavar="NEW.json", type=Path)
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what changed; 1 when anything did."""
    from engine.proof.difference import difference

    language = language_of(args)
    read = []
    for path in (args.old, args.new):
        found, why = _read(path)
        if found is None:
            print(NOT_READABLE.in_(language).format(file=path, why=why.in_(language)), file=sys.stderr)
            return WRONG_USE
        read.append(found)
    changes, words = difference(read[0], read[1], language)
    print("\n".join([*changes, *words]) or SAME.in_(language))
    return FOUND if changes else OK


def _read(path: Path) -> tuple[dict[str, Any] | None, Text]:
    from engine.os_words import why
    from engine.proof.record import SCHEMA

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, why(error)
    except (ValueError, RecursionError) as error:
        return None, NOT_JSON.format(line=str(getattr(error, "lineno", 1)))
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema != SCHEMA:
        return None, WRONG_FORMAT.format(found=str(schema), wanted=SCHEMA)
    return found, Text("", "", "")
