"""What an inspector's sheet says, in three languages."""

from engine.text import Text

HEAD = Text("Dokumenter å be om: {name}", "Dokumenter at bede om: {name}", "Documents to ask for: {name}")
FACTS = Text(
    "Fakta per {date}, loven per {law}. {open} utfall av arbeidsgiverens plikter er åpne. For {n} av dem er det et dokument i en minste "
    "mengde som kan avgjøre dem.",
    "Fakta pr. {date}, loven pr. {law}. {open} udfald af arbejdsgiverens pligter er åbne. For {n} af dem er der et dokument i en mindste "
    "mængde, der kan afgøre dem.",
    "Facts as of {date}, under the law of {law}. Open outcomes of the employer's duties: {open}. For {n} of them there is a document in a "
    "smallest set that could decide them.",
)
NOTHING = Text("Det er ingen dokumenter å be om.", "Der er ingen dokumenter at bede om.", "There are no documents to ask for.")
ALL_OF = Text("{plural} for {unit}", "{plural} for {unit}", "{plural} for {unit}")
MORE_OF = Text(
    "Flere {plural} for {unit}, om de finnes", "Flere {plural} for {unit}, hvis de findes", "More {plural} for {unit}, if there are any"
)
WHOLE_PAPER = Text("{paper}: hele dokumentet", "{paper}: hele dokumentet", "{paper}: the whole document")
READ_AGAIN = Text(
    "{paper}: gå gjennom dokumentet igjen", "{paper}: gå dokumentet igennem igen", "{paper}: go through the document again"
)
SAME_FOR = Text("Be om det samme for: {units}", "Bed om det samme for: {units}", "Ask for the same of: {units}")
PAPER_OF = Text("Dokumentet som viser {entry}", "Dokumentet, der viser {entry}", "The document that shows {entry}")
ANSWERS = Text("Svarer på:", "Besvarer:", "Answers:")
DECIDES = Text("Kan alene avgjøre {n}:", "Kan alene afgøre {n}:", "Could by itself decide {n}:")
HELPS = Text(
    "Kan sammen med annet avgjøre {n}:", "Kan sammen med andet afgøre {n}:", "Could together with something else decide {n}:"
)
NOTE = Text(
    "Hver ting på listen er i en minste mengde av opplysninger som kan avgjøre en åpen plikt.",
    "Hver ting på listen er i en mindste mængde af oplysninger, der kan afgøre en åben pligt.",
    "Each thing on the list is in a smallest set of information that could decide an open duty.",
)
ORDER_NO = Text(
    "Rekkefølge: slik Arbeidstilsynet oftest ber om dokumenter, så langt kildene sier det; ellers det som kan avgjøre mest.",
    "Rækkefølge: som det norske arbejdstilsyn oftest beder om dokumenter, så vidt kilderne siger det; ellers det, der kan afgøre mest.",
    "Order: as the Norwegian authority commonly asks for documents, as far as the sources say; otherwise what could decide most.",
)
ORDER_DK = Text(
    "Rekkefølge: først det som det danske Arbejdstilsynet åpner et besøk med (sikkerhetsarbeidet og APV); ellers det som kan avgjøre mest.",
    "Rækkefølge: først det, som Arbejdstilsynet indleder et besøg med (sikkerhedsarbejdet og APV); ellers det, der kan afgøre mest.",
    "Order: first what the Danish authority opens a visit with (the safety work and the APV); otherwise what could decide most.",
)
