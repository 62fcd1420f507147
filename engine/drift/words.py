"""What a report of drift says, in three languages."""

from engine.text import Text

WORDS: dict[str, Text] = {
    "act": Text("{title} ({path}): {files}", "{title} ({path}): {files}", "{title} ({path}): {files}"),
    "read": Text("{count} enheter ble lest.", "{count} enheder blev læst.", "{count} units were read."),
    "standing": Text(
        "{found} av lovbasens {all} enheter har en grunnlinje{when}.",
        "{found} af lovbasens {all} enheder har en grundlinje{when}.",
        "{found} of {all} units of the law base have a baseline{when}.",
    ),
    "when": Text(", godtatt {days}", ", godtaget {days}", ", accepted {days}"),
    "from_to": Text("{first} til {last}", "{first} til {last}", "{first} to {last}"),
    "unnumbered": Text(
        "Uten kontrollert nummer: {count}; det som viser til dem, står der de antas å stå.",
        "Uden kontrolleret nummer: {count}; det, der henviser til dem, står, hvor de formodes at stå.",
        "Without a verified number: {count}; what cites them is listed where they are presumed to stand.",
    ),
    "missing": Text("Ikke i grunnlinjen: {places}.", "Ikke i grundlinjen: {places}.", "Not in the baseline: {places}."),
    "more": Text("{places} og {count} til", "{places} og {count} til", "{places} and {count} more"),
    "nothing_to_compare": Text(
        "Det er ingenting å sammenligne med. Er dette utgaven reglene bygger på, så registrer den:",
        "Der er intet at sammenligne med. Er dette den udgave, reglerne bygger på, så registrer den:",
        "There is nothing to compare with. If this is the edition that the rules rest on, record it:",
    ),
    "no_drift": Text("Ingenting er endret siden da.", "Intet er ændret siden da.", "Nothing has changed since then."),
    "left_alone": Text(
        "{count} enheter i grunnlinjen er ikke sammenlignet: de står i paragrafer som filene ikke har.",
        "{count} enheder i grundlinjen er ikke sammenlignet: de står i paragraffer, som filerne ikke har.",
        "{count} units of the baseline were not compared: they stand in sections that the files do not hold.",
    ),
    "concerns_nothing": Text("Ingenting i regelbasen viser til den.", "Intet i regelbasen henviser til den.",
                             "Nothing in the rule base cites it."),
    "with_part": Text("med én del", "med én del", "with one part"),
    "with_parts": Text("med {count} deler", "med {count} dele", "with {count} parts"),
    "scenarios": Text("{count} av {tries}: {where}", "{count} af {tries}: {where}", "{count} of {tries}: {where}"),
    "unplaced": Text(
        "IKKE FORSTÅTT: sammenlignet med paragrafen som helhet",
        "IKKE FORSTÅET: sammenlignet med paragraffen som helhed",
        "NOT UNDERSTOOD: compared with the section as a whole",
    ),
    "doubtful": Text(
        "LEST MED TVIL: et avsnitt etter en liste er lest som et eget ledd",
        "LÆST MED TVIVL: et afsnit efter en liste er læst som et selvstændigt stykke",
        "READ WITH DOUBT: a paragraph after a list was read as a paragraph of its own",
    ),
    "aside": Text("IKKE SAMMENLIGNET", "IKKE SAMMENLIGNET", "NOT COMPARED"),
    "sum": Text(
        "I alt: {changes}. Det angår {concerned}.", "I alt: {changes}. Det angår {concerned}.",
        "In all: {changes}. They concern {concerned}.",
    ),
    "sum_nothing": Text("I alt: {changes}. Ingenting i regelbasen viser til dem.", "I alt: {changes}. Intet i regelbasen henviser til dem.",
                        "In all: {changes}. Nothing in the rule base cites them."),
    "accepted": Text(
        "Godtatt: grunnlinjen har nå {count} enheter ({file}).", "Godtaget: grundlinjen har nu {count} enheder ({file}).",
        "Accepted: the baseline now has {count} units ({file}).",
    ),
    "same": Text(
        "Grunnlinjen er den samme som før; ingenting er skrevet.", "Grundlinjen er den samme som før; intet er skrevet.",
        "The baseline is the same as before; nothing was written.",
    ),
    "all": Text(
        "{found} av lovbasens {all} enheter har en grunnlinje.", "{found} af lovbasens {all} enheder har en grundlinje.",
        "{found} of {all} units of the law base have a baseline.",
    ),
    "how_to_begin": Text(
        "En grunnlinje registreres av den utgaven reglene bygger på:",
        "En grundlinje registreres af den udgave, reglerne bygger på:",
        "A baseline is recorded from the edition that the rules rest on:",
    ),
}

