"""Who cites a unit: duties, rules, remarks and outlooks, their scenarios, demands on documents, terms of the ontology, alignments.

A citation rests on the unit it names, on every part of it, and on the words that lead into it: a letter cannot be read without
the words before its list. A provision that the law base cites by its topic may stand where it is presumed to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from engine.drift.model import Change
from engine.drift.place import Place, place_of
from engine.law.load import sort_key
from engine.law.model import Act, LawBase, Provision

if TYPE_CHECKING:
    from engine.language.syntax import Duty, Outlook, Remark, Rule
    from engine.rulebase import RuleBase

How = Literal["itself", "whole", "part", "presumed", "unplaced"]
HOWS: tuple[How, ...] = get_args(How)  # the closest first
CiterKind = Literal["duty", "rule", "remark", "outlook", "scenario", "document", "term", "alignment"]
CITER_KINDS: tuple[CiterKind, ...] = get_args(CiterKind)


@dataclass(frozen=True, slots=True)
class Citer:
    """Something that cites provisions, with the place it stands; a scenario cites what the duty or rule it tries cites."""

    kind: CiterKind
    id: str
    provisions: tuple[str, ...]
    file: str = ""
    line: int = 0
    tries: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citer that a change concerns: which of its provisions, and how the closest of them stands to the unit."""

    citer: Citer
    cites: tuple[str, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an act is covered: its provisions of today, those with units in a set of paths, and those that cannot be told apart."""

    provisions: tuple[str, ...]
    found: tuple[str, ...]
    missing: tuple[str, ...]
    unnumbered: tuple[str, ...]  # cited by a topic, since nobody could verify the number


def citers(rulebase: "RuleBase") -> tuple[Citer, ...]:
    """Give everything that cites provisions, in a fixed order. Raises BadInputError where the scenarios can't be read."""
    from engine.scenarios import load as load_scenarios

    by_id = {citer.id: citer for citer in _of_rules(rulebase)}
    scenarios = (Citer("scenario", scenario.name, by_id[scenario.tries].provisions, scenario.file, scenario.line, scenario.tries)
                 for scenario in load_scenarios(rulebase) if scenario.tries in by_id)
    return (*by_id.values(), *scenarios, *_of_documents(rulebase), *_of_terms(rulebase), *_of_alignments(rulebase))


def _of_rules(rulebase: "RuleBase") -> Iterator[Citer]:
    rules = rulebase.rules
    groups: tuple[tuple[CiterKind, Iterable[Duty | Rule | Remark | Outlook]], ...] = (
        ("duty", rules.duties), ("rule", rules.rules), ("remark", rules.remarks), ("outlook", rules.outlooks))
    for kind, each_of in groups:
        for each in each_of:
            origins = each.origins
            if not _is_over(origins.valid_until, origins.provisions, rulebase.law):
                reasons = (reason.source for reason in getattr(each, "cannot_be", ()) if reason.source in rulebase.law.by_path)
                provisions = tuple(dict.fromkeys((*origins.provisions, *reasons)))
                yield Citer(kind, origins.id, provisions, origins.place.file, origins.place.line)


def _is_over(until: date | None, provisions: Iterable[str], law: LawBase) -> bool:
    """Say whether a rule ended before its act was last read: then it cites an older version."""
    known = [law.act(law.versions(path)[-1].act).known_until for path in provisions if law.versions(path)]
    return until is not None and bool(known) and until <= max(known)


def _of_documents(rulebase: "RuleBase") -> Iterator[Citer]:
    from engine.documents.shapes import describe, shape_ids, shapes_from

    shapes = shapes_from(rulebase.shapes)
    for id_ in shape_ids(shapes):
        yield Citer("document", id_, describe(shapes, id_).provisions)


def _of_terms(rulebase: "RuleBase") -> Iterator[Citer]:
    """Concepts, lists and dated numbers of the ontology that name a provision as their source."""
    words = rulebase.vocabulary
    for group in (words.concepts, words.collections, words.parameters):
        for id_, term in group.items():
            if provisions := tuple(source for source in term.source if source in rulebase.law.by_path):
                yield Citer("term", id_, provisions)


def _of_alignments(rulebase: "RuleBase") -> Iterator[Citer]:
    from engine.compare.alignment import FILE, read

    if (rulebase.folder / FILE).is_file():
        for each in read(rulebase.folder):
            if provisions := (*each.left.provisions, *each.right.provisions):
                yield Citer("alignment", each.id, provisions)


class Citations:
    """Tells who cites a unit of one act; ``paths`` are the units of its baseline and of the edition."""

    def __init__(self, act: Act, law: LawBase, paths: Iterable[str], everyone: Iterable[Citer]) -> None:
        self.act, self.law = act, law
        self.places = {path: place_of(path) for path in paths}
        self.current = {path: unit for path in law.by_path
                        if law.versions(path)[-1].act == act.id and (unit := law.provision(path, act.known_until))}
        self.located = {path: self._locate(unit) for path, unit in self.current.items()}
        self.citers: dict[str, list[Citer]] = defaultdict(list)
        for citer in everyone:
            for path in citer.provisions:
                self.citers[path].append(citer)

    def of(self, change: Change) -> tuple[Mark, ...]:
        """Give everything that a change concerns, each once, by kind and then as it came."""
        unit = self.places[change.path]
        cited: dict[str, How] = {path: how for path, provision in self.current.items() if (how := self._how(provision, unit))}
        found: dict[int, tuple[Citer, list[str]]] = {}
        for path in cited:
            for citer in self.citers[path]:
                found.setdefault(id(citer), (citer, []))[1].append(path)
        marks = [Mark(citer, tuple(paths), min((cited[path] for path in paths), key=HOWS.index)) for citer, paths in found.values()]
        order = {kind: position for position, kind in enumerate(CITER_KINDS)}
        return tuple(sorted(marks, key=lambda mark: (order[mark.citer.kind], mark.citer.file, mark.citer.line, mark.citer.id)))

    def provision(self, path: str) -> str:
        """Give the provision of the law base that is the unit, or nothing."""
        return next((cited for cited, unit in self.current.items() if self._how(unit, self.places[path]) == "itself"), "")

    def standing(self, paths: Mapping[str, object]) -> Standing:
        """Say which of the act's provisions have units among some paths."""
        unnumbered = tuple(path for path, unit in self.current.items() if _is_topic(unit))
        numbered = [path for path in self.current if path not in unnumbered]
        found = tuple(path for path in numbered if any(each in paths for each in self.located[path]))
        return Standing(tuple(self.current), found, tuple(path for path in numbered if path not in found), unnumbered)

    def _locate(self, provision: Provision) -> tuple[str, ...]:
        """Give the units that a provision is, or that are parts of it."""
        return tuple(path for path, place in self.places.items() if self._is_or_holds(provision, place))

    def _is_or_holds(self, provision: Provision, place: Place) -> bool:
        if place.is_heading or place.rest or not _same_section(provision, place):
            return False
        return not _is_topic(provision) and place.within(_wanted(provision, place))

    def _how(self, provision: Provision, unit: Place) -> How | None:
        """Say how a provision stands to a unit; None where a change of the unit's own words does not concern it."""
        if unit.is_heading or not unit.section:
            return None
        if _is_topic(provision):
            known = provision.number == "verified" and _same_section(provision, unit)
            return "presumed" if known or unit.section in provision.presumed else None
        if not _same_section(provision, unit):
            return None
        if unit.rest:
            return "unplaced"
        own = _own(provision)
        if not any(own):
            return "itself" if unit[1:5] == ("", "", "", "") and provision.section == unit.section else "whole"
        if not self.located[provision.path]:
            return "presumed"  # the text has no such unit, so it may be any of the section
        wanted = _wanted(provision, unit)
        if unit.within(wanted):
            close: How = "itself" if unit[1:5] == wanted[1:5] else "whole"
            return close if self._is_single(provision) else "presumed"
        return "part" if self._leads_into(unit, provision) else None

    def _is_single(self, provision: Provision) -> bool:
        """Say whether a provision cited without its subsection is found in but one."""
        return len({self.places[path].ledd for path in self.located[provision.path]}) == 1

    def _leads_into(self, unit: Place, provision: Provision) -> bool:
        """Say whether the unit's own words lead into the provision: those of a subsection or item do, the heading of a section doesn't."""
        is_words = bool(unit.ledd or unit.bokstav or unit.nr) or self.act.regime == "dk"
        return is_words and any(self.places[path].within(unit) for path in self.located[provision.path])


def _is_topic(provision: Provision) -> bool:
    """Say whether the law base cites the provision by its topic, because it has no number or none that was verified."""
    return provision.topic is not None


def _own(provision: Provision) -> tuple[str, str, str]:
    return str(provision.ledd or ""), provision.bokstav, str(provision.nr or "")


def _wanted(provision: Provision, place: Place) -> Place:
    """Give the place that a provision is, as the text sets it: a subsection that either leaves out is no difference."""
    ledd, bokstav, nr = _own(provision)
    left_out = not ledd and (bokstav or nr)
    only = ledd == "1" and not place.ledd and provision.act.startswith("dk.")
    if left_out or only:
        ledd = place.ledd
    return Place(place.section, ledd, bokstav, nr)


def _same_section(provision: Provision, place: Place) -> bool:
    """Say whether a place stands in the section of a provision, or in one of those it gathers (§§ 24–26)."""
    if provision.section == place.section:
        return True
    first, _, last = provision.section.partition("-")
    if not (provision.act.startswith("dk.") and first[:1].isdigit() and last[:1].isdigit() and place.section[:1].isdigit()):
        return False
    return sort_key(first) <= sort_key(place.section) <= sort_key(last)
