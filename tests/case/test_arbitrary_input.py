"""Whatever the file holds, the reader gives a case or says what is wrong; it never falls over."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.case import yaml_tree
from engine.case.log import Log
from engine.case.reader import read_data
from engine.case.schema import schema_of
from engine.errors import BadInputError
from engine.text import LANGUAGES
from engine.vocabulary.load import load

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = load(ROOT / "ontology")
SCHEMA = schema_of(VOCABULARY)
SMALL = (ROOT / "examples" / "small.yaml").read_bytes()
KEYS = sorted({*SCHEMA.keys(), *SCHEMA.enterprise, *(f for r in SCHEMA.registers.values() for f in r.slots),
               "ask", "of", "value", "about", "register", "complete_for", "as_of", "because", "document", "place"})
WORDS = st.sampled_from([*KEYS, "yes", "no", "dont_know", "not_relevant", "all", "+", "case/1", "hjemme", "K1", "D1",
                         "2026-01-01", "2026-02-30", "workload", "employer", "32", "", "*a", "&a b", "!t x", "<<",
                         "{", "["])
TREES = st.recursive(
    WORDS | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=5),
    max_leaves=25,
)


def survives(data: bytes) -> None:
    try:
        read_data(data, "case.yaml", VOCABULARY)
    except BadInputError as error:
        assert error.problems
        for problem in error.problems:
            for language in LANGUAGES:
                assert problem.render(language)


@settings(max_examples=300, deadline=None)
@given(st.binary())
def test_bytes(data: bytes) -> None:
    survives(data)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from(list("{}[]:,-&*!|>'\"#%@`? \n\t+"))))
def test_text(text: str) -> None:
    survives(text.encode())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=8))
def test_trees_of_the_words_of_a_case(tree: dict[str, object]) -> None:
    survives(yaml.safe_dump({"forsvarlig": "case/1", **tree}, allow_unicode=True).encode())


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SMALL)), st.integers(0, 12), st.text(max_size=8))
def test_the_small_example_with_a_hole(at: int, length: int, instead: str) -> None:
    survives(SMALL[:at] + instead.encode("utf-8", "replace") + SMALL[at + length :])


@pytest.mark.parametrize("text", [
    "[" * 100_000, "{a: " * 50_000, "- " * 50_000, "? " * 20_000,
    "a:\n" + "".join(" " * n + "- \n" for n in range(2000)),
    "&a [*a, *a]", "a: &a [b]\n" * 1000, "!!python/object:os.system x", "%YAML 9.9\n---\na: b", "\ufeff\ufeff",
    "a: |\n" + " x\n" * 9,
    '"\\ud800"', "\u2028a: b", "a: b\n...\n...\n", "--- a\n--- b", "forsvarlig: {case/1: x}", "? [a]\n: b",
])
def test_tricks(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:-[]{}, \n\"'#+.", max_size=40))
def test_both_parsers_read_what_both_accept_alike(text: str) -> None:
    fast = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    logs = Log("x"), Log("x")
    trees = yaml_tree.parse(text, logs[0], fast), yaml_tree.parse(text, logs[1], yaml.BaseLoader)
    if not logs[0].problems and not logs[1].problems:
        assert trees[0] == trees[1]
