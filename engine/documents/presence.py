"""What the case shows to be present, and so what each paper should address; for the shapes to compare.

``marks`` gives the triples. Classes: what a paper is about (``PsychosocialAssessment``, ``ViolenceAssessment`` …), and
when a demand applies to it (``AssessmentOfSeveralFactors``: there may be two relevant factors;
``AssessmentAfterMeasures``: measures against violence were in place; ``AssessmentAfterNewWorkingTime``). Predicates:
``present_factor`` and ``present_item``, what is certainly there in a unit of the paper; ``addresses_factor`` and
``addresses_item``, what the paper takes up itself, or another paper of its kind does for those units; ``expects_party``
and ``took_part``, who should cooperate and who did; ``contains_measure``; ``leaves_open``, as in the graph of the case.
Other documents than mappings, risk assessments and plans are in ``records.py``, the Danish workplace assessment in
``workplace_assessment.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.case.graph import entry_iri, term
from engine.case.model import Case, Entry
from engine.documents.attendance import EMPLOYEES, Attendance
from engine.documents.exposure import exposures
from engine.documents.listed import LISTS, shared_factor
from engine.documents.pooling import compared, pool_of
from engine.documents.reading import (
    ASSESSMENT,
    HARASSMENT,
    HARASSMENT_MEASURES,
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
from engine.documents.records import record_marks
from engine.documents.workplace_assessment import WorkplaceAssessment
from engine.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

Triple = tuple["URIRef", "URIRef", "URIRef"]

KIND = {MAPPING: "Mapping", ASSESSMENT: "Assessment", PLAN: "Plan"}
IN_PLACE = frozenset({"completed", "effect_evaluated"})
CHANGE_SHOWS = {"new_working_time": "working_time", "new_premises": "premises_design", "staffing_change": "staffing",
                "downsizing": "staffing"}
UNIT_SHOWS = {"lone_work": ("lone_working", "staffing_lone_work"), "uses_safety_equipment": ("equipment_maintenance",)}
REPRESENTATIVES = "representatives"


def marks(case: Case, vocabulary: Vocabulary, graph: Graph) -> list[Triple]:
    """Give the triples that say, of each document, what it is about, what it should address and what it does."""
    from rdflib import RDF

    said = Sayings(graph)
    marker = _Marker(case, vocabulary, said)
    found: list[Triple] = [
        (term(cls), term(predicate), term(shared_factor(member, vocabulary)))
        for cls, predicate, name in LISTS for member in vocabulary.collections[name].members
    ]
    danish = WorkplaceAssessment(case, vocabulary, said, marker.papers, marker.present, marker.absent)
    for source in (marker.run(), record_marks(case, vocabulary, said), danish.marks()):
        for entry, predicate, value in source:
            found.append((entry_iri(entry), RDF.type if predicate == "type" else term(predicate), term(value)))
    for plan in case.of(PLAN):
        found += ((entry_iri(plan.id), term("contains_measure"), entry_iri(name)) for name in measures_in(plan, case, said))
    return found


def measures_in(plan: Entry, case: Case, said: Sayings) -> Iterator[str]:
    """Give the measures that are in the same document as a plan, or meet a risk that it meets."""
    risks = said.of(plan.id, "addresses")
    for measure in case.of(MEASURE):
        if set(documents_of(measure)) & set(documents_of(plan)) or said.of(measure.id, "addresses") & risks:
            yield measure.id


class _Marker:
    """What the papers are about, and what the case shows that they should address."""

    def __init__(self, case: Case, vocabulary: Vocabulary, said: Sayings) -> None:
        self.case, self.vocabulary, self.said = case, vocabulary, said
        self.papers = papers(case, vocabulary, said)
        self.present, self.absent = exposures(case)
        self.attendance = Attendance(case, said)
        parties = set(vocabulary.collections["representative_parties"].members)
        self.representatives = any(
            said.holds(entry.id, "in_place") and said.of(entry.id, "is_kind") & parties for entry in case.of("Arrangement")
        )

    def run(self) -> Iterator[tuple[str, str, str]]:
        for paper in self.papers:
            for cls in self._classes(paper):
                yield paper.entry.id, "type", cls
            for predicate, value in self._statements(paper):
                yield paper.entry.id, predicate, value

    def _classes(self, paper: Paper) -> Iterator[str]:
        kind = KIND[paper.entry.cls]
        for about, name in ((paper.psychosocial, "Psychosocial"), (paper.violence, "Violence"), (paper.harassment, "Harassment")):
            if about:
                yield f"{name}{kind}"
        if paper.no_violence_risk:
            yield "NoViolenceRisk"
        if paper.no_harassment_risk:
            yield "NoHarassmentRisk"
        if paper.entry.cls == ASSESSMENT and paper.psychosocial:
            if not self.said.of(paper.entry.id, "follows_mapping"):
                yield "AssessmentWithoutMapping"
            if self._factors_at_most(paper) > 1:
                yield "AssessmentOfSeveralFactors"
            if "working_time" in set().union(*self._changed(paper).values()):
                yield "AssessmentAfterNewWorkingTime"
        if paper.entry.cls == ASSESSMENT and paper.violence and self._measures_before(paper, frozenset({VIOLENCE}), paper.units):
            yield "AssessmentAfterMeasures"

    def _statements(self, paper: Paper) -> Iterator[tuple[str, str]]:
        yield from self._cooperation(paper)
        if paper.entry.cls == ASSESSMENT and len(self._relevant(paper)) < 2:
            yield "leaves_open", "several_factors"
        if paper.entry.cls != PLAN:
            yield from self._factors(paper)
        if paper.entry.cls != MAPPING:
            yield from self._items(paper)
        if paper.entry.cls == ASSESSMENT and paper.harassment:
            shown = {unit: self._harassment_shown(unit, paper) for unit in paper.units}
            elsewhere = pool_of(paper, self.papers, lambda other: other.items)
            yield from compared("harassment_item", paper.items, shown, elsewhere, paper.units)

    def _cooperation(self, paper: Paper) -> Iterator[tuple[str, str]]:
        expected = {EMPLOYEES, REPRESENTATIVES} if self.representatives else {EMPLOYEES}
        took_part, did_not = (
            {party if party == EMPLOYEES else REPRESENTATIVES for party in parties} for parties in self.attendance.of(paper)
        )
        for party in sorted(expected):
            yield "expects_party", party
        for party in sorted(took_part):
            yield "took_part", party
        if not self.attendance.is_complete("participation", paper.units) and expected - took_part - did_not:
            yield "leaves_open", "took_part"

    def _relevant(self, paper: Paper) -> frozenset[str]:
        """Give the factors that a paper takes up or that are certainly present where it applies."""
        return paper.factors.union(*(self.present[unit] for unit in paper.units))

    def _factors_at_most(self, paper: Paper) -> int:
        """Give how many relevant factors there may be: all that nobody rules out for every unit of the paper."""
        ruled_out = set.intersection(*(self.absent[unit] for unit in paper.units)) if paper.units else set()
        return len(self._relevant(paper) | (set(self.vocabulary.collections["factors"].members) - ruled_out))

    def _factors(self, paper: Paper) -> Iterator[tuple[str, str]]:
        others = pool_of(paper, self.papers, lambda other: other.factors)
        settled = {unit: others[unit] | self.absent[unit] for unit in paper.units}
        yield from compared("factor", paper.factors, self.present, settled, paper.units)

    def _items(self, paper: Paper) -> Iterator[tuple[str, str]]:
        wanted = "violence_measure_items" if paper.entry.cls == PLAN else "violence_assessment_items"
        present = self._changed(paper)
        for unit in paper.units:
            for flag, items in UNIT_SHOWS.items():
                present[unit] |= set(items) if self.said.holds(unit, flag) else set()
            present[unit] &= set(self.vocabulary.collections[wanted].members)
        elsewhere = pool_of(paper, self.papers, lambda other: other.items)
        yield from compared("item", paper.items, present, elsewhere, paper.units)

    def _changed(self, paper: Paper) -> dict[str, set[str]]:
        """Give, by unit, the items that a change before the paper shows to be present."""
        shown: dict[str, set[str]] = {unit: set() for unit in paper.units}
        for change in self.case.of("Change"):
            items = {CHANGE_SHOWS[kind] for kind in self.said.of(change.id, "change_kind") & CHANGE_SHOWS.keys()}
            if items and self._is_before(change, paper.entry):
                for unit in shown.keys() & set(units_of(change, self.case)):
                    shown[unit] |= items
        return shown

    def _harassment_shown(self, unit: str, paper: Paper) -> set[str]:
        """Give what the case shows in a unit, of what an assessment of harassment takes account of."""
        shown = set()
        for risk in self.case.of("Risk"):
            concerned = self.said.of(risk.id, "risk_concerns") & HARASSMENT and unit in units_of(risk, self.case)
            if concerned and self.said.holds(risk.id, "caused_by_organisation"):
                shown.add("harassment_work_organisation")
        for incident in self.case.of("Incident"):
            confirmed = self.said.of(incident.id, "reported_as") & HARASSMENT and "confirmed" in self.said.of(incident.id, "in_state")
            if confirmed and unit in units_of(incident, self.case) and self._is_before(incident, paper.entry):
                shown.add("harassment_situations")
        if self._measures_before(paper, HARASSMENT, (unit,)):
            shown.add(HARASSMENT_MEASURES)
        return shown

    def _measures_before(self, paper: Paper, factors: frozenset[str], units: tuple[str, ...]) -> bool:
        """Say whether measures against some factors were in place, in one of these units, when a paper was made."""
        return any(
            self.said.of(measure.id, "has_status") & IN_PLACE and factors & self._acts_on(measure)
            and self._is_before(measure, paper.entry) and set(units_of(measure, self.case)) & set(units)
            for measure in self.case.of(MEASURE)
        )

    def _acts_on(self, measure: Entry) -> frozenset[str]:
        risks = self.said.of(measure.id, "addresses")
        return self.said.of(measure.id, "acts_on").union(*(self.said.of(risk, "risk_concerns") for risk in risks))

    def _is_before(self, entry: Entry, other: Entry) -> bool:
        first, second = self.said.date_of(entry), self.said.date_of(other)
        return first is not None and second is not None and first <= second
