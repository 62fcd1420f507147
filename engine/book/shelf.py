"""Putting a book into a folder: beside it first, then in its place, and never over anything that is not an earlier book."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from engine import __version__
from engine.errors import BadInputError, Problem
from engine.text import Text

MARK = "forsvarlig-book.json"  # names every file of the book: what it does not name is the reader's own
SHOWN = 5

MESSAGES = {
    "not-a-folder": Text("Dette er ikke en mappe.", "Dette er ikke en mappe.", "This is not a folder."),
    "not-a-book": Text(
        "Mappen er ikke tom, og det som ligger der, er ikke en tidligere bok.",
        "Mappen er ikke tom, og det, der ligger der, er ikke en tidligere bog.",
        "The folder is not empty, and what is there is not an earlier book.",
    ),
    "others-there": Text(
        "Ved siden av den tidligere boken ligger filer som ikke hører til den: {files}.",
        "Ved siden af den tidligere bog ligger filer, der ikke hører til den: {files}.",
        "Beside the earlier book lie files that are not part of it: {files}.",
    ),
    "not-written": Text(
        "Boken kan ikke skrives: {why}.", "Bogen kan ikke skrives: {why}.", "The book can't be written: {why}."
    ),
}
HINT = Text(
    "Gi en ny eller tom mappe, eller flytt det som ligger der.",
    "Angiv en ny eller tom mappe, eller flyt det, der ligger der.",
    "Give a new or an empty folder, or move what is there.",
)


def put(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Write a book into a folder, in place of the book that is there; gives how many files it has.

    It is written beside the folder and renamed, so that no reader finds half a book. Raises BadInputError where the folder holds
    anything else, or can't be written.
    """
    target = folder.resolve()
    check(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".book-") as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            names = [_write(new, name, data) for name, data in files]
            _write(new, MARK, (json.dumps({"engine": __version__, "files": sorted(names)}, indent=1) + "\n").encode())
            if target.exists():
                target.rename(old)
            try:
                new.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
    except OSError as error:
        raise BadInputError([_problem(folder, "not-written", why=error.strerror or str(error))]) from None
    return len(names) + 1


def check(folder: Path) -> None:
    """Raise BadInputError where a folder holds anything but an earlier book."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise BadInputError([_problem(folder, "not-a-folder")])
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    if not there:
        return
    ours = _marked(folder / MARK)
    if ours is None:
        raise BadInputError([_problem(folder, "not-a-book", hint=HINT)])
    others = [name for name in there if name not in ours]
    if others:
        more = ["…"] if len(others) > SHOWN else []
        raise BadInputError([_problem(folder, "others-there", hint=HINT, files=", ".join(others[:SHOWN] + more))])


def _write(root: Path, name: str, data: bytes) -> str:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return name


def _marked(mark: Path) -> set[str] | None:
    """Read which files are those of the book; None where this is none."""
    try:
        found = json.loads(mark.read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {*found, MARK} if isinstance(found, list) and all(isinstance(each, str) for each in found) else None


def _problem(folder: Path, code: str, hint: Text | None = None, **slots: str) -> Problem:
    return Problem(str(folder), 0, 0, code, MESSAGES[code].format(**slots), hint)
