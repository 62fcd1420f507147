"""Random vocabularies, rules, duties and facts: small, stratified, with negation, counting, dates, open registers and recursion."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.case.facts import Facts, Said
from engine.case.model import Basis, Case, Entry, Mark
from engine.language import syntax as s
from engine.text import same
from engine.truth import Truth
from engine.vocabulary.model import Class, Collection, Kind, Nature, Noun, Origin, Parameter, Property, Vocabulary

DAY = date(2026, 3, 31)
NOUN = Noun(*(same("x"),) * 5)
PLACE = s.Place("p", 1, 1)
SAID = Said("stated", ("employer",))
OPEN = Said("not_asked")
OTHER = "~factor"


@dataclass(frozen=True)
class Sample:
    """One random program with its facts."""

    vocabulary: Vocabulary
    rules: s.RuleSet
    facts: Facts
    negates_derived: bool
    counts: bool
    strata: int


def sample(seed: int) -> Sample:
    return _Maker(random.Random(seed)).sample()


class _Maker:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.classes = [f"C{i}" for i in range(rng.randint(1, 3))]
        self.collections = {"K": ("k1", "k2", "k3")[: rng.randint(2, 3)], "factors": ("f1", "f2", "f3")[: rng.randint(1, 3)]}
        self.levels = rng.choice((2, 3, 3, 4, 5))
        self.level: dict[str, int] = {}
        self.names = 0

    def sample(self) -> Sample:
        self.vocabulary = self._vocabulary()
        rules = tuple(self._rule(prop, number) for number, prop in enumerate(self._heads()))
        duties = tuple(self._duty(number) for number in range(2))
        bodies = [condition for rule in rules for condition in rule.when]
        negates = any(n in self.level for c in every(bodies) if isinstance(c, s.Not) for n in _properties((c.body,)))
        counts = any((isinstance(c, s.Exists) and c.minimum > 1) or (isinstance(c, s.AtLeast) and c.n > 1) for c in every(bodies))
        return Sample(self.vocabulary, s.RuleSet(duties, rules, ()), self._facts(), negates, counts, strata_of(rules))

    # --- vocabulary -------------------------------------------------------------------------------------------------------

    def _vocabulary(self) -> Vocabulary:
        rng, found = self.rng, Vocabulary()
        for cls in self.classes:
            found.classes[cls] = Class(cls, NOUN, f"r{cls}", Nature.WORLD)
        for name, members in self.collections.items():
            found.collections[name] = Collection(name, same(name), members)
        found.parameters["limit"] = Parameter("limit", same("limit"), "count", ((date(2020, 1, 1), 2), (date(2026, 1, 1), 3)))
        found.parameters["span"] = Parameter("span", same("span"), "months", ((date(2027, 1, 1), 1),) if rng.random() < 0.2 else ((date(2020, 1, 1), 6),))

        def add(name: str, kind: Kind, range_: str, origin: Origin = Origin.INPUT) -> None:
            domain = tuple(self.classes) if kind in (Kind.VALUE, Kind.LATER) else tuple(rng.sample(self.classes, rng.randint(1, len(self.classes))))
            found.properties[name] = Property(name, kind, domain, range_, origin, same(name))

        for i in range(rng.randint(2, 3)):
            add(f"flag{i}", Kind.FLAG, "")
        for i in range(rng.randint(2, 4)):
            add(f"link{i}", Kind.LINK, rng.choice([*self.classes, *self.classes, "K", "factors"]))
        add("dated", Kind.VALUE, "date")
        add("size", Kind.VALUE, "number")
        add("later_than", Kind.LATER, "Entry", Origin.COMPUTED)
        for i in range(rng.randint(max(3, self.levels), 8)):
            name = f"d{i}"
            self.level[name] = i + 1 if i < self.levels else rng.randint(1, self.levels)
            if rng.random() < 0.5:
                add(name, Kind.FLAG, "", Origin.DERIVED)
            else:
                add(name, Kind.LINK, rng.choice([*self.classes, "K", "factors"]), Origin.DERIVED)
        return found

    def _heads(self) -> list[str]:
        heads = [name for name in self.level for _ in range(self.rng.randint(1, 2))]
        self.rng.shuffle(heads)
        return heads

    # --- rules ------------------------------------------------------------------------------------------------------------

    def _type(self, prop: Property) -> str:
        return prop.range if prop.range in self.vocabulary.classes else f"concept:{prop.range}"

    def _var(self, type_: str) -> s.Var:
        self.names += 1
        return s.Var(f"{'XØ'[self.names % 2]}{self.names}", type_)

    def _origins(self, name: str, number: int) -> s.Origins:
        return s.Origins(name, "nb", (), None, None, None, "", s.Place("p", number + 1, 1))

    def _rule(self, head: str, number: int) -> s.Rule:
        rng, prop = self.rng, self.vocabulary.properties[head]
        known = [self._var(rng.choice(prop.domain))]
        subject = known[0]
        obj: s.Term | None = None
        if prop.kind is Kind.LINK:
            members = self.vocabulary.collections[prop.range].members if prop.range in self.vocabulary.collections else ()
            obj = s.Const(rng.choice(members)) if members and rng.random() < 0.4 else self._var(self._type(prop))
            if isinstance(obj, s.Var):
                known.append(obj)
        if rng.random() < 0.3:
            known.append(self._var(rng.choice(self.classes)))
        level = self.level[head]
        scope = []
        for position, var in enumerate(known):
            joins = tuple(self._sentences(known[: position + 1], level, rng.randint(0, 1)))
            scope.append(s.ForEach(var, joins, PLACE))
        body = self._body(known, [], level, depth=2, size=rng.randint(1, 3), joined=True)
        if level > 1 and rng.random() < 0.45:
            body = (*body, *self._negation(known, level))
        if not body:
            body = tuple(self._sentences(known, level, 1))
        return s.Rule(self._origins(f"r{number}", number), tuple(scope), body, s.Sentence(head, subject, obj, PLACE))

    def _duty(self, number: int) -> s.Duty:
        rng, level = self.rng, self.levels + 1
        known = [self._var(rng.choice(self.classes)) for _ in range(rng.randint(1, 2))]
        scope = tuple(s.ForEach(var, tuple(self._sentences(known[: i + 1], level, rng.randint(0, 1))), PLACE) for i, var in enumerate(known))
        parts = [self._body(known, [], level, 3, rng.randint(1, 2), joined=False) for _ in range(4)]
        return s.Duty(
            self._origins(f"duty{number}", 100 + number), "employer", scope, parts[0], (), (), (), parts[1], parts[2], (parts[3],), (), "", (), (),
        )

    def _negation(self, known: list[s.Var], level: int) -> Iterator[s.Condition]:
        """Deny a derived statement of a lower stratum."""
        lower = [p for p in self.vocabulary.properties.values() if self.level.get(p.id, level) < level]
        found = list(self._sentences(known, level, 1, lower))
        if found:
            yield s.Not(found[0], PLACE)

    def _sentences(self, known: list[s.Var], level: int, number: int, among: list[Property] | None = None, below: bool = False) -> Iterator[s.Sentence]:
        """Give sentences over known variables, input or derived up to a level (below it, where they are tested)."""
        rng = self.rng
        props = among if among is not None else [
            p for p in self.vocabulary.properties.values()
            if p.kind in (Kind.FLAG, Kind.LINK, Kind.LATER) and (self.level.get(p.id, 0) < level or (not below and self.level.get(p.id, 0) == level))
        ]
        for _ in range(number):
            ready = []
            for prop in props:
                for subject in known:
                    if subject.type not in prop.domain:
                        continue
                    if prop.kind is Kind.FLAG:
                        ready.append(s.Sentence(prop.id, subject, None, PLACE))
                        continue
                    wanted = self._type(prop) if prop.kind is Kind.LINK else None
                    for obj in known:
                        if obj == subject and self.level.get(prop.id, 0) >= level:
                            continue  # nothing is joined to itself, so it can't be recursion
                        if obj.type == wanted or (wanted is None and obj.type in self.vocabulary.classes):
                            ready.append(s.Sentence(prop.id, subject, obj, PLACE))
                    for member in self.collections.get(prop.range, ()):
                        ready.append(s.Sentence(prop.id, subject, s.Const(member), PLACE))
            if ready:
                derived = [r for r in ready if r.property in self.level]
                yield rng.choice(derived if derived and rng.random() < 0.5 else ready)

    def _body(self, known: list[s.Var], values: list[s.Var], level: int, depth: int, size: int, joined: bool) -> s.Conditions:
        """Make a conjunction. ``joined`` says that its sentences may stand in the stratum of the rule itself."""
        found: list[s.Condition] = []
        values = list(values)
        for _ in range(size):
            found += self._condition(known, values, level, depth, joined)
        self.rng.shuffle(found)
        return tuple(found)

    def _condition(self, known: list[s.Var], values: list[s.Var], level: int, depth: int, joined: bool) -> list[s.Condition]:
        rng = self.rng
        entries = [v for v in known if v.type in self.vocabulary.classes]
        kind = rng.choices(
            ("sentence", "not", "exists", "many", "each", "if", "choice", "all", "compare"),
            (5, 3, 4, 3, 2, 2, 2, 1, 2) if depth > 0 else (5, 2, 0, 0, 0, 0, 0, 0, 1),
        )[0]
        inside = lambda size=1, more=(): self._body([*known, *more], values, level, depth - 1, size, joined=False)  # noqa: E731
        match kind:
            case "not":
                found = inside()
                if found:
                    return [s.Not(found[0] if len(found) == 1 else s.AllOf(found, PLACE), PLACE)]
            case "exists" | "many":
                var = self._var(rng.choice([*self.classes, *self.classes, "concept:factors", "concept:K"]))
                many = kind == "many"
                size = rng.randint(1, 2)
                body = self._body([*known, var], values, level, depth - 1, size, joined=joined and not many)
                tie = tuple(self._sentences([var, *known], level, 1, below=not (joined and not many)))
                tie = tuple(x for x in tie if var in (x.subject, x.object))
                return [s.Exists(var, rng.randint(2, 3) if many else 1, (*tie, *body), PLACE)] if tie or body else []
            case "each":
                collection = rng.choice(list(self.collections))
                var = self._var(f"concept:{collection}")
                body = inside(rng.randint(1, 2), (var,))
                return [s.ForAll(var, collection, body, PLACE)] if body else []
            case "if":
                test, body = inside(), inside()
                return [s.If(test, body, PLACE)] if test and body else []
            case "choice":
                branches = tuple(x for _ in range(rng.randint(2, 3)) for x in inside()[:1])
                branches = tuple(b for b in branches if not _is_value(b) and not isinstance(b, s.Compare))
                return [s.AtLeast(rng.randint(1, len(branches)), branches, PLACE)] if branches else []
            case "all":
                body = inside(2)
                return [s.AllOf(body, PLACE)] if body else []
            case "compare" if entries:
                return self._comparison(rng.choice(entries), values)
        return list(self._sentences(known, level, 1, below=not joined))

    def _comparison(self, entry: s.Var, values: list[s.Var]) -> list[s.Condition]:
        """Read a date or a number and compare it."""
        rng, is_date = self.rng, self.rng.random() < 0.6
        value = self._var("date" if is_date else "number")
        others = [v for v in values if v.type == value.type]
        values.append(value)
        read = s.Sentence("dated" if is_date else "size", entry, value, PLACE)
        op = rng.choice(("lt", "le", "eq", "ge", "gt"))
        right: s.Operand
        offset: s.Amount | s.ParameterRef | None = None
        direction = None
        if others and rng.random() < 0.5:
            right = rng.choice(others)
        elif is_date:
            right = rng.choice((s.CaseDate(), DAY - timedelta(days=31)))
        else:
            right = rng.choice((s.Amount(rng.randint(1, 3), "count"), s.ParameterRef("limit")))
        if is_date and rng.random() < 0.5:
            offset = rng.choice((s.Amount(1, "months"), s.Amount(2, "weeks"), s.Amount(31, "days"), s.Amount(1, "years"), s.ParameterRef("span")))
            direction = rng.choice(("before", "after"))
        return [read, s.Compare(value, op, right, offset, direction, PLACE)]

    # --- facts ------------------------------------------------------------------------------------------------------------

    def _facts(self) -> Facts:
        rng = self.rng
        entities = {f"{cls.lower()}{chr(97 + i)}": cls for cls in self.classes for i in range(rng.randint(1, 3))}
        mark = Mark(1, 1)
        entries = {e: Entry(e, cls, None, None, {}, {}, "employer", (), mark) for e, cls in entities.items()}
        whole = Entry("enterprise", "Undertaking", None, None, {}, {}, "employer", (), mark)
        case = Case("f", "", "nb", ("no",), DAY, Basis.INTERVIEW, True, "employer", whole, (), entries, (), ())
        stand_ins = {f"~r{cls}": cls for cls in self.classes if rng.random() < 0.5}
        instances = {cls: [e for e, c in (entities | stand_ins).items() if c == cls] for cls in self.classes}
        facts = Facts(case, entities | stand_ins, instances)
        open_share = rng.choice((0.0, 0.1, 0.1, 0.3, 0.5))
        other_factor = rng.random() < 0.4
        for prop in self.vocabulary.properties.values():
            if prop.origin is not Origin.INPUT:
                continue
            for entity, cls in facts.classes.items():
                if cls not in prop.domain:
                    continue
                if prop.kind is Kind.VALUE:
                    if not entity.startswith("~") and rng.random() > open_share:
                        far = rng.choice((0, 1, 13, 14, 15, 28, 30, 31, 32, 59, 90, 181, 182, 365, 366, 400))
                        facts.values[prop.id, entity] = DAY - timedelta(days=far) if prop.range == "date" else rng.randint(0, 4)
                    continue
                for obj in self._objects(prop, facts, other_factor):
                    if entity.startswith("~") or (obj or "").startswith("~"):
                        truth = Truth.UNKNOWN if rng.random() < 0.7 else Truth.NO
                    else:
                        truth = Truth.UNKNOWN if rng.random() < open_share else rng.choice((Truth.YES, Truth.YES, Truth.NO))
                    facts.add(prop.id, entity, obj, truth, OPEN if truth is Truth.UNKNOWN else SAID)
        return facts

    def _objects(self, prop: Property, facts: Facts, other_factor: bool) -> list[str | None]:
        if prop.kind is Kind.FLAG:
            return [None]
        if prop.range in self.vocabulary.classes:
            return list(facts.instances[prop.range])
        return [*self.collections[prop.range], *([OTHER] if prop.range == "factors" and other_factor else [])]


def every(conditions: Iterable[s.Condition]) -> Iterator[s.Condition]:
    """Give conditions and all that is within them."""
    for condition in conditions:
        yield condition
        yield from every(_inside(condition))


def _is_value(condition: s.Condition) -> bool:
    return isinstance(condition, s.Sentence) and condition.property in ("dated", "size")


def _properties(conditions: tuple[s.Condition, ...]) -> Iterator[str]:
    for condition in conditions:
        if isinstance(condition, s.Sentence):
            yield condition.property
        yield from _properties(_inside(condition))


def _inside(condition: s.Condition) -> tuple[s.Condition, ...]:
    match condition:
        case s.Not(body):
            return (body,)
        case s.Exists(body=body) | s.ForAll(body=body) | s.AllOf(body=body):
            return body
        case s.If(test, body):
            return (*test, *body)
        case s.AtLeast(branches=branches):
            return branches
    return ()


def _settled(condition: s.Condition, tested: bool = False) -> Iterator[tuple[str, bool]]:
    """Give each property that a condition looks at, and whether under negation, counting, for-all, if or a choice."""
    if isinstance(condition, s.Sentence):
        yield condition.property, tested
    deeper = tested or not isinstance(condition, s.Exists | s.AllOf) or (isinstance(condition, s.Exists) and condition.minimum > 1)
    for part in _inside(condition):
        yield from _settled(part, deeper)


def strata_of(rules: tuple[s.Rule, ...]) -> int:
    """Count the strata that a rule set really has: how many conclusions stand on one another through a test."""
    level = {rule.then.property: 1 for rule in rules}
    for _ in range(len(level) + 1):
        for rule in rules:
            for condition in (*(j for each in rule.scope for j in each.joins), *rule.when):
                for prop, tested in _settled(condition):
                    if prop in level:
                        level[rule.then.property] = max(level[rule.then.property], level[prop] + tested)
    return max(level.values(), default=0)
