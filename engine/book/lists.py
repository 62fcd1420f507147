"""The pages beside the law: lists and concepts, definitions, numbers, the catalogue, the forms, the sources and the comparison."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.book import words as w
from engine.book.parts import PartView, PartWriter
from engine.book.phrasing import spelt
from engine.book.view import Labelled, Link, Speaker
from engine.catalogue.words import ATTRIBUTIONS, LEVELS, STAGES, TYPES
from engine.compare import words as cw
from engine.compare.model import REGIMES, Alignment, Asks
from engine.instruments import words as iw
from engine.instruments.amount import amount
from engine.instruments.model import Instrument, Item
from engine.proof import words as pw
from engine.vocabulary.model import Collection
from engine.vocabulary.phrases import capital


@dataclass(frozen=True, slots=True)
class ConceptView:
    """A concept in a list: told of here (``anchor``), or only named where another list tells of it."""

    anchor: str
    link: Link
    in_sentence: str
    note: str
    sources: tuple[Link, ...]
    confidence: str
    ties: tuple[Labelled, ...]
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list with its members."""

    id: str
    label: str
    force: str
    sources: tuple[Link, ...]
    used_by: tuple[Link, ...]
    members: tuple[ConceptView, ...]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """A defined statement with the rules that define it, and what uses it."""

    anchor: str
    title: str
    rules: tuple[PartView, ...]
    used_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NumberView:
    """A dated number of the law."""

    anchor: str
    label: str
    dated: tuple[tuple[str, str], ...]
    sources: tuple[Link, ...]
    used_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with some text, facts and links: a content of the catalogue, a question of a form, a source."""

    anchor: str
    title: str
    texts: tuple[str, ...]
    facts: tuple[str, ...]
    links: tuple[Labelled, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries beneath a heading."""

    anchor: str
    title: str
    texts: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AlignedView:
    """An alignment: what it is about, how the laws stand to each other, and both sides."""

    anchor: str
    title: str
    column: str
    relation: str
    note: str
    sources: str
    sides: tuple[Labelled, ...]


