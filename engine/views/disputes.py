"""What hangs on a dispute between the employer and the safety representative: the case assessed as each of them states it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.assessment import Assessment, groundwork
from engine.case.facts import Facts, Key, Said
from engine.inference.outcome import Outcome
from engine.language.syntax import Sentence
from engine.truth import Truth
from engine.views.partial import Traces, decided, duties_in, reached
from engine.views.parties import PARTIES


@dataclass(frozen=True, slots=True)
class Disputed:
    """A statement that the parties contradict each other about: what each says, in the order of ``PARTIES``, and its source."""

    key: Key
    said: tuple[tuple[Truth, Said | None], ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """An outcome that rests on disputed statements, with what it is as each party states the case (None where it doesn't arise)."""

    id: str
    outcomes: tuple[str | None, ...]
    shown: Outcome
    statements: tuple[Key, ...]

    @property
    def hangs(self) -> bool:
        """Say whether the outcome hangs on the dispute: it is another one by the other party's word."""
        return len(set(self.outcomes)) > 1


@dataclass(frozen=True, slots=True)
class Disputes:
    """The disputed statements of a case, and the outcomes that rest on them: those that hang on the dispute, and those that hold either
    way. ``untouched`` is how many outcomes rest on none."""

    statements: tuple[Disputed, ...]
    rests: tuple[Rests, ...]
    untouched: int

    @property
    def hanging(self) -> tuple[Rests, ...]:
        """Give the outcomes that are another by the other party's word."""
        return tuple(each for each in self.rests if each.hangs)

    @property
    def either_way(self) -> tuple[Rests, ...]:
        """Give the outcomes that rest on a disputed statement and are the same by both parties' word."""
        return tuple(each for each in self.rests if not each.hangs)


def disputed(facts: Facts) -> tuple[Key, ...]:
    """Give the statements that both parties speak of and that are disputed, in order."""
    found = [key for key, said in facts.said.items() if said.how == "disputed" and set(PARTIES) <= set(said.who)]
    return tuple(sorted(found, key=lambda key: tuple(part or "" for part in key)))


def disputes(assessment: Assessment) -> Disputes | None:
    """Compare what a case comes to as each party states it; None where the parties agree, or a party's view was asked for."""
    keys = disputed(assessment.facts)
    if not keys or assessment.case.view:
        return None
    case = assessment.case
    grounds = [
        groundwork(replace(case, view=party), assessment.rulebase, assessment.law_date, case.regimes) for party in PARTIES
    ]
    facts = [ground.facts for ground in grounds]
    statements = tuple(Disputed(key, tuple((each.truth(*key), each.source(*key)) for each in facts)) for key in keys)
    apart = _apart(*facts)
    within = reached(assessment, lambda sentence: _speaks_of(sentence, apart))
    duties = duties_in(within, assessment)
    sides = [decided(ground, assessment, duties, within) for ground in grounds]
    shown = {outcome.id: outcome for outcome in assessment.outcomes if outcome.duty.origins.id in duties}
    every = {**sides[1], **sides[0], **shown}
    traces = Traces(lambda key: key if key in set(keys) else None)
    rests = []
    for id_ in _in_order(every, assessment):
        rows = [side.get(id_) for side in sides]
        outcomes = tuple(row.outcome if row else None for row in rows)
        found = frozenset[object]().union(*(traces.of(row) for row in (shown.get(id_), *rows) if row))
        on = tuple(key for key in keys if key in found)
        if on or len(set(outcomes)) > 1:
            rests.append(Rests(id_, outcomes, every[id_], on or keys))
    ids = {each.id for each in rests}
    return Disputes(statements, tuple(rests), sum(o.id not in ids for o in assessment.outcomes))


def _apart(one: Facts, two: Facts) -> frozenset[str]:
    """Give the properties that the two views tell apart: the disputed ones, and what the case itself computes from them."""
    return frozenset(name for name in {*one.known, *two.known} if one.known.get(name, {}) != two.known.get(name, {}))


def _speaks_of(sentence: Sentence, properties: frozenset[str]) -> bool:
    return sentence.property in properties


def _in_order(ids: Iterable[str], assessment: Assessment) -> list[str]:
    """Order outcomes as the assessment does; those that it doesn't have come last, by their address."""
    place = {outcome.id: number for number, outcome in enumerate(assessment.outcomes)}
    return sorted(ids, key=lambda id_: (place.get(id_, len(place)), id_))
