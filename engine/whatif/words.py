"""The fixed words of a what-if answer, in three languages."""

from engine.text import Text

HEAD = Text("{name}: Hva ville endre seg?", "{name}: Hvad ville ændre sig?", "{name}: What would change?")
SAME_LAW = Text("Fakta per {date}, loven per {law}.", "Fakta pr. {date}, loven pr. {law}.", "Facts as of {date}, under the law of {law}.")
OTHER_LAW = Text(
    "Fakta per {date}; loven per {new} i stedet for per {old}.",
    "Fakta pr. {date}; loven pr. {new} i stedet for pr. {old}.",
    "Facts as of {date}; the law of {new} instead of that of {old}.",
)
SUPPOSED = Text("Vi antar", "Vi antager", "Supposed")
FOLLOWS = Text("Følger med", "Følger med", "Goes along")
SAYS = Text("Saken sier nå: {said}", "Sagen siger nu: {said}", "The case says now: {said}")
SAYS_NOTHING = Text("Saken sier ingenting om det nå.", "Sagen siger intet om det nu.", "The case says nothing of it now.")
SET_ASIDE = Text("Det settes til side.", "Det sættes til side.", "That is set aside.")
ALREADY = Text("Det sier saken alt.", "Det siger sagen allerede.", "The case says so already.")
DISPUTED = Text("omstridt", "omstridt", "disputed")
DONT_KNOW = Text("vet ikke", "ved ikke", "don't know")
UNSPOKEN = Text(
    "ingen har sagt noe om dette: {address}", "ingen har sagt noget om dette: {address}", "nobody has said anything of this: {address}"
)
NOT_KNOWN = Text("svaret er ukjent: {address}", "svaret er ukendt: {address}", "the answer is not known: {address}")
FIELD = Text("{name}, {label}: {value}", "{name}, {label}: {value}", "{name}, {label}: {value}")
NO_FIELD = Text("ikke fylt ut", "ikke udfyldt", "not filled in")
EMPTY = Text("ingen", "ingen", "none")
AND_MORE = Text("og kanskje mer", "og måske mere", "and perhaps more")
COMPLETE = Text(
    "{plural} for {unit} er fullstendig ført", "{plural} for {unit} er fuldstændigt ført", "{plural} for {unit} are all in the case"
)
OPEN = Text(
    "ingen sier at {plural} for {unit} er fullstendig ført",
    "ingen siger, at {plural} for {unit} er fuldstændigt ført",
    "nobody says that {plural} for {unit} are all in the case",
)
WITHOUT = Text("{name} finnes ikke", "{name} findes ikke", "{name} is not there")
GONE = Text("Med den forsvinner: {names}.", "Med den forsvinder: {names}.", "With it go: {names}.")
NOTHING = Text(
    "Ingenting ville endre seg: hvert utfall er det samme, av samme grunn.",
    "Intet ville ændre sig: hvert udfald er det samme, af samme grund.",
    "Nothing would change: every outcome is the same, for the same reason.",
)
SUM = Text(
    "Annet utfall: {changed}. Samme utfall av en annen grunn: {reasoned}. Som før: {same}.",
    "Andet udfald: {changed}. Samme udfald af en anden grund: {reasoned}. Som før: {same}.",
    "Another outcome: {changed}. Same outcome for another reason: {reasoned}. As before: {same}.",
)
CHANGED = Text("Annet utfall", "Andet udfald", "Another outcome")
REASONED = Text("Samme utfall av en annen grunn", "Samme udfald af en anden grund", "Same outcome for another reason")
BESIDE = Text("Merknader og utsikt", "Bemærkninger og udsigt", "Remarks and outlook")
MOVED = Text("{old} → {new}", "{old} → {new}", "{old} → {new}")
BEFORE = Text("Før: {reason}", "Før: {reason}", "Before: {reason}")
AFTER = Text("Da: {reason}", "Så: {reason}", "Then: {reason}")
SAME_WORDS = Text(
    "{reason} (Med de samme ordene; det den bygger på, er et annet.)",
    "{reason} (Med de samme ord; det, den bygger på, er et andet.)",
    "{reason} (In the same words; what it rests on is another.)",
)
NOTE = Text(
    "Det som antas, er ikke opplyst av noen: dette er ingen vurdering av virksomheten.",
    "Det, der antages, er ikke oplyst af nogen: dette er ingen vurdering af virksomheden.",
    "What is supposed was stated by nobody: this is no assessment of the undertaking.",
)
