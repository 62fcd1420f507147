"""The Danish workplace assessment (APV): what its mappings, risk assessments and plans show, together.

Mappings, assessments and plans of the case are its parts, whatever they are called. Influences are those of the Danish
order where it has rules for them, else the factor itself. ``expects_phase_party`` and ``took_part_in_phase``: the working
environment organisation, or the employees where there is none. ``shows``: whether sickness absence is in it, and judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.case.collect import PLAN_FIELDS
from engine.case.model import ENTERPRISE, Case, Entry
from engine.documents.attendance import EMPLOYEES, Attendance
from engine.documents.exposure import ByUnit
from engine.documents.pooling import compared, pool_of
from engine.documents.reading import ASSESSMENT, MAPPING, MEASURE, PLAN, Paper, Sayings
from engine.vocabulary.model import Vocabulary

AMO, REPRESENTATIVE = "amo_party", "safety_representative"
RISKS = {
    "dk_factor_workload": "WorkloadRisk", "dk_factor_unclear_demands": "UnclearDemandsRisk",
    "dk_factor_emotional_demands": "EmotionalDemandsRisk", "dk_factor_offensive_acts": "OffensiveActsRisk",
    "dk_factor_violence": "OutsiderViolenceRisk",
}
READERS = {
    "plan_available_managers": "plan_open_to_managers", "plan_available_employees": "plan_open_to_employees",
    "plan_available_authority": "plan_open_to_authority",
}
DONE = frozenset({"completed", "effect_evaluated"})
ABSENCE, JUDGED = "sickness_absence", "sickness_absence_judged"
Mark = tuple[str, str, str]


class WorkplaceAssessment:
    """Reads the workplace assessment of one case."""

    def __init__(
        self, case: Case, vocabulary: Vocabulary, said: Sayings, papers: list[Paper], present: ByUnit, absent: ByUnit
    ) -> None:
        self.case, self.said, self.papers, self.present, self.absent = case, said, papers, present, absent
        self.attendance = Attendance(case, said)
        self.influences = {
            factor: influence for influence in vocabulary.collections["danish_influences"].members
            for relation, factor in vocabulary.concepts[influence].matches if factor in vocabulary.collections["factors"].members
        }
        self.prevention = {  # what is a factor elsewhere and a preventive measure in Denmark
            factor for member in vocabulary.collections["dk_prevention"].members
            for _, factor in vocabulary.concepts[member].matches
        }

    def marks(self) -> Iterator[Mark]:
        """Give what the shapes of the Danish law compare: entry, predicate and value; nothing for other cases."""
        if "dk" not in self.case.regimes:
            return
        for paper in self.papers:
            marks = self._plan(paper) if paper.entry.cls == PLAN else self._survey(paper) if paper.psychosocial else ()
            for predicate, value in (*marks, *self._phase(paper)):
                yield paper.entry.id, predicate, value
        for risk in self.case.of("Risk"):
            for predicate, value in self._risk(risk):
                yield risk.id, predicate, value
        for measure in self.case.of(MEASURE):
            if self.said.of(measure.id, "has_status") & DONE:
                yield measure.id, "type", "MeasureCarriedOut"

    def _named(self, factors: frozenset[str] | set[str]) -> frozenset[str]:
        return frozenset(self.influences.get(factor, factor) for factor in factors)

    def _survey(self, paper: Paper) -> Iterator[tuple[str, str]]:
        """A mapping or a risk assessment: the influences it takes up, and sickness absence."""
        yield "type", "WorkplaceMapping" if paper.entry.cls == MAPPING else "WorkplaceRiskAssessment"
        others = pool_of(paper, self.papers, lambda other: self._named(other.factors))
        settled = {unit: others[unit] | self._named(self.absent[unit]) for unit in paper.units}
        present = {unit: set(self._named(self.present[unit] - self.prevention)) for unit in paper.units}
        yield from compared("influence", self._named(paper.factors), present, settled, paper.units)
        if paper.entry.cls == MAPPING:
            judged = self._covered(paper, lambda other: self.said.holds(other.entry.id, JUDGED), (MAPPING, ASSESSMENT))
            if judged:
                yield "shows", JUDGED
            if judged or self._covered(paper, lambda other: ABSENCE in self.said.of(other.entry.id, "draws_on"), (MAPPING,)):
                yield "shows", ABSENCE
                yield "type", "MappingWithAbsence"

    def _covered(self, paper: Paper, shows: Callable[[Paper], bool], kinds: tuple[str, ...]) -> bool:
        """Say whether papers of some kinds show a thing for every unit of a paper."""
        units = {unit for other in self.papers if other.entry.cls in kinds and shows(other) for unit in other.units}
        return set(paper.units) <= units

    def _plan(self, paper: Paper) -> Iterator[tuple[str, str]]:
        """A plan is an action plan unless all its problems were solved at once, or need nothing done."""
        plan, risks = paper.entry, self.said.of(paper.entry.id, "addresses")
        if not risks or any(self._unsolved(risk) for risk in risks):
            yield "type", "ActionPlan"
        kin = {risk: [other for other in self.case.of(PLAN) if risk in self.said.of(other.id, "addresses")] for risk in risks}
        shared = [set().union(*(self._describes(other) for other in plans)) for plans in kin.values()]
        for item in sorted(self._describes(plan) | (set.intersection(*shared) if shared else set())):
            yield "addresses_plan_item", item
        for flag, reader in READERS.items():
            if all(self.said.holds(unit, flag) for unit in paper.units):
                yield "open_to", reader
            if any(self.said.denies(unit, flag) for unit in paper.units):
                yield "withheld_from", reader

    def _unsolved(self, risk: str) -> bool:
        return not self.said.holds(risk, "solved_at_once") and not self.said.denies(risk, "needs_action")

    def _describes(self, plan: Entry) -> set[str]:
        """Give the items of an action plan that a plan, its measures or its risks describe."""
        risks = self.said.of(plan.id, "addresses")
        measures = [measure.id for measure in self.case.of(MEASURE) if self.said.of(measure.id, "addresses") & risks]
        found = set(self.said.of(plan.id, "describes"))
        found |= {item for field, item in PLAN_FIELDS.items() if self.said.of(plan.id, field)}
        for field in ("responsible", "deadline"):
            if measures and all(self.said.of(measure, field) for measure in measures):
                found.add(PLAN_FIELDS[field])
        return found | ({"solved_how"} if measures else set())

    def _risk(self, risk: Entry) -> Iterator[tuple[str, str]]:
        """A risk is one of an influence; the assessment it stands in may weigh prevention and combination for all of them."""
        classes = sorted(self._named(self.said.of(risk.id, "risk_concerns")) & RISKS.keys())
        if not classes:
            return
        yield from (("type", RISKS[name]) for name in classes)
        weighed = set(self.said.of(risk.id, "weighs"))
        assessments = self.said.of(risk.id, "assessed_in")
        if self.said.of(risk.id, "effect_of_measures") or any(self.said.holds(name, "considers_existing_measures") for name in assessments):
            weighed.add("weight_prevention")
        if any(self.said.holds(name, flag) for name in assessments for flag in ("assesses_mutual", "assesses_together")):
            weighed.add("weight_combination")
        yield from (("addresses_weight", name) for name in sorted(weighed))

    def _phase(self, paper: Paper) -> Iterator[tuple[str, str]]:
        """Who should take part, and did: the organisation or, where there is none, the employees."""
        took_part, did_not = self.attendance.of(paper)
        has_none = self.said.denies(ENTERPRISE, "amo_in_place")
        expected = AMO if self.said.holds(ENTERPRISE, "amo_in_place") else EMPLOYEES
        met = took_part & ({AMO} if expected == AMO else {EMPLOYEES} if has_none else {EMPLOYEES, AMO})
        yield "expects_phase_party", expected
        if met:
            yield "took_part_in_phase", expected
        sure = expected in did_not or self.attendance.is_complete("participation", paper.units)
        known = expected == AMO or has_none
        if not sure or not known or REPRESENTATIVE in took_part:
            yield "leaves_open", "took_part_in_phase"
