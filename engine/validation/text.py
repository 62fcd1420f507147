"""The validation as text: each case with its points, and a summary at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.plain import indented
from engine.text import Language, Text
from engine.validation import words as w
from engine.validation.model import CASE_VERDICTS, VERDICTS, Answer, Result
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import capital

WIDTH = 120
GOAL = "goal."


def text(results: Sequence[Result], vocabulary: Vocabulary, language: Language) -> str:
    """Write results as text."""
    lines = [w.TITLE.in_(language), *_wrapped(w.CAUTION.in_(language))]
    for result in results:
        lines += ["", *_case(result, vocabulary, language)]
    return "\n".join([*lines, "", *summary(results, language), ""])


def summary(results: Sequence[Result], language: Language) -> Iterator[str]:
    """Count the cases and the points that count, by verdict."""
    cases = Counter(result.verdict for result in results)
    shown = ", ".join(f"{w.VERDICTS[verdict].in_(language)} {cases[verdict]}" for verdict in CASE_VERDICTS if cases[verdict])
    yield from _wrapped(w.SUMMARY.in_(language).format(counts=shown))
    points = Counter(answer.verdict for result in results for answer in result.counted)
    told = ", ".join(f"{w.VERDICTS[verdict].in_(language)} {points[verdict]}" for verdict in VERDICTS if points[verdict])
    yield from _wrapped(w.POINTS.in_(language).format(counts=told or w.NO_POINTS.in_(language)))


def _case(result: Result, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    case = result.published
    said = w.VERDICTS[result.verdict].in_(language)
    by = ", ".join(part for part in (capital(case.body.in_(language)), case.year) if part)
    yield from _wrapped(f"{case.id}  {by} ({case.section}): {case.theme.in_(language)} – {said.upper()}")
    if case.reason:
        yield from _wrapped(f"{capital(w.REASONS[case.reason].in_(language))}: {case.why.in_(language)}.", 4)
    for law in case.laws:
        yield f"    {w.LAW_OF.in_(language).format(day=law.day)}"
        answers = [answer for answer in result.answers if answer.day == law.day]
        strays = [address for day, address in result.strays if day == law.day]
        for answer in answers:
            yield from _answer(answer, vocabulary, language)
        for address in strays:
            yield from _wrapped(f"{w.VERDICTS['contradicts'].in_(language)}: {w.STRAY.in_(language).format(address=address)}", 6)
        if not answers and not strays:
            yield from _wrapped(w.NOTHING_HELD.in_(language), 6)


def _answer(answer: Answer, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    point = answer.point
    verdict = w.VERDICTS[answer.verdict].in_(language)
    if not point.counts:
        verdict += f" ({w.VERDICTS['not_counted'].in_(language)})"
    held = f"{w.HELD[point.verdict].in_(language)} – {what(answer, vocabulary).in_(language)}"
    if answer.verdict == "not_comparable":
        why = answer.why.in_(language) if answer.why else ""
        yield from _wrapped(f"{verdict}: {held} ({why})", 6)
        return
    yield from _wrapped(f"{verdict}: {held}; {_said(answer, vocabulary, language)}", 6)
    if answer.why:
        yield from _wrapped(answer.why.in_(language), 8)


def _said(answer: Answer, vocabulary: Vocabulary, language: Language) -> str:
    if answer.point.outlook:
        said = w.SAID_OF_OUTLOOK[answer.said].in_(language)
        return f"{said} ({answer.duty})" if answer.duty else said
    word = vocabulary.concepts[f"outcome.{answer.said}"].in_sentence.in_(language)
    return w.WE_SAY.in_(language).format(said=word, duty=answer.duty)


def what(answer: Answer, vocabulary: Vocabulary) -> Text:
    """Say what was held; where only a duty is named, by its goal."""
    point = answer.point
    return point.what or vocabulary.concepts[GOAL + point.duties[0]].label


def _wrapped(line: str, indent: int = 0) -> list[str]:
    return indented(line, WIDTH, indent)
