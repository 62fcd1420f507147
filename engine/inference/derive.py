"""Runs the layers of a program over the facts: durable-rules joins, the driver tests, the finished statements go up a stratum."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.case.facts import Facts, Said
from engine.inference.driver import Binding, Joins, Tuple
from engine.inference.evaluate import Evaluator, Instance, Statement, members
from engine.inference.plan import Plan
from engine.inference.program import Program
from engine.language.syntax import Rule, Var
from engine.truth import Truth, all_of
from engine.vocabulary.model import Vocabulary

DERIVED = Said("derived")


@dataclass(slots=True, eq=False)
class _Use:
    """A use of a rule that its tests did not rule out; ``within`` are the statements of the same stratum it rests on."""

    rule: str
    plan: Plan
    env: Binding
    head: Statement
    tests: Truth
    within: tuple[Statement, ...]


def derive(evaluator: Evaluator) -> None:
    """Fill the evaluator's tables and the derived statements, lowest stratum first.

    A higher stratum is never run before a lower is finished.
    """
    program, facts = evaluator.program, evaluator.facts
    for level, (rule_joins, body_joins) in enumerate(program.layers):
        if level:
            _run_rules(evaluator, rule_joins, level)
        for plan_name, binding in body_joins.run(_tuples(program.vocabulary, facts, body_joins)):
            evaluator.tables.rows.setdefault(plan_name, []).append(binding)
            evaluator.firings += 1


def _tuples(vocabulary: Vocabulary, facts: Facts, joins: Joins) -> Iterable[Tuple]:
    """Give the facts that a set of joins looks at: everything that is certain or possible."""
    for predicate in sorted(joins.predicates):
        name, cls = predicate.split("|", 1)
        if name == "is":
            yield from (Tuple(predicate, entity, "") for entity in members(cls, vocabulary, facts))
        else:
            yield from (
                Tuple(predicate, subject, obj or "")
                for (subject, obj), _ in facts.pairs(name)
                if facts.classes.get(subject) == cls
            )


def _run_rules(evaluator: Evaluator, joins: Joins, level: int) -> None:
    program, facts = evaluator.program, evaluator.facts
    uses: list[_Use] = []
    passed_on: set[Tuple] = set()

    def on_match(place: str, binding: Binding) -> list[Tuple]:
        """Test what is not joined; a conclusion that other rules of this stratum look at is passed on at once."""
        key = place.removesuffix(":scope")
        rule, plan = program.rules[key], program.plans[place]
        evaluator.firings += 1
        tests = evaluator.all(key, plan.tests, binding).truth if plan.tests else Truth.YES
        if tests is Truth.NO:
            return []
        use = _Use(key, plan, binding, _head(rule, binding), tests, _same_stratum(plan, binding, program, level))
        uses.append(use)
        fact = Tuple(f"{use.head[0]}|{facts.classes.get(use.head[1], '')}", use.head[1], use.head[2] or "")
        if fact.predicate not in joins.predicates or fact in passed_on:
            return []
        passed_on.add(fact)
        return [fact]

    joins.run(_tuples(program.vocabulary, facts, joins), on_match)
    _settle(evaluator, uses)


def _head(rule: Rule, binding: Binding) -> Statement:
    def of(term: object) -> str:
        return binding[term.name] if isinstance(term, Var) else term.concept  # type: ignore[attr-defined]

    return rule.then.property, of(rule.then.subject), of(rule.then.object) if rule.then.object else None


def _same_stratum(plan: Plan, binding: Binding, program: Program, level: int) -> tuple[Statement, ...]:
    found = []
    for _, sentence in plan.atoms:
        if program.strata.get(sentence.property) == level:
            obj = sentence.object
            found.append(
                (
                    sentence.property,
                    binding[sentence.subject.name] if isinstance(sentence.subject, Var) else sentence.subject.concept,
                    None if obj is None else binding[obj.name] if isinstance(obj, Var) else obj.concept,
                )
            )
    return tuple(found)


def _settle(evaluator: Evaluator, uses: list[_Use]) -> None:
    """Find the truth of every conclusion of a stratum: first what is certain, then what is possible, each from the bottom up.

    The round in which a statement first follows is its height. A use counts only where what it rests on stands lower, so that no
    proof goes in a circle.
    """
    uses.sort(key=lambda use: (use.rule, sorted(use.env.items())))
    heights: dict[Statement, int] = {}
    settled: dict[Statement, Truth] = {}
    for wanted in (Truth.YES, Truth.UNKNOWN):
        waiting, height = [u for u in uses if u.head not in settled], 0
        while waiting:
            height += 1
            reached = {u.head for u in waiting if _holds(evaluator, u, settled) >= wanted}
            if not reached:
                break
            for head in reached:
                settled[head], heights[head] = wanted, height + (0 if wanted is Truth.YES else 1_000_000)
            waiting = [u for u in waiting if u.head not in settled]
    of_head: dict[Statement, list[_Use]] = {}
    for use in uses:
        of_head.setdefault(use.head, []).append(use)
    for head in sorted(settled, key=lambda h: (heights[h], str(h))):
        evaluator.facts.add(*head, settled[head], DERIVED)
        grounds = [u for u in of_head[head] if all(heights.get(w, heights[head]) < heights[head] for w in u.within)]
        instances = [Instance(evaluator.use_of(u.rule, u.plan, u.env), heights[head]) for u in grounds]
        evaluator.instances[head] = [i for i in instances if i.node.truth is not Truth.NO]


def _holds(evaluator: Evaluator, use: _Use, settled: dict[Statement, Truth]) -> Truth:
    def truth(statement: Statement) -> Truth:
        return settled.get(statement, Truth.NO)

    joined = []
    for _, sentence in use.plan.atoms:
        subject = use.env[sentence.subject.name] if isinstance(sentence.subject, Var) else sentence.subject.concept
        obj = sentence.object
        bound = None if obj is None else use.env[obj.name] if isinstance(obj, Var) else obj.concept
        statement = (sentence.property, subject, bound)
        joined.append(truth(statement) if statement in use.within else evaluator.facts.truth(*statement))
    found = all_of([use.tests, *joined])
    return min(found, Truth.UNKNOWN) if evaluator.rests_on_stand_in(use.plan, use.env) else found
