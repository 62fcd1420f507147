"""Renaming: everywhere at once, and nothing else: every byte that isn't part of the name stays as it was."""

from pathlib import Path

import pytest

from engine.editor import knowledge, lookup
from engine.editor.rename import RenameError, rename, renamed_at
from engine.editor.spans import Edit, apply
from engine.editor.workspace import Workspace
from engine.vocabulary.check import problems as vocabulary_problems
from tests.editor.marks import find

ROOT = Path(__file__).parents[2]
ONE, TWO, THREE = (f"rules/no/prove/{number}.regel" for number in "123")
SCENARIOS, CORE, TERMS, LAW = "rules/no/prove/1_test.yaml", "ontology/core.ttl", "ontology/terms.ttl", "kb/no/prove/1.ttl"


def edits(workspace: Workspace, path: str, marked: str, new: str) -> list[Edit]:
    line, column = find(workspace, path, marked)
    return rename(workspace, *renamed_at(workspace, path, lookup.at(workspace, path, line, column), line, column), new)


def refused(workspace: Workspace, path: str, marked: str, new: str = "noe annet") -> str:
    with pytest.raises(RenameError) as error:
        edits(workspace, path, marked, new)
    assert all(error.value.message)
    return error.value.message.en


def written(base: Path, changes: list[Edit]) -> dict[str, tuple[bytes, bytes]]:
    """Make changes on disk; gives each changed file before and after."""
    found = {}
    for path in sorted({each.span.file for each in changes}):
        before = (base / path).read_bytes()
        after = apply(before.decode(), [each for each in changes if each.span.file == path]).encode()
        (base / path).write_bytes(after)
        found[path] = before, after
    return found


def reread(base: Path) -> Workspace:
    workspace = Workspace(base)
    workspace.learn(*knowledge.load(base))
    assert workspace.knowledge is not None and vocabulary_problems(workspace.knowledge.vocabulary) == []
    assert [problem for each in workspace.problems().values() for problem in each] == []
    return workspace


def test_a_label_is_changed_in_its_language_in_ontology_and_rules(workspace: Workspace, base: Path) -> None:
    found = written(base, edits(workspace, ONE, "dekker «vold¤ og trusler»", "vold, trusler og trakassering 🙂"))
    assert list(found) == [TERMS, ONE]
    before, after = found[TERMS]
    assert after == before.replace(b'skos:prefLabel   "vold og trusler"@nb', 'skos:prefLabel   "vold, trusler og trakassering 🙂"@nb'.encode())
    before, after = found[ONE]
    assert after == before.replace("«vold og trusler»".encode(), "«vold, trusler og trakassering 🙂»".encode())
    reread(base)


def test_the_line_ends_of_a_file_are_left_alone(workspace: Workspace, base: Path) -> None:
    for path in (TERMS, ONE):
        (base / path).write_bytes((base / path).read_bytes().replace(b"\n", b"\r\n"))
        workspace.refresh(path)
    found = written(base, edits(workspace, ONE, "dekker «vold¤ og trusler»", "vold"))
    for before, after in found.values():
        assert after.count(b"\r\n") == before.count(b"\r\n") == after.count(b"\n") > 20
    assert found[TERMS][1] == found[TERMS][0].replace(b'prefLabel   "vold og trusler"@nb', b'prefLabel   "vold"@nb')
    reread(base)


def test_a_label_can_be_changed_where_it_stands_in_turtle(workspace: Workspace, base: Path) -> None:
    changes = edits(workspace, TERMS, '"violence and ¤threats"@en ;\n  fv:inS', 'violence ("threats" too)')
    found = written(base, changes)
    assert list(found) == [TERMS, THREE]
    assert found[TERMS][1] == found[TERMS][0].replace(
        b',"violence and threats"@en ;', b',"violence (\\"threats\\" too)"@en ;'
    )
    assert "and covers «violence (\"threats\" too)»".encode() in found[THREE][1]
    assert reread(base).knowledge.vocabulary.concepts["violence"].label.en == 'violence ("threats" too)'  # type: ignore[union-attr]


