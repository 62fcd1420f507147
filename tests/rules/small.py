"""Invented rules in the words of the real vocabulary, with scenarios, for tests of the machinery: nothing here is law."""

import hashlib
from dataclasses import replace

from engine.language.read import read_rules
from engine.rulebase import RuleBase
from engine.scenarios import Scenario, read

FILE = "rules/no/utforelse/3A-5.regel"
BESIDE = "rules/no/utforelse/3A-5_test.yaml"
RULES = """språk nb

plikt no.utforelse.3A-5.1
  hjemmel no/utforelse/3A-5/1
  pliktsubjekt arbeidsgiver
  for hver enhet U
  for hver risikovurdering R
    som gjelder U
  når
    R gjelder U
    U har arbeid med risiko for vold eller trusler
  gjelder ikke når
    U har alenearbeid
  oppfylt når
    det finnes en opplæring O
      som er gitt til U
      og er datert D
      og D er tidligst 2026-01-31
      og D er høyst 3 måneder før saksdatoen
    dersom U har sikkerhetsutstyr mot vold eller trusler
      det finnes en øvelse Ø
        som er holdt for U
        og er av nyere dato enn R
    slutt
  brudd når
    ikke: det finnes en opplæring O
      som er gitt til U
    minst 1 av
      R konkluderer med behov for «opplæring»
      R begrunner hvorfor det er unødvendig med «opplæring»
    slutt
  mål «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md

regel no.utforelse.3A-5.besluttet
  for hvert tiltak M
  når
    M har statusen «besluttet»
  så
    M er besluttet

plikt no.utforelse.3A-5.2
  hjemmel no/utforelse/3A-5/2
  pliktsubjekt arbeidsgiver
  for hver enhet U
  for hvert tiltak M
    som gjelder U
  kreves
    M er besluttet
  mål «gjentatt og tilpasset opplæring og øvelse mot vold og trusler»
  kan ikke bli må undersøkes fordi «kildene nevner ingen indikator som gir mistanke» kilde core-duties.md
"""
IN_DANISH = """sprog da

# De samme regler på dansk, anderledes sat op.
pligt no.utforelse.3A-5.1
        hjemmel no/utforelse/3A-5/1
        pligtsubjekt arbejdsgiver
        for hver enhed U
        for hver risikovurdering R
                som gælder U
        når
                R gælder U
                U har arbejde med risiko for vold eller trusler
        gælder ikke når
                U har alenearbejde
        opfyldt når
                der findes en oplæring O
                        som er givet til U
                        og er dateret D
                        og D er tidligst 2026-01-31
                        og D er højst 3 måneder før sagsdatoen

                hvis U har sikkerhedsudstyr mod vold eller trusler
                        der findes en øvelse Ø
                                som er holdt for U
                                og er af nyere dato end R
                slut
        brud når
                ikke: der findes en oplæring O
                        som er givet til U
                mindst 1 af
                        R konstaterer behov for «oplæring»
                        R begrunder, hvorfor det er unødvendigt med «oplæring»
                slut
        mål «nødvendig oplæring og øvelse i at forebygge og håndtere vold og trusler»
        kan ikke blive skal undersøges fordi «kilderne nævner ingen indikator, der giver mistanke» kilde core-duties.md
"""
SCENARIOS = """
base:
  units: [{id: nord, entails_violence: yes, lone_work: no, uses_safety_equipment: no}]
  risk_assessments: [{id: R1, units: [nord], dated: 2026-02-01, finds_necessary: [training]}]
scenarios:
  no.utforelse.3A-5.1:
    - {name: opplæring i mai, outcome: met, source: oppdiktet, at: nord/R1, case: {training: [{id: O1, units: [nord], dated: 2026-05-01}]}}
    - {name: ingen opplæring, outcome: breach, source: oppdiktet, at: nord/R1, complete: [training]}
    - {name: arbeid alene, outcome: not_applicable, source: oppdiktet, at: nord/R1, case: {units: [{id: nord, lone_work: yes}]}}
  no.utforelse.3A-5.besluttet:
    - {name: besluttet, statement: T1/decided, outcome: yes, source: oppdiktet, case: {measures: [{id: T1, units: [nord], status: adopted}]}}
  no.utforelse.3A-5.2:
    - {name: besluttet tiltak, outcome: met, source: oppdiktet, at: nord/T1, case: {measures: [{id: T1, units: [nord], status: adopted}]}}
    - {name: foreslått tiltak, outcome: breach, source: oppdiktet, at: nord/T1, case: {measures: [{id: T1, units: [nord], status: proposed}]}}
"""


def small(rulebase: RuleBase, rules: str = RULES) -> RuleBase:
    """Give a rule base with the invented rules in place of the real ones."""
    ruleset, problems = read_rules({FILE: rules}, rulebase.vocabulary, set(rulebase.law.paths()))
    assert not problems, "\n".join(problem.render("nb") for problem in problems)
    return replace(rulebase, rules=ruleset, hash=hashlib.sha256(rules.encode()).hexdigest())


def scenarios_of(rulebase: RuleBase, text: str = SCENARIOS) -> list[Scenario]:
    """Read the scenarios of invented rules."""
    found, problems = read(BESIDE, text.encode(), rulebase)
    assert not problems, "\n".join(problem.render("nb") for problem in problems)
    return found
