"""Findings as a list: in a fixed order, by the law of the day, and without a trace in the graph."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from datetime import date

import pytest
from complete_case import BASE, ROOT, Find, Read, text_of
from rdflib import Graph

from engine.case.graph import graph
from engine.case.reader import read_data
from engine.documents.findings import SEVERITIES, check_documents, lacking, unread
from engine.documents.shapes import load_shapes
from engine.law.model import LawBase
from engine.vocabulary.model import Vocabulary

POOR = {"R1.mutual": "no", "R1.horizons": [], "R1.considers": [], "P1.goal": None, "P1.considers": [], "K1.sources": [],
        "K1.factors": ["workload"], "K1.found": [], "RI1.likelihood": None, "M1.took_place": "no"}


def test_the_order_is_by_document_and_worst_first(find: Find) -> None:
    found = find(POOR)
    assert [f.document for f in found] == sorted((f.document for f in found), key=lambda name: "DK DR DP".index(name or ""))
    for document in ("DK", "DR", "DP"):
        ranks = [(SEVERITIES.index(f.severity), not f.certain) for f in found if f.document == document]
        assert ranks == sorted(ranks) and len(set(ranks)) > 1


def test_the_order_of_the_file_changes_no_finding(vocabulary: Vocabulary, shapes: Graph) -> None:
    import yaml

    def found(tree: object) -> list[object]:
        case = read_data(yaml.safe_dump(tree, sort_keys=False).encode(), "case.yaml", vocabulary)[0]
        return sorted(check_documents(case, vocabulary, graph(case, vocabulary), shapes), key=str)

    tree = yaml.load(text_of(POOR), yaml.BaseLoader)
    first, chance = found(tree), random.Random(1)
    for _ in range(5):
        for value in tree.values():
            if isinstance(value, list):
                chance.shuffle(value)
                for entry in value:
                    for field in entry.values() if isinstance(entry, dict) else ():
                        if isinstance(field, list) and "+" not in field:
                            chance.shuffle(field)
        keys = list(tree.items())
        chance.shuffle(keys)
        assert found(dict(keys)) == first
    assert len(first) > 10


def test_the_order_does_not_hang_on_the_hash_seed(tmp_path: object) -> None:
    script = (
        "import sys, yaml, pathlib\n"
        "from engine.vocabulary.load import load\nfrom engine.case.reader import read_data\n"
        "from engine.case.graph import graph\nfrom engine.documents.findings import check_documents\n"
        "from engine.documents.shapes import load_shapes\n"
        "root = pathlib.Path(sys.argv[1]); v = load(root / 'ontology')\n"
        "c = read_data(sys.stdin.buffer.read(), 'case.yaml', v)[0]\n"
        "for f in check_documents(c, v, graph(c, v), load_shapes(root / 'ontology' / 'shapes')): print(f)\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script, str(ROOT)], input=text_of(POOR).encode(), capture_output=True, check=True,
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout for seed in ("1", "2", "3")
    }
    assert len(said) == 1 and said.pop().count(b"Finding(") > 10


def test_the_graph_is_left_as_it_was(read: Read, vocabulary: Vocabulary, shapes: Graph) -> None:
    case = read(POOR)
    data = graph(case, vocabulary)
    before, shaped = set(data), None
    for _ in range(2):
        check_documents(case, vocabulary, data, shapes)
        assert set(data) == before
        assert shaped in (None, set(shapes))
        shaped = set(shapes)


def test_the_law_of_the_day(read: Read, vocabulary: Vocabulary, shapes: Graph, lawbase: LawBase) -> None:
    case = read(POOR, {"P1.risks": None, "R1.evidence": None})
    data = graph(case, vocabulary)
    today = check_documents(case, vocabulary, data, shapes, lawbase)
    assert {f.provision for f in today} >= {"no/utforelse/1A-2/3", "no/ik/5/nr-6", "no/aml/3-1/2/c"}
    assert today == check_documents(case, vocabulary, data, shapes, lawbase, date(2026, 6, 30))
    assert len(today) == len(check_documents(case, vocabulary, data, shapes))
    before = check_documents(case, vocabulary, data, shapes, lawbase, date(2021, 9, 20))
    assert {f.provision for f in before} == {"no/aml/3-1/2/c"} and {f.severity for f in before} == {"info"}
    assert all("no/utforelse" not in path for f in before for path in f.also)
    assert lacking(before, case) == {}
    assert check_documents(case, vocabulary, data, shapes, lawbase, date(2199, 1, 1)) == []


def test_what_was_not_applied_is_said(read: Read, shapes: Graph, lawbase: LawBase) -> None:
    then = unread(shapes, read(), lawbase, date(2021, 9, 20))
    assert "no/utforelse/3A-2/2" in then.not_in_force and "no/ik/5/nr-6" in then.not_encoded and then.regimes == ()
    assert unread(shapes, read(), lawbase, date(2026, 6, 30)) == ((), (), ())
    danish = read({"regimes": ["dk"]})
    assert unread(shapes, danish, lawbase, date(2026, 6, 30)) == ((), (), ())
    assert unread(load_shapes(ROOT / "ontology" / "shapes" / "no"), danish, lawbase, date(2026, 6, 30)) == ((), (), ("dk",))


def test_each_regime_has_findings_of_its_own_only(find: Find) -> None:
    norwegian, danish, both = (find(POOR, {"regimes": regimes}) for regimes in (["no"], ["dk"], ["no", "dk"]))
    assert {f.shape.split("/")[0] for f in norwegian} == {"no"} and {f.shape.split("/")[0] for f in danish} == {"dk"}
    assert sorted(both, key=str) == sorted([*norwegian, *danish], key=str)
    assert all(path.startswith("dk/") for f in danish for path in (f.provision, *f.also))


@pytest.mark.parametrize("language", ["nb", "da", "en"])
def test_the_command(
    language: str, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = run(tmp_path, capsys, POOR, "--lang", language)
    words = {"nb": ("avvik", "anbefaling", "spørsmål", "merknad", "§ 1A-2 tredje ledd"),
             "da": ("mangel", "anbefaling", "spørgsmål", "bemærkning", "§ 1A-2, stk. 3"),
             "en": ("deficiency", "recommendation", "question", "note", "section 1A-2, third paragraph")}[language]
    assert status == 1
    assert all(word in said for word in words)
    assert said.index("DK  ") < said.index("DR  ") < said.index("DP  ")
    part = said[said.index("DR  "):said.index("DP  ")]
    places = [part.index(f"\n  {word} ") for word in words[:1] + words[2:4] if f"\n  {word} " in part]
    assert places == sorted(places) and len(places) == 3
    assert "{" not in said and "fv:" not in said


def test_the_command_as_data(tmp_path: object, capsys: pytest.CaptureFixture[str], find: Find) -> None:
    status, said = run(tmp_path, capsys, POOR, "--format", "json")
    given = json.loads(said)
    assert status == 1 and given["schema"] == "forsvarlig/documents/1"
    assert [d["shape"] for d in given["documents"]] == [f.shape for f in find(POOR)]
    first = given["documents"][0]
    assert set(first["message"]) == {"nb", "da", "en"} and first["certain"] is True and first["document"] == "DK"


def test_exit_codes(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, capsys, {})[0] == 0
    assert run(tmp_path, capsys, {"R1.mutual": "no"})[0] == 1
    status, said = run(tmp_path, capsys, {"R1.mutual": "no", "DR.transcribed": "partly"})
    assert status == 0 and "uavklart" in said, "what is open is no violation"
    assert run(tmp_path, capsys, {"P1.goal": None})[0] == 0
    assert run(tmp_path, capsys, {}, "--date", "30.06.2026")[0] == 2


def test_the_command_says_what_it_did_not_check(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    log = {"+documents": {"id": "DL", "title": "Loggen", "kind": "training_record", "transcribed": "fully"}}
    said = run(tmp_path, capsys, log)[1]
    assert "Ikke undersøkt" in said and "DL Loggen" in said and said.count("Ingenting å bemerke") == 4
    then = run(tmp_path, capsys, POOR, "--date", "2021-09-20")[1]
    assert "Gjaldt ikke 2021-09-20" in then and "er ikke lest" in then


def test_the_command_for_either_regime_or_both(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    status, danish = run(tmp_path, capsys, {}, "--regime", "dk", "--lang", "da")
    assert status == 1 and "arbejdsmiljøloven § 15 a, stk. 1, nr. 2" in danish
    assert "forskrift" not in danish and "Danmark:" not in danish
    status, both = run(tmp_path, capsys, {"R1.mutual": "no"}, "--regime", "both", "--lang", "en")
    assert status == 1 and "Denmark: Danish Working Environment Act, section 15 a" in both
    assert "Norway: Regulations on the Performance of Work, section 1A-2" in both
    assert run(tmp_path, capsys, {"regimes": ["dk"]}, "--regime", "no")[0] == 0
    assert run(tmp_path, capsys, {BASE: "base_dk.yaml"}) == (0, run(tmp_path, capsys, {BASE: "base_dk.yaml"}, "--regime", "dk")[1])


def test_a_document_counts_as_checked_when_some_shape_is_about_it(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(tmp_path, capsys, {BASE: "base_records.yaml"})[1]
    assert "Ikke undersøkt" not in said and "DH  HMS-håndboken" in said and "DA  AMU-mappen" in said
    alone = {"id": "V9", "title": "alarmrutinen", "purposes": ["alerting_reporting"], "evidence": [{"document": "DX"}]}
    other = run(tmp_path, capsys, {
        BASE: "base_records.yaml", "+routines": alone, "+documents": {"id": "DX", "title": "Alarmboken", "kind": "routine"}})[1]
    assert "Ikke undersøkt" in other and "DX Alarmboken" in other


def run(
    folder: object, capsys: pytest.CaptureFixture[str], changes: Mapping[str, object], *options: str
) -> tuple[int, str]:
    """Run the command on a changed case; give its exit code and what it printed."""
    import argparse
    from pathlib import Path

    from cli.documents import add_parser

    file = Path(str(folder)) / "case.yaml"
    file.write_text(text_of(dict(changes)), encoding="utf-8")
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(["documents", str(file), *options])
    args.rulebase_dir = ROOT
    return args.run(args), capsys.readouterr().out
