"""The check of a report: its proof is walked from each outcome down, and each step held against the one that must be there."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from engine.collector import paused
from engine.language.walk import Part
from engine.reading.outcomes import Outcomes, Row
from engine.reading.places import key_of
from engine.reading.steps import NO, YES, Env, Step
from engine.rulebase import RuleBase
from engine.verify.facts import WORDS, Facts

PARTS = ("applies", "breach", "met", "suspicion")
COMPARED = {"kind", "holds", "follows_by", "minimum", "condition", "statement", "source", "stand_in", "note", "others"}
STRENGTHS = ("inferred", "judged", "stated", "documented")  # weakest first
BROKEN = (KeyError, TypeError, ValueError, AttributeError, IndexError)  # what comes of a report that lacks something, or has it wrong


class Failure(NamedTuple):
    """What is wrong: the outcome, the step or other place, a code or the key that is wrong; what is there, and what should be."""

    outcome: str
    step: str
    code: str
    found: Any = None
    wanted: Any = None


class Verified(NamedTuple):
    """What a check came to: nothing is wrong where there is no failure. ``outcomes`` and ``steps`` were looked at."""

    outcomes: int
    steps: int
    failures: tuple[Failure, ...]


def verify(report: dict[str, Any], base: RuleBase, with_hash: bool = True) -> Verified:
    """Check a recorded assessment (one that ``telling.read`` takes) by a rule base; ``with_hash`` only if it was made with that one."""
    made_with, failures, steps = report["rulebase"].get("hash"), list[Failure](), 0
    if with_hash and made_with != base.hash:
        return Verified(len(report["outcomes"]), 0, (Failure("", "", "hash", made_with, base.hash),))
    try:
        with paused():
            facts = Facts(report, base.vocabulary)
            failures += [Failure("", place, code) for place, code in facts.faults()]
            walk = Walk(report, base, must_be(report, facts, base), failures)
            walk.run()
            steps = len(walk.steps)
    except (RecursionError, *BROKEN) as error:
        failures.append(Failure("", "", "circle" if isinstance(error, RecursionError) else "broken", repr(error)))
    return Verified(len(report["outcomes"]), steps, tuple(failures))


def must_be(report: dict[str, Any], facts: Facts, base: RuleBase) -> Outcomes:
    """Read anew what must come of the facts of a report, on its days and by its laws."""
    law_date, case_date = (date.fromisoformat(report[name]) for name in ("law_date", "date"))
    return Outcomes(facts, base, report["regimes"], law_date, case_date)


class Walk:
    """Walks the proof of one report and holds it against what it ``must`` be: ``failures`` is what is wrong, ``steps`` were looked at."""

    def __init__(self, report: dict[str, Any], base: RuleBase, must: Outcomes, failures: list[Failure]) -> None:
        self.report, self.base, self.must, self.failures = report, base, must, failures
        self.proof, self.steps, self.outcome = report["proof"], defaultdict[str, set[Step]](set), ""

    def run(self) -> None:
        """Check what is taken from the rule base, and each outcome; none may be missing."""
        parameters = self.base.vocabulary.parameters.values()
        self._same("", "parameters", self.report["parameters"], {each.id: each.at(self.must.law_date) for each in parameters})
        rows = defaultdict[str, list[Row]](list)
        for duty in dict.fromkeys(duty.origins.id for duty in self.must.rules.duties):
            for row in self.must.rows(duty):
                rows[row.keys["id"]].append(row)
        for recorded in self.report["outcomes"]:
            self.outcome = str(recorded["id"])
            if rows[self.outcome]:
                self._outcome(recorded, rows[self.outcome].pop(0))
            else:
                self._fail("", "not-an-outcome")
        self.outcome = ""
        self._rules()
        if not self.report.get("part"):
            self._same("", "not_in_force", self.report["not_in_force"], sorted(self.must.idle))
            self.failures += [Failure(missing, "", "no-outcome") for missing, left in rows.items() if left]

    def _rules(self) -> None:
        """Check that the rules that the proof uses are there, and that each is the rule of the rule base."""
        parts: list[Part] = [part for name in ("duties", "rules", "remarks", "outlooks") for part in getattr(self.base.rules, name)]
        named = {key_of(part): part.origins for part in parts}
        texts = {key: {"id": own.id, "language": own.language, "file": own.place.file, "text": own.text} for key, own in named.items()}
        places = {self.proof[name].get("condition", "") for name in self.steps if name in self.proof}
        for key in sorted({place.split(":")[0] for place in places if "#" in place} | self.report["rules"].keys()):
            self._same(key, "rule", self.report["rules"].get(key), texts.get(key))

    def _outcome(self, recorded: dict[str, Any], row: Row) -> None:
        """Check one outcome: its parts, and what it follows from them; its strength is that of the weakest requirement."""
        try:
            steps = [self.must.make(spot, row.env) for spot in row.parts[:4]]
            sections = {name: self.must.make(spot, row.env) for name, spot in row.parts.sections.items()}
            asked = [step for name in ("requires", "met_when") if name in sections for step in sections[name].premises]
            nodes = [each["node"] for each in recorded["requirements"]]
            self._same("", "requirements", [each["holds"] for each in recorded["requirements"]], [WORDS[step.holds] for step in asked])
            self._same("", "sections", sorted(recorded["sections"]), sorted(name for name, step in sections.items() if step.premises))
            named = [(node, sections[name]) for name, node in recorded["sections"].items() if name in sections]
            for name, step in [*zip(map(recorded["proof"].get, PARTS), steps, strict=True), *named, *zip(nodes, asked, strict=False)]:
                self._step(name, step)
            outcome = self._first_that_fits(row.inferred, *(step.holds for step in steps))
            strengths = [min(self._strength(node), default="inferred", key=STRENGTHS.index) for node in nodes]
            strength = min(strengths, default="inferred", key=STRENGTHS.index) if outcome == "met" else None
            for key, wanted in {**row.keys, "outcome": outcome, "strength": strength}.items():
                self._same("", key, recorded[key], wanted)
        except BROKEN as error:
            self._fail("", "broken", repr(error))

    @staticmethod
    def _first_that_fits(inferred: bool, applies: int, breach: int, met: int, suspicion: int) -> str:
        """Give the outcome (design § 5); where the content of the law was only inferred, neither breach nor met."""
        if applies == NO:
            return "not_applicable"
        if applies == breach == YES:
            return "unknown" if inferred else "breach"
        is_met = applies == met == YES and breach == suspicion == NO and not inferred
        return "investigate" if suspicion == YES else "met" if is_met else "unknown"

    def _strength(self, name: str) -> list[str]:
        """Give how strong each statement is that a step rests on: not those that were looked for and not found."""
        step = self.proof[name]
        if "statement" in step and "premises" not in step:
            source = step.get("source") or {"how": "computed"}
            strength = "judged" if step["kind"] == "judgement" else "documented" if "evidence" in source else "stated"
            return [strength] if step["holds"] == "yes" and source["how"] not in ("computed", "derived") else []
        premises = step.get("premises", ()) if step.get("follows_by") != "not" else ()
        return [each for premise in premises if self.proof[premise]["holds"] == "yes" for each in self._strength(premise)]

    def _step(self, name: str, step: Step) -> None:
        """Check one step of the proof, and those that it rests on."""
        seen, recorded = self.steps[name], self.proof.get(name)
        if step in seen:
            return
        seen.add(step)
        if recorded is None:
            self._fail(name, "no-step")
            return
        wanted = {"kind": step.kind, "holds": WORDS[step.holds], **step.more}
        if step.op:
            wanted["follows_by"] = step.op
        if step.place:
            wanted["condition"] = step.place
        if len(COMPARED & recorded.keys()) > len(wanted) or not wanted.items() <= recorded.items():
            for key in sorted(COMPARED):
                self._same(name, key, recorded.get(key), wanted.get(key))
        bindings = recorded.get("bindings", {})
        for variable in step.names:
            entity = step.env.get(variable)
            if bindings.get(variable) != entity and isinstance(entity, str):  # a date is no entity, and stands in the note
                self._fail(name, "bindings", bindings.get(variable), entity)
        if step.premises or "premises" in recorded:
            for premise, each in zip(*self._premises(name, recorded, step), strict=True):
                self._step(premise, each)
        if step.failed or "candidates" in recorded:
            self._candidates(name, recorded.get("candidates", []), step)

    def _candidates(self, name: str, tried: list[dict[str, Any]], step: Step) -> None:
        """Check what was tried: everything that could have done, each with the first condition that fails for it."""
        found = [(each["bindings"], each["fails"], each["node"] is None) for each in tried]
        if found != [(_entities(bound), place, failing is None) for bound, place, failing in step.failed]:
            self._fail(name, "candidates", len(tried), len(step.failed))
            return
        for each, (*_, failing) in zip(tried, step.failed, strict=True):
            if failing is not None:
                self._step(each["node"], failing)

    def _premises(self, name: str, recorded: dict[str, Any], step: Step) -> tuple[list[str], list[Step]]:
        """Give the premises that are recorded, each with the step that it must be; none where they are not those that must be there."""
        premises, expected, left_out = recorded.get("premises", []), list(step.premises), False
        if step.count is not None:
            pool = {(each.place, *sorted(_entities(each.env).items())): each for each in expected}
            marks = [(self.proof[each].get("condition"), *sorted(self.proof[each].get("bindings", {}).items())) for each in premises]
            expected = [pool.pop(mark) for mark in marks if mark in pool]
            may_be_left_out = bool(premises) and all("derived" in [p.kind for p in each.premises] for each in pool.values())
            left_out = len(premises) != step.count if step.count else bool(pool) and not may_be_left_out
        if left_out or len(premises) != len(expected):
            self._fail(name, "premises", len(premises), step.count or len(step.premises))
            return [], []
        return premises, expected

    def _same(self, step: str, key: str, found: Any, wanted: Any) -> None:
        if found != wanted:
            self._fail(step, key, found, wanted)

    def _fail(self, step: str, code: str, found: Any = None, wanted: Any = None) -> None:
        self.failures.append(Failure(self.outcome, step, code, found, wanted))


def _entities(env: Env) -> dict[str, str]:
    return {name: value for name, value in env.items() if isinstance(value, str)}
