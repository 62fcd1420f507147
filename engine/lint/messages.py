"""What each finding is called, what is wrong and what would be right, in three languages: one entry a code.

The first figure of a code is its family: 1 variables, 2 conditions, 3 overlap, 4 coverage of the law, 5 time, 6 language, 7 sources,
8 size, 9 the allowances themselves. A code is never used again for something else.
"""

from typing import NamedTuple

from engine.text import Language, Text


class Words(NamedTuple):
    """The words of a code: its title, and its two sentences with slots in braces."""

    title: Text
    wrong: Text
    right: Text


CODES: dict[str, Words] = {
    # variables
    "F101": Words(
        Text("variabel som ikke brukes", "variabel, der ikke bruges", "unused variable"),
        Text(
            "Variabelen {name} innføres her, men ingenting sies om den.",
            "Variablen {name} indføres her, men intet siges om den.",
            "The variable {name} is introduced here, but nothing is said about it.",
        ),
        Text(
            "Si noe om {name}, eller stryk linjen.",
            "Sig noget om {name}, eller slet linjen.",
            "Say something about {name}, or delete the line.",
        ),
    ),
    "F102": Words(
        Text("dato eller tall som ikke sammenlignes", "dato eller tal, der ikke sammenlignes", "date or number that nothing compares"),
        Text(
            "{name} innføres her, men sammenlignes aldri med noe. Vilkåret sier bare at opplysningen finnes.",
            "{name} indføres her, men sammenlignes aldrig med noget. Betingelsen siger kun, at oplysningen findes.",
            "{name} is introduced here but never compared. The condition only says that the figure is known.",
        ),
        Text(
            "Skriv en sammenligning med {name}, eller stryk linjen.",
            "Skriv en sammenligning med {name}, eller slet linjen.",
            "Write a comparison with {name}, or delete the line.",
        ),
    ),
    # conditions
    "F201": Words(
        Text("vilkår som motsier hverandre", "betingelser, der modsiger hinanden", "conditions that contradict each other"),
        Text(
            "Dette kan aldri gjelde, for {other} sier det motsatte.",
            "Dette kan aldrig gælde, for {other} siger det modsatte.",
            "This can never hold, since {other} says the opposite.",
        ),
        Text(
            "Stryk det ene, eller skriv vilkårene i to deler som gjelder hver for seg.",
            "Slet det ene, eller skriv betingelserne i to dele, der gælder hver for sig.",
            "Delete one of them, or write the conditions as two parts that hold separately.",
        ),
    ),
    "F202": Words(
        Text("sammenligning som aldri slår til", "sammenligning, der aldrig slår til", "comparison that can't hold"),
        Text(
            "Sammenligningen slår aldri til{beside}.",
            "Sammenligningen slår aldrig til{beside}.",
            "The comparison can't hold{beside}.",
        ),
        Text(
            "Se etter tallet eller datoen, og etter «minst» og «høyst».",
            "Se efter tallet eller datoen, og efter «mindst» og «højst».",
            "Look at the number or the date, and at “at least” and “at most”.",
        ),
    ),
    "F203": Words(
        Text("noe det ikke finnes noen av", "noget, der ikke findes nogen af", "a kind that has no members"),
        Text(
            "Det kan aldri finnes {kind}: {why}.",
            "Der kan aldrig findes {kind}: {why}.",
            "There can never be {kind}: {why}.",
        ),
        Text(
            "Velg et annet ord, eller gi samlingen medlemmer.",
            "Vælg et andet ord, eller giv samlingen medlemmer.",
            "Choose another word, or give the collection members.",
        ),
    ),
    "F204": Words(
        Text("vilkår som alltid gjelder", "betingelse, der altid gælder", "condition that always holds"),
        Text(
            "Dette gjelder alltid, hva saken enn sier.",
            "Dette gælder altid, hvad sagen end siger.",
            "This always holds, whatever the case says.",
        ),
        Text("Stryk det, eller se etter tallet.", "Slet det, eller se efter tallet.", "Delete it, or look at the number."),
    ),
    "F205": Words(
        Text("vilkår som allerede er sagt", "betingelse, der allerede er sagt", "condition that was said before"),
        Text(
            "Dette følger allerede av {other}.",
            "Dette følger allerede af {other}.",
            "This already follows from {other}.",
        ),
        Text("Stryk det.", "Slet det.", "Delete it."),
    ),
    # overlap
    "F301": Words(
        Text("regel som en annen regel dekker", "regel, som en anden regel dækker", "rule that another rule covers"),
        Text(
            "Regelen {id} sier ikke noe mer enn {other}: den konkluderer med det samme, og gjelder bare der den andre gjelder.",
            "Reglen {id} siger ikke mere end {other}: den når samme konklusion og gælder kun, hvor den anden gælder.",
            "The rule {id} says no more than {other}: it concludes the same, and holds only where the other does.",
        ),
        Text(
            "Stryk den, eller se etter hvilket vilkår den andre mangler.",
            "Slet den, eller se efter, hvilken betingelse den anden mangler.",
            "Delete it, or see which condition the other lacks.",
        ),
    ),
    "F302": Words(
        Text("grunn som en annen grunn dekker", "grund, som en anden grund dækker", "ground that another ground covers"),
        Text(
            "Denne grunnen legger ikke noe til: der den gjelder, {also}.",
            "Denne grund føjer intet til: hvor den gælder, {also}.",
            "This ground adds nothing: where it holds, {also}.",
        ),
        Text(
            "Stryk den, eller se etter hvilket vilkår den andre mangler.",
            "Slet den, eller se efter, hvilken betingelse den anden mangler.",
            "Delete it, or see which condition the other lacks.",
        ),
    ),
    "F303": Words(
        Text("det samme følger uansett", "det samme følger under alle omstændigheder", "the same follows either way"),
        Text(
            "{this} og {other} har et vilkår felles{which}, som den ene ber om og den andre utelukker. Gjelder resten av begge, "
            "følger det samme enten vilkåret holder eller ikke; er det ukjent, blir svaret likevel uavklart.",
            "{this} og {other} har en betingelse tilfælles{which}, som den ene kræver, og den anden udelukker. Gælder resten af begge, "
            "følger det samme, hvad enten betingelsen holder eller ej; er den ukendt, bliver svaret alligevel uafklaret.",
            "{this} and {other} share a condition{which} that one asks for and the other rules out. Where the rest of both holds, the same "
            "follows either way; while the condition is unknown, the answer stays open all the same.",
        ),
        Text(
            "Stryk vilkåret i den ene, eller skriv en tredje med alt det andre.",
            "Slet betingelsen i den ene, eller skriv en tredje med alt det andet.",
            "Delete the condition in one of them, or write a third with everything else.",
        ),
    ),
    # coverage of the law
    "F401": Words(
        Text("uten scenario", "uden scenarie", "without a scenario"),
        Text("Intet scenario prøver {id}.", "Intet scenarie prøver {id}.", "No scenario tries {id}."),
        Text(
            "Skriv minst ett under «{id}:» i {file}.",
            "Skriv mindst ét under «{id}:» i {file}.",
            "Write at least one under “{id}:” in {file}.",
        ),
    ),
    "F402": Words(
        Text("plikt i loven uten regel", "pligt i loven uden regel", "duty of the law without a rule"),
        Text(
            "Lovbasen sier at {path} er en plikt, men ingen regel viser til den, og ingen grunn er oppgitt.",
            "Lovbasen siger, at {path} er en pligt, men ingen regel henviser til den, og ingen grund er angivet.",
            "The law base says that {path} is a duty, but no rule cites it, and no reason is given.",
        ),
        Text(
            "Skriv plikten (hjemmel {path}), eller oppgi grunnen i {file}.",
            "Skriv pligten (hjemmel {path}), eller angiv grunden i {file}.",
            "Write the duty (basis {path}), or give the reason in {file}.",
        ),
    ),
    "F403": Words(
        Text("grunn som ikke trengs", "grund, der ikke behøves", "reason that isn't needed"),
        Text(
            "Det er oppgitt en grunn til at {path} ikke har noen regel, men {why}.",
            "Der er angivet en grund til, at {path} ikke har nogen regel, men {why}.",
            "A reason is given why {path} has no rule, but {why}.",
        ),
        Text("Stryk linjen.", "Slet linjen.", "Delete the line."),
    ),
    # time
    "F501": Words(
        Text("hjemmel som ikke gjelder", "hjemmel, der ikke gælder", "basis that is not in force"),
        Text(
            "{id} viser til {path}, som ikke gjelder {day}.",
            "{id} henviser til {path}, som ikke gælder {day}.",
            "{id} cites {path}, which is not in force {day}.",
        ),
        Text(
            "Vis til bestemmelsen som gjaldt da, eller rett «gyldig fra … til …».",
            "Henvis til den bestemmelse, der gjaldt da, eller ret «gyldig fra … til …».",
            "Cite the provision in force then, or correct “valid from … until …”.",
        ),
    ),
    "F502": Words(
        Text(
            "hull i tid mellom to utgaver av en regel", "hul i tid mellem to udgaver af en regel",
            "gap in time between two versions of a rule",
        ),
        Text(
            "Fra {start} til {end} gjelder ingen utgave av {id}.",
            "Fra {start} til {end} gælder ingen udgave af {id}.",
            "From {start} until {end} no version of {id} holds.",
        ),
        Text(
            "La den forrige gjelde til dagen da denne begynner.",
            "Lad den forrige gælde til den dag, denne begynder.",
            "Let the earlier one hold until the day this one begins.",
        ),
    ),
    "F503": Words(
        Text(
            "hull eller overlapp i tid mellom to utgaver av en bestemmelse", "hul eller overlap i tid mellem to udgaver af en bestemmelse",
            "gap or overlap in time between two versions of a provision",
        ),
        Text(
            "{id} begynner {start}, men {other} slutter {end}.",
            "{id} begynder {start}, men {other} slutter {end}.",
            "{id} begins {start}, but {other} ends {end}.",
        ),
        Text(
            "Den ene slutter dagen før den andre begynner: rett fv:validUntil eller fv:validFrom.",
            "Den ene slutter dagen før, den anden begynder: ret fv:validUntil eller fv:validFrom.",
            "One ends the day before the other begins: correct fv:validUntil or fv:validFrom.",
        ),
    ),
    # language
    "F601": Words(
        Text("manglende språk", "manglende sprog", "missing language"),
        Text(
            "Teksten {what} mangler på {language}.", "Teksten {what} mangler på {language}.", "The text {what} is missing in {language}.",
        ),
        Text(
            "Skriv teksten på bokmål (nb), dansk (da) og engelsk (en).",
            "Skriv teksten på bokmål (nb), dansk (da) og engelsk (en).",
            "Write the text in bokmål (nb), Danish (da) and English (en).",
        ),
    ),
    "F602": Words(
        Text("setning som ingen bruker", "sætning, som ingen bruger", "phrase that is never used"),
        Text(
            "Ingen regel, ingen dokumentform og intet i motoren bruker «{phrase}».",
            "Ingen regel, ingen dokumentform og intet i motoren bruger «{phrase}».",
            "No rule, no shape of a document and nothing in the engine uses “{phrase}”.",
        ),
        Text(
            "Bruk den i en regel, gjør den til en opplysning uten setninger (fv:kind \"detail\"), eller stryk {id}.",
            "Brug den i en regel, gør den til en oplysning uden sætninger (fv:kind \"detail\"), eller slet {id}.",
            "Use it in a rule, make it a detail without phrases (fv:kind \"detail\"), or delete {id}.",
        ),
    ),
    "F603": Words(
        Text("begrep som ingen bruker", "begreb, som ingen bruger", "concept that is never used"),
        Text("Ingen bruker «{label}».", "Ingen bruger «{label}».", "Nothing uses “{label}”."),
        Text(
            "Bruk det i en regel, eller stryk {id}.",
            "Brug det i en regel, eller slet {id}.",
            "Use it in a rule, or delete {id}.",
        ),
    ),
    "F604": Words(
        Text("samling som ingen bruker", "samling, som ingen bruger", "collection that is never used"),
        Text(
            "Ingen regel, intet felt og ingen dokumentform bruker samlingen «{label}».",
            "Ingen regel, intet felt og ingen dokumentform bruger samlingen «{label}».",
            "No rule, no field and no shape of a document uses the collection “{label}”.",
        ),
        Text(
            "Bruk den («for alle … i …»), eller stryk {id}.",
            "Brug den («for alle … i …»), eller slet {id}.",
            "Use it (“for all … in …”), or delete {id}.",
        ),
    ),
    "F605": Words(
        Text("konklusjon som ingen bruker", "konklusion, som ingen bruger", "conclusion that nothing uses"),
        Text(
            "Reglene konkluderer med «{phrase}», men ingen plikt, regel, merknad eller utsikt bruker det.",
            "Reglerne når frem til «{phrase}», men ingen pligt, regel, bemærkning eller udsigt bruger det.",
            "Rules conclude “{phrase}”, but no duty, rule, remark or outlook uses it.",
        ),
        Text(
            "Bruk det som vilkår, eller stryk regelen.",
            "Brug det som betingelse, eller slet reglen.",
            "Use it as a condition, or delete the rule.",
        ),
    ),
    # sources
    "F701": Words(
        Text("forslag uten kilde", "forslag uden kilde", "suggestion without a source"),
        Text(
            "Forslaget «{id}» sier ikke hvor det kommer fra.",
            "Forslaget «{id}» siger ikke, hvor det kommer fra.",
            "The suggestion “{id}” does not say where it comes from.",
        ),
        Text(
            "Oppgi fil og linjer med fv:seed, eller stryk det.",
            "Angiv fil og linjer med fv:seed, eller slet det.",
            "Give file and lines with fv:seed, or delete it.",
        ),
    ),
    "F702": Words(
        Text(
            "felles regel som hviler på ett lands regler", "fælles regel, der hviler på ét lands regler",
            "shared rule that rests on one country's rules",
        ),
        Text(
            "Bare regler for {country} kommer til «{phrase}». I en sak fra det andre landet blir dette aldri sant.",
            "Kun regler for {country} når frem til «{phrase}». I en sag fra det andet land bliver dette aldrig sandt.",
            "Only rules of {country} conclude “{phrase}”. In a case of the other country it is never true.",
        ),
        Text(
            "Flytt regelen til landet, eller la en felles regel konkludere med det.",
            "Flyt reglen til landet, eller lad en fælles regel nå frem til det.",
            "Move the rule to that country, or let a shared rule conclude it.",
        ),
    ),
    # size
    "F801": Words(
        Text("for lang fil", "for lang fil", "file that is too long"),
        Text(
            "Filen har {lines} linjer; grensen er {limit}.",
            "Filen har {lines} linjer; grænsen er {limit}.",
            "The file has {lines} lines; the limit is {limit}.",
        ),
        Text(
            "Del den: én paragraf eller ett emne i hver fil.",
            "Del den: én paragraf eller ét emne i hver fil.",
            "Split it: one section or one topic a file.",
        ),
    ),
    # allowances
    "F901": Words(
        Text("unntak som ikke trengs", "undtagelse, der ikke behøves", "allowance that isn't needed"),
        Text(
            "Det er ingen {code} på linjen under.",
            "Der er ingen {code} på linjen nedenunder.",
            "There is no {code} on the line below.",
        ),
        Text("Stryk kommentaren.", "Slet kommentaren.", "Delete the comment."),
    ),
    "F902": Words(
        Text("unntak som ikke kan leses", "undtagelse, der ikke kan læses", "allowance that can't be read"),
        Text(
            "Kommentaren tillater ingenting: {why}.",
            "Kommentaren tillader intet: {why}.",
            "The comment allows nothing: {why}.",
        ),
        Text(
            "Skriv «# lint: F303 because …» på en linje for seg, rett over linjen det gjelder, med grunnen etter «because».",
            "Skriv «# lint: F303 because …» på en linje for sig, lige over den linje, det gælder, med grunden efter «because».",
            "Write “# lint: F303 because …” on a line of its own, right above the line it is about, with the reason after “because”.",
        ),
    ),
}

