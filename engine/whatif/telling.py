"""A what-if answer in words: what is supposed and what the case says now, then what would change and why."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from engine.assessment import Assessment
from engine.case.facts import Key
from engine.case.model import ENTERPRISE, Answer, Field, Supposed
from engine.impact.compare import Difference, Row
from engine.impact.words import WORDS
from engine.inference.outcome import Outcome
from engine.law.citation import cite
from engine.proof.masking import masked_units
from engine.proof.names import Names
from engine.proof.node import entities_of
from engine.proof.report import Report
from engine.proof.sources import source_text
from engine.proof.speaker import Speaker
from engine.proof.words import WHOLE
from engine.text import Language, Text
from engine.truth import Truth
from engine.vocabulary.model import Kind
from engine.vocabulary.phrases import capital, sentence, speak
from engine.whatif import words as w
from engine.whatif.address import OfEntry, OfField, OfRegister, OfStatement, Supposition
from engine.whatif.whatif import WhatIf

WIDTH = 100
PARTS = ("applies", "breach", "met", "suspicion")


@dataclass(frozen=True, slots=True)
class Move:
    """One answer that differs, in words. ``before`` and ``after`` are its reasons, empty where there is none."""

    address: str
    duty: str
    where: str
    old: str
    new: str
    before: str
    after: str


class Telling:
    """Says one what-if answer in one language. Units too small to be named beside an incident go unnamed on both sides."""

    def __init__(self, found: WhatIf, language: Language) -> None:
        self.found, self.language = found, language
        self.sides = (Report(found.before, language, proofs=False), Report(found.after, language, proofs=False))
        self.vocabulary = found.before.rulebase.vocabulary
        self._masks: dict[str, frozenset[str]] = {}

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    # --- what is supposed -------------------------------------------------------------------------------------------------

    def supposed(self, each: Supposition) -> str:
        """Say what is supposed, and what the case says of it now."""
        said = sentence(self._supposed(each))
        if each.address in self.found.laid.already:
            return f"{said} {self._(w.ALREADY)}"
        if isinstance(each, OfEntry):
            names = [self._speaker(self.found.before, {id_}).voice().names.of(id_) for id_ in self.found.laid.gone]
            return f"{said} {self._(w.GONE, names='; '.join(names))}" if names else said
        now = self._now(each)
        return f"{said} {self._(w.SAYS, said=sentence(now))} {self._(w.SET_ASIDE)}" if now else f"{said} {self._(w.SAYS_NOTHING)}"

    def follows(self, each: Supposed) -> str:
        """Say a statement that had to go along."""
        return sentence(self._statement(each))

    def _supposed(self, each: Supposition) -> str:
        match each:
            case OfStatement(_, supposed):
                return self._statement(supposed)
            case OfField(_, _, _, field, _, _):
                return self._field(each, field)
            case OfRegister(_, register, unit, complete):
                return self._register(register, unit, complete)
            case OfEntry(_, entry):
                return self._(w.WITHOUT, name=self._speaker(self.found.before, {entry}).voice().names.of(entry))

    def _statement(self, each: Supposed) -> str:
        address = "/".join(part for part in (each.about, each.property, each.object) if part)
        if each.value is None:
            return self._(w.UNSPOKEN, address=address)
        if each.value is Answer.DONT_KNOW:
            return self._(w.NOT_KNOWN, address=address)
        return self._clause((each.property, each.about, each.object), each.value is Answer.YES)

    def _field(self, each: OfField, field: Field | None) -> str:
        """Say what a field says: what it is of, what it is called, and its values."""
        values = [str(value) for value in field.values] if field else []
        speaker = self._speaker(self.found.before, {each.entry, *values})
        names = speaker.voice().names
        shown = [self._(w.DONT_KNOW) if value == Answer.DONT_KNOW else self._value(value, names) for value in values]
        shown += [self._(w.AND_MORE)] if field and field.open else []
        said = "; ".join(shown) or self._(w.EMPTY if field else w.NO_FIELD)
        return speaker.hide(self._(w.FIELD, name=names.of(each.entry, True), label=each.label.in_(self.language), value=said))

    def _value(self, value: str, names: Names) -> str:
        if value == "all":
            return self._(WHOLE)
        return names.of(value) if value in self.found.before.case.entries or value in self.vocabulary.concepts else value

    def _clause(self, key: Key, holds: bool) -> str:
        prop = self.vocabulary.properties[key[0]]
        speaker = self._speaker(self.found.before, {part for part in key[1:] if part})
        names = speaker.voice().names
        obj = names.of(key[2]) if key[2] and prop.kind is Kind.LINK else ""
        subject = names.of(key[1], True)
        return speaker.hide(speak(prop, self.language, "positive" if holds else "negative", subject, obj))

    def _register(self, register: str, unit: str, complete: bool) -> str:
        cls = self.vocabulary.of_register(register)
        plural = cls.noun.definite_plural.in_(self.language) if cls else register
        name = self._speaker(self.found.before, {unit}).voice().names.of(unit)
        return self._(w.COMPLETE if complete else w.OPEN, plural=plural, unit=name)

    def _now(self, each: Supposition) -> str:
        """Give what the case says now of what is supposed; empty where it says nothing."""
        before = self.found.before
        match each:
            case OfStatement(_, supposed):
                return self._said((supposed.property, supposed.about, supposed.object))
            case OfField(_, entry, name, _, _, _):
                field = before.case.entries[entry].fields.get(name)
                return self._field(each, field) if field else ""
            case OfRegister(_, register, unit, _):
                said = before.facts.closed.get((register, unit))
                names = self._speaker(before, {unit}).voice().names
                clause = self._register(register, unit, said is not None)
                return f"{clause} ({source_text(said, before.case, names)})" if said else clause
            case _:
                return ""

    def _said(self, key: Key) -> str:
        before = self.found.before
        said, truth = before.facts.source(*key), before.facts.truth(*key)
        if said is None or said.how in ("not_asked", "stand_in", "computed"):
            return ""
        speaker = self._speaker(before, {part for part in key[1:] if part})
        source = speaker.hide(source_text(said, before.case, speaker.voice().names))
        if truth is Truth.UNKNOWN:
            return source or self._(w.DONT_KNOW)
        clause = self._clause(key, truth is Truth.YES)
        return f"{clause} ({source})" if source else clause

    def _speaker(self, assessment: Assessment, told: set[str]) -> Speaker:
        return Speaker(assessment, self.language, masked_units(told & assessment.facts.classes.keys(), assessment))

    # --- what differs -----------------------------------------------------------------------------------------------------

    def move(self, difference: Difference) -> Move:
        """Tell one difference: where, from what to what, and the reason on each side."""
        hidden = self._hidden(difference)
        shown = 1 if difference.new is not None and (difference.new.env or difference.old is None) else 0
        row = (difference.old, difference.new)[shown]
        assert row is not None  # a difference has a row on one side at least
        return Move(
            f"{difference.part}@{'…' if row.unit in hidden else difference.address or ENTERPRISE}",
            self._duty(row),
            self._where(shown, row, hidden),
            WORDS[difference.old_word].in_(self.language),
            WORDS[difference.new_word].in_(self.language),
            self._reason(0, difference.old, hidden),
            self._reason(1, difference.new, hidden),
        )

    def _hidden(self, difference: Difference) -> frozenset[str]:
        """Give the units that go unnamed: all that is said of a duty stands together."""
        part = difference.part
        if part not in self._masks:
            found = set[str]()
            for report, row in zip(self.sides, (difference.old, difference.new), strict=True):
                for each in report.assessment.of_duty(part):
                    found |= report.row(each).masked
                if row is not None and not isinstance(row, Outcome):
                    found |= masked_units(entities_of(row.proof) | set(row.env.values()), report.assessment)
            self._masks[part] = frozenset(found)
        return self._masks[part]

    def _duty(self, row: Row) -> str:
        """Name a duty by its provision and its title; a remark or an outlook by what it says."""
        concepts, law = self.vocabulary.concepts, self.found.before.rulebase.law
        if isinstance(row, Outcome):
            title = capital(concepts[row.duty.goal].label.in_(self.language))
            cited = row.validity.cited[0].path if row.validity.cited else row.duty.origins.provisions[0]
            return f"{cite(cited, self.language, lawbase=law)} – {title}"
        message = concepts[row.remark.message if hasattr(row, "remark") else row.outlook.message]
        return (message.note or message.label).in_(self.language)

    def _where(self, side: int, row: Row, hidden: frozenset[str]) -> str:
        speaker = self.sides[side].speaker(hidden)
        names = speaker.voice().names
        others = [entity for entity in row.env.values() if entity not in (row.unit, ENTERPRISE)]
        unit = names.of(row.unit) if row.unit else self._(WHOLE)
        return " · ".join([unit, *(speaker.hide(names.of(entity)) for entity in others)])

    def _reason(self, side: int, row: Row | None, hidden: frozenset[str]) -> str:
        if not isinstance(row, Outcome):
            return ""
        speaker = self.sides[side].speaker(hidden)
        return speaker.hide(speaker.of(row))


def text(found: WhatIf, language: Language) -> str:
    """Write a what-if answer as plain text."""
    return "\n".join(_lines(found, language)).rstrip() + "\n"


def _lines(found: WhatIf, language: Language) -> Iterator[str]:
    telling, before, after = Telling(found, language), found.before, found.after
    names = Speaker(before, language).voice().names
    yield w.HEAD.in_(language).format(name=before.case.enterprise.title or names.noun("Undertaking"))
    law = w.SAME_LAW if before.law_date == after.law_date else w.OTHER_LAW
    yield law.in_(language).format(date=before.case.date, law=after.law_date, old=before.law_date, new=after.law_date)
    if found.suppositions:
        yield from ("", f"{w.SUPPOSED.in_(language)}:")
        for each in found.suppositions:
            yield from _wrap(f"– {telling.supposed(each)}", 2)
        for follows in found.follows:
            yield from _wrap(f"– {w.FOLLOWS.in_(language)}: {telling.follows(follows)}", 2)
    yield ""
    if not found.differences:
        yield from (w.NOTHING.in_(language), "")
        return
    duties = [each for each in found.differences if isinstance(each.new or each.old, Outcome)]
    changed = [each for each in duties if each.what == "outcome"]
    reasoned = [each for each in duties if each.what == "reason"]
    moved = {id(each.new) for each in duties}
    same = sum(id(outcome) not in moved for outcome in after.outcomes)
    yield from _wrap(w.SUM.in_(language).format(changed=len(changed), reasoned=len(reasoned), same=same), 0)
    beside = [each for each in found.differences if each not in duties]
    for heading, group in ((w.CHANGED, changed), (w.REASONED, reasoned), (w.BESIDE, beside)):
        if group:
            yield from ("", heading.in_(language).upper())
            for difference in group:
                yield from _move(telling.move(difference), language)
    yield ""
    yield from _wrap(w.NOTE.in_(language), 0)


def _move(move: Move, language: Language) -> Iterator[str]:
    word = move.new if move.old == move.new else w.MOVED.in_(language).format(old=move.old, new=move.new)
    yield from _wrap(move.duty, 2)
    yield f"    {word} · {move.where} · {move.address}"
    if move.before == move.after and move.before:
        yield from _wrap(w.SAME_WORDS.in_(language).format(reason=move.before), 4)
        return
    for form, reason in ((w.BEFORE, move.before), (w.AFTER, move.after)):
        if reason:
            yield from _wrap(form.in_(language).format(reason=reason), 4)


def _wrap(said: str, indent: int) -> list[str]:
    blank = " " * indent
    return textwrap.wrap(said, WIDTH, initial_indent=blank, subsequent_indent=f"{blank}  ", break_on_hyphens=False, break_long_words=False)
