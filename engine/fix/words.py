"""What a fix says, in three languages."""

from engine.text import Text

HEAD = Text(
    "Det minste som må gjøres: {name}", "Det mindste, der skal gøres: {name}", "The least that must be done: {name}"
)
FACTS = Text(
    "Fakta per {date}, loven per {law}. {n} brudd skal lukkes.",
    "Fakta pr. {date}, loven pr. {law}. {n} brud skal lukkes.",
    "Facts as of {date}, under the law of {law}. Breaches to close: {n}.",
)
NO_BREACH = Text("Det er ingen brudd å lukke.", "Der er ingen brud at lukke.", "There is no breach to close.")
A_SET = Text(
    "Forslag {n}: {parts} ting å gjøre. {met} av {total} brudd blir oppfylt.",
    "Forslag {n}: {parts} ting at gøre. {met} af {total} brud bliver opfyldt.",
    "Set {n}: {parts} things to do. {met} of {total} breaches become met.",
)
NO_SET = Text(
    "Ingen mulige handlinger lukker noe av bruddene.",
    "Ingen mulige handlinger lukker nogen af bruddene.",
    "No possible act closes any of the breaches.",
)
DO = {  # by the class of the act: what is done with it
    "Mapping": Text("Gjennomfør {what}", "Gennemfør {what}", "Carry out {what}"),
    "RiskAssessment": Text("Gjennomfør {what}", "Gennemfør {what}", "Carry out {what}"),
    "Plan": Text("Lag {what}", "Lav {what}", "Make {what}"),
    "Measure": Text("Sett i gang {what}", "Iværksæt {what}", "Undertake {what}"),
    "Training": Text("Gi {what}", "Giv {what}", "Give {what}"),
    "Drill": Text("Hold {what}", "Hold {what}", "Hold {what}"),
    "Information": Text("Gi {what}", "Giv {what}", "Give {what}"),
    "Instruction": Text("Gi {what}", "Giv {what}", "Give {what}"),
    "Routine": Text("Lag {what}", "Lav {what}", "Make {what}"),
    "ManagementRecord": Text("Lag {what}", "Lav {what}", "Make {what}"),
    "AnnualDiscussion": Text("Hold {what}", "Hold {what}", "Hold {what}"),
    "Participation": Text("Sørg for {what}", "Sørg for {what}", "Arrange {what}"),
    "FollowUp": Text("Gjennomfør {what}", "Gennemfør {what}", "Carry out {what}"),
    "Arrangement": Text("Sørg for {what}", "Sørg for {what}", "Arrange {what}"),
}
SEE_TO = Text("Sørg for at {clause}", "Sørg for, at {clause}", "See to it that {clause}")
WRITE = Text("Skriv det ned.", "Skriv det ned.", "Put it in writing.")
RECORD = Text(
    "Utfør det, og før det inn i saken.", "Udfør det, og før det ind i sagen.", "Carry it out and record it in the case."
)
CLOSES = Text("Lukker:", "Lukker:", "Closes:")
LEFT = Text(
    "Ikke lenger brudd, men noe er igjen å vurdere eller svare på",
    "Ikke længere brud, men noget er tilbage at vurdere eller svare på",
    "No longer a breach, but something is left to judge or to answer",
)
BEGUN = Text(
    "Plikter som begynner å gjelde når dette er gjort, og som ennå ikke er avklart",
    "Pligter, der begynder at gælde, når dette er gjort, og som endnu ikke er afklaret",
    "Duties that begin to apply when this is done and are not settled yet",
)
BEYOND = Text("Ingen handling lukker dette", "Ingen handling lukker dette", "No act closes this")
SETTLED = Text(
    "Bruddet hviler på noe som ingen ny handling kan endre.",
    "Bruddet hviler på noget, som ingen ny handling kan ændre.",
    "The breach rests on something that no new act can change.",
)
CONFLICT = Text(
    "Handlingene som kunne lukke det, lukker det ikke alene, eller de ville gjort et annet utfall dårligere.",
    "De handlinger, der kunne lukke det, lukker det ikke alene, eller de ville gøre et andet udfald dårligere.",
    "The acts that could close it do not close it by themselves, or would make another outcome worse.",
)
NOTE = Text(
    "Det minste antallet handlinger, regnet ut og prøvd ved å vurdere saken på nytt med dem. Det sier hva loven minst krever vist, "
    "ikke hva som er godt nok. At registrene er komplette, er regnet som sagt på nytt den dagen.",
    "Det mindste antal handlinger, regnet ud og afprøvet ved at vurdere sagen på ny med dem. Det siger, hvad loven mindst kræver vist, "
    "ikke hvad der er godt nok. At registrene er komplette, er regnet som sagt på ny den dag.",
    "The smallest number of acts, computed and tried by assessing the case again with them. It says what the law at least wants shown, "
    "not what is good enough. That registers are complete is taken as said again on that day.",
)
WHOLE = Text("hele virksomheten", "hele virksomheden", "the whole undertaking")
