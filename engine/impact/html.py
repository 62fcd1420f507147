"""The comparison as one HTML file: the edits on top, then what each did; it folds without a script and refers to nothing outside itself."""

from html import escape
from importlib.resources import files

from engine.impact import words as w
from engine.impact.model import Impact
from engine.impact.view import Group, Move, Place, View
from engine.inference.outcome import OUTCOMES
from engine.proof.html_duty import element, folded, symbol
from engine.proof.html_page import page
from engine.text import Language, Text
from engine.vocabulary.phrases import capital

STYLE = "style.css"


def html(impact: Impact, language: Language) -> str:
    """Write a comparison as one page in one language."""
    return _Page(View(impact, language)).whole()


class _Page:
    def __init__(self, view: View) -> None:
        self.view = view

    def _(self, text: Text, **slots: object) -> str:
        return escape(text.in_(self.view.language).format(**slots))

    def whole(self) -> str:
        """Write the page."""
        view = self.view
        groups = "\n".join(self._group(group) for group in view.groups)
        main = f'<section id="answer"><p class="verdict">{escape(view.answer)}</p>\n{self._table()}</section>\n{groups}'
        style = files("engine.impact").joinpath(STYLE).read_text(encoding="utf-8")
        return page(view.language, w.KIND, view.title, escape(view.about), main, first="answer", style=style, body="impact")

    def _table(self) -> str:
        """List the edits with what each did; those without changes say why."""
        heads = "".join(f'<th scope="col">{self._(head)}</th>' for head in (w.EDIT, w.OUTCOMES, w.REASONS, w.CASES))
        rows = [
            f'<tr><th scope="row">{_named(group, linked=True)}</th>'
            f"<td>{group.outcomes}</td><td>{group.reasons}</td><td>{group.cases}</td></tr>"
            for group in self.view.groups
        ]
        for note, groups in ((w.WITHOUT_EFFECT, self.view.without_effect), (w.UNTOUCHED, self.view.untouched)):
            rows += [f'<tr><th scope="row">{_named(group)}</th><td colspan="3">{self._(note)}</td></tr>' for group in groups]
        if not rows:
            return ""
        return f'<div class="wide"><table class="edits">\n<thead><tr>{heads}</tr></thead>\n<tbody>{"".join(rows)}</tbody>\n</table></div>'

    def _group(self, group: Group) -> str:
        moves = "\n".join(self._move(move) for move in group.moves)
        return (
            f'<section id="{escape(group.key)}"><h2>{escape(capital(group.title or group.kind))}</h2>\n'
            f'<p class="cited"><code>{escape(group.key)}</code> {escape(group.kind)}</p>\n{moves}\n</section>'
        )

    def _move(self, move: Move) -> str:
        signs = "".join(symbol(word) for word in (move.old, move.new)[move.old == move.new :] if word in OUTCOMES)
        title = f" · {escape(move.title)} <code>{escape(move.part)}</code>" if move.title else ""
        places = "".join(self._place(place) for place in move.places)
        heading = f'{signs}<span class="said">{escape(move.said)}</span>{title} <span class="count">{escape(move.count)}</span>'
        return folded(heading, f'<ul class="moved">{places}</ul>', "move", is_open=move.old != move.new)

    def _place(self, place: Place) -> str:
        also = f" {element('span', escape(place.also), 'note')}" if place.also else ""
        reasons = "".join(element("p", f"<b>{escape(head)}:</b> {escape(said)}", "reason") for head, said in place.reasons)
        note = element("p", escape(place.note), "note") if place.note else ""
        return element("li", f"<code>{escape(place.case)}</code> {escape(place.where)}{also}{reasons}{note}")


def _named(group: Group, linked: bool = False) -> str:
    """Name an edit: by its title, else by its key or kind."""
    name = escape(capital(group.title or group.kind))
    name = f'<a href="#{escape(group.key)}">{name}</a>' if linked else name
    if not group.title and ":" not in group.key:
        return name
    return f"{name} <code>{escape(group.key)}</code> {element('span', escape(group.kind), 'note')}"
