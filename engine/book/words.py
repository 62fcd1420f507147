"""The words around the law in the book, in three languages. What other readers say too, comes from them."""

from engine.text import Text

# --- the frame of every page ---------------------------------------------------------------------------------------------

BOOK = Text("Loven som bok", "Loven som bog", "The law as a book")
SKIP = Text("Gå til innholdet", "Gå til indholdet", "Skip to the content")
MENU = Text("Deler av boken", "Dele af bogen", "Parts of the book")
HERE = Text("Du er her", "Du er her", "You are here")
LANGUAGES = Text("Språk", "Sprog", "Language")
NAMES = {"nb": "Norsk", "da": "Dansk", "en": "English"}
CHOOSE = Text("Les boken på norsk", "Læs bogen på dansk", "Read the book in English")
SEARCH = Text("Søk", "Søg", "Search")
SEARCH_IN = Text("Søk i boken", "Søg i bogen", "Search the book")
CONTENTS = Text("Innhold", "Indhold", "Contents")
NEXT = Text("Neste", "Næste", "Next")
PREVIOUS = Text("Forrige", "Forrige", "Previous")
MADE = Text(
    "Laget av Forsvarlig {version} fra regelbasen {hash}. Loven er sist lest {day}.",
    "Lavet af Forsvarlig {version} ud fra regelbasen {hash}. Loven er senest læst {day}.",
    "Made by Forsvarlig {version} from the rule base {hash}. The law was last read on {day}.",
)
NOT_ADVICE = Text(
    "Ikke juridisk rådgivning. Lovens innhold er gjengitt med våre egne ord; lovteksten selv finnes hos utgiveren.",
    "Ikke juridisk rådgivning. Lovens indhold er gengivet med vores egne ord; selve lovteksten findes hos udgiveren.",
    "Not legal advice. The law is retold in our own words; the text itself is with its publisher.",
)

# --- the pages -----------------------------------------------------------------------------------------------------------

PAGES = {
    "index": Text("Loven", "Loven", "The law"),
    "duties": Text("Plikter", "Pligter", "Duties"),
    "definitions": Text("Definisjoner", "Definitioner", "Definitions"),
    "concepts": Text("Begreper", "Begreber", "Concepts"),
    "numbers": Text("Tall og frister", "Tal og frister", "Numbers and deadlines"),
    "comparison": Text("Norge og Danmark", "Norge og Danmark", "Norway and Denmark"),
    "outlook": Text("Utsikt", "Udsigt", "Outlook"),
    "catalogue": Text("Tiltak og kunnskap", "Tiltag og viden", "Measures and knowledge"),
    "instruments": Text("Spørreskjemaer", "Spørgeskemaer", "Survey forms"),
    "sources": Text("Kilder", "Kilder", "Sources"),
    "search": Text("Søk", "Søg", "Search"),
}
# --- the first page ------------------------------------------------------------------------------------------------------

HOW_TO_READ = Text("Slik leser du boken", "Sådan læser du bogen", "How to read this")
KNOWN = Text("kjent fra {first} til {last}", "kendt fra {first} til {last}", "known from {first} to {last}")
HOLDS_UNITS = Text("{units} enheter", "{units} enheder", "{units} units")
HOLDS_UNIT = Text("1 enhet", "1 enhed", "1 unit")
HOLDS_DUTIES = Text("{duties} plikter", "{duties} pligter", "{duties} duties")
HOLDS_DUTY = Text("1 plikt", "1 pligt", "1 duty")
OTHER_PAGES = Text("Oppslag", "Opslag", "Indexes")

# --- an act --------------------------------------------------------------------------------------------------------------

IDENTIFIER = Text("Nummer", "Nummer", "Number")
ELI = Text("ELI", "ELI", "ELI")
KNOWN_DAYS = Text("Kjent for dagene", "Kendt for dagene", "Known for the days")
READ_FOR = Text("Lest for", "Læst for", "Read for")
NOT_FOR = Text("Gjelder ikke", "Gælder ikke", "Does not apply to")
CHAPTER = Text("Kapittel {number}", "Kapitel {number}", "Chapter {number}")
ANNEX = Text("Vedlegg {number}", "Bilag {number}", "Annex {number}")
RUN = Text("{first} til {last}", "{first} til {last}", "{first} to {last}")

# --- a unit of the law ---------------------------------------------------------------------------------------------------

IN_FORCE = Text("i kraft {interval}", "i kraft {interval}", "in force {interval}")
ENDED = Text("ikke lenger i kraft", "ikke længere i kraft", "no longer in force")
BEFORE_READ = Text(
    "om den gjaldt før, er ikke undersøkt",
    "om den gjaldt før, er ikke undersøgt",
    "whether it applied before was not looked into",
)
EARLIER = Text("Tidligere utgave", "Tidligere udgave", "Earlier version")
NO_DUTY = Text(
    "Ingen plikt i regelbasen bygger på denne enheten",
    "Ingen pligt i regelbasen bygger på denne enhed",
    "No duty in the rule base rests on this unit",
)
ALSO_CITED = Text("Bygger også på denne enheten", "Bygger også på denne enhed", "Rests on this unit too")
THE_OTHER = {
    "no": Text("I norsk rett", "I norsk ret", "In Norwegian law"),
    "dk": Text("I dansk rett", "I dansk ret", "In Danish law"),
}

