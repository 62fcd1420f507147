"""A fix in words: each thing to do as a sentence, with what it closes and why that was a breach."""

import textwrap
from collections.abc import Iterator

from engine.case.facts import Key
from engine.case.model import ENTERPRISE
from engine.fix import words as w
from engine.fix.fixing import Element, Fixes, FixSet
from engine.fix.moves import DOCUMENTED
from engine.inference.outcome import Outcome
from engine.law.citation import cite
from engine.proof.compose import enumerated
from engine.proof.masking import masked_units
from engine.proof.names import Names
from engine.proof.reasons import Reasons
from engine.proof.speaker import Speaker
from engine.text import Language, Text
from engine.vocabulary.model import Kind
from engine.vocabulary.phrases import sentence, speak

WIDTH = 100


class Telling:
    """Says what one fix found, in one language. Units that must not be named beside their incidents are not."""

    def __init__(self, fixes: Fixes, language: Language) -> None:
        self.fixes, self.language = fixes, language
        self.before = fixes.before
        self.vocabulary = self.before.rulebase.vocabulary
        self.reasons = Reasons(self.before, language)
        self._row = {o.id: o for o in self.before.outcomes}
        self._speakers: dict[frozenset[str], Speaker] = {}

    def hidden(self, element: Element) -> frozenset[str]:
        """Give the units that go unnamed in a thing to do and in what it closes: an incident in a small one is told of."""
        entry = self.fixes.moves.acts.get(element.act or "")
        told = {str(value) for field in entry.fields.values() for value in field.values} if entry else set()
        told |= {part for key in element.said for part in key[1:] if part}
        found = masked_units(told & self.before.facts.classes.keys(), self.before)
        return found.union(*(self.reasons.hidden(self._row[id_]) for id_ in element.closes))

    def element(self, element: Element) -> str:
        """Give a thing to do as sentences."""
        names = self._speaker(self.hidden(element)).voice().names
        if element.act is None:
            return sentence(self._(w.SEE_TO, clause=self._statement(element.said[0], names)))
        entry = self.fixes.moves.acts[element.act]
        cls = self.vocabulary.classes[entry.cls]
        clauses = [self._clause(name, [names.of(key[2]) for key in keys if key[2]]) for name, keys in self._grouped(element)]
        comma = "," if self.language == "da" and clauses else ""
        what = f"{cls.noun.indefinite.in_(self.language)}{comma} {enumerated(self.language, clauses)}".strip()
        found = [sentence(self._(w.DO[entry.cls], what=what))]
        if any(key[0] == DOCUMENTED for key in element.said):
            found.append(self._(w.WRITE))
        return " ".join(found)

    def _grouped(self, element: Element) -> list[tuple[str, list[Key]]]:
        """Give what is said of an act by property: first what it can only be about one of, then where, then the rest."""
        entry = self.fixes.moves.acts[element.act or ""]
        cls = self.vocabulary.classes[entry.cls]
        found: dict[str, list[Key]] = {}
        if cls.one_each:
            found[cls.one_each] = [(cls.one_each, entry.id, str(entry.one(self.vocabulary.properties[cls.one_each].field or "")))]
        where = [key for key in element.said if self.vocabulary.properties[key[0]].range == "Unit"]
        for key in (*where, *(key for key in element.said if key not in where and key[0] != DOCUMENTED)):
            found.setdefault(key[0], []).append(key)
        return list(found.items())

    def _clause(self, name: str, objects: list[str]) -> str:
        return speak(self.vocabulary.properties[name], self.language, "relative", "", objects)

    def _statement(self, key: Key, names: Names) -> str:
        prop = self.vocabulary.properties[key[0]]
        obj = names.of(key[2]) if key[2] and prop.kind is Kind.LINK else ""
        return speak(prop, self.language, "positive", names.of(key[1], True), obj)

    def duty(self, id_: str, hidden: frozenset[str] | None = None) -> str:
        """Give the citation and the title of the duty of an outcome, and where it is."""
        row = self._row[id_]
        names = self._speaker(self.reasons.hidden(row) if hidden is None else hidden).voice().names
        others = [e for e in row.env.values() if e not in (row.unit, ENTERPRISE)]
        where = " · ".join([names.of(row.unit) if row.unit else self._(w.WHOLE), *(names.of(e) for e in others)])
        return f"{self._cited(row)} ({where})"

    def why(self, id_: str, hidden: frozenset[str] | None = None) -> str:
        """Say why an outcome was a breach."""
        row = self._row[id_]
        return self.reasons.of(row) if hidden is None else self._speaker(hidden).of(row)

    def _cited(self, row: Outcome) -> str:
        title = self.vocabulary.concepts[row.duty.goal].label.in_(self.language)
        return f"{cite(row.duty.origins.provisions[0], self.language, lawbase=self.before.rulebase.law)} – {title}"

    def _speaker(self, hidden: frozenset[str]) -> Speaker:
        if hidden not in self._speakers:
            self._speakers[hidden] = Speaker(self.before, self.language, hidden)
        return self._speakers[hidden]

    def left(self, each: FixSet, id_: str) -> str:
        """Say what is left of a breach that is gone."""
        return Reasons(each.after, self.language).of(next(o for o in each.after.outcomes if o.id == id_))

    def begun(self, each: FixSet) -> list[str]:
        """Name the duties that begin to apply, each once."""
        return list(dict.fromkeys(self._cited(o) for o in each.after.outcomes if o.id in each.begun))

    def _(self, form: Text, **slots: object) -> str:
        return form.in_(self.language).format(**slots)


