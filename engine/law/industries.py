"""The lists of industries that the law names by their codes; read from tables beside the law base.

A code raises the question and never decides: the dossier does not say which edition of the classification the list goes by.
"""

import csv
from pathlib import Path

from engine.vocabulary.model import CodeList

LISTS = {"in_listed_industry": ("no/bht-industries.csv", "no/olm/13-1/2")}  # by flag: file in kb, provision


def load(rulebase: Path) -> dict[str, CodeList]:
    """Read the lists of a rule-base folder, by the flag that says whether an undertaking is on one."""
    found = {}
    for flag, (name, path) in LISTS.items():
        file = rulebase / "kb" / name
        if file.is_file():
            with file.open(encoding="utf-8", newline="") as stream:
                codes = tuple(_codes(row) for row in csv.DictReader(stream))
            found[flag] = CodeList(path, codes)
    return found


def _codes(row: dict[str, str]) -> tuple[str, str, bool]:
    first, _, last = row["code"].replace(".", "").partition("-")
    if not first.isdigit() or len(last or first) != len(first) or row["partial"] not in ("yes", "no"):
        raise ValueError(f"not an industry code, or not a range of codes of one length: {row['code']} ({row['partial']})")
    return first, last or first, row["partial"] == "yes"
