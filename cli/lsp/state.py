"""The server's state: which rule base is open, which documents lie over it, and what was last said to be wrong with each file."""

import asyncio
import gc
import sys
import traceback
from collections.abc import Coroutine
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from cli.lsp import convert
from cli.main import BUG
from engine import __version__
from engine.editor import knowledge
from engine.editor.diagnostics import span_of
from engine.editor.spans import Edit, Span, lines_of
from engine.editor.workspace import RULE, TURTLE, Workspace
from engine.errors import Problem
from engine.rulebase import PARTS, find
from engine.text import Language

PAUSE = 0.02
"""Seconds without a change before the mistakes are looked for, so that several changes that come at once are looked at once."""


class RuleServer(LanguageServer):
    """A language server for one rule base."""

    def __init__(self, rulebase: Path | None, language: Language) -> None:
        super().__init__("forsvarlig", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.rulebase, self.language = rulebase, language
        self.base: Workspace | None = None
        self.ready = asyncio.Event()
        self._shown: dict[str, list[Problem]] = {}
        self._uris: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._looked_up = False
        self._soon: asyncio.TimerHandle | None = None
        self._learning = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    # the rule base

    def choose(self, folders: list[str]) -> Path:
        """Find the rule base: the one that was named, else that of a folder open in the editor or around it.

        Raises RulebaseNotFoundError where there is none.
        """
        if self.rulebase is None:
            for name in folders:
                folder = Path(to_fs_path(name) or name).absolute()
                for each in (folder, *folder.parents):
                    if all((each / part).is_dir() for part in PARTS):
                        return each
        return find(self.rulebase).absolute()

    async def begin(self, folders: list[str]) -> None:
        """Read the rule base, and say what is wrong with it."""
        base = await asyncio.to_thread(Workspace, self.choose(folders))
        for document in self.workspace.text_documents.values():
            if (path := self.inside(document.uri, base)) is not None:
                base.open(path, document.source)
                self._uris[path], self._versions[path] = document.uri, document.version or 0
        self.base = base
        await self.learn()

    async def learn(self) -> None:
        """Read the vocabulary and the law base anew; rules can be worked on meanwhile."""
        if self.base is not None:
            async with self._learning:
                self.base.learn(*await asyncio.to_thread(knowledge.load, self.base.folder))
            self._looked_up = False
            self.look()

    # documents

    def inside(self, uri: str, base: Workspace | None = None) -> str | None:
        """Give the path of a document inside the rule base; None for what doesn't belong to it."""
        base, name = base or self.base, to_fs_path(uri)
        if base is None or name is None:
            return None
        try:
            path = Path(name).resolve().relative_to(base.folder.resolve()).as_posix()
        except ValueError:
            return None
        return path if base.holds(path) else None

    def uri(self, path: str) -> str:
        """Give the address of a file, as the editor writes it where it has the file open."""
        folder = self.base.folder if self.base else Path()
        return self._uris.get(path) or from_fs_path(str(folder / path)) or ""

    def take(self, uri: str, text: str, version: int) -> None:
        """Take the text of an open document."""
        path = self.inside(uri)
        if path is not None and self.base is not None:
            self._uris[path], self._versions[path] = uri, version
            self.base.open(path, text)
            self.look()

    def leave(self, uri: str) -> None:
        """Let the file count again when its document is closed."""
        path = self.inside(uri)
        if path is not None and self.base is not None:
            self._versions.pop(path, None)
            self.base.close(path)
            self.base.refresh(path)
            self.look()

    def changed(self, uris: list[str]) -> None:
        """Take note of files that were written."""
        paths = [path for uri in uris if (path := self.inside(uri)) is not None]
        if self.base is not None and paths:
            for path in paths:
                self.base.refresh(path)
            if any(path.endswith(TURTLE) for path in paths):
                self.start(self.learn())
            self.look()

    def lines(self, path: str) -> list[str]:
        """Give the lines of a file as the editor has it."""
        return lines_of((self.base.text(path) if self.base else None) or "")

    def language_of(self, path: str) -> Language:
        """Give the language of a rule file; for other files that of the user."""
        reading = self.base.reading(path) if self.base and path.endswith(RULE) else None
        return reading.language if reading else self.language

    # places and changes

    def location(self, span: Span) -> types.Location:
        """Give a place to the editor."""
        return types.Location(self.uri(span.file), convert.range_of(span, self.lines(span.file), self.workspace.position_codec))

    def workspace_edit(self, edits: list[Edit]) -> types.WorkspaceEdit:
        """Give changes of several files to the editor, of one version of each document where it can check that."""
        by_file: dict[str, list[Edit]] = {}
        for edit in edits:
            by_file.setdefault(edit.span.file, []).append(edit)
        codec = self.workspace.position_codec
        changes = {path: convert.text_edits(mine, self.lines(path), codec) for path, mine in by_file.items()}
        can = self.client_capabilities.workspace
        if can and can.workspace_edit and can.workspace_edit.document_changes:
            return types.WorkspaceEdit(document_changes=[
                types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(self.uri(path), self._versions.get(path)), mine)
                for path, mine in changes.items()
            ])
        return types.WorkspaceEdit(changes={self.uri(path): mine for path, mine in changes.items()})

    # what is wrong

    def look(self) -> None:
        """Look for mistakes soon, once nothing has changed for a moment."""
        if self._soon is not None:
            self._soon.cancel()
        self._soon = asyncio.get_running_loop().call_later(PAUSE, lambda: self.start(self.publish()))

    async def publish(self) -> None:
        """Tell the editor of every file whose mistakes have changed. Files are read one by one, so that requests come in between."""
        base = self.base
        if base is None:
            return
        for path in base.unread():
            base.reading(path)
            await asyncio.sleep(0)
        found = base.problems()
        for path in sorted(found.keys() | self._shown.keys()):
            problems = found.get(path, [])
            if problems != self._shown.get(path, []):
                self._shown[path] = problems
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(self.uri(path), self.shown(path), version=self._versions.get(path))
                )
        await self.look_up(base)

    async def look_up(self, base: Workspace) -> None:
        """Find what the words of every file mean before somebody asks; those of an edited file when they do."""
        for path in base.paths(RULE) if not self._looked_up else ():
            if reading := base.reading(path):
                _ = reading.uses
            await asyncio.sleep(0)
        if not self._looked_up:
            gc.freeze()  # what was read stays: looking through it for waste again and again would hold up answers
        self._looked_up = True

    def problems(self, path: str) -> list[Problem]:
        """Give the mistakes of a file that the editor was told of."""
        return self._shown.get(path, [])

    def shown(self, path: str) -> list[types.Diagnostic]:
        """Give the mistakes of a file as the editor shows them."""
        text, language = "\n".join(self.lines(path)), self.language_of(path)
        lines, codec = self.lines(path), self.workspace.position_codec
        return [
            convert.diagnostic(problem, convert.range_of(span_of(problem, text), lines, codec), language)
            for problem in self.problems(path)
        ]

    def start(self, work: Coroutine[None, None, None]) -> None:
        """Start work that nobody waits for."""

        async def watched() -> None:
            try:
                await work
            except Exception:
                self.tell_of_fault()

        task = asyncio.get_running_loop().create_task(watched())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def tell_of_fault(self) -> None:
        """Tell of a fault of ours on standard error, which editors show as the output of the server."""
        print(BUG.in_(self.language), traceback.format_exc(limit=-4), sep="\n", file=sys.stderr)
