"""The published schema of ``assessment/1``: what is written keeps to it, and the documentation explains all of it."""

import copy
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from engine.assessment import Assessment
from engine.proof.record import record
from engine.proof.schema import keys, schema

from .conftest import ROOT, Assess

DOCS = ROOT / "docs" / "assessment-format.md"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def _problems(validator: Draft202012Validator, data: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(data)]


def test_every_example_keeps_to_the_schema(validator: Draft202012Validator, example: Assessment) -> None:
    data = json.loads(json.dumps(record(example)))
    assert _problems(validator, data) == []


def test_every_step_that_is_named_is_there(example: Assessment) -> None:
    data = record(example)
    named = [n for o in data["outcomes"] for n in (*o["proof"].values(), *o["sections"].values())]
    named += [r["node"] for o in data["outcomes"] for r in o["requirements"]]
    named += [n for step in data["proof"].values() for n in step.get("premises", ())]
    named += [c["node"] for step in data["proof"].values() for c in step.get("candidates", ()) if c["node"]]
    assert set(named) <= data["proof"].keys()
    uses = {step["condition"].split(":")[0] for step in data["proof"].values() if "#" in step.get("condition", "")}
    assert uses == data["rules"].keys()


def test_a_key_that_is_required_is_missed(validator: Draft202012Validator, assessed: Assess) -> None:
    data = json.loads(json.dumps({**record(assessed("small")), "facts": [], "proof": {}, "rules": {}}))
    data["outcomes"] = data["outcomes"][:1]
    assert _problems(validator, data) == []
    for key in schema()["required"]:
        assert _problems(validator, {k: v for k, v in data.items() if k != key}), key
    for key in schema()["$defs"]["outcome"]["required"]:
        less = {**data, "outcomes": [{k: v for k, v in data["outcomes"][0].items() if k != key}]}
        assert _problems(validator, less), key


def test_a_key_that_nobody_knows_is_let_pass(validator: Draft202012Validator, assessed: Assess) -> None:
    data = json.loads(json.dumps(record(assessed("small"))))
    data["later"] = data["case"]["later"] = data["outcomes"][0]["later"] = data["rulebase"]["later"] = {"new": 1}
    assert _problems(validator, data) == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("outcomes", 0, "outcome"), "guilty"),
        (("outcomes", 0, "strength"), "documented"),
        (("date",), "30.06.2026"),
        (("rulebase", "hash"), "sha256:12"),
        (("outcomes", 0, "reason"), {"nb": "bare norsk"}),
        (("schema",), "forsvarlig/assessment/2"),
    ],
)
def test_a_value_that_is_wrong_is_found(validator: Draft202012Validator, assessed: Assess, where: tuple[Any, ...], value: object) -> None:
    data = copy.deepcopy(json.loads(json.dumps(record(assessed("small")))))
    place = data
    for step in where[:-1]:
        place = place[step]
    place[where[-1]] = value
    assert _problems(validator, data)


def test_every_key_of_the_schema_is_documented() -> None:
    explained = set(re.findall(r"`([a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    assert set(keys()) - explained == set()


def test_every_word_of_the_schema_is_documented() -> None:
    text = json.dumps(schema())
    lists = re.findall(r'"enum": (\[[^\]]*\])', text)
    words = {word for each in lists for word in json.loads(each)}
    explained = set(re.findall(r"`([a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    assert words - explained == set()


def test_everything_that_is_written_is_in_the_schema(example: Assessment) -> None:
    data = json.loads(json.dumps(record(example)))
    fixed = set(keys())
    own = {"scope", "bindings", "note", "sections", "parameters", "rules", "proof"}  # their keys are ids of the case or rules

    def written(part: Any, under: str = "") -> set[str]:
        if isinstance(part, list):
            return {key for each in part for key in written(each, under)}
        if not isinstance(part, dict):
            return set()
        names = set() if under in own else set(part)
        return names | {key for name, each in part.items() for key in written(each, "" if under in own else name)}

    assert written(data) - fixed == set()
