"""The two parties whose statements may stand against each other, and what is heard when the case is taken as one of them states it.

The safety representative is *verneombud* in Norway and *arbejdsmiljørepræsentant* in Denmark: one role in both.
"""

from collections.abc import Sequence

PARTIES = ("employer", "safety_representative")


def heard_by(view: str, sayings: Sequence[tuple[object, tuple[str, ...]]]) -> list[int]:
    """Give the places of the sayings that are heard when a statement is taken as a party states it.

    ``sayings`` are what is said of one statement: the value (None for one who doesn't know), and the roles that say it. Where the party
    says one definite thing, the other party's contrary word is set aside. Whatever a third says stays, and so does what the other says
    where the party says nothing or doesn't know. Without a ``view`` all is heard.
    """
    own = {value for value, roles in sayings if view in roles and value is not None}
    if len(own) != 1:
        return list(range(len(sayings)))
    others = set(PARTIES) - {view}
    return [n for n, (value, roles) in enumerate(sayings) if value is None or value in own or not others & set(roles)]


def at_odds(sayings: Sequence[tuple[object, tuple[str, ...]]]) -> bool:
    """Say whether the two parties contradict each other: each says something definite, and not the same."""
    one, two = ({value for value, roles in sayings if party in roles and value is not None} for party in PARTIES)
    return bool(one and two and (one | two) - (one & two))
