"""What the case shows to be present, and so what each paper should address; for the shapes to compare.

``marks`` gives the triples. Classes: what a paper is about (``PsychosocialAssessment``, ``ViolenceAssessment`` …), and
when a demand applies to it (``AssessmentOfSeveralFactors``: there may be two relevant factors;
``AssessmentAfterMeasures``: measures against violence were in place; ``AssessmentAfterNewWorkingTime``). Predicates:
``present_factor`` and ``present_item``, what is certainly there in a unit of the paper; ``addresses_factor`` and
``addresses_item``, what the paper takes up itself, or another paper of its kind does for those units; ``expects_party``
and ``took_part``, who should cooperate and who did; ``contains_measure``; ``leaves_open``, as in the graph of the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from engine.case.graph import entry_iri, term
from engine.case.model import Case, Entry
from engine.documents.exposure import ByUnit, exposures
from engine.documents.reading import (
    ASSESSMENT,
    MAPPING,
    MEASURE,
    PLAN,
    VIOLENCE,
    Paper,
    Sayings,
    documents_of,
    papers,
    units_of,
)
from engine.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

Triple = tuple["URIRef", "URIRef", "URIRef"]

KIND = {MAPPING: "Mapping", ASSESSMENT: "Assessment", PLAN: "Plan"}
STEP = {MAPPING: "mapping", ASSESSMENT: "risk_assessment", PLAN: "measures"}
IN_PLACE = frozenset({"completed", "effect_evaluated"})
CHANGE_SHOWS = {"new_working_time": "working_time", "new_premises": "premises_design", "staffing_change": "staffing",
                "downsizing": "staffing"}
UNIT_SHOWS = {"lone_work": ("lone_working", "staffing_lone_work"), "uses_safety_equipment": ("equipment_maintenance",)}
LISTS = (  # the class of a paper, the predicate that lists, the collection of the ontology
    ("PsychosocialMapping", "listed_factor", "factors_1A_1"),
    ("AssessmentWithoutMapping", "listed_factor", "factors_1A_1"),
    ("ViolenceAssessment", "listed_item", "violence_assessment_items"),
    ("ViolencePlan", "listed_item", "violence_measure_items"),
)
REPRESENTATIVES = "representatives"


def marks(case: Case, vocabulary: Vocabulary, graph: Graph) -> list[Triple]:
    """Give the triples that say, of each paper, what it is about, what it should address and what it does."""
    return list(_Marker(case, vocabulary, graph).run())


def shared_factor(concept: str, vocabulary: Vocabulary) -> str:
    """Give the factor of the shared scheme that a factor of a regime's list is."""
    matches = vocabulary.concepts[concept].matches
    return next((other for relation, other in matches if relation == "exactMatch"), concept)


