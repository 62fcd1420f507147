"""What is said when a rule can't be started: in three languages, one entry a code."""

from engine.errors import Problem
from engine.language.advice import HINTS
from engine.language.messages import MESSAGES as OF_RULES
from engine.text import Text

MESSAGES: dict[str, Text] = {
    "bad-id": OF_RULES["bad-id"],
    "no-provision": Text(
        "«{id}» sier ikke hvilken bestemmelse det gjelder.",
        "»{id}« siger ikke, hvilken bestemmelse det gælder.",
        "“{id}” doesn't say which provision it is about.",
    ),
    "unknown-act": Text("Lovbasen har ingen lov «{act}».", "Lovbasen har ingen lov »{act}«.", "The law base has no act “{act}”."),
    "id-exists": Text("«{id}» finnes allerede.", "»{id}« findes allerede.", "“{id}” already exists."),
    "file-exists": Text(
        "Filen finnes allerede, og den hører ikke til regelen som skal lages.",
        "Filen findes allerede, og den hører ikke til reglen, der skal laves.",
        "The file already exists, and is not of the rule that is to be made.",
    ),
    "cannot-add": Text(
        "Det lar seg ikke gjøre å føye noe til denne filen uten å endre det som står der.",
        "Der kan ikke føjes noget til denne fil uden at ændre det, der står der.",
        "Nothing can be added to this file without changing what stands there.",
    ),
    "not-written": Text(
        "Ingenting ble skrevet: {why}.", "Intet blev skrevet: {why}.", "Nothing was written: {why}.",
    ),
}  # fmt: skip
MEANT = Text("Mente du {options}?", "Mente du {options}?", "Did you mean {options}?")
ACTS = Text("Lovene er {options}.", "Lovene er {options}.", "The acts are {options}.")
PROVISION_FORM = Text(
    "Etter loven kommer paragrafen, og eventuelt ledd, bokstav eller nummer: no.utforelse.3A-7.1, no.aml.3-1.2c, dk.aml.15a.1-2. "
    "En bestemmelse som siteres etter emne, må skrives i kb først.",
    "Efter loven kommer paragraffen og eventuelt stykke, litra eller nummer: no.utforelse.3A-7.1, no.aml.3-1.2c, dk.aml.15a.1-2. "
    "En bestemmelse, der citeres efter emne, skal skrives i kb først.",
    "After the act comes the section, and perhaps paragraph, letter or number: no.utforelse.3A-7.1, no.aml.3-1.2c, dk.aml.15a.1-2. "
    "A provision that is cited by its topic has to be written in kb first.",
)
BY_HAND = Text(
    "Skriv det inn for hånd: se docs/impact.md.", "Skriv det ind i hånden: se docs/impact.md.", "Write it in by hand: see docs/impact.md."
)


def problem(file: str, code: str, hint: Text | None = None, **slots: str | Text) -> Problem:
    """Make the problem of a code."""
    return Problem(file, 0, 0, code, MESSAGES[code].format(**slots), hint or (HINTS["bad-id"] if code == "bad-id" else None))
