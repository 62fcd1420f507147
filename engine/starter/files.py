"""Files of a rule base as they are to be, written all at once or not at all."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.errors import BadInputError, Problem
from engine.os_words import why
from engine.starter.messages import problem


class Files:
    """The files that are to be written, over those that are there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.texts, self.new = folder, dict[str, str](), set[str]()
        self.problems: list[Problem] = []

    def now(self, file: str) -> str:
        """Give the text of a file as it is to be, or as it is; empty where there is none."""
        if file in self.texts:
            return self.texts[file]
        path = self.folder / file
        try:
            return path.read_text(encoding="utf-8") if path.exists() else ""
        except (OSError, UnicodeDecodeError):
            self.problems.append(problem(file, "cannot-add"))
            return ""

    def change(self, file: str, changed: Callable[[str], str]) -> None:
        """Change the text of a file, or begin one."""
        if file not in self.texts and not (self.folder / file).exists():
            self.new.add(file)
        self.texts[file] = changed(self.now(file))


def write(folder: Path, texts: Mapping[str, str], new: frozenset[str]) -> None:
    """Write files: all, or none where one can't be written. A file that is new never takes the place of one.

    Raises BadInputError with the reason; then everything is as it was.
    """
    kept: dict[Path, bytes] = {}
    made: list[Path] = []
    ready: dict[Path, Path] = {}
    try:
        for file, text in texts.items():
            target = folder / file
            made += _made_folders(target.parent)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False, prefix=".") as stream:
                ready[target] = Path(stream.name)
                stream.write(text)
        for file in texts:
            target = folder / file
            if file in new:
                os.link(ready[target], target)  # fails where somebody was quicker
                made.append(target)
            else:
                kept[target] = target.read_bytes()
                ready[target].chmod(target.stat().st_mode)
                os.replace(ready.pop(target), target)
    except OSError as error:
        for path, data in kept.items():
            path.write_bytes(data)
        for path in ready.values():
            path.unlink(missing_ok=True)
        ready.clear()
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise BadInputError([problem(str(folder), "not-written", why=why(error))]) from error
    finally:
        for path in ready.values():
            path.unlink(missing_ok=True)


def _made_folders(folder: Path) -> list[Path]:
    """Make a folder and those it lies in; give those that were not there, the outer first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
