"""A case as an RDF graph, built straight from the entries: what the shapes check, and what can be written as Turtle.

Each entry is an IRI under ``CASE``, each field a triple whose predicate is the property of the ontology (or the name of
the field, where no property owns it). A statement that is settled is there as a triple: a flag that is yes is ``true``,
one that is no is ``false``. One that is not settled («don't know», or two sources that disagree) is no triple at all;
then, as for a list that goes on (``+``), ``leaves_open`` names the property, so that silence passes for no answer.
Survey results are left out: they decide nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.case.model import ENTERPRISE, Answer, Case, Entry, Field, Scalar
from engine.case.schema import UNIT
from engine.case.surveys import deciding
from engine.turtle import NAMESPACE
from engine.views.parties import heard_by
from engine.vocabulary.model import Kind, Property, Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph, Literal, URIRef

CASE = "urn:forsvarlig:case:"
UNITS = "units"
_NOT_TRIPLES = frozenset({"name", "title"})  # kept on the entry itself


@lru_cache(maxsize=4096)
def term(name: str) -> URIRef:
    """Give the IRI of a term of the ontology."""
    from rdflib import URIRef

    return URIRef(NAMESPACE + name)


@lru_cache(maxsize=4096)
def entry_iri(entry: str) -> URIRef:
    """Give the IRI of an entry of the case."""
    from rdflib import URIRef

    return URIRef(CASE + entry)


def graph(case: Case, vocabulary: Vocabulary) -> Graph:
    """Build the graph of a case."""
    return _Writer(deciding(case, vocabulary), vocabulary).write()


class _Writer:
    """Writes one case; what is said of a statement is gathered first, so that disagreement shows."""

    def __init__(self, case: Case, vocabulary: Vocabulary) -> None:
        from rdflib import RDF, Graph

        self.case, self.vocabulary, self.type = case, vocabulary, RDF.type
        self.graph = Graph(bind_namespaces="none")
        self.graph.bind("fv", NAMESPACE)
        self.owned = {
            (cls, prop.field): prop for prop in vocabulary.properties.values() if prop.field for cls in prop.domain
        }
        self.said: dict[tuple[str, str, str | None], list[tuple[Answer, str]]] = defaultdict(list)
        self.open: set[tuple[str, str]] = set()

    def write(self) -> Graph:
        for entry in self.case.entries.values():
            self._entry(entry)
        for said in self.case.answers:
            if self.vocabulary.properties[said.property].kind is not Kind.VALUE:
                self._hear(said.about, said.property, said.object, said.value, said.stated_by)
        self._heed()
        self._settle()
        for entry_id, prop in sorted(self.open):
            self._add(entry_id, "leaves_open", term(prop))
        return self.graph

    def _add(self, subject: str, predicate: str, value: URIRef | Literal) -> None:
        self.graph.add((entry_iri(subject), term(predicate), value))

    def _entry(self, entry: Entry) -> None:
        from rdflib import Literal

        self.graph.add((entry_iri(entry.id), self.type, term(entry.cls)))
        self._add(entry.id, "stated_by", term(entry.stated_by))
        for document in dict.fromkeys(evidence.document for evidence in entry.evidence):
            self._add(entry.id, "evidence", entry_iri(document))
        if entry.title is not None:
            self._add(entry.id, "name" if entry.cls in ("Undertaking", "Unit") else "title", Literal(entry.title))
        for factor, (answer, _) in entry.factors.items():
            self._hear(entry.id, "exposed_to", factor, answer, entry.stated_by)
        for name, field in entry.fields.items():
            if name not in _NOT_TRIPLES and name != UNITS:
                self._field(entry, field)
        self._units(entry)

    def _units(self, entry: Entry) -> None:
        """Say which units an entry is about; without any it is about the whole undertaking (design § 5)."""
        prop = self.owned.get((entry.cls, UNITS))
        if prop or entry.units is not None:
            for unit in entry.units if entry.units is not None else (ENTERPRISE,):
                self._add(entry.id, prop.id if prop else UNITS, entry_iri(unit))

    def _field(self, entry: Entry, field: Field) -> None:
        prop = self.owned.get((entry.cls, field.name))
        predicate = prop.id if prop else field.name
        if field.open:
            self.open.add((entry.id, predicate))
        for value in field.values:
            if prop and prop.kind is Kind.LINK and not isinstance(value, Answer):
                self._hear(entry.id, predicate, str(value), Answer.YES, entry.stated_by)
            elif isinstance(value, Answer):
                self._hear(entry.id, predicate, None, value, entry.stated_by)
            else:
                self._add(entry.id, predicate, self._value(prop, value))

    def _value(self, prop: Property | None, value: Scalar) -> URIRef | Literal:
        from rdflib import XSD, Literal

        if isinstance(value, date):
            return Literal(value.isoformat(), datatype=XSD.date)
        if isinstance(value, int):
            return Literal(value)
        return self._object(prop, str(value)) if prop and prop.range in self.vocabulary.collections else Literal(value)

    def _object(self, prop: Property, value: str) -> URIRef:
        return entry_iri(value) if prop.range in self.vocabulary.classes else term(value)

    def _hear(self, subject: str, prop: str, obj: str | None, answer: Answer, role: str) -> None:
        said = Answer.NO if answer is Answer.NOT_RELEVANT else answer
        self.said[subject, prop, obj].append((said, role))

    def _heed(self) -> None:
        """Where a party's view is taken, let its word stand; what is supposed is all that is said of a statement."""
        if self.case.view:
            for key, heard in self.said.items():
                kept = heard_by(self.case.view, [(None if said is Answer.DONT_KNOW else said, (role,)) for said, role in heard])
                self.said[key] = [heard[place] for place in kept]
        for each in self.case.supposed:
            if self.vocabulary.properties[each.property].range != UNIT:
                self.said[each.about, each.property, each.object] = [(each.value or Answer.DONT_KNOW, "")]

    def _settle(self) -> None:
        """Write what is settled; a definite answer outweighs «don't know», two of them leave the matter open."""
        from rdflib import Literal

        for (subject, prop, obj), heard in self.said.items():
            definite = {said for said, _ in heard} - {Answer.DONT_KNOW}
            if len(definite) != 1:
                self.open.add((subject, prop))
            elif obj is None:
                self._add(subject, prop, Literal(definite == {Answer.YES}))
            elif definite == {Answer.YES}:
                self._add(subject, prop, self._object(self.vocabulary.properties[prop], obj))
