"""A Turtle file as tokens with their places: enough to find a subject, its labels and every use of a name, and to change just that.

rdflib reads what the file says; it forgets where it stood and how it was written, so it can't be used to change one word.
Tokens after the grammar of Turtle (W3C Recommendation 25 February 2014, section 6.5), as far as our files use it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.turtle import LAW, NAMESPACE

_TOKEN = re.compile(
    r'''(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^'\\\n\r]|\\.)*\')
      | (?P<word>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>[\w-]*:(?:[\w:%-]|\.(?=[\w:%.-])|\\.)*)
      | (?P<number>[+-]?\d*\.\d+(?:[eE][+-]?\d+)?)
      | (?P<mark>\^\^|[.;,()\[\]])
      | (?P<other>[^\s.;,()\[\]<>"']+)''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
Role = Literal["subject", "predicate", "object"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a Turtle file: ``start`` and ``end`` are offsets into its text."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """An IRI as written: ``iri`` in full, and where in its statement it stands."""

    iri: str
    role: Role
    start: int
    end: int

    @property
    def subject(self) -> bool:
        """Tell whether a statement begins with it."""
        return self.role == "subject"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language: offsets are those of its contents, without the quotes."""

    subject: str
    predicate: str
    language: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Turtle:
    """What stands in a Turtle file, in its order."""

    names: tuple[Name, ...]
    texts: tuple[Text, ...]


def local(iri: str) -> str:
    """Give the name that the engine uses for an IRI: the id of a term, or the path of a provision (without its version)."""
    if iri.startswith(NAMESPACE):
        return iri.removeprefix(NAMESPACE)
    return iri.removeprefix(LAW).partition("@")[0] if iri.startswith(LAW) else ""


@lru_cache(maxsize=512)
def read(text: str) -> Turtle:
    """Read the tokens of a file. What isn't Turtle is passed by; rdflib says what is wrong with it."""
    reader = _Reader()
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind != "comment":
            reader.take(Token(kind, found.group(), found.start(), found.end()))
    return Turtle(tuple(reader.names), tuple(reader.texts))


def escaped(text: str) -> str:
    """Write a text as it stands between double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


@dataclass(slots=True)
class _Level:
    """A statement, or what stands within brackets: its subject and predicate so far, and what comes next."""

    subject: str = ""
    predicate: str = ""
    next: Role = "subject"


class _Reader:
    """Follows the statements of a file, one token at a time."""

    def __init__(self) -> None:
        self.prefixes: dict[str, str] = {}
        self.base = ""
        self.names: list[Name] = []
        self.texts: list[Text] = []
        self.string: Token | None = None
        self.directive: list[Token] = []
        self.levels = [_Level()]

    def take(self, token: Token) -> None:
        """Take the next token."""
        if self.directive or token.text.lower() in ("@prefix", "@base"):
            self._direct(token)
        elif token.kind == "word" and self.string is not None:
            self._text(self.string, token.text[1:])
        elif token.kind == "mark":
            self._mark(token.text)
        elif token.kind in ("iri", "name", "other"):
            self._name(token)
        self.string = token if token.kind == "string" else None

    def _direct(self, token: Token) -> None:
        """Take a token of ``@prefix`` or ``@base`` (``.`` ends it)."""
        self.directive.append(token)
        if token.text != ".":
            return
        word, *named = self.directive
        if word.text == "@prefix" and len(named) == 3:
            self.prefixes[named[0].text.removesuffix(":")] = named[1].text[1:-1]
        elif word.text == "@base" and len(named) == 2:
            self.base = named[0].text[1:-1]
        self.directive = []

    def _mark(self, mark: str) -> None:
        if mark in "([":
            self.levels.append(_Level(next="predicate" if mark == "[" else "object"))
        elif mark in ")]":
            del self.levels[max(len(self.levels) - 1, 1):]
        elif mark == ".":
            self.levels = [_Level()]
        elif mark == ";":
            self.levels[-1].next = "predicate"

    def _name(self, token: Token) -> None:
        level, iri = self.levels[-1], self._iri(token)
        if iri:
            self.names.append(Name(iri, level.next, token.start, token.end))
        if level.next == "subject":
            level.subject, level.next = iri, "predicate"
        elif level.next == "predicate":
            level.predicate, level.next = iri or token.text, "object"

    def _text(self, string: Token, language: str) -> None:
        quotes = 3 if string.text.startswith('"""') else 1
        inner = string.text[quotes:-quotes]
        text = _ESCAPE.sub(lambda found: _unescaped(found.group(1)), inner)
        start = string.start + quotes
        level = self.levels[-1]
        self.texts.append(Text(level.subject, level.predicate, language, text, start, start + len(inner)))

    def _iri(self, token: Token) -> str:
        if token.kind == "iri":
            written = token.text[1:-1]
            return written if re.match(r"[a-z][a-z0-9+.-]*:", written) else self.base + written
        if token.kind == "name":
            prefix, _, name = token.text.partition(":")
            return self.prefixes[prefix] + name.replace("\\", "") if prefix in self.prefixes else ""
        return ""


def _unescaped(code: str) -> str:
    return chr(int(code[1:], 16)) if code[0] in "uU" and len(code) > 1 else _ESCAPED.get(code, code)
