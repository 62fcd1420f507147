"""The check against the seeds: the rule base and a folder of seed files in, what does not agree out.

The seeds are not kept with the rule base; ``kb/sources/seeds.csv`` holds their names, sha256 and number of lines
(counted by line feeds, an unfinished last line included), and each quote names file and lines.
``python -m engine.law.seeds RULEBASE SEEDS`` runs the check.
"""

import csv
import hashlib
import sys
from pathlib import Path

from engine.law.load import load
from engine.law.model import LawBase


def check_seeds(rulebase: Path, seeds: Path, lawbase: LawBase) -> list[str]:
    """Name every seed that is missing or changed, and every quote or title that does not stand where it says."""
    faults, lines = [], dict[str, list[str]]()
    with (rulebase / "kb" / "sources" / "seeds.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        file = seeds / row["file"]
        if not file.is_file():
            faults.append(f"{row['file']}: missing")
            continue
        content = file.read_bytes()
        lines[file.name] = content.decode("utf-8").removesuffix("\n").split("\n")
        if hashlib.sha256(content).hexdigest() != row["sha256"]:
            faults.append(f"{row['file']}: not the file that was read (sha256)")
        if len(lines[file.name]) != int(row["lines"]):
            faults.append(f"{row['file']}: {len(lines[file.name])} lines, not {row['lines']}")
    quotes = [(unit.id, unit.quote.text, unit.quote.file, unit.quote.first, unit.quote.last)
              for unit in lawbase.by_id.values() if unit.quote]
    for chapter in lawbase.chapters.values():
        name, _, span = chapter.quoted_in.partition(":")
        start, _, end = span.partition("-")
        quotes.append((f"{chapter.act} {chapter.number}", chapter.title.nb, name, int(start), int(end)))
    for id_, text, name, first, last in quotes:
        place = lines.get(name, [])[first - 1:last]
        if text not in " ".join(" ".join(place).split()):
            faults.append(f"{id_}: the quote does not stand in {name}:{first}-{last}")
    return faults


if __name__ == "__main__":
    found = check_seeds(Path(sys.argv[1]), Path(sys.argv[2]), load(Path(sys.argv[1])))
    print("\n".join(found) or "The seeds are those that were read, and every quote stands where it says.")
    sys.exit(1 if found else 0)
