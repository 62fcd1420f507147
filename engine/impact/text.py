"""The comparison as plain text: what changed in a line, then edit by edit."""

from engine.impact import words as w
from engine.impact.model import Impact
from engine.impact.view import Group, Move, Place, View
from engine.plain import indented
from engine.text import Language

WIDTH = 100
SHOWN = 3  # places of one move, unless all are asked for


def text(impact: Impact, language: Language, full: bool = False) -> str:
    """Write a comparison as text; ``full`` names every place."""
    return "\n".join(_Writer(View(impact, language), full).whole()).rstrip() + "\n"


class _Writer:
    def __init__(self, view: View, full: bool) -> None:
        self.view, self.full = view, full

    def whole(self) -> list[str]:
        """Write the text line by line."""
        found = [self.view.title, *indented(self.view.about, WIDTH, 0), "", *indented(self.view.answer, WIDTH, 0)]
        for group in self.view.groups:
            found += ["", *self._head(group), *(line for move in group.moves for line in self._move(move))]
        found += self._list(w.WITHOUT_EFFECT.in_(self.view.language), self.view.without_effect)
        found += self._list(w.UNTOUCHED.in_(self.view.language), self.view.untouched, w.UNTOUCHED_NOTE.in_(self.view.language))
        return found

    def _head(self, group: Group) -> list[str]:
        return indented(_named(group), WIDTH, 0)

    def _move(self, move: Move) -> list[str]:
        about = f"{move.part} – {move.title}: " if move.title else ""
        found = indented(f"{about}{move.said} · {move.count}", WIDTH, 2)
        shown = move.places if self.full else move.places[:SHOWN]
        for place in shown:
            found += self._place(place)
        if more := len(move.places) - len(shown):
            found += indented(w.MORE.in_(self.view.language).format(n=more) + w.MORE_HINT.in_(self.view.language), WIDTH, 4)
        return found

    def _place(self, place: Place) -> list[str]:
        also = f" [{place.also}]" if place.also else ""
        found = indented(f"{place.case}: {place.where}{also}", WIDTH, 4)
        found += [line for head, said in place.reasons for line in indented(f"{head}: {said}", WIDTH, 6)]
        return found + (indented(place.note, WIDTH, 6) if place.note else [])

    def _list(self, heading: str, groups: tuple[Group, ...], note: str = "") -> list[str]:
        if not groups:
            return []
        lines = [line for group in groups for line in indented(_named(group), WIDTH, 2)]
        return ["", heading.upper(), *lines, *(indented(note, WIDTH, 2) if note else [])]


def _named(group: Group) -> str:
    if not group.title:
        return f"{group.key} ({group.kind})" if ":" in group.key else group.kind
    return f"{group.key} ({group.kind}) – {group.title}"
