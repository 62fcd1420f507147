"""What can only be seen over all rule files: ids used twice, derived statements that nothing concludes; and hints."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from engine.errors import Problem
from engine.language import syntax as s
from engine.language.keywords import keywords
from engine.language.report import Reporter
from engine.language.walk import Part, conditions_of, inside, sentences
from engine.text import Text
from engine.vocabulary.model import Origin, Vocabulary


def check_together(parts: Sequence[Part], vocabulary: Vocabulary, reports: Mapping[str, Reporter]) -> None:
    """Report ids used twice for the same time, and derived statements that no rule concludes (where first used)."""
    by_id: dict[str, list[Part]] = {}
    for part in parts:
        by_id.setdefault(part.origins.id, []).append(part)
    for same_id in by_id.values():
        for first, second in combinations(same_id, 2):
            if type(first) is not type(second) or _overlap(first.origins, second.origins):
                place, other = second.origins.place, first.origins.place
                line = Text("linje", "linje", "line").in_(second.origins.language) + f" {other.line}"
                where = f"{other.file}:{other.line}" if other.file != place.file else line
                _at(
                    reports, place, "duplicate-id", id=second.origins.id, where=where, valid=_word(second, "VALID_FROM")
                )
    concluded = {part.then.property for part in parts if isinstance(part, s.Rule)}
    for part in parts:
        for sentence, _ in sentences(conditions_of(part)):
            prop = vocabulary.properties[sentence.property]
            if prop.origin is Origin.DERIVED and prop.id not in concluded:
                concluded.add(prop.id)
                phrase = (prop.phrase or prop.label).in_(part.origins.language).replace("{s}", "…").replace("{o}", "…")
                _at(reports, sentence.place, "never-concluded", phrase=phrase, keyword=_word(part, "THEN"))


def hints(rules: s.RuleSet, vocabulary: Vocabulary, files: Mapping[str, str]) -> list[Problem]:
    """Give what is not wrong but good to know: conditions that become certain only when a register is complete."""
    reports = {path: Reporter(path, text.split("\n")) for path, text in files.items()}
    parts: tuple[Part, ...] = (*rules.duties, *rules.rules, *rules.remarks, *rules.outlooks)
    for part in parts:
        for exists in _denied(conditions_of(part), False):
            cls = vocabulary.classes.get(exists.var.type)
            if cls and cls.register:
                _at(reports, exists.place, "closed-world", register=cls.register)
    return sorted(problem for report in reports.values() for problem in report.problems)


def _denied(conditions: Sequence[s.Condition], negated: bool) -> Iterator[s.Exists]:
    for condition in conditions:
        if negated and isinstance(condition, s.Exists):
            yield condition
        yield from _denied(inside(condition), negated != isinstance(condition, s.Not))


def _overlap(first: s.Origins, second: s.Origins) -> bool:
    start = max(first.valid_from or date.min, second.valid_from or date.min)
    return start < min(first.valid_until or date.max, second.valid_until or date.max)


def _word(part: Part, terminal: str) -> str:
    return keywords(part.origins.language)[terminal]


def _at(reports: Mapping[str, Reporter], place: s.Place, code: str, **slots: str | Text) -> None:
    reports[place.file].at(place.line, place.column, code, hint=None, bad=False, **slots)