# --- a part of the rules -------------------------------------------------------------------------------------------------

KINDS = {
    "Duty": Text("Plikt", "Pligt", "Duty"),
    "Rule": Text("Definisjon", "Definition", "Definition"),
    "Remark": Text("Merknad", "Bemærkning", "Remark"),
    "Outlook": Text("Utsikt", "Udsigt", "Outlook"),
}
BEARER = Text("Plikten ligger på", "Pligten påhviler", "Who has the duty")
OWN_INTERVAL = Text("Regelen gjelder", "Reglen gælder", "The rule holds")
UNTIL = Text("til {last} (ikke med)", "til {last} (ikke med)", "until {last} (exclusive)")
INTERPRETATION = Text("Bare etter", "Kun efter", "Only under")
SECTIONS = {
    "scope": Text("Gjelder for", "Gælder for", "Applies to"),
    "when": Text("Gjelder når", "Gælder når", "Applies when"),
    "if": Text("Når", "Når", "When"),
    "unless": Text("Gjelder ikke når", "Gælder ikke når", "Does not apply when"),
    "invoked": Text(
        "Unntak som må påberopes, når", "Undtagelse, der skal påberåbes, når", "Exception that must be invoked, when"
    ),
    "settled_by": Text("Hva som kan avgjøre den", "Hvad der kan afgøre den", "What can decide it"),
    "requires": Text("Kreves", "Kræves", "Required"),
    "met_when": Text("Oppfylt når", "Opfyldt når", "Met when"),
    "breach_when": Text("Brudd når", "Brud når", "Breach when"),
    "suspicion_when": Text("Må undersøkes når", "Skal undersøges når", "To investigate when"),
    "cannot_be": Text("Kan ikke bli", "Kan ikke blive", "Cannot be"),
    "then": Text("Da gjelder", "Så gælder", "Then"),
    "message": Text("Merknaden sier", "Bemærkningen siger", "The remark says"),
    "outlook": Text("Kildene sier", "Kilderne siger", "The sources say"),
    "reactions": Text("Reaksjoner som kildene nevner", "Reaktioner, som kilderne nævner", "Reactions that the sources mention"),
    "measures": Text(
        "Forslag, ikke krav; andre løsninger er lovlige", "Forslag, ikke krav; andre løsninger er lovlige",
        "Suggestions, not requirements; other solutions are lawful",
    ),
}
ALL_OF = Text("alt dette", "alt dette", "all of this")
ONE_OF = Text("minst ett av disse tilfellene", "mindst ét af disse tilfælde", "at least one of these cases")
BECAUSE = Text("{outcome} – fordi {reason} ({source})", "{outcome} – fordi {reason} ({source})", "{outcome} – because {reason} ({source})")
FORCE = Text("Styrke: {force}", "Styrke: {force}", "Force: {force}")
RESTS = {
    "property": Text("Definisjoner den bygger på", "Definitioner, den bygger på", "Definitions it rests on"),
    "factor": Text("Faktorer den nevner", "Faktorer, den nævner", "Factors it names"),
}
WITH_CONTENTS = Text("{factor} ({n} i katalogen)", "{factor} ({n} i kataloget)", "{factor} ({n} in the catalogue)")
USED_BY = Text("Brukes av", "Bruges af", "Used by")
NOT_USED = Text("Brukes ikke av noen plikt.", "Bruges ikke af nogen pligt.", "Used by no duty.")
INFERRED = Text(
    "Bygger på noe som ikke er lest, bare sluttet. Plikten kan derfor verken bli oppfylt eller brutt.",
    "Bygger på noget, der ikke er læst, kun udledt. Pligten kan derfor hverken blive opfyldt eller overtrådt.",
    "Rests on something that was not read, only inferred. So the duty can be neither met nor breached.",
)
SCENARIO = Text("1 scenario", "1 scenarie", "1 scenario")
SCENARIOS = Text("{n} scenarioer", "{n} scenarier", "{n} scenarios")
NO_SCENARIO = Text("Ingen scenarioer.", "Ingen scenarier.", "No scenarios.")
LAW_OF = Text("loven per {day}", "loven pr. {day}", "the law of {day}")
RULE_TEXT = Text("Regelen slik den er skrevet", "Reglen, som den er skrevet", "The rule as it is written")
RULE_TEXT_IN = {
    "nb": Text("på bokmål", "på bokmål", "in Norwegian bokmål"),
    "da": Text("på dansk", "på dansk", "in Danish"),
    "en": Text("på engelsk", "på engelsk", "in English"),
}
EXPECTED = {
    "breach": Text("brudd", "brud", "breach"),
    "investigate": Text("må undersøkes", "skal undersøges", "to investigate"),
    "unknown": Text("uavklart", "uafklaret", "unknown"),
    "met": Text("oppfylt", "opfyldt", "met"),
    "not_applicable": Text("ikke aktuelt", "ikke relevant", "not applicable"),
    "not_in_force": Text("ikke i kraft", "ikke i kraft", "not in force"),
    "yes": Text("ja", "ja", "yes"),
    "no": Text("nei", "nej", "no"),
    "noted": Text("merknad gis", "bemærkning gives", "remark given"),
    "not_noted": Text("ingen merknad", "ingen bemærkning", "no remark"),
    "given": Text("utsikten gis", "udsigten gives", "outlook given"),
    "open": Text("mulig", "mulig", "possible"),
    "not_given": Text("gis ikke", "gives ikke", "not given"),
}

