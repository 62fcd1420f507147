"""The folder of the rule base."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def rulebase() -> Path:
    return ROOT
