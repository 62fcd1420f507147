"""A report of drift for a reader: what drifted and whom it concerns, what was not understood, what was not compared."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from engine.drift.baseline import file_of
from engine.drift.citing import CITER_KINDS, Mark, Standing
from engine.drift.drift import ActDrift, Drifted, Report
from engine.drift.model import ASIDES, KINDS, REST, Line, Row
from engine.drift.naming import cited, frame, name
from engine.drift.words import ASIDE_WORDS, CITER_WORDS, COMMAND, HOW_WORDS, KIND_WORDS, ROLE_WORDS, WORDS
from engine.law.model import Act, LawBase
from engine.plain import hung
from engine.text import Language, Text, same

WIDTH = 110
LABEL = 17
LISTED = 8  # places named in one line before the rest is counted


def text(report: Report, language: Language) -> str:
    """Print a report."""
    return "\n\n".join("\n".join(_Printer(act, report, language).lines()) for act in report.acts) + "\n"


def standings_text(standings: Sequence[tuple[Act, Standing]], language: Language) -> str:
    """Print how many units of each act have a baseline."""
    found, all_ = sum(len(each.found) for _, each in standings), sum(len(each.provisions) for _, each in standings)
    lines = [WORDS["all"].format(found=str(found), all=str(all_)).in_(language)]
    for act, each in standings:
        count = f"{len(each.found)}/{len(each.provisions)}"
        lines.append(f"  {act.id.replace('.', '/'):<14}{count:>8}  {act.short_title.in_(language)}")
    command = COMMAND.format(files="FILES", act="no/utforelse")
    return "\n".join([*lines, WORDS["how_to_begin"].in_(language), f"  {command}", ""])


class _Printer:
    """Prints what was found for one act."""

    def __init__(self, act: ActDrift, report: Report, language: Language) -> None:
        self.act, self.report, self.language = act, report, language
        self.law: LawBase = report.rulebase.law
        self.path = act.act.id.replace(".", "/")

    def say(self, key: str, **slots: "str | Text") -> str:
        return WORDS[key].format(**slots).in_(self.language)

    def lines(self) -> Iterator[str]:
        act = self.act
        yield self.say("act", title=act.act.short_title, path=self.path, files=", ".join(act.files))
        yield from hung(f"{self.say('read', count=str(len(act.edition.units)))} {self._standing()}", WIDTH, "  ")
        yield from self._changes()
        yield from self._set_apart("unplaced", act.edition.unplaced)
        yield from self._set_apart("doubtful", act.edition.doubtful)
        yield from self._aside()
        yield ""
        yield from textwrap.wrap(self._end(), WIDTH)
        if act.baseline is None and act.accepted is None:
            yield f"  {COMMAND.format(files=' '.join(act.files), act=self.path)}"

    # --- the baseline -----------------------------------------------------------------------------------------------------

    def _standing(self) -> str:
        found, rows = self.act.standing, self.act.accepted or self.act.baseline
        when = WORDS["when"].format(days=self._days(rows)) if rows else same("")
        said = [self.say("standing", found=str(len(found.found)), all=str(len(found.provisions)), when=when)]
        if found.unnumbered:
            said.append(self.say("unnumbered", count=str(len(found.unnumbered))))
        if rows and found.missing:
            said.append(self.say("missing", places=self._listed([cited(path, self.law).in_(self.language) for path in found.missing])))
        if self.act.left_alone:
            said.append(self.say("left_alone", count=str(len(self.act.left_alone))))
        return " ".join(said)

    def _days(self, rows: Sequence[Row]) -> Text:
        days = sorted({str(row.day) for row in rows})
        roles = ", ".join(dict.fromkeys(ROLE_WORDS[row.role].in_(self.language) for row in rows))
        span = same(days[0]) if len(days) == 1 else WORDS["from_to"].format(first=days[0], last=days[-1])
        return Text(*(f"{each} ({roles})" for each in span))

    def _listed(self, places: Sequence[str]) -> str:
        listed = "; ".join(places[:LISTED])
        return listed if len(places) <= LISTED else self.say("more", places=listed, count=str(len(places) - LISTED))

    # --- what drifted -----------------------------------------------------------------------------------------------------

    def _changes(self) -> Iterator[str]:
        for kind in KINDS:
            group = [each for each in self.act.drifted if each.change.kind == kind]
            if group:
                yield ""
                yield KIND_WORDS[kind][0].in_(self.language)
            for each, parts in _folded(group):
                yield from self._change(each, parts)

    def _change(self, each: Drifted, parts: int) -> Iterator[str]:
        change = each.change
        place = f"{self._name(change.path)}  ({change.path})"
        if change.to:
            place += f" → {self._name(change.to)}  ({change.to})"
        if parts:
            place += f", {self.say('with_parts', count=str(parts)) if parts > 1 else self.say('with_part')}"
        yield f"  {place}{f'  {change.file}:{change.line}' if change.line else ''}"
        if not each.marks:
            yield f"      {self.say('concerns_nothing')}"
        for kind in CITER_KINDS:
            marks = [mark for mark in each.marks if mark.citer.kind == kind]
            if kind == "scenario":
                yield from self._scenarios(marks)
            elif kind in ("term", "alignment", "document"):
                yield from self._short(kind, marks)
            else:
                for mark in marks:
                    yield from self._field(kind, f"{mark.citer.id}  {mark.citer.file}:{mark.citer.line}  – {self._how(mark)}")

    def _how(self, mark: Mark) -> str:
        places = "; ".join(cited(path, self.law).in_(self.language) for path in mark.cites)
        return HOW_WORDS[mark.how].format(places=places).in_(self.language)

    def _short(self, kind: str, marks: Sequence[Mark]) -> Iterator[str]:
        """Print marks without a place of their own on few lines, by how they stand to the unit."""
        groups: dict[str, list[str]] = defaultdict(list)
        for mark in marks:
            groups[self._how(mark)].append(mark.citer.id)
        for how, ids in groups.items():
            yield from self._field(kind, f"{', '.join(ids)}  – {how}")

    def _scenarios(self, marks: Sequence[Mark]) -> Iterator[str]:
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for mark in marks:
            groups[mark.citer.tries, mark.citer.file].append(str(mark.citer.line))
        for (tries, file), lines in groups.items():
            where = f"{file}:{', '.join(lines)}"
            yield from self._field("scenario", self.say("scenarios", count=str(len(lines)), tries=tries, where=where))

    def _name(self, path: str) -> str:
        return name(path, self.act.act, self.law).in_(self.language)

    # --- what is not compared ---------------------------------------------------------------------------------------------

    def _set_apart(self, key: str, lines: Sequence[Line]) -> Iterator[str]:
        if lines:
            yield ""
            yield self.say(key)
        for line in lines:
            yield f"  {line.file}:{line.line}  «{line.text}»{self._within(line)}"

    def _within(self, line: Line) -> str:
        """Say where a line was counted; what stands in no section, nowhere."""
        pieces = line.within.split("/")[2:]
        if pieces == [REST]:
            return ""
        return f"  → {frame(pieces[0], self.act.act, self.law).in_(self.language) if len(pieces) == 1 else self._name(line.within)}"

    def _aside(self) -> Iterator[str]:
        groups = [(kind, self.act.edition.aside[kind]) for kind in ASIDES if self.act.edition.aside[kind]]
        if groups:
            yield ""
            yield self.say("aside")
        for kind, lines in groups:
            yield from hung(_spans(lines), WIDTH, f"  {ASIDE_WORDS[kind].in_(self.language)}: ")

    # --- the sum ----------------------------------------------------------------------------------------------------------

    def _end(self) -> str:
        act = self.act
        said = []
        if act.drifted:
            said.append(self._sum())
        elif act.baseline is not None and act.accepted is None:
            said.append(self.say("no_drift"))
        if act.accepted is not None and act.accepted == act.baseline:
            said.append(self.say("same"))
        elif act.accepted is not None:
            file = file_of(self.report.rulebase.folder, act.act).relative_to(self.report.rulebase.folder).as_posix()
            said.append(self.say("accepted", count=str(len(act.accepted)), file=file))
        elif act.baseline is None:
            said.append(self.say("nothing_to_compare"))
        return " ".join(said)

    def _sum(self) -> str:
        counts = {kind: sum(each.change.kind == kind for each in self.act.drifted) for kind in KINDS}
        changes = ", ".join(f"{count} {KIND_WORDS[kind][1 if count == 1 else 2].in_(self.language)}"
                            for kind, count in counts.items() if count)
        concerned = {kind: {mark.citer.id + mark.citer.tries for each in self.act.drifted for mark in each.marks if mark.citer.kind == kind}
                     for kind in CITER_KINDS}
        listed = ", ".join(f"{len(ids)} {CITER_WORDS[kind][1 if len(ids) == 1 else 2].in_(self.language)}"
                           for kind, ids in concerned.items() if ids)
        return self.say("sum", changes=changes, concerned=listed) if listed else self.say("sum_nothing", changes=changes)

    def _field(self, kind: str, words: str) -> Iterator[str]:
        label = CITER_WORDS[kind][0].in_(self.language)
        yield from hung(words, WIDTH, f"      {label:<{LABEL}}")


def _folded(group: Sequence[Drifted]) -> list[tuple[Drifted, int]]:
    """Take together a unit and the parts that went the same way with it, where they concern nothing that it does not."""
    found: list[list[Drifted]] = []
    for each in group:
        whole = next((parts for parts in reversed(found) if _goes_with(each, parts[0])), None)
        if whole is None:
            found.append([each])
        else:
            whole.append(each)
    return [(parts[0], len(parts) - 1) for parts in found]


def _goes_with(part: Drifted, whole: Drifted) -> bool:
    one, other = part.change, whole.change
    tail = one.path.removeprefix(other.path)
    same_way = one.kind != "changed" and tail.startswith("/") and one.to == (other.to + tail if other.to else "")
    return same_way and {mark.citer for mark in part.marks} <= {mark.citer for mark in whole.marks}


def _spans(lines: Iterable[Line]) -> str:
    """Write lines as the places they stand, those of one file together: ``lov.html:1–4, 9``."""
    places: dict[str, list[list[int]]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.file, line.line)):
        spans = places[line.file]
        if spans and line.line <= spans[-1][-1] + 1:
            spans[-1][-1] = line.line
        else:
            spans.append([line.line, line.line])
    return "; ".join(
        f"{file}:{', '.join(str(first) if first == last else f'{first}–{last}' for first, last in spans)}" for file, spans in places.items()
    )
