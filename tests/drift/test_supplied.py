"""The files that the editor supplies: which act they are, in which encoding; and everything that is wrong with them at once."""

import codecs
from pathlib import Path

import pytest

from engine.drift.supplied import LARGEST, read_files
from engine.errors import BadInputError, Problem
from engine.law.load import load as load_law
from engine.law.model import LawBase
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS, ROOT

BODY = "§ 1-1. Formål\n\nEn æ, ø og å.\n"


@pytest.fixture(scope="module")
def ours() -> LawBase:
    return load_law(ROOT)


def wrong(files: list[Path], law: LawBase, asked: str | None = None, url: str = "") -> list[Problem]:
    with pytest.raises(BadInputError) as raised:
        read_files(files, asked, url, law)
    return raised.value.problems


def written(folder: Path, text: str, name: str = "law.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("edition", ["no-1.html", "no-2.txt", "dk-1.html", "dk-2.txt"])
def test_an_edition_says_itself_which_act_it_is(edition: str, built: RuleBase) -> None:
    (supplied,) = read_files([EDITIONS / edition], None, "", built.law)
    assert supplied.act.regime == edition[:2]


@pytest.mark.parametrize(("top", "act"), [
    ("Forskrift om noe langt (internkontrollforskriften)", "no.ik"),
    ("arbeidsmiljøloven", "no.aml"),
    ("Lov om noe\nDato\tLOV-2005-06-17-62", "no.aml"),
    ("LBK nr 1108 af 15/09/2025\nBekendtgørelse af lov om noget", "dk.aml"),
    ("BEK nr. 1406 af 26/09/2020", "dk.psyk"),
    ("Bekendtgørelse om psykisk arbejdsmiljø", "dk.psyk"),
    ("<html><link rel='canonical' href='https://lovdata.no/dokument/NL/lov/2005-06-17-62'><p>x</p>", "no.aml"),
    ("<html><meta property='eli:id_local' content='https://www.retsinformation.dk/eli/lta/2025/1108'><p>x</p>", "dk.aml"),
    ("<html><div about='https://lovdata.no/eli/forskrift/1996/12/06/1127/nor'></div><p>x</p>", "no.ik"),
])
def test_what_names_an_act(top: str, act: str, ours: LawBase, tmp_path: Path) -> None:
    body = "<p>§ 1. En.</p>" if top.startswith("<") else "\n\n§ 1. En.\n"
    (supplied,) = read_files([written(tmp_path, top + body)], None, "", ours)
    assert supplied.act.id == act


@pytest.mark.parametrize("top", [
    "Forskrift om noe annet\n\nHjemmel: Fastsatt med hjemmel i LOV-2005-06-17-62 § 4-3 (arbeidsmiljøloven).",
    "I medfør af § 39 i arbejdsmiljøloven, jf. LBK nr. 1108 af 15/09/2025, fastsættes:",
    "<html><a href='https://lovdata.no/dokument/NL/lov/2005-06-17-62'>loven</a>",
    "Noe",
])
def test_an_act_that_is_only_cited_is_not_the_act(top: str, ours: LawBase, tmp_path: Path) -> None:
    file = written(tmp_path, f"{top}\n\n<p>{BODY}" if top.startswith("<") else f"{top}\n\n{BODY}")
    assert [problem.code for problem in wrong([file], ours)] == ["act-not-said"]


def test_the_editor_names_the_act(ours: LawBase, tmp_path: Path) -> None:
    file = written(tmp_path, BODY)
    for name in ("no/utforelse", "no.utforelse", "NO/utforelse", "FOR-2011-12-06-1357"):
        assert read_files([file], name, "", ours)[0].act.id == "no.utforelse"
    assert read_files([file], None, "https://lovdata.no/dokument/SF/forskrift/2011-12-06-1357", ours)[0].act.id == "no.utforelse"
    (problem,) = wrong([file], ours, "aml")  # there are two
    assert problem.code == "no-such-act" and problem.hint and "no/aml" in problem.hint.en


def test_a_file_that_says_another_act_is_refused(built: RuleBase) -> None:
    (problem,) = wrong([EDITIONS / "no-1.html"], built.law, "dk/laesesal")
    assert problem.code == "another-act"
    assert problem.message.en == "The file says that it is lesesalforskriften, not bekendtgørelse om læsesale."


@pytest.mark.parametrize(("data", "name"), [
    (BODY.encode(), "law.txt"),
    (codecs.BOM_UTF8 + BODY.encode(), "law.txt"),
    (BODY.replace("\n", "\r\n").encode(), "law.txt"),
    (codecs.BOM_UTF16_LE + BODY.encode("utf-16-le"), "law.txt"),
    (b"<meta charset=windows-1252><p>" + BODY.replace("\n\n", "<p>").encode("cp1252"), "law.html"),
    (b'<?xml version="1.0"?><html><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"/><p>'
     + BODY.replace("\n\n", "<p>").encode("latin-1"), "law.htm"),
    (b"<!-- saved --><html><p>" + BODY.replace("\n\n", "<p>").encode(), "law"),
])
def test_encodings(data: bytes, name: str, ours: LawBase, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (supplied,) = read_files([file], "no/utforelse", "", ours)
    assert {path: unit.words for path, unit in supplied.edition.units.items()} == {
        "no/utforelse/1-1": "Formål", "no/utforelse/1-1/1": "En æ, ø og å."}


def test_everything_that_is_wrong_is_said_at_once(ours: LawBase, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"linje\n\n" + BODY.encode("latin-1"))
    pdf = tmp_path / "law.pdf"
    pdf.write_bytes(b"%PDF-1.7\n\0\0")
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    files = [tmp_path / "none.txt", tmp_path, latin, pdf, large, written(tmp_path, "Ingen paragraf her.", "empty.txt"), written(tmp_path, BODY)]
    problems = wrong(files, ours, "no/utforelse")
    assert {(Path(problem.file).name, problem.line, problem.code) for problem in problems} == {
        ("none.txt", 0, "no-such-file"), (tmp_path.name, 0, "is-directory"), ("latin.txt", 3, "not-text"), ("law.pdf", 2, "not-text"),
        ("large.txt", 0, "too-large"), ("empty.txt", 0, "no-sections")}
    for problem in problems:
        assert all(problem.message) and "{" not in "".join(problem.message)
        assert problem.hint is None or all(problem.hint)


def test_two_editions_of_one_act(built: RuleBase, tmp_path: Path) -> None:
    problems = wrong([EDITIONS / "no-1.html", EDITIONS / "no-2.html"], built.law)
    assert {problem.code for problem in problems} == {"unit-twice"}
    assert "no/lesesal/2-1/1" in problems[1].message.nb
    halves = [written(tmp_path, "§ 1-1. A\n\nEn.", "one.txt"), written(tmp_path, "§ 1-2. B\n\nTo.", "two.txt")]
    (supplied,) = read_files(halves, "no/lesesal", "", built.law)
    assert supplied.files == ("one.txt", "two.txt")
    assert [unit.file for unit in supplied.edition.units.values()] == ["one.txt", "one.txt", "two.txt", "two.txt"]
