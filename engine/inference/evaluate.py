"""Evaluation of conditions on finished tables, three-valued, with the proof recorded on the way.

Joins were found by durable-rules (:mod:`engine.inference.derive`); what is decided here is what it may not be trusted
with: negation, counting,
for-all, comparison, and the combination of a duty's parts. Each condition is evaluated once for each binding of its free variables.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from engine.case.collect import OTHER_FACTOR
from engine.case.facts import Facts, Said, is_stand_in
from engine.inference.comparing import compare, later
from engine.inference.plan import Placed, Plan, free, inner, joinable
from engine.inference.program import Program, key_of
from engine.language.syntax import (
    AllOf,
    AtLeast,
    Compare,
    Condition,
    Exists,
    ForAll,
    If,
    Not,
    Sentence,
    Term,
    Var,
)
from engine.proof.node import Node, Op, Refused
from engine.truth import Truth, all_of, any_of, at_least
from engine.vocabulary.model import Kind, Origin, Vocabulary

Env = dict[str, str]  # variable → entity or concept
Values = dict[str, date | int | None]  # variable → date or number (None: not known)
Statement = tuple[str, str, str | None]


@dataclass(slots=True)
class Instance:
    """One use of a rule that may hold: the node of its body, and how deep it stands."""

    node: Node
    height: int


@dataclass(slots=True)
class Tables:
    """What the joins found: by plan name the bindings, and an index for each set of outer variables asked with."""

    rows: dict[str, list[Env]] = field(default_factory=dict)
    mentioned: dict[str, set[str]] = field(default_factory=dict)
    indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], list[Env]]] = field(default_factory=dict)

    def find(self, plan: Plan, env: Env) -> list[Env]:
        """Give the rows of a plan that agree with what is bound."""
        mentioned = self.mentioned.get(plan.name)
        if mentioned is None:
            slots = {slot for pattern in plan.patterns for slot in (pattern.subject, pattern.object)}
            mentioned = self.mentioned[plan.name] = {slot[1:] for slot in slots if slot.startswith("?")}
        bound = tuple(sorted(mentioned & env.keys()))
        index = self.indexes.get((plan.name, bound))
        if index is None:
            index = self.indexes[plan.name, bound] = {}
            for row in self.rows.get(plan.name, ()):
                index.setdefault(tuple(row[name] for name in bound), []).append(row)
        return index.get(tuple(env[name] for name in bound), [])


DutyTruth = Callable[[str, str, str], Node]  # (fulfils or breaches, unit, goal concept) → node


class Evaluator:
    """Evaluates conditions of one rule base on the facts of one case."""

    def __init__(self, program: Program, facts: Facts, law_date: date) -> None:
        self.program, self.facts, self.law_date = program, facts, law_date
        self.vocabulary = program.vocabulary
        self.tables = Tables()
        self.instances: dict[Statement, list[Instance]] = {}
        self.duty_truth: DutyTruth | None = None
        self.firings = 0
        self._memo: dict[tuple[object, ...], Node] = {}
        self._valued = {prop.id for prop in self.vocabulary.properties.values() if prop.kind is Kind.VALUE}
        self._parts = program.inside
        self._free = program.free  # the free variables of each condition, by place

    # --- conditions -------------------------------------------------------------------------------------------------------

    def all(self, rule: str, conditions: tuple[Placed, ...], env: Env, values: Values | None = None) -> Node:
        """Evaluate a conjunction; a sentence that gives a value binds its variable for the other conditions."""
        known: Values = dict(values or {})
        parts = [self.condition(rule, path, condition, env, known) for path, condition in self._in_order(conditions)]
        return Node(
            "all",
            Op.ALL,
            all_of(p.truth for p in parts),
            f"{rule}:{conditions[0][0]}" if conditions else rule,
            env,
            premises=parts,
        )

    def values_of(self, conditions: tuple[Placed, ...], env: Env) -> Values:
        """Give the dates and numbers that conditions bind, for other sections of the same part to use."""
        return {
            c.object.name: self.facts.values.get((c.property, self._of(c.subject, env)))
            for _, c in conditions
            if isinstance(c, Sentence) and isinstance(c.object, Var) and self._gives_value(c)
        }

    def _names(self, place: str, condition: Condition) -> tuple[str, ...]:
        """Give the variables that a condition takes from outside, in order; looked up once for each place."""
        found = self._free.get(place)
        if found is None:
            found = self._free[place] = tuple(sorted(free(condition)))
        return found

    def _in_order(self, conditions: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """Put the sentences that give a value before the comparisons that use it; otherwise keep the order of the text."""
        if not any(self._gives_value(condition) for _, condition in conditions):
            return conditions
        return tuple(sorted(conditions, key=lambda placed: not self._gives_value(placed[1])))

    def _inside(self, place: str, path: str, condition: Condition) -> tuple[Placed, ...]:
        """Give the conditions directly inside a condition; put together once for each place."""
        found = self._parts.get(place)
        if found is None:
            found = self._parts[place] = inner(path, condition)
        return found

    def _gives_value(self, condition: Condition) -> bool:
        return isinstance(condition, Sentence) and condition.property in self._valued

    def condition(self, rule: str, path: str, condition: Condition, env: Env, values: Values) -> Node:
        """Evaluate one condition under a binding."""
        if isinstance(condition, Sentence):
            if condition.property in self._valued:
                return self._value(rule, path, condition, env, values)
            return self._sentence(condition, env)
        if values:
            return self._evaluate(rule, path, condition, env, values)
        place = f"{rule}:{path}"
        names = self._names(place, condition)
        key = (place, *[env[name] for name in names if name in env])
        node = self._memo.get(key)
        if node is None:
            node = self._memo[key] = self._evaluate(rule, path, condition, env, values)
        return node

    def _evaluate(self, rule: str, path: str, condition: Condition, env: Env, values: Values) -> Node:
        place = f"{rule}:{path}"
        match condition:
            case Not(body):
                part = self.condition(rule, f"{path}/not", body, env, values)
                return Node("not", Op.NOT, ~part.truth, place, env, premises=[part])
            case Exists():
                return self._exists(rule, path, condition, env, values)
            case ForAll():
                return self._for_all(rule, path, condition, env, values)
            case AllOf():
                known = dict(values)
                inside = self._in_order(self._inside(place, path, condition))
                parts = [self.condition(rule, p, c, env, known) for p, c in inside]
                return Node("all", Op.ALL, all_of(p.truth for p in parts), place, env, premises=parts)
            case If(test=test, body=body):
                return self._if(rule, path, len(test), self._inside(place, path, condition), env, values)
            case AtLeast(n=n):
                parts = [self.condition(rule, p, c, env, values) for p, c in self._inside(place, path, condition)]
                return Node(
                    "at_least",
                    Op.AT_LEAST,
                    at_least(n, (p.truth for p in parts)),
                    place,
                    env,
                    premises=parts,
                    minimum=n,
                )
            case Compare():
                truth, note = compare(condition, values, self.facts.case.date, self.law_date, self.vocabulary)
                return Node("comparison", Op.LEAF, truth, place, env, note=note)
        raise TypeError(f"no such condition: {condition!r}")

    def _if(self, rule: str, path: str, tests: int, parts: tuple[Placed, ...], env: Env, values: Values) -> Node:
        """Either the test does not hold, or the body does."""
        place = f"{rule}:{path}"
        test = self.all(rule, parts[:tests], env, values)
        unless = Node("not", Op.NOT, ~test.truth, place, env, premises=[test])
        if unless.truth is Truth.YES:
            return Node("if", Op.ANY, Truth.YES, place, env, premises=[unless])
        body = self.all(rule, parts[tests:], env, values)
        return Node("if", Op.ANY, any_of((unless.truth, body.truth)), place, env, premises=[unless, body])

    def _for_all(self, rule: str, path: str, condition: ForAll, env: Env, values: Values) -> Node:
        parts, place = [], f"{rule}:{path}"
        for member in self.vocabulary.collections[condition.collection].members:
            bound = {**env, condition.var.name: member}
            part = self.all(rule, self._inside(place, path, condition), bound, values)
            parts.append(part)
        return Node("for_all", Op.ALL, all_of(p.truth for p in parts), place, env, premises=parts)

    # --- statements -------------------------------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, env: Env) -> Node:
        subject = self._of(sentence.subject, env)
        obj = self._of(sentence.object, env) if sentence.object else None
        key = (sentence.property, subject, obj)
        node = self._memo.get(key)
        if node is None:
            node = self._memo[key] = self.statement(*key)
        return node

    def statement(self, prop_id: str, subject: str, obj: str | None) -> Node:
        """Give the node of a statement: a fact, an open question, or what the rules derived."""
        prop = self.vocabulary.properties[prop_id]
        key = (prop_id, subject, obj)
        if prop.kind is Kind.LATER and obj is not None:
            truth, note = later(self.facts, subject, obj)
            return Node("comparison", Op.LEAF, truth, statement=key, note=note)
        if prop_id in ("fulfils", "breaches"):
            if self.duty_truth is None or obj is None:
                raise TypeError(f"{prop_id} may stand in duties only")
            return self.duty_truth(prop_id, subject, obj)
        if prop.origin is Origin.DERIVED and prop_id not in self.program.settled:
            return self._derived(key)
        truth, said = self.facts.truth(*key), self.facts.source(*key)
        if truth is Truth.UNKNOWN:
            return Node("question", Op.LEAF, truth, statement=key, said=said)
        return Node("fact", Op.LEAF, truth, statement=key, said=said or self._why_not(subject))

    def _why_not(self, subject: str) -> Said | None:
        """Say who closed the list or register in which a statement would have stood."""
        cls = self.vocabulary.classes.get(self.facts.classes.get(subject, ""))
        register = cls.register if cls else None
        units = self.facts.units_of.get(subject, ())
        closed = [self.facts.closed[register or "", unit] for unit in units if (register or "", unit) in self.facts.closed]
        return max(closed, key=lambda said: (str(said.as_of), said.who), default=None)

    def _derived(self, key: Statement) -> Node:
        truth = self.facts.truth(*key)
        if truth is Truth.NO:
            return self._refutation(key)
        uses = [use.node for use in self.instances[key]]
        if truth is Truth.YES:
            best = next(node for node in uses if node.truth is Truth.YES)
            return Node(
                "derived",
                Op.ANY,
                truth,
                statement=key,
                premises=[best, *(n for n in uses if n is not best and n.truth is Truth.YES)],
            )
        return Node("derived", Op.ANY, truth, statement=key, premises=uses)

    def _refutation(self, key: Statement) -> Node:
        """Show for each rule that could conclude a statement where its every candidate fails.

        Where rules go in a circle, the statement is met again on the way: there it stands bare, so that no proof goes in a circle.
        """
        prop_id, subject, obj = key
        refused: list[Refused] = []
        self._memo[key] = Node("derived", Op.ANY, Truth.NO, statement=key)
        for rule in self.program.heads[prop_id]:
            env = _unify(rule.then, subject, obj, self.facts)
            if env is None:
                continue
            name = key_of(rule.origins)
            refused += self._refused(name, self.program.plans[f"{name}:scope"], env, {})
        return Node("derived", Op.ANY, Truth.NO, statement=key, refused=refused)

    def _of(self, term: Term, env: Env) -> str:
        return env[term.name] if isinstance(term, Var) else term.concept

    def _value(self, rule: str, path: str, sentence: Sentence, env: Env, values: Values) -> Node:
        subject = self._of(sentence.subject, env)
        value = self.facts.values.get((sentence.property, subject))
        if isinstance(sentence.object, Var):
            values[sentence.object.name] = value
        key = (sentence.property, subject, str(value) if value is not None else None)
        if value is None:
            return Node("question", Op.LEAF, Truth.UNKNOWN, f"{rule}:{path}", env, key, Said("not_asked"))
        entry = self.facts.case.entries[subject]
        return Node(
            "fact",
            Op.LEAF,
            Truth.YES,
            f"{rule}:{path}",
            env,
            key,
            Said("stated", (entry.stated_by,), None, entry.evidence, entry.mark),
        )

    # --- existence --------------------------------------------------------------------------------------------------------

    def _exists(self, rule: str, path: str, condition: Exists, env: Env, values: Values) -> Node:
        place = f"{rule}:{path}"
        plan = self.program.plans[place]
        outer = {name: env[name] for name in self._names(place, condition) if name in env}
        body = f"{place}/body"
        candidates = [self._candidate(rule, plan, {**outer, **row}, values, body) for row in self.lookup(plan, outer)]
        truth = self._count(condition.minimum, candidates)
        node = Node("exists", Op.AT_LEAST, truth, place, outer, minimum=condition.minimum)
        if truth is Truth.YES:
            holding = [c for c in candidates if c.truth is Truth.YES]
            node.premises = sorted(holding, key=self._strength)[: condition.minimum]
            return node
        node.premises = [c for c in candidates if c.truth is not Truth.NO]
        node.refused = self._refused(rule, plan, outer, values)
        reached = {r.bindings.get(condition.var.name) for r in node.refused} | {
            c.bindings[condition.var.name] for c in candidates
        }
        node.others = [
            e for e in self.facts.instances.get(condition.var.type, ()) if e not in reached and not is_stand_in(e)
        ]
        return node

    def _count(self, minimum: int, candidates: Iterable[Node]) -> Truth:
        """Count the candidates; a stand-in counts as any number."""
        found = list(candidates)
        if any(c.stand_in and c.truth is Truth.UNKNOWN for c in found):
            certain = sum(c.truth is Truth.YES for c in found) >= minimum
            return Truth.YES if certain else Truth.UNKNOWN
        return at_least(minimum, (c.truth for c in found))

    def _strength(self, candidate: Node) -> tuple[int, str]:
        """Order candidates: those with evidence first, then by id."""
        evidence = any(self.facts.evidence_of(entity) for entity in candidate.bindings.values())
        return (0 if evidence else 1, str(sorted(candidate.bindings.items())))

    def _candidate(self, rule: str, plan: Plan, env: Env, values: Values, place: str) -> Node:
        """Evaluate a whole body for one binding, in the order of the text."""
        known: Values = dict(values)
        parts = [self.condition(rule, path, condition, env, known) for path, condition in plan.body]
        truth = all_of(p.truth for p in parts)
        stand_in = next((env[v.name] for v in plan.variables if is_stand_in(env[v.name])), None)
        if stand_in and truth is Truth.YES:
            truth = Truth.UNKNOWN  # nothing about an entry that we were not shown is certain
        return Node("candidate", Op.ALL, truth, place, env, premises=parts, stand_in=stand_in)

    def use_of(self, rule: str, plan: Plan, env: Env) -> Node:
        """Give the node of one use of a rule."""
        return self._candidate(rule, plan, env, {}, f"{rule}:use")

    def refuse(self, rule: str, plan: Plan) -> list[Refused]:
        """Show why a scope has no binding at all."""
        return self._refused(rule, plan, {}, {})

    @staticmethod
    def rests_on_stand_in(plan: Plan, env: Env) -> bool:
        """Say whether one of a body's own variables is bound to an entry that we were not shown."""
        return any(is_stand_in(env[variable.name]) for variable in plan.variables)

    def lookup(self, plan: Plan, env: Env) -> list[Env]:
        """Give the bindings of a plan's own variables that its joins allow under what is bound outside."""
        if not plan.is_scan:
            own = [v.name for v in plan.variables]  # in the order of the rule, so that the same case gives the same bytes
            rows = self.tables.find(plan, {k: v for k, v in env.items() if k not in own})
            return [{name: row[name] for name in own if name in row} for row in rows]
        if not plan.variables:
            return [{}]
        variable = plan.variables[0]
        if not plan.atoms:
            return [{variable.name: entity} for entity in members(variable.type, self.vocabulary, self.facts)]
        sentence = plan.atoms[0][1]
        index = self.facts
        subject, obj = sentence.subject, sentence.object
        if isinstance(subject, Var) and subject.name == variable.name:
            bound = self._of(obj, env) if obj else None
            found = [e for e in index.by_object[sentence.property][bound] if index.classes.get(e) == variable.type]
        else:
            found = [o for o in index.by_subject[sentence.property][self._of(subject, env)] if o is not None]
        return [{variable.name: entity} for entity in sorted(found)]

    def _refused(self, rule: str, plan: Plan, env: Env, values: Values) -> list[Refused]:
        """Follow the body condition by condition; note each real candidate with the first condition that fails for it."""
        alive: list[tuple[Env, Values]] = [(env, dict(values))]
        refused: list[Refused] = []
        own = {v.name: v for v in plan.variables}
        for path, condition in plan.body:
            following: list[tuple[Env, Values]] = []
            for bound, known in alive:
                extended = list(self._extend(f"{rule}:{path}", condition, bound, own))
                if not extended:
                    refused.append(Refused(bound, f"{rule}:{path}", None))
                for binding in extended:
                    carried = dict(known)
                    node = self.condition(rule, path, condition, binding, carried)
                    if node.truth is Truth.NO:
                        refused.append(Refused(binding, f"{rule}:{path}", node))
                    else:
                        following.append((binding, carried))
            alive = following
        return refused

    def _extend(self, place: str, condition: Condition, env: Env, own: dict[str, Var]) -> Iterable[Env]:
        """Bind the variables of a condition that are still free, to real entries for which it may hold."""
        missing = [
            name
            for name in self._names(place, condition)
            if name in own and name not in env and not own[name].type.startswith(("date", "number"))
        ]
        if not missing:
            return [env]
        if len(missing) > 1 or not isinstance(condition, Sentence) or not joinable(condition, self.vocabulary):
            found = [env]
            for name in missing:
                real = [m for m in members(own[name].type, self.vocabulary, self.facts) if not is_stand_in(m)]
                found = [{**e, name: m} for e in found for m in real]
            return found
        name = missing[0]
        subject, obj = condition.subject, condition.object
        if isinstance(subject, Var) and subject.name == name:
            bound = self._of(obj, env) if obj else None
            entities = [
                e
                for e in self.facts.by_object[condition.property][bound]
                if self.facts.classes.get(e) == own[name].type
            ]
        else:
            entities = [o for o in self.facts.by_subject[condition.property][self._of(subject, env)] if o is not None]
        return [{**env, name: e} for e in sorted(entities) if not is_stand_in(e)]


def members(type_: str, vocabulary: Vocabulary, facts: Facts) -> list[str]:
    """Give everything that a variable of a type may stand for: entries, or concepts with the factor that is yet to be found."""
    if type_.startswith("concept:"):
        name = type_.removeprefix("concept:")
        return [*vocabulary.collections[name].members, *([OTHER_FACTOR] if name == "factors" else [])]
    return list(facts.instances.get(type_, ()))


def _unify(head: Sentence, subject: str, obj: str | None, facts: Facts) -> Env | None:
    """Bind the variables of a rule's conclusion to a statement; None where it cannot conclude that."""
    env: Env = {}
    for term, entity in ((head.subject, subject), (head.object, obj)):
        if isinstance(term, Var) and entity is not None:
            if not term.type.startswith("concept:") and facts.classes.get(entity) != term.type:
                return None
            env[term.name] = entity
        elif term is not None and not isinstance(term, Var) and term.concept != entity:
            return None
    return env
