"""Reading the catalogue: Turtle files under ``kb/measures`` and ``kb/guidance`` in, contents out, or every problem at once."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.catalogue import model
from engine.catalogue.messages import problem
from engine.catalogue.model import Catalogue, Content, Lines
from engine.errors import BadInputError, Problem
from engine.text import LANGUAGES, Text, same
from engine.turtle import NAMESPACE, is_once_in_each, text_of
from engine.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

CONTENT = "https://w3id.org/forsvarlig/content/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FOLDERS = ("measures", "guidance")
PROPERTIES = ("type", "title", "text", "factor", "level", "stage", "tags", "order", "attribution", "seed")
LINES = re.compile(r"(?P<file>[^:\s]+):(?P<first>[1-9]\d*)(?:-(?P<last>[1-9]\d*))?")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAG = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def load(rulebase: Path, vocabulary: Vocabulary) -> Catalogue:
    """Read the catalogue of a rule-base folder; BadInputError with every problem of every file."""
    found, problems = read(rulebase, vocabulary)
    if problems:
        raise BadInputError(problems)
    return found


def read(rulebase: Path, vocabulary: Vocabulary) -> tuple[Catalogue, list[Problem]]:
    """Read what can be read, and name what can't."""
    factors = [m for name in model.FACTOR_LISTS if name in vocabulary.collections for m in vocabulary.collections[name].members]
    reader = _Reader(tuple(factors), seed_lengths(rulebase))
    for folder in FOLDERS:
        for file in sorted((rulebase / "kb" / folder).rglob("*.ttl")):
            reader.file(file, file.relative_to(rulebase).as_posix())
    return Catalogue(tuple(reader.contents)), reader.problems


def seed_lengths(rulebase: Path) -> dict[str, int]:
    """Give the number of lines of every seed that was read."""
    listed = rulebase / "kb" / "sources" / "seeds.csv"
    if not listed.is_file():
        return {}
    with listed.open(encoding="utf-8", newline="") as stream:
        return {row["file"]: int(row["lines"]) for row in csv.DictReader(stream)}


class _Reader:
    """Reads file after file; remembers where each id was first seen."""

    def __init__(self, factors: tuple[str, ...], lengths: dict[str, int]) -> None:
        self.factors, self.lengths = factors, lengths
        self.contents: list[Content] = []
        self.problems: list[Problem] = []
        self.seen: dict[str, str] = {}

    def file(self, path: Path, name: str) -> None:
        from rdflib import Graph, URIRef
        from rdflib.plugins.parsers.notation3 import BadSyntax

        source = path.read_text(encoding="utf-8")
        graph = Graph()
        try:
            graph.parse(data=source, format="turtle")
        except BadSyntax as error:
            self.problems.append(problem(name, int(error.lines) + 1, "not-turtle", why=str(error._why)))
            return
        where = _lines_of_subjects(source)
        subjects = {str(subject): subject for subject in graph.subjects()}
        for iri in sorted(subjects, key=lambda iri: (where.get(iri.removeprefix(CONTENT), [0])[0], iri)):
            id_ = iri.removeprefix(CONTENT)
            lines = where.get(id_, [0])
            self._once(id_, name, lines)
            if (subjects[iri], URIRef(TYPE), URIRef(NAMESPACE + "Content")) not in graph or not iri.startswith(CONTENT):
                self.problems.append(problem(name, lines[0], "not-content", id=id_))
                continue
            self.contents.append(self._content(_Node(graph, subjects[iri], id_, name, lines[0], self.problems)))

    def _once(self, id_: str, name: str, lines: list[int]) -> None:
        if id_ in self.seen:
            self.problems.append(problem(name, lines[0], "twice", id=id_, other=self.seen[id_]))
        if len(lines) > 1:
            self.problems.append(problem(name, lines[1], "twice", id=id_, other=f"{name}:{lines[0]}"))
        self.seen.setdefault(id_, f"{name}:{lines[0]}")

    def _content(self, node: "_Node") -> Content:
        if not NAME.fullmatch(node.id):
            node.wrong("bad-id")
        for unknown in sorted(set(node.values) - set(PROPERTIES)):
            node.wrong("unknown-property", value=unknown, allowed=", ".join(PROPERTIES))
        title = node.three("title", needed=True)
        return Content(
            id=node.id,
            type=node.choice("type", model.TYPES, needed=True),
            title=title or same(""),
            text=node.three("text"),
            factors=node.several("factor", self.factors),
            levels=node.several("level", model.LEVELS),
            stages=node.several("stage", model.STAGES),
            tags=node.tags(),
            order=node.whole("order"),
            attribution=node.choice("attribution", model.ATTRIBUTIONS),
            seeds=node.seeds(self.lengths),
            file=node.file,
        )


