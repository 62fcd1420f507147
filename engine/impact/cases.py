"""The cases to compare: files, and folders searched for them."""

from collections.abc import Iterable
from pathlib import Path

from engine.errors import BadInputError, Problem
from engine.text import Text

ENDINGS = (".yaml", ".yml")
NO_SUCH_PLACE = Text(
    "Det finnes ingen slik fil eller mappe.", "Der findes ingen sådan fil eller mappe.", "There is no such file or folder."
)
NO_CASES = Text(
    "Mappen inneholder ingen saksfiler: filer som ender på .yaml eller .yml.",
    "Mappen indeholder ingen sagsfiler: filer, der ender på .yaml eller .yml.",
    "The folder holds no case files: files that end in .yaml or .yml.",
)


def case_files(places: Iterable[Path]) -> list[Path]:
    """Give the files that are named and those in the folders that are named, however deep, each once and in the order of their paths.

    What is hidden (begins with a full stop) is left out. Raises BadInputError for a place that is not there, or a folder without cases.
    """
    found: dict[Path, Path] = {}
    problems = []
    for place in places:
        files = _within(place) if place.is_dir() else [place]
        if not place.exists():
            problems.append(Problem(str(place), 0, 0, "no-such-place", NO_SUCH_PLACE))
        elif not files:
            problems.append(Problem(str(place), 0, 0, "no-cases", NO_CASES))
        for file in files:
            found.setdefault(file.resolve(), file)
    if problems:
        raise BadInputError(problems)
    return sorted(found.values())


def _within(folder: Path) -> list[Path]:
    every = (path for ending in ENDINGS for path in folder.rglob(f"*{ending}"))
    return [path for path in every if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)]
