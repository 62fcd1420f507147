"""Where a book is put: a new or empty folder, or in place of an earlier book, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.book.shelf import MARK, put
from engine.errors import BadInputError

FIRST = [("index.html", b"one"), ("nb/index.html", b"two"), ("nb/gone.html", b"three")]
SECOND = [("index.html", b"new"), ("da/index.html", b"ny")]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def code(error: pytest.ExceptionInfo[BadInputError]) -> str:
    return error.value.problems[0].code


@pytest.mark.parametrize("there", [False, True])
def test_a_new_or_empty_folder_gets_the_book(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "a" / "book"
    if there:
        folder.mkdir(parents=True)
    assert put(FIRST, folder) == 4
    assert files(folder).keys() == {*dict(FIRST), MARK}
    assert [path.name for path in folder.parent.iterdir()] == ["book"]


def test_an_earlier_book_is_replaced_as_a_whole(tmp_path: Path) -> None:
    put(FIRST, tmp_path / "book")
    put(SECOND, tmp_path / "book")
    assert files(tmp_path / "book") == {**dict(SECOND), MARK: (tmp_path / "book" / MARK).read_bytes()}


def test_what_is_not_a_book_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(BadInputError) as error:
        put(FIRST, tmp_path)
    assert code(error) == "not-a-book" and files(tmp_path) == {"letter.txt": b"mine"}


def test_a_file_of_the_readers_own_in_a_book_is_not_lost(tmp_path: Path) -> None:
    put(FIRST, tmp_path / "book")
    (tmp_path / "book" / "nb" / "notes.txt").write_text("mine")
    with pytest.raises(BadInputError) as error:
        put(SECOND, tmp_path / "book")
    assert code(error) == "others-there" and "nb/notes.txt" in error.value.problems[0].message.en
    assert files(tmp_path / "book")["index.html"] == b"one"


@pytest.mark.parametrize("mark", [b"", b"[]", b'{"files": 3}', b'{"files": [1]}', b"\xff"])
def test_a_mark_that_is_not_ours_marks_nothing(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / MARK).write_bytes(mark)
    with pytest.raises(BadInputError) as error:
        put(FIRST, tmp_path)
    assert code(error) == "not-a-book"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "book").write_text("mine")
    with pytest.raises(BadInputError) as error:
        put(FIRST, tmp_path / "book")
    assert code(error) == "not-a-folder"


def test_where_nothing_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadInputError) as error:
        put(FIRST, tmp_path / "file" / "book")
    assert code(error) == "not-written"


def test_a_fault_on_the_way_leaves_the_earlier_book(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise BadInputError([])

    put(FIRST, tmp_path / "book")
    with pytest.raises(BadInputError):
        put(broken(), tmp_path / "book")
    assert files(tmp_path / "book")["index.html"] == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["book"]
