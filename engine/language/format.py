"""The formatter: a rule file in its one canonical form, and the same file in another language.

Pure: text in, text out. What the form is, is said in ``docs/rule-language.md``; the meaning never changes, and a file that doesn't
read without a problem isn't written at all.
"""

from dataclasses import dataclass

from engine.errors import BadInputError, Problem
from engine.language.layout import check_layout
from engine.language.lines import Source
from engine.language.meaning import difference
from engine.language.names import Names
from engine.language.parse import parse
from engine.language.render import Renderer
from engine.language.render_lines import Written, write
from engine.language.resolve import resolve
from engine.language.tree import File
from engine.language.walk import Part
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Vocabulary
from engine.vocabulary.phrases import PhraseBook

CODE = "not-said-alike"
_NOT_ALIKE = Text(
    "Linjen kan ikke skrives på {language}, siden den ikke leses tilbake som det samme: «{written}». {why}",
    "Linjen kan ikke skrives på {language}, da den ikke læses tilbage som det samme: «{written}». {why}",
    "The line can't be written in {language}, since it doesn't read back as the same: “{written}”. {why}",
)
_MEANS_OTHER = Text(
    "Der betyr den noe annet.", "Der betyder den noget andet.", "There it means something else."
)
_HINT = Text(
    "Gi det som ikke kan skilles, ulike navn eller setninger i ordlisten.",
    "Giv det, der ikke kan skelnes, forskellige navne eller sætninger i ordlisten.",
    "Give what can't be told apart different names or sentences in the vocabulary.",
)
_LANGUAGE_NAMES: dict[Language, Text] = {
    "nb": Text("norsk", "norsk", "Norwegian"),
    "da": Text("dansk", "dansk", "Danish"),
    "en": Text("engelsk", "engelsk", "English"),
}
_TAB = 2  # the columns of a tab in front of a line: one step
_OF_NO_CONCERN = {"foreign-id"}  # where a file lies changes nothing in how it is written


@dataclass(frozen=True, slots=True)
class _Read:
    tree: File
    source: Source
    parts: list[Part]

    @property
    def problems(self) -> list[Problem]:
        return [problem for problem in self.source.problems if problem.code not in _OF_NO_CONCERN]


class Formatter:
    """Writes rule files in their canonical form, in any language; one for a vocabulary, since its tables are built once."""

    def __init__(self, vocabulary: Vocabulary, phrases: PhraseBook | None = None) -> None:
        self.vocabulary = vocabulary
        self.phrases = phrases or PhraseBook(vocabulary)
        self._names = {language: Names(vocabulary, language) for language in LANGUAGES}
        self._renderers = {language: Renderer(vocabulary, language) for language in LANGUAGES}

    def canonical(self, file: str, text: str) -> str:
        """Give a rule file in its canonical form. ``file`` is its name, for messages.

        Raises BadInputError with everything that is wrong with the file, its indentation included: where that says something
        else than the sentences, setting it right would hide what the writer meant. Tabs are the one mistake that is mended.
        """
        return self._written(file, text, None)

    def translated(self, file: str, text: str, language: Language) -> str:
        """Give the same rules in another language, in canonical form; comments, ids and citations are copied as they stand.

        Raises BadInputError as ``canonical`` does, and where a line would not read back as the same.
        """
        return self._written(file, text, language)

    def _written(self, file: str, text: str, language: Language | None) -> str:
        read = self._read(file, _without_tabs(text))
        if read.problems:
            raise BadInputError(read.problems)
        renderer = self._renderers[language or read.source.language]
        parts = [renderer.part(*each) for each in zip(read.tree.parts, read.parts, strict=True)]
        written = write(read.source, renderer.language_line, parts)
        if written.text != text:
            wrong = self._misread(read, written)
            if wrong:
                raise BadInputError(wrong)
        return written.text

    def _read(self, file: str, text: str) -> _Read:
        tree, source = parse(file, text)
        check_layout(tree, source.report)
        parts = resolve(tree, self.vocabulary, self.phrases, source.report, None, self._names[source.language])
        return _Read(tree, source, parts)

    def _misread(self, read: _Read, written: Written) -> list[Problem]:
        """Read back what was written, and name the lines of the file that are not the same any more."""
        back = self._read(read.source.file, written.text)
        language = back.source.language
        if back.problems:
            return [self._not_alike(read, written, each.line, language, each.message) for each in back.problems]
        places = [difference(its, part) for its, part in zip(back.parts, read.parts, strict=True)]
        return [self._not_alike(read, written, place.line, language, _MEANS_OTHER) for place in places if place]

    def _not_alike(self, read: _Read, written: Written, line: int, language: Language, why: Text) -> Problem:
        said = written.text.split("\n")[line - 1].strip()
        message = _NOT_ALIKE.format(language=_LANGUAGE_NAMES[language], written=said, why=why)
        number = written.lines[line - 1]
        source = read.source.text.split("\n")[number - 1]
        column = len(source) - len(source.lstrip()) + 1
        return Problem(read.source.file, number, column, CODE, message, _HINT, source)


def _without_tabs(text: str) -> str:
    """Make the tabs in front of a line steps, and any other tab a space."""
    return "\n".join(_without_tab(line) if "\t" in line else line for line in text.split("\n"))


def _without_tab(line: str) -> str:
    said = line.lstrip(" \t")
    return line[: len(line) - len(said)].expandtabs(_TAB) + said.replace("\t", " ")
