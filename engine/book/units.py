"""A unit of the law as the book shows it: what it says, how sure that is, what came before and after, and what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.book import words as w
from engine.book.leaves import Leaf, Section, anchor
from engine.book.parts import PartView, PartWriter, rows
from engine.book.view import Labelled, Link, Row, Speaker
from engine.law.citation import place
from engine.law.model import Act, Provision
from engine.law.words import CONTENT_WORDS, NUMBER_WORDS, STATUS_WORDS, WORDS
from engine.text import Language
from engine.vocabulary.phrases import capital

OFFICIAL: dict[str, Language] = {"no": "nb", "dk": "da"}  # the language of the headings and the words of a country's law


@dataclass(frozen=True, slots=True)
class UnitView:
    """Everything that is shown of one version of a unit; ``doubts`` are what was only inferred, or not verified."""

    anchor: str
    path: str
    place: str
    heading: str
    official: Language
    status: str
    says: str
    because: str
    note: str
    ended: bool
    earlier: bool
    facts: tuple[str, ...]
    doubts: tuple[str, ...]
    sources: tuple[Link, ...]
    ties: tuple[Labelled, ...]
    quote: str
    quoted: str
    no_duty: str
    parts: tuple[PartView, ...]
    beside: tuple[Row, ...]

    @property
    def words(self) -> str:
        """Give what the unit says as one text, for the search."""
        return " ".join(text for text in (self.says, self.because, self.note) if text)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its units; ``chapter`` is the title of the chapter that begins here."""

    chapter: str
    units: tuple[UnitView, ...]


class UnitWriter:
    """Writes units in one language."""

    def __init__(self, speaker: Speaker, parts: PartWriter) -> None:
        self.speaker, self.parts, self.relations, self.law = speaker, parts, speaker.relations, speaker.law
        self.language, self._ = speaker.language, speaker._

    def sections(self, leaf: Leaf) -> tuple[SectionView, ...]:
        """Write the sections of a page; a page with several chapters names each where it begins."""
        found, last = [], leaf.chapters[0] if len(leaf.chapters) == 1 else None
        for section in leaf.sections:
            begins = section.chapter != last
            title = self.chapter(leaf.act, section.chapter) if begins else ""
            found.append(SectionView(title, tuple(self._units(section))))
            last = section.chapter
        return tuple(found)

    def chapter(self, act: Act, number: str) -> str:
        """Name a chapter: its number, and its title where a source gives it."""
        if not number:
            return ""
        form, rest = (w.ANNEX, number.split(" ", 1)[1]) if number.startswith("bilag ") else (w.CHAPTER, number)
        named = self._(form, number=rest)
        told = self.law.chapters.get((act.id, number))
        return f"{named}. {told.title.in_(self.language)}" if told else named

    def leaf(self, leaf: Leaf) -> str:
        """Name a page of an act that has several: by its chapter, and by its sections where it is not the whole of one."""
        chapter = self.chapter(leaf.act, leaf.chapters[0])
        if not leaf.is_part:
            return chapter
        ends = [place(section.paths[0][0], self.language, self.law) for section in (leaf.sections[0], leaf.sections[-1])]
        run = self._(w.RUN, first=ends[0], last=ends[1]) if ends[0] != ends[1] else ends[0]
        return f"{chapter}, {run}" if chapter else capital(run)

    def place(self, unit: Provision) -> str:
        """Name the place of a unit within its act."""
        return capital(place(unit, self.language, self.law))

    def official(self, unit: Provision) -> Language:
        """Give the language that the heading and the quoted words of a unit are in."""
        return OFFICIAL.get(unit.path.split("/")[0], "en")

    def _units(self, section: Section) -> Iterator[UnitView]:
        for versions in section.paths:
            for n, unit in enumerate(versions):
                yield self._unit(unit, newest=n == 0)

    def _unit(self, unit: Provision, newest: bool) -> UnitView:
        told = sorted(self.relations.at.get(unit.path, ()) if newest else (), key=self.relations.is_earlier)
        return UnitView(
            anchor=anchor(unit, newest),
            path=unit.path,
            place=self.place(unit),
            heading=unit.heading,
            official=self.official(unit),
            status=capital(STATUS_WORDS[unit.status].in_(self.language)),
            says=unit.paraphrase.in_(self.language),
            because=unit.because.in_(self.language) if unit.because else "",
            note=unit.note.in_(self.language) if unit.note else "",
            ended=unit.valid_until is not None and unit.valid_until < self.law.acts[unit.act].known_until,
            earlier=not newest,
            facts=tuple(self._facts(unit)),
            doubts=tuple(self._doubts(unit)),
            sources=(*map(self.speaker.source, unit.sources), Link(unit.dossier)),
            ties=tuple(self._ties(unit, newest)),
            quote=unit.quote.text if unit.quote else "",
            quoted=self._quoted(unit),
            no_duty=self._no_duty(unit),
            parts=tuple(map(self.parts.part, told)),
            beside=rows(self.speaker, "unit", unit.path) if newest else (),
        )

    def _facts(self, unit: Provision) -> Iterator[str]:
        """Say from when until when it is in force, and how sure we are on both axes."""
        yield capital(self._(w.IN_FORCE, interval=self.speaker.interval(unit.valid_from, unit.valid_until)))
        if unit.before == "not_read":
            yield self._(w.BEFORE_READ)
        if unit.content == "read":
            yield CONTENT_WORDS[unit.content].in_(self.language)
        if unit.number == "verified":
            yield NUMBER_WORDS[unit.number].in_(self.language)

    def _doubts(self, unit: Provision) -> Iterator[str]:
        if unit.content != "read":
            yield capital(CONTENT_WORDS[unit.content].in_(self.language))
        if unit.number != "verified":
            yield capital(NUMBER_WORDS[unit.number].in_(self.language))

    def _ties(self, unit: Provision, newest: bool) -> Iterator[Labelled]:
        if before := self.law.by_id.get(unit.predecessor):
            yield Labelled(WORDS["predecessor"].in_(self.language), (self._other(before),))
        if after := self.law.successors(unit):
            yield Labelled(WORDS["successor"].in_(self.language), tuple(map(self._other, after)))
        if unit.cited_as:
            links = []
            for cited in unit.cited_as:
                name, href = self.speaker.citation(cited.path)
                links.append(Link(f"{name}, {self.speaker.interval(cited.start, cited.end)}", href))
            yield Labelled(WORDS["cited_as"].in_(self.language), tuple(links))
        if newest and (citing := self.relations.citing.get(unit.path)):
            yield Labelled(self._(w.ALSO_CITED), self.speaker.users(citing))

    def _other(self, unit: Provision) -> Link:
        """Name another unit, or another version of this one."""
        name, _ = self.speaker.citation(unit.path)
        interval = self._(w.IN_FORCE, interval=self.speaker.interval(unit.valid_from, unit.valid_until))
        return Link(f"{name}, {interval}", self.speaker.addresses.of("unit", unit.id))

    def _no_duty(self, unit: Provision) -> str:
        """Say that a duty of the law has no rule, and why where that is known."""
        if unit.id not in self.relations.uncovered:
            return ""
        why = self.relations.without_rule.get(unit.path)
        return self._(w.NO_DUTY) + (f": {why.in_(self.language)}." if why else ".")

    def _quoted(self, unit: Provision) -> str:
        if unit.quote is None:
            return ""
        quote = unit.quote
        return f"{WORDS[f'quote_{quote.of}'].in_(self.language)} ({quote.file}:{quote.first}-{quote.last})"


