"""The fixed words of the longer reports (HTML and Markdown), in three languages, beside those that every reader shares."""

from engine.text import Text

ASSESSMENT = Text("Vurdering", "Vurdering", "Assessment")
SKIP = Text("Gå til svaret", "Gå til svaret", "Skip to the answer")
CONTENTS = Text("Innhold", "Indhold", "Contents")
HEADINGS = {
    "breach": Text("Plikter som er brutt", "Pligter, der er overtrådt", "Duties that are breached"),
    "investigate": Text("Plikter som må undersøkes", "Pligter, der skal undersøges", "Duties to investigate"),
    "unknown": Text("Plikter som ikke er avklart", "Pligter, der ikke er afklaret", "Duties that are not settled"),
    "met": Text("Plikter som er oppfylt", "Pligter, der er opfyldt", "Duties that are met"),
    "not_applicable": Text("Plikter som ikke er aktuelle", "Pligter, der ikke er relevante", "Duties that do not apply"),
}
ORDER = Text(
    "Verst først; deretter der flest arbeider. Det er en rekkefølge, ikke en poengsum.",
    "Værst først; derefter der, hvor flest arbejder. Det er en rækkefølge, ikke en score.",
    "Worst first; then where most people work. It is an order, not a score.",
)
WHERE = Text("Gjelder", "Gælder", "Where")
LAW_SAYS = Text("Bestemmelsen, med våre ord", "Bestemmelsen, med vores ord", "The provision, in our words")
SUGGESTIONS = Text(
    "Forslag, ikke krav; andre løsninger er lovlige",
    "Forslag, ikke krav; andre løsninger er lovlige",
    "Suggestions, not requirements; other solutions are lawful",
)
MORE_SUGGESTIONS = Text(
    "{n} til i katalogen: forsvarlig catalogue {asked}",
    "{n} flere i kataloget: forsvarlig catalogue {asked}",
    "{n} more in the catalogue: forsvarlig catalogue {asked}",
)
ALL_PLACES = Text(
    "Alle utfall for denne plikten ({n}), med begrunnelse",
    "Alle udfald for denne pligt ({n}), med begrundelse",
    "Every outcome of this duty ({n}), with its proof",
)
WHOLE_PROOF = Text("Hele begrunnelsen", "Hele begrundelsen", "The whole proof")
ALL_QUESTIONS = Text("Alt som vil avgjøre det", "Alt, der vil afgøre det", "Everything that would decide it")
RAISES = Text(
    "Dette ville bare gi grunn til å undersøke", "Dette ville kun give grund til at undersøge", "This would only give reason to investigate"
)
TRUTHS = {
    "yes": Text("ja", "ja", "yes"),
    "no": Text("nei", "nej", "no"),
    "unknown": Text("ikke avklart", "ikke afklaret", "not settled"),
}
QUESTIONS = Text("Spørsmål som vil avgjøre mest", "Spørgsmål, der vil afgøre mest", "Questions that would decide most")
DECIDES = Text("har betydning for {n} utfall", "har betydning for {n} udfald", "bears on {n} outcomes")
DECIDES_ONE = Text("har betydning for ett utfall", "har betydning for ét udfald", "bears on one outcome")
CAN_ANSWER = Text("kan besvares av {roles}", "kan besvares af {roles}", "can be answered by {roles}")
MORE_QUESTIONS = Text("{n} spørsmål til", "{n} spørgsmål mere", "{n} more questions")
NO_QUESTIONS = Text("Ingen spørsmål står åpne.", "Ingen spørgsmål står åbne.", "No questions are open.")
DOCUMENTS = Text("Dokumentene og hva de mangler", "Dokumenterne, og hvad de mangler", "The documents and what they lack")
NO_DOCUMENTS = Text(
    "Saken viser ikke til noen dokumenter.", "Sagen henviser ikke til nogen dokumenter.", "The case refers to no documents."
)
NO_DOCUMENT = Text("Uten dokument (bare opplyst)", "Uden dokument (kun oplyst)", "Without a document (only stated)")
NOTHING_LACKS = Text("Uten funn", "Uden fund", "Without findings")
DATED = Text("datert {day}", "dateret {day}", "dated {day}")
TRANSCRIBED = {
    "fully": Text("gjengitt i sin helhet", "gengivet i sin helhed", "transcribed in full"),
    "partly": Text("gjengitt delvis", "gengivet delvist", "transcribed in part"),
    "": Text("ikke angitt hvor mye som er gjengitt", "ikke angivet, hvor meget der er gengivet", "not stated how much is transcribed"),
}
SEVERITY = {
    "violation": Text("Mangel", "Mangel", "Lacking"),
    "warning": Text("Anbefaling", "Anbefaling", "Recommendation"),
    "info": Text("Merk", "Bemærk", "Note"),
}
MAYBE = Text("Mulig mangel", "Mulig mangel", "Possibly lacking")
NO_OTHERS = Text("Ingen i denne saken.", "Ingen i denne sag.", "None in this case.")
NOT_IN_FORCE = Text("Ikke i kraft den dagen", "Ikke i kraft den dag", "Not in force that day")
RESTS_ON = Text("Hva vurderingen bygger på", "Hvad vurderingen bygger på", "What the assessment rests on")
LIMITS = Text("Hva vurderingen ikke sier", "Hvad vurderingen ikke siger", "What the assessment does not say")
UNKNOWN_IS_NOT_NO = Text(
    "Et spørsmål som ingen har svart på, er verken ja eller nei: plikten er da uavklart, ikke brutt.",
    "Et spørgsmål, som ingen har svaret på, er hverken ja eller nej: pligten er da uafklaret, ikke overtrådt.",
    "A question that nobody answered is neither yes nor no: the duty is then unknown, not breached.",
)
ONLY_ENCODED = Text(
    "Bare de pliktene som er lagt inn i regelbasen, er vurdert.",
    "Kun de pligter, der er lagt ind i regelbasen, er vurderet.",
    "Only the duties that are encoded in the rule base were assessed.",
)
CASE = Text("Saken", "Sagen", "The case")
FACTS_DAY = Text("Fakta per", "Fakta pr.", "Facts of")
LAW_DAY = Text("Loven per", "Loven pr.", "Law of")
BASIS = Text("Grunnlag", "Grundlag", "Basis")
RULEBASE = Text("Regelbasen", "Regelbasen", "Rule base")
LAW_READ = Text("Loven sist lest", "Loven sidst læst", "Law last read")
ENGINE = Text("Program", "Program", "Engine")
ACTS = Text("Lover og forskrifter", "Love og bekendtgørelser", "Acts and regulations")
REGISTERS = Text("Registre som er oppgitt komplette", "Registre, der er oplyst komplette", "Registers stated to be complete")
REGISTER = Text(
    "{register} for {unit}, ifølge {who}, per {day}",
    "{register} for {unit}, ifølge {who}, pr. {day}",
    "{register} for {unit}, according to {who}, as of {day}",
)
NO_REGISTERS = Text(
    "Ingen. Mangel på oppføringer er derfor ikke tatt som et nei.",
    "Ingen. Manglende registreringer er derfor ikke taget som et nej.",
    "None. So the lack of entries was not taken as a no.",
)
MADE_WITH = Text("Laget med Forsvarlig {version}", "Lavet med Forsvarlig {version}", "Made with Forsvarlig {version}")
