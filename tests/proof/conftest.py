"""The rule base, the examples assessed once, and cases made for one test."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.assessment import Assessment, assess
from tests import own

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("small", "interview", "fjordbyen")
Assess = Callable[[str], Assessment]


@cache
def _assessed(name: str) -> Assessment:
    return assess(ROOT / "examples" / f"{name}.yaml", own.rulebase())


@pytest.fixture
def assessed() -> Assess:
    """Give an example by its name, assessed."""
    return _assessed


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Assessment:
    """Give each example, assessed."""
    return _assessed(request.param)


@pytest.fixture(params=EXAMPLES[:2])
def little(request: pytest.FixtureRequest) -> Assessment:
    """Give each of the small examples, assessed."""
    return _assessed(request.param)


@pytest.fixture
def assess_text(tmp_path: Path) -> Assess:
    """Assess a case given as text."""

    def run(text: str) -> Assessment:
        path = tmp_path / "case.yaml"
        path.write_text(text, encoding="utf-8")
        return assess(path, own.rulebase())

    return run
