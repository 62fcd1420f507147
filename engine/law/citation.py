"""Citations: a path in, the citation in a reader's language out; and a person's spelling in, paths out."""

import difflib
import re
from collections.abc import Iterable
from typing import Literal

from engine.law.load import sort_key
from engine.law.model import LawBase, Provision
from engine.law.words import PLACE_WORDS
from engine.text import LANGUAGES, Language, Text

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
    ("bokstav", r"(?:bokstav|litra|letter|liste?) ([a-z])\b"), ("ledd", r"[./](\d+)"), ("nr", r"[./-](\d+)\b"),
    ("bokstav", r"[./]?([a-z])\b(?!\.)"), ("part", r"-([ivx]+)$"),
)]
# Between act and section: a number of the act in brackets, and the word for a section.
_NO_PLACE = re.compile(r"^[ ./]*(\([^)\d]+-[\d-]+\) *|\((?:lbk|bek) [^)]*\) *)?(sections? )?", re.IGNORECASE)
_ANNEX = re.compile(r"(?:annex|bilag|vedlegg)[ -](\d+)", re.IGNORECASE)
_SECTIONS = [[re.compile(pattern, re.IGNORECASE) for pattern in patterns] for patterns in (
    (r"\d+ ?[a-z]?-\d+[a-z]?", r"\d+ ?[a-z]?-\d+ [a-z]\b"),  # § 3A-5, §§ 24–26; §§ 17 a–17 b
    (r"\d+ ?[a-z]\b", r"\d+"),  # § 15 a; § 15
)]
_PRESUMED = re.compile(r" ?\((?:" + "|".join(word.partition(" {")[0] for word in PLACE_WORDS["presumed"]) + r") [^)]*\)")
_LETTER = re.compile(r"(?<=\d)(?=[a-z])")


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
    numbered = language != "en" and not _topic_of_section(unit, lawbase)
    return title + (" " if numbered else ", ") + place(unit, language, lawbase)


def place(unit: Provision, language: Language, lawbase: LawBase) -> str:
    """Print the place within the act alone: ``§ 3A-5 første ledd bokstav a``; where it is only presumed, say so."""
    name = _named(unit, language, lawbase)
    if not unit.presumed:
        return name
    number = _alternatives([_spaced(number) for number in unit.presumed], language)
    return f"{name} ({PLACE_WORDS['presumed'].in_(language).format(number=number)})"


def find(text: str, lawbase: LawBase) -> list[str]:
    """Give the paths a person may mean by ``3A-5``, ``aml 4-3``, ``§ 4-3 femte ledd``, ``BEK 1406 § 13``, if any."""
    wanted = _plain(text)
    path = wanted.partition("@")[0].strip("/")
    if path in lawbase.by_path:
        return [path]
    acts, rest = _split_act(wanted, lawbase)
    units = [versions[-1] for versions in lawbase.by_path.values() if versions[-1].act in acts]
    if called := [unit.path for unit in units if _is_called(unit, rest, lawbase)]:
        return called
    asked = [(name, pieces) for name, left in _sections(rest) if (pieces := _pieces(left)) is not None]
    numbered = [unit for unit in units if not _is_part(unit)]
    return [unit.path for unit in numbered for name, pieces in asked
            if unit.section.casefold() == name and _fits(unit, pieces)] or \
        [unit.path for unit in numbered for name, pieces in asked if not pieces and _may_stand_in(unit, name)]


def near(text: str, lawbase: LawBase, count: int = 5) -> list[str]:
    """Give the sections whose number or topic is spelt most like the text, for "did you mean"; first where only the act is misspelt."""
    if meant := _with_act_respelt(text, lawbase):
        return meant[:count]
    acts, rest = _split_act(_plain(text), lawbase)
    sections: dict[str, list[str]] = {}
    for path, versions in lawbase.by_path.items():
        if path.count("/") == 2 and versions[-1].act in acts:
            section = versions[-1].section
            for name in (*(section.split("-") if _is_range(versions[-1]) else [section]), *(versions[-1].topic or ())):
                sections.setdefault(name.casefold(), []).append(path)
    asked = next((name for name, _ in _sections(rest)), rest)
    close = difflib.get_close_matches(asked.casefold(), sections, n=count, cutoff=0.5)
    return list(dict.fromkeys(path for section in close for path in sections[section]))[:count]


def _with_act_respelt(text: str, lawbase: LawBase) -> list[str]:
    """Find what the text would mean with the name of an act that is spelt most like what stands before its number."""
    written = re.match(r"[^\d§]+", text)
    if not written:
        return []
    acts = {name.casefold(): name for act in lawbase.acts.values() for name in (*act.aliases, *act.title, *act.short_title)}
    close = difflib.get_close_matches(written[0].strip().casefold(), acts, n=1, cutoff=0.8)
    return find(f"{acts[close[0]]} {text[written.end():]}", lawbase) if close else []


def _plain(text: str) -> str:
    return " ".join(_PRESUMED.sub("", text).replace("§", " ").replace(",", " ").replace("–", "-").split())


