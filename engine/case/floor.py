"""How many must work in a unit for what could point to somebody to be told with its name (design § 8)."""

from engine.case.model import Case

FLOOR = 5
FLOOR_SENSITIVE = 10  # harassment, violence and discrimination


def is_below(floor: int, unit: str, case: Case) -> bool:
    """Say whether fewer people than the floor work in a unit; it counts as so where nobody knows how many."""
    people = case.entries[unit].one("employees")
    return not isinstance(people, int) or people < floor
