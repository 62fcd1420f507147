"""How each kind of line is written, shown to whoever wrote it otherwise."""

import re

from engine.language.keywords import PARTS, Keywords

_EXAMPLES = {
    "nb": ("enhet U", "en øvelse Ø", "begrep", "samling", "må undersøkes", "arbeidsgiver", "veiledning", "gjelder U"),
    "da": ("enhed U", "en øvelse Ø", "begreb", "samling", "skal undersøges", "arbejdsgiver", "vejledning", "gælder U"),
    "en": ("unit U", "a drill D", "concept", "collection", "to investigate", "employer", "guidance", "applies to U"),
}
_SENTENCES = {
    "nb": "U er eksponert for «begrep»",
    "da": "U er eksponeret for «begreb»",
    "en": "U is exposed to «concept»",
}


def form(terminal: str, words: Keywords) -> str:
    """Show how the line that begins with a keyword is written."""
    noun, some, concept, collection, outcome, bearer, force, clause = _EXAMPLES[words.language]
    tail = {
        **dict.fromkeys(PARTS, "no.utforelse.3A-5.1"),
        "BASIS": "no/utforelse/3A-5/1",
        "BEARER": bearer,
        "VALID_FROM": f"2026-01-01 {words['VALID_UNTIL']} 2027-01-01",
        "FOR_EACH": noun,
        "EXISTS": some,
        **dict.fromkeys(("INTERPRETATION", "SETTLED_BY", "GOAL", "MEASURES", "MESSAGE", "REACTIONS"), f"«{concept}»"),
        "CANNOT_BE": f"{outcome} {words['BECAUSE']} «{concept}» {words['SOURCE']} no/utforelse/3A-5",
        "FORCE": force,
        "FOR_ALL": f"T {words['IN']} «{collection}»",
        "IF": f"{words['EXISTS']} {some}",
        "AT_LEAST": f"2 {words['OF']}",
        "NOT": f"{words['EXISTS']} {some}",
        "WHICH": clause,
        "AND": clause,
    }.get(terminal, "")
    return f"{words[terminal]} {tail}".strip()


def sentence_form(text: str, words: Keywords) -> str:
    """Show how a sentence or comparison is written that begins as a text does."""
    for name in ("IS_BEFORE", "IS_AFTER", "IS_LATEST", "IS_EARLIEST"):
        if re.search(words.patterns[name], text):
            return f"D {words[name]} {words['CASE_DATE']}"
    for name in ("IS_MIN", "IS_MAX", "IS_MORE", "IS_LESS", "IS_EQUAL"):
        if re.search(words.patterns[name], text):
            distance = f"D {words[name]} 3 {words['YEARS']} {words['BEFORE']} {words['CASE_DATE']}"
            return f"N {words[name]} 5 / {distance}"
    return _SENTENCES[words.language]
