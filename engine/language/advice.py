"""What is right instead, in three languages: one entry a code of ``messages.py``, and some that codes share."""

from engine.text import Text

HINTS: dict[str, Text] = {
    "missing-language": Text(
        "Skriv «språk nb» på første linje.",
        "Skriv «sprog da» på første linje.",
        "Write “språk nb”, “sprog da” or “language en” on the first line.",
    ),
    "unknown-language": Text(
        "Skriv «språk nb», «sprog da» eller «language en».",
        "Skriv «språk nb», «sprog da» eller «language en».",
        "Write “språk nb”, “sprog da” or “language en”.",
    ),
    "not-utf-8": Text(
        "Lagre den som UTF-8 i tekstredigereren.",
        "Gem den som UTF-8 i teksteditoren.",
        "Save it as UTF-8 in the text editor.",
    ),
    "tab": Text("Bruk mellomrom til innrykk.", "Brug mellemrum til indrykning.", "Use spaces to indent."),
    "unclosed-quote": Text("Sett » etter begrepet.", "Sæt » efter begrebet.", "Put » after the concept."),
    "wrong-quotes": Text("Skriv «{words}».", "Skriv «{words}».", "Write «{words}»."),
    "outside-part": Text(
        "En del begynner med «plikt», «regel», «merknad» eller «utsikt» og en id.",
        "En del begynder med «pligt», «regel», «bemærkning» eller «udsigt» og et id.",
        "A part begins with “duty”, “rule”, “remark” or “outlook” and an id.",
    ),
    "unknown-keyword": Text(
        "Et vilkår begynner med en variabel, for eksempel «U …», eller med et nøkkelord.",
        "En betingelse begynder med en variabel, for eksempel «U …», eller med et nøgleord.",
        "A condition begins with a variable, for example “U …”, or with a keyword.",
    ),
    "foreign-keyword": Text(
        "På norsk heter det «{right}».", "På dansk hedder det «{right}».", "In English it is “{right}”."
    ),
    "malformed-line": Text("Slik skrives den: {form}", "Sådan skrives den: {form}", "It is written like this: {form}"),
    "unfinished-line": Text("Slik skrives den: {form}", "Sådan skrives den: {form}", "It is written like this: {form}"),
    "keyword-alone": Text(
        "Flytt resten til linjen under, lenger inn.",
        "Flyt resten til linjen under, længere inde.",
        "Move the rest to the line below, further in.",
    ),
    "malformed-sentence": Text(
        "Slik skrives den: {form}", "Sådan skrives den: {form}", "It is written like this: {form}"
    ),
    "unfinished-sentence": Text(
        "Slik skrives den: {form}", "Sådan skrives den: {form}", "It is written like this: {form}"
    ),
    "too-deep": Text(
        "Definer et begrep med en regel, og bruk det her.",
        "Definér et begreb med en regel, og brug det her.",
        "Define a concept by a rule, and use that here.",
    ),
    "missing-end": Text(
        "Skriv «{end}» senest før linje {before} («{next}»), med samme innrykk som «{keyword}».",
        "Skriv «{end}» senest før linje {before} («{next}») med samme indrykning som «{keyword}».",
        "Write “{end}” before line {before} (“{next}”) at the latest, indented like “{keyword}”.",
    ),
    "missing-end-last": Text(
        "Skriv «{end}» sist i delen, med samme innrykk som «{keyword}».",
        "Skriv «{end}» sidst i delen med samme indrykning som «{keyword}».",
        "Write “{end}” at the end of the part, indented like “{keyword}”.",
    ),
    "extra-end": Text(
        "Stryk linjen. En forekomst («{exists} …») blant vilkårene trenger ingen «{end}».",
        "Slet linjen. En forekomst («{exists} …») blandt betingelserne behøver ingen «{end}».",
        "Delete the line. An existence (“{exists} …”) among the conditions needs no “{end}”.",
    ),
    "empty-block": Text(
        "Skriv vilkårene mellom «{keyword}» og «{end}», eller stryk blokken.",
        "Skriv betingelserne mellem «{keyword}» og «{end}», eller slet blokken.",
        "Write the conditions between “{keyword}” and “{end}”, or delete the block.",
    ),
    "empty-section": Text(
        "Skriv vilkårene på linjene under, eller stryk linjen.",
        "Skriv betingelserne på linjerne under, eller slet linjen.",
        "Write the conditions on the lines below, or delete the line.",
    ),
    "stray-clause": Text(
        "Linjer med «{which}» og «{and_}» følger etter «{exists} …» eller «{for_each} …». "
        "Vilkår på hver sin linje gjelder allerede alle sammen.",
        "Linjer med «{which}» og «{and_}» følger efter «{exists} …» eller «{for_each} …». "
        "Betingelser på hver sin linje gælder allerede alle sammen.",
        "Lines with “{which}” and “{and_}” follow after “{exists} …” or “{for_each} …”. "
        "Conditions on separate lines already hold all together.",
    ),
    "stray-condition": Text(
        "Sett «{when}», «{requires}» eller et annet slikt nøkkelord på en linje foran.",
        "Sæt «{when}», «{requires}» eller et andet sådant nøgleord på en linje foran.",
        "Put “{when}”, “{requires}” or another such keyword on a line before it.",
    ),
    "bad-id": Text(
        "En id er land, lov og paragraf med punktum mellom, uten mellomrom: no.utforelse.3A-5.1",
        "Et id er land, lov og paragraf med punktum imellem, uden mellemrum: dk.psyk.5.1",
        "An id is country, act and section with full stops between, without spaces: no.utforelse.3A-5.1",
    ),
    "foreign-id": Text(
        "I denne filen begynner alle id-er med «{prefix}».",
        "I denne fil begynder alle id'er med «{prefix}».",
        "In this file every id begins with “{prefix}”.",
    ),
    "duplicate-id": Text(
        "En id brukes én gang, eller i flere utgaver der «{valid}» ikke overlapper.",
        "Et id bruges én gang eller i flere udgaver, hvor «{valid}» ikke overlapper.",
        "An id is used once, or in several versions whose “{valid}” don't overlap.",
    ),
    "missing-header": Text("Slik skrives den: {form}", "Sådan skrives den: {form}", "It is written like this: {form}"),
    "wrong-section": Text(
        "Her kan det stå {allowed}.", "Her kan der stå {allowed}.", "What can stand here: {allowed}."
    ),
    "bad-date": Text(
        "Datoer skrives år-måned-dag, og dagen må finnes: 2026-01-31",
        "Datoer skrives år-måned-dag, og dagen skal findes: 2026-01-31",
        "Dates are written year-month-day, and the day must exist: 2026-01-31",
    ),
    "reversed-interval": Text(
        "Den siste datoen er den første dagen det ikke gjelder lenger.",
        "Den sidste dato er den første dag, hvor det ikke gælder længere.",
        "The last date is the first day on which it no longer holds.",
    ),
    "unbound-variable": Text(
        "Innfør den med «{for_each} …» i hodet eller «{exists} …» i samme blokk. "
        "Det som innføres i en blokk, er ukjent utenfor den.{known}",
        "Indfør den med «{for_each} …» i hovedet eller «{exists} …» i samme blok. "
        "Det, der indføres i en blok, er ukendt uden for den.{known}",
        "Introduce it with “{for_each} …” at the top or “{exists} …” in the same block. "
        "What a block introduces is unknown outside it.{known}",
    ),
    "bound-twice": Text("Bruk en annen bokstav.", "Brug et andet bogstav.", "Use another letter."),
    "then-input": Text(
        "Bare avledede egenskaper kan stå under «{keyword}».",
        "Kun afledte egenskaber kan stå under «{keyword}».",
        "Only derived properties can stand under “{keyword}”.",
    ),
    "never-concluded": Text(
        "Skriv en regel med denne setningen under «{keyword}», eller bruk en annen setning.",
        "Skriv en regel med denne sætning under «{keyword}», eller brug en anden sætning.",
        "Write a rule with this sentence under “{keyword}”, or use another sentence.",
    ),
    "negative-cycle": Text(
        "Svaret ville avhenge av seg selv. Del opp begrepet, så nektelsen gjelder noe som er avgjort før.",
        "Svaret ville afhænge af sig selv. Del begrebet op, så nægtelsen gælder noget, der er afgjort før.",
        "The answer would depend on itself. Divide the concept, "
        "so that the negation concerns something settled before.",
    ),
    "not-comparable": Text(
        "Datoer sammenlignes med «{before}», «{after}», «{latest}», «{earliest}» eller «{min} 3 år før …»; "
        "tall med «{min}», «{max}», «{more}», «{less}».",
        "Datoer sammenlignes med «{before}», «{after}», «{latest}», «{earliest}» eller «{min} 3 år før …»; "
        "tal med «{min}», «{max}», «{more}», «{less}».",
        "Dates are compared with “{before}”, “{after}”, “{latest}”, “{earliest}” or “{min} 3 years before …”; "
        "numbers with “{min}”, “{max}”, “{more}”, “{less}”.",
    ),
    "did-you-mean": Text("Mente du {options}?", "Mente du {options}?", "Did you mean {options}?"),
    "possible-here": Text("Mulig her: {options}", "Muligt her: {options}", "Possible here: {options}"),
    "keyword-meant": Text(
        "Mente du nøkkelordet «{right}»?", "Mente du nøgleordet «{right}»?", "Did you mean the keyword “{right}”?"
    ),
}
