"""Disputes and interpretations in words, as plain values: text, HTML and Markdown are written from them."""

from dataclasses import dataclass

from engine.assessment import Assessment
from engine.case.facts import Key, Said
from engine.case.model import ENTERPRISE
from engine.inference.outcome import Outcome
from engine.law.citation import cite
from engine.proof.masking import masked_units
from engine.proof.sources import source_text
from engine.proof.speaker import Speaker
from engine.proof.words import HEADINGS, WHOLE
from engine.text import Language, Text
from engine.truth import Truth
from engine.views import words as w
from engine.views.disputes import Disputes, Rests
from engine.views.interpretations import Hangs, Reading
from engine.views.parties import PARTIES
from engine.vocabulary.model import Kind
from engine.vocabulary.phrases import capital, sentence, speak


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of the disputes of a case: each statement with what either party says, then the outcomes, a line each."""

    statements: tuple[str, ...]
    hangs_heading: str
    hangs: tuple[str, ...]
    either_heading: str
    either: tuple[str, ...]
    rest: str


def told(found: Disputes, assessment: Assessment, language: Language) -> Told:
    """Put disputes into words. A unit that must not be named beside one of the incidents that are told of is named nowhere."""
    return _Telling(found, assessment, language).told()


class _Telling:
    def __init__(self, found: Disputes, assessment: Assessment, language: Language) -> None:
        self.found, self.assessment, self.language = found, assessment, language
        self.vocabulary = assessment.rulebase.vocabulary
        named = {part for each in found.statements for part in each.key[1:] if part}
        named |= {value for each in found.rests for value in each.shown.env.values()}
        self.speaker = Speaker(assessment, language, masked_units(named, assessment))
        self.names = self.speaker.voice().names
        self.numbers = {each.key: number for number, each in enumerate(found.statements, 1)}

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def told(self) -> Told:
        hanging, either = self.found.hanging, self.found.either_way
        return Told(
            tuple(self._statement(each.key, each.said) for each in self.found.statements),
            self._(w.HANGS, n=len(hanging)),
            tuple(map(self._hangs, hanging)),
            self._(w.EITHER_WAY, n=len(either)),
            tuple(map(self._holds, either)),
            self._(w.UNTOUCHED, n=self.found.untouched),
        )

    def _statement(self, key: Key, said: tuple[tuple[Truth, Said | None], ...]) -> str:
        parts = [self._party(key, party, *each) for party, each in zip(PARTIES, said, strict=True)]
        return f"{self.numbers[key]}. " + " ".join(map(sentence, parts))

    def _party(self, key: Key, party: str, truth: Truth, said: Said | None) -> str:
        who = self.names.of(party)
        if truth is Truth.UNKNOWN:
            return self._(w.ACCORDING, who=who, said=self._(w.NOT_SETTLED, who=who))
        source = source_text(said, self.assessment.case, self.names) if said and said.evidence else ""
        clause = self._clause(key, truth)
        return self._(w.ACCORDING, who=who, said=f"{clause} ({self.speaker.hide(source)})" if source else clause)

    def _clause(self, key: Key, truth: Truth) -> str:
        prop = self.vocabulary.properties[key[0]]
        obj = self.names.of(key[2]) if key[2] and prop.kind is Kind.LINK else ""
        subject, language = self.names.of(key[1], True), self.language
        yes = truth is Truth.YES
        return self.speaker.hide(speak(prop, language, "positive" if yes else "negative", subject, obj))

    def _hangs(self, rests: Rests) -> str:
        parts = [
            self._(w.OF_ONE, word=self._word(outcome), who=self.names.of(party))
            for party, outcome in zip(PARTIES, rests.outcomes, strict=True)
        ]
        return f"{self._duty(rests.shown)}: {', '.join(parts)}{self._on(rests)}"

    def _holds(self, rests: Rests) -> str:
        return f"{self._duty(rests.shown)}: {self._word(rests.outcomes[0])}{self._on(rests)}"

    def _on(self, rests: Rests) -> str:
        """Say which of the disputed statements an outcome rests on, where there are several."""
        if len(self.numbers) < 2:
            return ""
        return f" ({self._(w.RESTS_ON, numbers=', '.join(str(self.numbers[key]) for key in rests.statements))})"

    def _word(self, outcome: str | None) -> str:
        return self._(HEADINGS[outcome]).lower() if outcome else self._(w.NO_SUCH)

    def _duty(self, row: Outcome) -> str:
        title = capital(self.vocabulary.concepts[row.duty.goal].label.in_(self.language))
        law = self.assessment.rulebase.law
        others = [entity for entity in row.env.values() if entity not in (row.unit, ENTERPRISE)]
        unit = self.names.of(row.unit) if row.unit else self._(WHOLE)
        where = " · ".join([unit, *(self.speaker.hide(self.names.of(entity)) for entity in others)])
        return f"{cite(row.duty.origins.provisions[0], self.language, lawbase=law)} – {title} · {where}"


def reading(found: Reading | None, outcome: Outcome, assessment: Assessment, language: Language) -> str:
    """Say which interpretation an outcome is only given by, or that it is the same under every one; empty where neither matters.

    An outcome that is open, and is so with and without, has nothing said of it: nothing was concluded.
    """
    if found is None:
        return ""
    if found.hangs:
        return " ".join(_hangs(each, assessment, language) for each in found.hangs)
    return "" if outcome.outcome == "unknown" else w.UNDER_EVERY.in_(language)


def _hangs(hangs: Hangs, assessment: Assessment, language: Language) -> str:
    concept = assessment.rulebase.vocabulary.concepts[hangs.interpretation]
    word = HEADINGS[hangs.otherwise].in_(language).lower() if hangs.otherwise else w.NO_SUCH.in_(language)
    form = w.ONLY_UNDER if hangs.used else w.ONLY_WITHOUT
    return form.in_(language).format(name=concept.in_sentence.in_(language), source="; ".join(concept.source), word=word)


def view(assessment: Assessment, language: Language) -> str:
    """Say that a case was assessed as one party states it; empty where it wasn't."""
    party = assessment.case.view
    if not party:
        return ""
    return w.VIEW.in_(language).format(who=assessment.rulebase.vocabulary.concepts[party].in_sentence.in_(language))
