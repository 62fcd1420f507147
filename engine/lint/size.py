"""Files that outgrew their size (F801)."""

from collections.abc import Iterator

from engine.errors import Problem
from engine.lint.subject import Files

# A section of the law with its definitions fits in 400 lines, a topic of the vocabulary or a chapter of the law base in 1,000, the
# scenarios of a section, near misses included, in 1,500: each somewhat above the largest file that is still read as one thing.
LIMITS = {".regel": 400, ".ttl": 1000, "_test.yaml": 1500}


def findings(files: Files) -> Iterator[Problem]:
    """Find files with more lines than files of their kind should have; each is told of at its first line that is no comment."""
    for file in sorted(files.texts):
        limit = next((limit for ending, limit in LIMITS.items() if file.endswith(ending)), None)
        lines = files.texts[file].count("\n") + (not files.texts[file].endswith("\n"))
        if limit is not None and lines > limit:
            yield files.found("F801", file, first_line(files.lines(file)), lines=str(lines), limit=str(limit))


def first_line(lines: list[str]) -> int:
    """Give the number of the first line that is neither blank nor a comment."""
    return next((number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")), 1)
