"""What the test of scenarios prints: what failed and why, what was seen of each condition, which mutants survive."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from engine.coverage import DutyCoverage, lines
from engine.scenarios import words as w
from engine.scenarios.coverage import Covered
from engine.scenarios.failure import Failure
from engine.scenarios.mutants import Mutant
from engine.scenarios.mutation import Verdict
from engine.scenarios.survivors import FILE, Listed
from engine.text import Language, Text
from engine.truth import Truth
from engine.vocabulary.model import Vocabulary

WIDTH = 110


class Report:
    """Writes in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def _(self, text: Text, **slots: object) -> str:
        return text.in_(self.language).format(**slots)

    def failure(self, failed: Failure) -> list[str]:
        """Write one scenario that failed: what should have come out and what did, and why."""
        labels = [self._(w.SHOULD_BE), self._(w.CAME_OUT)]
        width = max(map(len, labels))
        found = [
            f"{failed.file}:{failed.line}  {failed.tries}",
            *self._wrapped(f"«{failed.name}»", 2),
            f"  - {labels[0]:<{width}}  {failed.expected}  ({failed.source})",
            f"  + {labels[1]:<{width}}  {failed.actual}",
        ]
        found += [f"  {self._(w.REASON)}:", *(line for said in failed.reason for line in self._wrapped(said, 4))]
        if failed.differs:
            found.append(f"  {self._(w.DIFFERS)}:")
        for answer in failed.differs:
            found.append(f"    {answer.question} {self._(w.MUST_BE, wanted=answer.wanted, found=answer.found)}")
            for ground in answer.grounds:
                found += [f"      {self._(w.FROM_LINE, line=ground.line, found=ground.found)}"] if ground.line else []
                found += [line for step in ground.steps for line in self._wrapped(step, 8)]
        if failed.open:
            found += [f"  {self._(w.OPEN)}:", *(line for asked in failed.open for line in self._wrapped(f"– {asked}", 4))]
        return [*found, ""]

    def summary(self, run: int, failed: int) -> str:
        """Say how many scenarios were run, and how many came out as they should."""
        return self._(w.SOME_FAILED if failed else w.ALL_PASSED, all=self._(w.count(w.SCENARIOS, run)), failed=failed)

    def coverage(self, duties: Iterable[DutyCoverage], conditions: Sequence[Covered], vocabulary: Vocabulary) -> list[str]:
        """Write the outcomes that are shown of each duty, and under each part the conditions that were never seen yes or never no."""
        shown = {each.duty.origins.id: lines([each], vocabulary, self.language) for each in duties}
        under: dict[str, list[str]] = {part: list(found) for part, found in shown.items()}
        for covered in conditions:
            listed = under.setdefault(covered.part, [covered.part])
            if covered.never:
                listed.append(f"    {covered.place.file}:{covered.place.line}  {self._(_never(covered))}: {covered.line}")
        states = [covered.never for covered in conditions]
        total = self._(
            w.CONDITIONS_SEEN, all=self._(w.count(w.CONDITIONS, len(states))), both=states.count(()), yes=states.count((Truth.YES,)),
            no=states.count((Truth.NO,)), neither=states.count((Truth.YES, Truth.NO)),
        )
        return [*(line for part in under.values() for line in part), "", total]

    def survivors(self, mutants: Sequence[Mutant], verdicts: Sequence[Verdict], listed: Mapping[str, Listed]) -> list[str]:
        """Write the mutants that no scenario kills, those listed with their reason, and the share that is killed."""
        found: list[str] = []
        alive = [m for m, verdict in zip(mutants, verdicts, strict=True) if verdict.is_rule and verdict.killer is None]
        for mutant in alive:
            found.append(f"{mutant.place.file}:{mutant.place.line}  {mutant.line}")
            found.append(f"    {self._(w.SURVIVES, what=self._(w.MUTATED[mutant.kind]))}  [{mutant.id}]")
            if mutant.id in listed:
                found += self._wrapped(self._(w.BECAUSE, why=listed[mutant.id].because), 4)
        counted = sum(verdict.is_rule for verdict in verdicts)
        share = (counted - len(alive)) / counted if counted else 1.0
        decimal = f"{share:.1%}" if self.language == "en" else f"{share * 100:.1f} %".replace(".", ",")
        found += [""] if found else []
        found.append(self._(
            w.KILLED, all=self._(w.count(w.MUTANTS, counted)), killed=counted - len(alive), share=decimal, survive=len(alive),
            listed=sum(mutant.id in listed for mutant in alive), file=FILE,
        ))
        if counted < len(verdicts):
            found.append(self._(w.NOT_RUN, n=len(verdicts) - counted))
        return found

    def _wrapped(self, said: str, indent: int) -> list[str]:
        inner = len(said) - len(said.lstrip())
        blank = " " * (indent + inner)
        return textwrap.wrap(
            said.strip(), WIDTH, initial_indent=blank, subsequent_indent=f"{blank}  ", break_long_words=False, break_on_hyphens=False
        )


def _never(covered: Covered) -> Text:
    return w.NEVER_SEEN["both" if len(covered.never) == len(w.TRUTH) - 1 else covered.never[0].word]
