"""What can be written at a place: the proposals an editor lists while somebody types."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.editor.spans import Edit, Span

MOST_CHOICES = 30
_SPECIAL = re.compile(r"[\\$}]")
_SPECIAL_IN_CHOICE = re.compile(r"[\\$},|]")
_PLACEHOLDER = re.compile(r"\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+|\\(.)")


class Sort(StrEnum):
    """What sort of thing is proposed."""

    KEYWORD = "keyword"
    PHRASE = "phrase"
    CONCEPT = "concept"
    NOUN = "noun"
    VARIABLE = "variable"
    PROVISION = "provision"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal. ``snippet`` is what to write, with the places to fill in as the editor protocol marks them.

    ``span`` is what it replaces, ``filter`` what is compared with that, ``also`` are changes elsewhere (the indentation).
    """

    sort: Sort
    label: str
    span: Span
    snippet: str
    filter: str
    detail: str = ""
    text: str = ""  # more about it, in Markdown
    also: tuple[Edit, ...] = ()
    rank: int = 5  # lower ones are listed first

    @property
    def plain(self) -> str:
        """Give what to write in an editor that knows no snippets: the first choice in each place, nothing in an open one."""
        return _PLACEHOLDER.sub(lambda found: _unescaped(next((each for each in found.groups() if each), "")), self.snippet)


def verbatim(text: str) -> str:
    """Write a text so that a snippet takes it as it stands."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def choice(number: int, options: Sequence[str], otherwise: str = "", most: int = MOST_CHOICES) -> str:
    """Give a place of a snippet to choose for; an open place, or something else, where there is nothing to choose from, or too much."""
    if not options or len(options) > most:
        return otherwise or f"${number}"
    if len(options) == 1:
        return f"${{{number}:{verbatim(options[0])}}}"
    written = [_SPECIAL_IN_CHOICE.sub(r"\\\g<0>", each) for each in options]
    return f"${{{number}|{','.join(written)}|}}"


def ranked(items: Iterable[Item]) -> list[Item]:
    """Put proposals in order, and each only once; keywords stay in the order they are given."""
    kept = {(item.label, item.span, item.snippet): item for item in items}
    return sorted(kept.values(), key=lambda item: (item.rank, "" if item.sort is Sort.KEYWORD else item.label.lower()))


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
