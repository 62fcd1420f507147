"""Citations printed in three languages, and a person's spelling found."""

from typing import get_args

import pytest

from engine.law.citation import Form, UnknownProvisionError, cite, find, near
from engine.law.model import LawBase
from engine.text import LANGUAGES, Language


@pytest.mark.parametrize(("path", "language", "printed"), [
    ("no/utforelse/3A-5/1/a", "nb", "forskrift om utførelse av arbeid § 3A-5 første ledd bokstav a"),
    ("no/utforelse/3A-5/1/a", "da", "forskrift om utførelse av arbeid § 3A-5, stk. 1, litra a"),
    ("no/utforelse/3A-5/1/a", "en",
     "Regulations on the Performance of Work, section 3A-5, first paragraph, letter a"),
    ("no/aml/4-3/5", "nb", "arbeidsmiljøloven § 4-3 femte ledd"),
    ("no/aml/4-3/5", "da", "arbeidsmiljøloven § 4-3, stk. 5"),
    ("no/aml/4-3/5", "en", "Working Environment Act, section 4-3, fifth paragraph"),
    ("no/ik/5/nr-6", "nb", "internkontrollforskriften § 5 nr. 6"),
    ("no/ik/5/nr-6", "da", "internkontrollforskriften § 5, nr. 6"),
    ("no/ik/5/nr-6", "en", "Internal Control Regulations, section 5, no. 6"),
    ("no/olm/10-1/n", "nb", "forskrift om organisering, ledelse og medvirkning § 10-1 bokstav n"),
    ("no/utforelse/3A-6/1", "nb", "forskrift om utførelse av arbeid § 3A-6"),  # its only ledd
    ("no/utforelse/3A-4/1/c", "nb", "forskrift om utførelse av arbeid § 3A-4 bokstav c"),
    ("no/utforelse/1-1/2", "nb", "forskrift om utførelse av arbeid § 1-1 andre ledd"),
])
def test_short_citation(lawbase: LawBase, path: str, language: Language, printed: str) -> None:
    assert cite(path, language, lawbase=lawbase) == printed


def test_full_citation_adds_the_identifier(lawbase: LawBase) -> None:
    assert cite("no/utforelse/3A-5/2", "nb", "full", lawbase=lawbase) == \
        "forskrift om utførelse av arbeid (FOR-2011-12-06-1357) § 3A-5 andre ledd"
    assert cite("no/aml/4-3", "en", "full", lawbase=lawbase) == \
        "Working Environment Act (LOV-2005-06-17-62), section 4-3"
    assert cite("no/ldl/13", "nb", "full", lawbase=lawbase) == "likestillings- og diskrimineringsloven § 13"


def test_unknown_path_is_an_error(lawbase: LawBase) -> None:
    with pytest.raises(UnknownProvisionError, match="no/utforelse/1A-6"):
        cite("no/utforelse/1A-6", "nb", lawbase=lawbase)


@pytest.mark.parametrize(("text", "paths"), [
    ("3A-5", ["no/utforelse/3A-5"]),
    ("§ 3A-5", ["no/utforelse/3A-5"]),
    ("3a-5", ["no/utforelse/3A-5"]),
    ("aml 4-3", ["no/aml/4-3"]),
    ("aml § 4-3 (5)", ["no/aml/4-3/5"]),
    ("arbeidsmiljøloven § 4-3 femte ledd", ["no/aml/4-3/5"]),
    ("no/utforelse/3A-5", ["no/utforelse/3A-5"]),
    ("no/aml/4-3/5@2026-01-01", ["no/aml/4-3/5"]),
    ("no.aml.4-3.5", ["no/aml/4-3/5"]),
    ("no.utforelse.1A-2.4a", ["no/utforelse/1A-2/4/a"]),
    ("no.utforelse.1A-2.3-ii", ["no/utforelse/1A-2/3"]),
    ("4-3.2.a", ["no/aml/4-3/2/a"]),
    ("3A-4 c", ["no/utforelse/3A-4/1/c"]),
    ("IK § 5 nr. 6", ["no/ik/5/nr-6"]),
    ("no/ik/5/6", ["no/ik/5/nr-6"]),
    ("F1355 § 10-1 bokstav n", ["no/olm/10-1/n"]),
    ("annet ledd", []),
    ("3A-5 tull", []),
    ("1A-6", []),
    ("", []),
])
def test_find(lawbase: LawBase, text: str, paths: list[str]) -> None:
    assert find(text, lawbase) == paths


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_is_found_again(lawbase: LawBase, language: Language, form: Form) -> None:
    """Only the sole ledd of a section is printed, and so found, as its section."""
    for path in lawbase.paths():
        printed, section = cite(path, language, form, lawbase=lawbase), "/".join(path.split("/")[:3])
        sole = path == f"{section}/1" and lawbase.by_parent[section] == (path,)
        assert find(printed, lawbase) == [section if sole else path], printed


def test_near_matches_are_sections_that_look_alike(lawbase: LawBase) -> None:
    assert "no/utforelse/1A-5" in near("1A-6", lawbase)
    assert set(near("aml 4-4", lawbase)[:4]) == {"no/aml/4-1", "no/aml/4-2", "no/aml/4-3", "no/aml/4-6"}
    assert all(path.startswith("no/aml/") for path in near("aml 4-4", lawbase))
    assert near("zzz", lawbase) == []
