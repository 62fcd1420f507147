"""Where the cursor stands in a rule file that is being written: in which block, about which variables, behind which words.

The line under the cursor is seldom finished, so it isn't parsed: what is around it is read off the keywords that lines begin with
and their indentation, which says what the sentences say (``engine.language.layout`` sees to that).
"""

import re
from dataclasses import dataclass, field

from engine.editor.knowledge import Knowledge
from engine.editor.spans import lines_of
from engine.language.keywords import PARTS, SECTIONS, Keywords, keywords
from engine.language.lines import Line, cut
from engine.language.names import key
from engine.text import Language
from engine.vocabulary.model import Kind
from engine.vocabulary.phrases import SLOT

BLOCKS = ("FOR_ALL", "IF", "AT_LEAST", "ALL_OF")
_VARIABLE = re.compile(r"[A-ZÆØÅ]\d?")
_TOKEN = re.compile(r"«[^«»]*»|[^\s,]+")
_INTRODUCED = re.compile(r"(?:\d+ )?(?P<noun>.*?) (?P<name>[A-ZÆØÅ]\d?)")


@dataclass(frozen=True, slots=True)
class Opener:
    """A line that opens a block: the keyword that does, behind any ``og`` and ``ikke:``, and the rest of the line."""

    line: Line
    terminal: str
    rest: str
    nested: bool  # stands behind ``og``, so that an existence, too, needs its end
    noun: str  # the noun and variable of ``for hver``, ``det finnes`` and ``dersom det finnes``


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the place of the cursor."""

    language: Language
    line: int
    before: str  # the line up to the cursor
    after: str  # the line behind it
    part: str | None = None  # the terminal of the part, or None outside
    sections: frozenset[str] = frozenset()  # those the part has already
    above: tuple[Opener, ...] = ()  # the blocks the line stands in, outermost first
    unclosed: tuple[Opener, ...] = ()  # the blocks that still need their end, outermost first
    margin: int = 2  # how far in the headers of the part stand
    first: bool = True  # no clause line of the block stands before this one
    variables: dict[str, str] = field(default_factory=dict)  # letter → what it stands for

    @property
    def indent(self) -> int:
        """Count the spaces in front."""
        return len(self.before) - len(self.before.lstrip())

    @property
    def words(self) -> str:
        """Give what is written before the cursor."""
        return self.before.lstrip()

    @property
    def inner(self) -> Opener | None:
        """Give the block that the line stands in."""
        return self.above[-1] if self.above else None

    @property
    def about(self) -> str | None:
        """Give the variable that clause lines speak of here."""
        found = _INTRODUCED.fullmatch(self.inner.noun) if self.inner else None
        return found["name"] if found else None


def context(text: str, line: int, column: int, knowledge: Knowledge) -> Context | None:
    """Look at the place of the cursor; None within a comment."""
    lines = lines_of(text)
    whole = lines[line - 1] if line <= len(lines) else ""
    before, after = whole[: column - 1], whole[column - 1 :]
    source = cut("", "\n".join([*lines[: line - 1], before]))
    if source.comments and source.comments[-1].line == line:
        return None
    here = Context(source.language, line, before, after)
    part = source.parts[-1] if source.parts else []
    past = [each for each in part if each.number < line]
    words = keywords(source.language)
    head = words.starting(past[0].bare) if past and past[0].number else None
    if head is None or head[0] not in PARTS:
        return here
    openers = {each.number: opener for each in past if (opener := _opener(each, words))}
    indent = len(before) - len(before.lstrip())
    above = _above(past[1:], indent, openers)
    return Context(
        source.language,
        line,
        before,
        after,
        head[0],
        frozenset(hit[0] for each in past[1:] if (hit := words.starting(each.bare)) and hit[0] in SECTIONS),
        above,
        _unclosed(past[1:], openers, words),
        past[1].indent if len(past) > 1 and past[1].indent else 2,
        not above or past[-1].number == above[-1].line.number,
        _variables(past[1:], above, openers, words, knowledge),
    )


def tokens(text: str) -> list[str]:
    """Give the words of a sentence, a concept between « and » as one."""
    return _TOKEN.findall(text)


def template(words: list[str]) -> list[str]:
    """Put slots for the variables and concepts among words."""
    return [SLOT if word.startswith("«") or _VARIABLE.fullmatch(word) else word for word in words]


def is_variable(word: str) -> bool:
    """Tell whether a word is a variable."""
    return bool(_VARIABLE.fullmatch(word))


def _opener(line: Line, words: Keywords) -> Opener | None:
    """Find the keyword with which a line opens a block."""
    rest, nested = line.bare, False
    while hit := words.starting(rest):
        rest = rest[hit[1] :].strip()
        if hit[0] in ("AND", "NOT"):
            nested = nested or hit[0] == "AND"
            continue
        if hit[0] not in (*SECTIONS, *BLOCKS, "EXISTS"):
            return None
        return Opener(line, hit[0], rest, nested, _noun(hit[0], rest, words))
    return None


def _noun(terminal: str, rest: str, words: Keywords) -> str:
    """Give what a line says it is about: a noun and a variable."""
    if terminal == "IF" and (exists := words.patterns["EXISTS"].match(rest)):
        terminal, rest = "EXISTS", rest[exists.end() :].strip()
    if terminal == "EXISTS" and (count := words.patterns["AT_LEAST"].match(rest)):
        return rest[count.end() :].strip()
    return rest if terminal in ("EXISTS", "FOR_EACH") else ""


def _above(past: list[Line], indent: int, openers: dict[int, Opener]) -> tuple[Opener, ...]:
    """Find the blocks that a line with some indentation stands in."""
    found: list[Opener] = []
    for line in reversed(past):
        if line.indent < indent:
            indent = line.indent
            if line.number in openers:
                found.insert(0, openers[line.number])
    return tuple(found)


def _unclosed(past: list[Line], openers: dict[int, Opener], words: Keywords) -> tuple[Opener, ...]:
    """Find the blocks that lack their end so far."""
    found: list[Opener] = []
    for line in past:
        hit, opener = words.starting(line.bare), openers.get(line.number)
        if hit and hit[0] in SECTIONS:
            found = []
        elif hit and hit[0] == "END":
            found = found[:-1]
        elif opener and (opener.terminal in BLOCKS or opener.nested):
            found.append(opener)
    return tuple(found)


def _variables(
    past: list[Line], above: tuple[Opener, ...], openers: dict[int, Opener], words: Keywords, knowledge: Knowledge
) -> dict[str, str]:
    """Find the variables known here: those of the part and of the blocks around, and the dates and numbers said in these."""
    found: dict[str, str] = {}
    around = {opener.line.number for opener in above}
    inside: list[int] = []  # for each line, the numbers of the lines it stands under
    stack: list[Line] = []
    for line in past:
        while stack and stack[-1].indent >= line.indent:
            stack.pop()
        inside = [each.number for each in stack]
        opener = openers.get(line.number)
        if opener and (line.number in around or opener.terminal == "FOR_EACH"):
            found.update(_introduced(opener, words, knowledge))
        known = all(number in around or openers[number].terminal == "FOR_EACH" for number in inside if number in openers)
        if known and opener is None:
            found.update((name, kind) for name, kind in _value(line, words, knowledge) if name not in found)
        stack.append(line)
    return found


def _introduced(opener: Opener, words: Keywords, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Give the variable that a block introduces, and what it stands for."""
    names = knowledge.names[words.language]
    if opener.terminal == "FOR_ALL":
        name, _, rest = opener.rest.partition(" ")
        collection = names.collections.get(key(rest.partition("«")[2].partition("»")[0]))
        return [(name, f"concept:{collection}")] if collection and is_variable(name) else []
    found = _INTRODUCED.fullmatch(opener.noun)
    if found is None:
        return []
    cls = knowledge.vocabulary.classes.get(knowledge.nouns[words.language].get(key(found["noun"]), ""))
    return [(found["name"], names.type_of(cls))] if cls else []


def _value(line: Line, words: Keywords, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Give the date or number that a sentence introduces."""
    rest = line.bare
    while (hit := words.starting(rest)) and hit[0] in ("AND", "WHICH"):
        rest = rest[hit[1] :].strip()
    said = tokens(rest)
    shape = template(said)
    relative = shape[:1] != [SLOT]
    for match in knowledge.phrases.read(words.language, shape, relative):
        if match.property.kind is Kind.VALUE and match.form == "positive":
            name = next((word for word in reversed(said) if is_variable(word)), None)
            return [(name, match.property.range)] if name else []
    return []
