"""The words around the catalogue, in three languages: types, levels, stages, who speaks, and what a suggestion is."""

from engine.text import Text

TYPES: dict[str, Text] = {
    "measure": Text("Tiltak", "Tiltag", "Measures"),
    "risk_factor": Text("Kjennetegn på risiko", "Kendetegn på risiko", "Signs of risk"),
    "characteristic": Text("Kjennetegn på et godt miljø", "Kendetegn på et godt miljø", "Marks of a good environment"),
    "factor_description": Text("Om faktorene", "Om faktorerne", "About the factors"),
    "mapping_source": Text("Kilder for kartlegging", "Kilder til kortlægning", "Sources for mapping"),
    "risk_question": Text("Spørsmål om risiko", "Spørgsmål om risiko", "Questions about risk"),
    "plan_content": Text("Hva en plan kan inneholde", "Hvad en plan kan indeholde", "What a plan can hold"),
    "information_channel": Text("Kanaler for informasjon", "Kanaler til information", "Channels of information"),
    "information_quality": Text("Kjennetegn på god informasjon", "Kendetegn på god information", "Marks of good information"),
    "expert_help": Text("Faglig hjelp", "Faglig hjælp", "Expert help"),
    "boundary": Text(
        "Alltid uakseptabelt, eller en del av arbeidet",
        "Altid uacceptabelt, eller en del af arbejdet",
        "Always unacceptable, or part of the work",
    ),
    "competence": Text("Kompetanse hos ledere", "Kompetencer hos ledere", "Competences of leaders"),
    "arena": Text("Møteplasser", "Mødesteder", "Arenas"),
    "micro_action": Text("Små handlinger", "Små handlinger", "Small actions"),
    "reflection_question": Text("Spørsmål til ettertanke", "Spørgsmål til eftertanke", "Questions to reflect on"),
    "picture": Text("Modeller å tenke med", "Modeller at tænke med", "Models to think with"),
    "symptom": Text("Symptomer", "Symptomer", "Symptoms"),
    "outcome": Text("Følger", "Følger", "Outcomes"),
    "conflict_step": Text("Trinn i en konflikt", "Trin i en konflikt", "Steps in a conflict"),
    "follow_up": Text("Måling og oppfølging", "Måling og opfølgning", "Measuring and following up"),
    "support_form": Text("Former for støtte", "Former for støtte", "Forms of support"),
    "culture_sign": Text("Tegn på kulturen", "Tegn på kulturen", "Signs of the culture"),
    "psychological_safety": Text("Psykologisk trygghet", "Psykologisk tryghed", "Psychological safety"),
    "legal_context": Text(
        "Om reglene, slik kilden sier det",
        "Om reglerne, som kilden siger det",
        "About the law, as the source says it",
    ),
    "principle": Text("Prinsipper", "Principper", "Principles"),
}
LEVELS: dict[str, Text] = {
    "organisation": Text("organisasjon", "organisation", "organisation"),
    "leader": Text("leder", "leder", "leader"),
    "group": Text("gruppe", "gruppe", "group"),
    "individual": Text("individ", "individ", "individual"),
}
STAGES: dict[str, Text] = {
    "primary": Text("primær forebygging", "primær forebyggelse", "primary prevention"),
    "secondary": Text("sekundær forebygging", "sekundær forebyggelse", "secondary prevention"),
    "tertiary": Text("tertiær forebygging", "tertiær forebyggelse", "tertiary prevention"),
}
ATTRIBUTIONS: dict[str, Text] = {
    "authority": Text("myndigheten", "myndigheden", "the authority"),
    "research": Text("forskning", "forskning", "research"),
    "practitioner": Text("en praktiker", "en praktiker", "a practitioner"),
    "training": Text("kursmateriale", "kursusmateriale", "training material"),
}
NEVER_DUTIES = Text(
    "Dette er forslag og forklaringer, aldri plikter. Loven setter mål; andre løsninger er også lovlige.",
    "Dette er forslag og forklaringer, aldrig pligter. Loven sætter mål; andre løsninger er også lovlige.",
    "These are suggestions and explanations, never duties. The law sets goals; other solutions are lawful too.",
)
NOTHING = Text(
    "Katalogen har ikke noe som passer.",
    "Kataloget har intet, der passer.",
    "The catalogue holds nothing that fits.",
)
UNKNOWN_FACTOR = Text(
    "Ukjent faktor: {asked}. Faktorene er: {allowed}",
    "Ukendt faktor: {asked}. Faktorerne er: {allowed}",
    "Unknown factor: {asked}. The factors are: {allowed}",
)
UNKNOWN_SEED = Text(
    "Det finnes ikke noe dokument {asked}. Dokumentene er: {allowed}",
    "Der findes ikke noget dokument {asked}. Dokumenterne er: {allowed}",
    "There is no document {asked}. The documents are: {allowed}",
)
NOT_USED = Text("ikke brukt: {because}", "ikke brugt: {because}", "not used: {because}")
SEED, LINES, STATEMENTS, USED, UNUSED = (
    Text("Dokument", "Dokument", "Document"),
    Text("Linjer", "Linjer", "Lines"),
    Text("Utsagn", "Udsagn", "Statements"),
    Text("Brukt", "Brugt", "Used"),
    Text("Ikke brukt", "Ikke brugt", "Not used"),
)
EXPLAINED = Text(
    "Et utsagn kan bo i et innhold, i en hjemmel, i en faktor eller i et instrument; ellers står det hvorfor det ikke er brukt. "
    "Tabellene er på engelsk: «forsvarlig catalogue seeds 001».",
    "Et udsagn kan bo i et indhold, i en hjemmel, i en faktor eller i et instrument; ellers står det, hvorfor det ikke er brugt. "
    "Tabellerne er på engelsk: »forsvarlig catalogue seeds 001«.",
    "A statement can live in a content, a provision, a factor or an instrument; otherwise it is said why it is not used. "
    "The tables are in English: “forsvarlig catalogue seeds 001”.",
)
