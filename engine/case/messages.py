"""What the reader of a case says when something is wrong: every message with its hint, in three languages.

The slots are filled by the reader. Words of the case file itself (keys, ids, ``yes``) are the same in every language.
"""

from typing import NamedTuple

from engine.text import Text


class Message(NamedTuple):
    """A kind of problem: its stable code, what is said, and what would be right."""

    code: str
    text: Text
    hint: Text | None = None


# The file ------------------------------------------------------------------------------------------

NO_SUCH_FILE = Message("no-such-file", Text(
    "Filen finnes ikke.", "Filen findes ikke.", "There is no such file."), Text(
    "«forsvarlig init -o FIL» skriver en saksfil å begynne med.",
    "»forsvarlig init -o FIL« skriver en sagsfil at begynde med.",
    "“forsvarlig init -o FILE” writes a case file to start from."))
IS_DIRECTORY = Message("is-directory", Text(
    "Dette er en mappe, ikke en saksfil.", "Dette er en mappe, ikke en sagsfil.",
    "This is a directory, not a case file."))
UNREADABLE = Message("unreadable", Text(
    "Filen kan ikke leses.", "Filen kan ikke læses.", "The file can't be read."), Text(
    "Se etter at du har lov til å lese den.", "Se efter, om du har lov til at læse den.",
    "Check that you are allowed to read it."))
TOO_LARGE = Message("too-large", Text(
    "Filen er for stor: en saksfil kan være på høyst {most} MB.",
    "Filen er for stor: en sagsfil må højst fylde {most} MB.",
    "The file is too large: a case file may be at most {most} MB."), Text(
    "Legg ved dokumentene som henvisninger, ikke som tekst. Flere virksomheter skrives i hver sin fil.",
    "Henvis til dokumenterne i stedet for at skrive dem af. Flere virksomheder skrives i hver sin fil.",
    "Refer to documents instead of copying them in. Several undertakings are written in a file each."))
EMPTY = Message("empty-file", Text(
    "Filen er tom.", "Filen er tom.", "The file is empty."), NO_SUCH_FILE.hint)
NOT_UTF8 = Message("not-utf8", Text(
    "Filen er ikke UTF-8: byte nummer {byte} hører ikke hjemme der.",
    "Filen er ikke UTF-8: byte nummer {byte} hører ikke hjemme der.",
    "The file is not UTF-8: byte number {byte} doesn't belong there."), Text(
    "Lagre filen på nytt med tegnkodingen UTF-8.", "Gem filen igen med tegnkodningen UTF-8.",
    "Save the file again in the UTF-8 encoding."))
CONTROL_CHARACTER = Message("control-character", Text(
    "Her står et tegn som ikke kan skrives ut ({code}).", "Her står et tegn, der ikke kan skrives ud ({code}).",
    "There is a character here that can't be printed ({code})."), Text(
    "Slett tegnet, eller skriv teksten på nytt.", "Slet tegnet, eller skriv teksten igen.",
    "Delete the character, or type the text again."))

# YAML ----------------------------------------------------------------------------------------------

NOT_YAML = Message("not-yaml", Text(
    "Filen lar seg ikke lese som YAML herfra.", "Filen kan ikke læses som YAML herfra.",
    "From here on the file can't be read as YAML."))
YAML_TAB = Text(
    "Rykk inn med mellomrom, ikke med tabulator.", "Ryk ind med mellemrum, ikke med tabulator.",
    "Indent with spaces, not with tabs.")
YAML_COLON = Text(
    "Et kolon inne i en tekst gjør den til en ny nøkkel: sett teksten i anførselstegn, eller se på innrykket.",
    "Et kolon inde i en tekst gør den til en ny nøgle: sæt teksten i anførselstegn, eller se på indrykningen.",
    "A colon inside a text makes it a new key: put the text in quotes, or check the indentation.")
YAML_QUOTE = Text(
    "Et anførselstegn som åpner en tekst, er ikke lukket.", "Et anførselstegn, der åbner en tekst, er ikke lukket.",
    "A quotation mark that opens a text isn't closed.")
