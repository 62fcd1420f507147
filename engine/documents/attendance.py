"""Who took part in the step of the work that a paper comes from, as the register of participation has it."""

from engine.case.model import Case, Entry
from engine.documents.reading import ASSESSMENT, MAPPING, PLAN, Paper, Sayings, documents_of, units_of

STEP = {MAPPING: "mapping", ASSESSMENT: "risk_assessment", PLAN: "measures"}
EMPLOYEES = "employees"


class Attendance:
    """Reads the register of participation of one case."""

    def __init__(self, case: Case, said: Sayings) -> None:
        self.case, self.said = case, said

    def of(self, paper: Paper) -> tuple[set[str], set[str]]:
        """Give the parties that took part in this step for a unit of the paper, and those recorded as not.

        What does not say which step it belongs to may belong to this one.
        """
        step = STEP[paper.entry.cls]
        steps = {f"psychosocial_{step}"}
        steps |= {f"violence_{step}"} if paper.violence or not paper.psychosocial else set()
        steps |= {f"harassment_{step}"} if paper.harassment or not paper.psychosocial else set()
        return self._parties(paper.entry, paper.units, steps)

    def in_step(self, entry: Entry, step: str) -> tuple[set[str], set[str]]:
        """Give the parties that took part in one step for a unit of an entry, and those recorded as not."""
        return self._parties(entry, units_of(entry, self.case), {step})

    def is_complete(self, register: str, units: tuple[str, ...]) -> bool:
        """Say whether somebody says that a register is complete for these units."""
        said = [statement for statement in self.case.completeness if statement.register == register]
        covered = {unit for statement in said for unit in statement.complete_for or units}
        return set(units) <= covered

    def _parties(self, entry: Entry, units: tuple[str, ...], steps: set[str]) -> tuple[set[str], set[str]]:
        took_part, did_not = set[str](), set[str]()
        for record in self.case.of("Participation"):
            named = self.said.of(record.id, "in_step")
            unnamed = not named or self.said.is_open(record.id, "in_step")
            same_paper = set(documents_of(record)) & set(documents_of(entry))
            if set(units_of(record, self.case)) & set(units) and (named & steps or unnamed or same_paper):
                (did_not if self.said.denies(record.id, "took_place") else took_part).update(self.said.of(record.id, "from_party"))
        return took_part, did_not
