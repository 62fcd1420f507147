"""What could help where a duty about plans and measures is breached or to be investigated: measures of the catalogue, never demands.

Nothing is reasoned here: which factors an outcome is about is read off its scope, its proof and the exposures of its unit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.assessment import Assessment
from engine.case.facts import is_stand_in
from engine.catalogue.model import FACTOR_LISTS, Content
from engine.catalogue.select import SHARED, rank, select, shared_factors
from engine.catalogue.words import LEVELS, STAGES
from engine.documents.exposure import exposures
from engine.inference.outcome import Outcome
from engine.language.syntax import Condition, Const, Duty, Exists, Sentence
from engine.language.walk import every
from engine.proof.node import Node
from engine.text import Language, Text
from engine.truth import Truth

ABOUT = ("Plan", "Measure")  # a duty that asks for one of these is about plans and measures


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A measure that could help, with the widest level and the earliest stage that its source names."""

    id: str
    title: Text
    level: str = ""
    stage: str = ""
    source: str = ""

    def note(self, language: Language) -> str:
        """Say at which level and stage it works, and where it is from."""
        level = LEVELS[self.level].in_(language) if self.level else ""
        stage = STAGES[self.stage].in_(language) if self.stage else ""
        return "; ".join(part for part in (level, stage, self.source) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """Suggestions, the first the best; ``asked`` are the arguments with which the catalogue gives those of the factors."""

    all: tuple[Suggestion, ...]
    asked: str


class Suggestions:
    """Finds suggestions for the outcomes of one assessment. The catalogue is read when the first duty asks for it."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.vocabulary = assessment.rulebase.vocabulary
        self._about: dict[str, bool] = {}

    def of(self, outcome: Outcome) -> tuple[Suggestion, ...]:
        """Give the suggestions for one outcome."""
        return self.together([outcome]).all

    def together(self, outcomes: Sequence[Outcome]) -> Found:
        """Give the suggestions for several outcomes of a duty, each once: its own measures, then those of the catalogue."""
        duty = outcomes[0].duty
        own = tuple(self._own(concept) for concept in duty.measures)
        if not self._is_about_measures(duty):
            return Found(own, "")
        factors = {factor for outcome in outcomes for factor in self.factors(outcome)}
        if not factors:
            return Found(own, "")
        base = self.assessment.rulebase
        contents = select(base.catalogue, self.vocabulary, factors, types=("measure",))
        ordered = sorted(contents, key=lambda content: self._order(content, factors))
        asked = [f"--factor {factor}" for factor in self._shared if factor in factors]
        return Found((*own, *map(_suggestion, ordered)), " ".join([*asked, "--type measure"]))

    def factors(self, outcome: Outcome) -> frozenset[str]:
        """Give the factors that an outcome is about, in the shared scheme.

        Those that its scope or its duty names; else those of the risks it is about; else those that its unit is exposed to.
        """
        found = {entity for entity in outcome.env.values() if entity in self._factors} or self._named(outcome.duty)
        if not found:
            risks = self._risks(outcome.env.values()) or self._risks(_decisive(outcome))
            found = {factor for risk in risks for factor in self._of_risk(risk)}
        if not found:
            units = [outcome.unit] if outcome.unit else list(self._exposed)
            found = {factor for unit in units for factor in self._exposed.get(unit, ())}
        return frozenset(shared for factor in found for shared in shared_factors(factor, self.vocabulary))

    def _own(self, concept: str) -> Suggestion:
        term = self.vocabulary.concepts[concept]
        return Suggestion(concept, term.label, source=next(iter(term.source), ""))

    def _order(self, content: Content, factors: set[str]) -> tuple[object, ...]:
        """Rank as the catalogue does, and among equals those first that speak to most of the factors."""
        level, stage, *rest = rank(content)
        return level, stage, -len(factors & set(content.factors)), rest

    def _is_about_measures(self, duty: Duty) -> bool:
        found = self._about.get(duty.origins.id)
        if found is None:
            asked = every([*duty.requires, *duty.met_when, *_flat(duty.breach_when), *_flat(duty.suspicion_when)])
            found = any(isinstance(each, Exists) and each.var.type in ABOUT for each in asked)
            self._about[duty.origins.id] = found
        return found

    def _named(self, duty: Duty) -> set[str]:
        """Give the factors that the scope and the gate of a duty name: a duty about violence speaks of violence alone."""
        joins = [join for each in duty.scope for join in each.joins]
        sentences = (each for each in every([*joins, *duty.when]) if isinstance(each, Sentence))
        return {each.object.concept for each in sentences if isinstance(each.object, Const)} & self._factors

    def _risks(self, entities: Iterable[str]) -> list[str]:
        classes = self.assessment.facts.classes
        return [each for each in dict.fromkeys(entities) if classes.get(each) == "Risk" and not is_stand_in(each)]

    def _of_risk(self, risk: str) -> Iterator[str]:
        entry = self.assessment.case.entries.get(risk)
        given = entry.fields.get("factors") if entry else None
        yield from (str(value) for value in given.values if str(value) in self._factors) if given else ()

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        return self.vocabulary.collections[SHARED].members

    @cached_property
    def _factors(self) -> set[str]:
        lists = self.vocabulary.collections
        return {member for name in FACTOR_LISTS if name in lists for member in lists[name].members}

    @cached_property
    def _exposed(self) -> dict[str, set[str]]:
        return exposures(self.assessment.case)[0]


def _suggestion(content: Content) -> Suggestion:
    level, stage = next(iter(content.levels), ""), next(iter(content.stages), "")
    return Suggestion(content.id, content.title, level, stage, str(content.seeds[0]))


def _flat(grounds: tuple[tuple[Condition, ...], ...]) -> list[Condition]:
    return [condition for ground in grounds for condition in ground]


def _decisive(outcome: Outcome) -> list[str]:
    """Give what the true part of the reason is about: the breach, or the suspicion."""
    found: list[str] = []
    waiting: list[Node] = [outcome.breach if outcome.outcome == "breach" else outcome.suspicion]
    while waiting:
        node = waiting.pop()
        if node.truth is Truth.YES:
            found += node.bindings.values()
            waiting += node.premises
    return found
