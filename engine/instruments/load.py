"""From the Turtle files of ``kb/instruments`` to instruments; their names and items are concepts that the vocabulary reads."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from engine.instruments.model import Choice, Instrument, Item, NeutralFrom, Scored, Side
from engine.text import Text, same
from engine.turtle import NAMESPACE, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

SKOS = "http://www.w3.org/2004/02/skos/core#"


def files(rulebase: Path) -> list[Path]:
    """List the files of the instruments of a rule-base folder."""
    return sorted((rulebase / "kb" / "instruments").glob("*.ttl"))


def instruments(graph: Graph) -> dict[str, Instrument]:
    """Give the instruments of a graph by id, in their order; what is missing is empty, which the check of the vocabulary reports."""
    from rdflib import RDF, URIRef

    found = [
        (_whole(graph, node, "order"), _instrument(graph, node))
        for node in graph.subjects(RDF.type, URIRef(f"{NAMESPACE}Instrument"))
    ]
    return {each.id: each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].id))}


def _instrument(graph: Graph, node: Any) -> Instrument:
    choices = tuple(
        Choice(_word(graph, each, "id"), _text(graph, each, f"{NAMESPACE}means"), _whole(graph, each, "points"))
        for each in _list(graph, node, "choices")
    )
    points = [choice.points for choice in choices]
    asks = cast(Side, _word(graph, node, "asks"))
    return Instrument(
        id=_id(node),
        title=_text(graph, node, f"{SKOS}prefLabel"),
        in_sentence=_text(graph, node, f"{NAMESPACE}inSentence"),
        purpose=_text(graph, node, f"{NAMESPACE}purpose"),
        choices=choices,
        anchors=tuple(
            (_number(graph, each, "at"), _text(graph, each, f"{NAMESPACE}means")) for each in _list(graph, node, "anchors")
        ),
        lowest=Decimal(min(points)) if points else _number(graph, node, "lowest"),
        highest=Decimal(max(points)) if points else _number(graph, node, "highest"),
        scored=cast(Scored, _word(graph, node, "scored")),
        neutral=_number(graph, node, "neutral"),
        neutral_from=cast(NeutralFrom, _word(graph, node, "neutralFrom")),
        asks=asks,
        items=tuple(_item(graph, each, asks) for each in _list(graph, node, "items")),
        speaks_to=_ids(graph, node, "speaksTo"),
        partly=_ids(graph, node, "speaksPartlyTo"),
        question=_text(graph, node, f"{NAMESPACE}question") if _values(graph, node, f"{NAMESPACE}question") else None,
        caution=_text(graph, node, f"{NAMESPACE}caution"),
        citation=_text(graph, node, f"{NAMESPACE}citation"),
        source=_ids(graph, node, "source"),
    )


def _item(graph: Graph, node: Any, asks: Side) -> Item:
    return Item(
        id=_id(node),
        label=_text(graph, node, f"{SKOS}prefLabel"),
        in_sentence=_text(graph, node, f"{NAMESPACE}inSentence"),
        wording=_text(graph, node, f"{NAMESPACE}wording"),
        question=_text(graph, node, f"{NAMESPACE}question"),
        is_reversed=_word(graph, node, "reversed") == "true",
        asks=cast(Side, _word(graph, node, "asks") or asks),
        speaks_to=_ids(graph, node, "speaksTo"),
        partly=_ids(graph, node, "speaksPartlyTo"),
        source=_ids(graph, node, "source"),
    )


def _values(graph: Graph, node: Any, predicate: str) -> list[Any]:
    from rdflib import URIRef

    return list(graph.objects(node, URIRef(predicate)))


def _word(graph: Graph, node: Any, name: str) -> str:
    return next((str(value) for value in _values(graph, node, NAMESPACE + name)), "")


def _whole(graph: Graph, node: Any, name: str) -> int:
    return int(_word(graph, node, name) or 0)


def _number(graph: Graph, node: Any, name: str) -> Decimal:
    return Decimal(_word(graph, node, name) or 0)


def _text(graph: Graph, node: Any, predicate: str) -> Text:
    return text_of(_values(graph, node, predicate)) or same("")


def _list(graph: Graph, node: Any, name: str) -> Iterable[Any]:
    head = _values(graph, node, NAMESPACE + name)
    return graph.items(head[0]) if head else ()


def _ids(graph: Graph, node: Any, name: str) -> tuple[str, ...]:
    return tuple(sorted(_id(value) for value in _values(graph, node, NAMESPACE + name)))


def _id(node: Any) -> str:
    return str(node).removeprefix(NAMESPACE)
