"""What the comparison says, in three languages."""

from engine.compare.model import Column, Relation
from engine.text import Text

TITLE = Text("Norge og Danmark side om side", "Norge og Danmark side om side", "Norway and Denmark side by side")
FACTS = Text(
    "De samme opplysningene, per {date}, etter begge lands lov slik den er {law}.",
    "De samme oplysninger, pr. {date}, efter begge landes lov, som den er {law}.",
    "The same facts, as of {date}, under the law of both countries as it is on {law}.",
)
LAWS = Text(
    "Bare de to lovverkene; ingen sak er gitt.", "Kun de to regelsæt; ingen sag er givet.", "The two laws alone; no case was given."
)
NO_VERDICT = Text(
    "At et krav er videre eller strengere i det ene landet, sier ikke noe om hvorvidt virksomheten oppfyller det.",
    "At et krav er videre eller strengere i det ene land, siger intet om, hvorvidt virksomheden opfylder det.",
    "That a requirement is wider or stricter in one country says nothing about whether the undertaking meets it.",
)
RELATIONS: dict[Relation, Text] = {
    "same": Text("samme målestokk", "samme målestok", "the same yardstick"),
    "wider": Text("videre i {left}", "videre i {left}", "wider in {left}"),
    "narrower": Text("snevrere i {left}", "snævrere i {left}", "narrower in {left}"),
    "other_test": Text("en annen målestokk", "en anden målestok", "another yardstick"),
    "other_form": Text("annen form eller annet intervall", "anden form eller andet interval", "other form or interval"),
    "no_counterpart": Text(
        "ikke funnet noe tilsvarende i dossieret for {lonely}", "intet tilsvarende fundet i dossieret for {lonely}",
        "no counterpart found in the dossier for {lonely}",
    ),
}
LONELY = Text("ikke funnet noe tilsvarende", "intet tilsvarende fundet", "no counterpart found")
SIGNS: dict[Relation, str] = {
    "same": "=", "wider": "⊃", "narrower": "⊂", "other_test": "≠", "other_form": "≈", "no_counterpart": "∅",
}
COLUMNS: dict[Column, Text] = {
    "standard": Text("Krav til arbeidsmiljøet", "Krav til arbejdsmiljøet", "Standard"),
    "mapping": Text("Kartlegging", "Kortlægning", "Mapping"),
    "assessment": Text("Vurdering", "Vurdering", "Assessment"),
    "measures": Text("Plan og tiltak", "Plan og tiltag", "Plan and measures"),
    "information": Text("Informasjon", "Information", "Information"),
    "training": Text("Opplæring", "Oplæring", "Training"),
    "cooperation": Text("Samarbeid", "Samarbejde", "Cooperation"),
    "follow_up": Text("Oppfølging og melding", "Opfølgning og anmeldelse", "Follow-up and reporting"),
    "organisation": Text("Organisering", "Organisering", "Organisation"),
    "expertise": Text("Sakkyndig hjelp", "Sagkyndig bistand", "Expert help"),
}
MATRIX = Text("Faktorer og krav", "Faktorer og krav", "Factors and requirements")
GENERAL = Text("alle faktorer", "alle faktorer", "all factors")
NOTHING = Text("ikke noe funnet", "intet fundet", "nothing found")
NOT_IN_FORCE = Text("ikke i kraft den dagen", "ikke i kraft den dag", "not in force that day")
LOOKED_AT = Text("Lest: {places}.", "Læst: {places}.", "Looked at: {places}.")
SOURCE = Text("Kilde: {places}.", "Kilde: {places}.", "Source: {places}.")
LEGEND = Text(
    "Tegnene: venstre er {left}, høyre er {right}; tegnet mellom dem sier hvordan kravene står til hverandre.",
    "Tegnene: venstre er {left}, højre er {right}; tegnet imellem siger, hvordan kravene forholder sig til hinanden.",
    "The signs: left is {left}, right is {right}; the sign between them says how the requirements stand to each other.",
)
NO_SIGN = "·"
NO_DUTY = Text("ingen plikt her", "ingen pligt her", "no duty here")
ROWS = Text("Krav for krav", "Krav for krav", "Requirement by requirement")
PLACES = Text("{word} ({n} av {total})", "{word} ({n} af {total})", "{word} ({n} of {total})")
