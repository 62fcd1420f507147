"""What stands at a place, where it is defined and where it is used; and what is told of it."""

import pytest

from engine.editor import lookup, places
from engine.editor.hover import hover
from engine.editor.uses import Kind
from engine.editor.workspace import Workspace
from tests.editor.marks import find, put

ONE, TWO, THREE = (f"rules/no/prove/{number}.regel" for number in "123")
SCENARIOS, CORE, TERMS, LAW = "rules/no/prove/1_test.yaml", "ontology/core.ttl", "ontology/terms.ttl", "kb/no/prove/1.ttl"


def target(workspace: Workspace, path: str, marked: str) -> lookup.Target:
    found = lookup.at(workspace, path, *find(workspace, path, marked))
    assert found is not None, marked
    return found


def shown(workspace: Workspace, spans: list[places.Span]) -> list[str]:
    """Write each place as its file and the words before it, with [ ] around those it covers."""
    found = []
    for span in spans:
        line = (workspace.text(span.file) or "").split("\n")[span.line - 1]
        begin, end = span.column - 1, span.end_column - 1
        found.append(f"{span.file}: {line[:begin].strip()[-16:]}[{line[begin:end]}]")
    return found


@pytest.mark.parametrize(("path", "marked", "kind", "name"), [
    (ONE, "pl¤ikt no.prove.1.1", Kind.KEYWORD, "DUTY"),
    (ONE, "plikt no.¤prove.1.1", Kind.PART, "no.prove.1.1"),
    (ONE, "hjemmel no/pr¤ove/1/1", Kind.PROVISION, "no/prove/1/1"),
    (ONE, "kilde no/prove/1/1¤", Kind.PROVISION, "no/prove/1/1"),
    (ONE, "pliktsubjekt arbeids¤giver", Kind.CONCEPT, "employer"),
    (ONE, "for hver en¤het U", Kind.CLASS, "Unit"),
    (ONE, "for hver enhet ¤U", Kind.VARIABLE, "U"),
    (ONE, "U har ¤alenearbeid", Kind.PROPERTY, "lone_work"),
    (ONE, "for alle T i ¤«tema for opplæring»", Kind.COLLECTION, "topics"),
    (ONE, "for alle T i «tema for opplæring»¤", Kind.COLLECTION, "topics"),
    (ONE, "dekker «vold og¤ trusler»", Kind.CONCEPT, "violence"),
    (ONE, "mål «opp¤læring mot vold»", Kind.CONCEPT, "goal.no.prove.1.1"),
    (ONE, "fordi «ingen¤ kilde nevner mistanke»", Kind.CONCEPT, "never_suspected"),
    (ONE, "det finnes en oppl¤æring O  # 🙂", Kind.CLASS, "Training"),
    (TWO, "og ikke dæk¤ker «vold", Kind.PROPERTY, "covers"),
    (TWO, "mindst «lille¤ enhed»", Kind.PARAMETER, "small"),
    (TWO, "D er senest sags¤datoen", Kind.KEYWORD, "CASE_DATE"),
    (THREE, "that was ¤given to U", Kind.PROPERTY, "given_to"),
    (SCENARIOS, "  no.prove¤.1.1:", Kind.PART, "no.prove.1.1"),
    (SCENARIOS, "al¤one: yes", Kind.PROPERTY, "lone_work"),
    (SCENARIOS, "topics: [vio¤lence", Kind.CONCEPT, "violence"),
    (SCENARIOS, "{id: T1, u¤nits: [nord]", Kind.PROPERTY, "given_to"),
    (SCENARIOS, "statement: nord/prep¤ared", Kind.PROPERTY, "prepared"),
    (CORE, "fv:co¤vers a", Kind.PROPERTY, "covers"),
    (CORE, "fv:rangeCollection fv:top¤ics", Kind.COLLECTION, "topics"),
    (TERMS, 'fv:source "no/prove/1¤/1"', Kind.PROVISION, "no/prove/1/1"),
    (TERMS, "goal.no.prove.1.1¤> a", Kind.CONCEPT, "goal.no.prove.1.1"),
    (LAW, "fv:predecessor <no/prove¤/1/1@2020-01-01>", Kind.PROVISION, "no/prove/1/1"),
    (LAW, "The duty no.prove¤.1.1", Kind.PART, "no.prove.1.1"),
])
def test_what_stands_at_a_place(workspace: Workspace, path: str, marked: str, kind: Kind, name: str) -> None:
    found = target(workspace, path, marked)
    assert (found.kind, found.name) == (kind, name)
    text = (workspace.text(path) or "").split("\n")[found.span.line - 1]
    assert text[found.span.column - 1 : found.span.end_column - 1].strip() != ""


