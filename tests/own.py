"""Our own rule base, read once for all the tests of a process."""

from functools import cache
from pathlib import Path

from engine.rulebase import RuleBase, load

ROOT = Path(__file__).resolve().parents[1]


@cache
def rulebase() -> RuleBase:
    """Read the rule base of the checkout, past the cache of the user."""
    return load(ROOT, use_cache=False)
