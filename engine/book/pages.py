"""Every page of the book in one language: those about the law, the indexes, and the pages beside the law."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.book import words as w
from engine.book.acts import ActWriter
from engine.book.addresses import SHARED, Addresses, definitions_page, regime_of
from engine.book.lists import Group, ListWriter
from engine.book.page import Frame, Page
from engine.book.parts import PartWriter
from engine.book.view import Link, Speaker
from engine.compare.model import REGIMES
from engine.language import syntax as s
from engine.law.citation import cite
from engine.proof.words import REGIME
from engine.vocabulary.phrases import capital

EMPLOYER = "employer"  # whose duties the book need not say whose they are in an index
LETTERS = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}  # after z, in this order


class Indexed(NamedTuple):
    """A line of an index: where it leads, and what is said beside it."""

    link: Link
    about: str = ""


class Heading(NamedTuple):
    """Lines of an index beneath a heading that leads somewhere itself."""

    id: str
    link: Link
    entries: tuple[Indexed, ...]


class BookWriter(Frame):
    """Writes every page in one language; ``found`` fills with what can be searched for as the pages are written."""

    def __init__(self, speaker: Speaker, addresses: Addresses) -> None:
        super().__init__(speaker, addresses, [])
        self.parts = PartWriter(speaker)
        self.lists = ListWriter(speaker, self.parts)

    def pages(self) -> Iterator[Page]:
        """Write every page, in the order in which the search shows what it finds."""
        yield from ActWriter(self.speaker, self.addresses, self.found, self.parts).pages()
        yield self._duties()
        yield from self._definitions()
        yield from self._concepts()
        yield self._numbers()
        yield self._comparison()
        yield self._outlook()
        yield from self._groups()
        yield Page("search.html", "search.html", self.name("search"), "search")

    def _duties(self) -> Page:
        headings = []
        for act in self.law.acts.values():
            duties = tuple(self._duty(part) for part in self.relations.told_in(act) if isinstance(part, s.Duty))
            if duties:
                headings.append(Heading(f"act-{act.id}", self.act(act), duties))
        return self.page("duties", "index_of.html", headings=headings)

    def _duty(self, duty: s.Duty) -> Indexed:
        about = [cite(duty.origins.provisions[0], self.language, lawbase=self.law)]
        about += [self.speaker.label(duty.bearer)] if duty.bearer != EMPLOYER else []
        if self.relations.is_earlier(duty):
            about.append(self.speaker.interval(duty.origins.valid_from, duty.origins.valid_until))
        return Indexed(self.speaker.part(duty), " · ".join(about))

    def _definitions(self) -> Iterator[Page]:
        headings, crumbs = [], (Link(self.name("definitions"), "definitions.html"),)
        for regime in (*REGIMES, SHARED):
            names = [name for name, rules in self.relations.concluding.items() if regime_of(rules) == regime]
            if not names:
                continue
            title, path = self._(w.SHARED if regime == SHARED else REGIME[regime]), definitions_page(regime)
            entries = (Indexed(self.speaker.defined(name)) for name in names)
            headings.append(Heading(f"of-{regime}", Link(title, path), tuple(entries)))
            definitions = [self.lists.definition(name) for name in names]
            for each in definitions:
                text = " ".join(f"{rule.words} ({rule.id})" for rule in each.rules)
                self.note("definition", each.title, title, f"{path}#{each.anchor}", text)
            data = {"definitions": definitions}
            yield Page(
                path, "definitions.html", f"{self.name('definitions')}: {title}", "definitions", self.lead("definitions"), crumbs, data
            )
        yield self.page("definitions", "index_of.html", headings=headings)

    def _concepts(self) -> Iterator[Page]:
        lists, crumbs = [], (Link(self.name("concepts"), "concepts.html"),)
        for each in self.addresses.lists:
            view, path = self.lists.list(each), self.addresses.of("list", each.id)
            n = len(view.members)
            lists.append(Indexed(Link(view.label, path), self._(w.MEMBER if n == 1 else w.MEMBERS, n=n)))
            self.note("list", view.label, "", path)
            for member in view.members:
                if member.anchor:
                    self.note("concept", member.link.text, view.label, member.link.href, f"{member.in_sentence} {member.note}".strip())
            yield Page(path, "list.html", view.label, "concepts", crumbs=crumbs, data={"list": view})
        lists.sort(key=lambda each: sorting(each.link.text))
        concepts = sorted(map(self.speaker.concept, self.addresses.home), key=lambda link: (sorting(link.text), link.href))
        named = [Indexed(Link(capital(text), href)) for text, href in concepts]
        yield self.page("concepts", "concepts.html", lists=lists, concepts=named)

    def _numbers(self) -> Page:
        numbers = self.lists.numbers()
        for each in numbers:
            values = "; ".join(f"{value} ({start})" for start, value in each.dated)
            self.note("number", each.label, values, f"numbers.html#{each.anchor}")
        return self.page("numbers", "numbers.html", numbers=numbers)

    def _comparison(self) -> Page:
        rows = [self.lists.aligned(each) for each in self.relations.alignments]
        for each in rows:
            self.note("row", each.title, each.relation, f"comparison.html#{each.anchor}", each.note)
        return self.page("comparison", "comparison.html", rows=rows)

    def _outlook(self) -> Page:
        parts = [self.parts.part(part) for part in self.relations.parts if isinstance(part, s.Outlook)]
        for each in parts:
            self.note_part("outlook", each, each.id, "outlook.html")
        return self.page("outlook", "parts.html", parts=parts)

    def _groups(self) -> Iterator[Page]:
        yield self._grouped("catalogue", "content", self.lists.catalogue())
        yield self._grouped("instruments", "instrument", self.lists.instruments())
        sources = Group("all", "", (), self.lists.sources())
        yield self.page("sources", "groups.html", groups=[sources], foreign="en")  # what was read is told in English alone

    def _grouped(self, name: str, kind: str, groups: tuple[Group, ...]) -> Page:
        for group in groups:
            for each in group.entries:
                self.note(kind, each.title, group.title, f"{name}.html#{each.anchor}", " ".join(each.texts))
        return self.page(name, "groups.html", groups=groups, foreign="")


def sorting(text: str) -> tuple[str, ...]:
    """Order words as Norwegian and Danish do: æ, ø, å after z."""
    return tuple(LETTERS.get(letter, letter) for letter in text.lower() if letter.isalnum() or letter == " ")
