"""Places in texts, written as ¤ where the cursor stands."""

from engine.editor.workspace import Workspace


def put(workspace: Workspace, path: str, text: str) -> tuple[int, int]:
    """Open a document with a mark in it; gives the place of the mark."""
    before, mark, after = text.partition("¤")
    assert mark, "the text has no ¤"
    workspace.open(path, before + after)
    return place(before)


def place(before: str) -> tuple[int, int]:
    """Give the line and column behind a text."""
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def find(workspace: Workspace, path: str, marked: str) -> tuple[int, int]:
    """Find the place of ¤ in a piece of a file as it stands."""
    text = workspace.text(path) or ""
    piece = marked.replace("¤", "")
    assert text.count(piece) == 1, f"{piece!r} stands {text.count(piece)} times in {path}"
    return place(text[: text.index(piece) + marked.index("¤")])
