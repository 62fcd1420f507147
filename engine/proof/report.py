"""What a report says, in one language and in order, before anything is drawn: text, HTML and Markdown are written from it.

Nothing is reasoned here. Units that the text about an outcome must not name are left out of everything that is said of that outcome.
"""

from collections.abc import Sequence
from functools import cached_property

from engine.assessment import Assessment
from engine.case.model import ENTERPRISE
from engine.inference.outcome import OUTCOMES, Outcome
from engine.law.citation import cite
from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.headline import Headline, Line, headline
from engine.proof.masking import masked_units
from engine.proof.names import SMALL_UNIT
from engine.proof.questions import Question
from engine.proof.report_model import Asked, Duty, Elsewhere, Row, Suggested
from engine.proof.speaker import Speaker
from engine.proof.steps import parts_of, rewritten
from engine.proof.strength import strength_of
from engine.proof.suggestions import Suggestions
from engine.text import Language, Text
from engine.views.disputes import disputes
from engine.views.interpretations import Reading, readings
from engine.views.telling import Told, reading, told, view
from engine.vocabulary.phrases import capital

PLACES_SHOWN = 6
SUGGESTIONS_SHOWN = 5
SYMBOLS = {"breach": "✕", "investigate": "!", "unknown": "?", "met": "✓", "not_applicable": "–"}


