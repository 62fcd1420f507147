"""What the pages are made of, in one language: plain values that a template prints, and the speaker that writes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from engine.book.addresses import Addresses
from engine.book.lines import Line
from engine.book.prose import Prose
from engine.book.relations import Relations
from engine.language import syntax as s
from engine.language.walk import Part
from engine.law.citation import cite
from engine.law.words import WORDS
from engine.text import Language, Text
from engine.vocabulary.phrases import capital

SOURCE = "https://w3id.org/forsvarlig/source/"


class Link(NamedTuple):
    """Words that lead somewhere in the book, or nowhere where ``href`` is empty."""

    text: str
    href: str = ""


class Labelled(NamedTuple):
    """Links beneath a label."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An aligned provision of the other country: how the laws stand to each other, and what is there."""

    title: Link
    relation: str
    there: tuple[Link, ...]


class Speaker:
    """Writes names, citations and links in one language."""

    def __init__(self, relations: Relations, addresses: Addresses, language: Language) -> None:
        self.relations, self.addresses, self.language = relations, addresses, language
        self.law, self.vocabulary = relations.law, relations.vocabulary
        self.day = self.law.last_read
        self._titles: dict[str, str] = {}

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def prose(self, part: Part) -> Prose:
        """Give the writer of a part's conditions."""
        return Prose(self.vocabulary, self.language, self.addresses.of, self.day, part)

    def citation(self, path: str) -> Link:
        """Cite a provision by its path."""
        return Link(cite(path, self.language, lawbase=self.law), self.addresses.of("path", path))

    def source(self, text: str) -> Link:
        """Name a source as it stands in the rule base: a provision, the key of something that was read, or the name of a note."""
        key = text.removeprefix(SOURCE)
        if key in self.law.by_path:
            return self.citation(key)
        return Link(key, self.addresses.of("source", key))

    def concept(self, name: str) -> Link:
        """Name a concept by its label."""
        return Link(self.label(name), self.addresses.of("concept", name))

    def label(self, name: str) -> str:
        """Give the label of a concept."""
        return self.vocabulary.concepts[name].label.in_(self.language)

    def title(self, part: Part) -> str:
        """Give the heading of a part: a duty's goal, a message, or what a rule concludes."""
        match part:
            case s.Duty(goal=concept) | s.Remark(message=concept) | s.Outlook(message=concept):
                return capital(self.label(concept))
            case _:
                return self._conclusion(part)

    def _conclusion(self, rule: s.Rule) -> str:
        return self.prose(rule).conclusion(rule.then).text.removesuffix(".")

    def part(self, part: Part) -> Link:
        """Name a part by its heading."""
        return Link(self.title(part), self.addresses.of("part", self.relations.key(part)))

    def users(self, parts: Iterable[Part]) -> tuple[Link, ...]:
        """Name several parts that rest on something: of the rules that define the same, only what they define."""
        links = (self.defined(part.then.property) if isinstance(part, s.Rule) else self.part(part) for part in parts)
        return tuple(dict.fromkeys(links))

    def defined(self, name: str) -> Link:
        """Name a defined statement, with the address of its definitions."""
        return Link(self.property(name), self.addresses.of("property", name))

    def property(self, name: str) -> str:
        """Name a defined statement by the first rule that defines it; what it is said of stands open where the rules differ."""
        rules = self.relations.concluding[name]
        objects = {rule.then.object for rule in rules}
        if len(objects) < 2:
            return self._conclusion(rules[0])
        pieces = self.prose(rules[0]).open_conclusion(rules[0].then).pieces
        return "".join(piece.text for piece in pieces)

    def interval(self, first: object, last: object) -> str:
        """Write from when until when something holds."""
        return self._(WORDS["from_to" if last else "from"], first=first, last=last)


def words_of(lines: Iterable[Line]) -> str:
    """Give the words of lines as one text, for the search."""
    return " ".join(line.text for line in lines)
