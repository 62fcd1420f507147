"""The JSON Schema accepts what the reader accepts, refuses what it refuses of form, and explains itself."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from engine.case.jsonschema import schema
from engine.case.schema import INCIDENT, Type, schema_of
from engine.case.template import template
from engine.text import LANGUAGES, Language
from engine.vocabulary.model import Kind, Origin, Vocabulary

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.yaml"))
OF_FORM = [
    "unknown_key_top", "unknown_key_entry", "unknown_key_enterprise", "incident_free_text", "wrong_type",
    "wrong_number", "wrong_factors", "wrong_header", "missing_header", "missing_scope", "missing_field",
    "missing_version", "wrong_version", "unknown_concept", "unknown_register", "sha256", "industry_code",
    "no_units",
]


def tree_of(text: str) -> Any:
    """Read YAML with every value as text."""
    return yaml.load(text, yaml.BaseLoader)


@pytest.fixture(scope="module", params=LANGUAGES)
def validator(request: pytest.FixtureRequest, vocabulary: Vocabulary) -> Draft202012Validator:
    made = schema(vocabulary, request.param)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_good_examples(path: Path, validator: Draft202012Validator) -> None:
    assert not [error.message for error in validator.iter_errors(tree_of(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_template(language: Language, validator: Draft202012Validator, vocabulary: Vocabulary) -> None:
    assert not [error.message for error in validator.iter_errors(tree_of(template(vocabulary, language)))]


@pytest.mark.parametrize("name", OF_FORM)
def test_bad_examples(name: str, validator: Draft202012Validator) -> None:
    assert not validator.is_valid(tree_of((HERE / "bad" / f"{name}.yaml").read_text(encoding="utf-8")))


def test_numbers_as_an_editor_reads_them(validator: Draft202012Validator) -> None:
    tree = tree_of((HERE / "head.yaml").read_text(encoding="utf-8"))
    tree["enterprise"] |= {"employees": {"regular": 8}, "cvr": 15413700}
    tree["enterprise"]["industry"] = {"scheme": "SN2007", "code": 88.101}
    tree["units"][0]["employees"] = 32
    assert not [error.message for error in validator.iter_errors(tree)]
    tree["units"][0]["employees"] = 8.5
    assert not validator.is_valid(tree)


def test_every_input_of_the_vocabulary_has_its_field(vocabulary: Vocabulary) -> None:
    case = schema_of(vocabulary)
    stated = {slot.states for register in case.registers.values() for slot in register.slots.values()}
    stated |= {part.states for slot in case.enterprise.values() for part in (slot, *slot.parts)}
    inputs = {p.id for p in vocabulary.properties.values() if p.origin is Origin.INPUT and p.kind is not Kind.DETAIL}
    assert inputs <= stated


def test_incidents_carry_no_free_text(vocabulary: Vocabulary) -> None:
    slots = schema_of(vocabulary).section(INCIDENT)
    assert not [name for name, slot in slots.items() if slot.type is Type.TEXT]


def test_everything_has_a_title(vocabulary: Vocabulary) -> None:
    for language in LANGUAGES:
        made = schema(vocabulary, language)
        assert all(part.get("title") for part in made["properties"].values())
        for register in made["properties"].values():
            for part in register.get("items", {}).get("properties", {}).values():
                assert part.get("title")
