"""Complete cases that tests change one thing at a time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from engine.case.model import Case
from engine.documents.findings import Finding

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = "base"  # among changes: the complete case that they are made to
Changes = dict[str, Any]
Read = Callable[..., Case]
Find = Callable[..., list[Finding]]


def text_of(*changes: Changes) -> str:
    """Write base.yaml, or the base that the changes name, with the changes made."""
    every = [item for each in changes for item in each.items()]
    base = dict(every).get(BASE, "base.yaml")
    tree = yaml.load((HERE / base).read_text(encoding="utf-8"), yaml.BaseLoader)
    for place, value in every:
        if place == BASE:
            continue
        if place.startswith("+"):
            tree.setdefault(place[1:], []).append(value)
            continue
        name, _, field = place.partition(".")
        if not field:
            tree[name] = value
            continue
        entry = tree["enterprise"] if name == "enterprise" else next(
            e for entries in tree.values() if isinstance(entries, list) for e in entries
            if isinstance(e, dict) and e.get("id") == name)
        if value is None:
            entry.pop(field, None)
        else:
            entry[field] = value
    return yaml.dump(json.loads(json.dumps(tree)), Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False)
