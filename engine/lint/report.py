"""The answer of lint: how many files were looked at, and what was found."""

from dataclasses import dataclass, replace

from engine.errors import Problem
from engine.text import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Report:
    """What lint says of a rule base: the findings in the order of the files."""

    files: int
    findings: tuple[Problem, ...]


def render(finding: Problem, language: Language) -> str:
    """Print a finding as any problem is printed, with its code before the message."""
    message = Text(*(f"{finding.code} {finding.message.in_(each)}" for each in LANGUAGES))
    return replace(finding, message=message).render(language)
