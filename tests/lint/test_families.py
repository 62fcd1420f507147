"""What each family finds and leaves alone, beyond the examples of the pages."""

from pathlib import Path

import pytest
import yaml

from engine.errors import BadInputError
from engine.lint.law import tried_by_scenarios
from engine.lint.run import lint
from engine.lint.subject import read
from tests.lint.conftest import ROOT, Linted

FILE = "rules/no/lov/1-2.regel"


def rule(*conditions: str, id_: str = "no.lov.1-2.a", scope: str = "", then: str = "U trenger opplæring", head: str = "") -> str:
    body = "".join(f"    {line}\n" for line in conditions)
    return f"regel {id_}\n{head}  for hver enhet U\n{scope}  når\n{body}  så\n    {then}\n"


def duty(*lines: str, head: str = "") -> str:
    body = "".join(f"  {line}\n" for line in lines)
    return f"plikt no.lov.1-2.1\n  hjemmel no/lov/1-1\n  pliktsubjekt arbeidsgiver\n{head}  for hver enhet U\n{body}  mål «nødvendig opplæring»\n"


def codes(linted: Linted, *parts: str, more: tuple[tuple[str, str], ...] = ()) -> list[str]:
    found = linted([(FILE, "språk nb\n\n" + "\n".join(parts)), *more])
    return [f"{each.code}:{each.line}" for each in found]


GIVEN = ("det finnes en opplæring O", "  som er gitt til U")

FINE = {
    "an existence that says no more than that there is one": rule("U har nattarbeid", "det finnes en opplæring O"),
    "a scope over the undertaking alone": rule("U har nattarbeid").replace("for hver enhet U", "for hver virksomhet V\n  for hver enhet U"),
    "a rule whose one condition repeats its scope, since it needs one": rule(
        "O er gitt til U", scope="  for hver opplæring O\n    som er gitt til U\n    og dekker «brann»\n", then="U trenger opplæring",
    ),
    "a date of the same course by another letter": rule(
        "U har nattarbeid", "U har N ansatte", "N er minst 5", "ikke: det finnes en opplæring O", "  som er gitt til U", "  og U har M ansatte", "  og M er minst 9",
    ),
    "a suspicion that says again what applies": duty("når", "  U har nattarbeid", "brudd når", "  U har alenearbeid", "mistanke når", "  U har nattarbeid", "  ikke: U har alenearbeid"),
    "a requirement that follows from another": duty("kreves", *(f"  {each}" for each in GIVEN), "    og dekker «brann»", "  det finnes en opplæring O", "    som er gitt til U"),
    "a rule of a time that the wider rule does not cover": rule("U har nattarbeid", "U har alenearbeid") + "\n" + rule("U har nattarbeid", id_="no.lov.1-2.b", head="  gyldig fra 2022-01-01\n"),
    "two ways whose rests contradict each other": rule("U har nattarbeid", "U har alenearbeid") + "\n" + rule("U har ikke nattarbeid", "U har ikke alenearbeid", id_="no.lov.1-2.b"),
    "two ways whose rests are a third": "\n".join((
        rule("U har nattarbeid", "U har alenearbeid"), rule("U har ikke nattarbeid", *GIVEN, id_="no.lov.1-2.b"), rule("U har alenearbeid", *GIVEN, id_="no.lov.1-2.c"),
    )),
}
FOUND = {
    "there is none, and one": (rule("U har nattarbeid", "det finnes ingen opplæring O", "  som er gitt til U", *GIVEN, "  og dekker «brann»"), ["F201:9"]),
    "what applies and what breaches": (duty("når", "  U har nattarbeid", "brudd når", "  U har ikke nattarbeid"), ["F201:10"]),
    "an exception and what breaches": (duty("gjelder ikke når", "  U har nattarbeid", "brudd når", "  U har alenearbeid", "  U har nattarbeid"), ["F201:11"]),
    "inside an existence": (rule("U har nattarbeid", *GIVEN, "  og dekker «brann»", "  og ikke dekker «brann»"), ["F201:10"]),
    "inside a branch": (rule("U har nattarbeid", "minst 1 av", "  U har alenearbeid", "  U har ikke nattarbeid", "slutt"), ["F201:9"]),
    "two limits in one existence": (rule("U har nattarbeid", *GIVEN, "  og er datert D", "  og D er før 2020-01-01", "  og D er etter 2019-12-31"), ["F202:11"]),
    "a limit that another covers": (rule("U har nattarbeid", "U har N ansatte", "N er minst 20", "N er minst 10"), ["F205:9"]),
    "a choice between a sentence and its negation": (rule("U har nattarbeid", "minst 1 av", "  U har alenearbeid", "  U har ikke alenearbeid", "slutt"), ["F204:7"]),
    "a test that was answered": (rule("U har nattarbeid", "dersom U har nattarbeid", "  U har alenearbeid", "slutt"), ["F205:7"]),
    "what applies, required too": (duty("når", "  U har nattarbeid", "kreves", "  U har nattarbeid"), ["F205:10"]),
    "a letter that a for-all introduces": (rule("U har nattarbeid", "for alle T i «tema for opplæring»", "  det finnes ingen opplæring O", "    som er gitt til U", "slutt"), ["F101:7"]),
    "a requirement and a ground that says the same": (duty("kreves", "  U har nattarbeid", "brudd når", "  U har ikke nattarbeid", "  U har alenearbeid"), ["F302:10"]),
    "two grounds that are one": (duty("brudd når", "  U har nattarbeid", "brudd når", "  U har nattarbeid"), ["F302:10"]),
    "a requirement and a ground that asks for it": (duty("kreves", "  U har nattarbeid", "brudd når", "  U har nattarbeid", "  U har alenearbeid"), ["F303:10"]),
    "either way about the same course": (rule("U har nattarbeid", *GIVEN, "  og dekker «brann»") + "\n" + rule("U har nattarbeid", *GIVEN, "  og ikke dekker «brann»", id_="no.lov.1-2.b"), ["F303:13"]),
    "a threshold and what lies below it": (rule("U har nattarbeid", "U har N ansatte", "N er minst 5") + "\n" + rule("U har nattarbeid", "U har M ansatte", "M er mindre enn 8", id_="no.lov.1-2.b"), ["F303:12"]),
    "a rule with another letter and another order": (rule(*GIVEN, "U har nattarbeid") + "\n" + rule("U har nattarbeid", "P er gitt til U", id_="no.lov.1-2.b", scope="  for hver opplæring P\n    som dekker «brann»\n"), ["F301:12"]),
}


