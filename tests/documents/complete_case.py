"""A complete case that tests change one thing at a time."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from engine.case.model import Case
from engine.documents.findings import Finding

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
Changes = dict[str, Any]
Read = Callable[..., Case]
Find = Callable[..., list[Finding]]


def text_of(*changes: Changes) -> str:
    """Write base.yaml with the changes made."""
    tree = copy.deepcopy(yaml.load((HERE / "base.yaml").read_text(encoding="utf-8"), yaml.BaseLoader))
    for place, value in (item for each in changes for item in each.items()):
        if place.startswith("+"):
            tree.setdefault(place[1:], []).append(value)
            continue
        name, _, field = place.partition(".")
        if not field:
            tree[name] = value
            continue
        entry = next(e for entries in tree.values() if isinstance(entries, list) for e in entries
                     if isinstance(e, dict) and e.get("id") == name)
        if value is None:
            entry.pop(field, None)
        else:
            entry[field] = value
    return yaml.dump(json.loads(json.dumps(tree)), Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False)
