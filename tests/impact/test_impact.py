"""What a change of the rules does: which outcomes and reasons are others, by which edit, and what shows nothing."""

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.assessment import assess
from engine.impact.edits import edits_between
from engine.language.format import Formatter
from engine.language.read import read_rules
from engine.rulebase import RuleBase, rule_texts
from engine.text import LANGUAGES, Language

from .invented import CLOSED, HEAD, IN_DANISH, PLAN, PLANNED, REMARK, TRAINED, TRAINING, UNIT, base, compared, moves, real

DUTY, ASKS, MEASURE, OF_CHANGE = "no.utforelse.3A-5.1", "no.utforelse.3A-2.1", "no.utforelse.3A-2.2", "no.utforelse.3A-2.3"
NEED = """  oppfylt når
    det finnes en opplæring O
      som er gitt til U
      og dekker «forebygging og håndtering av vold og trusler»
"""
BREACH = """  brudd når
    U har sikkerhetsutstyr mot vold eller trusler
    ikke: det finnes en opplæring O
      som er gitt til U
      og dekker «bruk av sikkerhetsutstyr»
"""


def keys(old: RuleBase, new: RuleBase) -> list[tuple[str, str]]:
    return [(edit.key, edit.how) for edit in edits_between(old, new).of]


# --- what shows nothing ---------------------------------------------------------------------------------------------------------


def test_another_language_layout_and_comments_are_no_edit(tmp_path: Path) -> None:
    found = compared(base(), base(IN_DANISH), tmp_path, UNIT + CLOSED, UNIT + TRAINED)
    assert (found.edits, found.changes, found.untouched) == ((), (), ())


def test_our_own_rules_in_another_language_are_no_edit() -> None:
    formatter = Formatter(real().vocabulary)
    texts = rule_texts(real().folder)
    chosen = [name for name in texts if name.startswith(("rules/no/utforelse/", "rules/dk/psyk/"))]
    texts |= {name: formatter.translated(name, texts[name], "en") for name in chosen}
    rules, problems = read_rules(texts, real().vocabulary, set(real().law.paths()))
    assert chosen and not problems
    assert keys(real(), replace(real(), rules=rules)) == []


def test_a_part_that_stands_on_another_line_is_no_edit(tmp_path: Path) -> None:
    moved = PLAN.replace("språk nb\n", "språk nb\n\n# Flyttet.\n\n\n")
    found = compared(base(), base(plan=moved), tmp_path, UNIT + CLOSED)
    assert (found.edits, found.changes) == ((), ())


def test_another_letter_is_an_edit_that_changes_nothing(tmp_path: Path) -> None:
    found = compared(base(), base(TRAINING.replace(" O\n", " X\n")), tmp_path, UNIT + CLOSED, UNIT + TRAINED)
    assert [edit.key for edit in found.edits] == [DUTY]
    assert (found.changes, found.untouched) == ((), ())


def test_words_of_the_vocabulary_and_the_law_are_no_edit() -> None:
    old = real()
    goal = old.vocabulary.concepts[f"goal.{DUTY}"]
    words = replace(old.vocabulary, concepts=old.vocabulary.concepts | {goal.id: replace(goal, label=goal.in_sentence)})
    path = "no/utforelse/3A-5/1"
    said = replace(old.law.versions(path)[-1], paraphrase=old.law.versions("no/utforelse/3A-5")[-1].paraphrase)
    law = replace(old.law, by_path={**old.law.by_path, path: (said,)}, by_id={**old.law.by_id, said.id: said})
    assert keys(old, replace(old, vocabulary=words, law=law)) == []


def test_shapes_that_were_read_again_are_no_edit() -> None:
    from engine.documents.shapes import shapes_bytes

    again = shapes_bytes(real().folder / "ontology" / "shapes")
    assert keys(real(), replace(real(), shapes=again)) == []


