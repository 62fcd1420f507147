"""Which conclusions hang on a named interpretation of the law: each is tried with the interpretation switched, and nothing else."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial

from engine.assessment import Assessment, Groundwork
from engine.case.facts import Facts, Key, Said
from engine.case.model import ENTERPRISE, Case
from engine.impact.cone import Cone
from engine.inference.outcome import Outcome
from engine.language.syntax import Const, Sentence
from engine.truth import Truth
from engine.views.partial import Traces, before_rules, decided, duties_in, reached, same_truths, speaking
from engine.vocabulary.model import Vocabulary

READS = "reads_law_by"
COLLECTION = "interpretations"
NONE = ("none",)  # what a case that judges by no named interpretation names; the empty tuple stands for all


@dataclass(frozen=True, slots=True)
class Hangs:
    """An interpretation that makes a difference: ``used`` says whether the case is judged by it, ``otherwise`` gives the outcome if that
    were the other way round (None where there is no such outcome then)."""

    interpretation: str
    used: bool
    otherwise: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an outcome owes to interpretations: ``tried`` are those in its proof, ``hangs`` those of them that it is only given by.

    Where none hangs, the outcome is the same under every interpretation.
    """

    tried: tuple[str, ...]
    hangs: tuple[Hangs, ...]


def chosen(case: Case, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the interpretations that a case is judged by: all of them, unless it names some."""
    members = vocabulary.collections[COLLECTION].members
    return tuple(name for name in members if not case.interpretations or name in case.interpretations)


def switched(case: Case, vocabulary: Vocabulary, interpretation: str) -> Case:
    """Give the case judged without an interpretation that it is judged by, or else with it."""
    members, now = vocabulary.collections[COLLECTION].members, chosen(case, vocabulary)
    kept = tuple(name for name in members if (name in now) is not (name == interpretation))
    return replace(case, interpretations=kept or NONE)


def readings(assessment: Assessment) -> dict[str, Reading]:
    """Give, by address, what each outcome in whose proof an interpretation occurs owes to it.

    Only duties that can rest on the interpretation are decided again; the documents say the same under any.
    """
    vocabulary, case = assessment.rulebase.vocabulary, assessment.case
    members = vocabulary.collections[COLLECTION].members
    used = chosen(case, vocabulary)
    traces = Traces(_interpretation)
    tried: dict[str, list[str]] = {}
    hangs: dict[str, list[Hangs]] = {}
    for name in members:
        within = reached(assessment, partial(_reads_by, name))
        duties = duties_in(within, assessment)
        concerned = [o for o in assessment.outcomes if o.duty.origins.id in duties and name in traces.of(o)]
        for outcome in concerned:
            tried.setdefault(outcome.id, []).append(name)
        others = _switched(assessment, name, concerned, within) if concerned else {}
        for outcome in concerned if others else ():
            other = others.get(outcome.id)
            if other is None or other.outcome != outcome.outcome:
                hangs.setdefault(outcome.id, []).append(Hangs(name, name in used, _word(other)))
    return {id_: Reading(tuple(names), tuple(hangs.get(id_, ()))) for id_, names in tried.items()}


def _switched(assessment: Assessment, name: str, concerned: list[Outcome], within: Cone) -> dict[str, Outcome]:
    """Decide the outcomes concerned with an interpretation switched; empty where that makes no difference to any of them.

    First the duties that come to the interpretation themselves: where each of those is the same in every part, so is whatever asks about
    them, and the rest is not decided again.
    """
    case = switched(assessment.case, assessment.rulebase.vocabulary, name)
    facts = before_rules(assessment)
    _judge(facts, name, case)
    ground = Groundwork(case, assessment.law_date, assessment.findings, facts)
    first = set(speaking(assessment, partial(_reads_by, name)))
    found = decided(ground, assessment, first, within)
    now = {outcome.id: outcome for outcome in assessment.outcomes if outcome.duty.origins.id in first}
    if all(same_truths(now.get(id_), found.get(id_)) for id_ in {*now, *found}):
        return {}
    return decided(ground, assessment, {o.duty.origins.id for o in concerned}, within)


def _judge(facts: Facts, name: str, case: Case) -> None:
    """Let facts say that the case is judged by an interpretation, or that it is not, as the case now says."""
    entities = (ENTERPRISE, *(unit.id for unit in case.units))
    told = {(entity, name) for entity in entities}
    facts.known[READS] = {key: truth for key, truth in facts.known[READS].items() if key not in told}
    facts.by_object[READS] = defaultdict(list, {obj: list(them) for obj, them in facts.by_object[READS].items() if obj != name})
    facts.by_subject[READS] = defaultdict(
        list, {entity: [obj for obj in them if obj != name] for entity, them in facts.by_subject[READS].items()}
    )
    for entity in entities:
        facts.add(READS, entity, name, Truth.YES if name in case.interpretations else Truth.NO, Said("computed"))


def _word(outcome: Outcome | None) -> str | None:
    return outcome.outcome if outcome else None


def _interpretation(key: Key) -> str | None:
    return key[2] if key[0] == READS else None


def _reads_by(name: str, sentence: Sentence) -> bool:
    return sentence.property == READS and isinstance(sentence.object, Const) and sentence.object.concept == name
