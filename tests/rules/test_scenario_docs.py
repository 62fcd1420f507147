"""The samples of docs/scenarios.md: the scenario is one, and what is shown of it is what it prints."""

import re
from pathlib import Path

from engine.rulebase import RuleBase
from engine.scenarios import read
from engine.scenarios.failure import failure
from engine.scenarios.mutants import mutants
from engine.scenarios.read import KEYS
from engine.scenarios.report import Report
from engine.scenarios.survivors import FILE, listed
from engine.scenarios.words import MUTATED

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
SAMPLES = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL))


def test_the_sample_fails_as_the_page_shows(rulebase: RuleBase) -> None:
    (scenario,), problems = read("rules/no/utforelse/3A-5_test.yaml", SAMPLES["yaml"].encode(), rulebase)
    assert not problems
    assert "\n".join(Report("en").failure(failure(scenario, rulebase, "en"))) == SAMPLES["text"]


def test_the_page_names_every_key_and_every_change() -> None:
    assert not [word for word in (*KEYS, *MUTATED) if f"`{word}`" not in PAGE]


def test_the_sample_of_the_list_is_read_and_its_mutant_exists(tmp_path: Path, rulebase: RuleBase) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / FILE).write_text(SAMPLES["survivors"], encoding="utf-8")
    (name,) = listed(tmp_path)
    assert name in {mutant.id for mutant in mutants(rulebase.rules, rulebase.vocabulary)}
