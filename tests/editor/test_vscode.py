"""The VS Code extension: what its description names is there, and its colours are those of the keywords."""

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.language.keywords import STARTERS, keywords
from engine.text import LANGUAGES

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
PACKAGE = json.loads((FOLDER / "package.json").read_text("utf-8"))
CODE = (FOLDER / "src" / "extension.ts").read_text("utf-8")
GRAMMAR = FOLDER / "syntaxes" / "regel.tmLanguage.json"


def test_the_committed_colours_are_those_the_script_writes() -> None:
    spec = importlib.util.spec_from_file_location("make_grammar", FOLDER / "make_grammar.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert GRAMMAR.read_text("utf-8") == script.text(), "run: python editors/vscode/make_grammar.py"


def test_the_description_is_coherent() -> None:
    contributes = PACKAGE["contributes"]
    language, = contributes["languages"]
    grammar, = contributes["grammars"]
    assert (language["id"], language["extensions"]) == ("regel", [".regel"]) and grammar["language"] == language["id"]
    assert (FOLDER / language["configuration"]).is_file() and (FOLDER / grammar["path"]).is_file()
    assert json.loads((FOLDER / grammar["path"]).read_text("utf-8"))["scopeName"] == grammar["scopeName"]
    assert PACKAGE["main"].removeprefix("./") in PACKAGE["scripts"]["build"]
    assert set(contributes["configurationDefaults"]) == {"[regel]"}
    assert "vscode-languageclient" in PACKAGE["dependencies"] and {"esbuild", "typescript"} <= set(PACKAGE["devDependencies"])


def test_every_command_and_setting_that_is_described_is_used_and_the_other_way_round() -> None:
    contributes = PACKAGE["contributes"]
    commands = {each["command"] for each in contributes["commands"]}
    assert commands == set(re.findall(r'registerCommand\("([^"]+)"', CODE))
    settings = set(contributes["configuration"]["properties"])
    assert settings == {f"forsvarlig.{name}" for name in re.findall(r'settings\.get<\w+>\("(\w+)"\)', CODE)}
    assert '"lsp"' in CODE and contributes["configuration"]["properties"]["forsvarlig.command"]["default"] == "forsvarlig"
    assert 'language: "regel"' in CODE


def test_comments_and_quotes_are_those_of_the_rule_language() -> None:
    found = json.loads((FOLDER / "language-configuration.json").read_text("utf-8"))
    assert found["comments"]["lineComment"] == "#"
    assert found["brackets"] == [["«", "»"]]


def test_nothing_that_npm_makes_is_committed() -> None:
    ignored = (FOLDER / ".gitignore").read_text("utf-8").split()
    assert {"node_modules/", "out/", "package-lock.json"} <= set(ignored)


def patterns(node: Any) -> list[dict[str, Any]]:
    """Give the rules of the grammar that colour the beginning of a line."""
    return [each for each in node["patterns"] if (each.get("match") or each.get("begin", "")).startswith("^")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("terminal", STARTERS)
def test_every_keyword_that_begins_a_line_is_coloured_whole(language: str, terminal: str) -> None:
    rules = patterns(json.loads(GRAMMAR.read_text("utf-8")))
    for spelling in keywords(language).spellings[terminal]:  # type: ignore[arg-type]
        behind = {"END": "", "DUTY": " no.a.1", "RULE": " no.a.1", "REMARK": " no.a.1", "OUTLOOK": " no.a.1", "BASIS": " no/a/1"}
        line = f"    {spelling}{behind.get(terminal, ' enhet U')}"
        found = [match for rule in rules if (match := re.match(rule.get("match") or rule["begin"], line))]
        assert found and found[0].group(1) == spelling, line
    assert not [rule for rule in rules if re.match(rule.get("match") or rule["begin"], "    U har alenearbeid")]
