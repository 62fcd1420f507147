"""The comparison as data: ``forsvarlig/comparison/1``."""

from typing import Any

from engine import __version__
from engine.compare.comparison import Comparison, Side
from engine.inference.outcome import OUTCOMES

SCHEMA = "forsvarlig/comparison/1"


def record(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as plain data; both sides of a row have the same form."""
    assessment = comparison.assessment
    return {
        "schema": SCHEMA,
        "engine": __version__,
        "rulebase": {"hash": comparison.rulebase.hash},
        "regimes": list(comparison.regimes),
        "case": {"file": assessment.case.file, "sha256": assessment.case.sha256} if assessment else None,
        "date": assessment.case.date.isoformat() if assessment else None,
        "law_date": assessment.law_date.isoformat() if assessment else None,
        "rows": [
            {
                "id": row.alignment.id,
                "column": row.alignment.column,
                "factors": list(row.alignment.factors),
                "title": row.alignment.title._asdict(),
                "relation": row.alignment.relation,
                "note": row.alignment.note._asdict(),
                "sources": list(row.alignment.sources),
                "looked_at": list(row.alignment.looked_at),
                "left": _side(row.left),
                "right": _side(row.right),
            }
            for row in comparison.rows
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "regime": side.regime,
        "outcome": side.outcome,
        "duties": [
            {"id": duty.id, "outcome": duty.outcome, "outcomes": {o: [r.id for r in duty.rows if r.outcome == o] for o in OUTCOMES
                                                                    if any(r.outcome == o for r in duty.rows)}}
            for duty in side.duties
        ],
        "provisions": list(side.provisions),
    }
