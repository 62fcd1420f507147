"""Small worlds in which conditions hold or don't, and random conditions about them: what lint says to follow must hold in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from engine.language import syntax as s
from engine.lint.normal import NOWHERE, OF
from engine.vocabulary.model import Vocabulary

UNIT = s.Var("U", "Unit")
TOPICS = ("prevention", "handling")
FLAGS = ("exposed", "prepared")
START = date(2020, 1, 1)
TODAY = START + timedelta(days=3)

Env = dict[str, object]


@dataclass(frozen=True)
class World:
    """A unit, its headcount and flags, and courses with what is true of each."""

    things: dict[str, tuple[str, ...]]
    true: frozenset[tuple[str, ...]]
    values: dict[tuple[str, str], int | date]


def world(random: Random) -> World:
    """Make a world with up to two courses and two drills."""
    trainings = tuple(f"T{n}" for n in range(random.randint(0, 2)))
    drills = tuple(f"D{n}" for n in range(random.randint(0, 2)))
    facts = [(flag, "unit") for flag in FLAGS] + [("held_for", d, "unit") for d in drills]
    facts += [fact for t in trainings for fact in (("given_to", t, "unit"), *(("covers", t, topic) for topic in TOPICS))]
    values: dict[tuple[str, str], int | date] = {("headcount", "unit"): random.randint(0, 4)}
    values |= {("dated", each): START + timedelta(days=random.randint(0, 6)) for each in (*trainings, *drills)}
    things = {"Unit": ("unit",), "Training": trainings, "Drill": drills}
    return World(things, frozenset(fact for fact in facts if random.random() < 0.5), values)


def all_hold(conditions: Sequence[s.Condition], env: Env, at: World, words: Vocabulary) -> bool:
    """Say whether a block holds; its sentences that give a date or a number name it for the block."""
    env = dict(env)
    for each in conditions:
        if isinstance(each, s.Sentence) and (each.property, str(_of(each.subject, env))) in at.values:
            assert isinstance(each.object, s.Var)
            env.setdefault(each.object.name, at.values[each.property, str(_of(each.subject, env))])
    return all(holds(each, env, at, words) for each in conditions)


def holds(condition: s.Condition, env: Env, at: World, words: Vocabulary) -> bool:
    """Say whether a condition holds in a world; written or in its form."""
    match condition:
        case s.Sentence(prop, subject, obj):
            if prop in ("dated", "headcount"):
                return True
            return (prop, *(str(_of(term, env)) for term in (subject, obj) if term)) in at.true
        case s.Not(body):
            return not holds(body, env, at, words)
        case s.AllOf(body):
            return all_hold(body, env, at, words)
        case s.Exists(var, minimum, body):
            return sum(all_hold(body, {**env, var.name: thing}, at, words) for thing in at.things[var.type]) >= minimum
        case s.ForAll(var, collection, body):
            return all(all_hold(body, {**env, var.name: member}, at, words) for member in words.collections[collection].members)
        case s.If(test, body):
            return not all_hold(test, env, at, words) or all_hold(body, env, at, words)
        case s.AtLeast(n, branches):
            return sum(holds(each, env, at, words) for each in branches) >= n
        case s.Compare(left, op, right):
            one, two = _value(left, env, at), _value(right, env, at) if isinstance(right, s.Var) else right
            two = TODAY if isinstance(two, s.CaseDate) else two.number if isinstance(two, s.Amount) else two
            return {"lt": one < two, "le": one <= two, "eq": one == two, "ge": one >= two, "gt": one > two}[op]  # type: ignore[operator]


def _of(term: s.Term, env: Env) -> object:
    return env[term.name] if isinstance(term, s.Var) else term.concept


def _value(var: s.Var, env: Env, at: World) -> object:
    prop, _, owner = var.name.partition(OF)
    return at.values[prop, str(env.get(owner, owner))] if owner else env[var.name]


# --- random conditions ---------------------------------------------------------------------------------------------------------


def conditions(random: Random, depth: int = 2) -> s.Conditions:
    """Make a block about the unit."""
    found = [condition(random, depth) for _ in range(random.randint(1, 3))]
    if random.random() < 0.4:
        number = s.Var(random.choice("MN"), "number")
        found.append(s.Sentence("headcount", UNIT, number, NOWHERE))
        found += [_compare(random, number, s.Amount(random.randint(0, 3), "count")) for _ in range(random.randint(0, 2))]
    return tuple(found)


def condition(random: Random, depth: int = 2) -> s.Condition:
    """Make a condition about the unit."""
    kind = random.choice(("flag", "flag", "not", "exists", "exists", "all", "if", "choice", "group") if depth else ("flag", "not"))
    match kind:
        case "flag":
            return s.Sentence(random.choice(FLAGS), UNIT, None, NOWHERE)
        case "not":
            return s.Not(condition(random, depth - 1) if depth else condition(random, 0), NOWHERE)
        case "exists":
            return _exists(random, depth, ())
        case "all":
            topic = s.Var("T", "concept:training_topics")
            return s.ForAll(topic, "training_topics", (_exists(random, 0, (topic,)),), NOWHERE)
        case "if":
            return s.If(conditions(random, 0)[:1], (condition(random, depth - 1),), NOWHERE)
        case "choice":
            branches = tuple(condition(random, depth - 1) for _ in range(random.randint(1, 3)))
            return s.AtLeast(random.randint(1, len(branches)), branches, NOWHERE)
        case _:
            return s.AllOf((condition(random, depth - 1), condition(random, depth - 1)), NOWHERE)


def _exists(random: Random, depth: int, topics: tuple[s.Var, ...]) -> s.Condition:
    if not topics and random.random() < 0.3:
        var = s.Var("D", "Drill")
        body: list[s.Condition] = [s.Sentence("held_for", var, UNIT, NOWHERE)]
    else:
        var = s.Var("O", "Training")
        body = [s.Sentence("given_to", var, UNIT, NOWHERE)] if random.random() < 0.7 else []
        said: s.Term = topics[0] if topics and random.random() < 0.8 else s.Const(random.choice(TOPICS))
        covered = s.Sentence("covers", var, said, NOWHERE)
        body.append(covered if random.random() < 0.7 else s.Not(covered, NOWHERE))
    if random.random() < 0.4:
        day = s.Var("E", "date")
        body += [s.Sentence("dated", var, day, NOWHERE), _compare(random, day, random.choice((s.CaseDate(), START, TODAY)))]
    if depth and random.random() < 0.3:
        body.append(condition(random, 0))
    return s.Exists(var, random.choice((1, 1, 1, 2)), tuple(body), NOWHERE)


def _compare(random: Random, left: s.Var, right: s.Operand) -> s.Condition:
    return s.Compare(left, random.choice(("lt", "le", "eq", "ge", "gt")), right, None, None, NOWHERE)
