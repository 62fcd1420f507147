"""What may stand in one place of a sentence or header: phrases that fit a variable, concepts, nouns, provisions."""

import re
from collections.abc import Iterable, Iterator, Sequence

from engine.editor.context import BLOCKS, Context, is_variable, template, tokens
from engine.editor.items import Item, Sort, choice, verbatim
from engine.editor.knowledge import Knowledge
from engine.editor.spans import Edit, Span
from engine.editor.words import WORDS
from engine.language.keywords import ARTICLES, keywords
from engine.language.names import ANY, ANYTHING, key
from engine.law import citation
from engine.text import LANGUAGES, Text
from engine.vocabulary.model import Class, Kind, Property

_MOST_CONCEPTS = 14  # to choose from within a sentence; of more, those are proposed that begin as what is typed
_COLLECTIONS = {
    "INTERPRETATION": ("interpretations",),
    "GOAL": ("goals",),
    "MEASURES": ("measures",),
    "MESSAGE": ("remark_messages", "outlook_messages"),
    "REACTIONS": ("reactions",),
    "CANNOT_BE": ("reasons",),
}


class Offers:
    """Proposes what fits a place. ``start`` is always the offset in the line where the word begins that is being written."""

    def __init__(self, file: str, here: Context, knowledge: Knowledge) -> None:
        self.file, self.here, self.knowledge = file, here, knowledge
        self.language, self.vocabulary = here.language, knowledge.vocabulary
        self.names, self.words = knowledge.names[here.language], keywords(here.language)

    def span(self, start: int, beyond: int = 0) -> Span:
        """Give the stretch from an offset in the line to the cursor, and some letters beyond."""
        return Span(self.file, self.here.line, start + 1, self.here.line, len(self.here.before) + beyond + 1)

    # phrases

    def phrases(self, subject: str | None, start: int, lead: str = "", *, relative: bool = False, both: bool = True) -> Iterator[Item]:
        """Propose sentences about something of a type, without their subject; ``lead`` is put before them.

        ``relative`` says that a word like *som* stands before, so that the negative has the order of a subordinate clause;
        ``both`` proposes the negative sentences as well.
        """
        for prop in self.vocabulary.properties.values():
            if prop.kind is Kind.DETAIL or not self._said_of(prop, subject):
                continue
            negative = prop.phrase_not_sub if relative else prop.phrase_not
            for rank, phrase in ((3, prop.phrase), (4, negative)):
                if phrase is not None and (both or phrase is prop.phrase):
                    yield self._phrase(prop, phrase, start, lead, rank)

    def comparisons(self, subject: str, start: int) -> Iterator[Item]:
        """Propose the comparisons of a date or a number."""
        dates, numbers = ("IS_BEFORE", "IS_AFTER", "IS_LATEST", "IS_EARLIEST"), ("IS_MIN", "IS_MAX", "IS_MORE", "IS_LESS")
        for terminal in (*(dates if subject == "date" else numbers), "IS_EQUAL"):
            operand = choice(1, [self.words["CASE_DATE"]]) if subject == "date" else "$1"
            written = f"{verbatim(self.words[terminal])} {operand}"
            yield Item(Sort.KEYWORD, self.words[terminal], self.span(start), written, self.words[terminal], rank=2)

    def _phrase(self, prop: Property, phrase: Text, start: int, lead: str, rank: int) -> Item:
        said = phrase.in_(self.language).removeprefix("{s}").strip()
        shown = said.replace("{o}", "…")
        before, slot, behind = said.partition("{o}")
        written = verbatim(lead + before) + (self.object(prop) if slot else "") + verbatim(behind)
        others = [f"- {WORDS[each].in_(self.language)}: {_open(phrase.in_(each))}" for each in LANGUAGES if each != self.language]
        detail = self.names.describe(prop.range).in_(self.language) if prop.range else ""
        return Item(
            Sort.PHRASE, lead + shown, self.span(start), written, lead + shown.replace("…", ""), detail, "\n".join(others), rank=rank
        )

    def object(self, prop: Property) -> str:
        """Write the place of an object in a snippet: concepts to choose from, the variables that fit, or a new letter."""
        if prop.kind is Kind.VALUE:
            letters = ("D", "E", "F") if prop.range == "date" else ("N", "M", "P")
            return f"${{1:{next((letter for letter in letters if letter not in self.here.variables), letters[0])}}}"
        members = self.names.members(prop.range)
        fitting = [name for name, kind in self.here.variables.items() if self.names.fits(kind, prop.range)]
        if members is None:
            return choice(1, fitting) if fitting else "${1:X}"
        collection = self.vocabulary.collections[self.names.collection_of(prop.range)]
        labels = [f"«{label}»" for label in self.names.labels(collection.members)]
        return choice(1, [*fitting, *labels], "«$1»", _MOST_CONCEPTS)

    def _said_of(self, prop: Property, subject: str | None) -> bool:
        return subject is None or any(self.names.fits(subject, allowed) for allowed in prop.domain)

    # names between « and »

    def concepts(self, terminal: str | None, left: str, start: int) -> Iterator[Item]:
        """Propose what may stand behind an open «; ``left`` is the line before it, ``terminal`` the keyword it begins with."""
        rest = re.match(r"[^«»]*»", self.here.after)
        span = self.span(start, len(rest.group()) if rest else 0)
        for label, ids, others in self._labels(terminal, left):
            yield Item(Sort.CONCEPT, label, span, verbatim(label) + "»", label, others, ids)

    def _labels(self, terminal: str | None, left: str) -> Iterator[tuple[str, str, str]]:
        """Give labels with their ids and their names in the other languages."""
        vocabulary = self.vocabulary
        if terminal == "FOR_ALL":
            found: Iterable[tuple[str, Text]] = ((each.id, each.label) for each in vocabulary.collections.values())
        elif self._compares(left):
            found = ((each.id, each.label) for each in vocabulary.parameters.values())
        else:
            ids = self._fitting_concepts(terminal, left)
            found = ((each, vocabulary.concepts[each].label) for each in ids if each in vocabulary.concepts)
        for id_, label in found:
            others = " · ".join(label.in_(each) for each in LANGUAGES if each != self.language)
            yield label.in_(self.language), f"`{id_}`", others

    def _compares(self, left: str) -> bool:
        """Tell whether a line compares up to here."""
        said = tokens(left)
        after = left.split(said[-1])[0] if said else ""
        names = ("IS_MIN", "IS_MAX", "IS_MORE", "IS_LESS", "IS_EQUAL")
        return bool(after) and any(re.search(rf"{self.words.patterns[name].pattern}\s*$", left) for name in names)

    def _fitting_concepts(self, terminal: str | None, left: str) -> Sequence[str]:
        collections = self.vocabulary.collections
        named = [collections[name] for name in _COLLECTIONS.get(terminal or "", ()) if name in collections]
        if named:
            return [member for collection in named for member in collection.members]
        ranges = {prop.range: None for prop in self._begun(left)}
        kinds = [self.names.collection_of(each) for each in ranges]
        found = [member for kind in kinds if kind in collections for member in collections[kind].members]
        return found or list(self.vocabulary.concepts)

    def _begun(self, left: str) -> Iterator[Property]:
        """Give the properties whose phrase may have been begun by the words before «."""
        said = tokens(left)
        while said and (hit := self.words.starting(" ".join(said))) and hit[0] in ("AND", "WHICH", "NOT", "IF"):
            said = tokens(" ".join(said)[hit[1] :])
        subject = self.here.variables.get(said[0], ANY) if said and is_variable(said[0]) else None
        if said and (is_variable(said[0]) or said[0].startswith("«")):
            said = said[1:]
        elif self.here.about:
            subject = self.here.variables.get(self.here.about, ANY)
        begun = key(" ".join(template(said)))
        for prop in self.vocabulary.properties.values():
            phrases = (prop.phrase, prop.phrase_not, prop.phrase_not_sub)
            starts = {key(text.in_(self.language).partition("{o}")[0].removeprefix("{s}")) for text in phrases if text}
            if begun in starts and prop.kind is not Kind.VALUE and self._said_of(prop, subject):
                yield prop

    # headers

    def indefinite(self) -> list[tuple[Class, str]]:
        """Give the classes that a rule may look for, with their nouns."""
        said = ((cls, cls.noun.indefinite.in_(self.language)) for cls in self.vocabulary.classes.values() if cls.id != ANYTHING)
        return [(cls, noun) for cls, noun in said if noun]

    def nouns(self, start: int, articles: bool) -> Iterator[Item]:
        """Propose class nouns with a letter; with ``articles`` also the negative ones."""
        for cls, indefinite in self.indefinite():
            article, _, rest = indefinite.partition(" ")
            bare = rest if rest and article in ARTICLES[self.language] else indefinite
            comment = cls.comment.in_(self.language) if cls.comment else ""
            forms = (indefinite, cls.noun.negative.in_(self.language)) if articles else (bare,)
            for rank, noun in enumerate(filter(None, forms), 3):
                written = f"{verbatim(noun)} ${{1:{self.letter(bare)}}}"
                yield Item(Sort.NOUN, noun, self.span(start), written, noun, text=comment, rank=rank)

    def letter(self, noun: str) -> str:
        """Choose a letter for a variable: the first of its noun, with a number where that is taken."""
        first = noun[:1].upper()
        return next((name for name in (first, *(f"{first}{n}" for n in range(2, 10))) if name not in self.here.variables), first)

    def listed(self, sort: Sort, names: Iterable[str], start: int) -> Iterator[Item]:
        """Propose some words."""
        yield from (Item(sort, name, self.span(start), verbatim(name), name) for name in names)

    def provisions(self, prefix: str, start: int) -> Iterator[Item]:
        """Propose citations: those that begin as what is written, or of the act of the file."""
        law, typed = self.knowledge.law, self.here.before[start:]
        act = "/".join(prefix.split(".")[:2]) + "/"
        section = prefix.replace(".", "/")
        for path in law.paths():
            if path.startswith(typed or act):
                unit = law.versions(path)[-1]
                near = path == section or path.startswith(section + "/")
                place = citation.place(unit, self.language, law)
                text = unit.paraphrase.in_(self.language)
                yield Item(Sort.PROVISION, path, self.span(start), verbatim(path), path, place, text, rank=1 if near else 5)

    def ends(self, start: int) -> Iterator[Item]:
        """Propose to close the innermost block, level with the line that opens it."""
        for opener in self.here.unclosed[-1:]:
            word = self.words["END"]
            shown = opener.line.bare if opener.terminal in (*BLOCKS, "EXISTS") else ""
            detail = WORDS["closes"].format(keyword=shown, line=str(opener.line.number)).in_(self.language)
            also = self.indented(opener.line.indent)
            yield Item(Sort.KEYWORD, word, self.span(start), word, word, detail, also=also, rank=1)

    def indented(self, wanted: int) -> tuple[Edit, ...]:
        """Give the change that puts the line as far in as wanted; none where it stands so."""
        if self.here.indent == wanted:
            return ()
        return (Edit(Span(self.file, self.here.line, 1, self.here.line, self.here.indent + 1), " " * wanted),)


def _open(phrase: str) -> str:
    return phrase.replace("{s}", "…").replace("{o}", "…")
