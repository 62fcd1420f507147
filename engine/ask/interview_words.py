"""What an interview says, in three languages."""

from engine.text import Text

HELLO = Text(
    "Intervju om {name}. Hvert svar lagres i {file} straks. Det går an å avbryte når som helst og fortsette senere.",
    "Interview om {name}. Hvert svar gemmes straks i {file}. Der kan afbrydes når som helst og fortsættes senere.",
    "Interview about {name}. Each answer is saved in {file} at once. You may stop at any time and go on later.",
)
WHO = Text("Hvem svarer? Skriv rollen: {roles}", "Hvem svarer? Skriv rollen: {roles}", "Who answers? Write the role: {roles}")
NO_ROLE = Text("«{given}» er ingen rolle.", "»{given}« er ikke en rolle.", "“{given}” is no role.")
WHEN = Text(
    "Hvilken dag gjelder svarene? (Enter: {day}, dagen for opplysningene i saken)",
    "Hvilken dag gælder svarene? (Enter: {day}, dagen for oplysningerne i sagen)",
    "For which day are the answers? (Enter: {day}, the day of the facts)",
)
NO_DAY = Text(
    "«{given}» er ingen dag. Skriv ÅÅÅÅ-MM-DD, ikke senere enn {day}.",
    "»{given}« er ikke en dag. Skriv ÅÅÅÅ-MM-DD, ikke senere end {day}.",
    "“{given}” is no day. Write YYYY-MM-DD, not later than {day}.",
)
LEFT = Text("[{open} åpne utfall]", "[{open} åbne udfald]", "[{open} open outcomes]")
YES_NO = Text(
    "ja (j) · nei (n) · vet ikke (v) · ikke relevant fordi … · tilbake (t) · slutt (s)",
    "ja (j) · nej (n) · ved ikke (v) · ikke relevant fordi … · tilbage (t) · slut (s)",
    "yes (y) · no (n) · don't know (d) · not relevant because … · back (b) · quit (q)",
)
OF_REGISTER = Text(
    "ja (j) · nei (n) · vet ikke (v) · tilbake (t) · slutt (s)",
    "ja (j) · nej (n) · ved ikke (v) · tilbage (t) · slut (s)",
    "yes (y) · no (n) · don't know (d) · back (b) · quit (q)",
)
A_DAY = Text(
    "en dato, ÅÅÅÅ-MM-DD · vet ikke (v) · tilbake (t) · slutt (s)",
    "en dato, ÅÅÅÅ-MM-DD · ved ikke (v) · tilbage (t) · slut (s)",
    "a date, YYYY-MM-DD · don't know (d) · back (b) · quit (q)",
)
A_NUMBER = Text(
    "et helt tall · vet ikke (v) · tilbake (t) · slutt (s)",
    "et helt tal · ved ikke (v) · tilbage (t) · slut (s)",
    "a whole number · don't know (d) · back (b) · quit (q)",
)
NOT_UNDERSTOOD = Text(
    "Det forsto jeg ikke. Svar med et av disse: {choices}",
    "Det forstod jeg ikke. Svar med et af disse: {choices}",
    "I did not understand that. Answer with one of these: {choices}",
)
WHY = Text("Hvorfor er det ikke relevant?", "Hvorfor er det ikke relevant?", "Why is it not relevant?")
SAVED = Text("Lagret.", "Gemt.", "Saved.")
SAVED_MORE = Text(
    "Notert. Før det inn i saken under «{register}». Det spørres ikke om igjen før det står noe nytt der.",
    "Noteret. Før det ind i sagen under »{register}«. Der spørges ikke igen, før der står noget nyt der.",
    "Noted. Enter it in the case under “{register}”. It is not asked again until something new stands there.",
)
NOT_SAVED = Text("Ikke lagret:", "Ikke gemt:", "Not saved:")
UNDONE = Text("Svaret er tatt ut av filen igjen.", "Svaret er taget ud af filen igen.", "The answer was taken out of the file again.")
NO_BACK = Text("Det er ikke noe svar å gå tilbake til.", "Der er intet svar at gå tilbage til.", "There is no answer to go back to.")
CHANGED = Text(
    "Filen er endret av noen andre etter svaret, så det kan ikke tas tilbake her.",
    "Filen er ændret af nogen anden efter svaret, så det kan ikke tages tilbage her.",
    "Somebody else changed the file after the answer, so it can't be taken back here.",
)
DONE = Text(
    "Ingen flere spørsmål kan besvares her.", "Ingen flere spørgsmål kan besvares her.", "No more questions can be answered here."
)
ENOUGH = Text("Det var spørsmålene for denne gang.", "Det var spørgsmålene for denne gang.", "Those were the questions for this time.")
BYE = Text(
    "{n} svar er lagret. {open} utfall er ennå åpne. Fortsett med den samme kommandoen.",
    "{n} svar er gemt. {open} udfald er endnu åbne. Fortsæt med samme kommando.",
    "Answers saved: {n}. Outcomes still open: {open}. Go on with the same command.",
)
ELSEWHERE = Text(
    "{n} åpne spørsmål krever et dokument, en undersøkelse eller enighet og kan ikke besvares her. Se dem med forsvarlig ask.",
    "{n} åbne spørgsmål kræver et dokument, en undersøgelse eller enighed og kan ikke besvares her. Se dem med forsvarlig ask.",
    "Open questions that want a document, an investigation or agreement, and can't be answered here: {n}. See them with forsvarlig ask.",
)
OUTCOME_NOW = Text("Avgjort nå: {n}.", "Afgjort nu: {n}.", "Decided now: {n}.")
