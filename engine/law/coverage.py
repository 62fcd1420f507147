"""Coverage: law base, inventory and the duties' citations in; what is encoded, and what no duty yet uses, out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.law.inventory import Row
from engine.law.model import STATUSES, LawBase, Provision, Status

_DUTY_ID = re.compile(r"(?P<regime>[a-z]+)\.(?P<act>[a-z]+)\.(?P<section>[0-9]+[A-Za-z]?(?:-[0-9]+)?)"
                      r"(?:\.(?P<ledd>[0-9]+)(?P<bokstav>[a-z])?)?(?:-[ivx]+)?")
# dk.aml.15a.1-1 is stk. 1, nr. 1; dk.psyk.10.nr-1 is nr. 1; dk.psyk.supervision and dk.udf.mental-first-aid.content are topics.
_DANISH_ID = re.compile(r"(dk)\.([a-z]+)\.([0-9]+[a-z]?(?:-[0-9]+[a-z]?)?|[a-z][a-z0-9-]*?)"
                        r"(?:\.(?:([0-9]+)(?:-([0-9]+))?|(nr-[0-9]+|[a-z][a-z-]*?)))?(?:-[ivx]+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """The units of one status in one chapter: how many there are, and how many a duty rests on."""

    act: str
    chapter: str
    status: Status
    units: int
    with_duty: int
    without_duty: tuple[str, ...]  # ids of the units of status duty that no duty rests on


@dataclass(frozen=True, slots=True)
class Coverage:
    """The lines in the order of the law, and where inventory and units don't meet."""

    lines: tuple[Line, ...]
    rows_without_unit: tuple[str, ...]
    units_without_row: tuple[str, ...]
    unknown_citations: tuple[str, ...]  # paths that duties cite and the law base does not have


def measure(lawbase: LawBase, inventory: Sequence[Row], duties: Mapping[str, Iterable[str]]) -> Coverage:
    """Count the units per act, chapter and status; ``duties`` maps a path to the ids of the duties that cite it.

    A unit has a duty when a duty cites it; when a duty cites, or by its id is, the ledd (or piece) that the unit is
    part of; or when all its sub-units of status duty have one. A duty that cites a section alone does not cover all
    of it. An older version of the same section has the duties of the version that took its content on, whatever its
    number.
    """
    having = _units_with_duty(lawbase, duties)
    groups: dict[tuple[str, str, Status], list[Provision]] = defaultdict(list)
    for unit in lawbase.by_id.values():
        groups[unit.act, unit.chapter, unit.status].append(unit)
    chapters = list(dict.fromkeys((act, chapter) for act, chapter, _ in groups))
    lines = []
    for act, chapter in chapters:
        for status in STATUSES:
            if units := groups.get((act, chapter, status)):
                missing = tuple(unit.id for unit in units if unit.id not in having) if status == "duty" else ()
                lines.append(Line(act, chapter, status, len(units), sum(unit.id in having for unit in units), missing))
    rows = {row.id for row in inventory}
    known = {*lawbase.by_id, *lawbase.by_path}
    return Coverage(
        lines=tuple(lines),
        rows_without_unit=tuple(row.id for row in inventory if row.id not in known),
        units_without_row=tuple(id_ for id_, unit in lawbase.by_id.items() if not {id_, unit.path} & rows),
        unknown_citations=tuple(path for path in duties if path not in lawbase.by_path),
    )


def smallest_list(lawbase: LawBase, ids: Iterable[str]) -> tuple[str, ...]:
    """Shorten a list of unit ids: a unit stands for its sub-units when all of them are in the list."""
    listed = set(ids)
    units = [lawbase.by_id[id_] for id_ in listed]
    whole = {unit.id for unit in units if all(id_ in listed for id_ in _duties_beneath(lawbase, unit))}
    kept = (unit for unit in lawbase.by_id.values() if unit.id in listed)
    return tuple(unit.id for unit in kept
                 if unit.id in whole and not any(up.id in whole for up in _above(lawbase, unit)))


def duty_path(duty: str) -> str:
    """Give the path that a duty's id follows (``no.utforelse.1A-2.4a``: ``no/utforelse/1A-2/4/a``), or nothing."""
    match = (_DANISH_ID if duty.startswith("dk.") else _DUTY_ID).fullmatch(duty)
    return "/".join(part for part in match.groups() if part) if match else ""


def _units_with_duty(lawbase: LawBase, duties: Mapping[str, Iterable[str]]) -> set[str]:
    cited = set(duties) | {duty_path(duty) for ids in duties.values() for duty in ids}
    direct = {unit.id for path in cited for unit in _same_section(lawbase, path)}
    below_section = {id_ for id_ in direct if id_.partition("@")[0].count("/") > 2}
    having = {unit.id for unit in lawbase.by_id.values()
              if unit.id in direct or any(up.id in below_section for up in _above(lawbase, unit))}
    for unit in sorted(lawbase.by_id.values(), key=lambda unit: -unit.path.count("/")):
        beneath = [child for child in lawbase.children(unit.path, unit.valid_from) if child.status == "duty"]
        if beneath and all(child.id in having for child in beneath):
            having.add(unit.id)
    return having


def _same_section(lawbase: LawBase, path: str) -> list[Provision]:
    """The newest version of a path and what it succeeded within its own section."""
    chain = lawbase.lineage(path)
    return [unit for unit in chain if (unit.act, unit.section) == (chain[0].act, chain[0].section)]


def _above(lawbase: LawBase, unit: Provision) -> list[Provision]:
    """The units that the unit is a part of, the nearest first."""
    parts = unit.path.split("/")
    found = (lawbase.provision("/".join(parts[:n]), unit.valid_from) for n in range(len(parts) - 1, 2, -1))
    return [up for up in found if up]


def _duties_beneath(lawbase: LawBase, unit: Provision) -> list[str]:
    children = lawbase.children(unit.path, unit.valid_from)
    return [id_ for child in children if child.status == "duty" for id_ in (child.id, *_duties_beneath(lawbase, child))]
