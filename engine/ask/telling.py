"""What there is to ask as plain text."""

import textwrap
from collections.abc import Iterator

from engine.ask import words as w
from engine.ask.answers import ANSWERS, Answer, Form
from engine.ask.asking import Asking, Effect, Ranked, together
from engine.ask.labels import Labels
from engine.inference.outcome import OUTCOMES, Outcome
from engine.text import Language, Text

WIDTH = 100
SHOWN = 3  # duties named for each answer
NAMED = 12  # units named, and open items that no longer matter
Shown = tuple[tuple[str, list[Outcome]], ...]  # what comes out, and where


def text(asking: Asking, language: Language, most: int) -> str:
    """Write the questions that decide most, at most so many (the same question for other units counts as one), and what needs none."""
    return "\n".join(_lines(asking, language, most)) + "\n"


def grouped(asking: Asking) -> list[list[Ranked]]:
    """Put together what is asked alike of several units and decides as much in each; a group stands where its first stands."""
    units = {unit.id for unit in asking.assessment.case.units}
    found: dict[tuple[object, ...], list[Ranked]] = {}
    for ranked in asking.questions:
        subject, _, rest = ranked.address.partition("/")
        alike = (rest, ranked.asked.state, ranked.settled, ranked.decides) if subject in units else (ranked.address,)
        found.setdefault(alike, []).append(ranked)
    return list(found.values())


def _lines(asking: Asking, language: Language, most: int) -> Iterator[str]:
    assessment, labels = asking.assessment, Labels(asking.assessment, language)
    groups = grouped(asking)
    yield w.HEAD.in_(language).format(name=assessment.case.enterprise.title or "")
    if not asking.open:
        yield w.NOTHING_OPEN.in_(language)
        return
    facts = w.FACTS.in_(language).format(
        date=assessment.case.date, law=assessment.law_date, open=asking.open, n=len(asking.questions)
    )
    yield from wrap(facts, 0)
    if not groups:
        yield w.NOTHING_TO_ASK.in_(language)
    for number, group in enumerate(groups[:most], 1):
        yield ""
        yield from described(group, labels, f"{number}. ")
    yield ""
    if left := sum(map(len, groups[most:])):
        yield from wrap(w.LEFT.in_(language).format(n=left), 0)
    yield from _rest(asking, labels)
    yield from wrap(w.NOTE.in_(language), 0)


def described(group: list[Ranked], labels: Labels, number: str = "") -> Iterator[str]:
    """Write one question: who can answer, which provisions want it, and what each answer would decide."""
    first, language = group[0], labels.language
    hidden = labels.hidden(first.asked)
    yield from wrap(number + labels.question(first.asked, hidden), 0, len(number))
    if roles := labels.roles(first.asked):
        yield from wrap(w.WHO.in_(language).format(roles=roles), 3)
    if not hidden:
        yield from wrap(w.ADDRESS.in_(language).format(address=first.address), 3)
    if first.asked.state in ("dont_know", "disputed"):
        yield from wrap((w.DONT_KNOW if first.asked.state == "dont_know" else w.DISPUTED).in_(language), 3)
    yield from reasons(first, labels, hidden)
    if len(group) > 1:
        yield from wrap(w.SAME_FOR.in_(language).format(units=_units(group[1:], labels)), 3)


def _units(group: list[Ranked], labels: Labels) -> str:
    names = []
    for ranked in group[:NAMED]:
        names.append(labels.names(frozenset()).of(ranked.address.partition("/")[0]))
    more = [w.MORE.in_(labels.language).format(n=len(group) - NAMED)] if len(group) > NAMED else []
    return ", ".join([*names, *more])


def reasons(ranked: Ranked, labels: Labels, hidden: frozenset[str]) -> Iterator[str]:
    """Say what each answer would decide, and which provisions are behind it."""
    for answer in ANSWERS[ranked.asked.form]:
        yield from _of_answer(ranked, answer, labels, hidden)
    rest = together(ranked)
    if ranked.asked.form is Form.REGISTER:
        rest = [effect for effect in rest if Answer.COMPLETE in effect.answers]
    deciding = [effect.outcome for effect in rest if not effect.only_raises]
    raising = [effect.outcome for effect in rest if effect.only_raises]
    for form, outcomes in ((w.TOGETHER, deciding), (w.RAISES, raising)):
        if outcomes:
            n = w.outcomes(len(outcomes)) if form is w.TOGETHER else str(len(outcomes))
            yield from wrap(form.format(n=n).in_(labels.language), 3)
            yield from _duties((("", outcomes),), labels, hidden)