# --- outcomes and reasons --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("narrow", [True, False])
def test_an_outcome_moves_and_so_does_what_rests_on_it(tmp_path: Path, narrow: bool) -> None:
    lenient = TRAINING.replace("  brudd når\n    ikke: det finnes en opplæring O", "  brudd når\n    U har alenearbeid\n    ikke: det finnes en opplæring O", 1)
    found = compared(base(), base(lenient), tmp_path, UNIT + CLOSED, UNIT + TRAINED, narrow=narrow)
    assert moves(found) == [(ASKS, "enterprise", "breach", "breach"), (DUTY, "natt", "breach", "unknown")]
    assert [change.what for change in found.changes] == ["reason", "outcome"]
    assert {change.case for change in found.changes} == {0}
    assert all(change.because == (DUTY,) for change in found.changes)
    assert found.untouched == ()
    told = found.changes[1]
    assert told.old_reason and "Det finnes ingen opplæring som er gitt til Nattlaget" in told.old_reason.nb
    assert told.new_reason and "Har Nattlaget alenearbeid?" in told.new_reason.nb


def test_an_outcome_stays_for_another_reason(tmp_path: Path) -> None:
    more = TRAINING.replace(NEED, NEED + "    U har arbeid med risiko for vold eller trusler\n")
    found = compared(base(), base(more), tmp_path, UNIT + TRAINED)
    assert [(change.part, change.what, change.old, change.new) for change in found.changes if change.part == DUTY] == [
        (DUTY, "reason", "met", "met")
    ]


def test_a_ground_that_does_not_hold_is_no_reason(tmp_path: Path) -> None:
    """A breach rests on the ground that holds, and what is met on what meets it: another ground, tried in vain, changes neither."""
    fewer = TRAINING.replace(BREACH, "")
    found = compared(base(fewer), base(), tmp_path, UNIT + CLOSED, UNIT + CLOSED + TRAINED)
    assert (moves(found), [edit.key for edit in found.edits]) == ([], [DUTY])


def test_the_unit_that_has_the_equipment_moves(tmp_path: Path) -> None:
    equipped = UNIT.replace("uses_safety_equipment: no", "uses_safety_equipment: yes")
    found = compared(base(TRAINING.replace(BREACH, "")), base(), tmp_path, equipped + TRAINED + CLOSED)
    assert (DUTY, "natt", "met", "breach") in moves(found)


def test_a_rule_is_found_behind_the_outcomes_that_rest_on_it(tmp_path: Path) -> None:
    planned = PLAN.replace("«gjennomført»\n", "«planlagt»\n")
    found = compared(base(), base(plan=planned), tmp_path, UNIT + PLANNED, UNIT + PLANNED.replace("planned", "completed"))
    assert moves(found) == [(MEASURE, "natt", "unknown", "met"), (MEASURE, "natt", "met", "unknown")]
    assert {change.because for change in found.changes} == {("no.utforelse.3A-2.done",)}
    assert [(edit.key, edit.kind, edit.how) for edit in found.edits] == [("no.utforelse.3A-2.done", "rule", "changed")]


def test_parts_that_are_new_or_gone(tmp_path: Path) -> None:
    without = PLAN[: PLAN.index("plikt no.utforelse.3A-2.3")]
    case = UNIT + "changes: [{id: C1, units: [natt], kind: new_working_time, dated: 2026-05-01, material: no}]\n"
    came = compared(base(plan=without), base(), tmp_path, case)
    assert moves(came) == [(OF_CHANGE, "enterprise/C1", "not_there", "breach"), (OF_CHANGE, "enterprise/~changes", "not_there", "unknown")]
    assert [(edit.key, edit.how) for edit in came.edits] == [(OF_CHANGE, "added")]
    went = compared(base(), base(plan=without), tmp_path, case)
    assert moves(went) == [(part, address, new, old) for part, address, old, new in moves(came)]
    assert [(edit.key, edit.how) for edit in went.edits] == [(OF_CHANGE, "removed")]


def test_a_remark_comes_and_goes(tmp_path: Path) -> None:
    found = compared(base(), base(plan=PLAN + REMARK), tmp_path, UNIT + PLANNED, UNIT)
    assert [(change.case, *move) for change, move in zip(found.changes, moves(found), strict=True)] == [
        (0, "no.utforelse.3A-2.m1", "enterprise/T1", "not_there", "noted")
    ]
    later = compared(base(plan=PLAN + REMARK), base(plan=PLAN + REMARK.replace("«planlagt»", "«besluttet»")), tmp_path, UNIT + PLANNED)
    assert [(old, new) for _, _, old, new in moves(later)] == [("noted", "not_noted")]


