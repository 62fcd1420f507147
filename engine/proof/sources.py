"""Where something is known from, in words: the document and place, who stated it, or who says that a register is complete."""

from engine.case.facts import Said
from engine.case.model import Case
from engine.proof.names import Names
from engine.text import Text
from engine.vocabulary.phrases import AND

STATED = Text("opplyst av {who}", "oplyst af {who}", "stated by {who}")
COMPLETE = Text(
    "registeret er komplett ifølge {who}, per {day}",
    "registret er komplet ifølge {who}, pr. {day}",
    "the register is complete according to {who}, as of {day}",
)
PAPER = Text(
    "saken bygger på dokumenter; mer er ikke lagt fram per {day}",
    "sagen bygger på dokumenter; mere er ikke fremlagt pr. {day}",
    "the case rests on documents; nothing more had been presented by {day}",
)
DISPUTED = Text("omstridt mellom {who}", "omstridt mellem {who}", "disputed between {who}")
INDUSTRY = Text(
    "etter næringskoden {code}, opplyst av {who}, og listen i forskriften",
    "efter branchekoden {code}, oplyst af {who}, og listen i den norske forskrift",
    "by the industry code {code}, stated by {who}, and the list of the regulations",
)
BECAUSE = Text("begrunnet: {because}", "begrundet: {because}", "reason given: {because}")
DONT_KNOW = Text("{who} vet ikke", "{who} ved det ikke", "{who} does not know")
SHORT = Text("{title}, {place}", "{title}, {place}", "{title}, {place}")
SUPPOSED = Text("en antakelse", "en antagelse", "supposed")


def source_text(said: Said | None, case: Case, names: Names) -> str:
    """Write where a statement comes from; empty where nobody said anything."""
    if said is None:
        return ""
    language = names.language
    who = ", ".join(names.of(role) for role in said.who)
    if said.how == "supposed":
        return SUPPOSED.in_(language)
    if said.how == "complete":
        return COMPLETE.in_(language).format(who=who, day=said.as_of)
    if said.how == "paper_closed":
        return PAPER.in_(language).format(day=said.as_of)
    if said.how == "industry_code":
        return INDUSTRY.in_(language).format(code=said.because, who=who)
    if said.how == "disputed":
        return DISPUTED.in_(language).format(who=f" {AND.in_(language)} ".join(names.of(role) for role in said.who))
    if said.how == "dont_know":
        return DONT_KNOW.in_(language).format(who=who)
    parts = [_place(document.document, document.place, case) for document in said.evidence]
    if not parts and who and said.how not in ("computed", "derived", "stand_in", "not_asked"):
        parts = [STATED.in_(language).format(who=who)]
    if said.because:
        parts.append(BECAUSE.in_(language).format(because=said.because))
    return "; ".join(parts)


def _place(document: str, place: str | None, case: Case) -> str:
    entry = case.entries.get(document)
    title = f"{document} {entry.title}" if entry and entry.title else document
    return SHORT.in_("nb").format(title=title, place=place) if place else title
