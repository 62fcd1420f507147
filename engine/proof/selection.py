"""What a reader asks to see of an assessment: by address, duty, citation or unit; what matches nothing is an error."""

from difflib import get_close_matches

from engine.assessment import Assessment
from engine.case.model import ENTERPRISE
from engine.inference.outcome import Outcome
from engine.law import citation
from engine.text import Text

NO_DUTY = Text(
    "Fant verken utfallet eller plikten «{asked}».",
    "Fandt hverken udfaldet eller pligten »{asked}«.",
    "There is neither an outcome nor a duty “{asked}”.",
)
NO_UNIT = Text(
    "Saken har ingen enhet med id «{asked}».", "Sagen har ingen enhed med id »{asked}«.", "The case has no unit with the id “{asked}”."
)
MEANT = Text(" Mente du: {near}?", " Mente du: {near}?", " Did you mean: {near}?")


class NothingChosenError(LookupError):
    """What was asked for is nowhere in the assessment; ``text`` says so, with what was probably meant."""

    def __init__(self, form: Text, asked: str, near: list[str]) -> None:
        meant = MEANT.format(near=", ".join(near)) if near else Text("", "", "")
        said = form.format(asked=asked)
        self.text = Text(*(one + two for one, two in zip(said, meant, strict=True)))
        super().__init__(asked)


def of_duty(assessment: Assessment, asked: str) -> list[Outcome]:
    """Give the outcomes meant by an address (``duty@scope``), a duty's id or its beginning, a section (``3A-5``) or a citation.

    Raises NothingChosenError where there is none.
    """
    outcomes = assessment.outcomes
    found = [o for o in outcomes if asked in (o.id, o.duty.origins.id)]
    found = found or [o for o in outcomes if _begins(o.duty.origins.id, asked) or _begins(o.duty.origins.id.split(".", 2)[2], asked)]
    if not found:
        paths = citation.find(asked, assessment.rulebase.law)
        found = [o for o in outcomes if any(path == p or path.startswith(f"{p}/") for path in o.duty.origins.provisions for p in paths)]
    if not found:
        raise NothingChosenError(NO_DUTY, asked, _near(assessment, asked))
    return found


def of_unit(assessment: Assessment, asked: str) -> list[Outcome]:
    """Give the outcomes of a unit, by its id. Raises NothingChosenError where the case has no such unit."""
    units = [unit.id for unit in assessment.case.units]
    if asked not in (*units, ENTERPRISE):
        raise NothingChosenError(NO_UNIT, asked, get_close_matches(asked, units, n=3, cutoff=0.5))
    return [o for o in assessment.outcomes if (o.unit or ENTERPRISE) == asked]


def _begins(name: str, asked: str) -> bool:
    """Say whether a name is what is asked for, or a part of it: ``15a.3`` has the part ``15a.3-i``, ``3A-5`` has ``3A-5.1``."""
    return name == asked or (name.startswith(asked) and name[len(asked)] in ".-")


def _near(assessment: Assessment, asked: str) -> list[str]:
    known = dict.fromkeys(name for o in assessment.outcomes for name in (o.id, o.duty.origins.id))
    if near := get_close_matches(asked, known, n=3, cutoff=0.5):
        return near
    law = assessment.rulebase.law
    near_paths = citation.near(asked, law)
    meant = [o for o in assessment.outcomes if any(p.startswith(q) for p in o.duty.origins.provisions for q in near_paths)]
    return list(dict.fromkeys(o.duty.origins.id for o in meant))[:3]
