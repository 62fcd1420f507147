"""Strata: what must be settled before which rules are looked at; nothing rests on its own negation."""

from collections import defaultdict
from collections.abc import Mapping

from engine.language import syntax as s
from engine.language.report import Reporter
from engine.language.walk import conditions_of, sentences
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Vocabulary

_RESTS = Text("bygger på", "bygger på", "rests on")
_WHICH = Text("som", "som", "which")


def dependencies(rules: s.RuleSet) -> dict[str, dict[str, bool]]:
    """Give, for each concluded property, those its rules look at, and whether each must be settled beforehand."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for rule in rules.rules:
        needs = found[rule.then.property]
        for sentence, settled in sentences(conditions_of(rule), taken={each.var.name for each in rule.scope}):
            needs[sentence.property] = needs.get(sentence.property, False) or settled
    return dict(found)


def strata(rules: s.RuleSet) -> dict[str, int]:
    """Give the stratum of each concluded property (what isn't concluded is input: below all, not listed).

    A rule belongs to the stratum of what it concludes; duties and remarks come after the last. Only for rule sets
    without problems.
    """
    needs = dependencies(rules)
    level = dict.fromkeys(needs, 0)
    for _ in range(len(needs) + 1):
        changed = False
        for concluded, looked_at in needs.items():
            least = max((level[each] + settled for each, settled in looked_at.items() if each in level), default=0)
            if least > level[concluded]:
                level[concluded], changed = least, True
        if not changed:
            break
    return level


def negative_cycles(rules: s.RuleSet) -> list[tuple[str, ...]]:
    """Find the properties that rest on their own negation: each cycle once, beginning where the negation is."""
    needs = dependencies(rules)
    cycles: dict[frozenset[str], tuple[str, ...]] = {}
    for concluded, looked_at in needs.items():
        for other, settled in looked_at.items():
            if settled and (way := _way(needs, other, concluded)):
                cycles.setdefault(frozenset(way), way)
    return list(cycles.values())


def _way(needs: Mapping[str, Mapping[str, bool]], start: str, end: str) -> tuple[str, ...] | None:
    """Find the shortest way from one property to another through what rules look at."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        for each in needs.get(way[-1], ()):
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return None


def check_strata(rules: s.RuleSet, vocabulary: Vocabulary, reports: Mapping[str, Reporter]) -> None:
    """Report each cycle through a negation, at a rule that concludes what the cycle ends in."""
    for way in negative_cycles(rules):
        rule = next(rule for rule in rules.rules if rule.then.property == way[-1])
        labels = [vocabulary.properties[each].phrase or vocabulary.properties[each].label for each in (way[-1], *way)]
        cycle = Text(*(_said([label.in_(language) for label in labels], language) for language in LANGUAGES))
        reports[rule.then.place.file].at(rule.then.place.line, rule.then.place.column, "negative-cycle", cycle=cycle)


def _said(phrases: list[str], language: Language) -> str:
    """Say that each phrase rests on the next."""
    quoted = ["«" + phrase.replace("{s}", "…").replace("{o}", "…") + "»" for phrase in phrases]
    rests, which = _RESTS.in_(language), _WHICH.in_(language)
    return f"{quoted[0]} {rests} " + f", {which} {rests} ".join(quoted[1:])
