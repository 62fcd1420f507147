"""The names and sentences of the vocabulary as one language writes them in a rule, each in its one form."""

from functools import cached_property

from engine.language import syntax as s
from engine.language.keywords import ARTICLES, keywords
from engine.language.names import Names
from engine.language.tree import Token
from engine.text import Language, Text
from engine.vocabulary.model import Class, Vocabulary
from engine.vocabulary.phrases import RELATIVE, Clause, speak


class TermWriter:
    """Writes what the vocabulary names and says in one language."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.vocabulary, self.language = vocabulary, language
        self.words = keywords(language)

    @cached_property
    def _classes(self) -> dict[str, Class]:
        names = Names(self.vocabulary, self.language)
        return {names.type_of(cls): cls for cls in self.vocabulary.classes.values()}

    def a(self, kind: str) -> str:
        """Give the noun of a type with its article: «en øvelse»."""
        return self._classes[kind].noun.indefinite.in_(self.language)

    def no(self, kind: str) -> str:
        """Give the negative noun of a type: «ingen øvelse»."""
        return self._classes[kind].noun.negative.in_(self.language)

    def several(self, kind: str) -> str:
        """Give the plural noun of a type: «øvelser»."""
        return self._classes[kind].noun.plural.in_(self.language)

    def for_each(self, kind: str) -> str:
        """Give what a scope begins with, by the gender of the noun: «for hver øvelse», «for hvert tiltak»."""
        article, _, noun = self.a(kind).partition(" ")
        if article not in ARTICLES[self.language]:
            return f"{self.words['FOR_EACH']} {self.a(kind)}"
        return f"{self.words.spellings['FOR_EACH'][-1 if article == 'et' else 0]} {noun}"

    def concept(self, id_: str) -> str:
        """Give a concept by its label: ``«vold og trusler»``."""
        return self._quoted(self.vocabulary.concepts[id_].label)

    def collection(self, id_: str) -> str:
        """Give a collection by its label."""
        return self._quoted(self.vocabulary.collections[id_].label)

    def parameter(self, id_: str) -> str:
        """Give a dated parameter by its label."""
        return self._quoted(self.vocabulary.parameters[id_].label)

    def bearer(self, id_: str) -> str:
        """Give a bearer, which stands without « and »."""
        return self.vocabulary.concepts[id_].label.in_(self.language)

    def unit(self, token: Token, number: str) -> str:
        """Give a unit of time: «3 år», «1 dag»."""
        return self.words.spellings[token.kind][-1 if int(number) == 1 else 0]

    # sentences

    def main(self, said: s.Sentence) -> str:
        """Write a sentence with its subject: «U er eksponert for «vold og trusler»»."""
        return self._spoken(said, "positive")

    def main_not(self, said: s.Sentence) -> str:
        """Write a sentence that is not so, with its subject, in the order of a subordinate clause: «U ikke er eksponert for …»."""
        return f"{self._term(said.subject)} {self.relative_not(said)}"

    def relative(self, said: s.Sentence) -> str:
        """Write what follows «som»: «er gitt til U»."""
        return self._spoken(said, "relative").removeprefix(f"{RELATIVE.in_(self.language)} ")

    def relative_not(self, said: s.Sentence) -> str:
        """Write what follows «som» where it is not so: «ikke er gitt til U»."""
        return self._spoken(said, "relative_negative").removeprefix(f"{RELATIVE.in_(self.language)} ")

    def _spoken(self, said: s.Sentence, clause: Clause) -> str:
        spoken = self.vocabulary.properties[said.property]
        return speak(spoken, self.language, clause, self._term(said.subject), self._term(said.object))

    def _term(self, term: s.Term | None) -> str:
        if isinstance(term, s.Const):
            return self.concept(term.concept)
        return term.name if term else ""

    def _quoted(self, label: Text) -> str:
        """Write a label; one that is missing is written so that it won't be read as anything."""
        return f"«{label.in_(self.language) or '?'}»"
