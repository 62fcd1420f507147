"""Whatever is written and wherever the cursor stands, the editor gets an answer."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.editor import completion, diagnostics, fixes, hover, knowledge, lookup, outline, places, rename
from engine.editor.spans import apply, lines_of
from engine.editor.workspace import Workspace
from tests.editor.conftest import BASE

FILES = [f"rules/no/prove/{number}.regel" for number in "123"]
PIECES = ["«", "»", "#", "U", "O ", "og ", "som ", "ikke: ", "det finnes en opplæring O", "slutt", "\n", "\n    ", "\t", "🙂", "\r\n", '"', "minst 1 av", "på ", ""]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("any") / "base"
    shutil.copytree(BASE, folder)
    found = Workspace(folder)
    found.learn(*knowledge.load(folder))
    return found


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_question_has_an_answer(workspace: Workspace, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    workspace.close(path)
    text = workspace.text(path) or ""
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 30, len(text))))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    workspace.open(path, text)
    lines = lines_of(text)
    line = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
    for item in completion.complete(workspace, path, line, column):
        assert item.span.line == line and item.plain is not None
    reading = workspace.reading(path)
    assert reading is not None
    assert all(entry.whole.line <= entry.name.line <= entry.whole.end_line for entry in outline.outline(reading))
    for problem in workspace.problems()[path]:
        span = diagnostics.span_of(problem, text)
        assert 1 <= span.column <= span.end_column <= len(lines[span.line - 1]) + 1
        for fix in fixes.fixes(reading, problem):
            assert isinstance(apply(text, [fix.edit]), str) and fix.title.nb
    target = lookup.at(workspace, path, line, column)
    if target is not None:
        hover.hover(workspace, target, reading.language)
        places.definition(workspace, target)
        assert all(workspace.text(span.file) is not None for span in places.references(workspace, target))
    try:
        edits = rename.rename(workspace, *rename.renamed_at(workspace, path, target, line, column), "Q")
    except rename.RenameError as error:
        assert all(error.message)
    else:
        assert edits
    workspace.close(path)
