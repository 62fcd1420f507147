"""The sheet: everything on it is in a smallest set that decides an open duty, by going through all of them."""

import json
from functools import cache

import pytest

from cli.main import main
from engine.ask.answers import Asker
from engine.ask.circuit import Laid, lay_out
from engine.inference.outcome import Outcome
from engine.request import request
from engine.request.requesting import ORDER, Sheet, _Sheet
from engine.request.smallest import Groups, Smallest, _gone_through, _searched, smallest
from engine.request.telling import record, text
from engine.text import LANGUAGES, Language
from engine.vocabulary.model import Nature
from tests.ask.brute import SMALL, assessed, comes_out, every, rulebase, smallest_sets

LEAVES = 7
WORLD_BUT_ON_PAPER = "arrangements"


@cache
def sheet(example: str, regimes: tuple[str, ...] | None = None) -> Sheet:
    return request(assessed(example, regimes))


@cache
def grouped() -> tuple[tuple[Outcome, Laid, Groups], ...]:
    """Give the open outcomes of examples with their leaves put together as the sheet does."""
    found = []
    for example in ("small", "interview"):
        asker, gathering = Asker(assessed(example).case, rulebase().vocabulary), _Sheet(assessed(example))
        gathering.asker = asker
        for row in assessed(example).outcomes:
            laid = lay_out(row)
            if row.is_open and 0 < laid.circuit.leaves <= LEAVES:
                found.append((row, laid, gathering._elements(asker.by_question(laid, row.unit), laid, row)[1]))
    return tuple(found)


def test_the_smallest_sets_are_the_smallest_by_exhaustion() -> None:
    assert len(grouped()) > 150
    assert sum(len(groups) > 1 for _, _, groups in grouped()) > 50
    for row, laid, groups in grouped():
        found = smallest(laid.circuit, groups)
        assert (found.size, set(found.members)) == smallest_sets(row, laid, groups), row.id


def test_what_one_decides_alone_can_come_of_it() -> None:
    for row, laid, groups in grouped():
        for group, names in smallest(laid.circuit, groups).alone.items():
            came: dict[tuple[bool, ...], set[str]] = {}
            for completion in every(laid):
                values = tuple(completion.values())
                came.setdefault(tuple(values[n] for n in groups[group]), set()).add(comes_out(row, completion))
            assert {next(iter(each)) for each in came.values() if len(each) == 1} - {"unknown"} == set(names), row.id


def test_three_values_find_the_same_smallest_sets_on_the_examples() -> None:
    once: dict[tuple[object, Groups], tuple[Smallest, Smallest]] = {}
    for _, laid, groups in grouped():
        once[laid.circuit, groups] = _gone_through(laid.circuit, groups), _searched(laid.circuit, groups)
    assert len(once) > 60
    for exact, searched in once.values():
        assert (exact.size, exact.members) == (searched.size, searched.members)
        assert exact.alone == searched.alone


@pytest.mark.parametrize(("example", "regime"), [("small", "no"), ("small", "dk"), ("interview", "no")])
def test_every_item_helps_to_decide_an_open_duty(example: str, regime: str) -> None:
    found = sheet(example, (regime,))
    assert found.items
    for item in found.items:
        assert item.wants
        assert item.questions
        for want in item.wants:
            assert want.outcome.is_open
            assert want.outcome.duty.bearer == "employer"
            assert want.size >= 1
            assert bool(want.alone) == (want.size == 1)
        for register in item.registers:
            cls = rulebase().vocabulary.of_register(register)
            assert cls
            assert cls.nature in (Nature.PAPER, Nature.ACT) or register == WORLD_BUT_ON_PAPER


@pytest.mark.parametrize(("example", "regime"), [("interview", "no"), ("small", "dk")])
def test_the_order_is_that_of_the_sources_then_of_what_is_decided(example: str, regime: str) -> None:
    order = ORDER[regime]
    keys = []
    for item in sheet(example, (regime,)).items:
        place = min(order.index(register) if register in order else 99 for register in item.registers)
        keys.append((place, -item.alone, -len(item.wants)))
    assert keys == sorted(keys)
    assert len({place for place, _, _ in keys}) > 3


@pytest.mark.parametrize(("language", "words"), [
    ("nb", ("Dokumenter å be om", "Svarer på:", "Kan alene avgjøre", "Rekkefølge: slik Arbeidstilsynet")),
    ("da", ("Dokumenter at bede om", "Besvarer:", "Kan alene afgøre", "Rækkefølge: som det norske arbejdstilsyn")),
    ("en", ("Documents to ask for", "Answers:", "Could by itself decide", "Order: as the Norwegian authority")),
])
def test_the_text_in_three_languages(language: Language, words: tuple[str, ...]) -> None:
    told = text(sheet("small"), language)
    for word in words:
        assert word in told
    assert "D1 Kartlegging av psykososialt arbeidsmiljø" in told
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_small_unit_is_named_beside_its_incident(language: Language) -> None:
    told = text(sheet("interview"), language)
    for part in told.split("\n\n"):
        if " H1" in part or " H2" in part:
            assert "Serveringen" not in part
            assert "Kjøkkenet" not in part


def test_the_record() -> None:
    found = record(sheet("small"))
    assert found["schema"] == "forsvarlig/request/1"
    first = found["items"][0]
    assert first["documents"] == ["D1"]
    assert first["title"].keys() == set(LANGUAGES)
    assert {"outcome", "is", "smallest_set", "alone"} == first["decides"][0].keys()
    assert json.dumps(found) == json.dumps(record(request(assessed("small"))))


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["request", SMALL, "--regime", "dk", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["regimes"] == ["dk"]
    assert {want["outcome"][:3] for item in found["items"] for want in item["decides"]} == {"dk."}
    assert main(["request", SMALL, "--unit", "kontor", "--lang", "en"]) == 0
    assert "Kontoret" in capsys.readouterr().out
    assert main(["request", SMALL, "--unit", "kontoret", "--lang", "en"]) == 2
    assert "Did you mean: kontor" in capsys.readouterr().err
