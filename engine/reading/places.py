"""Where each condition of a rule stands, and what the headers of a duty come to: all that rules say in one uniform form, with addresses.

In: duties and rules as they were read. Out: ``Spot`` values, nested as the conditions are written. An address is the key of the duty or
rule (its id, ``#``, its line), a colon, and the path inside it: ``no.utforelse.3A-5.1#3:requires/0/body/1``. The steps of a recorded
proof stand at these addresses. Nothing is decided here: what a condition comes to is for others to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.language import syntax as s
from engine.language.walk import Part
from engine.vocabulary.model import Kind, Vocabulary

ENTERPRISE = s.Const("enterprise")
Op = Literal["all", "any", "not", "at_least", "leaf"]
Placed = list[tuple[str, s.Condition]]  # conditions with their paths


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A condition in its place, or a group of them.

    ``kind`` is ``sentence``, ``value`` (it gives a date or a number its name), ``comparison``, ``not``, ``all``, ``at_least``, ``if``
    (the test denied, or the body), ``for_all``, ``exists``, ``candidate`` (a way to fill what is looked for), ``exception``; or what no
    condition says: ``in_force``, ``shown`` (the scope is over entries that we were shown), ``inferred`` and ``not_encoded`` (the law was
    not read), ``never`` (a duty that wants nothing is not met). ``op`` is how it is joined from ``inner``. ``own`` are the variables
    that it looks for or goes through, ``free`` those that it takes from outside (for a candidate also what it fills).
    """

    kind: str
    op: Op
    place: str
    inner: tuple["Spot", ...] = ()
    condition: s.Condition | None = None
    own: tuple[s.Var, ...] = ()
    free: tuple[str, ...] = ()
    minimum: int = 1


class Parts(NamedTuple):
    """The four parts that the outcome of a duty follows from (design § 5), the search for its scopes, and its sections by path."""

    applies: Spot
    breach: Spot
    met: Spot
    suspicion: Spot
    search: Spot
    sections: dict[str, Spot]


def key_of(part: Part) -> str:
    """Give the key of a part of a rule file, unique over versions and alternatives with one id: the id, and the line where it stands."""
    return f"{part.origins.id}#{part.origins.place.line}"


def use_of(rule: s.Rule, vocabulary: Vocabulary) -> Spot:
    """Give one use of a rule. An existence right in its body says no more than that it can be filled, and is filled with the rest."""
    places = _Places(rule, vocabulary)
    own, body = _joined(places.scope, places.joins() + _placed(places.when(), "when"))
    return places.candidate("use", body, own)


def parts_of(duty: s.Duty, act: str, vocabulary: Vocabulary) -> Parts:
    """Give the parts of a duty that belongs to an act: they depend on whether the scope of that was read."""
    places = _Places(duty, vocabulary)
    search, found = places.search(), {"scope": places.together(places.joins()), "when": places.together(_placed(places.when(), "when"))}
    found |= {name: places.together(_placed(getattr(duty, name), name)) for name in ("requires", "met_when")}
    grounds = {}
    for name in ("unless", "invoked", "breach_when", "suspicion_when"):
        each = {f"{name}/{n}": places.together(_placed(ground, f"{name}/{n}")) for n, ground in enumerate(getattr(duty, name))}
        grounds[name] = places.group("exception" if name in ("unless", "invoked") else "all", "any", name, *each.values())
        found |= each
    unit = next((var for var in places.scope if var.type == "Unit"), ENTERPRISE)
    in_read_scope = places.at("", s.Sentence("in_read_scope", unit, s.Const(act), duty.origins.place))
    lead = (places.about_law("in_force", f"{duty.origins.id}:in_force"), places.about_law("shown", f"{places.key}:shown"), in_read_scope)
    exceptions = (denied(grounds[name]) for name in ("unless", "invoked") if grounds[name].inner)
    applies = places.group("all", "all", "applies", *lead, found["scope"], found["when"], *exceptions)
    breach = places.group("all", "any", "breach", *map(denied, found["requires"].inner), grounds["breach_when"])
    wanted = [found[name] for name in ("requires", "met_when") if found[name].inner]
    met = places.group("all" if wanted else "never", "all", "met", *wanted)
    return Parts(applies, breach, met, grounds["suspicion_when"], search, found | {"applies": applies})


def no_parts(duty: s.Duty, vocabulary: Vocabulary, encoded: bool) -> Parts:
    """Give the parts of a duty that nothing in the case can fall under, or whose law of the day is not encoded."""
    places = _Places(duty, vocabulary)
    search, unread = places.search(), Spot("not_encoded", "leaf", f"{places.key}:in_force")
    applies = Spot("all", "all", f"{places.key}:applies", (search if encoded else unread,))
    nothing = Spot("all", "any", f"{places.key}:none", () if encoded else (unread,))
    return Parts(applies, nothing, nothing, nothing, search, {"applies": applies})


def asked(parts: Parts, is_fulfilled: bool, inferred: bool) -> Spot:
    """Give what a duty asks that asks of the outcome of another whether it is fulfilled (or does not apply), or whether it is breached."""
    unread = (Spot("inferred", "leaf", ""),) if inferred else ()
    if not is_fulfilled:
        return Spot("all", "all", "", (parts.applies, parts.breach, *unread))
    good = Spot("all", "all", "", (parts.met, denied(parts.breach), denied(parts.suspicion), *unread))
    return Spot("all", "any", "", (good, denied(parts.applies)))


