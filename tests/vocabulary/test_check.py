"""Each check of the ontology fires on a fault that was put there for it, and on nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.text import Text
from engine.vocabulary.check import problems
from engine.vocabulary.messages import MESSAGES
from engine.vocabulary.model import Collection, Property, Vocabulary

Spoil = Callable[[Vocabulary], None]


def change(vocabulary: Vocabulary, name: str, **values: object) -> None:
    vocabulary.properties[name] = replace(vocabulary.properties[name], **values)  # type: ignore[arg-type]


def text(found: Text | None, **languages: str) -> Text:
    assert found is not None
    return found._replace(**languages)


def no_danish(v: Vocabulary) -> None:
    change(v, "given_to", phrase_not=text(v.properties["given_to"].phrase_not, da=""))


def no_noun_form(v: Vocabulary) -> None:
    cls = v.classes["Drill"]
    v.classes["Drill"] = replace(cls, noun=replace(cls.noun, negative=text(cls.noun.negative, en="")))


def no_question(v: Vocabulary) -> None:
    change(v, "given_to", ask=None)


def no_label(v: Vocabulary) -> None:
    v.concepts["violence"] = replace(v.concepts["violence"], in_sentence=Text("vold og trusler", " ", "violence"))


def subject_late(v: Vocabulary) -> None:
    change(v, "lone_work", phrase=text(v.properties["lone_work"].phrase, nb="ved {s} er det alenearbeid"))


def strange_slot(v: Vocabulary) -> None:
    change(v, "lone_work", phrase=text(v.properties["lone_work"].phrase, nb="{s} har {x} alenearbeid"))


def flag_with_object(v: Vocabulary) -> None:
    change(v, "lone_work", phrase=text(v.properties["lone_work"].phrase, nb="{s} har alenearbeid for {o}"))


def link_without_object(v: Vocabulary) -> None:
    change(v, "given_to", phrase=text(v.properties["given_to"].phrase, en="{s} was given away"))


def keyword(v: Vocabulary) -> None:
    change(v, "lone_work", phrase=text(v.properties["lone_work"].phrase, nb="{s} har arbeid som skjer alene"))


def same_words(v: Vocabulary) -> None:
    change(v, "lone_work", phrase=v.properties["works_with_people"].phrase)


def same_words_but_for_a_comma(v: Vocabulary) -> None:
    people = v.properties["works_with_people"]
    change(v, "lone_work", phrase=text(v.properties["lone_work"].phrase, da="{s} arbejder, med Mennesker"))
    assert people.phrase is not None


def same_label(v: Vocabulary) -> None:
    v.concepts["threat"] = replace(v.concepts["threat"], label=Text("Vold", "trussel", "threat"))


def same_noun(v: Vocabulary) -> None:
    v.classes["Drill"] = replace(v.classes["Drill"], noun=v.classes["Plan"].noun)


def unknown_member(v: Vocabulary) -> None:
    v.collections["needs"] = replace(v.collections["needs"], members=("training", "cake"))


def unknown_range(v: Vocabulary) -> None:
    change(v, "given_to", range="cakes")


def unknown_domain(v: Vocabulary) -> None:
    change(v, "given_to", domain=("Cake",))


def unknown_role(v: Vocabulary) -> None:
    change(v, "given_to", asked_of=("baker",))


def unknown_match(v: Vocabulary) -> None:
    v.concepts["violence"] = replace(v.concepts["violence"], matches=(("exactMatch", "cake"),))


def unknown_collection_joined(v: Vocabulary) -> None:
    v.concepts["violence"] = replace(v.concepts["violence"], member_of=("cakes",))


def unknown_property_brought_along(v: Vocabulary) -> None:
    v.classes["Drill"] = replace(v.classes["Drill"], also_has=("tastes_of",))


def two_owners(v: Vocabulary) -> None:
    change(v, "lone_work_measures", field="lone_work")


def two_registers(v: Vocabulary) -> None:
    v.classes["Drill"] = replace(v.classes["Drill"], register="training")


def detail_with_phrase(v: Vocabulary) -> None:
    change(v, "method", phrase=v.properties["covers"].phrase)


def nobody_asked(v: Vocabulary) -> None:
    change(v, "given_to", asked_of=())


def one_name_two_things(v: Vocabulary) -> None:
    v.collections["violence"] = Collection("violence", Text("x1", "x2", "x3"), ())


def evidence_that_decides(v: Vocabulary) -> None:
    change(v, "dated", domain=(*v.properties["dated"].domain, "Survey"), field=None)


def instrument_of_no_factor(v: Vocabulary) -> None:
    v.instruments["pulse-1-5"] = replace(v.instruments["pulse-1-5"], speaks_to=("mood",))


FAULTS: list[tuple[str, Spoil]] = [
    ("missing-text", no_danish),
    ("missing-text", no_noun_form),
    ("missing-text", no_question),
    ("missing-text", no_label),
    ("phrase-start", subject_late),
    ("phrase-slots", strange_slot),
    ("flag-with-object", flag_with_object),
    ("link-without-object", link_without_object),
    ("keyword-in-phrase", keyword),
    ("same-phrase", same_words),
    ("same-phrase", same_words_but_for_a_comma),
    ("label-clash", same_label),
    ("label-clash", same_noun),
    ("unknown-name", unknown_member),
    ("unknown-name", unknown_range),
    ("unknown-name", unknown_domain),
    ("unknown-name", unknown_role),
    ("unknown-name", unknown_match),
    ("unknown-name", unknown_collection_joined),
    ("unknown-name", unknown_property_brought_along),
    ("field-owners", two_owners),
    ("register-owners", two_registers),
    ("detail-with-phrase", detail_with_phrase),
    ("nobody-asked", nobody_asked),
    ("id-clash", one_name_two_things),
    ("evidence-decides", evidence_that_decides),
    ("bad-instrument", instrument_of_no_factor),
]


@pytest.mark.parametrize(("code", "spoil"), FAULTS, ids=[spoil.__name__ for _, spoil in FAULTS])
def test_a_seeded_fault_is_found(spoiled: Vocabulary, code: str, spoil: Spoil) -> None:
    spoil(spoiled)
    found = problems(spoiled)
    assert {problem.code for problem in found} == {code}
    assert all(problem.message.nb and problem.message.da and problem.message.en for problem in found)
    assert all("{" not in re_slots(problem.message.en) for problem in found)


def re_slots(message: str) -> str:
    return message.replace("{s}", "").replace("{o}", "")


def test_every_message_has_its_fault() -> None:
    assert set(MESSAGES) == {code for code, _ in FAULTS}


def test_the_same_words_for_other_classes_are_no_fault(vocabulary: Vocabulary) -> None:
    """«{s} gjelder {o}» is said of exposures and factors, of plans and units, of arrangements and roles."""
    same: list[Property] = [
        p for p in vocabulary.properties.values() if p.phrase is not None and p.phrase.nb == "{s} gjelder {o}"
    ]
    assert len(same) >= 3
    classes = [name for prop in same for name in prop.domain]
    assert len(classes) == len(set(classes))
