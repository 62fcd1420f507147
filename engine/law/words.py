"""The words printed around what the law base holds: labels, statuses and confidence in three languages."""

from engine.text import Text

WORDS: dict[str, Text] = {
    "interval": Text("I kraft", "I kraft", "In force"),
    "from": Text("fra {first}", "fra {first}", "from {first}"),
    "from_to": Text("fra {first} til {last}", "fra {first} til {last}", "from {first} to {last}"),
    "status": Text("Type", "Type", "Kind"),
    "says": Text("Med våre ord", "Med vores ord", "In our words"),
    "because": Text("Ikke modellert", "Ikke modelleret", "Not modelled"),
    "note": Text("Merk", "Bemærk", "Note"),
    "confidence": Text("Hvor sikkert", "Hvor sikkert", "How sure"),
    "source": Text("Kilde", "Kilde", "Source"),
    "source_line": Text("{key} – {title}, lest {date}", "{key} – {title}, læst {date}", "{key} – {title}, read {date}"),
    "eli": Text("ELI for loven", "ELI for loven", "ELI of the act"),
    "inferred_eli": Text("utledet av mønsteret, ikke kontrollert", "udledt af mønstret, ikke kontrolleret",
                         "built after the pattern, not checked"),
    "predecessor": Text("Forgjenger", "Forgænger", "Predecessor"),
    "successor": Text("Etterfølger", "Efterfølger", "Successor"),
    "cited_as": Text("Sitert før som", "Tidligere citeret", "Cited before as"),
    "quote_law": Text("Lovens ord", "Lovens ord", "Words of the law"),
    "quote_authority": Text("Arbeidstilsynet", "Arbeidstilsynet", "Arbeidstilsynet"),
    "parts": Text("Deler:", "Dele:", "Parts:"),
    "versions": Text("Utgaver i lovbasen:", "Udgaver i lovbasen:", "Versions in the law base:"),
    "unknown": Text("Lovbasen har ingen bestemmelse «{asked}».", "Lovbasen har ingen bestemmelse »{asked}«.",
                    "The law base has no provision “{asked}”."),
    "meant": Text("Mente du en av disse?", "Mente du en af disse?", "Did you mean one of these?"),
    "bad_date": Text("«{date}» er ingen dato; skriv den slik: 2026-06-30.",
                     "»{date}« er ikke en dato; skriv den sådan: 2026-06-30.",
                     "“{date}” is no date; write it like this: 2026-06-30."),
    "read_until": Text("Loven ble sist lest {date}; senere endringer er ikke kjent. Her er teksten av den dagen.",
                       "Loven blev senest læst {date}; senere ændringer er ikke kendt. Her er teksten fra den dag.",
                       "The law was last read on {date}; later changes are not known. This is the text of that day."),
    "act": Text("lov", "lov", "act"),
    "chapter": Text("kapittel", "kapitel", "chapter"),
    "chapter_short": Text("kap. {chapter}", "kap. {chapter}", "ch. {chapter}"),
    "units": Text("enheter", "enheder", "units"),
    "with_duty": Text("med regel", "med regel", "with a rule"),
    "sum": Text("{units} enheter i alt. {with_duty} av {duties} enheter som er plikter, har en regel.",
                "{units} enheder i alt. {with_duty} af {duties} enheder, der er pligter, har en regel.",
                "{units} units in all. {with_duty} of {duties} units that are duties have a rule."),
    "version": Text("{place} (utgaven {interval})", "{place} (udgaven {interval})", "{place} (version {interval})"),
    "no_duty": Text("Plikter uten regel i {place}:",
                    "Pligter uden regel i {place}:", "Duties without a rule in {place}:"),
    "rows_without_unit": Text("Rader i inventaret uten enhet:", "Rækker i inventaret uden enhed:",
                              "Rows of the inventory without a unit:"),
    "units_without_row": Text("Enheter uten rad i inventaret:", "Enheder uden række i inventaret:",
                              "Units without a row in the inventory:"),
    "unknown_citations": Text("Regler viser til bestemmelser som ikke finnes i lovbasen:",
                              "Regler henviser til bestemmelser, som ikke findes i lovbasen:",
                              "Rules cite provisions that the law base does not have:"),
    "meets": Text("Hver rad i inventaret har en enhet, og hver enhet en rad.",
                  "Hver række i inventaret har en enhed, og hver enhed en række.",
                  "Every row of the inventory has a unit, and every unit a row."),
}

