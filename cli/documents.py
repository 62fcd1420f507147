"""``forsvarlig documents CASE``: what each document lacks, which provision wants it, and what to ask."""

import argparse
import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.assess import REGIMES
from cli.common import EXAMPLE_FORMAT, add_language, add_rules, load_rulebase, reading_with_rules
from engine.text import Language, Text

if TYPE_CHECKING:
    from engine.case.model import Case
    from engine.documents.findings import Finding, Unread
    from engine.law.model import LawBase

SCHEMA = "forsvarlig/documents/1"
WIDTH, LABEL = 110, 15
WORDS = {  # what a finding is called, worst first: one and several
    "violation": (Text("avvik", "mangel", "deficiency"), Text("avvik", "mangler", "deficiencies")),
    "open": (Text("uavklart", "uafklaret", "open"), Text("uavklarte", "uafklarede", "open")),
    "warning": (Text("anbefaling", "anbefaling", "recommendation"),
                Text("anbefalinger", "anbefalinger", "recommendations")),
    "question": (Text("spørsmål", "spørgsmål", "question"), Text("spørsmål", "spørgsmål", "questions")),
    "info": (Text("merknad", "bemærkning", "note"), Text("merknader", "bemærkninger", "notes")),
}
HEAD = Text("Dokumentene til {name}, etter loven {date}", "Dokumenterne fra {name}, efter loven {date}",
            "The documents of {name}, under the law of {date}")
FICTIONAL = Text("oppdiktet", "opdigtet", "fictional")
MAYBE = Text("Mulig mangel: {message}", "Mulig mangel: {message}", "Possibly lacking: {message}")
NOTHING = Text("Ingenting å bemerke i det som er undersøkt.", "Intet at bemærke i det, der er undersøgt.",
               "Nothing to remark in what was checked.")
OPEN = Text(
    "Uavklart: det er ikke noe dokument, det er ikke gjengitt i sin helhet, eller saken lar spørsmålet stå åpent.",
    "Uafklaret: der er intet dokument, det er ikke gengivet i sin helhed, eller sagen lader spørgsmålet stå åbent.",
    "Open: there is no document, it was not transcribed in full, or the case leaves the question open.",
)
NO_SHAPES = {
    "no": Text("For norsk rett er ingen krav til dokumenter lagt inn.", "For norsk ret er der ikke lagt krav til dokumenter ind.",
               "No requirements of documents are encoded for Norwegian law."),
    "dk": Text("For dansk rett er ingen krav til dokumenter lagt inn.", "For dansk ret er der ikke lagt krav til dokumenter ind.",
               "No requirements of documents are encoded for Danish law."),
}
TRANSCRIBED = {
    "fully": Text("gjengitt i sin helhet", "gengivet i sin helhed", "transcribed in full"),
    "partly": Text("gjengitt delvis; det uavklarte kan stå i resten",
                   "gengivet delvist; det uafklarede kan stå i resten",
                   "transcribed in part; what is open may be in the rest"),
    "": Text("ikke merket som gjengitt; det uavklarte kan stå i dokumentet",
             "ikke mærket som gengivet; det uafklarede kan stå i dokumentet",
             "not marked as transcribed; what is open may be in the document"),
}
STATED = Text("Bare opplyst, uten dokument", "Kun oplyst, uden dokument", "Only stated, without a document")
UNCHECKED = Text(
    "Ikke undersøkt, fordi det ikke er lest noe ut av dem som reglene stiller krav til formen på:",
    "Ikke undersøgt, fordi der ikke er læst noget ud af dem, som reglerne stiller krav til formen af:",
    "Not checked, because nothing was read from them whose form the rules say anything of:")
FORCE = {
    "law": Text("{cited}", "{cited}", "{cited}"),
    "guidance": Text("råd fra Arbeidstilsynet til {cited}", "råd fra det norske Arbejdstilsyn til {cited}",
                     "advice of the Norwegian authority on {cited}"),
    "habit": Text("god skikk, jf. {cited}", "god skik, jf. {cited}", "good practice, cf. {cited}"),
}
COUNTRIES = {"no": Text("Norge: {cited}", "Norge: {cited}", "Norway: {cited}"),
             "dk": Text("Danmark: {cited}", "Danmark: {cited}", "Denmark: {cited}")}
NOT_IN_FORCE = Text("Gjaldt ikke {date}, og er ikke brukt: {cited}.", "Gjaldt ikke {date} og er ikke anvendt: {cited}.",
                    "Not in force on {date}, and not applied: {cited}.")
NOT_ENCODED = Text(
    "Teksten som gjaldt {date}, er ikke lest, og er ikke brukt: {cited}.",
    "Den tekst, der gjaldt {date}, er ikke læst og er ikke anvendt: {cited}.",
    "The text that applied on {date} was not read, and is not applied: {cited}.")
