"""The pages about the law itself: the first page, and each act on one page or, where that would be heavy, on several."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.book import words as w
from engine.book.addresses import Addresses
from engine.book.leaves import Leaf, front_page
from engine.book.lists import web_address
from engine.book.page import Frame, Page
from engine.book.parts import PartWriter
from engine.book.search import Found
from engine.book.texts import INTRO, READING
from engine.book.units import SectionView, UnitWriter
from engine.book.view import Link, Speaker
from engine.language import syntax as s
from engine.law.model import Act
from engine.law.words import WORDS
from engine.proof.words import REGIME
from engine.text import Language
from engine.vocabulary.phrases import capital


class Fact(NamedTuple):
    """Something that is known of an act; ``url`` leads out of the book."""

    label: str
    links: tuple[Link, ...]
    url: str = ""


class Country(NamedTuple):
    """The acts of a country, each with how much of it there is."""

    id: str
    name: str
    acts: tuple[tuple[Link, str], ...]


class Entry(NamedTuple):
    """A section in a list of contents; its heading is in the language of its country."""

    link: Link
    heading: str
    official: Language


class Contents(NamedTuple):
    """A page of an act in the list of contents of the act."""

    link: Link
    entries: tuple[Entry, ...]


class ActWriter(Frame):
    """Writes the pages about the law in one language."""

    def __init__(self, speaker: Speaker, addresses: Addresses, found: list[Found], parts: PartWriter) -> None:
        super().__init__(speaker, addresses, found)
        self.units = UnitWriter(speaker, parts)

    def pages(self) -> Iterator[Page]:
        """Write the first page, and those of every act in the order of the law."""
        yield self._index()
        for act in self.law.acts.values():
            yield from self._act(act)

    def _index(self) -> Page:
        countries = []
        for regime, name in REGIME.items():
            acts = tuple(self._listed(act) for act in self.law.acts.values() if act.regime == regime)
            if acts:
                countries.append(Country(regime, self._(name), acts))
        data = {"countries": countries, "intro": self._(INTRO), "reading": [self._(text) for text in READING]}
        return Page("index.html", "index.html", self._(w.BOOK), "index", data=data)

    def _listed(self, act: Act) -> tuple[Link, str]:
        units = sum(unit.act == act.id for unit in self.law.by_id.values())
        duties = sum(isinstance(part, s.Duty) for part in self.relations.told_in(act))
        about = [self._(w.HOLDS_UNIT if units == 1 else w.HOLDS_UNITS, units=units)]
        about += [self._(w.HOLDS_DUTY if duties == 1 else w.HOLDS_DUTIES, duties=duties)] if duties else []
        about += [self._(w.KNOWN, first=act.known_from, last=act.known_until)]
        return self.act(act), " · ".join(about)

    def _act(self, act: Act) -> Iterator[Page]:
        leaves = self.addresses.leaves[act.id]
        if not leaves:
            return
        title, home = capital(act.title.in_(self.language)), Link(self.name("index"), "index.html")
        self.note("unit", title, self._(REGIME[act.regime]), front_page(act), act.identifier)
        if len(leaves) == 1:
            yield self._leaf(leaves[0], title, (home,), self._facts(act))
            return
        contents = [self._contents(leaf) for leaf in leaves]
        yield self._page(front_page(act), title, (home,), facts=self._facts(act), leaves=contents)
        turns = [None, *(each.link for each in contents), None]
        for n, leaf in enumerate(leaves):
            turn = (turns[n], turns[n + 2])
            yield self._leaf(leaf, contents[n].link.text, (home, self.act(act)), (), turn)

    def _page(
        self,
        path: str,
        title: str,
        crumbs: tuple[Link, ...],
        facts: tuple[Fact, ...] = (),
        leaves: list[Contents] | None = None,
        sections: tuple[SectionView, ...] = (),
        turn: tuple[Link | None, Link | None] = (None, None),
    ) -> Page:
        base = 3 if any(section.chapter for section in sections) else 2
        data = {"facts": facts, "leaves": leaves, "sections": sections, "base": base, "before": turn[0], "after": turn[1]}
        return Page(path, "act.html", title, "index", crumbs=crumbs, data=data)

    def _contents(self, leaf: Leaf) -> Contents:
        units = [section.paths[0][0] for section in leaf.sections]
        entries = (
            Entry(Link(self.units.place(unit), self.addresses.of("unit", unit.id)), unit.heading, self.units.official(unit))
            for unit in units
        )
        return Contents(Link(self.units.leaf(leaf), leaf.page), tuple(entries))

    def _leaf(
        self,
        leaf: Leaf,
        title: str,
        crumbs: tuple[Link, ...],
        facts: tuple[Fact, ...],
        turn: tuple[Link | None, Link | None] = (None, None),
    ) -> Page:
        sections = self.units.sections(leaf)
        act = self.act(leaf.act).text
        for unit in (unit for section in sections for unit in section.units):
            place = f"{act} {unit.place}"
            heading = f"{place} – {unit.heading}" if unit.heading else place
            kind = self._(w.EARLIER) if unit.earlier else unit.status
            self.note("unit", heading, kind, f"{leaf.page}#{unit.anchor}", unit.words)
            for part in unit.parts:
                self.note_part("duty", part, place, leaf.page)
        return self._page(leaf.page, title, crumbs, facts=facts, sections=sections, turn=turn)

    def _facts(self, act: Act) -> tuple[Fact, ...]:
        """Say what is known of an act."""
        found = [Fact(self._(w.IDENTIFIER), (Link(act.identifier),))] if act.identifier else []
        if address := web_address(act.eli):
            guessed = (Link(f"({self._(WORDS['inferred_eli'])})"),) if act.eli_status == "inferred" else ()
            found.append(Fact(self._(w.ELI), guessed, address))
        known = self._(WORDS["from_to"], first=act.known_from, last=act.known_until)
        found.append(Fact(self._(w.KNOWN_DAYS), (Link(known),)))
        for label, situations in ((w.READ_FOR, act.read_for), (w.NOT_FOR, act.not_for)):
            if situations:
                found.append(Fact(self._(label), tuple(Link(self._situation(each)) for each in situations)))
        if act.sources:
            found.append(Fact(self._(WORDS["source"]), tuple(map(self.speaker.source, act.sources))))
        return tuple(found)

    def _situation(self, written: str) -> str:
        """Write a kind of work at a place, such as ``employer@mainland``."""
        known = self.speaker.vocabulary.concepts
        return ", ".join(self.speaker.label(name) if name in known else name for name in written.split("@"))
