"""The keywords of the rule language in three languages, read from the grammars: spellings, likeness, equivalents."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from engine.text import LANGUAGES, Language

_TERMINAL = re.compile(r"^([A-Z_]+)\.\d+: /(.*)/$", re.MULTILINE)
_LANGUAGE_LINES = {"nb": "språk", "da": "sprog", "en": "language"}

PARTS = ("DUTY", "RULE", "REMARK", "OUTLOOK")
SECTIONS = (
    "BASIS",
    "BEARER",
    "VALID_FROM",
    "INTERPRETATION",
    "FOR_EACH",
    "WHEN",
    "UNLESS",
    "INVOKED",
    "SETTLED_BY",
    "REQUIRES",
    "MET_WHEN",
    "BREACH_WHEN",
    "SUSPICION_WHEN",
    "GOAL",
    "MEASURES",
    "CANNOT_BE",
    "THEN",
    "FORCE",
    "MESSAGE",
    "REACTIONS",
)
CONDITIONS = ("NOT", "EXISTS", "FOR_ALL", "IF", "AT_LEAST", "ALL_OF")
CLAUSES = ("WHICH", "AND")
STARTERS = PARTS + SECTIONS + CONDITIONS + CLAUSES + ("END",)

OUTCOMES: dict[Language, dict[str, str]] = {
    "nb": {
        "oppfylt": "met",
        "brudd": "breach",
        "må undersøkes": "investigate",
        "uavklart": "unknown",
        "ikke aktuelt": "not_applicable",
    },
    "da": {
        "opfyldt": "met",
        "brud": "breach",
        "skal undersøges": "investigate",
        "uafklaret": "unknown",
        "ikke relevant": "not_applicable",
    },
    "en": {
        "met": "met",
        "breach": "breach",
        "to investigate": "investigate",
        "unknown": "unknown",
        "not applicable": "not_applicable",
    },
}
FORCES: dict[Language, dict[str, str]] = {
    "nb": {"lov": "law", "veiledning": "guidance", "vane": "habit"},
    "da": {"lov": "law", "vejledning": "guidance", "vane": "habit"},
    "en": {"law": "law", "guidance": "guidance", "habit": "habit"},
}
ARTICLES: dict[Language, tuple[str, ...]] = {"nb": ("en", "ei", "et"), "da": ("en", "et"), "en": ("a", "an")}


def grammar_text(name: str) -> str:
    """Give the text of one grammar file."""
    return (files("engine.language") / "grammar" / f"{name}.lark").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Keywords:
    """The keywords of one language: terminal name to spellings, the canonical one first."""

    language: Language
    spellings: dict[str, tuple[str, ...]]
    patterns: dict[str, "re.Pattern[str]"]

    def __getitem__(self, terminal: str) -> str:
        return self.spellings[terminal][0]

    @property
    def language_line(self) -> str:
        """Give the word that opens the first line of a file."""
        return _LANGUAGE_LINES[self.language]

    def starting(self, text: str) -> tuple[str, int] | None:
        """Find the longest keyword that may begin a line at the start of a text: its terminal and length."""
        found = [(match.end(), name) for name in STARTERS if (match := self.patterns[name].match(text))]
        return (max(found)[1], max(found)[0]) if found else None

    def nearest(self, text: str, cutoff: float = 0.72) -> tuple[str, int] | None:
        """Find the keyword that a line was probably meant to begin with: its terminal and the length misspelt."""
        words = [match.end() for match in re.finditer(r"[^\s«»]+", text)]
        best: tuple[float, int, str] | None = None
        for name in STARTERS:
            if name == "AND":
                continue
            for spelling in self.spellings[name]:
                count = spelling.count(" ") + 1
                for taken in {count, count - 1, count + 1}:
                    if not 1 <= taken <= len(words):
                        continue
                    likeness = SequenceMatcher(None, _plain(text[: words[taken - 1]]), _plain(spelling)).ratio()
                    if likeness >= cutoff and (best is None or (likeness, words[taken - 1]) > best[:2]):
                        best = (likeness, words[taken - 1], name)
        return (best[2], best[1]) if best else None


@cache
def keywords(language: Language) -> Keywords:
    """Give the keywords of a language."""
    patterns = dict(_TERMINAL.findall(grammar_text(f"keywords_{language}")))
    return Keywords(
        language,
        {name: _spell(pattern) for name, pattern in patterns.items()},
        {name: re.compile(pattern) for name, pattern in patterns.items()},
    )


def in_other_language(text: str, language: Language) -> tuple[str, int, Language] | None:
    """Find a keyword of another language at the start of a line: its terminal, its length and the language."""
    found = [
        (hit[1], hit[0], other) for other in LANGUAGES if other != language and (hit := keywords(other).starting(text))
    ]
    if not found:
        return None
    length, name, other = max(found)
    return name, length, other


def language_of(text: str) -> Language | None:
    """Give the language a file declares on its first line, whichever of the three words it uses."""
    for line in text.split("\n"):
        words = line.split("#")[0].split()
        if words:
            known = len(words) == 2 and words[0] in _LANGUAGE_LINES.values()
            return next((each for each in LANGUAGES if known and words[1] == each), None)
    return None


def likely_language(text: str) -> Language:
    """Guess the language of a file that doesn't declare it, by the keywords its lines begin with."""
    lines = [line.strip() for line in text.split("\n")]
    counts = {language: sum(keywords(language).starting(line) is not None for line in lines) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: counts[language])


def _plain(text: str) -> str:
    """Write letters as a keyboard without them would: «naar» is as good as «når» for finding what was meant."""
    return text.lower().replace("å", "aa").replace("ø", "oe").replace("ö", "oe").replace("æ", "ae").replace("ä", "ae")


def _spell(pattern: str) -> tuple[str, ...]:
    plain = pattern.removesuffix(r"\b").replace(" +", " ").replace(" *", "")
    alternatives = re.search(r"\(([^)]*)\)", plain)
    if not alternatives:
        return (plain,)
    return tuple(plain.replace(alternatives[0], each) for each in alternatives[1].split("|"))
