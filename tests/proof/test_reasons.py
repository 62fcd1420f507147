"""The reasons in words: nothing is printed as a gap, as a rule about things that nobody has named, or as settled by law not read."""

from collections.abc import Iterator

import pytest

from engine.assessment import Assessment
from engine.language.syntax import Exists
from engine.proof.node import Node
from engine.proof.reasons import Reasons
from engine.proof.report import Report
from engine.proof.steps import Step
from engine.text import LANGUAGES, Language, Text
from engine.truth import Truth

from .conftest import Assess

NONE = Text("det er ikke opplyst om noen ", "der er ikke oplyst om nogen ", "the information given mentions no ")
FOR_ALL = Text("for alle ", "for alle ", "for each ")
HOLDS = Text(", gjelder dette: ", ", gælder følgende: ", ", this holds: ")
UNKNOWN_HOURS = Text(
    "minst et ukjent antall timers opplæring",
    "mindst et ukendt antal timers oplæring",
    "no fewer than an unknown number of hours of training",
)
INFERRED = Text(
    "Innholdet i plikten er bare utledet i kildene våre",
    "Indholdet af pligten er kun udledt i vores kilder",
    "The content of the duty is only inferred in our sources",
)
CASE = """
forsvarlig: case/1
language: nb
regimes: [{regime}]
date: 2026-06-30
basis: interview
enterprise: {{name: Lillevik omsorg, work: employer, place: mainland{more}}}
units:
  - {{id: dag, name: Daglaget, employees: 40, works_with_people: yes, may_entail_violence: yes, entails_violence: yes}}
"""


def _sentences(found: Assessment, language: Language) -> Iterator[str]:
    """Give every reason and every step of every proof."""
    report = Report(found, language)

    def spoken(steps: tuple[Step, ...]) -> Iterator[str]:
        for step in steps:
            yield step.text
            yield from spoken(step.children)

    for outcome in found.outcomes:
        row = report.row(outcome)
        yield row.reason
        for part in row.parts:
            yield from spoken(part.steps)


def _nodes(found: Assessment) -> Iterator[Node]:
    waiting = [n for o in found.outcomes for n in (o.applies, o.breach, o.met, o.suspicion)]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            waiting += node.premises
            yield node


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_never_printed_as_nothing(little: Assessment, language: Language) -> None:
    written = set(_sentences(little, language))
    assert [each for each in written if "  " in each or " ." in each or " ," in each] == []
    assert any(UNKNOWN_HOURS.in_(language) in each for each in written)


def test_a_number_that_is_known_is_printed_in_what_is_still_open(assess_text: Assess) -> None:
    found = assess_text(CASE.format(regime="no", more=", safety_representative_training_hours: 12"))
    written = list(_sentences(found, "nb"))
    assert any("har gitt hvert verneombud minst 12 timers opplæring" in each for each in written)
    assert not any("har gitt hvert verneombud minst et ukjent" in each for each in written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_of_things_that_nobody_named_says_that_none_is_known(assessed: Assess, language: Language) -> None:
    found = assessed("interview")
    voice = Reasons(found, language).voice()
    seen: set[Truth] = set()
    for node in _nodes(found):
        if node.kind != "not" or not node.premises or node.truth is Truth.NO:
            continue
        denied = node.premises[0]
        condition = found.program.conditions.get(denied.place)
        if not isinstance(condition, Exists) or not voice.composer.demanded(condition):
            continue
        clause = voice.clause(node)
        named = any(not p.stand_in for p in denied.premises) or any(r.node for r in denied.refused)
        if not named:
            seen.add(node.truth)
            assert clause.startswith(NONE.in_(language)), clause
        elif any(not p.stand_in for p in denied.premises):
            assert FOR_ALL.in_(language) in clause, clause
    assert seen == {Truth.YES, Truth.UNKNOWN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_of_entries_is_said_of_all_of_them(assessed: Assess, language: Language) -> None:
    told = [o for o in assessed("small").outcomes if o.id == "no.utforelse.1A-2.4c@hjemme/C1"]
    reason = Reasons(assessed("small"), language).of(told[0])
    occasion, asked = reason.casefold().split("). ", 1)  # first what it is about the change, with its source
    assert "turnus" in occasion
    assert asked.startswith(FOR_ALL.in_(language))
    assert HOLDS.in_(language) in reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_duty_that_is_only_inferred_says_why_it_stays_open(assess_text: Assess, language: Language) -> None:
    found = assess_text(CASE.format(regime="dk", more=""))
    reasons = Reasons(found, language)
    open_ = [o for o in found.outcomes if o.outcome == "unknown"]
    assert any(o.validity.inferred for o in open_)
    for outcome in open_:
        if outcome.validity.standing != "not_encoded" and outcome.duty.bearer == "employer":
            assert (INFERRED.in_(language) in reasons.of(outcome)) == outcome.validity.inferred
