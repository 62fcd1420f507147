"""A what-if answer as data: ``whatif/1``."""

from collections.abc import Callable
from typing import Any

from engine.impact.compare import Difference
from engine.inference.outcome import Outcome
from engine.text import LANGUAGES, Language, Text
from engine.whatif.telling import Move, Telling
from engine.whatif.whatif import WhatIf

SCHEMA = "forsvarlig/whatif/1"


def record(found: WhatIf) -> dict[str, Any]:
    """Give a what-if answer as plain values: what is supposed, and each answer that differs with its reason on both sides."""
    told = {language: Telling(found, language) for language in LANGUAGES}
    before, after = found.before, found.after
    return {
        "schema": SCHEMA,
        "case": {"file": before.case.file, "hash": f"sha256:{before.case.sha256}"},
        "date": str(before.case.date),
        "law_date": {"before": str(before.law_date), "after": str(after.law_date)},
        "rulebase": before.rulebase.hash,
        "supposed": [
            {
                "address": each.address,
                "already": each.address in found.laid.already,
                "text": _text(told, lambda telling, each=each: telling.supposed(each)),  # type: ignore[misc]
            }
            for each in found.suppositions
        ],
        "follows": [
            {
                "address": "/".join(part for part in (each.about, each.property, each.object) if part),
                "value": str(each.value) if each.value else None,
            }
            for each in found.follows
        ],
        "gone": list(found.laid.gone),
        "changed": [_difference(each, told) for each in found.changed],
        "reasoned": [_difference(each, told) for each in found.reasoned],
    }


def _difference(each: Difference, told: dict[Language, Telling]) -> dict[str, Any]:
    moves = {language: telling.move(each) for language, telling in told.items()}

    def said(part: Callable[[Move], str]) -> dict[str, str]:
        return Text(*(part(moves[language]) for language in LANGUAGES))._asdict()

    return {
        "address": moves["en"].address,
        "kind": "outcome" if isinstance(each.new or each.old, Outcome) else "beside",
        "old": each.old_word,
        "new": each.new_word,
        "duty": said(lambda move: move.duty),
        "where": said(lambda move: move.where),
        "before": said(lambda move: move.before),
        "after": said(lambda move: move.after),
    }


def _text(told: dict[Language, Telling], say: Callable[[Telling], str]) -> dict[str, str]:
    return Text(*(say(told[language]) for language in LANGUAGES))._asdict()
