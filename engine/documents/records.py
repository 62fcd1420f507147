"""Other documents than mappings, risk assessments and plans: management records, routines and instructions.

What belongs together may stand in several papers, so ``addresses_content`` is what a paper holds itself or what another
of its kind holds for all its units; another that is not transcribed in full leaves the matter open. What they lack
together is said once, of the first. ``shown_in_writing`` says that there is a document, or that somebody says the thing
exists in writing. ``consulted`` is who took part in the making of a routine for whistle-blowing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.case.model import ENTERPRISE, Basis, Case, Entry
from engine.documents.attendance import EMPLOYEES, Attendance
from engine.documents.pooling import everywhere, pooled
from engine.documents.reading import Sayings, documents_of, units_of
from engine.vocabulary.model import Vocabulary

RECORD, ROUTINE, INSTRUCTION, DISCUSSION = "ManagementRecord", "Routine", "Instruction", "AnnualDiscussion"
IN_WRITING = frozenset({"Mapping", "RiskAssessment", "Plan", "Measure", RECORD, ROUTINE, INSTRUCTION, DISCUSSION})
CONTENTS = {RECORD: "holds_content", ROUTINE: "routine_for"}
LISTED = (  # the class in the case, the collection of which it holds something, what it then is
    (RECORD, "responsibility_contents", "ResponsibilityRecord"),
    (RECORD, "monitoring_contents", "MonitoringRecord"),
    (RECORD, "health_service_contents", "HealthServiceRecord"),
    (RECORD, "committee_contents", "CommitteeRecord"),
    (RECORD, "cooperation_agreement_contents", "CooperationAgreement"),
    (ROUTINE, "deviation_purposes", "DeviationRoutine"),
    (ROUTINE, "outside_hours_purposes", "OutsideHoursGuidelines"),
)
SINGLE = {  # a content, and what a paper is that holds it
    "system_goals": "GoalsRecord", "coordination_agreement": "CoordinationAgreement",
    "internal_control_agreement": "InternalControlAgreement", "safety_representative_agreement": "RepresentativeAgreement",
    "accident_confirmation": "AccidentConfirmation", "health_service_annual_report": "HealthServiceReport",
    "committee_annual_report": "CommitteeReport", "health_service_follow_up_plans": "FollowUpPlanRoutine",
}
ASKED_FOR = {  # a paper that the law asks for in some undertakings only: what must hold there, and what must not
    "CoordinationAgreement": (("shares_workplace", "more_than_ten_at_workplace"), ("main_undertaking_exists",)),
    "InternalControlAgreement": (("internal_control_shared",), ()),
}
WHISTLEBLOWING, ROUTINE_STEP = "whistleblowing", "whistleblowing_routine_step"
UNION = "union_representatives"
Mark = tuple[str, str, str]


def record_marks(case: Case, vocabulary: Vocabulary, said: Sayings) -> Iterator[Mark]:
    """Give what each document is, what it holds, and whether it is in writing: entry, predicate and value."""
    records = _Records(case, vocabulary, said)
    for entry in case.entries.values():
        if entry.cls in IN_WRITING:
            yield from _in_writing(entry, case, said)
        if entry.cls in CONTENTS:
            yield from records.listed(entry)
        if entry.cls == ROUTINE and WHISTLEBLOWING in said.of(entry.id, "routine_for"):
            yield from records.whistleblowing(entry)
        if entry.cls == INSTRUCTION:
            yield from records.instruction(entry)


def _in_writing(entry: Entry, case: Case, said: Sayings) -> Iterator[Mark]:
    denied = said.denies(entry.id, "written")
    if (documents_of(entry) or said.holds(entry.id, "written")) and not denied:
        yield entry.id, "shown_in_writing", "written"
    elif not denied and (case.basis is not Basis.DOCUMENTS or said.is_open(entry.id, "written")):
        yield entry.id, "leaves_open", "evidence"


class _Records:
    """What the records, routines and instructions of one case hold."""

    def __init__(self, case: Case, vocabulary: Vocabulary, said: Sayings) -> None:
        self.case, self.said = case, said
        self.attendance = Attendance(case, said)
        self.members = {name: frozenset(vocabulary.collections[name].members) for _, name, _ in LISTED}
        self.threshold = vocabulary.parameters["reporting_routine_from"]

    def listed(self, entry: Entry) -> Iterator[Mark]:
        prop = CONTENTS[entry.cls]
        own = self.said.of(entry.id, prop)
        kinds = [name for cls, listed, name in LISTED if cls == entry.cls and own & self.members[listed]]
        for name in (*kinds, *(SINGLE[content] for content in sorted(own & SINGLE.keys()))):
            asked_for = self._asked_for(name)
            if asked_for is not False:
                yield entry.id, "type", name
            if asked_for is None:
                yield entry.id, "leaves_open", "evidence"
        if "CooperationAgreement" in kinds and all(
            self.said.holds(ENTERPRISE, flag) for flag in ("amo_agreement_organisation", "amo_agreement_enterprise")
        ):
            yield entry.id, "type", "AgreedCooperation"
        if kinds:
            yield from self._together(entry, prop, self.case.of(entry.cls))
            yield from ((entry.id, "addresses_content", content) for content in sorted(self._said_of_another(entry, own, prop)))

    def _said_of_another(self, entry: Entry, own: frozenset[str], prop: str) -> frozenset[str]:
        """Give the contents that an earlier paper of the same kind and units is asked for, so that a lack is said once."""
        answered = frozenset[str]()
        for cls, listed, _ in LISTED:
            if cls == entry.cls and own & self.members[listed]:
                first = next(
                    other for other in self.case.of(cls)
                    if self.said.of(other.id, prop) & self.members[listed]
                    and set(units_of(other, self.case)) == set(units_of(entry, self.case))
                )
                answered |= self.members[listed] if first is not entry else frozenset()
        return answered

    def _asked_for(self, name: str) -> bool | None:
        """Say whether the law asks for such a paper in this undertaking; None where that is not known."""
        wanted, unwanted = ASKED_FOR.get(name, ((), ()))
        holds, denies = (lambda flag: self.said.holds(ENTERPRISE, flag)), (lambda flag: self.said.denies(ENTERPRISE, flag))
        if any(map(denies, wanted)) or any(map(holds, unwanted)):
            return False
        return True if all(map(holds, wanted)) and all(map(denies, unwanted)) else None

    def whistleblowing(self, entry: Entry) -> Iterator[Mark]:
        """A routine for whistle-blowing; it need not hold anything where the law certainly asks for none."""
        due = self._routine_due()
        if due is False:
            return
        yield entry.id, "type", "WhistleblowingRoutine"
        if due is None:
            yield from ((entry.id, "leaves_open", prop) for prop in ("routine_contents", "evidence", "took_part"))
        others = (other for other in self.case.of(ROUTINE) if WHISTLEBLOWING in self.said.of(other.id, "routine_for"))
        yield from self._together(entry, "routine_contents", others)
        took_part, did_not = self.attendance.in_step(entry, ROUTINE_STEP)
        for party in sorted(took_part & {EMPLOYEES, UNION}):
            yield entry.id, "consulted", party
        nobody = EMPLOYEES in did_not and (UNION in did_not or not self._has_union())
        if not nobody and not self.attendance.is_complete("participation", units_of(entry, self.case)):
            yield entry.id, "leaves_open", "took_part"

    def instruction(self, entry: Entry) -> Iterator[Mark]:
        """An instruction must be written, with its two topics, where its units have work with a special danger."""
        units = units_of(entry, self.case)
        if not units or all(self.said.denies(unit, "special_danger") for unit in units):
            return
        yield entry.id, "type", "SpecialDangerInstruction"
        if not any(self.said.holds(unit, "special_danger") for unit in units):
            yield from ((entry.id, "leaves_open", prop) for prop in ("instructs_on", "evidence"))
        yield from self._together(entry, "instructs_on", self.case.of(INSTRUCTION))

    def _together(self, entry: Entry, prop: str, kin: Iterable[Entry]) -> Iterator[Mark]:
        units = units_of(entry, self.case)
        others = [other for other in kin if other is not entry and set(units_of(other, self.case)) & set(units)]
        elsewhere = pooled(units, ((units_of(other, self.case), self.said.of(other.id, prop)) for other in others))
        for content in sorted(everywhere(self.said.of(entry.id, prop), elsewhere, units)):
            yield entry.id, "addresses_content", content
        if any(self.said.is_open(other.id, prop) or not self._in_full(other) for other in others):
            yield entry.id, "leaves_open", prop

    def _in_full(self, entry: Entry) -> bool:
        documents = documents_of(entry)
        return bool(documents) and all(self.case.entries[document].one("transcribed") == "fully" for document in documents)

    def _routine_due(self) -> bool | None:
        """Say whether the law asks for a routine for whistle-blowing; None where that is not known."""
        regular = self.case.enterprise.one("employees.regular")
        least = self.threshold.at(self.case.date)
        indicated = "whistleblowing_routine_indicated"
        if self.said.holds(ENTERPRISE, indicated) or (isinstance(regular, int) and least is not None and regular >= least):
            return True
        few = isinstance(regular, int) and least is not None and regular < least
        return False if few and self.said.denies(ENTERPRISE, indicated) else None

    def _has_union(self) -> bool:
        return any(
            UNION in self.said.of(entry.id, "is_kind") and not self.said.denies(entry.id, "in_place")
            for entry in self.case.of("Arrangement")
        )
