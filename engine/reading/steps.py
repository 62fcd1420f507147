"""What rules say of facts: the rule language read straight from its text, in three values, apart from the engine that derives.

In: facts (any that can answer what ``World`` asks), and the rules of a day. Out: for a condition under some bindings, the ``Step`` that a
proof of it must have, with all that it rests on. Nothing is joined or compiled, and no more is read than is asked for: it is
the engine's inference said once more in the shortest way, to hold its proofs against. ``of_duty`` and ``in_force`` are for the law to say.
"""

from abc import ABC, abstractmethod
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from engine.language import syntax as s
from engine.reading.places import Spot, use_of
from engine.vocabulary.model import Kind, Origin, Vocabulary

NO, UNKNOWN, YES = range(3)
NOT_LISTED = ("fulfils", "breaches", "reads_law_by")  # never looked for, only asked
Key = tuple[str, str, str | None]  # property, subject, object
Env = dict[str, Any]  # variable → entity or concept; of a date or a number its value, None where it is not known
Failed = list[tuple[Env, str, "Step | None"]]


class World(Protocol):
    """The facts."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that the facts are told with."""

    @property
    def values(self) -> Mapping[tuple[str, str], date | int]:
        """Dates and numbers, by property and subject."""

    @property
    def members(self) -> Mapping[str, Sequence[str]]:
        """What a variable of a type may stand for."""

    @property
    def subjects(self) -> Mapping[tuple[str, str | None, str | None], Sequence[str]]:
        """The subjects of statements that may hold, by property, object, and class of the subject."""

    @property
    def objects(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The objects of statements that may hold, by property and subject."""

    def truth(self, key: Key) -> int:
        """Give the truth of a statement of the case."""

    def source(self, key: Key) -> Any:
        """Say where a statement, or a value, is known from."""

    def class_of(self, entity: str | None) -> str | None:
        """Give the class of an entry; None for a concept."""


@dataclass(slots=True, eq=False)
class Step:
    """A step that a proof must have; ``names`` are the variables of ``env`` that it must bind, ``more`` its other keys.

    With a ``count``, it rests on that many of its premises; where that is 0, on all that rest on no other rule. Without, on all, in order.
    ``failed`` is what was tried and does not do: bindings, place and step of the first condition that fails (None: nothing fits it).
    """

    kind: str
    op: str | None
    holds: int
    premises: "Sequence[Step]" = ()
    more: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    env: Env = field(default_factory=dict)
    names: tuple[str, ...] = ()
    failed: "Sequence[tuple[Env, str, Step | None]]" = ()
    count: int | None = None


def unseen(entity: Any) -> bool:
    """Say whether something stands for entries that we were not shown."""
    return isinstance(entity, str) and entity.startswith("~")


def joined(kind: str, op: str, premises: list[Step], n: int = 1, **more: Any) -> Step:
    """Make a step that follows from its premises (Kleene); nothing about an entry that we were not shown is certain."""
    held = [each.holds for each in premises]
    if op == "at_least":
        holds = YES if held.count(YES) >= n else UNKNOWN if len(held) - held.count(NO) >= n else NO
    else:
        holds = YES - held[0] if op == "not" else min(held, default=YES) if op == "all" else max(held, default=NO)
    if n > 1:
        more["minimum"] = n
    return Step(kind, op, min(holds, UNKNOWN) if "stand_in" in more else holds, premises, more)


class Reading(ABC):
    """Makes the steps of conditions and statements, each once. ``rules`` are those of the day."""

    def __init__(self, facts: World, rules: Iterable[s.Rule], law_date: date, case_date: date) -> None:
        self.world, self.vocabulary, self.law_date, self.case_date = facts, facts.vocabulary, law_date, case_date
        self._made: dict[Any, Step | None] = {}
        self._heads: dict[str, list[tuple[s.Sentence, Spot]]] = defaultdict(list)
        for rule in rules:
            self._heads[rule.then.property].append((rule.then, use_of(rule, self.vocabulary)))

    @abstractmethod
    def of_duty(self, key: Key) -> list[Step]:
        """Make the steps of the outcomes of a duty, for one that asks whether it is fulfilled or breached."""

    @abstractmethod
    def in_force(self, spot: Spot, env: Env) -> Step:
        """Make the step that says whether the law holds for a scope."""

    def make(self, spot: Spot, env: Env) -> Step:
        """Make the step of a condition: one for all bindings that agree on what it takes from outside."""
        if spot.kind == "sentence":
            return self.statement(_key(spot, env))
        key = (spot, *map(env.get, spot.free))
        step = self._made.get(key)
        if step is None:
            return self.give(spot, env, self._leaf(spot, env) if spot.op == "leaf" or spot.kind == "never" else self._group(spot, env))
        return step

    def give(self, spot: Spot, env: Env, step: Step) -> Step:
        """Keep the step of a condition."""
        step.place, step.env, step.names = spot.place, env, spot.free
        self._made[spot, *map(env.get, spot.free)] = step
        return step

    def _group(self, spot: Spot, env: Env) -> Step:
        c, steps = spot.condition, list[Step]()
        if spot.kind == "exists":
            return self.existence(spot, *self.search(spot.inner[0], {name: env[name] for name in spot.free if name in env}))
        for member in self.vocabulary.collections[c.collection].members if isinstance(c, s.ForAll) else ("",):
            bound = {**env, c.var.name: member} if isinstance(c, s.ForAll) else env
            for each in spot.inner:
                if not (spot.kind == "if" and steps and steps[0].holds == YES) and (each.kind != "shown" or any(map(unseen, env.values()))):
                    steps.append(self.make(each, bound))
                    bound = self._named(each, bound) if each.kind == "value" else bound
        return joined(spot.kind, spot.op, steps, spot.minimum)

    def _leaf(self, spot: Spot, env: Env) -> Step:
        match spot.kind:
            case "value":
                prop, subject, _ = _key(spot, env)
                value = self.world.values.get((prop, subject))
                return self._fact((prop, subject, None if value is None else str(value)), UNKNOWN if value is None else YES)
            case "comparison":
                return self._compare(spot.condition, env)
            case "in_force":
                return self.in_force(spot, env)
            case "never":
                return Step("all", "all", NO)
            case "shown":
                return Step("all", "all", UNKNOWN, more={"stand_in": next(env[name] for name in env if unseen(env[name]))})
        day = {"law_date": str(self.law_date)} if spot.kind == "not_encoded" else {}
        return Step("in_force", None, UNKNOWN, more={"note": {**day, "standing": spot.kind}})

    def _named(self, spot: Spot, env: Env) -> Env:
        """Give the bindings with the date or number that a condition names."""
        obj = spot.condition.object if isinstance(spot.condition, s.Sentence) else None
        return {**env, obj.name: self.world.values.get(_key(spot, env)[:2])} if isinstance(obj, s.Var) else env

    def existence(self, spot: Spot, ways: list[Step], failed: Failed) -> Step:
        """Make the step of what is looked for; an entry that we were not shown counts as any number."""
        step = joined("exists", "at_least", ways, spot.minimum)
        if step.holds == NO and any("stand_in" in way.more for way in ways):
            step.holds = UNKNOWN
        if step.holds == YES:
            step.premises, step.count = [way for way in ways if way.holds == YES], spot.minimum
            return step
        step.failed, step.kind, step.count = failed, "exists" if step.holds else _refuted(failed), len(ways)
        name, type_ = spot.own[0].name, spot.own[0].type
        reached = {each.get(name) for each in [*(way.env for way in ways), *(each for each, *_ in failed)]}
        others = [each for each in self.world.members.get(type_, ()) if each not in reached and not unseen(each)]
        step.more |= {"others": others} if others and spot.condition and not type_.startswith("concept:") else {}
        return step

    def statement(self, key: Key) -> Step:
        """Make the step of a statement: a fact, an open question, two dates compared, outcomes of a duty, or what rules conclude.

        Raises RecursionError where it rests on itself.
        """
        made, prop = self._made.get(key), self.vocabulary.properties[key[0]]
        if made is not None:
            return made
        if key in self._made:
            raise RecursionError("/".join(filter(None, key)))
        self._made[key] = None
        if prop.kind is Kind.LATER:
            step = self._later(key)
        elif prop.id in ("fulfils", "breaches"):
            step = joined("duty", "all" if prop.id == "fulfils" else "any", self.of_duty(key))
        else:
            step = self._derived(key) if prop.origin is Origin.DERIVED else self._fact(key, self.world.truth(key))
        step.more["statement"], self._made[key] = [part for part in key if part is not None], step
        return step

    def _fact(self, key: Key, holds: int) -> Step:
        kind = "question" if holds == UNKNOWN else "judgement" if self.world.class_of(key[1]) == "Judgement" else "fact"
        source, more = self.world.source(key), {"statement": [part for part in key if part is not None]}
        return Step(kind, None, holds, more=more | ({"source": source} if source else {}))

    def _derived(self, key: Key) -> Step:
        ways, failed = list[Step](), list[Any]()
        for head, use in self._heads[key[0]]:
            terms = [(term, entity) for term, entity in ((head.subject, key[1]), (head.object, key[2])) if term is not None]
            if all(self._may_be(entity, term) for term, entity in terms):
                found, lost = self.search(use, {term.name: entity for term, entity in terms if isinstance(term, s.Var)})
                ways, failed = ways + found, failed + lost
        holds = max((way.holds for way in ways), default=NO)
        carrying = [way for way in ways if way.holds == holds]
        return Step("derived" if holds else _refuted(failed), "any", holds, carrying, failed=() if holds else failed, count=0)

    def _may_be(self, entity: str | None, term: s.Term) -> bool:
        if isinstance(term, s.Const):
            return term.concept == entity
        return term.type.startswith("concept:") or self.world.class_of(entity) == term.type

    def search(self, way: Spot, env: Env) -> tuple[list[Step], Failed]:
        """Follow conditions one by one. Gives each way that may do, and what fails with the first condition that does."""
        own, ways, failed = {var.name: var for var in way.own}, list[Step](), Failed()
        alive: list[tuple[Env, list[Step], bool]] = [(env, [], True)]  # bindings, steps so far, whether all of it was shown
        for spot in way.inner:
            following = []
            for before, steps, shown in alive:
                found = self._extended(spot, before, own)
                known = [shown and (each is before or not any(unseen(each[n]) for n in each.keys() - before.keys())) for each in found]
                if shown and not any(known):
                    failed.append((before, spot.place, None))
                for each, is_known in zip(found, known, strict=True):
                    step = self.make(spot, each)
                    if step.holds != NO:
                        following.append((self._named(spot, each) if spot.kind == "value" else each, [*steps, step], is_known))
                    elif is_known:
                        failed.append((each, spot.place, step))
            alive = following
        for each, steps in ((each, steps) for before, steps, _ in alive for each in self._filled(before, way.own)):
            hidden = [each[name] for name in own if unseen(each[name])]
            ways.append(joined("candidate", "all", steps, **({"stand_in": hidden[0]} if hidden else {})))
            ways[-1].place, ways[-1].env, ways[-1].names = way.place, each, way.free
        return ways, failed

    def _extended(self, spot: Spot, env: Env, own: dict[str, s.Var]) -> list[Env]:
        """Bind what a condition speaks of and nothing is bound to, to all for which it may hold."""
        missing, c = [own[name] for name in spot.free if name in own and name not in env], spot.condition
        prop = self.vocabulary.properties[c.property] if isinstance(c, s.Sentence) and c.subject != c.object else None
        if prop is None or len(missing) != 1 or prop.kind not in (Kind.FLAG, Kind.LINK) or prop.id in NOT_LISTED:
            return list(self._filled(env, missing)) if missing else [env]
        if prop.origin is Origin.DERIVED:
            return [each for each in self._filled(env, missing) if self.make(spot, each).holds]
        _, subject, obj = _key(spot, env)
        is_subject = isinstance(c, s.Sentence) and c.subject == missing[0]
        ends = self.world.subjects.get((prop.id, obj, missing[0].type)) if is_subject else self.world.objects.get((prop.id, subject))
        return [{**env, missing[0].name: each} for each in ends or ()]

    def _filled(self, env: Env, own: Sequence[s.Var]) -> Iterator[Env]:
        """Bind what is not bound to everything that it may stand for."""
        left = [var for var in own if var.name not in env]
        for each in self.world.members.get(left[0].type, ()) if left else ():
            yield from self._filled({**env, left[0].name: each}, left[1:])
        if not left:
            yield env

    def _later(self, key: Key) -> Step:
        """Compare the dates of two entries; one without a date is from the day of the case at the latest."""
        first, second = (day if isinstance(day := self.world.values.get(("dated", entity or "")), date) else None for entity in key[1:])
        no = second is not None and (first or self.case_date) <= second
        note = {"left": str(first or ""), "right": str(second or "")}
        return Step("comparison", None, NO if no else YES if first and second else UNKNOWN, more={"note": note})

    def _compare(self, c: Any, env: Env) -> Step:
        """Compare two sides, or their distance with a duration; what is not known can always turn out either way."""
        a, right, offset, holds = self._side(c.left, env), self._side(c.right, env), self._side(c.offset, env), UNKNOWN
        b: Any = right.number if isinstance(right, s.Amount) else right
        note = {"left": "" if a is None else str(a), "right": "" if b is None else str(b)}
        if a is not None and b is not None and (offset or not c.offset):
            if offset:
                note["offset"], b = f"{offset.number} {offset.unit}", _moved(b, offset, -1 if c.direction == "before" else 1)
            a, b = (b, a) if c.direction == "before" else (a, b)  # more than n before is earlier than the day n before
            holds = YES if {"lt": a < b, "le": a <= b, "eq": a == b, "ge": a >= b, "gt": a > b}[c.op] else NO
        if isinstance(c.right, s.ParameterRef):
            return Step("parameter", None, holds, more={"note": note | {"parameter": c.right.parameter}})
        return Step("comparison", None, holds, more={"note": note})

    def _side(self, side: Any, env: Env) -> Any:
        if isinstance(side, s.ParameterRef):
            number = self.vocabulary.parameters[side.parameter].at(self.law_date)
            return None if number is None else s.Amount(number, self.vocabulary.parameters[side.parameter].unit)
        return self.case_date if isinstance(side, s.CaseDate) else env.get(side.name) if isinstance(side, s.Var) else side


def _key(spot: Spot, env: Env) -> Key:
    c: Any = spot.condition
    subject, obj = c.subject, c.object
    one = str(env.get(subject.name)) if isinstance(subject, s.Var) else subject.concept
    return c.property, one, env.get(obj.name) if isinstance(obj, s.Var) else None if obj is None else obj.concept


def _refuted(failed: Failed) -> str:
    return "refutation" if any(step for *_, step in failed) else "absence"


def _moved(day: date, by: s.Amount, sign: int) -> date:
    """Move a day; a month that is too short gives its last day."""
    if by.unit in ("days", "weeks"):
        return day + timedelta(days=sign * by.number * (7 if by.unit == "weeks" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + sign * by.number * (12 if by.unit == "years" else 1), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
