"""The words around what an editor shows of a provision, a term, a sentence or a part, in three languages."""

from engine.language.keywords import keywords
from engine.text import LANGUAGES, Text

WORDS: dict[str, Text] = {
    "nb": Text("Norsk", "Norsk", "Norwegian"),
    "da": Text("Dansk", "Dansk", "Danish"),
    "en": Text("Engelsk", "Engelsk", "English"),
    "in_sentence": Text("I setninger", "I sætninger", "In sentences"),
    "collections": Text("Samlinger", "Samlinger", "Collections"),
    "members": Text("Begreper", "Begreber", "Concepts"),
    "versions": Text("Andre utgaver", "Andre udgaver", "Other versions"),
    "cited_by": Text("Vises til av", "Henvises til af", "Cited by"),
    "source": Text("Kilde", "Kilde", "Source"),
    "values": Text("Verdier", "Værdier", "Values"),
    "provisions": Text("Hjemmel", "Hjemmel", "Basis"),
    "valid": Text("Gyldig", "Gyldig", "Valid"),
    "scenarios": Text("Scenarier", "Scenarier", "Scenarios"),
    "concludes": Text("Slutter", "Slutter", "Concludes"),
    "variable": Text("{name} er {what}.", "{name} er {what}.", "{name} is {what}."),
    "stated": Text("Oppgis i saken.", "Oplyses i sagen.", "Stated in the case."),
    "field": Text("Oppgis i saken, i feltet {field}.", "Oplyses i sagen, i feltet {field}.", "Stated in the case, in the field {field}."),
    "computed": Text("Regnes ut av saken selv.", "Beregnes ud fra sagen selv.", "Computed from the case itself."),
    "derived": Text("Utledes av {rules}.", "Udledes af {rules}.", "Derived by {rules}."),
    "unconcluded": Text(
        "Utledes, men ingen regel slutter det.", "Udledes, men ingen regel slutter det.", "Derived, but no rule concludes it."
    ),
    "and_more": Text("og {count} til", "og {count} til", "and {count} more"),
    "until": Text("fra {first} til {last}", "fra {first} til {last}", "from {first} until {last}"),
    "from": Text("fra {first}", "fra {first}", "from {first}"),
    "inferred": Text(
        "Kilden er ikke lest; dette er sluttet.", "Kilden er ikke læst; dette er udledt.", "The source was not read; this is inferred."
    ),
    "closes": Text("lukker «{keyword}» på linje {line}", "lukker «{keyword}» på linje {line}", "closes “{keyword}” on line {line}"),
}

UNITS: dict[str, Text] = {
    "count": Text("", "", ""),
    **{
        unit: Text(*(keywords(language)[unit.upper()] for language in LANGUAGES))
        for unit in ("days", "weeks", "months", "years")
    },
}
