"""The assessment as one HTML file: opens from disk, folds without a script, prints, and refers to nothing outside itself."""

from collections.abc import Iterable
from html import escape

from engine import __version__
from engine.assessment import Assessment
from engine.inference.outcome import OUTCOMES
from engine.instruments import words as iw
from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.grounds import Document, Grounds
from engine.proof.html_duty import DutyWriter, element, folded, symbol
from engine.proof.html_page import page
from engine.proof.outlook import Outlooks
from engine.proof.report import Report
from engine.proof.report_model import Asked
from engine.proof.surveys import Surveyed, surveyed
from engine.text import Language, Text
from engine.views import words as vw
from engine.views.telling import Told
from engine.vocabulary.phrases import capital

QUESTIONS_SHOWN = 8


def html(assessment: Assessment, language: Language) -> str:
    """Write the whole assessment as one page in one language."""
    return _Page(Report(assessment, language)).whole()


class _Page:
    """Writes the page section by section; each section that has nothing to say is left out of the list of contents too."""

    def __init__(self, report: Report) -> None:
        self.report, self.grounds = report, Grounds(report)
        self.duties = DutyWriter(report)
        self.contents: list[tuple[str, str]] = []

    def _(self, text: Text, **slots: object) -> str:
        return escape(text.in_(self.report.language).format(**slots))

    def whole(self) -> str:
        """Write the page."""
        about = " ".join(f"<span>{escape(part)}</span>" for part in self.report.about)
        sections = "\n".join(part for part in (*self._outcomes(), *self._rest()) if part)
        main = f"{self._answer()}\n{self._nav()}\n{sections}"
        meta = f'<meta name="generator" content="Forsvarlig {__version__}">\n'
        return page(self.report.language, rw.ASSESSMENT, self.report.name, about, main, first="answer", meta=meta)

    def _answer(self) -> str:
        tiles = []
        for outcome, n, text in self.report.counts:
            shown = f"{symbol(outcome)}<b>{n}</b> {escape(text.removesuffix(f': {n}'))}"
            shown = f'<a href="#{outcome}">{shown}</a>' if n else f"<span>{shown}</span>"
            tiles.append(f'<li class="{outcome}">{shown}</li>')
        notes = [self.report.unread]
        if self.report.not_in_force:
            notes.append(self._plain(w.NOT_IN_FORCE, units=self.report.not_in_force))
        notes[:0] = [f"{name}: " + " · ".join(said for _, _, said in counts) for name, counts in self.report.counts_by_regime]
        said = "".join(element("p", escape(note), "note") for note in notes if note)
        return (
            f'<section id="answer" aria-labelledby="answer-h" class="{self.report.head.answer}">\n'
            f'<h2 id="answer-h">{self._(w.QUESTION)}</h2>\n<p class="verdict">{escape(self.report.answer)}</p>\n'
            f'<ul class="counts">{"".join(tiles)}</ul>\n{said}</section>'
        )

    def _plain(self, text: Text, **slots: object) -> str:
        return text.in_(self.report.language).format(**slots)

    def _section(self, name: str, heading: str, body: str, kind: str = "") -> str:
        self.contents.append((name, heading))
        cls = f' class="{kind}"' if kind else ""
        return f'<section id="{name}" aria-labelledby="{name}-h"{cls}>\n<h2 id="{name}-h">{heading}</h2>\n{body}\n</section>'

    def _nav(self) -> str:
        self.contents.clear()
        _ = [*self._outcomes(), *self._rest()]  # finds out which sections there are
        items = "".join(f'<li><a href="#{name}">{heading}</a></li>' for name, heading in self.contents)
        return f'<nav aria-labelledby="contents-h">\n<h2 id="contents-h">{self._(rw.CONTENTS)}</h2>\n<ul>{items}</ul>\n</nav>'

    # --- duties -----------------------------------------------------------------------------------------------------------

    def _outcomes(self) -> Iterable[str]:
        for outcome in OUTCOMES:
            duties = self.report.duties(outcome)
            if duties:
                order = element("p", self._(rw.ORDER), "note") if outcome == "breach" else ""
                body = order + "\n".join(self.duties.duty(duty) for duty in duties)
                yield self._section(outcome, f"{symbol(outcome)}{self._(rw.HEADINGS[outcome])} ({len(duties)})", body, "duties")

    # --- beside the outcomes ----------------------------------------------------------------------------------------------

    def _rest(self) -> Iterable[str]:
        if self.report.disputes:
            yield self._section("disputes", self._(vw.DISPUTES), self._disputes(self.report.disputes))
        yield self._section("questions", self._(rw.QUESTIONS), self._questions())
        remarks = self.grounds.remarks()
        if remarks:
            items = "".join(
                f"<li><p><strong>{escape(r.where)}.</strong> {escape(r.message)}</p>"
                f'<p class="cited">{escape(r.citation)} · {escape(r.force)}</p>'
                f"{folded(self._(rw.WHOLE_PROOF), self.duties.steps(r.steps))}</li>"
                for r in remarks
            )
            yield self._section("remarks", self._(w.REMARKS), f'<ul class="plain">{items}</ul>')
        if self.report.assessment.outlook:
            yield self._section("outlook", self._(w.OUTLOOK), self._outlook())
        asked = surveyed(self.report.assessment, self.report.language)
        if asked:
            yield self._section("surveys", self._(iw.HEADING), self._surveys(asked))
        yield self._section("documents", self._(rw.DOCUMENTS), self._documents())
        others = "\n".join(self.duties.duty(duty) for duty in self.report.others) or element("p", self._(rw.NO_OTHERS))
        yield self._section("others", self._(w.OTHERS), others, "duties")
        if self.report.not_in_force:
            yield self._section("not-in-force", self._(rw.NOT_IN_FORCE), element("p", escape(capital(self.report.not_in_force))))
        yield self._section("rests-on", self._(rw.RESTS_ON), self._rests_on())
        limits = "".join(element("p", escape(limit)) for limit in self.grounds.limits())
        yield self._section("limits", self._(rw.LIMITS), limits)

    def _outlook(self) -> str:
        outlooks = Outlooks(self.report)
        drawn = []
        for heading, prospects in ((None, outlooks.given()), (w.OUTLOOK_OPEN, outlooks.possible())):
            items = "".join(
                f"<li><p><strong>{escape(each.where)}.</strong> {escape(each.message)}</p>"
                + (element("p", escape(each.source), "cited") if each.source else "")
                + "".join(element("p", escape(said)) for said in (outlooks.reactions(each), outlooks.depends(each)) if said)
                + f"{folded(self._(rw.WHOLE_PROOF), self.duties.steps(each.steps))}</li>"
                for each in prospects
            )
            if items:
                drawn.append((element("h3", self._(heading)) if heading else "") + f'<ul class="plain">{items}</ul>')
        return "\n".join(drawn)

    def _disputes(self, told: Told) -> str:
        def listed(lines: Iterable[str]) -> str:
            items = "".join(element("li", escape(line)) for line in lines)
            return f"<ul>{items}</ul>" if items else element("p", self._(vw.NONE))

        hangs = element("h3", escape(told.hangs_heading)) + listed(told.hangs)
        either = folded(escape(told.either_heading), listed(told.either)) if told.either else ""
        return listed(told.statements) + hangs + either + element("p", escape(told.rest), "note")

    def _questions(self) -> str:
        asked = self.report.questions
        if not asked:
            return element("p", self._(rw.NO_QUESTIONS))
        first = f'<ol class="questions">{"".join(map(self._question, asked[:QUESTIONS_SHOWN]))}</ol>'
        rest = asked[QUESTIONS_SHOWN:]
        if not rest:
            return first
        more = f'<ol class="questions" start="{QUESTIONS_SHOWN + 1}">{"".join(map(self._question, rest))}</ol>'
        return first + folded(self._(rw.MORE_QUESTIONS, n=len(rest)), more)

    def _question(self, asked: Asked) -> str:
        address = f" <code>{escape(asked.address)}</code>" if asked.address else ""
        return f'<li><p>{escape(asked.text)}</p><p class="cited">{escape(asked.note)}{address}</p></li>'

    def _surveys(self, asked: Iterable[Surveyed]) -> str:
        items = "".join(
            f"<li><p><strong>{escape(capital(each.where))} · {escape(each.factors)}.</strong> {escape(each.question)}</p>"
            f'<p class="cited">{escape(capital(each.result))}. {escape(each.source)}</p></li>'
            for each in asked
        )
        return element("p", self._(iw.DECIDES_NOTHING), "note") + f'<ul class="plain">{items}</ul>'

    def _documents(self) -> str:
        """Draw the documents that lack something, then name those that nothing was found in."""
        documents = self.grounds.documents()
        if not documents:
            return element("p", self._(rw.NO_DOCUMENTS))
        drawn = [self._document(document) for document in documents if document.lacks]
        items = "".join(
            f'<li>{escape(document.name)} <span class="cited">{escape(document.about)}</span></li>'
            for document in documents
            if not document.lacks
        )
        if items:
            drawn.append(f'<article class="document"><h3>{self._(rw.NOTHING_LACKS)}</h3><ul>{items}</ul></article>')
        return "\n".join(drawn)

    def _document(self, document: Document) -> str:
        lacks = "".join(
            f'<li class="{each.severity}"><p><strong>{escape(each.word)}.</strong> {escape(each.message)}'
            + (f" <em>{escape(each.question)}</em>" if each.question else "")
            + f'</p><p class="cited">{escape(each.citation)} · {escape(each.entry)}</p></li>'
            for each in document.lacks
        )
        about = element("p", escape(document.about), "cited") if document.about else ""
        return f'<article class="document"><h3>{escape(document.name)}</h3>{about}<ul class="plain">{lacks}</ul></article>'

    def _rests_on(self) -> str:
        rows = []
        for ground in self.grounds.rests_on():
            values = "".join(element("dd", f"<code>{escape(value)}</code>" if ground.code else escape(value)) for value in ground.values)
            rows.append((element("dt", escape(ground.name)) if ground.name else "") + values)
        return f"<dl>{''.join(rows)}</dl>"
