"""``forsvarlig catalogue``: measures and guidance from the sources, and where every statement of the sources lives."""

import argparse
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cli.common import EXAMPLE_FORMAT, OK, WRONG_USE, add_language, language_of, load_rulebase
from engine.catalogue import model
from engine.plain import columns, hung
from engine.text import Language

if TYPE_CHECKING:
    from engine.catalogue.coverage import Row, Table
    from engine.catalogue.model import Content
    from engine.rulebase import RuleBase

WIDTH = 110


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``catalogue``, which lists contents, and ``catalogue seeds``."""
    found = subparsers.add_parser(
        "catalogue",
        help="suggestions and guidance by factor, type, level and stage",
        formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig catalogue --factor workload --type measure\n  forsvarlig catalogue seeds 001",
    )
    found.add_argument("--factor", action="append", default=[], metavar="F", help="workload, support … (may be repeated)")
    found.add_argument("--type", action="append", default=[], choices=model.TYPES, metavar="T", help=", ".join(model.TYPES))
    found.add_argument("--level", choices=model.LEVELS, help="organisation, leader, group or individual")
    found.add_argument("--stage", choices=model.STAGES, help="primary, secondary or tertiary prevention")
    found.add_argument("--word", action="append", default=[], metavar="W", help="a word of the title or the text (may be repeated)")
    add_language(found)
    found.set_defaults(run=run)
    commands = found.add_subparsers(dest="catalogue_command", metavar="COMMAND")
    seeds = commands.add_parser(
        "seeds",
        help="where every statement of the source documents lives, or why it is not used",
        formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig catalogue seeds 001",
    )
    seeds.add_argument("seed", nargs="?", metavar="SEED", help="000 to 004; all in a summary when left out")
    add_language(seeds)
    seeds.set_defaults(run=run_seeds)


def run(args: argparse.Namespace) -> int:
    """Print the contents that fit, by type; 2 where a factor is unknown."""
    from engine.catalogue import words as w
    from engine.catalogue.select import select

    base, language = load_rulebase(args), language_of(args)
    allowed = base.vocabulary.collections["factors"].members
    for asked in args.factor:
        if not any(asked in base.vocabulary.collections[name].members for name in model.FACTOR_LISTS):
            print(w.UNKNOWN_FACTOR.in_(language).format(asked=asked, allowed=", ".join(allowed)), file=sys.stderr)
            return WRONG_USE
    found = select(base.catalogue, base.vocabulary, args.factor, args.type, args.level, args.stage, args.word)
    print("\n".join(_listed(found, base, language)))
    return OK


def _listed(found: "list[Content]", base: "RuleBase", language: Language) -> Iterable[str]:
    from engine.catalogue import words as w

    if not found:
        yield w.NOTHING.in_(language)
        return
    yield from textwrap.wrap(w.NEVER_DUTIES.in_(language), WIDTH)
    for type_ in model.TYPES:
        of_type = [content for content in found if content.type == type_]
        if of_type:
            yield ""
            yield f"{w.TYPES[type_].in_(language).upper()} ({len(of_type)})"
        for content in of_type:
            yield from _content(content, base, language)


def _content(content: "Content", base: "RuleBase", language: Language) -> Iterable[str]:
    from engine.catalogue import words as w

    yield from _wrapped(content.title.in_(language), "  – ")
    if content.text:
        yield from _wrapped(content.text.in_(language), "    ")
    factors = [base.vocabulary.concepts[factor].label.in_(language) for factor in content.factors]
    about = [
        "; ".join(factors),
        ", ".join(w.LEVELS[level].in_(language) for level in content.levels),
        ", ".join(w.STAGES[stage].in_(language) for stage in content.stages),
    ]
    if any(about):
        yield from _wrapped(" · ".join(part for part in about if part), "    ")
    said = [w.ATTRIBUTIONS[content.attribution].in_(language)] if content.attribution else []
    places = [str(seed) for seed in content.seeds]
    yield from _wrapped("; ".join([*said, *places]), "    [", "]")


def _wrapped(text: str, start: str, end: str = "") -> list[str]:
    return hung(text, WIDTH, start, end)


def run_seeds(args: argparse.Namespace) -> int:
    """Print the table of one document, or a summary of all; 2 where there is no such document or a table is wrong."""
    from engine.catalogue import words as w
    from engine.catalogue.coverage import read
    from engine.errors import BadInputError

    base, language = load_rulebase(args), language_of(args)
    tables, problems = read(base.folder)  # whether every id exists is a matter for the build
    by_seed = {table.seed: table for table in tables}
    if args.seed is not None and args.seed not in by_seed:
        print(w.UNKNOWN_SEED.in_(language).format(asked=args.seed, allowed=", ".join(by_seed)), file=sys.stderr)
        return WRONG_USE
    if problems:
        raise BadInputError(problems)
    print("\n".join(_summary(tables, language) if args.seed is None else _table(by_seed[args.seed], language)))
    return OK


def _summary(tables: "Iterable[Table]", language: Language) -> Iterable[str]:
    from engine.catalogue import words as w

    rows = [[head.in_(language) for head in (w.SEED, w.LINES, w.STATEMENTS, w.USED, w.UNUSED)]]
    for table in tables:
        lines = {number for row in table.rows for number in range(row.lines.first, row.lines.last + 1)}
        used = sum(bool(row.lives) for row in table.rows)
        rows.append([table.seed, *(str(n) for n in (len(lines), len(table.rows), used, len(table.rows) - used))])
    yield from columns(rows, words=1)
    yield ""
    yield from textwrap.wrap(w.EXPLAINED.in_(language), WIDTH)


def _table(table: "Table", language: Language) -> Iterable[str]:
    for row in table.rows:
        span = str(row.lines).rpartition(":")[2]
        yield from _wrapped(row.statement, f"{span:>9}  ")
        yield from _wrapped(_where(row, language), " " * 11 + "→ ")


def _where(row: "Row", language: Language) -> str:
    from engine.catalogue import words as w

    return "; ".join(row.lives) if row.lives else w.NOT_USED.in_(language).format(because=row.because)
