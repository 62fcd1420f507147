"""What reads, and how: every scalar as text that its field types, silence kept apart from no."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.case import yaml_tree
from engine.case.log import Log
from engine.case.model import Answer, Basis, Case, Entry, Field, Mark
from engine.case.reader import read_case, read_data
from engine.errors import Problem
from engine.vocabulary.model import Vocabulary

HERE = Path(__file__).parent
SMALL = HERE / "small_case.yaml"
HEAD = (HERE / "head.yaml").read_text(encoding="utf-8")


def read(text: str, vocabulary: Vocabulary) -> Case:
    return read_data(text.encode(), "case.yaml", vocabulary)[0]


def warned(text: str, vocabulary: Vocabulary) -> list[Problem]:
    return read_data(text.encode(), "case.yaml", vocabulary)[1]


def test_the_small_example(vocabulary: Vocabulary) -> None:
    case, warnings = read_case(SMALL, vocabulary)
    assert not warnings
    assert case.fictional and case.basis is Basis.DOCUMENTS and case.regimes == ("no",) and case.language == "nb"
    assert case.enterprise.title == "Lillevik omsorg"
    assert case.enterprise.one("employees.regular") == 8
    assert [unit.id for unit in case.units] == ["hjemme", "kontor"]
    assert case.entries["hjemme"].factors["support"][0] is Answer.DONT_KNOW
    mapping = case.entries["K1"]
    assert mapping.fields["found"].open and not mapping.fields["factors"].open
    assert mapping.units == ("hjemme", "kontor")
    assert mapping.one("dated") == date(2026, 1, 20)
    assert mapping.evidence[0].document == "D1" and mapping.evidence[0].place == "side 1"
    assert case.entries["RU1"].units is None  # all
    assert case.entries["R1"].fields["not_relevant"].values == ()  # an empty list says: none
    assert case.completeness[0].complete_for == ("hjemme", "kontor")
    assert case.answers[0].property == "exposed_to" and case.answers[0].object == "contact"
    assert case.answers[0].stated_by == "safety_representative"


def test_scalars_are_what_their_field_says(vocabulary: Vocabulary) -> None:
    case = read(HEAD.replace("place: mainland", "place: mainland, industry: {scheme: DB07, code: 88.10}").replace(
        "[no]", "no") + "documents:\n  - {id: D1, title: 12:30, kind: minutes, note: 01.10}\n"
        "training:\n  - {id: 1e3, title: no, evidence: [{document: D1, place: 0x10}]}\n"
        "  - {id: O2, title: null, note: ~}\n",
        vocabulary)
    assert case.regimes == ("no",)
    assert case.enterprise.one("industry.code") == "88.10"
    assert case.entries["D1"].title == "12:30" and case.entries["D1"].one("note") == "01.10"
    assert case.entries["1e3"].title == "no" and case.entries["1e3"].evidence[0].place == "0x10"
    assert case.entries["O2"].title == "null" and case.entries["O2"].one("note") == "~"


@pytest.mark.parametrize("quoted", ["no", "'no'", '"no"'])
def test_no_is_no_quoted_or_not(quoted: str, vocabulary: Vocabulary) -> None:
    case = read(HEAD + f"fictional: {quoted}\nroutines:\n  - {{id: RU1, written: {quoted}}}\n", vocabulary)
    assert case.fictional is False and case.entries["RU1"].one("written") is Answer.NO


def test_silence_is_not_no(vocabulary: Vocabulary) -> None:
    case = read(HEAD + "routines:\n  - {id: RU1}\n"
                "  - {id: RU2, written: dont_know, purposes: dont_know, dated: dont_know}\n", vocabulary)
    silent, unknown = case.entries["RU1"], case.entries["RU2"]
    assert not silent.fields and silent.units is None and silent.one("written") is None
    assert unknown.one("written") is Answer.DONT_KNOW
    assert unknown.fields["purposes"].values == (Answer.DONT_KNOW,) and unknown.fields["purposes"].open
    assert unknown.one("dated") is Answer.DONT_KNOW


def test_different_sources_may_differ(vocabulary: Vocabulary) -> None:
    case = read(HEAD + "answers:\n  - {about: hjemme, ask: lone_work, value: yes, stated_by: hr}\n"
                "  - {about: hjemme, ask: lone_work, value: no, stated_by: safety_representative}\n", vocabulary)
    assert [answer.value for answer in case.answers] == [Answer.YES, Answer.NO]


def test_an_open_list_may_be_added_to_by_its_own_source(vocabulary: Vocabulary) -> None:
    case = read(HEAD + "training:\n  - {id: O1, topics: [+]}\nanswers:\n"
                "  - {about: O1, ask: covers, of: safety_equipment_use, value: yes}\n", vocabulary)
    assert case.entries["O1"].fields["topics"] == Field("topics", (), True, Mark(11, 22))
    assert case.answers[0].property == "covers"


def test_stated_by_goes_from_the_case_to_its_parts(vocabulary: Vocabulary) -> None:
    case = read(HEAD + "stated_by: hr\nroutines:\n  - {id: RU1}\n  - {id: RU2, stated_by: auditor}\n", vocabulary)
    assert (case.stated_by, case.enterprise.stated_by) == ("hr", "hr")
    assert (case.entries["RU1"].stated_by, case.entries["RU2"].stated_by) == ("hr", "auditor")
    assert read(HEAD, vocabulary).stated_by == "employer"


def test_byte_order_mark_and_line_ends_change_nothing(vocabulary: Vocabulary) -> None:
    plain = SMALL.read_bytes()
    expected = read_data(plain, "x", vocabulary)[0]
    for data in (b"\xef\xbb\xbf" + plain, plain.replace(b"\n", b"\r\n"), b"---\n" + plain):
        found = read_data(data, "x", vocabulary)[0]
        assert unmarked(found) == unmarked(expected)
    assert read_data(b"\xef\xbb\xbf" + plain, "x", vocabulary)[0].entries == expected.entries  # marks too


def test_composed_and_decomposed_letters_are_the_same(vocabulary: Vocabulary) -> None:
    text = HEAD.replace("id: kontor", "id: avd-å") + "drills:\n  - {id: X1, units: [avd-a\u030a]}\n"
    case = read(text, vocabulary)
    assert case.entries["X1"].units == ("avd-å",)


def test_numbers_of_undertakings(vocabulary: Vocabulary) -> None:
    case = read(HEAD.replace("place: mainland", "place: mainland, org_number: 974 760 673, cvr: 15413700").replace(
        "name: Kontoret", "name: Kontoret, p_number: 1003388394"), vocabulary)
    assert case.enterprise.one("org_number") == "974760673" and case.enterprise.one("cvr") == "15413700"
    assert case.entries["kontor"].one("p_number") == "1003388394"  # begins with a date, and is nobody's CPR number here


@pytest.mark.parametrize(("note", "code"), [
    ("vedtatt sammen med Kari Nordmann i mars", "looks-like-name"),
    ("Anne-Lise Hansen-Berg var der", "looks-like-name"),
    ("se notat fra Per O. Vik", "looks-like-name"),
    ("spør post@example.no", "looks-like-email"),
    ("ring 22 33 44 55 etter klokken ti", "looks-like-phone"),
    ("ring +47 90012345", "looks-like-phone"),
    ("ring 900 12 345", "looks-like-phone"),
])
def test_warnings(note: str, code: str, vocabulary: Vocabulary) -> None:
    warnings = warned(HEAD + f"routines:\n  - id: RU1\n    note: {note}\n", vocabulary)
    assert [warning.code for warning in warnings] == [code]
    assert warnings[0].line == 12


@pytest.mark.parametrize("note", [
    "gjelder Lillevik omsorg og Hjemmetjenesten Nord", "se Forskrift om utførelse av arbeid",
    "møte i Oslo Kommune 4. mars", "The Working Environment Act applies", "Risikovurdering av vold",
    "avvik 2021/12345 av 2026-01-01", "kl. 12:30, 88.10",
    "Arbeidstilsynet Region Vest",
])
def test_no_warnings(note: str, vocabulary: Vocabulary) -> None:
    assert not warned(HEAD + f"routines:\n  - id: RU1\n    note: {note!r}\n", vocabulary)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_anything_changes_nothing(seed: int, vocabulary: Vocabulary) -> None:
    tree = yaml.load(SMALL.read_bytes(), yaml.BaseLoader)
    expected = unmarked(read_case(SMALL, vocabulary)[0])
    mixed = shuffle(tree, random.Random(seed))
    shuffled = yaml.safe_dump(mixed, allow_unicode=True, sort_keys=False, default_style='"')
    shuffled = shuffled.replace('"+"', "+")
    assert unmarked(read(shuffled, vocabulary)) == expected


def shuffle(tree: Any, chance: random.Random) -> Any:
    if isinstance(tree, dict):
        pairs = [(key, shuffle(value, chance)) for key, value in tree.items()]
        chance.shuffle(pairs)
        return dict(pairs)
    if isinstance(tree, list):
        items = [shuffle(item, chance) for item in tree if item != "+"]
        chance.shuffle(items)
        return items + ["+"] * ("+" in tree)
    return tree


def unmarked(case: Case) -> Any:
    """Give a case without its marks, file and hash, and without order."""
    return (
        case.language, case.regimes, case.date, case.basis, case.fictional, case.stated_by,
        {entry.id: _entry(entry) for entry in case.entries.values()},
        {(c.register, frozenset(c.complete_for or ()), c.as_of, c.stated_by) for c in case.completeness},
        {replace(answer, mark=Mark(0, 0), evidence=()) for answer in case.answers},
    )


def _entry(entry: Entry) -> Any:
    fields = {name: (frozenset(field.values), field.open) for name, field in entry.fields.items()}
    factors = {factor: answer for factor, (answer, _) in entry.factors.items()}
    evidence = {(item.document, item.place) for item in entry.evidence}
    return (entry.cls, entry.title, frozenset(entry.units or ()), fields, factors, entry.stated_by, evidence)


@pytest.mark.parametrize("path", [SMALL, *sorted((HERE.parents[1] / "examples").glob("*.yaml"))], ids=lambda p: p.name)
def test_both_parsers_of_yaml_give_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    assert yaml_tree.parse(text, Log("x"), fast) == yaml_tree.parse(text, Log("x"), yaml.BaseLoader)
