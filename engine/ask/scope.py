"""What is asked about: all outcomes of an assessment, or those of a unit or a duty."""

from engine.assessment import Assessment
from engine.inference.outcome import Outcome
from engine.proof.selection import of_duty, of_unit


def chosen(assessment: Assessment, unit: str | None = None, duty: str | None = None) -> list[Outcome]:
    """Give the outcomes of a unit and a duty, where these are named. Raises NothingChosenError where the case has no such."""
    kept = list(assessment.outcomes)
    for asked in ([of_unit(assessment, unit)] if unit else []) + ([of_duty(assessment, duty)] if duty else []):
        wanted = {outcome.id for outcome in asked}
        kept = [outcome for outcome in kept if outcome.id in wanted]
    return kept