BAD_DATE = Text("{given} er ingen dato; skriv ÅÅÅÅ-MM-DD.", "{given} er ikke en dato; skriv ÅÅÅÅ-MM-DD.",
                "{given} is no date; write YYYY-MM-DD.")


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``documents``."""
    parser = subparsers.add_parser(
        "documents", help="what each document lacks, and which provision wants it",
        description="Check the form of the documents of a case. Ends 1 when one certainly lacks what the law wants.",
        formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig documents examples/small.yaml --lang en\n  forsvarlig documents examples/small.yaml --regime both",
    )
    parser.add_argument("case", metavar="CASE", type=Path, help="the case file")
    parser.add_argument("--regime", choices=tuple(REGIMES), help="the law of one country (what the case says)")
    parser.add_argument("--date", help="the day of the law, YYYY-MM-DD (the day of the facts when left out)")
    add_rules(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (the default) or json")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check the documents; 1 with a certain violation, 0 otherwise, 2 when asked wrongly."""
    from engine.case.graph import graph
    from engine.case.reader import read_case
    from engine.documents.findings import check_documents, examined, unread
    from engine.documents.shapes import shapes_from

    base = load_rulebase(args)
    vocabulary, law = base.vocabulary, base.law
    with reading_with_rules(args):
        case, warnings = read_case(args.case, vocabulary)
    case = replace(case, regimes=REGIMES[args.regime]) if args.regime else case
    shapes = shapes_from(base.shapes, tuple(sorted(set(case.regimes))))
    language: Language = getattr(args, "lang", None) or case.language
    try:
        on = date.fromisoformat(args.date) if args.date else case.date
    except ValueError:
        print(BAD_DATE.format(given=args.date).in_(language), file=sys.stderr)
        return 2
    data = graph(case, vocabulary)
    findings = check_documents(case, vocabulary, data, shapes, law, on)
    for warning in warnings:
        print(warning.render(language), file=sys.stderr)
    if args.format == "json":
        print(json.dumps(as_json(case, findings, on), ensure_ascii=False, indent=2))
    else:
        checked = examined(case, vocabulary, data, shapes)
        print("\n".join(as_text(case, findings, checked, unread(shapes, case, law, on), law, on, language)))
    return 1 if any(finding.is_breach for finding in findings) else 0


def word_of(finding: "Finding") -> str:
    """Say which of WORDS a finding is."""
    if finding.severity == "violation":
        return "violation" if finding.certain else "open"
    return "question" if finding.severity == "info" and finding.question else finding.severity


def as_json(case: "Case", findings: Iterable["Finding"], on: date) -> dict[str, Any]:
    """Give the findings as plain data."""
    return {
        "schema": SCHEMA, "case": case.file, "date": str(case.date), "law_date": str(on),
        "documents": [{
            "document": f.document, "entry": f.entry, "shape": f.shape, "element": f.element, "severity": f.severity,
            "kind": f.kind, "certain": f.certain, "provision": f.provision, "also": list(f.also), "force": f.force,
            "values": list(f.values), "sources": list(f.sources), "message": f.message._asdict(),
            "question": f.question._asdict() if f.question else None,
        } for f in findings],
    }


def as_text(
    case: "Case", findings: list["Finding"], checked: set[str], unread: "Unread", law: "LawBase", on: date, language: Language
) -> Iterator[str]:
    """Print the findings by document, in the order of the file; what was only stated comes last."""
    name = (case.enterprise.title or "") + (f" ({FICTIONAL.in_(language)})" if case.fictional else "")
    yield HEAD.format(name=name, date=str(on)).in_(language)
    yield _counts(findings, language)
    if any(word_of(finding) == "open" for finding in findings):
        yield OPEN.in_(language)
    for text, paths in ((NOT_IN_FORCE, unread.not_in_force), (NOT_ENCODED, unread.not_encoded)):
        if paths:
            sections = dict.fromkeys("/".join(path.split("/")[:3]) for path in paths)
            cited = "; ".join(_cite(path, law, language) for path in sections)
            yield from textwrap.wrap(text.format(date=str(on), cited=cited).in_(language), WIDTH)
    yield from (NO_SHAPES[regime].in_(language) for regime in unread.regimes)
    for document in case.of("Document"):
        if document.id in checked:
            degree = TRANSCRIBED.get(str(document.one("transcribed") or ""), TRANSCRIBED[""]).in_(language)
            yield from ("", f"{document.id}  {document.title}  ({degree})")
            yield from _findings([f for f in findings if f.document == document.id], case, law, language)
    if stated := [finding for finding in findings if finding.document is None]:
        yield from ("", STATED.in_(language))
        yield from _findings(stated, case, law, language)
    if rest := [f"{d.id} {d.title}" for d in case.of("Document") if d.id not in checked]:
        yield ""
        yield from textwrap.wrap(f"{UNCHECKED.in_(language)} {'; '.join(rest)}", WIDTH)


def _counts(findings: list["Finding"], language: Language) -> str:
    from engine.vocabulary.phrases import AND

    found = Counter(word_of(finding) for finding in findings)
    parts = [f"{found[word]} {WORDS[word][found[word] > 1].in_(language)}" for word in WORDS if found[word]]
    if not parts:
        return NOTHING.in_(language)
    return (", ".join(parts[:-1]) + f" {AND.in_(language)} " if parts[1:] else "") + parts[-1]


def _findings(findings: list["Finding"], case: "Case", law: "LawBase", language: Language) -> Iterator[str]:
    """Print the findings of one document, entry and text first, what wants it beneath."""
    if not findings:
        yield f"  {NOTHING.in_(language)}"
    order = list(WORDS)
    for finding in sorted(findings, key=lambda finding: order.index(word_of(finding))):
        word = word_of(finding)
        entry = case.entries[finding.entry]
        text = finding.question if word == "question" and finding.question else finding.message
        text = MAYBE.format(message=text) if word == "open" else text
        title = f"{entry.id}, {entry.title}" if entry.title else entry.id
        yield from _block(WORDS[word][0].in_(language), f"{title}: {text.in_(language)}")
        cited = "; ".join(_cite(path, law, language) for path in (finding.provision, *finding.also))
        wanted = FORCE[finding.force].format(cited=cited).in_(language)
        if len(set(case.regimes)) > 1:
            wanted = COUNTRIES[finding.provision.split("/")[0]].format(cited=wanted).in_(language)
        yield from _block("", wanted)


def _cite(path: str, law: "LawBase", language: Language) -> str:
    from engine.law.citation import cite

    return cite(path, language, lawbase=law)


def _block(label: str, text: str) -> list[str]:
    start = f"  {label:<{LABEL}} "
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_long_words=False)
