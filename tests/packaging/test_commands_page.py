"""``docs/commands.md`` says what the commands say of themselves."""

import importlib.util
from pathlib import Path

from cli import rules
from cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location("write_commands", ROOT / "docs" / "write_commands.py")
assert _SPEC and _SPEC.loader
write_commands = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(write_commands)


def test_the_page_is_what_the_commands_say() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == write_commands.page(), "run python docs/write_commands.py"


def test_every_command_has_a_section_and_an_example() -> None:
    page = write_commands.page()
    for name in (*(f"forsvarlig {each}" for each in COMMANDS), *(f"forsvarlig rules {each}" for each in rules.COMMANDS)):
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert f"{name}" in section.partition("```")[2], name
