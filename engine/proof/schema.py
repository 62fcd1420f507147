"""The published JSON Schema of ``assessment/1``, for readers of the recorded assessment and for the tests.

Additional keys are allowed everywhere, since the format grows by optional keys; what is required is required.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, cast

FILE = "assessment.schema.json"

Json = dict[str, Any]


def schema() -> Json:
    """Give the JSON Schema (draft 2020-12) of a recorded assessment."""
    return cast(Json, json.loads(files("engine.proof").joinpath(FILE).read_text(encoding="utf-8")))


def keys(part: Json | None = None) -> Iterator[str]:
    """Give every key that the schema names, at whatever depth; a key that stands in several places comes several times."""
    part = schema() if part is None else part
    for name, inner in part.get("properties", {}).items():
        if inner != {"const": inner.get("const")}:  # a condition on another key's value names no key of its own
            yield name
        yield from keys(inner)
    for name in ("items", "additionalProperties"):
        if isinstance(part.get(name), dict):
            yield from keys(part[name])
    for inner in (*part.get("$defs", {}).values(), *part.get("allOf", ()), *part.get("anyOf", ())):
        yield from keys(inner)
