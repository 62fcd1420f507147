"""Small units and incidents: an incident is told of without its unit where few people work there (design § 8)."""

from engine.assessment import Assessment
from engine.case.facts import is_stand_in
from engine.case.floor import FLOOR, FLOOR_SENSITIVE, is_below

SENSITIVE = ("violent_act", "threat", "harassment", "sexual_harassment", "discrimination", "improper_conduct")


def masked_units(told: set[str], assessment: Assessment) -> frozenset[str]:
    """Give the units that a text must not name: it tells of an incident there, and few people work there.

    ``told`` is everything that the text names.
    """
    facts = assessment.facts
    incidents = [e for e in told if facts.classes.get(e) == "Incident" and not is_stand_in(e)]
    return frozenset(
        unit for incident in incidents for unit in facts.units_of[incident] if is_small(unit, incident, assessment)
    )


def is_small(unit: str, incident: str, assessment: Assessment) -> bool:
    """Say whether too few people work in a unit for an incident of this kind to be told with its name."""
    case = assessment.case
    floor = FLOOR_SENSITIVE if str(case.entries[incident].one("kind")) in SENSITIVE else FLOOR
    return is_below(floor, unit, case)
