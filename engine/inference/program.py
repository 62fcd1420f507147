"""A rule base made ready to run: plans for every body, joins for every layer, rules by stratum. Compiled once, used for many cases."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from engine.case.model import ENTERPRISE
from engine.inference.driver import Joins, Pattern
from engine.inference.plan import Placed, Plan, bodies, inner, make_plan, placed, sentences
from engine.language.syntax import (
    Condition,
    Conditions,
    Const,
    Duty,
    Exists,
    ForEach,
    Origins,
    Outlook,
    Remark,
    Rule,
    RuleSet,
    Sentence,
    Var,
)
from engine.vocabulary.model import Vocabulary


def _conditions(path: str, condition: Condition) -> Iterator[Placed]:
    yield path, condition
    for inner_path, inside in inner(path, condition):
        yield from _conditions(inner_path, inside)


@dataclass(slots=True)
class Program:
    """The compiled rule base.

    ``plans`` are by place (rule id, ``:``, path): one for each scope and rule body, one for each existence. ``heads`` gives the rules that
    conclude a property. ``conditions`` gives every condition by place, ``free`` its free variables once they were
    asked for. ``settled`` are derived statements that stand among the facts already, so that no rule here concludes them. ``layers[k]``
    holds the joins of the rules of stratum k (none at 0) and those of all bodies whose predicates are finished then.
    """

    vocabulary: Vocabulary
    ruleset: RuleSet
    strata: dict[str, int]
    plans: dict[str, Plan] = field(default_factory=dict)
    heads: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    rules: dict[str, Rule] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    layers: list[tuple[Joins, Joins]] = field(default_factory=list)
    free: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inside: dict[str, tuple[Placed, ...]] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()

    def close(self) -> None:
        """Give back the memory of the joins; the program can't be run any more."""
        for of_rules, of_bodies in self.layers:
            of_rules.close()
            of_bodies.close()


def compile_program(ruleset: RuleSet, vocabulary: Vocabulary, on: date, settled: frozenset[str] = frozenset()) -> Program:
    """Compile the rules that hold on a day. The rule set must have passed ``check``.

    ``settled`` are derived statements that the facts will bring along, concluded before.
    """
    rules = tuple(rule for rule in ruleset.rules if holds(rule.origins, on))
    program = Program(vocabulary, replace(ruleset, rules=rules), {}, settled=settled)
    for rule in rules:
        program.heads[rule.then.property].append(rule)
        program.rules[key_of(rule.origins)] = rule
        variables, body = _joined(
            tuple(each.var for each in rule.scope), rule_body(rule.scope, rule.when + adopted(rule.origins))
        )
        program.plans[f"{key_of(rule.origins)}:scope"] = make_plan(variables, body, vocabulary)
        _plan_bodies(program, rule.origins, body)
    for duty in ruleset.duties:
        _plan_scope(program, duty.origins, duty.scope)
        for _, conditions in sections(duty):
            _plan_bodies(program, duty.origins, conditions)
    told: tuple[Remark | Outlook, ...] = (*ruleset.remarks, *ruleset.outlooks)
    for part in told:
        _plan_scope(program, part.origins, part.scope)
        _plan_bodies(program, part.origins, placed(part.when, "when"))
    program.strata.update(_levels(program, rules))
    _build_layers(program, rules)
    return program


def _joined(variables: tuple[Var, ...], body: tuple[Placed, ...]) -> tuple[tuple[Var, ...], tuple[Placed, ...]]:
    """Take the existences that stand directly in a rule's body into its join: a rule says no more than that they can be filled.

    One that counts, or whose variable has a name that is taken, stays a test on finished tables.
    """
    found: list[Placed] = []
    for path, condition in body:
        if (
            isinstance(condition, Exists)
            and condition.minimum == 1
            and condition.var.name not in {v.name for v in variables}
        ):
            variables, inside = _joined((*variables, condition.var), inner(path, condition))
            found += inside
        else:
            found.append((path, condition))
    return variables, tuple(found)


def _levels(program: Program, rules: tuple[Rule, ...]) -> dict[str, int]:
    """Give each derived property its stratum, from 1: above all that its rules test, not below what they join.

    Raises StrataError where a rule tests what follows from its own conclusion; ``check`` finds the negated cycles before.
    """
    level = {rule.then.property: 1 for rule in rules}
    for _ in range(len(level) + 1):
        before = dict(level)
        for rule in rules:
            plan = program.plans[f"{key_of(rule.origins)}:scope"]
            joined = [level.get(sentence.property, 0) for _, sentence in plan.atoms]
            tested = [
                level.get(s.property, 0) + 1
                for path, test in plan.tests
                for s in sentences(path, test)
                if s.property in level
            ]
            level[rule.then.property] = max(level[rule.then.property], *joined, *tested, 1)
        if level == before:
            return level
    raise StrataError("a rule tests what follows from its own conclusion: define a statement for one of the steps")


