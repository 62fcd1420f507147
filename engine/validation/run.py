"""Running published cases: each point that was held beside what the rules say on the published facts.

A breach that was held: breach agrees; unknown and investigate are open; met and not applicable contradict. An investigation that
was ordered: investigate agrees, unknown is open, anything else contradicts, a breach too: the authority lacked documentation for
one. An order that was set aside: only a breach contradicts. And a breach that nobody found contradicts wherever it comes out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase

from engine.assessment import Assessment, Foreseen, assess
from engine.inference.outcome import OUTCOMES, Outcome
from engine.proof.outlook import questions_of
from engine.proof.questions import Question
from engine.proof.reasons import Reasons
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, Language, Text
from engine.truth import Truth
from engine.validation import words as w
from engine.validation.model import EVERY_SCOPE, Answer, Law, Point, Published, Result, Verdict

NOT_ENCODED = "not_encoded"
BY_OUTCOME: dict[str, dict[str, Verdict]] = {
    "breach": {
        "breach": "agrees",
        "investigate": "open",
        "unknown": "open",
        "met": "contradicts",
        "not_applicable": "contradicts",
    },
    "investigation": {
        "breach": "contradicts",
        "investigate": "agrees",
        "unknown": "open",
        "met": "contradicts",
        "not_applicable": "contradicts",
    },
    "annulled": {
        "breach": "contradicts",
        "investigate": "open",
        "unknown": "open",
        "met": "agrees",
        "not_applicable": "agrees",
    },
    "applies": {
        "breach": "agrees",
        "investigate": "agrees",
        "unknown": "open",
        "met": "agrees",
        "not_applicable": "contradicts",
    },
}
ONE_IS_ENOUGH: tuple[Verdict, ...] = ("agrees", "open", "contradicts")  # of a breach: one of the duties carries what was held
NONE_MAY: tuple[Verdict, ...] = ("contradicts", "agrees", "open")
BY_OUTLOOK: dict[str, dict[str, Verdict]] = {
    "reaction": {"given": "agrees", "open": "open", "not_given": "contradicts"},
    "immediate annulled": {"given": "contradicts", "open": "open", "not_given": "agrees"},
}


def results(cases: Iterable[Published], rulebase: RuleBase) -> Iterator[Result]:
    """Run cases, one after the other."""
    for case in cases:
        answers: list[Answer] = []
        strays: list[tuple[date, str]] = []
        for law in case.laws:
            assert case.file is not None
            assessment = assess(case.file, rulebase, law.day)
            answers += [_answer(point, law, assessment) for point in law.points]
            strays += [(law.day, address) for address in _strays(law, assessment)]
        yield Result(case, tuple(answers), tuple(strays))


def _strays(law: Law, assessment: Assessment) -> Iterator[str]:
    for outcome in assessment.outcomes:
        if outcome.outcome == "breach" and not any(
            outcome.duty.origins.id == duty and fnmatchcase(_scope(outcome), scope) for duty, scope in law.breaches
        ):
            yield outcome.id


def _answer(point: Point, law: Law, assessment: Assessment) -> Answer:
    if point.not_comparable:
        why = w.REASONS[point.not_comparable]
        return Answer(point, law.day, "not_comparable", point.not_comparable, "", why)
    if point.outlook:
        return _of_outlook(point, law, assessment)
    return _of_duties(point, law, assessment)


def _of_duties(point: Point, law: Law, assessment: Assessment) -> Answer:
    rows = [row for duty in point.duties for row in assessment.of_duty(duty) if _in(point.scope, _scope(row))]
    read = [row for row in rows if row.validity.standing != NOT_ENCODED]
    if not read:
        return Answer(point, law.day, "not_comparable", "law_not_encoded", "", w.REASONS["law_not_encoded"])
    verdicts = BY_OUTCOME[point.verdict]
    order = ONE_IS_ENOUGH if point.verdict == "breach" else NONE_MAY
    row = min(read, key=lambda row: (order.index(verdicts[row.outcome]), OUTCOMES.index(row.outcome)))
    verdict = verdicts[row.outcome]
    return Answer(point, law.day, verdict, row.outcome, row.id, None if verdict == "agrees" else _why(row, assessment))


def _of_outlook(point: Point, law: Law, assessment: Assessment) -> Answer:
    rows = [row for row in assessment.outlook if row.outlook.origins.id in point.outlook and _in(point.scope, row.scope)]
    row = min(rows, key=lambda row: row.holds is not Truth.YES, default=None)
    said = "not_given" if row is None else "given" if row.holds is Truth.YES else "open"
    verdict = BY_OUTLOOK[point.verdict][said]
    why = _hanging(row, assessment) if row and verdict == "open" else None
    return Answer(point, law.day, verdict, said, row.outlook.origins.id if row else "", why)


def _scope(row: Outcome) -> str:
    return row.id.split("@", 1)[1]


def _in(wanted: str, scope: str) -> bool:
    return wanted == EVERY_SCOPE or wanted in scope.split("/")


def _why(row: Outcome, assessment: Assessment) -> Text:
    """Say in a line why an outcome is as it is: what raises the suspicion, or what we were not told; else the short reason."""
    return Text(*(_line(row, Reasons(assessment, language), language) for language in LANGUAGES))


def _line(row: Outcome, reasons: Reasons, language: Language) -> str:
    if row.outcome == "investigate":
        found = reasons.voice(reasons.hidden(row)).grounds(row.suspicion)
        if found:
            return " ".join(found)
    asked = (reasons.asked(row) or reasons.asked(row, raising=True)) if row.outcome == "unknown" else []
    return _asking(asked, language) if asked else reasons.of(row)


def _hanging(row: Foreseen, assessment: Assessment) -> Text:
    return Text(*(_asking(questions_of(row, Reasons(assessment, lang).questions), lang) for lang in LANGUAGES))


def _asking(asked: list[Question], language: Language) -> str:
    """Give the first question, and how many there are beside it."""
    first = w.NOT_TOLD.in_(language).format(question=asked[0].text.in_(language))
    more = len(asked) - 1
    return f"{first} {w.more(more).in_(language)}" if more else first
