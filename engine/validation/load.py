"""Reading the index of published cases, and what was held in each that has a case file."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from engine.errors import BadInputError, Problem
from engine.text import LANGUAGES, Text
from engine.validation.model import EVERY_SCOPE, Law, Point, Published

INDEX = "cases.yaml"
ENDING = ".expected.yaml"
NO_INDEX = Text(
    "Her er ingen oversikt over publiserte saker.",
    "Her er ingen oversigt over offentliggjorte sager.",
    "There is no index of published cases here.",
)
UNKNOWN_ID = Text("{id} er ikke i oversikten.", "{id} er ikke i oversigten.", "{id} is not in the index.")
KNOWN = Text("Saker: {ids}", "Sager: {ids}", "Cases: {ids}")


def published(folder: Path, ids: Iterable[str] = ()) -> list[Published]:
    """Read the cases of a folder, or those with the ids that are given. Raises BadInputError where there is none."""
    index = folder / INDEX
    if not index.is_file():
        raise BadInputError([Problem(str(index), 0, 0, "no-index", NO_INDEX)])
    every = [_published(row, folder) for row in _read(index)["cases"]]
    known = {case.id for case in every}
    wrong = [id_ for id_ in ids if id_ not in known]
    if wrong:
        hint = KNOWN.format(ids=", ".join(case.id for case in every))
        raise BadInputError(
            [Problem(str(index), 0, 0, "unknown-case", UNKNOWN_ID.format(id=id_), hint) for id_ in wrong]
        )
    chosen = set(ids) or known
    return [case for case in every if case.id in chosen]


def _published(row: dict[str, Any], folder: Path) -> Published:
    expected = next(iter(sorted(folder.glob(f"{row['id']}-*{ENDING}"))), None)
    held = _read(expected) if expected else {}
    return Published(
        row["id"],
        row["year"],
        _text(row["body"]),
        _text(row["theme"]),
        row["section"],
        row["standing"],
        row.get("reason"),
        _text(row["why"]),
        folder / held["case"] if held else None,
        tuple(_law(law, held, row.get("uncounted", ())) for law in held.get("laws", ())),
    )


def _law(law: dict[str, Any], held: dict[str, Any], uncounted: Collection[str]) -> Law:
    """Read the law of a day: with what was held, or (the first two cases) with every outcome and the dossier's own mapping.

    Of those two the index says which points don't count, as their files were written before there was such a thing.
    """
    day = date.fromisoformat(law["date"])
    if "held" in law:
        points = tuple(_point(point) for point in law["held"])
        return Law(day, points, tuple((d, EVERY_SCOPE) for p in points if p.verdict == "breach" for d in p.duties))
    breaches = tuple(
        (duty, scope)
        for duty, scopes in law["outcomes"].items()
        for scope, outcome in scopes.items()
        if outcome == "breach"
    )
    in_force = set(law["outcomes"])
    mapped = [each for each in held["dossier_expects"] if each["duty"] in in_force]
    return Law(day, tuple(_mapped(each, each["duty"] not in uncounted) for each in mapped), breaches)


def _point(point: dict[str, Any]) -> Point:
    return Point(
        point["id"],
        point["verdict"],
        tuple(point.get("duties", ())),
        tuple(point.get("outlook", ())),
        point.get("scope", EVERY_SCOPE),
        point.get("counts", True),
        point.get("not_comparable"),
        _text(point["what"]),
    )


def _mapped(expects: dict[str, Any], counts: bool) -> Point:
    return Point(expects["duty"], expects["outcome"], (expects["duty"],), (), EVERY_SCOPE, counts, None, None)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _text(words: dict[str, str]) -> Text:
    return Text(*(words[language] for language in LANGUAGES))
