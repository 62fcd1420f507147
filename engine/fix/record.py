"""A fix as data (``fix/1``), and as rows for an action plan."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from engine.fix import words as w
from engine.fix.fixing import Element, Fixes, FixSet
from engine.fix.moves import DOCUMENTED
from engine.fix.telling import Telling
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Kind

SCHEMA = "forsvarlig/fix/1"
COLUMNS = ("set", "number", "what", "register", "entry", "closes", "provisions", "responsible", "deadline")


def record(fixes: Fixes) -> dict[str, Any]:
    """Give a fix as plain data: each set with its elements, what they close, what is left, and what no act closes."""
    told = {language: Telling(fixes, language) for language in LANGUAGES}
    before = fixes.before
    return {
        "schema": SCHEMA,
        "case": {"file": before.case.file, "hash": f"sha256:{before.case.sha256}"},
        "date": str(before.case.date),
        "law_date": str(before.law_date),
        "rulebase": before.rulebase.hash,
        "breaches": [o.id for o in fixes.targets],
        "sets": [_set(each, fixes, told) for each in fixes.sets],
        "beyond": [
            {"outcome": b.outcome.id, "settled": b.settled, "why": _text(told, _why(b.outcome.id))} for b in fixes.beyond
        ],
        "note": w.NOTE._asdict(),
    }


def rows(fixes: Fixes, language: Language) -> str:
    """Give the elements of every set as CSV with a header row, one row for each, to paste into an action plan."""
    telling, out = Telling(fixes, language), io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    provisions = {o.id: o.duty.origins.provisions for o in fixes.targets}
    for number, each in enumerate(fixes.sets, 1):
        for place, element in enumerate(each.elements, 1):
            where = change(element, fixes)
            paths = dict.fromkeys(path for id_ in element.closes for path in provisions[id_])
            entry = "; ".join(f"{key}: {value}" for key, value in (where.get("entry") or where["statement"]).items())
            what = telling.element(element)
            writer.writerow([number, place, what, where.get("register", ""), entry, " ".join(element.closes), " ".join(paths), "", ""])
    return out.getvalue()


def change(element: Element, fixes: Fixes) -> dict[str, Any]:
    """Give what stands in the case file when an element is carried out: an entry of a register, or an answer."""
    vocabulary = fixes.before.rulebase.vocabulary
    if element.act is None:
        ask, about, obj = element.said[0]
        return {"statement": {"about": about, "ask": ask, **({"object": obj} if obj else {}), "value": "yes"}}
    entry = fixes.moves.acts[element.act]
    fields: dict[str, Any] = {"id": entry.id, **{f.name: _plain(f.values) for f in entry.fields.values() if f.values}}
    if any(name == DOCUMENTED for name, _, _ in element.said):
        fields["evidence"] = [f"{entry.id}-document"]
    for name, _, said in element.said:
        prop = vocabulary.properties[name]
        if name == DOCUMENTED:
            continue
        if prop.kind is Kind.FLAG:
            fields[prop.field or ""] = "yes"
        elif prop.many or prop.range == "Unit":
            fields.setdefault(prop.field or "", []).append(said)
        else:
            fields[prop.field or ""] = said
    return {"register": vocabulary.classes[entry.cls].register, "entry": fields}


def _plain(values: tuple[Any, ...]) -> str:
    return str(values[0])


def _set(each: FixSet, fixes: Fixes, told: dict[Language, Telling]) -> dict[str, Any]:
    return {
        "elements": list(_elements(each, fixes, told)),
        "met": list(each.met),
        "left": [{"outcome": id_, "why": _text(told, _left(each, id_))} for id_ in each.left],
        "begun": list(each.begun),
    }


def _elements(each: FixSet, fixes: Fixes, told: dict[Language, Telling]) -> Iterator[dict[str, Any]]:
    for element in each.elements:
        yield {
            **change(element, fixes),
            "text": _text(told, _what(element)),
            "closes": [
                {"outcome": id_, "why": _text(told, _why(id_, element))} for id_ in element.closes
            ],
        }


Say = Callable[[Telling], str]


def _what(element: Element) -> Say:
    return lambda telling: telling.element(element)


def _why(id_: str, element: Element | None = None) -> Say:
    return lambda telling: telling.why(id_, telling.hidden(element) if element else None)


def _left(each: FixSet, id_: str) -> Say:
    return lambda telling: telling.left(each, id_)


def _text(told: dict[Language, Telling], say: Say) -> dict[str, str]:
    return Text(*(say(told[language]) for language in LANGUAGES))._asdict()
