"""Allowances: a comment right above a line that says which finding stays there, and why (F901, F902).

    # lint: F303 because the reader should see which of the two it is

One allowance silences one finding of its code on the next line that is no comment. It is the same in every language, and in Turtle and
scenario files as in rule files. What it has to silence and does not find is a finding itself, so that no allowance outlives its reason.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engine.errors import Problem
from engine.lint.messages import CODES, NO_REASON, NO_SUCH_CODE, NOT_ALONE
from engine.lint.subject import Files

_MEANT = re.compile(r"(?:^|(?<=\s))#\s*lint\b", re.MULTILINE)
_WRITTEN = re.compile(r"# lint: (\S+)(?: because\b[ ]*(.*))?$")


@dataclass(frozen=True)
class Allowance:
    """A comment that allows a finding: its code, where the comment stands, and the line it is about."""

    code: str
    file: str
    line: int
    column: int
    about: int


def apply(findings: Iterable[Problem], files: Files) -> list[Problem]:
    """Leave out what is allowed, and add what is wrong with the allowances themselves."""
    allowed, found = _read(files)
    open_: dict[tuple[str, int, str], list[Allowance]] = {}
    for each in allowed:
        open_.setdefault((each.file, each.about, each.code), []).append(each)
    for finding in sorted(set(findings)):
        silenced = open_.get((finding.file, finding.line, finding.code))
        if silenced:
            silenced.pop()
        else:
            found.append(finding)
    left = [each for several in open_.values() for each in several]
    return sorted(found + [files.found("F901", each.file, each.line, each.column, code=each.code) for each in left])


def _read(files: Files) -> tuple[list[Allowance], list[Problem]]:
    allowed: list[Allowance] = []
    problems: list[Problem] = []
    for file, text in files.texts.items():
        if "lint" not in text:
            continue
        lines = files.lines(file)
        for match in _MEANT.finditer(text):
            number = text.count("\n", 0, match.start()) + 1
            line, column = lines[number - 1], match.start() - text.rfind("\n", 0, match.start())
            written = _WRITTEN.fullmatch(line.strip())
            if line.strip()[:1] != "#":
                problems.append(files.found("F902", file, number, column, why=NOT_ALONE))
            elif written is None or not written[2]:
                problems.append(files.found("F902", file, number, column, why=NO_REASON))
            elif written[1] not in CODES:
                problems.append(files.found("F902", file, number, column, why=NO_SUCH_CODE.format(code=written[1])))
            else:
                about = next((n for n in range(number + 1, len(lines) + 1) if not lines[n - 1].lstrip().startswith("#")), 0)
                allowed.append(Allowance(written[1], file, number, column, about))
    return allowed, problems