def _of_answer(ranked: Ranked, answer: Answer, labels: Labels, hidden: frozenset[str]) -> Iterator[str]:
    language = labels.language
    if answer is Answer.VALUE:
        alone = [effect for effect in ranked.effects if effect.alone]
        if alone:
            yield from wrap(w.BY_VALUE.format(n=w.outcomes(len(alone))).in_(language), 3)
            yield from _duties(_by_what_may_be(alone, labels), labels, hidden)
        return
    said = said_as(ranked, answer).in_(language)
    if answer is Answer.MORE:
        form = w.ENTER_MAPPING if ranked.asked.state == "mapping" else w.ENTER
        register, n = ranked.address.rpartition("/")[2], w.outcomes(len(ranked.effects)).in_(language)
        yield from wrap(form.in_(language).format(answer=said, register=register, n=n), 3)
        return
    decided: dict[str, list[Outcome]] = {}
    for effect in ranked.effects:
        if name := effect.decided(answer):
            decided.setdefault(name, []).append(effect.outcome)
    if not decided:
        still = [name for name in OUTCOMES if name != "unknown" and any(name in effect.answers[answer] for effect in ranked.effects)]
        yield from wrap(w.NO_DECISION.in_(language).format(answer=said, outcomes=either(still, labels)), 3)
        return
    n = w.outcomes(sum(map(len, decided.values()))).in_(language)
    yield from wrap(w.DECIDES.in_(language).format(answer=said, n=n), 3)
    yield from _duties(tuple((labels.word(name), decided[name]) for name in OUTCOMES if name in decided), labels, hidden)


def said_as(ranked: Ranked, answer: Answer) -> Text:
    """Give the word for an answer as the question is put."""
    return w.YES if ranked.asked.answer_of(True) is answer else w.NO


def either(outcomes: list[str], labels: Labels) -> str:
    """Give the words of some outcomes of which one comes out."""
    words = [labels.word(name) for name in outcomes]
    return f" {w.OR.in_(labels.language)} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _by_what_may_be(effects: list[Effect], labels: Labels) -> Shown:
    found: dict[str, list[Outcome]] = {}
    for effect in effects:
        words = either([name for name in OUTCOMES if name in effect.answers[Answer.VALUE]], labels)
        found.setdefault(words, []).append(effect.outcome)
    return tuple(found.items())


def _duties(shown: Shown, labels: Labels, hidden: frozenset[str]) -> Iterator[str]:
    """Name duties, those of one kind of outcome together; after a few, how many more outcomes there are."""
    for word, outcomes in shown:
        by_duty: dict[str, list[Outcome]] = {}
        for outcome in labels.tellable(outcomes, hidden):
            by_duty.setdefault(outcome.duty.origins.id, []).append(outcome)
        before = f"– {word}: " if word else "– "
        named = list(by_duty.values())[:SHOWN]
        for same in named:
            yield from wrap(before + labels.duty(same, hidden), 6)
        more = len(outcomes) - sum(map(len, named))
        if more:  # none is named where each would tell of an incident in a unit that is named here
            yield from wrap(before + (w.MORE if named else w.outcomes(more)).in_(labels.language).format(n=more), 6)


def _rest(asking: Asking, labels: Labels) -> Iterator[str]:
    language = labels.language
    if asking.same:
        yield f"{w.SAME.in_(language)}:"
        for outcome, name in asking.same:
            yield from wrap(f"– {labels.word(name)}: {labels.duty([outcome], labels.told_in([outcome]))}", 2)
    if asking.beyond:
        yield from wrap(w.BEYOND.in_(language).format(n=len(asking.beyond)), 0)
    if asking.needless:
        shown = ", ".join(asking.needless[:NAMED])
        more = f", {w.MORE.in_(language).format(n=len(asking.needless) - NAMED)}" if len(asking.needless) > NAMED else ""
        yield from wrap(w.NEEDLESS.in_(language).format(n=len(asking.needless), addresses=shown + more), 0)


def wrap(said: str, indent: int, hanging: int = 2) -> list[str]:
    """Wrap a line, further in from its second line on."""
    pad = " " * indent
    return textwrap.wrap(said, WIDTH, initial_indent=pad, subsequent_indent=pad + " " * hanging, break_long_words=False)
