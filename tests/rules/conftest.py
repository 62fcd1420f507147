"""The rule base and its scenarios, read once; each scenario is run once, whichever test asks, and only what came out is kept."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from engine.coverage import shows
from engine.rulebase import RuleBase
from engine.scenarios import Scenario, load, run
from engine.scenarios.failure import failure
from engine.scenarios.report import Report
from tests import own

RULEBASE = own.rulebase()
SCENARIOS = load(RULEBASE)


@dataclass(frozen=True)
class Ran:
    """What came out of a scenario: what to tell where it failed, and the ground it shows."""

    passed: bool
    told: str
    shown: frozenset[str]


_ran: dict[str, Ran] = {}


def _run(scenario: Scenario) -> Ran:
    if scenario.id not in _ran:
        result = run(scenario, RULEBASE)
        _ran[scenario.id] = Ran(result.passed, "" if result.passed else told(scenario), shows(result))
    return _ran[scenario.id]


def told(scenario: Scenario) -> str:
    """Say what came out, why, where the scenario stands, and of what case."""
    return "\n".join([*Report("nb").failure(failure(scenario, RULEBASE, "nb")), scenario.case])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "scenario" in metafunc.fixturenames:
        metafunc.parametrize("scenario", SCENARIOS, ids=[scenario.id for scenario in SCENARIOS])
    if "duty_id" in metafunc.fixturenames:
        metafunc.parametrize("duty_id", sorted({duty.origins.id for duty in RULEBASE.rules.duties}))


@pytest.fixture(scope="session")
def rulebase() -> RuleBase:
    return RULEBASE


@pytest.fixture(scope="session")
def scenarios() -> tuple[Scenario, ...]:
    return SCENARIOS


@pytest.fixture(scope="session")
def ran() -> Callable[[Scenario], Ran]:
    return _run
