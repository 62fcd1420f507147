"""Write ``commands.md``: the help of every command, from the parser itself, the same under every version of Python.

``python docs/write_commands.py`` writes it; with ``--check`` it ends 1 where the page is not what it would write.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cli.main import parser

PAGE = Path(__file__).with_name("commands.md")
HEAD = """# Every command

Written from the commands' own help by `python docs/write_commands.py`; a test holds it to that. `forsvarlig COMMAND --help` says the same.
Exit codes: 0 done · 1 something was found (a breach, a mistake, a change) · 2 wrong use or bad input · 3 a fault of ours.
"""


def page() -> str:
    """Give the page."""
    return "\n".join([HEAD, *(line for each in _parsers(parser()) for line in _section(each))]).rstrip() + "\n"


def _parsers(found: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield found
    for action in found._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in dict.fromkeys(action.choices.values()):
                yield from _parsers(each)


def _section(found: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## {found.prog}\n"
    if found.description:
        yield found.description.strip() + "\n"
    rows = [row for action in found._actions for row in _rows(action)]
    if rows:
        yield "| argument | what it is |\n|---|---|"
        yield from (f"| {name} | {said} |" for name, said in rows)
        yield ""
    if found.epilog:
        first, *lines = found.epilog.strip().split("\n")
        shown = lines or [first.partition(":")[2].strip()]
        yield "```\n" + "\n".join(line.strip() for line in shown) + "\n```\n"


def _rows(action: argparse.Action) -> Iterator[tuple[str, str]]:
    if isinstance(action, argparse._HelpAction):
        return
    if isinstance(action, argparse._SubParsersAction):
        for choice in action._choices_actions:
            yield f"`{choice.dest}`", _plain(choice.help or "")
        return
    names = ", ".join(action.option_strings)
    choices = "" if action.choices is None else "\\|".join(map(str, action.choices))
    value = choices or str(action.metavar or (action.dest.upper() if names else action.dest)).replace("|", "\\|")
    many = "…" if action.nargs in ("*", "+") else ""
    name = " ".join(part for part in (names, "" if action.nargs == 0 else value) if part) + many
    yield f"`{name}`", _plain(action.help or "")


def _plain(said: str) -> str:
    return " ".join(said.replace("%%", "%").replace("|", "\\|").split())


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
