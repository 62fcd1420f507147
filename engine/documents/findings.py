"""Findings: what a document lacks or does not address, which provision wants it, and what of it a rule may hear.

A finding is **certain** when nothing that is still open can undo it: each document behind the entry is marked as
transcribed in full, or it is the case that says so, and the case does not leave the field open. Only a certain violation
feeds a breach; an uncertain one leaves the matter unknown; a recommendation or a note feeds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from engine.case.graph import entry_iri, term
from engine.case.model import Case
from engine.documents.naming import Naming, filled
from engine.documents.presence import marks
from engine.documents.reading import documents_of
from engine.documents.shapes import SHACL, Force, Kind, Shape, describe, shape_ids
from engine.documents.validate import Result, validate
from engine.law.model import LawBase
from engine.text import Text
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")  # gravest first
OF_THE_CASE = frozenset({"evidence", "withheld_from"})  # what the case says of a document, and the document not of itself


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one document lacks. ``document`` is None where the entry was only stated.

    ``provision`` is the path that wants it, ``also`` the paths that want the same. ``values`` are the concepts it is
    about, where it is about items of a list. ``element`` is a member of ``document_elements``, for rules; None where no
    rule hears of it.
    """

    document: str | None
    entry: str
    shape: str
    element: str | None
    severity: Severity
    kind: Kind
    provision: str
    force: Force
    message: Text
    question: Text | None
    certain: bool
    values: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_breach(self) -> bool:
        """Say whether it is a violation that nothing open can undo."""
        return self.severity == "violation" and self.certain


class Unread(NamedTuple):
    """The provisions behind shapes that were not applied: not in force on the day, or not encoded for that day.

    ``regimes`` are those of the case that have no shapes at all.
    """

    not_in_force: tuple[str, ...]
    not_encoded: tuple[str, ...]
    regimes: tuple[str, ...]


def check_documents(
    case: Case, vocabulary: Vocabulary, graph: Graph, shapes: Graph, law: LawBase | None = None, on: date | None = None
) -> list[Finding]:
    """Check the documents of a case; worst first within each document, in the order of the file.

    With a law base, only what law in force ``on`` the day wants counts (the day of the facts, unless another is given).
    """
    written = marks(case, vocabulary, graph)
    # Most small cases hold nothing that a shape is about, and the validator goes through all of them all the same.
    results = validate(graph, shapes, written) if _about(graph, written, shapes) else []
    opened = term("leaves_open")
    left_open = {(str(s), str(o)) for s, p, o in (*graph.triples((None, opened, None)), *written) if p == opened}
    described = {shape: describe(shapes, shape) for shape in {result.shape for result in results}}
    holds = _in_force(law, on or case.date) if law else lambda _: True
    naming = Naming(vocabulary)
    found: list[Finding] = []
    for group in _grouped(results, described):
        shape = _by_law(described[group[0].shape], case.regimes, holds)
        if shape:
            certain = _is_certain(group[0].entry, shape, case, left_open)
            found.append(_finding(group, shape, naming, certain))
    place = {entry: number for number, entry in enumerate(case.entries)}
    every = [each for finding in _together(found) for each in _by_document(finding, case)]
    return sorted(every, key=lambda f: (
        place[f.document] if f.document else len(place), SEVERITIES.index(f.severity), not f.certain, place[f.entry],
        f.shape, tuple(map(naming.place, f.values)),
    ))


def lacking(findings: Iterable[Finding], case: Case) -> dict[tuple[str, str], Truth]:
    """Say which elements entries lack: YES where a document transcribed in full lacks one, UNKNOWN where it may."""
    found: dict[tuple[str, str], Truth] = {}
    for finding in findings:
        if finding.severity == "violation" and finding.kind == "missing" and finding.element:
            sure = finding.certain and is_transcribed(finding.entry, case)
            key = (finding.entry, finding.element)
            found[key] = max(found.get(key, Truth.NO), Truth.YES if sure else Truth.UNKNOWN)
    return found


def examined(case: Case, vocabulary: Vocabulary, graph: Graph, shapes: Graph) -> set[str]:
    """Give the documents that some shape is about: those from which an entry of a kind that is checked was read."""
    about = _about(graph, marks(case, vocabulary, graph), shapes)
    return {name for entry in case.entries.values() if str(entry_iri(entry.id)) in about for name in documents_of(entry)}


