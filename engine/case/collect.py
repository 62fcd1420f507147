"""From a case to its facts: every field, answer and silence becomes a statement with its truth and its source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from engine.case.closing import close_registers, paper_is_closed, stand_ins
from engine.case.facts import STAND_IN, Facts, Key, Said, is_stand_in
from engine.case.model import ENTERPRISE, Answer, Basis, Case, Entry
from engine.case.surveys import deciding
from engine.law.model import Act
from engine.truth import Truth, any_of
from engine.views.parties import heard_by
from engine.vocabulary.model import Kind, Nature, Origin, Property, Vocabulary

OTHER_FACTOR = f"{STAND_IN}factor"  # a factor that the mapping of a unit may still bring to light
PLAN_FIELDS = {"what": "solved_how", "responsible": "solved_by_whom", "deadline": "solved_when"}  # a field, and the item it settles
FACTORS = "factors"
COUNTED_IN = {  # the fields of the undertaking that hold its head counts
    "regular_headcount": "employees.regular",
    "total_headcount": "employees.total",
    "average_headcount": "employees.average_20h_last_year",
}
KIND_OF_WORK = {"employer": "work_for_employer"}  # the word of the case file is also that of a role
COVERS_WHAT_IT_MENTIONS = ("Mapping", "RiskAssessment", "Judgement")
TRUTH_OF = {Answer.YES: Truth.YES, Answer.NO: Truth.NO, Answer.NOT_RELEVANT: Truth.NO, Answer.DONT_KNOW: Truth.UNKNOWN}
HOW = {Answer.YES: "stated", Answer.NO: "denied", Answer.DONT_KNOW: "dont_know", Answer.NOT_RELEVANT: "not_relevant"}
Findings = Mapping[tuple[str, str], Truth]  # (entry, document element) → is it lacking?


def collect(case: Case, vocabulary: Vocabulary, lacking: Findings, acts: Iterable[Act] = ()) -> Facts:
    """Turn a case into facts.

    ``acts`` are those whose scope matters here. ``lacking`` is what the shapes found: for (entry, document element) YES where a fully
    transcribed document lacks it, UNKNOWN where the document was not fully transcribed. Entities are the entries of the case and one
    stand-in per open register.
    """
    return _Collector(deciding(case, vocabulary), vocabulary, lacking, tuple(acts)).run()


class _Collector:
    """Gathers what each source says of each statement, then settles it."""

    def __init__(self, case: Case, vocabulary: Vocabulary, lacking: Findings, acts: tuple[Act, ...]) -> None:
        self.case, self.vocabulary, self.lacking, self.acts = case, vocabulary, lacking, acts
        classes = {entry.id: entry.cls for entry in case.entries.values()}
        self.facts = Facts(case, classes, {})
        self.sayings: dict[Key, list[tuple[Truth, Said]]] = defaultdict(list)
        self.units = [unit.id for unit in case.units]
        self.parts = [
            (concept.id, wider)
            for concept in vocabulary.concepts.values()
            for relation, wider in concept.matches
            if relation == "broader"
        ]

    def run(self) -> Facts:
        facts, case = self.facts, self.case
        for entity in sorted(facts.classes):
            facts.instances.setdefault(facts.classes[entity], []).append(entity)
        for entry in case.entries.values():
            facts.units_of[entry.id] = self._units_of(entry)
        close_registers(case, self.vocabulary, facts)
        stand_ins(case, self.vocabulary, facts)
        self._answers()
        for entity in [*case.entries, *(e for e in facts.classes if is_stand_in(e))]:
            for prop in self._properties_of(facts.classes[entity]):
                self._say(entity, prop)
        self._heed()
        self._exposures()
        self._settle()
        self._computed()
        self._leave_out_unmentioned_exposures()
        return facts

    def _properties_of(self, cls: str) -> Iterable[Property]:
        return (
            p
            for p in self.vocabulary.properties.values()
            if cls in p.domain and p.origin is Origin.INPUT and p.kind is not Kind.DETAIL
        )

    def _units_of(self, entry: Entry) -> tuple[str, ...]:
        """Give the units that an entry is about: its own, else those of the entry it hangs on, else all."""
        if entry.cls == "Unit":
            return (entry.id,)
        if entry.units is not None:
            return entry.units
        for prop in self._properties_of(entry.cls):
            if not (prop.field and prop.required and prop.range in self.vocabulary.classes):
                continue
            linked = self.case.entries.get(str(entry.one(prop.field)))
            if linked is not None and linked.units is not None:
                return linked.units
        return tuple(self.units)

    def _candidates(self, prop: Property) -> list[str]:
        """Give everything that may stand as object of a property."""
        if prop.range in self.vocabulary.classes:
            return self.facts.instances.get(prop.range, [])
        members = list(self.vocabulary.collections[prop.range].members)
        return [*members, OTHER_FACTOR] if prop.range == FACTORS else members

    def _answers(self) -> None:
        for said in self.case.answers:
            source = Said(HOW[said.value], (said.stated_by,), said.as_of, said.evidence, said.mark, said.because)
            prop = self.vocabulary.properties[said.property]
            if prop.kind is not Kind.VALUE:
                self.sayings[said.property, said.about, said.object].append((TRUTH_OF[said.value], source))

    def _say(self, entity: str, prop: Property) -> None:
        """Say what an entity's own entry (or its being a stand-in) tells of a property."""
        entry = self.case.entries.get(entity)
        given = entry.fields.get(prop.field) if entry and prop.field else None
        if prop.id == "exposed_to":
            return
        if prop.kind is Kind.VALUE:
            given = given or (
                entry.fields.get(COUNTED_IN[prop.id]) if entry and prop.id in COUNTED_IN else None
            )
            value = given.values[0] if given and given.values else None
            if isinstance(value, date | int) and not isinstance(value, bool):
                self.facts.values[prop.id, entity] = value
            return
        if prop.kind is Kind.FLAG:
            answer = given.values[0] if given and given.values else None
            if entry and given is None and prop.id == "known_to_employer" and entry.one("known_since"):
                self._hear(prop.id, entity, None, Truth.YES, self._said(entry, "stated"))
            if entry and prop.id in self.vocabulary.code_lists:
                self._say_listed(entry, prop)
            if entry and given and isinstance(answer, Answer):
                self._hear(prop.id, entity, None, TRUTH_OF[answer], self._said(entry, HOW[answer], given.mark))
            return
        if entry and given is None:
            for item in _shown_otherwise(entry, prop):
                self._hear(prop.id, entity, item, Truth.YES, self._said(entry, "listed"))
        if entry and prop.range == "Unit":
            self._say_units(entry, prop)
        elif entry and given and given.values != (Answer.DONT_KNOW,):
            source = self._said(entry, "listed", given.mark)
            named = [str(value) for value in given.values]
            named += [item for item in _shown_otherwise(entry, prop) if item not in named]
            within = self._narrower(named)
            for value in (*named, *within) if prop.many else named:
                self._hear(prop.id, entity, value, Truth.YES, source)
            if not given.open:
                for other in self._candidates(prop):
                    if other not in named and other not in within:
                        self._hear(prop.id, entity, other, Truth.NO, source)

    def _say_listed(self, entry: Entry, prop: Property) -> None:
        """Say that the industry code bears on a list of the law, and decides nothing: the sources don't name the scheme of its codes."""
        codes = self.vocabulary.code_lists[prop.id]
        if entry.one("industry.code") and codes.holds(str(entry.one("industry.code"))) is not False:
            said = self._said(entry, "industry_code", entry.fields["industry.code"].mark)
            self._hear(prop.id, entry.id, None, Truth.UNKNOWN, replace(said, because=str(entry.one("industry.code"))))

    def _narrower(self, concepts: list[str]) -> list[str]:
        """Give the concepts that are part of a wider one that was named, as sexual harassment is of harassment.

        A list that names the wider one covers them; what is *one* thing, such as the kind of an incident, may be of the narrower
        kind or not.
        """
        return [concept for concept, wider in self.parts if wider in concepts and concept not in concepts]

    def _say_units(self, entry: Entry, prop: Property) -> None:
        covered = set(self.facts.units_of[entry.id])
        how = "listed" if entry.units is not None else "everywhere"
        given = entry.fields.get("units")
        for unit in self.units:
            if unit in covered or not (given and given.open):
                self._hear(prop.id, entry.id, unit, Truth.YES if unit in covered else Truth.NO, self._said(entry, how))

    def _said(self, entry: Entry, how: str, mark: object = None) -> Said:
        return Said(how, (entry.stated_by,), None, entry.evidence, mark or entry.mark)  # type: ignore[arg-type]

    def _hear(self, prop: str, subject: str, obj: str | None, truth: Truth, said: Said) -> None:
        self.sayings[prop, subject, obj].append((truth, said))

    def _exposures(self) -> None:
        """Hear of the factors of each unit: from its own map, its exposures, concluded mappings, and complete registers."""
        for unit in self.case.units:
            for factor, (answer, mark) in unit.factors.items():
                self._hear("exposed_to", unit.id, factor, TRUTH_OF[answer], self._said(unit, HOW[answer], mark))
        for exposure in self.case.of("Exposure"):
            concerned = exposure.one("factor")
            if isinstance(concerned, str) and not isinstance(concerned, Answer):
                for unit_id in self.facts.units_of[exposure.id]:
                    self._hear("exposed_to", unit_id, concerned, Truth.YES, self._said(exposure, "stated"))
        for mapping in self.case.of("Mapping"):
            self._hear_mapping(mapping)
        for unit in self.case.units:
            closed = self.facts.closed.get(("exposures", unit.id))
            for factor in self.vocabulary.collections[FACTORS].members:
                if closed and not self.sayings.get(("exposed_to", unit.id, factor)):
                    self._hear("exposed_to", unit.id, factor, Truth.NO, closed)

    def _hear_mapping(self, mapping: Entry) -> None:
        """A mapping says that what it found is present; once concluded, that what it looked for and did not find is not."""
        found, looked = mapping.fields.get("found"), mapping.fields.get("factors")
        looked = None if looked and looked.values == (Answer.DONT_KNOW,) else looked
        present = {str(value) for value in found.values} if found else set()
        absent = {str(value) for value in looked.values} - present if found and looked and not found.open else set()
        concluded = self._is_concluded(mapping)
        for unit in self.facts.units_of[mapping.id]:
            for factor in sorted(present):
                self._hear("exposed_to", unit, factor, Truth.YES, self._said(mapping, "stated"))
            for factor in sorted(absent) if concluded else ():
                others = self.sayings.get(("exposed_to", unit, factor), [])
                if not any(truth is not Truth.NO for truth, _ in others):
                    self._hear("exposed_to", unit, factor, Truth.NO, self._said(mapping, "denied"))

    def _is_concluded(self, mapping: Entry) -> bool:
        """Say whether a mapping is concluded and nobody disputes it."""
        heard = {truth for truth, _ in self.sayings.get(("concluded", mapping.id, None), [])}
        return heard - {Truth.UNKNOWN} == {Truth.YES}

    def _settle(self) -> None:
        """Make one statement of all that is said: agreement stands, contradiction is disputed, silence is unknown."""
        facts = self.facts
        self._imply()
        self._heed()
        for key in sorted(self.sayings, key=str):
            heard = self.sayings[key]
            facts.add(*key, *_agree(heard))
        for entity, cls in facts.classes.items():
            for prop in self._properties_of(cls):
                if prop.kind is Kind.FLAG and (prop.id, entity, None) not in self.sayings:
                    facts.add(prop.id, entity, None, Truth.UNKNOWN, self._silence(entity))
                elif prop.kind is Kind.LINK:
                    self._settle_link(entity, prop)

    def _heed(self) -> None:
        """Where a party's view is taken, let its word stand; what is supposed is all that is said of a statement."""
        if self.case.view:
            for key, heard in self.sayings.items():
                kept = heard_by(self.case.view, [(None if truth is Truth.UNKNOWN else truth, said.who) for truth, said in heard])
                self.sayings[key] = [heard[place] for place in kept]
        for each in self.case.supposed:
            said = self.sayings[each.property, each.about, each.object]
            said[:] = [(TRUTH_OF[each.value], Said("supposed"))] if each.value else []
            if not said:
                del self.sayings[each.property, each.about, each.object]

    def _imply(self) -> None:
        """Where nobody spoke of a wider or a narrower statement, take it from the other: work that entails a risk may entail it."""
        for prop in self.vocabulary.properties.values():
            if prop.implies is None:
                continue
            for entity in self.facts.classes:
                narrow, wide = (prop.id, entity, None), (prop.implies, entity, None)
                yes = self._undisputed(narrow, Truth.YES)
                no = self._undisputed(wide, Truth.NO)
                for said in yes:
                    self.sayings[wide].append((Truth.YES, said))
                for said in no:
                    self.sayings[narrow].append((Truth.NO, said))

    def _undisputed(self, key: Key, wanted: Truth) -> list[Said]:
        """Give who says that a statement holds (or doesn't); nobody where others say the contrary: a dispute implies nothing."""
        heard = self.sayings.get(key, [])
        return [] if any(truth is ~wanted for truth, _ in heard) else [said for truth, said in heard if truth is wanted]

    def _settle_link(self, entity: str, prop: Property) -> None:
        for obj in self._candidates(prop):
            if (prop.id, entity, obj) not in self.sayings and self._link_is_open(entity, prop, obj):
                self.facts.add(prop.id, entity, obj, Truth.UNKNOWN, self._silence(entity))

    def _link_is_open(self, entity: str, prop: Property, obj: str) -> bool:
        """Say whether nobody ruled this link out: a stand-in reaches only the units its register is open for."""
        facts = self.facts
        if prop.id == "exposed_to" and obj == OTHER_FACTOR:
            return not self._mapped(entity)
        if not is_stand_in(entity):
            return True
        open_for = facts.units_of[entity]
        if prop.range == "Unit":
            return obj in open_for and not (facts.classes[entity] == "Exposure" and ("exposures", obj) in facts.closed)
        if prop.range in self.vocabulary.classes and obj in facts.units_of:
            return any(unit in open_for for unit in facts.units_of[obj])
        return True

    def _mapped(self, unit: str) -> bool:
        return any(
            unit in self.facts.units_of[m.id] and self._is_concluded(m) for m in self.case.of("Mapping")
        )

    def _silence(self, entity: str) -> Said:
        return Said("stand_in") if is_stand_in(entity) else Said("not_asked")

    def _computed(self) -> None:
        """Add what the case itself shows: what is on record, documented, fully transcribed, lacking, within the scope that was read."""
        facts, computed = self.facts, Said("computed")
        for entity, cls_id in facts.classes.items():
            cls, entry = self.vocabulary.classes[cls_id], self.case.entries.get(entity)
            if cls_id in ("Undertaking", "Unit"):
                self._scope(entity, computed)
            if cls_id == "Unit":
                facts.add("belongs_to", entity, ENTERPRISE, Truth.YES, computed)
            if cls.nature is Nature.PAPER and cls_id != "Document":
                shut = paper_is_closed(self.case, cls)
                on_record = Truth.YES if entry else Truth.NO if shut else Truth.UNKNOWN
                said = Said("paper_closed", as_of=self.case.date) if shut and entry is None else computed
                facts.add("on_record", entity, None, on_record, said)
            if cls.nature in (Nature.PAPER, Nature.ACT) and cls_id != "Document":
                self._documented(entity, entry)
            if cls_id == "Incident":
                self._state(entity)
            if cls_id in self.vocabulary.properties["lacks"].domain:
                default = Truth.UNKNOWN if is_stand_in(entity) else Truth.NO
                for element in self.vocabulary.collections["document_elements"].members:
                    facts.add("lacks", entity, element, self.lacking.get((entity, element), default), computed)
        chosen = self.case.interpretations
        for name in self.vocabulary.collections["interpretations"].members:
            for entity in [ENTERPRISE, *self.units]:
                facts.add(
                    "reads_law_by", entity, name, Truth.YES if not chosen or name in chosen else Truth.NO, computed
                )

    def _state(self, incident: str) -> None:
        """A report is neither proved nor disproved until somebody has found out, and all who speak of it agree."""
        facts = self.facts
        confirmed = facts.truth("in_state", incident, "confirmed")
        unconfirmed = facts.truth("in_state", incident, "not_confirmed")
        established = (
            Truth.YES if confirmed is Truth.YES else Truth.NO if unconfirmed is Truth.YES else Truth.UNKNOWN
        )
        said = facts.source("in_state", incident, "confirmed") if established is not Truth.UNKNOWN else None
        said = said or self._silence(incident)
        facts.add("established", incident, None, established, said)
        facts.add("refuted", incident, None, ~established, said)

    def _documented(self, entity: str, entry: Entry | None) -> None:
        papers = [self.case.entries[e.document] for e in entry.evidence] if entry else []
        shut = self.case.basis is Basis.DOCUMENTS
        said = (
            Said("listed", (), None, entry.evidence, entry.mark)
            if entry and papers
            else Said("paper_closed", as_of=self.case.date)
        )
        read = [paper for paper in papers if paper.one("transcribed") != "not_transcribed"]
        documented = Truth.YES if read else Truth.NO if shut and not papers else Truth.UNKNOWN
        self.facts.add("documented", entity, None, documented, said if papers or shut else self._silence(entity))
        if self.facts.classes[entity] not in self.vocabulary.properties["fully_transcribed"].domain:
            return
        states = {str(paper.one("transcribed") or "") for paper in papers}
        whole = Truth.YES if states == {"fully"} else Truth.UNKNOWN if "" in states or not papers else Truth.NO
        self.facts.add("fully_transcribed", entity, None, whole, said if papers else self._silence(entity))

    def _scope(self, entity: str, computed: Said) -> None:
        """Say where and what kind of work there is, and which acts were read for it. The undertaking is where its units are."""
        whole, units = self.case.enterprise, self.case.units
        entries = units if entity == whole.id and units else [self.case.entries[entity]]
        situations = [(str(e.one("work") or whole.one("work")), str(e.one("place") or whole.one("place"))) for e in entries]
        for act in self.acts:
            applies = any_of(_applies(act, f"{work}@{place}") for work, place in situations)
            self.facts.add("in_read_scope", entity, act.id, applies, computed)
        for kind in dict.fromkeys(work for work, _ in situations):
            self.facts.add("has_work_kind", entity, KIND_OF_WORK.get(kind, kind), Truth.YES, computed)
        at_home = Truth.YES if all(place == "home" for _, place in situations) else Truth.NO
        self.facts.add("at_home", entity, None, at_home, computed)

    def _leave_out_unmentioned_exposures(self) -> None:
        """A record for the whole undertaking covers a unit only perhaps, where the unit has an exposure the record does not mention."""
        facts = self.facts
        for entry in self.case.entries.values():
            listing = [p for p in self._properties_of(entry.cls) if p.range == FACTORS and p.many]
            if entry.units is not None or not listing or entry.cls not in COVERS_WHAT_IT_MENTIONS:
                continue
            field = entry.fields.get(listing[0].field or "")
            mentioned = {str(value) for value in field.values} if field else set()
            for unit in self.units:
                present = [
                    f for f in facts.by_subject["exposed_to"][unit] if facts.truth("exposed_to", unit, f) is Truth.YES
                ]
                how = facts.source("applies_to", entry.id, unit)
                if how and how.how == "supposed":
                    continue
                if facts.truth("applies_to", entry.id, unit) is Truth.YES and any(f not in mentioned for f in present):
                    facts.add(
                        "applies_to",
                        entry.id,
                        unit,
                        Truth.UNKNOWN,
                        Said("everywhere", (entry.stated_by,), mark=entry.mark),
                    )