YAML_BRACKET = Text(
    "En klamme som åpner en liste eller en gruppe, er ikke lukket, eller et komma mangler.",
    "En klamme, der åbner en liste eller en gruppe, er ikke lukket, eller et komma mangler.",
    "A bracket that opens a list or a group isn't closed, or a comma is missing.")
YAML_CHARACTER = Text(
    "En tekst kan ikke begynne med dette tegnet: sett den i anførselstegn.",
    "En tekst kan ikke begynde med dette tegn: sæt den i anførselstegn.",
    "A text can't begin with this character: put it in quotes.")
YAML_INDENT = Text(
    "Linjer som hører sammen, må ha samme innrykk, og hver nøkkel trenger et kolon og et mellomrom.",
    "Linjer, der hører sammen, skal have samme indrykning, og hver nøgle skal have et kolon og et mellemrum.",
    "Lines that belong together need the same indentation, and every key needs a colon and a space.")
YAML_OTHER = Text(
    "Se etter innrykk, anførselstegn og kolon på denne linjen og den før.",
    "Se efter indrykning, anførselstegn og kolon på denne linje og den før.",
    "Check indentation, quotes and colons on this line and the one before.")
SEVERAL_DOCUMENTS = Message("several-documents", Text(
    "Her begynner et nytt YAML-dokument i samme fil.", "Her begynder et nyt YAML-dokument i samme fil.",
    "A second YAML document begins here in the same file."), Text(
    "Én fil holder én sak: fjern linjen med --- eller del filen.",
    "Én fil rummer én sag: fjern linjen med --- eller del filen.",
    "One file holds one case: remove the line with --- or split the file."))
ANCHOR = Message("anchor", Text(
    "Ankere og henvisninger i YAML ({name}) brukes ikke i en saksfil.",
    "Ankre og henvisninger i YAML ({name}) bruges ikke i en sagsfil.",
    "YAML anchors and aliases ({name}) are not used in a case file."), Text(
    "Skriv verdien helt ut, eller sett den i anførselstegn hvis den skal begynne med & eller *.",
    "Skriv værdien helt ud, eller sæt den i anførselstegn, hvis den skal begynde med & eller *.",
    "Write the value out, or put it in quotes if it is to begin with & or *."))
TAG = Message("tag", Text(
    "Merkelapper i YAML ({name}) brukes ikke i en saksfil.", "Mærker i YAML ({name}) bruges ikke i en sagsfil.",
    "YAML tags ({name}) are not used in a case file."), Text(
    "Fjern merkelappen, eller sett verdien i anførselstegn hvis den skal begynne med !.",
    "Fjern mærket, eller sæt værdien i anførselstegn, hvis den skal begynde med !.",
    "Remove the tag, or put the value in quotes if it is to begin with !."))
MERGE_KEY = Message("merge-key", Text(
    "Flettenøkkelen << brukes ikke i en saksfil.", "Flettenøglen << bruges ikke i en sagsfil.",
    "The merge key << is not used in a case file."), Text(
    "Skriv feltene helt ut.", "Skriv felterne helt ud.", "Write the fields out."))
TOO_DEEP = Message("too-deep", Text(
    "Her ligger mer enn {most} nivåer inne i hverandre.", "Her ligger mere end {most} niveauer inde i hinanden.",
    "More than {most} levels are nested in each other here."), Text(
    "En saksfil har høyst sju nivåer; se etter klammer som ikke er lukket.",
    "En sagsfil har højst syv niveauer; se efter klammer, der ikke er lukket.",
    "A case file has at most seven levels; look for brackets that aren't closed."))
DUPLICATE_KEY = Message("duplicate-key", Text(
    "«{key}» står allerede på linje {line}.", "»{key}« står allerede på linje {line}.",
    "“{key}” is already on line {line}."), Text(
    "Slå dem sammen til én.", "Slå dem sammen til én.", "Make them one."))
KEY_NOT_TEXT = Message("key-not-text", Text(
    "Foran kolonet må det stå et navn.", "Foran kolonet skal der stå et navn.",
    "There must be a name in front of the colon."))

# Keys and values -----------------------------------------------------------------------------------

WRONG_VERSION = Message("wrong-version", Text(
    "Dette programmet leser case/1, men filen sier «{given}».",
    "Dette program læser case/1, men filen siger »{given}«.",
    "This program reads case/1, but the file says “{given}”."), Text(
    "Første linje i en saksfil er: forsvarlig: case/1", "Første linje i en sagsfil er: forsvarlig: case/1",
    "The first line of a case file is: forsvarlig: case/1"))
