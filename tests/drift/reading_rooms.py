"""A rule base about two invented acts on reading rooms, one Norwegian and one Danish: a few provisions and who cites them."""

import shutil
from pathlib import Path

from engine.text import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = Path(__file__).parent / "editions"
HEAD = """@base <https://w3id.org/forsvarlig/law/> .
@prefix fv: <https://w3id.org/forsvarlig/ns#> .
@prefix src: <https://w3id.org/forsvarlig/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
# path, then the pieces of it that are not plain from the path
NORWEGIAN = {
    "1-2/2": {"ledd": 2}, "2-1": {}, "2-1/1": {"ledd": 1}, "2-1/2": {"ledd": 2}, "2-1/2/a": {"ledd": 2, "bokstav": "a"},
    "2-1/2/b": {"ledd": 2, "bokstav": "b"}, "2-2": {}, "2-2/b": {"bokstav": "b"}, "2-2/3": {"ledd": 3}, "2-10a/1": {"ledd": 1},
    "2-2/7": {"ledd": 7},
}
DANISH = {
    "1-3": {}, "2": {}, "2/nr-1": {"nr": 1}, "3/2": {"ledd": 2}, "3/3": {"ledd": 3}, "annex-1/A": {"bokstav": "A"},
    "annex-1/B/1": {"bokstav": "B", "nr": 1}, "visible-list": {"topic": "list", "presumed": "3a"},
}
SENTENCE = "    U har alenearbeid\n"
GOAL = "  mål «nødvendig opplæring og øvelse i å forebygge og håndtere vold og trusler»\n"


def _three(key: str, words: str) -> str:
    return f"  fv:{key} " + " , ".join(f'"{words}"@{language}' for language in LANGUAGES) + " ;\n"


def _act(id_: str, identifier: str, title: str) -> str:
    regime, name = id_.split(".")
    return (
        f'<{regime}/{name}> a fv:Act ;\n  fv:id "{id_}" ; fv:regime "{regime}" ; fv:order 1 ; fv:identifier "{identifier}" ;\n'
        + _three("title", title) + _three("shortTitle", title)
        + f'  fv:alias "{name}" ; fv:knownFrom "2031-02-01"^^xsd:date ; fv:knownUntil "2031-06-01"^^xsd:date ; fv:source src:TEXT .\n'
    )


def _provision(act: str, path: str, given: dict[str, object]) -> str:
    pieces = f'fv:section "{path.split("/")[0]}"'
    for key in ("ledd", "nr"):
        pieces += f" ; fv:{key} {given[key]}" if key in given else ""
    pieces += f' ; fv:bokstav "{given["bokstav"]}"' if "bokstav" in given else ""
    number = "verified"
    more = ""
    if "topic" in given:
        number, more = "unverified", _three("topic", str(given["topic"])) + f'  fv:presumedNumber "{given["presumed"]}" ;\n'
    return (
        f'<{act}/{path}@2031-02-01> a fv:Provision ;\n  fv:path "{act}/{path}" ; fv:act <{act}> ; fv:chapter "2" ; {pieces} ;\n'
        f'  fv:validFrom "2031-02-01"^^xsd:date ; fv:status "duty" ; fv:content "read" ; fv:number "{number}" ;\n'
        f'{more}  fv:source src:TEXT ; fv:dossier "invented" ;\n' + _three("paraphrase", "Oppdiktet.").removesuffix(" ;\n") + " .\n"
    )


def _duty(id_: str, provisions: str, header: str = "") -> str:
    cited = "".join(f"  hjemmel {path}\n" for path in provisions.split())
    return f"plikt {id_}\n{cited}  pliktsubjekt arbeidsgiver\n{header}  for hver enhet U\n  kreves\n{SENTENCE}{GOAL}\n"


def _shape(id_: str, provision: str) -> str:
    message = " , ".join(f'"Mangler."@{language}' for language in LANGUAGES)
    return (
        f"<https://w3id.org/forsvarlig/shapes/{id_}> a sh:PropertyShape ;\n"
        f"  sh:targetClass fv:RiskAssessment ; sh:path fv:dated ; sh:minCount 1 ; sh:severity sh:Violation ;\n"
        f'  fv:findingKind "missing" ; fv:force "law" ; fv:reads fv:dated ; fv:provision "{provision}" ; sh:message {message} .\n'
    )


RULES = {
    "no/lesesal/2-1": _duty("no.lesesal.2-1.1", "no/lesesal/2-1/1") + _duty("no.lesesal.2-1.2", "no/lesesal/2-1/2")
    + _duty("no.lesesal.2-1.2a", "no/lesesal/2-1/2/a")
    + _duty("no.lesesal.2-1.old", "no/lesesal/2-1/1", "  gyldig fra 2031-02-01 til 2031-03-01\n")
    + "regel no.lesesal.2-1.decided\n  hjemmel no/lesesal/1-2/2\n  for hvert tiltak M\n  når\n    M har statusen «besluttet»\n"
    "  så\n    M er besluttet\n",
    "no/lesesal/2-2": _duty("no.lesesal.2-2", "no/lesesal/2-2") + _duty("no.lesesal.2-2.2b", "no/lesesal/2-2/b"),
    "no/lesesal/2-10a": _duty("no.lesesal.2-10a.1", "no/lesesal/2-10a/1"),
    "dk/laesesal/2": _duty("dk.laesesal.2.nr-1", "dk/laesesal/2/nr-1"),
    "dk/laesesal/3": _duty("dk.laesesal.3.2", "dk/laesesal/3/2") + _duty("dk.laesesal.3.list", "dk/laesesal/visible-list"),
    "dk/laesesal/annex": _duty("dk.laesesal.annex.A", "dk/laesesal/annex-1/A dk/laesesal/annex-1/B/1"),
    "dk/laesesal/1": _duty("dk.laesesal.1", "dk/laesesal/1-3"),
}
SCENARIOS = {
    "no/lesesal/2-1": "scenarios:\n  no.lesesal.2-1.1:\n    - {name: alene, outcome: met, source: oppdiktet}\n"
    "    - {name: ikke alene, outcome: breach, source: oppdiktet}\n",
    "dk/laesesal/3": "scenarios:\n  dk.laesesal.3.2:\n    - {name: alene, outcome: met, source: opdigtet}\n",
}
TERM = HEAD + """fv:reading_room_devices a skos:Concept ; fv:source "no/lesesal/2-1/2/b" ;
  skos:prefLabel "datautstyr"@nb , "udstyr"@da , "devices"@en ; fv:inSentence "datautstyr"@nb , "udstyr"@da , "devices"@en .
