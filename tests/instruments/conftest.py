"""The rule base and its instruments, loaded once, and a case that is assessed with whatever surveys a test gives it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.assessment import Assessment, assess_case
from engine.case.reader import read_data
from engine.instruments.model import Instrument
from engine.rulebase import RuleBase
from tests import own

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "examples" / "small.yaml"
IDS = ("psychological-safety", "support-four-forms", "scale-1-10", "pulse-1-5")


def rulebase() -> RuleBase:
    return own.rulebase()


def instrument(name: str) -> Instrument:
    return rulebase().vocabulary.instruments[name]


@cache
def _surveyed(surveys: str, change: tuple[str, str]) -> Assessment:
    data = (SMALL.read_text(encoding="utf-8").replace(*change) + surveys).encode()
    return assess_case(read_data(data, "case.yaml", rulebase().vocabulary)[0], rulebase())


@pytest.fixture
def surveyed() -> Callable[..., Assessment]:
    """Assess the small example with some surveys, each wording once."""

    def run(surveys: str, change: tuple[str, str] = ("", "")) -> Assessment:
        return _surveyed(surveys, change)

    return run
