"""One book of our own rule base for all tests here: its files on disk, and its pages as trees."""

from pathlib import Path

import pytest

from engine.book.shelf import put
from engine.book.site import site
from engine.rulebase import RuleBase, load
from tests.proof.pages import Element, read

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def rulebase() -> RuleBase:
    return load(ROOT)


@pytest.fixture(scope="session")
def shelf(rulebase: RuleBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the book in all three languages."""
    folder = tmp_path_factory.mktemp("shelf") / "book"
    put(site(rulebase), folder)
    return folder


@pytest.fixture(scope="session")
def pages(shelf: Path) -> dict[str, Element]:
    """Every page by its path; reading fails where a tag is not closed, or closed in the wrong order."""
    return {file.relative_to(shelf).as_posix(): read(file.read_text(encoding="utf-8")) for file in sorted(shelf.rglob("*.html"))}


@pytest.fixture(scope="session")
def places(pages: dict[str, Element]) -> dict[str, dict[str, Element]]:
    """The elements with an id, by page and id."""
    return {
        name: {each.attributes["id"]: each for each in page.walk() if "id" in each.attributes} for name, page in pages.items()
    }
