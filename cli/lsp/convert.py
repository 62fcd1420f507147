"""From what the engine says to what the editor protocol says; the protocol counts from 0, and columns in units the editor chose."""

from collections.abc import Iterable

from lsprotocol import types
from pygls.workspace import PositionCodec

from engine.editor.fixes import Fix
from engine.editor.items import Item, Sort
from engine.editor.outline import Entry
from engine.editor.spans import Edit, Span
from engine.errors import Problem
from engine.text import Language

SOURCE = "forsvarlig"
_SORTS = {
    Sort.KEYWORD: types.CompletionItemKind.Keyword,
    Sort.PHRASE: types.CompletionItemKind.Property,
    Sort.CONCEPT: types.CompletionItemKind.EnumMember,
    Sort.NOUN: types.CompletionItemKind.Class,
    Sort.VARIABLE: types.CompletionItemKind.Variable,
    Sort.PROVISION: types.CompletionItemKind.Reference,
    Sort.ID: types.CompletionItemKind.Value,
}


def column_of(line: str, units: int, codec: PositionCodec) -> int:
    """Turn the editor's column (from 0, in its units) into ours (from 1, in characters)."""
    counted = 0
    for index, character in enumerate(line):
        if counted >= units:
            return index + 1
        counted += codec.client_num_units(character)
    return len(line) + 1


def range_of(span: Span, lines: list[str], codec: PositionCodec) -> types.Range:
    """Turn a stretch of a file with some lines into the editor's."""
    return types.Range(_position(span.line, span.column, lines, codec), _position(span.end_line, span.end_column, lines, codec))


def _position(line: int, column: int, lines: list[str], codec: PositionCodec) -> types.Position:
    text = lines[line - 1] if line <= len(lines) else ""
    return types.Position(line - 1, codec.client_num_units(text[: column - 1]))


def diagnostic(problem: Problem, place: types.Range, language: Language) -> types.Diagnostic:
    """Show a problem, with what would be right below it."""
    message = problem.message.in_(language)
    if problem.hint:
        message += "\n" + problem.hint.in_(language)
    return types.Diagnostic(place, message, types.DiagnosticSeverity.Error, problem.code, source=SOURCE)


def completion(item: Item, number: int, lines: list[str], codec: PositionCodec, snippets: bool) -> types.CompletionItem:
    """Show a proposal; ``number`` is its place in the list."""
    return types.CompletionItem(
        item.label,
        kind=_SORTS[item.sort],
        detail=item.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, item.text) if item.text else None,
        sort_text=f"{number:04}",
        filter_text=item.filter,
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AsIs,
        text_edit=types.TextEdit(range_of(item.span, lines, codec), item.snippet if snippets else item.plain),
        additional_text_edits=text_edits(item.also, lines, codec) or None,
    )


def text_edits(edits: Iterable[Edit], lines: list[str], codec: PositionCodec) -> list[types.TextEdit]:
    """Turn changes of one file into the editor's."""
    return [types.TextEdit(range_of(edit.span, lines, codec), edit.text) for edit in edits]


def quick_fix(
    fix: Fix, shown: types.Diagnostic, uri: str, lines: list[str], codec: PositionCodec, language: Language, preferred: bool
) -> types.CodeAction:
    """Show a way to mend a problem."""
    return types.CodeAction(
        fix.title.in_(language),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=preferred,
        edit=types.WorkspaceEdit(changes={uri: text_edits([fix.edit], lines, codec)}),
    )


def symbol(entry: Entry, lines: list[str], codec: PositionCodec) -> types.DocumentSymbol:
    """Show a part in the table of contents."""
    return types.DocumentSymbol(
        entry.id,
        types.SymbolKind.Function,
        range_of(entry.whole, lines, codec),
        range_of(entry.name, lines, codec),
        detail=entry.about or entry.sort,
    )
