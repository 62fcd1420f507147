"""An evaluation of its own: the source rules, as the parser gives them, written as a logic program for clingo.

Nothing of ``engine.inference`` is used. The doubling into certain and possible happens here, condition by condition, before any
compilation of the engine's; the same translation without the doubling gives the two-valued meaning, in which clingo enumerates completions.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import clingo

from engine.case.facts import Facts, is_stand_in
from engine.language import syntax as s
from engine.truth import Truth
from engine.vocabulary.model import Kind, Vocabulary

CERTAIN, POSSIBLE, PLAIN = "c", "p", "t"
FLIP = {CERTAIN: POSSIBLE, POSSIBLE: CERTAIN, PLAIN: PLAIN}
OTHER_FACTOR = "~factor"
CLONES = 2  # further records of an open register, in a completion
Context = dict[str, str]  # variable → its type, in the order they were bound


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def variable(name: str) -> str:
    return "V" + "".join(char if char.isascii() and char.isalnum() else f"u{ord(char)}" for char in name)


def names_in(condition: s.Condition) -> set[str]:
    """Give the variables that a condition takes from outside."""
    match condition:
        case s.Sentence(_, subject, obj):
            return {term.name for term in (subject, obj) if isinstance(term, s.Var)}
        case s.Compare(left=left, right=right):
            return {term.name for term in (left, right) if isinstance(term, s.Var)}
        case s.Not(body):
            return names_in(body)
        case s.Exists(var=var, body=body) | s.ForAll(var=var, body=body):
            return {name for each in body for name in names_in(each)} - {var.name}
        case s.If(test=test, body=body):
            return {name for each in (*test, *body) for name in names_in(each)}
        case s.AtLeast(branches=parts) | s.AllOf(body=parts):
            return {name for each in parts for name in names_in(each)}
    raise TypeError(condition)


def ordinal(value: date | int) -> int:
    return value.toordinal() if isinstance(value, date) else value


def moved(day: date, number: int, unit: str) -> date:
    """Move a day by a calendar duration; a month that is too short gives its last day."""
    if unit == "days":
        return day + timedelta(days=number)
    if unit == "weeks":
        return day + timedelta(days=7 * number)
    months = day.year * 12 + day.month - 1 + (number if unit == "months" else 12 * number)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass
class Theory:
    """Writes rules as ASP. ``name`` keeps the predicates of several theories apart; ``doubled`` says whether to write two tables or one."""

    name: str
    vocabulary: Vocabulary
    case_date: date
    law_date: date
    doubled: bool = True
    other_factor: bool = True  # whether a completion may have a factor that nobody found yet
    lines: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    values: set[int] = field(default_factory=set)
    comparisons: list[tuple[str, s.Compare]] = field(default_factory=list)
    defined: dict[tuple[str, ...], str] = field(default_factory=dict)
    count: int = 0

    @property
    def modes(self) -> tuple[str, ...]:
        return (CERTAIN, POSSIBLE) if self.doubled else (PLAIN,)

    def predicate(self, prop: str, mode: str) -> str:
        return f"{self.name}_{mode}{self.numbers.setdefault(prop, len(self.numbers))}"

    def fresh(self, kind: str) -> str:
        self.count += 1
        return f"{self.name}_{kind}{self.count}"

    # --- rules ------------------------------------------------------------------------------------------------------------

    def rules(self, rules: Iterable[s.Rule]) -> None:
        for rule in rules:
            context: Context = {each.var.name: each.var.type for each in rule.scope}
            conditions = (*(join for each in rule.scope for join in each.joins), *rule.when)
            for mode in self.modes:
                head = f"{self.predicate(rule.then.property, mode)}({self.pair(rule.then)})"
                body = [*self.domain(context, context), *self.shown(context, mode), *self.block(conditions, dict(context), mode)]
                self.lines.append(f"{head} :- {', '.join(body)}.")

    def truth_of(self, name: str, context: Context, conditions: s.Conditions, within: str = "") -> None:
        """Define the predicate ``name`` as a conjunction over a context, in each mode."""
        for mode in self.modes:
            body = [within or "#true", *self.domain(context, context), *self.block(conditions, dict(context), mode)]
            self.lines.append(f"{name}{mode}({self.terms(context)}) :- {', '.join(body)}.")

    def is_value(self, condition: s.Condition) -> bool:
        return isinstance(condition, s.Sentence) and self.vocabulary.properties[condition.property].kind is Kind.VALUE

    def shown(self, names: Iterable[str], mode: str) -> list[str]:
        """Nothing about an entry that we were not shown is certain."""
        return [f"not {self.name}_stand({variable(name)})" for name in names] if mode == CERTAIN else []

    def terms(self, names: Iterable[str]) -> str:
        return ",".join(["0", *(variable(name) for name in names)])

    def pair(self, sentence: s.Sentence) -> str:
        return f"{self.term(sentence.subject)},{self.term(sentence.object) if sentence.object else quoted('')}"

    def term(self, term: s.Term) -> str:
        return variable(term.name) if isinstance(term, s.Var) else quoted(term.concept)

    def domain(self, names: Iterable[str], context: Context) -> list[str]:
        return [
            f"{self.name}_v({variable(name)})" if context[name] in ("date", "number") else
            f"{self.name}_is({quoted(context[name])},{variable(name)})"
            for name in names
        ]

    # --- conditions -------------------------------------------------------------------------------------------------------

    def block(self, conditions: s.Conditions, context: Context, mode: str) -> list[str]:
        """Give the literals of a conjunction. Sentences come first: they bind dates and numbers that other lines use."""
        first = [c for c in conditions if isinstance(c, s.Sentence)]
        return [
            literal
            for condition in (*first, *(c for c in conditions if not isinstance(c, s.Sentence)))
            for literal in self.condition(condition, context, mode)
        ]

    def condition(self, condition: s.Condition, context: Context, mode: str) -> list[str]:
        if isinstance(condition, s.Sentence):
            return self.sentence(condition, context, mode)
        if isinstance(condition, s.Compare):
            return self.compare(condition, mode)
        outer = [name for name in context if name in names_in(condition)]
        domain, inner = self.domain(outer, context), dict(context)
        match condition:
            case s.Not(body):
                return [f"not {self.define('not', outer, [*domain, *self.block((body,), inner, FLIP[mode])])}"]
            case s.AllOf(body):
                return [self.define("all", outer, [*domain, *self.block(body, inner, mode)])]
            case s.Exists():
                return [self.exists(condition, outer, domain, inner, mode)]
            case s.ForAll(var=var, collection=collection, body=body):
                inner[var.name] = var.type
                member = f"{self.name}_member({quoted(collection)},{variable(var.name)})"
                good = self.define("each", [*outer, var.name], [*domain, member, *self.block(body, inner, mode)])
                return [f"not {self.define('fails', outer, [*domain, member, f'not {good}'])}"]
            case s.If(test=test, body=body):
                tested = self.define("test", outer, [*domain, *self.block(test, dict(inner), FLIP[mode])])
                return [self.define("if", outer, [*domain, f"not {tested}"], [*domain, *self.block(body, inner, mode)])]
            case s.AtLeast(n=n, branches=branches):
                found = [
                    self.define("branch", outer, [*domain, *self.block((branch,), dict(inner), mode)]) for branch in branches
                ]
                counted = "; ".join(f"{number} : {branch}" for number, branch in enumerate(found))
                return [self.define("choice", outer, [*domain, f"{n} <= #count {{ {counted} }}"])]
        raise TypeError(condition)

    def define(self, kind: str, outer: list[str], *bodies: list[str]) -> str:
        """Give a literal that holds where one of the bodies does; equal definitions are written once."""
        written = tuple(", ".join(body) or "#true" for body in bodies)
        key = (self.terms(outer), *written)
        if key not in self.defined:
            self.defined[key] = f"{self.fresh(kind)}({key[0]})"
            self.lines += [f"{self.defined[key]} :- {body}." for body in written]
        return self.defined[key]

    def exists(self, condition: s.Exists, outer: list[str], domain: list[str], inner: Context, mode: str) -> str:
        name = condition.var.name
        inner[name] = condition.var.type
        body = [*domain, *self.domain([name], inner), *self.shown([name], mode), *self.block(condition.body, inner, mode)]
        each = self.define("one", [*outer, name], body)
        if condition.minimum == 1:
            return self.define("some", outer, [each])
        counting = [*domain, f"{condition.minimum} <= #count {{ {variable(name)} : {each} }}"]
        any_number = [[each, f"{self.name}_stand({variable(name)})"]] if mode == POSSIBLE else []  # a stand-in counts as any number
        return self.define("many", outer, counting, *any_number)

    def sentence(self, sentence: s.Sentence, context: Context, mode: str) -> list[str]:
        prop = self.vocabulary.properties[sentence.property]
        if prop.kind is Kind.LATER:
            return [f"{self.name}_later{mode}({self.pair(sentence)})"]
        if prop.kind is Kind.VALUE:
            assert isinstance(sentence.object, s.Var)
            context[sentence.object.name] = sentence.object.type
            return [f"{self.name}_value{mode}({quoted(prop.id)},{self.pair(sentence)})"]
        return [f"{self.predicate(prop.id, mode)}({self.pair(sentence)})"]

    def compare(self, condition: s.Compare, mode: str) -> list[str]:
        name = self.fresh("compare")
        self.comparisons.append((f"{name} {mode}", condition))
        right = variable(condition.right.name) if isinstance(condition.right, s.Var) else "0"
        return [f"{name}({variable(condition.left.name)},{right})"]

    # --- facts ------------------------------------------------------------------------------------------------------------

    def common(self) -> None:
        """Write what holds in every case: the members of collections, and what dates that are not known leave open."""
        n = self.name
        for mode in self.modes:
            self.lines.append(f"{n}_later{mode}(X,Y) :- {n}_date(X,A), {n}_date(Y,B), A > B.")
            self.lines.append(f"{n}_value{mode}(P,X,V) :- {n}_given(P,X,V).")
        if self.doubled:
            self.lines.append(f"{n}_laterp(X,Y) :- {n}_entity(X), {n}_entity(Y), not {n}_dated(X), not {n}_datedlate(Y).")
            self.lines.append(f"{n}_laterp(X,Y) :- {n}_entity(X), {n}_entity(Y), not {n}_dated(Y).")
            self.lines.append(f"{n}_valuep(P,X,unk) :- {n}_entity(X), {n}_prop(P), not {n}_has(P,X).")
        self.lines.append(f"{n}_date(X,V) :- {n}_given(\"dated\",X,V). {n}_dated(X) :- {n}_date(X,_). {n}_has(P,X) :- {n}_given(P,X,_).")
        self.lines.append(f"{n}_v(V) :- {n}_given(_,_,V). {n}_v(unk).")
        self.lines.append(f"{n}_datedlate(X) :- {n}_date(X,B), B >= {ordinal(self.case_date)}.")
        for collection in self.vocabulary.collections.values():
            for member in collection.members:
                self.lines.append(f"{n}_member({quoted(collection.id)},{quoted(member)}).")
                self.lines.append(f"{n}_is({quoted('concept:' + collection.id)},{quoted(member)}).")
        self.lines += [f"{n}_prop({quoted(p.id)})." for p in self.vocabulary.properties.values() if p.kind is Kind.VALUE]

    def case(self, facts: Facts) -> list[str]:
        """Write the input statements of a case with three values, stand-ins among them."""
        n, found = self.name, [f"{self.name}_stand({quoted(OTHER_FACTOR)}).", f"{self.name}_is(\"concept:factors\",{quoted(OTHER_FACTOR)})."]
        for entity, cls in facts.classes.items():
            found.append(f"{n}_is({quoted(cls)},{quoted(entity)}). {n}_entity({quoted(entity)}).")
            if is_stand_in(entity):
                found.append(f"{n}_stand({quoted(entity)}).")
        for prop, pairs in facts.known.items():
            for (subject, obj), truth in pairs.items():
                for mode in (CERTAIN, POSSIBLE) if truth is Truth.YES else (POSSIBLE,):
                    found.append(f"{self.predicate(prop, mode)}({quoted(subject)},{quoted(obj or '')}).")
        for (prop, entity), value in facts.values.items():
            found.append(f"{n}_given({quoted(prop)},{quoted(entity)},{ordinal(value)}).")
        return found + self.tables({ordinal(v) for v in facts.values.values()})

    def tables(self, values: set[int]) -> list[str]:
        """Write out every comparison over the values at hand."""
        return [line for name, condition in self.comparisons for line in self._table(*name.split(), condition, values)]

    def _table(self, name: str, mode: str, condition: s.Compare, values: set[int]) -> Iterator[str]:
        rights = values if isinstance(condition.right, s.Var) else {self._constant(condition.right)}
        is_var = isinstance(condition.right, s.Var)
        for right in rights:
            for left in values:
                truth = None if right is None else self._compare(condition, left, right)
                if truth is True or (truth is None and mode == POSSIBLE):
                    yield f"{name}({left},{right if is_var else 0})."
        if mode == POSSIBLE:
            yield f"{name}(unk,{'X' if is_var else 0}) :- {self.name + '_v(X)' if is_var else '#true'}."
            if is_var:
                yield f"{name}(X,unk) :- {self.name}_v(X)."

    def _constant(self, right: object) -> int | None:
        match right:
            case s.CaseDate():
                return ordinal(self.case_date)
            case s.Amount(number):
                return number
            case s.ParameterRef(parameter):
                return self.vocabulary.parameters[parameter].at(self.law_date)
            case date():
                return ordinal(right)
        raise TypeError(right)

    def _compare(self, condition: s.Compare, left: int, right: int) -> bool | None:
        """Compare two values; None where the law of the day has no such parameter."""
        if condition.offset is None:
            return {"lt": left < right, "le": left <= right, "eq": left == right, "ge": left >= right, "gt": left > right}[condition.op]
        offset = condition.offset
        if isinstance(offset, s.ParameterRef):
            number = self.vocabulary.parameters[offset.parameter].at(self.law_date)
            unit = self.vocabulary.parameters[offset.parameter].unit
        else:
            number, unit = offset.number, offset.unit
        if number is None or min(left, right) < 100_000:  # no date
            return None
        before = condition.direction == "before"
        edge = ordinal(moved(date.fromordinal(right), -number if before else number, unit))
        far = edge - left if before else left - edge  # how much further off than the duration
        return {"lt": far < 0, "le": far <= 0, "eq": far == 0, "ge": far >= 0, "gt": far > 0}[condition.op]

    def completions(self, facts: Facts, extra: set[int]) -> list[str]:
        """Write the completions of a case: every open statement either way, every open register with up to ``CLONES`` further records."""
        n, found = self.name, []
        more = [OTHER_FACTOR] if self.other_factor else []
        clones = {e: [f"{e}#{i}" for i in range(CLONES)] for e in [*facts.classes, *more] if is_stand_in(e)}
        for stand_in, made in clones.items():
            cls = facts.classes.get(stand_in, "concept:factors")
            for clone in made:
                found.append(f"{{ {n}_there({quoted(clone)}) }}. {n}_is({quoted(cls)},{quoted(clone)}) :- {n}_there({quoted(clone)}).")
        for entity, cls in facts.classes.items():
            if entity not in clones:
                found.append(f"{n}_is({quoted(cls)},{quoted(entity)}). {n}_there({quoted(entity)}).")
        for prop, pairs in facts.known.items():
            for (subject, obj), truth in pairs.items():
                for one in clones.get(subject, [subject]):
                    for other in clones.get(obj or "", [obj or ""]):
                        atom = f"{self.predicate(prop, PLAIN)}({quoted(one)},{quoted(other)})"
                        there = [f"{n}_there({quoted(e)})" for e, was in ((one, subject), (other, obj)) if was in clones]
                        head = atom if truth is Truth.YES else f"{{ {atom} }}"
                        found.append(f"{head} :- {', '.join(there) or '#true'}.")
        found += self._open_values(facts, clones, extra)
        return found

    def _open_values(self, facts: Facts, clones: dict[str, list[str]], extra: set[int]) -> Iterator[str]:
        n = self.name
        known = {ordinal(value) for value in facts.values.values()}
        last = ordinal(self.case_date)
        seen = {v + d for v in {x for x in known | extra if x > 100_000} | {last} for d in (-1, 0, 1)}
        dates = sorted(day for day in seen if day <= last)
        numbers = sorted({v + d for v in {x for x in known | extra if x <= 100_000} | {1} for d in (-1, 0, 1)})
        for prop in (p for p in self.vocabulary.properties.values() if p.kind is Kind.VALUE):
            for entity, cls in facts.classes.items():
                if (prop.id, entity) in facts.values:
                    yield f"{n}_given({quoted(prop.id)},{quoted(entity)},{ordinal(facts.values[prop.id, entity])})."
                elif cls in prop.domain:
                    choice = ";".join(map(str, dates if prop.range == "date" else numbers))
                    for one in clones.get(entity, [entity]):
                        yield f"1 {{ {n}_given({quoted(prop.id)},{quoted(one)},({choice})) }} 1 :- {n}_there({quoted(one)})."
        yield from self.tables({*dates, *numbers, *known})


Atoms = set[tuple[str, tuple[str, ...]]]


def grounded(text: str, *options: str) -> clingo.Control:
    control = clingo.Control(["--warn=none", *options])
    control.add("base", [], text)
    control.ground([("base", [])])
    return control


def solve(text: str) -> Atoms:
    """Give the atoms of the only answer set."""
    control = grounded(text, "--models=2")
    with control.solve(yield_=True) as handle:
        found = [_atoms(model) for model in handle]
    assert len(found) == 1, f"{len(found)} answer sets"
    return found[0]


def in_some_and_in_all(text: str) -> tuple[Atoms, Atoms]:
    """Give the atoms of some answer set, and those of all of them."""
    control, found = grounded(text, "--models=0"), []
    for mode in ("brave", "cautious"):
        control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
        last: Atoms | None = None
        with control.solve(yield_=True) as handle:
            for model in handle:  # each is nearer, the last one is it
                last = _atoms(model)
        assert last is not None, "no answer set"
        found.append(last)
    return found[0], found[1]


def every_model(text: str) -> Iterator[Atoms]:
    """Give the shown atoms of every answer set, each projection once."""
    control = grounded(text, "--project", "--models=0")
    with control.solve(yield_=True) as handle:
        for model in handle:
            yield _atoms(model)


def _atoms(model: clingo.Model) -> Atoms:
    return {(atom.name, tuple(_text(x) for x in atom.arguments)) for atom in model.symbols(shown=True)}


def _text(symbol: clingo.Symbol) -> str:
    return symbol.string if symbol.type is clingo.SymbolType.String else str(symbol)
