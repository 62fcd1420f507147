"""One changed character marks exactly what cites that unit, for every unit of both acts in both forms of both publishers."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.drift import baseline
from engine.drift.compare import changes
from engine.drift.drift import Acceptance, accept, compare
from engine.drift.model import Change
from engine.drift.supplied import read_files
from engine.rulebase import RuleBase
from tests.drift.reading_rooms import EDITIONS

# Each unit: words that stand in it (the last time they stand in the file), and what must be marked with how it cites.
# The duty no.lesesal.2-1.old ended before the act was last read, so it is never marked.
ONE = {"no.lesesal.2-1.1": "itself", "noise": "itself", "alene": "itself", "ikke alene": "itself"}
TWO_TWO = {"no.lesesal.2-2": "whole"}
NORWEGIAN: dict[str, tuple[str, dict[str, str]]] = {
    "kap-1": ("Innledende bestemmelser", {}),
    "1-1": ("Formål", {}),
    "1-1/1": ("sikre ro", {}),
    "1-2": ("Virkeområde", {}),
    "1-2/1": ("mer enn ti plasser", {}),
    "1-2/2": ("også for mindre", {"no.lesesal.2-1.decided": "itself"}),
    "kap-2": ("Drift av lesesaler", {}),
    "2-1": ("Kartlegging av støy", {}),
    "2-1/1": ("Driveren skal kartlegge", ONE),
    "2-1/2": ("Ved kartleggingen", {"no.lesesal.2-1.2": "itself", "no.lesesal.2-1.2a": "part", "reading_room_devices": "part"}),
    "2-1/2/a": ("plassenes avstand", {"no.lesesal.2-1.2": "whole", "no.lesesal.2-1.2a": "itself"}),
    "2-1/2/b": ("bruk av datautstyr", {"no.lesesal.2-1.2": "whole", "reading_room_devices": "itself"}),
    "2-1/2/b/1": ("tastatur", {"no.lesesal.2-1.2": "whole", "reading_room_devices": "whole"}),
    "2-1/2/b/2": ("høyttalere", {"no.lesesal.2-1.2": "whole", "reading_room_devices": "whole"}),
    "2-1/2/c": ("åpningstidene", {"no.lesesal.2-1.2": "whole"}),
    "2-1/3": ("være skriftlig", {}),
    "2-2": ("Opplæring av vakter", {"no.lesesal.2-2": "itself"}),
    "2-2/1": ("å dempe støy", TWO_TWO),
    "2-2/2": ("skal gjentas", {"no.lesesal.2-2": "whole", "no.lesesal.2-2.2b": "part"}),
    "2-2/2/a": ("hvert tredje år", TWO_TWO),
    "2-2/2/b": ("bygges om", {"no.lesesal.2-2": "whole", "no.lesesal.2-2.2b": "itself"}),
    "2-2/3": ("hvem som ga", {"no.lesesal.2-2": "whole", "no/lesesal/list": "itself"}),
    "2-10a": ("Bøter", {}),
    "2-10a/1": ("kan gi bot", {"no.lesesal.2-10a.1": "itself"}),
}
GATHERED = {"dk.laesesal.1": "whole"}  # §§ 1–3; § 3 a comes after
NOISE = {"dk.laesesal.1": "whole", "noise": "whole"}
THREE_TWO = {"dk.laesesal.1": "whole", "dk.laesesal.3.2": "whole", "alene": "whole"}
DANISH: dict[str, tuple[str, dict[str, str]]] = {
    "kap-1": ("Område", {}),
    "1/1": ("mere end ti", GATHERED),
    "1/2": ("også for mindre", GATHERED),
    "kap-2": ("Læsesalens drift", {}),
    "over-2": ("Støj", {}),
    "2": ("skal kortlægge støj", {"dk.laesesal.1": "whole", "noise": "itself", "dk.laesesal.2.nr-1": "part"}),
    "2/nr-1": ("Pladsernes afstand", {"dk.laesesal.1": "whole", "noise": "whole", "dk.laesesal.2.nr-1": "itself"}),
    "2/nr-2": ("Brug af udstyr", NOISE),
    "2/nr-2/a": ("tastaturer", NOISE),
    "2/nr-2/b": ("højttalere", NOISE),
    "2/nr-3": ("Åbningstiderne", NOISE),
    "3/1": ("skal oplære", GATHERED),
    "3/2": ("fortsat arbejder", {"dk.laesesal.1": "whole", "dk.laesesal.3.2": "itself", "alene": "itself"}),
    "3/2/1": ("hvert tredje", THREE_TWO),
    "3/2/2": ("bygges om", THREE_TWO),
    "3/3": ("føre en liste", {"dk.laesesal.1": "whole", "dk/laesesal/list": "itself"}),
    "3a": ("kunne ses", {"dk.laesesal.3.list": "presumed"}),
    "over-5": ("Ikrafttræden", {}),
    "5": ("1. februar 2031", {}),
    "annex-1": ("der indgår i kortlægningen", {"dk.laesesal.annex.A": "part"}),
    "annex-1/A": ("Rummet", {"dk.laesesal.annex.A": "itself"}),
    "annex-1/A/1": ("Lys", {"dk.laesesal.annex.A": "whole"}),
    "annex-1/A/2": ("Luft", {"dk.laesesal.annex.A": "whole"}),
    "annex-1/B": ("Driften", {"dk.laesesal.annex.A": "part"}),
    "annex-1/B/1": ("Bemanding", {"dk.laesesal.annex.A": "itself"}),
}
ACTS = {"no": ("no/lesesal", NORWEGIAN), "dk": ("dk/laesesal", DANISH)}
FORMS = ("no-1.html", "no-1.txt", "dk-1.html", "dk-1.txt")
CASES = [(form, unit) for form in FORMS for unit in ACTS[form[:2]][1]]


@pytest.fixture(scope="module")
def accepted(built: RuleBase, tmp_path_factory: pytest.TempPathFactory) -> dict[str, RuleBase]:
    """A rule base for each form, in which its first edition was accepted."""
    found = {}
    for form in FORMS:
        folder = tmp_path_factory.mktemp(form.replace(".", "-")) / "rulebase"
        shutil.copytree(built.folder, folder, ignore=shutil.ignore_patterns("ontology"))
        found[form] = replace(built, folder=folder)
        accept([EDITIONS / form], found[form], Acceptance("legal_editor", date(2031, 6, 2)))
    return found


def _put(form: str, words: str, changed: str, folder: Path) -> Path:
    """Write the edition with some words put differently, the last time that they stand in it."""
    text = (EDITIONS / form).read_text(encoding="utf-8")
    before, found, after = text.rpartition(words)
    assert found, f"{form} does not say {words}"
    target = folder / form
    target.write_text(before + changed + after, encoding="utf-8")
    return target


@pytest.mark.parametrize("form", FORMS)
def test_the_table_has_every_unit_of_the_edition(form: str, built: RuleBase) -> None:
    act, table = ACTS[form[:2]]
    (supplied,) = read_files([EDITIONS / form], None, "", built.law)
    assert list(supplied.edition.units) == [f"{act}/{unit}" for unit in table]
    assert supplied.edition.unplaced == ()


@pytest.mark.parametrize(("form", "unit"), CASES, ids=[f"{form} {unit}" for form, unit in CASES])
def test_one_changed_character_marks_exactly_what_cites_the_unit(
    form: str, unit: str, accepted: dict[str, RuleBase], tmp_path: Path
) -> None:
    act, table = ACTS[form[:2]]
    words, expected = table[unit]
    report = compare([_put(form, words, words[:-1] + "z", tmp_path)], accepted[form])
    assert not report.is_clean
    (drifted,) = report.acts[0].drifted
    assert (drifted.change.kind, drifted.change.path) == ("changed", f"{act}/{unit}")
    assert {mark.citer.id: mark.how for mark in drifted.marks} == expected
    assert len(drifted.marks) == len(expected), "nothing is listed twice"


@pytest.mark.parametrize(("form", "unit"), CASES, ids=[f"{form} {unit}" for form, unit in CASES])
def test_every_kind_of_change_is_seen(form: str, unit: str, accepted: dict[str, RuleBase], tmp_path: Path) -> None:
    act, table = ACTS[form[:2]]
    words = table[unit][0]
    path = f"{act}/{unit}"
    base = accepted[form]
    act_of = base.law.act(act.replace("/", "."))
    rows = baseline.read(base.folder, act_of)
    assert rows is not None
    letter = words[1].upper() if words[1].islower() else words[1].lower()
    for changed in (words[0] + words[2:], f"{words[0]},{words[1:]}", words[0] + letter + words[2:]):
        if changed == words:
            continue  # a figure has no case
        (supplied,) = read_files([_put(form, words, changed, tmp_path)], None, "", base.law)
        found = changes(rows, supplied.edition)
        assert [(change.kind, change.path) for change in found] == [("changed", path)], changed


@pytest.mark.parametrize("form", FORMS)
def test_the_same_edition_has_not_drifted(form: str, accepted: dict[str, RuleBase]) -> None:
    report = compare([EDITIONS / form], accepted[form])
    assert report.is_clean
    assert report.acts[0].drifted == ()


@pytest.mark.parametrize("form", FORMS)
def test_the_other_form_of_the_same_edition_has_not_drifted(form: str, accepted: dict[str, RuleBase]) -> None:
    other = form.replace(".html", ".txt") if form.endswith("html") else form.replace(".txt", ".html")
    assert compare([EDITIONS / other], accepted[form]).is_clean


def test_a_change_is_a_change_of_where_it_stands(accepted: dict[str, RuleBase], tmp_path: Path) -> None:
    file = _put("no-1.txt", "tastatur", "tastaturer", tmp_path)
    (drifted,) = compare([file], accepted["no-1.txt"]).acts[0].drifted
    assert drifted.change == Change("changed", "no/lesesal/2-1/2/b/1", "", "no-1.txt", 43)
    assert file.read_text(encoding="utf-8").splitlines()[42] == "1.\ttastaturer"
