"""Where every statement of the seeds lives: the tables of ``kb/sources/coverage``, read and checked.

``python -m engine.catalogue.coverage RULEBASE [SEEDS]`` runs every check, those against the seed files when they are named.
"""

import csv
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.catalogue.load import lines_from, seed_lengths
from engine.catalogue.messages import problem
from engine.catalogue.model import Catalogue, Lines
from engine.errors import Problem
from engine.law.model import LawBase
from engine.rulebase import RuleBase

HEADER = ["lines", "statement", "lives", "because"]
INSTRUMENT = re.compile(r"(?:^|[\s<])instrument:([a-z0-9-]+)|/instrument/([a-z0-9-]+)>")


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of a seed: its lines, what it is, and where it lives or why it is not used. ``number`` is its line in the table."""

    number: int
    lines: Lines
    statement: str
    lives: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Table:
    """The statements of one seed, in order. ``seed`` is the number of the seed, ``file`` the path of the table."""

    seed: str
    file: str
    rows: tuple[Row, ...]


def read(rulebase: Path) -> tuple[tuple[Table, ...], list[Problem]]:
    """Read every table, and name what is wrong in each; a seed without a table is wrong too."""
    lengths = {name.split("_")[0]: (name, count) for name, count in seed_lengths(rulebase).items()}
    tables, problems = [], list[Problem]()
    folder = rulebase / "kb" / "sources" / "coverage"
    for path in sorted(folder.glob("*.csv")):
        name = path.relative_to(rulebase).as_posix()
        if path.stem not in lengths:
            problems.append(problem(name, 0, "no-such-seed", value=path.stem))
            continue
        table, found = _table(path, name, *lengths[path.stem])
        tables.append(table)
        problems += found
    missing = set(lengths) - {table.seed for table in tables}
    problems += [problem("kb/sources/coverage", 0, "no-table", value=seed) for seed in sorted(missing)]
    return tuple(tables), problems


def _table(path: Path, name: str, seed: str, count: int) -> tuple[Table, list[Problem]]:
    problems, rows = list[Problem](), list[Row]()
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        if next(reader, None) != HEADER:
            return Table(path.stem, name, ()), [problem(name, 1, "bad-header")]
        for cells in reader:
            number = reader.line_num
            if len(cells) != len(HEADER):
                problems.append(problem(name, number, "bad-header"))
                continue
            span, statement, lives, because = (cell.strip() for cell in cells)
            lines = lines_from(f"{seed}:{span}")
            if lines is None or not lines.first <= lines.last <= count:
                problems.append(problem(name, number, "bad-lines", value=span, n=str(count)))
                continue
            if rows and lines.first < rows[-1].lines.first:
                problems.append(problem(name, number, "out-of-order", value=span))
            if not statement:
                problems.append(problem(name, number, "no-statement"))
            if bool(lives) == bool(because):
                problems.append(problem(name, number, "lives-or-because"))
            ids = tuple(part.strip() for part in lives.split(";") if part.strip())
            rows.append(Row(number, lines, statement, ids, because))
    return Table(path.stem, name, tuple(rows)), problems


def unresolved(tables: Iterable[Table], base: RuleBase) -> list[Problem]:
    """Name every id that a statement is said to live in and that does not exist."""
    known = _Known(base)
    return [
        problem(table.file, row.number, "lives-nowhere", value=id_)
        for table in tables
        for row in table.rows
        for id_ in row.lives
        if not known.has(id_)
    ]


class _Known:
    """Everything that a statement can live in."""

    def __init__(self, base: RuleBase) -> None:
        self.contents: Collection[str] = base.catalogue.by_id
        self.concepts: Collection[str] = base.vocabulary.concepts
        self.law: LawBase = base.law
        self.duties = {duty.origins.id for duty in base.rules.duties}
        self.instruments = instruments(base.folder)

    def has(self, id_: str) -> bool:
        kind, _, rest = id_.partition(":")
        if kind == "content":
            return rest in self.contents
        if kind == "fv":
            return rest in self.concepts
        if kind == "instrument":
            return rest in self.instruments
        return bool(self.law.versions(id_)) or id_ in self.duties


def instruments(rulebase: Path) -> frozenset[str]:
    """Give the ids of the instruments: the names of their files, and those that the files declare."""
    found = set[str]()
    for path in (rulebase / "kb" / "instruments").rglob("*.*"):
        found.add(path.stem)
        found |= {one or two for one, two in INSTRUMENT.findall(path.read_text(encoding="utf-8"))}
    return frozenset(found)


def in_no_row(tables: Iterable[Table], seeds: Path, lengths: dict[str, int]) -> list[Problem]:
    """Name every line of the seeds that says something and lies in no row."""
    by_seed = {table.seed: table for table in tables}
    problems = []
    for name in lengths:
        table = by_seed.get(name.split("_")[0])
        if table is None:
            continue
        held = {number for row in table.rows for number in range(row.lines.first, row.lines.last + 1)}
        lines = (seeds / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")
        problems += [
            problem(table.file, 0, "line-in-no-row", value=str(number))
            for number, line in enumerate(lines, 1)
            if line.strip() and number not in held
        ]
    return problems


def unused(tables: Iterable[Table], catalogue: Catalogue) -> list[str]:
    """Give the contents that no statement says it lives in, at lines that the content itself names."""
    named = {(id_.removeprefix("content:"), row.lines) for table in tables for row in table.rows for id_ in row.lives}
    return [
        content.id
        for content in catalogue.contents
        if not any(id_ == content.id and any(lines.meet(seed) for seed in content.seeds) for id_, lines in named)
    ]


def check(base: RuleBase, seeds: Path | None = None) -> list[Problem]:
    """Make every check: the tables by themselves, what they name, and, where the seeds are at hand, that no line is left out."""
    tables, problems = read(base.folder)
    problems += unresolved(tables, base)
    if seeds is not None:
        problems += in_no_row(tables, seeds, seed_lengths(base.folder))
    return problems


if __name__ == "__main__":
    from engine.rulebase import load

    found = check(load(Path(sys.argv[1])), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    print("\n".join(each.render("en") for each in found) or "Every statement lives somewhere or says why not.")
    sys.exit(1 if found else 0)
