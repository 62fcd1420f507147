"""Where things are defined and used, over rule files, scenarios, law base and ontology."""

import re
from collections.abc import Iterator

from engine.editor import scenario_words, turtle
from engine.editor.lookup import Target
from engine.editor.spans import Offsets, Span
from engine.editor.uses import Kind, Use
from engine.editor.workspace import SCENARIOS, TURTLE, Workspace
from engine.language import syntax as s
from engine.vocabulary.model import Origin


def definition(workspace: Workspace, target: Target) -> list[Span]:
    """Give the places that say what something is.

    A provision is defined in the law base, once for each version; a statement that rules derive by the rules that conclude
    it; any other term by its statement in the ontology; a variable where it is introduced; a part by its head.
    """
    if target.kind is Kind.VARIABLE:
        return [use.span for use in same_variable(workspace, target) if use.begins][:1]
    if target.kind is Kind.PART:
        return [use.span for use in _uses(workspace, Kind.PART, target.name)]
    if target.kind is Kind.PROPERTY and (rules := concluding(workspace, target.name)):
        return rules
    return declaration(workspace, target)


def declaration(workspace: Workspace, target: Target) -> list[Span]:
    """Give the Turtle statements that begin with a term or a provision; for what has none, its definition."""
    if target.kind in (Kind.VARIABLE, Kind.PART):
        return definition(workspace, target)
    return [] if target.kind is Kind.KEYWORD else list(subjects(workspace, target.name))


def references(workspace: Workspace, target: Target) -> list[Span]:
    """Give every use of something, its definition included, in the order of the files."""
    if target.kind is Kind.VARIABLE:
        return [use.span for use in same_variable(workspace, target)]
    if target.kind is Kind.KEYWORD:
        return []
    found = [use.span for use in _uses(workspace, target.kind, target.name)]
    if target.kind in (Kind.PART, Kind.PROVISION):
        found += mentions(workspace, target.name, SCENARIOS, TURTLE, ".yaml")
    else:
        found += [*_in_turtle(workspace, target.name), *_in_scenarios(workspace, target.kind, target.name)]
    return sorted(dict.fromkeys(found))


def subjects(workspace: Workspace, name: str) -> Iterator[Span]:
    """Give the Turtle statements that begin with a name."""
    for path, text, each in _names(workspace, name):
        if each.subject:
            yield Offsets(text).span(path, each.start, each.end)


def concluding(workspace: Workspace, prop: str) -> list[Span]:
    """Give the sentences with which rules conclude a property; none for what the case itself states."""
    knowledge = workspace.knowledge
    if knowledge is None or knowledge.vocabulary.properties[prop].origin is not Origin.DERIVED:
        return []
    found = []
    for reading in workspace.readings():
        places = {_start(part.then.place) for part in reading.parts if isinstance(part, s.Rule) and part.then.property == prop}
        if places:
            found += [use.span for use in reading.uses if use.sentence and _start(use.sentence.place) in places]
    return found


def same_variable(workspace: Workspace, target: Target) -> list[Use]:
    """Give the uses of a variable that go back to the same introduction."""
    reading = workspace.reading(target.span.file)
    if reading is None or target.use is None:
        return []
    return sorted(
        (use for use in reading.uses if use.kind is Kind.VARIABLE and use.binding == target.use.binding), key=lambda use: use.span
    )


def mentions(workspace: Workspace, name: str, *endings: str) -> Iterator[Span]:
    """Give every place of an id of a part, or of the path of a provision, in files with some endings: also in texts and comments.

    An id that only begins like this one is another; ``goal.`` before an id names its goal.
    """
    pattern = re.compile(rf"(?:(?<![\w./-])|(?<=[#:]goal\.)|(?<=/law/)){re.escape(name)}(?![\w/-])(?!\.\w)")
    for path in workspace.paths(*endings):
        text = workspace.text(path) or ""
        if name in text:
            offsets = Offsets(text)
            yield from (offsets.span(path, found.start(), found.end()) for found in pattern.finditer(text))


def _uses(workspace: Workspace, kind: Kind, name: str) -> Iterator[Use]:
    for reading in workspace.readings():
        yield from (use for use in reading.uses if use.kind is kind and use.name == name)


def _names(workspace: Workspace, name: str) -> Iterator[tuple[str, str, turtle.Name]]:
    """Give each IRI of a term or provision in Turtle, with its file. The id of an act (``no.aml``) is its path with a full stop.

    As a predicate a name belongs to the language that the files are written in, not to the terms they define (``fv:title``).
    """
    act = workspace.knowledge is not None and name in workspace.knowledge.law.acts
    wanted = name.replace(".", "/") if act else name
    for path in workspace.paths(TURTLE):
        text = workspace.text(path) or ""
        if wanted in text:
            found = (each for each in turtle.read(text).names if each.role != "predicate")
            yield from ((path, text, each) for each in found if turtle.local(each.iri) == wanted)


def _in_turtle(workspace: Workspace, name: str) -> Iterator[Span]:
    for path, text, each in _names(workspace, name):
        yield Offsets(text).span(path, each.start, each.end)


def _in_scenarios(workspace: Workspace, kind: Kind, name: str) -> Iterator[Span]:
    if workspace.knowledge is None:
        return
    vocabulary = workspace.knowledge.vocabulary
    prop = vocabulary.properties.get(name)
    written = {name, prop.field} if prop and prop.field else {name}
    for path in workspace.paths(SCENARIOS):
        text = workspace.text(path) or ""
        if any(each in text for each in written):
            for word in scenario_words.words(text):
                if word.text in written and scenario_words.meaning(word, vocabulary) == (kind, name):
                    yield word.span(path)


def _start(place: s.Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column