# --- lists, definitions, numbers -----------------------------------------------------------------------------------------

SHARED = Text("Felles for begge land", "Fælles for begge lande", "Shared by both countries")
LISTS = Text("Lister", "Lister", "Lists")
A_TO_Z = Text("Fra A til Å", "Fra A til Å", "From A to Z")
MEMBERS = Text("{n} punkter", "{n} punkter", "{n} items")
MEMBER = Text("1 punkt", "1 punkt", "1 item")
LIST_FORCE = {
    "example": Text(
        "Eksempelliste: den er ikke uttømmende, og ingen minsteliste.",
        "Eksempelliste: den er ikke udtømmende og ingen minimumsliste.",
        "A list of examples: not exhaustive, and no minimum list.",
    ),
    "consider": Text(
        "Hvert punkt skal vurderes synlig, eller begrunnes som uten betydning.",
        "Hvert punkt skal vurderes synligt eller begrundes som uden betydning.",
        "Each item must visibly be considered, or reasoned not to matter.",
    ),
    "closed": Text(
        "Listen er uttømmende, eller vår egen.",
        "Listen er udtømmende eller vores egen.",
        "The list is exhaustive, or our own.",
    ),
}
IN_SENTENCE = Text("I setninger", "I sætninger", "In sentences")
IN_LISTS = Text("Står i", "Står i", "Stands in")
MATCHES = {
    "exactMatch": Text("det samme som", "det samme som", "the same as"),
    "closeMatch": Text("nær", "nær", "close to"),
    "broadMatch": Text("snevrere enn", "snævrere end", "narrower than"),
    "narrowMatch": Text("videre enn", "videre end", "wider than"),
    "relatedMatch": Text("i slekt med", "beslægtet med", "related to"),
    "broader": Text("en del av", "en del af", "a part of"),
}
IN_CATALOGUE = Text("I katalogen ({n})", "I kataloget ({n})", "In the catalogue ({n})")
IN_INSTRUMENTS = Text("Skjemaer som sier noe om den", "Skemaer, der siger noget om den", "Forms that speak to it")
ABOUT_FACTORS = Text("Gjelder", "Gælder", "About")
VALUE_FROM = Text("Gjelder fra", "Gælder fra", "Holds from")
VALUE = Text("Verdi", "Værdi", "Value")
CONFIDENCE = Text("Kilden er {word}", "Kilden er {word}", "The source was {word}")

# --- sources -------------------------------------------------------------------------------------------------------------

READ_ON = Text("lest {day}", "læst {day}", "read {day}")
SEED = Text("dokument {file}", "dokument {file}", "document {file}")
USED_IN = Text("Brukt i", "Brugt i", "Used in")
UNITS_OF = Text("{act}: {n}", "{act}: {n}", "{act}: {n}")

# --- search --------------------------------------------------------------------------------------------------------------

SEARCH_HELP = Text(
    "Skriv ett eller flere ord; alle må finnes. Søket skjer på din maskin, også uten nett.",
    "Skriv ét eller flere ord; alle skal findes. Søgningen sker på din maskine, også uden net.",
    "Type one or more words; all must be there. The search runs on your machine, also offline.",
)
NEEDS_SCRIPT = Text(
    "Søket trenger JavaScript. Uten det finner du alt gjennom oversiktene:",
    "Søgningen kræver JavaScript. Uden det finder du alt gennem oversigterne:",
    "The search needs JavaScript. Without it, everything can be found through the indexes:",
)
HITS = Text("{n} treff", "{n} fund", "{n} hits")
ONE_HIT = Text("1 treff", "1 fund", "1 hit")
NO_HITS = Text("Ingen treff.", "Ingen fund.", "No hits.")
SHOWN = Text("De første {n} vises.", "De første {n} vises.", "The first {n} are shown.")
SEARCH_KINDS = {
    "unit": Text("Lov", "Lov", "Law"),
    "duty": Text("Plikt", "Pligt", "Duty"),
    "definition": Text("Definisjon", "Definition", "Definition"),
    "outlook": Text("Utsikt", "Udsigt", "Outlook"),
    "concept": Text("Begrep", "Begreb", "Concept"),
    "list": Text("Liste", "Liste", "List"),
    "number": Text("Tall", "Tal", "Number"),
    "content": Text("Katalogen", "Kataloget", "Catalogue"),
    "instrument": Text("Skjema", "Skema", "Form"),
    "row": Text("Norge og Danmark", "Norge og Danmark", "Norway and Denmark"),
}
