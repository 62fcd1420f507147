"""The tokens of Turtle, against rdflib: the same subjects, names and texts in every file that we have."""

from pathlib import Path

import pytest

from engine.editor import turtle
from engine.turtle import NAMESPACE

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "kb").rglob("*.ttl"), *(Path(__file__).parent / "base").rglob("*.ttl")])
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def test_every_file_is_read_as_rdflib_reads_it() -> None:
    from rdflib import Graph, Literal, URIRef

    assert len(FILES) > 100
    for file in FILES:
        text = file.read_bytes().decode()
        graph, found = Graph().parse(data=text, format="turtle"), turtle.read(text)
        iris = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
        assert {each.iri for each in found.names if each.subject} == {str(s) for s in graph.subjects() if isinstance(s, URIRef)}, file
        assert {iri for iri in iris if not iri.startswith(RDF_TYPE)} <= {each.iri for each in found.names}, file
        said = {
            (str(s), str(p), o.language, str(o))
            for s, p, o in graph
            if isinstance(o, Literal) and o.language and isinstance(s, URIRef)
        }
        assert said == {(t.subject, t.predicate, t.language, t.text) for t in found.texts if t.subject}, file


def test_places_are_those_of_the_words() -> None:
    for file in FILES:
        text = file.read_bytes().decode()
        for each in turtle.read(text).names:
            written = text[each.start : each.end]
            assert written[0] == "<" or ":" in written, file
        for each in turtle.read(text).texts:
            assert text[each.start - 1] in "\"'" and text[each.end] in "\"'", file


@pytest.mark.parametrize(("written", "said"), [
    (r'"si \"hei\""', 'si "hei"'), (r'"å \\ ø"', "å \\ ø"), (r'"\u00e5\U0001F642"', "å🙂"), ('"""to\nlinjer"""', "to\nlinjer"), ("'en'", "en"),
    (r'"a\tb"', "a\tb"), ('"# ikke en kommentar; ikke et punktum."', "# ikke en kommentar; ikke et punktum."),
])
def test_texts_are_read_with_their_escapes(written: str, said: str) -> None:
    found = turtle.read(f"@prefix fv: <{NAMESPACE}> .\nfv:a fv:b 1.5 , {written}@nb . # slutt\nfv:c fv:d {written}@da .")
    assert [(each.subject, each.text, each.language) for each in found.texts] == [
        (NAMESPACE + "a", said, "nb"), (NAMESPACE + "c", said, "da"),
    ]


def test_escaped_text_is_read_back() -> None:
    for text in ('si "hei"', "en \\ to", "æøå 🙂"):
        written = turtle.escaped(text)
        assert [each.text for each in turtle.read(f'<http://a> <http://b> "{written}"@nb .').texts] == [text]


def test_names_within_brackets_are_no_subjects_and_predicates_are_told_apart() -> None:
    text = f"@prefix fv: <{NAMESPACE}> .\nfv:a fv:b [ fv:c fv:d ; fv:e ( fv:f ) ] ; fv:g fv:h .\nfv:i fv:j fv:k ."
    roles = {each.iri.removeprefix(NAMESPACE): each.role for each in turtle.read(text).names}
    assert [name for name, role in roles.items() if role == "subject"] == ["a", "i"]
    assert [name for name, role in roles.items() if role == "predicate"] == ["b", "c", "e", "g", "j"]
    assert [name for name, role in roles.items() if role == "object"] == ["d", "f", "h", "k"]


def test_what_is_no_turtle_is_passed_by() -> None:
    assert turtle.read("}{ dette er <ikke Turtle \" @@ . ;;").texts == ()
    assert turtle.read("").names == ()


@pytest.mark.parametrize(("iri", "name"), [
    (NAMESPACE + "covers", "covers"), ("https://w3id.org/forsvarlig/law/no/prove/1@2020-01-01", "no/prove/1"), ("http://example.org/x", ""),
])
def test_the_engines_name_of_an_iri(iri: str, name: str) -> None:
    assert turtle.local(iri) == name
