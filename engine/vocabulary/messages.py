"""What ``check`` says about an ontology, in three languages."""

from engine.text import Language, Text

MESSAGES = {
    "missing-text": Text(
        "{what} mangler på {language}",
        "{what} mangler på {language}",
        "{what} is missing in {language}",
    ),
    "phrase-start": Text(
        "{what} må begynne med {{s}}",
        "{what} skal begynde med {{s}}",
        "{what} must begin with {{s}}",
    ),
    "phrase-slots": Text(
        "{what} har feil plassholdere: {{s}} og {{o}} skal stå én gang hver der det trengs",
        "{what} har forkerte pladsholdere: {{s}} og {{o}} skal stå én gang hver, hvor det er nødvendigt",
        "{what} has the wrong slots: {{s}} and {{o}} stand once each where they are needed",
    ),
    "flag-with-object": Text(
        "{what} har {{o}}, men egenskapen har ikke noe objekt",
        "{what} har {{o}}, men egenskaben har intet objekt",
        "{what} has {{o}}, but the property has no object",
    ),
    "link-without-object": Text(
        "{what} mangler {{o}}",
        "{what} mangler {{o}}",
        "{what} lacks {{o}}",
    ),
    "keyword-in-phrase": Text(
        "{what} inneholder nøkkelordet «{other}»",
        "{what} indeholder nøgleordet »{other}«",
        "{what} holds the keyword “{other}”",
    ),
    "same-phrase": Text(
        "{what} leses likt som {other}",
        "{what} læses på samme måde som {other}",
        "{what} reads the same as {other}",
    ),
    "label-clash": Text(
        "{what} har samme navn som {other}",
        "{what} har samme navn som {other}",
        "{what} has the same name as {other}",
    ),
    "unknown-name": Text(
        "{what} viser til {other}, som ikke finnes",
        "{what} henviser til {other}, som ikke findes",
        "{what} refers to {other}, which doesn't exist",
    ),
    "field-owners": Text(
        "{what} er felt for både {other}",
        "{what} er felt for både {other}",
        "{what} is the field of both {other}",
    ),
    "evidence-decides": Text(
        "{what} hører til {other}, som bare reiser spørsmål: egenskapen må være en detalj",
        "{what} hører til {other}, som kun rejser spørgsmål: egenskaben skal være en detalje",
        "{what} belongs to {other}, which only raises questions: the property must be a detail",
    ),
    "bad-instrument": Text(
        "skjemaet {what} er feil satt opp: {other}",
        "skemaet {what} er forkert sat op: {other}",
        "the instrument {what} is set up wrongly: {other}",
    ),
    "register-owners": Text(
        "{what} er register for både {other}",
        "{what} er register for både {other}",
        "{what} is the register of both {other}",
    ),
    "detail-with-phrase": Text(
        "{what} er en detalj og skal ikke ha setninger",
        "{what} er en detalje og skal ikke have sætninger",
        "{what} is a detail and must have no phrases",
    ),
    "nobody-asked": Text(
        "{what} er noe brukeren svarer på, men ingen rolle er spurt",
        "{what} er noget, brugeren svarer på, men ingen rolle er spurgt",
        "{what} is something the user answers, but no role is asked",
    ),
    "id-clash": Text(
        "{what} er brukt om flere slags ting",
        "{what} er brugt om flere slags ting",
        "{what} names things of several kinds",
    ),
}

LANGUAGE_NAMES: dict[Language, Text] = {
    "nb": Text("bokmål", "bokmål", "Norwegian"),
    "da": Text("dansk", "dansk", "Danish"),
    "en": Text("engelsk", "engelsk", "English"),
}