class StrataError(Exception):
    """Rules that can't be put into strata."""


def key_of(origins: Origins) -> str:
    """Give the key of a rule, unique over versions and alternatives with one id: the id, and the line where it stands."""
    return f"{origins.id}#{origins.place.line}"


def holds(origins: Origins, on: date) -> bool:
    """Say whether a rule's own interval covers a day."""
    return (origins.valid_from is None or origins.valid_from <= on) and (
        origins.valid_until is None or on < origins.valid_until
    )


def adopted(origins: Origins) -> Conditions:
    """Give the condition that a rule of a named interpretation has besides its own: that the case is judged by it."""
    if origins.interpretation is None:
        return ()
    return (Sentence("reads_law_by", Const(ENTERPRISE), Const(origins.interpretation), origins.place),)


def joins_of(scope: tuple[ForEach, ...]) -> tuple[Placed, ...]:
    """Give the sentences that join the variables of a scope, with their paths."""
    return tuple(p for number, each in enumerate(scope) for p in placed(each.joins, f"scope/{number}"))


def rule_body(scope: tuple[ForEach, ...], when: Conditions) -> tuple[Placed, ...]:
    """Give the whole body of a rule: its joins and its conditions."""
    return joins_of(scope) + placed(when, "when")


def sections(duty: Duty) -> list[tuple[str, tuple[Placed, ...]]]:
    """Give the sections of a duty, each with its placed conditions; grounds are numbered."""
    found = [("scope", joins_of(duty.scope)), ("when", placed(duty.when + adopted(duty.origins), "when"))]
    found += [(f"unless/{n}", placed(c, f"unless/{n}")) for n, c in enumerate(duty.unless)]
    found += [(f"invoked/{n}", placed(c, f"invoked/{n}")) for n, c in enumerate(duty.invoked)]
    found += [("requires", placed(duty.requires, "requires")), ("met_when", placed(duty.met_when, "met_when"))]
    found += [(f"breach_when/{n}", placed(c, f"breach_when/{n}")) for n, c in enumerate(duty.breach_when)]
    found += [(f"suspicion_when/{n}", placed(c, f"suspicion_when/{n}")) for n, c in enumerate(duty.suspicion_when)]
    return found


def _plan_scope(program: Program, origins: Origins, scope: tuple[ForEach, ...]) -> None:
    variables = tuple(each.var for each in scope)
    program.plans[f"{key_of(origins)}:scope"] = make_plan(variables, joins_of(scope), program.vocabulary)


def _plan_bodies(program: Program, origins: Origins, conditions: tuple[Placed, ...]) -> None:
    for path, condition in conditions:
        program.conditions.update(
            {f"{key_of(origins)}:{place}": found for place, found in _conditions(path, condition)}
        )
        for place, plan in bodies(path, condition, program.vocabulary):
            program.plans[f"{key_of(origins)}:{place}"] = plan


def _build_layers(program: Program, rules: tuple[Rule, ...]) -> None:
    top = max(program.strata.values(), default=0)
    own = {f"{key_of(rule.origins)}:scope" for rule in rules}
    for level in range(top + 1):
        rule_joins: dict[str, list[Pattern]] = {}
        for rule in rules if level else ():
            if program.strata[rule.then.property] == level:
                place = f"{key_of(rule.origins)}:scope"
                rule_joins[place] = list(program.plans[place].patterns)
        tables = {
            plan.name: list(plan.patterns)
            for place, plan in program.plans.items()
            if place not in own and not plan.is_scan and _level(program, plan) == level
        }
        program.layers.append((Joins(f"rules{level}", rule_joins), Joins(f"bodies{level}", tables)))


def _level(program: Program, plan: Plan) -> int:
    return max((program.strata.get(sentence.property, 0) for _, sentence in plan.atoms), default=0)


def remarks_on(program: Program, on: date) -> list[Remark]:
    """Give the remarks that hold on a day."""
    return [remark for remark in program.ruleset.remarks if holds(remark.origins, on)]


def outlooks_on(program: Program, on: date) -> list[Outlook]:
    """Give the outlooks that hold on a day."""
    return [outlook for outlook in program.ruleset.outlooks if holds(outlook.origins, on)]