class _Node:
    """The statements about one content."""

    def __init__(self, graph: "Graph", subject: "Node", id_: str, file: str, line: int, problems: list[Problem]) -> None:
        self.id, self.file, self.line, self.problems = id_, file, line, problems
        self.values: dict[str, list[Node]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(subject):
            if str(predicate) != TYPE:
                self.values[str(predicate).removeprefix(NAMESPACE)].append(value)

    def wrong(self, code: str, **slots: str) -> None:
        self.problems.append(problem(self.file, self.line, code, id=self.id, **slots))

    def one(self, key: str, needed: bool = False) -> str:
        values = self.values.get(key, [])
        if len(values) > 1 or (needed and not values):
            self.wrong("count", key=key, n=str(len(values)))
        return str(values[0]) if values else ""

    def choice(self, key: str, allowed: Iterable[str], needed: bool = False) -> str:
        value = self.one(key, needed)
        if value and value not in allowed:
            self.wrong("not-allowed", key=key, value=value, allowed=", ".join(allowed))
        return value

    def several(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        given = [str(value).removeprefix(NAMESPACE) for value in self.values.get(key, [])]
        found = tuple(sorted(given, key=lambda value: (allowed.index(value) if value in allowed else len(allowed), value)))
        for value in found:
            if value not in allowed:
                self.wrong("not-allowed", key=key, value=value, allowed=", ".join(allowed))
        return found

    def tags(self) -> tuple[str, ...]:
        found = tuple(sorted(str(value) for value in self.values.get("tags", [])))
        for value in found:
            if not TAG.fullmatch(value):
                self.wrong("bad-tag", value=value)
        return found

    def whole(self, key: str) -> int:
        value = self.one(key)
        if value and not value.isdigit():
            self.wrong("not-number", key=key, value=value)
            return 0
        return int(value or 0)

    def three(self, key: str, needed: bool = False) -> Text | None:
        values = self.values.get(key, [])
        if not values and not needed:
            return None
        found = Text(*(said.strip() for said in text_of(values) or same("")))
        if not is_once_in_each(values) or not all(found):
            self.wrong("languages", key=key, allowed=", ".join(LANGUAGES))
        return found

    def seeds(self, lengths: dict[str, int]) -> tuple[Lines, ...]:
        found = []
        for value in sorted(str(value) for value in self.values.get("seed", [])):
            place = lines_from(value)
            if place is None:
                self.wrong("bad-seed", value=value)
            elif place.file not in lengths:
                self.wrong("unknown-seed", value=value, allowed=", ".join(lengths))
            elif not place.first <= place.last <= lengths[place.file]:
                self.wrong("outside-seed", value=value, n=str(lengths[place.file]))
            else:
                found.append(place)
        if not self.values.get("seed"):
            self.wrong("no-seed")
        return tuple(sorted(found))


def lines_from(text: str) -> Lines | None:
    """Read ``file:line`` or ``file:first-last``; None for anything else."""
    match = LINES.fullmatch(text)
    if match is None:
        return None
    return Lines(match["file"], int(match["first"]), int(match["last"] or match["first"]))


def _lines_of_subjects(source: str) -> dict[str, list[int]]:
    """Find the lines where subjects begin: Turtle knows no lines once it is read, and a reader of a problem wants them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(source.splitlines(), 1):
        match = re.match(r"(?:content:|<https://w3id\.org/forsvarlig/content/)([^\s>]+)", line)
        if match:
            found[match[1]].append(number)
    return found
