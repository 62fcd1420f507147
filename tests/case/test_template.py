"""The file that ``init`` writes reads without a problem or a warning, and names every field there is."""

import argparse
import json
from pathlib import Path

import pytest

from cli import init
from engine.case.reader import read_case, read_data
from engine.case.schema import schema_of
from engine.case.template import SHARED, template
from engine.text import LANGUAGES, Language
from engine.vocabulary.model import Vocabulary


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_a_case(language: Language, vocabulary: Vocabulary) -> None:
    case, warnings = read_data(template(vocabulary, language).encode(), "case.yaml", vocabulary)
    assert not warnings
    assert case.fictional and case.language == language
    assert case.regimes == {"nb": ("no",), "da": ("dk",), "en": ("no", "dk")}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_names_every_field(language: Language, vocabulary: Vocabulary) -> None:
    text, schema = template(vocabulary, language), schema_of(vocabulary)
    for key in [*schema.header, *schema.registers]:
        assert f"\n{key}:" in text
    for register in schema.registers.values():
        part = text[text.index(f"\n{register.key}:") :].split("\n\n")[0]
        for name in register.slots:
            assert name in SHARED or f"{name}: " in part, (register.key, name)
    assert max(len(line) for line in text.splitlines()) <= 120


def test_the_templates_differ_in_language_only(vocabulary: Vocabulary) -> None:
    cases = [read_data(template(vocabulary, language).encode(), "x", vocabulary)[0] for language in LANGUAGES]
    assert cases[0].entries.keys() == cases[1].entries.keys() == cases[2].entries.keys()


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    init.add_parser(parser.add_subparsers())
    args = parser.parse_args(["init", *words])
    result: int = args.run(args)
    return result


def test_init_writes_once(tmp_path: Path, vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "case.yaml"
    assert run("--lang", "da", "-o", str(file)) == 0
    assert read_case(file, vocabulary)[0].language == "da"
    before = file.read_bytes()
    assert run("--lang", "nb", "-o", str(file)) == 2
    assert file.read_bytes() == before
    assert "finnes fra før" in capsys.readouterr().err
    assert run("-o", str(tmp_path / "no" / "case.yaml")) == 2


def test_init_prints(vocabulary: Vocabulary, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    assert capsys.readouterr().out == template(vocabulary, "en")
    assert run("--schema", "--lang", "nb") == 0
    assert json.loads(capsys.readouterr().out)["properties"]["training"]["title"] == "opplæringer"