# What stands in the slots.
LINE = Text("linje {line}", "linje {line}", "line {line}")
TOGETHER = Text("de andre vilkårene til sammen", "de andre betingelser tilsammen", "the other conditions together")
BESIDE = Text(" der {other} gjelder", ", hvor {other} gælder", " where {other} does")
AT = Text(" ({where})", " ({where})", " ({where})")
THIS_GROUND = Text("Denne grunnen", "Denne grund", "This ground")
THIS_RULE = Text("Denne regelen", "Denne regel", "This rule")
GROUND = Text("grunnen på {where}", "grunden på {where}", "the ground on {where}")
REQUIREMENT = Text("kravet på {where}", "kravet på {where}", "the requirement on {where}")
HOLDS_TOO = Text("gjelder også {other}", "gælder også {other}", "{other} holds too")
LACKS_TOO = Text("mangler også {other}", "mangler også {other}", "{other} is lacking too")
RULE = Text("regelen {id} ({where})", "reglen {id} ({where})", "the rule {id} ({where})")
NO_REGISTER = Text("saken har ikke noe sted for det", "sagen har intet sted til det", "a case has no place for it")
EMPTY = Text("samlingen er tom", "samlingen er tom", "the collection is empty")
MEMBER_OF = Text("noe i «{label}»", "noget i «{label}»", "anything in “{label}”")
HAS_RULE = Text("den har en regel nå", "den har en regel nu", "it has a rule now")
NO_SUCH_UNIT = Text("lovbasen har ingen slik enhet som er en plikt", "lovbasen har ingen sådan enhed, der er en pligt",
                    "the law base has no such unit that is a duty")
ON_DAY = Text("{day}", "den {day}", "on {day}")
NO_DAY = Text("samtidig med de andre den viser til", "samtidig med de andre, den henviser til", "at the same time as the others it cites")
NEVER = Text("noen dag som lovbasen kjenner", "på nogen dag, som lovbasen kender", "on any day that the law base knows")
NOT_ENDED = Text("ikke", "ikke", "never")
COUNTRIES = {"no": Text("Norge", "Norge", "Norway"), "dk": Text("Danmark", "Danmark", "Denmark")}
LANGUAGES_CALLED: dict[Language, Text] = {
    "nb": Text("bokmål", "bokmål", "bokmål"), "da": Text("dansk", "dansk", "Danish"), "en": Text("engelsk", "engelsk", "English"),
}
NO_REASON = Text("grunnen mangler", "grunden mangler", "the reason is missing")
NO_SUCH_CODE = Text("koden {code} finnes ikke", "koden {code} findes ikke", "there is no code {code}")
NOT_ALONE = Text("den står ikke på en linje for seg", "den står ikke på en linje for sig", "it does not stand on a line of its own")
