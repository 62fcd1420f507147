"""The comparison as one HTML file: the matrix on top, then both laws side by side; it refers to nothing outside itself."""

from html import escape
from importlib.resources import files

from engine.compare import words as w
from engine.compare.comparison import Comparison, Row
from engine.compare.view import DutyView, RowView, SideView, View
from engine.proof.html_duty import element, symbol
from engine.proof.html_page import page
from engine.text import Language, Text
from engine.vocabulary.phrases import capital

STYLE = "style.css"


def html(comparison: Comparison, language: Language) -> str:
    """Write a comparison as one page in one language."""
    return _Page(View(comparison, language)).whole()


class _Page:
    def __init__(self, view: View) -> None:
        self.view = view
        self.left, self.right = (view.names[regime] for regime in view.comparison.regimes)

    def _(self, text: Text, **slots: object) -> str:
        return escape(text.in_(self.view.language).format(**slots))

    def whole(self) -> str:
        """Write the page."""
        view = self.view
        rows = "\n".join(self._row(row) for row in view.rows)
        main = (
            f"{self._answer()}\n{self._matrix()}\n"
            f'<section id="rows" aria-labelledby="rows-h">\n<h2 id="rows-h">{self._(w.ROWS)}</h2>\n{rows}\n</section>'
        )
        style = files("engine.compare").joinpath(STYLE).read_text(encoding="utf-8")
        return page(view.language, w.TITLE, view.title, escape(view.about), main, first="rows", style=style, body="comparison")

    def _answer(self) -> str:
        lists = []
        for regime, numbers in self.view.counts:
            items = "".join(f"<li>{symbol(o)}<span class=\"said\">{escape(said)}</span></li>" for o, n, said in numbers if n)
            lists.append(f'<div><h3>{escape(self.view.names[regime])}</h3><ul class="counts">{items}</ul></div>')
        both = f'<div class="pair">{"".join(lists)}</div>' if lists else ""
        return f'<section id="answer">{both}{element("p", self._(w.NO_VERDICT), "note")}</section>'

    def _matrix(self) -> str:
        comparison = self.view.comparison
        heads = "".join(f'<th scope="col">{self._(w.COLUMNS[column])}</th>' for column in comparison.columns)
        body = "".join(
            f'<tr><th scope="row">{escape(self.view.factor(factor))}</th>'
            + "".join(f"<td>{self._cell(comparison.cell(factor, column))}</td>" for column in comparison.columns)
            + "</tr>"
            for factor in comparison.factors
        )
        legend = element("p", self._(w.LEGEND, left=self.left, right=self.right), "note")
        return (
            f'<section aria-labelledby="matrix-h">\n<h2 id="matrix-h">{self._(w.MATRIX)}</h2>\n{legend}'
            f'<p class="note">{self.view.relation_signs}</p>\n<p class="note">{self.view.outcome_signs}</p>\n'
            f'<div class="wide"><table class="matrix">\n<thead><tr><td></td>{heads}</tr></thead>\n'
            f"<tbody>{body}</tbody>\n</table></div>\n</section>"
        )

    def _cell(self, rows: tuple[Row, ...]) -> str:
        links = []
        for row in rows:
            seen = self.view.row(row)
            title = escape(f"{seen.title}: {seen.relation}")
            signs = f"{self._sign(row.left.outcome)}<i>{seen.sign}</i>{self._sign(row.right.outcome)}"
            links.append(f'<a href="#{escape(seen.id)}" title="{title}">{signs}<span class="hidden">{title}</span></a>')
        return "".join(links)

    def _sign(self, outcome: str | None) -> str:
        return symbol(outcome) if outcome else '<span class="sign none" aria-hidden="true">' + w.NO_SIGN + "</span>"

    def _row(self, row: RowView) -> str:
        beneath = " ".join(part for part in (row.looked_at, row.sources) if part)
        return (
            f'<article class="aligned" id="{escape(row.id)}">\n<h3>{escape(row.title)}</h3>\n'
            f'<p class="relation"><i aria-hidden="true">{row.sign}</i> {escape(row.relation)}</p>\n{element("p", escape(row.note))}\n'
            f'<div class="pair">{self._side(row.left)}{self._side(row.right)}</div>\n'
            f"{element('p', escape(beneath), 'note')}\n</article>"
        )

    def _side(self, side: SideView) -> str:
        parts = [self._duty(duty) for duty in side.duties]
        parts += [
            f'<p class="cited">{escape(citation)}</p>{element("p", escape(says), "law")}' for citation, says in side.provisions
        ]
        body = "".join(parts) or element("p", self._(w.NOTHING), "note")
        return f"<div><h4>{escape(side.name)}</h4>{body}</div>"

    def _duty(self, duty: DutyView) -> str:
        outcome = f'<p class="came-out">{symbol(duty.outcome)} {escape(duty.word)}</p>' if duty.outcome else ""
        where = element("p", escape(duty.where), "note") if duty.where else ""
        reason = element("p", escape(capital(duty.reason)), "reason") if duty.reason else ""
        word = element("p", escape(duty.word), "note") if duty.word and not duty.outcome else ""
        title = element("p", f"<b>{escape(duty.title)}</b>")
        cited = element("p", f"{escape(duty.citation)} <code>{escape(duty.id)}</code>", "cited")
        return f'<div class="here">{title}{cited}{outcome}{word}{where}{reason}</div>'
