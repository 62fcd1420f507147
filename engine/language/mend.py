"""What a syntax error means to whoever wrote the line, and the smallest change that lets the rest be read."""

import re

from lark.exceptions import UnexpectedInput

from engine.language.forms import form, sentence_form
from engine.language.keywords import CLAUSES, CONDITIONS, PARTS, SECTIONS, in_other_language, keywords
from engine.language.lines import Line, Source

_ALONE = ("WHEN", "UNLESS", "INVOKED", "REQUIRES", "MET_WHEN", "BREACH_WHEN", "SUSPICION_WHEN", "THEN")
_VARIABLE = re.compile(r"[A-ZÆØÅ]\d?(?![^\s«»,])")
_BLOCKS = ("FOR_ALL", "IF", "AT_LEAST", "ALL_OF")

DEEPEST = 60
"""How many blocks may stand within each other."""


class TooDeepError(Exception):
    """Nesting that nobody could read; reported already."""


class Mender:
    """Keeps the lines of one part while it is parsed, and changes them where parsing fails."""

    def __init__(self, source: Source, lines: list[Line]) -> None:
        self.source, self.report = source, source.report
        self.words = keywords(source.language)
        self.lines = list(lines)

    def mend(self, error: UnexpectedInput) -> None:
        """Say what is wrong at an error of the parser, and change the lines so that it won't come again."""
        at_end = getattr(getattr(error, "token", None), "type", "") == "$END"
        index = len(self.lines) - 1 if at_end else min(error.line, len(self.lines)) - 1
        line, column = self.lines[index], 1 if at_end else error.column
        start = line.indent + 1
        first = not at_end and column <= start
        hit = self.words.starting(line.bare)
        expected = _expected(error)
        if at_end or (first and hit and hit[0] in SECTIONS and "END" in expected):
            self._missing_ends(index + 1 if at_end else index, at_end, len(self.lines))
        elif not first or (hit and hit[0] in SECTIONS):
            self._malformed(index, column, hit)
        elif "END" in expected and not (hit and hit[0] in CLAUSES) and self._starts_condition(line, hit):
            self._missing_ends(index, False, 1)
        elif hit:
            self._misplaced(index, start, *hit)
        elif self._starts_condition(line, hit):
            self.report.at(
                line.number,
                start,
                "stray-condition",
                bad=True,
                when=self.words["WHEN"],
                requires=self.words["REQUIRES"],
            )
            self._blank(index)
        else:
            self._unknown_keyword(index, start)

    def _starts_condition(self, line: Line, hit: tuple[str, int] | None) -> bool:
        return hit[0] in CONDITIONS if hit else line.bare[0] == "«" or bool(_VARIABLE.match(line.bare))

    def _missing_ends(self, index: int, at_end: bool, most: int) -> None:
        """Report the blocks that lack their end before a line, innermost first, and end them there."""
        stack = self._open_before(index)[-most:] or [index - 1]
        after = None if at_end else self.lines[index]
        if len(stack) > DEEPEST:
            line = self.lines[stack[DEEPEST]]
            self.report.at(line.number, line.indent + 1, "too-deep", bad=True)
            raise TooDeepError
        for opener in reversed(stack):
            line = self.lines[opener]
            hit = self._opener(line) or (line.bare.split()[0], 0)
            self.report.at(
                line.number,
                line.indent + 1 + hit[1],
                "missing-end",
                hint="missing-end-last" if at_end else None,
                keyword=hit[0],
                end=self.words["END"],
                before=str(after.number if after else 0),
                next=self._opening(after) if after else "",
            )
        self.lines[index:index] = [Line(self.lines[index - 1].number, self.words["END"])] * len(stack)

    def _opening(self, line: Line) -> str:
        hit = self.words.starting(line.bare)
        return line.bare[: hit[1]] if hit else line.bare

    def _opener(self, line: Line) -> tuple[str, int] | None:
        """Give the keyword with which a line opens a block that needs its end, and how far into the line it stands."""
        rest, offset, nested = line.bare, 0, False
        while hit := self.words.starting(rest):
            if hit[0] in _BLOCKS or (hit[0] == "EXISTS" and nested):
                return rest[: hit[1]], offset
            if hit[0] not in ("AND", "NOT"):
                return None
            nested = nested or hit[0] == "AND"
            taken = hit[1] + len(rest[hit[1] :]) - len(rest[hit[1] :].lstrip())
            rest, offset = rest[taken:], offset + taken
        return None

    def _open_before(self, index: int) -> list[int]:
        """Find the blocks still open before a line, outermost first; indentation decides which lacks its end."""
        stack: list[int] = []
        for number, line in enumerate(self.lines[:index]):
            hit = self.words.starting(line.bare)
            if hit and hit[0] in SECTIONS:
                stack = []
            if self._opener(line):
                stack.append(number)
            elif hit and hit[0] == "END" and stack:
                same = [each for each in stack if self.lines[each].indent == line.indent]
                stack.remove(same[-1] if same else stack[-1])
        return stack

    def _extra_end(self, last: int) -> int:
        """Find which end of a section is one too many: the first that isn't indented as what it closes, or the last."""
        stack: list[int] = []
        for number, line in enumerate(self.lines[:last]):
            hit = self.words.starting(line.bare)
            if hit and hit[0] in SECTIONS:
                stack = []
            if self._opener(line):
                stack.append(number)
            elif hit and hit[0] == "END" and stack:
                if self.lines[stack[-1]].indent != line.indent:
                    return number
                stack.pop()
        return last

    def _malformed(self, index: int, column: int, hit: tuple[str, int] | None) -> None:
        line = self.lines[index]
        column = min(column, len(line.text) + 1)
        if (
            hit
            and hit[0] == "AND"
            and (inner := self.words.starting(line.bare[hit[1] :].lstrip()))
            and inner[0] in ("EXISTS", *_BLOCKS)
        ):
            hit = inner
        unfinished = column > len(line.text)
        if hit and hit[0] in _ALONE and not unfinished:
            self.report.at(line.number, column, "keyword-alone", bad=True, keyword=self.words[hit[0]])
        elif hit:
            self.report.at(
                line.number,
                column,
                "unfinished-line" if unfinished else "malformed-line",
                bad=True,
                keyword=self.words[hit[0]],
                form=form(hit[0], self.words),
            )
        else:
            self.report.at(
                line.number,
                column,
                "unfinished-sentence" if unfinished else "malformed-sentence",
                bad=True,
                form=sentence_form(line.bare, self.words),
            )
        self._replace(index, self._skeleton(line, hit[0] if hit else None))

    def _skeleton(self, line: Line, terminal: str | None) -> str:
        """Give the emptiest line that opens the same block and introduces the same variable."""
        names = re.findall(r"(?<![^\s])[A-ZÆØÅ]\d?(?![^\s«»,])", line.bare)
        name = names[-1] if names else "X"
        kw = self.words
        lead = ""
        if (hit := kw.starting(line.bare)) and hit[0] == "AND":
            lead = kw["AND"] + " "
        return (
            lead
            + {
                **{part: f"{kw[part]} ?" for part in PARTS},
                "FOR_EACH": f"{kw['FOR_EACH']} ? {name}",
                "EXISTS": f"{kw['EXISTS']} ? {name}",
                "FOR_ALL": f"{kw['FOR_ALL']} {names[0] if names else 'X'} {kw['IN']} «?»",
                "IF": f"{kw['IF']} X ?",
                "AT_LEAST": f"{kw['AT_LEAST']} 1 {kw['OF']}",
                "ALL_OF": kw["ALL_OF"],
                **{each: kw[each] for each in (*_ALONE, "END")},
            }.get(terminal or "", "")
            if terminal not in CLAUSES
            else ""
        )

    def _misplaced(self, index: int, column: int, terminal: str, length: int) -> None:
        line = self.lines[index]
        if terminal == "END":
            index = self._extra_end(index)
            line, column = self.lines[index], self.lines[index].indent + 1
            self.report.at(
                line.number, column, "extra-end", bad=True, end=self.words["END"], exists=self.words["EXISTS"]
            )
        elif terminal in CLAUSES:
            self.report.at(
                line.number,
                column,
                "stray-clause",
                bad=True,
                keyword=line.bare[:length],
                **{
                    each.lower().replace("and", "and_"): self.words[each]
                    for each in ("WHICH", "AND", "EXISTS", "FOR_EACH")
                },
            )
        else:
            self.report.at(
                line.number,
                column,
                "stray-condition",
                bad=True,
                when=self.words["WHEN"],
                requires=self.words["REQUIRES"],
            )
        self._blank(index)

    def _unknown_keyword(self, index: int, column: int) -> None:
        line = self.lines[index]
        other = in_other_language(line.bare, self.source.language)
        meant = self.words.nearest(line.bare)
        if other and other[0] not in PARTS:
            terminal, length, _ = other
            self.report.at(
                line.number, column, "foreign-keyword", bad=True, keyword=line.bare[:length], right=self.words[terminal]
            )
        elif meant and meant[0] not in PARTS:
            terminal, length = meant
            self.report.at(
                line.number, column, "unknown-keyword", hint="keyword-meant", bad=True, right=self.words[terminal]
            )
        else:
            self.report.at(line.number, column, "unknown-keyword", bad=True)
            self._blank(index)
            return
        self._replace(index, self.words[terminal] + line.bare[length:])

    def _replace(self, index: int, text: str) -> None:
        line = self.lines[index]
        self.lines[index] = Line(line.number, " " * line.indent + text if text else "")
        if not text:
            self._blank(index)

    def _blank(self, index: int) -> None:
        """Take a line out (the first line of a part is its head, and stays)."""
        if index:
            del self.lines[index]
        else:
            self.lines[0] = Line(self.lines[0].number, f"{self.words['DUTY']} ?")


def _expected(error: UnexpectedInput) -> set[str]:
    names = getattr(error, "expected", None) or getattr(error, "allowed", None) or set()
    return set(names)
