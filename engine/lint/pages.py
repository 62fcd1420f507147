"""The page of each code, ``docs/lint/F101.md``: why it matters, in three languages, and a wrong and a right example.

A page is Markdown with fixed headings: ``## nb: title``, ``## da: title``, ``## en: title``, then ``## Wrong`` and ``## Right``. An
example is one file or more, each a fenced block after a line with its path inside a rule base.
"""

import importlib.resources
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from engine.text import LANGUAGES, Language, Text

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FILE = re.compile(r"^`([^`\n]+)`\n+```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRONG = Text("Galt", "Forkert", "Wrong")
RIGHT = Text("Riktig", "Rigtigt", "Right")


@dataclass(frozen=True, slots=True)
class Page:
    """A code's page. An example is a tuple of files: path and text."""

    code: str
    title: Text
    why: Text
    wrong: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]

    def render(self, language: Language) -> str:
        """Print the page in one language; the examples stand as they are."""
        said = [f"{self.code} {self.title.in_(language)}", self.why.in_(language)]
        for label, example in ((WRONG, self.wrong), (RIGHT, self.right)):
            said.append(label.in_(language))
            said += [textwrap.indent(f"{file}\n\n{textwrap.indent(text.rstrip(), '  ')}", "  ") for file, text in example]
        return "\n\n".join(said)


def folder() -> Path | None:
    """Find the pages: beside the installed data, or in the checkout that holds the engine."""
    installed = Path(str(importlib.resources.files("engine"))) / "_data" / "docs" / "lint"
    checkout = Path(__file__).resolve().parents[2] / "docs" / "lint"
    return next((place for place in (installed, checkout) if place.is_dir()), None)


def page(code: str) -> Page | None:
    """Read the page of a code; None where there is none."""
    place = folder()
    if place is None or not (place / f"{code}.md").is_file():
        return None
    return read(code, (place / f"{code}.md").read_text(encoding="utf-8"))


def read(code: str, text: str) -> Page:
    """Read a page. Raises ValueError where a heading is missing."""
    _, *pieces = _HEADING.split(text)
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    titles = {heading[:2]: heading[4:] for heading in parts if heading[2:4] == ": "}
    for needed in (*LANGUAGES, WRONG.en, RIGHT.en):
        if needed not in titles and needed not in parts:
            raise ValueError(f"{code}.md: no heading {needed}")
    return Page(
        code,
        Text(*(titles[language] for language in LANGUAGES)),
        Text(*(parts[f"{language}: {titles[language]}"].strip() for language in LANGUAGES)),
        _example(parts[WRONG.en]),
        _example(parts[RIGHT.en]),
    )


def _example(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((match[1], match[2]) for match in _FILE.finditer(text))
