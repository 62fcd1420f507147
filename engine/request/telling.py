"""An inspector's sheet as plain text, and as data (``request/1``)."""

from collections.abc import Iterator
from typing import Any

from engine.ask import words as aw
from engine.ask.labels import Labels, question_text
from engine.ask.telling import either, wrap
from engine.case.model import ENTERPRISE
from engine.inference.outcome import OUTCOMES, Outcome
from engine.request import words as w
from engine.request.requesting import Item, Sheet, Wants
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.phrases import capital

SCHEMA = "forsvarlig/request/1"
NAMED = 12  # units that the same is asked of
SHOWN = 3  # questions, and duties of each kind, named beside a document


def text(sheet: Sheet, language: Language) -> str:
    """Write a sheet."""
    return "\n".join(_lines(sheet, language)) + "\n"


def grouped(sheet: Sheet) -> list[list[Item]]:
    """Put together the papers of one register that do the same for several units; a group stands where its first stands."""
    found: dict[object, list[Item]] = {}
    for item in sheet.items:
        wants = frozenset((want.outcome.duty.origins.id, want.size, want.alone) for want in item.wants)
        found.setdefault((item.registers[0], wants) if item.unit else item.address, []).append(item)
    return list(found.values())


def _lines(sheet: Sheet, language: Language) -> Iterator[str]:
    assessment, labels = sheet.assessment, Labels(sheet.assessment, language)
    yield w.HEAD.in_(language).format(name=assessment.case.enterprise.title or "")
    facts = w.FACTS.in_(language).format(
        date=assessment.case.date, law=assessment.law_date, open=sheet.open, n=sheet.open - sheet.without
    )
    yield from wrap(facts, 0)
    if not sheet.items:
        yield w.NOTHING.in_(language)
        return
    for number, group in enumerate(grouped(sheet), 1):
        yield ""
        yield from _item(group[0], labels, f"{number}. ")
        if units := [item.unit for item in group[1:] if item.unit]:
            named = [labels.names(frozenset()).of(unit) for unit in units[:NAMED]]
            more = [aw.MORE.in_(language).format(n=len(units) - NAMED)] if len(units) > NAMED else []
            yield from wrap(w.SAME_FOR.in_(language).format(units=", ".join([*named, *more])), 3)
    yield ""
    yield from wrap(w.NOTE.in_(language), 0)
    for regime, form in (("no", w.ORDER_NO), ("dk", w.ORDER_DK)):
        if regime in assessment.case.regimes:
            yield from wrap(form.in_(language), 0)


def _item(item: Item, labels: Labels, number: str) -> Iterator[str]:
    language, hidden = labels.language, labels.hidden(*item.questions)
    yield from wrap(number + title(item, labels, hidden), 0, len(number))
    yield f"   {w.ANSWERS.in_(language)}"
    for asked in item.questions[:SHOWN]:
        yield from wrap("– " + labels.question(asked, hidden), 6)
    if len(item.questions) > SHOWN:
        yield from wrap("– " + aw.MORE.in_(language).format(n=len(item.questions) - SHOWN), 6)
    for form, wants in ((w.DECIDES, [x for x in item.wants if x.size == 1]), (w.HELPS, [x for x in item.wants if x.size > 1])):
        if wants:
            yield from wrap(form.format(n=aw.outcomes(len(wants))).in_(language), 3)
            yield from _wants(wants, labels, hidden)


def _wants(wants: list[Wants], labels: Labels, hidden: frozenset[str]) -> Iterator[str]:
    tellable = labels.tellable([want.outcome for want in wants], hidden)
    by_duty: dict[tuple[str, tuple[str, ...]], list[Outcome]] = {}
    for want in wants:
        if want.outcome in tellable:
            by_duty.setdefault((want.outcome.duty.origins.id, want.alone), []).append(want.outcome)
    named = list(by_duty.items())[:SHOWN]
    for (_, alone), outcomes in named:
        words = either([name for name in OUTCOMES if name in alone], labels)
        yield from wrap(f"– {labels.duty(outcomes, hidden)}" + (f": {words}" if words else ""), 6)
    more = len(wants) - sum(len(outcomes) for _, outcomes in named)
    if more and named:  # none is named where each would tell of an incident in the unit
        yield from wrap("– " + aw.MORE.in_(labels.language).format(n=more), 6)


def title(item: Item, labels: Labels, hidden: frozenset[str]) -> str:
    """Name a document to ask for."""
    language, names, assessment = labels.language, labels.names(hidden), labels.assessment
    if item.papers:
        papers = [assessment.case.entries[paper] for paper in item.papers]
        form = w.READ_AGAIN if all(paper.one("transcribed") == "fully" for paper in papers) else w.WHOLE_PAPER
        said = form.in_(language).format(paper=", ".join(f"{paper.id} {paper.title}" for paper in papers))
        return labels.speaker(hidden).hide(said) if hidden else said
    if item.entry is not None:
        said = w.PAPER_OF.in_(language).format(entry=names.of(item.entry))
        return labels.speaker(hidden).hide(said) if hidden else said
    cls = labels.vocabulary.of_register(item.registers[0])
    assert cls is not None, "an item of a register has its class"
    form = w.MORE_OF if any(True for _ in assessment.case.of(cls.id)) else w.ALL_OF
    return capital(form.in_(language).format(plural=cls.noun.plural.in_(language), unit=names.of(item.unit or ENTERPRISE)))


def record(sheet: Sheet) -> dict[str, Any]:
    """Give a sheet as plain data."""
    assessment = sheet.assessment
    told = [Labels(assessment, language) for language in LANGUAGES]
    return {
        "schema": SCHEMA,
        "case": {"file": assessment.case.file, "hash": f"sha256:{assessment.case.sha256}"},
        "date": str(assessment.case.date),
        "law_date": str(assessment.law_date),
        "regimes": list(assessment.case.regimes),
        "rulebase": assessment.rulebase.hash,
        "open": sheet.open,
        "without_document": sheet.without,
        "items": [_record(item, told) for item in sheet.items],
    }


def _record(item: Item, told: list[Labels]) -> dict[str, Any]:
    assessment, hidden = told[0].assessment, told[0].hidden(*item.questions)
    return {
        "address": item.address,
        "registers": item.registers,
        "unit": item.unit,
        "entry": item.entry,
        "documents": list(item.papers),
        "title": Text(*(title(item, labels, hidden) for labels in told))._asdict(),
        "questions": [
            {
                "address": asked.question.address,
                "text": (question_text(assessment, asked, hidden) if hidden else asked.question.text)._asdict(),
            }
            for asked in item.questions
        ],
        "provisions": list(dict.fromkeys(path for want in item.wants for path in want.outcome.duty.origins.provisions)),
        "decides": [
            {"outcome": want.outcome.id, "is": want.outcome.outcome, "smallest_set": want.size, "alone": list(want.alone)}
            for want in item.wants
        ],
    }
