"""From the Turtle files of ``ontology/`` to the plain values of ``engine.vocabulary.model``; rdflib stays in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.instruments.load import files as instrument_files
from engine.instruments.load import instruments
from engine.text import Text, same
from engine.turtle import NAMESPACE, text_of
from engine.vocabulary.model import (
    Class,
    Collection,
    Concept,
    Kind,
    Nature,
    Noun,
    Origin,
    Parameter,
    Property,
    Vocabulary,
)

if TYPE_CHECKING:
    from rdflib import Graph

_DATATYPES = {"date": "date", "integer": "number", "decimal": "decimal", "string": "text", "boolean": "boolean"}
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "broader")


def load(folder: Path) -> Vocabulary:
    """Read every Turtle file that lies directly in ``folder`` (shapes lie deeper and are not read here), and the instruments
    beside it in ``kb``: a case file names them and their items.
    """
    from rdflib import Graph

    graph = Graph(store="SimpleMemory")  # without named graphs, a quarter quicker
    for file in (*sorted(folder.glob("*.ttl")), *instrument_files(folder.parent)):
        graph.parse(file, format="turtle")
    return _Reader(graph).vocabulary()


class _Reader:
    """Reads one graph; knows the terms of the ontology language and nothing of what the ontology says."""

    def __init__(self, graph: Graph) -> None:
        from rdflib import OWL, RDF, RDFS, SKOS, XSD, Namespace

        self.graph = graph
        self.fv, self.owl, self.rdf, self.rdfs, self.skos, self.xsd = Namespace(NAMESPACE), OWL, RDF, RDFS, SKOS, XSD

    def vocabulary(self) -> Vocabulary:
        found = Vocabulary()
        for node in self._all(self.owl.Class):
            found.classes[_id(node)] = self._class(node)
        for node in self._all(self.owl.ObjectProperty, self.owl.DatatypeProperty):
            found.properties[_id(node)] = self._property(node)
        for node in self._all(self.skos.Concept):
            found.concepts[_id(node)] = self._concept(node)
        for node in self._all(self.skos.OrderedCollection):
            found.collections[_id(node)] = self._collection(node, self.skos.memberList)
        for node in self._all(self.skos.ConceptScheme):
            found.collections[_id(node)] = self._collection(node, self.fv.order)
        for node in self._all(self.fv.Parameter):
            found.parameters[_id(node)] = self._parameter(node)
        found.instruments = instruments(self.graph)
        _join_collections(found)
        _widen_domains(found)
        return found

    def _class(self, node: Any) -> Class:
        forms = ("indefinite", "negative", "definite", "plural", "definitePlural")
        nature = self._word(node, self.fv.nature)
        return Class(
            id=_id(node),
            noun=Noun(*(self._needed(node, self.fv[form]) for form in forms)),
            register=self._word(node, self.fv.register),
            nature=Nature(nature) if nature else None,
            comment=self._text(node, self.rdfs.comment),
            also_has=tuple(sorted(_id(n) for n in self.graph.objects(node, self.fv.alsoHas))),
            proposable=self._word(node, self.fv.proposable) == "true",
            changeable=tuple(sorted(_id(n) for n in self.graph.objects(node, self.fv.changeable))),
            one_each=next((_id(n) for n in self.graph.objects(node, self.fv.oneEach)), ""),
        )

    def _property(self, node: Any) -> Property:
        return Property(
            id=_id(node),
            kind=Kind(self._word(node, self.fv.kind) or ""),
            domain=tuple(_id(n) for n in self._list(node, self.fv.domainAnyOf)),
            range=self._range(node),
            origin=Origin(self._word(node, self.fv.origin) or ""),
            label=self._needed(node, self.rdfs.label),
            phrase=self._text(node, self.fv.phrase),
            phrase_not=self._text(node, self.fv.phraseNot),
            phrase_not_sub=self._text(node, self.fv.phraseNotSub),
            ask=self._text(node, self.fv.ask),
            field=self._word(node, self.fv.field),
            many=self._word(node, self.fv.many) == "true",
            required=self._word(node, self.fv.required) == "true",
            asked_of=tuple(sorted(_id(n) for n in self.graph.objects(node, self.fv.askedOf))),
            implies=next((_id(n) for n in self.graph.objects(node, self.fv.implies)), None),
        )

    def _range(self, node: Any) -> str:
        collection = self.graph.value(node, self.fv.rangeCollection)
        if collection is not None:
            return _id(collection)
        target = self.graph.value(node, self.rdfs.range)
        if target is None:
            return ""
        return _DATATYPES[_id(target)] if str(target).startswith(str(self.xsd)) else _id(target)

    def _concept(self, node: Any) -> Concept:
        label = self._needed(node, self.skos.prefLabel)
        return Concept(
            id=_id(node),
            label=label,
            in_sentence=self._needed(node, self.fv.inSentence),
            note=self._text(node, self.skos.note),
            source=self._words(node, self.fv.source),
            matches=tuple(sorted(
                (relation, _id(other))
                for relation in _MATCHES
                for other in self.graph.objects(node, self.skos[relation])
            )),
            member_of=tuple(sorted(_id(n) for n in self.graph.objects(node, self.fv.memberOf))),
            order=int(self._word(node, self.fv.order) or 0),
            confidence=self._word(node, self.fv.confidence) or "",
        )

    def _collection(self, node: Any, members: Any) -> Collection:
        return Collection(
            id=_id(node),
            label=self._needed(node, self.skos.prefLabel),
            members=tuple(_id(n) for n in self._list(node, members)),
            force=self._word(node, self.fv.force) or "closed",
            source=self._words(node, self.fv.source),
        )

    def _parameter(self, node: Any) -> Parameter:
        values = sorted(
            (date.fromisoformat(self._word(value, self.fv["from"]) or ""), int(self._word(value, self.fv.number) or ""))
            for value in self.graph.objects(node, self.fv.value)
        )
        return Parameter(
            id=_id(node),
            label=self._needed(node, self.rdfs.label),
            unit=self._word(node, self.fv.unit) or "count",
            values=tuple(values),
            source=self._words(node, self.fv.source),
        )

    def _all(self, *types: Any) -> list[Any]:
        nodes = {node for kind in types for node in self.graph.subjects(self.rdf.type, kind)}
        return sorted((node for node in nodes if str(node).startswith(NAMESPACE)), key=str)

    def _text(self, node: Any, predicate: Any) -> Text | None:
        """Give a text in three languages; a language that is missing is the empty string, which ``check`` reports."""
        return text_of(self.graph.objects(node, predicate))

    def _needed(self, node: Any, predicate: Any) -> Text:
        return self._text(node, predicate) or same("")

    def _word(self, node: Any, predicate: Any) -> str | None:
        value = self.graph.value(node, predicate)
        return None if value is None else str(value)

    def _words(self, node: Any, predicate: Any) -> tuple[str, ...]:
        return tuple(sorted(str(value) for value in self.graph.objects(node, predicate)))

    def _list(self, node: Any, predicate: Any) -> Iterable[Any]:
        head = self.graph.value(node, predicate)
        return () if head is None else self.graph.items(head)


def _join_collections(found: Vocabulary) -> None:
    """Add each concept to the collections it says it is a ``fv:memberOf``, after their own members, in ``fv:order``.

    So a topic of its own file can bring its goals and kinds along, and no list has to know every topic.
    """
    for concept in sorted(found.concepts.values(), key=lambda concept: (concept.order, concept.id)):
        for name in concept.member_of:
            if (collection := found.collections.get(name)) is not None:
                found.collections[name] = replace(collection, members=(*collection.members, concept.id))


def _widen_domains(found: Vocabulary) -> None:
    """Add each class to the domain of the properties it says it ``fv:alsoHas``, such as a date and a title."""
    for cls in sorted(found.classes.values(), key=lambda cls: cls.id):
        for name in cls.also_has:
            if (prop := found.properties.get(name)) is not None:
                found.properties[name] = replace(prop, domain=(*prop.domain, cls.id))


def _id(node: Any) -> str:
    return str(node).rsplit("#", 1)[-1]