def _about(graph: Graph, written: Iterable[tuple[Node, Node, Node]], shapes: Graph) -> set[str]:
    """Give the nodes that some shape is about."""
    from rdflib import RDF, URIRef

    targets = set(shapes.objects(None, URIRef(SHACL + "targetClass")))
    kinds = [*graph.triples((None, RDF.type, None)), *(each for each in written if each[1] == RDF.type)]
    return {str(node) for node, _, kind in kinds if kind in targets}


def is_transcribed(entry: str, case: Case) -> bool:
    """Say whether every document that an entry was read from is marked as transcribed in full."""
    documents = documents_of(case.entries[entry])
    return bool(documents) and all(case.entries[document].one("transcribed") == "fully" for document in documents)


def unread(shapes: Graph, case: Case, law: LawBase, on: date) -> Unread:
    """Give the provisions of the case's regimes whose shapes say nothing on a day, and why."""
    paths = sorted({path for shape in shape_ids(shapes) for path in describe(shapes, shape).provisions})
    standing = {path: law.standing(path, on).kind for path in paths if path.split("/")[0] in case.regimes}
    return Unread(
        tuple(path for path, kind in standing.items() if kind == "not_in_force"),
        tuple(path for path, kind in standing.items() if kind == "not_encoded"),
        tuple(regime for regime in case.regimes if not any(path.startswith(f"{regime}/") for path in paths)),
    )


def _in_force(law: LawBase, on: date) -> Callable[[str], bool]:
    def holds(path: str) -> bool:
        return bool(law.versions(path)) and law.standing(path, on).kind == "in_force"
    return holds


def _by_law(shape: Shape, regimes: tuple[str, ...], holds: Callable[[str], bool]) -> Shape | None:
    """Keep of a shape what the law of the day wants; None where that is nothing."""
    provisions = tuple(path for path in shape.provisions if path.split("/")[0] in regimes and holds(path))
    return replace(shape, provisions=provisions) if provisions else None


def _grouped(results: list[Result], described: dict[str, Shape]) -> list[list[Result]]:
    """Put the items of one question together; leave out a question about what a violation is about already."""
    def value(result: Result) -> str | None:
        return result.value or described[result.shape].value

    grave = {(result.entry, value(result)) for result in results if result.severity == "violation" and value(result)}
    groups: dict[tuple[str, ...], list[Result]] = {}
    for result in results:
        if result.severity == "info" and (result.entry, value(result)) in grave:
            continue
        own = () if result.severity == "info" else (result.value or "",)
        groups.setdefault((result.entry, result.shape, *own), []).append(result)
    return list(groups.values())


def _finding(group: list[Result], shape: Shape, naming: Naming, certain: bool) -> Finding:
    first = group[0]
    values = naming.ordered({result.value for result in group if result.value})
    names = naming.names(values, as_listed=first.severity == "info")
    return Finding(
        None, first.entry, shape.id, shape.element, cast(Severity, first.severity), shape.kind,
        naming.narrowed(shape.provisions[0], values), shape.force,
        filled(shape.message, names), filled(shape.question, names) if shape.question else None,
        certain, values or ((shape.value,) if shape.value else ()), shape.provisions[1:], shape.sources,
    )


def _is_certain(entry: str, shape: Shape, case: Case, left_open: set[tuple[str, str]]) -> bool:
    subject = str(entry_iri(entry))
    known = bool(OF_THE_CASE & set(shape.reads)) or is_transcribed(entry, case)
    return known and not any((subject, str(term(name))) in left_open for name in shape.reads)


def _together(findings: list[Finding]) -> list[Finding]:
    """Make one finding of two that are the same lack under two provisions; the more general provision comes first."""
    found: dict[tuple[object, ...], Finding] = {}
    for number, finding in enumerate(findings):
        same = (finding.entry, finding.element, finding.severity, finding.values) if finding.element else (number,)
        before = found.get(same)
        if before:
            also = dict.fromkeys((*before.also, finding.provision, *finding.also))
            finding = replace(before, also=tuple(path for path in also if path != before.provision))
        found[same] = finding
    return list(found.values())


def _by_document(finding: Finding, case: Case) -> list[Finding]:
    documents = documents_of(case.entries[finding.entry])
    return [replace(finding, document=document) for document in documents] or [finding]