NOT_A_CASE = Message("not-a-case", Text(
    "Dette er ikke en saksfil: øverst må det stå nøkler med verdier.",
    "Dette er ikke en sagsfil: øverst skal der stå nøgler med værdier.",
    "This is not a case file: at the top there must be keys with values."), WRONG_VERSION.hint)
UNKNOWN_KEY = Message("unknown-key", Text(
    "«{key}» er ikke et felt i {where}.", "»{key}« er ikke et felt i {where}.", "“{key}” is not a field of {where}."))
NO_FREE_TEXT = Message("no-free-text", Text(
    "En hendelse har ikke «{key}»: hendelser bærer ingen fritekst, så ingen kan kjennes igjen.",
    "En hændelse har ikke »{key}«: hændelser bærer ingen fritekst, så ingen kan genkendes.",
    "An incident has no “{key}”: incidents carry no free text, so that nobody can be recognised."), Text(
    "Slett feltet, og vis til dokumentet med evidence.", "Slet feltet, og henvis til dokumentet med evidence.",
    "Remove the field, and refer to the document with evidence."))
NO_FREE_TEXT_IN_SURVEY = Message("no-free-text", Text(
    "En spørreundersøkelse har ikke «{key}»: her står tall og ingen fritekst, så ingen kan kjennes igjen.",
    "En spørgeskemaundersøgelse har ikke »{key}«: her står tal og ingen fritekst, så ingen kan genkendes.",
    "A survey has no “{key}”: there are numbers here and no free text, so that nobody can be recognised."),
    NO_FREE_TEXT.hint)
MISSING_FIELD = Message("missing-field", Text(
    "«{key}» mangler i {where}.", "»{key}« mangler i {where}.", "“{key}” is missing from {where}."))
NOTHING = Message("nothing-written", Text(
    "Etter «{key}» står det ingenting.", "Efter »{key}« står der ingenting.",
    "Nothing is written after “{key}”."), Text(
    "Ta bort feltet hvis ingen har spurt, skriv dont_know hvis svaret er ukjent, og [] hvis listen er tom.",
    "Fjern feltet, hvis ingen har spurgt, skriv dont_know, hvis svaret er ukendt, og [] hvis listen er tom.",
    "Leave the field out if nobody asked, write dont_know if the answer isn't known, and [] if the list is empty."))
NOTHING_IN_LIST = Message("nothing-in-list", Text(
    "Et ledd i listen er tomt.", "Et led i listen er tomt.", "An item of the list is empty."))
WANTS_LIST = Message("wants-list", Text(
    "«{key}» skal være en liste.", "»{key}« skal være en liste.", "“{key}” must be a list."), Text(
    "Skriv hvert ledd på sin linje med - foran.", "Skriv hvert led på sin linje med - foran.",
    "Write each item on a line of its own with - in front."))
WANTS_GROUP = Message("wants-group", Text(
    "«{key}» skal være en gruppe av felter.", "»{key}« skal være en gruppe af felter.",
    "“{key}” must be a group of fields."))
WANTS_GROUPS = Message("wants-group", Text(
    "Hvert ledd i «{key}» skal være en gruppe av felter.", "Hvert led i »{key}« skal være en gruppe af felter.",
    "Each item of “{key}” must be a group of fields."), Text(
    "Skriv feltene under hverandre, eller slik: - {{id: …, title: …}}",
    "Skriv felterne under hinanden, eller sådan: - {{id: …, title: …}}",
    "Write the fields below each other, or like this: - {{id: …, title: …}}"))
WANTS_ONE = Message("wants-one", Text(
    "«{key}» skal ha én verdi.", "»{key}« skal have én værdi.", "“{key}” must have one value."))
PLUS_NOT_LAST = Message("plus-not-last", Text(
    "+ kan bare stå sist i en liste; det betyr at listen ikke er fullstendig.",
    "+ kan kun stå sidst i en liste; det betyder, at listen ikke er fuldstændig.",
    "+ may only come last in a list; it means that the list isn't complete."))
