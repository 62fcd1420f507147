"""The blocks of a part: conditions that hold together, each with what is known to hold around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.language import syntax as s
from engine.language.walk import Part, inside
from engine.lint.entail import Facts, narrower
from engine.lint.normal import OF, Bound, form, negated, values_in
from engine.vocabulary.model import Property, Vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary, and for each property one that stands for all that imply one another."""

    vocabulary: Vocabulary
    related: Mapping[str, str]
    narrower: list[Property]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Words":
        """Make it of a vocabulary."""
        related: dict[str, str] = {}
        for prop in vocabulary.properties.values():
            found = prop
            while found.implies and found.implies in vocabulary.properties:
                found = vocabulary.properties[found.implies]
            related[prop.id] = found.id
        return cls(vocabulary, related, narrower(vocabulary))

    def facts(self, things: Iterable[s.Var], holding: Iterable[s.Condition] = ()) -> Facts:
        """Give the facts of some conditions in their form, about some variables."""
        return Facts(self.vocabulary, things, holding, self.narrower)

    def spoken(self, condition: s.Condition) -> frozenset[str]:
        """Give the properties that a condition in its form speaks of: one that shares none with others has nothing to do with them."""
        match condition:
            case s.Sentence(prop):
                return frozenset((self.related[prop],))
            case s.Compare(left):
                return frozenset((left.name.partition(OF)[0],))
            case _:
                return frozenset().union(*(self.spoken(each) for each in inside(condition)))


@dataclass(frozen=True, slots=True)
class Told:
    """A condition that is known: in its form, where it is written, and what it speaks of."""

    form: s.Condition
    place: s.Place
    spoken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Block:
    """Conditions that hold together, as written and as ``own``.

    ``told`` is known before the block, ``things`` are the variables known in it. ``apart``: each condition is looked at by
    itself (what a duty requires, the branches of a choice), so that none of them is known when another is looked at. ``repeats``: a
    condition may say again what was said before it.
    """

    words: Words
    conditions: s.Conditions
    own: tuple[Told, ...]
    bound: Bound
    things: tuple[s.Var, ...]
    told: tuple[Told, ...]
    apart: bool = False
    repeats: bool = False

    @property
    def forms(self) -> s.Conditions:
        """Give the conditions in their form."""
        return tuple(each.form for each in self.own)

    def before(self, index: int) -> tuple[Told, ...]:
        """Give what is known when a condition is looked at, without the conditions after it."""
        return self._related(index, self.told if self.apart else (*self.told, *self.own[:index]))

    def beside(self, index: int, left_out: Iterable[int] = ()) -> tuple[Told, ...]:
        """Give what is known when a condition is looked at, but for some of its neighbours."""
        dropped = {index, *left_out}
        others = (each for n, each in enumerate(self.own) if n not in dropped)
        return self._related(index, self.told if self.apart else (*self.told, *others))

    def facts(self, told: Iterable[Told]) -> Facts:
        """Give the facts of what is told."""
        return self.words.facts(self.things, (each.form for each in told))

    def inner(self, index: int) -> Iterator["Block"]:
        """Give the blocks directly inside a condition."""
        condition = self.conditions[index]
        others = () if self.apart else tuple(each for n, each in enumerate(self.own) if n != index)
        told = (*self.told, *others)
        while isinstance(condition, s.Not):
            condition = condition.body
        match condition:
            case s.Exists(var, _, body):
                yield self._block(body, told, var)
            case s.ForAll(var, collection, body):
                yield self._block(body, told, replace(var, type=f"concept:{collection}"))
            case s.AllOf(body):
                yield self._block(body, told)
            case s.AtLeast(_, branches):
                yield replace(self._block(branches, told), apart=True, repeats=True)
            case s.If(test, body):
                yield (tested := self._block(test, told))
                yield self._block(body, (*told, *tested.own))

    def _block(self, conditions: Sequence[s.Condition], told: tuple[Told, ...], *variables: s.Var) -> "Block":
        return make(self.words, tuple(conditions), self.bound, (*self.things, *variables), told)

    def _related(self, index: int, told: tuple[Told, ...]) -> tuple[Told, ...]:
        """Leave out what speaks of nothing that the condition speaks of: nothing follows from it for the condition."""
        spoken = self.own[index].spoken
        return tuple(each for each in told if spoken & each.spoken)


def make(words: Words, conditions: s.Conditions, bound: Bound, things: tuple[s.Var, ...], told: tuple[Told, ...]) -> Block:
    """Make a block of conditions as written."""
    names = values_in(conditions, bound, words.vocabulary)
    forms = (form(each, names, words.vocabulary) for each in conditions)
    own = tuple(Told(each, written.place, words.spoken(each)) for each, written in zip(forms, conditions, strict=True))
    return Block(words, conditions, own, names, things, told)


def sections(part: Part, words: Words) -> list[tuple[str, Block]]:
    """Give the blocks that a part consists of, by the name of their section."""
    variables = tuple(each.var for each in part.scope)
    scope = make(words, tuple(join for each in part.scope for join in each.joins), {}, variables, ())
    when = make(words, part.when, scope.bound, variables, scope.own)
    if not isinstance(part, s.Duty):
        needed = len(part.when) == 1  # the language wants a condition there, even where the scope says it all
        return [("scope", scope), ("when", replace(when, repeats=needed))]
    known = (*scope.own, *when.own)
    found = [("scope", scope), ("when", when)]
    excepted: tuple[Told, ...] = ()
    for name, grounds in (("unless", part.unless), ("invoked", part.invoked)):
        blocks = [make(words, ground, scope.bound, variables, known) for ground in grounds]
        found += [(f"{name}/{n}", each) for n, each in enumerate(blocks)]
        excepted += tuple(replace(each.own[0], form=negated(each.own[0].form)) for each in blocks if len(each.own) == 1)
    known += excepted
    found.append(("requires", replace(make(words, part.requires, scope.bound, variables, known), apart=True)))
    found.append(("met_when", make(words, part.met_when, scope.bound, variables, known)))
    found += [(f"breach_when/{n}", make(words, ground, scope.bound, variables, known)) for n, ground in enumerate(part.breach_when)]
    # a suspicion must hold for certain where ``når`` need only be possible, so it may say again what ``når`` says
    found += [(f"suspicion_when/{n}", make(words, ground, scope.bound, variables, ())) for n, ground in enumerate(part.suspicion_when)]
    return found
