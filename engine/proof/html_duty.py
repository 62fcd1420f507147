"""How a duty is drawn in the HTML file: the reason open, each place and the whole proof folded."""

from collections.abc import Iterable
from html import escape

from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.report import SYMBOLS, Duty, Report, Row
from engine.proof.steps import Part, Step
from engine.text import Text
from engine.truth import Truth

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


def badge(outcome: str) -> str:
    """Draw the sign of an outcome before a heading that says the word."""
    return symbol(outcome)


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
        if duty.suggestions and duty.outcome in ("breach", "investigate"):
            items = "".join(element("li", escape(each)) for each in duty.suggestions)
            parts.append(f'<p class="where"><b>{self._(rw.SUGGESTIONS)}:</b></p><ul>{items}</ul>')
        if len(duty.rows) == 1:
            parts.append(f'<div id="o{first.number}">{self._proof(first)}</div>')
        else:
            rows = "".join(self._row(row) for row in duty.rows)
            parts.append(folded(self._(rw.ALL_PLACES, n=len(duty.rows)), rows, "places"))
        return "\n".join([*parts, "</article>"])

    def _reason(self, row: Row) -> str:
        strength = f' <span class="strength">{escape(row.strength)}</span>' if row.strength else ""
        note = element("p", escape(row.interpretation), "note") if row.interpretation else ""
        return element("p", f"{escape(row.reason)}{strength}", "reason") + note

    def _row(self, row: Row) -> str:
        """Draw one outcome of a duty that has several."""
        address = f" <code>{escape(row.address)}</code>" if row.address else ""
        heading = f"<h4>{symbol(row.outcome)}{escape(row.word)} · {escape(row.where)}{address}</h4>"
        return f'<div class="row {row.outcome}" id="o{row.number}">{heading}{self._reason(row)}{self._proof(row)}</div>'

    def _proof(self, row: Row) -> str:
        body = self._listed(rw.ALL_QUESTIONS, row.questions) + self._listed(rw.RAISES, row.raising)
        body += "".join(self._part(part, part.name == DECISIVE.get(row.outcome)) for part in row.parts)
        address = element("p", f"<code>{escape(row.address)}</code>", "cited") if row.address else ""
        return folded(self._(rw.WHOLE_PROOF), address + body, "proof")

    def _listed(self, heading: Text, questions: tuple[str, ...]) -> str:
        if not questions:
            return ""
        items = "".join(element("li", escape(question)) for question in questions)
        return f'<p class="part">{self._(heading)}</p><ul>{items}</ul>'

    def _part(self, part: Part, is_open: bool) -> str:
        heading = f"{self._(w.NAMES_OF_PARTS[part.name])} {self._truth(part.truth)}"
        return folded(heading, self.steps(part.steps), "part decisive" if is_open else "part", is_open)

    def steps(self, steps: Iterable[Step]) -> str:
        """Draw steps as a list; a step that rests on others folds them in."""
        return f'<ul class="steps">{"".join(self._step(step) for step in steps)}</ul>'

    def _step(self, step: Step) -> str:
        if step.target is not None:
            return self._elsewhere(step.target)
        if step.remark:
            return element("li", escape(step.text), "remark")
        source = f' <span class="source">{escape(step.source)}</span>' if step.source else ""
        said = f"{self._truth(step.truth)} {escape(step.text)}{source}"
        inner = self.steps(step.children) if step.children else ""
        return element("li", folded(said, inner) if inner and inner != '<ul class="steps"></ul>' else said)

    def _elsewhere(self, outcome_id: str) -> str:
        """Lead to the outcome whose own proof says the rest."""
        row = self.report.target(outcome_id)
        if row is None:
            return ""
        duty = outcome_id.split("@", 1)[0]
        title = self.report.title_of(outcome_id)
        return f'<li>{symbol(row.outcome)}<a href="#o{row.number}">{escape(title)}</a>, {escape(row.where)}: ' \
               f"{escape(row.word.lower())} <code>{escape(duty)}</code></li>"

    def _truth(self, truth: Truth) -> str:
        return f'<span class="truth {truth.word}">{self._(rw.TRUTHS[truth.word])}</span>'
