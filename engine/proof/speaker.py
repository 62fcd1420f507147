"""Speaking of an outcome without naming the units that it must not name, in everything that is said of it."""

import re

from engine.assessment import Assessment
from engine.inference.outcome import Outcome
from engine.proof.names import SMALL_UNIT
from engine.proof.questions import Questions
from engine.proof.reasons import Reasons, Voice
from engine.text import Language

SHORTEST = 3  # letters of a unit's name that are looked for inside titles


class Speaker(Reasons):
    """Reasons and questions that leave some units unnamed, and keep count of everything that was spoken of."""

    def __init__(self, assessment: Assessment, language: Language, masked: frozenset[str] = frozenset()) -> None:
        super().__init__(assessment, language)
        self.hidden_units = masked
        self.told: set[str] = set()
        case = assessment.case
        self.questions = Questions(case, self.vocabulary, masked)
        self.questions.names[language].named = self.told
        titles = sorted((case.entries[unit].title or "" for unit in masked), key=lambda title: (-len(title), title))
        long = [re.escape(title) for title in titles if len(title) >= SHORTEST]
        self._titles = re.compile("|".join(long), re.IGNORECASE) if long else None

    def hidden(self, outcome: Outcome) -> frozenset[str]:
        """Give the units that go unnamed: those of this speaker, whatever it tells."""
        return self.hidden_units

    def voice(self, masked: frozenset[str] = frozenset()) -> Voice:
        """Give a voice; what it names is counted."""
        voice = super().voice(masked | self.hidden_units)
        voice.names.named = self.told
        return voice

    def hide(self, text: str) -> str:
        """Take the name of a hidden unit out of a title or a place that the case file gives."""
        return self._titles.sub(SMALL_UNIT.in_(self.language), text) if self._titles else text
