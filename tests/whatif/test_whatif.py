"""What-if: a supposition is what the case says, nothing else is touched, and every answer that differs is told with its reasons."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.main import main
from engine.assessment import Assessment, assess, assess_case, groundwork
from engine.case.facts import Key, is_stand_in
from engine.case.model import Answer
from engine.errors import BadInputError
from engine.inference.outcome import Outcome
from engine.text import LANGUAGES
from engine.truth import Truth
from engine.views.record import address
from engine.vocabulary.model import Kind, Origin
from engine.whatif import WhatIf, whatif
from engine.whatif.address import CONCLUDED, OfField, read_suppositions
from engine.whatif.record import record
from engine.whatif.supposing import laid_over
from engine.whatif.telling import Telling, text
from tests.reference import cases
from tests.truth.test_order import fingerprint
from tests.whatif.conftest import DISPUTED, SMALL, assessed, came, example, rulebase

SEEDS = st.integers(0, 100_000).map(lambda number: number * 7919 % 100_003)
RANDOM = settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
TRUTHS = {"yes": Truth.YES, "no": Truth.NO, "dont_know": Truth.UNKNOWN, None: Truth.UNKNOWN}


def small(*sets: str, unset: Sequence[str] = ()) -> WhatIf:
    return whatif(assessed(SMALL), sets, unset)


def moved(found: WhatIf) -> dict[str, tuple[str, str]]:
    return {f"{each.part}@{each.address}": (each.old_word, each.new_word) for each in found.changed}


def codes(*sets: str, unset: Sequence[str] = ()) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        small(*sets, unset=unset)
    return sorted(problem.code for problem in caught.value.problems)


# --- the same as if the file were edited ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sets", "unsets", "old", "new"),
    [
        (["hjemme/lone_work=no"], [], "    lone_work: yes\n", "    lone_work: no\n"),
        (["hjemme/lone_work_measures=yes"], [], "lone_work_measures: dont_know", "lone_work_measures: yes"),
        (["enterprise/employees.total=3"], [], "total: 8", "total: 3"),
        ([], ["OV1"], "  - {id: OV1, title: øvelse i vanskelige samtaler, units: [hjemme], dated: 2026-04-22, topics: [psychosocial_skills],\n"
         "     evidence: [{document: D5, place: rad 4}]}\n", "  []\n"),
        (["A3/in_place=yes"], [], "kind: committee, in_place: no", "kind: committee, in_place: yes"),
        ([], ["hjemme/special_danger"], "    special_danger: no\n    evidence: [{document: D2", "    evidence: [{document: D2"),
    ],
)  # fmt: skip
def test_the_outcomes_are_those_of_the_edited_file(sets: list[str], unsets: list[str], old: str, new: str, tmp_path: Path) -> None:
    written = SMALL.read_text(encoding="utf-8")
    assert written.count(old) == 1
    edited = tmp_path / "edited.yaml"
    edited.write_text(written.replace(old, new), encoding="utf-8")
    assert came(small(*sets, unset=unsets).after) == came(assess(edited, rulebase()))


def test_what_changes_is_told_with_the_reason_on_both_sides() -> None:
    found = small("hjemme/lone_work=no")
    assert moved(found) == {"no.aml.4-1.3@hjemme": ("unknown", "not_applicable")}
    move = Telling(found, "nb").move(found.changed[0])
    assert "Har Hjemmetjenesten de nødvendige tiltakene" in move.before
    assert move.after == "Hjemmetjenesten har ikke alenearbeid (en antakelse)."
    assert (move.old, move.new, move.where, move.address) == ("uavklart", "ikke aktuelt", "Hjemmetjenesten", "no.aml.4-1.3@hjemme")


def test_a_reason_that_changes_without_the_outcome_is_told() -> None:
    found = whatif(example("interview"), ["kjokken/special_danger=yes"])
    told = {each.part: each for each in found.reasoned}
    assert told["no.aml.3-2.3"].old_word == told["no.aml.3-2.3"].new_word == "unknown"
    move = Telling(found, "en").move(told["no.aml.3-2.3"])
    assert move.before != move.after and "special danger" in move.before


def complete(found: WhatIf) -> None:
    """Every outcome that differs is told, and none that doesn't."""
    before, after = came(found.before), came(found.after)
    shared = before.keys() & after.keys()
    told = {f"{each.part}@{each.address}" for each in found.changed if isinstance(each.new or each.old, Outcome)}
    assert {id_ for id_ in shared if before[id_] != after[id_]} == told & shared
    assert not {f"{each.part}@{each.address}" for each in found.reasoned} & told
    if not found.differences:
        assert before == after


