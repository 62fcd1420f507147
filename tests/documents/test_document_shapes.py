"""Each shape with a document that passes and one that fails, as listed in shapes*.yaml; and what a shape must be."""

import re
from typing import Any

import pytest
import yaml
from complete_case import BASE, HERE, ROOT, Find, Read
from rdflib import RDF, Graph, Namespace, URIRef

from engine.case.graph import entry_iri, graph, term
from engine.documents.presence import marks
from engine.documents.shapes import SHAPES, describe, load_shapes, shape_ids, shapes_bytes, shapes_from
from engine.law.model import LawBase
from engine.text import LANGUAGES
from engine.turtle import NAMESPACE
from engine.vocabulary.model import Vocabulary

TABLES = {"shapes.yaml": "base.yaml", "shapes_records.yaml": "base_records.yaml", "shapes_dk.yaml": "base_dk.yaml"}  # and their bases
TABLE: dict[str, Any] = {
    shape: {**row, "given": {BASE: base, **row.get("given", {})}} for file, base in TABLES.items()
    for shape, row in yaml.load((HERE / file).read_text(encoding="utf-8"), yaml.SafeLoader).items()
}
SCOPE = {"no/1A-2/mapping-scope", "no/1A-2/assessment-scope"}  # tested below: a case file always states a scope
SH = Namespace("http://www.w3.org/ns/shacl#")
IDS = shape_ids(load_shapes(ROOT / "ontology" / "shapes"))
CORE = {"PropertyShape", "targetClass", "path", "minCount", "hasValue", "equals", "severity", "message",
        "alternativePath", "inversePath"}


def texts(changes: dict[str, Any] | None) -> dict[str, Any]:
    """Turn the dates of a table back to text."""
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        return value if value is None else str(value)
    return {place: plain(value) for place, value in (changes or {}).items()}


@pytest.mark.parametrize("base", TABLES.values())
def test_a_complete_case_has_no_findings(base: str, find: Find) -> None:
    assert find({BASE: base}) == []


def test_every_shape_has_an_example() -> None:
    assert set(TABLE) == set(IDS) - SCOPE


@pytest.mark.parametrize("shape", sorted(TABLE))
def test_a_document_passes(shape: str, find: Find, read: Read, vocabulary: Vocabulary, shapes: Graph) -> None:
    given = texts(TABLE[shape].get("given"))
    assert [f for f in find(given) if f.shape == shape] == []
    case = read(given)
    data = graph(case, vocabulary)
    for triple in marks(case, vocabulary, data):
        data.add(triple)
    targets = shapes.objects(URIRef(SHAPES + shape), SH.targetClass)
    assert any((None, RDF.type, target) in data for target in targets), "the shape has nothing to pass"


@pytest.mark.parametrize("shape", sorted(TABLE))
def test_a_document_fails(shape: str, find: Find) -> None:
    row = TABLE[shape]
    found = [f for f in find(texts(row.get("given")), texts(row["fail"])) if f.shape == shape]
    wanted = {"kind": "missing", "element": None, **row["finds"]}
    assert len(found) == 1, [f.shape for f in found]
    finding = found[0]
    for name, value in wanted.items():
        given = list(finding.values) if name == "values" else getattr(finding, name)
        assert given == value, name
    for text in (finding.message, finding.question):
        if text:
            assert all(text.in_(language) and "{" not in text.in_(language) for language in LANGUAGES)


@pytest.mark.parametrize(("shape", "entry", "cls"), [
    ("no/1A-2/mapping-scope", "K1", "Mapping"), ("no/1A-2/assessment-scope", "R1", "RiskAssessment"),
])
def test_scope(shape: str, entry: str, cls: str, read: Read, vocabulary: Vocabulary, shapes: Graph) -> None:
    from engine.documents.validate import validate

    case = read()
    data = graph(case, vocabulary)
    assert shape not in [result.shape for result in validate(data, shapes)]
    data.remove((entry_iri(entry), term("applies_to"), None))
    found = [result for result in validate(data, shapes) if result.shape == shape]
    assert [(result.entry, result.severity) for result in found] == [(entry, "violation")]


@pytest.mark.parametrize("units", ["all", None])
def test_a_record_of_the_undertaking_states_its_scope(units: str | None, find: Find) -> None:
    assert not [f for f in find({"K1.units": units, "R1.units": units}) if f.element == "scope_stated"]


@pytest.mark.parametrize("shape", IDS)
def test_a_shape_says_what_it_must(shape: str, shapes: Graph, vocabulary: Vocabulary, lawbase: LawBase) -> None:
    node, described = URIRef(SHAPES + shape), describe(shapes, shape)
    severity = str(shapes.value(node, SH.severity)).removeprefix(str(SH))
    messages = [message.language for message in shapes.objects(node, SH.message)]  # type: ignore[attr-defined]
    assert sorted(messages) == sorted(LANGUAGES)
    assert len(set(described.message)) == 3
    assert described.kind in ("missing", "not_addressed")
    assert described.provisions
    assert all(lawbase.versions(path) for path in described.provisions), described.provisions
    assert described.element is None or described.element in vocabulary.collections["document_elements"].members
    assert described.value is None or described.value in vocabulary.concepts
    known = {*vocabulary.properties, "evidence", "took_part", "took_part_in_phase", "withheld_from", "several_factors"}
    assert described.reads and set(described.reads) <= known
    assert (described.kind == "not_addressed") == (described.question is not None)
    if described.question:
        questions = [question.language for question in shapes.objects(node, term("question"))]  # type: ignore[attr-defined]
        assert sorted(questions) == sorted(LANGUAGES)
        assert all(described.question.in_(language).rstrip(".").count("?") for language in LANGUAGES)
    slots = {language: described.message.in_(language).count("{?value}") for language in LANGUAGES}
    assert len(set(slots.values())) == 1 and ("{" not in re.sub(r"\{\?value\}", "", "".join(described.message)))
    if severity == "Violation":
        assert described.force == "law"
    if severity == "Warning":
        assert described.force == "guidance"
    if described.force == "habit":
        assert severity == "Info"
    if described.force == "guidance":
        assert described.sources
    if described.kind == "not_addressed":
        assert described.element is None, "what a list only names must feed no rule"


