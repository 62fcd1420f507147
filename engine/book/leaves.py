"""How the acts are cut into pages: an act is one page, or one for each chapter, or for some sections where a chapter is long."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from engine.book.relations import Relations
from engine.law.model import Act, Provision

LONGEST = 140  # the weight of a page
DUTY = 4  # how much heavier a duty is than a provision


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an act with all that is beneath it: each path with its versions, the newest first."""

    path: str
    chapter: str
    paths: tuple[tuple[Provision, ...], ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page about an act; ``chapters`` are the chapters on it, ``is_part`` says that it is a run of sections of a chapter."""

    page: str
    act: Act
    chapters: tuple[str, ...]
    sections: tuple[Section, ...]
    is_part: bool


def slug(text: str) -> str:
    """Make a file name of an id."""
    return re.sub(r"[^\w.-]+", "-", text)


def anchor(unit: Provision, newest: bool) -> str:
    """Name the place of a unit on its page: its path inside the act, and the first day where a later version has the path alone."""
    name = ".".join(unit.path.split("/")[2:])
    return name if newest else f"{name}@{unit.valid_from}"


def front_page(act: Act) -> str:
    """Name the page that an act begins on."""
    return f"law-{slug(act.id)}.html"


def leaves(relations: Relations) -> dict[str, tuple[Leaf, ...]]:
    """Cut every act into its pages, in the order of the law."""
    sections: dict[str, list[Section]] = {act: [] for act in relations.law.acts}
    for section in _sections(relations):
        sections[section.paths[0][0].act].append(section)
    return {id_: tuple(_leaves(relations, relations.law.acts[id_], found)) for id_, found in sections.items()}


def _sections(relations: Relations) -> Iterator[Section]:
    for path, paths in groupby(relations.law.paths(), key=lambda path: "/".join(path.split("/")[:3])):
        versions = [tuple(reversed(relations.law.versions(each))) for each in paths]
        yield Section(path, versions[0][0].chapter, tuple(versions))


def _leaves(relations: Relations, act: Act, sections: list[Section]) -> Iterator[Leaf]:
    chapters = tuple(dict.fromkeys(section.chapter for section in sections))
    if _weight(relations, sections) <= LONGEST:
        yield Leaf(front_page(act), act, chapters, tuple(sections), False)
        return
    for chapter in chapters:
        name = f"law-{slug(act.id)}-{slug(chapter)}" if chapter else f"law-{slug(act.id)}"
        runs = list(_runs(relations, [section for section in sections if section.chapter == chapter]))
        for run in runs:
            alone = len(runs) == 1 and chapter
            page = f"{name}.html" if alone else f"{name}-s{slug(run[0].path.rsplit('/', 1)[1])}.html"
            yield Leaf(page, act, (chapter,), run, not alone)


def _runs(relations: Relations, sections: list[Section]) -> Iterator[tuple[Section, ...]]:
    """Cut sections into runs of about the same weight, none heavier than a page."""
    left = -(-_weight(relations, sections) // LONGEST)  # runs still to come
    wanted = _weight(relations, sections) / left
    run: list[Section] = []
    for section in sections:
        if run and left > 1 and _weight(relations, run) + _weight(relations, [section]) / 2 > wanted:
            yield tuple(run)
            run, left = [], left - 1
        run.append(section)
    yield tuple(run)


def _weight(relations: Relations, sections: Iterable[Section]) -> int:
    paths = [versions for section in sections for versions in section.paths]
    return sum(len(versions) + DUTY * len(relations.at.get(versions[0].path, ())) for versions in paths)
