"""Differences put into words: where, and for which reason, under each rule base. Small units go unnamed as in every report."""

from collections.abc import Callable, Sequence

from engine.case.model import ENTERPRISE
from engine.impact.compare import Difference, Row, Side
from engine.impact.model import Change
from engine.inference.outcome import Outcome
from engine.proof.masking import is_small, masked_units
from engine.proof.node import entities_of
from engine.proof.report import Report
from engine.proof.words import WHOLE
from engine.text import LANGUAGES, Language, Text

HIDDEN = "…"


class Teller:
    """Tells the differences of one case, in some languages; the texts are empty in the others."""

    def __init__(self, old: Side, new: Side, languages: Sequence[Language]) -> None:
        self.languages, self._marks = languages, (old.mark, new.mark)
        self._reports = {
            language: tuple(Report(side.assessment, language, proofs=False) for side in (old, new)) for language in languages
        }
        self._masks = any(
            is_small(unit, incident.id, side.assessment)
            for side in (old, new)
            for incident in side.assessment.case.of("Incident")
            for unit in side.assessment.facts.units_of[incident.id]
        )
        self._hidden: dict[str, frozenset[str]] = {}
        self._told: set[object] = set()

    def tell(self, case: int, difference: Difference) -> Change:
        """Tell one difference of the case with this number.

        Of the places where a duty has the same outcome for another reason, by the same edits, the first has its reasons told.
        """
        hidden = self._hidden_in(difference) if self._masks else frozenset()
        shape = (difference.part, difference.new_word, difference.because)
        brief = difference.what == "reason" and shape in self._told
        self._told.add(shape)
        rows = (difference.old, difference.new)
        side = 0 if difference.new is None or (not difference.new.env and difference.old and difference.old.env) else 1
        shown = rows[side]
        assert shown is not None  # a difference has a row on one side at least
        return Change(
            case,
            difference.part,
            HIDDEN if shown.unit in hidden else difference.address or ENTERPRISE,
            self._text(lambda language: _where(self._reports[language][side], shown, hidden)),
            difference.what,
            difference.old_word,
            difference.new_word,
            difference.because,
            *(None if brief else self._reason(number, row, hidden) for number, row in enumerate(rows)),
        )

    def _hidden_in(self, difference: Difference) -> frozenset[str]:
        """Give the units that go unnamed: both sides of a part stand together, so what one of its rows must not name none names."""
        part = difference.part
        if part not in self._hidden:
            found: list[frozenset[str]] = []
            for pair in self._reports.values():
                for report, mark, row in zip(pair, self._marks, (difference.old, difference.new), strict=True):
                    found += [report.row(each).masked for each in report.assessment.of_duty(part + mark)]
                    if row is not None and not isinstance(row, Outcome):
                        found.append(masked_units(entities_of(row.proof) | set(row.env.values()), report.assessment))
            self._hidden[part] = frozenset().union(*found)
        return self._hidden[part]

    def _reason(self, side: int, row: Row | None, hidden: frozenset[str]) -> Text | None:
        if not isinstance(row, Outcome):
            return None
        outcome = row

        def said(language: Language) -> str:
            speaker = self._reports[language][side].speaker(hidden)
            return speaker.hide(speaker.of(outcome))

        return self._text(said)

    def _text(self, said: Callable[[Language], str]) -> Text:
        return Text(*(said(language) if language in self.languages else "" for language in LANGUAGES))


def _where(report: Report, row: Row, hidden: frozenset[str]) -> str:
    """Name the scope: its unit, and the entries or concepts with it."""
    speaker = report.speaker(hidden)
    names = speaker.voice().names
    others = [entity for entity in row.env.values() if entity not in (row.unit, ENTERPRISE)]
    unit = names.of(row.unit) if row.unit else WHOLE.in_(report.language)
    return " · ".join([unit, *(speaker.hide(names.of(entity)) for entity in others)])
