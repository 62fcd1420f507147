"""What can be wrong with a scenario file or the list of surviving mutants, in three languages."""

from engine.errors import Problem
from engine.text import Text

PROBLEMS = {
    "not-scenarios": Text(
        "Dette er ikke scenarioer: {given}.", "Dette er ikke scenarier: {given}.", "These are not scenarios: {given}.",
    ),
    "unknown-key": Text(
        "Nøkkelen «{given}» hører ikke hjemme her.", "Nøglen «{given}» hører ikke hjemme her.", "The key “{given}” doesn't belong here.",
    ),
    "missing-key": Text("Scenariet mangler «{given}».", "Scenariet mangler «{given}».", "The scenario lacks “{given}”."),
    "tries-nothing": Text(
        "Ingen plikt, regel, merknad eller utsikt heter «{given}».", "Ingen pligt, regel, bemærkning eller udsigt hedder «{given}».",
        "No duty, rule, remark or outlook is called “{given}”.",
    ),
    "no-such-outcome": Text("«{given}» er ikke et utfall her.", "«{given}» er ikke et udfald her.", "“{given}” is not an outcome here."),
    "no-such-scope": Text(
        "Saken har ikke noe som heter «{given}».", "Sagen har intet, som hedder «{given}».", "The case has nothing called “{given}”.",
    ),
    "no-such-statement": Text(
        "«{given}» er ikke noe utsagn.", "«{given}» er ikke noget udsagn.", "“{given}” is not a statement.",
    ),
    "not-a-date": Text("«{given}» er ikke en dato.", "«{given}» er ikke en dato.", "“{given}” is not a date."),
    "same-name": Text("To scenarioer heter «{given}».", "To scenarier hedder «{given}».", "Two scenarios are called “{given}”."),
    "not-utf-8": Text(
        "Filen er ikke skrevet i UTF-8: {given}.", "Filen er ikke skrevet i UTF-8: {given}.", "The file isn't UTF-8: {given}.",
    ),
    "listed-twice": Text(
        "Mutanten «{given}» står to ganger.", "Mutanten «{given}» står to gange.", "The mutant “{given}” is listed twice.",
    ),
    "no-such-mutant": Text(
        "Ingen mutant heter «{given}» lenger: regelen er endret. Se om grunnen fortsatt holder.",
        "Ingen mutant hedder længere «{given}»: reglen er ændret. Se, om grunden stadig holder.",
        "No mutant is called “{given}” any more: the rule was changed. See whether the reason still holds.",
    ),
    "is-killed": Text(
        "Mutanten «{given}» blir drept av et scenario, og skal ikke stå i listen.",
        "Mutanten «{given}» bliver dræbt af et scenarie og skal ikke stå på listen.",
        "The mutant “{given}” is killed by a scenario, and doesn't belong in the list.",
    ),
}


def problem(file: str, line: int, code: str, given: str) -> Problem:
    """Make a problem of a scenario file or of the list."""
    return Problem(file, line, 1 if line else 0, code, PROBLEMS[code].format(given=given))