PLUS_NOT_HERE = Message("plus-not-here", Text(
    "«{key}» kan ikke ende i +.", "»{key}« kan ikke ende på +.", "“{key}” can't end in +."), Text(
    "Skriv alt det gjelder.", "Skriv alt, hvad det gælder.", "Write everything it is about."))
NOTHING_CHOSEN = Message("nothing-chosen", Text(
    "«{key}» er en tom liste.", "»{key}« er en tom liste.", "“{key}” is an empty list."))
LISTED_TWICE = Message("listed-twice", Text(
    "«{value}» står to ganger i listen.", "»{value}« står to gange i listen.", "“{value}” is in the list twice."))
WRONG_VALUE = Message("wrong-value", Text(
    "«{value}» kan ikke stå i «{key}».", "»{value}« kan ikke stå i »{key}«.", "“{value}” can't be in “{key}”."))
NOT_NUMBER = Message("not-a-number", Text(
    "«{value}» er ikke et tall («{key}»).", "»{value}« er ikke et tal (»{key}«).",
    "“{value}” is not a number (“{key}”)."), Text(
    "Skriv et helt tall uten mellomrom og punktum, for eksempel 32, eller dont_know.",
    "Skriv et helt tal uden mellemrum og punktum, for eksempel 32, eller dont_know.",
    "Write a whole number without spaces and points, for instance 32, or dont_know."))
WHOLE_NUMBER = Text(
    "Skriv et helt tall uten mellomrom og punktum, for eksempel 32.",
    "Skriv et helt tal uden mellemrum og punktum, for eksempel 32.",
    "Write a whole number without spaces and points, for instance 32.")
NOT_DECIMAL = Message("not-a-decimal", NOT_NUMBER.text, Text(
    "Skriv tallet med punktum foran høyst fire desimaler, for eksempel 3.4.",
    "Skriv tallet med punktum foran højst fire decimaler, for eksempel 3.4.",
    "Write the number with a point before four decimals at most, for instance 3.4."))
NOT_DATE = Message("not-a-date", Text(
    "«{value}» er ikke en dato («{key}»).", "»{value}« er ikke en dato (»{key}«).",
    "“{value}” is not a date (“{key}”)."), Text(
    "Skriv år-måned-dag, for eksempel 2026-06-30.", "Skriv år-måned-dag, for eksempel 2026-06-30.",
    "Write year-month-day, for instance 2026-06-30."))
NOT_THAT_DATE = Text(
    "Skriv år-måned-dag. Mente du {meant}?", "Skriv år-måned-dag. Mente du {meant}?",
    "Write year-month-day. Did you mean {meant}?")
IMPOSSIBLE_DATE = Message("impossible-date", Text(
    "Datoen {value} finnes ikke («{key}»).", "Datoen {value} findes ikke (»{key}«).",
    "The date {value} doesn't exist (“{key}”)."), Text(
    "Måneden har {days} dager.", "Måneden har {days} dage.", "The month has {days} days."))
IMPOSSIBLE_MONTH = Text(
    "Måneden er et tall fra 01 til 12.", "Måneden er et tal fra 01 til 12.", "The month is a number from 01 to 12.")
FAR_DATE = Message("unlikely-year", Text(
    "Året i {value} kan ikke være riktig («{key}»).", "Året i {value} kan ikke være rigtigt (»{key}«).",
    "The year in {value} can't be right (“{key}”)."), Text(
    "Skriv et år fra {first} til {last}.", "Skriv et år fra {first} til {last}.",
    "Write a year from {first} to {last}."))
BAD_ID = Message("bad-id", Text(
    "«{value}» kan ikke være en id.", "»{value}« kan ikke være et id.", "“{value}” can't be an id."), Text(
    "En id har høyst 64 tegn: bokstaver, tall, bindestrek, punktum og understrek, og begynner med bokstav eller tall. "
    "Ordene enterprise, all og dont_know er opptatt.",
    "Et id har højst 64 tegn: bogstaver, tal, bindestreg, punktum og understreg, og begynder med bogstav eller tal. "
    "Ordene enterprise, all og dont_know er optaget.",
    "An id has at most 64 characters: letters, digits, hyphens, points and underscores, and begins with a letter or a "
    "digit. The words enterprise, all and dont_know are taken."))
