"""What each word of a rule file means: every use of a provision, concept, sentence, noun, variable and id, with its place.

The resolver keeps only where sentences begin; here its answer is laid over the raw tree again, so that an editor can ask of any
place what stands there. What couldn't be resolved is left out, unless the words alone leave no doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.editor.knowledge import Knowledge
from engine.editor.spans import Span, on_line
from engine.editor.variables import Binding, bindings
from engine.language import syntax as s
from engine.language.keywords import keywords
from engine.language.names import key
from engine.language.tree import File, Node, Token
from engine.language.tree import Part as RawPart
from engine.language.walk import Part, conditions_of, inside
from engine.text import Language
from engine.vocabulary.phrases import SLOT

_COLLECTIONS = {
    "INTERPRETATION": ("interpretations",),
    "GOAL": ("goals",),
    "MEASURES": ("measures",),
    "MESSAGE": ("remark_messages", "outlook_messages"),
    "REACTIONS": ("reactions",),
    "CANNOT_BE": ("reasons",),
}


class Kind(StrEnum):
    """What sort of thing a word of a rule file names."""

    PART = "part"  # a duty, rule, remark or outlook, by its id
    PROVISION = "provision"
    CONCEPT = "concept"
    COLLECTION = "collection"
    PARAMETER = "parameter"
    PROPERTY = "property"
    CLASS = "class"
    VARIABLE = "variable"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Use:
    """One use. ``name`` is the id that the engine knows the thing by (of a keyword, its terminal; of a variable, its letter).

    ``quoted`` says that « and » stand around the span. ``sentence`` is what the resolver made of a property's sentence, and
    ``negative`` whether it was written in its negative form. ``binding`` is where a variable comes from.
    """

    kind: Kind
    name: str
    span: Span
    quoted: bool = False
    sentence: s.Sentence | None = None
    negative: bool = False
    binding: Binding | None = None
    begins: bool = False  # the head of a part, or the place where a variable is introduced


Said = dict[tuple[int, int], tuple[s.Sentence, bool]]


def uses(file: File, lines: Sequence[str], parts: Sequence[Part], knowledge: Knowledge) -> tuple[Use, ...]:
    """List the uses of a file in the order they are found; ``lines`` are its lines as written, to leave out what was mended."""
    reader = _Reader(file.path, file.language, lines, knowledge)
    found = [use for raw, part in zip(file.parts, parts, strict=True) for use in reader.part(raw, part)]
    return tuple(use for use in found if use is not None)


def said(part: Part) -> Said:
    """Give the sentences of a part by their place, and whether each was written in its negative form."""
    found: Said = {}

    def collect(conditions: Sequence[s.Condition], outer: s.Place | None) -> None:
        for condition in conditions:
            if isinstance(condition, s.Sentence):
                found[condition.place.line, condition.place.column] = condition, outer == condition.place
            collect(inside(condition), condition.place if isinstance(condition, s.Not) else None)

    collect(conditions_of(part), None)
    if isinstance(part, s.Rule) and part.then.property:
        collect((part.then,), None)
    return found


class _Reader:
    """Reads the uses of one file."""

    def __init__(self, path: str, language: Language, lines: Sequence[str], knowledge: Knowledge) -> None:
        self.path, self.language, self.lines, self.knowledge = path, language, lines, knowledge
        self.names = knowledge.names[language]
        self.words = keywords(language)

    def part(self, raw: RawPart, part: Part) -> Iterator[Use | None]:
        """Give the uses of a part: its id, and what stands in its sections."""
        meant = said(part)
        head = raw.head.tokens
        yield self.use(Kind.KEYWORD, head[0].kind, head[:1])
        yield self.use(Kind.PART, head[1].text, head[1:2], begins=True)
        for section in raw.sections:
            yield from self.section(section, meant)
        for token, binding in bindings(raw, meant, self.knowledge.vocabulary):
            yield self.use(Kind.VARIABLE, token.text, [token], binding=binding, begins=binding.token == token)

    def section(self, node: Node, meant: Said) -> Iterator[Use | None]:
        """Give the uses of a header and what stands below it."""
        terminal, words = node.keyword.kind, node.of("WORD")
        yield self.use(Kind.KEYWORD, terminal, node.tokens[:1])
        for token in node.of("CONCEPT"):
            yield self.concept(token, _COLLECTIONS.get(terminal, ()))
        if terminal == "BASIS":
            yield self.use(Kind.PROVISION, node.tokens[1].text, node.tokens[1:2])
        elif terminal == "BEARER":
            yield self.label(words, ("bearers",))
        elif terminal == "FOR_EACH":
            yield self.noun(words)
        elif terminal == "CANNOT_BE":
            source = node.of("REST")
            if source and source[0].text.strip() in self.knowledge.provisions:
                yield self.use(Kind.PROVISION, source[0].text.strip(), source)
        for child in node.children:
            yield from self.condition(child, meant)

    def condition(self, node: Node, meant: Said) -> Iterator[Use | None]:
        """Give the uses of a condition or clause."""
        subject = ("VAR", "CONCEPT")
        if node.kind == "sentence":
            yield from self.sentence(node.tokens[:1], node.tokens[1:], meant.get(_place(node.tokens[0])))
        elif node.kind in ("clause", "not_clause") and not node.children:
            predicate = [token for token in node.tokens if token.kind not in ("WHICH", "AND", "NOT")]
            yield from self.sentence((), predicate, meant.get(_place(node.first)))
        elif node.kind == "exists":
            yield self.noun(node.of("WORD"))
        elif node.kind == "for_all":
            yield from (self.named(Kind.COLLECTION, token, self.names.collections) for token in node.of("CONCEPT"))
        elif node.kind in ("comparison", "distance"):
            yield from (self.named(Kind.PARAMETER, token, self.names.parameters) for token in node.of("CONCEPT"))
        if node.kind != "sentence":
            plain = ("WORD", "NUMBER", "DATE", *subject)
            yield from (self.use(Kind.KEYWORD, token.kind, [token]) for token in node.tokens if token.kind not in plain)
        for child in node.children:
            yield from self.condition(child, meant)

    def sentence(
        self, subject: Sequence[Token], predicate: Sequence[Token], meant: tuple[s.Sentence, bool] | None
    ) -> Iterator[Use | None]:
        """Give the uses of a sentence: its property, over all the words of the predicate, and its concepts."""
        slots = [token for token in predicate if token.kind in ("VAR", "CONCEPT")]
        template = [SLOT if token in slots else token.text for token in predicate]
        read = self.knowledge.phrases.read(self.language, template, relative=True) if not subject else []
        read = read or self.knowledge.phrases.read(self.language, [SLOT, *template])
        sentence, negative = meant or (None, any(match.form == "negative" for match in read))
        known = {match.property.id for match in read}
        name = sentence.property if sentence else known.pop() if len(known) == 1 else ""
        if name:
            yield self.use(Kind.PROPERTY, name, predicate, sentence=sentence, negative=negative)
        terms = {term.concept for term in (sentence.subject, sentence.object) if isinstance(term, s.Const)} if sentence else None
        for token in (*subject, *slots):
            if token.kind == "CONCEPT":
                yield self.concept(token, (), terms)

    def concept(self, token: Token, collections: Sequence[str], only: set[str] | None = None) -> Use | None:
        """Give the use of a concept between « and »; ``only`` are those it can be here."""
        members = {each for name in collections for each in self.names.members(name) or ()} if collections else only
        known = self.names.concepts.get(key(token.label), [])
        fitting = [each for each in known if members is None or each in members] or known
        return self.use(Kind.CONCEPT, fitting[0], [token], quoted=True) if len(fitting) == 1 else None

    def label(self, words: Sequence[Token], collections: Sequence[str]) -> Use | None:
        """Give the use of a concept that is written without « and »."""
        written = key(" ".join(token.text for token in words))
        members = {each for name in collections for each in self.names.members(name) or ()}
        found = [each for each in self.names.concepts.get(written, []) if each in members]
        return self.use(Kind.CONCEPT, found[0], words) if len(found) == 1 else None

    def noun(self, words: Sequence[Token]) -> Use | None:
        """Give the use of a class."""
        found = self.knowledge.nouns[self.language].get(key(" ".join(token.text for token in words)))
        return self.use(Kind.CLASS, found, words) if found else None

    def named(self, kind: Kind, token: Token, table: dict[str, str]) -> Use | None:
        """Give the use of a collection or a parameter."""
        found = table.get(key(token.label))
        return self.use(kind, found, [token], quoted=True) if found else None

    def use(
        self,
        kind: Kind,
        name: str,
        tokens: Sequence[Token],
        *,
        quoted: bool = False,
        sentence: s.Sentence | None = None,
        negative: bool = False,
        binding: Binding | None = None,
        begins: bool = False,
    ) -> Use | None:
        """Make a use over some tokens of one line; None where the line was mended and doesn't read like that."""
        if not tokens or not all(self.stands(token) for token in tokens):
            return None
        first, last = tokens[0], tokens[-1]
        start, end = first.column, last.column + len(last.text)
        if quoted:
            inner = first.text[1:-1]
            start += 1 + len(inner) - len(inner.lstrip())
            end = start + len(inner.strip())
        return Use(kind, name, on_line(self.path, first.line, start, end - start), quoted, sentence, negative, binding, begins)

    def stands(self, token: Token) -> bool:
        """Tell whether a token stands where the tree says."""
        line = self.lines[token.line - 1] if token.line <= len(self.lines) else ""
        return line[token.column - 1 : token.column - 1 + len(token.text)] == token.text


def _place(token: Token) -> tuple[int, int]:
    return token.line, token.column
