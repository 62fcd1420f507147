"""What reports say of disputes and interpretations, in three languages."""

from engine.text import Text

DISPUTES = Text(
    "Omstridt mellom arbeidsgiveren og verneombudet",
    "Omstridt mellem arbejdsgiveren og arbejdsmiljørepræsentanten",
    "Disputed between the employer and the safety representative",
)
ACCORDING = Text("ifølge {who}: {said}", "ifølge {who}: {said}", "according to {who}: {said}")
NOT_SETTLED = Text(
    "uavklart, også ut fra det {who} sier",
    "uafklaret, også ud fra det, {who} siger",
    "not settled, even by what {who} says",
)
HANGS = Text(
    "Avhenger av hvem som har rett ({n}):",
    "Afhænger af, hvem der har ret ({n}):",
    "Hangs on who is right ({n}):",
)
EITHER_WAY = Text(
    "Det samme uansett hvem som har rett ({n}):",
    "Det samme, uanset hvem der har ret ({n}):",
    "The same whoever is right ({n}):",
)
UNTOUCHED = Text(
    "De andre utfallene ({n}) bygger ikke på noe av dette.",
    "De andre udfald ({n}) bygger ikke på noget af dette.",
    "The other outcomes ({n}) rest on none of this.",
)
OF_ONE = Text("{word} etter det {who} opplyser", "{word} efter det, {who} oplyser", "{word} by what {who} states")
RESTS_ON = Text("bygger på {numbers}", "bygger på {numbers}", "rests on {numbers}")
NO_SUCH = Text("ikke aktuelt", "ikke relevant", "not applicable")
NONE = Text("Ingen.", "Ingen.", "None.")
VIEW = Text(
    "Vurdert slik {who} opplyser saken; det motparten sier imot, er holdt utenfor.",
    "Vurderet, som {who} oplyser sagen; det, modparten siger imod, er holdt uden for.",
    "Assessed as {who} states the case; what the other party says against it is set aside.",
)
ONLY_UNDER = Text(
    "Bare etter {name} ({source}). Uten den: {word}.",
    "Kun efter {name} ({source}). Uden den: {word}.",
    "Only under {name} ({source}). Without it: {word}.",
)
ONLY_WITHOUT = Text(
    "Bare uten {name} ({source}), som saken har valgt bort. Med den: {word}.",
    "Kun uden {name} ({source}), som sagen har fravalgt. Med den: {word}.",
    "Only without {name} ({source}), which the case leaves out. With it: {word}.",
)
UNDER_EVERY = Text("Det samme etter enhver tolkning.", "Det samme efter enhver fortolkning.", "Under every interpretation.")
