"""What is looked at: the rule base that was read, the texts of its files, and where in them things stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.errors import Problem
from engine.language import syntax as s
from engine.language.walk import Part
from engine.law.model import LawBase
from engine.lint.messages import CODES, LINE
from engine.rulebase import PARTS, RuleBase
from engine.text import Text, same
from engine.vocabulary.model import Vocabulary

ENDINGS = (".regel", ".ttl", ".yaml", ".csv")
_SUBJECT = re.compile(r"^(?:<([^>\s]+)>|\w+:([\w-]+(?:\.[\w-]+)*)) ", re.MULTILINE)


class Files:
    """The texts of a rule base, by their paths inside it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self._lines: dict[str, list[str]] = {}

    def lines(self, file: str) -> list[str]:
        """Give the lines of a file; none where there is no such file."""
        found = self._lines.get(file)
        if found is None:
            found = self._lines[file] = self.texts.get(file, "").split("\n")
        return found

    def found(self, code: str, file: str, line: int, column: int = 1, /, **slots: "str | Text") -> Problem:
        """Make a finding."""
        words, lines = CODES[code], self.lines(file)
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        return Problem(file, line, column, code, words.wrong.format(**slots), words.right.format(**slots), source)

    def at(self, code: str, place: s.Place, /, **slots: "str | Text") -> Problem:
        """Make a finding about something in a rule."""
        return self.found(code, place.file, place.line, place.column, **slots)

    def named(self, code: str, subject: str, folder: str, /, **slots: "str | Text") -> Problem:
        """Make a finding about something that a Turtle file below a folder describes."""
        file, line = self.subjects.get((folder, subject), (folder, 0))
        return self.found(code, file, line, 1 if line else 0, **slots)

    @cached_property
    def statements(self) -> tuple[tuple[str, str, int, str], ...]:
        """Give each subject of the Turtle files that begins a line: the file, its name, its line, and the text up to the next one."""
        found: list[tuple[str, str, int, str]] = []
        for file, text in self.texts.items():
            if file.endswith(".ttl"):
                begun = list(_SUBJECT.finditer(text))
                line, seen = 1, 0
                for match, until in zip(begun, [*(each.start() for each in begun[1:]), len(text)], strict=True):
                    line, seen = line + text.count("\n", seen, match.start()), match.start()
                    found.append((file, (match[1] or match[2]).rpartition("#")[2], line, text[match.start():until]))
        return tuple(found)

    @cached_property
    def subjects(self) -> Mapping[tuple[str, str], tuple[str, int]]:
        """Give where each subject of a Turtle file begins, by the folder it lies under and its name."""
        places: dict[tuple[str, str], tuple[str, int]] = {}
        for file, name, line, _ in self.statements:
            places.setdefault((file.partition("/")[0], name), (file, line))
        return places


def read(folder: Path) -> Files:
    """Read the text files of a rule base; what is not UTF-8 shows as such."""
    paths = (path for part in PARTS for path in sorted((folder / part).rglob("*")) if path.suffix in ENDINGS)
    return Files({path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in paths})


@dataclass(frozen=True)
class Subject:
    """A rule base with the texts it was read from."""

    base: RuleBase
    files: Files

    @property
    def vocabulary(self) -> Vocabulary:
        """Give the words."""
        return self.base.vocabulary

    @property
    def law(self) -> LawBase:
        """Give the law base."""
        return self.base.law

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Give every duty, rule, remark and outlook."""
        rules = self.base.rules
        return (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)


def where(place: s.Place, here: s.Place) -> Text:
    """Say where something stands, seen from a place: the line, and the file where that is another."""
    return LINE.format(line=str(place.line)) if place.file == here.file else same(f"{place.file}:{place.line}")