def denied(spot: Spot) -> Spot:
    """Give that something is not so. It stands in the place of that; a sentence has none in a proof."""
    place = "" if spot.kind == "sentence" else spot.place
    return Spot("exception" if spot.kind == "exception" else "not", "not", place, (spot,), free=spot.free)


class _Places:
    """Gives the conditions of one duty or rule their places."""

    def __init__(self, part: s.Duty | s.Rule, vocabulary: Vocabulary) -> None:
        self.part, self.key, self.vocabulary = part, key_of(part), vocabulary
        self.scope = tuple(each.var for each in part.scope)
        self.names = tuple(sorted(var.name for var in self.scope))

    def joins(self) -> Placed:
        """Give the sentences that join the variables of the scope."""
        return [pair for n, each in enumerate(self.part.scope) for pair in _placed(each.joins, f"scope/{n}")]

    def when(self) -> s.Conditions:
        """Give the conditions; a duty or rule of a named interpretation has one more: that the case is judged by it."""
        name, place = self.part.origins.interpretation, self.part.origins.place
        return self.part.when if name is None else (*self.part.when, s.Sentence("reads_law_by", ENTERPRISE, s.Const(name), place))

    def search(self) -> Spot:
        """Give the search for the scopes of a duty."""
        return self.spot("exists", "at_least", "scope", (self.candidate("scope/body", self.joins(), self.scope),), own=self.scope)

    def together(self, placed: Placed) -> Spot:
        """Give conditions that hold all together; they stand in the place of the first."""
        return self.spot("all", "all", placed[0][0] if placed else "", self.spots(placed))

    def candidate(self, path: str, body: Placed, own: tuple[s.Var, ...]) -> Spot:
        """Give one way to fill what is looked for."""
        return self.spot("candidate", "all", path, self.spots(body), own=own)

    def group(self, kind: str, op: Op, path: str, *inner: Spot) -> Spot:
        """Give a part of a duty: it stands for its whole scope."""
        return Spot(kind, op, f"{self.key}:{path}", inner, free=self.names)

    def about_law(self, kind: str, place: str) -> Spot:
        """Give a leaf about the law."""
        return Spot(kind, "leaf", place, free=self.names)

    def spots(self, placed: Placed) -> tuple[Spot, ...]:
        """Give conditions that stand together, first those that give a date or a number its name."""
        found = [self.at(path, condition) for path, condition in placed]
        return tuple(sorted(found, key=lambda spot: spot.kind != "value"))

    def at(self, path: str, condition: s.Condition) -> Spot:
        """Give one condition with all that is within it."""
        match condition:
            case s.Sentence(property=name):
                is_value = self.vocabulary.properties[name].kind is Kind.VALUE
                return self.spot("value" if is_value else "sentence", "leaf", path, (), condition)
            case s.Compare():
                return self.spot("comparison", "leaf", path, (), condition)
            case s.Not(body):
                return self.spot("not", "not", path, (self.at(f"{path}/not", body),), condition)
            case s.Exists(var=var, body=body, minimum=minimum):
                way = self.candidate(f"{path}/body", _placed(body, f"{path}/body"), (var,))
                return self.spot("exists", "at_least", path, (way,), condition, (var,), minimum)
            case s.ForAll(var=var, body=body):
                return self.spot("for_all", "all", path, (self.together(_placed(body, f"{path}/body")),), condition, (var,))
            case s.AllOf(body=body):
                return self.spot("all", "all", path, self.spots(_placed(body, f"{path}/body")), condition)
            case s.If(test=test, body=body):
                unless = self.spot("not", "not", path, (self.together(_placed(test, f"{path}/test")),))
                return self.spot("if", "any", path, (unless, self.together(_placed(body, f"{path}/body"))), condition)
            case s.AtLeast(n=n, branches=branches):
                inner = tuple(self.at(place, branch) for place, branch in _placed(branches, f"{path}/branch"))
                return self.spot("at_least", "at_least", path, inner, condition, minimum=n)

    def spot(
        self,
        kind: str,
        op: Op,
        path: str,
        inner: tuple[Spot, ...] = (),
        condition: s.Condition | None = None,
        own: tuple[s.Var, ...] = (),
        minimum: int = 1,
    ) -> Spot:
        """Put a spot together."""
        terms = (getattr(condition, name, None) for name in ("subject", "object", "left", "right"))
        free = {term.name for term in terms if isinstance(term, s.Var)}.union(*(each.free for each in inner))
        names = {var.name for var in own}
        free = free | names if kind == "candidate" else free - names
        return Spot(kind, op, f"{self.key}:{path}" if path else self.key, inner, condition, own, tuple(sorted(free)), minimum)


def _placed(conditions: Iterable[s.Condition], path: str) -> Placed:
    return [(f"{path}/{n}", condition) for n, condition in enumerate(conditions)]


def _joined(own: tuple[s.Var, ...], placed: Placed) -> tuple[tuple[s.Var, ...], Placed]:
    found: Placed = []
    for path, condition in placed:
        if isinstance(condition, s.Exists) and condition.minimum == 1 and condition.var.name not in {var.name for var in own}:
            own, inside = _joined((*own, condition.var), _placed(condition.body, f"{path}/body"))
            found += inside
        else:
            found.append((path, condition))
    return own, found
