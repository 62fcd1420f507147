"""What the ontology must hold: everything in three languages, the lists of the law, the natures of the registers."""

import re
from datetime import date
from pathlib import Path

import pytest

from engine.text import LANGUAGES
from engine.vocabulary.check import problems
from engine.vocabulary.load import load
from engine.vocabulary.model import Kind, Nature, Origin, Vocabulary

ONTOLOGY = Path(__file__).parents[2] / "ontology"
CORE_DUTIES = {
    "utforelse.1A-2": [".1", ".2", ".3-i", ".3-ii", ".3-iii", ".4a", ".4b", ".4c", ".4d"],
    "utforelse.1A": ["1.1", "3.1", "3.2", "4.1", "4.2", "5.1"],
    "utforelse.3A": ["1.1", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "4.1", "5.1", "5.2", "6.1"],
    "utforelse.23A": ["1.1", "2.1", "2.2", "3.1", "4.1", "5.1"],
    "aml.4": ["3.1", "3.3", "3.4", "3.5", "3.6", "1.3"],
    "aml.3": ["1.2c", "2.3"],
}


def test_nothing_is_wrong(vocabulary: Vocabulary) -> None:
    assert [problem.render("en") for problem in problems(vocabulary)] == []


def test_loading_gives_the_same_from_a_pickle(vocabulary: Vocabulary) -> None:
    assert load(ONTOLOGY) == vocabulary


def test_every_text_uses_its_own_language(vocabulary: Vocabulary) -> None:
    """Letters and words that give away a text that was put under the wrong language tag."""
    foreign = {
        "nb": r"\b(af|noget|hændelse\w*|virksomhed\w*|arbejde\w*|giver|gælder|tiltag\w*)\b",
        "da": r"\b(av|noe|hendelse\w*|virksomhet\w*|arbeid\w*|gir|gjelder|tiltak\w*)\b",
        "en": r"[æøå]",
    }
    texts = [(c.id, c.label) for c in vocabulary.concepts.values() if c.id != "labour_inspection"]
    texts += [(c.id, c.in_sentence) for c in vocabulary.concepts.values() if c.id != "labour_inspection"]
    texts += [(c.id, c.note) for c in vocabulary.concepts.values() if c.note]
    texts += [(p.id, t) for p in vocabulary.properties.values() for t in (p.label, p.phrase, p.phrase_not, p.ask) if t]
    wrong = [
        (name, language, text.in_(language))
        for name, text in texts
        for language in LANGUAGES
        if re.search(foreign[language], text.in_(language), re.IGNORECASE)
        and "Arbeidstilsyn" not in text.in_(language)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("collection", "force", "size"),
    [
        ("factors_1A_1", "example", 8),
        ("no_factors", "example", 11),
        ("factors", "example", None),
        ("dk_factors", "closed", 5),
        ("violence_assessment_items", "consider", 8),
        ("violence_assessment_items_2017", "consider", 8),
        ("violence_measure_items", "consider", 5),
        ("violence_measure_items_2017", "consider", 4),
        ("violence_information_topics", "consider", 3),
        ("violence_training_topics", "consider", 2),
        ("psychosocial_information_topics", "consider", 2),
        ("strains", "consider", 2),
        ("mapping_sources", "example", None),
    ],
)
def test_lists_of_the_law(vocabulary: Vocabulary, collection: str, force: str, size: int | None) -> None:
    found = vocabulary.collections[collection]
    assert found.force == force
    assert found.source
    assert len(set(found.members)) == len(found.members)
    if size is not None:
        assert len(found.members) == size


def test_an_example_list_is_never_a_minimum_list(vocabulary: Vocabulary) -> None:
    """The factors that the law names "among others" can't be asked for one by one: only ``consider`` lists can."""
    naming_the_law = {c.id for c in vocabulary.collections.values() if c.force == "consider"}
    factors = set(vocabulary.collections["factors"].members) | set(vocabulary.collections["no_factors"].members)
    for name in naming_the_law:
        assert not factors & set(vocabulary.collections[name].members), name
    assert not {"no_factors", "factors", "factors_1A_1"} & naming_the_law


def test_items_of_3a_2_are_in_the_order_of_the_law(vocabulary: Vocabulary) -> None:
    items = [vocabulary.concepts[i] for i in vocabulary.collections["violence_assessment_items"].members]
    assert [item.source for item in items] == [(f"no/utforelse/3A-2/3/{letter}",) for letter in "abcdefgh"]
    items = [vocabulary.concepts[i] for i in vocabulary.collections["violence_measure_items"].members]
    assert [item.source for item in items] == [(f"no/utforelse/3A-3/3/{letter}",) for letter in "abcde"]


