"""Numbers that name somebody: of persons (refused), of undertakings (checked); what else may tell who a person is."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdnum.dk import cpr, cvr
from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer, orgnr

_JOIN = "[ \u00a0\u2009\u202f.–-]"  # what may stand between the groups of digits
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![\w])(?<![\w][-–./])", r"(?![\w]|[-–/]\w)"
_NORWEGIAN = re.compile(rf"{_EDGE_BEFORE}[0-9](?:{_JOIN}?[0-9]){{10}}{_EDGE_AFTER}")
_DANISH = re.compile(rf"{_EDGE_BEFORE}[0-9]{{6}}(?:{_JOIN}| [-–] )?[0-9]{{4}}{_EDGE_AFTER}")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w-]")
_PHONE = re.compile(
    r"(?<![\w.+-])(?:(?:\+|00)4[57][ ]?)?"
    r"(?:[2-9][0-9]{7}|[2-9][0-9](?: [0-9]{2}){3}|[49][0-9]{2} [0-9]{2} [0-9]{3})(?![\w-])"
)
_WORD = "[A-ZÆØÅÄÖÉ][a-zæøåäöéüè]+"
_NAME = re.compile(rf"\b{_WORD}(?:-{_WORD})?(?: (?:[A-Z]\. )?(?:(?:av|af|von|van|de) )?{_WORD}(?:-{_WORD})?)+\b")
_SENTENCE_END = re.compile(r"[.!?:;…»«\"”“(\n–-]\s*$")

# Words that begin with a capital letter in names of places, bodies and things, but not in names of persons.
_NOT_PERSONS = """
    Nord Sør Syd Øst Vest Øvre Nedre Midt Sentrum Centrum Kommune Kommunen Fylkeskommune Region Regionen Sykehus
    Sygehus Hospital Skole Universitet Universitetet Høgskolen Avdeling Afdeling Hjemmetjenesten Hjemmepleien
    Arbeidstilsynet Arbejdstilsynet Norge Danmark Oslo Bergen Trondheim Stavanger København Aarhus Odense
    Aalborg Norsk Norske Dansk Danske Statens Nasjonalt Nationale Institutt Institut Senter Center Jernbane
    Working Environment Act Labour Inspection Authority North South East West Department University School The
    In On At For And With Section Chapter Annex
"""
# Given names common in Norway and Denmark: at the start of a sentence a first word with a capital tells nothing else.
_GIVEN = """
    Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Hilde Bjørg Anna Solveig Marianne Randi Ida Nina Maria
    Elisabeth Kristin Bente Heidi Silje Hanne Linda Tone Gerd Tove Elin Wenche Ellen Anita Camilla Emma Nora Jan
    Per Bjørn Ole Lars Kjell Knut Svein Thomas Arne Geir Hans Morten Tor Martin Andreas John Odd Anders Terje
    Rune Trond Erik Daniel Tore Jon Kristian Marius Magnus Fredrik Henrik Stian Kirsten Mette Susanne Lone Helle
    Pia Birgitte Charlotte Dorthe Gitte Lene Karen Louise Christina Jens Peter Michael Søren Niels Jørgen Poul
    Henning Torben Mohammed Ali Kjersti Siri Lise Mads Rasmus Kim Ulla Birthe Jette Lis Annette Rikke Line Trine
    Ola Sofie Freja Emil Oliver Lucas William Oscar
"""
_PLACES, _FIRST = frozenset(_NOT_PERSONS.split()), frozenset(_GIVEN.split())


class Found(NamedTuple):
    """An identity number in a text: whose, and where."""

    country: Literal["no", "dk"]
    start: int
    end: int


def is_norwegian(number: str) -> bool:
    """Tell whether a number is a fødselsnummer or a D-number: a day and a month, and both check digits right.

    The check digits are python-stdnum's; its test of the birth date is not used, since it asks what day it is today.
    """
    digits = re.sub("[^0-9]", "", number)
    if len(digits) != 11:
        return False
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 40
    return (
        1 <= day <= 31
        and int(digits[:2]) <= 71
        and 1 <= month <= 12
        and digits[9] == fodselsnummer.calc_check_digit1(digits)
        and digits[10] == fodselsnummer.calc_check_digit2(digits)
    )


def is_danish(number: str) -> bool:
    """Tell whether a number may be a CPR number: ten digits that begin with a date (check digits ended in 2007)."""
    digits = re.sub("[^0-9]", "", number)
    if len(digits) != 10:
        return False
    try:
        cpr.get_birth_date(digits)
    except ValidationError:
        return False
    return True


def persons(text: str) -> Iterator[Found]:
    """Give every national identity number in a text."""
    for match in _NORWEGIAN.finditer(text):
        if is_norwegian(match.group()):
            yield Found("no", match.start(), match.end())
    for match in _DANISH.finditer(text):
        if is_danish(match.group()):
            yield Found("dk", match.start(), match.end())


def blot(text: str) -> str:
    """Give the text with every identity number blotted out, its length kept."""
    if sum(character.isdigit() for character in text) < 10:
        return text
    for found in persons(text):
        text = text[: found.start] + "•" * (found.end - found.start) + text[found.end :]
    return text


def is_org_number(number: str) -> bool:
    """Tell whether a Norwegian organisation number has the right check digit."""
    return bool(orgnr.is_valid(number)) and re.fullmatch("[0-9 ]+", number) is not None


def is_cvr(number: str) -> bool:
    """Tell whether a Danish CVR number has the right check digit."""
    return bool(cvr.is_valid(number)) and re.fullmatch("[0-9 ]+", number) is not None


def has_email(text: str) -> bool:
    """Tell whether a text holds an e-mail address."""
    return "@" in text and _EMAIL.search(text) is not None


def has_phone(text: str) -> bool:
    """Tell whether a text holds what looks like a Norwegian or Danish phone number."""
    return _PHONE.search(text) is not None


def name_in(text: str, known: frozenset[str] = frozenset()) -> str | None:
    """Give what looks like a person's name, if anything does; ``known`` are words of the undertaking's own names.

    Two or more words with capitals in a row; at the start of a sentence three, or the first a common given name.
    """
    for match in _NAME.finditer(text):
        words = match.group().split()
        if any(word in _PLACES or word in known for word in words):
            continue
        starts = match.start() == 0 or _SENTENCE_END.search(text[max(0, match.start() - 4) : match.start()]) is not None
        if not starts or words[0].split("-")[0] in _FIRST or len(words) > 2:
            return match.group()
    return None
