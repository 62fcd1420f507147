"""The conditions of a part by their paths, as the evaluation of rules names them, and a part with one of its sections changed.

A section is ``when``, ``requires``, ``met_when``, or one of several: ``scope/0`` (the lines that join a variable), ``unless/0``,
``invoked/0``, ``breach_when/0``, ``suspicion_when/0``. A condition has the path of its section, its number in it, and so on inward.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from engine.inference.plan import Placed, inner, placed
from engine.language.syntax import Conditions, Duty, Origins, Place, RuleSet
from engine.language.walk import Part

EXCEPTIONS = ("unless", "invoked")
GROUNDS = (*EXCEPTIONS, "breach_when", "suspicion_when")


def parts_of(rules: RuleSet) -> tuple[Part, ...]:
    """Give everything in a rule base that has conditions, in the order of the files."""
    parts: tuple[Part, ...] = (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)
    return tuple(sorted(parts, key=lambda part: (part.origins.place.file, part.origins.place.line)))


def sections(part: Part) -> dict[str, Conditions]:
    """Give the conditions of each section of a part, in the order of the language."""
    found = {f"scope/{number}": each.joins for number, each in enumerate(part.scope)}
    found["when"] = part.when
    if isinstance(part, Duty):
        for name in EXCEPTIONS:
            found |= {f"{name}/{number}": ground for number, ground in enumerate(getattr(part, name))}
        found |= {"requires": part.requires, "met_when": part.met_when}
        for name in GROUNDS[len(EXCEPTIONS) :]:
            found |= {f"{name}/{number}": ground for number, ground in enumerate(getattr(part, name))}
    return found


def with_section(part: Part, section: str, conditions: Conditions) -> Part:
    """Give a part with other conditions in one section; an exception or a ground that is left without any is gone."""
    name, _, number = section.partition("/")
    if name == "scope":
        scope = list(part.scope)
        scope[int(number)] = replace(scope[int(number)], joins=conditions)
        return replace(part, scope=tuple(scope))
    if number:
        grounds = list(getattr(part, name))
        grounds[int(number) : int(number) + 1] = [conditions] if conditions else []
        return _with(part, name, tuple(grounds))
    return _with(part, name, conditions)


def _with(part: Part, name: str, value: object) -> Part:
    changes: dict[str, object] = {name: value}
    return replace(part, **changes)  # type: ignore[arg-type]


def every_placed(part: Part) -> Iterator[Placed]:
    """Give every condition of a part with its path, those within others after them."""

    def within(path: str, condition: object) -> Iterator[Placed]:
        for inside_path, inside in inner(path, condition):  # type: ignore[arg-type]
            yield inside_path, inside
            yield from within(inside_path, inside)

    for section, conditions in sections(part).items():
        for path, condition in placed(conditions, section):
            yield path, condition
            yield from within(path, condition)


def line_of(origins: Origins, place: Place) -> str:
    """Give the line of the rule file at a place inside a part, without its indentation."""
    lines = origins.text.splitlines()
    number = place.line - origins.place.line
    return lines[number].strip() if 0 <= number < len(lines) else ""


def said(value: object) -> str:
    """Write what a condition says, whatever the words, the layout and the language it was written in."""
    if isinstance(value, Place):
        return ""
    if is_dataclass(value):
        inside = ",".join(said(getattr(value, field.name)) for field in fields(value))
        return f"{type(value).__name__}({inside})"
    if isinstance(value, tuple):
        return f"[{','.join(map(said, value))}]"
    return str(value)
