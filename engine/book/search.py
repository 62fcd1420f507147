"""What the search looks through: one row for everything that the book tells of, as a script that a page can load from disk."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from engine.book.words import SEARCH_KINDS
from engine.text import Language

KINDS = tuple(SEARCH_KINDS)


class Found(NamedTuple):
    """A thing that can be found: its kind, its title, where it stands, its address and its words."""

    kind: str
    title: str
    where: str
    href: str
    text: str


def index(found: Iterable[Found], language: Language) -> str:
    """Write the index as a script that sets ``bookIndex``: the names of the kinds, then the rows; no markup, and safe in any script."""
    rows = [[KINDS.index(each.kind), *each[1:]] for each in found]
    kinds = [text.in_(language) for text in SEARCH_KINDS.values()]
    text = json.dumps({"kinds": kinds, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"var bookIndex = {text};\n"
