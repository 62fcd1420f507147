"""Every completion of a proof, one by one, straight from its steps: no circuit, no bits, no solver."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, product
from pathlib import Path

from engine.ask.circuit import Laid
from engine.assessment import Assessment, assess
from engine.inference.openness import Leaf, leaf_of
from engine.inference.outcome import Outcome
from engine.proof.node import Node, Op
from engine.rulebase import RuleBase, load
from engine.truth import Truth

ROOT = Path(__file__).resolve().parents[2]
SMALL = str(ROOT / "examples" / "small.yaml")
Completion = Mapping[Leaf, bool]


@cache
def rulebase() -> RuleBase:
    return load(ROOT)


@cache
def assessed(example: str, regimes: tuple[str, ...] | None = None) -> Assessment:
    return assess(ROOT / "examples" / f"{example}.yaml", rulebase(), None, regimes)


def value(node: Node, completion: Completion) -> bool:
    """Give the truth of a step in a completion."""
    if node.truth is not Truth.UNKNOWN:
        return node.truth is Truth.YES
    if node.stand_in:
        own = [p for p in node.premises if node.stand_in not in (p.statement or ()) and node.stand_in not in p.bindings.values()]
        return leaf_value(node, completion) and all(value(p, completion) for p in own)
    if not node.premises:
        return leaf_value(node, completion)
    if node.op is Op.NOT:
        return not value(node.premises[0], completion)
    if node.op is Op.ALL:
        return all(value(p, completion) for p in node.premises)
    least = node.minimum if node.op is Op.AT_LEAST else 1
    return sum(least if p.stand_in and p.truth is Truth.UNKNOWN else 1 for p in node.premises if value(p, completion)) >= least


def leaf_value(node: Node, completion: Completion) -> bool:
    leaf = leaf_of(node)
    if leaf[0] == "statement" and leaf[2] == "refuted":  # what is closed as not established is not established
        return not completion[leaf[0], leaf[1], "established", leaf[3]]
    return completion[leaf]


def comes_out(row: Outcome, completion: Completion) -> str:
    """Give the outcome by design § 5, where everything is known."""
    a, b, m, s = (value(node, completion) for node in (row.applies, row.breach, row.met, row.suspicion))
    if not a:
        return "not_applicable"
    if b and not row.validity.inferred:
        return "breach"
    if s and not b:
        return "investigate"
    return "met" if m and not b and not row.validity.inferred else "unknown"


def decision(row: Outcome, completion: Completion) -> str:
    """Give what is final in an outcome, whatever is suspected."""
    a, b, m = (value(node, completion) for node in (row.applies, row.breach, row.met))
    if not a:
        return "not_applicable"
    if row.validity.inferred:
        return "open"
    return "breach" if b else "met" if m else "open"


def every(laid: Laid, fixed: Mapping[int, bool] | None = None) -> Iterator[dict[Leaf, bool]]:
    """Give every completion in which some leaves are as fixed."""
    fixed = fixed or {}
    choices = [(fixed[n],) if n in fixed else (False, True) for n in range(len(laid.leaves))]
    for values in product(*choices):
        yield dict(zip(laid.leaves, values, strict=True))


def matter(row: Outcome, laid: Laid, number: int, of: object) -> bool:
    """Say whether a leaf alone ever changes the outcome (``of`` is comes_out) or what is final in it (decision)."""
    assert callable(of)
    leaf = laid.leaves[number]
    return any(of(row, {**c, leaf: True}) != of(row, {**c, leaf: False}) for c in every(laid, {number: True}))


def smallest_sets(row: Outcome, laid: Laid, groups: tuple[tuple[int, ...], ...]) -> tuple[int, set[int]]:
    """Give the size of the smallest sets of groups that can decide an outcome, and the groups in them."""
    table = {tuple(c.values()): comes_out(row, c) for c in every(laid)}
    for size in range(1, len(groups) + 1):
        members: set[int] = set()
        for chosen in combinations(range(len(groups)), size):
            known = sorted({leaf for group in chosen for leaf in groups[group]})
            came: dict[tuple[bool, ...], set[str]] = {}
            for completion, name in table.items():
                came.setdefault(tuple(completion[n] for n in known), set()).add(name)
            if any(len(names) == 1 and names != {"unknown"} for names in came.values()):
                members |= set(chosen)
        if members:
            return size, members
    return 0, set()