@pytest.mark.parametrize(("path", "marked"), [
    (ONE, "# Prøve: § 1 ¤krever"), (SCENARIOS, "name: opp¤læring mangler"), (SCENARIOS, "{units: [{id: no¤rd"), (CORE, "fv:pl¤ural \"enheter\"@nb"),
    (ONE, "bli må under¤søkes"),
])
def test_nothing_stands_in_comments_and_in_what_names_nothing(workspace: Workspace, path: str, marked: str) -> None:
    assert lookup.at(workspace, path, *find(workspace, path, marked)) is None


def test_a_provision_is_defined_by_each_of_its_versions_in_the_law_base(workspace: Workspace) -> None:
    assert shown(workspace, places.definition(workspace, target(workspace, ONE, "hjemmel no/prove¤/1/1"))) == [
        f"{LAW}: [<no/prove/1/1@2020-01-01>]", f"{LAW}: [<no/prove/1/1@2024-01-01>]",
    ]


def test_a_derived_statement_is_defined_by_the_rules_that_conclude_it(workspace: Workspace) -> None:
    found = target(workspace, ONE, "U er for¤beredt")
    assert shown(workspace, places.definition(workspace, found)) == [f"{TWO}: U[er forberedt]", f"{THREE}: U[is prepared]"]
    assert shown(workspace, places.declaration(workspace, found)) == [f"{CORE}: [fv:prepared]"]


@pytest.mark.parametrize(("marked", "place"), [
    ("U har alene¤arbeid", f"{CORE}: [fv:lone_work]"),
    ("mål «opplær¤ing mot vold»", f"{TERMS}: [<https://w3id.org/forsvarlig/ns#goal.no.prove.1.1>]"),
    ("i «tema for¤ opplæring»", f"{TERMS}: [fv:topics]"),
    ("hver en¤het U", f"{CORE}: [fv:Unit]"),
    ("pliktsubjekt arb¤eidsgiver", f"{TERMS}: [fv:employer]"),
])
def test_terms_are_defined_in_the_ontology(workspace: Workspace, marked: str, place: str) -> None:
    assert shown(workspace, places.definition(workspace, target(workspace, ONE, marked))) == [place]


def test_a_part_is_defined_by_its_head_and_used_by_scenarios_law_base_and_goal(workspace: Workspace) -> None:
    found = target(workspace, SCENARIOS, "  no.prove¤.1.1:")
    assert shown(workspace, places.definition(workspace, found)) == [f"{ONE}: plikt[no.prove.1.1]"]
    assert shown(workspace, places.references(workspace, found)) == [
        f"{LAW}: ed act. The duty[no.prove.1.1]",
        f"{TERMS}: svarlig/ns#goal.[no.prove.1.1]",
        f"{TERMS}: svarlig/ns#goal.[no.prove.1.1]",
        f"{ONE}: plikt[no.prove.1.1]",
        f"{SCENARIOS}: # Scenarios of[no.prove.1.1]",
        f"{SCENARIOS}: [no.prove.1.1]",
    ]


def test_a_longer_id_is_another(workspace: Workspace) -> None:
    text = workspace.text(SCENARIOS) or ""
    workspace.open(SCENARIOS, text.replace("# Scenarios of no.prove.1.1.", "# no.prove.1.10 no.prove.1.1-b no.prove.1.1.a dk.no.prove.1.1 x/no.prove.1.1"))
    found = places.references(workspace, target(workspace, ONE, "plikt no.¤prove.1.1"))
    assert [span.line for span in found if span.file == SCENARIOS] == [5]


