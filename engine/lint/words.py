"""What of the vocabulary is used, and by what: rules, shapes of documents, the case file, the catalogue, and the engine itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.language import syntax as s
from engine.language.walk import Part, conditions_of, every
from engine.lint.subject import Subject
from engine.text import Text
from engine.vocabulary.model import Kind, Property

# What the engine itself reads of an ontology, whatever the rules say: the statements it asks for, the lists it goes through, and the words
# it prints. A test holds this against the code.
ENGINE_PROPERTIES = frozenset({"concluded", "continues", "headcount", "in_read_scope"})
ENGINE_COLLECTIONS = frozenset({
    "acts", "committee_contents", "cooperation_agreement_contents", "danish_authorities", "danish_influences", "danish_standards",
    "dk_factors", "dk_prevention", "factors", "factors_1A_1", "health_service_contents", "monitoring_contents", "no_factors", "outcomes",
    "outside_hours_purposes", "plan_readers", "representative_parties", "responsibility_contents", "roles",
})
# The lists that a header of the rule language takes a word from. Their members are used where a rule names them.
HEADED = frozenset({"bearers", "goals", "interpretations", "measures", "outlook_messages", "reactions", "reasons", "remark_messages"})
_NAMED = re.compile(r"\bfv:([\w-]+(?:\.[\w-]+)*)|ns#([\w.-]+)>")
NAMING = ("ontology/shapes/", "kb/instruments/", "kb/measures/", "kb/guidance/")  # no ontology, but they name its terms


@dataclass(frozen=True)
class Used:
    """The ids in use: properties (with what they imply and are implied by), concepts and parameters, collections."""

    properties: frozenset[str]
    concluded: frozenset[str]  # properties that rules conclude
    concepts: frozenset[str]
    collections: frozenset[str]


def used(subject: Subject) -> Used:
    """Find what of the vocabulary is used."""
    vocabulary = subject.vocabulary
    named = {one or two for file, text in subject.files.texts.items() if file.startswith(NAMING) for one, two in _NAMED.findall(text)}
    properties, concepts, collections = set(ENGINE_PROPERTIES & vocabulary.properties.keys()), set(named), set(ENGINE_COLLECTIONS)
    for part in subject.parts:
        for condition in every(conditions_of(part)):
            if isinstance(condition, s.Sentence):
                properties.add(condition.property)
            concepts.update(_concepts(condition))
            collections.update(_collections(condition))
        concepts.update(_headers(part))
        collections.update(each.var.type.removeprefix("concept:") for each in part.scope)
        if isinstance(part, s.Rule):
            concepts.update(_concepts(part.then))
    properties |= named & vocabulary.properties.keys()
    concluded = {rule.then.property for rule in subject.base.rules.rules}
    for prop in vocabulary.properties.values():  # a narrower statement is answered with the wider one, and the other way round
        if prop.implies and {prop.id, prop.implies} & properties:
            properties |= {prop.id, prop.implies}
    ranges = {prop.range for prop in vocabulary.properties.values() if prop.field or prop.id in properties | concluded}
    collections |= named | ranges | HEADED | {cls.id.lower() + "s" for cls in vocabulary.classes.values() if cls.id in ranges}
    for name in collections & vocabulary.collections.keys() - HEADED:
        concepts.update(vocabulary.collections[name].members)
    return Used(frozenset(properties), frozenset(concluded), frozenset(concepts), frozenset(collections))


def spoken(prop: Property) -> Text:
    """Give the phrase of a property as a rule reads it, with an ellipsis for what it is said of."""
    text = prop.phrase or prop.label
    return Text(*(each.replace("{s}", "…").replace("{o}", "…") for each in text))


def unused_properties(subject: Subject, use: Used) -> Iterator[Property]:
    """Give the properties with phrases that nothing uses, but for those that rules conclude."""
    for prop in subject.vocabulary.properties.values():
        if prop.kind is not Kind.DETAIL and prop.id not in use.properties and prop.id not in use.concluded:
            yield prop


def _concepts(condition: s.Condition) -> Iterator[str]:
    match condition:
        case s.Sentence(_, subject, obj):
            yield from (term.concept for term in (subject, obj) if isinstance(term, s.Const))
        case s.Compare(_, _, right, offset):
            yield from (operand.parameter for operand in (right, offset) if isinstance(operand, s.ParameterRef))


def _collections(condition: s.Condition) -> Iterator[str]:
    if isinstance(condition, s.ForAll):
        yield condition.collection
    if isinstance(condition, s.Exists):
        yield condition.var.type.removeprefix("concept:")


def _headers(part: Part) -> Iterator[str]:
    """Give the concepts that the headers of a part name."""
    if part.origins.interpretation:
        yield part.origins.interpretation
    match part:
        case s.Duty():
            yield from (part.bearer, part.goal, *part.settled_by, *part.measures, *(each.because for each in part.cannot_be))
        case s.Remark() | s.Outlook():
            yield part.message
    if isinstance(part, s.Outlook):
        yield from part.reactions