def test_a_bearer_a_collection_and_a_parameter_have_labels_too(workspace: Workspace, base: Path) -> None:
    written(base, edits(workspace, ONE, "pliktsubjekt arbeids¤giver", "den som er arbeidsgiver"))
    written(base, edits(workspace, ONE, "i «tema¤ for opplæring»", "opplæringstema"))
    written(base, edits(workspace, TWO, "mindst «lille¤ enhed»", "grænse for små enheder"))
    found = reread(base)
    assert "  pliktsubjekt den som er arbeidsgiver\n" in (found.text(ONE) or "")
    assert "for alle T i «opplæringstema»" in (found.text(ONE) or "")
    assert "N er mindst «grænse for små enheder»" in (found.text(TWO) or "")
    assert '"liten enhet"@nb , "grænse for små enheder"@da' in (found.text(CORE) or "")


def test_an_unsaved_document_is_changed_as_it_stands_there(workspace: Workspace) -> None:
    workspace.open(ONE, "\n\n" + (workspace.text(ONE) or ""))
    changes = [each for each in edits(workspace, ONE, "dekker «vold¤ og trusler»", "vold") if each.span.file == ONE]
    assert [(each.span.line, each.span.column) for each in changes] == [(22, 18)]


def test_an_id_is_changed_in_rules_scenarios_law_base_and_goals(workspace: Workspace, base: Path) -> None:
    found = written(base, edits(workspace, ONE, "plikt no.¤prove.1.1", "no.prove.1.training"))
    assert list(found) == [LAW, TERMS, ONE, SCENARIOS]
    for before, after in found.values():
        assert after == before.replace(b"no.prove.1.1", b"no.prove.1.training")
    assert [part.origins.id for part in reread(base).reading(ONE).parts] == ["no.prove.1.training"]  # type: ignore[union-attr]


def test_an_id_can_be_changed_from_a_scenario_and_stays_in_its_file(workspace: Workspace) -> None:
    changes = edits(workspace, SCENARIOS, "no.prove.2.pre¤pared", "no.prove.2.ready")
    assert [each.span.file for each in changes] == [ONE, SCENARIOS, TWO]
    assert "begins with “no.prove.1”" in refused(workspace, ONE, "plikt no.¤prove.1.1", "no.prove.2.1")
    assert "isn't a valid id" in refused(workspace, ONE, "plikt no.¤prove.1.1", "no prove")
    assert refused(workspace, TWO, "regel no.¤prove.2.prepared", "no.prove.2.prepared") == "The name “no.prove.2.prepared” is in use."


def test_a_variable_is_changed_in_its_block_alone(workspace: Workspace, base: Path) -> None:
    before = (base / ONE).read_text("utf-8")
    changes = edits(workspace, ONE, "opplæring ¤O  # 🙂", "K")
    assert apply(before, changes) == before.replace("opplæring O  # 🙂", "opplæring K  # 🙂")
    changes = edits(workspace, ONE, "hver enhet ¤U", "E1")
    after = apply(before, changes)
    assert after.count("E1") == 5 and " U" not in after.replace("# 🙂 en annen O enn over", "")
    workspace.open(ONE, after)
    assert workspace.problems()[ONE] == []


def test_a_letter_that_is_known_there_is_refused(workspace: Workspace) -> None:
    assert refused(workspace, ONE, "hver enhet ¤U", "T") == "The variable T was already introduced on line 12."
    assert refused(workspace, ONE, "opplæring ¤O\n        som", "T") == "The variable T was already introduced on line 12."
    assert refused(workspace, ONE, "opplæring ¤O\n        som", "U") == "The variable U was already introduced on line 7."
    assert "one capital letter" in refused(workspace, ONE, "hver enhet ¤U", "Enhet")
    assert [each.text for each in edits(workspace, ONE, "opplæring ¤O  # 🙂", "T")] == ["T"], "T of the other block is unknown here"