@pytest.mark.parametrize(
    "given",
    [
        ["hjemme/exposed_to/violence=no"], ["hjemme/may_entail_violence=no"], ["hjemme/training=open"], ["H1/state=not_confirmed"],
        ["T1/units=kontor"], ["R1/dated=2024-01-01"], ["hjemme/mapping_concluded=no"], ["K1/applies_to/kontor=yes"],
    ],
)  # fmt: skip
def test_everything_that_differs_is_told(given: list[str]) -> None:
    complete(small(*given))


# --- a supposition is what the case says ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", TRUTHS)
@pytest.mark.parametrize(
    "asked",
    ["hjemme/exposed_to/violence", "hjemme/factors/emotional_demands", "hjemme/lone_work", "M5/took_place", "O1/covers/violence_prevention_handling",
     "P1/applies_to/hjemme", "H1/happened_at/hjemme", "R1/applies_to/kontor", "hjemme/contact_possible", "H1/in_state/confirmed"],
)  # fmt: skip
def test_a_statement_is_as_supposed_whoever_speaks_of_it(asked: str, value: str | None) -> None:
    before = assessed(SMALL)
    sets, unsets = ([f"{asked}={value}"], []) if value else ([], [asked])
    laid = laid_over(before, read_suppositions(sets, unsets, before.case, rulebase().vocabulary))
    subject, name, *obj = asked.split("/")
    prop = next(p for p in rulebase().vocabulary.properties.values() if before.case.entries[subject].cls in p.domain and name in (p.id, p.field))
    facts = groundwork(laid.case, rulebase()).facts
    assert facts.truth(prop.id, subject, obj[0] if obj else None) is TRUTHS[value]


def keys_of(found: Assessment) -> list[Key]:
    """Give the statements of a case that somebody can make."""
    properties = rulebase().vocabulary.properties
    return sorted(
        (
            key for key in found.facts.said
            if properties[key[0]].origin is Origin.INPUT and properties[key[0]].kind in (Kind.FLAG, Kind.LINK)
            and not is_stand_in(key[1]) and not is_stand_in(key[2] or "")
        ),
        key=str,
    )  # fmt: skip


@RANDOM
@given(SEEDS)
def test_random_suppositions(seed: int) -> None:
    rng = random.Random(seed)
    case, day = cases.random_case(seed)
    before = cases.assess(case, day)
    for key in rng.sample(keys_of(before), min(6, len(keys_of(before)))):
        value = rng.choice(list(TRUTHS))
        sets, unsets = ([f"{address(key)}={value}"], []) if value else ([], [address(key)])
        found = whatif(before, sets, unsets, day)
        if not found.laid.already:
            assert found.after.facts.truth(*key) is TRUTHS[value], (key, value)
        complete(found)


def test_what_the_case_says_already_changes_nothing() -> None:
    before = assessed(SMALL)
    settled = [key for key in keys_of(before) if before.facts.truth(*key) is Truth.YES][:60]
    one_valued = {p.id for p in rulebase().vocabulary.properties.values() if p.kind is Kind.LINK and not p.many}
    found = whatif(before, [f"{address(key)}=yes" for key in settled if key[0] not in one_valued])
    assert found.differences == () and len(found.laid.already) == len(found.suppositions) > 20
    assert fingerprint(found.after) == fingerprint(before)
    assert "Nothing would change" in text(found, "en")


def test_a_dispute_is_set_aside() -> None:
    found = whatif(assessed(DISPUTED), ["natt/lone_work_measures=no"])
    assert moved(found)["no.aml.4-1.3@natt"] == ("unknown", "breach")
    said = Telling(found, "en").supposed(found.suppositions[0])
    assert "Disputed between the employer and the safety representative" in said and "That is set aside." in said


