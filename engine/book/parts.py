"""A part of the rules as the book shows it: a duty, a remark, a definition or an outlook with its sentences, ties and scenarios."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.book import words as w
from engine.book.lines import Line, Piece
from engine.book.relations import rests_on
from engine.book.view import Labelled, Link, Row, Speaker, words_of
from engine.catalogue.model import FACTOR_LISTS
from engine.compare import words as cw
from engine.compare.model import REGIMES
from engine.language import syntax as s
from engine.language.walk import Part
from engine.law.words import WORDS
from engine.proof import words as pw
from engine.scenarios import Scenario
from engine.text import Language
from engine.vocabulary.phrases import capital

GROUNDS = ("unless", "invoked", "breach_when", "suspicion_when")  # each of these can stand several times: one is enough


@dataclass(frozen=True, slots=True)
class Section:
    """A header of a rule with what stands beneath it: one case, or several of which one is enough."""

    name: str
    label: str
    cases: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A scenario: its name as it was written, the outcome it should have, where that is from, and the law of which day."""

    name: str
    expected: str
    word: str
    source: str
    law: str


@dataclass(frozen=True, slots=True)
class PartView:
    """Everything that is shown of a part. ``written_in`` is the language of its text and of the names of its scenarios."""

    key: str
    id: str
    kind: str
    title: str
    citations: tuple[Link, ...]
    bearer: Link | None
    facts: tuple[str, ...]
    warning: str
    sections: tuple[Section, ...]
    rests: tuple[Labelled, ...]
    used_by: tuple[Link, ...]
    beside: tuple[Row, ...]
    scenarios: tuple[Tried, ...]
    summary: str
    text: str
    written_in: Language

    @property
    def words(self) -> str:
        """Give the sentences as one text, for the search."""
        return " ".join(words_of(case) for section in self.sections for case in section.cases)


