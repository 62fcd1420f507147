"""The fictional examples: they are read without a word of complaint, and come out as their own comments say."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from engine.assessment import Assessment, assess
from engine.case.graph import graph
from engine.case.model import ENTERPRISE, Basis
from engine.inference.outcome import OUTCOMES
from engine.proof.reasons import Reasons
from engine.rulebase import load

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples"
RULEBASE = load(ROOT, use_cache=False)
EXAMPLES = ("small", "interview", "fjordbyen")
REAL = ("C01-nav-arstad", "C04-sma-enheter")

# Breach, investigate, unknown, met, not applicable.
COUNTS = {
    "small": (11, 2, 17, 27, 9),
    "interview": (10, 4, 48, 5, 7),
    "fjordbyen": (53, 11, 519, 126, 57),
}

# What the comments of an example promise: the outcome, and a word that its reason must hold.
KEY = {
    "small": {
        "no.aml.3-1.2c@hjemme": ("breach", "«tidspress i helgene»"),
        "no.utforelse.1A-2.3-i@hjemme/support": ("breach", "vurderer ikke utilstrekkelig støtte"),
        "no.utforelse.1A-2.3-ii@hjemme": ("breach", "mangler vurdering av faktorenes innvirkning på hverandre"),
        "no.utforelse.1A-2.4c@hjemme/C1": ("breach", "«ny turnus for kveld og helg»"),
        "no.utforelse.3A-5.1@hjemme": ("breach", "ingen øvelse"),
        "no.utforelse.3A-6.1@hjemme/H1": ("breach", "fysiske belastninger"),
        "no.utforelse.3A-3.2@enterprise": ("breach", "fant ikke sted"),
        "no.utforelse.1A-1.1@hjemme": ("investigate", "belastende kombinasjoner"),
        "no.aml.4-1.3@hjemme": ("unknown", "nødvendige tiltakene for alenearbeidet"),
        "no.utforelse.3A-6.1@hjemme/H2": ("unknown", "konstatert"),
        "no.utforelse.3A-3.1@hjemme/RI1": ("met", "er gjennomført"),
        "no.utforelse.1A-1.1@kontor": ("met", "den samlede vurderingen «kontoret i juni»"),
        "no.utforelse.3A-2.1@kontor": ("met", "fravær av voldsrisiko"),
        "no.aml.4-1.3@kontor": ("not_applicable", "ikke alenearbeid"),
        "no.utforelse.3A-5.1@kontor": ("not_applicable", "ikke arbeid med risiko for vold"),
    },
    "interview": {
        "no.aml.4-3.5@kjokken": ("breach", "førte ikke til handling"),
        "no.aml.4-1.3@kjokken": ("breach", "er ikke vurdert for særlig risiko"),
        "no.utforelse.1A-2.1@kjokken": ("breach", "ifølge arbeidsgiveren"),
        "no.utforelse.1A-4.1@kjokken": ("breach", "ingen orientering"),
        "no.utforelse.1A-2.4a@enterprise": ("breach", "opplyst av verneombudet"),
        "no.utforelse.1A-1.1@kjokken": ("investigate", "belastende kombinasjoner"),
        "no.utforelse.1A-2.4d@servering": ("unknown", "dokumentert"),
        "no.aml.3-2.3@kjokken": ("unknown", "særlig fare"),
        "no.utforelse.3A-3.1@servering/RI1": ("met", "«to på jobb til døren er låst»"),
        "no.utforelse.3A-6.1@servering/H3": ("not_applicable", "ikke konstatert"),
    },
    "fjordbyen": {
        "no.utforelse.1A-1.1@sone-nord": ("investigate", "belastende kombinasjoner"),
        "no.utforelse.1A-2.3-iii@sone-nord": ("investigate", "samlede risikoen"),
        "no.utforelse.3A-5.1@bofellesskap": ("breach", "ingen øvelse"),
        "no.aml.3-2.3@bofellesskap": ("breach", "ingen instruks"),
        "no.aml.4-3.6@bofellesskap": ("breach", "beskyttelse mot vold"),
        "no.utforelse.3A-2.3@bofellesskap": ("breach", "arbeid alene"),
        "no.utforelse.3A-6.1@bofellesskap/H02": ("breach", "psykiske belastninger"),
        "no.utforelse.1A-2.4c@skole-nes/C01": ("breach", "«sammenslåingen av trinn»"),
        "no.aml.4-3.5@ungdomsskole": ("breach", "førte ikke til handling"),
        "no.utforelse.1A-2.1@barnehage-vika": ("breach", "ingen kartlegging"),
        "no.utforelse.3A-1.1@barnevern": ("breach", "«vedtaket om vold og trusler i barneverntjenesten»"),
        "no.utforelse.1A-1.1@ppt": ("breach", "den samlede vurderingen"),
        "no.utforelse.3A-5.2@legevakt/R09": ("breach", "av nyere dato enn"),
        "no.utforelse.1A-1.1@barnehage-lia": ("met", "den samlede vurderingen"),
        "no.aml.4-3.5@barnehage-lia": ("met", "den samlede vurderingen"),
        "no.utforelse.3A-1.1@velferd": ("met", "den samlede vurderingen"),
        "no.utforelse.3A-2.3@velferd": ("met", "risikovurderingen"),
        "no.utforelse.3A-6.1@velferd/H08": ("met", "oppfølgingen"),
        "no.utforelse.3A-6.1@velferd/H09": ("not_applicable", "ikke konstatert"),
        "no.aml.3-2.3@brann": ("met", "instruks"),
        "no.utforelse.3A-5.1@teknisk": ("unknown", "risiko for vold"),
        "no.utforelse.3A-5.1@skole-sentrum": ("unknown", ""),
        "no.aml.4-3.5@kulturskole": ("unknown", ""),
    },
}
REMARKS = {"small": ["hjemme/RI2"], "interview": ["servering/RI2"], "fjordbyen": ["sone-sor/RI04"]}

# A report that nobody has looked into must be looked into (design § 5, incidents).
REPORTED = [
    ("interview", "no.aml.4-3.5@servering"),
    ("fjordbyen", "no.aml.4-3.6@skole-sentrum"),
    ("fjordbyen", "no.utforelse.3A-1.1@skole-sentrum"),
    ("fjordbyen", "no.aml.4-3.5@skole-sentrum"),
    ("fjordbyen", "no.aml.4-3.5@innbyggertorg"),
]

TWO_CAPITALS = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+\b")
NOT_PERSONS = {
    "Spisestedet Måkereiret",
    "Små Enheter",
    "Labour Inspection",
    "Inspection Authority",
    "Public Prosecutions",
    "Bofellesskapet Strandveien",
}


@cache
def run(name: str) -> Assessment:
    return assess(FOLDER / f"{name}.yaml", RULEBASE)


@cache
def reasons(name: str) -> Reasons:
    return Reasons(run(name), "nb")


def outcomes(name: str) -> dict[str, str]:
    return {outcome.id: outcome.outcome for outcome in run(name).outcomes}


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_read_without_complaint_and_says_that_it_is_fictional(name: str) -> None:
    assert run(name).warnings == ()
    assert run(name).case.fictional
    assert "FICTIONAL" in (FOLDER / f"{name}.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_how_many_outcomes_of_each_kind(name: str) -> None:
    counted = Counter(outcome.outcome for outcome in run(name).outcomes)
    assert tuple(counted[kind] for kind in OUTCOMES) == COUNTS[name]
    assert set(counted) == set(OUTCOMES), "every outcome occurs"


@pytest.mark.parametrize(("name", "outcome"), [(name, outcome) for name in EXAMPLES for outcome in KEY[name]])
def test_a_key_outcome_with_its_reason(name: str, outcome: str) -> None:
    expected, word = KEY[name][outcome]
    row = next(row for row in run(name).outcomes if row.id == outcome)
    assert row.outcome == expected
    assert word.lower() in reasons(name).of(row).lower()


@pytest.mark.parametrize("name", EXAMPLES)
def test_only_individual_measures_against_the_organisation_is_remarked(name: str) -> None:
    assert [(noted.remark.origins.id, noted.scope) for noted in run(name).remarks] == [("no.olm.10-1.m1", scope) for scope in REMARKS[name]]


@pytest.mark.parametrize(("name", "outcome"), REPORTED)
def test_what_is_reported_is_to_be_looked_into(name: str, outcome: str) -> None:
    assert outcomes(name)[outcome] == "investigate"


def test_the_small_example_is_a_firm_of_eight_with_papers() -> None:
    case = run("small").case
    assert case.basis is Basis.DOCUMENTS
    assert case.enterprise.one("employees.total") == 8
    assert sum(unit.one("employees") for unit in case.units) == 8


def test_the_interview_has_no_papers() -> None:
    case = run("interview").case
    assert case.basis is Basis.INTERVIEW
    assert not list(case.of("Document"))
    assert not any(entry.evidence for entry in case.entries.values())


def test_the_reference_case_is_as_large_as_the_benchmark_says() -> None:
    case = run("fjordbyen").case
    records = [entry for entry in case.entries.values() if entry.cls != "Unit" and entry.id != ENTERPRISE]
    assert len(case.units) == 20
    assert len(records) == 200
    assert 2_800 <= len(graph(case, RULEBASE.vocabulary)) <= 3_400


def test_the_reference_case_has_every_register_and_a_dispute() -> None:
    case, facts = run("fjordbyen").case, run("fjordbyen").facts
    registers = {cls.id for cls in RULEBASE.vocabulary.classes.values() if cls.register}
    assert {entry.cls for entry in case.entries.values()} >= registers
    assert facts.source("entails_violence", "skole-sentrum", None).how == "disputed"  # type: ignore[union-attr]
    assert {case.entries[document.id].one("transcribed") for document in case.of("Document")} == {"fully", "partly"}


def test_a_unit_in_order_is_wholly_in_order() -> None:
    of_lia = {outcome.outcome for outcome in run("fjordbyen").outcomes if outcome.unit == "barnehage-lia"}
    assert of_lia == {"met", "not_applicable"}


@pytest.mark.parametrize(
    "path",
    [*(FOLDER / f"{name}.yaml" for name in EXAMPLES), *(ROOT / "validation" / f"{name}.yaml" for name in REAL)],
    ids=lambda path: path.stem,
)
def test_nobody_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(TWO_CAPITALS.findall(text)) <= NOT_PERSONS
    assert "@" not in text
    assert assess(path, RULEBASE).warnings == ()
