"""What is wrong with what the editor gave, in three languages, each with what would be right."""

from engine.errors import Problem
from engine.text import Text

MESSAGES: dict[str, tuple[Text, Text | None]] = {
    "no-such-file": (
        Text("Filen finnes ikke.", "Filen findes ikke.", "There is no such file."),
        Text("Lagre siden fra utgiveren som HTML eller tekst, og oppgi filen her; ingenting hentes.",
             "Gem siden fra udgiveren som HTML eller tekst, og angiv filen her; intet hentes.",
             "Save the publisher's page as HTML or text and name the file here; nothing is fetched."),
    ),
    "is-directory": (Text("Dette er en mappe, ikke en fil.", "Dette er en mappe, ikke en fil.", "This is a directory, not a file."), None),
    "unreadable": (
        Text("Filen kan ikke leses: {why}", "Filen kan ikke læses: {why}", "The file can't be read: {why}"), None,
    ),
    "too-large": (
        Text("Filen er for stor: høyst {most} MB.", "Filen er for stor: højst {most} MB.", "The file is too large: at most {most} MB."),
        Text("Oppgi bare loven eller forskriften, som HTML eller tekst.", "Angiv kun loven eller bekendtgørelsen, som HTML eller tekst.",
             "Give the act alone, as HTML or text."),
    ),
    "not-text": (
        Text("Filen er verken tekst eller HTML (tegnkoding {encoding}, byte nummer {byte}).",
             "Filen er hverken tekst eller HTML (tegnkodning {encoding}, byte nummer {byte}).",
             "The file is neither text nor HTML (encoding {encoding}, byte number {byte})."),
        Text("Lagre den som HTML eller som ren tekst i UTF-8; PDF og tekstbehandling leses ikke.",
             "Gem den som HTML eller som ren tekst i UTF-8; PDF og tekstbehandling læses ikke.",
             "Save it as HTML or as plain text in UTF-8; PDF and word-processor files are not read."),
    ),
    "no-sections": (
        Text("Fant ingen paragraf i filen.", "Fandt ingen paragraf i filen.", "Found no section in the file."),
        Text("En paragraf begynner på en egen linje: «§ 3-1. Overskrift» i Norge, «§ 15 a. Tekst» i Danmark.",
             "En paragraf begynder på sin egen linje: »§ 3-1. Overskrift« i Norge, »§ 15 a. Tekst« i Danmark.",
             "A section begins on a line of its own: “§ 3-1. Heading” in Norway, “§ 15 a. Text” in Denmark."),
    ),
    "act-not-said": (
        Text("Filen sier ikke hvilken lov eller forskrift den er.", "Filen siger ikke, hvilken lov eller bekendtgørelse den er.",
             "The file does not say which act it is."),
        Text("Oppgi den med --act, for eksempel --act no/utforelse.", "Angiv den med --act, for eksempel --act dk/psyk.",
             "Name it with --act, for instance --act no/utforelse."),
    ),
    "act-unclear": (
        Text("Filen kan være {acts}.", "Filen kan være {acts}.", "The file may be {acts}."),
        Text("Oppgi hvilken med --act.", "Angiv hvilken med --act.", "Say which with --act."),
    ),
    "another-act": (
        Text("Filen sier at den er {said}, ikke {asked}.", "Filen siger, at den er {said}, ikke {asked}.",
             "The file says that it is {said}, not {asked}."),
        Text("Oppgi rett --act, eller rett fil.", "Angiv den rigtige --act eller den rigtige fil.",
             "Give the right --act, or the right file."),
    ),
    "no-such-act": (
        Text("Lovbasen har ingen lov som heter «{given}».", "Lovbasen har ingen lov, der hedder »{given}«.",
             "The law base has no act called “{given}”."),
        Text("Den har: {acts}.", "Den har: {acts}.", "It has: {acts}."),
    ),
    "unit-twice": (
        Text("{path} står også i {other}, med andre ord.", "{path} står også i {other}, med andre ord.",
             "{path} also stands in {other}, in other words."),
        Text("Oppgi én utgave av hver lov.", "Angiv én udgave af hver lov.", "Give one edition of each act."),
    ),
    "bad-row": (
        Text("Raden i grunnlinjen er ikke slik den skal være: {why}", "Rækken i grundlinjen er ikke, som den skal være: {why}",
             "The row of the baseline is not as it should be: {why}"),
        Text("Grunnlinjer skrives av «law drift --accept», ikke for hånd.", "Grundlinjer skrives af »law drift --accept«, ikke i hånden.",
             "Baselines are written by “law drift --accept”, not by hand."),
    ),
    "other-reading": (
        Text("Grunnlinjen ble laget med en annen lesemåte ({old}, nå {new}) og kan ikke sammenlignes.",
             "Grundlinjen blev lavet med en anden læsemåde ({old}, nu {new}) og kan ikke sammenlignes.",
             "The baseline was made with another way of reading ({old}, now {new}) and can't be compared."),
        Text("Lag den på nytt av den samme utgaven: law drift --accept --replace.",
             "Lav den på ny af den samme udgave: law drift --accept --replace.",
             "Make it anew from the same edition: law drift --accept --replace."),
    ),
    "differs": (
        Text("Grunnlinjen for {act} er en annen, og ble ikke erstattet: {count} forskjeller.",
             "Grundlinjen for {act} er en anden og blev ikke erstattet: {count} forskelle.",
             "The baseline of {act} is another, and was not replaced: {count} differences."),
        Text("Se hva som er endret med «law drift» uten --accept; godta det deretter med --accept --replace.",
             "Se, hvad der er ændret, med »law drift« uden --accept; godtag det derefter med --accept --replace.",
             "See what changed with “law drift” without --accept; then accept it with --accept --replace."),
    ),
    "not-written": (
        Text("Grunnlinjen kan ikke skrives: {why}", "Grundlinjen kan ikke skrives: {why}", "The baseline can't be written: {why}"),
        Text("Regelbasen må ligge i en mappe du kan skrive i: --rulebase MAPPE.",
             "Regelbasen skal ligge i en mappe, du kan skrive i: --rulebase MAPPE.",
             "The rule base must lie in a folder that you can write in: --rulebase DIR."),
    ),
}


def problem(file: str, line: int, code: str, source: str = "", **slots: str | Text) -> Problem:
    """Make a problem of one of the codes."""
    message, hint = MESSAGES[code]
    return Problem(file, line, 1 if line else 0, code, message.format(**slots), hint.format(**slots) if hint else None, source)
