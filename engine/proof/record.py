"""The finished assessment as data: ``assessment/1``, with the proof, the facts it rests on and the rules it used."""

from collections.abc import Sequence
from typing import Any

from engine import __version__
from engine.assessment import Assessment, Foreseen
from engine.case.facts import Said, is_stand_in
from engine.inference.outcome import Outcome
from engine.inference.program import key_of
from engine.proof.node import Node, Op
from engine.proof.outlook import questions_of, sources_of
from engine.proof.questions import Question, Questions
from engine.proof.reasons import Reasons
from engine.proof.strength import strength_of
from engine.proof.suggestions import Suggestion, Suggestions
from engine.proof.surveys import recorded
from engine.text import LANGUAGES, Text
from engine.truth import Truth
from engine.views.disputes import disputes
from engine.views.interpretations import readings
from engine.views.record import recorded_disputes, recorded_reading
from engine.vocabulary.model import Concept

SCHEMA = "forsvarlig/assessment/1"


def record(assessment: Assessment) -> dict[str, Any]:
    """Give an assessment as plain values, ready for JSON: the same bytes for the same case, rule base and engine."""
    return _Recorder(assessment).record()


class _Recorder:
    """Numbers the nodes in the order in which the outcomes reach them."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.vocabulary = assessment.rulebase.vocabulary
        self.questions = Questions(assessment.case, self.vocabulary)
        self.ids: dict[int, str] = {}
        self.nodes: dict[str, dict[str, Any]] = {}
        self.rules: set[str] = set()
        self.readings = readings(assessment)
        self.disputes = None if assessment.is_part else disputes(assessment)
        self.reasons = [Reasons(assessment, language) for language in LANGUAGES]

    def record(self) -> dict[str, Any]:
        a, case = self.assessment, self.assessment.case
        outcomes = [self._outcome(outcome) for outcome in a.outcomes]
        remarks = [
            {
                "id": noted.remark.origins.id,
                "regime": noted.remark.origins.id.split(".")[0],
                "scope": noted.scope,
                "provision": noted.remark.origins.provisions[0],
                "force": noted.remark.force,
                "message": self._message(self.vocabulary.concepts[noted.remark.message]),
                "proof": self._node(noted.proof),
            }
            for noted in a.remarks
        ]
        outlook = [self._outlook(foreseen) for foreseen in a.outlook]
        return {
            "schema": SCHEMA,
            "engine": __version__,
            "case": {
                "name": case.enterprise.title or "",
                "file": case.file,
                "hash": f"sha256:{case.sha256}",
                "basis": case.basis.value,
                "fictional": case.fictional,
                "language": case.language,
                "units": [{"id": u.id, "name": u.title or u.id} for u in sorted(case.units, key=lambda u: u.id)],
            },
            "date": str(case.date),
            "law_date": str(a.law_date),
            "regimes": list(case.regimes),
            **({"part": True} if a.is_part else {}),
            **({"view": case.view} if case.view else {}),
            "rulebase": {
                "hash": a.rulebase.hash,
                "law_read": str(a.rulebase.law.last_read),
            },
            "outcomes": outcomes,
            "not_in_force": sorted({duty.origins.id for duty, _ in a.not_in_force}),
            "questions": self._all_questions(),
            **({"disputes": recorded_disputes(self.disputes)} if self.disputes else {}),
            "remarks": remarks,
            "outlook": outlook,
            "survey_questions": recorded(a),
            "measures": self._measures(),
            "documents": [self._finding(finding) for finding in a.findings],
            "facts": self._facts(),
            "unseen": self._facts(unseen=True),
            "entities": [
                {"id": entity, "class": cls, "units": list(a.facts.units_of[entity])}
                for entity, cls in sorted(a.facts.classes.items())
            ],
            "registers": [
                {"register": register, "unit": unit, "who": list(said.who), "as_of": str(said.as_of)}
                for (register, unit), said in sorted(a.facts.closed.items())
            ],
            "values": [
                {"property": prop, "subject": subject, "value": str(value), "source": self._valued(subject)}
                for (prop, subject), value in sorted(a.facts.values.items())
            ],
            "parameters": {
                p.id: p.at(a.law_date) for p in sorted(self.vocabulary.parameters.values(), key=lambda p: p.id)
            },
            "rules": self._rules(),
            "proof": self.nodes,
        }

    def _outlook(self, foreseen: Foreseen) -> dict[str, Any]:
        outlook, concepts = foreseen.outlook, self.vocabulary.concepts
        message = concepts[outlook.message]
        return {
            "id": outlook.origins.id,
            "regime": outlook.origins.id.split(".")[0],
            "scope": foreseen.scope,
            "provisions": list(outlook.origins.provisions),
            "holds": foreseen.holds.word,
            "message": self._message(message),
            "source": sources_of(message),
            "confidence": message.confidence or None,
            "reactions": [
                {
                    "id": concept,
                    "label": concepts[concept].label._asdict(),
                    "source": sources_of(concepts[concept]),
                    "confidence": concepts[concept].confidence or None,
                }
                for concept in outlook.reactions
            ],
            "depends_on": [self._question(question) for question in questions_of(foreseen, self.questions)],
            "proof": self._node(foreseen.proof),
        }

    def _message(self, concept: Concept) -> dict[str, str]:
        return (concept.note or concept.label)._asdict()

    def _outcome(self, outcome: Outcome) -> dict[str, Any]:
        duty = outcome.duty
        goal = self.vocabulary.concepts[duty.goal].label
        reason = {r.language: r.of(outcome) for r in self.reasons}
        sections = {name: self._node(node) for name, node in outcome.sections.items() if node.premises}
        return {
            "id": outcome.id,
            "duty": duty.origins.id,
            "regime": duty.origins.id.split(".")[0],
            "bearer": duty.bearer,
            "scope": {"unit": outcome.unit, **dict(sorted(outcome.env.items()))},
            "outcome": outcome.outcome,
            "strength": strength_of(outcome, self.assessment),
            "provisions": [p.path for p in outcome.validity.cited] or list(duty.origins.provisions),
            "law": outcome.validity.standing,
            "title": goal._asdict(),
            "reason": reason,
            "requirements": [
                {"holds": n.truth.word, "node": self._node(n)}
                for name in ("requires", "met_when")
                if name in outcome.sections
                for n in outcome.sections[name].premises
            ],
            "could_be": list(outcome.openness.could_be),
            "same_either_way": outcome.openness.settled,
            "decided_by": self._decided_by(outcome),
            "would_raise": [self._question(q) for q in self.reasons[0].asked(outcome, raising=True)],
            "interpretation": duty.origins.interpretation,
            **({"interpretations": recorded_reading(read, self.assessment)} if (read := self.readings.get(outcome.id)) else {}),
            "sections": sections,
            "proof": {
                "applies": self._node(outcome.applies),
                "breach": self._node(outcome.breach),
                "met": self._node(outcome.met),
                "suspicion": self._node(outcome.suspicion),
            },
        }

    def _decided_by(self, outcome: Outcome) -> list[dict[str, Any]]:
        """Give what would decide an open outcome; never empty for one."""
        if not outcome.is_open:
            return []
        return [self._question(q) for q in self.reasons[0].asked(outcome)] or self._needs(outcome)

    def _needs(self, outcome: Outcome) -> list[dict[str, Any]]:
        """Where no answer is missing, only a new act or a judgement decides: the requirements that are not there."""
        parts = [p for section in outcome.met.premises for p in section.premises if p.truth is not Truth.YES]
        voices = [reasons.voice() for reasons in self.reasons]
        kind = "act" if parts else "judgement"
        texts = [Text(*(voice.say(part) for voice in voices)) for part in parts] or [
            Text(*(reasons.of(outcome) for reasons in self.reasons))
        ]
        return [{"address": outcome.id, "kind": kind, "text": text._asdict(), "roles": []} for text in texts]

    def _question(self, question: Question) -> dict[str, Any]:
        return {
            "address": question.address,
            "kind": question.kind,
            "text": question.text._asdict(),
            "roles": list(question.roles),
        }

    def _all_questions(self) -> list[dict[str, Any]]:
        """Give every open question once, with the number of outcomes that it takes part in deciding, the most first."""
        found: dict[str, tuple[Question, int]] = {}
        for outcome in self.assessment.outcomes:
            for question in self.reasons[0].asked(outcome):
                found[question.address] = (question, found.get(question.address, (question, 0))[1] + 1)
        ordered = sorted(found.values(), key=lambda item: (-item[1], item[0].address))
        return [{**self._question(question), "decides": count} for question, count in ordered]

    def _measures(self) -> list[dict[str, Any]]:
        """Give the goal of every breach, with what could help; and of a suspicion where there is something that could."""
        suggestions = Suggestions(self.assessment)
        found = []
        for outcome in self.assessment.outcomes:
            helpful = suggestions.of(outcome) if outcome.outcome in ("breach", "investigate") else ()
            if helpful or outcome.outcome == "breach":
                found.append(self._measure(outcome, helpful))
        return found

    def _measure(self, outcome: Outcome, helpful: Sequence[Suggestion]) -> dict[str, Any]:
        return {
            "goal": self.vocabulary.concepts[outcome.duty.goal].label._asdict(),
            "duty": outcome.duty.origins.id,
            "scope": outcome.id.split("@", 1)[1],
            "suggestions": [
                {
                    "id": each.id,
                    "title": each.title._asdict(),
                    **({"level": each.level} if each.level else {}),
                    **({"stage": each.stage} if each.stage else {}),
                    **({"source": each.source} if each.source else {}),
                }
                for each in helpful
            ],
        }

    def _finding(self, finding: Any) -> dict[str, Any]:
        return {
            "document": finding.document,
            "entry": finding.entry,
            "shape": finding.shape,
            "severity": finding.severity,
            "kind": finding.kind,
            "element": finding.element,
            "provision": finding.provision,
            "force": finding.force,
            "message": finding.message._asdict(),
            "question": finding.question._asdict() if finding.question else None,
        }

    def _facts(self, unseen: bool = False) -> list[dict[str, Any]]:
        """Give every statement about things that we were shown, or those that tell of an ``unseen`` one, a stand-in."""
        facts = self.assessment.facts
        found = []
        for (prop, subject, obj), said in sorted(
            facts.said.items(), key=lambda item: tuple(part or "" for part in item[0])
        ):
            if said.how == "derived" or unseen is not any(map(is_stand_in, (subject, obj or ""))):
                continue
            found.append(
                {
                    "property": prop,
                    "subject": subject,
                    "object": obj,
                    "holds": facts.truth(prop, subject, obj).word,
                    "source": self._said(said),
                }
            )
        return found

    def _rules(self) -> dict[str, Any]:
        every = [d.origins for d in self.assessment.rulebase.rules.duties]
        every += [r.origins for r in self.assessment.rulebase.rules.rules] + [
            r.origins for r in self.assessment.rulebase.rules.remarks
        ]
        every += [outlook.origins for outlook in self.assessment.rulebase.rules.outlooks]
        return {
            key_of(o): {"id": o.id, "language": o.language, "file": o.place.file, "text": o.text}
            for o in sorted(every, key=key_of)
            if key_of(o) in self.rules
        }

    def _valued(self, subject: str) -> dict[str, Any] | None:
        entry = self.assessment.facts.case.entries[subject]
        return self._said(Said("stated", (entry.stated_by,), None, entry.evidence))

    def _said(self, said: Said | None) -> dict[str, Any] | None:
        if said is None:
            return None
        found: dict[str, Any] = {"how": said.how}
        if said.who:
            found["who"] = list(said.who)
        if said.as_of:
            found["as_of"] = str(said.as_of)
        if said.evidence:
            found["evidence"] = [{"document": e.document, "place": e.place} for e in said.evidence]
        if said.because:
            found["because"] = said.because
        return found

    def _node(self, node: Node) -> str:
        known = self.ids.get(id(node))
        if known is not None:
            return known
        name = self.ids[id(node)] = f"n{len(self.ids) + 1}"
        entry: dict[str, Any] = {}
        self.nodes[name] = entry
        if ":" in node.place:
            self.rules.add(node.place.split(":", 1)[0])
        entry["kind"] = self._kind(node)
        entry["holds"] = node.truth.word
        if node.op is not Op.LEAF:
            entry["follows_by"] = node.op.value
        if node.minimum > 1:
            entry["minimum"] = node.minimum
        if node.place:
            entry["condition"] = node.place
        if node.bindings:
            entry["bindings"] = dict(sorted(node.bindings.items()))
        if node.statement:
            entry["statement"] = [part for part in node.statement if part is not None]
        if node.said:
            entry["source"] = self._said(node.said)
        if node.stand_in:
            entry["stand_in"] = node.stand_in
        if node.note:
            entry["note"] = dict(sorted(node.note.items()))
        if node.premises:
            entry["premises"] = [self._node(p) for p in node.premises]
        if node.refused:
            entry["candidates"] = [
                {
                    "bindings": dict(sorted(r.bindings.items())),
                    "fails": r.place,
                    "node": self._node(r.node) if r.node else None,
                }
                for r in node.refused
            ]
        if node.others:
            entry["others"] = sorted(node.others)
        return name

    def _kind(self, node: Node) -> str:
        """Name the kind of a step as readers know it: what is not so is an absence or a refutation."""
        place = node.place.split(":", 1)[-1]
        if place.startswith(("unless", "invoked")) and place.count("/") <= 1:
            return "exception"
        if node.kind in ("exists", "derived") and node.truth is Truth.NO:
            return "refutation" if any(r.node for r in node.refused) else "absence"
        if node.kind == "comparison" and "parameter" in node.note:
            return "parameter"
        if (
            node.kind == "fact"
            and node.statement
            and self.assessment.facts.classes.get(node.statement[1]) == "Judgement"
        ):
            return "judgement"
        return node.kind
