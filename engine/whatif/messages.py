"""What is said when something can't be supposed, in three languages; the rest is said as of a case file (``engine.case.messages``)."""

from engine.case.messages import Message
from engine.text import Text

NO_VALUE = Message("supposition-without-value", Text(
    "«{given}» har ingen verdi.", "»{given}« har ingen værdi.", "“{given}” has no value."), Text(
    "Skriv ADRESSE=VERDI, for eksempel {example}=yes.", "Skriv ADRESSE=VÆRDI, for eksempel {example}=yes.",
    "Write ADDRESS=VALUE, for example {example}=yes."))
NO_ADDRESS = Message("not-an-address", Text(
    "«{given}» er ingen adresse.", "»{given}« er ingen adresse.", "“{given}” is no address."), Text(
    "En adresse er enhet/spørsmål, enhet/spørsmål/hva, oppføring/felt eller enhet/register.",
    "En adresse er enhed/spørgsmål, enhed/spørgsmål/hvad, post/felt eller enhed/register.",
    "An address is unit/question, unit/question/what, entry/field or unit/register."))
UNKNOWN_PART = Message("unknown-address", Text(
    "{what} har ikke noe som heter «{key}».", "{what} har ikke noget, der hedder »{key}«.", "{what} has nothing called “{key}”."))
UNKNOWN_OBJECT = Message("unknown-object", Text(
    "«{key}» kan ikke gjelde «{given}».", "»{key}« kan ikke gælde »{given}«.", "“{key}” can't be about “{given}”."))
WANTS_ANSWER = Message("not-an-answer", Text(
    "«{value}» er ikke noe svar på «{address}».", "»{value}« er ikke noget svar på »{address}«.",
    "“{value}” is no answer to “{address}”."))
NOT_COMPLETE = Message("not-complete-or-open", Text(
    "Et register er complete eller open, ikke «{value}».", "Et register er complete eller open, ikke »{value}«.",
    "A register is complete or open, not “{value}”."))
TWICE = Message("supposed-twice", Text(
    "«{address}» står to ganger.", "»{address}« står to gange.", "“{address}” stands twice."), Text(
    "Behold det ene.", "Behold det ene.", "Keep one of them."))
AT_ODDS = Message("suppositions-at-odds", Text(
    "«{one}» og «{two}» kan ikke stemme sammen: det ene følger av det andre.",
    "»{one}« og »{two}« kan ikke passe sammen: det ene følger af det andet.",
    "“{one}” and “{two}” can't both be: one follows from the other."))
CANT_REMOVE = Message("cant-be-removed", Text(
    "«{id}» kan ikke tas bort: saken må ha en virksomhet og minst én enhet.",
    "»{id}« kan ikke fjernes: sagen skal have en virksomhed og mindst én enhed.",
    "“{id}” can't be taken away: a case needs an undertaking and at least one unit."))
REQUIRED = Message("field-is-required", Text(
    "«{address}» kan ikke tas bort: feltet må fylles ut.", "»{address}« kan ikke fjernes: feltet skal udfyldes.",
    "“{address}” can't be unset: the field must be filled in."))
NOTHING_SUPPOSED = Message("nothing-supposed", Text(
    "Ingenting er antatt.", "Intet er antaget.", "Nothing is supposed."), Text(
    "Skriv minst én --set ADRESSE=VERDI, --unset ADRESSE eller --date DAG.",
    "Skriv mindst én --set ADRESSE=VÆRDI, --unset ADRESSE eller --date DAG.",
    "Write at least one --set ADDRESS=VALUE, --unset ADDRESS or --date DAY."))
