"""``forsvarlig law``: what it prints, and its exit codes."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from cli import law
from engine.law.load import load
from engine.text import LANGUAGES


def call(rulebase: Path, *words: str, lang: str = "nb") -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default=lang)
    law.add_parser(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["law", *words])
    args.rulebase_dir = rulebase
    args.load_duties = lambda: {"no/utforelse/3A-5/1": ["no.utforelse.3A-5.1"]}
    args.load_scenarios = lambda language: [f"scenarios in {language}"]
    code: int = args.run(args)
    return code


def shown(rulebase: Path, capsys: pytest.CaptureFixture[str], *words: str, lang: str = "nb") -> str:
    assert call(rulebase, "show", *words, lang=lang) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return " ".join(printed.out.split())


def test_show_prints_all_there_is_to_say(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "3A-5", "--date", "2026-06-30")
    for part in ("forskrift om utførelse av arbeid (FOR-2011-12-06-1357) § 3A-5 (no/utforelse/3A-5)",
                 "Opplæring ved arbeid som innebærer risiko …", "I kraft: fra 2026-01-01", "Type: plikt",
                 "innholdet er lest; nummeret er kontrollert", "Kilde: F1357 – Forskrift om utførelse av arbeid",
                 "utledet av mønsteret, ikke kontrollert",
                 "Forgjenger: forskrift om utførelse av arbeid § 23A-2, fra 2017-01-01 til 2025-12-31",
                 "§ 3A-5 første ledd: Innebærer arbeidet risiko", "§ 3A-5 andre ledd: Opplæringen og øvelsen"):
        assert part in text, part


@pytest.mark.parametrize(("day", "says", "not_says"), [
    ("2010-06-01", "exposed to harassment or other improper conduct", "sexual"),
    ("2024-06-01", "the two forms of harassment are defined here", "integrity"),
    ("2026-06-01", "integrity and dignity are looked after", "harassment"),
])
def test_show_4_3_third_ledd_by_date(rulebase: Path, capsys: pytest.CaptureFixture[str], day: str, says: str,
                                     not_says: str) -> None:
    text = shown(rulebase, capsys, "aml", "4-3", "(3)", "--date", day, lang="en")
    words = text.partition("In our words:")[2].partition("How sure:")[0]
    assert says in words and not_says not in words


def test_show_says_where_the_harassment_duty_was_cited_before(rulebase: Path,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "no.aml.4-3.5", "--date", "2026-06-01", lang="da")
    assert "arbeidsmiljøloven (LOV-2005-06-17-62) § 4-3, stk. 5" in text
    assert "Tidligere citeret: arbeidsmiljøloven § 4-3, stk. 3, 2006-01-01 – 2025-12-31" in text
    assert "Arbeidstilsynet: «Arbeidstakere skal ikke utsettes" in text and "002_510a1c3fa72e4c28.txt:117-117" in text


def test_show_quotes_the_law_with_seed_and_lines(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "aml 4-3 (1)", "--date", "2026-06-01", lang="en")
    assert "Words of the law: «Arbeidet skal organiseres" in text and "003_27fa549ff2dd2018.txt:480-483" in text


def test_show_before_it_was_in_force(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "3A-5", "--date", "2020-01-01", lang="en")
    assert "was not in force on 2020-01-01; it came into force on 2026-01-01" in text
    assert "Versions in the law base: from 2026-01-01:" in text and "section 23A-2" in text
    assert "How sure" not in text


def test_show_after_its_repeal(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "23A-1", "--date", "2026-01-01")
    assert "gjaldt ikke 2026-01-01; den gjaldt til og med 2025-12-31" in text
    assert "Etterfølger: forskrift om utførelse av arbeid § 3A-2" in text


@pytest.mark.parametrize(("asked", "day", "says"), [
    ("IK 5 nr 6", "2014-01-01", "this text is known from 2026-01-01"),
    ("4-3", "2005-01-01", "this text is known from 2006-01-01"),
    ("3A-5", "2026-12-01", "it was last read on 2026-11-22"),
])
def test_show_outside_what_is_encoded(rulebase: Path, capsys: pytest.CaptureFixture[str], asked: str, day: str,
                                      says: str) -> None:
    text = shown(rulebase, capsys, asked, "--date", day, lang="en")
    assert f"on {day} is not encoded" in text and says in text and "Versions in the law base:" in text


def test_show_without_a_date_gives_what_was_read_last(rulebase: Path, capsys: pytest.CaptureFixture[str],
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2030, 1, 1)

    monkeypatch.setattr("cli.law.date", Later)
    text = shown(rulebase, capsys, "3A-5", lang="en")
    assert "The law was last read on 2026-11-22; later changes are not known." in text and "In force:" in text


def test_show_a_unit_that_is_not_modelled_says_why(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(rulebase, capsys, "1-1", "--date", "2026-06-01", lang="en")
    assert "Not modelled: The purpose works through the duties" in text and "read only in part" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_unknown_provision(rulebase: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert call(rulebase, "show", "1A-6", lang=lang) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and "1A-6" in printed.err and "no/utforelse/1A-5" in printed.err


def test_bad_date(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(rulebase, "show", "3A-5", "--date", "30.06.2026") == 2
    assert "«30.06.2026» er ingen dato" in capsys.readouterr().err


def test_lang_after_the_command_wins(rulebase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "In force" in shown(rulebase, capsys, "3A-5", "--date", "2026-06-01", "--lang", "en", lang="nb")


@pytest.mark.parametrize(("lang", "says"), [
    ("nb", "3 av {} enheter som er plikter, har en regel."), ("da", "3 af {} enheder, der er pligter, har en regel."),
    ("en", "3 of {} units that are duties have a rule."),
])
def test_coverage(rulebase: Path, capsys: pytest.CaptureFixture[str], lang: str, says: str) -> None:
    duties = sum(unit.status == "duty" for unit in load(rulebase).by_id.values())
    assert call(rulebase, "coverage", lang=lang) == 0
    out = capsys.readouterr().out
    assert duties > 150 and says.format(duties) in out and "no.utforelse  2A" in out
    missing = " ".join(out.split()).partition("3A: ")[2]
    assert "3A-5" in missing and "23A-5" in missing
