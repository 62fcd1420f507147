"""The rule base, and cases assessed once: the examples, and one with disputes."""

from functools import cache
from pathlib import Path

from engine.assessment import Assessment, assess
from engine.rulebase import RuleBase, load

ROOT = Path(__file__).resolve().parents[2]
DISPUTED = Path(__file__).parent / "disputed.yaml"
SMALL = ROOT / "examples" / "small.yaml"
NORWEGIAN = ("small", "interview", "municipality-no", "service-no", "fjordbyen")
EXAMPLES = (*NORWEGIAN, "municipality-dk", "service-dk")


@cache
def rulebase() -> RuleBase:
    return load(ROOT)


@cache
def assessed(path: Path, view: str = "") -> Assessment:
    return assess(path, rulebase(), view=view)


def example(name: str) -> Assessment:
    return assessed(ROOT / "examples" / f"{name}.yaml")


def came(found: Assessment) -> dict[str, str]:
    return {outcome.id: outcome.outcome for outcome in found.outcomes}
