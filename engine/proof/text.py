"""The assessment as plain text: the answer first, then what is worst, then as much of the proof as is asked for."""

import textwrap
from collections.abc import Iterable

from engine.assessment import Assessment
from engine.inference.outcome import OUTCOMES, Outcome
from engine.instruments import words as iw
from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.grounds import Grounds
from engine.proof.headline import Line
from engine.proof.outlook import Outlooks
from engine.proof.report import Report
from engine.proof.report_model import Duty, Row
from engine.proof.steps import Step
from engine.proof.surveys import SHOWN as SURVEYS_SHOWN
from engine.proof.surveys import surveyed
from engine.text import Language, Text
from engine.truth import Truth
from engine.views import words as vw
from engine.vocabulary.phrases import capital

WIDTH = 100
SHOWN = {"breach": 50, "investigate": 50, "unknown": 6, "met": 0, "not_applicable": 0}  # duties in the short form
MARKS = {Truth.YES: "+", Truth.NO: "-", Truth.UNKNOWN: "?"}


def text(assessment: Assessment, language: Language, detail: str = "short") -> str:
    """Write an assessment as text: ``short`` the answer and the worst, ``full`` every outcome, ``all`` every proof."""
    return "\n".join(_Writer(Report(assessment, language, detail == "all"), detail).whole()).rstrip() + "\n"


def explanation(assessment: Assessment, outcomes: Iterable[Outcome], language: Language) -> str:
    """Write the whole proof of some outcomes."""
    report = Report(assessment, language)
    writer = _Writer(report, "all")
    chosen = {outcome.id for outcome in outcomes}
    lines = [line for line in (*report.head.lines, *report.head.others) if any(o.id in chosen for o in line.every)]
    return "\n".join(part for line in lines for part in [*writer.explained(line, chosen), ""])


