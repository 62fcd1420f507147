"""Baselines: what was accepted, a hash for each unit of an act, in ``kb/baselines/<act>.csv``; never the text.

Each row says where the text was taken from, the day and in which role somebody accepted it. What was accepted before and is the
same stays as it was recorded.
"""

import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from engine import os_words
from engine.drift.messages import problem
from engine.drift.model import ROLES, Role, Row, Unit
from engine.drift.normal import READING
from engine.drift.place import in_order
from engine.errors import BadInputError, Problem
from engine.law.model import Act

HEADER = ("path", "sha256", "file", "url", "day", "role", "reading")
_HASH = re.compile(r"[0-9a-f]{64}")


def file_of(folder: Path, act: Act) -> Path:
    """Name the file of an act's baseline within a rule base."""
    return folder / "kb" / "baselines" / f"{act.id}.csv"


def read(folder: Path, act: Act) -> dict[str, Row] | None:
    """Read the baseline of an act, in its order; None where it has none. Raises BadInputError with every row that is wrong."""
    file = file_of(folder, act)
    if not file.is_file():
        return None
    name = file.relative_to(folder).as_posix()
    problems: list[Problem] = []
    rows: dict[str, Row] = {}
    lines = io.StringIO(file.read_bytes().decode("utf-8", "replace"), newline="")
    for number, cells in enumerate(csv.reader(lines), 1):
        why = ", ".join(HEADER) if number == 1 and tuple(cells) != HEADER else "" if number == 1 else _wrong(cells, act, rows)
        if why:
            problems.append(problem(name, number, "bad-row", why=why))
        elif number > 1:
            path, sha256, source, url, day, role, reading = cells
            rows[path] = Row(path, sha256, source, url, date.fromisoformat(day), cast(Role, role), reading)
    if problems:
        raise BadInputError(problems)
    return rows


def _wrong(cells: list[str], act: Act, rows: Mapping[str, Row]) -> str:
    """Name the cell that is not as it should be, if any."""
    if len(cells) != len(HEADER):
        return f"{len(cells)} ≠ {len(HEADER)}"
    path, sha256, _, _, day, role, reading = cells
    good = {
        "path": path.startswith(act.id.replace(".", "/") + "/") and path not in rows, "sha256": _HASH.fullmatch(sha256),
        "day": _is_day(day), "role": role in ROLES, "reading": reading.isdigit(),
    }
    return ", ".join(f"{name} «{cells[HEADER.index(name)]}»" for name, is_good in good.items() if not is_good)


def _is_day(text: str) -> bool:
    try:
        return str(date.fromisoformat(text)) == text
    except ValueError:
        return False


def accepted(units: Iterable[Unit], before: Mapping[str, Row], kept: Iterable[str], url: str, day: date, role: Role) -> tuple[Row, ...]:
    """Give the rows of a new baseline: what is the same stays as it was recorded, and so do the ``kept`` paths, which the files lack."""
    rows = {path: before[path] for path in kept}
    for unit in units:
        old = before.get(unit.path)
        same = old is not None and (old.sha256, old.reading) == (unit.sha256, READING)
        rows[unit.path] = old if old and same else Row(unit.path, unit.sha256, unit.file, url, day, role, READING)
    return tuple(rows[path] for path in in_order(rows))


def write(folder: Path, baselines: Mapping[Act, tuple[Row, ...]]) -> None:
    """Write baselines: beside and renamed, so that nobody sees half of one. Raises BadInputError where one can't be written."""
    problems = []
    for act, rows in baselines.items():
        file = file_of(folder, act)
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((row.path, row.sha256, row.file, row.url, row.day, row.role, row.reading) for row in rows)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=".", delete=False, encoding="utf-8", newline="") as stream:
                stream.write(text.getvalue())
            os.chmod(stream.name, 0o644)
            os.replace(stream.name, file)
        except OSError as error:
            problems.append(problem(str(file), 0, "not-written", why=os_words.why(error)))
    if problems:
        raise BadInputError(problems)
