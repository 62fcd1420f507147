"""The texts of a draft: the rule, its scenario and its goal.

The rule is the least that can be honest: it says that it has not been written, so its only outcome is unknown, in every case. The rule base
has the same form where law was not read (``rules/no/aml/7-1.regel``).
"""

import re
from collections.abc import Mapping

from engine.language.names import Names
from engine.text import LANGUAGES, Language, Text
from engine.vocabulary.model import Vocabulary

NOT_WRITTEN = "reason.not_written"
REASON = Text("regelen er ikke skrevet ennå", "reglen er ikke skrevet endnu", "the rule has not been written yet")
FIRST_LINE = Text("språk nb", "sprog da", "language en")
RULE = Text(
    """
# UTKAST. Plikten kan bare bli uavklart: ingen vilkår er skrevet. At den ligger på arbeidsgiveren, er heller ikke lest noe sted.
# Skriv vilkår og krav, hvem plikten ligger på, og målet i ontology/goals.ttl. Stryk så linjen «kan avgjøres av» og hver linje
# «kan ikke bli …» som ikke lenger er sann.

plikt {id}
  hjemmel {path}
  pliktsubjekt {bearer}
  for hver {noun} V
  kan avgjøres av «{reason}»
  mål «{goal}»
  kan ikke bli oppfylt fordi «{reason}» kilde utkast
  kan ikke bli brudd fordi «{reason}» kilde utkast
  kan ikke bli må undersøkes fordi «{reason}» kilde utkast
  kan ikke bli ikke aktuelt fordi «{reason}» kilde utkast
""",
    """
# UDKAST. Pligten kan kun blive uafklaret: ingen betingelser er skrevet. At den påhviler arbejdsgiveren, er heller ikke læst noget sted.
# Skriv betingelser og krav, hvem pligten påhviler, og målet i ontology/goals.ttl. Slet så linjen «kan afgøres af» og hver linje
# «kan ikke blive …», der ikke længere er sand.

pligt {id}
  hjemmel {path}
  pligtsubjekt {bearer}
  for hver {noun} V
  kan afgøres af «{reason}»
  mål «{goal}»
  kan ikke blive opfyldt fordi «{reason}» kilde udkast
  kan ikke blive brud fordi «{reason}» kilde udkast
  kan ikke blive skal undersøges fordi «{reason}» kilde udkast
  kan ikke blive ikke relevant fordi «{reason}» kilde udkast
""",
    """
# DRAFT. The duty can only be unknown: no condition is written. That it lies on the employer was not read anywhere either.
# Write conditions and requirements, on whom the duty lies, and the goal in ontology/goals.ttl. Then delete the line “can be settled by”
# and each line “cannot be …” that is no longer true.

duty {id}
  basis {path}
  bearer {bearer}
  for each {noun} V
  can be settled by «{reason}»
  goal «{goal}»
  cannot be met because «{reason}» source draft
  cannot be breach because «{reason}» source draft
  cannot be to investigate because «{reason}» source draft
  cannot be not applicable because «{reason}» source draft
""",
)
SCENARIO = Text(
    "    # UTKAST: bytt det ut med scenarioer for hvert utfall plikten kan ha.\n    - name: utkastet avgjør ingenting\n"
    "      outcome: unknown\n      source: utkast\n      law_date: {law_date}\n",
    "    # UDKAST: skift det ud med scenarier for hvert udfald, pligten kan have.\n    - name: udkastet afgør intet\n"
    "      outcome: unknown\n      source: udkast\n      law_date: {law_date}\n",
    "    # DRAFT: replace it by scenarios for each outcome that the duty can have.\n    - name: the draft decides nothing\n"
    "      outcome: unknown\n      source: draft\n      law_date: {law_date}\n",
)
SCENARIOS = "scenarios:\n"
DANISH_BASE = "base: {regimes: [dk], language: da}\n\n"
GOAL = Text(
    "utkast: målet for {id} er ikke skrevet ennå",
    "udkast: målet for {id} er ikke skrevet endnu",
    "draft: the goal of {id} has not been written yet",
)
CONCEPT = """
<https://w3id.org/forsvarlig/ns#{id}> a skos:Concept ; fv:memberOf fv:{collection} ;
  skos:prefLabel {texts} ;
  fv:inSentence {texts} .
"""
_KEY = re.compile(r"^( +)\S+:[ ]*(?:#.*)?$", re.MULTILINE)


def rule(id_: str, path: str, language: Language, goal: Text, reason: Text, vocabulary: Vocabulary) -> str:
    """Write the duty in one language."""
    noun = next(noun for noun, cls in Names(vocabulary, language).bare.items() if cls == "Undertaking")
    bearer = vocabulary.concepts["employer"].label.in_(language)
    return RULE.in_(language).format(
        id=id_, path=path, noun=noun, bearer=bearer, goal=goal.in_(language), reason=reason.in_(language)
    )


def with_rule(text: str, drafted: str, language: Language) -> str:
    """Put a duty at the end of a rule file, or begin one."""
    return (text or f"{FIRST_LINE.in_(language)}\n").rstrip("\n") + "\n" + drafted


def with_scenario(text: str, id_: str, regime: str, language: Language, law_date: str) -> str:
    """Put a scenario at the end of a file of scenarios, indented as they are, or begin one."""
    text = text or (DANISH_BASE if regime == "dk" else "") + SCENARIOS
    key = _KEY.search(text, text.find(SCENARIOS))
    indent = key[1] if key else "  "
    lines = SCENARIO.in_(language).format(law_date=law_date).splitlines()
    drafted = [f"{indent}{id_}:", *(f"{indent}{line[2:]}" for line in lines)]
    return text.rstrip("\n") + "\n" + "\n".join(drafted) + "\n"


def with_concept(text: str, id_: str, collection: str, label: Text) -> str:
    """Put a goal or a reason at the end of the file of its kind."""
    texts = " , ".join(f'"{label.in_(language)}"@{language}' for language in LANGUAGES)
    return text.rstrip("\n") + "\n" + CONCEPT.format(id=id_, collection=collection, texts=texts)


def holds_scenario(parsed: object, id_: str) -> bool:
    """Say whether a file of scenarios, as YAML reads it, has one for a duty."""
    listed = parsed.get("scenarios") if isinstance(parsed, Mapping) else None
    return isinstance(listed, Mapping) and id_ in listed