DUPLICATE_ID = Message("duplicate-id", Text(
    "Id-en «{id}» er brukt før, på linje {line}.", "Id'et »{id}« er brugt før, på linje {line}.",
    "The id “{id}” was used before, on line {line}."), Text(
    "Hver enhet, hvert dokument og hver oppføring trenger sin egen id.",
    "Hver enhed, hvert dokument og hver post skal have sit eget id.",
    "Every unit, document and entry needs an id of its own."))
UNKNOWN_UNIT = Message("unknown-unit", Text(
    "Det finnes ingen enhet med id «{id}».", "Der findes ingen enhed med id »{id}«.",
    "There is no unit with the id “{id}”."))
UNKNOWN_DOCUMENT = Message("unknown-document", Text(
    "Det finnes ikke noe dokument med id «{id}».", "Der findes intet dokument med id »{id}«.",
    "There is no document with the id “{id}”."))
UNKNOWN_ENTRY = Message("unknown-entry", Text(
    "Det finnes ingen oppføring med id «{id}» i {register}.", "Der findes ingen post med id »{id}« i {register}.",
    "There is no entry with the id “{id}” in {register}."))
UNKNOWN_ABOUT = Message("unknown-about", Text(
    "Det finnes ingenting med id «{id}» i saken.", "Der findes intet med id »{id}« i sagen.",
    "There is nothing with the id “{id}” in the case."))
NO_UNITS = Message("no-units", Text(
    "Saken har ingen enheter.", "Sagen har ingen enheder.", "The case has no units."), Text(
    "Før opp minst én: en liten virksomhet kan være én enhet.",
    "Anfør mindst én: en lille virksomhed kan være én enhed.",
    "List at least one: a small undertaking may be one unit."))
NO_UNITS_LISTED = Message("no-units-listed", Text(
    "«{key}» er en tom liste, og en opplysning om ingen enhet sier ingenting.",
    "»{key}« er en tom liste, og en oplysning om ingen enhed siger ingenting.",
    "“{key}” is an empty list, and a record about no unit says nothing."), Text(
    "Skriv hvilke enheter det gjelder, eller all.", "Skriv, hvilke enheder det gælder, eller all.",
    "Write which units it is about, or all."))
NO_ORG_NUMBER = Message("bad-org-number", Text(
    "{value} er ikke et gyldig organisasjonsnummer.", "{value} er ikke et gyldigt norsk organisationsnummer.",
    "{value} is not a valid Norwegian organisation number."), Text(
    "Et organisasjonsnummer har ni siffer, og det siste er et kontrollsiffer: se etter tastefeil.",
    "Et norsk organisationsnummer har ni cifre, og det sidste er et kontrolciffer: se efter tastefejl.",
    "A Norwegian organisation number has nine digits, and the last is a check digit: look for a typing error."))
NO_CVR = Message("bad-cvr", Text(
    "{value} er ikke et gyldig CVR-nummer.", "{value} er ikke et gyldigt CVR-nummer.",
    "{value} is not a valid Danish CVR number."), Text(
    "Et CVR-nummer har åtte siffer, og det siste er et kontrollsiffer: se etter tastefeil.",
    "Et CVR-nummer har otte cifre, og det sidste er et kontrolciffer: se efter tastefejl.",
    "A CVR number has eight digits, and the last is a check digit: look for a typing error."))
NO_P_NUMBER = Message("bad-p-number", Text(
    "{value} er ikke et P-nummer.", "{value} er ikke et P-nummer.", "{value} is not a Danish P number."), Text(
    "Et P-nummer har ti siffer.", "Et P-nummer har ti cifre.", "A P number has ten digits."))
NO_SHA256 = Message("bad-sha256", Text(
    "«{value}» er ikke en sha256.", "»{value}« er ikke en sha256.", "“{value}” is not a sha256."), Text(
    "En sha256 skrives med 64 tegn: 0–9 og a–f.", "En sha256 skrives med 64 tegn: 0-9 og a-f.",
    "A sha256 is written with 64 characters: 0–9 and a–f."))
