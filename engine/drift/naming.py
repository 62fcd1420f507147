"""Naming: the path of a unit in, what a reader calls it out, whether the law base has it or not."""

from datetime import date

from engine.drift.model import ABOVE, CHAPTER, REST
from engine.drift.place import Place, place_of
from engine.drift.words import PLACES
from engine.law import citation
from engine.law.model import Act, LawBase, Provision
from engine.law.words import PLACE_WORDS
from engine.text import LANGUAGES, Text, same

_NOTHING = same("")


def name(path: str, act: Act, law: LawBase) -> Text:
    """Name a unit: ``§ 3A-2 tredje ledd bokstav a``, ``the heading of chapter 3A``."""
    unit = place_of(path)
    if not unit.section:
        return PLACES["stray"]
    heading_of_chapter = unit.section.startswith(CHAPTER)
    if unit.section.startswith(ABOVE):
        return PLACES["above"].format(place=frame(unit.section.removeprefix(ABOVE), act, law))
    place = frame(unit.section, act, law) if heading_of_chapter else _cited(path, unit, act, law)
    if unit.rest:
        return PLACES["rest"].format(place=place)
    if heading_of_chapter or (act.regime == "no" and path.count("/") == 2 and not unit.section.startswith("annex")):
        return PLACES["heading"].format(place=place)
    exact = "/".join(filter(None, (unit.deeper, *(number for number in (unit.ledd, unit.nr) if not number.isdigit()))))
    return Text(*(f"{text} ({exact})" for text in place)) if exact else place


def cited(path: str, law: LawBase) -> Text:
    """Name a provision of the law base within its act."""
    unit = law.versions(path)[-1]
    return Text(*(citation.place(unit, language, law) for language in LANGUAGES))


def frame(section: str, act: Act, law: LawBase) -> Text:
    """Name a chapter, section or annex itself, by the third piece of its path."""
    if section.startswith(CHAPTER):
        return PLACES["chapter"].format(number=section.removeprefix(CHAPTER))
    return _cited(f"{act.id.replace('.', '/')}/{section}", Place(section), act, law)


def _cited(path: str, place: Place, act: Act, law: LawBase) -> Text:
    """Print a place as the law base's citations are printed; in Denmark a letter stands under its number."""
    if act.regime == "dk" and place.nr and place.bokstav and not place.section.startswith("annex"):
        number, letter = _cited(path, place._replace(bokstav=""), act, law), PLACE_WORDS["letter"]
        return Text(*(f"{said}{' ' if language == 'nb' else ', '}{letter.in_(language)} {place.bokstav}"
                      for language, said in zip(LANGUAGES, number, strict=True)))
    unit = Provision(
        path=path.removesuffix(f"/{REST}"), act=act.id, chapter="", section=place.section, ledd=_whole(place.ledd), bokstav=place.bokstav,
        nr=_whole(place.nr), valid_from=date.min, valid_until=None, before="not_read", status="not_modelled", content="inferred",
        number="unverified", sources=(), dossier="", paraphrase=_NOTHING, heading="", predecessor="", cited_as=(), quote=None,
        because=None, note=None,
    )
    return Text(*(citation.place(unit, language, law) for language in LANGUAGES))


def _whole(number: str) -> int | None:
    figures = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(figures) if figures else None