def test_a_concept_is_used_by_rules_in_every_language_scenarios_and_terms(workspace: Workspace) -> None:
    found = places.references(workspace, target(workspace, ONE, "dekker «vold¤ og trusler»"))
    assert shown(workspace, found) == [
        f"{TERMS}: [fv:violence]",
        f"{TERMS}: kos:memberList ([fv:violence]",
        f"{ONE}: og dekker «[vold og trusler]",
        f"{SCENARIOS}: nord], topics: [[violence]",
        f"{TWO}: og ikke dækker «[vold og trusler]",
        f"{THREE}: and covers «[violence and threats]",
    ]


def test_a_provision_is_used_by_duties_law_base_and_sources(workspace: Workspace) -> None:
    found = places.references(workspace, target(workspace, ONE, "hjemmel no/prove/1/1¤"))
    assert shown(workspace, found) == [
        f"{LAW}: <[no/prove/1/1]",
        f'{LAW}: fv:path "[no/prove/1/1]',
        f"{LAW}: <[no/prove/1/1]",
        f'{LAW}: fv:path "[no/prove/1/1]',
        f"{LAW}: fv:predecessor <[no/prove/1/1]",
        f'{TERMS}: fv:source "[no/prove/1/1]',
        f"{ONE}: hjemmel[no/prove/1/1]",
        f"{ONE}:  mistanke» kilde[no/prove/1/1]",
    ]


def test_a_property_is_used_by_rules_scenarios_and_ontology(workspace: Workspace) -> None:
    found = places.references(workspace, target(workspace, TWO, "som er givet¤ til U"))
    assert shown(workspace, found) == [
        f"{CORE}: [fv:given_to]",
        f"{ONE}: som[er gitt til U]",
        f"{ONE}: som[er gitt til U]",
        f"{SCENARIOS}: ining: [{{id: T1,[units]",
        f"{TWO}: som[er givet til U]",
        f"{THREE}: that[was given to U]",
    ]


def test_a_variable_is_used_within_its_own_block(workspace: Workspace) -> None:
    first = target(workspace, ONE, "finnes en opplæring ¤O\n        som")
    second = target(workspace, ONE, "finnes en opplæring ¤O  # 🙂")
    assert [(span.line, span.column) for span in places.references(workspace, first)] == [(13, 31)]
    assert [(span.line, span.column) for span in places.references(workspace, second)] == [(18, 35)]
    unit = places.references(workspace, target(workspace, ONE, "gitt til ¤U\n        og"))
    assert [span.line for span in unit] == [7, 9, 11, 14, 19]
    assert shown(workspace, places.definition(workspace, target(workspace, ONE, "gitt til ¤U\n        og"))) == [f"{ONE}: for hver enhet[U]"]


def test_dates_and_numbers_are_introduced_by_the_sentence_that_says_them(workspace: Workspace) -> None:
    day = target(workspace, TWO, "og ¤D er senest")
    assert shown(workspace, places.references(workspace, day)) == [f"{TWO}: og er dateret[D]", f"{TWO}: og[D]"]
    assert shown(workspace, places.definition(workspace, target(workspace, TWO, "¤N er mindst"))) == [f"{TWO}: U har[N]"]


def test_a_keyword_has_neither_definition_nor_uses(workspace: Workspace) -> None:
    found = target(workspace, ONE, "kre¤ves")
    assert places.definition(workspace, found) == places.declaration(workspace, found) == places.references(workspace, found) == []


# hover


def told(workspace: Workspace, path: str, marked: str, language: str = "nb") -> str:
    return hover(workspace, target(workspace, path, marked), language)  # type: ignore[arg-type]


def test_of_a_citation_the_provision_is_told(workspace: Workspace) -> None:
    assert told(workspace, ONE, "hjemmel no/prove¤/1/1") == (
        "**prøveloven § 1 første ledd** `no/prove/1/1`\n\n*Opplæring*\n\nOpplæringen skal dekke vold og trusler.\n\n"
        "- I kraft: fra 2024-01-01\n- Type: plikt\n- Hvor sikkert: innholdet er lest; nummeret er kontrollert\n\n"
        "Andre utgaver: fra 2020-01-01 til 2023-12-31\n\nVises til av: `no.prove.1.1`"
    )


