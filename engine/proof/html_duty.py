"""How a duty is drawn in the HTML file: the reason open, each place and the whole proof folded."""

from collections.abc import Iterable
from html import escape

from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.report import SYMBOLS, Report
from engine.proof.report_model import Duty, Elsewhere, Row, Suggested
from engine.proof.steps import Part, Step
from engine.text import Text

DECISIVE = {"breach": "breach", "met": "met", "investigate": "suspicion", "not_applicable": "applies"}  # outcome → its part


def element(tag: str, inner: str, kind: str = "") -> str:
    """Write an element around what is escaped already."""
    return f'<{tag} class="{kind}">{inner}</{tag}>' if kind else f"<{tag}>{inner}</{tag}>"


def folded(summary: str, body: str, kind: str = "", is_open: bool = False) -> str:
    """Write something that folds; closed unless ``is_open``."""
    cls = f' class="{kind}"' if kind else ""
    return f"<details{cls}{' open' if is_open else ''}><summary>{summary}</summary>{body}</details>"


def symbol(outcome: str) -> str:
    """Draw the sign of an outcome; the word stands beside it, so a screen reader passes it over."""
    return f'<span class="sign {outcome}" aria-hidden="true">{SYMBOLS[outcome]}</span>'


class DutyWriter:
    """Draws duties and proofs of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def _(self, text: Text, **slots: object) -> str:
        return escape(text.in_(self.report.language).format(**slots))

    def duty(self, duty: Duty) -> str:
        """Draw a duty: what it is about, its provision, where, why, what the law says, and folded everything else."""
        first = duty.rows[0]
        parts = [
            f'<article class="duty {duty.outcome}" id="{escape(duty.id)}">',
            f'<h3>{symbol(duty.outcome)}<span class="hidden">{escape(first.word)}: </span>{escape(duty.title)}</h3>',
            element("p", f"{escape(duty.citation)} <code>{escape(duty.id)}</code>", "cited"),
            element("p", f"<b>{self._(rw.WHERE)}:</b> {escape(duty.where)}", "where"),
            self._reason(first),
        ]
        if duty.law:
            parts.append(element("p", f"<b>{self._(rw.LAW_SAYS)}:</b> {escape(duty.law)}", "law"))
        if duty.suggestions:
            items = "".join(self._suggested(each) for each in duty.suggestions)
            more = element("p", escape(duty.more), "note") if duty.more else ""
            parts.append(f'<p class="where"><b>{self._(rw.SUGGESTIONS)}:</b></p><ul>{items}</ul>{more}')
        if len(duty.rows) == 1:
            parts.append(f'<div id="o{first.number}">{self._proof(first, address=True)}</div>')
        else:
            rows = "".join(self._row(row) for row in duty.rows)
            parts.append(folded(self._(rw.ALL_PLACES, n=len(duty.rows)), rows, "places"))
        return "\n".join([*parts, "</article>"])

    def _suggested(self, each: Suggested) -> str:
        note = f' <span class="source">{escape(each.note)}</span>' if each.note else ""
        return element("li", escape(each.title) + note)

    def _reason(self, row: Row) -> str:
        strength = f' <span class="strength">{escape(row.strength)}</span>' if row.strength else ""
        read = self.report.reading(row)
        note = element("p", escape(read), "note") if read else ""
        return element("p", f"{escape(row.reason)}{strength}", "reason") + note

    def _row(self, row: Row) -> str:
        """Draw one outcome of a duty that has several."""
        address = f"<code>{escape(row.address)}</code>"
        heading = f"<h4>{symbol(row.outcome)}{escape(row.word)} · {escape(row.where)} {address}</h4>"
        return f'<div class="row {row.outcome}" id="o{row.number}">{heading}{self._reason(row)}{self._proof(row)}</div>'

    def _proof(self, row: Row, address: bool = False) -> str:
        body = self._listed(rw.ALL_QUESTIONS, row.questions) + self._listed(rw.RAISES, row.raising)
        body += "".join(self._part(part, row, part.name == DECISIVE.get(row.outcome)) for part in row.parts)
        cited = element("p", f"<code>{escape(row.address)}</code>", "cited") if address else ""
        return folded(self._(rw.WHOLE_PROOF), cited + body, "proof")

    def _listed(self, heading: Text, questions: tuple[str, ...]) -> str:
        if not questions:
            return ""
        items = "".join(element("li", escape(question)) for question in questions)
        return f'<p class="part">{self._(heading)}</p><ul>{items}</ul>'

    def _part(self, part: Part, row: Row, is_open: bool) -> str:
        truth = part.truth.word
        said = f'<span class="truth {truth}">{self._(rw.TRUTHS[truth])}</span>'
        heading = f"{self._(w.NAMES_OF_PARTS[part.name])} {said}"
        return folded(heading, self.steps(part.steps, row), "part decisive" if is_open else "part", is_open)

    def steps(self, steps: Iterable[Step], row: Row | None = None) -> str:
        """Draw steps as a list; a step that rests on others folds them in."""
        items = "".join(self._step(step, row) for step in steps)
        return f'<ul class="steps">{items}</ul>' if items else ""

    def _step(self, step: Step, row: Row | None) -> str:
        """Draw a step. Its sentence says whether it is so; the dot before it only repeats that to the eye."""
        if step.target is not None:
            other = self.report.elsewhere(row, step.target) if row else None
            return self._elsewhere(other) if other else ""
        if step.remark:
            return element("li", escape(step.text), "remark")
        source = f' <span class="source">{escape(step.source)}</span>' if step.source else ""
        said = f'<span class="dot {step.truth.word}" aria-hidden="true"></span>{escape(step.text)}{source}'
        inner = self.steps(step.children, row)
        return element("li", folded(said, inner) if inner else said)

    def _elsewhere(self, other: Elsewhere) -> str:
        title = escape(other.title)
        if other.number is not None:
            title = f'<a href="#o{other.number}">{title}</a>'
        word = escape(other.word.lower())
        return f"<li>{symbol(other.outcome)}{title}, {escape(other.where)}: {word} <code>{escape(other.duty)}</code></li>"
