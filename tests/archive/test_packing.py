"""What an archive is: the same bytes each time, exactly the files of the hash, and read back as what was packed."""

import io
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine import __version__
from engine.archive.manifest import NAME
from engine.archive.packing import pack, read_archive, unpack
from engine.errors import BadInputError
from engine.rulebase import RuleBase, content_hash, contents
from tests.archive.conftest import FEW, ROOT, Run, written, zipped


def test_an_archive_holds_exactly_the_files_that_the_hash_is_over(archive: Path, base: RuleBase) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        assert names == sorted(names)
        assert set(names) - {NAME} == set(contents(base.folder))
        assert {name.split("/")[0] for name in names} == {"kb", "ontology", "rules", NAME}
        for name, data in contents(base.folder).items():
            assert opened.read(name) == data


def test_the_manifest_says_what_it_is(archive: Path, base: RuleBase) -> None:
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read(NAME))
    read = max(act.known_until for act in base.law.acts.values())
    assert manifest == {"format": "rulebase/1", "hash": base.hash, "engine": __version__, "law_read": str(read)}


def test_nothing_in_an_archive_depends_on_when_where_and_by_what_it_was_packed(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.compress_type == zipfile.ZIP_STORED, "compressed bytes differ from library to library"
            assert (member.create_system, stat.S_IMODE(member.external_attr >> 16)) == (3, 0o644)
            assert not member.extra and not member.comment


def test_the_same_rule_base_gives_the_same_bytes_in_every_process_and_copy(archive: Path, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    written(copy, {name: data.replace(b"\n", b"\r\n") for name, data in contents(folder).items()})  # as on another system
    (copy / "rules" / ".hidden").write_text("no part of it")
    for number, each in enumerate((folder, copy)):
        target = tmp_path / f"{number}.zip"
        ran = subprocess.run(
            [sys.executable, "-m", "cli.main", "--rulebase", str(each), "rules", "pack", "-o", str(target)],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": str(number), "TZ": f"UTC+{number}"},
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )
        assert ran.returncode == 0, ran.stderr
        assert target.read_bytes() == archive.read_bytes()


def test_what_is_packed_reads_back_as_it_was(archive: Path, base: RuleBase) -> None:
    files, manifest = read_archive(archive)
    assert files == contents(base.folder)
    assert manifest.hash == base.hash


def test_an_archive_that_somebody_unpacked_and_zipped_again_is_still_the_same_rule_base(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "out")
    again = shutil.make_archive(str(tmp_path / "again"), "zip", tmp_path / "out")  # compressed, with the folders as members
    with zipfile.ZipFile(again) as opened:
        assert any(name.endswith("/") for name in opened.namelist())
    assert read_archive(Path(again))[0] == read_archive(archive)[0]


def test_line_ends_and_fields_of_a_later_manifest_make_no_difference() -> None:
    crlf = {name: data.replace(b"\n", b"\r\n") for name, data in FEW.items()}
    stream = io.BytesIO(zipped(FEW))
    with zipfile.ZipFile(stream) as opened:
        manifest = {**json.loads(opened.read(NAME)), "signed_by": "a field of a later version"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in {**crlf, NAME: json.dumps(manifest).encode()}.items():
            target.writestr(name, data)
    assert unpack(stream.getvalue(), "x.zip")[0] == FEW


def test_a_folder_with_a_file_that_is_none_of_a_rule_base_is_not_packed(base: RuleBase, tmp_path: Path) -> None:
    written(tmp_path, contents(base.folder))
    (tmp_path / "rules" / "3A-5.regel~").write_text("a backup")
    bent = RuleBase(tmp_path, content_hash(tmp_path), base.vocabulary, base.law, base.rules, base.shapes)
    with pytest.raises(BadInputError) as caught:
        pack(bent)
    (problem,) = caught.value.problems
    assert problem.code == "unexpected-type"
    assert "rules/3A-5.regel~" in problem.message.en


@pytest.mark.parametrize(("language", "words"), [("nb", "filer"), ("da", "filer"), ("en", "files")])
def test_the_command_says_what_it_packed_and_how_to_use_it(run: Run, base: RuleBase, tmp_path: Path, language: str, words: str) -> None:
    target = tmp_path / "rules.zip"
    code, out, err = run("rules", "pack", "-o", str(target), "--lang", language)
    assert (code, err) == (0, "")
    assert base.hash in out and f"--rules {target}" in out and words in out
    assert read_archive(target)[1].hash == base.hash


def test_without_a_name_the_file_is_named_by_the_hash(run: Run, base: RuleBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("rules", "pack", "--lang", "en")[0] == 0
    (file,) = tmp_path.iterdir()
    assert file.name == f"rulebase-{base.hash.removeprefix('sha256:')[:12]}.zip"


@pytest.mark.parametrize(("name", "word"), [("rules.tar", ".zip"), ("nowhere/rules.zip", "nowhere")])
def test_a_name_that_will_not_do_is_wrong_use(run: Run, tmp_path: Path, name: str, word: str) -> None:
    code, out, err = run("rules", "pack", "-o", str(tmp_path / name), "--lang", "en")
    assert (code, out) == (2, "")
    assert word in err and "Traceback" not in err
    assert not list(tmp_path.iterdir())


def test_rules_that_do_not_pass_check_are_not_packed(run: Run, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    few = ("kb/no/", "kb/sources", "ontology/", "rules/no/utforelse/3A-5.")
    written(copy, {name: data for name, data in contents(folder).items() if name.startswith(few)})
    rule = copy / "rules" / "no" / "utforelse" / "3A-5.regel"
    rule.write_text(rule.read_text(encoding="utf-8").replace("\n  hjemmel ", "\n  lovsted "), encoding="utf-8")
    code, _, err = run("rules", "pack", "-o", str(tmp_path / "x.zip"), "--lang", "en", rulebase=copy)
    assert code == 2
    assert "rules/no/utforelse/3A-5.regel" in err
    assert not (tmp_path / "x.zip").exists()