@pytest.mark.parametrize(("path", "marked", "why"), [
    (ONE, "U har alene¤arbeid", "A sentence isn't renamed here"), (ONE, "hver en¤het U", "A noun isn't renamed here"),
    (ONE, "hjemmel no/prove¤/1/1", "A provision is called"), (ONE, "kre¤ves", "A keyword can't be renamed."),
    (ONE, "# Prøve¤:", "nothing here that can be renamed"), (CORE, "fv:co¤vers a", "A sentence isn't renamed here"),
    (TERMS, "fv:vio¤lence a", "The id of a concept or property can't be changed"), (SCENARIOS, "topics: [vio¤lence", "The id of a concept"),
    (TERMS, 'inSentence "bruk¤ av utstyr"', "nothing here that can be renamed"),
])
def test_the_rest_is_refused_with_a_reason(workspace: Workspace, path: str, marked: str, why: str) -> None:
    assert why in refused(workspace, path, marked)


@pytest.mark.parametrize("new", ["", "  ", "med «hake»", "to\nlinjer", "fane\t"[:-1] + "\x07"])
def test_a_label_that_cant_stand_in_a_rule_is_refused(workspace: Workspace, new: str) -> None:
    assert "can't be a name here" in refused(workspace, ONE, "dekker «vold¤ og trusler»", new)


def test_a_label_that_another_term_has_is_refused(workspace: Workspace) -> None:
    for taken in ("bruk av utstyr", "Bruk av  utstyr", "liten enhet", "tema for opplæring"):
        assert "is in use" in refused(workspace, ONE, "dekker «vold¤ og trusler»", taken)
    assert "can't be a name here" in refused(workspace, ONE, "pliktsubjekt arbeids¤giver", "arbeidsgiver A")


def test_the_name_of_an_act_belongs_to_the_law_base(workspace: Workspace) -> None:
    text = workspace.text(ONE) or ""
    workspace.open(ONE, text.replace("«vold og trusler»", "«prøveloven»"))
    assert "the name of an act stands in the law base" in refused(workspace, ONE, "dekker «prøve¤loven»")


def test_a_use_that_cant_be_read_is_mended_first(workspace: Workspace) -> None:
    text = workspace.text(ONE) or ""
    workspace.open(ONE, text.replace("og dekker «vold og trusler»", "ogg dekker «vold og trusler»"))
    line, column = find(workspace, TERMS, '"vold og ¤trusler"@nb , "vold og trusler"@da ,"viol')
    with pytest.raises(RenameError) as error:
        rename(workspace, *renamed_at(workspace, TERMS, None, line, column), "vold")
    assert "Mend the mistake at rules/no/prove/1.regel:20 first" in error.value.message.en
    workspace.open(ONE, text.replace("U har alenearbeid", "U har alenearbied"))
    assert "Mend the mistake at rules/no/prove/1.regel:9 first" in refused(workspace, ONE, "hver enhet ¤U", "E")


def test_in_our_own_rule_base_a_rename_there_and_back_changes_nothing() -> None:
    """Every concept, collection and parameter that a rule names: only its letters change, in Turtle and in rules."""
    workspace = Workspace(ROOT)
    workspace.learn(*knowledge.load(ROOT))
    tried = set()
    for reading in workspace.readings():
        for use in reading.uses:
            if use.kind not in ("concept", "collection", "parameter") or (use.kind, use.name, reading.language) in tried:
                continue
            tried.add((use.kind, use.name, reading.language))
            if len(tried) % 9:
                continue  # each ninth: the rest is more of the same
            target = lookup.Target(use.kind, use.name, use.span, use)
            if use.name in (workspace.knowledge.law.acts if workspace.knowledge else ()):
                continue
            changes = rename(workspace, target, reading.language, "et nytt navn 🙂")
            assert sum(each.span.file.endswith(".ttl") for each in changes) == 1
            for path in {each.span.file for each in changes}:
                old, mine = workspace.text(path) or "", [each for each in changes if each.span.file == path]
                new = apply(old, mine)
                assert new.count("et nytt navn 🙂") == len(mine)
                covered = {old.split("\n")[each.span.line - 1][each.span.column - 1 : each.span.end_column - 1] for each in mine}
                assert len(covered) == 1 or path.endswith(".regel")  # rules may differ in capital letters and commas
                if len(covered) == 1:
                    assert new.replace("et nytt navn 🙂", covered.pop()) == old
    assert len(tried) > 200
