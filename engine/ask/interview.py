"""An interview: the questions one by one in plain language, each with its reason; each answer is saved before the next is asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from engine.ask import interview_words as iw
from engine.ask.answers import Answer, Form
from engine.ask.asking import Asking, Ranked, ask
from engine.ask.labels import Labels
from engine.ask.replies import Meant, Reply, read_reply
from engine.ask.saving import Complete, Given, Noted, Save, Saying, noted, place_of, saved, store
from engine.ask.scope import chosen
from engine.ask.telling import described, wrap
from engine.assessment import Assessment, assess_case
from engine.case.model import Answer as Value
from engine.case.model import Case
from engine.case.reader import read_data
from engine.errors import BadInputError
from engine.rulebase import RuleBase
from engine.text import Language, Text
from engine.vocabulary.model import Kind, Origin

Hear = Callable[[str], str | None]  # puts a prompt and gives a line, or None where there are no more
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Terms:
    """What an interview is about: the file, the law, the narrowing, who answers and for which day."""

    file: Path
    law_date: date | None = None
    regimes: tuple[str, ...] | None = None
    unit: str | None = None
    duty: str | None = None
    by: str | None = None
    as_of: date | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An answer that was saved, so that it can be taken back."""

    address: str
    before: bytes
    after: bytes


