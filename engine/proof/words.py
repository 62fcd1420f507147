"""The fixed words of the readers, in three languages."""

from engine.text import Text

ANSWER = {
    "breach": Text(
        "Nei. {n} av arbeidsgiverens {total} plikter er brutt.",
        "Nej. {n} af arbejdsgiverens {total} pligter er overtrådt.",
        "No. {n} of the employer's {total} duties are breached.",
    ),
    "investigate": Text(
        "Det må undersøkes. Ingen plikt er brutt for sikkert, men {n} av {total} gir grunn til å undersøke.",
        "Det skal undersøges. Ingen pligt er med sikkerhed overtrådt, men {n} af {total} giver grund til at undersøge.",
        "It must be investigated. No duty is breached for certain, but {n} of {total} give reason to investigate.",
    ),
    "unknown": Text(
        "Det er ikke avklart. Ingen plikt er brutt for sikkert, men {n} av arbeidsgiverens {total} plikter kan ikke avgjøres ennå.",
        "Det er ikke afklaret. Ingen pligt er med sikkerhed overtrådt, men {n} af arbejdsgiverens {total} pligter kan ikke afgøres endnu.",
        "It is not settled. No duty is breached for certain, but {n} of the employer's {total} duties cannot be decided yet.",
    ),
    "met": Text(
        "Ja, etter det saken viser: hver plikt som gjelder, er oppfylt ({n} av {total}).",
        "Ja, efter det, sagen viser: hver pligt, der gælder, er opfyldt ({n} af {total}).",
        "Yes, by what the case shows: every duty that applies is met ({n} of {total}).",
    ),
    "not_applicable": Text("Ingen av pliktene gjelder.", "Ingen af pligterne gælder.", "None of the duties applies."),
}
PART = Text(
    "Her vises bare en del av vurderingen; hele vurderingen svarer på spørsmålet.",
    "Her vises kun en del af vurderingen; hele vurderingen svarer på spørgsmålet.",
    "Only a part of the assessment is shown here; the whole of it answers the question.",
)
QUESTION = Text("Er vi i samsvar med reglene?", "Overholder vi reglerne?", "Are we compliant?")
FACTS_OF = Text(
    "Fakta per {date}, loven per {law}.",
    "Fakta pr. {date}, loven pr. {law}.",
    "Facts as of {date}, under the law of {law}.",
)
FICTIONAL = Text("Oppdiktet eksempel.", "Opdigtet eksempel.", "Fictional example.")
BASIS = {
    "documents": Text("Saken bygger på dokumenter.", "Sagen bygger på dokumenter.", "The case rests on documents."),
    "interview": Text("Saken bygger på samtaler.", "Sagen bygger på samtaler.", "The case rests on interviews."),
}
COUNTS = {
    "breach": Text("brutt: {n}", "overtrådt: {n}", "breached: {n}"),
    "investigate": Text("må undersøkes: {n}", "skal undersøges: {n}", "to investigate: {n}"),
    "unknown": Text("uavklart: {n}", "uafklaret: {n}", "unknown: {n}"),
    "met": Text("oppfylt: {n}", "opfyldt: {n}", "met: {n}"),
    "not_applicable": Text("ikke aktuelt: {n}", "ikke relevant: {n}", "not applicable: {n}"),
}
REGIME = {"no": Text("Norge", "Norge", "Norway"), "dk": Text("Danmark", "Danmark", "Denmark")}
HEADINGS = {
    "breach": Text("Brudd", "Brud", "Breached"),
    "investigate": Text("Må undersøkes", "Skal undersøges", "To investigate"),
    "unknown": Text("Uavklart", "Uafklaret", "Unknown"),
    "met": Text("Oppfylt", "Opfyldt", "Met"),
    "not_applicable": Text("Ikke aktuelt", "Ikke relevant", "Not applicable"),
}
REQUIRED = Text("Loven, med våre ord: {law}", "Loven, med vores ord: {law}", "The law, in our words: {law}")
WHERE = Text("Gjelder: {units}", "Gælder: {units}", "Where: {units}")
WHOLE = Text("hele virksomheten", "hele virksomheden", "the whole undertaking")
OTHERS = Text("Plikter som ligger på andre", "Pligter, der påhviler andre", "Duties of others")
REMARKS = Text("Merknader (ikke brudd)", "Bemærkninger (ikke brud)", "Remarks (not breaches)")
FORCE = {
    "law": Text("lov", "lov", "law"),
    "guidance": Text("veiledning", "vejledning", "guidance"),
    "habit": Text("vane", "vane", "habit"),
}
OUTLOOK = Text(
    "Utsikt: ikke en spådom om hva tilsynet vil gjøre",
    "Udsigt: ikke en forudsigelse af, hvad tilsynet vil gøre",
    "Outlook: not a prediction of what the authority will do",
)
OUTLOOK_OPEN = Text(
    "Kan også bli aktuelt, avhengig av svar som mangler",
    "Kan også blive relevant, afhængigt af svar, der mangler",
    "Could also become relevant, depending on answers that are missing",
)
DEPENDS_ON = Text("Det avhenger av: {questions}", "Det afhænger af: {questions}", "It depends on: {questions}")
MORE_QUESTIONS = Text("(flere spørsmål: {n})", "(flere spørgsmål: {n})", "(more questions: {n})")
REACTIONS = Text(
    "Reaksjoner som kildene knytter til slike forhold: {reactions}.",
    "Reaktioner, som kilderne knytter til sådanne forhold: {reactions}.",
    "Reactions that the sources connect with such facts: {reactions}.",
)
CONFIDENCE = {
    "read": Text("lest", "læst", "read"),
    "read_in_part": Text("delvis lest", "delvist læst", "read in part"),
    "inferred": Text("utledet, ikke lest", "udledt, ikke læst", "inferred, not read"),
}
NOT_IN_FORCE = Text(
    "Ikke i kraft den dagen: {units}.", "Ikke i kraft den dag: {units}.", "Not in force that day: {units}."
)
CHAPTER = Text("{act} kapittel {number}", "{act} kapitel {number}", "{act}, chapter {number}")
NOT_ENCODED = Text(
    "{n} plikter er uavklart bare fordi loven av den dagen ikke er lagt inn.",
    "{n} pligter er uafklarede, alene fordi loven af den dag ikke er lagt ind.",
    "{n} duties are unknown only because the law of that day is not encoded.",
)
STRENGTH = {
    "documented": Text("dokumentert", "dokumenteret", "documented"),
    "stated": Text("opplyst, ikke dokumentert", "oplyst, ikke dokumenteret", "stated, not documented"),
    "judged": Text("bygger på egenvurdering", "bygger på egenvurdering", "rests on the undertaking's own judgement"),
    "inferred": Text("utledet", "udledt", "inferred"),
}
ASSIST = Text(
    "Ikke juridisk rådgivning. Oppfylt betyr at de navngitte elementene er der; om de er tilstrekkelige, er ikke vurdert.",
    "Ikke juridisk rådgivning. Opfyldt betyder, at de nævnte elementer er der; om de er tilstrækkelige, er ikke vurderet.",
    "Not legal advice. Met means that the named elements are there; whether they suffice was not judged.",
)
MORE = Text(
    "Mer: --detail full (hver plikt og enhet), --detail all (hele begrunnelsen), forsvarlig explain {file} PLIKT",
    "Mere: --detail full (hver pligt og enhed), --detail all (hele begrundelsen), forsvarlig explain {file} PLIGT",
    "More: --detail full (each duty and unit), --detail all (the whole proof), forsvarlig explain {file} DUTY",
)
AND_MORE = Text("… og {n} til (--detail full)", "… og {n} mere (--detail full)", "… and {n} more (--detail full)")
NUMBER_UNVERIFIED = Text("nummeret er ikke bekreftet", "nummeret er ikke bekræftet", "number not verified")
CONTENT = {
    "read_in_part": Text(
        "lovteksten er bare delvis lest", "lovteksten er kun delvist læst", "the text of the law was read in part"
    ),
    "inferred": Text(
        "lovteksten er ikke lest; innholdet er utledet",
        "lovteksten er ikke læst; indholdet er udledt",
        "the text of the law was not read; its content is inferred",
    ),
}
LAW_READ = Text("Loven er sist lest {day}.", "Loven er sidst læst {day}.", "The legal texts were last read on {day}.")
NAMES_OF_PARTS = {
    "applies": Text("Gjelder plikten?", "Gælder pligten?", "Does the duty apply?"),
    "breach": Text("Er noe brutt?", "Er noget overtrådt?", "Is anything breached?"),
    "met": Text("Er kravene oppfylt?", "Er kravene opfyldt?", "Are the requirements met?"),
    "suspicion": Text("Er det grunn til mistanke?", "Er der grund til mistanke?", "Is there reason for suspicion?"),
}
NOTHING_FITS = Text("ingenting oppfyller dette", "intet opfylder dette", "nothing fits this")
N_OTHERS = Text("andre uten betydning her: {n}", "andre uden betydning her: {n}", "others that do not matter here: {n}")
OF_WHAT_IS_SHOWN = Text(
    "av det saken viser: {clause}", "af det, sagen viser: {clause}", "as far as the case shows: {clause}"
)
UNSEEN = Text("Det kan finnes {what}.", "Der kan findes {what}.", "There may be {what}.")
IN_FORCE = Text("bestemmelsen er i kraft", "bestemmelsen er i kraft", "the provision is in force")
MAYBE_IN_FORCE = Text(
    "det er ikke avklart om bestemmelsen gjelder for dette",
    "det er ikke afklaret, om bestemmelsen gælder for dette",
    "it is not settled whether the provision applies to this",
)
LAW_UNREAD = Text(
    "loven slik den var den {day}, er ikke lagt inn",
    "loven, som den var den {day}, er ikke lagt ind",
    "the law as it was on {day} is not encoded",
)
NOT_IN_FORCE_NODE = Text(
    "bestemmelsen er ikke i kraft for dette",
    "bestemmelsen er ikke i kraft for dette",
    "the provision is not in force for this",
)
DOCUMENTS_LACK = Text(
    "{n} dokumenter har mangler (forsvarlig documents {file})",
    "{n} dokumenter har mangler (forsvarlig documents {file})",
    "{n} documents are incomplete (forsvarlig documents {file})",
)