def text(fixes: Fixes, language: Language) -> str:
    """Write a fix as plain text."""
    return "\n".join(_lines(fixes, language)) + "\n"


def _lines(fixes: Fixes, language: Language) -> Iterator[str]:
    telling, case = Telling(fixes, language), fixes.before.case
    yield w.HEAD.in_(language).format(name=case.enterprise.title or "")
    if not fixes.targets:
        yield w.NO_BREACH.in_(language)
        return
    yield w.FACTS.in_(language).format(date=case.date, law=fixes.before.law_date, n=len(fixes.targets))
    if not fixes.sets:
        yield from ("", w.NO_SET.in_(language))
    for number, each in enumerate(fixes.sets, 1):
        yield ""
        yield from _wrap(
            w.A_SET.in_(language).format(n=number, parts=len(each.elements), met=len(each.met), total=len(fixes.targets)), 0
        )
        yield from _of_set(each, telling, language)
    if fixes.beyond:
        yield from ("", f"{w.BEYOND.in_(language)}:")
        for beyond in fixes.beyond:
            yield from _wrap(f"– {telling.duty(beyond.outcome.id)}", 2)
            yield from _wrap((w.SETTLED if beyond.settled else w.CONFLICT).in_(language), 6)
            yield from _wrap(telling.why(beyond.outcome.id), 6)
    yield ""
    yield from _wrap(w.NOTE.in_(language), 0)


def _of_set(each: FixSet, telling: Telling, language: Language) -> Iterator[str]:
    told = set[str]()  # why something was a breach is said once
    for number, element in enumerate(each.elements, 1):
        yield from _wrap(f"{number}. {telling.element(element)}", 2)
        yield f"       {w.CLOSES.in_(language)}"
        hidden = telling.hidden(element)
        for id_ in element.closes:
            why = "" if id_ in told else f": {telling.why(id_, hidden)}"
            told.add(id_)
            yield from _wrap(f"– {telling.duty(id_, hidden)}{why}", 7)
    if each.left:
        yield f"  {w.LEFT.in_(language)}:"
        for id_ in each.left:
            yield from _wrap(f"– {telling.duty(id_)}: {telling.left(each, id_)}", 4)
    if begun := telling.begun(each):
        yield f"  {w.BEGUN.in_(language)}:"
        for line in begun:
            yield from _wrap(f"– {line}", 4)


def _wrap(said: str, indent: int) -> list[str]:
    pad = " " * indent
    return textwrap.wrap(said, WIDTH, initial_indent=pad, subsequent_indent=pad + "  ", break_long_words=False)
