"""The longer texts of the book, in three languages: what it is, how to read it, and what its pages hold."""

from engine.text import Text

INTRO = Text(
    "Reglene om det psykososiale arbeidsmiljøet i Norge og Danmark, bestemmelse for bestemmelse: hva loven sier med "
    "våre ord, hvor sikkert det er, hvilke plikter som følger, når de er oppfylt eller brutt, og hva pliktene er "
    "prøvd med.",
    "Reglerne om det psykiske arbejdsmiljø i Norge og Danmark, bestemmelse for bestemmelse: hvad loven siger med "
    "vores ord, hvor sikkert det er, hvilke pligter der følger, hvornår de er opfyldt eller overtrådt, og hvad "
    "pligterne er afprøvet med.",
    "The rules on the psychosocial working environment in Norway and Denmark, provision by provision: what the law "
    "says in our words, how sure that is, which duties follow, when they are met or breached, and what the duties "
    "were tried with.",
)
READING = (
    Text(
        "Hver enhet av loven sier hvor sikker den er på to måter: om innholdet er lest, og om nummeret er "
        "kontrollert. Det som bare er sluttet, eller ikke er kontrollert, er merket.",
        "Hver enhed af loven siger, hvor sikker den er på to måder: om indholdet er læst, og om nummeret er "
        "kontrolleret. Det, der kun er udledt eller ikke er kontrolleret, er mærket.",
        "Each unit of the law says how sure it is in two ways: whether the content was read, and whether the number "
        "was verified. What was only inferred, or not verified, is marked.",
    ),
    Text(
        "«Kreves» er det plikten ber om: mangler det for sikkert, er plikten brutt. «Oppfylt når» sier hva som skal "
        "til for oppfylt, «Brudd når» hva som er brudd. Er verken det ene eller det andre sikkert, er plikten "
        "uavklart.",
        "»Kræves« er det, pligten beder om: mangler det med sikkerhed, er pligten overtrådt. »Opfyldt når« siger, "
        "hvad der skal til for opfyldt, »Brud når« hvad der er brud. Er hverken det ene eller det andet sikkert, er "
        "pligten uafklaret.",
        "“Required” is what the duty asks for: where it is certainly missing, the duty is breached. “Met when” says "
        "what it takes to be met, “Breach when” what is a breach. Where neither is certain, the duty is unknown.",
    ),
    Text(
        "En bokstav, som D i «er datert D», står for datoen eller tallet i setningen. Der to ting av samme slag er "
        "nevnt, har også de en bokstav.",
        "Et bogstav, som D i »er dateret D«, står for datoen eller tallet i sætningen. Hvor to ting af samme slags er "
        "nævnt, har også de et bogstav.",
        "A letter, such as D in “is dated D”, stands for the date or number in the sentence. Where two things of one "
        "kind are named, they have letters too.",
    ),
    Text(
        "Scenarioene er små oppdiktede saker som plikten er prøvd med: navnet, utfallet den skal ha, og kilden. De "
        "står på språket de er skrevet på.",
        "Scenarierne er små opdigtede sager, som pligten er afprøvet med: navnet, det udfald, den skal have, og "
        "kilden. De står på det sprog, de er skrevet på.",
        "The scenarios are small invented cases that the duty was tried with: the name, the outcome it should have, "
        "and the source. They stand in the language they were written in.",
    ),
)
LEADS = {
    "duties": Text(
        "Hver plikt i regelbasen, i lovens rekkefølge. Plikten står der loven står, med vilkårene, scenarioene og "
        "kildene.",
        "Hver pligt i regelbasen, i lovens rækkefølge. Pligten står, hvor loven står, med betingelser, scenarier og "
        "kilder.",
        "Every duty in the rule base, in the order of the law. It stands where the law stands, with its conditions, "
        "scenarios and sources.",
    ),
    "definitions": Text(
        "Når pliktene bruker et uttrykk som ingen opplyser direkte, sier en definisjon hva som skal til. Har et "
        "uttrykk flere definisjoner, er det nok at én av dem passer.",
        "Når pligterne bruger et udtryk, som ingen oplyser direkte, siger en definition, hvad der skal til. Har et "
        "udtryk flere definitioner, er det nok, at én af dem passer.",
        "Where the duties use an expression that nobody states directly, a definition says what it takes. Where an "
        "expression has several definitions, one that fits is enough.",
    ),
    "concepts": Text(
        "Listene som lover og forskrifter bygger på, og begrepene i dem. En eksempelliste er aldri en minsteliste.",
        "De lister, som love og bekendtgørelser bygger på, og begreberne i dem. En eksempelliste er aldrig en "
        "minimumsliste.",
        "The lists that the acts and regulations rest on, and the concepts in them. A list of examples is never a "
        "minimum list.",
    ),
    "numbers": Text(
        "Tallene i loven, hvert med dagen den gjelder fra, og pliktene som bruker det.",
        "Tallene i loven, hvert med den dag, det gælder fra, og de pligter, der bruger det.",
        "The numbers of the law, each with the day it holds from, and the duties that use it.",
    ),
    "outlook": Text(
        "Hva kildene knytter til slike forhold. Ikke en spådom om hva tilsynet vil gjøre, og uten betydning for "
        "utfallet av pliktene.",
        "Hvad kilderne knytter til sådanne forhold. Ikke en forudsigelse af, hvad tilsynet vil gøre, og uden "
        "betydning for pligternes udfald.",
        "What sources connect with such facts. No prediction of what the authority will do, and without effect on the "
        "outcome of a duty.",
    ),
    "sources": Text(
        "Hva lovbasen er skrevet ut fra, hvor mye av det som er lest, og når. Navn som slutter på .md er "
        "arbeidsnotater som ikke er i boken. Hvor mye som er lest, er beskrevet på engelsk.",
        "Hvad lovbasen er skrevet ud fra, hvor meget af det der er læst, og hvornår. Navne, der ender på .md, er "
        "arbejdsnotater, som ikke er i bogen. Hvor meget der er læst, er beskrevet på engelsk.",
        "What the law base was written from, how much of it was read, and when. Names ending in .md are working notes "
        "that are not in the book.",
    ),
}