def test_what_is_bound_to_it_goes_along() -> None:
    found = small("hjemme/may_entail_violence=no")
    assert [(each.property, each.value) for each in found.follows] == [("entails_violence", Answer.NO)]
    assert found.after.facts.truth("entails_violence", "hjemme") is Truth.NO
    wide = small("kontor/entails_violence=yes")
    assert wide.after.facts.truth("may_entail_violence", "kontor") is Truth.YES
    assert [each.property for each in wide.follows] == ["may_entail_violence"]
    assert codes("hjemme/may_entail_violence=no", "hjemme/entails_violence=yes") == ["suppositions-at-odds"]


def test_a_register_is_complete_or_open() -> None:
    opened = small("hjemme/incidents=open")
    closed = opened.after.facts.closed.keys()
    assert ("incidents", "hjemme") not in closed and ("incidents", "kontor") in closed
    assert moved(small("hjemme/drills=open"))
    assert ("drills", "kontor") not in opened.before.facts.closed
    assert ("drills", "kontor") in small("kontor/drills=complete").after.facts.closed
    every = small("enterprise/incidents=open").after.facts.closed.keys()
    assert not [unit for register, unit in every if register == "incidents"]


def test_an_entry_that_goes_takes_what_hangs_on_it_along() -> None:
    found = small(unset=["H1"])
    assert "H1" not in found.after.case.entries and found.laid.gone == ("OP1",)
    assert not any("H1" in map(str, field.values) for entry in found.after.case.entries.values() for field in entry.fields.values())
    assert not any(a.about == "H1" for a in found.after.case.answers)
    assert "samtalen etter hendelsen i mars" in Telling(found, "nb").supposed(found.suppositions[0])
    paper = small(unset=["D5"])
    assert not any(e.document == "D5" for entry in paper.after.case.entries.values() for e in entry.evidence)
    assert paper.after.case.entries.keys() == paper.before.case.entries.keys() - {"D5"}
    unit = small(unset=["kontor"])
    assert [each.id for each in unit.after.case.units] == ["hjemme"]
    assert all("kontor" not in (entry.units or ()) for entry in unit.after.case.entries.values())


def test_a_field_is_read_as_in_the_case_file() -> None:
    found = small("T2/units=hjemme,kontor", "T2/risks=RI1,RI2", "R1/dated=2026-03-01", "hjemme/employees=40")
    entries = found.after.case.entries
    assert entries["T2"].units == ("hjemme", "kontor") and entries["T2"].fields["risks"].values == ("RI1", "RI2")
    assert str(entries["R1"].one("dated")) == "2026-03-01" and entries["hjemme"].one("employees") == 40
    assert all(isinstance(each, OfField) for each in found.suppositions)
    assert small("T2/units=all").after.case.entries["T2"].units is None
    assert small("enterprise/total_headcount=3").after.facts.values["total_headcount", "enterprise"] == 3


def test_the_law_of_another_day_is_supposed_too() -> None:
    found = whatif(assessed(SMALL), law_date=assessed(SMALL).case.date.replace(year=2025))
    assert str(found.before.law_date) == "2026-06-30" and str(found.after.law_date) == "2025-06-30"
    assert ("no.utforelse.23A-2.1", "not_in_force", "breach") in {(d.part, d.old_word, d.new_word) for d in found.changed}
    assert "the law of 2025-06-30 instead of that of 2026-06-30" in text(found, "en")
    whole = came(assess_case(found.before.case, rulebase(), found.after.law_date))
    assert came(found.after) == whole


def test_a_small_unit_is_not_named_beside_an_incident() -> None:
    found = whatif(example("interview"), ["H1/state=not_confirmed"])
    incident = example("interview").case.entries["H1"]
    unit = example("interview").case.entries[(incident.units or ("",))[0]].title or ""
    moves = [Telling(found, "da").move(each) for each in found.differences if "H1" in each.address]
    assert moves and all("@…" in move.address for move in moves)
    assert not any(unit in part for move in moves for part in (move.where, move.before, move.after))


