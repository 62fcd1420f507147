"""One rule file as an editor sees it: read by itself, with the problems that can be seen without the other files."""

import copy
from dataclasses import dataclass
from functools import cached_property

from engine.editor.knowledge import Knowledge
from engine.editor.spans import lines_of
from engine.editor.uses import Use, uses
from engine.errors import Problem
from engine.language import syntax as s
from engine.language.layout import check_layout
from engine.language.lines import Source
from engine.language.parse import parse
from engine.language.report import Reporter
from engine.language.resolve import resolve
from engine.language.tree import File
from engine.language.walk import Part, conditions_of, every
from engine.text import Language


@dataclass(frozen=True)
class Reading:
    """A rule file after reading: raw tree, checked parts (none without a vocabulary), and its own problems."""

    path: str
    text: str
    tree: File
    source: Source
    parts: tuple[Part, ...]
    knowledge: Knowledge | None

    @property
    def language(self) -> Language:
        """Give the language of the file."""
        return self.tree.language

    @property
    def problems(self) -> list[Problem]:
        """Give what is wrong with the file by itself."""
        return self.source.problems

    @cached_property
    def lines(self) -> list[str]:
        """Give the lines as written."""
        return lines_of(self.text)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Give what its words mean."""
        return uses(self.tree, self.lines, self.parts, self.knowledge) if self.knowledge else ()

    @cached_property
    def types(self) -> dict[tuple[int, str], str]:
        """Give what the variables stand for, by the line that introduces them and their letter."""
        found: dict[tuple[int, str], str] = {}
        for part in self.parts:
            for each in part.scope:
                found[each.place.line, each.var.name] = each.var.type
            for condition in every(conditions_of(part)):
                if isinstance(condition, (s.Exists, s.ForAll)):
                    found[condition.place.line, condition.var.name] = condition.var.type
                elif isinstance(condition, s.Sentence) and isinstance(condition.object, s.Var):
                    found.setdefault((condition.place.line, condition.object.name), condition.object.type)
        return found

    def reporter(self) -> Reporter:
        """Give a fresh reporter for checks over all files, which knows the broken lines but none of the problems."""
        fresh = copy.copy(self.source.report)
        fresh.problems = []
        return fresh


def read(path: str, text: str, knowledge: Knowledge | None) -> Reading:
    """Read a file; without a vocabulary only its form."""
    tree, source = parse(path, text)
    check_layout(tree, source.report)
    parts = _resolved(tree, source, knowledge) if knowledge else []
    return Reading(path, text, tree, source, tuple(parts), knowledge)


def _resolved(tree: File, source: Source, knowledge: Knowledge) -> list[Part]:
    names = knowledge.names[tree.language]
    return resolve(tree, knowledge.vocabulary, knowledge.phrases, source.report, knowledge.provisions, names)
