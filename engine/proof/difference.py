"""What changed between two recorded assessments: the case, the law and the rules they rest on, and each outcome."""

from typing import Any

from engine.proof.words import HEADINGS
from engine.text import Language, Text

Record = dict[str, Any]
ANOTHER = {
    "case": Text(
        "Saken er en annen eller endret.", "Sagen er en anden eller ændret.", "The case is another one, or changed."
    ),
    "law": Text(
        "Loven er vurdert per {new}, ikke {old}.",
        "Loven er vurderet pr. {new}, ikke {old}.",
        "The law is that of {new}, not {old}.",
    ),
    "rules": Text("Regelbasen er endret.", "Regelbasen er ændret.", "The rule base has changed."),
    "engine": Text(
        "Programversjonen er {new}, ikke {old}; ordlyden kan avvike.",
        "Programversionen er {new}, ikke {old}; ordlyden kan afvige.",
        "The engine is {new}, not {old}; wording may differ.",
    ),
}
CHANGED = Text("{id}: {old} → {new}", "{id}: {old} → {new}", "{id}: {old} → {new}")
REASON = Text(
    "{id}: fortsatt {outcome}, men av en annen grunn",
    "{id}: fortsat {outcome}, men af en anden grund",
    "{id}: still {outcome}, but for another reason",
)
STRENGTH = Text(
    "{id}: fortsatt {outcome}, men styrken er en annen ({old} → {new})",
    "{id}: fortsat {outcome}, men styrken er en anden ({old} → {new})",
    "{id}: still {outcome}, but with another strength ({old} → {new})",
)
ADDED = Text("{id}: ny, {new}", "{id}: ny, {new}", "{id}: new, {new}")
GONE = Text("{id}: borte (var {old})", "{id}: væk (var {old})", "{id}: gone (was {old})")


def difference(old: Record, new: Record, language: Language) -> list[str]:
    """Say what differs, a line each; nothing where the outcomes and reasons are the same and rest on the same."""
    found = _frames(old, new, language)
    before = {o["id"]: o for o in old["outcomes"]}
    after = {o["id"]: o for o in new["outcomes"]}
    changes = [
        line
        for id_ in sorted(before.keys() | after.keys())
        if (line := _outcome(id_, before.get(id_), after.get(id_), language))
    ]
    return found + changes


def _frames(old: Record, new: Record, language: Language) -> list[str]:
    pairs = {
        "case": (old["case"]["hash"], new["case"]["hash"]),
        "law": (old["law_date"], new["law_date"]),
        "rules": (old["rulebase"]["hash"], new["rulebase"]["hash"]),
        "engine": (old["engine"], new["engine"]),
    }
    return [ANOTHER[name].in_(language).format(old=a, new=b) for name, (a, b) in pairs.items() if a != b]


def _outcome(id_: str, old: Record | None, new: Record | None, language: Language) -> str | None:
    def word(outcome: Record) -> str:
        return HEADINGS[outcome["outcome"]].in_(language).lower()

    if old is None and new is not None:
        return ADDED.in_(language).format(id=id_, new=word(new))
    if new is None and old is not None:
        return GONE.in_(language).format(id=id_, old=word(old))
    if old is None or new is None:
        return None
    if old["outcome"] != new["outcome"]:
        return f"{CHANGED.in_(language).format(id=id_, old=word(old), new=word(new))}\n    {new['reason'][language]}"
    if old["reason"] != new["reason"]:
        return f"{REASON.in_(language).format(id=id_, outcome=word(new))}\n    {new['reason'][language]}"
    if old["strength"] != new["strength"]:
        return STRENGTH.in_(language).format(id=id_, outcome=word(new), old=old["strength"], new=new["strength"])
    return None
