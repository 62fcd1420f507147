"""``forsvarlig rules fmt``: what it writes, what it leaves alone, what it says, and how it ends."""

import io
import sys
from pathlib import Path

import pytest

from cli.main import main
from cli.rules.fmt import NO_CHANGE, UNTOUCHED
from engine.text import LANGUAGES

ROOT = Path(__file__).parents[2]
GOOD = """språk nb

regel no.aml.4-3.prøve
  for hver enhet U
  når
    U ikke har alenearbeid
  så
    U har to eller flere relevante faktorer
"""
LOOSE = GOOD.replace("    U ikke har", "     U har ikke").replace("\n", "\r\n")
ENGLISH = """language en

rule no.aml.4-3.prøve
  for each unit U
  when
    U does not have lone work
  then
    U has two or more relevant factors
"""
FAULTY = GOOD.replace("alenearbeid", "alenearbeit")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def base(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A rule base with our vocabulary and law, and three rule files of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))  # names are looked up here first: never let them find our own rules
    for part in ("kb", "ontology"):
        (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "rules" / "no").mkdir(parents=True)
    for name, text in (("a", GOOD), ("b", LOOSE), ("c", FAULTY)):
        write(tmp_path, name, text)
    return tmp_path


def path(base: Path, name: str) -> Path:
    return base / "rules" / "no" / f"{name}.regel"


def write(base: Path, name: str, text: str) -> None:
    path(base, name).write_bytes(text.encode("utf-8"))


def text(base: Path, name: str) -> str:
    return path(base, name).read_bytes().decode("utf-8")


def fmt(base: Path, *arguments: str, lang: str = "en") -> int:
    return main(["--rulebase", str(base), "rules", "fmt", "--lang", lang, *arguments])


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


def test_all_rule_files_are_rewritten_and_what_is_faulty_is_named(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path(base, "b").chmod(0o640)
    assert fmt(base) == 2
    assert (text(base, "a"), text(base, "b"), text(base, "c")) == (GOOD, GOOD, FAULTY)
    assert path(base, "b").stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in (base / "rules" / "no").iterdir()) == ["a.regel", "b.regel", "c.regel"]
    said = capsys.readouterr()
    assert said.out == (
        "2 files: 1 rewritten.\nLeft alone, since something must be put right first: rules/no/c.regel.\n"
    )
    assert "rules/no/c.regel:6:5: Ordlisten har ingen setning" in said.err


def test_check_shows_the_lines_and_writes_nothing(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path(base, "c").unlink()
    assert fmt(base, "--check") == 1
    assert text(base, "b") == LOOSE
    said = capsys.readouterr().out
    assert "rules/no/b.regel\n    1 - språk nb␍\n      + språk nb\n    2 - ␍\n" in said
    assert "… 4 more lines" in said and "rules/no/a.regel" not in said
    assert "2 files: 1 not formatted;" in said
    assert fmt(base) == 0
    assert fmt(base, "--check") == 0
    assert "2 files: nothing to change." in capsys.readouterr().out


def test_a_short_difference_is_shown_with_its_line(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(base, "b", GOOD.replace("    U ikke har alenearbeid", "    ikke: U har alenearbeid  "))
    assert fmt(base, "--check", "rules/no/b.regel") == 1
    assert "    6 -     ikke: U har alenearbeid··\n      +     U ikke har alenearbeid\n" in capsys.readouterr().out


def test_files_and_folders_are_named_from_here_or_from_the_rule_base(base: Path) -> None:
    elsewhere = Path("elsewhere.regel")
    elsewhere.write_text(LOOSE, "utf-8", newline="")
    assert fmt(base, "elsewhere.regel", "rules/no/a.regel") == 0
    assert elsewhere.read_bytes().decode("utf-8") == GOOD
    assert text(base, "b") == LOOSE
    path(base, "c").unlink()
    assert fmt(base, "rules/no") == 0
    assert text(base, "b") == GOOD


def test_a_text_known_to_be_formatted_is_known_only_with_its_vocabulary(base: Path) -> None:
    path(base, "c").unlink()
    assert (fmt(base), fmt(base, "--check")) == (0, 0)
    write(base, "a", LOOSE)
    assert fmt(base, "--check") == 1
    (base / "ontology").unlink()
    (base / "ontology").mkdir()
    for file in (ROOT / "ontology").glob("*.ttl"):
        changed = file.read_text("utf-8").replace('"{s} ikke har alenearbeid"', '"{s} ikke har arbeid alene"')
        (base / "ontology" / file.name).write_text(changed, "utf-8")
    assert fmt(base, "--check", "rules/no/b.regel") == 2  # the sentence is in the vocabulary no more


def test_standard_input_goes_to_standard_output(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for given in (LOOSE, GOOD):
        typed(monkeypatch, given.encode("utf-8"))
        assert fmt(base, "-") == 0
        assert capsys.readouterr().out == GOOD
    typed(monkeypatch, LOOSE.encode("utf-8"))
    assert fmt(base, "--check", "-") == 1
    typed(monkeypatch, FAULTY.encode("utf-8"))
    assert fmt(base, "-") == 2
    typed(monkeypatch, "språk nb\n".encode("latin-1"))
    assert fmt(base, "-") == 2
    assert "-:1:1: The file isn't saved as UTF-8." in capsys.readouterr().err


def test_another_language_goes_to_the_screen_or_into_the_file(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fmt(base, "--to", "en", "rules/no/b.regel") == 0
    assert capsys.readouterr().out == ENGLISH
    assert text(base, "b") == LOOSE
    typed(monkeypatch, ENGLISH.encode("utf-8"))
    assert fmt(base, "--to", "nb", "-") == 0
    assert capsys.readouterr().out == GOOD
    assert fmt(base, "--to", "en", "--write", "rules/no/a.regel", "rules/no/b.regel") == 0
    assert text(base, "a") == text(base, "b") == ENGLISH
    assert fmt(base, "--to", "nb", "--write", "rules/no/a.regel") == 0
    assert text(base, "a") == GOOD
    assert fmt(base, "--to", "en", "rules/no/c.regel") == 2


@pytest.mark.parametrize(
    "arguments",
    [("--to", "en"), ("--to", "en", "rules/no"), ("--to", "en", "a", "b"), ("--write",), ("--write", "a"),
     ("--to", "en", "--write"), ("-", "rules/no/a.regel"), ("--to", "en", "--write", "-"), ("no-such.regel",)],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_wrong_use(arguments: tuple[str, ...], lang: str, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fmt(base, *arguments, lang=lang) == 2
    assert capsys.readouterr().err.strip()
    assert text(base, "b") == LOOSE


def test_a_file_that_cannot_be_written(base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert fmt(base, "rules/no/b.regel") == 2
    assert "No space left" in capsys.readouterr().err
    assert text(base, "b") == LOOSE
    assert sorted(each.name for each in (base / "rules" / "no").iterdir()) == ["a.regel", "b.regel", "c.regel"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_answers_in_the_language_asked_for(lang: str, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fmt(base, "rules/no/a.regel", "rules/no/c.regel", lang=lang)
    said = capsys.readouterr().out
    index = LANGUAGES.index(lang)  # type: ignore[arg-type]
    assert NO_CHANGE[index].format(files="").strip() in said
    assert UNTOUCHED[index].format(files="rules/no/c.regel") in said