@pytest.mark.parametrize("what", FINE)
def test_what_is_left_alone(what: str, linted: Linted) -> None:
    assert codes(linted, FINE[what]) == []


@pytest.mark.parametrize("what", FOUND)
def test_what_is_found_and_where(what: str, linted: Linted) -> None:
    text, expected = FOUND[what]
    assert codes(linted, text) == expected


def test_a_finding_names_the_line_that_it_is_about(linted: Linted) -> None:
    found, = linted([(FILE, "språk nb\n\n" + rule("U har nattarbeid", "U har alenearbeid", "ikke: U har nattarbeid"))])
    assert found.render("nb").splitlines() == [
        "rules/no/lov/1-2.regel:8:5: Dette kan aldri gjelde, for linje 6 sier det motsatte.", "        ikke: U har nattarbeid", "        ^",
        "    Stryk det ene, eller skriv vilkårene i to deler som gjelder hver for seg.",
    ]


def test_a_shared_rule_covers_a_national_one_and_not_the_other_way_round(linted: Linted) -> None:
    wide, narrow = rule("U har nattarbeid", then="U er utsatt"), rule("U har alenearbeid", "U har nattarbeid", *GIVEN, then="U er utsatt")
    assert codes(linted, narrow) == ["F301:3"], "the shared rule of the base asks for less"
    assert codes(linted, wide) == [], "the shared rule of the base holds in the other country too"


def test_a_wider_flag_is_known_with_the_narrower_one(linted: Linted) -> None:
    ontology = (ROOT / "tests" / "lint" / "base" / "ontology" / "words.ttl").read_text(encoding="utf-8")
    implied = ontology.replace('fv:field "night_work" ;', 'fv:field "night_work" ; fv:implies fv:lone_work ;')
    assert implied != ontology
    found = linted([("ontology/words.ttl", implied), (FILE, "språk nb\n\n" + rule("U har nattarbeid", "ikke: U har alenearbeid"))])
    assert [f"{each.code} {each.file}:{each.line}" for each in found] == ["F201 rules/no/lov/1-2.regel:7", "F205 rules/shared/risk.regel:6"]