# --- what is wrong is said at once ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "code", "hint"),
    [
        ("hjem/lone_work=yes", "unknown-about", "hjemme"),
        ("hjemme/lone_wrk=yes", "unknown-address", "lone_work"),
        ("hjemme/exposed_to/vilence=yes", "unknown-object", "violence"),
        ("hjemme/exposed_to=yes", "unknown-object", "violence"),
        ("hjemme/lone_work=ys", "not-an-answer", "yes"),
        ("hjemme/drills=completed", "not-complete-or-open", "complete"),
        ("R1/dated=01.02.2026", "not-a-date", "2026-02-01"),
        ("R1/dated=2027-01-01", "date-after-case", ""),
        ("hjemme/employees=many", "not-a-number", ""),
        ("T2/level=organization", "wrong-value", "organisation"),
        ("hjemme/on_record=yes", "unknown-address", ""),
        ("R1/on_record=yes", "not-an-input", ""),
        ("R1/title=ny tittel", "unknown-address", ""),
        ("hjemme", "supposition-without-value", "hjemme=yes"),
        ("T2=yes", "not-an-address", ""),
        ("hjemme/a/b/c=yes", "not-an-address", ""),
        ("=", "unknown-about", ""),
    ],
)
def test_a_mistake_is_named_with_what_was_meant(given: str, code: str, hint: str) -> None:
    with pytest.raises(BadInputError) as caught:
        small(given)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert all(hint in (problem.hint.in_(language) if problem.hint else "") for language in LANGUAGES)


def test_all_mistakes_come_at_once() -> None:
    assert codes("hjem/x=yes", "hjemme/lone_wrk=yes", "foo", unset=["enterprise", "T2/units"]) == [
        "cant-be-removed", "supposition-without-value", "unknown-about", "unknown-address",
    ]  # fmt: skip
    assert codes("hjemme/lone_work=yes", "hjemme/lone_work=no") == ["supposed-twice"]
    assert codes("OV1/dated=2026-01-01", unset=["OV1"]) == ["suppositions-at-odds"]


def test_a_mapping_that_is_not_there_can_not_be_concluded() -> None:
    with pytest.raises(BadInputError):
        whatif(assessed(DISPUTED), [f"natt/{CONCLUDED}=yes"])


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet="hjemR1/=._+,aeyesno0\n é", max_size=24))
def test_any_text_is_read_or_refused(given: str) -> None:
    case = assessed(SMALL).case
    for sets, unsets in (([given], []), ([], [given])):
        try:
            read_suppositions(sets, unsets, case, rulebase().vocabulary)
        except BadInputError as error:
            assert error.problems and all(problem.render(language) for problem in error.problems for language in LANGUAGES)


# --- text, data and the command ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_speaks_each_language(language: str) -> None:
    found = small("hjemme/lone_work=no", "hjemme/drills=open", "R1/dated=2026-03-01", unset=["E1", "hjemme/special_danger"])
    printed = text(found, language)  # type: ignore[arg-type]
    head = {"nb": "Hva ville endre seg?", "da": "Hvad ville ændre sig?", "en": "What would change?"}[language]
    assert head in printed and "Hjemmetjenesten" in printed and all(len(line) <= 110 for line in printed.splitlines())
    assert "{" not in printed


def test_the_data_holds_what_the_text_says() -> None:
    found = small("hjemme/lone_work=no")
    kept = record(found)
    assert kept["schema"] == "forsvarlig/whatif/1" and kept["reasoned"] == []
    (change,) = kept["changed"]
    assert (change["address"], change["old"], change["new"]) == ("no.aml.4-1.3@hjemme", "unknown", "not_applicable")
    assert set(change["before"]) == set(LANGUAGES) and change["before"]["en"] != change["after"]["en"]
    assert json.loads(json.dumps(kept, ensure_ascii=False)) == kept


def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    before = SMALL.read_bytes()
    assert main(["whatif", str(SMALL), "--set", "hjemme/lone_work=no", "--lang", "en"]) == 0
    assert "unknown → not applicable" in capsys.readouterr().out
    out = tmp_path / "what.json"
    assert main(["whatif", str(SMALL), "--unset", "E1", "--format", "json", "-o", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["supposed"][0]["address"] == "E1"
    assert SMALL.read_bytes() == before
    capsys.readouterr()
    assert main(["whatif", str(SMALL), "--set", "hjem/lone_work=no", "--set", "foo", "--lang", "en"]) == 2
    errors = capsys.readouterr().err
    assert "Did you mean hjemme?" in errors and "“foo” has no value" in errors
    assert main(["whatif", str(SMALL), "--lang", "nb"]) == 2
    assert "Ingenting er antatt." in capsys.readouterr().err
