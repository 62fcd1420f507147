"""Every scenario beside a rule file comes out as the dossier wants."""

from collections.abc import Callable
from typing import Any

import pytest

from engine.scenarios import Scenario


def test_scenario_comes_out_as_the_dossier_wants(scenario: Scenario, ran: Callable[[Scenario], Any]) -> None:
    result = ran(scenario)
    if not result.passed:
        pytest.fail(result.told, pytrace=False)
