"""What somebody types in an interview: the words of all three languages, long and short."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Meant(StrEnum):
    """What a reply means."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"
    NOT_RELEVANT = "not_relevant"
    BACK = "back"
    QUIT = "quit"
    OTHER = "other"  # a date, a number, or nothing that we know


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: what it means, with the reason (of *not relevant because …*) or the words as typed."""

    meant: Meant
    text: str = ""


_WORDS = {
    Meant.YES: ("ja", "j", "yes", "y"),
    Meant.NO: ("nei", "nej", "n", "no"),
    Meant.DONT_KNOW: ("vet ikke", "vi", "ved ikke", "v", "don't know", "dont know", "do not know", "d", "dk", "?"),
    Meant.BACK: ("tilbake", "tilbage", "t", "back", "b"),
    Meant.QUIT: ("slutt", "slut", "stopp", "stop", "s", "quit", "exit", "q"),
}
_NOT_RELEVANT = re.compile(
    r"(?:(?:det er |it is |it's )?(?:ikke relevant|ikke aktuelt|not relevant)|i\.? ?r\.?|n\.? ?r\.?)"
    r"(?:\s*[,:]?\s*(?:fordi|because)\b|\s*[:–-]|\s*$)[\s:,]*(?P<why>.*)",
    re.IGNORECASE,
)
_MEANT = {word: meant for meant, words in _WORDS.items() for word in words}


def read_reply(typed: str) -> Reply:
    """Read a reply. Gives OTHER with the words where they are none of those that we know."""
    said = " ".join(typed.replace("’", "'").split())
    known = _MEANT.get(said.casefold().rstrip(".!"))
    if known:
        return Reply(known)
    if found := _NOT_RELEVANT.fullmatch(said):
        return Reply(Meant.NOT_RELEVANT, found["why"].strip())
    return Reply(Meant.OTHER, said)
