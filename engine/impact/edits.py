"""What two rule bases differ in, as data: words, layout, comments and the places of things make no difference."""

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.impact.model import KINDS, Edit, How, Kind
from engine.language import syntax as s
from engine.language.meaning import meaning
from engine.language.walk import Part, conditions_of, every
from engine.law.load import sort_key
from engine.law.model import Act, LawBase, Provision
from engine.rulebase import RuleBase
from engine.text import Text, same
from engine.vocabulary.model import Origin, Vocabulary

NAMES_ONLY = ("goals", "reasons", "remark_messages", "outlook_messages")  # collections that give rules words and cases no facts
NO_NAME = same("")


@dataclass(frozen=True, slots=True)
class Edits:
    """``of`` are the edits. ``of_rule`` gives for the id of a rule the keys of its own edit and those of the law it cites, ``parameters``
    the parameters that changed. ``rules`` are the ids of the rules that any of this is in.

    ``same_ground`` says that both rule bases read a case alike and make the same facts of it: then nothing differs but what rests on the
    rules that are edited.
    """

    of: tuple[Edit, ...]
    of_rule: Mapping[str, tuple[str, ...]]
    parameters: frozenset[str]
    rules: tuple[str, ...]
    same_ground: bool

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Give the keys of the edits that can have an effect without occurring in a proof."""
        return tuple(edit.key for edit in self.of if edit.kind in ("acts", "vocabulary", "documents", "industries"))


def parts_of(rules: s.RuleSet) -> tuple[Part, ...]:
    """Give every duty, rule, remark and outlook."""
    return (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)


def edits_between(old: RuleBase, new: RuleBase) -> Edits:
    """Give what the new rule base has changed, added and removed."""
    found = [*_of_rules(old, new), *_of_parameters(old.vocabulary, new.vocabulary)]
    parameters = frozenset(edit.key.removeprefix("parameter:") for edit in found if edit.kind == "parameter")
    moved = _moved(old, new)
    found += [Edit(f"law:{path}", "law", "changed", NO_NAME) for path in moved]
    ground = [*_of_ground(old, new)]
    found += [Edit(kind, kind, "changed", NO_NAME) for kind in ground]
    found.sort(key=lambda edit: (KINDS.index(edit.kind), sort_key(edit.key), edit.key))
    keys: dict[str, list[str]] = {edit.key: [edit.key] for edit in found if edit.kind in KINDS[:4]}
    compares = set()
    for part in (*parts_of(old.rules), *parts_of(new.rules)):
        if mine := [f"law:{path}" for path in part.origins.provisions if path in moved and not isinstance(part, s.Rule)]:
            keys[part.origins.id] = list(dict.fromkeys([*keys.get(part.origins.id, ()), *mine]))
        if parameters & set(parameters_in(part)):
            compares.add(part.origins.id)
    same_ground = not ground and not set(moved) & _wanted_by_documents(new)
    of_rule = {id_: tuple(each) for id_, each in sorted(keys.items())}
    return Edits(tuple(found), of_rule, parameters, tuple(sorted(compares | of_rule.keys())), same_ground)


# --- rules --------------------------------------------------------------------------------------------------------------------


def _of_rules(old: RuleBase, new: RuleBase) -> Iterable[Edit]:
    before, after = _by_id(old.rules), _by_id(new.rules)
    for id_ in sorted(before.keys() | after.keys()):
        if set(map(meaning, before.get(id_, ()))) != set(map(meaning, after.get(id_, ()))):
            part, base = (after[id_][0], new) if id_ in after else (before[id_][0], old)
            yield Edit(id_, kind_of(part), _how(id_, before, after), title_of(part, base.vocabulary))


def _by_id(rules: s.RuleSet) -> dict[str, list[Part]]:
    """Give the parts of each id: several, where they hold at different times."""
    found: dict[str, list[Part]] = {}
    for part in parts_of(rules):
        found.setdefault(part.origins.id, []).append(part)
    return found


def _how(key: str, before: Mapping[str, object], after: Mapping[str, object]) -> How:
    return "changed" if key in before and key in after else "added" if key in after else "removed"


def kind_of(part: Part) -> Kind:
    """Give the kind of a part."""
    match part:
        case s.Duty():
            return "duty"
        case s.Rule():
            return "rule"
        case s.Remark():
            return "remark"
        case _:
            return "outlook"


def title_of(part: Part, vocabulary: Vocabulary) -> Text:
    """Name a part by its goal or its message; a rule by the statement it defines."""
    match part:
        case s.Duty():
            return vocabulary.concepts[part.goal].label
        case s.Rule():
            return vocabulary.properties[part.then.property].label
        case _:
            return vocabulary.concepts[part.message].label


def parameters_in(part: Part) -> list[str]:
    """Give the dated parameters that a part compares with."""
    return [name for condition in every(conditions_of(part)) for name in parameters_of(condition)]


def parameters_of(condition: s.Condition) -> tuple[str, ...]:
    """Give the dated parameters that a comparison names."""
    if not isinstance(condition, s.Compare):
        return ()
    return tuple(each.parameter for each in (condition.right, condition.offset) if isinstance(each, s.ParameterRef))


# --- the rest of the rule base ----------------------------------------------------------------------------------------------------


def _of_parameters(old: Vocabulary, new: Vocabulary) -> Iterable[Edit]:
    before, after = old.parameters, new.parameters
    for id_ in sorted(before.keys() | after.keys()):
        one, two = before.get(id_), after.get(id_)
        if one is None or two is None or (one.unit, one.values) != (two.unit, two.values):
            named = two or one
            yield Edit(f"parameter:{id_}", "parameter", _how(id_, before, after), named.label if named else NO_NAME)


def _moved(old: RuleBase, new: RuleBase) -> list[str]:
    """Give the provisions that both law bases have and rules or documents rest on, and that were not in force on the same days, were not
    read as far, or took over from another."""
    cited = {path for base in (old, new) for part in parts_of(base.rules) for path in part.origins.provisions}
    wanted = sorted(cited | _wanted_by_documents(old) | _wanted_by_documents(new), key=sort_key)
    return [p for p in wanted if old.law.versions(p) and new.law.versions(p) and _standing(p, old.law) != _standing(p, new.law)]


def _standing(path: str, law: LawBase) -> object:
    return [_unit(each) for each in law.versions(path)], [_unit(each) for each in law.lineage(path)]


def _unit(unit: Provision) -> object:
    return unit.path, unit.act, unit.valid_from, unit.valid_until, unit.before, unit.content, unit.predecessor, unit.cited_as


def _act(act: Act) -> object:
    return act.regime, act.known_from, act.known_until, act.read_for, act.not_for


def _wanted_by_documents(base: RuleBase) -> set[str]:
    """Give the provisions that the shapes of documents name."""
    return {str(value) for _, _, value in pickle.loads(base.shapes) if str(value) in base.law.by_path}


def _of_ground(old: RuleBase, new: RuleBase) -> Iterable[Kind]:
    """Give the parts, other than rules, that decide which facts a case gives."""
    if {id_: _act(act) for id_, act in old.law.acts.items()} != {id_: _act(act) for id_, act in new.law.acts.items()}:
        yield "acts"
    if _terms(old.vocabulary) != _terms(new.vocabulary):
        yield "vocabulary"
    if _shapes(old.shapes) != _shapes(new.shapes):
        yield "documents"
    if old.vocabulary.code_lists != new.vocabulary.code_lists:
        yield "industries"


def _terms(vocabulary: Vocabulary) -> object:
    """Give what the vocabulary says of things and statements, without any word. What only rules conclude is theirs."""
    return (
        {c.id: (c.register, c.nature, c.also_has) for c in vocabulary.classes.values()},
        {
            p.id: (p.kind, p.domain, p.range, p.origin, p.field, p.many, p.required, p.implies)
            for p in vocabulary.properties.values()
            if p.origin is not Origin.DERIVED
        },
        {c.id: (c.members, c.force) for c in vocabulary.collections.values() if c.id not in NAMES_ONLY},
        {c.id: c.matches for c in vocabulary.concepts.values() if c.matches},
    )


def _shapes(kept: bytes) -> object:
    """Give what the shapes say without their texts. A node without a name of its own is what is said of it."""
    said: dict[object, list[tuple[object, object]]] = {}
    for subject, predicate, value in pickle.loads(kept):
        if not getattr(value, "language", None):
            said.setdefault(subject, []).append((predicate, value))

    def unfolded(node: object) -> object:
        return frozenset((predicate, unfolded(value)) for predicate, value in said.get(node, ())) if _nameless(node) else node

    return {(subject, pair[0], unfolded(pair[1])) for subject, pairs in said.items() if not _nameless(subject) for pair in pairs}


def _nameless(node: object) -> bool:
    return type(node).__name__ == "BNode"
