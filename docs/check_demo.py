"""Runs the command of the demo and compares what it prints with the sample in README.md, line by line.

The sample is the fenced block between ``<!-- demo -->`` and ``<!-- /demo -->``. A first line that begins with ``$`` is the command as a
reader types it, and must be the one that is run. A last line that is only ``…`` says that the rest of the answer is left out.
Ends 0 when the answer is the sample; a breach was found then, or not (the exit codes 1 and 0 of ``assess``).

    python docs/check_demo.py README.md forsvarlig assess examples/small.yaml
"""

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"<!-- demo -->\s*^```[a-z]*\n(.*?)^```\s*<!-- /demo -->", re.S | re.M)
ANSWERED = (0, 1)  # nothing breached, something breached


def sample(readme: str) -> tuple[str | None, list[str], bool]:
    """Give the command that the sample shows, the lines it prints, and whether that is all of them.

    Raises ValueError where there is no sample.
    """
    found = BLOCK.search(readme)
    if not found:
        raise ValueError("there is no fenced block between <!-- demo --> and <!-- /demo -->")
    lines = found.group(1).splitlines()
    command = lines.pop(0).removeprefix("$").strip() if lines and lines[0].startswith("$") else None
    whole = not (lines and lines[-1].strip() == "…")
    return command, lines if whole else lines[:-1], whole


def main(readme: Path, command: list[str]) -> int:
    """Run, print, compare."""
    try:
        shown, wanted, whole = sample(readme.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(f"{readme}: {error}", file=sys.stderr)
        return 1
    typed = " ".join([Path(command[0]).name, *command[1:]])
    if shown is not None and shown != typed:
        print(f"{readme} shows “{shown}”, the demo runs “{typed}”", file=sys.stderr)
        return 1
    print(f"$ {typed}", flush=True)
    ran = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    print(ran.stdout, end="", flush=True)
    if ran.returncode not in ANSWERED:
        print(f"the demo ended {ran.returncode}", file=sys.stderr)
        return 1
    printed = [line.rstrip() for line in ran.stdout.rstrip("\n").splitlines()]
    wanted = [line.rstrip() for line in wanted]
    while wanted and not wanted[-1]:
        wanted.pop()
    differing = list(difflib.unified_diff(wanted, printed if whole else printed[: len(wanted)], str(readme), "the demo", lineterm=""))
    if differing or not wanted:
        print("\n".join(["\nThe answer is not the one that README.md shows:", *differing]), file=sys.stderr)
        return 1
    print(f"\nThe demo went as {readme} shows" + (" (a breach was found, as it should be)." if ran.returncode else "."))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
