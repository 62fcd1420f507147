"""What a check of a report says, in three languages."""

from engine.text import Text

VERIFIED = Text(
    "Verifisert: {outcomes} utfall, {steps} steg.",
    "Verificeret: {outcomes} udfald, {steps} trin.",
    "Verified: {outcomes} outcomes, {steps} steps.",
)
NOT_VERIFIED = Text(
    "Ikke verifisert. Feil: {failures} ({outcomes} utfall, {steps} steg).",
    "Ikke verificeret. Fejl: {failures} ({outcomes} udfald, {steps} trin).",
    "Not verified. Failures: {failures} ({outcomes} outcomes, {steps} steps).",
)
NOT_WALKED = Text("Ikke verifisert.", "Ikke verificeret.", "Not verified.")
RULEBASE = Text("Regelbasen: {hash}", "Regelbasen: {hash}", "The rule base: {hash}")
NO_HASH = Text(
    "Om rapporten er laget med denne regelbasen, er ikke sammenlignet (--no-hash).",
    "Om rapporten er lavet med denne regelbase, er ikke sammenlignet (--no-hash).",
    "Whether the report was made with this rule base was not compared (--no-hash).",
)
PART = Text(
    "Rapporten viser bare noen av utfallene. De som er utelatt, er ikke kontrollert.",
    "Rapporten viser kun nogle af udfaldene. De udeladte er ikke kontrolleret.",
    "The report shows only some of the outcomes. Those left out were not checked.",
)
NOT_CHECKED = Text(
    "Ikke kontrollert: om faktaene er sanne, og tekstene, spørsmålene, forslagene, merknadene og utsiktene.",
    "Ikke kontrolleret: om fakta er sande, og teksterne, spørgsmålene, forslagene, bemærkningerne og udsigterne.",
    "Not checked: whether the facts are true, and the texts, questions, suggestions, remarks and outlooks.",
)
MORE = Text(
    "… og {n} feil til (--format json viser alle)",
    "… og {n} fejl mere (--format json viser alle)",
    "… and {n} more failures (--format json shows all)",
)
STEP = Text("steg {step}", "trin {step}", "step {step}")
DIFFERS = Text(
    "{what} er {found}, men skal være {wanted}", "{what} er {found}, men skal være {wanted}", "{what} is {found}, but must be {wanted}"
)
NOTHING = Text("tomt", "tomt", "empty")
TRUTHS = {"yes": Text("ja", "ja", "yes"), "no": Text("nei", "nej", "no"), "unknown": Text("uavklart", "uafklaret", "unknown")}
WHAT = {  # the keys of a step, an outcome or a report that may be wrong
    "holds": Text("svaret", "svaret", "the answer"),
    "kind": Text("slaget steg", "slags trin", "the kind of step"),
    "follows_by": Text("måten det følger av andre steg på", "måden, det følger af andre trin på", "the way it follows from other steps"),
    "minimum": Text("antallet som kreves", "det antal, der kræves", "the number that is needed"),
    "condition": Text("stedet i regelen", "stedet i reglen", "the place in the rule"),
    "statement": Text("utsagnet", "udsagnet", "the statement"),
    "source": Text("kilden", "kilden", "the source"),
    "stand_in": Text("registeret som ikke er vist helt", "det register, der ikke er vist helt", "the register that is not shown in full"),
    "note": Text("verdiene som er sammenlignet", "de sammenlignede værdier", "the values that were compared"),
    "others": Text("lista over andre oppføringer", "listen over andre poster", "the list of other entries"),
    "bindings": Text("det regelen er brukt på", "det, reglen er brugt på", "what the rule is applied to"),
    "id": Text("adressen", "adressen", "the address"),
    "outcome": Text("utfallet", "udfaldet", "the outcome"),
    "strength": Text("styrken", "styrken", "the strength"),
    "duty": Text("plikten", "pligten", "the duty"),
    "regime": Text("landet", "landet", "the country"),
    "bearer": Text("pliktsubjektet", "pligtsubjektet", "the bearer of the duty"),
    "scope": Text("det plikten er avgjort for", "det, pligten er afgjort for", "what the duty was decided for"),
    "provisions": Text("bestemmelsene", "bestemmelserne", "the provisions"),
    "law": Text("om loven gjaldt", "om loven gjaldt", "whether the law was in force"),
    "interpretation": Text("tolkningen", "fortolkningen", "the interpretation"),
    "requirements": Text("svarene på kravene", "svarene på kravene", "the answers to the requirements"),
    "sections": Text("delene av plikten", "delene af pligten", "the parts of the duty"),
    "parameters": Text("lovens tall", "lovens tal", "the numbers of the law"),
    "not_in_force": Text(
        "lista over plikter som ikke gjaldt", "listen over pligter, der ikke gjaldt", "the list of duties that were not in force"
    ),
}
SAID = {  # what else may be wrong
    "hash": Text(
        "Rapporten er laget med en annen regelbase ({found}) enn denne ({wanted}). "
        "Oppgi den riktige med --rulebase, eller slå av sammenligningen med --no-hash.",
        "Rapporten er lavet med en anden regelbase ({found}) end denne ({wanted}). "
        "Angiv den rigtige med --rulebase, eller slå sammenligningen fra med --no-hash.",
        "The report was made with another rule base ({found}) than this one ({wanted}). "
        "Name the right one with --rulebase, or switch the comparison off with --no-hash.",
    ),
    "rule": Text(
        "regelen i rapporten er ikke den som står i regelbasen",
        "reglen i rapporten er ikke den, der står i regelbasen",
        "the rule in the report is not the one in the rule base",
    ),
    "premises": Text(
        "steget hviler ikke på nøyaktig det som regelen og faktaene gir ({found} i rapporten, {wanted} skal det være)",
        "trinnet hviler ikke på præcis det, som reglen og fakta giver ({found} i rapporten, {wanted} skal det være)",
        "the step does not rest on exactly what the rule and the facts give ({found} in the report, {wanted} there must be)",
    ),
    "candidates": Text(
        "det som ble prøvd og ikke holder, er ikke det som faktaene gir ({found} i rapporten, {wanted} skal det være)",
        "det, der blev prøvet og ikke holder, er ikke det, som fakta giver ({found} i rapporten, {wanted} skal det være)",
        "what was tried and does not do is not what the facts give ({found} in the report, {wanted} there must be)",
    ),
    "no-step": Text("steget finnes ikke i rapporten", "trinnet findes ikke i rapporten", "the step is not in the report"),
    "not-an-outcome": Text(
        "ingen plikt gir et slikt utfall av disse faktaene",
        "ingen pligt giver et sådant udfald af disse fakta",
        "no duty has such an outcome by these facts",
    ),
    "no-outcome": Text("utfallet mangler i rapporten", "udfaldet mangler i rapporten", "the outcome is missing from the report"),
    "twice": Text("et faktum står to ganger", "et faktum står to gange", "a fact stands there twice"),
    "registers": Text(
        "hvilke registre som ikke er vist helt, stemmer ikke med hvem som sier at de er komplette",
        "hvilke registre, der ikke er vist helt, stemmer ikke med, hvem der siger, at de er komplette",
        "which registers are not shown in full does not fit who says that they are complete",
    ),
    "fact": Text(
        "faktumet kan ikke være slik etter sin egen kilde",
        "dette faktum kan ikke være sådan efter sin egen kilde",
        "the fact can't be so by its own source",
    ),
    "not-listed": Text(
        "faktumet mangler; også det som ingen er spurt om, skal stå i rapporten",
        "dette faktum mangler; også det, som ingen er spurgt om, skal stå i rapporten",
        "the fact is missing; what nobody was asked must stand in the report, too",
    ),
    "broken": Text(
        "noe mangler eller er skrevet slik at det ikke kan leses ({found})",
        "noget mangler eller er skrevet, så det ikke kan læses ({found})",
        "something is missing or written so that it can't be read ({found})",
    ),
    "circle": Text(
        "regler eller plikter går i ring, og kan ikke kontrolleres: {found}",
        "regler eller pligter går i ring og kan ikke kontrolleres: {found}",
        "rules or duties go in a circle, and can't be checked: {found}",
    ),
}
NOT_JSON = Text(
    "Dette er ikke JSON (linje {line}).", "Dette er ikke JSON (linje {line}).", "This is not JSON (line {line})."
)
NOT_A_REPORT = Text(
    "Dette er ikke en vurdering i formatet {wanted}.",
    "Dette er ikke en vurdering i formatet {wanted}.",
    "This is not an assessment in the format {wanted}.",
)
TOO_OLD = Text(
    "Rapporten mangler det som en kontroll trenger: {keys}.",
    "Rapporten mangler det, som en kontrol har brug for: {keys}.",
    "The report lacks what a check needs: {keys}.",
)
WRITE_IT = Text(
    "Skriv den (på nytt) med: forsvarlig assess SAK --format json -o RAPPORT.json",
    "Skriv den (igen) med: forsvarlig assess SAG --format json -o RAPPORT.json",
    "Write it (again) with: forsvarlig assess CASE --format json -o REPORT.json",
)
CANT_READ = Text("Kan ikke leses: {why}", "Kan ikke læses: {why}", "Can't be read: {why}")
