"""Comparison: the baseline of an act and an edition of it in; what changed, moved, is new and is gone out, in the order of the law."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from engine.drift.model import Change, Edition, Kind, Row
from engine.drift.place import in_order, place_of


def changes(baseline: Mapping[str, Row], edition: Edition) -> tuple[Change, ...]:
    """Compare by hash. Words that stand at another path have *moved*; what could not be placed can only have *changed*.

    The same words at several places have moved only where as many places lost as won them, one for one in the order of the law.
    """
    new = {path: unit.sha256 for path, unit in edition.units.items()}
    gone = [path for path, row in baseline.items() if new.get(path) != row.sha256]
    come = [path for path, sha256 in new.items() if path not in baseline or baseline[path].sha256 != sha256]
    moved = _moved(gone, come, baseline, new)
    arrived = set(moved.values())
    found: dict[str, list[Change]] = defaultdict(list)

    def add(kind: Kind, path: str, to: str = "") -> None:
        unit = edition.units.get(to or path) if kind != "repealed" else None
        found[path].append(Change(kind, path, to, unit.file if unit else "", unit.line if unit else 0))

    for path in gone:
        if path in moved:
            add("moved", path, moved[path])
        else:
            add("changed" if place_of(path).rest or (path in new and path not in arrived) else "repealed", path)
    for path in come:
        if path not in arrived and (path not in baseline or path in moved):
            add("changed" if place_of(path).rest else "new", path)
    return tuple(change for path in in_order(found) for change in found[path])


def _moved(gone: Iterable[str], come: Iterable[str], baseline: Mapping[str, Row], new: Mapping[str, str]) -> dict[str, str]:
    """Pair the places that lost words with the places that have them now."""
    lost, won = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for path in in_order(gone):
        lost[baseline[path].sha256].append(path)
    for path in in_order(come):
        won[new[path]].append(path)
    return {
        old: at
        for sha256, places in lost.items()
        if len(places) == len(won[sha256])
        for old, at in zip(places, won[sha256], strict=True)
        if not (place_of(old).rest or place_of(at).rest)
    }
