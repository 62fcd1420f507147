"""The rule base with its catalogue and tables, read once."""

from pathlib import Path

import pytest

from engine.catalogue import coverage
from engine.catalogue.coverage import Table
from engine.catalogue.model import Catalogue
from engine.rulebase import RuleBase, load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def base() -> RuleBase:
    return load(ROOT)


@pytest.fixture(scope="session")
def catalogue(base: RuleBase) -> Catalogue:
    return base.catalogue


@pytest.fixture(scope="session")
def tables() -> tuple[Table, ...]:
    found, problems = coverage.read(ROOT)
    assert not problems, "\n".join(each.render("en") for each in problems)
    return found
