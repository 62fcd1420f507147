"""The items of a list as a finding names them: in the order of the law, in its words, with the letter they stand at."""

from collections.abc import Iterable

from engine.documents.listed import LISTS, shared_factor
from engine.text import LANGUAGES, Text
from engine.vocabulary.model import Vocabulary

SLOT = "{?value}"  # as SHACL writes it in a message


class Naming:
    """Names items for one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        listed = [(name, member) for _, _, name in LISTS for member in vocabulary.collections[name].members]
        self._own = {shared_factor(member, vocabulary): member for _, member in reversed(listed)}
        names = dict.fromkeys(shared_factor(member, vocabulary) for _, member in listed)
        self._place = {name: place for place, name in enumerate(names)}

    def ordered(self, values: Iterable[str]) -> tuple[str, ...]:
        """Order items as the law lists them."""
        return tuple(sorted(values, key=self.place))

    def place(self, value: str) -> tuple[int, str]:
        """Give the place of an item among those the law lists."""
        return self._place.get(value, len(self._place)), value

    def names(self, values: Iterable[str], as_listed: bool) -> Text:
        """Name items as the law's own list does (in a question), or as what was found; «og» may stand in a name."""
        ids = [self._own.get(value, value) if as_listed else value for value in values]
        found = [self.vocabulary.concepts[name].in_sentence for name in ids]
        return Text(*("; ".join(name.in_(language) for name in found) for language in LANGUAGES))

    def narrowed(self, provision: str, values: tuple[str, ...]) -> str:
        """Give the letter of a provision that names the one item in question, else the provision."""
        sources = self.vocabulary.concepts[self._own.get(values[0], values[0])].source if len(values) == 1 else ()
        return next((path for path in sources if path.startswith(provision + "/")), provision)


def filled(text: Text, value: Text) -> Text:
    """Fill the slot of a message or a question."""
    return Text(*(text.in_(language).replace(SLOT, value.in_(language)) for language in LANGUAGES))