def test_a_duty_that_now_applies_to_something(tmp_path: Path) -> None:
    """Before, the case had nothing that the duty could apply to: that one answer stands against each of the new ones."""
    closed = CLOSED.replace("training", "changes")
    everywhere = PLAN.replace("  for hver endring C\n  kreves\n    C kan ha betydning for risikoforholdene\n", "  for hver enhet U\n  kreves\n    U har alenearbeid\n")
    found = compared(base(), base(plan=everywhere), tmp_path, UNIT.replace("}]", ", lone_work: yes}]") + closed)
    assert moves(found) == [(OF_CHANGE, "natt", "not_applicable", "met")]


# --- edits that no rule is -------------------------------------------------------------------------------------------------------


def with_threshold(number: int) -> RuleBase:
    found = real()
    threshold = found.vocabulary.parameters["amo_from"]
    changed = replace(threshold, values=tuple((start, number) for start, _ in threshold.values))
    words = replace(found.vocabulary, parameters=found.vocabulary.parameters | {"amo_from": changed})
    return replace(found, vocabulary=words, hash=f"threshold {number}")


@pytest.mark.parametrize("narrow", [True, False])
def test_a_number_of_the_law(tmp_path: Path, narrow: bool) -> None:
    found = compared(base(), base(like=with_threshold(20)), tmp_path, UNIT + TRAINED, narrow=narrow)
    assert moves(found) == [(ASKS, "enterprise", "met", "not_applicable")]
    assert found.changes[0].because == ("parameter:amo_from",)
    assert found.changes[0].old_reason and found.changes[0].new_reason
    assert "(20)" in found.changes[0].new_reason.nb


@pytest.mark.parametrize("narrow", [True, False])
def test_a_provision_that_is_in_force_from_another_day(tmp_path: Path, narrow: bool) -> None:
    path = "no/utforelse/3A-5/1"
    law = real().law
    moved = replace(law.versions(path)[-1], valid_from=date(2026, 8, 1), predecessor="")
    later = replace(law, by_path={**law.by_path, path: (moved,)}, by_id={**law.by_id, moved.id: moved})
    found = compared(base(), base(like=replace(real(), law=later, hash="later")), tmp_path, UNIT + TRAINED, narrow=narrow)
    assert [(edit.key, edit.kind) for edit in found.edits] == [(f"law:{path}", "law")]
    assert (DUTY, "natt", "met", "not_in_force") in moves(found)
    assert {change.because for change in found.changes} == {(f"law:{path}",)}


def test_the_vocabulary(tmp_path: Path) -> None:
    """A flag that no longer follows from another is behind what changes, though no proof names it."""
    found = real()
    narrow = next(p for p in found.vocabulary.properties.values() if p.id == "entails_violence")
    assert narrow.implies == "may_entail_violence"
    words = replace(found.vocabulary, properties=found.vocabulary.properties | {narrow.id: replace(narrow, implies=None)})
    may = TRAINING.replace("U har arbeid med risiko for vold eller trusler", "U har arbeid med mulig risiko for vold eller trusler")
    answer = compared(base(may), base(may, like=replace(found, vocabulary=words, hash="words")), tmp_path, UNIT + TRAINED)
    assert [edit.key for edit in answer.edits] == ["vocabulary"]
    assert (DUTY, "natt", "met", "unknown") in moves(answer)
    assert {change.because for change in answer.changes} == {("vocabulary",)}
    assert answer.untouched == ()


def test_what_documents_must_hold_and_the_industries_are_edits() -> None:
    found = real()
    shapes = pickle.dumps(pickle.loads(found.shapes)[10:])
    lists = dict(list(found.vocabulary.code_lists.items())[1:])
    other = replace(found, shapes=shapes, vocabulary=replace(found.vocabulary, code_lists=lists))
    assert keys(found, other) == [("documents", "changed"), ("industries", "changed")]
    acts = {id_: replace(act, known_until=date(2027, 1, 1)) for id_, act in found.law.acts.items()}
    assert keys(found, replace(found, law=replace(found.law, acts=acts))) == [("acts", "changed")]


