"""What asking says, in three languages."""

from engine.text import Text

HEAD = Text("Hva bør det spørres om nå: {name}", "Hvad bør der spørges om nu: {name}", "What to ask next: {name}")
FACTS = Text(
    "Fakta per {date}, loven per {law}. {open} utfall av arbeidsgiverens plikter er åpne. {n} spørsmål kan ennå ha noe å si for dem.",
    "Fakta pr. {date}, loven pr. {law}. {open} udfald af arbejdsgiverens pligter er åbne. {n} spørgsmål kan endnu have betydning for dem.",
    "Facts as of {date}, under the law of {law}. Open outcomes of the employer's duties: {open}. "
    "Questions that can still matter to them: {n}.",
)
NOTHING_OPEN = Text(
    "Ingen av arbeidsgiverens plikter er åpne. Det er ingenting å spørre om.",
    "Ingen af arbejdsgiverens pligter er åbne. Der er intet at spørge om.",
    "None of the employer's duties is open. There is nothing to ask.",
)
NOTHING_TO_ASK = Text(
    "Intet svar kan lenger endre noe.", "Intet svar kan længere ændre noget.", "No answer can change anything any more."
)
WHO = Text("Kan svare: {roles}", "Kan svare: {roles}", "Who can answer: {roles}")
ADDRESS = Text("I saken: {address}", "I sagen: {address}", "In the case: {address}")
WANTED = Text("Etterspurt av: {provisions}", "Efterspurgt af: {provisions}", "Wanted by: {provisions}")
SAME_FOR = Text("Det samme bør det spørres om for: {units}", "Det samme bør der spørges om for: {units}", "Ask the same for: {units}")
DONT_KNOW = Text(
    "Det er spurt før, og den spurte visste det ikke.",
    "Der er spurgt før, og den adspurgte vidste det ikke.",
    "This was asked before, and whoever was asked did not know.",
)
DISPUTED = Text(
    "Det er sagt ulike ting om dette. Et svar til avgjør det ikke; de som er uenige, må bli enige.",
    "Der er sagt forskellige ting om dette. Endnu et svar afgør det ikke; de uenige skal blive enige.",
    "Different things were said of this. One more answer does not decide it; those who differ must agree.",
)
YES, NO = Text("Ja", "Ja", "Yes"), Text("Nei", "Nej", "No")
VALUE = Text("Svaret", "Svaret", "The answer")
ENTER = Text(
    "{answer}: før det inn i saken, under {register}. Det som står der, er med på å avgjøre {n}.",
    "{answer}: før det ind i sagen, under {register}. Det, der står der, er med til at afgøre {n}.",
    "{answer}: enter it in the case, under {register}. What stands there helps to decide {n}.",
)
ENTER_MAPPING = Text(
    "{answer}: da kan det komme fram flere faktorer. Det er med på å avgjøre {n}.",
    "{answer}: så kan flere faktorer komme frem. Det er med til at afgøre {n}.",
    "{answer}: then more factors may come to light. That helps to decide {n}.",
)
DECIDES = Text("{answer} avgjør {n}:", "{answer} afgør {n}:", "{answer} decides {n}:")
NO_DECISION = Text(
    "{answer} avgjør ikke noe alene. Med andre svar kan det bli: {outcomes}.",
    "{answer} afgør ikke noget alene. Med andre svar kan det blive: {outcomes}.",
    "{answer} decides nothing by itself. With other answers it may become: {outcomes}.",
)
BY_VALUE = Text("Hva svaret er, avgjør {n} alene:", "Hvad svaret er, afgør {n} alene:", "What the answer is decides {n} by itself:")
TOGETHER = Text(
    "Sammen med andre svar avgjør det {n}:", "Sammen med andre svar afgør det {n}:", "Together with other answers it decides {n}:"
)
RAISES = Text(
    "Kan ikke avgjøre, men ha noe å si for om dette må undersøkes ({n}):",
    "Kan ikke afgøre, men have betydning for, om dette skal undersøges ({n}):",
    "Can't decide, but has a bearing on whether this must be investigated ({n}):",
)
MORE = Text("og {n} til", "og {n} til", "and {n} more")
LEFT = Text(
    "{n} spørsmål til. Vis flere med --max.", "{n} spørgsmål til. Vis flere med --max.", "{n} more questions. Show more with --max."
)
SAME = Text(
    "Likt uansett svar (ingen spør mer om dette)",
    "Ens uanset svar (ingen spørger mere om dette)",
    "The same either way (nobody asks about these any more)",
)
BEYOND = Text(
    "{n} åpne utfall kan ingen svar avgjøre: en vurdering eller en ny handling må til, eller loven er ikke lest.",
    "{n} åbne udfald kan intet svar afgøre: der skal en vurdering eller en ny handling til, eller loven er ikke læst.",
    "Open outcomes that no answer can decide: {n}. They want a judgement or a new act, or the law was not read.",
)
NEEDLESS = Text(
    "Det spørres ikke om dette, for det kan bevislig ikke lenger endre noe utfall ({n} åpne opplysninger): {addresses}",
    "Der spørges ikke om dette, for det kan bevisligt ikke længere ændre noget udfald ({n} åbne oplysninger): {addresses}",
    "Not asked, since it provably can't change any outcome any more ({n} open items): {addresses}",
)
NOTE = Text(
    "Rekkefølge: først det som avgjør flest utfall alene, ja og nei lagt sammen; så det som er med på å avgjøre flest; "
    "så det letteste å svare på.",
    "Rækkefølge: først det, der afgør flest udfald alene, ja og nej lagt sammen; så det, der er med til at afgøre flest; "
    "så det letteste at svare på.",
    "Order: first what decides most outcomes by itself, yes and no added up; then what helps to decide most; "
    "then what is easiest to answer.",
)
WHOLE = Text("hele virksomheten", "hele virksomheden", "the whole undertaking")
OR = Text("eller", "eller", "or")
ONE_OUTCOME, OUTCOMES = Text("ett utfall", "ét udfald", "one outcome"), Text("{n} utfall", "{n} udfald", "{n} outcomes")


def outcomes(n: int) -> Text:
    """Say how many outcomes."""
    return ONE_OUTCOME if n == 1 else OUTCOMES.format(n=str(n))
