"""Reading the law base: Turtle files under ``kb`` in, a LawBase out, or every fault of the files at once."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from engine.law.model import (
    BEFORES,
    CONTENTS,
    NUMBERS,
    STATUSES,
    USUAL_SCOPE,
    Act,
    Before,
    Chapter,
    CitedAs,
    Content,
    LawBase,
    Number,
    Provision,
    Quote,
    Source,
    Status,
)
from engine.text import LANGUAGES, Text, same
from engine.turtle import LAW, NAMESPACE, is_once_in_each, text_of

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SOURCE = "https://w3id.org/forsvarlig/source/"
SITUATION = re.compile(r"[a-z_]+@[a-z_]+")
QUOTED_IN = re.compile(r"(?P<file>\S+):(?P<first>\d+)-(?P<last>\d+)")


class LawBaseError(Exception):
    """The law base has faults; the message lists them all."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def law_files(rulebase: Path) -> list[Path]:
    """List the Turtle files of the law: the sources, then each regime (a folder with ``acts.ttl``)."""
    regimes = sorted(acts.parent for acts in (rulebase / "kb").glob("*/acts.ttl"))
    return [rulebase / "kb" / "sources.ttl", *(file for regime in regimes for file in sorted(regime.rglob("*.ttl")))]


def load(rulebase: Path) -> LawBase:
    """Read the law base of a rule-base folder."""
    from rdflib import Graph  # here, so that importing this module stays cheap

    graph = Graph(store="SimpleMemory")  # without named graphs, a third quicker
    for file in law_files(rulebase):
        graph.parse(file, format="turtle")
    return _Reader(graph).law_base()


