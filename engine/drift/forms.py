"""How the two publishers set an act: the patterns of chapters, sections, subsections, items and notes, by regime.

All are matched on normalised text. They were written from the general look of the pages and not tried on the real ones.
"""

import re
from dataclasses import dataclass
from re import Pattern

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Form:
    """The patterns of one regime; each with the groups ``number`` and ``rest`` where it has them.

    ``heading_on_line``: what follows the number of a section on its line is its heading (Norway), or the words of its first
    subsection (Denmark). ``counted``: a paragraph without a number is a subsection (ledd) of its own.
    """

    section: Pattern[str]
    section_heading: Pattern[str]  # the same in a heading of HTML, where the full stop may be missing
    ledd: Pattern[str]
    chapter: Pattern[str]
    chapter_heading: Pattern[str]
    annex: Pattern[str]
    note: Pattern[str]
    end: Pattern[str]  # from here to the next annex, nothing is compared
    heading_on_line: bool
    counted: bool


FORMS = {
    "no": Form(
        section=re.compile(r"§ ?(?P<number>\d+ ?[A-Z]?-\d+(?: ?[a-z](?=\.))?|\d+(?: ?[a-z](?=\.))?)\.(?:$| |(?=[A-ZÆØÅ(\[]))(?P<rest>.*)"),
        section_heading=re.compile(r"§ ?(?P<number>\d+ ?[A-Z]?-\d+(?: ?[a-z]\b)?|\d+(?: ?[a-z]\b)?)\.? ?(?P<rest>.*)"),
        ledd=re.compile(r"\((?P<number>\d+(?: ?[a-z])?)\) ?(?P<rest>.*)"),
        chapter=re.compile(r"(?:Kapittel|Kap\.) ?(?P<number>\d+(?: ?[A-Z])?|[IVXL]+)(?:\.(?: |$)|$)(?P<rest>.*)"),
        chapter_heading=re.compile(r"(?:Kapittel|Kap\.) ?(?P<number>\d+(?: ?[A-Z]\b)?|[IVXL]+)\.? ?(?P<rest>.*)"),
        annex=re.compile(r"Vedlegg(?: (?P<number>\d+|[IVX]+))?(?:$|[.:] ?| - )(?P<rest>.*)"),
        note=re.compile(
            r"0 [A-ZÆØÅ].*|(?:0 )?"
            r"(?:(?:Kapit(?:tel|let)|Overskrift(?:en)?|Vedlegg(?:et)?|Paragraf(?:en|overskriften)?|Tidligere|Nåværende) .{0,60}?)?"
            r"(?:endret|endra|tilføyd|tilføyet|føyd til|opphevet|oppheva|flyttet) (?:.{0,40} )?(?:ved|av|fra) "
            r".*\b(?:lov|lover|forskrift|forskrifter|vedtak|resolusjon|res\.|kunngjøring)\b.*\d{4}.*", re.IGNORECASE),
        end=NEVER,
        heading_on_line=True, counted=True,
    ),
    "dk": Form(
        section=re.compile(r"§ ?(?P<number>\d+(?: ?[a-z](?=\.))?)\. ?(?P<rest>.*)"),
        section_heading=re.compile(r"§ ?(?P<number>\d+(?: ?[a-z]\b)?)\.? ?(?P<rest>.*)"),
        ledd=re.compile(r"Stk\. ?(?P<number>\d+(?: ?[a-z](?=\.))?)\. ?(?P<rest>.*)"),
        chapter=re.compile(r"Kapitel (?P<number>\d+(?: ?[a-z])?|[IVXL]+)(?:\.? |\.?$)(?P<rest>$|(?<=\. ).*)"),
        chapter_heading=re.compile(r"Kapitel (?P<number>\d+(?: ?[a-z]\b)?|[IVXL]+)\.? ?(?P<rest>.*)"),
        annex=re.compile(r"Bilag(?: (?P<number>\d+|[IVX]+))?(?:$|[.:] ?| - )(?P<rest>.*)"),
        note=re.compile(r"(?:Ændret|Indsat|Tilføjet|Ophævet) ved (?:lov|bekendtgørelse|§).*\d{4}.*", re.IGNORECASE),
        end=re.compile(r".{0,80}, den \d{1,2}\. [a-zæøå]+ \d{4}|Officielle noter|.{0,200}\bindeholder følgende\b.{0,80}bestemmelser?:?",
                       re.IGNORECASE),
        heading_on_line=False, counted=False,
    ),
}

# Items, in the order they are tried: what opens a list, and the marker with the words after it.
ITEMS: dict[str, tuple[str, Pattern[str]]] = {
    "bokstav": ("a", re.compile(r"(?P<number>[a-zæøå])(?:\) ?|\. |\.$)(?P<rest>.*)")),
    "nr": ("1", re.compile(r"(?:[Nn]r\. ?)?(?P<number>\d{1,3}(?: ?[a-z](?=[.)]))?)(?:\) ?|\. |\.$)(?P<rest>.*)")),
    "roman": ("i", re.compile(r"(?P<number>[ivx]{1,5})(?:\) ?|\. |\.$)(?P<rest>.*)")),
}
ANNEX_LETTER = re.compile(r"(?:Liste )?(?P<number>[A-Z])(?:$|[.):] ?)(?P<rest>.*)")
DASH = re.compile(r"[-•] (?P<rest>.*)")
REPEALED = re.compile(r"[(\[]?(?:opphevet|oppheva|ophævet|udgår|utgår)(?: (?:ved|av|fra|med) .{1,160})?[)\].]*", re.IGNORECASE)
REPEALED_RANGE = re.compile(r"§§ ?\d[^.]{0,40}\. ?[(\[](?:opphevet|oppheva|ophævet)\b[^)\]]{0,160}[)\]]\.?", re.IGNORECASE)
ENDED = re.compile(r".*[.:;!?][\"')\]]*")
SENTENCE = re.compile(r".*(?<!\bmv)(?<!m\.m)(?<!m\.v)(?<!o\.l)(?<!\bosv)[.;:]")  # no heading ends so
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def follows(kind: str, before: str, number: str) -> bool:
    """Say whether a number is the next of its list: 2 after 1, 2a after 2, 3 after 2a, b after a, ii after i."""
    if kind == "nr":
        figure, letter = _split(number)
        last, last_letter = _split(before)
        if letter:
            return figure == last and follows("bokstav", last_letter, letter) if last_letter else (figure, letter) == (last, "a")
        return figure == last + 1
    order = ROMAN if kind == "roman" else ALPHABET.upper() if kind == "list" else ALPHABET
    return number in order and before in order and order.index(number) == order.index(before) + 1


def _split(number: str) -> tuple[int, str]:
    figure = number.rstrip(ALPHABET)
    return int(figure), number[len(figure):]
