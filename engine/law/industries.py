"""The lists of industries that the law names by their codes; read from tables beside the law base."""

import csv
from pathlib import Path

from engine.vocabulary.model import CodeList

LISTS = {"in_listed_industry": ("no/bht-industries.csv", "SN2025", "no/olm/13-1/2")}  # by flag: file in kb, scheme, provision


def load(rulebase: Path) -> dict[str, CodeList]:
    """Read the lists of a rule-base folder, by the flag that says whether an undertaking is on one."""
    found = {}
    for flag, (name, scheme, path) in LISTS.items():
        file = rulebase / "kb" / name
        if file.is_file():
            with file.open(encoding="utf-8", newline="") as stream:
                codes = tuple(_codes(row) for row in csv.DictReader(stream))
            found[flag] = CodeList(path, scheme, codes)
    return found


def _codes(row: dict[str, str]) -> tuple[str, str, bool]:
    first, _, last = row["code"].replace(".", "").partition("-")
    if not first.isdigit() or len(last or first) != len(first) or row["partial"] not in ("yes", "no"):
        raise ValueError(f"not an industry code, or not a range of codes of one length: {row['code']} ({row['partial']})")
    return first, last or first, row["partial"] == "yes"
