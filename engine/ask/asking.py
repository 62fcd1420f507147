"""The questions of an assessment, each with what its answers would decide, those first that decide most."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.ask.answers import ANSWERS, Answer, Asked, Asker, Form
from engine.ask.circuit import Laid, lay_out
from engine.ask.completions import Completions, completions
from engine.assessment import Assessment
from engine.collector import paused
from engine.inference.outcome import Outcome

EASIEST = (Form.STATEMENT, Form.FIELD, Form.DOCUMENT, Form.REGISTER)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a question does for one outcome: for each answer the outcomes that stay possible. One alone is decided by that answer.

    ``alone`` says of a value that whatever it is, it decides the outcome without any other answer. ``only_raises`` says that no answer
    can decide the outcome, only call for an investigation or make one needless.
    """

    outcome: Outcome
    answers: Mapping[Answer, tuple[str, ...]]
    alone: bool
    only_raises: bool

    def decided(self, answer: Answer) -> str | None:
        """Give the outcome that an answer decides by itself, if it does; *unknown* is no decision."""
        possible = self.answers[answer]
        return possible[0] if len(possible) == 1 and possible[0] != "unknown" else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question and its effects, in the order of the assessment. ``decides`` counts the outcomes that it takes part in deciding."""

    asked: Asked
    effects: tuple[Effect, ...]

    @property
    def address(self) -> str:
        """The address of the question."""
        return self.asked.question.address

    @property
    def decides(self) -> int:
        """The number of outcomes that it takes part in deciding."""
        return sum(not effect.only_raises for effect in self.effects)

    @property
    def settled(self) -> int:
        """The number of outcomes that its answers decide by themselves, summed over the answers; a value that decides counts twice."""
        by_value = sum(2 for effect in self.effects if effect.alone)
        answers = [(effect, answer) for effect in self.effects for answer in effect.answers if answer is not Answer.VALUE]
        return by_value + sum(effect.decided(answer) is not None for effect, answer in answers)


@dataclass(frozen=True, slots=True)
class Asking:
    """What there is to ask. ``same`` are open outcomes that come out the same whatever is answered, with what comes out; ``beyond`` those
    that no answer can decide (a judgement, a new act, or law that was not read); ``needless`` the addresses of what is open and can't
    matter any more."""

    assessment: Assessment
    questions: tuple[Ranked, ...]
    same: tuple[tuple[Outcome, str], ...]
    beyond: tuple[Outcome, ...]
    needless: tuple[str, ...]
    open: int


@dataclass(slots=True)
class _Gathered:
    effects: dict[str, list[Effect]] = field(default_factory=dict)
    same: list[tuple[Outcome, str]] = field(default_factory=list)
    beyond: list[Outcome] = field(default_factory=list)


def ask(assessment: Assessment, outcomes: Iterable[Outcome] | None = None) -> Asking:
    """Find what can still be asked about the employer's duties (or about some ``outcomes``), what decides most first.

    First comes what decides most by itself: the outcomes that a yes would decide and those that a no would, counted together (where
    each answer is as likely, twice what is decided on average). Then what takes part in deciding most; then what is easiest to answer:
    a statement, a date or number, a document, a whole register; then by address.
    """
    wanted = assessment.outcomes if outcomes is None else outcomes
    chosen = [o for o in wanted if o.is_open and o.duty.bearer == "employer"]
    asker, found = Asker(assessment.case, assessment.rulebase.vocabulary), _Gathered()
    with paused():
        for outcome in chosen:
            _gather(outcome, asker, found)
    ranked = [Ranked(asker.asked[address], tuple(effects)) for address, effects in found.effects.items()]
    ranked.sort(key=lambda r: (-r.settled, -r.decides, -len(r.effects), EASIEST.index(r.asked.form), r.address))
    needless = tuple(sorted(asker.asked.keys() - found.effects.keys()))
    return Asking(assessment, tuple(ranked), tuple(found.same), tuple(found.beyond), needless, len(chosen))


def _gather(outcome: Outcome, asker: Asker, found: _Gathered) -> None:
    laid = lay_out(outcome)
    every = completions(laid.circuit)
    by_question = asker.by_question(laid, outcome.unit)
    possible = every.possible({})
    if len(possible) == 1:
        if possible[0] == "unknown":
            found.beyond.append(outcome)
        else:
            found.same.append((outcome, possible[0]))
        return
    matters = every.matters({})
    askable = {leaf for leaves in by_question.values() for leaf in leaves}
    if not (matters.decide | matters.only_raise) & askable:
        found.beyond.append(outcome)
        return
    for address, leaves in by_question.items():
        decides = not matters.decide.isdisjoint(leaves)
        if decides or not matters.only_raise.isdisjoint(leaves):
            effect = _effect(outcome, laid, every, asker, address, leaves, askable, not decides)
            found.effects.setdefault(address, []).append(effect)


def _effect(
    outcome: Outcome, laid: Laid, every: Completions, asker: Asker, address: str, leaves: list[int], askable: set[int], raises: bool
) -> Effect:
    form = asker.asked[address].form
    never = {impossible.outcome for impossible in outcome.duty.cannot_be}
    answers: dict[Answer, tuple[str, ...]] = {}
    alone = False
    for answer in ANSWERS[form]:
        fixed = asker.fixed(answer, leaves, laid)
        possible = every.possible(fixed)
        answers[answer] = tuple(name for name in possible if name not in never) or possible
        if answer is Answer.VALUE:  # what it is compared with can't be asked about, and follows from it
            rest = every.matters(fixed)
            alone = (rest.decide | rest.only_raise) & askable <= set(leaves)
    return Effect(outcome, answers, alone, raises)


def decided(ranked: Ranked, answer: Answer) -> dict[str, list[Outcome]]:
    """Give what an answer decides by itself: the outcomes, by what comes out."""
    found: dict[str, list[Outcome]] = {}
    for effect in ranked.effects:
        if answer in effect.answers and (name := effect.decided(answer)):
            found.setdefault(name, []).append(effect.outcome)
    return found


def together(ranked: Ranked) -> list[Effect]:
    """Give the effects where no answer decides by itself."""
    return [e for e in ranked.effects if not e.alone and not any(e.decided(answer) for answer in e.answers)]


def wanted_by(ranked: Ranked) -> dict[str, int]:
    """Give the provisions that want a question answered, with how many outcomes each is behind, in the order of the assessment."""
    return dict(Counter(effect.outcome.duty.origins.provisions[0] for effect in ranked.effects))
