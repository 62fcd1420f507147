"""``forsvarlig init``: a commented case file to start from, or the JSON Schema that editors complete it with."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, add_language
from engine.text import Language, Text

EXISTS = Text(
    "{file} finnes fra før og blir ikke overskrevet.", "{file} findes i forvejen og bliver ikke overskrevet.",
    "{file} already exists and is not overwritten.")
CANT_WRITE = Text("{file} kan ikke skrives.", "{file} kan ikke skrives.", "{file} can't be written.")
WRITTEN = Text(
    "{file} er skrevet. Se etter: forsvarlig check {file}", "{file} er skrevet. Se efter: forsvarlig check {file}",
    "{file} was written. Check it with: forsvarlig check {file}")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``init``."""
    parser = subparsers.add_parser(
        "init", help="write a commented case file to start from", formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig init --lang nb -o case.yaml\n  forsvarlig init --schema -o case.schema.json",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE, which must not exist")
    parser.add_argument("--schema", action="store_true", help="the JSON Schema of the case file instead, for editors")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file; 0 when it was written, 2 when it can't be."""
    from engine import rulebase
    from engine.vocabulary.load import load

    language: Language = getattr(args, "lang", None) or "en"
    vocabulary = load(rulebase.find(getattr(args, "rulebase_dir", None)) / "ontology")
    if args.schema:
        from engine.case.jsonschema import schema

        text = json.dumps(schema(vocabulary, language), ensure_ascii=False, indent=2) + "\n"
    else:
        from engine.case.template import template

        text = template(vocabulary, language)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    return _write(args.output, text, language)


def _write(file: Path, text: str, language: Language) -> int:
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        print(EXISTS.format(file=str(file)).in_(language), file=sys.stderr)
        return 2
    except (OSError, ValueError):
        print(CANT_WRITE.format(file=str(file)).in_(language), file=sys.stderr)
        return 2
    print(WRITTEN.format(file=str(file)).in_(language), file=sys.stderr)
    return 0
