"""A report of drift as data: ``forsvarlig/drift/1``. It holds no text of the law but the beginning of lines that were not understood."""

from collections.abc import Sequence
from typing import Any

from engine import __version__
from engine.drift.baseline import file_of
from engine.drift.citing import Mark, Standing
from engine.drift.drift import ActDrift, Drifted, Report
from engine.drift.model import Line
from engine.drift.naming import name
from engine.drift.normal import READING
from engine.law.model import Act

SCHEMA = "forsvarlig/drift/1"


def record(report: Report) -> dict[str, Any]:
    """Give a report as plain data."""
    return _head(report.rulebase.hash) | {
        "drifted": any(act.drifted for act in report.acts),
        "acts": [_act(act, report) for act in report.acts],
    }


def standings_record(standings: Sequence[tuple[Act, Standing]], rulebase_hash: str) -> dict[str, Any]:
    """Give how many units of each act have a baseline as plain data."""
    return _head(rulebase_hash) | {
        "drifted": False,
        "acts": [{"act": act.id, "law_base": _standing(standing)} for act, standing in standings],
    }


def _head(rulebase_hash: str) -> dict[str, Any]:
    return {"schema": SCHEMA, "engine": __version__, "rulebase": {"hash": rulebase_hash}, "reading": READING}


def _act(act: ActDrift, report: Report) -> dict[str, Any]:
    edition, rows = act.edition, act.accepted if act.accepted is not None else act.baseline
    return {
        "act": act.act.id,
        "title": act.act.short_title._asdict(),
        "files": list(act.files),
        "units": [{"path": unit.path, "sha256": unit.sha256, "file": unit.file, "line": unit.line} for unit in edition.units.values()],
        "baseline": None if rows is None else {
            "file": file_of(report.rulebase.folder, act.act).relative_to(report.rulebase.folder).as_posix(),
            "units": len(rows),
            "days": sorted({str(row.day) for row in rows}),
            "roles": sorted({row.role for row in rows}),
            "left_alone": list(act.left_alone),
        },
        "accepted": act.accepted is not None,
        "law_base": _standing(act.standing),
        "drift": [_drifted(each, act.act, report) for each in act.drifted],
        "not_understood": [_line(line) for line in edition.unplaced],
        "doubtful": [_line(line) for line in edition.doubtful],
        "not_compared": {
            kind: [{"file": line.file, "line": line.line} for line in lines] for kind, lines in edition.aside.items() if lines
        },
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {"units": len(standing.provisions), "with_baseline": len(standing.found), "missing": list(standing.missing),
            "unnumbered": list(standing.unnumbered)}


def _drifted(each: Drifted, act: Act, report: Report) -> dict[str, Any]:
    change = each.change
    return {
        "kind": change.kind,
        "path": change.path,
        "to": change.to or None,
        "name": name(change.path, act, report.rulebase.law)._asdict(),
        "provision": each.provision or None,
        "file": change.file or None,
        "line": change.line or None,
        "concerns": [_mark(mark) for mark in each.marks],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    citer = mark.citer
    found: dict[str, Any] = {"kind": citer.kind, "id": citer.id, "how": mark.how, "cites": list(mark.cites)}
    if citer.tries:
        found["tries"] = citer.tries
    return found | ({"file": citer.file, "line": citer.line} if citer.file else {})


def _line(line: Line) -> dict[str, Any]:
    return {"file": line.file, "line": line.line, "begins": line.text, "within": line.within}
