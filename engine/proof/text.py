"""The assessment as plain text: the answer first, then what is worst, then as much of the proof as is asked for."""

import textwrap

from engine.assessment import Assessment
from engine.case.model import ENTERPRISE
from engine.inference.outcome import OUTCOMES, Outcome
from engine.law.citation import cite
from engine.proof import words as w
from engine.proof.headline import Headline, Line, headline
from engine.proof.names import Names
from engine.proof.reasons import Reasons
from engine.proof.strength import strength_of
from engine.proof.tree import tree
from engine.text import Language, Text
from engine.vocabulary.phrases import capital

WIDTH = 100
UNITS_SHOWN = 4
LINES_SHOWN = {"breach": 50, "investigate": 50, "unknown": 6, "met": 0, "not_applicable": 0}


class TextReader:
    """Writes one assessment in one language."""

    def __init__(self, assessment: Assessment, language: Language, detail: str = "short") -> None:
        self.assessment, self.language, self.detail = assessment, language, detail
        self.vocabulary = assessment.rulebase.vocabulary
        self.names = Names(assessment.case, self.vocabulary, language)
        self.reasons = Reasons(assessment, language)

    def whole(self) -> str:
        """Write the whole assessment at the level of detail asked for."""
        head = headline(self.assessment)
        parts = [*self.opening(head)]
        for outcome in OUTCOMES:
            parts += self._section(outcome, [line for line in head.lines if line.outcome == outcome])
        parts += self._others(head)
        parts += self._remarks()
        parts += self._closing()
        return "\n".join(parts).rstrip() + "\n"

    def opening(self, head: Headline) -> list[str]:
        """Write the lines that answer the question."""
        a, case = self.assessment, self.assessment.case
        first = [
            case.enterprise.title or "",
            self._(w.FACTS_OF, date=case.date, law=a.law_date),
            self._(w.BASIS[case.basis.value]),
        ]
        if case.fictional:
            first.append(self._(w.FICTIONAL))
        total = len(head.lines)
        answer = self._(w.ANSWER[head.answer], n=head.count(head.answer), total=total)
        counts = " · ".join(self._(w.COUNTS[o], n=head.count(o)) for o in OUTCOMES)
        found = [" · ".join(part for part in first if part), "", f"{self._(w.QUESTION)} {answer}", f"  {counts}"]
        unread = sum(row.validity.standing == "not_encoded" for line in head.lines for row in line.worst)
        if unread:
            found.append("  " + self._(w.NOT_ENCODED, n=unread))
        if a.not_in_force:
            found += textwrap.wrap(
                self._(w.NOT_IN_FORCE, units=self.not_in_force()), WIDTH, initial_indent="  ", subsequent_indent="    "
            )
        return [*found, ""]

    def not_in_force(self) -> str:
        """Name the parts of the law that were not in force that day: whole chapters of a regulation, single sections of an act."""
        law = self.assessment.rulebase.law
        paths = sorted(
            {duty.origins.provisions[0] for duty, _ in self.assessment.not_in_force},
            key=lambda p: self.assessment.order.get(p, 0),
        )
        newest = [law.versions(path)[-1] for path in paths]
        chapters = dict.fromkeys((p.act, p.chapter) for p in newest if _whole_chapter(p.chapter))
        named = [
            self._(w.CHAPTER, act=law.acts[act].short_title.in_(self.language), number=number)
            for act, number in chapters
        ]
        sections = dict.fromkeys(self._cite(p.path) for p in newest if not _whole_chapter(p.chapter))
        return "; ".join([*named, *sections])

    def _section(self, outcome: str, lines: list[Line]) -> list[str]:
        if not lines:
            return []
        limit = LINES_SHOWN[outcome] if self.detail == "short" else len(lines)
        if limit == 0:
            return []
        found = [self._(w.HEADINGS[outcome]).upper()]
        for line in lines[:limit]:
            found += self._line(line) if self.detail == "short" else self._rows(line)
        if len(lines) > limit:
            found.append("  " + self._(w.AND_MORE, n=len(lines) - limit))
        return [*found, ""]

    def title(self, row: Outcome) -> str:
        """Write the provision of a duty, as it was cited that day, and what it is about."""
        goal = self.vocabulary.concepts[row.duty.goal].label.in_(self.language)
        return f"{self.citation(row)} – {capital(goal)}"

    def citation(self, row: Outcome) -> str:
        """Cite the provision a duty rests on, saying how sure we are of its text and number."""
        cited = row.validity.cited
        path = cited[0].path if cited else row.duty.origins.provisions[0]
        notes = []
        if cited and cited[0].number == "unverified":
            notes.append(self._(w.NUMBER_UNVERIFIED))
        if cited and cited[0].content in w.CONTENT:
            notes.append(self._(w.CONTENT[cited[0].content]))
        return self._cite(path) + (f" ({'; '.join(notes)})" if notes else "")

    def _cite(self, path: str) -> str:
        return cite(path, self.language, lawbase=self.assessment.rulebase.law)

    def _line(self, line: Line) -> list[str]:
        """Write a duty with the reason of its worst scope, and name the units."""
        row = line.worst[0]
        found = ["  " + self.title(row)]
        found += self._wrap(self._(w.WHERE, units=self._units(line.worst)))
        found += self._wrap(self.reasons.of(row))
        if line.outcome in ("breach", "investigate"):
            found += self._wrap(
                self._(w.REQUIRED, goal=self.vocabulary.concepts[row.duty.goal].label.in_(self.language))
            )
        return found

    def _units(self, rows: tuple[Outcome, ...]) -> str:
        named = list(dict.fromkeys(self.unit(row) for row in rows))
        more = f" … (+{len(named) - UNITS_SHOWN})" if len(named) > UNITS_SHOWN else ""
        return "; ".join(named[:UNITS_SHOWN]) + more

    def unit(self, row: Outcome) -> str:
        """Name the unit of an outcome, unless its reason tells of an incident in a small one."""
        if row.unit is None:
            return self._(w.WHOLE)
        hidden = self.reasons.hidden(row)
        return Names(self.assessment.case, self.vocabulary, self.language, hidden).of(row.unit)

    def address(self, row: Outcome) -> str:
        """Write the address of an outcome; a unit that must not be named is left out of it."""
        return f"{row.duty.origins.id}@…" if row.unit in self.reasons.hidden(row) else row.id

    def _rows(self, line: Line) -> list[str]:
        found = ["  " + self.title(line.worst[0])]
        for row in line.every:
            found += self.row(row)
        return found

    def row(self, row: Outcome) -> list[str]:
        """Write one outcome: its address, the word, the reason, and the proof where it is asked for."""
        word = self._(w.HEADINGS[row.outcome])
        strength = strength_of(row, self.assessment)
        shown = f"{word} ({self._(w.STRENGTH[strength])})" if strength else word
        found = [f"    {shown} · {self.address(row)}", *self._wrap(self.reasons.of(row), 6)]
        if row.duty.origins.interpretation:
            name = self.vocabulary.concepts[row.duty.origins.interpretation].label.in_(self.language)
            found += self._wrap(self._(w.INTERPRETATION, name=name), 6)
        if self.detail == "all":
            found += tree(row, self.assessment, self.reasons, indent=6)
        return found

    def _others(self, head: Headline) -> list[str]:
        if not head.others or self.detail == "short":
            return []
        found = [self._(w.OTHERS).upper()]
        for line in head.others:
            found += self._rows(line)
        return [*found, ""]

    def _remarks(self) -> list[str]:
        if not self.assessment.remarks:
            return []
        found = [self._(w.REMARKS).upper()]
        for noted in self.assessment.remarks:
            concept = self.vocabulary.concepts[noted.remark.message]
            message = (concept.note or concept.label).in_(self.language)
            place = self._cite(noted.remark.origins.provisions[0])
            found += self._wrap(
                f"{self.names.of(noted.unit or ENTERPRISE)}: {message} ({place}; {self._(w.FORCE[noted.remark.force])})",
                2,
            )
        return [*found, ""]

    def _closing(self) -> list[str]:
        a = self.assessment
        day = max(act.known_until for act in a.rulebase.law.acts.values())
        found = [self._(w.ASSIST), self._(w.LAW_READ, day=day)]
        lacking = {finding.document for finding in a.findings if finding.severity == "violation" and finding.document}
        if lacking:
            found.append(capital(self._(w.DOCUMENTS_LACK, n=len(lacking), file=a.case.file)))
        if self.detail == "short":
            found.append(self._(w.MORE, file=a.case.file))
        return [line for part in found for line in textwrap.wrap(part, WIDTH)]

    def _wrap(self, text: str, indent: int = 4) -> list[str]:
        return textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent) or []

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)


def _whole_chapter(chapter: str) -> bool:
    """Say whether a chapter came and went as a whole: those with a letter, put in between others."""
    return chapter[-1:].isalpha()