class PartWriter:
    """Writes parts in one language."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker, self.relations, self.vocabulary = speaker, speaker.relations, speaker.vocabulary
        self._ = speaker._

    def part(self, part: Part) -> PartView:
        """Write one part."""
        key = self.relations.key(part)
        tried = tuple(map(self._tried, self.relations.scenarios.get(key, ())))
        return PartView(
            key=key,
            id=part.origins.id,
            kind=self._(w.KINDS[type(part).__name__]),
            title=self.speaker.title(part),
            citations=tuple(map(self.speaker.citation, part.origins.provisions)),
            bearer=self.speaker.concept(part.bearer) if isinstance(part, s.Duty) else None,
            facts=tuple(self._facts(part)),
            warning=self._(w.INFERRED) if isinstance(part, s.Duty) and self.relations.inferred(part) else "",
            sections=tuple(self._sections(part)),
            rests=tuple(self._rests(part)),
            used_by=self.speaker.users(self._users(part)),
            beside=rows(self.speaker, "part", part.origins.id) if isinstance(part, s.Duty) else (),
            scenarios=tried,
            summary=self._summary(tried),
            text=part.origins.text.strip("\n"),
            written_in=part.origins.language,
        )

    def _facts(self, part: Part) -> Iterator[str]:
        start, end = part.origins.valid_from, part.origins.valid_until
        if start or end:
            days = [self._(WORDS["from"], first=start)] if start else []
            days += [self._(w.UNTIL, last=end)] if end else []
            yield f"{self._(w.OWN_INTERVAL)} {' '.join(days)}"
        if part.origins.interpretation:
            yield f"{self._(w.INTERPRETATION)} {self.speaker.label(part.origins.interpretation)}"
        if isinstance(part, s.Remark):
            yield self._(w.FORCE, force=self._(pw.FORCE[part.force]))

    # --- sentences --------------------------------------------------------------------------------------------------------

    def _sections(self, part: Part) -> Iterator[Section]:
        prose = self.speaker.prose(part)
        yield self._section("scope", [tuple(map(prose.scope, part.scope))])
        if part.when:
            name = "when" if isinstance(part, s.Duty) else "if"
            yield self._section(name, [prose.lines(part.when)])
        match part:
            case s.Duty():
                yield from self._of_duty(part)
            case s.Rule():
                yield self._section("then", [(prose.conclusion(part.then),)])
            case s.Remark():
                yield self._section("message", [self._listed([part.message])])
            case s.Outlook():
                yield self._section("outlook", [self._listed([part.message])])
                if part.reactions:
                    yield self._section("reactions", [self._listed(part.reactions)])

    def _of_duty(self, duty: s.Duty) -> Iterator[Section]:
        prose = self.speaker.prose(duty)
        for name in ("unless", "invoked", "requires", "met_when", "breach_when", "suspicion_when"):
            found = getattr(duty, name)
            cases = found if name in GROUNDS else [found]
            if found:
                yield self._section(name, [prose.lines(case) for case in cases])
        for name, concepts in (("settled_by", duty.settled_by), ("measures", duty.measures)):
            if concepts:
                yield self._section(name, [self._listed(concepts)])
        if duty.cannot_be:
            yield self._section("cannot_be", [tuple(map(self._cannot_be, duty.cannot_be))])

    def _section(self, name: str, cases: Iterable[tuple[Line, ...]]) -> Section:
        return Section(name, self._(w.SECTIONS[name]), tuple(cases))

    def _listed(self, concepts: Iterable[str]) -> tuple[Line, ...]:
        links = (self.speaker.concept(each) for each in concepts)
        return tuple(Line((Piece(capital(link.text), link.href),)) for link in links)

    def _cannot_be(self, cannot: s.CannotBe) -> Line:
        source = self.speaker.source(cannot.source)
        reason = self.vocabulary.concepts[cannot.because].in_sentence.in_(self.speaker.language)
        before, after = self._(w.BECAUSE, outcome=self._(w.EXPECTED[cannot.outcome]), reason=reason, source="\0").split("\0")
        return Line((Piece(before), Piece(*source), Piece(after)))

    # --- ties -------------------------------------------------------------------------------------------------------------

    def _rests(self, part: Part) -> Iterator[Labelled]:
        """Give the definitions that a part rests on, and the factors that lead to the catalogue; its sentences lead to the rest."""
        links: dict[str, list[Link]] = {name: [] for name in w.RESTS}
        for kind, name in rests_on(part):
            href = self.speaker.addresses.of(kind, name)
            if kind == "property" and href:
                links[kind].append(self.speaker.defined(name))
            elif kind == "concept" and name in self._factors:
                n = len(self.relations.contents[name])
                text = self._(w.WITH_CONTENTS, factor=self.speaker.label(name), n=n) if n else self.speaker.label(name)
                links["factor"].append(Link(text, href))
        for kind, found in links.items():
            if found:
                yield Labelled(self._(w.RESTS[kind]), tuple(found))

    @property
    def _factors(self) -> set[str]:
        lists = (self.vocabulary.collections[name] for name in FACTOR_LISTS if name in self.vocabulary.collections)
        return {member for each in lists for member in each.members}

    def _users(self, part: Part) -> tuple[Part, ...]:
        """Give what refers to a duty by its goal, or to a rule by what it concludes."""
        if isinstance(part, s.Rule):
            return ()  # told once for all the rules that conclude the same
        return self.relations.used.get(("part", part.origins.id), ())

    # --- scenarios --------------------------------------------------------------------------------------------------------

    def _tried(self, scenario: Scenario) -> Tried:
        law = self._(w.LAW_OF, day=scenario.law_date) if scenario.law_date else ""
        return Tried(scenario.name, scenario.expected, self._(w.EXPECTED[scenario.expected]), scenario.source, law)

    def _summary(self, tried: tuple[Tried, ...]) -> str:
        """Say how many scenarios there are and what comes out of them."""
        if not tried:
            return self._(w.NO_SCENARIO)
        count = Counter(each.expected for each in tried)
        said = ", ".join(f"{self._(w.EXPECTED[name])} {count[name]}" for name in w.EXPECTED if count[name])
        return f"{self._(w.SCENARIO if len(tried) == 1 else w.SCENARIOS, n=len(tried))}: {said}"


def rows(speaker: Speaker, kind: str, name: str) -> tuple[Row, ...]:
    """Give what the other country has beside a duty (kind ``part``) or a provision (kind ``unit``)."""
    found = []
    for alignment, mirrored in speaker.relations.beside.get((kind, name), ()):
        seen = alignment.mirrored() if mirrored else alignment
        here, there = reversed(REGIMES) if mirrored else REGIMES
        names = {side: pw.REGIME[regime].in_(speaker.language) for side, regime in (("left", here), ("lonely", there))}
        relation = cw.RELATIONS[seen.relation].in_(speaker.language).format(**names)
        duties = (speaker.relations.newest(duty) for duty in seen.right.duties)
        links = [speaker.part(duty) for duty in duties if duty is not None]
        links += [speaker.citation(path) for path in seen.right.provisions]
        title = Link(capital(seen.title.in_(speaker.language)), speaker.addresses.of("row", seen.id))
        found.append(Row(title, relation, tuple(links)))
    return tuple(found)
