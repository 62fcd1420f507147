"""Measures the language server on our largest rule file, over its own protocol, as an editor feels it.

    python -m bench.editor [--runs 7]

The file is opened and typed in, never saved. Target: an answer within 100 ms.
"""

import argparse
import asyncio
import gc
import itertools
import re
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from bench.measure import RUNS, Times
from cli.lsp.state import PAUSE

ROOT = Path(__file__).resolve().parents[1]
TARGET = 0.1


class Session:
    """A server of its own, with one document open in it."""

    def __init__(self, file: Path) -> None:
        self.client = LanguageClient("bench", "1")
        self.uri, self.text, self.version = file.as_uri(), file.read_text("utf-8"), 1
        self.id = types.TextDocumentIdentifier(self.uri)
        self.told = asyncio.Event()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._told(params))

    def _told(self, params: types.PublishDiagnosticsParams) -> None:
        if params.uri == self.uri and params.version == self.version:
            self.told.set()

    async def begin(self) -> None:
        """Start the server, open the document, and wait until every file was read."""
        await self.client.start_io(sys.executable, "-m", "cli.main", "lsp")
        item = types.CompletionClientCapabilities(completion_item=types.ClientCompletionItemOptions(snippet_support=True))
        able = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(completion=item))
        await self.client.initialize_async(types.InitializeParams(capabilities=able, root_uri=ROOT.as_uri()))
        self.client.initialized(types.InitializedParams())
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri, "regel", 1, self.text)))
        await self.write(self.text + "x")
        await self.write(self.text)
        await self.references(self.text.index("«") + 1)

    async def end(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def write(self, text: str) -> None:
        """Type a new text, and wait until the server has said what is wrong with it."""
        self.version += 1
        self.told.clear()
        of = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(of, [types.TextDocumentContentChangeWholeDocument(text)])
        )
        await self.told.wait()

    def place(self, offset: int) -> types.Position:
        """Give the place of an offset (our rule files hold no characters of two units)."""
        before = self.text[:offset]
        return types.Position(before.count("\n"), len(before.rpartition("\n")[2]))

    async def completion(self, offset: int) -> Any:
        return await self.client.text_document_completion_async(types.CompletionParams(self.id, self.place(offset)))

    async def hover(self, offset: int) -> Any:
        return await self.client.text_document_hover_async(types.HoverParams(self.id, self.place(offset)))

    async def definition(self, offset: int) -> Any:
        return await self.client.text_document_definition_async(types.DefinitionParams(self.id, self.place(offset)))

    async def references(self, offset: int) -> Any:
        context = types.ReferenceContext(include_declaration=True)
        return await self.client.text_document_references_async(types.ReferenceParams(context, self.id, self.place(offset)))

    async def rename(self, offset: int) -> Any:
        return await self.client.text_document_rename_async(types.RenameParams(self.id, self.place(offset), "et nyt navn"))


async def timed(work: Callable[[], Awaitable[Any]], runs: int) -> Times:
    """Time some work by the clock, after one run that does not count. (The work is done by another process.)"""
    await work()
    clock = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        answer = await work()
        clock.append(time.perf_counter() - start)
        assert answer is None or answer, "the answer was empty"
    return Times(tuple(clock), tuple(clock))


def typed(text: str) -> Iterator[str]:
    """Give a text over and over, each time with another letter typed into a sentence."""
    sentences = [found.end() for found in re.finditer(r"\n +(?:som|og) \w+ \w+", text)]
    for number in itertools.count():
        place = sentences[number * 7 % len(sentences)]
        yield text[:place] + "qxzjv"[number % 5] + text[place:]


async def measured(file: Path, runs: int) -> dict[str, Times]:
    """Time each kind of request."""
    session = Session(file)
    await session.begin()
    text, keys = session.text, typed(session.text)
    clause = re.search(r"\n +(?:som|og) (?=\w)", text)
    concept = re.search(r"(?:dækker|dekker|covers|er|is) «(?=\w)", text) or re.search("«", text)
    condition = re.search(r"\n    (?=[A-Z] )", text)
    assert clause and concept and condition
    found = {
        "mistakes after a letter": await timed(lambda: session.write(next(keys)), runs),
    }
    await session.write(text)
    for name, ask, place in (
        ("completion at the beginning of a line", session.completion, condition.end()),
        ("completion of a sentence", session.completion, clause.end()),
        ("completion of a concept", session.completion, concept.end()),
        ("hover on a sentence", session.hover, clause.end() + 2),
        ("definition of a sentence", session.definition, clause.end() + 2),
        ("references of a concept", session.references, concept.end() + 2),
        ("rename of a concept", session.rename, concept.end() + 2),
    ):
        found[name] = await timed(lambda ask=ask, place=place: ask(place), runs)  # type: ignore[misc]
    await session.end()
    return found


def largest() -> Path:
    """Find our largest rule file."""
    return max(sorted((ROOT / "rules").rglob("*.regel")), key=lambda file: file.stat().st_size)


def times(runs: int = RUNS) -> dict[str, Times]:
    """Time each kind of request on our largest rule file."""
    return asyncio.run(measured(largest(), runs))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the language server.")
    parser.add_argument("--runs", type=int, default=RUNS)
    args = parser.parse_args()
    file = largest()
    print(f"{file.relative_to(ROOT)}, {file.stat().st_size} bytes; medians of {args.runs} runs in ms (quickest–slowest); target 100")
    for name, found in times(args.runs).items():
        waited = f", of which {PAUSE * 1000:.0f} waiting for the next letter" if name.startswith("mistakes") else ""
        print(f"  {name}: {found.shown(1e3, 0)}{waited}{'' if found.median <= TARGET else ' – missed'}")


if __name__ == "__main__":
    main()
