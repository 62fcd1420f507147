"""The files that the editor supplies: paths in, an edition of each act out, or everything that is wrong with them at once."""

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.drift.forms import FORMS
from engine.drift.html import read_html
from engine.drift.messages import problem
from engine.drift.model import ASIDES, Aside, Block, Edition, Line, Unit
from engine.drift.normal import normal
from engine.drift.outline import Outline
from engine.drift.placing import Placing
from engine.drift.plain import LINE_END, read_plain
from engine.errors import BadInputError, Problem
from engine.law.model import Act, LawBase
from engine.os_words import why

LARGEST = 20_000_000  # bytes
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<!?[a-z]", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Supplied:
    """The files of one act as they were read."""

    act: Act
    files: tuple[str, ...]
    edition: Edition


def read_files(files: Sequence[Path], asked: str | None, url: str, law: LawBase) -> tuple[Supplied, ...]:
    """Read the files, by act in the order of the law base. ``asked`` names the act of files that do not say it themselves.

    Raises BadInputError with everything that is wrong.
    """
    problems: list[Problem] = []
    named = _asked(asked, law, problems) if asked else None
    found: dict[str, list[tuple[Path, Placing]]] = {}
    for file in files:
        text = _text(file, problems)
        if text is None or (asked and named is None):
            continue
        act, blocks = _act_and_blocks(file, text, named, url, law, problems)
        if act is None:
            continue
        placing = Placing(act.id.replace(".", "/"), Outline(FORMS[act.regime]), file.name)
        placing.read(blocks)
        if placing.sections or placing.opened:
            found.setdefault(act.id, []).append((file, placing))
        else:
            problems.append(problem(str(file), 0, "no-sections"))
    supplied = tuple(Supplied(law.acts[id_], tuple(file.name for file, _ in found[id_]), _together(found[id_], problems))
                     for id_ in law.acts if id_ in found)
    if problems:
        raise BadInputError(problems)
    return supplied


def _text(file: Path, problems: list[Problem]) -> str | None:
    """Read a file; of HTML in the encoding it names, otherwise as UTF-8."""
    try:
        if file.is_dir():
            problems.append(problem(str(file), 0, "is-directory"))
            return None
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        problems.append(problem(str(file), 0, "no-such-file"))
        return None
    except (OSError, ValueError) as error:
        problems.append(problem(str(file), 0, "unreadable", why=why(error) if isinstance(error, OSError) else str(error)))
        return None
    if len(data) > LARGEST:
        problems.append(problem(str(file), 0, "too-large", most=str(LARGEST // 1_000_000)))
        return None
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        problems.append(problem(str(file), data[:error.start].count(b"\n") + 1, "not-text", encoding=encoding, byte=str(error.start + 1)))
        return None
    if "\0" in text:
        place = text.index("\0")
        problems.append(problem(str(file), text[:place].count("\n") + 1, "not-text", encoding=encoding, byte=str(place + 1)))
        return None
    return text


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    named = _CHARSET.search(data[:4096]) if data.lstrip()[:1] == b"<" else None
    try:
        name = codecs.lookup(named[1].decode("ascii")).name if named else "utf-8"
    except LookupError:
        name = "utf-8"
    return {"utf-8": "utf-8-sig", "iso8859-1": "cp1252"}.get(name, name)  # as browsers read them


def _act_and_blocks(
    file: Path, text: str, asked: Act | None, url: str, law: LawBase, problems: list[Problem]
) -> tuple[Act | None, Sequence[Block]]:
    page = read_html(text) if _HTML.match(text) else None
    if page is not None:
        blocks: Sequence[Block] = page.blocks
        titles = [block.text for block in blocks if block.set_as == "heading"] + [block.text for block in blocks[:1]]
        top = [block.text for block in blocks]
    else:
        top = [line for line in (normal(line) for line in LINE_END.split(text)) if line]
        blocks, titles = (), top[:1]
    top = top[:next((position for position, line in enumerate(top) if line.startswith("§")), len(top))]
    addresses = [*(page.names if page else ()), url]
    said = [act for act in law.acts.values() if _says(act, addresses, top, [title for title in titles if title in top])]
    if asked is None and len(said) != 1:
        listed = ", ".join(act.id.replace(".", "/") for act in said)
        problems.append(problem(str(file), 0, "act-unclear", acts=listed) if said else problem(str(file), 0, "act-not-said"))
        return None, ()
    if asked is not None and said and asked not in said:
        problems.append(problem(str(file), 0, "another-act", said=said[0].short_title, asked=asked.short_title))
        return None, ()
    act = asked or said[0]
    return act, blocks if page is not None else read_plain(text, FORMS[act.regime])


def _says(act: Act, addresses: Sequence[str], top: Sequence[str], titles: Sequence[str]) -> bool:
    """Say whether a page names itself by the act's number or address, or by its title; that it cites the act is not enough."""
    own = act.title.nb if act.regime == "no" else act.title.da
    if any(title.casefold() == own.casefold() or title.casefold().endswith(f"({own.casefold()})") for title in titles):
        return True
    if act.identifier:
        number = re.escape(_bare(act.identifier))
        if any(re.fullmatch(rf"(?:\w+:? )?{number}", _bare(line)) for line in top):
            return True
    needles = [f"/eli/{act.eli.partition('/eli/')[2].removesuffix('/nor')}"] if act.eli else []
    if act.regime == "no" and act.identifier:
        needles += [f"/{kind}/{act.identifier.partition('-')[2]}" for kind in ("lov", "forskrift")]
    return any(re.search(rf"{re.escape(needle)}(?![\d-])", address) for needle in needles for address in addresses)


def _bare(text: str) -> str:
    return normal(text).casefold().replace("nr.", "nr")


def _asked(asked: str, law: LawBase, problems: list[Problem]) -> Act | None:
    """Find the act that ``--act`` names: by its path, or by a name that only one act has."""
    wanted = asked.strip().strip("/").replace("/", ".").casefold()
    if wanted in law.acts:
        return law.acts[wanted]
    named = [act for act in law.acts.values() if asked.casefold() in {alias.casefold() for alias in act.aliases}]
    if len(named) == 1:
        return named[0]
    listed = ", ".join(id_.replace(".", "/") for id_ in law.acts)
    problems.append(problem("--act", 0, "no-such-act", given=asked, acts=listed))
    return None


def _together(read: Sequence[tuple[Path, Placing]], problems: list[Problem]) -> Edition:
    """Put the files of one act together; a unit may come twice where its words are the same."""
    units: dict[str, Unit] = {}
    for file, placing in read:
        for unit in placing.units:
            other = units.setdefault(unit.path, unit)
            if other.words != unit.words:
                problems.append(problem(str(file), unit.line, "unit-twice", path=unit.path, other=f"{other.file}:{other.line}"))
    aside: Mapping[Aside, tuple[Line, ...]] = {kind: tuple(line for _, each in read for line in each.aside[kind]) for kind in ASIDES}
    return Edition(
        units,
        tuple(line for _, each in read for line in each.unplaced),
        tuple(line for _, each in read for line in each.doubtful),
        aside,
    )