NO_INDUSTRY_CODE = Message("bad-industry-code", Text(
    "«{value}» er ikke en næringskode.", "»{value}« er ikke en branchekode.",
    "“{value}” is not an industry code."), Text(
    "Skriv koden med to til seks siffer, med eller uten punktum, for eksempel 88.101.",
    "Skriv koden med to til seks cifre, med eller uden punktum, for eksempel 88.10.10.",
    "Write the code with two to six digits, with or without points, for instance 88.101."))

# Persons -------------------------------------------------------------------------------------------

NORWEGIAN_IDENTITY = Message("national-identity-number", Text(
    "Her står et norsk fødselsnummer eller D-nummer. Ingen personer skal stå i en saksfil.",
    "Her står et norsk personnummer (fødselsnummer eller D-nummer). Ingen personer må stå i en sagsfil.",
    "There is a Norwegian national identity number (fødselsnummer or D-number) here. A case file holds no persons."
), Text(
    "Slett nummeret, og skriv rollen i stedet.", "Slet nummeret, og skriv rollen i stedet.",
    "Delete the number, and write the role instead."))
DANISH_IDENTITY = Message("national-identity-number", Text(
    "Her står det som ser ut som et dansk CPR-nummer. Ingen personer skal stå i en saksfil.",
    "Her står, hvad der ligner et CPR-nummer. Ingen personer må stå i en sagsfil.",
    "There is what looks like a Danish CPR number here. A case file holds no persons."), Text(
    "Slett nummeret, og skriv rollen i stedet. Et P-nummer skrives i p_number; et saksnummer kan deles med skråstrek.",
    "Slet nummeret, og skriv rollen i stedet. Et P-nummer skrives i p_number; et sagsnummer kan deles med skråstreg.",
    "Delete the number, and write the role instead. A P number goes into p_number; a file number can be split by a "
    "slash."))
LIKE_NAME = Message("looks-like-name", Text(
    "«{value}» ser ut som navnet på en person.", "»{value}« ligner navnet på en person.",
    "“{value}” looks like a person's name."), Text(
    "Skriv rollen i stedet; saksfilen skal ikke si hvem noen er.",
    "Skriv rollen i stedet; sagsfilen skal ikke sige, hvem nogen er.",
    "Write the role instead; a case file doesn't say who anybody is."))
LIKE_EMAIL = Message("looks-like-email", Text(
    "Her står en e-postadresse.", "Her står en e-mailadresse.", "There is an e-mail address here."), LIKE_NAME.hint)
LIKE_PHONE = Message("looks-like-phone", Text(
    "Her står det som ser ut som et telefonnummer.", "Her står, hvad der ligner et telefonnummer.",
    "There is what looks like a phone number here."), LIKE_NAME.hint)

# Dates against each other --------------------------------------------------------------------------

AFTER_CASE = Message("date-after-case", Text(
    "«{key}» er {value}, men saken er fra {date}.", "»{key}« er {value}, men sagen er fra {date}.",
    "“{key}” is {value}, but the case is of {date}."), Text(
    "Det som er skjedd senere, hører ikke med i denne saken; bare frister kan ligge fram i tid.",
    "Det, der er sket senere, hører ikke med i denne sag; kun frister kan ligge ude i fremtiden.",
    "What happened later isn't part of this case; only deadlines may lie ahead."))
WRONG_ORDER = Message("dates-in-wrong-order", Text(
    "«{key}» er {value}, men {what} er {date}.", "»{key}« er {value}, men {what} er {date}.",
    "“{key}” is {value}, but {what} is {date}."), Text(
    "Se etter hvilken av de to datoene som er feil.", "Se efter, hvilken af de to datoer der er forkert.",
    "Check which of the two dates is wrong."))
DATED_OF = Text("«dated» i «{id}»", "»dated« i »{id}«", "“dated” of “{id}”")
DATED_HERE = Text("«dated»", "»dated«", "“dated”")

# Surveys -------------------------------------------------------------------------------------------

TOO_FEW_ANSWERS = Message("too-few-answers", Text(
    "Undersøkelsen bygger på {n} svar: med færre enn {least} kan noen kjennes igjen.",
    "Undersøgelsen bygger på {n} svar: med færre end {least} kan nogen genkendes.",
    "The survey rests on {n} answers: with fewer than {least} somebody could be recognised."), Text(
    "Slett oppføringen. Snakk med de få det gjelder, eller slå enheter sammen før dere spør igjen.",
    "Slet posten. Tal med de få, det gælder, eller læg enheder sammen, før I spørger igen.",
    "Delete the entry. Talk with the few it is about, or put units together before you ask again."))