def test_sub_lists_lie_within_their_list(vocabulary: Vocabulary) -> None:
    for part, whole in [
        ("violence_assessment_items", "considered_items"),
        ("violence_assessment_items_2017", "considered_items"),
        ("violence_measure_items", "considered_items"),
        ("violence_measure_items_2017", "considered_items"),
        ("psychosocial_information_topics", "information_topics"),
        ("violence_information_topics", "information_topics"),
        ("violence_training_topics", "training_topics"),
        ("representative_parties", "parties"),
        ("factors_1A_1", "no_factors"),
    ]:
        members = set(vocabulary.collections[whole].members)
        assert set(vocabulary.collections[part].members) <= members, part


def test_each_factor_of_a_regime_is_matched_and_cited(vocabulary: Vocabulary) -> None:
    shared = set(vocabulary.collections["factors"].members)
    for scheme in ("no_factors", "dk_factors"):
        for member in vocabulary.collections[scheme].members:
            concept = vocabulary.concepts[member]
            assert concept.source, member
            assert any(other in shared for _, other in concept.matches), member
    for member in vocabulary.collections["dk_factors"].members:
        assert any("seeds/004" in source for source in vocabulary.concepts[member].source)


def test_seed_citations_name_file_and_lines(vocabulary: Vocabulary) -> None:
    cited = {s for c in (*vocabulary.concepts.values(), *vocabulary.collections.values()) for s in c.source}
    keys = set(re.findall(r'fv:key "(\w+)"', (ONTOLOGY.parent / "kb" / "sources.ttl").read_text(encoding="utf-8")))
    cites = re.compile(
        r"no/(aml|utforelse|olm|ik|hjem)(/[\w-]+)+|dk/[a-z]+(/[\w-]+)+|(no|dk)\.md [\d.]+|domain § 9"
        r"|https://w3id\.org/forsvarlig/source/\w+|core-duties\.md|design\.md § 5"
    )
    for source in cited:
        if source.startswith("seeds/"):
            assert re.fullmatch(r"seeds/\d{3}_[0-9a-f]{16}\.txt#L\d+(-\d+)?", source)
        else:
            assert source in keys or cites.fullmatch(source), source


def test_each_core_duty_has_a_short_goal(vocabulary: Vocabulary) -> None:
    duties = [f"{chapter}-{rest}" for chapter, rests in CORE_DUTIES.items() for rest in rests]
    wanted = {"goal.no." + duty.replace("-.", ".") for duty in duties}
    assert len(wanted) == 41
    assert wanted <= set(vocabulary.collections["goals"].members)
    for name in vocabulary.collections["goals"].members:
        assert name.startswith(("goal.no.", "goal.dk.")), name
        for language in LANGUAGES:
            label = vocabulary.concepts[name].label.in_(language)
            assert len(label) <= 130, name
            assert label[0].islower()
            assert not label.endswith(".")


def test_registers_have_their_natures(vocabulary: Vocabulary) -> None:
    natures = {c.register: c.nature for c in vocabulary.classes.values() if c.register}
    assert None not in natures.values()
    for register in ("exposures", "incidents", "changes", "units", "findings", "arrangements"):
        assert natures[register] is Nature.WORLD
    for register in ("training", "drills", "information", "follow_ups", "participation", "measures", "judgements"):
        assert natures[register] is Nature.ACT
    for register in ("documents", "mappings", "risk_assessments", "risks", "plans", "instructions", "routines"):
        assert natures[register] is Nature.PAPER


def test_incidents_carry_no_free_text(vocabulary: Vocabulary) -> None:
    assert [p.id for p in vocabulary.fields("Incident") if p.range == "text"] == []


def test_no_field_holds_a_person(vocabulary: Vocabulary) -> None:
    for prop in vocabulary.properties.values():
        if prop.field in ("responsible", "by"):
            assert prop.range == "roles"


def test_what_is_derived_or_computed_is_no_field(vocabulary: Vocabulary) -> None:
    for prop in vocabulary.properties.values():
        if prop.origin is not Origin.INPUT:
            assert prop.field is None, prop.id
        if prop.kind is Kind.DETAIL:
            assert prop.field, prop.id


def test_concepts_are_all_in_some_collection(vocabulary: Vocabulary) -> None:
    listed = {member for c in vocabulary.collections.values() for member in c.members}
    assert set(vocabulary.concepts) == listed


def test_parameters_go_by_their_date(vocabulary: Vocabulary) -> None:
    parameter = vocabulary.parameters["committee_from"]
    assert parameter.at(date(2005, 12, 31)) is None
    assert parameter.at(date(2023, 12, 31)) is None  # how many were counted then is only inferred
    assert parameter.at(date(2024, 1, 1)) == 30