# --- what no case touches --------------------------------------------------------------------------------------------------------


def test_edits_that_no_case_touches_are_named(tmp_path: Path) -> None:
    edited = PLAN.replace("C kan ha betydning for risikoforholdene", "C er datert D\n    D er senest saksdatoen")
    edited = edited.replace("«gjennomført»\n", "«planlagt»\n")
    closed = CLOSED.replace("training", "changes")
    idle = UNIT + closed[:-2] + ", {register: measures, complete_for: all, as_of: 2026-06-30, stated_by: employer}]\n"
    found = compared(base(), base(plan=edited), tmp_path, idle)
    assert [edit.key for edit in found.edits] == [OF_CHANGE, "no.utforelse.3A-2.done"]
    assert found.untouched == (OF_CHANGE, "no.utforelse.3A-2.done")
    assert found.changes == ()
    touching = compared(base(), base(plan=edited), tmp_path, UNIT + PLANNED)
    assert touching.untouched == ()


# --- small units -----------------------------------------------------------------------------------------------------------------

INCIDENTS = """språk nb

plikt no.utforelse.3A-5.1
  hjemmel no/utforelse/3A-5/1
  pliktsubjekt arbeidsgiver
  for hver enhet U
  kreves
    ikke: det finnes en hendelse H
      som skjedde ved U
      og er konstatert
  mål «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md
  kan ikke bli ikke aktuelt fordi «plikten gjelder alltid» kilde core-duties.md
"""
HAPPENED = "incidents: [{id: H1, units: [natt], dated: 2026-05-09, kind: threat, state: confirmed, known: yes}]\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("people", "named"), [(3, False), (30, True)])
def test_a_small_unit_is_not_named_beside_its_incident(tmp_path: Path, language: Language, people: int, named: bool) -> None:
    unit = UNIT.replace("employees: 30", f"employees: {people}").replace("}]", ", lone_work: yes}]")
    stricter = INCIDENTS.replace("    ikke: det finnes en hendelse H\n      som skjedde ved U\n      og er konstatert\n", "    U har alenearbeid\n")
    found = compared(base(stricter), base(INCIDENTS), tmp_path, unit + HAPPENED, languages=(language,))
    change = next(change for change in found.changes if change.part == DUTY)
    assert (change.old, change.new) == ("met", "breach")
    told = " ".join(text.in_(language) for text in (change.where, change.old_reason, change.new_reason) if text)
    assert "H1" in told
    assert ("Nattlaget" in told, change.address == "natt") == (named, named)


# --- processes -------------------------------------------------------------------------------------------------------------------


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    lenient = TRAINING.replace("  brudd når\n    ikke:", "  brudd når\n    U har alenearbeid\n    ikke:", 1)
    cases = [UNIT + (CLOSED if number % 2 else TRAINED) for number in range(14)]
    seen: list[tuple[str, int, int]] = []
    alone = compared(base(), base(lenient), tmp_path, *cases, jobs=1)
    many = compared(base(), base(lenient), tmp_path, *cases, jobs=2, tick=lambda *done: seen.append(done))
    assert alone == many and len(alone.changes) == 14
    assert seen == [("read", n, 14) for n in range(1, 15)] + [("assess", n, 14) for n in range(1, 15)]


# --- one program for many days ------------------------------------------------------------------------------------------------------


def test_a_program_is_compiled_once_for_the_days_between_two_turns(tmp_path: Path) -> None:
    """Cases of many days share a program as long as no rule begins or ends between them; where one does, each day has its own rules."""
    timed = base(plan=PLAN.replace("regel no.utforelse.3A-2.done\n", "regel no.utforelse.3A-2.done\n  gyldig fra 2026-03-01 til 2026-09-01\n"))
    file = tmp_path / "case.yaml"
    file.write_text(HEAD + UNIT + PLANNED.replace("planned", "completed"), encoding="utf-8")
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 8, 31), date(2026, 9, 1)]
    found = [assess(file, timed, day) for day in days]
    assert [each.of_duty(MEASURE)[0].outcome for each in found] == ["breach", "met", "met", "breach"]
    programs = [id(each.program) for each in found]
    assert programs[1] == programs[2] and len(set(programs)) == 3
