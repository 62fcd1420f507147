"""What things are called in a reason: entries, units, concepts, and entries that we were not shown."""

from engine.case.facts import is_stand_in
from engine.case.model import ENTERPRISE, Case
from engine.text import Language, Text
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import concept_subject

UNKNOWN_ENTRY = Text("{article} ukjent {noun}", "{article} ukendt {noun}", "an unknown {noun}")
OTHER_FACTOR = Text("en ukjent faktor", "en ukendt faktor", "an unknown factor")
QUOTES = Text("«{title}»", "»{title}«", "“{title}”")
SMALL_UNIT = Text("en enhet med få ansatte", "en enhed med få ansatte", "a unit with few employees")
FACTOR_LISTS = ("factors",)


class Names:
    """Names everything of one case in one language. ``masked`` are units that are not to be named."""

    def __init__(
        self, case: Case, vocabulary: Vocabulary, language: Language, masked: frozenset[str] = frozenset()
    ) -> None:
        self.case, self.vocabulary, self.language, self.masked = case, vocabulary, language, masked
        self.named: set[str] = set()  # every entity that was spoken of
        self._factors = {member for name in FACTOR_LISTS for member in vocabulary.collections[name].members}

    def of(self, entity: str, subject: bool = False) -> str:
        """Name an entity inside a sentence; a concept as subject stands with its noun."""
        self.named.add(entity)
        if is_stand_in(entity):
            return self._unknown(entity)
        entry = self.case.entries.get(entity)
        if entry is None:
            return self._concept(entity, subject)
        if entity == ENTERPRISE:
            return entry.title or self.noun("Undertaking")
        if entry.cls == "Unit":
            return SMALL_UNIT.in_(self.language) if entity in self.masked else entry.title or entity
        noun = self.noun(entry.cls)
        if entry.title:
            return f"{noun} {QUOTES.in_(self.language).format(title=entry.title)}"
        return f"{noun} {entity}"

    def noun(self, cls: str) -> str:
        """Give the definite noun of a class: what a variable is called that nothing is bound to."""
        return self.vocabulary.classes[cls].noun.definite.in_(self.language)

    def variable(self, type_: str) -> str:
        """Name a variable by what it stands for."""
        if type_.startswith("concept:"):
            collection = type_.removeprefix("concept:")
            return (
                self.noun("Factor")
                if collection in FACTOR_LISTS
                else self.vocabulary.collections[collection].label.in_(self.language)
            )
        return self.noun(type_) if type_ in self.vocabulary.classes else ""

    def _unknown(self, entity: str) -> str:
        cls = self.vocabulary.of_register(entity[1:])
        if cls is None:
            return OTHER_FACTOR.in_(self.language)
        article, noun = cls.noun.indefinite.in_(self.language).split(" ", 1)
        return UNKNOWN_ENTRY.in_(self.language).format(article=article, noun=noun)

    def _concept(self, concept: str, subject: bool) -> str:
        found = self.vocabulary.concepts.get(concept)
        if found is None:
            return concept
        if subject and concept in self._factors:
            return concept_subject(self.vocabulary.classes["Factor"].noun, self.language, found)
        return found.in_sentence.in_(self.language)