def _shown_otherwise(entry: Entry, prop: Property) -> list[str]:
    """Give what a plan describes in fields of their own: a deadline says when a problem is solved, whatever its list says."""
    fields = PLAN_FIELDS if prop.id == "describes" else {}
    return [item for name, item in fields.items() if entry.fields.get(name)]


def _applies(act: Act, situation: str) -> Truth:
    """Say whether an act applies to a kind of work at a place, as far as its scope was read."""
    if situation in act.read_for:
        return Truth.YES
    return Truth.NO if situation in act.not_for else Truth.UNKNOWN


def _agree(heard: list[tuple[Truth, Said]]) -> tuple[Truth, Said]:
    """Settle what several sources say of one statement; definite values outweigh «don't know», two of them are a dispute."""
    if len(heard) == 1:
        return heard[0]
    definite = {truth for truth, _ in heard if truth is not Truth.UNKNOWN}
    if len(definite) == 1:
        truth = definite.pop()
        agreeing = [said for value, said in heard if value is truth]
        best = max(agreeing, key=_weight)
        return truth, best
    if not definite:
        return Truth.UNKNOWN, min((said for _, said in heard), key=_weight)
    who = tuple(sorted({role for _, said in heard for role in said.who}))
    return Truth.UNKNOWN, Said("disputed", who, mark=min(said.mark for _, said in heard if said.mark))


def _weight(said: Said) -> tuple[object, ...]:
    """Order sayings by what they say, those with evidence last; where they stand in the file counts for nothing."""
    evidence = sorted((e.document, e.place or "") for e in said.evidence)
    return len(evidence), said.how, said.who, str(said.as_of), evidence, said.because or ""
