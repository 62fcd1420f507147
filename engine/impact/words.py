"""What the comparison says, in three languages."""

from engine.impact.model import How, Kind
from engine.proof.words import HEADINGS
from engine.text import Text

TITLE = Text("Hva regelendringene gjør", "Hvad regelændringerne gør", "What the changed rules do")
KIND = Text("Virkning", "Virkning", "Impact")
ABOUT = Text(
    "Regelbasen her mot {against}. Saker vurdert etter begge: {cases}.",
    "Regelbasen her mod {against}. Sager vurderet efter begge: {cases}.",
    "The rule base here against {against}. Cases assessed under both: {cases}.",
)
LAW_OF = Text("Loven per {day}.", "Loven pr. {day}.", "The law of {day}.")
NOTHING = Text(
    "Ingenting er endret: hvert utfall er det samme, av samme grunn.",
    "Intet er ændret: hvert udfald er det samme, af samme grund.",
    "Nothing has changed: every outcome is the same, for the same reason.",
)
NO_EDITS = Text(
    "De to regelbasene sier det samme; bare ordlyd, oppsett og kommentarer kan være ulike.",
    "De to regelbaser siger det samme; kun ordlyd, opsætning og kommentarer kan være forskellige.",
    "The two rule bases say the same; only wording, layout and comments can differ.",
)
SUM = Text(
    "Endrede utfall: {outcomes}. Samme utfall av en annen grunn: {reasons}. Saker med endringer: {cases} av {total}.",
    "Ændrede udfald: {outcomes}. Samme udfald af en anden grund: {reasons}. Sager med ændringer: {cases} af {total}.",
    "Changed outcomes: {outcomes}. Same outcome for another reason: {reasons}. Cases with changes: {cases} of {total}.",
)
KINDS: dict[Kind, Text] = {
    "duty": Text("plikt", "pligt", "duty"),
    "rule": Text("regel", "regel", "rule"),
    "remark": Text("merknad", "bemærkning", "remark"),
    "outlook": Text("utsikt", "udsigt", "outlook"),
    "parameter": Text("tall i loven", "tal i loven", "number of the law"),
    "law": Text("bestemmelse", "bestemmelse", "provision"),
    "acts": Text("lovene og hva de gjelder for", "lovene, og hvad de gælder for", "the acts and what they apply to"),
    "vocabulary": Text("ordforrådet", "ordforrådet", "the vocabulary"),
    "documents": Text("kravene til dokumenter", "kravene til dokumenter", "what documents must hold"),
    "industries": Text("næringslisten", "branchelisten", "the list of industries"),
    "other": Text(
        "ingen endret regel er med i begrunnelsene", "ingen ændret regel er med i begrundelserne", "no changed rule is in the proofs"
    ),
}
HOW: dict[How, Text] = {
    "changed": Text("endret", "ændret", "changed"),
    "added": Text("ny", "ny", "new"),
    "removed": Text("fjernet", "fjernet", "removed"),
}
WORDS: dict[str, Text] = {
    **{outcome: Text(*(word.lower() for word in said)) for outcome, said in HEADINGS.items()},
    "noted": Text("gitt", "givet", "given"),
    "not_noted": Text("ikke gitt", "ikke givet", "not given"),
    "given": Text("gitt", "givet", "given"),
    "open": Text("åpen", "åben", "open"),
    "not_given": Text("ikke gitt", "ikke givet", "not given"),
    "not_there": Text("finnes ikke", "findes ikke", "not there"),
    "not_in_force": Text("ikke i kraft", "ikke i kraft", "not in force"),
    "no_scope": Text("gjelder ingenting her", "gælder intet her", "applies to nothing here"),
}
MOVED = Text("{old} → {new}", "{old} → {new}", "{old} → {new}")
STAYED = Text("{new} som før, av en annen grunn", "{new} som før, af en anden grund", "{new} as before, for another reason")
PLACES = Text(
    "steder: {n}, i {cases} av {total} saker", "steder: {n}, i {cases} af {total} sager", "places: {n}, in {cases} of {total} cases"
)
WAS = Text("før", "før", "was")
IS = Text("nå", "nu", "now")
SAME_WORDS = Text(
    "Den korte begrunnelsen er ord for ord den samme; det den bygger på, er endret.",
    "Den korte begrundelse er ord for ord den samme; det, den bygger på, er ændret.",
    "The short reason is the same word for word; what it rests on has changed.",
)
ALSO = Text("også: {keys}", "også: {keys}", "also: {keys}")
MORE = Text("… og {n} til", "… og {n} mere", "… and {n} more")
MORE_HINT = Text(" (--detail full)", " (--detail full)", " (--detail full)")
UNTOUCHED = Text("Ingen sak berører", "Ingen sag berører", "No case touches")
UNTOUCHED_NOTE = Text(
    "Disse endringene er ikke prøvd av noen av sakene.",
    "Disse ændringer er ikke prøvet af nogen af sagerne.",
    "None of the cases tries these changes.",
)
WITHOUT_EFFECT = Text("Endret uten virkning i disse sakene", "Ændret uden virkning i disse sager", "Changed without effect in these cases")
EDITS = Text("Endringene", "Ændringerne", "The edits")
EDIT = Text("endring", "ændring", "edit")
OUTCOMES = Text("endrede utfall", "ændrede udfald", "changed outcomes")
REASONS = Text("annen grunn", "anden grund", "another reason")
CASES = Text("saker", "sager", "cases")