def test_the_shapes_are_core(shapes: Graph) -> None:
    used = {str(p).removeprefix(str(SH)) for p in shapes.predicates() if str(p).startswith(str(SH))}
    assert used <= CORE
    for file in sorted((ROOT / "ontology" / "shapes").rglob("*.ttl")):
        text = re.sub(r"^#.*$", "", file.read_text(encoding="utf-8"), flags=re.M)
        assert not re.search(r"sh:(sparql|select|ask|js|rule|SPARQL)", text), file.name


def test_the_shapes_are_shapes_to_shacl_itself(shapes: Graph) -> None:
    from pyshacl.entrypoints import meta_validate

    copied = Graph()
    for triple in shapes:
        copied.add(triple)
    conforms, _, text = meta_validate(copied, inference="none")
    assert conforms, text


def test_a_family_of_the_law_is_one_file() -> None:
    folder = ROOT / "ontology" / "shapes"
    files = {f"{path.parent.name}/{path.stem}" for path in folder.rglob("*.ttl")}
    assert files == {shape.rpartition("/")[0] for shape in IDS} and {file.split("/")[0] for file in files} == {"no", "dk"}
    for shape in IDS:
        text = (folder / f"{shape.rpartition('/')[0]}.ttl").read_text(encoding="utf-8")
        assert f"<{shape.partition('/')[2]}>" in text


def test_guidance_points_to_its_line(shapes: Graph) -> None:
    seeds = ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the seeds are not at hand")
    words = {"L201": "handlingsplan bør", "L149": "bruke flere kilder", "L141": "minimumskrav", "L13": "minimumskrav",
             "L166-177": "spørsmål som for eksempel", "L364-372": "Omfang af risikofaktoren", "L159-161": "sannsynligheten", "L159-162": "konsekvenser"}
    pointed = {source for shape in IDS for source in describe(shapes, shape).sources if source.startswith("seeds/")}
    assert {source.partition("#")[2] for source in pointed} == set(words)
    for source in pointed:
        name, _, lines = source.removeprefix("seeds/").partition("#")
        first, _, last = lines.removeprefix("L").partition("-")
        text = (seeds / name).read_text(encoding="utf-8").splitlines()[int(first) - 1:int(last or first)]
        assert words[lines] in "\n".join(text)


def test_the_cached_form_is_the_same(shapes: Graph, find: Find, read: Read, vocabulary: Vocabulary) -> None:
    from engine.documents.findings import check_documents

    kept = shapes_bytes(ROOT / "ontology" / "shapes")
    assert isinstance(kept, bytes)
    case = read({"R1.mutual": "no", "P1.goal": None, "P1.considers": []})
    again = check_documents(case, vocabulary, graph(case, vocabulary), shapes_from(kept))
    assert again == find({"R1.mutual": "no", "P1.goal": None, "P1.considers": []})
    assert len(again) > 3


@pytest.mark.parametrize(("base", "name"), [
    ("base.yaml", "AssessmentAfterNewWorkingTime"), ("base_records.yaml", "WhistleblowingRoutine"), ("base_dk.yaml", "ActionPlan"),
])
def test_the_marks_are_no_terms_of_the_ontology(
    base: str, name: str, read: Read, shapes: Graph, vocabulary: Vocabulary
) -> None:
    """What presence.py writes must not clash with a term that means something else."""
    case = read({BASE: base, "+changes": {"id": "C1", "units": ["a"], "dated": "2026-01-02", "kind": "new_working_time"}})
    written = marks(case, vocabulary, graph(case, vocabulary))
    predicates = {str(p).removeprefix(NAMESPACE) for _, p, _ in written if p != RDF.type}
    assert not predicates & (vocabulary.properties.keys() | vocabulary.concepts.keys())
    classes = {str(o).removeprefix(NAMESPACE) for _, p, o in written if p == RDF.type}
    assert not classes & (vocabulary.classes.keys() | vocabulary.concepts.keys())
    targets = {str(target).removeprefix(NAMESPACE) for target in shapes.objects(None, SH.targetClass)}
    assert classes <= targets and name in classes


def test_what_was_only_inferred_is_never_more_than_a_note(shapes: Graph, lawbase: LawBase) -> None:
    checked = 0
    for shape in IDS:
        paths = describe(shapes, shape).provisions
        if any(unit.content == "inferred" for unit in lawbase.versions(paths[0])):
            assert shapes.value(URIRef(SHAPES + shape), SH.severity) == SH.Info
            checked += 1
    assert checked


def test_only_norwegian_shapes_feed_a_rule() -> None:
    """The elements that a rule may hear of are those of Norwegian law; a Danish lack must not breach a Norwegian duty."""
    graph = load_shapes(ROOT / "ontology" / "shapes")
    assert {shape.split("/")[0] for shape in IDS if describe(graph, shape).element} == {"no"}
