"""Disputes and interpretations as data: the optional keys of ``assessment/1`` that tell of them."""

from typing import Any

from engine.assessment import Assessment
from engine.case.facts import Key
from engine.views.disputes import Disputes, Rests
from engine.views.interpretations import Reading
from engine.views.parties import PARTIES


def recorded_disputes(found: Disputes) -> dict[str, Any]:
    """Give the disputed statements and the outcomes that rest on them."""
    return {
        "statements": [
            {"address": address(each.key), "holds": {party: truth.word for party, (truth, _) in zip(PARTIES, each.said, strict=True)}}
            for each in found.statements
        ],
        "hanging": [_rests(each) for each in found.hanging],
        "either_way": [_rests(each) for each in found.either_way],
    }


def _rests(each: Rests) -> dict[str, Any]:
    return {
        "outcome": each.id,
        "views": dict(zip(PARTIES, each.outcomes, strict=True)),
        "statements": [address(key) for key in each.statements],
    }


def address(key: Key) -> str:
    """Give the address of a statement."""
    prop, subject, obj = key
    return "/".join(part for part in (subject, prop, obj) if part)


def recorded_reading(found: Reading, assessment: Assessment) -> dict[str, Any]:
    """Give the interpretations in the proof of an outcome, and those that it is another without (or, where left out, with)."""
    concepts = assessment.rulebase.vocabulary.concepts
    return {
        "tried": list(found.tried),
        "hangs_on": [
            {
                "id": each.interpretation,
                "used": each.used,
                "otherwise": each.otherwise,
                "source": list(concepts[each.interpretation].source),
            }
            for each in found.hangs
        ],
    }
