"""The validation as data, in all three languages."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from engine.validation.model import Answer, Result
from engine.validation.text import what
from engine.vocabulary.model import Vocabulary

SCHEMA = "forsvarlig/validation/1"


def record(results: Sequence[Result], vocabulary: Vocabulary, rulebase: str) -> dict[str, Any]:
    """Give results as plain values, ready for JSON."""
    return {
        "schema": SCHEMA,
        "rulebase": rulebase,
        "cases": [_case(result, vocabulary) for result in results],
        "summary": {
            "cases": dict(sorted(Counter(result.verdict for result in results).items())),
            "points": dict(sorted(Counter(a.verdict for result in results for a in result.counted).items())),
        },
    }


def _case(result: Result, vocabulary: Vocabulary) -> dict[str, Any]:
    case = result.published
    return {
        "id": case.id,
        "year": case.year,
        "body": case.body._asdict(),
        "theme": case.theme._asdict(),
        "section": case.section,
        "standing": case.standing,
        "reason": case.reason,
        "why": case.why._asdict(),
        "verdict": result.verdict,
        "points": [_answer(answer, vocabulary) for answer in result.answers],
        "strays": [{"law_date": str(day), "outcome": address} for day, address in result.strays],
    }


def _answer(answer: Answer, vocabulary: Vocabulary) -> dict[str, Any]:
    point = answer.point
    return {
        "id": point.id,
        "law_date": str(answer.day),
        "held": point.verdict,
        "what": what(answer, vocabulary)._asdict(),
        "verdict": answer.verdict,
        "said": answer.said,
        "of": answer.duty,
        "counts": point.counts,
        "why": answer.why._asdict() if answer.why else None,
    }