class _Marker:
    def __init__(self, case: Case, vocabulary: Vocabulary, graph: Graph) -> None:
        from rdflib import RDF

        self.case, self.vocabulary, self.type = case, vocabulary, RDF.type
        self.said = Sayings(graph)
        self.papers = papers(case, vocabulary, self.said)
        self.present, self.absent = exposures(case)
        parties = set(vocabulary.collections["representative_parties"].members)
        self.representatives = any(
            self.said.holds(entry.id, "in_place") and self.said.of(entry.id, "is_kind") & parties
            for entry in case.of("Arrangement")
        )

    def run(self) -> Iterator[Triple]:
        for cls, predicate, name in LISTS:
            for member in self.vocabulary.collections[name].members:
                yield term(cls), term(predicate), term(shared_factor(member, self.vocabulary))
        for paper in self.papers:
            subject = entry_iri(paper.entry.id)
            for cls in self._classes(paper):
                yield subject, self.type, term(cls)
            for predicate, value in self._statements(paper):
                yield subject, term(predicate), term(value)
            if paper.entry.cls == PLAN:
                for measure in self._measures_in(paper.entry):
                    yield subject, term("contains_measure"), entry_iri(measure.id)

    def _classes(self, paper: Paper) -> Iterator[str]:
        kind = KIND[paper.entry.cls]
        if paper.psychosocial:
            yield f"Psychosocial{kind}"
        if paper.violence:
            yield f"Violence{kind}"
        if paper.no_violence_risk:
            yield "NoViolenceRisk"
        if paper.entry.cls == ASSESSMENT and paper.psychosocial:
            if not self.said.of(paper.entry.id, "follows_mapping"):
                yield "AssessmentWithoutMapping"
            if self._factors_at_most(paper) > 1:
                yield "AssessmentOfSeveralFactors"
            if "working_time" in set().union(*self._changed(paper).values()):
                yield "AssessmentAfterNewWorkingTime"
        if paper.entry.cls == ASSESSMENT and paper.violence and self._measures_before(paper):
            yield "AssessmentAfterMeasures"

    def _statements(self, paper: Paper) -> Iterator[tuple[str, str]]:
        expected = {"employees", REPRESENTATIVES} if self.representatives else {"employees"}
        took_part, did_not = self._parties(paper)
        for party in sorted(expected):
            yield "expects_party", party
        for party in sorted(took_part):
            yield "took_part", party
        if not self._is_complete("participation", paper.units) and expected - took_part - did_not:
            yield "leaves_open", "took_part"
        if paper.entry.cls == ASSESSMENT and len(self._relevant(paper)) < 2:
            yield "leaves_open", "several_factors"
        if paper.entry.cls != PLAN:
            yield from self._factors(paper)
        if paper.entry.cls != MAPPING:
            yield from self._items(paper)

    def _relevant(self, paper: Paper) -> frozenset[str]:
        """Give the factors that a paper takes up or that are certainly present where it applies."""
        return paper.factors.union(*(self.present[unit] for unit in paper.units))

    def _factors_at_most(self, paper: Paper) -> int:
        """Give how many relevant factors there may be: all that nobody rules out for every unit of the paper."""
        ruled_out = set.intersection(*(self.absent[unit] for unit in paper.units)) if paper.units else set()
        return len(self._relevant(paper) | (set(self.vocabulary.collections["factors"].members) - ruled_out))

    def _factors(self, paper: Paper) -> Iterator[tuple[str, str]]:
        others = self._pool(paper, lambda other: other.factors)
        settled = {unit: others[unit] | self.absent[unit] for unit in paper.units}
        yield from self._compare("factor", paper.factors, self.present, settled, paper.units)

    def _items(self, paper: Paper) -> Iterator[tuple[str, str]]:
        wanted = "violence_measure_items" if paper.entry.cls == PLAN else "violence_assessment_items"
        present = self._changed(paper)
        for unit in paper.units:
            for flag, items in UNIT_SHOWS.items():
                present[unit] |= set(items) if self.said.holds(unit, flag) else set()
            present[unit] &= set(self.vocabulary.collections[wanted].members)
        others = self._pool(paper, lambda other: other.items)
        yield from self._compare("item", paper.items, present, others, paper.units)

    def _compare(
        self, what: str, own: frozenset[str], present: ByUnit, elsewhere: ByUnit, units: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        """Give what is present in the units, and what is addressed: here, or elsewhere for each unit it matters in."""
        there: dict[str, list[str]] = defaultdict(list)
        for unit in units:
            for name in present[unit]:
                there[name].append(unit)
        known = set().union(*(elsewhere[unit] for unit in units))
        addressed = own | {name for name in known if all(name in elsewhere[unit] for unit in there.get(name, units))}
        for name in sorted(there):
            yield f"present_{what}", name
        for name in sorted(addressed):
            yield f"addresses_{what}", name

    def _pool(self, paper: Paper, said: Callable[[Paper], frozenset[str]]) -> dict[str, set[str]]:
        """Give, by unit, what the other papers of the same kind say."""
        pool: dict[str, set[str]] = {unit: set() for unit in paper.units}
        for other in self.papers:
            if other is not paper and other.entry.cls == paper.entry.cls:
                for unit in pool.keys() & set(other.units):
                    pool[unit] |= said(other)
        return pool

    def _changed(self, paper: Paper) -> dict[str, set[str]]:
        """Give, by unit, the items that a change before the paper shows to be present."""
        shown: dict[str, set[str]] = {unit: set() for unit in paper.units}
        for change in self.case.of("Change"):
            items = {CHANGE_SHOWS[kind] for kind in self.said.of(change.id, "change_kind") & CHANGE_SHOWS.keys()}
            if items and self._is_before(change, paper.entry):
                for unit in shown.keys() & set(units_of(change, self.case)):
                    shown[unit] |= items
        return shown

    def _measures_before(self, paper: Paper) -> bool:
        """Say whether measures against violence were in place, in a unit of the paper, when it was made."""
        return any(
            self.said.of(measure.id, "has_status") & IN_PLACE and VIOLENCE in self._acts_on(measure)
            and self._is_before(measure, paper.entry) and set(units_of(measure, self.case)) & set(paper.units)
            for measure in self.case.of(MEASURE)
        )

    def _acts_on(self, measure: Entry) -> frozenset[str]:
        risks = self.said.of(measure.id, "addresses")
        return self.said.of(measure.id, "acts_on").union(*(self.said.of(risk, "risk_concerns") for risk in risks))

    def _is_before(self, entry: Entry, other: Entry) -> bool:
        first, second = self.said.date_of(entry), self.said.date_of(other)
        return first is not None and second is not None and first <= second

    def _is_complete(self, register: str, units: tuple[str, ...]) -> bool:
        """Say whether somebody says that a register is complete for these units."""
        said = [statement for statement in self.case.completeness if statement.register == register]
        covered = {unit for statement in said for unit in statement.complete_for or units}
        return set(units) <= covered

    def _parties(self, paper: Paper) -> tuple[set[str], set[str]]:
        """Give the parties that took part in this step for a unit of the paper, and those recorded as not.

        What does not say which step it belongs to may belong to this one.
        """
        took_part, did_not = set[str](), set[str]()
        step = STEP[paper.entry.cls]
        steps = {f"psychosocial_{step}", *((f"violence_{step}",) if paper.violence or not paper.psychosocial else ())}
        for entry in self.case.of("Participation"):
            named = self.said.of(entry.id, "in_step")
            unnamed = not named or self.said.is_open(entry.id, "in_step")
            same_paper = set(documents_of(entry)) & set(documents_of(paper.entry))
            here = set(units_of(entry, self.case)) & set(paper.units)
            if here and (named & steps or unnamed or same_paper):
                party = "employees" if "employees" in self.said.of(entry.id, "from_party") else REPRESENTATIVES
                (did_not if self.said.denies(entry.id, "took_place") else took_part).add(party)
        return took_part, did_not

    def _measures_in(self, plan: Entry) -> Iterator[Entry]:
        """Give the measures that are in the same document as a plan, or meet a risk that it meets."""
        risks = self.said.of(plan.id, "addresses")
        for measure in self.case.of(MEASURE):
            if set(documents_of(measure)) & set(documents_of(plan)) or self.said.of(measure.id, "addresses") & risks:
                yield measure
