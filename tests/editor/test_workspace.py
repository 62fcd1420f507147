"""The rule base under the editor: what is read again, what counts, and that it says what ``rules check`` says."""

from pathlib import Path

import pytest

from engine.editor import knowledge
from engine.editor.workspace import Workspace
from engine.language.read import read_rules
from tests.editor.marks import put
from tests.language.tiny import vocabulary as tiny

ROOT = Path(__file__).parents[2]
ONE, TWO, THREE = (f"rules/no/prove/{number}.regel" for number in "123")
MISTAKES = sorted((ROOT / "tests" / "language" / "mistakes").glob("*.regel"))


def codes(workspace: Workspace, path: str) -> list[str]:
    return [problem.code for problem in workspace.problems()[path]]


def test_only_the_edited_file_is_read_again(workspace: Workspace) -> None:
    before = {reading.path: reading for reading in workspace.readings()}
    workspace.open(ONE, before[ONE].text + "\n")
    after = {reading.path: reading for reading in workspace.readings()}
    assert [path for path in before if before[path] is not after[path]] == [ONE]
    assert list(before) == [ONE, TWO, THREE]


def test_an_open_document_counts_instead_of_the_file_until_it_is_closed(workspace: Workspace) -> None:
    put(workspace, ONE, "språk nb\n¤tull\n")
    assert codes(workspace, ONE) == ["outside-part"]
    workspace.close(ONE)
    assert codes(workspace, ONE) == []


def test_a_file_that_is_changed_added_or_deleted_outside_is_seen(workspace: Workspace, base: Path) -> None:
    (base / TWO).write_text("tull\n")
    workspace.refresh(TWO)
    assert "missing-language" in codes(workspace, TWO)
    new = "rules/no/prove/4.regel"
    (base / new).write_text("språk nb\n")
    workspace.refresh(new)
    assert codes(workspace, new) == []
    (base / new).unlink()
    workspace.refresh(new)
    assert new not in workspace.problems() and workspace.reading(new) is None


def test_a_mistake_that_shows_in_another_file_comes_and_goes(workspace: Workspace) -> None:
    texts = {path: workspace.text(path) or "" for path in (TWO, THREE)}
    workspace.open(TWO, "sprog da\n")
    workspace.open(THREE, "language en\n")
    problem, = workspace.problems()[ONE]
    assert (problem.code, problem.line, problem.column) == ("never-concluded", 11, 5)
    workspace.open(THREE, texts[THREE])
    assert codes(workspace, ONE) == []
    workspace.open(TWO, texts[TWO].replace("no.prove.2.prepared", "no.prove.2"))
    workspace.open("rules/no/prove/2/extra.regel", texts[TWO].replace("no.prove.2.prepared", "no.prove.2"))
    assert codes(workspace, "rules/no/prove/2/extra.regel") == ["duplicate-id", "foreign-id"]


