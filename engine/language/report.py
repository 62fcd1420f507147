"""Where problems of one rule file are collected, and how what was probably meant is found and listed."""

from collections.abc import Sequence
from difflib import get_close_matches

from engine.errors import Problem
from engine.language.advice import HINTS
from engine.language.messages import MESSAGES
from engine.text import Text, same


class Reporter:
    """Collects the problems of one file; a line whose form is broken is not complained of again."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self._bad: set[int] = set()

    def at(
        self, line: int, column: int, code: str, *, hint: str | None = None, bad: bool = False, **slots: "str | Text"
    ) -> None:
        """Report a problem. ``hint`` names advice other than the code's own; ``bad`` marks the line as broken."""
        if line in self._bad:
            return
        if bad:
            self._bad.add(line)
        told = HINTS.get(hint or code)
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.problems.append(
            Problem(
                self.file,
                line,
                column,
                code,
                MESSAGES[code].format(**slots),
                told.format(**slots) if told else None,
                source,
            )
        )

    def is_bad(self, line: int) -> bool:
        """Tell whether a line's form is broken."""
        return line in self._bad


def nearest(written: str, candidates: Sequence[str], count: int = 3, cutoff: float = 0.55) -> list[str]:
    """Find what was probably meant, best first, whatever the case of the letters."""
    by_lower = {each.lower(): each for each in candidates}
    return [by_lower[each] for each in get_close_matches(written.lower(), list(by_lower), count, cutoff)]


def listed(options: Sequence[str]) -> Text:
    """List options as a sentence does: «a», «b» eller «c»."""
    quoted = ["«" + each.removeprefix("«").removesuffix("»") + "»" for each in options]
    if len(quoted) < 2:
        return same("".join(quoted))
    head = ", ".join(quoted[:-1])
    return Text(f"{head} eller {quoted[-1]}", f"{head} eller {quoted[-1]}", f"{head} or {quoted[-1]}")
