"""What can be mended with one click: the suggestions that a hint makes ("did you mean"), and the slips with only one remedy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.editor.context import is_variable, tokens
from engine.editor.diagnostics import without_comment
from engine.editor.messages import MESSAGES
from engine.editor.reading import Reading
from engine.editor.spans import Edit, Span
from engine.errors import Problem
from engine.language.keywords import Keywords, in_other_language, keywords
from engine.text import LANGUAGES, Text

_OPTION = re.compile(r"«([^«»]*)»|“([^“”]*)”")
_STRAIGHT = re.compile(r"[\"“”„‟]([^\"“”„‟]*)[\"“”„‟]?")
_QUOTED = frozenset({"unknown-concept", "wrong-concept", "unknown-collection", "unknown-parameter"})
_BEFORE_VARIABLE = re.compile(r".*?(?=\s+[A-ZÆØÅ]\d?(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a problem, said in the language of the file."""

    title: Text
    edit: Edit


def fixes(reading: Reading, problem: Problem) -> list[Fix]:
    """Give the ways to mend a problem, the likeliest first; none where only the writer knows."""
    return list(_Fixer(reading, problem).fixes())


class _Fixer:
    """Mends one problem."""

    def __init__(self, reading: Reading, problem: Problem) -> None:
        self.reading, self.problem = reading, problem
        self.words: Keywords = keywords(reading.language)
        self.line = reading.lines[problem.line - 1] if 0 < problem.line <= len(reading.lines) else ""
        self.start = problem.column - 1
        self.rest = without_comment(self.line)[self.start :]

    def fixes(self) -> Iterator[Fix]:
        """Give the ways to mend it."""
        code, own_language = self.problem.code, f"{self.words.language_line} {self.reading.language}"
        match code:
            case "missing-language":
                yield self._fix("add-line", 0, 0, own_language + "\n\n", own_language)
            case "unknown-language":
                for line in (own_language, *(f"{keywords(each).language_line} {each}" for each in LANGUAGES)):
                    yield self._change(len(self.rest), line)
            case "tab":
                yield self._fix("use-spaces", -self.start, len(self.line), self.line.replace("\t", "  "), "")
            case "wrong-quotes":
                if found := _STRAIGHT.match(self.rest):
                    yield self._change(found.end(), f"«{found[1]}»")
            case "unclosed-quote":
                yield self._fix("close-quote", len(self.rest), 0, "»", "")
            case "missing-end":
                yield self._end()
            case "extra-end":
                below = Span(self.problem.file, self.problem.line, 1, self.problem.line + 1, 1)
                yield Fix(MESSAGES["delete-line"], Edit(below, ""))
            case _:
                for option in self._options():
                    yield from self._replaced(code, option)

    def _options(self) -> list[str]:
        """Give what the hint suggests; “ and ” are the quotation marks of hints in English."""
        hint = self.problem.hint.in_(self.reading.language) if self.problem.hint else ""
        return [quoted or other for quoted, other in _OPTION.findall(hint)]

    def _replaced(self, code: str, option: str) -> Iterator[Fix]:
        """Put a suggestion in the place of what was written."""
        rest = self.rest
        if code in _QUOTED and (found := re.match(r"«[^«»]*»", rest)):
            yield self._change(found.end(), f"«{option}»")
        elif code in ("unknown-provision", "unknown-force") and (found := re.match(r"\S+", rest)):
            yield self._change(found.end(), option)
        elif code == "unknown-bearer":
            yield self._change(len(rest), option)
        elif code == "unknown-noun" and (found := _BEFORE_VARIABLE.match(rest)):
            yield self._change(found.end(), option)
        elif code == "unknown-outcome" and (found := re.search(rf"\s+{self.words.patterns['BECAUSE'].pattern}", rest)):
            yield self._change(found.start(), option)
        elif code in ("unknown-keyword", "foreign-keyword"):
            yield self._change(self._keyword(rest), option)
        elif code == "unknown-phrase":
            yield from self._phrase(option)

    def _keyword(self, rest: str) -> int:
        """Count the letters of what was written for a keyword."""
        first = len(rest.split()[0])
        other = in_other_language(rest, self.reading.language)
        if self.problem.code == "foreign-keyword":
            return other[1] if other else first
        meant = self.words.nearest(rest)
        return meant[1] if meant else first

    def _phrase(self, option: str) -> Iterator[Fix]:
        """Put another phrase around the subject and object that were written."""
        start, rest = 0, self.rest
        while (hit := self.words.starting(rest)) and hit[0] in ("WHICH", "AND", "NOT"):
            taken = hit[1] + len(rest[hit[1] :]) - len(rest[hit[1] :].lstrip())
            start, rest = start + taken, rest[taken:]
        written = tokens(rest)
        slots = [word for word in written if is_variable(word) or word.startswith("«")]
        relative = not slots or slots[0] != written[0]
        pieces = (option.removeprefix("… ") if relative else option).split("…")
        if len(pieces) - 1 == len(slots):
            said = pieces[0] + "".join(slot + piece for slot, piece in zip(slots, pieces[1:], strict=True))
            yield self._fix("change-to", start, len(rest), said, said)

    def _end(self) -> Fix:
        """Close a block, level with its first line and before the first line that doesn't stand further in."""
        lines, first = self.reading.lines, self.problem.line
        indent = len(self.line) - len(self.line.lstrip())
        last = first
        for number in range(first, len(lines)):
            if lines[number].strip():
                if len(lines[number]) - len(lines[number].lstrip()) <= indent:
                    break
                last = number + 1
        word = self.words["END"]
        place = Span(self.problem.file, last, len(lines[last - 1]) + 1, last, len(lines[last - 1]) + 1)
        return Fix(MESSAGES["add-line"].format(new=word), Edit(place, f"\n{' ' * indent}{word}"))

    def _change(self, length: int, new: str) -> Fix:
        return self._fix("change-to", 0, length, new, new.strip("«»"))

    def _fix(self, title: str, offset: int, length: int, new: str, shown: str) -> Fix:
        start = self.problem.column + offset
        span = Span(self.problem.file, self.problem.line, start, self.problem.line, start + length)
        return Fix(MESSAGES[title].format(new=shown), Edit(span, new))
