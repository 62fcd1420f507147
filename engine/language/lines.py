"""A rule file as lines: comments taken out (with their places), quotes and tabs looked at, parts told apart."""

import re
from dataclasses import dataclass, field

from engine.errors import Problem
from engine.language.keywords import PARTS, in_other_language, keywords, language_of, likely_language
from engine.language.report import Reporter
from engine.text import LANGUAGES, Language

_IDENTIFIER = re.compile(r"[a-z]+(\.[\w-]+)+")
_STRAIGHT = re.compile(r"[\"“”„‟][^\"“”„‟]*[\"“”„‟]?")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its ``#``, and whether it has the line to itself."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it; the text keeps its indentation and has no comment."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """Count the spaces in front."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def bare(self) -> str:
        """Give the text without the spaces around it."""
        return self.text.strip()


@dataclass(slots=True)
class Source:
    """One rule file, cut up but not yet parsed."""

    file: str
    text: str
    language: Language
    report: Reporter
    comments: list[Comment] = field(default_factory=list)
    parts: list[list[Line]] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Give what was found wrong so far."""
        return self.report.problems


def cut(file: str, text: str) -> Source:
    """Cut a file into comments and parts (a part begins at its duty, rule or remark)."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    language = language_of(text) or likely_language(text)
    report = Reporter(file, text.split("\n"))
    source = Source(file, text, language, report)
    first = True
    for number, raw in enumerate(text.split("\n"), 1):
        line = _clean(number, raw, source)
        if not line.bare:
            continue
        if first and _is_language_line(line, source):
            first = False
            continue
        first = False
        line = _mend_head(line, source)
        hit = keywords(language).starting(line.bare)
        if hit and hit[0] in PARTS:
            source.parts.append([line])
        elif source.parts:
            source.parts[-1].append(line)
        else:
            source.parts.append([Line(0, ""), line])  # lines before the first part: parse.py says what is wrong
    if first:
        report.at(1, 1, "missing-language")
    return source


def _mend_head(line: Line, source: Source) -> Line:
    """Mend the head of a part whose keyword is misspelt or in another language: «pilkt no.aml.4-3.1»."""
    words, known = line.bare.split(), keywords(source.language)
    if len(words) != 2 or not _IDENTIFIER.fullmatch(words[1]) or known.starting(line.bare):
        return line
    other, meant = in_other_language(line.bare, source.language), known.nearest(words[0])
    if other and other[0] in PARTS:
        source.report.at(
            line.number, line.indent + 1, "foreign-keyword", bad=True, keyword=words[0], right=known[other[0]]
        )
        return Line(line.number, f"{' ' * line.indent}{known[other[0]]} {words[1]}")
    if meant and meant[0] in PARTS:
        source.report.at(
            line.number, line.indent + 1, "unknown-keyword", hint="keyword-meant", bad=True, right=known[meant[0]]
        )
        return Line(line.number, f"{' ' * line.indent}{known[meant[0]]} {words[1]}")
    return line


def _clean(number: int, raw: str, source: Source) -> Line:
    if "\t" in raw:
        source.report.at(number, raw.index("\t") + 1, "tab")
        raw = raw.replace("\t", " ")
    raw = re.sub(r"[^\S \n]|[\x00-\x1f\x7f\x85\u2028\u2029]", " ", raw)
    text, quoted = raw, False
    for index, char in enumerate(raw):
        if char == "#" and not quoted and (index == 0 or raw[index - 1] == " "):
            source.comments.append(Comment(number, index + 1, raw[index:].rstrip(), not raw[:index].strip()))
            text = raw[:index]
            break
        if char == "«":
            quoted = True
        elif char == "»":
            quoted = False
    text = text.rstrip()
    if quoted and not text.endswith("»"):
        source.report.at(number, text.rindex("«") + 1, "unclosed-quote", bad=True)
        text += "»"
    outside = re.sub(r"«[^»]*»?", lambda found: " " * len(found[0]), text)
    straight = _STRAIGHT.search(outside)
    if straight:
        source.report.at(
            number, straight.start() + 1, "wrong-quotes", bad=True, words=text[slice(*straight.span())].strip('"“”„‟')
        )
        text = _STRAIGHT.sub(lambda found: "«" + found[0].strip('"“”„‟') + "»", text) if "«" not in text else text
    return Line(number, text)


def _is_language_line(line: Line, source: Source) -> bool:
    words = line.bare.split()
    known = {keywords(each).language_line: each for each in LANGUAGES}
    if words[0] not in known:
        source.report.at(line.number, line.indent + 1, "missing-language")
        return False
    if len(words) != 2 or words[1] not in LANGUAGES:
        source.report.at(
            line.number, line.indent + 1, "unknown-language", written=" ".join(words[1:]) or "…", word=words[0]
        )
    elif known[words[0]] != words[1]:
        source.report.at(
            line.number,
            line.indent + 1,
            "foreign-keyword",
            keyword=words[0],
            language=source.language,
            right=keywords(source.language).language_line,
        )
    return True
