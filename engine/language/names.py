"""The names a rule may use, in one language: nouns, concepts, collections, parameters; and what fits where."""

from collections.abc import Iterable
from functools import cached_property

from engine.language.keywords import ARTICLES
from engine.text import Language, Text, same
from engine.vocabulary.model import Class, Concept, Vocabulary

ANY = ""  # the type of a variable that was introduced by a broken line: it fits everywhere
ANYTHING = "Entry"  # the class of every entry of a case

_DATE = Text("en dato", "en dato", "a date")
_NUMBER = Text("et tall", "et tal", "a number")
_CONCEPT = Text(
    "et begrep fra samlingen «{label}»", "et begreb fra samlingen «{label}»", "a concept from the collection “{label}”"
)
_ENTRY = Text("noe som står i saken", "noget, der står i sagen", "something recorded in the case")


def key(text: str) -> str:
    """Make two spellings of a name comparable: one space between words, no commas, small letters."""
    return " ".join(text.replace(",", " ").lower().split())


class Names:
    """The vocabulary as one language names it."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.vocabulary, self.language = vocabulary, language

    def type_of(self, cls: Class) -> str:
        """Give the type of a variable of a class; the class of a concept (factor) is its collection (factors)."""
        collection = cls.id.lower() + "s"
        return f"concept:{collection}" if not cls.register and collection in self.vocabulary.collections else cls.id

    @cached_property
    def indefinite(self) -> dict[str, str]:
        """Give types by whole noun: «en øvelse»."""
        return {key(cls.noun.indefinite.in_(self.language)): self.type_of(cls) for cls in self._classes()}

    @cached_property
    def negative(self) -> dict[str, str]:
        """Give types by negative noun: «ingen øvelse»."""
        return {key(cls.noun.negative.in_(self.language)): self.type_of(cls) for cls in self._classes()}

    @cached_property
    def bare(self) -> dict[str, str]:
        """Give types by noun without its article: «øvelse»."""
        return {self._without_article(noun): found for noun, found in self.indefinite.items()}

    @cached_property
    def plural(self) -> dict[str, str]:
        """Give types by plural noun: «øvelser»."""
        return {key(cls.noun.plural.in_(self.language)): self.type_of(cls) for cls in self._classes()}

    @cached_property
    def collections(self) -> dict[str, str]:
        """Give collection ids by label."""
        return {key(each.label.in_(self.language)): each.id for each in self.vocabulary.collections.values()}

    @cached_property
    def parameters(self) -> dict[str, str]:
        """Give parameter ids by label."""
        return {key(each.label.in_(self.language)): each.id for each in self.vocabulary.parameters.values()}

    @cached_property
    def concepts(self) -> dict[str, list[str]]:
        """Give concept ids by label; one label may name several concepts."""
        found: dict[str, list[str]] = {}
        for concept in self.vocabulary.concepts.values():
            found.setdefault(key(concept.label.in_(self.language)), []).append(concept.id)
        return found

    @cached_property
    def foreign_concepts(self) -> dict[str, Concept]:
        """Give concepts by their label in any language, for suggestions."""
        return {key(label): concept for concept in self.vocabulary.concepts.values() for label in concept.label}

    def members(self, kind: str) -> frozenset[str] | None:
        """Give the concepts of a type or range, or None if it isn't one of concepts."""
        collection = self.vocabulary.collections.get(self.collection_of(kind))
        return frozenset(collection.members) if collection else None

    def collection_of(self, kind: str) -> str:
        """Give the collection that a type, a range or a class of concepts stands for, or nothing."""
        kind = kind.removeprefix("concept:")
        if kind in self.vocabulary.collections:
            return kind
        cls = self.vocabulary.classes.get(kind)
        found = self.type_of(cls) if cls else ""
        return found.removeprefix("concept:") if found.startswith("concept:") else {"role": "roles"}.get(kind, "")

    def labels(self, concepts: Iterable[str]) -> list[str]:
        """Give the labels of concepts."""
        return [
            self.vocabulary.concepts[each].label.in_(self.language)
            for each in concepts
            if each in self.vocabulary.concepts
        ]

    def fits(self, kind: str, allowed: str) -> bool:
        """Tell whether something of a type may stand where a class, a collection or a data type is wanted."""
        if ANY in (kind, allowed) or kind == allowed:
            return True
        if allowed == ANYTHING:
            return kind in self.vocabulary.classes
        have, want = self.members(kind), self.members(allowed)
        return have is not None and want is not None and have <= want

    def describe(self, kind: str) -> Text:
        """Say what a type is: «en øvelse», «en dato», «et begrep fra samlingen «…»»."""
        if kind in ("date", "number"):
            return _DATE if kind == "date" else _NUMBER
        if kind == ANYTHING:
            return _ENTRY
        collection = self.vocabulary.collections.get(self.collection_of(kind))
        if collection:
            return _CONCEPT.format(label=collection.label)
        cls = self.vocabulary.classes.get(kind)
        return cls.noun.indefinite if cls else same(kind or "?")

    def describe_all(self, kinds: Iterable[str]) -> Text:
        """Say what any of several types is."""
        described = [self.describe(kind) for kind in kinds]
        if len(described) > 4:
            described = [*described[:4], same("…")]
        said = [", ".join(each.in_(language) for each in described[:-1]) for language in ("nb", "da", "en")]
        last = described[-1]
        return (
            last
            if len(described) == 1
            else Text(f"{said[0]} eller {last.nb}", f"{said[1]} eller {last.da}", f"{said[2]} or {last.en}")
        )

    def _classes(self) -> list[Class]:
        return [
            cls
            for cls in self.vocabulary.classes.values()
            if cls.id != ANYTHING and cls.noun.indefinite.in_(self.language)
        ]

    def _without_article(self, noun: str) -> str:
        first, _, rest = noun.partition(" ")
        return rest if first in ARTICLES[self.language] and rest else noun
