"""The rule base, and records of examples, made once. A test that changes a record takes a copy."""

import copy
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.assessment import assess
from engine.proof.record import record
from engine.rulebase import RuleBase, load

ROOT = Path(__file__).resolve().parents[2]
Json = dict[str, Any]
Reports = Callable[..., Json]


@cache
def _base() -> RuleBase:
    return load(ROOT)


@cache
def _report(name: str, regimes: tuple[str, ...] | None, law_date: date | None) -> str:
    return json.dumps(record(assess(ROOT / f"{name}.yaml", _base(), law_date, regimes)))


@pytest.fixture(scope="session")
def base() -> RuleBase:
    return _base()


@pytest.fixture(scope="session")
def reports() -> Reports:
    """Give the record of a case, as it would be read from a file."""

    def give(name: str, regimes: tuple[str, ...] | None = None, law_date: date | None = None) -> Json:
        found: Json = json.loads(_report(name, regimes, law_date))
        return found

    return give


@pytest.fixture(scope="session")
def small(reports: Reports) -> Json:
    """The record of the small example by Norwegian law; to be left as it is."""
    return reports("examples/small")


@pytest.fixture
def own(small: Json) -> Json:
    """The same, to be changed."""
    return copy.deepcopy(small)
