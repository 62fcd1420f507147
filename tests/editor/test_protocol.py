"""The language server over its own protocol: a client starts the process, opens documents, and asks."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

from engine.editor.spans import Edit, Span, apply, lines_of
from tests.editor.conftest import BASE

pytestmark = pytest.mark.asyncio(loop_scope="module")
ONE, TWO, THREE = (f"rules/no/prove/{number}.regel" for number in "123")
TERMS, SCENARIOS, LAW = "ontology/terms.ttl", "rules/no/prove/1_test.yaml", "kb/no/prove/1.ttl"
COMMAND = [sys.executable, "-m", "cli.main", "lsp"]
Diagnostics = Sequence[types.Diagnostic]


def make() -> LanguageClient:
    """Make a client that lets the server register for changed files, as editors do."""
    made = make_test_lsp_client()
    made.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda _params: None)
    return made


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rule base that the server of this file serves."""
    folder = (tmp_path_factory.mktemp("served") / "en mappe med å og 🙂").resolve()
    shutil.copytree(BASE, folder)
    return folder


@pytest_lsp.fixture(scope="module", config=ClientServerConfig(server_command=COMMAND, client_factory=make))
async def client(lsp_client: LanguageClient, served: Path) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=(served / "rules").as_uri(), locale="en-GB")
    )
    yield
    await lsp_client.shutdown_session()


