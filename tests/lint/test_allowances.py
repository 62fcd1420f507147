"""Allowances: one comment, one finding, with a reason."""

import pytest

from tests.lint.conftest import Linted

FILE = "rules/no/lov/1-2.regel"
TWICE = "språk nb\n\nregel no.lov.1-2.a\n  for hver enhet U\n  når\n    U har nattarbeid\n    U har N ansatte\n{above}    N er minst 0{beside}\n  så\n    U trenger opplæring\n"


def codes(linted: Linted, above: str = "", beside: str = "") -> list[str]:
    return [f"{each.code}:{each.line}" for each in linted([(FILE, TWICE.format(above=above, beside=beside))])]


def test_without_an_allowance_the_finding_is_there(linted: Linted) -> None:
    assert codes(linted) == ["F204:8"]


@pytest.mark.parametrize("above", [
    "    # lint: F204 because the law writes the limit out\n",
    "# lint: F204 because the indentation does not matter\n",
    "    # lint: F204 because it stands on top of another comment\n    # which is about something else\n",
])
def test_a_comment_right_above_allows_it(linted: Linted, above: str) -> None:
    assert codes(linted, above) == []


@pytest.mark.parametrize(("above", "beside", "found"), [
    ("    # lint: F204\n", "", ["F902:8", "F204:9"]),
    ("    # lint: F204 because\n", "", ["F902:8", "F204:9"]),
    ("    # lint: F204 because   \n", "", ["F902:8", "F204:9"]),
    ("    # lint: F204 fordi loven sier det\n", "", ["F902:8", "F204:9"]),
    ("    # lint F204 because of the law\n", "", ["F902:8", "F204:9"]),
    ("    # lint: F999 because there is such a code\n", "", ["F902:8", "F204:9"]),
    ("    # lint: F202 because it is another code\n", "", ["F901:8", "F204:9"]),
    ("    # lint: F204 because it is not right above\n\n", "", ["F901:8", "F204:10"]),
    ("", "  # lint: F204 because it stands beside", ["F902:8", "F204:8"]),
    ("    # lint: F204 because one is enough\n    # lint: F204 because one is enough\n", "", ["F901:8"]),
])
def test_what_is_no_allowance_allows_nothing(linted: Linted, above: str, beside: str, found: list[str]) -> None:
    assert sorted(codes(linted, above, beside)) == sorted(found)


def test_one_allowance_silences_one_finding(linted: Linted) -> None:
    two = "regel no.lov.1-2.a\n  for hver enhet U\n  for hver opplæring O\n{above}  når\n    U har nattarbeid\n  så\n    U trenger opplæring\n"
    text = "språk nb\n\n" + two.format(above="  # lint: F101 because of nothing\n  for hver opplæring P\n")
    assert [f"{each.code}:{each.line}" for each in linted([(FILE, text)])] == ["F101:5"]


def test_an_allowance_above_the_language_line_is_about_the_whole_file(linted: Linted) -> None:
    rule = "regel no.lov.1-2.a\n  for hver enhet U\n  når\n    U har nattarbeid\n  så\n    U trenger opplæring\n\n# … and so on for 400 lines\n"
    assert [each.code for each in linted([(FILE, f"# one thing\nspråk nb\n\n{rule}")])] == ["F801"]
    assert linted([(FILE, f"# lint: F801 because the list is one sentence of the law\nspråk nb\n\n{rule}")]) == ()


def test_allowances_work_in_turtle_too(linted: Linted) -> None:
    concept = 'fv:chemicals a skos:Concept ;\n  skos:prefLabel "kjemikalier"@nb , "kemikalier"@da , "chemicals"@en ;\n  fv:inSentence "kjemikalier"@nb , "kemikalier"@da , "chemicals"@en .\n'
    prefixes = "@prefix fv: <https://w3id.org/forsvarlig/ns#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
    assert [each.code for each in linted([("ontology/more.ttl", prefixes + concept)])] == ["F603"]
    assert linted([("ontology/more.ttl", f"{prefixes}# lint: F603 because a sample speaks of it\n{concept}")]) == ()
