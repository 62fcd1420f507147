"""What an editor tells of the thing under the cursor, as Markdown in the language of the file."""

from collections.abc import Iterable
from datetime import date

from engine.editor import scenario_words
from engine.editor.knowledge import Knowledge
from engine.editor.lookup import Target
from engine.editor.uses import Kind, Use
from engine.editor.words import UNITS, WORDS
from engine.editor.workspace import Workspace
from engine.language import syntax as s
from engine.language.forms import form
from engine.language.keywords import keywords
from engine.language.names import Names
from engine.language.walk import Part
from engine.law import citation
from engine.law.model import LawBase, Provision
from engine.law.words import CONTENT_WORDS, NUMBER_WORDS, STATUS_WORDS
from engine.law.words import WORDS as LAW_WORDS
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Concept, Origin, Property

MOST = 6
"""How many names of a list are shown."""


def hover(workspace: Workspace, target: Target, language: Language) -> str:
    """Tell of what stands under the cursor; nothing where there is nothing to tell."""
    knowledge = workspace.knowledge
    if knowledge is None:
        return ""
    vocabulary, name = knowledge.vocabulary, target.name
    match target.kind:
        case Kind.PROVISION:
            return _provision(name, _day(workspace, target), workspace, knowledge.law, language)
        case Kind.CONCEPT:
            return _concept(vocabulary.concepts[name], knowledge, language)
        case Kind.COLLECTION:
            collection = vocabulary.collections[name]
            shown = [f"«{label}»" for label in knowledge.names[language].labels(collection.members)]
            return _card(collection.label, name, language, [_listed("members", shown, language)])
        case Kind.PARAMETER:
            parameter = vocabulary.parameters[name]
            unit = UNITS[parameter.unit].in_(language)
            values = [f"{value} {unit}".strip() + f" {_from(start, None, language)}" for start, value in parameter.values]
            return _card(parameter.label, name, language, [_listed("values", values, language)])
        case Kind.CLASS:
            cls = vocabulary.classes[name]
            return _card(cls.noun.indefinite, name, language, [cls.comment.in_(language)] if cls.comment else [])
        case Kind.PROPERTY:
            return _sentence(workspace, knowledge, vocabulary.properties[name], target.use, language)
        case Kind.VARIABLE:
            return _variable(workspace, target, knowledge.names[language], language)
        case Kind.KEYWORD:
            return _keyword(name, language)
        case Kind.PART:
            return "\n\n---\n\n".join(_part(part, workspace, language) for part in workspace.parts() if part.origins.id == name)


# provisions


def _day(workspace: Workspace, target: Target) -> date:
    """Give the day whose law a citation means: the first on which its part is valid, or else today."""
    parts = (part for part in workspace.parts() if part.origins.place.file == target.span.file)
    before = [part for part in parts if part.origins.place.line <= target.span.line]
    return (before[-1].origins.valid_from if before else None) or date.today()


def _provision(path: str, day: date, workspace: Workspace, law: LawBase, language: Language) -> str:
    versions = law.versions(path)
    shown = law.provision(path, day) or versions[-1]
    section = law.provision("/".join(path.split("/")[:3]), shown.valid_from)
    heading = shown.heading or (section.heading if section else "")
    facts = [
        (LAW_WORDS["interval"], _interval(shown, language)),
        (LAW_WORDS["status"], STATUS_WORDS[shown.status].in_(language)),
        (
            LAW_WORDS["confidence"],
            f"{CONTENT_WORDS[shown.content].in_(language)}; {NUMBER_WORDS[shown.number].in_(language)}",
        ),
    ]
    others = [_interval(version, language) for version in versions if version is not shown]
    citing = list(dict.fromkeys(part.origins.id for part in workspace.parts() if path in part.origins.provisions))
    lines = [
        f"**{citation.cite(path, language, lawbase=law)}** `{path}`",
        f"*{heading}*" if heading else "",
        shown.paraphrase.in_(language),
        shown.because.in_(language) if shown.because else "",
        shown.note.in_(language) if shown.note else "",
        "\n".join(f"- {label.in_(language)}: {text}" for label, text in facts),
        _listed("versions", others, language),
        _listed("cited_by", [f"`{each}`" for each in citing], language),
    ]
    return _joined(lines)


def _interval(unit: Provision, language: Language) -> str:
    words = LAW_WORDS["from_to" if unit.valid_until else "from"]
    return words.format(first=str(unit.valid_from), last=str(unit.valid_until)).in_(language)


# terms


def _card(name: Text, id_: str, language: Language, more: Iterable[str]) -> str:
    """Tell of a term: its name here, its names in the other languages, and more."""
    return _joined([f"**{name.in_(language)}** `{id_}`", _others(name, language), *more])


def _others(text: Text, language: Language) -> str:
    return "\n".join(
        f"- {WORDS[other].in_(language)}: {text.in_(other)}" for other in LANGUAGES if other != language
    )


def _concept(concept: Concept, knowledge: Knowledge, language: Language) -> str:
    collections = [
        each.label.in_(language) for each in knowledge.vocabulary.collections.values() if concept.id in each.members
    ]
    said = concept.in_sentence.in_(language)
    return _card(
        concept.label,
        concept.id,
        language,
        [
            f"{WORDS['in_sentence'].in_(language)}: {said}" if said != concept.label.in_(language) else "",
            concept.note.in_(language) if concept.note else "",
            WORDS["inferred"].in_(language) if concept.confidence == "inferred" else "",
            _listed("collections", collections, language),
            _listed("source", [f"`{each}`" for each in concept.source if each in knowledge.provisions], language),
        ],
    )


