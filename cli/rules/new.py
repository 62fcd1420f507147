"""``forsvarlig rules new``: begin a rule, with everything that belongs to it."""

import argparse
from typing import TYPE_CHECKING

from cli.common import EXAMPLE_FORMAT, OK, add_language, day, language_of, load_rulebase
from engine.text import Text

if TYPE_CHECKING:
    from engine.starter.start import Started
    from engine.text import Language

MADE = Text("laget", "lavet", "made")
CHANGED = Text("endret", "ændret", "changed")
DRAFTS = Text(
    "Alt sammen er utkast: plikten {id} kan bare bli uavklart til den er skrevet.",
    "Det hele er udkast: pligten {id} kan kun blive uafklaret, indtil den er skrevet.",
    "All of it is a draft: the duty {id} can only be unknown until it has been written.",
)
NEXT = Text("Videre:", "Videre:", "What next:")
STEPS = (
    Text(
        "Skriv hva bestemmelsen sier, i {units}: det er ikke lest. Rett første dag, kilde, status og hvor sikkert det er.",
        "Skriv, hvad bestemmelsen siger, i {units}: det er ikke læst. Ret første dag, kilde, status, og hvor sikkert det er.",
        "Write what the provision says in {units}: it was not read. Correct first day, source, status and how sure it is.",
    ),
    Text(
        "Skriv målet for plikten i ontology/goals.ttl, på tre språk.", "Skriv målet for pligten i ontology/goals.ttl på tre sprog.",
        "Write the goal of the duty in ontology/goals.ttl, in three languages.",
    ),
    Text(
        "Skriv vilkår og krav i {rule}, og et scenario for hvert utfall ved siden av.",
        "Skriv betingelser og krav i {rule} og et scenarie for hvert udfald ved siden af.",
        "Write conditions and requirements in {rule}, and a scenario for each outcome beside it.",
    ),
    Text(
        "Stryk «regelen er ikke skrevet ennå» i ontology/reasons.ttl når ingen utkast er igjen.",
        "Slet »reglen er ikke skrevet endnu« i ontology/reasons.ttl, når der ikke er flere udkast.",
        "Delete “the rule has not been written yet” in ontology/reasons.ttl when no drafts are left.",
    ),
    Text(
        "Se etter: forsvarlig rules check, rules test {id}, rules lint, rules impact --against HEAD SAKER",
        "Se efter: forsvarlig rules check, rules test {id}, rules lint, rules impact --against HEAD SAGER",
        "Look: forsvarlig rules check, rules test {id}, rules lint, rules impact --against HEAD CASES",
    ),
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``rules new``."""
    parser = subparsers.add_parser(
        "new",
        help="begin a rule: rule file, scenario, inventory, law base and goal",
        formatter_class=EXAMPLE_FORMAT,
        description="Begin a duty: its rule file, scenarios and goal, and where the law base lacks the provision also the unit of law\n"
        "and the row of the inventory, all under one id. It passes every check at once, and can only be unknown until it is\n"
        "written. All files are written or none; nothing is overwritten.",
        epilog="example:\n  forsvarlig rules new no.utforelse.3A-7.1 --lang nb",
    )
    parser.add_argument("id", metavar="ID", help="the id of the duty: act, section, paragraph (no.utforelse.3A-7.1)")
    parser.add_argument(
        "--from", metavar="D", dest="first", type=day, help="the first day of the provision (the last day the act was read)"
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Begin the rule and say what was made and what comes next."""
    from engine.starter.files import write
    from engine.starter.start import start

    language = language_of(args)
    base = load_rulebase(args)
    started = start(args.id, base, language, args.first)
    write(base.folder, started.texts, started.new)
    print("\n".join(_said(started, language)))
    return OK


def _said(started: "Started", language: "Language") -> list[str]:
    rule = next(file for file in started.texts if file.endswith(".regel"))
    lines = [f"{(MADE if file in started.new else CHANGED).in_(language):<7} {file}" for file in started.texts]
    steps = [
        step.in_(language).format(units=", ".join(started.units), rule=rule, id=started.id)
        for step, needed in zip(STEPS, (started.units, "ontology/goals.ttl" in started.texts, True, True, True), strict=True)
        if needed
    ]
    numbered = (f"  {number}. {step}" for number, step in enumerate(steps, 1))
    return [*lines, "", DRAFTS.in_(language).format(id=started.id), NEXT.in_(language), *numbered]
