"""The assessment as Markdown: what the HTML file says, at three levels of detail."""

import re
from collections.abc import Iterable

from engine import __version__
from engine.assessment import Assessment
from engine.inference.outcome import OUTCOMES
from engine.instruments import words as iw
from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.grounds import Grounds
from engine.proof.outlook import Outlooks
from engine.proof.report import SYMBOLS, Report
from engine.proof.report_model import Duty, Row
from engine.proof.steps import Step
from engine.proof.surveys import SHOWN as SURVEYS_SHOWN
from engine.proof.surveys import surveyed
from engine.text import Language, Text
from engine.views import words as vw
from engine.vocabulary.phrases import capital

SHOWN = {"breach": 50, "investigate": 50, "unknown": 6, "met": 0, "not_applicable": 0}  # duties in the short form
QUESTIONS_SHOWN = 8
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def markdown(assessment: Assessment, language: Language, detail: str = "short") -> str:
    """Write an assessment as Markdown: ``short`` the answer and the worst, ``full`` every outcome, ``all`` every proof."""
    lines = _Writer(Report(assessment, language), detail).whole()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def plain(text: str) -> str:
    """Write text so that nothing in it is read as Markdown or HTML; line ends in it are spaces."""
    escaped = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


class _Writer:
    def __init__(self, report: Report, detail: str) -> None:
        self.report, self.grounds, self.detail = report, Grounds(report), detail

    def _(self, text: Text, **slots: object) -> str:
        return plain(text.in_(self.report.language).format(**slots))

    def whole(self) -> list[str]:
        """Write the document line by line."""
        r = self.report
        lines = [f"# {plain(r.name)}", "", plain(" ".join(r.about)), ""]
        lines += [f"## {self._(w.QUESTION)}", "", f"**{plain(r.answer)}**", ""]
        lines += [f"- {SYMBOLS[outcome]} {plain(text)}" for outcome, _, text in r.counts]
        lines += [f"- {name}: {plain(' · '.join(text for _, _, text in counts))}" for name, counts in r.counts_by_regime]
        lines += ["", *([plain(r.unread), ""] if r.unread else [])]
        if r.not_in_force:
            lines += [self._(w.NOT_IN_FORCE, units=r.not_in_force), ""]
        for outcome in OUTCOMES:
            lines += self._section(outcome, r.duties(outcome))
        lines += self._disputes() + self._questions() + self._remarks() + self._outlook() + self._surveys()
        if self.detail != "short":
            lines += self._documents()
            lines += self._listed(w.OTHERS, [line for duty in r.others for line in self._duty(duty)])
            lines += self._rests_on()
        limits = [line for limit in self.grounds.limits() for line in (plain(limit), "")]
        return [*lines, *self._listed(rw.LIMITS, limits), "", f"*{self._(rw.MADE_WITH, version=__version__)}*"]

    def _listed(self, heading: Text, lines: list[str]) -> list[str]:
        return ["", f"## {self._(heading)}", "", *lines, ""] if lines else []

    # --- duties -------------------------------------------------------------------------------------------------------

    def _section(self, outcome: str, duties: list[Duty]) -> list[str]:
        limit = SHOWN[outcome] if self.detail == "short" else len(duties)
        if not duties or limit == 0:
            return []
        found = ["", f"## {SYMBOLS[outcome]} {self._(rw.HEADINGS[outcome])} ({len(duties)})", ""]
        for duty in duties[:limit]:
            found += self._duty(duty)
        if len(duties) > limit:
            found += [self._(w.AND_MORE, n=len(duties) - limit), ""]
        return found

    def _duty(self, duty: Duty) -> list[str]:
        first = duty.rows[0]
        found = [f"### {plain(duty.title)}", "", f"{plain(duty.citation)} · `{duty.id}`", ""]
        found += [f"**{self._(rw.WHERE)}:** {plain(duty.where)}", ""]
        if self.detail == "short":
            about = [] if first.where == duty.where else [f"*{plain(first.where)}:*", ""]  # the reason is of that scope alone
            found += [*about, *self._reason(first), ""]
        if duty.law:
            found += [f"**{self._(rw.LAW_SAYS)}:** {plain(duty.law)}", ""]
        if duty.suggestions:
            found += [f"**{self._(rw.SUGGESTIONS)}:**", "", *(f"- {plain(str(each))}" for each in duty.suggestions), ""]
            found += [plain(duty.more), ""] if duty.more else []
        if self.detail != "short":
            for row in duty.rows:
                found += self._row(row)
        return found

    def _reason(self, row: Row) -> list[str]:
        strength = f" *({plain(row.strength)})*" if row.strength else ""
        read = self.report.reading(row, briefly=self.detail == "short")
        return [f"{plain(row.reason)}{strength}", *(["", plain(read)] if read else [])]

    def _row(self, row: Row) -> list[str]:
        found = [f"**{SYMBOLS[row.outcome]} {plain(row.word)} · {plain(row.where)}** `{row.address}`", ""]
        found += [*self._reason(row), ""]
        if self.detail == "all":
            for heading, questions in ((rw.ALL_QUESTIONS, row.questions), (rw.RAISES, row.raising)):
                if questions:
                    found += [f"{self._(heading)}:", "", *(f"- {plain(question)}" for question in questions), ""]
            for part in row.parts:
                found += [f"*{self._(w.NAMES_OF_PARTS[part.name])}* **{self._(rw.TRUTHS[part.truth.word])}**", ""]
                found += [*self._steps(part.steps, row, 0), ""]
        return found

    def _steps(self, steps: Iterable[Step], row: Row | None, depth: int) -> list[str]:
        found = []
        for step in steps:
            text = plain(step.text)
            if step.target is not None:
                other = self.report.elsewhere(row, step.target) if row else None
                if other is None:
                    continue
                text = plain(f"{other.title}, {other.where}: {other.word.lower()}") + f" `{other.duty}`"
            source = f" *({plain(step.source)})*" if step.source else ""
            found += [f"{'  ' * depth}- {text}{source}", *self._steps(step.children, row, depth + 1)]
        return found

    # --- beside the outcomes ------------------------------------------------------------------------------------------

    def _disputes(self) -> list[str]:
        told = self.report.disputes
        if told is None:
            return []
        lines = [*(f"- {plain(said)}" for said in told.statements), "", f"**{plain(told.hangs_heading)}**", ""]
        lines += [f"- {plain(said)}" for said in told.hangs] or [self._(vw.NONE)]
        lines += ["", f"**{plain(told.either_heading)}**", "", *([f"- {plain(said)}" for said in told.either] or [self._(vw.NONE)])]
        return self._listed(vw.DISPUTES, [*lines, "", plain(told.rest)])

    def _questions(self) -> list[str]:
        asked = self.report.questions
        shown = asked[:QUESTIONS_SHOWN] if self.detail == "short" else asked
        lines = []
        for number, each in enumerate(shown, 1):
            address = f" `{each.address}`" if each.address else ""
            lines.append(f"{number}. {plain(each.text)} ({plain(each.note)}){address}")
        if len(asked) > len(shown):
            lines += ["", self._(w.AND_MORE, n=len(asked) - len(shown))]
        return self._listed(rw.QUESTIONS, lines or [self._(rw.NO_QUESTIONS)])

    def _remarks(self) -> list[str]:
        lines: list[str] = []
        for each in self.grounds.remarks():
            lines.append(f"- **{plain(each.where)}.** {plain(each.message)} ({plain(each.citation)}; {plain(each.force)})")
            if self.detail == "all":
                lines += self._steps(each.steps, None, 1)
        return self._listed(w.REMARKS, lines)

    def _outlook(self) -> list[str]:
        outlooks = Outlooks(self.report)
        lines: list[str] = []
        for heading, prospects in ((None, outlooks.given()), (w.OUTLOOK_OPEN, outlooks.possible())):
            lines += ["", f"**{self._(heading)}**", ""] if heading and prospects else []
            for each in prospects:
                source = f" ({plain(each.source)})" if each.source else ""
                lines.append(f"- **{plain(each.where)}.** {plain(each.message)}{source}")
                lines += [f"  {plain(said)}" for said in (outlooks.reactions(each), outlooks.depends(each)) if said]
                if self.detail == "all":
                    lines += self._steps(each.steps, None, 1)
        return self._listed(w.OUTLOOK, lines)

    def _surveys(self) -> list[str]:
        asked = surveyed(self.report.assessment, self.report.language)
        shown = asked[:SURVEYS_SHOWN] if self.detail == "short" else asked
        lines = [
            f"- **{plain(capital(each.where))} · {plain(each.factors)}.** {plain(each.question)} "
            f"{plain(capital(each.result))}. *{plain(each.source)}*"
            for each in shown
        ]
        lines += ["", self._(w.AND_MORE, n=len(asked) - len(shown))] if len(asked) > len(shown) else []
        return self._listed(iw.HEADING, [self._(iw.DECIDES_NOTHING), "", *lines] if lines else [])

    def _documents(self) -> list[str]:
        lines: list[str] = []
        without = []
        for document in self.grounds.documents():
            about = f" – {plain(document.about)}" if document.about else ""
            if not document.lacks:
                without.append(f"- {plain(document.name)}{about}")
                continue
            lines += [f"**{plain(document.name)}**{about}", ""]
            for each in document.lacks:
                question = f" *{plain(each.question)}*" if each.question else ""
                cited = plain(f"{each.citation}; {each.entry}")
                lines.append(f"- **{plain(each.word)}.** {plain(each.message)}{question} ({cited})")
            lines.append("")
        if without:
            lines += [f"**{self._(rw.NOTHING_LACKS)}**", "", *without]
        return self._listed(rw.DOCUMENTS, lines or [self._(rw.NO_DOCUMENTS)])

    def _rests_on(self) -> list[str]:
        lines = []
        for ground in self.grounds.rests_on():
            values = [f"`{value}`" if ground.code else plain(value) for value in ground.values]
            name = f"**{plain(capital(ground.name))}:** " if ground.name else ""
            lines += [f"- {name}{values[0]}"] if len(values) == 1 else [f"- {name}", *(f"  - {v}" for v in values)]
        return self._listed(rw.RESTS_ON, lines)