def test_the_version_that_is_told_is_that_of_the_days_the_duty_is_valid_for(workspace: Workspace) -> None:
    text = workspace.text(ONE) or ""
    workspace.open(ONE, text.replace("  pliktsubjekt", "  gyldig fra 2021-01-01 til 2024-01-01\n  pliktsubjekt"))
    found = told(workspace, ONE, "hjemmel no/prove¤/1/1", "en")
    assert "Before 2024: training about violence." in found and "the content was read only in part; the number is not verified" in found
    assert "In force: from 2020-01-01 to 2023-12-31" in found and "Other versions: from 2024-01-01" in found


def test_of_a_sentence_the_same_is_told_in_the_other_languages_and_where_it_comes_from(workspace: Workspace) -> None:
    assert told(workspace, ONE, "og ¤dekker «vold") == (
        "**O dekker «vold og trusler»** `covers`\n\n- Dansk: O dækker «vold og trusler»\n- Engelsk: O covers «violence and threats»\n\n"
        "Oppgis i saken, i feltet `topics`."
    )
    assert told(workspace, TWO, "og ikke dæk¤ker", "da").startswith(
        "**O dækker ikke «vold og trusler»** `covers`\n\n- Norsk: O dekker ikke «vold og trusler»\n- Engelsk: O does not cover «violence"
    )
    assert told(workspace, ONE, "U er for¤beredt").endswith("Utledes av `no.prove.2.prepared`, `no.prove.3.prepared`.")


def test_of_a_concept_its_names_note_lists_and_source_are_told(workspace: Workspace) -> None:
    assert told(workspace, THREE, "«violence¤ and", "en") == (
        "**violence and threats** `violence`\n\n- Norwegian: vold og trusler\n- Danish: vold og trusler\n\nCalled \"violence\" for short.\n\n"
        "Collections: topics of training\n\nSource: `no/prove/1/1`"
    )


def test_of_a_part_its_kind_goal_basis_and_scenarios_are_told(workspace: Workspace) -> None:
    assert told(workspace, SCENARIOS, "  no.prove¤.1.1:", "en") == (
        "**duty** `no.prove.1.1`\n\ntraining against violence\n\nBasis: Trial Act, section 1, first paragraph\n\nScenarios: 2"
    )
    assert told(workspace, TWO, "regel no.prove¤", "da") == "**regel** `no.prove.2.prepared`\n\nSlutter: … er forberedt\n\nScenarier: 1"


@pytest.mark.parametrize(("path", "marked", "language", "text"), [
    (ONE, "hver enhet ¤U", "nb", "**U** er en enhet."),
    (ONE, "for alle ¤T", "nb", "**T** er et begrep fra samlingen «tema for opplæring»."),
    (TWO, "og er dateret ¤D", "da", "**D** er en dato."),
    (TWO, "mindst «lille¤ enhed»", "da", "**lille enhed** `small`\n\n- Norsk: liten enhet\n- Engelsk: small unit\n\nVærdier: 5 fra 2020-01-01, 10 fra 2024-01-01"),
    (ONE, "i «tema¤ for", "nb", "**tema for opplæring** `topics`\n\n- Dansk: emner for oplæring\n- Engelsk: topics of training\n\nBegreper: «vold og trusler», «bruk av utstyr»"),
    (THREE, "each un¤it U", "en", "**a unit** `Unit`\n\n- Norwegian: en enhet\n- Danish: en enhed\n\nThe part of the undertaking that the case is about."),
    (ONE, "kre¤ves", "nb", "**kreves**\n\n- Dansk: kræves\n- Engelsk: requires"),
    (ONE, "mål¤ «opp", "nb", "**mål**\n\n`mål «begrep»`\n\n- Dansk: mål\n- Engelsk: goal"),
])
def test_of_other_words_their_meaning_is_told(workspace: Workspace, path: str, marked: str, language: str, text: str) -> None:
    assert told(workspace, path, marked, language) == text


def test_on_a_line_that_cant_be_read_the_rest_of_the_file_still_has_its_meaning(workspace: Workspace) -> None:
    text = workspace.text(ONE) or ""
    put(workspace, ONE, text.replace("U har alenearbeid", "U har ¤alenearbied og mer «"))
    assert target(workspace, ONE, "hjemmel no/prove¤/1/1").kind is Kind.PROVISION
    assert target(workspace, ONE, "dekker «vold og¤ trusler»").name == "violence"
