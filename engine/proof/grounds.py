"""What a report says beside the outcomes: remarks, the documents and what they lack, and what the assessment rests on."""

from dataclasses import dataclass
from pathlib import PurePath

from engine import __version__
from engine.case.model import ENTERPRISE, Entry
from engine.documents.findings import SEVERITIES, Finding
from engine.proof import report_words as rw
from engine.proof import words as w
from engine.proof.masking import masked_units
from engine.proof.report import Report
from engine.proof.steps import Step, below
from engine.text import Text
from engine.vocabulary.phrases import capital


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding that is neither outcome nor breach."""

    where: str
    message: str
    force: str
    citation: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a document lacks."""

    severity: str
    word: str
    entry: str
    message: str
    question: str
    citation: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the case; ``about`` is what kind it is, its date, and how much of it is transcribed."""

    name: str
    about: str
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that the assessment rests on: ``values`` are lines, ``code`` says that they are identifiers."""

    name: str
    values: tuple[str, ...]
    code: bool = False


class Grounds:
    """The parts of a report that are not outcomes."""

    def __init__(self, report: Report) -> None:
        self.report, self.assessment = report, report.assessment
        self.language, self.vocabulary = report.language, report.vocabulary

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def remarks(self) -> list[Remark]:
        """Give the remarks, each with its proof."""
        found = []
        for noted in self.assessment.remarks:
            concept = self.vocabulary.concepts[noted.remark.message]
            masked: frozenset[str] = frozenset()
            for _ in range(2):  # a second time where the first telling names a unit that it must not name
                speaker = self.report.speaker(masked)
                voice = speaker.voice()
                steps = below(noted.proof, voice)
                others = [entity for entity in noted.env.values() if entity not in (noted.unit, ENTERPRISE)]
                where = ", ".join(voice.names.of(entity) for entity in (noted.unit or ENTERPRISE, *others))
                masked = masked_units(speaker.told | set(noted.env.values()), self.assessment)
                if not masked:
                    break
            message = (concept.note or concept.label).in_(self.language)
            citation = self.report.cite(noted.remark.origins.provisions[0])
            found.append(Remark(capital(where), message, self._(w.FORCE[noted.remark.force]), citation, steps))
        return found

    def documents(self) -> list[Document]:
        """Give the documents of the case with what each lacks, then what was only stated and lacks something."""
        case = self.assessment.case
        by_document: dict[str | None, list[Finding]] = {}
        for finding in self.assessment.findings:
            by_document.setdefault(finding.document, []).append(finding)
        found = [
            Document(f"{entry.id} {entry.title or ''}".strip(), self._about(entry), self._lacks(by_document.get(entry.id, [])))
            for entry in case.of("Document")
        ]
        if None in by_document:
            found.append(Document(self._(rw.NO_DOCUMENT), "", self._lacks(by_document[None])))
        return found

    def _about(self, entry: Entry) -> str:
        kind = self.vocabulary.concepts.get(str(entry.one("kind")))
        dated, transcribed = entry.one("dated"), str(entry.one("transcribed") or "")
        found = [kind.label.in_(self.language) if kind else "", self._(rw.DATED, day=dated) if dated else ""]
        found.append(self._(rw.TRANSCRIBED.get(transcribed, rw.TRANSCRIBED[""])))
        return capital(", ".join(part for part in found if part))

    def _lacks(self, findings: list[Finding]) -> tuple[Lack, ...]:
        names = self.report.speaker().voice().names
        return tuple(
            Lack(
                f.severity,
                self._word(f),
                capital(names.of(f.entry)),
                f.message.in_(self.language),
                f.question.in_(self.language) if f.question else "",
                self.report.cite(f.provision),
            )
            for f in sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), not f.certain))
        )

    def _word(self, finding: Finding) -> str:
        maybe = finding.severity == "violation" and not finding.certain
        return self._(rw.MAYBE if maybe else rw.SEVERITY[finding.severity])

    def rests_on(self) -> list[Ground]:
        """Say what the assessment rests on: the case and its hash, the days, the rule base, the acts, and what was said to be complete."""
        a, case = self.assessment, self.assessment.case
        law = a.rulebase.law
        paths = {path for outcome in a.outcomes for path in outcome.duty.origins.provisions}
        cited = {law.versions(path)[-1].act for path in paths}
        used = [act for act in law.acts if act in cited]
        return [
            Ground(self._(rw.CASE), (PurePath(case.file).name,)),
            Ground("", (f"sha256:{case.sha256}",), True),
            Ground(self._(rw.FACTS_DAY), (str(case.date),)),
            Ground(self._(rw.LAW_DAY), (str(a.law_date),)),
            Ground(self._(rw.BASIS), (self._(w.BASIS[case.basis.value]),)),
            Ground(self._(rw.RULEBASE), (a.rulebase.hash,), True),
            Ground(self._(rw.LAW_READ), (str(law.last_read),)),
            Ground(self._(rw.ENGINE), (f"Forsvarlig {__version__}",)),
            Ground(self._(rw.ACTS), tuple(self._act(act) for act in used)),
            Ground(self._(rw.REGISTERS), tuple(self._registers()) or (self._(rw.NO_REGISTERS),)),
        ]

    def _act(self, act_id: str) -> str:
        act = self.assessment.rulebase.law.acts[act_id]
        return f"{act.title.in_(self.language)} ({act.identifier})" if act.identifier else act.title.in_(self.language)

    def _registers(self) -> list[str]:
        """Say which registers somebody stated to be complete, for which units."""
        names = self.report.speaker().voice().names
        grouped: dict[tuple[str, str, str], list[str]] = {}
        for (register, unit), said in sorted(self.assessment.facts.closed.items()):
            who = ", ".join(names.of(role) for role in said.who)
            grouped.setdefault((register, who, str(said.as_of)), []).append(names.of(unit))
        found = []
        for (register, who, day), units in grouped.items():
            cls = self.vocabulary.of_register(register)
            named = cls.noun.definite_plural.in_(self.language) if cls else register
            found.append(capital(self._(rw.REGISTER, register=named, unit="; ".join(units), who=who, day=day)))
        return found

    def limits(self) -> list[str]:
        """Say what the assessment does not say."""
        return [self._(w.ASSIST), self._(rw.UNKNOWN_IS_NOT_NO), self._(rw.ONLY_ENCODED)]
