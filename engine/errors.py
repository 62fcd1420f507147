"""Problems in what the user gave us: found all at once, each with its place and what would be right."""

from dataclasses import dataclass

from engine.text import Language, Text


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what would be right.

    ``file`` is as the user named it, ``line`` and ``column`` count from 1 (0: the file as a whole).
    ``code`` is stable and kebab-case; ``hint`` says what is allowed or what was probably meant.
    """

    file: str
    line: int
    column: int
    code: str
    message: Text
    hint: Text | None = None
    source: str = ""  # the line of the file, for the caret

    def render(self, language: Language) -> str:
        """Print the problem as ``file:line:column: message``, with the line, a caret and the hint beneath."""
        place = self.file if not self.line else f"{self.file}:{self.line}:{self.column}"
        lines = [f"{place}: {self.message.in_(language)}"]
        if self.source:
            shown = self.source.replace("\t", " ")
            lines += [f"    {shown}", "    " + " " * (self.column - 1) + "^"]
        if self.hint:
            lines.append(f"    {self.hint.in_(language)}")
        return "\n".join(lines)


class BadInputError(Exception):
    """The input can't be used; carries every problem found, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(problem.render("en") for problem in self.problems))

    def __reduce__(self) -> tuple[type["BadInputError"], tuple[list[Problem]]]:
        """Let it pass from one process to another."""
        return BadInputError, (self.problems,)


class RulebaseNotFoundError(Exception):
    """No rule base was found in any of the places where one may be."""
