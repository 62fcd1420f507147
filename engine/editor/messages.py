"""What the language server says by itself, in three languages; the messages about rules are those of ``engine.language``."""

from engine.text import Text

MESSAGES: dict[str, Text] = {
    # files of the law base and the ontology
    "broken-turtle": Text(
        "Filen kan ikke leses som Turtle: {why}. Inntil det er rettet, gjelder ordlisten slik den var.",
        "Filen kan ikke læses som Turtle: {why}. Indtil det er rettet, gælder ordlisten, som den var.",
        "The file can't be read as Turtle: {why}. Until that is mended, the vocabulary stays as it was.",
    ),
    "broken-ontology": Text(
        "Ontologien kan ikke leses: {why}. Inntil det er rettet, gjelder ordlisten slik den var.",
        "Ontologien kan ikke læses: {why}. Indtil det er rettet, gælder ordlisten, som den var.",
        "The ontology can't be read: {why}. Until that is mended, the vocabulary stays as it was.",
    ),
    "law-base": Text(
        "Lovbasen kan ikke brukes slik: {why}", "Lovbasen kan ikke bruges sådan: {why}", "The law base can't be used like this: {why}"
    ),
    "no-rulebase": Text(
        "Mappen er ingen regelbase: den må ha mappene kb, ontology og rules. Åpne mappen som har dem.",
        "Mappen er ikke en regelbase: den skal have mapperne kb, ontology og rules. Åbn den mappe, der har dem.",
        "The folder is no rule base: it needs the folders kb, ontology and rules. Open the folder that has them.",
    ),
    # renaming
    "nothing-to-rename": Text(
        "Her står det ingenting som kan få nytt navn.",
        "Her står der intet, der kan få et nyt navn.",
        "There is nothing here that can be renamed.",
    ),
    "no-rename-property": Text(
        "En setning får ikke nytt navn her: den har fire former på tre språk. Endre dem i ontologien.",
        "En sætning får ikke nyt navn her: den har fire former på tre sprog. Ret dem i ontologien.",
        "A sentence isn't renamed here: it has four forms in three languages. Change them in the ontology.",
    ),
    "no-rename-class": Text(
        "Et substantiv får ikke nytt navn her: det har fem former på tre språk. Endre dem i ontologien.",
        "Et navneord får ikke nyt navn her: det har fem former på tre sprog. Ret dem i ontologien.",
        "A noun isn't renamed here: it has five forms in three languages. Change them in the ontology.",
    ),
    "no-rename-provision": Text(
        "En bestemmelse heter det loven kaller den. Vis til en annen ved å skrive den.",
        "En bestemmelse hedder det, loven kalder den. Henvis til en anden ved at skrive den.",
        "A provision is called what the law calls it. To cite another, write that.",
    ),
    "no-rename-keyword": Text(
        "Et nøkkelord kan ikke få nytt navn.", "Et nøgleord kan ikke få et nyt navn.", "A keyword can't be renamed."
    ),
    "no-rename-id": Text(
        "Id-en til et begrep eller en egenskap kan ikke endres: saker og programmet bruker den. Endre navnet, i en regelfil eller mellom "
        "anførselstegnene i ontologien.",
        "Et begrebs eller en egenskabs id kan ikke ændres: sager og programmet bruger det. Ret navnet, i en regelfil eller mellem "
        "anførselstegnene i ontologien.",
        "The id of a concept or property can't be changed: cases and the program use it. Change its name, in a rule file or between the "
        "quotation marks in the ontology.",
    ),
    "bad-variable": Text(
        "«{name}» er ingen variabel: skriv én stor bokstav, eventuelt med ett siffer.",
        "«{name}» er ikke en variabel: skriv ét stort bogstav, eventuelt med ét ciffer.",
        "“{name}” is no variable: write one capital letter, perhaps with one digit.",
    ),
    "variable-taken": Text(
        "Variabelen {name} er allerede innført på linje {line}.",
        "Variablen {name} er allerede indført på linje {line}.",
        "The variable {name} was already introduced on line {line}.",
    ),
    "bad-id": Text(
        "«{id}» er ingen gyldig id: skriv land, lov og paragraf med punktum mellom, uten mellomrom.",
        "«{id}» er ikke et gyldigt id: skriv land, lov og paragraf med punktum imellem, uden mellemrum.",
        "“{id}” isn't a valid id: write country, act and section with full stops between, without spaces.",
    ),
    "foreign-id": Text(
        "«{id}» hører ikke hjemme i denne filen, der alle id-er begynner med «{prefix}».",
        "«{id}» hører ikke hjemme i denne fil, hvor alle id'er begynder med «{prefix}».",
        "“{id}” doesn't belong in this file, where every id begins with “{prefix}”.",
    ),
    "name-taken": Text("Navnet «{name}» er i bruk.", "Navnet «{name}» er i brug.", "The name “{name}” is in use."),
    "bad-label": Text(
        "«{name}» kan ikke være et navn her: det kan ikke være tomt, gå over flere linjer eller ha tegnene « og ».",
        "«{name}» kan ikke være et navn her: det kan ikke være tomt, gå over flere linjer eller have tegnene « og ».",
        "“{name}” can't be a name here: it can't be empty, go over several lines or hold the signs « and ».",
    ),
    "no-label": Text(
        "Navnet på {name} står ikke i ontologien (navnet på en lov står i lovbasen), og kan ikke endres her.",
        "Navnet på {name} står ikke i ontologien (navnet på en lov står i lovbasen) og kan ikke ændres her.",
        "The name of {name} doesn't stand in the ontology (the name of an act stands in the law base), and can't be changed here.",
    ),
    "mend-first": Text(
        "Rett først feilen ved {place}: det som ikke kan leses, kan ikke få nytt navn.",
        "Ret først fejlen ved {place}: hvad der ikke kan læses, kan ikke få et nyt navn.",
        "Mend the mistake at {place} first: what can't be read can't be renamed.",
    ),
    # formatting
    "not-formatted": Text(
        "Filen blir ikke formatert før feilene i den er rettet.",
        "Filen bliver ikke formateret, før fejlene i den er rettet.",
        "The file isn't formatted until its mistakes are mended.",
    ),
    # quick fixes
    "change-to": Text("Endre til «{new}»", "Ret til «{new}»", "Change to “{new}”"),
    "add-line": Text("Sett inn linjen «{new}»", "Indsæt linjen «{new}»", "Insert the line “{new}”"),
    "delete-line": Text("Stryk linjen", "Slet linjen", "Delete the line"),
    "use-spaces": Text("Bruk mellomrom", "Brug mellemrum", "Use spaces"),
    "close-quote": Text("Sett » sist på linjen", "Sæt » sidst på linjen", "Put » at the end of the line"),
}
