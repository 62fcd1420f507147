"""The log of a reading: every problem and warning with its place, collected until the whole file was read."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from engine.case import identity
from engine.case import messages as say
from engine.case.messages import Message
from engine.case.model import Mark
from engine.errors import BadInputError, Problem
from engine.text import LANGUAGES, Text, same

MOST: Final = 1_000  # problems; a file with more has one thing wrong with it, not a thousand
MOST_COMPARED: Final = 100_000  # words looked through for suggestions, in all
LONGEST_LINE: Final = 200
LONGEST_VALUE: Final = 60
LISTED: Final = 40

NOWHERE: Final = Mark(0, 0)


class Log:
    """Problems (which make the file unusable) and warnings (which do not) of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: list[str] = []
        self.problems: dict[tuple[int, int, str, Text], Problem] = {}
        self.warnings: dict[tuple[int, int, str, Text], Problem] = {}
        self._compared = 0
        self._full = False

    def add(self, message: Message, mark: Mark = NOWHERE, hint: Text | None = None, **slots: str | Text) -> None:
        """Write down a problem. ``hint`` replaces the hint of the message."""
        if len(self.problems) >= MOST:
            self._full = True
            return
        problem = self._problem(message, mark, hint, slots)
        self.problems.setdefault((mark.line, mark.column, problem.code, problem.message), problem)

    def warn(self, message: Message, mark: Mark, **slots: str | Text) -> None:
        """Write down a warning."""
        if len(self.warnings) < MOST:
            warning = self._problem(message, mark, None, slots)
            self.warnings.setdefault((mark.line, mark.column, warning.code, warning.message), warning)

    def _problem(self, message: Message, mark: Mark, hint: Text | None, slots: dict[str, str | Text]) -> Problem:
        if hint is None and message.hint is not None:
            hint = message.hint.format(**slots)
        return Problem(self.file, mark.line, mark.column, message.code, message.text.format(**slots), hint,
                       self._source(mark))

    def _source(self, mark: Mark) -> str:
        """Give the line for the caret, unless it is endless; identity numbers are blotted out."""
        line = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        return identity.blot(line) if len(line) <= LONGEST_LINE else ""

    def shown(self, value: str) -> str:
        """Give a value as a message may print it: one line, not long, no identity number."""
        flat = " ".join(identity.blot(value).split())
        return flat if len(flat) <= LONGEST_VALUE else flat[: LONGEST_VALUE - 1] + "…"

    def choice(self, given: str, allowed: Sequence[str]) -> Text:
        """Say what is allowed, and what was probably meant."""
        if len(self.problems) >= MOST:
            return say.NOTHING_ALLOWED  # it will not be printed
        listed = ", ".join(allowed[:LISTED]) + (", …" if len(allowed) > LISTED else ".")
        hint = say.ALLOWED.format(allowed=listed) if allowed else say.NOTHING_ALLOWED
        meant = self.meant(given, allowed)
        if meant is None:
            return hint
        ask = say.DID_YOU_MEAN.format(meant=same(meant))
        return Text(*(f"{ask.in_(lang)} {hint.in_(lang)}" for lang in LANGUAGES))

    def meant(self, given: str, allowed: Sequence[str]) -> str | None:
        """Give the allowed word that was probably meant, if any comes near."""
        flat = given.casefold().replace(" ", "_").replace("-", "_")
        for synonym in say.SYNONYMS.get(flat, ()):
            if synonym in allowed:
                return synonym
        self._compared += len(allowed)
        if self._compared > MOST_COMPARED or len(given) > LONGEST_VALUE:
            return None
        folded = {word.casefold().replace("-", "_"): word for word in allowed}
        near = get_close_matches(flat, list(folded), 1, 0.7)
        return folded[near[0]] if near else None

    def finish(self) -> list[Problem]:
        """Raise every problem at once, or give the warnings where there is none."""
        if self.problems:
            problems = list(self.problems.values())
            if self._full:
                problems.append(self._problem(say.MANY_PROBLEMS, Mark(len(self.lines) + 1, 1), None,
                                              {"most": str(MOST)}))
            raise BadInputError(problems)
        return sorted(self.warnings.values())