"""
ALIGNMENT = HEAD + """<https://w3id.org/forsvarlig/alignment/noise> a fv:Alignment ; fv:order 1 ; fv:column "mapping" ; fv:relation "same" ;
  fv:noProvision "no/lesesal/2-1/1" ; fv:dkProvision "dk/laesesal/2" ; fv:dossier "invented" ;
  fv:title "støy"@nb , "støj"@da , "noise"@en ; fv:note "oppdiktet"@nb , "opdigtet"@da , "invented"@en .
"""


def build(folder: Path) -> Path:
    """Write the rule base: the ontology is ours, the law and the rules are invented."""
    shutil.copytree(ROOT / "ontology", folder / "ontology", ignore=shutil.ignore_patterns("shapes"))
    files = {
        "ontology/reading_rooms.ttl": TERM,
        "ontology/shapes/no/lesesal.ttl": HEAD + _shape("no/lesesal/list", "no/lesesal/2-2/3"),
        "ontology/shapes/dk/laesesal.ttl": HEAD + _shape("dk/laesesal/list", "dk/laesesal/3/3"),
        "kb/alignment.ttl": ALIGNMENT,
        "kb/sources.ttl": HEAD + 'src:TEXT a fv:Source ; fv:key "TEXT" ; fv:title "Oppdiktet" ; fv:extent "full" ; '
        'fv:readOn "2031-06-01"^^xsd:date .\n',
        "kb/no/acts.ttl": HEAD + _act("no.lesesal", "FOR-2031-01-15-9901", "lesesalforskriften"),
        "kb/dk/acts.ttl": HEAD + _act("dk.laesesal", "BEK nr. 9901 af 15/01/2031", "bekendtgørelse om læsesale"),
        "kb/no/lesesal.ttl": HEAD + "".join(_provision("no/lesesal", path, given) for path, given in NORWEGIAN.items()),
        "kb/dk/laesesal.ttl": HEAD + "".join(_provision("dk/laesesal", path, given) for path, given in DANISH.items()),
        **{f"rules/{name}.regel": f"språk nb\n\n{text}" for name, text in RULES.items()},
        **{f"rules/{name}_test.yaml": text for name, text in SCENARIOS.items()},
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
