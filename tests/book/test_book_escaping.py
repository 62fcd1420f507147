"""What a rule base says is text: markup and scripts in it stay words on the page."""

from dataclasses import replace
from datetime import date

import pytest

from engine.book.site import site
from engine.language.read import read_rules
from engine.law.model import Act, LawBase, Provision, Quote, Source
from engine.rulebase import RuleBase
from engine.text import LANGUAGES, same
from tests.language.tiny import vocabulary
from tests.proof.pages import Element, read

BAD = "<script>alert(1)</script>"
WORSE = "\"><img src=x onerror='alert(2)'>"
START = date(2026, 1, 1)
RULES = f"""språk nb

plikt no.aml.4-3.1
  # {BAD}
  hjemmel no/aml/4-3
  pliktsubjekt arbeidsgiver
  for hver enhet U
  kreves
    U innebærer risiko for «tidspress»
  mål «opplæring og nødvendig øvelse»
"""
SCENARIOS = f"""
scenarios:
  no.aml.4-3.1:
    - name: "{BAD} & {WORSE.replace('"', "'")}"
      outcome: met
      source: "{BAD}"
      case: {{}}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A book of a tiny rule base in which every text holds markup."""
    folder = tmp_path_factory.mktemp("base")
    (folder / "rules/no/aml").mkdir(parents=True)
    (folder / "rules/no/aml/4-3_test.yaml").write_text(SCENARIOS, encoding="utf-8")
    words = vocabulary()
    words.concepts |= {
        id_: replace(each, label=same(f"{each.label.nb}{BAD}"), in_sentence=same(f"{each.in_sentence.nb}{WORSE}"), note=same(BAD))
        for id_, each in words.concepts.items()
    }
    rules, problems = read_rules({"rules/no/aml/4-3.regel": RULES}, vocabulary(), {"no/aml/4-3"})
    assert not problems
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        base = RuleBase(folder, "sha256:<b>", words, law(), rules, b"")
        return dict(site(base))


def law() -> LawBase:
    act = Act("no.aml", "no", 1, BAD, "javascript:alert(3)", "given", same(BAD), same(WORSE), (), START, START, ("S<",))
    unit = Provision(
        "no/aml/4-3", "no.aml", "4", "4-3", None, "", None, START, None, "not_in_force", "duty", "inferred", "unverified", ("S<",),
        BAD, same(BAD), WORSE, "", (), Quote(BAD, "<i>", 1, 2, "law"), same(WORSE), same(BAD),
    )
    sources = {"S<": Source("S<", BAD, "javascript:alert(4)", WORSE, START, BAD)}
    return LawBase({"no.aml": act}, {}, sources, {unit.path: (unit,)}, {unit.id: unit}, {"no/aml": (unit.path,)})


def test_no_markup_of_the_rule_base_becomes_markup_of_the_page(files: dict[str, bytes]) -> None:
    shown = 0
    for name, data in files.items():
        text = data.decode()
        assert BAD not in text and "<img" not in text, name
        if name.endswith(".html"):
            page: Element = read(text)
            assert [each.attributes for each in page.all("script")] in ([], [{"src": "search-index.js", "defer": ""}, {"src": "../search.js", "defer": ""}])
            assert not [each for each in page.all("a") if "javascript" in each.attributes["href"]], name
            shown += BAD in page.text
    assert shown > 3 * 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_there_as_they_were_written(files: dict[str, bytes], language: str) -> None:
    page = read(files[f"{language}/law-no.aml.html"].decode())
    pre = page.all("pre")[0]
    assert f"# {BAD}" in pre.text
    assert page.all("q")[0].text == BAD
    scenario = next(each for each in page.all("details") if each.attributes["class"] == "scenarios").all("li")[0]
    assert scenario.text.count(BAD) == 2
