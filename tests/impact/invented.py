"""A few invented rules over the real vocabulary and law base, and small cases: what the tests of the comparison change and compare."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from engine.impact.model import Impact
from engine.impact.run import impact
from engine.language.read import read_rules
from engine.rulebase import RuleBase, hash_of, load

ROOT = Path(__file__).resolve().parents[2]
RULES = "rules/no/utforelse/3A-5.regel"
OTHERS = "rules/no/utforelse/3A-2.regel"

TRAINING = """språk nb

# En kommentar.
plikt no.utforelse.3A-5.1
  hjemmel no/utforelse/3A-5/1
  pliktsubjekt arbeidsgiver
  for hver enhet U
  når
    U har arbeid med risiko for vold eller trusler
  oppfylt når
    det finnes en opplæring O
      som er gitt til U
      og dekker «forebygging og håndtering av vold og trusler»
  brudd når
    ikke: det finnes en opplæring O
      som er gitt til U
      og dekker «forebygging og håndtering av vold og trusler»
  brudd når
    U har sikkerhetsutstyr mot vold eller trusler
    ikke: det finnes en opplæring O
      som er gitt til U
      og dekker «bruk av sikkerhetsutstyr»
  mål «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md
"""
IN_DANISH = """sprog da
pligt no.utforelse.3A-5.1
   hjemmel no/utforelse/3A-5/1
   pligtsubjekt arbejdsgiver
   for hver enhed U
   når
     U har arbejde med risiko for vold eller trusler
   opfyldt når
     der findes en oplæring O
       som er givet til U
       og dækker «forebyggelse og håndtering af vold og trusler»

   # En anden kommentar.
   brud når
     ikke: der findes en oplæring O
       som er givet til U
       og dækker «forebyggelse og håndtering af vold og trusler»
   brud når
     U har sikkerhedsudstyr mod vold eller trusler
     ikke: der findes en oplæring O
       som er givet til U
       og dækker «brug af sikkerhedsudstyr»
   mål «nødvendig oplæring og øvelse i at forebygge og håndtere vold og trusler»
   kan ikke blive skal undersøges fordi «kilderne nævner ingen indikator, der giver mistanke» kilde core-duties.md
"""
PLAN = """språk nb

plikt no.utforelse.3A-2.1
  hjemmel no/utforelse/3A-2/1
  pliktsubjekt arbeidsgiver
  for hver virksomhet V
  når
    V har N ansatte i alt
    N er minst «den danske lovens grense for arbeidsmiljøorganisasjon»
  kreves
    V oppfyller kravet om «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»
  mål «kartlegging av forhold som kan føre til vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md

plikt no.utforelse.3A-2.2
  hjemmel no/utforelse/3A-2/2
  pliktsubjekt arbeidsgiver
  for hver enhet U
  kreves
    det finnes et tiltak M
      som gjelder U
      og er gjennomført
  mål «vurdering, samlet og enkeltvis, av forhold som kan føre til vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md
  kan ikke bli ikke aktuelt fordi «plikten gjelder alltid» kilde core-duties.md

regel no.utforelse.3A-2.done
  for hver tiltak M
  når
    M har statusen «gjennomført»
  så
    M er gjennomført

plikt no.utforelse.3A-2.3
  hjemmel no/utforelse/3A-2/3
  pliktsubjekt arbeidsgiver
  for hver endring C
  kreves
    C kan ha betydning for risikoforholdene
  mål «særlig hensyn til de åtte forholdene i risikovurderingen av vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md
"""
REMARK = """
merknad no.utforelse.3A-2.m1
  hjemmel no/utforelse/3A-2/1
  for hver tiltak M
  når
    M har statusen «planlagt»
  styrke veiledning
  melding «bare individuelle tiltak mot en årsak i organiseringen»
"""
HEAD = """forsvarlig: case/1
language: nb
regimes: [no]
date: 2026-06-30
basis: interview
fictional: yes
enterprise: {name: Lillevik omsorg, work: employer, place: mainland, employees: {total: 12}}
"""
UNIT = "units: [{id: natt, name: Nattlaget, employees: 30, entails_violence: yes, uses_safety_equipment: no}]\n"
CLOSED = "registers: [{register: training, complete_for: all, as_of: 2026-06-30, stated_by: employer}]\n"
TRAINED = "training: [{id: O1, units: [natt], topics: [violence_prevention_handling]}]\n"
PLANNED = "measures: [{id: T1, units: [natt], status: planned}]\n"


@cache
def real() -> RuleBase:
    """Give the rule base of this checkout: its vocabulary and law base are those of the invented rules."""
    return load(ROOT)


def base(training: str = TRAINING, plan: str = PLAN, like: RuleBase | None = None) -> RuleBase:
    """Give a rule base with the invented rules; with ``like``, with its vocabulary and law base."""
    found = like or real()
    rules, problems = read_rules({RULES: training, OTHERS: plan}, found.vocabulary, set(found.law.paths()))
    assert not problems, "\n".join(problem.render("nb") for problem in problems)
    return replace(found, rules=rules, hash=hash_of({"training": training.encode(), "plan": plan.encode(), "like": found.hash.encode()}))


def compared(old: RuleBase, new: RuleBase, folder: Path, *cases: str, **more: Any) -> Impact:
    """Compare two rule bases on some cases, written into a folder."""
    files = []
    for number, case in enumerate(cases):
        files.append(folder / f"case-{number}.yaml")
        files[-1].write_text(HEAD + case, encoding="utf-8")
    return impact(old, new, "before", files, **more)


def moves(found: Impact) -> list[tuple[str, str, str, str]]:
    """Give what changed, without the case and the reason."""
    return [(change.part, change.address, change.old, change.new) for change in found.changes]
