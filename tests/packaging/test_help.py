"""Help: quick, since it loads none of the heavy libraries, and with an example for every command."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import parser

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"rdflib", "pyshacl", "durable", "durable_rules_engine", "lark", "yaml", "stdnum", "fastapi"}


def imported(*arguments: str) -> set[str]:
    """Give the top-level packages that a command line imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli.main", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )
    assert ran.returncode == 0, ran.stderr
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if line.startswith("import time:")}


HELPS = [("--help",), ("assess", "--help"), ("law", "--help"), ("rules", "check", "--help"), ("diff", "--help")]


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_help_imports_none_of_the_heavy_libraries(arguments: tuple[str, ...]) -> None:
    found = imported(*arguments)
    assert "argparse" in found, "the times of the imports were not printed"
    assert not found & HEAVY


def parsers(found: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield found
    for action in found._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in dict.fromkeys(action.choices.values()):
                yield from parsers(each)


@pytest.mark.parametrize("each", list(parsers(parser())), ids=lambda each: each.prog)
def test_every_help_has_an_example(each: argparse.ArgumentParser) -> None:
    _, example, commands = each.format_help().partition("example")
    assert example, f"{each.prog} --help has no example"
    assert each.prog in commands, f"the example of {each.prog} --help shows another command"
