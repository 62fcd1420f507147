"""What every reader of our Turtle files shares: the IRIs of our own terms, and how a text in three languages is read.

rdflib stays out of here: whoever reads a graph gives the values, so importing this module is cheap.
"""

from collections.abc import Collection, Iterable

from engine.text import LANGUAGES, Text

NAMESPACE = "https://w3id.org/forsvarlig/ns#"
LAW = "https://w3id.org/forsvarlig/law/"


def text_of(values: Iterable[object]) -> Text | None:
    """Make a text of the values of a property; a language that is missing is the empty string. None where there are no values."""
    found = {_language(value): str(value) for value in values}
    return Text(*(found.get(language, "") for language in LANGUAGES)) if found else None


def is_once_in_each(values: Collection[object]) -> bool:
    """Say whether a text is given in every language, and in each of them once."""
    return sorted(map(_language, values)) == sorted(LANGUAGES)


def _language(value: object) -> str:
    return str(getattr(value, "language", ""))