MORE_THAN_INVITED = Message("more-answers-than-invited", Text(
    "{n} svarte, men bare {invited} ble spurt.", "{n} svarede, men kun {invited} blev spurgt.",
    "{n} answered, but only {invited} were asked."), Text(
    "Se etter hvilket av de to tallene som er feil.", "Se efter, hvilket af de to tal der er forkert.",
    "Check which of the two numbers is wrong."))
NO_RESULT = Message("survey-without-result", Text(
    "Undersøkelsen har ingen tall.", "Undersøgelsen har ingen tal.", "The survey has no numbers."), Text(
    "Skriv poengene per utsagn i «scores», eller summen i «total» for skjemaer som har en sum.",
    "Skriv pointene pr. udsagn i »scores« eller summen i »total« for skemaer, der har en sum.",
    "Write the points per item in “scores”, or the sum in “total” for instruments that have one."))
NO_SUM = Message("instrument-without-sum", Text(
    "«{instrument}» har ingen sum, så «total» kan ikke stå her.", "»{instrument}« har ingen sum, så »total« kan ikke stå her.",
    "“{instrument}” has no sum, so “total” can't be here."), Text(
    "Skriv tallene i «scores».", "Skriv tallene i »scores«.", "Write the numbers in “scores”."))
OTHER_INSTRUMENT = Message("item-of-other-instrument", Text(
    "«{item}» hører ikke til «{instrument}».", "»{item}« hører ikke til »{instrument}«.",
    "“{item}” does not belong to “{instrument}”."))
OFF_SCALE = Message("off-the-scale", Text(
    "{value} er utenfor skalaen («{key}»).", "{value} er uden for skalaen (»{key}«).",
    "{value} is off the scale (“{key}”)."), Text(
    "Skalaen går fra {lowest} til {highest}. Har skjemaet en annen skala, er det et annet skjema.",
    "Skalaen går fra {lowest} til {highest}. Har skemaet en anden skala, er det et andet skema.",
    "The scale is from {lowest} to {highest}. If the form has another scale, it is another form."))
LIMIT_TWO_SIDES = Message("limit-on-two-sides", Text(
    "Én grense passer ikke for «{instrument}»: høyt er tungt for noen av temaene, lavt for andre.",
    "Én grænse passer ikke til »{instrument}«: højt er tungt for nogle af temaerne, lavt for andre.",
    "One limit doesn't fit “{instrument}”: high is heavy for some of its themes, low for others."), Text(
    "Ta bort «limit».", "Fjern »limit«.", "Leave “limit” out."))
SUM_DIFFERS = Message("sum-differs", Text(
    "«total» er {value}, men poengene i «scores» blir {sum} til sammen.",
    "»total« er {value}, men pointene i »scores« bliver {sum} tilsammen.",
    "“total” is {value}, but the points in “scores” add up to {sum}."), Text(
    "Behold det ene, eller rett det som er feil.", "Behold det ene, eller ret det, der er forkert.",
    "Keep one of them, or correct what is wrong."))

# Answers -------------------------------------------------------------------------------------------

UNKNOWN_STATEMENT = Message("unknown-statement", Text(
    "Om {what} kan det ikke spørres om «{key}».", "Om {what} kan der ikke spørges om »{key}«.",
    "“{key}” can't be asked about {what}."))
DERIVED = Message("not-an-input", Text(
    "«{key}» svares det ikke på: det utledes av det som ellers står i saken.",
    "»{key}« svares der ikke på: det udledes af det, der ellers står i sagen.",
    "“{key}” isn't answered: it is inferred from what else is in the case."))
NOT_A_STATEMENT = Message("not-a-yes-or-no", Text(
    "«{key}» er ikke et spørsmål om ja eller nei.", "»{key}« er ikke et spørgsmål om ja eller nej.",
    "“{key}” isn't a question of yes or no."), Text(
    "Skriv verdien i feltet «{field}» i oppføringen selv.", "Skriv værdien i feltet »{field}« i selve posten.",
    "Write the value in the field “{field}” of the entry itself."))
