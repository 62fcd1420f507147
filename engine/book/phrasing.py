"""Single sentences, names, dates and numbers in one language, with addresses on what the book tells more of."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from engine.book.lines import Piece, Pieces
from engine.language import syntax as s
from engine.language.walk import ASKS_ABOUT_DUTIES, GOAL
from engine.proof.compose import CASE_DATE, NOT_ON_DATES, NOT_OPERATORS, ON_DATES, OPERATORS, SIDES, SPANS
from engine.text import Language, Text
from engine.vocabulary.model import Kind, Noun, Origin, Vocabulary
from engine.vocabulary.phrases import Clause, concept_subject, speak

VALUES = ("date", "number")  # what a letter alone stands for
NOUN_OF = {"factors": "Factor", "standards": "Standard"}  # the class whose noun stands for a member of a list
Href = Callable[[str, str], str]  # a kind of thing and its id in, its address in the book out; empty where it has none
Env = Mapping[str, str]  # the names of the variables that stand for the items of a list


class Phrasing:
    """Writes what stands inside a line; ``letters`` are the variables that are named by their letters too.

    ``day`` is that of the law, for the numbers that it dates.
    """

    def __init__(self, vocabulary: Vocabulary, language: Language, href: Href, day: date, letters: frozenset[str]) -> None:
        self.vocabulary, self.language, self.href, self.day, self.letters = vocabulary, language, href, day, letters

    def _(self, text: Text) -> str:
        return text.in_(self.language)

    def sentence(self, sentence: s.Sentence, env: Env, clause: Clause) -> Pieces:
        """Write a property as a clause; what is defined leads to its definition."""
        prop = self.vocabulary.properties[sentence.property]
        href = self.href("property", prop.id) if prop.origin is Origin.DERIVED else ""
        text = speak(prop, self.language, clause, "{s}", "{o}")
        found: list[Piece] = []
        for part in re.split(r"(\{[so]\})", text):
            if part == "{s}":
                found += self.term(sentence.subject, env, True)
            elif part == "{o}" and sentence.object is not None:
                found += self._object(sentence, env)
            elif part.strip():
                lead, trail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
                found += [Piece(lead), Piece(part.strip(), href), Piece(trail)]
        return tuple(piece for piece in found if piece.text)

    def relative(self, sentence: s.Sentence, env: Env, negative: bool, several: bool) -> Pieces:
        """Write a clause that follows «som», without that word."""
        found = self.sentence(sentence, env, "relative_negative" if negative else "relative")
        which = speak(self.vocabulary.properties[sentence.property], self.language, "relative").split(" ", 1)[0]
        first = found[0]
        return (first._replace(text=first.text.removeprefix(which).lstrip()), *found[1:])

    def _object(self, sentence: s.Sentence, env: Env) -> Pieces:
        term = sentence.object
        if sentence.property in ASKS_ABOUT_DUTIES and isinstance(term, s.Const):
            label = self.vocabulary.concepts[term.concept].in_sentence.in_(self.language)
            return (Piece(label, self.href("part", term.concept.removeprefix(GOAL))),)
        if isinstance(term, s.Var) and self.vocabulary.properties[sentence.property].kind is Kind.VALUE:
            return (Piece(term.name, letter=True),)
        return () if term is None else self.term(term, env, False)

    def term(self, term: s.Term, env: Env, subject: bool) -> Pieces:
        """Name what a term stands for."""
        if isinstance(term, s.Const):
            return (Piece(self.concept(term.concept, subject), self.href("concept", term.concept)),)
        if term.name in env:
            return (Piece(env[term.name]),)
        if term.type in VALUES:
            return (Piece(term.name, letter=True),)
        return (Piece(self.noun(term.type).definite.in_(self.language)), *self.letter(term))

    def concept(self, concept: str, subject: bool) -> str:
        """Name a concept as it reads inside a sentence; a factor as a subject stands with its noun."""
        found = self.vocabulary.concepts[concept]
        factors = self.vocabulary.collections.get("factors")
        if subject and factors and concept in factors.members:
            return concept_subject(self.vocabulary.classes["Factor"].noun, self.language, found)
        return found.in_sentence.in_(self.language)

    def letter(self, var: s.Var) -> Pieces:
        """Write the letter of a variable, where its noun would not say which thing is meant."""
        return (Piece(" "), Piece(var.name, letter=True)) if var.name in self.letters else ()

    def noun(self, type_: str) -> Noun:
        """Give the noun of a class, or of the things in a list."""
        collection = type_.removeprefix("concept:")
        return self.vocabulary.classes[NOUN_OF.get(collection, "Factor") if collection != type_ else type_].noun

    # --- dates and numbers ------------------------------------------------------------------------------------------------

    def comparison(self, compare: s.Compare, negated: bool) -> Pieces:
        """Write a comparison, or its opposite."""
        dates = compare.left.type == "date" and compare.offset is None
        operators = (NOT_OPERATORS if negated else OPERATORS) | ((NOT_ON_DATES if negated else ON_DATES) if dates else {})
        found = [Piece(compare.left.name, letter=True), Piece(f" {self._(operators[compare.op])} ")]
        if compare.offset is not None:
            found += [*self._amount(compare.offset), Piece(f" {self._(SIDES[compare.direction or 'after'])} ")]
        match compare.right:
            case s.CaseDate():
                found.append(Piece(self._(CASE_DATE)))
            case s.Var(name):
                found.append(Piece(name, letter=True))
            case s.Amount() | s.ParameterRef():
                found += self._amount(compare.right)
            case _:
                found.append(Piece(str(compare.right)))
        return tuple(found)

    def _amount(self, amount: s.Amount | s.ParameterRef) -> Pieces:
        if isinstance(amount, s.Amount):
            return (Piece(spelt(amount.number, amount.unit, self.language)),)
        parameter = self.vocabulary.parameters[amount.parameter]
        value = parameter.at(self.day)
        known = (Piece(f" ({spelt(value, parameter.unit, self.language)})"),) if value is not None else ()
        return (Piece(parameter.label.in_(self.language), self.href("parameter", parameter.id)), *known)


def spelt(number: int, unit: str, language: Language) -> str:
    """Write a number with its unit: «3 måneder»; a count has none."""
    return f"{number} {SPANS[unit][number != 1].in_(language)}" if unit in SPANS else str(number)
