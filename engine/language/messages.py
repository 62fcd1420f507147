"""What can be wrong in a rule file, said in three languages: one entry a code."""

from engine.text import Text

MESSAGES: dict[str, Text] = {
    # the file
    "missing-language": Text(
        "Filen sier ikke hvilket språk den er skrevet på.",
        "Filen siger ikke, hvilket sprog den er skrevet på.",
        "The file doesn't say which language it is written in.",
    ),
    "unknown-language": Text(
        "Språket «{written}» finnes ikke her.",
        "Sproget «{written}» findes ikke her.",
        "There is no language “{written}” here.",
    ),
    "not-utf-8": Text(
        "Filen er ikke lagret som UTF-8.", "Filen er ikke gemt som UTF-8.", "The file isn't saved as UTF-8."
    ),
    "tab": Text("Linjen inneholder en tabulator.", "Linjen indeholder en tabulator.", "The line contains a tab."),
    "unclosed-quote": Text(
        "Et «-tegn er åpnet, men ikke lukket.", "Et «-tegn er åbnet, men ikke lukket.", "A « is opened but not closed."
    ),
    "wrong-quotes": Text(
        "Begreper skrives mellom « og », ikke mellom vanlige anførselstegn.",
        "Begreber skrives mellem « og », ikke mellem almindelige anførselstegn.",
        "Concepts are written between « and », not between ordinary quotation marks.",
    ),
    "outside-part": Text(
        "Linjen står utenfor enhver plikt, regel, merknad eller utsikt.",
        "Linjen står uden for enhver pligt, regel, bemærkning eller udsigt.",
        "The line stands outside any duty, rule, remark or outlook.",
    ),
    # the shape of lines and blocks
    "unknown-keyword": Text(
        "Linjen begynner verken med et nøkkelord, en variabel eller et begrep.",
        "Linjen begynder hverken med et nøgleord, en variabel eller et begreb.",
        "The line begins neither with a keyword, nor with a variable or a concept.",
    ),
    "foreign-keyword": Text(
        "«{keyword}» er et nøkkelord fra et annet språk; denne filen er på norsk (nb).",
        "«{keyword}» er et nøgleord fra et andet sprog; denne fil er på dansk (da).",
        "“{keyword}” is a keyword of another language; this file is in English (en).",
    ),
    "malformed-line": Text(
        "Fra dette stedet har linjen ikke den formen som «{keyword}» skal ha.",
        "Fra dette sted har linjen ikke den form, som «{keyword}» skal have.",
        "From this place the line doesn't have the form that “{keyword}” needs.",
    ),
    "unfinished-line": Text(
        "Linjen med «{keyword}» er ikke skrevet ferdig.",
        "Linjen med «{keyword}» er ikke skrevet færdig.",
        "The line with “{keyword}” is unfinished.",
    ),
    "keyword-alone": Text(
        "«{keyword}» skal stå alene på linjen.",
        "«{keyword}» skal stå alene på linjen.",
        "“{keyword}” must stand alone on its line.",
    ),
    "malformed-sentence": Text(
        "Fra dette stedet er linjen ikke en setning som kan leses.",
        "Fra dette sted er linjen ikke en sætning, der kan læses.",
        "From this place the line isn't a sentence that can be read.",
    ),
    "unfinished-sentence": Text(
        "Setningen er ikke skrevet ferdig.", "Sætningen er ikke skrevet færdig.", "The sentence is unfinished."
    ),
    "too-deep": Text(
        "Vilkåret er satt sammen i for mange ledd inni hverandre.",
        "Betingelsen er sat sammen i for mange led inden i hinanden.",
        "The condition is put together of too many parts within each other.",
    ),
    "missing-end": Text(
        "Blokken «{keyword}» er ikke lukket: «{end}» mangler.",
        "Blokken «{keyword}» er ikke lukket: «{end}» mangler.",
        "The block “{keyword}” isn't closed: “{end}” is missing.",
    ),
    "extra-end": Text(
        "«{end}» lukker ingenting: ingen blokk er åpen her.",
        "«{end}» lukker ingenting: ingen blok er åben her.",
        "“{end}” closes nothing: no block is open here.",
    ),
    "empty-block": Text(
        "Det står ingenting i blokken «{keyword}».",
        "Der står ingenting i blokken «{keyword}».",
        "There is nothing in the block “{keyword}”.",
    ),
    "empty-section": Text(
        "Det står ingen vilkår under «{keyword}».",
        "Der står ingen betingelser under «{keyword}».",
        "There are no conditions under “{keyword}”.",
    ),
    "stray-clause": Text(
        "«{keyword}» har ikke noe å knytte seg til her.",
        "«{keyword}» har ikke noget at knytte sig til her.",
        "“{keyword}” has nothing to attach to here.",
    ),
    "stray-condition": Text(
        "Vilkåret står ikke under noe nøkkelord som tar vilkår.",
        "Betingelsen står ikke under noget nøgleord, der tager betingelser.",
        "The condition doesn't stand under a keyword that takes conditions.",
    ),
    "layout": Text(
        "Innrykket sier noe annet enn setningene: {why}",
        "Indrykningen siger noget andet end sætningerne: {why}",
        "The indentation says something else than the sentences: {why}",
    ),
    # identity and headers
    "bad-id": Text("«{id}» er ingen gyldig id.", "«{id}» er ikke et gyldigt id.", "“{id}” isn't a valid id."),
    "foreign-id": Text(
        "«{id}» hører ikke hjemme i denne filen.",
        "«{id}» hører ikke hjemme i denne fil.",
        "“{id}” doesn't belong in this file.",
    ),
    "duplicate-id": Text(
        "«{id}» er allerede brukt ({where}).",
        "«{id}» er allerede brugt ({where}).",
        "“{id}” is already used ({where}).",
    ),
    "missing-header": Text(
        "«{id}» mangler linjen «{keyword}».", "«{id}» mangler linjen «{keyword}».", "“{id}” lacks the line “{keyword}”."
    ),
    "missing-ground": Text(
        "«{id}» sier ikke hva som kreves: minst én av «{requires}», «{met}», «{breach}», «{settled}» må stå der.",
        "«{id}» siger ikke, hvad der kræves: mindst én af «{requires}», «{met}», «{breach}», «{settled}» skal stå der.",
        "“{id}” doesn't say what is required: at least one of “{requires}”, “{met}”, “{breach}”, "
        "“{settled}” must be there.",
    ),
    "repeated-header": Text(
        "«{keyword}» står allerede på linje {seen}, og kan bare stå én gang.",
        "«{keyword}» står allerede på linje {seen} og kan kun stå én gang.",
        "“{keyword}” already stands on line {seen}, and can stand only once.",
    ),
    "wrong-section": Text(
        "«{keyword}» hører ikke til i en «{part}».",
        "«{keyword}» hører ikke til i en «{part}».",
        "“{keyword}” doesn't belong in a “{part}”.",
    ),
    "unknown-provision": Text(
        "Bestemmelsen «{path}» finnes ikke i lovbasen.",
        "Bestemmelsen «{path}» findes ikke i lovbasen.",
        "The provision “{path}” isn't in the law base.",
    ),
    "unknown-bearer": Text(
        "«{written}» er ikke noe kjent pliktsubjekt.",
        "«{written}» er ikke et kendt pligtsubjekt.",
        "“{written}” isn't a known bearer.",
    ),
    "unknown-force": Text(
        "«{written}» er ingen kjent styrke.", "«{written}» er ikke en kendt styrke.", "“{written}” isn't a known force."
    ),
    "unknown-outcome": Text(
        "«{written}» er ikke noe utfall.", "«{written}» er ikke et udfald.", "“{written}” isn't an outcome."
    ),
    "bad-date": Text("«{written}» er ingen dato.", "«{written}» er ikke en dato.", "“{written}” isn't a date."),
    "reversed-interval": Text(
        "Gyldigheten slutter {until}, før den begynner {start}.",
        "Gyldigheden slutter {until}, før den begynder {start}.",
        "It stops being valid {until}, before it begins {start}.",
    ),
    # sentences
    "unknown-phrase": Text(
        "Ordlisten har ingen setning som lyder «{written}».",
        "Ordlisten har ingen sætning, der lyder «{written}».",
        "The vocabulary has no sentence that reads “{written}”.",
    ),
    "ambiguous-phrase": Text(
        "Setningen kan leses på flere måter: {readings}.",
        "Sætningen kan læses på flere måder: {readings}.",
        "The sentence can be read in several ways: {readings}.",
    ),
    "unknown-concept": Text(
        "Ordlisten har ikke begrepet «{written}».",
        "Ordlisten har ikke begrebet «{written}».",
        "The vocabulary has no concept “{written}”.",
    ),
    "wrong-concept": Text(
        "Begrepet «{written}» kan ikke stå her: her hører {expected} hjemme.",
        "Begrebet «{written}» kan ikke stå her: her hører {expected} hjemme.",
        "The concept “{written}” can't stand here: this is the place for {expected}.",
    ),
    "ambiguous-concept": Text(
        "«{written}» er navnet på flere begreper her: {readings}.",
        "«{written}» er navnet på flere begreber her: {readings}.",
        "“{written}” is the name of several concepts here: {readings}.",
    ),
    "unknown-collection": Text(
        "Ordlisten har ingen samling som heter «{written}».",
        "Ordlisten har ingen samling, der hedder «{written}».",
        "The vocabulary has no collection called “{written}”.",
    ),
    "unknown-parameter": Text(
        "«{written}» er ikke navnet på noen grense eller frist.",
        "«{written}» er ikke navnet på nogen grænse eller frist.",
        "“{written}” isn't the name of a threshold or time limit.",
    ),
    "unknown-noun": Text(
        "«{written}» er ikke navnet på noe en regel kan handle om.",
        "«{written}» er ikke navnet på noget, en regel kan handle om.",
        "“{written}” isn't the name of anything a rule can be about.",
    ),
    "unbound-variable": Text(
        "Variabelen {name} er ikke innført.",
        "Variablen {name} er ikke indført.",
        "The variable {name} hasn't been introduced.",
    ),
    "bound-twice": Text(
        "Variabelen {name} er allerede innført på linje {seen}.",
        "Variablen {name} er allerede indført på linje {seen}.",
        "The variable {name} was already introduced on line {seen}.",
    ),
    "wrong-subject": Text(
        "{name} er {actual}, men «{phrase}» sies om {expected}.",
        "{name} er {actual}, men «{phrase}» siges om {expected}.",
        "{name} is {actual}, but “{phrase}” is said of {expected}.",
    ),
    "wrong-object": Text(
        "{name} er {actual}, men «{phrase}» knyttes til {expected}.",
        "{name} er {actual}, men «{phrase}» knyttes til {expected}.",
        "{name} is {actual}, but “{phrase}” is followed by {expected}.",
    ),
    "not-comparable": Text(
        "{left} er {actual} og kan ikke sammenlignes med {expected} på denne måten.",
        "{left} er {actual} og kan ikke sammenlignes med {expected} på denne måde.",
        "{left} is {actual} and can't be compared with {expected} in this way.",
    ),
    "bad-count": Text(
        "Tallet {number} passer ikke her: det må være minst 1{most}.",
        "Tallet {number} passer ikke her: det skal være mindst 1{most}.",
        "The number {number} doesn't fit here: it must be at least 1{most}.",
    ),
    # conclusions
    "then-one": Text(
        "Under «{keyword}» skal det stå én enkel setning, uten nektelse.",
        "Under «{keyword}» skal der stå én enkel sætning uden nægtelse.",
        "Under “{keyword}” there must be one plain sentence, not negated.",
    ),
    "then-input": Text(
        "En regel kan ikke slutte at «{phrase}»: det er noe som oppgis i saken, ikke noe som utledes.",
        "En regel kan ikke slutte, at «{phrase}»: det er noget, der oplyses i sagen, ikke noget, der udledes.",
        "A rule can't conclude “{phrase}”: that is stated in the case, not derived.",
    ),
    "never-concluded": Text(
        "Ingen regel slutter at «{phrase}», så vilkåret kan aldri være oppfylt.",
        "Ingen regel slutter, at «{phrase}», så betingelsen kan aldrig være opfyldt.",
        "No rule concludes “{phrase}”, so the condition can never hold.",
    ),
    "negative-cycle": Text(
        "Regelen bygger på sin egen nektelse: {cycle}.",
        "Reglen bygger på sin egen nægtelse: {cycle}.",
        "The rule rests on its own negation: {cycle}.",
    ),
    # hints of the rule base as a whole
    "closed-world": Text(
        "Dette kan bare bli sikkert når registeret «{register}» er oppgitt som fullstendig.",
        "Dette kan kun blive sikkert, når registret «{register}» er oplyst som fuldstændigt.",
        "This can become certain only when the register “{register}” is stated to be complete.",
    ),
}