class _Record:
    """The statements about one subject, read property by property; what is wrong goes to the list of faults."""

    def __init__(self, graph: "Graph", subject: "Node", faults: list[str]) -> None:
        self.graph, self.faults, self.name = graph, faults, str(subject).removeprefix(LAW)
        self.values: dict[str, list[Node]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(subject):
            self.values[str(predicate).removeprefix(NAMESPACE)].append(value)

    def fault(self, message: str) -> None:
        self.faults.append(f"{self.name}: {message}")

    def text(self, key: str, needed: bool = False) -> str:
        values = self.values.get(key, [])
        if len(values) > 1 or (needed and not values):
            self.fault(f"{key} is given {len(values)} times")
        return str(values[0]).removeprefix(LAW) if values else ""

    def texts(self, key: str, prefix: str = "") -> tuple[str, ...]:
        return tuple(sorted(str(value).removeprefix(prefix) for value in self.values.get(key, [])))

    def day(self, key: str, needed: bool = True) -> date | None:
        text = self.text(key, needed)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.fault(f"{key} is no date: {text}")
            return None

    def whole(self, key: str) -> int | None:
        text = self.text(key)
        return int(text) if text else None

    def choice(self, key: str, allowed: Iterable[str], default: str = "") -> str:
        value = self.text(key, needed=not default) or default
        if value not in allowed:
            self.fault(f"{key} is {value!r}, not one of {', '.join(allowed)}")
        return value

    def three(self, key: str, needed: bool = True) -> Text | None:
        values = self.values.get(key, [])
        if not values and not needed:
            return None
        if not is_once_in_each(values):
            self.fault(f"{key} must be given once in each of {', '.join(LANGUAGES)}")
        return text_of(values) or same("")


class _Reader:
    def __init__(self, graph: "Graph") -> None:
        self.graph, self.faults = graph, list[str]()

    def records(self, kind: str) -> list[_Record]:
        from rdflib import RDF, URIRef

        subjects = sorted(self.graph.subjects(RDF.type, URIRef(NAMESPACE + kind)), key=str)
        return [_Record(self.graph, subject, self.faults) for subject in subjects]

    def law_base(self) -> LawBase:
        read = [self.act(record) for record in self.records("Act")]
        acts = {act.id: act for act in sorted(read, key=lambda act: (act.regime, act.order))}
        chapters = [self.chapter(record) for record in self.records("Chapter")]
        sources = [self.source(record) for record in self.records("Source")]
        units = [self.provision(record) for record in self.records("Provision")]
        order = {id_: position for position, id_ in enumerate(acts)}
        for unit in units:
            if unit.act not in acts:
                self.faults.append(f"{unit.id}: the act {unit.act} has no record")
        units.sort(key=lambda unit: (order.get(unit.act, 99), _position(unit), unit.valid_from))
        by_path, by_parent = defaultdict[str, list[Provision]](list), defaultdict[str, list[str]](list)
        followers = defaultdict[str, list[Provision]](list)
        for unit in units:
            if unit.path not in by_path:
                by_parent[unit.path.rpartition("/")[0]].append(unit.path)
            by_path[unit.path].append(unit)
            if unit.predecessor:
                followers[unit.predecessor].append(unit)
        if self.faults:
            raise LawBaseError(self.faults)
        return LawBase(
            acts=acts,
            chapters={(chapter.act, chapter.number): chapter for chapter in chapters},
            sources={source.key: source for source in sources},
            by_path={path: tuple(versions) for path, versions in by_path.items()},
            by_id={unit.id: unit for unit in units},
            by_parent={path: tuple(paths) for path, paths in by_parent.items()},
            followers={id_: tuple(versions) for id_, versions in followers.items()},
        )

    def act(self, r: _Record) -> Act:
        return Act(
            id=r.text("id", True), regime=r.text("regime", True), order=r.whole("order") or 0,
            identifier=r.text("identifier"), eli=r.text("eli"), eli_status=r.text("eliStatus"),
            title=_sure(r.three("title")),
            short_title=_sure(r.three("shortTitle")), aliases=r.texts("alias"), known_from=_day(r.day("knownFrom")),
            known_until=_day(r.day("knownUntil")), sources=r.texts("source", SOURCE),
            read_for=self.situations(r, "readFor") or USUAL_SCOPE, not_for=self.situations(r, "notFor"),
        )

    def situations(self, r: _Record, key: str) -> tuple[str, ...]:
        """Read kinds of work at places, such as ``employer@home``."""
        found = r.texts(key)
        for each in found:
            if not SITUATION.fullmatch(each):
                r.fault(f"{key} is {each!r}, not a kind of work at a place, such as employer@mainland")
        return found

    def chapter(self, r: _Record) -> Chapter:
        return Chapter(act=_act_id(r.text("act", True)), number=r.text("chapter", True), title=_sure(r.three("title")),
                       quoted_in=r.text("quotedIn"))

    def source(self, r: _Record) -> Source:
        return Source(key=r.text("key", True), title=r.text("title", True), url=r.text("url"),
                      extent=r.text("extent", True), read_on=_day(r.day("readOn")), seed=r.text("seed"))

    def provision(self, r: _Record) -> Provision:
        unit = Provision(
            path=r.text("path", True), act=_act_id(r.text("act", True)), chapter=r.text("chapter"),
            section=r.text("section", True), ledd=r.whole("ledd"), bokstav=r.text("bokstav"), nr=r.whole("nr"),
            valid_from=_day(r.day("validFrom")), valid_until=r.day("validUntil", needed=False),
            before=cast(Before, r.choice("before", BEFORES, "not_in_force")),
            status=cast(Status, r.choice("status", STATUSES)),
            content=cast(Content, r.choice("content", CONTENTS)), number=cast(Number, r.choice("number", NUMBERS)),
            sources=r.texts("source", SOURCE), dossier=r.text("dossier", True), paraphrase=_sure(r.three("paraphrase")),
            heading=r.text("heading"), predecessor=r.text("predecessor"), cited_as=self.cited_as(r), quote=_quote(r),
            because=r.three("because", needed=False), note=r.three("note", needed=False),
            topic=r.three("topic", needed=False), order=r.whole("order") or 0,
            presumed=tuple(sorted(r.texts("presumedNumber"), key=sort_key)),
        )
        if r.name != unit.id:
            r.fault(f"the name does not fit the path and the first day, {unit.id}")
        if not unit.sources:
            r.fault("no source")
        if unit.status == "not_modelled" and unit.because is None:
            r.fault("not modelled, and no because")
        return unit

    def cited_as(self, r: _Record) -> tuple[CitedAs, ...]:
        entries = [_Record(self.graph, node, self.faults) for node in r.values.get("citedAs", [])]
        cited = (CitedAs(e.text("as", True), _day(e.day("from")), _day(e.day("until"))) for e in entries)
        return tuple(sorted(cited, key=lambda entry: entry.start))


def _quote(r: _Record) -> Quote | None:
    text, place = r.text("quote"), QUOTED_IN.fullmatch(r.text("quotedIn"))
    if not text:
        return None
    if not place:
        r.fault("a quote must say where it stands: file:first-last")
        return None
    of = r.choice("quoteOf", ("law", "authority"))
    return Quote(text, place["file"], int(place["first"]), int(place["last"]), "law" if of == "law" else "authority")


def sort_key(path: str) -> tuple[tuple[int, str], ...]:
    """Order paths as the law does: 1-1, 1A-1, 2A-1, 3A-1, 23A-1; ledd before bokstav, numbers by their size."""
    pieces = (piece for part in path.split("/") for piece in re.findall(r"(\d*)([^\d]*)", part))
    return tuple((int(number or 0), rest) for number, rest in pieces)


def _position(unit: Provision) -> tuple[object, ...]:
    """Order the units of an act: a unit cited by its topic stands where its presumed section would, annexes come last."""
    section, *parts = unit.path.split("/")[2:]
    number = unit.presumed[0] if unit.presumed else section
    return (section.startswith("annex"), sort_key(number), section, len(parts) > 0, unit.order, sort_key("/".join(parts)))


def _act_id(iri: str) -> str:
    return iri.replace("/", ".")


def _sure(text: Text | None) -> Text:
    return text or same("")


def _day(day: date | None) -> date:
    return day or date.min
