"""Units of law that say a duty and have no rule, each with the reason: ``kb/without-rule.csv`` in, reasons by path out."""

import csv
import io

from engine.text import LANGUAGES, Text

FILE = "kb/without-rule.csv"


def reasons_in(text: str) -> dict[str, Text]:
    """Read the reasons, by the path of the unit, in the order of the file."""
    return {row["path"]: Text(*(row[language] or "" for language in LANGUAGES)) for row in csv.DictReader(io.StringIO(text))}


def paths_in(text: str) -> dict[str, int]:
    """Read the paths, each with its line."""
    rows = csv.DictReader(io.StringIO(text))
    return {row["path"]: rows.line_num for row in rows}
