"""Rules and grounds that another one covers, and pairs that leave open what follows either way (F301 to F303)."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.errors import Problem
from engine.language import syntax as s
from engine.language.walk import REGIMES
from engine.lint.blocks import Words, sections
from engine.lint.entail import Facts, is_a
from engine.lint.messages import AT, GROUND, HOLDS_TOO, LACKS_TOO, REQUIREMENT, RULE, THIS_GROUND, THIS_RULE
from engine.lint.normal import NOWHERE, joined, negated, normal, put
from engine.lint.subject import Subject, where
from engine.text import Text
from engine.vocabulary.model import Vocabulary

SAME_OUTCOME = (("requires", "breach_when"), ("suspicion_when",), ("unless", "invoked"))  # sections whose grounds are alternatives


@dataclass(frozen=True)
class Way:
    """One of several ways to the same conclusion: what must hold, where it is written, and what it is called from a place.

    ``places`` says where some of the forms are written; ``required``: it is the absence of a requirement.
    """

    forms: s.Conditions
    place: s.Place
    called: Text
    required: bool = False
    places: Mapping[s.Condition, s.Place] = field(default_factory=dict)


def findings(subject: Subject) -> Iterator[Problem]:
    """Compare the rules that conclude the same, and the grounds of each duty that have the same outcome."""
    words = Words.of(subject.vocabulary)
    yield from _rules(subject, words)
    for duty in subject.base.rules.duties:
        yield from _grounds(subject, duty, words)


# --- the grounds of a duty -------------------------------------------------------------------------------------------------------


def _grounds(subject: Subject, duty: s.Duty, words: Words) -> Iterator[Problem]:
    blocks = sections(duty, words)
    for names in SAME_OUTCOME:
        ways: list[Way] = []
        around = words.facts(each.var for each in duty.scope)
        for name, block in blocks:
            if name.partition("/")[0] not in names or not block.conditions:
                continue
            around = block.facts(block.told)
            if name == "requires":
                ways += [Way((negated(each.form),), each.place, REQUIREMENT, required=True) for each in block.own]
            else:
                places = {each.form: each.place for each in block.own}
                ways.append(Way(joined(block.forms), block.own[0].place, GROUND, places=places))
        yield from _covered(subject, ways, around)
        yield from _either_way(subject, ways, around)


def _covered(subject: Subject, ways: Sequence[Way], around: Facts) -> Iterator[Problem]:
    for index, way in enumerate(ways):
        for position, other in enumerate(ways):
            if way.required or other is way or not _covers(other, way, around):
                continue
            if position < index or not _covers(way, other, around):  # of two that say the same the later one is too much
                called = other.called.format(where=where(other.place, way.place))
                yield subject.files.at("F302", way.place, also=(LACKS_TOO if other.required else HOLDS_TOO).format(other=called))
                break


def _covers(wide: Way, narrow: Way, around: Facts) -> bool:
    facts = around.more(narrow.forms)
    return all(facts.entail(form) for form in wide.forms)


# --- either way --------------------------------------------------------------------------------------------------------------------


def _either_way(subject: Subject, ways: Sequence[Way], around: Facts) -> Iterator[Problem]:
    for first, second in itertools.combinations(ways, 2):
        if first.required and second.required:
            continue
        told, other = (second, first) if first.required or not second.required else (first, second)
        yield from _pair(subject, told, other.called.format(where=where(other.place, told.place)), other, ways, around)


def _pair(subject: Subject, told: Way, called: Text, other: Way, ways: Sequence[Way], around: Facts) -> Iterator[Problem]:
    for one, rest in without_one(told.forms, other.forms, around):
        if _open(rest, ways, around):
            which = AT.format(where=where(told.places[one], told.place)) if one in told.places else ""
            this = THIS_GROUND if told.places else THIS_RULE
            yield subject.files.at("F303", told.place, this=this, other=called, which=which)
            return


def _open(rest: s.Conditions, ways: Sequence[Way], around: Facts) -> bool:
    """Say whether what is left can hold, and is not by itself one of the ways."""
    facts = around.more(rest)
    return facts.consistent() and not any(all(facts.entail(f) for f in way.forms) for way in ways)


def without_one(
    first: Sequence[s.Condition], second: Sequence[s.Condition], around: Facts, depth: int = 0
) -> Iterator[tuple[s.Condition, s.Conditions]]:
    """Give each condition of one way that holds wherever a condition of the other fails, and what both need besides these.

    With both the rest of the one and the rest of the other, the conclusion follows whether that condition holds or not. Two existences
    of one class are taken to be about the same thing.
    """
    for one in first:
        failing = around.more((negated(one),))
        for two in second:
            rest = [each for each in first if each != one] + [each for each in second if each != two]
            if failing.entail(two):
                yield one, joined(rest)
            elif isinstance(one, s.Exists) and isinstance(two, s.Exists) and _alike(one, two):
                thing = s.Var(f"={depth}", one.var.type)
                mine, its = ([put(each, found.var.name, thing) for each in found.body] for found in (one, two))
                for _, left in without_one(mine, its, around.more((), (thing,)), depth + 1):
                    body = joined(put(each, thing.name, one.var) for each in left)
                    yield one, joined([*rest, s.Exists(one.var, 1, body, NOWHERE)])


def _alike(one: s.Exists, two: s.Exists) -> bool:
    return one.var.type == two.var.type and one.minimum == two.minimum == 1


# --- rules ---------------------------------------------------------------------------------------------------------------------------


def _rules(subject: Subject, words: Words) -> Iterator[Problem]:
    by_conclusion: dict[str, list[s.Rule]] = defaultdict(list)
    for rule in subject.base.rules.rules:
        by_conclusion[rule.then.property].append(rule)
    for rules in by_conclusion.values():
        for rule in rules if len(rules) > 1 else ():
            yield from _rule(subject, rule, rules, words)


def _rule(subject: Subject, rule: s.Rule, rules: Sequence[s.Rule], words: Words) -> Iterator[Problem]:
    """Compare a rule with those that conclude the same of the same things: as narrow as it, or wider."""
    own = _head(rule, rule, subject.vocabulary)
    assert own is not None, "a rule concludes what it concludes"
    around = words.facts(term for term in own.values() if isinstance(term, s.Var))
    mine = Way(_body(rule, own, subject.vocabulary), rule.origins.place, RULE)
    before: list[Way] = []
    after: list[Way] = []
    for other in rules:
        head = _head(other, rule, subject.vocabulary)
        if other is rule or head is None or not _always_beside(other, rule):
            continue
        called = RULE.format(id=other.origins.id, where=where(other.origins.place, rule.origins.place))
        alike = _head(rule, other, subject.vocabulary) is not None and _always_beside(rule, other)
        first = not alike or rules.index(other) < rules.index(rule)  # of two that are alike, the later one is told of the earlier
        (before if first else after).append(Way(_body(other, head, subject.vocabulary), other.origins.place, called))
    wider = [way for way in (*before, *after) if _covers(way, mine, around) and (way in before or not _covers(mine, way, around))]
    if wider:
        yield subject.files.at("F301", rule.origins.place, id=rule.origins.id, other=wider[0].called)
    for way in before:
        yield from _pair(subject, mine, way.called, way, (mine, *before, *after), around)


def _head(rule: s.Rule, wanted: s.Rule, vocabulary: Vocabulary) -> dict[str, s.Term] | None:
    """Say what the variables of a conclusion stand for where it is another rule's conclusion; None where it can't be."""
    found: dict[str, s.Term] = {}
    for mine, its in ((rule.then.subject, wanted.then.subject), (rule.then.object, wanted.then.object)):
        if mine is None or its is None:
            continue
        if isinstance(mine, s.Const):
            if mine != its:
                return None
            continue
        if isinstance(its, s.Var) and not is_a(vocabulary, its.type, mine.type):
            return None
        collection = vocabulary.collections.get(mine.type.removeprefix("concept:"))
        if isinstance(its, s.Const) and (collection is None or its.concept not in collection.members):
            return None
        if found.setdefault(mine.name, its) != its:
            return None
    return found


def _always_beside(other: s.Rule, rule: s.Rule) -> bool:
    """Say whether another rule is in use whenever this one is: in time, in the country, and by the same reading."""
    mine, its = rule.origins, other.origins
    earlier = (its.valid_from or date.min) <= (mine.valid_from or date.min)
    later = (mine.valid_until or date.max) <= (its.valid_until or date.max)
    own_country, its_country = mine.id.split(".")[0], its.id.split(".")[0]
    same_law = its_country not in REGIMES or its_country == own_country
    return earlier and later and same_law and its.interpretation in (None, mine.interpretation)


def _body(rule: s.Rule, head: dict[str, s.Term], vocabulary: Vocabulary) -> s.Conditions:
    """Give what a rule needs, in one form; the things of its scope that it does not conclude about are existences."""
    others = [each.var for each in rule.scope if each.var.name not in head]
    own = {var.name: s.Var(f"*{number}", var.type) for number, var in enumerate(others)}
    conditions = tuple(join for each in rule.scope for join in each.joins) + rule.when
    found = normal(conditions, {**head, **own}, vocabulary)
    for var in reversed(own.values()):
        inside = tuple(each for each in found if put(each, var.name, s.Const("")) != each)
        found = joined([*(each for each in found if each not in inside), s.Exists(var, 1, inside, NOWHERE)])
    return found
