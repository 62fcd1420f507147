"""Citations: a path in, the citation in a reader's language out; and a person's spelling in, paths out."""

import difflib
import re
from typing import Literal

from engine.law.model import LawBase, Provision
from engine.text import Language

Form = Literal["short", "full"]
ORDINALS: dict[str, tuple[str, ...]] = {
    "nb": ("første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende"),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
}
_OTHER_SPELLINGS = {"annet": 2, "syvende": 7}
_ORDINAL = {word: number for words in ORDINALS.values() for number, word in enumerate(words, 1)} | _OTHER_SPELLINGS

# The pieces of a citation after the section, each with the kind of piece its number or letter is.
_PIECES = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (
    ("ledd", r"\((\d+)\)"), ("ledd", r"(\d+)\. ?ledd\b"), ("ledd", r"ledd (\d+)\b"), ("ledd", r"stk\.? ?(\d+)\b"),
    ("ledd", rf"({'|'.join(_ORDINAL)}) (?:ledd|paragraph)\b"), ("nr", r"(?:nr|no)[.-]? ?(\d+)\b"),
    ("bokstav", r"(?:bokstav|litra|letter) ([a-z])\b"), ("ledd", r"[./](\d+)"), ("bokstav", r"[./]?([a-z])\b(?!\.)"),
    ("part", r"-([ivx]+)$"),
)]
_NO_PLACE = re.compile(r"^[ ./]*(\([^)\d]+-[\d-]+\) *)?(section )?", re.IGNORECASE)  # between act and section
_SECTION = re.compile(r"(\d+ ?[a-z]?-\d+[a-z]?|\d+)", re.IGNORECASE)


class UnknownProvisionError(LookupError):
    """No provision of the law base has this path."""


def cite(path: str, language: Language, form: Form = "short", *, lawbase: LawBase) -> str:
    """Print the citation of a path; the full form adds the identifier of the act.

    A ledd that is the only one of its section is not named, as is usual.
    """
    if not lawbase.versions(path):
        raise UnknownProvisionError(path)
    unit = lawbase.versions(path)[-1]
    act = lawbase.act(unit.act)
    title = act.short_title.in_(language)
    if form == "full" and act.identifier:
        title = f"{title} ({act.identifier})"
    return title + (", " if language == "en" else " ") + place(unit, language, lawbase)


def place(unit: Provision, language: Language, lawbase: LawBase) -> str:
    """Print the place within the act alone: ``§ 3A-5 første ledd bokstav a``."""
    ledd = None if _only_ledd(unit, lawbase) else unit.ledd
    if language == "nb":
        words = [f"§ {unit.section}", ledd and f"{_ordinal(ledd, 'nb')} ledd",
                 unit.bokstav and f"bokstav {unit.bokstav}", unit.nr and f"nr. {unit.nr}"]
        return " ".join(str(word) for word in words if word)
    if language == "da":
        words = [f"§ {unit.section}", ledd and f"stk. {ledd}", unit.bokstav and f"litra {unit.bokstav}",
                 unit.nr and f"nr. {unit.nr}"]
    else:
        words = [f"section {unit.section}", ledd and f"{_ordinal(ledd, 'en')} paragraph",
                 unit.bokstav and f"letter {unit.bokstav}", unit.nr and f"no. {unit.nr}"]
    return ", ".join(str(word) for word in words if word)


def find(text: str, lawbase: LawBase) -> list[str]:
    """Give the paths a person may mean by ``3A-5``, ``aml 4-3``, ``§ 4-3 femte ledd``, ``no.aml.4-3.5``, if any."""
    wanted = " ".join(text.replace("§", " ").replace(",", " ").split())
    plain = wanted.partition("@")[0].strip("/")
    if plain in lawbase.by_path:
        return [plain]
    acts, rest = _split_act(wanted, lawbase)
    section = _SECTION.match(rest)
    if not section:
        return []
    pieces = _pieces(rest[section.end():].strip())
    if pieces is None:
        return []
    name = section[0].replace(" ", "").casefold()
    return [path for path, versions in lawbase.by_path.items()
            if versions[-1].act in acts and versions[-1].section.casefold() == name and _fits(versions[-1], pieces)]


def near(text: str, lawbase: LawBase, count: int = 5) -> list[str]:
    """Give the sections whose number is spelt most like the text, for "did you mean"."""
    acts, rest = _split_act(" ".join(text.replace("§", " ").split()), lawbase)
    sections: dict[str, list[str]] = {}
    for path, versions in lawbase.by_path.items():
        if path.count("/") == 2 and versions[-1].act in acts:
            sections.setdefault(versions[-1].section.casefold(), []).append(path)
    asked = _SECTION.match(rest)
    close = difflib.get_close_matches((asked[0] if asked else rest).casefold(), sections, n=count, cutoff=0.5)
    return [path for section in close for path in sections[section]][:count]


def _split_act(text: str, lawbase: LawBase) -> tuple[set[str], str]:
    """Take the act off the front: the acts meant (all when none is named) and what is left."""
    names = {name.replace(",", ""): act.id for act in lawbase.acts.values()
             for name in (act.id, act.id.replace(".", "/"), *act.aliases, *act.title, *act.short_title)}
    for name in sorted(names, key=len, reverse=True):
        if text.casefold().startswith(name.casefold()) and not text[len(name):len(name) + 1].isalnum():
            return {names[name]}, _NO_PLACE.sub("", text[len(name):])
    return set(lawbase.acts), _NO_PLACE.sub("", text)


def _pieces(text: str) -> dict[str, str] | None:
    """Read what follows the section; None when something in it is no piece of a citation."""
    found: dict[str, str] = {}
    while text:
        for kind, pattern in _PIECES:
            match = pattern.match(text)
            if match and kind not in found:
                found[kind] = str(_ORDINAL.get(match[1].casefold(), match[1].casefold()))
                text = text[match.end():].strip()
                break
        else:
            return None
    return found


def _fits(unit: Provision, pieces: dict[str, str]) -> bool:
    """Say whether the unit is what the pieces name; a letter may leave its ledd out, ``5.6`` may mean ``§ 5 nr. 6``."""
    ledd, bokstav, nr = pieces.get("ledd", ""), pieces.get("bokstav", ""), pieces.get("nr", "")
    own = (str(unit.ledd or ""), unit.bokstav, str(unit.nr or ""))
    return own == (ledd, bokstav, nr) or (not ledd and own[1:] == (bokstav, nr) != ("", "")) \
        or (not nr and own == ("", bokstav, ledd))


def _only_ledd(unit: Provision, lawbase: LawBase) -> bool:
    section = "/".join(unit.path.split("/")[:3])
    return lawbase.by_parent.get(section, ()) == (f"{section}/1",)


def _ordinal(number: int, language: str) -> str:
    words = ORDINALS[language]
    return words[number - 1] if number <= len(words) else f"{number}."
