"""Whether the scenarios notice a mutant: those that try the changed part are run on it, then those of the parts that rest on it.

A case is read, and its facts are collected, once. The mutants of a duty stand beside it under names of their own and are run together:
nothing rests on them, so each comes out as it would in its place. A mutant of a rule takes the place of the rule. Either way the changed
part is first run with nothing but what it rests on itself: where nothing comes out differently for it, nothing can that rests on it.
"""

import gc
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.assessment import Assessment, Groundwork, conclude
from engine.inference.driver import JoinError
from engine.inference.program import Program, StrataError, compile_program
from engine.language.syntax import Duty, Outlook, Remark, Rule, RuleSet
from engine.language.walk import Part, narrowed, of_regimes
from engine.rulebase import RuleBase
from engine.scenarios.conditions import parts_of
from engine.scenarios.model import Scenario
from engine.scenarios.mutants import Mutant, key_of, mutated
from engine.scenarios.run import came_out, prepare

PARTS = 20  # parts tried between one collection of garbage and the next: it walks everything
KEPT = 400  # cases kept ready; one takes about a third of a megabyte


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: the scenario that killed it, or None; and whether it could be run at all."""

    mutant: str
    killer: str | None
    is_rule: bool = True


class Laboratory:
    """Runs scenarios on the mutants of one rule base."""

    def __init__(self, rulebase: RuleBase, scenarios: Iterable[Scenario]) -> None:
        self.rulebase = rulebase
        self._ready: OrderedDict[str, Groundwork] = OrderedDict()
        self._tried = 0
        self._narrowed: dict[str, RuleSet] = {}
        self._trying: dict[str, list[Scenario]] = {}
        self._resting: dict[tuple[str, int], list[str]] = {}
        for scenario in scenarios:
            self._trying.setdefault(scenario.tries, []).append(scenario)
        narrow = {tries: self.rules_of(tries) for tries in self._trying}
        for tries in sorted(narrow, key=lambda tries: (len(parts_of(narrow[tries])), tries)):
            for part in parts_of(narrow[tries]):
                self._resting.setdefault(key_of(part), []).append(tries)

    def rules_of(self, id_: str) -> RuleSet:
        """Give what the outcome of a part can rest on; worked out once."""
        if id_ not in self._narrowed:
            self._narrowed[id_] = narrowed(self.rulebase.rules, id_)
        return self._narrowed[id_]

    def scenarios_on(self, part: Part) -> Iterator[Scenario]:
        """Give the scenarios that a part may matter to: those that try it, then those of what rests on it, the least first."""
        own = part.origins.id
        resting = self._resting.get(key_of(part), [])
        for tries in (*(t for t in resting if t == own), *(t for t in resting if t != own)):
            yield from self._trying[tries]

    def verdicts(self, few: Sequence[Mutant]) -> list[Verdict]:
        """Say of mutants of one part whether they are killed, and by which scenario first."""
        one_by_one = bool(few) and isinstance(few[0].part, Rule)
        batches = [[mutant] for mutant in few] if one_by_one else [list(few)]
        found = {verdict.mutant: verdict for batch in batches for verdict in self._batch(batch)}
        self._tried += 1
        if self._tried % PARTS == 0:
            gc.collect()  # a compiled program holds itself, and the collector is kept from what is assessed
        return [found[mutant.id] for mutant in few]

    def _batch(self, batch: list[Mutant]) -> list[Verdict]:
        try:
            return self._run(batch)
        except (StrataError, JoinError):  # one of them is no rule that can be run
            if len(batch) == 1:
                return [Verdict(batch[0].id, None, is_rule=False)]
            return [verdict for mutant in batch for verdict in self._batch([mutant])]

    def _run(self, batch: list[Mutant]) -> list[Verdict]:
        alive, killed = {mutant.id: mutant for mutant in batch}, dict[str, str]()
        with _Trial(self, batch) as trial:
            for scenario in self.scenarios_on(batch[0].part):
                for mutant in trial.killed_by(scenario, list(alive.values())):
                    killed[mutant.id] = scenario.id
                    del alive[mutant.id]
                if not alive:
                    break
        return [Verdict(mutant.id, killed.get(mutant.id)) for mutant in batch]

    def groundwork(self, scenario: Scenario) -> Groundwork:
        """Give the case of a scenario, made ready."""
        found = self._ready.pop(scenario.id, None) or prepare(scenario, self.rulebase)
        self._ready[scenario.id] = found
        if len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        return found


class _Trial:
    """Some mutants of one part, ready to be run; what was compiled is given back in the end."""

    def __init__(self, laboratory: Laboratory, batch: list[Mutant]) -> None:
        self.laboratory, self.part = laboratory, batch[0].part
        self.own = self.part.origins.id
        rules = laboratory.rules_of(self.own)
        self.names: dict[str, str] = {}  # of each mutant among the rules that are run
        if isinstance(self.part, Rule):
            self.rules, self.names = mutated(rules, batch[0]), {batch[0].id: self.own}
        else:
            self.names = {mutant.id: f"{self.own}~{number}" for number, mutant in enumerate(batch)}
            self.rules = _beside(rules, [_named(mutant.part, self.names[mutant.id]) for mutant in batch])
        self._programs: dict[tuple[str, date, tuple[str, ...]], Program] = {}

    def __enter__(self) -> "_Trial":
        return self

    def __exit__(self, *_: object) -> None:
        for program in self._programs.values():
            program.close()

    def killed_by(self, scenario: Scenario, alive: list[Mutant]) -> list[Mutant]:
        """Give the mutants that a scenario comes out differently with than it should."""
        ground = self.laboratory.groundwork(scenario)
        assessment = self._assess("mutants", self.rules, ground)
        before = self._before(assessment, ground)
        return [
            mutant for mutant in alive
            if _signature(mutant.part, self.names[mutant.id], assessment) != before
            and self._outcome(scenario, mutant, assessment, ground) != scenario.expected
        ]

    def _before(self, assessment: Assessment, ground: Groundwork) -> Hashable:
        """Give what comes out for the part as it stands: beside its mutants, or where the rule itself stands in its place."""
        if isinstance(self.part, Rule):
            assessment = self._assess("before", self.laboratory.rules_of(self.own), ground)
        return _signature(self.part, self.own, assessment)

    def _outcome(self, scenario: Scenario, mutant: Mutant, assessment: Assessment, ground: Groundwork) -> str:
        rules = self.rules
        if scenario.tries == self.own:
            scenario = replace(scenario, tries=self.names[mutant.id])
        else:
            rules = mutated(self.laboratory.rules_of(scenario.tries), mutant)
            assessment = self._assess(f"{mutant.id} {scenario.tries}", rules, ground)
        return came_out(scenario, rules, assessment)[0]

    def _assess(self, name: str, rules: RuleSet, ground: Groundwork) -> Assessment:
        key = name, ground.law_date, ground.case.regimes
        base = self.laboratory.rulebase
        if key not in self._programs:
            self._programs[key] = compile_program(of_regimes(rules, ground.case.regimes), base.vocabulary, ground.law_date)
        return conclude(ground, base, program=self._programs[key])


def _named(part: Part, name: str) -> Part:
    return replace(part, origins=replace(part.origins, id=name))


def _beside(rules: RuleSet, parts: list[Part]) -> RuleSet:
    """Put parts that are not rules beside those of a rule set."""
    return RuleSet(
        (*rules.duties, *(part for part in parts if isinstance(part, Duty))),
        rules.rules,
        (*rules.remarks, *(part for part in parts if isinstance(part, Remark))),
        (*rules.outlooks, *(part for part in parts if isinstance(part, Outlook))),
    )


def _signature(part: Part, name: str, assessment: Assessment) -> Hashable:
    """Give all of what came out for a part that anything else can look at; ``name`` is what it is called there."""
    match part:
        case Duty():
            rows = assessment.of_duty(name)
            answers = ((row.applies.truth, row.breach.truth, row.met.truth, row.suspicion.truth) for row in rows)
            return tuple(sorted((row.id.partition("@")[2], row.outcome, *each) for row, each in zip(rows, answers, strict=True)))
        case Remark():
            return tuple(noted.scope for noted in assessment.remarks if noted.remark.origins.id == name)
        case Outlook():
            return tuple((seen.scope, seen.holds) for seen in assessment.outlook if seen.outlook.origins.id == name)
        case _:
            return frozenset(assessment.facts.pairs(part.then.property))
