"""Mistakes in the files of the catalogue: all found at once, each with its file, its line and what is allowed."""

from pathlib import Path

import pytest

from engine.catalogue.load import lines_from, load, read
from engine.catalogue.messages import MESSAGES
from engine.catalogue.model import Lines
from engine.errors import BadInputError
from engine.rulebase import RuleBase
from engine.text import LANGUAGES

HEAD = """@prefix fv: <https://w3id.org/forsvarlig/ns#> .
@prefix content: <https://w3id.org/forsvarlig/content/> .
"""
TITLE = 'fv:title "a"@nb , "b"@da , "c"@en'
GOOD = f'content:one a fv:Content ; fv:type "measure" ; {TITLE} ; fv:factor fv:workload ; fv:level "group" ; fv:seed "s.txt:2-3" .\n'
MISTAKES = [
    ("not-turtle", "content:one a fv:Content ; fv:type .\n", ""),
    ("not-content", f'content:one fv:type "measure" ; {TITLE} ; fv:seed "s.txt:1" .\n', "fv:Content"),
    ("twice", GOOD + GOOD, "id of its own"),
    ("bad-id", GOOD.replace("content:one", "content:One"), "lower-case"),
    ("unknown-property", GOOD.replace("fv:level", "fv:levels"), "factor"),
    ("count", GOOD.replace('fv:type "measure" ; ', ""), "exactly one"),
    ("count", GOOD.replace('"measure"', '"measure" , "arena"'), "exactly one"),
    ("not-allowed", GOOD.replace('"measure"', '"mesure"'), "risk_factor"),
    ("not-allowed", GOOD.replace("fv:workload", "fv:workloads"), "unclear_demands"),
    ("not-allowed", GOOD.replace('"group"', '"team"'), "individual"),
    ("not-allowed", GOOD.replace("fv:level", 'fv:stage "first" ; fv:level'), "primary"),
    ("not-allowed", GOOD.replace("fv:level", 'fv:attribution "me" ; fv:level'), "authority"),
    ("bad-tag", GOOD.replace("fv:level", 'fv:tags "Two words" ; fv:level'), "underscores"),
    ("not-number", GOOD.replace("fv:level", 'fv:order "first" ; fv:level'), ""),
    ("languages", GOOD.replace(', "c"@en', ""), "nb, da, en"),
    ("languages", GOOD.replace('"c"@en', '"c"@en , "d"@en'), "nb, da, en"),
    ("languages", GOOD.replace("fv:level", 'fv:text "x"@nb ; fv:level'), "nb, da, en"),
    ("languages", GOOD.replace('"c"@en', '" "@en'), "nb, da, en"),
    ("no-seed", GOOD.replace('; fv:seed "s.txt:2-3"', ""), "fv:seed"),
    ("bad-seed", GOOD.replace("s.txt:2-3", "s.txt#2"), "24-26"),
    ("unknown-seed", GOOD.replace("s.txt", "t.txt"), "s.txt"),
    ("outside-seed", GOOD.replace("2-3", "2-9"), "lines 1–5"),
    ("outside-seed", GOOD.replace("2-3", "3-2"), "lines 1–5"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("measures", "guidance", "sources"):
        (tmp_path / "kb" / part).mkdir(parents=True)
    (tmp_path / "kb" / "sources" / "seeds.csv").write_text("file,sha256,lines\ns.txt,0,5\n", encoding="utf-8")
    return tmp_path


def test_a_good_content_is_read_whole(folder: Path, base: RuleBase) -> None:
    (folder / "kb" / "measures" / "a.ttl").write_text(HEAD + GOOD, encoding="utf-8")
    (content,) = load(folder, base.vocabulary).contents
    assert (content.id, content.type, content.title.da, content.text) == ("one", "measure", "b", None)
    assert (content.factors, content.levels, content.stages, content.order) == (("workload",), ("group",), (), 0)
    assert (content.seeds, content.file) == ((Lines("s.txt", 2, 3),), "kb/measures/a.ttl")


@pytest.mark.parametrize(("code", "turtle", "hint"), MISTAKES)
def test_a_mistake_is_named_with_its_file_and_what_is_allowed(folder: Path, base: RuleBase, code: str, turtle: str, hint: str) -> None:
    (folder / "kb" / "guidance" / "a.ttl").write_text(HEAD + turtle, encoding="utf-8")
    _, problems = read(folder, base.vocabulary)
    (found,) = [each for each in problems if each.code == code]
    assert found.file == "kb/guidance/a.ttl" and found.line >= 3
    assert hint in found.render("en")


def test_every_mistake_of_every_file_is_named_at_once(folder: Path, base: RuleBase) -> None:
    (folder / "kb" / "measures" / "a.ttl").write_text(HEAD + GOOD.replace('"measure"', '"mesure"').replace("2-3", "9"), encoding="utf-8")
    (folder / "kb" / "guidance" / "b.ttl").write_text(HEAD + GOOD, encoding="utf-8")
    with pytest.raises(BadInputError) as error:
        load(folder, base.vocabulary)
    assert {(each.file, each.code) for each in error.value.problems} == {
        ("kb/measures/a.ttl", "not-allowed"), ("kb/measures/a.ttl", "outside-seed"), ("kb/guidance/b.ttl", "twice"),
    }


def test_every_message_says_the_same_in_three_languages() -> None:
    for code, texts in MESSAGES.items():
        for text in filter(None, texts):
            assert all(text.in_(language) for language in LANGUAGES), code
            slots = [sorted(part.split("}")[0] for part in text.in_(language).split("{")[1:]) for language in LANGUAGES]
            assert slots[0] == slots[1] == slots[2], code


@pytest.mark.parametrize("text", ["s.txt", "s.txt:", "s.txt:0", "s.txt:1-", "s.txt:a-b", ":1", "s.txt:1-2-3"])
def test_what_is_not_file_and_lines_is_not_read(text: str) -> None:
    assert lines_from(text) is None


def test_no_catalogue_is_an_empty_one(tmp_path: Path, base: RuleBase) -> None:
    assert load(tmp_path, base.vocabulary).contents == ()
