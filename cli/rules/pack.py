"""``forsvarlig rules pack``: the rule base in one file, to be kept beside what was assessed with it."""

import argparse
import sys
from pathlib import Path

from cli.common import EXAMPLE_FORMAT, NO_OUTPUT, OK, WRONG_USE, add_language, language_of, load_rulebase
from engine.text import Text

NOT_ZIP = Text(
    "Navnet på et arkiv slutter på .zip, ellers leser --rules det som en revisjon: {file}",
    "Navnet på et arkiv slutter på .zip, ellers læser --rules det som en revision: {file}",
    "The name of an archive ends in .zip, or --rules reads it as a revision: {file}",
)
PACKED = Text(
    "{file}: {count} filer, {size} kB.\nHash {hash}; loven sist lest {read}; pakket av versjon {engine}.\n"
    "Vurder med dette arkivet: forsvarlig assess SAK --rules {file}",
    "{file}: {count} filer, {size} kB.\nHash {hash}; loven senest læst {read}; pakket af version {engine}.\n"
    "Vurdér med dette arkiv: forsvarlig assess SAG --rules {file}",
    "{file}: {count} files, {size} kB.\nHash {hash}; law last read {read}; packed by version {engine}.\n"
    "To assess with this archive: forsvarlig assess CASE --rules {file}",
)
DIGITS = 12  # of the hash, in the name that a file gets by default


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules pack``."""
    parser = subparsers.add_parser(
        "pack",
        help="write the rule base to one archive",
        formatter_class=EXAMPLE_FORMAT,
        description="Write kb, ontology and rules to one zip archive that assess --rules reads. The same rule base gives\n"
        "the same bytes. Ends 2 when the rules don't pass rules check, since nobody could use the archive.",
        epilog="example:\n  forsvarlig rules pack -o rulebase-2026.zip",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE.zip", type=Path, help="write to FILE.zip (rulebase- and the hash in this folder)"
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Pack, and say what was packed; 2 where there is nothing fit to be packed, or it can't be written."""
    from engine.archive.packing import pack, unpack
    from engine.os_words import why

    language = language_of(args)
    base = load_rulebase(args)
    target: Path = args.output or Path(f"rulebase-{base.hash.removeprefix('sha256:')[:DIGITS]}.zip")
    if target.suffix.lower() != ".zip":
        print(NOT_ZIP.in_(language).format(file=target), file=sys.stderr)
        return WRONG_USE
    packed = pack(base)
    files, manifest = unpack(packed, str(target))
    try:
        target.write_bytes(packed)
    except OSError as error:
        print(NO_OUTPUT.in_(language).format(file=target, why=why(error).in_(language)), file=sys.stderr)
        return WRONG_USE
    told = {"count": len(files), "size": len(packed) // 1000, "read": manifest.law_read}
    print(PACKED.in_(language).format(file=target, hash=manifest.hash, engine=manifest.engine, **told))
    return OK