def _split_act(text: str, lawbase: LawBase) -> tuple[set[str], str]:
    """Take the act off the front: the acts meant (all when none is named, two by *aml*) and what is left."""
    names: dict[str, set[str]] = {}
    for act in lawbase.acts.values():
        for name in (act.id, act.id.replace(".", "/"), *act.aliases, *act.title, *act.short_title):
            names.setdefault(_plain(name).casefold(), set()).add(act.id)
    for name in sorted(names, key=len, reverse=True):
        if text.casefold().startswith(name) and not text[len(name):len(name) + 1].isalnum():
            return names[name], _NO_PLACE.sub("", text[len(name):])
    return set(lawbase.acts), _NO_PLACE.sub("", text)


def _sections(text: str) -> Iterable[tuple[str, str]]:
    """Give the sections that the text may begin with, and what follows each: ``15 a`` is § 15 a, or § 15 letter a."""
    if found := _ANNEX.match(text):
        yield f"annex-{found[1]}", text[found.end():].strip()
        return
    for patterns in _SECTIONS:
        matches = [match for pattern in patterns if (match := pattern.match(text))]
        yield from ((match[0].replace(" ", "").casefold(), text[match.end():].strip()) for match in matches)
        if matches:
            return


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
    own = (str(unit.ledd or ""), unit.bokstav.casefold(), str(unit.nr or ""))
    return own == (ledd, bokstav, nr) or (not ledd and own[1:] == (bokstav, nr) != ("", "")) \
        or (not nr and own == ("", bokstav, ledd))


def _is_called(unit: Provision, text: str, lawbase: LawBase) -> bool:
    """Say whether the text is the topic the unit is cited by, in any language, or its path within the act."""
    if unit.topic is None:
        return False
    if text.replace(".", "/") == "/".join(unit.path.split("/")[2:]):
        return True
    names = (_NO_PLACE.sub("", _plain(_named(unit, language, lawbase))) for language in LANGUAGES)
    return text.casefold() in (name.casefold() for name in names)


def _is_part(unit: Provision) -> bool:
    """Say whether the unit is a part without a number: it shares the section of what it is a part of."""
    return unit.topic is not None and unit.path.count("/") > 2


def _may_stand_in(unit: Provision, section: str) -> bool:
    """Say whether the section is where the unit is presumed to stand, or one of the sections it gathers."""
    if section in unit.presumed:
        return True
    if not _is_range(unit):
        return False
    first, last = unit.section.split("-")
    return sort_key(first) <= sort_key(section) <= sort_key(last)


def _is_range(unit: Provision) -> bool:
    """Danish sections have no hyphen: there it is written between the first and the last of several."""
    return unit.act.startswith("dk.") and unit.topic is None and "-" in unit.section and not unit.section.startswith("annex")


def _topic_of_section(unit: Provision, lawbase: LawBase) -> Text | None:
    section = lawbase.versions("/".join(unit.path.split("/")[:3]))
    return section[-1].topic if section else None


def _named(unit: Provision, language: Language, lawbase: LawBase) -> str:
    """The place by its number, or by the topic where it has none that was verified."""
    topic = _topic_of_section(unit, lawbase)
    ledd = None if _only_ledd(unit, lawbase) else unit.ledd
    section = topic.in_(language) if topic else _section(unit, language)
    letter = PLACE_WORDS["list" if unit.section.startswith("annex") else "letter"].in_(language)
    words = [section, ledd and PLACE_WORDS["ledd"].in_(language).format(number=_ordinal(ledd, language)),
             unit.bokstav and f"{letter} {unit.bokstav}", unit.nr and f"{PLACE_WORDS['nr'].in_(language)} {unit.nr}"]
    name = (" " if language == "nb" else ", ").join(str(word) for word in words if word)
    return f"{name}, {unit.topic.in_(language)}" if unit.topic and _is_part(unit) else name


def _section(unit: Provision, language: Language) -> str:
    if unit.section.startswith("annex-"):
        return f"{PLACE_WORDS['annex'].in_(language)} {unit.section.removeprefix('annex-')}"
    if not unit.act.startswith("dk."):
        return f"{PLACE_WORDS['section'].in_(language)} {unit.section}"
    word = PLACE_WORDS["sections" if _is_range(unit) else "section"].in_(language)
    return f"{word} {_spaced(unit.section).replace('-', '–')}"


def _spaced(section: str) -> str:
    """Write the letter of a Danish section apart: § 15 a."""
    return _LETTER.sub(" ", section)


def _alternatives(numbers: list[str], language: Language) -> str:
    if len(numbers) == 1:
        return numbers[0]
    return f"{', '.join(numbers[:-1])} {PLACE_WORDS['or'].in_(language)} {numbers[-1]}"


def _only_ledd(unit: Provision, lawbase: LawBase) -> bool:
    section = "/".join(unit.path.split("/")[:3])
    return lawbase.by_parent.get(section, ()) == (f"{section}/1",)


def _ordinal(number: int, language: str) -> str:
    """The number as a word; Danish counts its *stk.* in figures."""
    words = ORDINALS.get(language, ())
    return words[number - 1] if number <= len(words) else f"{number}." if words else str(number)
