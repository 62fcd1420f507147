"""What the validation says, in three languages."""

from engine.text import Text
from engine.validation.model import CaseVerdict, Verdict

TITLE = Text(
    "Publiserte saker mot reglene",
    "Offentliggjorte sager over for reglerne",
    "Published cases against the rules",
)
CAUTION = Text(
    "Opplysningene er fra offentlige kilder og er ikke våre funn. Det som ikke er publisert, regnes som ukjent.",
    "Oplysningerne er fra offentlige kilder og er ikke vores fund. Det, der ikke er offentliggjort, regnes for ukendt.",
    "The facts are from public sources and are not findings of ours. What was not published counts as unknown.",
)
VERDICTS: dict[CaseVerdict | Verdict, Text] = {
    "agrees": Text("samsvarer", "stemmer overens", "agrees"),
    "partly": Text("samsvarer delvis", "stemmer delvis overens", "agrees in part"),
    "open": Text("åpent", "åbent", "open"),
    "contradicts": Text("motsier", "modsiger", "contradicts"),
    "not_comparable": Text("kan ikke sammenlignes", "kan ikke sammenlignes", "not comparable"),
    "not_counted": Text("teller ikke", "tæller ikke", "not counted"),
}
REASONS: dict[str, Text] = {
    "civil": Text("et sivilt krav", "et civilt krav", "a civil claim"),
    "campaign": Text("en kampanje eller statistikk", "en kampagne eller statistik", "a campaign or statistics"),
    "law_not_encoded": Text(
        "loven den dagen er ikke lest", "loven på den dag er ikke læst", "the law of that day was not read"
    ),
    "remitted": Text("sendt tilbake", "hjemvist", "sent back"),
    "outcome_not_readable": Text("utfallet er ikke lest", "udfaldet er ikke læst", "the outcome was not read"),
    "follows_from_outcome": Text(
        "alt som er publisert, følger av avgjørelsen",
        "alt, hvad der er offentliggjort, følger af afgørelsen",
        "everything published follows from the decision",
    ),
    "rule_from_case": Text(
        "regelen vår bygger på denne saken", "vores regel bygger på denne sag", "our rule rests on this case"
    ),
}
HELD: dict[str, Text] = {
    "breach": Text("lovbrudd", "overtrædelse", "breach"),
    "investigation": Text("undersøkelse", "undersøgelse", "investigation"),
    "annulled": Text("opphevet", "ophævet", "annulled"),
    "applies": Text("reglene gjelder", "reglerne gælder", "the rules apply"),
    "reaction": Text("reaksjon", "reaktion", "reaction"),
    "immediate annulled": Text("straks: opphevet", "straks: ophævet", "immediacy annulled"),
    "none": Text("krav ikke tatt til følge", "krav ikke taget til følge", "claim dismissed"),
}
SAID_OF_OUTLOOK: dict[str, Text] = {
    "given": Text(
        "kilder knytter dette til slike forhold",
        "kilder knytter dette til sådanne forhold",
        "sources connect it with such facts",
    ),
    "open": Text("avhenger av svar", "afhænger af svar", "depends on answers"),
    "not_given": Text("sies ikke", "siges ikke", "not said"),
}
LAW_OF = Text("Loven per {day}:", "Loven pr. {day}:", "The law of {day}:")
WE_SAY = Text("vi sier {said} ({duty})", "vi siger {said} ({duty})", "we say {said} ({duty})")
NOTHING_HELD = Text(
    "ingenting her kan sammenlignes; vi sier ikke brudd noe sted",
    "intet her kan sammenlignes; vi siger ikke brud noget sted",
    "nothing to compare here; we find no breach anywhere",
)
STRAY = Text(
    "vi sier brudd der ingen har funnet brudd: {address}",
    "vi siger brud, hvor ingen har fundet brud: {address}",
    "we say breach where nobody found one: {address}",
)
NOT_TOLD = Text("Ikke opplyst: {question}", "Ikke oplyst: {question}", "Not told: {question}")
MORE = Text("(og {n} spørsmål til)", "(og {n} spørgsmål mere)", "(and {n} more questions)")
ONE_MORE = Text("(og ett spørsmål til)", "(og ét spørgsmål mere)", "(and one more question)")
SUMMARY = Text("Saker: {counts}.", "Sager: {counts}.", "Cases: {counts}.")
POINTS = Text("Punkter som teller: {counts}.", "Punkter, der tæller: {counts}.", "Points that count: {counts}.")
NO_POINTS = Text("ingen", "ingen", "none")


def more(n: int) -> Text:
    """Say how many questions there are beside the one shown."""
    return ONE_MORE if n == 1 else MORE.format(n=str(n))
