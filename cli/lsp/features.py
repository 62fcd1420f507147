"""What the language server can do, one function for each request of the protocol (LSP 3.17); each asks ``engine.editor``."""

import functools
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from cli.common import LOCALES
from cli.lsp import convert
from cli.lsp.state import RuleServer
from engine.editor import completion, fixes, formatting, hover, lookup, outline, places, rename
from engine.editor.items import Sort
from engine.editor.messages import MESSAGES
from engine.editor.spans import Span
from engine.editor.workspace import RULE, Workspace
from engine.errors import BadInputError, RulebaseNotFoundError
from engine.text import Language

Params = TypeVar("Params")
Answer = TypeVar("Answer")
WATCHED = ("**/*.regel", "**/*_test.yaml", "**/*.ttl")
TRIGGERS = ["«", " ", "/"]


def server(rulebase: Path | None, language: Language) -> RuleServer:
    """Make a server for a rule base; without one it takes the folder that is open in the editor."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it would print a traceback for every answer that is an error
    made = RuleServer(rulebase, language)
    notices: dict[str, Callable[..., Any]] = {
        types.INITIALIZE: _initialize,
        types.INITIALIZED: _initialized,
        types.TEXT_DOCUMENT_DID_OPEN: _opened,
        types.TEXT_DOCUMENT_DID_CHANGE: _edited,
        types.TEXT_DOCUMENT_DID_SAVE: _saved,
        types.TEXT_DOCUMENT_DID_CLOSE: _closed,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _watched,
    }
    for method, notice in notices.items():
        made.feature(method)(notice)
    answers: dict[str, tuple[Callable[[RuleServer, Any], Awaitable[Any]], Any]] = {
        types.TEXT_DOCUMENT_COMPLETION: (_complete, types.CompletionOptions(trigger_characters=TRIGGERS)),
        types.TEXT_DOCUMENT_HOVER: (_hover, None),
        types.TEXT_DOCUMENT_DEFINITION: (_definition, None),
        types.TEXT_DOCUMENT_DECLARATION: (_declaration, None),
        types.TEXT_DOCUMENT_REFERENCES: (_references, None),
        types.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare_rename, None),
        types.TEXT_DOCUMENT_RENAME: (_rename, types.RenameOptions(prepare_provider=True)),
        types.TEXT_DOCUMENT_FORMATTING: (_format, None),
        types.TEXT_DOCUMENT_CODE_ACTION: (_code_actions, types.CodeActionOptions([types.CodeActionKind.QuickFix])),
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
    }
    for method, (answer, options) in answers.items():
        made.feature(method, options)(guarded(answer))
    return made


def guarded(answer: Callable[[RuleServer, Params], Awaitable[Answer]]) -> Callable[[RuleServer, Params], Awaitable[Answer | None]]:
    """Wait for the rule base before answering. A fault of ours is told on standard error, and the answer is nothing."""

    @functools.wraps(answer)
    async def guard(ls: RuleServer, params: Params) -> Answer | None:
        await ls.ready.wait()
        try:
            return await answer(ls, params)
        except JsonRpcException:
            raise
        except Exception:
            ls.tell_of_fault()
            return None

    return guard


# the session


def _initialize(ls: RuleServer, params: types.InitializeParams) -> None:
    ls.language = LOCALES.get((params.locale or "")[:2].lower(), ls.language)


async def _initialized(ls: RuleServer, params: types.InitializedParams) -> None:
    folders = [folder.uri for folder in ls.workspace.folders.values()] or [each for each in (ls.workspace.root_uri,) if each]
    try:
        await ls.begin(folders)
    except RulebaseNotFoundError:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, MESSAGES["no-rulebase"].in_(ls.language)))
        return
    finally:
        ls.ready.set()  # whatever happened: nobody waits for ever
    can = ls.client_capabilities.workspace
    if can and can.did_change_watched_files and can.did_change_watched_files.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern) for pattern in WATCHED])
        registration = types.Registration("watched-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([registration]))


def _opened(ls: RuleServer, params: types.DidOpenTextDocumentParams) -> None:
    ls.take(params.text_document.uri, params.text_document.text, params.text_document.version)


def _edited(ls: RuleServer, params: types.DidChangeTextDocumentParams) -> None:
    document = ls.workspace.get_text_document(params.text_document.uri)
    ls.take(params.text_document.uri, document.source, params.text_document.version)


def _saved(ls: RuleServer, params: types.DidSaveTextDocumentParams) -> None:
    ls.changed([params.text_document.uri])


def _closed(ls: RuleServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.leave(params.text_document.uri)


def _watched(ls: RuleServer, params: types.DidChangeWatchedFilesParams) -> None:
    ls.changed([change.uri for change in params.changes])


# what stands where


def _at(ls: RuleServer, params: Any) -> tuple[Workspace, str, int, int] | None:
    """Give the rule base, the file, and the place in it; None outside the rule base."""
    path = ls.inside(params.text_document.uri)
    if ls.base is None or path is None:
        return None
    lines, place = ls.lines(path), params.position
    text = lines[place.line] if place.line < len(lines) else ""
    return ls.base, path, place.line + 1, convert.column_of(text, place.character, ls.workspace.position_codec)


async def _hover(ls: RuleServer, params: types.HoverParams) -> types.Hover | None:
    place = _at(ls, params)
    target = lookup.at(*place) if place else None
    if place is None or target is None:
        return None
    text = hover.hover(place[0], target, ls.language_of(place[1]))
    if not text:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), ls.location(target.span).range)


async def _definition(ls: RuleServer, params: types.DefinitionParams) -> list[types.Location]:
    return _located(ls, params, places.definition)


async def _declaration(ls: RuleServer, params: types.DeclarationParams) -> list[types.Location]:
    return _located(ls, params, places.declaration)


async def _references(ls: RuleServer, params: types.ReferenceParams) -> list[types.Location]:
    found = _located(ls, params, places.references)
    own = [] if params.context.include_declaration else _located(ls, params, places.declaration)
    return [place for place in found if place not in own]


def _located(
    ls: RuleServer, params: Any, find: Callable[[Workspace, lookup.Target], list[Span]]
) -> list[types.Location]:
    place = _at(ls, params)
    target = lookup.at(*place) if place else None
    return [ls.location(span) for span in find(place[0], target)] if place and target else []


async def _symbols(ls: RuleServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    path = ls.inside(params.text_document.uri)
    reading = ls.base.reading(path) if ls.base and path else None
    codec = ls.workspace.position_codec
    return [convert.symbol(entry, reading.lines, codec) for entry in outline.outline(reading)] if reading else []


# writing


async def _complete(ls: RuleServer, params: types.CompletionParams) -> types.CompletionList:
    place = _at(ls, params)
    items = completion.complete(*place) if place else []
    text = ls.client_capabilities.text_document
    known = text.completion.completion_item if text and text.completion else None
    lines, codec = ls.lines(place[1]) if place else [], ls.workspace.position_codec
    shown = [convert.completion(item, number, lines, codec, bool(known and known.snippet_support)) for number, item in enumerate(items)]
    growing = any(item.sort is Sort.PROVISION for item in items)  # only those that begin as what is typed are sent
    return types.CompletionList(is_incomplete=growing, items=shown)


async def _format(ls: RuleServer, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    path = ls.inside(params.text_document.uri)
    if ls.base is None or path is None or not path.endswith(RULE) or ls.base.knowledge is None:
        return None
    try:
        edits = formatting.format_edits(path, ls.base.text(path) or "", ls.base.knowledge)
    except BadInputError:
        message = MESSAGES["not-formatted"].in_(ls.language_of(path))
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
        return None
    return convert.text_edits(edits, ls.lines(path), ls.workspace.position_codec)


async def _code_actions(ls: RuleServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    path = ls.inside(params.text_document.uri)
    reading = ls.base.reading(path) if ls.base and path else None
    if reading is None or path is None:
        return []
    found: list[types.CodeAction] = []
    asked, codec = params.range, ls.workspace.position_codec
    for problem, shown in zip(ls.problems(path), ls.shown(path), strict=True):
        if shown.range.start.line <= asked.end.line and shown.range.end.line >= asked.start.line:
            for number, fix in enumerate(fixes.fixes(reading, problem)):
                uri = params.text_document.uri
                found.append(convert.quick_fix(fix, shown, uri, reading.lines, codec, reading.language, number == 0))
    return found


# renaming


async def _prepare_rename(ls: RuleServer, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    place = _at(ls, params)
    if place is None:
        return None
    target, _ = _renamed(ls, place)
    lines = ls.lines(target.span.file)
    name = lines[target.span.line - 1][target.span.column - 1 : target.span.end_column - 1]
    return types.PrepareRenamePlaceholder(ls.location(target.span).range, name)


async def _rename(ls: RuleServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    place = _at(ls, params)
    if place is None:
        return None
    target, language = _renamed(ls, place)
    try:
        return ls.workspace_edit(rename.rename(place[0], target, language, params.new_name))
    except rename.RenameError as error:
        raise _refused(ls, place[1], error) from None


def _renamed(ls: RuleServer, place: tuple[Workspace, str, int, int]) -> tuple[lookup.Target, Language]:
    workspace, path, line, column = place
    try:
        return rename.renamed_at(workspace, path, lookup.at(*place), line, column)
    except rename.RenameError as error:
        raise _refused(ls, path, error) from None


def _refused(ls: RuleServer, path: str, error: rename.RenameError) -> JsonRpcException:
    return JsonRpcException(error.message.in_(ls.language_of(path)), types.LSPErrorCodes.RequestFailed)