def test_a_declaration_that_the_duty_does_not_prove_is_told_as_rules_check_tells_it(workspace: Workspace) -> None:
    text = workspace.text(ONE) or ""
    workspace.open(ONE, text.replace("kan ikke bli må undersøkes", "kan ikke bli oppfylt"))
    assert codes(workspace, ONE) == ["not-declared", "not-proved"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_every_mistake_is_told_as_rules_check_tells_it(mistake: Path, tmp_path: Path, workspace: Workspace) -> None:
    path, text = "rules/no/utforelse/3A-5.regel", mistake.read_text("utf-8")
    empty = Workspace(tmp_path / "nothing")
    law = workspace.knowledge.law  # type: ignore[union-attr]
    empty.learn(knowledge.know(tiny(), law), [])
    empty.open(path, text)
    assert empty.problems()[path] == read_rules({path: text}, tiny(), frozenset(law.paths()))[1]


def test_our_own_rule_base_has_no_mistakes() -> None:
    workspace = Workspace(ROOT)
    workspace.learn(*knowledge.load(ROOT))
    assert [problem.render("en") for problems in workspace.problems().values() for problem in problems] == []
    assert len(list(workspace.readings())) > 100


def test_what_is_not_text_is_told_and_the_rest_is_read(workspace: Workspace, base: Path) -> None:
    (base / TWO).write_bytes(b"spr\xe5k nb\n")
    workspace.refresh(TWO)
    assert codes(workspace, TWO) == ["not-utf-8"]
    assert codes(workspace, ONE) == []
    workspace.open(TWO, "sprog da\n")
    assert codes(workspace, TWO) == []


def test_a_broken_ontology_is_told_with_its_place_and_the_words_stay(workspace: Workspace, base: Path) -> None:
    file = base / "ontology" / "terms.ttl"
    file.write_text(file.read_text("utf-8").replace('"leder"@nb ,', '"leder"@nb'), "utf-8")
    found, problems = knowledge.load(base)
    assert found is None
    workspace.learn(found, problems)
    problem, = workspace.problems()["ontology/terms.ttl"]
    assert (problem.code, problem.line) == ("broken-turtle", 10)
    assert codes(workspace, ONE) == [], "the vocabulary was lost"


def test_with_no_vocabulary_at_all_only_the_form_of_rules_is_checked(base: Path) -> None:
    (base / "ontology" / "terms.ttl").write_text("tull", "utf-8")
    workspace = Workspace(base)
    workspace.learn(*knowledge.load(base))
    assert codes(workspace, ONE) == []
    assert codes(workspace, "ontology/terms.ttl") == ["broken-turtle"]
    workspace.open(ONE, "språk nb\nplikt no.prove.1.1\n  hjemel no/prove/1\n")
    assert codes(workspace, ONE) == ["unknown-keyword"]


@pytest.mark.parametrize(("file", "old", "new", "code", "line"), [
    ("ontology/terms.ttl", '"violence and threats"@en ;\n  skos:note', '"violence and threats" ;\n  skos:note', "missing-text", 13),
    ("ontology/core.ttl", 'fv:phrase "{s} dekker {o}"@nb', 'fv:phrase "{s} og {o}"@nb', "keyword-in-phrase", 36),
    ("ontology/core.ttl", 'fv:kind "flag"', 'fv:kind "flagg"', "broken-ontology", 1),
    ("kb/no/prove/1.ttl", '"read_in_part"', '"lest"', "law-base", 15),
])
def test_a_fault_in_the_terms_stands_at_the_term(base: Path, file: str, old: str, new: str, code: str, line: int) -> None:
    text = (base / file).read_text("utf-8")
    assert old in text
    (base / file).write_text(text.replace(old, new, 1), "utf-8")
    problems = knowledge.load(base)[1]
    assert [(each.code, each.line) for each in problems] == [(code, line)]
    assert problems[0].file == (file if line > 1 else "ontology/core.ttl")


def test_files_of_no_concern_are_left_out(workspace: Workspace, base: Path) -> None:
    assert workspace.holds("rules/no/prove/1.regel") and workspace.holds("rules/x_test.yaml") and workspace.holds("kb/no/acts.ttl")
    assert not workspace.holds("docs/1.regel") and not workspace.holds("rules/notes.txt") and not workspace.holds("1.regel")
    workspace.open("docs/1.regel", "tull")
    assert workspace.reading("docs/1.regel") is None
    assert all(path.startswith("rules/") for path in workspace.problems())


def test_every_use_reads_in_the_file_as_it_says() -> None:
    """Over our whole rule base: the places of uses are those of the words, and nothing that is resolved is left out."""
    workspace = Workspace(ROOT)
    workspace.learn(*knowledge.load(ROOT))
    assert workspace.knowledge is not None
    counted = 0
    for reading in workspace.readings():
        names = workspace.knowledge.names[reading.language]
        sentences = sum(use.kind == "property" for use in reading.uses)
        resolved = {use.sentence for use in reading.uses if use.sentence}
        assert sentences >= len(resolved), reading.path
        for use in reading.uses:
            line = reading.lines[use.span.line - 1]
            written = line[use.span.column - 1 : use.span.end_column - 1]
            assert written.strip() == written != ""
            if use.kind == "concept" and use.quoted:
                assert use.name in names.concepts[" ".join(written.replace(",", " ").lower().split())]
                assert line[use.span.column - 2] == "«" and line[use.span.end_column - 1] == "»"
            elif use.kind == "variable":
                assert written == use.name and use.binding is not None, (reading.path, use.span)
            elif use.kind in ("part", "provision"):
                assert written == use.name
        text = reading.text
        counted += text.count("«")
        quoted = [use for use in reading.uses if use.quoted]
        outside_comments = sum(line.partition("#")[0].count("«") for line in text.splitlines())
        assert len(quoted) == outside_comments, reading.path
    assert counted > 1000
