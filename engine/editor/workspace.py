"""The rule base while it is edited: open documents lie over the files, and only what changed is read again.

One file is parsed, checked for layout and resolved when its text changes; what can only be seen over all files (ids used twice,
statements nobody concludes, cycles through a negation) is checked on the parts that are kept.
"""

from collections.abc import Iterator
from pathlib import Path

from engine.coverage import declaration_problems
from engine.editor import knowledge as known
from engine.editor.reading import Reading, read
from engine.errors import BadInputError, Problem
from engine.language import syntax as s
from engine.language.read import rule_text
from engine.language.strata import check_strata
from engine.language.together import check_together
from engine.language.walk import Part

RULE, SCENARIOS, TURTLE = ".regel", "_test.yaml", ".ttl"
KEPT = {"rules": (RULE, SCENARIOS), "ontology": (TURTLE,), "kb": (TURTLE,), "validation": (".yaml",)}
"""The folders whose files an editor looks into, and the endings of these; ``validation`` names duties but is no part of a rule base."""


class Workspace:
    """The files of one rule base, by their paths inside it, with the vocabulary and law base that they are read with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.knowledge: known.Knowledge | None = None
        self.term_problems: list[Problem] = []
        self._open: dict[str, str] = {}
        self._disk: dict[str, str] = {}
        self._not_text: dict[str, Problem] = {}
        self._readings: dict[str, Reading] = {}
        for top, endings in KEPT.items():
            for file in sorted((folder / top).rglob("*")):
                if file.name.endswith(endings):
                    self.refresh(file.relative_to(folder).as_posix())

    # files

    def holds(self, path: str) -> bool:
        """Tell whether a path is one of a file that an editor looks into."""
        return path.endswith(KEPT.get(path.partition("/")[0], ("\0",)))

    def open(self, path: str, text: str) -> None:
        """Take a document that is open in the editor, or its new text: it counts instead of the file."""
        self._open[path] = text

    def close(self, path: str) -> None:
        """Let the file count again."""
        self._open.pop(path, None)

    def refresh(self, path: str) -> None:
        """Read a file again that was changed, added or deleted outside the editor."""
        self._not_text.pop(path, None)
        self._disk.pop(path, None)
        try:
            self._disk[path] = rule_text(path, (self.folder / path).read_bytes())
        except BadInputError as error:
            self._not_text[path] = error.problems[0]
        except OSError:
            return  # it is gone

    def text(self, path: str) -> str | None:
        """Give the text of a file as the editor has it; None where there is no such file."""
        return self._open.get(path, self._disk.get(path))

    def paths(self, *endings: str) -> list[str]:
        """Give the paths of all files with some endings, in order."""
        return sorted(path for path in self._disk.keys() | self._open.keys() if path.endswith(endings))

    # terms

    def learn(self, knowledge: known.Knowledge | None, problems: list[Problem]) -> None:
        """Take a vocabulary and law base that were read anew, and what is wrong with them. None keeps those there were."""
        self.knowledge = knowledge or self.knowledge
        self.term_problems = problems

    # rules

    def reading(self, path: str) -> Reading | None:
        """Read a rule file, unless neither it nor the vocabulary changed since it was last read."""
        text = self.text(path)
        if text is None or not path.startswith("rules/") or not path.endswith(RULE):
            self._readings.pop(path, None)
            return None
        if not self._is_read(path):
            self._readings[path] = read(path, text, self.knowledge)
        return self._readings[path]

    def unread(self) -> list[str]:
        """Give the rule files that have to be read again."""
        return [path for path in self.paths(RULE) if not self._is_read(path)]

    def _is_read(self, path: str) -> bool:
        kept = self._readings.get(path)
        return kept is not None and kept.text == self.text(path) and kept.knowledge is self.knowledge

    def readings(self) -> Iterator[Reading]:
        """Read all rule files, in the order of their paths."""
        for path in self.paths(RULE):
            found = self.reading(path)
            if found is not None:
                yield found

    def parts(self) -> Iterator[Part]:
        """Give the parts of all rule files."""
        for reading in self.readings():
            yield from reading.parts

    @property
    def part_ids(self) -> set[str]:
        """Give the ids of all duties, rules, remarks and outlooks."""
        return {part.origins.id for part in self.parts()}

    def problems(self) -> dict[str, list[Problem]]:
        """Give what is wrong, by file: the same that ``rules check`` says, and what is wrong with the terms."""
        readings = list(self.readings())
        found = {reading.path: list(reading.problems) for reading in readings}
        unread = [problem for path, problem in self._not_text.items() if path not in self._open]
        for problem in [*unread, *self.term_problems]:
            found.setdefault(problem.file, []).append(problem)
        if self.knowledge is not None:
            for problem in self._together(readings):
                found[problem.file].append(problem)
        return {path: sorted(dict.fromkeys(problems)) for path, problems in found.items()}

    def _together(self, readings: list[Reading]) -> list[Problem]:
        """Check what can only be seen over all files."""
        if self.knowledge is None:
            return []
        parts = [part for reading in readings for part in reading.parts]
        rules = s.RuleSet(
            tuple(part for part in parts if isinstance(part, s.Duty)),
            tuple(part for part in parts if isinstance(part, s.Rule)),
            tuple(part for part in parts if isinstance(part, s.Remark)),
            tuple(part for part in parts if isinstance(part, s.Outlook)),
        )
        reports = {reading.path: reading.reporter() for reading in readings}
        check_together(parts, self.knowledge.vocabulary, reports)
        check_strata(rules, self.knowledge.vocabulary, reports)
        found = [problem for report in reports.values() for problem in report.problems]
        sound = not found and not any(reading.problems for reading in readings) and not self._not_text
        return declaration_problems(rules) if sound else found
