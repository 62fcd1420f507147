"""What can differ at all: the parts that rest, through whatever rules, on one that is edited. All others give the same answers.

A part rests on a rule that concludes a statement it speaks of, and on a duty whose outcome it asks about (``walk.narrowed`` goes the same
way down).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.impact.edits import parts_of
from engine.language import syntax as s
from engine.language.walk import ASKS_ABOUT_DUTIES, GOAL, Part, conditions_of, narrowed, sentences
from engine.rulebase import RuleBase


@dataclass(frozen=True, slots=True)
class Cone:
    """The ids of the parts that can differ, and the names that can mean something else: statements that rules conclude, goals of duties."""

    ids: frozenset[str]
    names: frozenset[str]


def cone(rulesets: Iterable[s.RuleSet], edited: Iterable[str]) -> Cone:
    """Give what some parts, themselves included, can have an effect on in any of the rule sets.

    Of a statement that can differ all rules are in, the unedited too: it holds where any of them says so.
    """
    parts = [part for rules in rulesets for part in parts_of(rules)]
    speaks = [_speaks_of(part) for part in parts]
    ids, names = set(edited), set[str]()
    size = -1
    while size != len(ids) + len(names):
        size = len(ids) + len(names)
        for part, spoken in zip(parts, speaks, strict=True):
            name = part.then.property if isinstance(part, s.Rule) else GOAL + part.origins.id
            if part.origins.id in ids or name in names or spoken & names:
                ids.add(part.origins.id)
                names.add(name)
    return Cone(frozenset(ids), frozenset(names))


def within(base: RuleBase, ids: Iterable[str]) -> RuleBase:
    """Give a rule base with no more rules than some parts can rest on."""
    wanted = sorted(ids)
    return replace(base, rules=narrowed(base.rules, *wanted), hash=f"{base.hash} {' '.join(wanted)}")


def _speaks_of(part: Part) -> frozenset[str]:
    """Give the statements that a part speaks of, and the goals of the duties it asks about."""
    found = set()
    for sentence, _ in sentences(conditions_of(part)):
        asked = sentence.object.concept if isinstance(sentence.object, s.Const) else None
        found.add(asked if asked and sentence.property in ASKS_ABOUT_DUTIES else sentence.property)
    return frozenset(found)
