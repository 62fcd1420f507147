"""Two encodings of the law in one rule base: what is the same stands there once, what can differ twice, so that a case is run only once.

The older writing of a part goes under a name of its own, and so do the statements and goals that mean something else in it. Whoever reads
the answers takes the mark off again (``form.plain``).
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from engine.impact.cone import Cone
from engine.impact.edits import Edits, parts_of
from engine.impact.form import OLD
from engine.language import syntax as s
from engine.language.walk import Part, narrowed
from engine.rulebase import RuleBase


def twins(old: RuleBase, new: RuleBase, edits: Edits, differing: Cone) -> RuleBase | None:
    """Give the rule base that holds both, with no more rules than the parts that can differ rest on.

    None where the two can't be put together: they make different facts of a case, or the law base that the older rules rest on is not that
    of the newer.
    """
    wanted = sorted(differing.ids)
    older = [part for part in parts_of(narrowed(old.rules, *wanted)) if part.origins.id in differing.ids]
    unknown = any(path not in new.law.by_path for part in older for path in part.origins.provisions)
    if unknown or not edits.same_ground or any(edit.kind == "law" for edit in edits.of):
        return None
    rested_on = {part.origins.id for base in (old, new) for part in parts_of(narrowed(base.rules, *wanted))}
    newer = [part for part in parts_of(new.rules) if part.origins.id in rested_on]
    names = differing.names | edits.parameters

    def mark(name: str) -> str:
        return name + OLD if name in names else name

    every: list[Part] = [*newer, *(_renamed(part, mark) for part in older)]
    words, before = new.vocabulary, old.vocabulary
    vocabulary = replace(
        words,
        properties=words.properties | {mark(id_): replace(p, id=mark(id_)) for id_, p in before.properties.items() if id_ in names},
        concepts=before.concepts
        | words.concepts
        | {mark(id_): replace(c, id=mark(id_)) for id_, c in before.concepts.items() if id_ in names},
        parameters=words.parameters | {mark(id_): replace(p, id=mark(id_)) for id_, p in before.parameters.items() if id_ in names},
    )
    rules = s.RuleSet(
        tuple(part for part in every if isinstance(part, s.Duty)),
        tuple(part for part in every if isinstance(part, s.Rule)),
        tuple(part for part in every if isinstance(part, s.Remark)),
        tuple(part for part in every if isinstance(part, s.Outlook)),
    )
    return replace(new, vocabulary=vocabulary, rules=rules, hash=f"{new.hash} beside {old.hash}")


def _renamed(part: Part, mark: Callable[[str], str]) -> Part:
    found: Part = _rewritten(part, mark)
    return replace(found, origins=replace(part.origins, id=part.origins.id + OLD))


def _rewritten(value: Any, mark: Callable[[str], str]) -> Any:
    """Put the marked names into a part, however deep they stand."""
    match value:
        case tuple():
            return tuple(_rewritten(each, mark) for each in value)
        case s.Const(concept):
            return s.Const(mark(concept))
        case s.ParameterRef(parameter):
            return s.ParameterRef(mark(parameter))
        case s.Sentence():
            value = replace(value, property=mark(value.property))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{each.name: _rewritten(getattr(value, each.name), mark) for each in fields(value)})
