"""What the test of scenarios says, in three languages."""

from engine.proof.words import HEADINGS
from engine.scenarios.model import NOT_IN_FORCE
from engine.text import Text, same

OUTCOME = {
    **HEADINGS,
    NOT_IN_FORCE: Text("Ikke i kraft", "Ikke i kraft", "Not in force"),
    "yes": Text("Ja", "Ja", "Yes"),
    "no": Text("Nei", "Nej", "No"),
    "unknown": Text("Uavklart", "Uafklaret", "Unknown"),
    "noted": Text("Gir merknad", "Giver bemærkning", "Noted"),
    "not_noted": Text("Gir ingen merknad", "Giver ingen bemærkning", "Not noted"),
    "given": Text("Utsikten gis", "Udsigten gives", "The outlook is given"),
    "open": Text("Utsikten er mulig", "Udsigten er mulig", "The outlook is possible"),
    "not_given": Text("Utsikten gis ikke", "Udsigten gives ikke", "The outlook is not given"),
}
SHOULD_BE = Text("skal bli", "skal blive", "should be")
CAME_OUT = Text("ble", "blev", "came out")
REASON = Text("Begrunnelsen for det som kom ut", "Begrundelsen for det, der kom ud", "The reason for what came out")
DIFFERS = Text("Det som må være annerledes", "Det, der skal være anderledes", "What would have to be different")
MUST_BE = Text("skal være {wanted}, er {found}", "skal være {wanted}, er {found}", "should be {wanted}, is {found}")
FROM_LINE = Text("fra linje {line} i regelen: {found}", "fra linje {line} i reglen: {found}", "from line {line} of the rule: {found}")
OPEN = Text("Det som er åpent", "Det, der er åbent", "What is open")
MORE_OPEN = Text("og {n} til", "og {n} mere", "and {n} more")
NO_ROW = {
    NOT_IN_FORCE: Text(
        "Loven som plikten hviler på, gjaldt ikke den dagen ({day}).",
        "Loven, som pligten hviler på, gjaldt ikke den dag ({day}).",
        "The law that the duty rests on was not in force that day ({day}).",
    ),
    "not_applicable": Text(
        "Saken viser ikke noe som «{at}» som plikten kan gjelde.",
        "Sagen viser intet som »{at}«, som pligten kan gælde.",
        "The case shows nothing like “{at}” that the duty could apply to.",
    ),
}
NOTHING_SAID = Text(
    "Ingen regel og ingen opplysning taler om dette.", "Ingen regel og ingen oplysning taler om dette.",
    "No rule and no information speaks of this.",
)
TRUTH = {
    "yes": Text("ja", "ja", "yes"), "no": Text("nei", "nej", "no"), "unknown": Text("uavklart", "uafklaret", "not settled"),
}
NOT = Text("ikke {what}", "ikke {what}", "not {what}")
SCENARIOS = (Text("1 scenario", "1 scenarie", "1 scenario"), Text("{n} scenarioer", "{n} scenarier", "{n} scenarios"))
ALL_PASSED = Text("{all}: alt kom ut som det skal.", "{all}: alt kom ud, som det skal.", "{all}: everything came out as it should.")
SOME_FAILED = Text(
    "{all}: {failed} kom ikke ut som ventet.", "{all}: {failed} kom ikke ud som ventet.",
    "{all}: {failed} did not come out as expected.",
)
NO_MATCH = Text(
    "Ingen plikt, regel, fil eller scenario svarer til «{pattern}».",
    "Ingen pligt, regel, fil eller scenarie svarer til »{pattern}«.",
    "No duty, rule, file or scenario matches “{pattern}”.",
)
MEANT = Text("Mente du: {near}?", "Mente du: {near}?", "Did you mean: {near}?")

MUTATED = {
    "drop": Text("vilkåret er utelatt", "betingelsen er udeladt", "the condition is left out"),
    "negation": Text("«ikke» er tatt bort", "»ikke« er taget bort", "the “not” is taken away"),
    "reverse": Text("sammenligningen er snudd", "sammenligningen er vendt om", "the comparison is turned round"),
    "edge": Text(
        "selve grensen regnes på den andre siden", "selve grænsen regnes til den anden side", "the limit itself counts on the other side",
    ),
    "direction": Text(
        "avstanden regnes den andre veien i tid", "afstanden regnes den anden vej i tid", "the distance is counted the other way in time",
    ),
    "exception": Text("unntaket er tatt bort", "undtagelsen er taget bort", "the exception is taken out"),
}
MUTANTS = (Text("1 mutant", "1 mutant", "1 mutant"), Text("{n} mutanter", "{n} mutanter", "{n} mutants"))
KILLED = Text(
    "{all}: {killed} drept ({share}), {survive} overlever; {listed} av dem står i {file}.",
    "{all}: {killed} dræbt ({share}), {survive} overlever; {listed} af dem står i {file}.",
    "{all}: {killed} killed ({share}), {survive} survive; {listed} of those are listed in {file}.",
)
SURVIVES = Text("overlever: {what}", "overlever: {what}", "survives: {what}")
BECAUSE = Text("fordi: {why}", "fordi: {why}", "because: {why}")
NOT_RUN = Text(
    "{n} kan ikke kjøres og er ikke regnet med.", "{n} kan ikke køres og er ikke regnet med.", "{n} can't be run and are not counted.",
)
NEVER_SEEN = {
    "yes": Text("aldri ja", "aldrig ja", "never yes"), "no": Text("aldri nei", "aldrig nej", "never no"),
    "both": Text("aldri prøvd", "aldrig prøvet", "never tried"),
}
CONDITIONS = (Text("1 vilkår", "1 betingelse", "1 condition"), Text("{n} vilkår", "{n} betingelser", "{n} conditions"))
CONDITIONS_SEEN = Text(
    "{all}: {both} sett både ja og nei, {yes} aldri ja, {no} aldri nei, {neither} aldri prøvd.",
    "{all}: {both} set både ja og nej, {yes} aldrig ja, {no} aldrig nej, {neither} aldrig prøvet.",
    "{all}: {both} seen both yes and no, {yes} never yes, {no} never no, {neither} never tried.",
)


def count(forms: tuple[Text, Text], number: int) -> Text:
    """Give a number with its noun."""
    return forms[0] if number == 1 else forms[1].format(n=same(str(number)))
