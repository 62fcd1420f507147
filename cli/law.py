"""``forsvarlig law show``, ``law coverage`` and ``law drift``: what the law base holds, and whether the official text still says so.

The caller sets ``args.rulebase_dir`` (the folder that holds ``kb``), ``args.lang`` and, for the coverage,
``args.load_duties``: a callable that gives, for each provision's path, the ids of the duties that cite it.
"""

import argparse
import json
import sys
import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from cli.common import EXAMPLE_FORMAT, FOUND, OK, add_language, day, language_of, write
from engine.drift.model import ROLES
from engine.law import citation, coverage, inventory
from engine.law.load import load
from engine.law.model import LawBase, Provision, Standing
from engine.law.words import ABSENT_WORDS, CONTENT_WORDS, NUMBER_WORDS, STATUS_WORDS, WORDS
from engine.plain import columns, hung
from engine.text import Language

WIDTH = 110
LABEL = 20


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``law`` with its commands."""
    law = subparsers.add_parser(
        "law", help="show a provision, what of the law is encoded, and what drifted", formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig law show 3A-5 --date 2026-06-30",
    )
    commands = law.add_subparsers(dest="law_command", required=True, metavar="COMMAND")
    show = commands.add_parser(
        "show", help="a provision as it is on a day", formatter_class=EXAMPLE_FORMAT,
        epilog="example:\n  forsvarlig law show 3A-5 --date 2026-06-30\n"
               '  forsvarlig law show "aml § 4-3 femte ledd" --lang nb',
    )
    show.add_argument("provision", nargs="+", help="3A-5, aml 4-3, no/utforelse/3A-5/1/a, no.aml.4-3.5 …")
    show.add_argument("--date", help="the day the law is asked for, YYYY-MM-DD (today when left out)")
    table = commands.add_parser(
        "coverage", help="what is encoded, and which duties of the law have no rule yet",
        formatter_class=EXAMPLE_FORMAT, epilog="example:\n  forsvarlig law coverage --lang en",
    )
    for parser in (show, table):
        add_language(parser)
        parser.set_defaults(run=run)
    _add_drift(commands)


def _add_drift(commands: "argparse._SubParsersAction[Any]") -> None:
    drift = commands.add_parser(
        "drift",
        help="what changed in an official text, and what rests on it",
        formatter_class=EXAMPLE_FORMAT,
        description="Compare the official text of an act, saved from the publisher as HTML or text, unit by unit with the baseline that\n"
        "was recorded before, and list the duties, scenarios and documents that cite what changed. Nothing is fetched. Ends 1 when\n"
        "something drifted or an act has no baseline. Without files: how many units have a baseline.",
        epilog="example:\n  forsvarlig law drift --accept law.html --act no/utforelse --role legal_editor\n"
               "  forsvarlig law drift law-of-today.html --act no/utforelse --lang nb",
    )
    drift.add_argument("files", nargs="*", metavar="FILE", type=Path, help="the official text, HTML or plain text")
    drift.add_argument("--act", metavar="ACT", help="the act, where a file does not say it itself: no/utforelse")
    drift.add_argument("--part", action="store_true", help="the files hold only some sections; leave the others alone")
    drift.add_argument("--accept", action="store_true", help="record the files as the baseline (otherwise nothing is written)")
    drift.add_argument("--replace", action="store_true", help="with --accept: replace a baseline that says otherwise")
    drift.add_argument("--role", choices=ROLES, help="with --accept: in which role the text was accepted")
    drift.add_argument("--date", type=day, metavar="D", help="with --accept: the day it was accepted (today when left out)")
    drift.add_argument("--url", default="", help="the address that the text was taken from")
    drift.add_argument("--format", choices=("text", "json"), default="text")
    drift.add_argument("-o", "--output", metavar="OUT", type=Path, help="write the report to a file")
    add_language(drift)
    drift.set_defaults(run=_drift, parser=drift)


def run(args: argparse.Namespace) -> int:
    """Run the command that was asked for; 0 when it answered, 2 when it was asked wrongly."""
    language: Language = getattr(args, "lang", None) or "en"
    lawbase = load(args.rulebase_dir)
    if args.law_command == "coverage":
        rows = inventory.read_inventory(args.rulebase_dir / "kb" / "inventory.csv")
        print("\n".join(_coverage(lawbase, coverage.measure(lawbase, rows, args.load_duties()), language)))
        print("\n".join(["", *args.load_scenarios(language)]))
        return 0
    return _show(" ".join(args.provision), args.date, lawbase, language)


def _drift(args: argparse.Namespace) -> int:
    """Run ``law drift``; 1 when something drifted, or an act has no baseline."""
    from engine.drift.drift import Acceptance, accept, compare, standings
    from engine.drift.record import record, standings_record
    from engine.drift.text import standings_text, text
    from engine.rulebase import load as load_rulebase

    if args.accept and not (args.files and args.role):
        args.parser.error("--accept needs FILE and --role")
    if not args.accept and (args.replace or args.role or args.date):
        args.parser.error("--replace, --role and --date go with --accept")
    rulebase = load_rulebase(args.rulebase_dir)
    language = language_of(args)
    if not args.files:
        found = standings(rulebase)
        said = standings_text(found, language) if args.format == "text" else _json(standings_record(found, rulebase.hash))
        return write(said, args.output, language)
    if args.accept:
        how = Acceptance(args.role, args.date or date.today(), args.replace)
        report = accept(args.files, rulebase, how, args.act, args.url, args.part)
    else:
        report = compare(args.files, rulebase, args.act, args.url, args.part)
    said = text(report, language) if args.format == "text" else _json(record(report))
    return write(said, args.output, language) or (OK if report.is_clean else FOUND)


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _show(asked: str, day: str | None, lawbase: LawBase, language: Language) -> int:
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        return _wrong(WORDS["bad_date"].format(date=day or "").in_(language))
    paths = citation.find(asked, lawbase)
    if not paths:
        lines = [WORDS["unknown"].format(asked=asked).in_(language)]
        if near := citation.near(asked, lawbase):
            lines.append(WORDS["meant"].in_(language))
            lines += [f"  {citation.cite(path, language, lawbase=lawbase)}  ({path})" for path in near]
        return _wrong("\n".join(lines))
    print("\n\n".join("\n".join(_provision(path, on, lawbase, language)) for path in paths))
    return 0


def _wrong(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _provision(path: str, day: date | None, lawbase: LawBase, language: Language) -> list[str]:
    act = lawbase.act(lawbase.versions(path)[0].act)
    on, lines = day or date.today(), [f"{citation.cite(path, language, 'full', lawbase=lawbase)}  ({path})"]
    if day is None and on > act.known_until:  # nobody asked for a day beyond what was read: show what was read last
        lines.append(WORDS["read_until"].format(date=str(act.known_until)).in_(language))
        on = act.known_until
    standing = lawbase.standing(path, on)
    unit = standing.provision
    if unit is None:
        return lines + _absent(path, on, standing, lawbase, language)
    if heading := _heading(unit, lawbase):
        lines.append(heading)
    lines.append("")
    last = ""
    for label, text in _facts(unit, lawbase, language):
        lines += _field("" if label == last else WORDS[label].in_(language), text)
        last = label
    if parts := lawbase.children(path, on):
        lines += ["", WORDS["parts"].in_(language)]
        for part in parts:
            lines += _item(f"{citation.place(part, language, lawbase)}: {part.paraphrase.in_(language)}")
    return lines


def _facts(unit: Provision, lawbase: LawBase, language: Language) -> Iterable[tuple[str, str]]:
    """Each labelled line about one version; labels are keys of WORDS."""
    yield "interval", _interval(unit, language)
    yield "status", STATUS_WORDS[unit.status].in_(language)
    yield "says", unit.paraphrase.in_(language)
    if unit.because:
        yield "because", unit.because.in_(language)
    if unit.note:
        yield "note", unit.note.in_(language)
    yield "confidence", f"{CONTENT_WORDS[unit.content].in_(language)}; {NUMBER_WORDS[unit.number].in_(language)}"
    for key in unit.sources:
        source = lawbase.sources[key]
        yield "source", WORDS["source_line"].format(key=key, title=source.title, date=str(source.read_on)).in_(language)
    act = lawbase.act(unit.act)
    if act.eli:
        yield "eli", act.eli + (f" ({WORDS['inferred_eli'].in_(language)})" if act.eli_status == "inferred" else "")
    if before := lawbase.by_id.get(unit.predecessor):
        yield "predecessor", _other(before, lawbase, language)
    for after in lawbase.successors(unit):
        yield "successor", _other(after, lawbase, language)
    for cited in unit.cited_as:
        name = citation.cite(cited.path, language, lawbase=lawbase)
        yield "cited_as", f"{name}, {cited.start} – {cited.end}"
    if unit.quote:
        quote = unit.quote
        place = f"{quote.file}:{quote.first}-{quote.last}"
        yield f"quote_{quote.of}", f"«{quote.text}» ({place})"


def _absent(path: str, on: date, standing: Standing, lawbase: LawBase, language: Language) -> list[str]:
    """Why there is nothing to show for the day, and which versions there are."""
    act, versions = lawbase.act(lawbase.versions(path)[0].act), lawbase.versions(path)
    key = f"{standing.kind}_{standing.why}"
    first = max(versions[0].valid_from, act.known_from)
    last = versions[-1].valid_until or act.known_until
    lines = ["", *textwrap.wrap(ABSENT_WORDS[key].format(
        date=str(on), first=str(first), last=str(last), known=str(act.known_until)).in_(language), WIDTH)]
    lines += ["", WORDS["versions"].in_(language)]
    for version in versions:
        lines += _item(f"{_interval(version, language)}: {version.paraphrase.in_(language)}")
    for other in (lawbase.by_id.get(versions[0].predecessor), *lawbase.successors(versions[-1])):
        if other and other.path != path:
            label = "successor" if other.valid_from > versions[0].valid_from else "predecessor"
            lines += _field(WORDS[label].in_(language), _other(other, lawbase, language))
    return lines


def _other(unit: Provision, lawbase: LawBase, language: Language) -> str:
    return f"{citation.cite(unit.path, language, lawbase=lawbase)}, {_interval(unit, language)}  ({unit.path})"


def _interval(unit: Provision, language: Language) -> str:
    key = "from_to" if unit.valid_until else "from"
    return WORDS[key].format(first=str(unit.valid_from), last=str(unit.valid_until)).in_(language)


def _heading(unit: Provision, lawbase: LawBase) -> str:
    section = lawbase.provision("/".join(unit.path.split("/")[:3]), unit.valid_from)
    return unit.heading or (section.heading if section else "")


def _field(label: str, text: str) -> list[str]:
    start = f"  {label + ':' if label else '':<{LABEL}}"
    return hung(text, WIDTH, start)


def _item(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="      ", break_long_words=False,
                         break_on_hyphens=False)


def _coverage(lawbase: LawBase, found: coverage.Coverage, language: Language) -> Iterable[str]:
    head = [WORDS[key].in_(language) for key in ("act", "chapter", "status", "units", "with_duty")]
    rows = [head] + [[line.act, line.chapter or "–", STATUS_WORDS[line.status].in_(language), str(line.units),
                      str(line.with_duty) if line.status == "duty" or line.with_duty else "–"] for line in found.lines]
    yield from columns(rows, words=3)
    duties = [line for line in found.lines if line.status == "duty"]
    yield ""
    yield WORDS["sum"].format(
        units=str(sum(line.units for line in found.lines)), duties=str(sum(line.units for line in duties)),
        with_duty=str(sum(line.with_duty for line in duties))).in_(language)
    for line in duties:
        if missing := coverage.smallest_list(lawbase, line.without_duty):
            title = f"{line.act} {WORDS['chapter_short'].format(chapter=line.chapter).in_(language)}" \
                if line.chapter else line.act
            names = [_place_and_version(lawbase.by_id[id_], missing, lawbase, language) for id_ in missing]
            yield from _item(f"{WORDS['no_duty'].format(place=title).in_(language)} {'; '.join(dict.fromkeys(names))}")
    for label, ids in (("rows_without_unit", found.rows_without_unit), ("units_without_row", found.units_without_row),
                       ("unknown_citations", found.unknown_citations)):
        if ids:
            yield from _item(f"{WORDS[label].in_(language)} {', '.join(ids)}")
    if not found.rows_without_unit and not found.units_without_row:
        yield WORDS["meets"].in_(language)


def _place_and_version(unit: Provision, listed: tuple[str, ...], lawbase: LawBase, language: Language) -> str:
    """The place of a unit, with its interval only when other versions of the path are not in the list."""
    name = citation.place(unit, language, lawbase)
    if all(version.id in listed for version in lawbase.versions(unit.path)):
        return name
    return WORDS["version"].format(place=name, interval=_interval(unit, language)).in_(language)
