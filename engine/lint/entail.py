"""What follows from conditions that hold together. Whatever is said to follow does; not everything that follows is found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.language import syntax as s
from engine.lint.normal import negated, put
from engine.lint.spans import Span, axis_of, span_of, trivially
from engine.vocabulary.model import Property, Vocabulary

OPENED = "+"  # what an existence that holds gives a name: +1, +2 …


class Facts:
    """Conditions in their form (see ``engine.lint.normal``) that hold together, with what follows from each at once.

    An existence that holds gives a thing of its class, of which the whole body holds. ``things`` are the variables and such things.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        things: Iterable[s.Var] = (),
        holding: Iterable[s.Condition] = (),
        implying: list[Property] | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.things: dict[str, s.Var] = {var.name: var for var in things}
        self.holding: dict[s.Condition, None] = {}
        self._narrower = narrower(vocabulary) if implying is None else implying
        for each in holding:
            self._add(each)

    def more(self, holding: Iterable[s.Condition], things: Iterable[s.Var] = ()) -> "Facts":
        """Give these facts and some more."""
        found = Facts(self.vocabulary, implying=self._narrower)
        found.things = {**self.things, **{var.name: var for var in things}}
        found.holding = dict(self.holding)
        for each in holding:
            found._add(each)
        return found

    def _add(self, condition: s.Condition) -> None:
        if condition in self.holding:
            return
        match condition:
            case s.AllOf(body):
                for each in body:
                    self._add(each)
                return
            case s.Exists(var, _, body):
                self.holding[condition] = None
                thing = replace(var, name=f"{OPENED}{sum(name.startswith(OPENED) for name in self.things) + 1}")
                self.things[thing.name] = thing
                for each in body:
                    self._add(put(each, var.name, thing))
                return
        self.holding[condition] = None
        for each in self._implied(condition):
            self._add(each)

    def _implied(self, condition: s.Condition) -> Iterator[s.Condition]:
        """A flag carries the wider flag of the same thing with it; where the wider fails, so does the narrower."""
        if isinstance(condition, s.Sentence):
            if wider := self.vocabulary.properties[condition.property].implies:
                yield replace(condition, property=wider)
        elif isinstance(condition, s.Not) and isinstance(condition.body, s.Sentence):
            for prop in self._narrower:
                if prop.implies == condition.body.property:
                    yield replace(condition, body=replace(condition.body, property=prop.id))

    def entail(self, goal: s.Condition) -> bool:
        """Say whether a condition follows."""
        if goal in self.holding:
            return True
        match goal:
            case s.AllOf(body):
                return all(self.entail(each) for each in body)
            case s.AtLeast():
                return self._entail_choice(goal)
            case s.Exists():
                return self._entail_existence(goal)
            case s.Not(s.Exists() as body):
                return any(self._none(other.body, body) for other in self._denied())
            case s.Compare():
                return self._entail_comparison(goal)
        return False

    def refute(self, condition: s.Condition) -> bool:
        """Say whether a condition can't hold beside these."""
        return self.entail(negated(condition))

    def consistent(self) -> bool:
        """Say whether no two of these are seen to contradict each other."""
        return not any(self.refute(each) for each in self.holding)

    def _entail_choice(self, goal: s.AtLeast) -> bool:
        if sum(self.entail(each) for each in goal.branches) >= goal.n:
            return True
        return any(self._as_many(known, goal) for known in self.holding if isinstance(known, s.AtLeast))

    def _as_many(self, known: s.AtLeast, goal: s.AtLeast) -> bool:
        """Each known branch brings a wanted one with it, but for some: as many as hold besides these, each counted once."""
        brought: list[s.Condition | None] = []
        for branch in known.branches:
            alone = Facts(self.vocabulary, self.things.values(), (branch,))
            brought.append(next((wanted for wanted in goal.branches if alone.entail(wanted)), None))
        wasted = len(brought) - len({each for each in brought if each is not None})
        return known.n - wasted >= goal.n

    def _entail_existence(self, goal: s.Exists) -> bool:
        if goal.minimum == 1:
            things = (thing for thing in self.things.values() if is_a(self.vocabulary, thing.type, goal.var.type))
            return any(all(self.entail(put(each, goal.var.name, thing)) for each in goal.body) for thing in things)
        return any(self._some(known, goal) for known in self.holding if isinstance(known, s.Exists) and known.minimum >= goal.minimum)

    def _some(self, known: s.Exists, goal: s.Exists) -> bool:
        """Whatever the known existence finds, the wanted one finds."""
        thing = replace(known.var, name=f"{OPENED}x")
        inside = self.more((put(each, known.var.name, thing) for each in known.body), (thing,))
        if not is_a(self.vocabulary, known.var.type, goal.var.type):
            return False
        return all(inside.entail(put(each, goal.var.name, thing)) for each in goal.body)

    def _denied(self) -> Iterator[s.Not]:
        yield from (known for known in self.holding if isinstance(known, s.Not) and isinstance(known.body, s.Exists))

    def _none(self, known: s.Condition, goal: s.Exists) -> bool:
        """There is none of a wider kind, so there is none of the narrower."""
        return isinstance(known, s.Exists) and known.minimum <= goal.minimum and self._some(goal, known)

    def _entail_comparison(self, goal: s.Compare) -> bool:
        if trivially(goal) is True:
            return True
        axis, wanted = axis_of(goal), span_of(goal)
        return wanted is not None and wanted.holds(self._span(axis))

    def _span(self, axis: object) -> Span:
        """Give what all known comparisons on one axis leave."""
        spans = (span_of(known) for known in self.holding if isinstance(known, s.Compare) and axis_of(known) == axis)
        return Span.meet(span for span in spans if span is not None)


def is_a(vocabulary: Vocabulary, kind: str, wanted: str) -> bool:
    """Say whether whatever is of one type is of another."""
    if kind == wanted:
        return True
    have, want = (vocabulary.collections.get(each.removeprefix("concept:")) for each in (kind, wanted))
    return have is not None and want is not None and set(have.members) <= set(want.members)


def narrower(vocabulary: Vocabulary) -> list[Property]:
    """Give the flags that imply a wider one; asked for once where many facts are looked at."""
    return [prop for prop in vocabulary.properties.values() if prop.implies]
