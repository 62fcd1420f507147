"""Rules that this engine can't read, or that lack what it asks for: named, with the file they stand in, and no traceback."""

from pathlib import Path

import pytest

from engine.archive import open_rules
from engine.errors import BadInputError
from engine.rulebase import content_hash, contents, hash_of
from engine.text import LANGUAGES
from tests.archive.conftest import ROOT, Run, refused, zipped

SMALL = str(ROOT / "examples" / "small.yaml")
RULE = "rules/no/utforelse/3A-5.regel"


def changed(target: Path, files: dict[str, bytes], engine: str = "0.0.9") -> str:
    """Write an archive of a few files, and the ones that every rule base has; gives its name."""
    target.write_bytes(zipped({"kb/sources.ttl": b"", "ontology/core.ttl": b"", RULE: b"", **files}, engine))
    return str(target)


def present(*names: str) -> dict[str, bytes]:
    return {name: (ROOT / name).read_bytes() for name in names}


def test_a_keyword_of_another_time_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    rule = "språk nb\n\npliktpost no.utforelse.3A-5.1\n".encode()
    spec = changed(tmp_path / "old.zip", {RULE: rule}, "0.0.7")
    with pytest.raises(BadInputError) as caught:
        open_rules(spec, ROOT)
    head, *inside = caught.value.problems
    assert (head.file, head.code) == (spec, "not-readable-here")
    assert "of version 0.0.7" in head.message.en and f"Mistakes: {len(inside)}" in head.message.en
    assert inside and all(each.file == f"{spec}: {RULE}" and each.line == 3 for each in inside)
    assert "pliktpost" in inside[0].source


def test_classes_and_sentences_of_another_time_are_named_the_first_of_many(folder: Path, tmp_path: Path) -> None:
    few = ("kb/no/", "kb/sources", "ontology/", "rules/no/utforelse/3A")
    files = {name: data for name, data in contents(folder).items() if name.startswith(few)}
    spec = changed(tmp_path / "old.zip", {**files, "ontology/training.ttl": b""})
    with pytest.raises(BadInputError) as caught:
        open_rules(spec, ROOT)
    head, *inside = caught.value.problems
    assert "these are the first 20" in head.message.en and len(inside) == 20
    assert all(each.file.startswith(f"{spec}: rules/") for each in inside)


@pytest.mark.parametrize("file", ["ontology/core.ttl", "kb/no/acts.ttl", "ontology/shapes/no.ttl"])
def test_what_is_no_turtle_is_named_with_its_file_and_line(tmp_path: Path, file: str) -> None:
    spec = changed(tmp_path / "old.zip", {file: b"# one\n<<< two\n", "kb/dk/acts.ttl": b"\xff\xfe"})
    with pytest.raises(BadInputError) as caught:
        open_rules(spec, ROOT)
    inside = {each.file: each for each in caught.value.problems[1:]}
    assert set(inside) == {f"{spec}: {file}", f"{spec}: kb/dk/acts.ttl"}
    assert inside[f"{spec}: {file}"].line == 2
    assert all(each.code == "not-turtle" and each.message.en.isprintable() for each in inside.values())


def test_a_law_base_of_another_form_is_named_act_by_act(tmp_path: Path) -> None:
    files = present("kb/no/acts.ttl", "kb/sources.ttl")
    files["kb/no/acts.ttl"] = files["kb/no/acts.ttl"].replace(b"fv:knownFrom", b"fv:knownSince")
    said = [each.message.en for each in refused(changed(tmp_path / "old.zip", files))]
    assert any("no/aml: knownFrom" in each for each in said) and any("no/ik: knownFrom" in each for each in said)


def test_what_breaks_a_reader_in_a_way_nobody_foresaw_is_said_and_not_thrown(tmp_path: Path) -> None:
    found = refused(changed(tmp_path / "old.zip", {"kb/no/bht-industries.csv": b"a,b\n1,2\n"}))
    assert [each.code for each in found] == ["not-readable-here", "unreadable-part"]
    assert "KeyError: 'code'" in found[1].message.en


def test_nothing_that_an_archive_holds_acts_on_the_terminal(tmp_path: Path) -> None:
    rule = "språk nb\n\n\x1b[2Jplikt\x9b31m x\n".encode()
    for each in refused(changed(tmp_path / "old.zip", {RULE: rule}, "\x1b[2J")):
        assert all(line.isprintable() for line in each.render("nb").splitlines())


def renamed(old: bytes, new: bytes, folder: Path, target: Path) -> str:
    """Pack the present rules with another name for something, everywhere."""
    files = {name: data.replace(old, new) for name, data in contents(folder).items()}
    assert hash_of(files) != content_hash(folder)
    target.write_bytes(zipped(files))
    return str(target)


def test_a_term_that_the_engine_asks_for_in_vain_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    spec = renamed(b"danish_authorities", b"authorities_of_old", folder, tmp_path / "old.zip")
    assert open_rules(spec, ROOT).rules.duties, "the rules themselves can be read"
    for command in ("assess", "documents"):
        code, out, err = run(command, SMALL, "--rules", spec, "--lang", "en")
        assert (code, out) == (2, "")
        assert f"{spec}: The rule base lacks the list “danish_authorities”" in err and "Traceback" not in err


def test_a_case_with_what_older_rules_did_not_know_is_told_whose_vocabulary_it_was_read_with(run: Run, folder: Path, tmp_path: Path) -> None:
    spec = renamed(b'fv:field "lone_work"', b'fv:field "alone"', folder, tmp_path / "old.zip")
    for command in ("assess", "documents"):
        code, _, err = run(command, SMALL, "--rules", spec, "--lang", "en")
        assert code == 2
        assert "lone_work" in err
        assert f"{spec}: The case was read with the vocabulary of this rule base" in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_archive_that_is_not_there_is_said_in_every_language(run: Run, tmp_path: Path, language: str) -> None:
    code, out, err = run("assess", SMALL, "--rules", str(tmp_path / "none.zip"), "--lang", language)
    assert (code, out) == (2, "") and "none.zip" in err and "rules pack" in err


def test_an_archive_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.zip").mkdir()
    assert [each.code for each in refused(str(tmp_path / "x.zip"))] == ["archive-unreadable"]