@dataclass(slots=True)
class Interview:
    """One interview. ``hear`` and ``tell`` are its ears and mouth. Raises BadInputError where the case file has problems, and OSError
    where it can't be written."""

    terms: Terms
    rulebase: RuleBase
    language: Language
    hear: Hear
    tell: Tell
    by: str = ""
    day: date = date.min
    done: set[str] = field(default_factory=set)  # asked in this interview
    steps: list[Step] = field(default_factory=list)
    next: str | None = None  # the question that was gone back to

    def run(self) -> None:
        """Ask until there is nothing more to ask, or somebody stops."""
        asking = self._now()
        name = asking.assessment.case.enterprise.title or ""
        self._say(iw.HELLO, name=name, file=self.terms.file.name)
        if not self._introduced(asking.assessment.case):
            return
        while (ranked := self._pick(asking)) and (self.terms.most is None or len(self.steps) < self.terms.most):
            open_before = asking.open
            if not self._put(ranked, asking):
                break
            asking = self._now()
            if open_before > asking.open:
                self._say(iw.OUTCOME_NOW, n=open_before - asking.open)
        else:
            self._say(iw.DONE if ranked is None else iw.ENOUGH)
            if ranked is None and asking.questions:
                self._say(iw.ELSEWHERE, n=len(asking.questions))
        self._say(iw.BYE, n=len(self.steps), open=asking.open)

    def _now(self) -> Asking:
        """Assess the file as it is now."""
        case, warnings = read_data(self.terms.file.read_bytes(), str(self.terms.file), self.rulebase.vocabulary)
        assessment = assess_case(case, self.rulebase, self.terms.law_date, self.terms.regimes, tuple(warnings))
        return ask(assessment, chosen(assessment, self.terms.unit, self.terms.duty))

    def _introduced(self, case: Case) -> bool:
        """Find out who answers and for which day; false where nobody says."""
        role, day = self.terms.by or "", self.terms.as_of
        while not role:
            self._say(iw.WHO, roles=", ".join(self.roles()))
            said = self.hear("> ")
            if said is None or read_reply(said).meant is Meant.QUIT:
                return False
            role = self.role(said) or ""
            if not role:
                self._say(iw.NO_ROLE, given=said.strip())
        while day is None:
            self._say(iw.WHEN, day=case.date)
            said = self.hear("> ")
            if said is None or read_reply(said).meant is Meant.QUIT:
                return False
            day = day_of(said, case.date) if said.strip() else case.date
            if day is None:
                self._say(iw.NO_DAY, given=said.strip(), day=case.date)
        self.by, self.day = role, day
        return True

    def roles(self) -> list[str]:
        """Give the roles as they are called in the language."""
        vocabulary = self.rulebase.vocabulary
        return [vocabulary.concepts[role].label.in_(self.language) for role in vocabulary.collections["roles"].members]

    def role(self, said: str) -> str | None:
        """Give the role that is meant by its id or its name in any language."""
        vocabulary, wanted = self.rulebase.vocabulary, said.strip().casefold()
        for role in vocabulary.collections["roles"].members:
            concept = vocabulary.concepts[role]
            if wanted in {word.casefold() for word in (role, *concept.label, *concept.in_sentence)}:
                return role
        return None

    def _pick(self, asking: Asking) -> Ranked | None:
        """Give the next question: the one that was gone back to, else the first that can be answered here and was not."""
        if self.next:
            wanted, self.next = self.next, None
            if again := next((ranked for ranked in asking.questions if ranked.address == wanted), None):
                return again
        known = noted(self.terms.file.read_text(encoding="utf-8-sig"), self.by)
        return next((ranked for ranked in asking.questions if self._is_to_ask(ranked, asking.assessment, known)), None)

    def _is_to_ask(self, ranked: Ranked, assessment: Assessment, known: dict[str, int]) -> bool:
        address, asked, case = ranked.address, ranked.asked, assessment.case
        if address in self.done or asked.state in ("mapping", "disputed") or asked.form is Form.DOCUMENT:
            return False
        if address in known and known[address] == self._entries(address, case):
            return False
        if asked.form is Form.REGISTER:
            return True
        subject, prop_id, obj = (*address.split("/"), None)[:3]
        entry = case.entries.get(str(subject))
        if entry is None or (asked.state == "dont_know" and self.by in asked.who):
            return False
        if asked.form is Form.FIELD:
            return place_of(str(prop_id), entry.cls, self.rulebase.vocabulary) is not None
        prop = self.rulebase.vocabulary.properties[str(prop_id)]
        said = {(each.about, each.property, each.object, each.stated_by) for each in case.answers}
        return prop.origin is Origin.INPUT and prop.kind in (Kind.FLAG, Kind.LINK) and (subject, prop_id, obj, self.by) not in said

    def _entries(self, address: str, case: Case) -> int:
        cls = self.rulebase.vocabulary.of_register(address.rpartition("/")[2])
        return sum(1 for _ in case.of(cls.id)) if cls else 0

    def _put(self, ranked: Ranked, asking: Asking) -> bool:
        """Put one question until it is answered; false where somebody stops."""
        self.tell("")
        for line in self._question(ranked, asking):
            self.tell(line)
        choices = self._choices(ranked)
        self.tell("   " + choices.in_(self.language))
        while True:
            typed = self.hear("> ")
            reply = read_reply(typed) if typed is not None else Reply(Meant.QUIT)
            if reply.meant is Meant.QUIT:
                return False
            if reply.meant is Meant.BACK:
                if self._back():
                    return True
                continue
            save = self._save_of(ranked, reply, asking.assessment.case)
            if save is None:
                self._say(iw.NOT_UNDERSTOOD, choices=choices.in_(self.language))
            elif self._keep(ranked, save):
                return True

    def _question(self, ranked: Ranked, asking: Asking) -> Iterator[str]:
        labels = Labels(asking.assessment, self.language)
        left = iw.LEFT.in_(self.language).format(open=asking.open)
        yield left
        yield from described([ranked], labels)

    def _choices(self, ranked: Ranked) -> Text:
        if ranked.asked.form is Form.REGISTER:
            return iw.OF_REGISTER
        if ranked.asked.form is Form.FIELD:
            return iw.A_DAY if self._is_day(ranked) else iw.A_NUMBER
        return iw.YES_NO

    def _is_day(self, ranked: Ranked) -> bool:
        prop = self.rulebase.vocabulary.properties.get(ranked.address.split("/")[1])
        return prop is None or prop.range == "date"

    def _save_of(self, ranked: Ranked, reply: Reply, case: Case) -> Save | None:
        """Give what is to be written for a reply; None where it is no answer to this question."""
        subject, what, obj = (*ranked.address.split("/"), None)[:3]
        about, name = str(subject), str(what)
        aside = Noted(ranked.address, "dont_know", self.by, self.day, self._entries(ranked.address, case))
        match ranked.asked.form:
            case Form.REGISTER:
                if reply.meant is Meant.DONT_KNOW:
                    return aside
                if reply.meant not in (Meant.YES, Meant.NO):
                    return None
                if ranked.asked.answer_of(reply.meant is Meant.YES) is Answer.COMPLETE:
                    return Complete(name, about, self.by, self.day)
                return Noted(ranked.address, "more", self.by, self.day, aside.entries)
            case Form.FIELD:
                if reply.meant is Meant.DONT_KNOW:
                    return aside
                path = place_of(name, case.entries[about].cls, self.rulebase.vocabulary)
                return Given(about, path, reply.text) if path and self._fits(ranked, reply, case) else None
            case _:
                if reply.meant is Meant.OTHER:
                    return None
                because = None
                if reply.meant is Meant.NOT_RELEVANT:
                    because = reply.text or self._why()
                    if not because:
                        return None
                return Saying(about, name, obj, Value(reply.meant.value), because, self.by, self.day)

    def _fits(self, ranked: Ranked, reply: Reply, case: Case) -> bool:
        """Say whether a reply is a date, or a number, as the question wants."""
        if self._is_day(ranked):
            return day_of(reply.text, date.max) is not None
        return reply.text.isascii() and reply.text.isdigit() and len(reply.text) < 10

    def _why(self) -> str:
        self._say(iw.WHY)
        return (self.hear("> ") or "").strip()

    def _keep(self, ranked: Ranked, save: Save) -> bool:
        """Save an answer; false where the file would not be a valid case with it (said, with the reason)."""
        before = self.terms.file.read_bytes()
        try:
            after = saved(before, save, str(self.terms.file), self.rulebase.vocabulary)
        except BadInputError as error:
            self._say(iw.NOT_SAVED)
            for problem in error.problems:
                self.tell(problem.render(self.language))
            return False
        store(self.terms.file, after)
        self.done.add(ranked.address)
        self.steps.append(Step(ranked.address, before, after))
        if isinstance(save, Noted) and save.word == "more":
            self._say(iw.SAVED_MORE, register=ranked.address.rpartition("/")[2])
        else:
            self._say(iw.SAVED)
        return True

    def _back(self) -> bool:
        """Take the last answer out of the file, and ask its question again."""
        if not self.steps:
            self._say(iw.NO_BACK)
            return False
        last = self.steps[-1]
        if self.terms.file.read_bytes() != last.after:
            self._say(iw.CHANGED)
            return False
        store(self.terms.file, last.before)
        self.steps.pop()
        self.done.discard(last.address)
        self.next = last.address
        self._say(iw.UNDONE)
        return True

    def _say(self, form: Text, **slots: object) -> None:
        for line in wrap(form.in_(self.language).format(**slots), 0):
            self.tell(line)


def day_of(said: str, latest: date) -> date | None:
    """Read a day, not later than another; None where it is none."""
    try:
        day = date.fromisoformat(said.strip())
    except ValueError:
        return None
    return day if day <= latest else None



