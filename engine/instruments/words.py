"""What is said about instruments and survey results, in three languages."""

from engine.text import Text

# Answers that can't be scored ----------------------------------------------------------------------

WRONG_NUMBER = Text(
    "{given} svar er gitt, men skjemaet har {wanted} utsagn.",
    "Der er givet {given} svar, men skemaet har {wanted} udsagn.",
    "{given} answers were given, but the form has {wanted} items.",
)
UNKNOWN_ITEM = Text(
    "«{item}» er ikke et utsagn i skjemaet. Tillatt: {allowed}.",
    "»{item}« er ikke et udsagn i skemaet. Tilladt: {allowed}.",
    "“{item}” is not an item of the form. Allowed: {allowed}.",
)
MISSING = Text(
    "svar {number} mangler («{item}»).", "svar {number} mangler (»{item}«).", "answer {number} is missing (“{item}”)."
)
NOT_ALLOWED = Text(
    "svar {number} («{item}») kan ikke være «{answer}». Tillatt: {allowed}.",
    "svar {number} (»{item}«) kan ikke være »{answer}«. Tilladt: {allowed}.",
    "answer {number} (“{item}”) can't be “{answer}”. Allowed: {allowed}.",
)
WHOLE_NUMBERS = Text(
    "hele tall fra {lowest} til {highest}", "hele tal fra {lowest} til {highest}", "whole numbers from {lowest} to {highest}"
)

# A result in a report ------------------------------------------------------------------------------

DECIDES_NOTHING = Text(
    "Et resultat fra en spørreundersøkelse reiser et spørsmål og avgjør ingenting.",
    "Et resultat fra en spørgeskemaundersøgelse rejser et spørgsmål og afgør intet.",
    "A survey score raises a question and decides nothing.",
)
HEADING = Text("Spørsmål fra spørreundersøkelser", "Spørgsmål fra spørgeskemaundersøgelser", "Questions from surveys")
RESULT = Text(
    "{instrument}, {what}: {value} på en skala fra {lowest} til {highest}",
    "{instrument}, {what}: {value} på en skala fra {lowest} til {highest}",
    "{instrument}, {what}: {value} on a scale from {lowest} to {highest}",
)
SUM = Text("summen", "summen", "the sum")
BELOW = {
    "form": Text(
        "under skjemaets nøytralpunkt {point}",
        "under skemaets neutralpunkt {point}",
        "below the form's neutral point {point}",
    ),
    "middle": Text(
        "under midten av skalaen {point} (vår grense; kilden setter ingen)",
        "under midten af skalaen {point} (vores grænse; kilden sætter ingen)",
        "below the middle of the scale {point} (our limit; the source sets none)",
    ),
    "own": Text(
        "under virksomhetens egen grense {point}",
        "under virksomhedens egen grænse {point}",
        "below the undertaking's own limit {point}",
    ),
}
ABOVE = {
    "form": Text(
        "over skjemaets nøytralpunkt {point}", "over skemaets neutralpunkt {point}", "above the form's neutral point {point}"
    ),
    "middle": Text(
        "over midten av skalaen {point} (vår grense; kilden setter ingen)",
        "over midten af skalaen {point} (vores grænse; kilden sætter ingen)",
        "above the middle of the scale {point} (our limit; the source sets none)",
    ),
    "own": Text(
        "over virksomhetens egen grense {point}",
        "over virksomhedens egen grænse {point}",
        "above the undertaking's own limit {point}",
    ),
}
ANSWERED = Text("{n} svar, {day}", "{n} svar, {day}", "{n} answers, {day}")
ANSWERED_OF = Text(
    "{n} svar av {invited} spurte, {day}",
    "{n} svar ud af {invited} adspurgte, {day}",
    "{n} answers of {invited} asked, {day}",
)
LOOK_INTO = Text("Undersøk: {question}", "Undersøg: {question}", "Look into: {question}")
SOURCE = Text("Kilde: {source}", "Kilde: {source}", "Source: {source}")
NO_FACTOR = Text("ikke knyttet til én faktor", "ikke knyttet til én faktor", "not tied to a single factor")

# The command ---------------------------------------------------------------------------------------

SCALE = Text("Skala", "Skala", "Scale")
ITEMS = Text("Utsagn og spørsmål", "Udsagn og spørgsmål", "Items")
SCORING = Text("Poeng", "Point", "Scoring")
SPEAKS = Text("Sier noe om", "Siger noget om", "Speaks to")
PARTLY = Text("Sier delvis noe om", "Siger delvist noget om", "Speaks partly to")
SILENT = Text("Sier ingenting om", "Siger intet om", "Does not speak to")
CAUTION = Text("Merk", "Bemærk", "Note")
OTHER_SOURCE = Text(
    "Det betyr at en annen kilde trengs, ikke at noe er brutt.",
    "Det betyder, at der skal en anden kilde til, ikke at noget er overtrådt.",
    "That means that another source is needed, not that anything is breached.",
)
NONE = Text("ingen enkelt faktor", "ingen enkelt faktor", "no single factor")
REVERSED = Text("snudd", "vendt", "reversed")
LOW_ASKS = Text(
    "Høyere er bedre; under {point} reises et spørsmål.",
    "Højere er bedre; under {point} rejses et spørgsmål.",
    "Higher is better; below {point} a question is raised.",
)
HIGH_ASKS = Text(
    "Høyere er tyngre; over {point} reises et spørsmål.",
    "Højere er tungere; over {point} rejses et spørgsmål.",
    "Higher is heavier; above {point} a question is raised.",
)
SUMMED = Text(
    "Poengene legges sammen: fra {lowest} til {highest}. Nøytralt svar på alt gir {neutral}.",
    "Pointene lægges sammen: fra {lowest} til {highest}. Neutralt svar på alt giver {neutral}.",
    "The points are added up: from {lowest} to {highest}. A neutral answer to everything gives {neutral}.",
)
EACH = Text("Hvert utsagn leses for seg.", "Hvert udsagn læses for sig.", "Each item is read by itself.")
NO_SUCH = Text(
    "Det finnes ikke noe skjema «{given}». Disse finnes: {known}.",
    "Der findes intet skema »{given}«. Disse findes: {known}.",
    "There is no instrument “{given}”. There are: {known}.",
)
MORE = Text(
    "forsvarlig instruments ID viser ett; forsvarlig instruments score ID SVAR … regner ut.",
    "forsvarlig instruments ID viser ét; forsvarlig instruments score ID SVAR … regner ud.",
    "forsvarlig instruments ID shows one; forsvarlig instruments score ID ANSWER … scores one.",
)
RAISED = Text("reiser spørsmålet: {question}", "rejser spørgsmålet: {question}", "raises the question: {question}")
NEUTRAL_IS = {
    "form": Text(
        "skjemaets nøytralpunkt er {point}", "skemaets neutralpunkt er {point}", "the form's neutral point is {point}"
    ),
    "middle": Text("midten av skalaen er {point}", "midten af skalaen er {point}", "the middle of the scale is {point}"),
}
OF = Text("{value} av {highest}", "{value} af {highest}", "{value} of {highest}")