# --- the law -------------------------------------------------------------------------------------------------------------------

PREFIXES = """@base <https://w3id.org/forsvarlig/law/> .
@prefix fv: <https://w3id.org/forsvarlig/ns#> .
@prefix src: <https://w3id.org/forsvarlig/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""


def unit(path: str, start: str, more: str = "", status: str = "definition") -> str:
    section = path.split("/")[2]
    return f"""<{path}@{start}> a fv:Provision ;
  fv:path "{path}" ; fv:act <no/lov> ; fv:section "{section}" ; fv:validFrom "{start}"^^xsd:date ;{more}
  fv:status "{status}" ; fv:content "read" ; fv:number "verified" ; fv:source src:LOV ; fv:dossier "§" ;
  fv:paraphrase "Lys skal virke."@nb , "Lys skal virke."@da , "Lights must work."@en .
"""


def law(*units: str) -> tuple[str, str]:
    return "kb/no/lov/2.ttl", PREFIXES + "\n".join(units)


@pytest.mark.parametrize(("units", "expected"), [
    ((unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2019-12-31"^^xsd:date ;'), unit("no/lov/3-1", "2020-01-01", " fv:predecessor <no/lov/2-1@2012-01-01> ;")), []),
    ((unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2019-06-30"^^xsd:date ;'), unit("no/lov/3-1", "2020-01-01", " fv:predecessor <no/lov/2-1@2012-01-01> ;")), ["F503:11"]),
    ((unit("no/lov/2-1", "2012-01-01"), unit("no/lov/2-1", "2020-01-01")), ["F503:11"]),
    ((unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2020-01-01"^^xsd:date ;'), unit("no/lov/2-1", "2020-01-01")), ["F503:11"]),
])
def test_versions_of_the_law_meet(units: tuple[str, ...], expected: list[str], linted: Linted) -> None:
    assert [f"{each.code}:{each.line}" for each in linted([law(*units)])] == expected


def test_a_unit_stands_for_its_parts_where_none_of_them_has_a_rule(linted: Linted) -> None:
    found = linted([law(unit("no/lov/2-1", "2020-01-01", status="duty"), unit("no/lov/2-1/1", "2020-01-01", " fv:ledd 1 ;", "duty"))])
    assert [(each.code, each.source) for each in found] == [("F402", "<no/lov/2-1@2020-01-01> a fv:Provision ;")]


@pytest.mark.parametrize(("dates", "expected"), [
    ("", []), ("gyldig fra 2012-01-01", []), ("gyldig fra 2012-01-01 til 2020-01-01", []), ("gyldig fra 2011-12-31", ["F501:4"]),
    ("gyldig fra 2012-01-01 til 2020-01-02", ["F501:4"]), ("gyldig fra 2005-01-01", ["F501:4"]),
])
def test_a_basis_is_in_force_on_the_days_that_the_part_names(dates: str, expected: list[str], linted: Linted) -> None:
    text = duty("brudd når", "  U har nattarbeid", head=f"  {dates}\n" if dates else "").replace("no/lov/1-1\n", "no/lov/2-1\n")
    assert codes(linted, text, more=(law(unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2019-12-31"^^xsd:date ;')),)) == expected


def test_what_a_part_rests_on_is_in_force_on_one_day_together(linted: Linted) -> None:
    text = duty("brudd når", "  U har nattarbeid").replace("  hjemmel no/lov/1-1\n", "  hjemmel no/lov/1-1\n  hjemmel no/lov/2-1\n")
    assert codes(linted, text, more=(law(unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2019-12-31"^^xsd:date ;')),)) == ["F501:5"]
    assert codes(linted, text, more=(law(unit("no/lov/2-1", "2012-01-01", ' fv:validUntil "2020-01-01"^^xsd:date ;')),)) == []


# --- words ---------------------------------------------------------------------------------------------------------------------


def test_a_term_without_a_text_altogether_is_told_of_in_each_language(linted: Linted) -> None:
    ontology = (ROOT / "tests" / "lint" / "base" / "ontology" / "words.ttl").read_text(encoding="utf-8")
    without = ontology.replace(' ;\n  fv:ask "Er {s} utsatt?"@nb , "Er {s} udsat?"@da , "Is {s} at risk?"@en .', " .")
    found = linted([("ontology/words.ttl", without)])
    assert [(each.code, each.source.split()[0]) for each in found] == [("F601", "fv:at_risk")] * 3
    assert [each.message.en for each in found] == [f"The text fv:at_risk ask is missing in {language}." for language in ("bokmål", "Danish", "English")]


def test_a_law_base_that_lacks_a_language_is_told_which_text_though_it_cant_be_read(linted: Linted) -> None:
    name, text = law(unit("no/lov/2-1", "2020-01-01"))
    found = linted([(name, text.replace(' , "Lights must work."@en', ""))])
    assert [(each.code, each.file, each.line, each.column, each.message.nb) for each in found] == [
        ("F601", name, 9, 3, "Teksten fv:paraphrase mangler på engelsk."),
    ]


def test_an_empty_text_is_a_missing_one(linted: Linted) -> None:
    name, text = law(unit("no/lov/2-1", "2020-01-01"))
    assert [each.code for each in linted([(name, text.replace('"Lights must work."@en', '""@en'))])] == ["F601"]


def test_a_law_base_with_another_fault_is_bad_input(linted: Linted) -> None:
    name, text = law(unit("no/lov/2-1", "2020-01-01"))
    with pytest.raises(BadInputError) as caught:
        linted([(name, text.replace('fv:content "read"', 'fv:content "dreamt"'))])
    assert "no/lov/2-1@2020-01-01: content is 'dreamt'" in str(caught.value)


def test_rules_that_do_not_pass_check_are_bad_input(linted: Linted) -> None:
    with pytest.raises(BadInputError) as caught:
        linted([(FILE, "språk nb\n\n" + rule("U har natarbeid"))])
    assert caught.value.problems[0].code == "unknown-phrase"


def test_what_a_shape_reads_is_used(linted: Linted) -> None:
    flag = "\n".join(line for line in (ROOT / "docs" / "lint" / "F602.md").read_text(encoding="utf-8").split("```turtle\n")[1].split("```")[0].splitlines())
    shape = "@prefix fv: <https://w3id.org/forsvarlig/ns#> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n<x> a sh:PropertyShape ; fv:reads fv:clinic .\n"
    assert [each.code for each in linted([("ontology/more.ttl", flag)])] == ["F602"]
    assert linted([("ontology/more.ttl", flag), ("ontology/shapes/no/x.ttl", shape)]) == ()


# --- scenarios -------------------------------------------------------------------------------------------------------------------


def test_the_quick_reading_of_scenario_files_finds_what_the_whole_reading_finds() -> None:
    files = read(ROOT)
    whole: set[str] = set()
    for path in sorted((ROOT / "rules").rglob("*_test.yaml")):
        whole |= yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["scenarios"].keys()
    assert tried_by_scenarios(files) == whole


@pytest.mark.parametrize("text", [
    "scenarios: {no.lov.1-2.x: [{name: a}]}\n", "scenarios:  # all of them\n    no.lov.1-2.x:  # one\n      - {name: a}\n", "scenarios:\n  \"no.lov.1-2.x\":\n  - {name: a}\n",
])
def test_scenarios_in_another_layout_count_too(text: str, linted: Linted) -> None:
    regel = "språk nb\n\n" + rule("U har nattarbeid", id_="no.lov.1-2.x")
    assert [each.code for each in linted([(FILE, regel)])] == ["F401"]
    assert linted([(FILE, regel), ("rules/no/lov/1-2_test.yaml", text)]) == ()


# --- the answer is kept --------------------------------------------------------------------------------------------------------


def test_the_answer_is_kept_for_the_same_contents_and_for_no_other(tmp_path: Path, linted: Linted) -> None:
    bad = "språk nb\n\n" + rule("U har nattarbeid", "U har nattarbeid")
    first = linted([(FILE, bad)])
    assert [each.code for each in first] == ["F205"]
    kept = list((tmp_path / "cache" / "forsvarlig").glob("*-lint-*"))
    assert len(kept) == 1 and lint(tmp_path / "base").findings == first
    assert linted([(FILE, bad.replace("    U har nattarbeid\n", "", 1))]) == ()
    kept[0].write_bytes(b"not what was kept")
    assert linted([(FILE, bad)]) == first