class _Writer:
    def __init__(self, report: Report, detail: str) -> None:
        self.report, self.detail = report, detail

    def _(self, form: Text, **slots: object) -> str:
        return form.in_(self.report.language).format(**slots)

    def whole(self) -> list[str]:
        """Write the text line by line."""
        found = self._opening()
        for outcome in OUTCOMES:
            found += self._section(outcome)
        if self.detail != "short":
            rows = [part for line in self.report.head.others for part in self._duty(self.report.duty(line))]
            found += self._listed(w.OTHERS, rows)
        return found + self._disputes() + self._remarks() + self._outlook() + self._surveys() + self._closing()

    def explained(self, line: Line, chosen: set[str]) -> list[str]:
        """Write those outcomes of a duty that were chosen."""
        duty = self.report.duty(line)
        numbers = {self.report.numbers[each] for each in chosen}
        rows = [row for row in duty.rows if row.number in numbers]
        return [f"{duty.citation} – {duty.title}", *(part for row in rows for part in self._row(row))]

    def _opening(self) -> list[str]:
        r = self.report
        first = " ".join([f"{r.name}:", *r.about])
        found = [*textwrap.wrap(first, WIDTH), "", f"{self._(w.QUESTION)} {r.answer}"]
        for name, counts in r.counts_by_regime or (("", r.counts),):
            found.append("  " + (f"{name}: " if name else "") + " · ".join(words for _, _, words in counts))
        found += self._wrap(r.unread, 2)
        if r.not_in_force:
            found += self._wrap(self._(w.NOT_IN_FORCE, units=r.not_in_force), 2)
        return [*found, ""]

    def _listed(self, heading: Text, lines: list[str]) -> list[str]:
        return [self._(heading).upper(), *lines, ""] if lines else []

    def _section(self, outcome: str) -> list[str]:
        lines = [line for line in self.report.head.lines if line.outcome == outcome]
        limit = SHOWN[outcome] if self.detail == "short" else len(lines)
        found = [part for line in lines[:limit] for part in self._duty(self.report.duty(line))]
        if found and len(lines) > limit:
            found.append("  " + self._(w.AND_MORE, n=len(lines) - limit))
        return self._listed(w.HEADINGS[outcome], found)

    def _duty(self, duty: Duty) -> list[str]:
        found = [f"  {duty.citation} – {duty.title}"]
        if self.detail == "short":
            first = duty.rows[0]
            about = "" if first.where == duty.where else f"{first.where}: "  # the reason is that of the first scope alone
            found += self._wrap(self._(w.WHERE, units=duty.where)) + self._wrap(about + first.reason)
            found += self._wrap(self.report.reading(first, briefly=True)) if duty.outcome in ("breach", "investigate") else []
            if duty.law and duty.outcome in ("breach", "investigate"):
                found += self._wrap(self._(w.REQUIRED, law=duty.law))
            return found + self._suggested(duty)
        return found + [part for row in duty.rows for part in self._row(row)] + self._suggested(duty)

    def _suggested(self, duty: Duty) -> list[str]:
        """Write the suggestions beneath a duty."""
        if not duty.suggestions:
            return []
        found = self._wrap(f"{self._(rw.SUGGESTIONS)}:")
        for each in duty.suggestions:
            found += textwrap.wrap(str(each), WIDTH, initial_indent="    – ", subsequent_indent="      ", break_on_hyphens=False)
        return [*found, f"    {duty.more}"] if duty.more else found  # a command is not broken

    def _row(self, row: Row) -> list[str]:
        shown = f"{row.word} ({row.strength})" if row.strength else row.word
        found = [f"    {shown} · {row.where} · {row.address}", *self._wrap(row.reason, 6)]
        found += self._wrap(self.report.reading(row), 6)
        for part in row.parts:
            found.append(f"      {self._(w.NAMES_OF_PARTS[part.name])} {MARKS[part.truth]}")
            found += self._steps(part.steps, row, 8)
        return found

    def _steps(self, steps: Iterable[Step], row: Row, indent: int) -> list[str]:
        found: list[str] = []
        for step in steps:
            said = f"{step.text.removesuffix('.')} ({step.source})." if step.source else step.text
            if step.target is not None:
                other = self.report.elsewhere(row, step.target)
                if other is None:
                    continue
                said = f"{other.title} · {other.where}: {other.word.lower()} ({other.duty})"
            mark = " " if step.remark else MARKS[step.truth]
            blank = " " * indent
            found += textwrap.wrap(f"{mark} {said}", WIDTH, initial_indent=blank, subsequent_indent=f"{blank}  ")
            found += self._steps(step.children, row, indent + 2)
        return found

    def _disputes(self) -> list[str]:
        """Write what hangs on a dispute, and what holds either way; the outcomes that hold are named in the longer forms."""
        told = self.report.disputes
        if told is None:
            return []
        found = [part for said in told.statements for part in self._hung(said, 2)]
        found += ["", *self._wrap(told.hangs_heading, 2), *(part for said in told.hangs for part in self._hung(f"– {said}", 4))]
        found += self._wrap(told.either_heading if self.detail != "short" else told.either_heading.replace(":", "."), 2)
        found += [part for said in told.either for part in self._hung(f"– {said}", 4)] if self.detail != "short" else []
        return self._listed(vw.DISPUTES, [*found, *self._wrap(told.rest, 2)])

    def _hung(self, said: str, indent: int) -> list[str]:
        blank = " " * indent
        return textwrap.wrap(said, WIDTH, initial_indent=blank, subsequent_indent=f"{blank}  ", break_on_hyphens=False)

    def _remarks(self) -> list[str]:
        found: list[str] = []
        for each in Grounds(self.report).remarks():
            found += self._wrap(f"{each.where}: {each.message} ({each.citation}; {each.force})", 2)
        return self._listed(w.REMARKS, found)

    def _outlook(self) -> list[str]:
        outlooks = Outlooks(self.report)
        found: list[str] = []
        for heading, prospects in ((None, outlooks.given()), (w.OUTLOOK_OPEN, outlooks.possible())):
            found += [f"  {self._(heading)}:"] if heading and prospects else []
            indent = 4 if heading else 2
            for each in prospects:
                source = f" ({each.source})" if each.source else ""
                found += self._wrap(f"{each.where}: {each.message}{source}", indent)
                found += self._wrap(outlooks.reactions(each), indent + 2) + self._wrap(outlooks.depends(each), indent + 2)
        return self._listed(w.OUTLOOK, found)

    def _surveys(self) -> list[str]:
        asked = surveyed(self.report.assessment, self.report.language)
        shown = asked[:SURVEYS_SHOWN] if self.detail == "short" else asked
        found = [line for each in shown for line in self._wrap(str(each), 2)]
        more = self._wrap(self._(w.AND_MORE, n=len(asked) - len(shown)), 2) if len(asked) > len(shown) else []
        return self._listed(iw.HEADING, [*self._wrap(self._(iw.DECIDES_NOTHING), 2), *found, *more] if found else [])

    def _closing(self) -> list[str]:
        a = self.report.assessment
        day = max(act.known_until for act in a.rulebase.law.acts.values())
        found = [self._(w.ASSIST), self._(w.LAW_READ, day=day)]
        lacking = {finding.document for finding in a.findings if finding.severity == "violation" and finding.document}
        if lacking:
            found.append(capital(self._(w.DOCUMENTS_LACK, n=len(lacking), file=a.case.file)))
        if self.detail == "short":
            found.append(self._(w.MORE, file=a.case.file))
        return [line for part in found for line in textwrap.wrap(part, WIDTH)]

    def _wrap(self, said: str, indent: int = 4) -> list[str]:
        return textwrap.wrap(said, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent) or []
