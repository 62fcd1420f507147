"""The comparison as plain text: the matrix first, then row by row."""

import textwrap

from engine.compare import words as w
from engine.compare.comparison import Comparison
from engine.compare.view import RowView, SideView, View
from engine.proof.report import SYMBOLS
from engine.text import Language, Text
from engine.vocabulary.phrases import capital

WIDTH = 100
LABEL = 46


def text(comparison: Comparison, language: Language) -> str:
    """Write a comparison as text."""
    return "\n".join(_Writer(View(comparison, language)).whole()).rstrip() + "\n"


class _Writer:
    def __init__(self, view: View) -> None:
        self.view = view

    def _(self, form: Text, **slots: object) -> str:
        return form.in_(self.view.language).format(**slots)

    def whole(self) -> list[str]:
        """Write the text line by line."""
        found = [f"{self.view.title}: {self._(w.TITLE)}" if self.view.counts else self.view.title, self.view.about]
        for regime, numbers in self.view.counts:
            found.append(f"  {self.view.names[regime]}: " + " · ".join(said for _, n, said in numbers if n))
        found += [*self._wrap(self._(w.NO_VERDICT), 0), "", *self._matrix(), "", self._(w.ROWS).upper()]
        for row in self.view.rows:
            found += self._row(row)
        return found

    def _matrix(self) -> list[str]:
        comparison = self.view.comparison
        left, right = (self.view.names[regime] for regime in comparison.regimes)
        lines = [self._(w.MATRIX).upper(), *self._wrap(self._(w.LEGEND, left=left, right=right), 0)]
        lines += [*self._wrap(self.view.relation_signs, 2), *self._wrap(self.view.outcome_signs, 2)]
        for factor in comparison.factors:
            lines.append(f"  {self.view.factor(factor)}")
            for column in comparison.columns:
                if cell := comparison.cell(factor, column):
                    signs = "  ".join(
                        f"{_sign(row.left.outcome)}{w.SIGNS[row.alignment.relation]}{_sign(row.right.outcome)}" for row in cell
                    )
                    lines.append(f"    {self._(w.COLUMNS[column]):<{LABEL - 20}}{signs}")
        return lines

    def _row(self, row: RowView) -> list[str]:
        found = ["", f"{row.title}: {row.relation}", *self._wrap(row.note, 2)]
        for side in (row.left, row.right):
            found += self._side(side)
        return found + self._wrap(" ".join(part for part in (row.looked_at, row.sources) if part), 2)

    def _side(self, side: SideView) -> list[str]:
        found = []
        for duty in side.duties:
            sign = f"{SYMBOLS[duty.outcome]} " if duty.outcome else ""
            head = f"{side.name}: {sign}{duty.word + ': ' if duty.word else ''}{duty.title} – {duty.citation}"
            found += self._wrap(head + (f" ({duty.where})" if duty.where else ""), 2)
            if duty.reason:
                found += self._wrap(capital(duty.reason), 6)
        for citation, says in side.provisions:
            found += self._wrap(f"{side.name}: {citation}: {says}", 2)
        return found or self._wrap(f"{side.name}: {self._(w.NOTHING)}", 2)

    def _wrap(self, said: str, indent: int) -> list[str]:
        pad = " " * indent
        return textwrap.wrap(said, WIDTH, initial_indent=pad, subsequent_indent=pad + "  ")


def _sign(outcome: str | None) -> str:
    return SYMBOLS[outcome] if outcome else w.NO_SIGN
