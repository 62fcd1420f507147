"""Rows of the inventory for units that are drafted, each where the order of the law puts it."""

import csv
import io
from collections.abc import Iterable

from engine.law.inventory import Row
from engine.law.load import sort_key
from engine.law.model import Act

FILE = "kb/inventory.csv"


def with_rows(text: str, paths: Iterable[str], act: Act) -> str:
    """Put a row for each path among those of its act; the other lines stay as they are."""
    lines = text.splitlines(keepends=True)
    for path in paths:
        rows = [Row(**row) for row in csv.DictReader(io.StringIO("".join(lines)))]
        mine = [number for number, row in enumerate(rows, 1) if row.act == act.id]
        before = [number for number in mine if sort_key(rows[number - 1].path) < sort_key(path)]
        place = max(before) + 1 if before else min(mine) if mine else len(lines)
        cited = (rows[number - 1].citation.partition(" §") for number in mine)
        prefix = next((name for name, sign, _ in cited if sign), act.aliases[0])
        out = io.StringIO()
        row = (act.regime, act.id, path, f"{prefix} {citation(path)}", f"{act.regime}.md (draft)", "")
        csv.writer(out, lineterminator="\n").writerow(row)
        lines.insert(place, out.getvalue())
    return "".join(lines)


def citation(path: str) -> str:
    """Cite a place as the inventory does: ``§ 3A-7 (1) a``, ``§ 15 a, stk. 1, nr. 2``."""
    regime, _, section, *pieces = path.split("/")
    if regime == "dk":
        spaced = f"{section[:-1]} {section[-1]}" if section[-1].isalpha() else section
        kinds = ["stk.", *("nr." for _ in pieces)]
        named = [_numbered(piece) or f"{kind} {piece}" for kind, piece in zip(kinds, pieces, strict=False)]
        return ", ".join([f"§ {spaced}", *named])
    said = [_numbered(piece) or (f"({piece})" if piece.isdigit() else piece) for piece in pieces]
    return " ".join([f"§ {section}", *said])


def _numbered(piece: str) -> str:
    return f"nr. {piece.removeprefix('nr-')}" if piece.startswith("nr-") else ""
