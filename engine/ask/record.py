"""What there is to ask as data (``ask/1``)."""

from typing import Any

from engine.ask.answers import ANSWERS
from engine.ask.asking import Asking, Effect, Ranked, wanted_by
from engine.ask.labels import Labels, question_text
from engine.text import Text

SCHEMA = "forsvarlig/ask/1"


def record(asking: Asking, most: int | None = None) -> dict[str, Any]:
    """Give the questions as plain data, the first that decide most (at most so many), and what is not asked with the reason."""
    assessment = asking.assessment
    labels = Labels(assessment, "en")
    return {
        "schema": SCHEMA,
        "case": {"file": assessment.case.file, "hash": f"sha256:{assessment.case.sha256}"},
        "date": str(assessment.case.date),
        "law_date": str(assessment.law_date),
        "regimes": list(assessment.case.regimes),
        "rulebase": assessment.rulebase.hash,
        "open": asking.open,
        "questions_in_all": len(asking.questions),
        "questions": [question(ranked, labels) for ranked in asking.questions[:most]],
        "same_either_way": [{"outcome": outcome.id, "is": name} for outcome, name in asking.same],
        "beyond_answers": [outcome.id for outcome in asking.beyond],
        "cannot_matter": list(asking.needless),
    }


def question(ranked: Ranked, labels: Labels) -> dict[str, Any]:
    """Give one question with its effects."""
    asked = ranked.asked
    hidden = labels.hidden(asked)
    text: Text = question_text(labels.assessment, asked, hidden) if hidden else asked.question.text
    return {
        "address": ranked.address,
        "form": asked.form.value,
        "state": asked.state,
        "text": text._asdict(),
        "roles": list(asked.question.roles),
        "decides": ranked.decides,
        "decides_alone": ranked.settled,
        "provisions": list(wanted_by(ranked)),
        "effects": [_effect(effect, ranked) for effect in ranked.effects],
    }


def _effect(effect: Effect, ranked: Ranked) -> dict[str, Any]:
    return {
        "outcome": effect.outcome.id,
        "is": effect.outcome.outcome,
        "only_raises": effect.only_raises,
        "alone": effect.alone or any(effect.decided(answer) for answer in effect.answers),
        "answers": {answer.value: list(effect.answers[answer]) for answer in ANSWERS[ranked.asked.form]},
    }