def _sentence(workspace: Workspace, knowledge: Knowledge, prop: Property, use: Use | None, language: Language) -> str:
    """Tell of a sentence: the same in the other languages, and where its truth comes from."""
    here, *others = (
        (each, in_language(prop, use, each, knowledge)) for each in (language, *(other for other in LANGUAGES if other != language))
    )
    where = {
        Origin.INPUT: WORDS["field"].format(field=f"`{prop.field}`") if prop.field else WORDS["stated"],
        Origin.COMPUTED: WORDS["computed"],
        Origin.DERIVED: _derived(workspace, prop.id),
    }[prop.origin]
    return _joined([
        f"**{here[1]}** `{prop.id}`",
        "\n".join(f"- {WORDS[other].in_(language)}: {said}" for other, said in others),
        where.in_(language),
    ])


def in_language(prop: Property, use: Use | None, language: Language, knowledge: Knowledge) -> str:
    """Write the sentence of a use in a language: variables as they are, concepts by their label there."""
    negative = use is not None and use.negative
    phrase = prop.phrase_not if negative and prop.phrase_not else prop.phrase or prop.label
    sentence = use.sentence if use else None
    slots = {"s": sentence.subject if sentence else None, "o": sentence.object if sentence else None}
    said = phrase.in_(language)
    for slot, term in slots.items():
        said = said.replace(f"{{{slot}}}", _term(term, knowledge.names[language]))
    return said


def _term(term: s.Term | None, names: Names) -> str:
    if isinstance(term, s.Var):
        return term.name
    return f"«{names.labels([term.concept])[0]}»" if term and term.concept else "…"


def _derived(workspace: Workspace, prop: str) -> Text:
    rules = list(dict.fromkeys(
        f"`{part.origins.id}`" for part in workspace.parts() if isinstance(part, s.Rule) and part.then.property == prop
    ))
    if not rules:
        return WORDS["unconcluded"]
    return WORDS["derived"].format(rules=Text(*(_some(rules, language) for language in LANGUAGES)))


# parts, variables, keywords


def _part(part: Part, workspace: Workspace, language: Language) -> str:
    """Tell of a duty, rule, remark or outlook."""
    knowledge, origins = workspace.knowledge, part.origins
    if knowledge is None:
        return ""
    if isinstance(part, s.Rule):
        prop = knowledge.vocabulary.properties.get(part.then.property)
        phrase = prop.phrase if prop else None
        title = f"{WORDS['concludes'].in_(language)}: {phrase.in_(language).replace('{s}', '…').replace('{o}', '…')}" if phrase else ""
    else:
        concept = knowledge.vocabulary.concepts.get(part.goal if isinstance(part, s.Duty) else part.message)
        title = concept.label.in_(language) if concept else ""
    terminal = {s.Duty: "DUTY", s.Rule: "RULE", s.Remark: "REMARK", s.Outlook: "OUTLOOK"}[type(part)]
    provisions = [
        citation.cite(path, language, lawbase=knowledge.law) for path in origins.provisions if path in knowledge.provisions
    ]
    valid = _from(origins.valid_from, origins.valid_until, language) if origins.valid_from else ""
    return _joined([
        f"**{keywords(language)[terminal]}** `{origins.id}`",
        title,
        _listed("provisions", provisions, language),
        f"{WORDS['valid'].in_(language)}: {valid}" if valid else "",
        _scenarios(workspace, origins.id, language),
    ])


def _scenarios(workspace: Workspace, part: str, language: Language) -> str:
    """Say how many scenarios try a part: those in the file beside its rule file."""
    count = 0
    for path in workspace.paths("_test.yaml"):
        text = workspace.text(path) or ""
        if part in text:
            found = scenario_words.words(text)
            count += sum(each.is_key and each.text == "name" and each.above == ("scenarios", part) for each in found)
    return f"{WORDS['scenarios'].in_(language)}: {count}"


def _variable(workspace: Workspace, target: Target, names: Names, language: Language) -> str:
    reading = workspace.reading(target.span.file)
    binding = target.use.binding if target.use else None
    if reading is None or binding is None:
        return ""
    kind = reading.types.get((binding.token.line, binding.token.text), "")
    return WORDS["variable"].format(name=f"**{target.name}**", what=names.describe(kind)).in_(language) if kind else ""


def _keyword(terminal: str, language: Language) -> str:
    known = [each for each in LANGUAGES if terminal in keywords(each).spellings]
    if language not in known:
        return ""
    written = Text(*(keywords(each)[terminal] for each in LANGUAGES))
    shown = form(terminal, keywords(language))
    example = f"`{shown}`" if shown != written.in_(language) else ""
    return _joined([f"**{written.in_(language)}**", example, _others(written, language)])


# lists and intervals


def _from(start: date | None, end: date | None, language: Language) -> str:
    return WORDS["until" if end else "from"].format(first=str(start), last=str(end)).in_(language)


def _listed(label: str, names: list[str], language: Language) -> str:
    return f"{WORDS[label].in_(language)}: {_some(names, language)}" if names else ""


def _some(names: list[str], language: Language) -> str:
    """List some names, and say how many more there are."""
    more = [WORDS["and_more"].format(count=str(len(names) - MOST)).in_(language)] if len(names) > MOST else []
    return ", ".join([*names[:MOST], *more])


def _joined(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(each for each in paragraphs if each)
