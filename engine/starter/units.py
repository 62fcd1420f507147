"""The units of law that a new duty rests on and the law base lacks: drafted in Turtle, in force on the one day we know to name."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.law.load import law_files, sort_key
from engine.law.model import Act, LawBase, Provision
from engine.text import LANGUAGES, Language, Text

HEAD = """# {comment}
@base <https://w3id.org/forsvarlig/law/> .
@prefix fv: <https://w3id.org/forsvarlig/ns#> .
@prefix src: <https://w3id.org/forsvarlig/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
UNIT = """
# {comment}
<{path}@{day}> a fv:Provision ;
  fv:path "{path}" ; fv:act <{act}> ;{place}
  fv:validFrom "{day}"^^xsd:date ; fv:before "not_read" ;
  fv:status "not_modelled" ; fv:content "inferred" ; fv:number "unverified" ;
  fv:source src:{source} ; fv:dossier "{regime}.md (draft)" ;
  fv:because
{because} ;
  fv:paraphrase
{paraphrase} .
"""
COMMENT = Text(
    "UTKAST: ikke lest. Skriv gjengivelse, kilde og første dag; rett status, content, number og before når teksten er lest.",
    "UDKAST: ikke læst. Skriv gengivelse, kilde og første dag; ret status, content, number og before, når teksten er læst.",
    "DRAFT: not read. Write paraphrase, source and first day; correct status, content, number and before once the text was read.",
)
BECAUSE = Text(
    "Utkast: bestemmelsen er ikke lest, og hva den sier, er ikke skrevet.",
    "Udkast: bestemmelsen er ikke læst, og hvad den siger, er ikke skrevet.",
    "Draft: the provision was not read, and what it says has not been written.",
)
PARAPHRASE = Text(
    "Gjengivelsen av {path} er ikke skrevet ennå.",
    "Gengivelsen af {path} er ikke skrevet endnu.",
    "The paraphrase of {path} has not been written yet.",
)
NEW_FILE = Text("{act}, {chapter}: utkast.", "{act}, {chapter}: udkast.", "{act}, {chapter}: draft.")
_SECTION = re.compile(r"[0-9]+[A-Za-z]?(?:-[0-9]+[a-z]?)?")
_PARTS = (("ledd", re.compile(r"([0-9]+)")), ("bokstav", re.compile(r"([a-z])")), ("nr", re.compile(r"nr-([0-9]+)")))


@dataclass(frozen=True, slots=True)
class Draft:
    """Units that are drafted: their paths, the file they go to, and what is put at its end (with its head, where it is new)."""

    paths: tuple[str, ...]
    file: str
    text: str
    is_new: bool


def missing(path: str, law: LawBase) -> list[str]:
    """Give the units that a path needs and the law base lacks, the section first."""
    parts = path.split("/")
    needed = ["/".join(parts[:length]) for length in range(3, len(parts) + 1)]
    return [each for each in needed if not law.versions(each)]


def known_form(path: str, law: LawBase) -> str:
    """Give a path as the law base writes it: what comes after a section may be its numbers, not its paragraphs."""
    section, _, number = path.rpartition("/")
    numbered = f"{section}/nr-{number}"
    return numbered if not law.versions(path) and law.versions(numbered) else path


def draft_units(paths: list[str], act: Act, law: LawBase, folder: Path, day: date, language: Language) -> Draft | None:
    """Draft units of one act; None for a path whose pieces mean nothing to us."""
    written = []
    near = _nearest(paths[0], act, law)
    chapter = _chapter(paths[0], near)
    for path in paths:
        place = _place(path, chapter)
        if place is None:
            return None
        written.append(
            UNIT.format(
                comment=COMMENT.in_(language), path=path, day=day, act=act.id.replace(".", "/"), place=place, regime=act.regime,
                source=(near.sources if near else act.sources)[0], because=_three(BECAUSE), paraphrase=_three(PARAPHRASE.format(path=path)),
            )
        )  # fmt: skip
    file, is_new = _file(act, chapter, near, folder)
    head = HEAD.format(comment=NEW_FILE.in_(language).format(act=act.short_title.in_(language), chapter=chapter)) if is_new else ""
    return Draft(tuple(paths), file, head + "".join(written), is_new)


def _three(text: Text) -> str:
    return " ,\n".join(f'    "{text.in_(language)}"@{language}' for language in LANGUAGES)


def _nearest(path: str, act: Act, law: LawBase) -> Provision | None:
    """Give the unit of the act that comes right before a path in the order of the law, else its first."""
    mine = [each for each in law.paths() if law.versions(each)[-1].act == act.id and law.versions(each)[-1].topic is None]
    before = [each for each in mine if sort_key(each) < sort_key(path)]
    chosen = max(before, key=sort_key) if before else next(iter(mine), None)
    return law.versions(chosen)[-1] if chosen else None


def _chapter(path: str, near: Provision | None) -> str:
    """Give the chapter: what a Norwegian section begins with, else that of the unit before it."""
    chapter, hyphen, _ = path.split("/")[2].partition("-")
    return chapter if hyphen and path.startswith("no/") else near.chapter if near else ""


def _place(path: str, chapter: str) -> str | None:
    """Write what a path says of a unit: its chapter, section and pieces."""
    section, *pieces = path.split("/")[2:]
    if not _SECTION.fullmatch(section):
        return None
    found = {"chapter": f'"{chapter}"'} if chapter else {}
    found["section"] = f'"{section}"'
    for piece in pieces:
        kinds = [(kind, match[1]) for kind, pattern in _PARTS if (match := pattern.fullmatch(piece))]
        kind, value = kinds[0] if kinds else ("", "")
        kind = "nr" if kind == "ledd" in found else kind  # a number within a paragraph
        if not kind or kind in found:
            return None
        found[kind] = f'"{value}"' if kind == "bokstav" else value
    return "".join(f" fv:{name} {value} ;" for name, value in found.items())


def _file(act: Act, chapter: str, near: Provision | None, folder: Path) -> tuple[str, bool]:
    """Give the file that units go to, and whether it is new: the one that holds their chapter, or all of the act, or a new one."""
    home = f"kb/{act.id.replace('.', '/')}"
    files = [file for file in law_files(folder) if file.relative_to(folder).as_posix().startswith(f"{home}/")]
    own = folder / home / f"{chapter}.ttl"
    if chapter and own in files:
        return own.relative_to(folder).as_posix(), False
    if near and (len(files) == 1 or near.chapter == chapter):
        holding = next((file for file in files if f"<{near.id}>" in file.read_text(encoding="utf-8")), None)
        if holding:
            return holding.relative_to(folder).as_posix(), False
    return f"{home}/{chapter or act.id.rpartition('.')[2]}.ttl", True
