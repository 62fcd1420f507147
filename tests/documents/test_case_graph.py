"""The graph of a case: every field a triple, what is not settled no triple, and nothing of the text form needed."""

from typing import Any

import pytest
from complete_case import ROOT, Read
from rdflib import RDF, Graph, Literal, URIRef

from engine.case.graph import entry_iri, graph, term
from engine.case.reader import read_case
from engine.vocabulary.model import Vocabulary

DATE = URIRef("http://www.w3.org/2001/XMLSchema#date")


@pytest.fixture
def build(read: Read, vocabulary: Vocabulary) -> Any:
    return lambda *changes: graph(read(*changes), vocabulary)


def of(data: Graph, entry: str, name: str) -> set[Any]:
    return set(data.objects(entry_iri(entry), term(name)))


def test_terms_and_entries_have_fixed_iris() -> None:
    assert str(entry_iri("R1")) == "urn:forsvarlig:case:R1"
    assert str(term("dated")) == "https://w3id.org/forsvarlig/ns#dated"


def test_fields_are_triples_of_their_properties(build: Any) -> None:
    data = build()
    assert of(data, "R1", "dated") == {Literal("2026-02-11", datatype=DATE)}
    assert of(data, "R1", "assesses") == {term("workload"), term("emotional_demands"), term("violence")}
    assert of(data, "R1", "follows_mapping") == {entry_iri("K1")}
    assert of(data, "R1", "applies_to") == {entry_iri("a")}
    assert of(data, "R1", "covers_horizon") == {term("short_term"), term("long_term")}
    assert of(data, "R1", "stated_by") == {term("employer")}
    assert of(data, "R1", "title") == {Literal("risikovurderingen")}
    assert of(data, "RI1", "risk_kind") == {term("event")}
    assert of(data, "RI1", "likelihood") == {Literal("middels")}
    assert of(data, "P1", "deadline") == {Literal("2026-09-01", datatype=DATE)}
    assert of(data, "a", "headcount") == {Literal(20)}
    assert of(data, "a", "exposed_to") == {term("workload"), term("emotional_demands"), term("violence")}
    assert set(data.objects(entry_iri("R1"), RDF.type)) == {term("RiskAssessment")}


def test_flags(build: Any) -> None:
    data = build({"R1.mutual": "no", "R1.together": "dont_know", "R1.violence": None})
    assert of(data, "R1", "assesses_mutual") == {Literal(False)}
    assert of(data, "R1", "violence_together") == {Literal(True)}
    assert of(data, "R1", "assesses_together") == set() == of(data, "R1", "covers_violence")
    assert of(data, "R1", "leaves_open") == {term("assesses_together")}


def test_the_entries_of_a_document_can_be_found(build: Any) -> None:
    data = build()
    assert set(data.subjects(term("evidence"), entry_iri("DR"))) == {entry_iri("R1"), entry_iri("RI1")}
    assert of(data, "DR", "transcribed") == {term("fully")}


def test_a_record_of_the_whole_undertaking(build: Any) -> None:
    for units in ("all", None):
        assert of(build({"R1.units": units}), "R1", "applies_to") == {entry_iri("enterprise")}


def test_an_open_list_says_so(build: Any) -> None:
    assert of(build({"K1.found": ["workload", "+"]}), "K1", "leaves_open") == {term("found")}


def test_answers_are_heard(build: Any) -> None:
    def answer(**given: str) -> dict[str, Any]:
        return {"answers": [{"about": "R1", "stated_by": "hr", **given}]}

    yes = build({"R1.mutual": None}, answer(ask="mutual", value="yes"))
    assert of(yes, "R1", "assesses_mutual") == {Literal(True)} and not of(yes, "R1", "leaves_open")
    disputed = build({"R1.mutual": "no"}, answer(ask="mutual", value="yes"))
    assert of(disputed, "R1", "assesses_mutual") == set()
    assert of(disputed, "R1", "leaves_open") == {term("assesses_mutual")}
    known = build(answer(ask="mutual", value="dont_know"))
    assert of(known, "R1", "assesses_mutual") == {Literal(True)} and not of(known, "R1", "leaves_open")
    against = build(answer(ask="factors", of="workload", value="no"))
    assert of(against, "R1", "assesses") == {term("emotional_demands"), term("violence")}
    assert of(against, "R1", "leaves_open") == {term("assesses")}


def test_text_stays_text(build: Any) -> None:
    data = build({"P1.goal": "workload"})
    assert of(data, "P1", "goal_text") == {Literal("workload")}


def test_nothing_is_a_blank_node_and_turtle_gives_it_back(vocabulary: Vocabulary) -> None:
    data = graph(read_case(ROOT / "examples" / "small.yaml", vocabulary)[0], vocabulary)
    assert all(isinstance(subject, URIRef) for subject in data.subjects())
    again = Graph().parse(data=data.serialize(format="turtle"), format="turtle")
    assert set(again) == set(data)
    assert len(data) > 200


def test_every_predicate_is_a_property_or_a_field(vocabulary: Vocabulary) -> None:
    data = graph(read_case(ROOT / "examples" / "small.yaml", vocabulary)[0], vocabulary)
    named = {str(p).rpartition("#")[2] for p in data.predicates() if p != RDF.type}
    own = {"stated_by", "evidence", "leaves_open"}
    header = {name for name in named if name.partition(".")[0] in ("employees", "industry")}
    assert named - own - header <= vocabulary.properties.keys()
