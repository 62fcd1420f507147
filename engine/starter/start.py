"""Starting a rule: what is to be written, and where, so that all of it passes every check at once and none of it says anything yet."""

import csv
import difflib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

import yaml

from engine.errors import BadInputError
from engine.impact.edits import parts_of
from engine.language import keywords
from engine.language.resolve import ID
from engine.law.coverage import duty_path
from engine.law.model import Act, LawBase
from engine.law.without_rule import FILE as WITHOUT_RULE
from engine.law.without_rule import paths_in
from engine.rulebase import RuleBase
from engine.scenarios import ENDING
from engine.starter import drafts, inventory
from engine.starter.files import Files
from engine.starter.messages import ACTS, BY_HAND, MEANT, PROVISION_FORM, problem
from engine.starter.units import Draft, draft_units, known_form, missing
from engine.text import Language, same

FACTS = date(2026, 6, 30)  # the day of the facts in scenarios that name no other


@dataclass(frozen=True, slots=True)
class Started:
    """What is to be written: the whole text of each file, by its path in the rule base; ``new`` are those that are not there yet.

    ``language`` is that of the rule file, ``units`` are the units of law that are drafted.
    """

    id: str
    language: Language
    texts: dict[str, str]
    new: frozenset[str]
    units: tuple[str, ...]


def start(id_: str, base: RuleBase, language: Language, day: date | None = None) -> Started:
    """Draft a duty with its scenario, and what it needs of law and goal. Nothing is written.

    ``language`` is that of a new rule file; one that is there keeps its own. ``day`` is the first day of units that are drafted (the last
    day the act was read, unless given). Raises BadInputError for an id that is none, is taken, or names no act or provision that we can
    place, and for files that nothing can be added to.
    """
    act = _act(id_, base)
    path = known_form(duty_path(id_), base.law)
    files = Files(base.folder)
    rule_file = f"rules/{'/'.join(id_.split('.')[:3])}.regel"
    language = keywords.language_of(files.now(rule_file)) or language
    units = _units(id_, path, act, base, day, language)
    concepts = base.vocabulary.concepts
    goal = concepts[f"goal.{id_}"].label if f"goal.{id_}" in concepts else drafts.GOAL.format(id=same(id_))
    reason = concepts[drafts.NOT_WRITTEN].label if drafts.NOT_WRITTEN in concepts else drafts.REASON
    drafted = drafts.rule(id_, path, language, goal, reason, base.vocabulary)
    files.change(rule_file, lambda text: drafts.with_rule(text, drafted, language))
    scenarios, law_date = rule_file.removesuffix(".regel") + ENDING, _law_date(path, base.law)
    files.change(scenarios, lambda text: drafts.with_scenario(text, id_, act.regime, language, law_date))
    if not drafts.holds_scenario(_yaml(files.texts[scenarios]), id_):
        files.problems.append(problem(scenarios, "cannot-add", BY_HAND))
    if units:
        files.change(units.file, lambda text: text + units.text)
        files.change(inventory.FILE, lambda text: inventory.with_rows(text, units.paths, act))
    if path in paths_in(files.now(WITHOUT_RULE)):
        files.change(WITHOUT_RULE, lambda text: _without(text, path))
    for concept, collection, label in ((f"goal.{id_}", "goals", goal), (drafts.NOT_WRITTEN, "reasons", reason)):
        if concept not in concepts:
            files.change(f"ontology/{collection}.ttl", partial(drafts.with_concept, id_=concept, collection=collection, label=label))
    if files.problems:
        raise BadInputError(files.problems)
    return Started(id_, language, files.texts, frozenset(files.new), units.paths if units else ())


def _act(id_: str, base: RuleBase) -> Act:
    """Give the act that an id belongs to; refuse an id that is none, or is taken, before anything is read."""
    pieces = id_.split(".")
    if not ID.fullmatch(id_) or len(pieces) < 3:
        raise BadInputError([problem(id_, "bad-id", id=id_)])
    taken = {part.origins.id: part for part in parts_of(base.rules)}
    if id_ in taken:
        raise BadInputError([problem(taken[id_].origins.place.file, "id-exists", id=id_)])
    named, acts = ".".join(pieces[:2]), base.law.acts
    if named not in acts:
        near = difflib.get_close_matches(named, acts, n=3, cutoff=0.6)
        hint = MEANT.format(options=", ".join(near)) if near else ACTS.format(options=", ".join(acts))
        raise BadInputError([problem(id_, "unknown-act", hint, act=named)])
    if not duty_path(id_):
        raise BadInputError([problem(id_, "no-provision", PROVISION_FORM, id=id_)])
    return acts[named]


def _units(id_: str, path: str, act: Act, base: RuleBase, day: date | None, language: Language) -> Draft | None:
    """Draft the units of law that are missing; None where none is."""
    needed = missing(path, base.law)
    if not needed:
        return None
    found = draft_units(needed, act, base.law, base.folder, day or act.known_until, language)
    if found is None:
        raise BadInputError([problem(id_, "no-provision", PROVISION_FORM, id=id_)])
    return found


def _law_date(path: str, law: LawBase) -> str:
    """Give a day on which the provision is not known to be out of force: that of the facts, else the first of its newest version."""
    versions = law.versions(path)
    if not versions or law.standing(path, FACTS).kind != "not_in_force":
        return str(FACTS)
    return str(max(versions[-1].valid_from, law.acts[versions[-1].act].known_from))


def _without(text: str, path: str) -> str:
    """Take a unit out of those that have no rule, each with its reason."""
    rows = list(csv.reader(io.StringIO(text)))
    lines: Iterable[str] = text.splitlines(keepends=True)
    return "".join(line for line, row in zip(lines, rows, strict=True) if row[:1] != [path])


def _yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None
