"""What the program imports comes with the program: a plain installation has no packages of the tests."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN = {"engine", "cli"}
EDITOR = ("cli/lsp/", "engine/editor/")  # what only the language server imports comes with the extra of that name


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~ ]", each, maxsplit=1)[0].lower().replace("_", "-") for each in requirements}


def imported(file: Path) -> set[str]:
    """Give the top-level names that a file imports anywhere in it, but those that only a type checker reads."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - OWN


def test_every_package_that_is_imported_is_a_dependency() -> None:
    core, editor = named(PROJECT["dependencies"]), named(PROJECT["optional-dependencies"]["editor"])
    provided = packages_distributions()
    lacking, seen = [], set[str]()
    for file in sorted(path for part in sorted(OWN) for path in (ROOT / part).rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        allowed = core | (editor | {"lsprotocol"} if path.startswith(EDITOR) else set())
        for name in sorted(imported(file)):
            distributions = {each.lower().replace("_", "-") for each in provided.get(name, [name])}
            seen |= distributions
            if not distributions & allowed:
                lacking.append(f"{path}: {name}")
    assert lacking == []
    assert {"rdflib", "lark", "clingo", "durable-rules", "pygls"} <= seen
