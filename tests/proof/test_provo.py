"""PROV-O: valid Turtle with every outcome, derived down to documents, roles and provisions."""

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDFS

from engine.proof.provo import iri, literal, provo
from engine.proof.record import record
from engine.turtle import LAW

from .conftest import Assess

FV = Namespace("https://w3id.org/forsvarlig/ns#")


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    return {}


@pytest.fixture(params=["small", "interview"])
def named(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def graph(named: str, assessed: Assess, graphs: dict[str, Graph]) -> Graph:
    if named not in graphs:
        graphs[named] = Graph().parse(data=provo(assessed(named)), format="turtle")
    return graphs[named]


def test_every_outcome_is_there_with_what_it_follows_from(graph: Graph, named: str, assessed: Assess) -> None:
    found = {str(graph.value(s, FV.id)): s for s in graph.subjects(FV.outcome)}
    data = record(assessed(named))
    assert set(found) == {outcome["id"] for outcome in data["outcomes"]}
    activity = graph.value(None, RDF.type, PROV.Activity)
    for outcome in data["outcomes"]:
        subject = found[outcome["id"]]
        assert graph.value(subject, PROV.wasGeneratedBy) == activity
        assert str(graph.value(subject, FV.outcome)) == outcome["outcome"]
        assert len(set(graph.objects(subject, PROV.wasDerivedFrom))) >= 2
        assert {label.language for label in graph.objects(subject, RDFS.label) if isinstance(label, Literal)} == {"nb", "da", "en"}
        assert graph.value(subject, FV.provision) is not None


def test_there_are_no_blank_nodes_and_nothing_is_derived_from_nowhere(graph: Graph) -> None:
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    subjects = set(graph.subjects())
    for predicate in (PROV.wasDerivedFrom, PROV.wasAttributedTo, PROV.used, PROV.wasQuotedFrom, PROV.specializationOf, PROV.wasGeneratedBy):
        for target in graph.objects(None, predicate):
            assert isinstance(target, URIRef)
            assert target in subjects or str(target).startswith(LAW), target
    assert all(graph.value(subject, RDF.type) is not None for subject in subjects)


def test_the_activity_uses_the_case_the_rule_base_and_every_rule(graph: Graph, named: str, assessed: Assess) -> None:
    data = record(assessed(named))
    activity = graph.value(None, RDF.type, PROV.Activity)
    used = set(graph.objects(activity, PROV.used))
    hashes = {str(graph.value(each, FV.hash)) for each in used}
    assert {data["case"]["hash"], data["rulebase"]["hash"]} <= hashes
    rules = [each for each in used if graph.value(each, FV.provision) is not None]
    assert {str(graph.value(rule, FV.id)) for rule in rules} <= {rule["id"] for rule in data["rules"].values()}
    assert len(used) == len(data["rules"]) + 2


def test_facts_go_back_to_documents_and_agents_are_roles(graph: Graph, named: str, assessed: Assess) -> None:
    found = assessed(named)
    roles = set(found.rulebase.vocabulary.collections["roles"].members)
    agents = set(graph.subjects(RDF.type, PROV.Agent))
    assert agents
    assert {str(graph.value(agent, FV.role)).removeprefix(str(FV)) for agent in agents} <= roles
    assert set(graph.objects(None, PROV.wasAttributedTo)) <= agents
    documents = {URIRef(f"urn:forsvarlig:case:{entry.id}") for entry in found.case.of("Document")}
    used = {d for d in graph.objects(None, PROV.wasDerivedFrom) if d in documents}
    assert bool(used) == any(entry.evidence for entry in found.case.entries.values())
    for place in graph.objects(None, PROV.wasQuotedFrom):
        assert graph.value(place, PROV.specializationOf) in documents


def test_what_a_case_holds_can_not_break_the_turtle() -> None:
    wild = 'a"b\\c\nd\te\u0001<f> ^^@'
    strange = iri("urn:x:", 'å <>"{}|^`', "/é")
    text = f"<urn:a> <urn:b> {literal(wild)}, {literal('x', '@nb')} .\n{strange} <urn:b> <urn:c> .\n"
    graph = Graph().parse(data=text, format="turtle")
    assert Literal(wild) in set(graph.objects(URIRef("urn:a")))
    assert len(graph) == 3