WANTS_OF = Message("answer-without-object", Text(
    "Til «{key}» hører det et «of»: hva gjelder svaret?", "Til »{key}« hører der et »of«: hvad gælder svaret?",
    "“{key}” needs an “of”: what is the answer about?"))
WANTS_NO_OF = Message("answer-with-object", Text(
    "Til «{key}» hører det ikke noe «of».", "Til »{key}« hører der ikke noget »of«.", "“{key}” takes no “of”."))
WANTS_BECAUSE = Message("not-relevant-without-reason", Text(
    "Den som svarer not_relevant, må si hvorfor.", "Den, der svarer not_relevant, skal sige hvorfor.",
    "Whoever answers not_relevant must say why."), Text(
    "Legg til: because: …", "Tilføj: because: …", "Add: because: …"))
OTHER_COUNTRY = Message("other-country", Text(
    "«{key}» hører til det andre landets lov enn «{authority}» ({authority} avgjør ikke etter den).",
    "»{key}« hører til det andet lands lov end »{authority}« ({authority} afgør ikke efter den).",
    "“{key}” belongs to the law of the other country than “{authority}” does ({authority} does not decide by it)."), Text(
    "Velg en standard fra samme land som myndigheten, eller rett myndigheten.",
    "Vælg en standard fra samme land som myndigheden, eller ret myndigheden.",
    "Choose a standard of the same country as the authority, or correct the authority."))
TWO_VALUES = Message("one-source-two-values", Text(
    "Samme kilde ({role}) sier to ting om «{what}»: {one} på linje {line} og {two} her.",
    "Samme kilde ({role}) siger to ting om »{what}«: {one} på linje {line} og {two} her.",
    "One source ({role}) says two things about “{what}”: {one} on line {line} and {two} here."), Text(
    "Behold det ene. Er det to kilder, skriv hvem som sier hva med stated_by.",
    "Behold det ene. Er der to kilder, så skriv med stated_by, hvem der siger hvad.",
    "Keep one of them. If there are two sources, say with stated_by who says what."))
MANY_PROBLEMS = Message("too-many-problems", Text(
    "Her er {most} feil vist; det er flere.", "Her er {most} fejl vist; der er flere.",
    "{most} problems are shown here; there are more."))

# Hints ---------------------------------------------------------------------------------------------

QUOTED = Text("«{name}»", "»{name}«", "“{name}”")
ALLOWED = Text("Tillatt: {allowed}", "Tilladt: {allowed}", "Allowed: {allowed}")
NOTHING_ALLOWED = Text(
    "Saken har ingen som det kan vises til.", "Sagen har ingen, der kan henvises til.",
    "The case has none that could be referred to.")
DID_YOU_MEAN = Text("Mente du {meant}?", "Mente du {meant}?", "Did you mean {meant}?")

SYNONYMS = {
    "true": ("yes",), "ja": ("yes",), "y": ("yes",), "on": ("yes",), "1": ("yes",), "false": ("no",), "nei": ("no",),
    "nej": ("no",), "n": ("no",), "off": ("no",), "0": ("no",), "unknown": ("dont_know",), "don't_know": ("dont_know",),
    "vet_ikke": ("dont_know",), "ved_ikke": ("dont_know",), "ukjent": ("dont_know",), "ukendt": ("dont_know",),
    "null": ("dont_know",), "~": ("dont_know",), "?": ("dont_know",), "norge": ("no",), "norway": ("no",),
    "danmark": ("dk",), "denmark": ("dk",), "alle": ("all",), "full": ("fully",), "partial": ("partly",),
    "not": ("not_transcribed",), "none": ("not_transcribed",), "norsk": ("nb",), "dansk": ("da",), "english": ("en",),
    "engelsk": ("en",), "tittel": ("title", "name"), "titel": ("title", "name"), "title": ("name",), "name": ("title",),
    "navn": ("name", "title"), "dato": ("dated", "date"), "date": ("dated",), "enheter": ("units",),
    "enheder": ("units",), "unit": ("units",), "kommentar": ("note",), "comment": ("note",), "description": ("note",),
}
