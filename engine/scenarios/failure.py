"""What a scenario shows that did not come out as it should: the reason for what came out, what is open, and what would have to differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.assessment import Assessment, conclude, told
from engine.case.facts import Facts
from engine.inference.evaluate import Evaluator
from engine.inference.outcome import Outcome
from engine.inference.program import Program
from engine.language.syntax import Outlook, Remark
from engine.proof.node import Node, Op
from engine.proof.reasons import Reasons, Voice
from engine.proof.steps import Step, below
from engine.proof.words import NAMES_OF_PARTS
from engine.rulebase import RuleBase
from engine.scenarios import words as w
from engine.scenarios.conditions import sections
from engine.scenarios.model import NOT_IN_FORCE, Scenario
from engine.scenarios.run import came_out, kind_of, only, prepare
from engine.text import Language
from engine.truth import Truth

WANTED: dict[str, dict[str, tuple[Truth, ...]]] = {  # for each outcome of a duty, what its questions must be answered with
    "breach": {"applies": (Truth.YES,), "breach": (Truth.YES,)},
    "investigate": {"applies": (Truth.YES, Truth.UNKNOWN), "breach": (Truth.NO, Truth.UNKNOWN), "suspicion": (Truth.YES,)},
    "met": {"applies": (Truth.YES,), "breach": (Truth.NO,), "met": (Truth.YES,), "suspicion": (Truth.NO,)},
    "not_applicable": {"applies": (Truth.NO,)},
}
ANSWERED_BY = {  # the sections that a question is answered by
    "breach": ("requires", "breach_when"), "met": ("requires", "met_when"), "suspicion": ("suspicion_when",),
}
OPEN_SHOWN = 8
STEPS_SHOWN = 12
DEEPEST = 2
MARKS = {Truth.YES: "+", Truth.NO: "-", Truth.UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class Ground:
    """A section of the duty that bears on a question: where it begins in the rule file (0: several places), its truth, and why."""

    line: int
    found: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that a duty turns on, answered otherwise than the expected outcome wants, with what stands in the way."""

    question: str
    wanted: str
    found: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A scenario that did not come out as it should, told in one language."""

    file: str
    line: int
    tries: str
    name: str
    source: str
    expected: str
    actual: str
    reason: tuple[str, ...]
    differs: tuple[Answer, ...]
    open: tuple[str, ...]


def failure(scenario: Scenario, rulebase: RuleBase, language: Language) -> Failure:
    """Run a scenario again and tell why it came out as it did."""
    kept: list[Evaluator] = []

    def looked_at(program: Program, facts: Facts, day: date) -> Evaluator:
        kept.append(Evaluator(program, facts, day))
        return kept[0]

    narrow = only(scenario.tries, rulebase)
    assessment = conclude(prepare(scenario, rulebase), narrow, evaluate=looked_at)
    actual, row = came_out(scenario, narrow.rules, assessment)
    teller = _Teller(scenario, assessment, kept[0], language)
    reason, differs, asked = teller.of_duty(row, actual) if kind_of(scenario.tries, narrow.rules) == "duty" else teller.of_other()
    return Failure(
        scenario.file, scenario.line, scenario.tries, scenario.name, scenario.source,
        w.OUTCOME[scenario.expected].in_(language), w.OUTCOME[actual].in_(language), tuple(reason), tuple(differs), tuple(asked),
    )


class _Teller:
    def __init__(self, scenario: Scenario, assessment: Assessment, evaluator: Evaluator, language: Language) -> None:
        self.scenario, self.assessment, self.evaluator, self.language = scenario, assessment, evaluator, language
        self.reasons = Reasons(assessment, language)

    def of_duty(self, row: Outcome | None, actual: str) -> tuple[list[str], list[Answer], list[str]]:
        """Tell of a duty: its reason, the questions that would have to be answered otherwise, and what is open."""
        if row is None:
            day = str(self.assessment.law_date)
            at = self.scenario.at or ""
            return [w.NO_ROW[NOT_IN_FORCE if actual == NOT_IN_FORCE else actual].in_(self.language).format(day=day, at=at)], [], []
        asked = [question.text.in_(self.language) for question in self.reasons.asked(row)] if row.is_open else []
        more = [w.MORE_OPEN.in_(self.language).format(n=len(asked) - OPEN_SHOWN)] if len(asked) > OPEN_SHOWN else []
        return [self.reasons.of(row)], list(self._answers(row)), [*asked[:OPEN_SHOWN], *more]

    def _answers(self, row: Outcome) -> Iterable[Answer]:
        voice = self.reasons.voice(self.reasons.hidden(row))
        found = {"applies": row.applies.truth, "breach": row.breach.truth, "met": row.met.truth, "suspicion": row.suspicion.truth}
        for name, wanted in WANTED.get(self.scenario.expected, {}).items():
            if found[name] not in wanted:
                parts = tuple(self._grounds(row, name, Truth.YES in wanted, voice))
                yield Answer(NAMES_OF_PARTS[name].in_(self.language), self._wanted(wanted), self._word(found[name]), parts)

    def _grounds(self, row: Outcome, question: str, should_hold: bool, voice: Voice) -> Iterable[Ground]:
        """Give the sections that answer a question, each with the conditions that stand in the way of the answer that was wanted."""
        if question == "applies":
            yield Ground(0, "", tuple(_told(row.applies.premises, row.applies.truth, should_hold, voice)))
            return
        for path, conditions in sections(row.duty).items():
            node = row.sections.get(path)
            if path.split("/")[0] not in ANSWERED_BY[question] or node is None or not conditions:
                continue
            if path == "requires" and question == "breach":  # a requirement that fails is what breaches
                truth, steps = ~node.truth, _told(node.premises, node.truth, not should_hold, voice)
            else:
                truth, steps = node.truth, _told(node.premises, node.truth, should_hold, voice)
            in_the_way = should_hold or truth is not Truth.NO
            if in_the_way and (told_of_it := tuple(steps)):
                yield Ground(conditions[0].place.line, self._word(truth), told_of_it)

    def _wanted(self, truths: tuple[Truth, ...]) -> str:
        if len(truths) == 1:
            return self._word(truths[0])
        other = next(truth for truth in Truth if truth not in truths)
        return w.NOT.in_(self.language).format(what=self._word(other))

    def _word(self, truth: Truth) -> str:
        return w.TRUTH[truth.word].in_(self.language)

    def of_other(self) -> tuple[list[str], list[Answer], list[str]]:
        """Tell of the statement of a rule, of a remark or of an outlook: each step on the way to it."""
        voice = self.reasons.voice()
        lines = [line for node in self._nodes() for line in _written(_steps_of(node, voice), whole=True)]
        return lines[:STEPS_SHOWN] or [w.NOTHING_SAID.in_(self.language)], [], []

    def _nodes(self) -> list[Node]:
        tries = self.scenario.tries
        ruleset = self.evaluator.program.ruleset
        parts: tuple[Remark | Outlook, ...] = (*ruleset.remarks, *ruleset.outlooks)
        if kind_of(tries, ruleset) in ("remark", "outlook"):
            mine = (part for part in parts if part.origins.id == tries)
            return [node for part in mine for _, scope, when in told(self.evaluator, part) for node in (scope, when)]
        subject, prop, *obj = (self.scenario.at or "").split("/")
        return [self.evaluator.statement(prop, subject, obj[0] if obj else None)]


def _steps_of(node: Node, voice: Voice) -> tuple[Step, ...]:
    """Give a node as a step with what it follows from beneath; only that where the node itself has no sentence."""
    inside = below(node, voice)
    if node.statement is None:
        return inside
    return (Step(node.truth, voice.say(node), children=inside),)


def _told(premises: Iterable[Node], truth: Truth, should_hold: bool, voice: Voice) -> Iterable[str]:
    """Say what keeps a conjunction from holding, or what lets it hold (or leaves it open)."""
    for premise in premises:
        if premise.truth is not Truth.YES if should_hold else premise.truth is truth:
            yield from _written(below(Node("all", Op.ALL, premise.truth, premises=[premise]), voice))


def _written(steps: Iterable[Step], indent: int = 0, whole: bool = False) -> Iterable[str]:
    """Write steps, and what those follow from that do not hold for certain (``whole``: each of them)."""
    for step in steps:
        said = f"{step.text.removesuffix('.')} ({step.source})." if step.source else step.text
        if said:
            yield f"{'  ' * indent}{' ' if step.remark else MARKS[step.truth]} {said}"
        if indent < DEEPEST and (whole or step.truth is not Truth.YES):
            yield from _written(step.children, indent + 1, whole)
