"""What rules are written with, ready for an editor: vocabulary, phrases, law base, and the words of each language for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine.editor import turtle
from engine.editor.messages import MESSAGES
from engine.editor.spans import Offsets
from engine.errors import BadInputError, Problem
from engine.language.keywords import ARTICLES
from engine.language.names import Names, key
from engine.law.load import LawBaseError
from engine.law.model import LawBase
from engine.text import LANGUAGES, Language, same
from engine.vocabulary.check import problems as vocabulary_problems
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import PhraseBook, Suggestion, normalise


class Phrases(PhraseBook):
    """The dictionary of sentences that remembers what it was asked: while a text is typed, the same mistakes come again and again."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary)
        self._asked: dict[tuple[Language, tuple[str, ...], bool, int], list[Suggestion]] = {}

    def near(self, language: Language, tokens: Iterable[str], relative: bool = False, limit: int = 3) -> list[Suggestion]:
        """Give the phrases most like the tokens, the most like first."""
        asked = (language, normalise(tokens), relative, limit)
        if asked not in self._asked:
            self._asked[asked] = super().near(*asked)
        return self._asked[asked]


@dataclass(frozen=True)
class Knowledge:
    """A vocabulary and a law base, with what is looked up in them often."""

    vocabulary: Vocabulary
    law: LawBase
    phrases: Phrases
    provisions: frozenset[str]
    names: Mapping[Language, Names]
    nouns: Mapping[Language, Mapping[str, str]] = field(repr=False)  # each form of a class noun, as ``key`` writes it → class id


def know(vocabulary: Vocabulary, law: LawBase) -> Knowledge:
    """Prepare a vocabulary and a law base."""
    return Knowledge(
        vocabulary,
        law,
        Phrases(vocabulary),
        frozenset(law.paths()),
        {language: Names(vocabulary, language) for language in LANGUAGES},
        {language: _nouns(vocabulary, language) for language in LANGUAGES},
    )


def load(folder: Path) -> tuple[Knowledge | None, list[Problem]]:
    """Read the vocabulary and the law base of a rule base.

    What is wrong with their files is given as problems, with the place; None where they can't be read at all.
    """
    from engine.rulebase import terms

    try:
        vocabulary, law = terms(folder)
    except LawBaseError as error:
        return None, sorted(_located(folder, fault.partition(": ")[0], "law-base", fault) for fault in error.faults)
    except BadInputError as error:
        return None, error.problems
    except Exception as error:  # the readers of Turtle raise many kinds; none of them may stop an editor
        return None, [_unreadable(folder, error)]
    wrong = [_placed(folder, problem) for problem in vocabulary_problems(vocabulary)]
    return know(vocabulary, law), sorted(wrong)


def _nouns(vocabulary: Vocabulary, language: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for cls in vocabulary.classes.values():
        indefinite, negative, plural = (
            form.in_(language) for form in (cls.noun.indefinite, cls.noun.negative, cls.noun.plural)
        )
        article, _, bare = indefinite.partition(" ")
        for noun in (indefinite, negative, plural, bare if article in ARTICLES[language] else indefinite):
            found.setdefault(key(noun), cls.id)
    return found


def _turtle_files(folder: Path) -> list[Path]:
    return sorted((folder / "ontology").rglob("*.ttl")) + sorted((folder / "kb").rglob("*.ttl"))


def _unreadable(folder: Path, error: Exception) -> Problem:
    """Find the file that can't be read, and where in it."""
    from rdflib import Graph
    from rdflib.plugins.parsers.notation3 import BadSyntax

    for file in _turtle_files(folder):
        name = file.relative_to(folder).as_posix()
        try:
            Graph().parse(file, format="turtle")
        except BadSyntax as wrong:
            found = re.search(r"Bad syntax \((.*?)\) at \^", str(wrong), re.DOTALL)
            why = found.group(1) if found else type(wrong).__name__
            return Problem(name, wrong.lines + 1, 1, "broken-turtle", MESSAGES["broken-turtle"].format(why=same(why)))
        except (OSError, UnicodeDecodeError) as wrong:
            return Problem(name, 1, 1, "broken-turtle", MESSAGES["broken-turtle"].format(why=same(str(wrong))))
    return Problem("ontology/core.ttl", 1, 1, "broken-ontology", MESSAGES["broken-ontology"].format(why=same(str(error))))


def _placed(folder: Path, problem: Problem) -> Problem:
    """Give a problem of the vocabulary the place of the term that its message begins with."""
    words = [word.strip(",:") for word in problem.message.en.split()]
    for name in (each for word in words for each in (word, word.partition(".")[0])):
        found = _located(folder, name, problem.code, "")
        if found.line > 1:
            return Problem(found.file, found.line, found.column, problem.code, problem.message)
    return Problem("ontology/core.ttl", 1, 1, problem.code, problem.message)


def _located(folder: Path, name: str, code: str, why: str) -> Problem:
    """Make a problem at the statement that begins with a name; at the first line of the ontology where none does."""
    message = MESSAGES["law-base"].format(why=same(why))
    path, _, version = name.partition("@")
    last = path.rpartition("/")[2]
    for file in _turtle_files(folder) if name else []:
        text = file.read_bytes().decode("utf-8", errors="replace")
        for each in turtle.read(text).names if last in text else ():
            named = each.iri == name or (turtle.local(each.iri) == path and (not version or each.iri.endswith(f"@{version}")))
            if each.subject and named:
                place = Offsets(text).span(file.relative_to(folder).as_posix(), each.start, each.end)
                return Problem(place.file, place.line, place.column, code, message)
    return Problem("ontology/core.ttl", 1, 1, code, message)
