"""A page of the book before it is printed, and what is noted on the way for the search."""

from dataclasses import dataclass, field
from typing import Any

from engine.book import words as w
from engine.book.addresses import Addresses
from engine.book.leaves import front_page
from engine.book.parts import PartView
from engine.book.search import Found
from engine.book.texts import LEADS
from engine.book.view import Link, Speaker
from engine.catalogue.words import NEVER_DUTIES
from engine.compare.words import NO_VERDICT
from engine.instruments.words import DECIDES_NOTHING
from engine.law.model import Act
from engine.vocabulary.phrases import capital

OWN_LEADS = {"comparison": NO_VERDICT, "catalogue": NEVER_DUTIES, "instruments": DECIDES_NOTHING}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file, its template, its heading, the part of the book it belongs to and what the template needs."""

    path: str
    template: str
    title: str
    part: str
    lead: str = ""
    crumbs: tuple[Link, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


class Frame:
    """What the writers of pages share: the speaker, the addresses, and the notes for the search."""

    def __init__(self, speaker: Speaker, addresses: Addresses, found: list[Found]) -> None:
        self.speaker, self.addresses, self.relations, self.law = speaker, addresses, speaker.relations, speaker.law
        self.language, self._, self.found = speaker.language, speaker._, found

    def name(self, page: str) -> str:
        """Name one of the main pages."""
        return self._(w.PAGES[page])

    def lead(self, page: str) -> str:
        """Say what one of the main pages holds."""
        return self._(OWN_LEADS.get(page) or LEADS[page])

    def act(self, act: Act) -> Link:
        """Name an act by its short title."""
        return Link(capital(act.short_title.in_(self.language)), front_page(act))

    def page(self, name: str, template: str, **data: Any) -> Page:
        """Make one of the main pages."""
        return Page(f"{name}.html", template, self.name(name), name, self.lead(name), (), data)

    def note(self, kind: str, title: str, where: str, href: str, text: str = "") -> None:
        """Note something for the search."""
        self.found.append(Found(kind, title, where, href, text))

    def note_part(self, kind: str, part: PartView, where: str, page: str) -> None:
        """Note a part of the rules with its sentences and its id."""
        self.note(kind, part.title, where, f"{page}#{part.key}", f"{part.words} ({part.id})")
