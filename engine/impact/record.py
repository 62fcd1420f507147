"""The comparison as data: ``forsvarlig/impact/1``."""

import json
from importlib.resources import files
from typing import Any, cast

from engine import __version__
from engine.impact.model import Change, Impact
from engine.text import Text

SCHEMA = "forsvarlig/impact/1"
FILE = "impact.schema.json"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a recorded comparison."""
    return cast(dict[str, Any], json.loads(files("engine.impact").joinpath(FILE).read_text(encoding="utf-8")))


def record(impact: Impact) -> dict[str, Any]:
    """Give a comparison as plain data. Its texts must be there in all three languages."""
    return {
        "schema": SCHEMA,
        "engine": __version__,
        "old": {"name": impact.against, "rulebase": impact.old_hash},
        "new": {"rulebase": impact.new_hash},
        "law_date": impact.law_date.isoformat() if impact.law_date else None,
        "cases": [{"file": case.file, "name": case.name} for case in impact.cases],
        "edits": [
            {
                "key": edit.key,
                "kind": edit.kind,
                "how": edit.how,
                "title": _text(edit.title) if edit.title.en else None,
                "touched": edit.key not in impact.untouched,
                "changes": [number for number, change in enumerate(impact.changes) if edit.key in change.because],
            }
            for edit in impact.edits
        ],
        "changes": [_change(change, impact) for change in impact.changes],
    }


def _change(change: Change, impact: Impact) -> dict[str, Any]:
    return {
        "case": change.case,
        "part": change.part,
        "title": _text(impact.titles[change.part]),
        "scope": change.address,
        "where": _text(change.where),
        "what": change.what,
        "old": change.old,
        "new": change.new,
        "because": list(change.because),
        "old_reason": _text(change.old_reason) if change.old_reason else None,
        "new_reason": _text(change.new_reason) if change.new_reason else None,
    }


def _text(text: Text) -> dict[str, str]:
    return text._asdict()
