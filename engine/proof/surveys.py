"""Survey results in a report: each question with the result that raises it. Beside the outcomes, never part of one."""

from dataclasses import dataclass
from typing import Any

from engine.assessment import Assessment
from engine.instruments import words as iw
from engine.instruments.amount import amount
from engine.instruments.questions import SurveyQuestion, survey_questions
from engine.proof import words as w
from engine.proof.names import Names
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.phrases import capital

SHOWN = 8  # questions in the short form
FEW = Text(
    "en enhet med få ansatte eller få svar",
    "en enhed med få ansatte eller få svar",
    "a unit with few employees or few answers",
)
SEVERAL = Text(
    "enheter med få ansatte eller få svar", "enheder med få ansatte eller få svar", "units with few employees or few answers"
)
LABEL = Text("«{text}»", "»{text}«", "“{text}”")


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One question as a report prints it."""

    where: str
    factors: str
    result: str
    question: str
    source: str

    def __str__(self) -> str:
        return f"{capital(self.where)} · {self.factors}: {self.result}. {self.question} {self.source}."


def surveyed(assessment: Assessment, language: Language) -> tuple[Surveyed, ...]:
    """Give the questions from the surveys of a case in one language."""
    names = Names(assessment.case, assessment.rulebase.vocabulary, language)
    return tuple(
        _written(each, names, assessment) for each in survey_questions(assessment.case, assessment.rulebase.vocabulary)
    )


def _written(asked: SurveyQuestion, names: Names, assessment: Assessment) -> Surveyed:
    language, concepts = names.language, assessment.rulebase.vocabulary.concepts
    return Surveyed(
        _where(asked, names),
        "; ".join(concepts[factor].label.in_(language) for factor in asked.factors) or iw.NO_FACTOR.in_(language),
        result(asked, language),
        iw.LOOK_INTO.in_(language).format(question=asked.question.in_(language)),
        iw.SOURCE.in_(language).format(source=asked.instrument.citation.in_(language)),
    )


def _where(asked: SurveyQuestion, names: Names) -> str:
    if asked.units is None:
        return w.WHOLE.in_(names.language)
    few = [] if not asked.unnamed else [FEW.in_(names.language)] if asked.unnamed == 1 else [SEVERAL.in_(names.language)]
    return "; ".join([*(names.of(unit) for unit in asked.units), *few])


def result(asked: SurveyQuestion, language: Language) -> str:
    """Say what was found, on which scale, beside which point, and from how many answers."""
    reading = asked.reading
    what = LABEL.in_(language).format(text=reading.item.in_sentence.in_(language)) if reading.item else iw.SUM.in_(language)
    found = iw.RESULT.in_(language).format(
        instrument=asked.instrument.title.in_(language),
        what=what,
        value=amount(reading.value, language),
        lowest=amount(reading.lowest, language),
        highest=amount(reading.highest, language),
    )
    side = (
        (iw.BELOW if reading.asks == "below" else iw.ABOVE)[asked.point]
        .in_(language)
        .format(point=amount(reading.neutral, language))
    )
    answers = iw.ANSWERED if asked.invited is None else iw.ANSWERED_OF
    said = answers.in_(language).format(n=asked.answered, invited=asked.invited, day=asked.dated)
    return f"{found}{_end(asked, language)}, {side}; {said}"


def _end(asked: SurveyQuestion, language: Language) -> str:
    """Say what the end on the side of strain stands for, where the instrument says it: a high number isn't always a good one."""
    reading = asked.reading
    end = reading.lowest if reading.asks == "below" else reading.highest
    said = dict(asked.instrument.anchors).get(end) if reading.item else None
    return f" ({amount(end, language)}: {said.in_(language)})" if said else ""


def recorded(assessment: Assessment) -> list[dict[str, Any]]:
    """Give the questions as plain values, ready for JSON; units that a report leaves unnamed are left out here too."""
    return [_record(each) for each in survey_questions(assessment.case, assessment.rulebase.vocabulary)]


def _record(asked: SurveyQuestion) -> dict[str, Any]:
    reading = asked.reading
    return {
        "address": asked.id,
        "instrument": asked.instrument.id,
        "item": reading.item.id if reading.item else None,
        "units": None if asked.units is None else list(asked.units),
        "unnamed": asked.unnamed,
        "factors": list(asked.factors),
        "value": float(reading.value),
        "lowest": float(reading.lowest),
        "highest": float(reading.highest),
        "limit": float(reading.neutral),
        "limit_from": asked.point,
        "side": reading.asks,
        "dated": str(asked.dated),
        "answered": asked.answered,
        "invited": asked.invited,
        "message": {language: result(asked, language) for language in LANGUAGES},
        "question": asked.question._asdict(),
        "source": list(asked.instrument.source),
    }
