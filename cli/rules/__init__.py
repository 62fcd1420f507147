"""``forsvarlig rules``: the workbench of the legal editor, one module for each of its commands."""

import argparse
import importlib

COMMANDS = ("check", "test", "lint", "fmt", "pack", "impact", "new")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules`` with its own commands."""
    parser = subparsers.add_parser(
        "rules",
        help="check the rule files",
        description="Work with the rule files of the rule base.",
        epilog="example: forsvarlig rules check",
    )
    commands = parser.add_subparsers(dest="rules_command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"cli.rules.{name}").add_parser(commands)
