"""The rule base and its scenarios, read once; each scenario is run once, whichever test asks, and only what came out is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.coverage import shows
from engine.proof.reasons import Reasons
from engine.rulebase import RuleBase
from engine.rulebase import load as load_rulebase
from engine.scenarios import Result, Scenario, load, run

ROOT = Path(__file__).resolve().parents[2]
RULEBASE = load_rulebase(ROOT, use_cache=False)
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
        _ran[scenario.id] = Ran(result.passed, "" if result.passed else told(result), shows(result))
    return _ran[scenario.id]


def told(result: Result) -> str:
    """Say what came out, why, and where the scenario stands."""
    scenario = result.scenario
    said = [
        f"{scenario.file}:{scenario.line}  {scenario.tries}", f"«{scenario.name}»",
        f"should be  {result.expected}  ({scenario.source})", f"came out   {result.actual}",
    ]
    if result.outcome is not None:
        said += ["", Reasons(result.assessment, "nb").of(result.outcome)]
        said += [f"    {path}: {node.truth.word}" for path, node in result.outcome.sections.items()]
    return "\n".join([*said, "", scenario.case])


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
