"""What papers say together: another paper may hold, for the same units, what one paper leaves out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from engine.documents.exposure import ByUnit
from engine.documents.reading import Paper

Said = tuple[str, str]  # a predicate and what it says


def pooled(units: tuple[str, ...], others: Iterable[tuple[tuple[str, ...], Iterable[str]]]) -> ByUnit:
    """Give, by unit, what other entries say; each comes with its units."""
    pool: ByUnit = {unit: set() for unit in units}
    for theirs, names in others:
        for unit in pool.keys() & set(theirs):
            pool[unit] |= set(names)
    return pool


def pool_of(paper: Paper, papers: Iterable[Paper], said: Callable[[Paper], Iterable[str]]) -> ByUnit:
    """Give, by unit, what the other papers of the same kind say."""
    return pooled(paper.units, (
        (other.units, said(other)) for other in papers if other is not paper and other.entry.cls == paper.entry.cls
    ))


def everywhere(own: Iterable[str], elsewhere: Mapping[str, set[str]], units: tuple[str, ...]) -> set[str]:
    """Give what is said here, or for every unit elsewhere."""
    return set(own) | (set.intersection(*(elsewhere[unit] for unit in units)) if units else set())


def compared(
    what: str, own: frozenset[str], present: Mapping[str, set[str]], elsewhere: Mapping[str, set[str]], units: tuple[str, ...]
) -> Iterator[Said]:
    """Give what is present in the units, and what is addressed: here, or elsewhere for each unit it matters in."""
    there: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for name in present[unit]:
            there[name].append(unit)
    known = set().union(*(elsewhere[unit] for unit in units))
    addressed = own | {name for name in known if all(name in elsewhere[unit] for unit in there.get(name, units))}
    for name in sorted(there):
        yield f"present_{what}", name
    for name in sorted(addressed):
        yield f"addresses_{what}", name
