"""The inventory: ``kb/inventory.csv`` in, one row per provision that the dossiers mention out."""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A provision as the dossier mentions it; ``version`` is its first day where the dossier tells versions apart."""

    regime: str
    act: str
    path: str
    citation: str
    dossier: str
    version: str

    @property
    def id(self) -> str:
        """The path, with the version where the row names one."""
        return f"{self.path}@{self.version}" if self.version else self.path


def read_inventory(file: Path) -> tuple[Row, ...]:
    """Read the rows of the inventory, in the order of the file."""
    with file.open(encoding="utf-8", newline="") as stream:
        return tuple(Row(**row) for row in csv.DictReader(stream))
