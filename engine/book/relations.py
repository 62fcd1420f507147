"""What belongs to what in a rule base, whatever the language: where each part of the rules stands, what it rests on, what rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from engine.catalogue.model import FACTOR_LISTS, Content
from engine.catalogue.select import select
from engine.compare.model import Alignment
from engine.language import syntax as s
from engine.language.walk import ASKS_ABOUT_DUTIES, GOAL, Part, conditions_of, every
from engine.law.coverage import measure
from engine.law.model import Act, Provision
from engine.law.without_rule import FILE as WITHOUT_RULE
from engine.law.without_rule import reasons_in
from engine.rulebase import RuleBase
from engine.scenarios import Scenario
from engine.text import Text

K = TypeVar("K")
V = TypeVar("V")
Rests = tuple[str, str]  # a kind of thing (property, part, concept, list, parameter) and its id


class Beside(NamedTuple):
    """An alignment seen from one duty or provision: what the other law has."""

    alignment: Alignment
    mirrored: bool  # seen from the Danish side


def conclusions(part: Part) -> tuple[s.Sentence, ...]:
    """Give what a rule concludes; the other parts conclude nothing."""
    return (part.then,) if isinstance(part, s.Rule) else ()


def rests_on(part: Part) -> tuple[Rests, ...]:
    """Give everything that a part names, each once, in the order it is written."""
    found: dict[Rests, None] = {}
    for condition in every(conditions_of(part) + conclusions(part)):
        found |= dict.fromkeys(_named(condition, condition in conclusions(part)))
    if isinstance(part, s.Duty):
        found |= dict.fromkeys(("concept", each) for each in (*part.settled_by, *part.measures))
        found |= dict.fromkeys(("concept", each.because) for each in part.cannot_be)
    if isinstance(part, s.Outlook):
        found |= dict.fromkeys(("concept", each) for each in (part.message, *part.reactions))
    if isinstance(part, s.Remark):
        found["concept", part.message] = None
    if part.origins.interpretation:
        found["concept", part.origins.interpretation] = None
    return tuple(found)


def _named(condition: s.Condition, concluded: bool) -> Iterator[Rests]:
    match condition:
        case s.Sentence(prop, subject, obj):
            if not concluded:
                yield "property", prop
            for term in (subject, obj):
                if isinstance(term, s.Const):
                    asked = prop in ASKS_ABOUT_DUTIES and term is obj
                    yield ("part", term.concept.removeprefix(GOAL)) if asked else ("concept", term.concept)
        case s.ForAll():
            yield "list", condition.collection
        case s.Compare():
            for each in (condition.right, condition.offset):
                if isinstance(each, s.ParameterRef):
                    yield "parameter", each.parameter


class Relations:
    """Looks up every tie between the parts of one rule base."""

    def __init__(self, rulebase: RuleBase, scenarios: Iterable[Scenario], alignments: Iterable[Alignment]) -> None:
        self.rulebase, self.law, self.vocabulary = rulebase, rulebase.law, rulebase.vocabulary
        self.alignments = tuple(alignments)
        rules = rulebase.rules
        self.parts: tuple[Part, ...] = (*rules.duties, *rules.remarks, *rules.rules, *rules.outlooks)
        self._newest = {part.origins.id: part for part in sorted(self.parts, key=_start)}
        self._versions = _grouped((part.origins.id, part) for part in self.parts)
        self.scenarios: Mapping[str, tuple[Scenario, ...]] = _grouped((self._tried(each), each) for each in scenarios)

    def newest(self, id_: str) -> Part | None:
        """Give the part of an id that holds last."""
        return self._newest.get(id_)

    def _tried(self, scenario: Scenario) -> str:
        """Give the key of the part that a scenario tries: that of its day of the law, or the newest."""
        day, versions = scenario.law_date, self._versions[scenario.tries]
        of_day = (part for part in versions if day is not None and _holds(part, day))
        return self.key(next(of_day, self._newest[scenario.tries]))

    def is_earlier(self, part: Part) -> bool:
        """Say whether a later version of the part follows it."""
        return self._newest[part.origins.id] is not part

    def key(self, part: Part) -> str:
        """Give a name that no other part has: the id, and the first day where a later version has the id alone."""
        if not self.is_earlier(part):
            return part.origins.id
        return f"{part.origins.id}@{part.origins.valid_from or 'first'}"

    @cached_property
    def at(self) -> Mapping[str, tuple[Part, ...]]:
        """Give the duties and remarks that are told at a path: the first that each of them cites."""
        return _grouped((part.origins.provisions[0], part) for part in self.parts if isinstance(part, s.Duty | s.Remark))

    def told_in(self, act: Act) -> tuple[Part, ...]:
        """Give the duties and remarks that are told in an act, in the order of the law."""
        paths = (path for path in self.law.paths() if self.unit(path).act == act.id)
        return tuple(part for path in paths for part in self.at.get(path, ()))

    @cached_property
    def citing(self) -> Mapping[str, tuple[Part, ...]]:
        """Give the parts that cite a path and are told elsewhere."""
        return _grouped(
            (path, part) for part in self.parts for n, path in enumerate(part.origins.provisions)
            if n > 0 or not isinstance(part, s.Duty | s.Remark)
        )

    @cached_property
    def concluding(self) -> Mapping[str, tuple[s.Rule, ...]]:
        """Give the rules that define a property."""
        return _grouped((rule.then.property, rule) for rule in self.rulebase.rules.rules)

    @cached_property
    def used(self) -> Mapping[Rests, tuple[Part, ...]]:
        """Give the parts that rest on a thing."""
        return _grouped((each, part) for part in self.parts for each in rests_on(part))

    @cached_property
    def uncovered(self) -> frozenset[str]:
        """Give the ids of the units that are duties and that no duty of the rules stands for."""
        citing: dict[str, list[str]] = {}
        for duty in self.rulebase.rules.duties:
            for path in duty.origins.provisions:
                citing.setdefault(path, []).append(duty.origins.id)
        return frozenset(id_ for line in measure(self.law, (), citing).lines for id_ in line.without_duty)

    @cached_property
    def without_rule(self) -> Mapping[str, Text]:
        """Give the reasons why some units that are duties have no rule, by path."""
        file = self.rulebase.folder / WITHOUT_RULE
        return reasons_in(file.read_text(encoding="utf-8")) if file.is_file() else {}

    @cached_property
    def beside(self) -> Mapping[Rests, tuple[Beside, ...]]:
        """Give the alignments of a duty (kind ``part``) or of a provision (kind ``unit``)."""
        found: list[tuple[Rests, Beside]] = []
        for alignment in self.alignments:
            for asks, mirrored in ((alignment.left, False), (alignment.right, True)):
                names = [("part", each) for each in asks.duties] + [("unit", each) for each in asks.provisions]
                found += [(name, Beside(alignment, mirrored)) for name in names]
        return _grouped(found)

    @cached_property
    def contents(self) -> Mapping[str, tuple[Content, ...]]:
        """Give what the catalogue holds about each factor."""
        names = dict.fromkeys(
            member for name in FACTOR_LISTS if name in self.vocabulary.collections
            for member in self.vocabulary.collections[name].members
        )
        return {name: tuple(select(self.rulebase.catalogue, self.vocabulary, [name])) for name in names}

    def inferred(self, part: Part) -> bool:
        """Say whether something that a part rests on was never read."""
        return any(self.law.versions(path)[-1].content == "inferred" for path in part.origins.provisions)

    def unit(self, path: str) -> Provision:
        """Give the newest version of a path."""
        return self.law.versions(path)[-1]


def _holds(part: Part, day: date) -> bool:
    """Say whether the interval that a part gives itself holds a day."""
    start, end = part.origins.valid_from, part.origins.valid_until
    return (start is None or start <= day) and (end is None or day < end)


def _start(part: Part) -> tuple[bool, str]:
    return part.origins.valid_from is not None, str(part.origins.valid_from)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, dict[int, V]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[id(value)] = value
    return {key: tuple(values.values()) for key, values in found.items()}