class Document:
    """One open document, with ¤ where the cursor stands."""

    def __init__(self, client: LanguageClient, folder: Path, path: str) -> None:
        self.client, self.folder, self.path = client, folder, path
        self.uri = (folder / path).as_uri()
        self.id = types.TextDocumentIdentifier(self.uri)
        self.text = (folder / path).read_bytes().decode() if (folder / path).exists() else ""
        self.version = 1
        item = types.TextDocumentItem(self.uri, "regel", 1, self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def write(self, text: str) -> None:
        """Type a new text."""
        self.text, self.version = text, self.version + 1
        change = types.TextDocumentContentChangeWholeDocument(text)
        of = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(of, [change]))

    def close(self) -> None:
        """Close it; the file counts again."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.id))

    def at(self, marked: str) -> types.Position:
        """Give the place of ¤ in a piece of the text, counted as the protocol does: UTF-16."""
        piece = marked.replace("¤", "")
        assert self.text.count(piece) == 1, piece
        before = self.text[: self.text.index(piece) + marked.index("¤")]
        return types.Position(before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)

    def read(self, place: types.Range) -> str:
        """Give the text of a range."""
        return read(self.text, place)


Opened = Callable[[str], Document]


@pytest_asyncio.fixture(loop_scope="module")
async def opened(client: LanguageClient, served: Path) -> AsyncIterator[Opened]:
    """Opens documents, and closes them after the test; then nothing is wrong any more."""
    documents: list[Document] = []

    def open_(path: str) -> Document:
        documents.append(Document(client, served, path))
        return documents[-1]

    yield open_
    for document in documents:
        document.close()
    for uri in client.diagnostics:
        await told(client, uri, lambda each: not each)


def columns(line: str, units: int) -> int:
    return len(line.encode("utf-16-le")[: units * 2].decode("utf-16-le")) + 1


def span(text: str, place: types.Range) -> Span:
    lines = [*lines_of(text), ""]
    first, last = place.start, place.end
    return Span("", first.line + 1, columns(lines[first.line], first.character), last.line + 1, columns(lines[last.line], last.character))


def read(text: str, place: types.Range) -> str:
    found = span(text, place)
    line = lines_of(text)[found.line - 1]
    return line[found.column - 1 : found.end_column - 1]


def changed(text: str, edits: Sequence[types.TextEdit]) -> str:
    return apply(text, [Edit(span(text, each.range), each.new_text) for each in edits])


async def told(client: LanguageClient, uri: str, enough: Callable[[Diagnostics], bool]) -> Diagnostics:
    """Wait until the server has said of a file what is waited for."""
    async with asyncio.timeout(20):
        while not enough(client.diagnostics.get(uri, ())):
            await asyncio.sleep(0.01)
    return client.diagnostics.get(uri, ())


def codes(found: Diagnostics) -> list[str | int | None]:
    return [each.code for each in found]


async def test_mistakes_are_told_while_typing_with_their_place_in_utf_16(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    one.write(one.text.replace("mål «opplæring mot vold»", "mål  «opplæring mod vold 🙂» # 🙂"))
    found, = await told(client, one.uri, bool)
    assert (found.code, found.source, found.severity) == ("unknown-concept", "forsvarlig", types.DiagnosticSeverity.Error)
    assert found.message == "Ordlisten har ikke begrepet «opplæring mod vold 🙂».\nMente du «opplæring mot vold»?"
    assert one.read(found.range) == "«opplæring mod vold 🙂»"
    assert found.range.end.character - found.range.start.character == len("«opplæring mod vold 🙂»") + 1, "🙂 is two units"


async def test_a_mistake_that_shows_in_another_file_is_told_there(client: LanguageClient, served: Path, opened: Opened) -> None:
    two, three = opened(TWO), opened(THREE)
    two.write("sprog da\n")
    three.write("language en\n")
    other = (served / ONE).as_uri()
    assert codes(await told(client, other, bool)) == ["never-concluded"]


async def test_a_file_outside_the_rules_is_ignored(client: LanguageClient, served: Path, opened: Opened) -> None:
    other = opened("notes.regel")
    other.write("tull")
    one = opened(ONE)
    one.write("tull")
    await told(client, one.uri, bool)
    assert other.uri not in client.diagnostics
    assert await client.text_document_hover_async(types.HoverParams(other.id, types.Position(0, 1))) is None


async def test_a_quick_fix_puts_what_was_meant(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    good = one.text
    one.write(good.replace("    U har alenearbeid\n", "    U har alenearbied  # 🙂\n"))
    found, = await told(client, one.uri, bool)
    context = types.CodeActionContext([found])
    actions = await client.text_document_code_action_async(types.CodeActionParams(one.id, found.range, context))
    action = (actions or [])[0]
    assert isinstance(action, types.CodeAction) and action.edit and action.edit.changes
    assert (action.title, action.kind, action.is_preferred) == ("Endre til «U har alenearbeid»", types.CodeActionKind.QuickFix, True)
    one.write(changed(one.text, action.edit.changes[one.uri]))
    assert one.text == good.replace("    U har alenearbeid\n", "    U har alenearbeid  # 🙂\n")
    await told(client, one.uri, lambda each: not each)
    elsewhere = types.Range(types.Position(0, 0), types.Position(0, 1))
    assert await client.text_document_code_action_async(types.CodeActionParams(one.id, elsewhere, types.CodeActionContext([]))) in (None, [], ())


async def test_completion_speaks_the_language_of_the_file(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    one.write(one.text.replace("U har alenearbeid", "U har a"))
    found = await client.text_document_completion_async(types.CompletionParams(one.id, one.at("U har a¤")))
    assert isinstance(found, types.CompletionList)
    item = next(each for each in found.items if each.label == "har alenearbeid")
    assert item.text_edit is not None and isinstance(item.text_edit, types.TextEdit)
    assert (one.read(item.text_edit.range), item.text_edit.new_text) == ("har a", "har alenearbeid")
    assert item.insert_text_format == types.InsertTextFormat.Snippet
    assert list(found.items) == sorted(found.items, key=lambda each: each.sort_text or "")
    one.write(one.text.replace("mål «opplæring mot vold»", "mål «"))
    found = await client.text_document_completion_async(types.CompletionParams(one.id, one.at("mål «¤")))
    assert isinstance(found, types.CompletionList) and [each.label for each in found.items] == ["opplæring mot vold"]


async def test_hover_tells_of_the_words_of_an_unsaved_document(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    one.write("# 🙂\n" + one.text)
    found = await client.text_document_hover_async(types.HoverParams(one.id, one.at("og dek¤ker «vold")))
    assert found is not None and isinstance(found.contents, types.MarkupContent) and found.range is not None
    assert found.contents.value.startswith("**O dekker «vold og trusler»** `covers`\n\n- Dansk: O dækker «vold og trusler»\n- Engelsk: O covers")
    assert one.read(found.range) == "dekker «vold og trusler»"


async def test_hover_in_a_scenario_file_speaks_the_users_language(client: LanguageClient, served: Path, opened: Opened) -> None:
    scenarios = opened(SCENARIOS)
    found = await client.text_document_hover_async(types.HoverParams(scenarios.id, scenarios.at("  no.prove¤.1.1:")))
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert found.contents.value.startswith("**duty** `no.prove.1.1`\n\ntraining against violence")


def located(served: Path, found: object) -> list[tuple[str, str]]:
    """Give locations as file and the words they cover."""
    assert isinstance(found, (list, tuple))
    shown = []
    for each in found:
        path = next(path for path in (ONE, TWO, THREE, TERMS, SCENARIOS, LAW, "ontology/core.ttl") if (served / path).as_uri() == each.uri)
        shown.append((path, read((served / path).read_bytes().decode(), each.range)))
    return shown


async def test_definitions_and_references_lead_through_rules_law_base_and_ontology(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)

    async def definition(marked: str) -> list[tuple[str, str]]:
        return located(served, await client.text_document_definition_async(types.DefinitionParams(one.id, one.at(marked))))

    assert await definition("hjemmel no/prove¤/1/1") == [(LAW, "<no/prove/1/1@2020-01-01>"), (LAW, "<no/prove/1/1@2024-01-01>")]
    assert await definition("U er for¤beredt") == [(TWO, "er forberedt"), (THREE, "is prepared")]
    assert await definition("U har alene¤arbeid") == [("ontology/core.ttl", "fv:lone_work")]
    place = one.at("dekker «vold¤ og trusler»")
    declared = await client.text_document_declaration_async(types.DeclarationParams(one.id, place))
    assert located(served, declared) == [(TERMS, "fv:violence")]
    every = types.ReferenceParams(types.ReferenceContext(True), one.id, place)
    assert located(served, await client.text_document_references_async(every)) == [
        (TERMS, "fv:violence"), (TERMS, "fv:violence"), (ONE, "vold og trusler"), (SCENARIOS, "violence"), (TWO, "vold og trusler"),
        (THREE, "violence and threats"),
    ]
    used = types.ReferenceParams(types.ReferenceContext(False), one.id, place)
    assert len(await client.text_document_references_async(used) or ()) == 5


def edits_of(found: types.WorkspaceEdit | None) -> dict[str, Sequence[types.TextEdit]]:
    assert found is not None and found.document_changes is not None
    return {each.text_document.uri: each.edits for each in found.document_changes if isinstance(each, types.TextDocumentEdit)}  # type: ignore[misc]


async def test_a_rename_changes_open_and_closed_files(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    one.write("# 🙂\n" + one.text)
    place = one.at("dekker «vold¤ og trusler»")
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(one.id, place))
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert (prepared.placeholder, one.read(prepared.range)) == ("vold og trusler", "vold og trusler")
    found = edits_of(await client.text_document_rename_async(types.RenameParams(one.id, place, "vold 🙂")))
    assert list(found) == [(served / TERMS).as_uri(), one.uri]
    before = (served / TERMS).read_bytes().decode()
    assert changed(before, found[(served / TERMS).as_uri()]) == before.replace('prefLabel   "vold og trusler"@nb', 'prefLabel   "vold 🙂"@nb')
    assert changed(one.text, found[one.uri]) == one.text.replace("«vold og trusler»", "«vold 🙂»")


async def test_what_cant_be_renamed_is_refused_in_words(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    with pytest.raises(JsonRpcException, match="En setning får ikke nytt navn her"):
        await client.text_document_prepare_rename_async(types.PrepareRenameParams(one.id, one.at("U har alene¤arbeid")))
    with pytest.raises(JsonRpcException, match="Variabelen T er allerede innført på linje 12"):
        await client.text_document_rename_async(types.RenameParams(one.id, one.at("hver enhet ¤U"), "T"))


async def test_formatting_gives_the_canonical_form_and_leaves_a_broken_file_alone(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    good = one.text
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    one.write(good.replace("    U har alenearbeid", "       U  har   alenearbeid"))
    edits = await client.text_document_formatting_async(types.DocumentFormattingParams(one.id, options))
    formatted = changed(one.text, edits or ())
    assert "\n    U har alenearbeid\n" in formatted
    one.write(formatted)
    assert await client.text_document_formatting_async(types.DocumentFormattingParams(one.id, options)) in (None, [], ())
    one.write(good.replace("U har alenearbeid", "U har alenearbied"))
    assert await client.text_document_formatting_async(types.DocumentFormattingParams(one.id, options)) is None
    assert client.messages[-1].message == "Filen blir ikke formatert før feilene i den er rettet."


async def test_the_parts_of_a_file_are_its_table_of_contents(client: LanguageClient, served: Path, opened: Opened) -> None:
    one = opened(ONE)
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(one.id))
    symbol, = found or ()
    assert isinstance(symbol, types.DocumentSymbol)
    assert (symbol.name, symbol.detail, one.read(symbol.selection_range)) == ("no.prove.1.1", "opplæring mot vold", "no.prove.1.1")
    assert (symbol.range.start.line, symbol.range.end.line) == (3, 21)


async def test_a_changed_ontology_counts_when_it_is_saved_and_a_broken_one_is_told(client: LanguageClient, served: Path, opened: Opened) -> None:
    file, one = served / TERMS, (served / ONE).as_uri()
    good = file.read_text("utf-8")

    async def saved(text: str) -> None:
        file.write_text(text, "utf-8")
        change = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))

    await saved(good.replace('prefLabel   "vold og trusler"@nb', 'prefLabel   "vold"@nb'))
    assert codes(await told(client, one, bool)) == ["unknown-concept"]
    await saved(good.replace('prefLabel   "vold og trusler"@nb', "prefLabel "))
    broken = await told(client, file.as_uri(), bool)
    assert codes(broken) == ["broken-turtle"] and broken[0].message.startswith("The file can't be read as Turtle")
    await saved(good)
    assert await told(client, file.as_uri(), lambda each: not each) == ()
    assert await told(client, one, lambda each: not each) == ()


async def test_where_there_is_no_rule_base_the_server_says_so_and_lives(tmp_path: Path) -> None:
    client = make()
    await client.start_io(*COMMAND, env={"FORSVARLIG_RULEBASE": str(tmp_path), "PYTHONPATH": str(BASE.parents[2])})
    await client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=tmp_path.as_uri(), locale="nb"))
    document = types.TextDocumentIdentifier((tmp_path / "x.regel").as_uri())
    assert await client.text_document_hover_async(types.HoverParams(document, types.Position(0, 0))) is None
    assert client.messages[0].message.startswith("Mappen er ingen regelbase")
    await client.shutdown_session()
    await client.stop()
