"""Named interpretations: switching one changes only conclusions whose proof uses it, and each says so."""

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.assessment import Assessment, assess_case
from engine.inference.outcome import Outcome
from engine.proof.html import html
from engine.proof.markdown import markdown
from engine.proof.node import Node
from engine.proof.record import record
from engine.proof.report import Report
from engine.proof.text import text
from engine.text import LANGUAGES, Language
from engine.views.interpretations import NONE, chosen, readings, switched
from tests.reference import cases
from tests.truth.test_order import fingerprint
from tests.whatif.conftest import EXAMPLES, came, example, rulebase

SEEDS = st.integers(0, 100_000).map(lambda number: number * 7919 % 100_003)
RANDOM = settings(max_examples=8, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = ("ours_foreseeable_violence", "ours_employer_neglect", "ours_harassment_prevention")
PARTS = ("applies", "breach", "met", "suspicion")


class Uses:
    """Which interpretations have a step in the recorded proof of each outcome."""

    def __init__(self, found: Assessment) -> None:
        self.seen: dict[int, frozenset[str]] = {}
        self.of = {o.id: frozenset[str]().union(*(self.node(getattr(o, part)) for part in PARTS)) for o in found.outcomes}

    def node(self, node: Node) -> frozenset[str]:
        if id(node) not in self.seen:
            below = [*node.premises, *(each.node for each in node.refused if each.node)]
            own = {node.statement[2] or ""} if node.statement and node.statement[0] == "reads_law_by" else set[str]()
            self.seen[id(node)] = frozenset(own).union(*(self.node(each) for each in below))
        return self.seen[id(node)]


def check_switching(found: Assessment, name: str, other: Assessment) -> int:
    """Switch an interpretation: what does not use it stays as it is, proof and all; what is said to hang on it is what differs."""
    before, after = fingerprint(found), fingerprint(other)
    told, used, uses, now = readings(found), 0, Uses(found).of, came(other)
    for outcome in found.outcomes:
        if name not in uses[outcome.id]:
            assert after[outcome.id] == before[outcome.id], (outcome.id, name)
            continue
        used += 1
        changed = now.get(outcome.id)
        hangs = {each.interpretation: each.otherwise for each in told[outcome.id].hangs}
        assert name in told[outcome.id].tried
        assert (name in hangs) is (changed != outcome.outcome)
        assert hangs.get(name, outcome.outcome) == changed
    then = Uses(other).of
    assert all(name in then[id_] for id_ in now if id_ not in uses)
    return used


@pytest.mark.parametrize("example_name", [name for name in EXAMPLES if name != "fjordbyen"])
def test_switching_changes_only_what_uses_it(example_name: str) -> None:
    found = example(example_name)
    used = [
        check_switching(found, name, assess_case(switched(found.case, rulebase().vocabulary, name), rulebase())) for name in NAMES
    ]
    assert all(used) is example_name.endswith("no") or example_name in ("small", "interview") or not any(used)


@pytest.mark.parametrize("name", NAMES)
def test_switching_in_the_reference_case(name: str) -> None:
    found = example("fjordbyen")
    assert check_switching(found, name, assess_case(switched(found.case, rulebase().vocabulary, name), rulebase()))


@RANDOM
@given(SEEDS)
def test_switching_in_random_cases(seed: int) -> None:
    case, day = cases.random_case(seed)
    rng = random.Random(seed)
    case = replace(case, interpretations=tuple(name for name in NAMES if rng.random() < 0.7) or NONE)
    found, name = cases.assess(case, day), rng.choice(NAMES)
    check_switching(found, name, cases.assess(switched(case, rulebase().vocabulary, name), day))


def test_the_random_cases_hang_on_interpretations() -> None:
    hanging = 0
    for seed in range(15):
        case, day = cases.random_case(seed * 7919 % 100_003)
        hanging += any(each.hangs for each in readings(cases.assess(case, day)).values())
    assert hanging


def test_a_switch_is_undone_by_another() -> None:
    case, vocabulary = example("small").case, rulebase().vocabulary
    for name in NAMES:
        without = switched(case, vocabulary, name)
        assert set(chosen(without, vocabulary)) == set(NAMES) - {name}
        assert chosen(switched(without, vocabulary, name), vocabulary) == chosen(case, vocabulary)
    none = replace(case, interpretations=NONE)
    assert chosen(none, vocabulary) == ()
    assert switched(switched(none, vocabulary, NAMES[0]), vocabulary, NAMES[0]).interpretations == NONE


# --- what reports say ----------------------------------------------------------------------------------------------------------

NEGLECT = "ours_employer_neglect"


@cache
def hanging() -> tuple[Assessment, Outcome]:
    """Give a scenario of the rule base in which an outcome hangs on one interpretation, and that outcome."""
    for seed in cases.seeds():
        if seed.tries == "no.aml.4-3.5" and seed.outcome == "breach":
            found = cases.assess(seed.case, seed.law_date)
            told = readings(found)
            for outcome in found.outcomes:
                if outcome.id in told and [each.interpretation for each in told[outcome.id].hangs] == [NEGLECT]:
                    return found, outcome
    raise AssertionError("no scenario hangs on it")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Bare etter vår tolkning av forsømt vern mot trakassering (design.md § 5). Uten den: "),
        ("da", "Kun efter vores fortolkning af forsømt værn mod chikane (design.md § 5). Uden den: "),
        ("en", "Only under our reading of neglected protection against harassment (design.md § 5). Without it: "),
    ],
)
def test_an_outcome_says_which_interpretation_it_hangs_on(language: Language, said: str) -> None:
    found, outcome = hanging()
    report = Report(found, language, proofs=False)
    assert report.reading(report.row(outcome)).startswith(said)
    for written in (text(found, language), html(found, language), markdown(found, language)):
        assert said.split(" (")[0] in " ".join(written.split())


def test_left_out_it_says_what_would_be() -> None:
    found, outcome = hanging()
    without = cases.assess(switched(found.case, rulebase().vocabulary, NEGLECT), found.law_date)
    (hangs,) = readings(without)[outcome.id].hangs
    assert (hangs.interpretation, hangs.used, hangs.otherwise) == (NEGLECT, False, outcome.outcome)
    report = Report(without, "en", proofs=False)
    same = next(each for each in without.outcomes if each.id == outcome.id)
    assert report.reading(report.row(same)).startswith("Only without our reading of neglected protection against harassment")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_the_same_under_every_interpretation_says_so(language: str) -> None:
    found = example("municipality-no")
    words = {"nb": "Det samme etter enhver tolkning.", "da": "Det samme efter enhver fortolkning.", "en": "Under every interpretation."}
    report = Report(found, language, proofs=False)  # type: ignore[arg-type]
    told = {o.id: report.reading(report.row(o)) for o in found.outcomes}
    uses = Uses(found).of
    met = [o.id for o in found.outcomes if o.outcome == "met" and uses[o.id]]
    assert met and all(told[id_] == words[language] for id_ in met)
    assert all(not said for id_, said in told.items() if not uses[id_])


def test_the_record_says_what_was_tried() -> None:
    found, outcome = hanging()
    kept = {each["id"]: each for each in record(found)["outcomes"]}
    (hangs,) = readings(found)[outcome.id].hangs
    assert kept[outcome.id]["interpretations"]["hangs_on"] == [
        {"id": NEGLECT, "used": True, "otherwise": hangs.otherwise, "source": ["design.md § 5"]}
    ]
    assert all(each["interpretations"]["tried"] for each in kept.values() if "interpretations" in each)
