"""What the graph of a case says of each entry and each paper, to judge what a paper should address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.case.graph import CASE
from engine.case.model import Case, Entry
from engine.turtle import NAMESPACE
from engine.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph

MAPPING, ASSESSMENT, PLAN, MEASURE = "Mapping", "RiskAssessment", "Plan", "Measure"
VIOLENCE, EXISTING_MEASURES, PLANNED_MEASURES = "violence", "existing_measures_effect", "planned_measures_effect"
HARASSMENT, HARASSMENT_MEASURES = frozenset({"harassment", "sexual_harassment"}), "harassment_measures_effect"
TRUE, FALSE = "true", "false"


class Sayings:
    """What the case settles, by entry and property; what it leaves open is in ``leaves_open``."""

    def __init__(self, graph: Graph) -> None:
        self._said: dict[tuple[str, str], set[str]] = defaultdict(set)
        for subject, predicate, value in graph:
            key = (str(subject).removeprefix(CASE), str(predicate).removeprefix(NAMESPACE))
            self._said[key].add(str(value).removeprefix(NAMESPACE).removeprefix(CASE))

    def of(self, entry: str, *properties: str) -> frozenset[str]:
        """Give the values of an entry's properties: ids of concepts and entries, and text."""
        return frozenset().union(*(self._said.get((entry, name), ()) for name in properties))

    def holds(self, entry: str, flag: str) -> bool:
        """Say whether a flag is yes."""
        return TRUE in self._said.get((entry, flag), ())

    def denies(self, entry: str, flag: str) -> bool:
        """Say whether a flag is no."""
        return FALSE in self._said.get((entry, flag), ())

    def is_open(self, entry: str, name: str) -> bool:
        """Say whether the case leaves a property of an entry open."""
        return name in self._said.get((entry, "leaves_open"), ())

    def date_of(self, entry: Entry) -> str | None:
        """Give the date of an entry, else of a document that it was read from."""
        dates = (self.of(name, "dated") for name in (entry.id, *documents_of(entry)))
        return next((min(found) for found in dates if found), None)


@dataclass(frozen=True, slots=True)
class Paper:
    """A mapping, a risk assessment or a plan: the units it covers, what it takes up, and what it is about."""

    entry: Entry
    units: tuple[str, ...]
    factors: frozenset[str]
    items: frozenset[str]
    psychosocial: bool
    violence: bool
    harassment: bool = False
    no_violence_risk: bool = False
    no_harassment_risk: bool = False


def units_of(entry: Entry, case: Case) -> tuple[str, ...]:
    """Give the units an entry is about; without any it is about all."""
    return entry.units if entry.units is not None else tuple(unit.id for unit in case.units)


def documents_of(entry: Entry) -> tuple[str, ...]:
    """Give the documents an entry was read from, each once."""
    return tuple(dict.fromkeys(evidence.document for evidence in entry.evidence))


def papers(case: Case, vocabulary: Vocabulary, said: Sayings) -> list[Paper]:
    """Give every mapping, risk assessment and plan of a case."""
    found = [_paper(entry, case, vocabulary, said) for cls in (MAPPING, ASSESSMENT) for entry in case.of(cls)]
    return found + [_plan(entry, case, vocabulary, said) for entry in case.of(PLAN)]


def with_narrower(factors: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Add the factors that a broader one among these takes in: who assesses harassment assesses sexual harassment."""
    named = set(factors)
    narrower = (
        name for name in vocabulary.collections["factors"].members
        if any(relation == "broader" and other in named for relation, other in vocabulary.concepts[name].matches)
    )
    return frozenset((*named, *narrower))


def _paper(entry: Entry, case: Case, vocabulary: Vocabulary, said: Sayings) -> Paper:
    """A paper on violence or harassment alone answers to the chapters on these only, not to what all factors want."""
    factors = said.of(entry.id, "covers_factor", "found", "assesses")
    no_violence, no_harassment = said.holds(entry.id, "finds_no_violence_risk"), said.holds(entry.id, "finds_no_harassment_risk")
    on_violence = no_violence or said.holds(entry.id, "covers_violence")
    on_harassment = no_harassment or said.holds(entry.id, "covers_harassment")
    special = frozenset({VIOLENCE} if on_violence else ()) | (HARASSMENT if on_harassment else frozenset())
    items = said.of(entry.id, "considers", "reasons_irrelevant")
    if said.holds(entry.id, "considers_existing_measures") or PLANNED_MEASURES in items:
        items |= {EXISTING_MEASURES, HARASSMENT_MEASURES}
    return Paper(
        entry, units_of(entry, case), with_narrower(factors | special, vocabulary), items,
        psychosocial=not (special and factors <= special),
        violence=not no_violence and (on_violence or said.is_open(entry.id, "covers_violence")),
        harassment=not no_harassment and (on_harassment or said.is_open(entry.id, "covers_harassment")),
        no_violence_risk=no_violence, no_harassment_risk=no_harassment,
    )


def _plan(entry: Entry, case: Case, vocabulary: Vocabulary, said: Sayings) -> Paper:
    """A plan is against violence when a risk it meets is one of violence, or when it considers the items of § 3A-3."""
    risks = said.of(entry.id, "addresses")
    concerns = [said.of(risk, "risk_concerns") for risk in sorted(risks)]
    own = said.of(entry.id, "considers", "reasons_irrelevant")
    assessments = frozenset().union(*(said.of(risk, "assessed_in") for risk in risks))
    listed = set(vocabulary.collections["violence_measure_items"].members)
    return Paper(
        entry, units_of(entry, case), frozenset(),
        own.union(*(said.of(name, "considers", "reasons_irrelevant") for name in assessments)),
        psychosocial=not risks or any(not factors or not factors <= HARASSMENT | {VIOLENCE} for factors in concerns),
        violence=bool(own & listed) or any(VIOLENCE in factors for factors in concerns),
        harassment=any(HARASSMENT & factors for factors in concerns),
    )