class ListWriter:
    """Writes these pages in one language."""

    def __init__(self, speaker: Speaker, parts: PartWriter) -> None:
        self.speaker, self.parts, self.relations, self.vocabulary = speaker, parts, speaker.relations, speaker.vocabulary
        self.addresses, self.language, self._ = speaker.addresses, speaker.language, speaker._

    # --- lists and concepts -----------------------------------------------------------------------------------------------

    def list(self, found: Collection) -> ListView:
        """Write one list."""
        return ListView(
            id=found.id,
            label=capital(found.label.in_(self.language)),
            force=self._(w.LIST_FORCE[found.force]),
            sources=tuple(map(self.speaker.source, found.source)),
            used_by=self._used("list", found.id),
            members=tuple(self._concept(name, found.id) for name in found.members),
        )

    def _concept(self, name: str, listed_in: str) -> ConceptView:
        concept, link = self.vocabulary.concepts[name], self.speaker.concept(name)
        link = link._replace(text=capital(link.text))
        if self.addresses.home[name] != listed_in:
            return ConceptView("", link, "", "", (), "", (), ())
        inside = concept.in_sentence.in_(self.language)
        return ConceptView(
            anchor=name,
            link=link,
            in_sentence=inside if inside != concept.label.in_(self.language) else "",
            note=concept.note.in_(self.language) if concept.note else "",
            sources=tuple(map(self.speaker.source, concept.source)),
            confidence=self._(w.CONFIDENCE, word=self._(pw.CONFIDENCE[concept.confidence])) if concept.confidence else "",
            ties=tuple(self._ties(name, listed_in)),
            contents=tuple(
                Link(capital(each.title.in_(self.language)), self.addresses.of("content", each.id))
                for each in self.relations.contents.get(name, ())
            ),
        )

    def _ties(self, name: str, listed_in: str) -> Iterator[Labelled]:
        matches: dict[str, list[Link]] = {}
        for relation, other in self.vocabulary.concepts[name].matches:
            matches.setdefault(relation, []).append(self.speaker.concept(other))
        for relation, others in matches.items():
            yield Labelled(capital(self._(w.MATCHES[relation])), tuple(others))
        lists = [each for each in self.addresses.lists if name in each.members and each.id != listed_in]
        if lists:
            links = (Link(each.label.in_(self.language), self.addresses.of("list", each.id)) for each in lists)
            yield Labelled(self._(w.IN_LISTS), tuple(links))
        forms = [form for form in self.vocabulary.instruments.values() if form.coverage((name,))[name] != "no"]
        if forms:
            links = (Link(each.title.in_(self.language), self.addresses.of("instrument", each.id)) for each in forms)
            yield Labelled(self._(w.IN_INSTRUMENTS), tuple(links))
        if used := self._used("concept", name):
            yield Labelled(self._(w.USED_BY), used)

    def _used(self, kind: str, name: str) -> tuple[Link, ...]:
        return self.speaker.users(self.relations.used.get((kind, name), ()))

    # --- definitions and numbers ------------------------------------------------------------------------------------------

    def definition(self, name: str) -> DefinitionView:
        """Write a statement with every rule that defines it."""
        rules = tuple(map(self.parts.part, self.relations.concluding[name]))
        return DefinitionView(name, self.speaker.property(name), rules, self._used("property", name))

    def numbers(self) -> tuple[NumberView, ...]:
        """Write the dated numbers of the law."""
        return tuple(
            NumberView(
                anchor=name,
                label=capital(each.label.in_(self.language)),
                dated=tuple((str(start), spelt(value, each.unit, self.language)) for start, value in each.values),
                sources=tuple(map(self.speaker.source, each.source)),
                used_by=self._used("parameter", name),
            )
            for name, each in sorted(self.vocabulary.parameters.items())
        )

    # --- the two laws -----------------------------------------------------------------------------------------------------

    def aligned(self, each: Alignment) -> AlignedView:
        """Write one alignment, Norway first."""
        names = {regime: self._(pw.REGIME[regime]) for regime in REGIMES}
        lonely = names[REGIMES[1] if each.left else REGIMES[0]]
        places = [self._(cw.SOURCE, places="; ".join(each.sources))]
        places += [self._(cw.LOOKED_AT, places="; ".join(each.looked_at))] if each.looked_at else []
        return AlignedView(
            anchor=each.id,
            title=capital(each.title.in_(self.language)),
            column=self._(cw.COLUMNS[each.column]),
            relation=self._(cw.RELATIONS[each.relation], left=names[REGIMES[0]], lonely=lonely),
            note=each.note.in_(self.language),
            sources=" ".join(places),
            sides=tuple(Labelled(names[r], self._side(asks)) for r, asks in zip(REGIMES, (each.left, each.right), strict=True)),
        )

    def _side(self, asks: Asks) -> tuple[Link, ...]:
        duties = (self.relations.newest(duty) for duty in asks.duties)
        links = [self.speaker.part(duty) for duty in duties if duty is not None]
        links += [self.speaker.citation(path) for path in asks.provisions]
        return tuple(links) or (Link(self._(cw.NOTHING)),)

    # --- the catalogue and the forms --------------------------------------------------------------------------------------

    def catalogue(self) -> tuple[Group, ...]:
        """Write the catalogue, by type."""
        contents = self.relations.rulebase.catalogue.contents
        groups = []
        for kind, title in TYPES.items():
            entries = []
            for each in (content for content in contents if content.type == kind):
                facts = [self._(LEVELS[level]) for level in each.levels] + [self._(STAGES[stage]) for stage in each.stages]
                facts += [self._(ATTRIBUTIONS[each.attribution])] if each.attribution else []
                about = (Labelled(self._(w.ABOUT_FACTORS), tuple(map(self.speaker.concept, each.factors))),) if each.factors else ()
                texts = (each.text.in_(self.language),) if each.text else ()
                where = "; ".join(map(str, each.seeds))
                entries.append(Entry(each.id, capital(each.title.in_(self.language)), texts, (*facts, where), about))
            if entries:
                groups.append(Group(f"type-{kind}", self._(title), (), tuple(entries)))
        return tuple(groups)

    def instruments(self) -> tuple[Group, ...]:
        """Write the survey forms."""
        return tuple(
            Group(
                anchor=each.id,
                title=capital(each.title.in_(self.language)),
                texts=(
                    each.purpose.in_(self.language),
                    f"{self._(iw.SCALE)}: {self._scale(each)}.",
                    each.caution.in_(self.language),
                    self._(iw.SOURCE, source=f"{each.citation.in_(self.language)} ({'; '.join(each.source)})"),
                ),
                entries=tuple(self._item(item) for item in each.items),
            )
            for each in self.vocabulary.instruments.values()
        )

    def _scale(self, form: Instrument) -> str:
        if form.choices:
            return ", ".join(choice.label.in_(self.language) for choice in form.choices)
        ends = {"lowest": amount(form.lowest, self.language), "highest": amount(form.highest, self.language)}
        return self._(iw.WHOLE_NUMBERS, **ends)

    def _item(self, item: Item) -> Entry:
        links = []
        for label, factors in ((iw.SPEAKS, item.speaks_to), (iw.PARTLY, item.partly)):
            if factors:
                links.append(Labelled(self._(label), tuple(map(self.speaker.concept, factors))))
        reverse = (self._(iw.REVERSED),) if item.is_reversed else ()
        question = self._(iw.LOOK_INTO, question=item.question.in_(self.language))
        return Entry(item.id, item.wording.in_(self.language), (question,), reverse, tuple(links))

    # --- sources ----------------------------------------------------------------------------------------------------------

    def sources(self) -> tuple[Entry, ...]:
        """Write what was read, and how many units of each act rest on it."""
        counts: dict[str, dict[str, int]] = {key: {} for key in self.speaker.law.sources}
        for unit in self.speaker.law.by_id.values():
            for key in unit.sources:
                counts[key][unit.act] = counts[key].get(unit.act, 0) + 1
        return tuple(self._source(key, by_act) for key, by_act in sorted(counts.items()))

    def _source(self, key: str, by_act: dict[str, int]) -> Entry:
        source = self.speaker.law.sources[key]
        links = []
        for act, n in by_act.items():
            name = self.speaker.law.acts[act].short_title.in_(self.language)
            links.append(Link(self._(w.UNITS_OF, act=name, n=n), self.addresses.of("act", act)))
        facts = [self._(w.READ_ON, day=source.read_on)]
        facts += [self._(w.SEED, file=source.seed)] if source.seed else []
        used = (Labelled(self._(w.USED_IN), tuple(links)),) if links else ()
        return Entry(key, f"{key} – {source.title}", (source.extent,), tuple(facts), used, web_address(source.url))


def web_address(url: str) -> str:
    """Give an address that a reader may follow to the web; empty for anything else, such as a script."""
    return url if url.startswith(("https://", "http://")) else ""

