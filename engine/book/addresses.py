"""Where everything stands in the book: a kind of thing and its id in, ``page.html#place`` out."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from engine.book.leaves import Leaf, anchor, front_page, slug
from engine.book.relations import Relations
from engine.language import syntax as s
from engine.language.walk import GOAL, REGIMES, Part
from engine.rulebase import ACTS
from engine.vocabulary.model import Collection

NOT_LISTED = ("goals", ACTS, "instruments", "survey_items")  # lists whose members have a page of another kind
SHARED = "shared"


class Addresses:
    """The addresses of one rule base; they are the same in every language."""

    def __init__(self, relations: Relations, leaves: Mapping[str, tuple[Leaf, ...]]) -> None:
        self.relations, self.leaves = relations, leaves
        self._found: dict[tuple[str, str], str] = {}
        self._law()
        self._rules()
        self._vocabulary()

    def of(self, kind: str, id_: str) -> str:
        """Give the address of a thing; empty where the book does not tell of it."""
        return self._found.get((kind, id_), "")

    @property
    def lists(self) -> list[Collection]:
        """Give the lists that have a page of their own."""
        return [each for name, each in sorted(self.relations.vocabulary.collections.items()) if name not in NOT_LISTED]

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Give the list on whose page each concept is told of: the longest that it stands in."""
        found: dict[str, str] = {}
        for each in sorted(self.lists, key=lambda each: (-len(each.members), each.id)):
            for concept in each.members:
                found.setdefault(concept, each.id)
        return found

    def _law(self) -> None:
        for id_, pages in self.leaves.items():
            self._found["act", id_] = self._found["concept", id_] = front_page(self.relations.law.acts[id_])
            for leaf in pages:
                for versions in (each for section in leaf.sections for each in section.paths):
                    for n, unit in enumerate(versions):
                        self._found["unit", unit.id] = f"{leaf.page}#{anchor(unit, n == 0)}"
                    self._found["path", versions[0].path] = self._found["unit", versions[0].id]
        for key in self.relations.law.sources:
            self._found["source", key] = f"sources.html#{key}"
        for alignment in self.relations.alignments:
            self._found["row", alignment.id] = f"comparison.html#{alignment.id}"

    def _rules(self) -> None:
        for name, rules in self.relations.concluding.items():
            page = definitions_page(regime_of(rules))
            self._found["property", name] = f"{page}#{name}"
            for rule in rules:
                self._found["part", self.relations.key(rule)] = f"{page}#{self.relations.key(rule)}"
        for part in self.relations.parts:
            key = self.relations.key(part)
            if isinstance(part, s.Outlook):
                self._found["part", key] = f"outlook.html#{key}"
            elif isinstance(part, s.Duty | s.Remark):
                page = self.of("path", part.origins.provisions[0]).partition("#")[0]
                self._found["part", key] = f"{page}#{key}"

    def _vocabulary(self) -> None:
        vocabulary = self.relations.vocabulary
        for each in self.lists:
            self._found["list", each.id] = f"list-{slug(each.id)}.html"
            for concept in each.members:
                if self.home[concept] == each.id:
                    self._found["concept", concept] = f"list-{slug(each.id)}.html#{concept}"
        for concept in vocabulary.concepts:
            if concept.startswith(GOAL) and (address := self.of("part", concept.removeprefix(GOAL))):
                self._found["concept", concept] = address
        for parameter in vocabulary.parameters:
            self._found["parameter", parameter] = f"numbers.html#{parameter}"
        for name, instrument in vocabulary.instruments.items():
            self._found["instrument", name] = self._found["concept", name] = f"instruments.html#{name}"
            self._found |= {("concept", item.id): f"instruments.html#{item.id}" for item in instrument.items}
        for content in self.relations.rulebase.catalogue.contents:
            self._found["content", content.id] = f"catalogue.html#{content.id}"


def regime_of(parts: Iterable[Part]) -> str:
    """Give the country that all of some parts belong to, or ``shared``."""
    found = {part.origins.id.split(".")[0] for part in parts}
    return found.pop() if len(found) == 1 and found <= set(REGIMES) else SHARED


def definitions_page(regime: str) -> str:
    """Name the page with the definitions of a country, or with those that both share."""
    return f"definitions-{regime}.html"