KIND_WORDS: dict[str, tuple[Text, Text, Text]] = {  # heading, one, several
    "changed": (Text("ENDRET", "ÆNDRET", "CHANGED"), Text("endret", "ændret", "changed"), Text("endret", "ændrede", "changed")),
    "moved": (Text("FLYTTET", "FLYTTET", "MOVED"), Text("flyttet", "flyttet", "moved"), Text("flyttet", "flyttede", "moved")),
    "new": (Text("NYTT", "NYT", "NEW"), Text("ny", "ny", "new"), Text("nye", "nye", "new")),
    "repealed": (Text("OPPHEVET", "OPHÆVET", "REPEALED"), Text("opphevet", "ophævet", "repealed"),
                 Text("opphevet", "ophævede", "repealed")),
}

HOW_WORDS: dict[str, Text] = {
    "itself": Text("viser til den", "henviser til den", "cites it"),
    "whole": Text("viser til helheten, {places}", "henviser til helheden, {places}", "cites the whole, {places}"),
    "part": Text("viser til en del den innleder, {places}", "henviser til en del, den indleder, {places}",
                  "cites a part it leads into, {places}"),
    "presumed": Text("viser til {places}, som kan stå her", "henviser til {places}, som kan stå her",
                      "cites {places}, which may stand here"),
    "unplaced": Text("viser til {places}, i samme paragraf", "henviser til {places}, i samme paragraf",
                      "cites {places}, in the same section"),
}

CITER_WORDS: dict[str, tuple[Text, Text, Text]] = {  # label, one, several
    "duty": (Text("plikt", "pligt", "duty"), Text("plikt", "pligt", "duty"), Text("plikter", "pligter", "duties")),
    "rule": (Text("regel", "regel", "rule"), Text("regel", "regel", "rule"), Text("regler", "regler", "rules")),
    "remark": (Text("merknad", "bemærkning", "remark"), Text("merknad", "bemærkning", "remark"),
               Text("merknader", "bemærkninger", "remarks")),
    "outlook": (Text("utsikt", "udsigt", "outlook"), Text("utsikt", "udsigt", "outlook"), Text("utsikter", "udsigter", "outlooks")),
    "scenario": (Text("scenarioer", "scenarier", "scenarios"), Text("scenario", "scenarie", "scenario"),
                 Text("scenarioer", "scenarier", "scenarios")),
    "document": (Text("dokumentkrav", "dokumentkrav", "document"), Text("dokumentkrav", "dokumentkrav", "demand on documents"),
                 Text("dokumentkrav", "dokumentkrav", "demands on documents")),
    "term": (Text("begrep", "begreb", "term"), Text("begrep", "begreb", "term"), Text("begreper", "begreber", "terms")),
    "alignment": (Text("sammenstilling", "sammenstilling", "alignment"), Text("sammenstilling", "sammenstilling", "alignment"),
                  Text("sammenstillinger", "sammenstillinger", "alignments")),
}

ASIDE_WORDS: dict[str, Text] = {
    "before": Text("før loven begynner", "før loven begynder", "before the act begins"),
    "contents": Text("innholdsfortegnelse", "indholdsfortegnelse", "list of contents"),
    "note": Text("endringsnoter og fotnoter", "ændringsnoter og fodnoter", "notes of amendments and footnotes"),
    "mark": Text("linjer med fotnotetegn, som er tatt ut", "linjer med fodnotetegn, som er taget ud",
                 "lines with marks of footnotes, which were taken out"),
    "repealed": Text("enheter som står som opphevet", "enheder, der står som ophævet", "units that stand as repealed"),
    "after": Text("etter at loven er slutt", "efter at loven er slut", "after the act has ended"),
}

PLACES: dict[str, Text] = {
    "chapter": Text("kapittel {number}", "kapitel {number}", "chapter {number}"),
    "above": Text("overskriften foran {place}", "overskriften foran {place}", "the heading above {place}"),
    "heading": Text("overskriften til {place}", "overskriften til {place}", "the heading of {place}"),
    "rest": Text("det som ikke ble forstått i {place}", "det, der ikke blev forstået i {place}", "what was not understood in {place}"),
    "stray": Text("det som ikke står i noen paragraf", "det, der ikke står i nogen paragraf", "what stands in no section"),
}

ROLE_WORDS: dict[str, Text] = {
    "legal_editor": Text("juridisk redaktør", "juridisk redaktør", "legal editor"),
    "second_reader": Text("annenleser", "andenlæser", "second reader"),
    "lawyer": Text("jurist", "jurist", "lawyer"),
    "maintainer": Text("vedlikeholder", "vedligeholder", "maintainer"),
}
COMMAND = "forsvarlig law drift --accept {files} --act {act} --role legal_editor"
