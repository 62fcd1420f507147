"""What a topic of its own file brings along: concepts that join a collection, classes that share a property."""

from pathlib import Path

from engine.vocabulary.load import load

HEAD = """
@prefix fv: <https://w3id.org/forsvarlig/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def test_a_concept_joins_the_collection_of_another_file_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(HEAD + """
        fv:late a skos:Concept ; fv:memberOf fv:goals ; fv:order 2 .
        fv:soon a skos:Concept ; fv:memberOf fv:goals ; fv:order 1 .
    """)
    (tmp_path / "b.ttl").write_text(HEAD + """
        fv:own a skos:Concept .
        fv:goals a skos:OrderedCollection ; skos:memberList ( fv:own ) .
    """)
    assert load(tmp_path).collections["goals"].members == ("own", "soon", "late")


def test_a_class_brings_shared_properties_along(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(HEAD + "fv:Cake a owl:Class ; fv:alsoHas fv:dated , fv:title .")
    (tmp_path / "b.ttl").write_text(HEAD + """
        fv:Plan a owl:Class .
        fv:dated a owl:DatatypeProperty ; fv:kind "value" ; fv:origin "input" ; fv:domainAnyOf ( fv:Plan ) .
        fv:title a owl:DatatypeProperty ; fv:kind "detail" ; fv:origin "input" ; fv:domainAnyOf ( fv:Plan ) .
    """)
    found = load(tmp_path)
    assert found.properties["dated"].domain == ("Plan", "Cake")
    assert found.properties["title"].domain == ("Plan", "Cake")