# The words that a citation is made of.
PLACE_WORDS: dict[str, Text] = {
    "section": Text("§", "§", "section"),
    "sections": Text("§§", "§§", "sections"),
    "annex": Text("vedlegg", "bilag", "Annex"),
    "list": Text("liste", "liste", "list"),
    "letter": Text("bokstav", "litra", "letter"),
    "ledd": Text("{number} ledd", "stk. {number}", "{number} paragraph"),
    "nr": Text("nr.", "nr.", "no."),
    "or": Text("eller", "eller", "or"),
    "presumed": Text("antatt § {number}", "formodentlig § {number}", "presumably section {number}"),
}

# Keys: the kind and the why of engine.law.model.Standing.
ABSENT_WORDS: dict[str, Text] = {
    "not_in_force_not_yet": Text("Bestemmelsen gjaldt ikke {date}; den trådte i kraft {first}.",
                                 "Bestemmelsen gjaldt ikke den {date}; den trådte i kraft den {first}.",
                                 "The provision was not in force on {date}; it came into force on {first}."),
    "not_in_force_repealed": Text("Bestemmelsen gjaldt ikke {date}; den gjaldt til og med {last}.",
                                  "Bestemmelsen gjaldt ikke den {date}; den gjaldt til og med den {last}.",
                                  "The provision was not in force on {date}; it was in force until {last} inclusive."),
    "not_encoded_before_known": Text(
        "Loven slik den var {date}, er ikke kodet; denne teksten er kjent fra {first}. "
        "Om den gjaldt før, er ikke undersøkt.",
        "Loven, som den var den {date}, er ikke kodet; denne tekst er kendt fra den {first}. "
        "Om den gjaldt før, er ikke undersøgt.",
        "The law as it was on {date} is not encoded; this text is known from {first}. "
        "Whether it applied before was not looked into."),
    "not_encoded_after_known": Text(
        "Loven slik den er {date}, er ikke kodet; den ble sist lest {known}.",
        "Loven, som den er den {date}, er ikke kodet; den blev senest læst den {known}.",
        "The law as it is on {date} is not encoded; it was last read on {known}."),
}

STATUS_WORDS: dict[str, Text] = {
    "duty": Text("plikt", "pligt", "duty"),
    "rule": Text("regel", "regel", "rule"),
    "right": Text("rett", "ret", "right"),
    "definition": Text("definisjon", "definition", "definition"),
    "exception": Text("unntak", "undtagelse", "exception"),
    "example_list": Text("eksempelliste", "eksempelliste", "list of examples"),
    "competence": Text("hjemmel for forskrift", "hjemmel til forskrift", "power to make regulations"),
    "sanction": Text("reaksjon", "sanktion", "sanction"),
    "procedure": Text("saksbehandling", "sagsbehandling", "procedure"),
    "guidance": Text("veiledning", "vejledning", "guidance"),
    "addressed_to_others": Text("rettet til andre enn arbeidsgiveren", "rettet til andre end arbejdsgiveren",
                                "addressed to others than the employer"),
    "not_modelled": Text("ikke modellert", "ikke modelleret", "not modelled"),
}

CONTENT_WORDS: dict[str, Text] = {
    "read": Text("innholdet er lest", "indholdet er læst", "the content was read"),
    "read_in_part": Text("innholdet er bare lest i deler", "indholdet er kun læst i dele",
                         "the content was read only in part"),
    "inferred": Text("innholdet er sluttet, ikke lest", "indholdet er udledt, ikke læst",
                     "the content is inferred, not read"),
}

NUMBER_WORDS: dict[str, Text] = {
    "verified": Text("nummeret er kontrollert", "nummeret er kontrolleret", "the number is verified"),
    "unverified": Text("nummeret er ikke kontrollert", "nummeret er ikke kontrolleret", "the number is not verified"),
}