class Report:
    """Everything that a report says of one assessment in one language."""

    def __init__(self, assessment: Assessment, language: Language, proofs: bool = True) -> None:
        """``proofs`` says whether the rows are to hold their proofs; without, they are ready much sooner."""
        self.assessment, self.language, self.proofs = assessment, language, proofs
        self.vocabulary = assessment.rulebase.vocabulary
        self.head: Headline = headline(assessment)
        self.numbers = {outcome.id: number for number, outcome in enumerate(assessment.outcomes, 1)}
        self._by_id = {outcome.id: outcome for outcome in assessment.outcomes}
        self._speakers: dict[frozenset[str], Speaker] = {}
        self._rows: dict[str, Row] = {}
        self._suggestions = Suggestions(assessment)

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def speaker(self, masked: frozenset[str] = frozenset()) -> Speaker:
        """Give the speaker that leaves some units unnamed; what was told before is forgotten."""
        found = self._speakers.setdefault(masked, Speaker(self.assessment, self.language, masked))
        found.told.clear()
        return found

    @property
    def name(self) -> str:
        """Name the undertaking."""
        return self.assessment.case.enterprise.title or self.speaker().voice().names.noun("Undertaking")

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Say of which day the facts and the law are, and what the case rests on."""
        case = self.assessment.case
        found = [self._(w.FACTS_OF, date=case.date, law=self.assessment.law_date), self._(w.BASIS[case.basis.value])]
        found += [view(self.assessment, self.language)] if case.view else []
        return (*found, self._(w.FICTIONAL)) if case.fictional else tuple(found)

    @cached_property
    def answer(self) -> str:
        """Answer the question in a sentence; a part of an assessment doesn't."""
        if self.assessment.is_part:
            return self._(w.PART)
        return self._(w.ANSWER[self.head.answer], n=self.head.count(self.head.answer), total=len(self.head.lines))

    @cached_property
    def counts(self) -> tuple[tuple[str, int, str], ...]:
        """Give each outcome with the number of the employer's duties that have it, and that in words."""
        return self._counted(self.head.lines)

    @cached_property
    def counts_by_regime(self) -> tuple[tuple[str, tuple[tuple[str, int, str], ...]], ...]:
        """Give the counts of each law by the name of its country; empty where the duties are those of one law."""
        regimes = dict.fromkeys(line.worst[0].duty.origins.id.split(".")[0] for line in self.head.lines)
        if len(regimes) < 2:
            return ()
        mine = {regime: [line for line in self.head.lines if line.duty.startswith(f"{regime}.")] for regime in w.REGIME}
        return tuple((self._(w.REGIME[regime]), self._counted(lines)) for regime, lines in mine.items() if lines)

    def _counted(self, lines: Sequence[Line]) -> tuple[tuple[str, int, str], ...]:
        numbers = {outcome: sum(line.outcome == outcome for line in lines) for outcome in OUTCOMES}
        return tuple((outcome, n, self._(w.COUNTS[outcome], n=n)) for outcome, n in numbers.items())

    @cached_property
    def unread(self) -> str:
        """Say how many duties are unknown only because the law of that day is not encoded; empty where none is."""
        n = sum(row.validity.standing == "not_encoded" for line in self.head.lines for row in line.worst)
        return self._(w.NOT_ENCODED, n=n) if n else ""

    @cached_property
    def not_in_force(self) -> str:
        """Name the parts of the law that were not in force that day: whole chapters of a regulation, single sections of an act;
        empty where there are none."""
        law = self.assessment.rulebase.law
        paths = sorted(
            {duty.origins.provisions[0] for duty, _ in self.assessment.not_in_force if not self.assessment.of_duty(duty.origins.id)},
            key=lambda p: self.assessment.order.get(p, 0),
        )
        newest = [law.versions(path)[-1] for path in paths]
        chapters = dict.fromkeys((p.act, p.chapter) for p in newest if _whole_chapter(p.chapter))
        named = [
            self._(w.CHAPTER, act=law.acts[act].short_title.in_(self.language), number=number)
            for act, number in chapters
        ]
        sections = dict.fromkeys(self.cite(p.path) for p in newest if not _whole_chapter(p.chapter))
        return "; ".join([*named, *sections])

    def duties(self, outcome: str) -> list[Duty]:
        """Give the employer's duties whose worst outcome this is."""
        return [self.duty(line) for line in self.head.lines if line.outcome == outcome]

    @cached_property
    def others(self) -> tuple[Duty, ...]:
        """Give the duties that are not the employer's."""
        return tuple(self.duty(line) for line in self.head.others)

    def duty(self, line: Line) -> Duty:
        """Write one duty with its rows, the worst first."""
        first = line.worst[0]
        rows = [self.row(row) for row in (*line.worst, *(row for row in line.every if row not in line.worst))]
        concepts, cited = self.vocabulary.concepts, first.validity.cited
        return Duty(
            line.duty,
            line.outcome,
            capital(concepts[first.duty.goal].label.in_(self.language)),
            self.citation(first),
            cited[0].paraphrase.in_(self.language) if cited else "",
            _joined(list(dict.fromkeys(row.where for row in rows[: len(line.worst)]))),
            tuple(rows),
            *self._suggested(line),
        )

    def _suggested(self, line: Line) -> tuple[tuple[Suggested, ...], str]:
        """Give the first suggestions for the worst places of a duty, and where there are more; none where nothing is wrong."""
        if line.outcome not in ("breach", "investigate"):
            return (), ""
        found = self._suggestions.together(line.worst)
        shown = tuple(
            Suggested(capital(each.title.in_(self.language)), each.note(self.language)) for each in found.all[:SUGGESTIONS_SHOWN]
        )
        left = len(found.all) - len(shown)
        return shown, self._(rw.MORE_SUGGESTIONS, n=left, asked=found.asked) if left else ""

    def citation(self, row: Outcome) -> str:
        """Cite the provision a duty rests on, saying how sure we are of its text and number."""
        cited = row.validity.cited
        path = cited[0].path if cited else row.duty.origins.provisions[0]
        notes = []
        if cited and cited[0].number == "unverified":
            notes.append(self._(w.NUMBER_UNVERIFIED))
        if cited and cited[0].content in w.CONTENT:
            notes.append(self._(w.CONTENT[cited[0].content]))
        return self.cite(path) + (f" ({'; '.join(notes)})" if notes else "")

    def cite(self, path: str) -> str:
        """Cite a provision."""
        return cite(path, self.language, lawbase=self.assessment.rulebase.law)

    def row(self, outcome: Outcome) -> Row:
        """Write one outcome. The outcomes of a duty stand together, so what one of them must not name none of them names."""
        if outcome.id not in self._rows:
            together = self.assessment.of_duty(outcome.duty.origins.id)
            hidden: frozenset[str] = frozenset()
            named: dict[str, set[str]] = {}
            for each in together:
                speaker = self.speaker()
                self._rows[each.id] = self._row(each, speaker)
                named[each.id] = speaker.told | set(each.env.values())
                hidden |= masked_units(named[each.id], self.assessment)
            for each in together:
                if hidden & named[each.id]:
                    self._rows[each.id] = self._row(each, self.speaker(hidden))
        return self._rows[outcome.id]

    def elsewhere(self, row: Row, outcome_id: str) -> Elsewhere | None:
        """Give what a step of a row may say of another outcome; None where it would tell which unit that one hides."""
        outcome = self._by_id[outcome_id]
        other = self.row(outcome)
        if not other.masked <= row.masked:
            return None
        told = outcome.unit in row.masked and not other.masked
        title = capital(self.vocabulary.concepts[outcome.duty.goal].label.in_(self.language))
        where = SMALL_UNIT.in_(self.language) if told else other.where
        number = None if told else other.number
        return Elsewhere(title, where, other.outcome, other.word, outcome.duty.origins.id, number)

    def _row(self, outcome: Outcome, speaker: Speaker) -> Row:
        strength = strength_of(outcome, self.assessment)
        parts = parts_of(outcome, speaker.voice(), self.numbers) if self.proofs else ()
        reason = speaker.hide(speaker.of(outcome))
        return Row(
            self.numbers[outcome.id],
            outcome.outcome,
            self._(w.HEADINGS[outcome.outcome]),
            self._(w.STRENGTH[strength]) if strength else "",
            self._where(outcome, speaker),
            f"{outcome.duty.origins.id}@…" if outcome.unit in speaker.hidden_units else outcome.id,
            reason,
            self._texts(speaker.asked(outcome), speaker),
            self._texts(speaker.asked(outcome, raising=True), speaker),
            rewritten(parts, speaker.hide),
            speaker.hidden_units,
        )

    def reading(self, row: Row, briefly: bool = False) -> str:
        """Say whether an outcome hangs on a named interpretation; empty where that does not matter.

        ``briefly`` says nothing of an outcome that is the same under every interpretation.
        """
        outcome = self.assessment.outcomes[row.number - 1]
        found = self._readings.get(outcome.id)
        return "" if briefly and found and not found.hangs else reading(found, outcome, self.assessment, self.language)

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return readings(self.assessment)

    @cached_property
    def disputes(self) -> Told | None:
        """Say what hangs on the word of the employer against that of the safety representative; None where they agree."""
        found = None if self.assessment.is_part else disputes(self.assessment)
        return told(found, self.assessment, self.language) if found else None

    def _texts(self, questions: list[Question], speaker: Speaker) -> tuple[str, ...]:
        return tuple(speaker.hide(question.text.in_(self.language)) for question in questions)

    def _where(self, outcome: Outcome, speaker: Speaker) -> str:
        """Name the scope of an outcome: its unit, and the entries or factors with it."""
        names = speaker.voice().names
        others = [entity for entity in outcome.env.values() if entity not in (outcome.unit, ENTERPRISE)]
        unit = names.of(outcome.unit) if outcome.unit else self._(w.WHOLE)
        return " · ".join([unit, *(speaker.hide(names.of(entity)) for entity in others)])

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """Give every open question once, the one that takes part in deciding most first."""
        found: dict[str, list[Outcome]] = {}
        by_address: dict[str, Question] = {}
        speaker = self.speaker()
        for outcome in self.assessment.outcomes:
            for question in speaker.asked(outcome):
                by_address[question.address] = question
                found.setdefault(question.address, []).append(outcome)
        order = sorted(found, key=lambda address: (-len(found[address]), address))
        return tuple(self._asked(by_address[address], found[address]) for address in order)

    def _asked(self, question: Question, outcomes: list[Outcome]) -> Asked:
        masked = masked_units(set(question.address.split("/")), self.assessment)
        speaker = self.speaker(masked)
        text = question.text
        if masked:
            text = next(each.text for each in speaker.asked(outcomes[0]) if each.address == question.address)
        shown = speaker.hide(text.in_(self.language))
        note = self._(rw.DECIDES_ONE) if len(outcomes) == 1 else self._(rw.DECIDES, n=len(outcomes))
        if question.roles:
            roles = "; ".join(speaker.voice().names.of(role) for role in question.roles)
            note += f"; {self._(rw.CAN_ANSWER, roles=roles)}"
        return Asked(shown, note, "" if masked else question.address)


def _joined(places: list[str]) -> str:
    more = f" … (+{len(places) - PLACES_SHOWN})" if len(places) > PLACES_SHOWN else ""
    return "; ".join(places[:PLACES_SHOWN]) + more


def _whole_chapter(chapter: str) -> bool:
    """Say whether a chapter came and went as a whole: those with a letter, put in between others."""
    return chapter[-1:].isalpha()
