"""What can be written where the cursor stands, in the language of the file."""

import re

import pytest

from engine.editor.completion import complete
from engine.editor.items import Item, choice
from engine.editor.spans import Edit, apply
from engine.editor.workspace import Workspace
from engine.language.keywords import PARTS, keywords
from engine.text import LANGUAGES
from tests.editor.marks import put

FILE = "rules/no/prove/9.regel"
HEAD = "språk nb\n\nplikt no.prove.9.1\n  hjemmel no/prove/1\n  pliktsubjekt arbeidsgiver\n  for hver enhet U\n"
WHEN = HEAD + "  når\n"


def proposed(workspace: Workspace, text: str, path: str = FILE) -> list[Item]:
    return complete(workspace, path, *put(workspace, path, text))


def labels(workspace: Workspace, text: str) -> list[str]:
    return [item.label for item in proposed(workspace, text)]


def taken(workspace: Workspace, text: str, label: str) -> str:
    """Take a proposal as an editor without snippets does, and give the text that comes of it."""
    item, = (item for item in proposed(workspace, text) if item.label == label)
    return apply(text.replace("¤", ""), [Edit(item.span, item.plain), *item.also])


def test_an_empty_file_begins_with_its_language(workspace: Workspace) -> None:
    assert labels(workspace, "¤") == ["språk nb", "sprog da", "language en"]
    assert labels(workspace, "spr¤") == ["språk nb", "sprog da", "language en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_begins_with_the_keywords_of_the_files_language_and_the_next_id(workspace: Workspace, language: str) -> None:
    words = keywords(language)  # type: ignore[arg-type]
    items = proposed(workspace, f"{words.language_line} {language}\n\n¤", "rules/no/prove/1.regel")
    assert [item.label for item in items] == [words[part] for part in PARTS]
    assert items[0].plain == f"{words['DUTY']} no.prove.1.1", "the text of the file was replaced, so its ids are free again"


def test_an_id_that_is_taken_is_not_proposed(workspace: Workspace) -> None:
    assert labels(workspace, (workspace.text("rules/no/prove/1.regel") or "") + "\nplikt ¤") == ["no.prove.9.1"]
    items = proposed(workspace, (workspace.text("rules/no/prove/1.regel") or "") + "\nplikt ¤", "rules/no/prove/1.regel")
    assert [item.label for item in items] == ["no.prove.1.2"]


def test_headers_are_those_the_part_may_still_have(workspace: Workspace) -> None:
    found = labels(workspace, HEAD + "  ¤")
    assert found[:3] == ["hjemmel", "gyldig fra", "tolkning"]
    assert "pliktsubjekt" not in found, "it is there already, and can stand once"
    assert {"når", "kreves", "brudd når", "mål"} <= set(found)
    assert not {"så", "styrke", "melding", "U", "som"} & set(found)
    assert set(labels(workspace, "sprog da\n\nregel no.prove.9.1\n  ¤")) == {"hjemmel", "gyldig fra", "fortolkning", "for hver", "når", "så"}


@pytest.mark.parametrize(("line", "found"), [
    ("  hjemmel ¤", ["no/prove/1", "no/prove/1/1", "no/prove/1/2"]),
    ("  hjemmel no/prove/1/¤", ["no/prove/1/1", "no/prove/1/2"]),
    ("  hjemmel dk/¤", []),
    ("  pliktsubjekt ¤", ["arbeidsgiver"]),
    ("  kan ikke bli ¤", ["oppfylt", "brudd", "må undersøkes", "uavklart", "ikke aktuelt"]),
    ("  for hver ¤", ["enhet", "opplæring"]),
    ("  mål «¤", ["opplæring mot vold"]),
    ("  mål «opp¤læring»", ["opplæring mot vold"]),
    ("  kan ikke bli brudd fordi «¤", ["ingen kilde nevner mistanke"]),
])
def test_behind_a_header_stands_what_fits_it(workspace: Workspace, line: str, found: list[str]) -> None:
    assert labels(workspace, HEAD + line) == found


def test_a_provision_is_proposed_with_its_place_and_paraphrase(workspace: Workspace) -> None:
    item = proposed(workspace, HEAD + "  hjemmel no/prove/1/1¤")[0]
    assert (item.detail, item.text) == ("§ 1 første ledd", "Opplæringen skal dekke vold og trusler.")


def test_conditions_begin_with_variables_sentences_and_blocks(workspace: Workspace) -> None:
    found = labels(workspace, WHEN + "    ¤")
    assert found[0] == "U"
    assert {"det finnes", "for alle", "dersom", "minst", "alle av", "ikke:", "U har alenearbeid", "U er forberedt"} <= set(found)
    assert not any(label.startswith(("som", "og")) for label in found)


@pytest.mark.parametrize(("line", "found"), [
    ("    U ¤", ["er forberedt", "har alenearbeid", "har … ansatte", "er ikke forberedt", "har ikke alenearbeid", "har ikke … ansatte"]),
    ("    U er f¤", ["er forberedt", "har alenearbeid", "har … ansatte", "er ikke forberedt", "har ikke alenearbeid", "har ikke … ansatte"]),
    ("    ikke: U ¤", ["er forberedt", "har alenearbeid", "har … ansatte", "er ikke forberedt", "har ikke alenearbeid", "har ikke … ansatte"]),
    ("    det finnes ¤", ["en enhet", "en opplæring", "ingen enhet", "ingen opplæring"]),
    ("    dersom det finnes ¤", ["en enhet", "en opplæring", "ingen enhet", "ingen opplæring"]),
    ("    for alle T i «¤", ["grunner", "mål for pliktene", "pliktsubjekter", "roller", "tema for opplæring"]),
])
def test_in_a_condition_stands_what_fits_the_class(workspace: Workspace, line: str, found: list[str]) -> None:
    assert labels(workspace, WHEN + line) == found


COURSE = WHEN + "    det finnes en opplæring O\n"


def test_clauses_speak_of_the_variable_of_their_block(workspace: Workspace) -> None:
    found = labels(workspace, COURSE + "      ¤")
    assert [label for label in found if label.startswith("som ")] == ["som dekker …", "som er datert …", "som er gitt til …"]
    assert labels(workspace, COURSE + "      som ¤") == [
        "dekker …", "er datert …", "er gitt til …", "ikke dekker …", "ikke er datert …", "ikke er gitt til …",
    ]
    later = labels(workspace, COURSE + "      som er gitt til U\n      ¤")
    assert "og dekker …" in later and "som dekker …" not in later
    joined = labels(workspace, COURSE + "      som er gitt til U\n      og ¤")
    assert {"dekker …", "ikke dekker …", "U", "O", "det finnes", "U har alenearbeid"} <= set(joined)


def test_concepts_are_those_that_the_sentence_can_have(workspace: Workspace) -> None:
    for line in ("      som dekker «¤", "      og ikke dekker «vo¤", "      og O dekker «¤"):
        assert labels(workspace, COURSE + line) == ["bruk av utstyr", "vold og trusler"], line
    assert len(labels(workspace, COURSE + "      som omhandler «¤")) == 7, "of a sentence that isn't known, every concept, acts included"


def test_a_concept_is_closed_and_replaces_what_was_there(workspace: Workspace) -> None:
    line = "      som dekker «vo¤"
    assert taken(workspace, COURSE + line, "vold og trusler").endswith("      som dekker «vold og trusler»")
    assert taken(workspace, COURSE + line + "ld»  # merk", "bruk av utstyr").endswith("      som dekker «bruk av utstyr»  # merk")


def test_dates_and_numbers_are_compared(workspace: Workspace) -> None:
    day = COURSE + "      som er datert D\n      og D ¤"
    assert labels(workspace, day) == ["er før", "er etter", "er senest", "er tidligst", "er lik"]
    assert taken(workspace, day, "er senest").endswith("og D er senest saksdatoen")
    number = WHEN + "    U har N ansatte\n    N ¤"
    assert labels(workspace, number) == ["er minst", "er høyst", "er mer enn", "er mindre enn", "er lik"]
    assert labels(workspace, WHEN + "    U har N ansatte\n    N er mindre enn «¤") == ["liten enhet"]


def test_a_letter_is_one_that_is_free_and_an_object_one_that_fits(workspace: Workspace) -> None:
    noun = next(item for item in proposed(workspace, COURSE + "      som er gitt til U\n      og det finnes ¤") if item.label == "en opplæring")
    assert noun.snippet == "en opplæring ${1:O2}"
    given = next(item for item in proposed(workspace, COURSE + "      som ¤") if item.label == "er gitt til …")
    assert given.snippet == "er gitt til ${1:U}"
    covers = next(item for item in proposed(workspace, COURSE + "      som ¤") if item.label == "dekker …")
    assert covers.snippet == "dekker ${1|«vold og trusler»,«bruk av utstyr»|}"
    topic = WHEN + "    for alle T i «tema for opplæring»\n      det finnes en opplæring O\n        som ¤"
    covers = next(item for item in proposed(workspace, topic) if item.label == "dekker …")
    assert covers.snippet == "dekker ${1|T,«vold og trusler»,«bruk av utstyr»|}"


def test_what_a_block_introduces_is_unknown_outside_it(workspace: Workspace) -> None:
    outside = labels(workspace, COURSE + "      som er gitt til U\n      og er datert D\n    ¤")
    assert "U" in outside and not {"O", "D"} & set(outside)
    inside = labels(workspace, COURSE + "      som er gitt til U\n      og er datert D\n      og ¤")
    assert {"U", "O", "D"} <= set(inside)


def test_the_end_closes_the_innermost_block_level_with_it(workspace: Workspace) -> None:
    text = WHEN + "    minst 1 av\n      U har alenearbeid\n      ¤"
    end = proposed(workspace, text)[0]
    assert (end.label, end.detail) == ("slutt", "lukker «minst 1 av» på linje 8")
    assert taken(workspace, text, "slutt") == WHEN + "    minst 1 av\n      U har alenearbeid\n    slutt"
    assert "slutt" not in labels(workspace, WHEN + "    minst 1 av\n      U har alenearbeid\n    slutt\n    ¤")
    assert "slutt" not in labels(workspace, COURSE + "      ¤"), "an existence among conditions ends by itself"
    assert "slutt" in labels(workspace, COURSE + "      som er gitt til U\n      og det finnes en opplæring P\n        som er gitt til U\n        ¤")


def test_a_header_typed_too_far_in_is_put_where_headers_stand(workspace: Workspace) -> None:
    assert taken(workspace, WHEN + "    U har alenearbeid\n    ¤", "mål") == WHEN + "    U har alenearbeid\n  mål «»"


def test_nothing_is_proposed_in_comments_and_outside_rules(workspace: Workspace) -> None:
    assert labels(workspace, WHEN + "    # U ¤") == labels(workspace, WHEN + "    U har alenearbeid  # ¤") == []
    assert proposed(workspace, "base: ¤", "rules/no/prove/1_test.yaml") == []


@pytest.mark.parametrize("indent", range(9))
def test_whatever_is_taken_the_line_can_be_read(workspace: Workspace, indent: int) -> None:
    """Every sentence, noun and concept that is proposed is one that the rule language knows."""
    text = COURSE + "      som er gitt til U\n" + " " * indent + "¤"
    for item in proposed(workspace, text):
        if item.sort == "phrase":
            whole = apply(text.replace("¤", ""), [Edit(item.span, item.plain)]) + "\n  mål «opplæring mot vold»\n"
            workspace.open(FILE, whole)
            wrong = [p.code for p in workspace.problems()[FILE] if p.code in ("unknown-phrase", "unknown-concept", "unbound-variable", "wrong-subject")]
            assert wrong == [], item


def test_snippets_are_well_formed_and_read_without_their_marks(workspace: Workspace) -> None:
    for text in (HEAD + "  ¤", WHEN + "    ¤", COURSE + "      ¤", "språk nb\n\n¤", HEAD + "  for hver ¤"):
        for item in proposed(workspace, text):
            assert item.snippet.count("{") == item.snippet.count("}")
            assert not re.search(r"[$|\\]", item.plain), item


def test_a_choice_escapes_what_means_something_in_a_snippet() -> None:
    assert choice(1, ["a, b", "c|d", "e}", "f$"]) == r"${1|a\, b,c\|d,e\},f\$|}"
    assert choice(1, ["a, b"]) == "${1:a, b}"
    assert choice(1, []) == "$1" and choice(2, [str(n) for n in range(50)], "«$2»") == "«$2»"
