"""Archives that want to do harm, or are broken: every one is refused with a message, and none writes a file."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.archive import members
from engine.archive.manifest import NAME
from engine.archive.packing import read_archive, unpack
from engine.errors import BadInputError
from engine.text import LANGUAGES
from tests.archive.conftest import FEW, Run, zipped

Member = tuple[str, bytes, int]
FILE = stat.S_IFREG | 0o644


def codes(data: bytes) -> list[str]:
    """Give the codes of everything that is wrong with an archive; each is said in three languages, and without anything unprintable."""
    with pytest.raises(BadInputError) as caught:
        unpack(data, "x.zip")
    for problem in caught.value.problems:
        assert problem.file == "x.zip"
        texts = [text.in_(language) for text in (problem.message, problem.hint) if text for language in LANGUAGES]
        assert all(text.isprintable() and "{" not in text for text in texts)
    return [problem.code for problem in caught.value.problems]


def with_members(*more: Member) -> bytes:
    """Give an archive that is in order but for the members that are added."""
    stream = io.BytesIO(zipped(FEW))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data, mode in more:
            member = zipfile.ZipInfo(name)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 3, mode << 16
            archive.writestr(member, data)
    return stream.getvalue()


def test_what_the_others_are_bent_from_is_in_order() -> None:
    assert unpack(zipped(FEW), "x.zip")[0] == FEW


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../rules/x.ttl", "path-outside"),
        ("kb/../../x.ttl", "path-outside"),
        ("kb/..", "path-outside"),
        ("..\\x.ttl", "path-outside"),
        ("/etc/x.ttl", "absolute-path"),
        ("//host/share/x.ttl", "absolute-path"),
        ("C:/x.ttl", "absolute-path"),
        ("C:\\x.ttl", "absolute-path"),
        ("kb\\x.ttl", "odd-name"),
        ("kb//x.ttl", "odd-name"),
        ("kb/./x.ttl", "odd-name"),
        ("kb/.x.ttl", "odd-name"),
        ("kb/.git/x.ttl", "odd-name"),
        ("kb/\x1b[2Jx.ttl", "odd-name"),
        ("kb/a\nb.ttl", "odd-name"),
        ("x.ttl", "unexpected-folder"),
        ("kb", "unexpected-folder"),
        ("engine/x.ttl", "unexpected-folder"),
        ("kb.ttl/x.ttl", "unexpected-folder"),
        ("KB/x.ttl", "unexpected-folder"),
        ("rules/__pycache__/x.ttl", "unexpected-folder"),
        ("evil/", "unexpected-folder"),
        ("rules/x.py", "unexpected-type"),
        ("rules/x", "unexpected-type"),
        ("kb/no/acts.TTL", "unexpected-type"),
        ("kb/NO/acts.ttl", "duplicate-member"),
        ("rules/no/x.regel/y.ttl", "duplicate-member"),
    ],
)
def test_a_name_that_has_no_place_in_a_rule_base_is_refused(name: str, code: str) -> None:
    assert code in codes(with_members((name, b"x", FILE)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["kb/no/acts.ttl", NAME])
def test_the_same_name_twice_is_refused(name: str) -> None:
    assert codes(with_members((name, b"another one", FILE))) == ["duplicate-member"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR])
def test_links_and_whatever_else_is_no_file_are_refused(kind: int) -> None:
    assert codes(with_members(("kb/link.ttl", b"/etc/passwd", kind | 0o777))) == ["member-link"]


def test_a_folder_that_is_a_link_is_refused() -> None:
    assert codes(with_members(("kb/link/", b"/etc", stat.S_IFLNK | 0o777))) == ["member-link"]


def test_a_file_that_grows_too_much_is_refused_by_what_the_directory_says_alone() -> None:
    assert codes(with_members(("kb/bomb.ttl", b"0" * 3_000_000, FILE))) == ["too-compressed"]


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "member-too-large" in codes(with_members(("kb/big.ttl", b"0" * (members.LARGEST_MEMBER + 1), FILE)))


def test_many_files_that_are_too_large_together_are_refused() -> None:
    hardly = bytes(range(256)) * 16 + b"".join(struct.pack(">I", n * 2654435761 % 2**32) for n in range(12_000))
    large = hardly + b"0" * (members.LARGEST_MEMBER - len(hardly))
    count = members.LARGEST_CONTENT // members.LARGEST_MEMBER + 1
    assert codes(with_members(*((f"kb/{n}.ttl", large, FILE) for n in range(count)))) == ["archive-too-large-inside"]


def test_too_many_files_are_refused_before_the_directory_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({**FEW, **{f"kb/{n}.ttl": b"" for n in range(members.MOST_MEMBERS)}})

    def opened(*_: object) -> None:
        raise AssertionError("the directory was read")

    monkeypatch.setattr(zipfile, "ZipFile", opened)
    assert codes(data) == ["too-many-members"]


def test_as_many_files_as_are_allowed_are_read() -> None:
    files = {**FEW, **{f"kb/{n}.ttl": b"" for n in range(members.MOST_MEMBERS - len(FEW) - 1)}}
    assert unpack(zipped(files), "x.zip")[0] == files


def test_an_archive_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    target = tmp_path / "x.zip"
    with target.open("wb") as stream:
        stream.truncate(1_000_000_000_000)  # it takes no room on the disk, and would not fit into memory
    with pytest.raises(BadInputError) as caught:
        read_archive(target)
    assert [problem.code for problem in caught.value.problems] == ["archive-too-large"]


def patched(data: bytes, change: Callable[[bytearray, int, int], None]) -> bytes:
    """Change the two headers of the first member: given the bytes, and where its local and its central header begin."""
    bent = bytearray(data)
    change(bent, data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02"))
    return bytes(bent)


def test_an_encrypted_file_is_refused() -> None:
    def encrypt(data: bytearray, local: int, central: int) -> None:
        data[local + 6] |= 1
        data[central + 8] |= 1

    assert codes(patched(zipped(FEW), encrypt)) == ["member-encrypted"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 97])
def test_other_ways_to_compress_are_refused(method: int) -> None:
    def compress(data: bytearray, local: int, central: int) -> None:
        data[local + 8 : local + 10] = data[central + 10 : central + 12] = struct.pack("<H", method)

    assert codes(patched(zipped(FEW), compress)) == ["member-compression"]


@pytest.mark.parametrize("size", [0, 3, 100])
def test_a_size_in_the_directory_that_is_not_that_of_the_file_is_damage(size: int) -> None:
    def lie(data: bytearray, local: int, central: int) -> None:
        data[local + 22 : local + 26] = data[central + 24 : central + 28] = struct.pack("<I", size)

    assert codes(patched(zipped(FEW), lie)) == ["member-damaged"]


def test_files_that_share_their_bytes_are_damage() -> None:
    def overlap(data: bytearray, _: int, central: int) -> None:
        second = data.index(b"PK\x01\x02", central + 4)
        data[second + 42 : second + 46] = data[central + 42 : central + 46]

    assert codes(patched(zipped(FEW), overlap)) == ["member-damaged"]


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", b"PK\x05\x06" + b"\0" * 17, bytes(100)], ids=repr)
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert codes(data) == ["not-a-zip"]


def test_an_empty_zip_lacks_everything() -> None:
    assert codes(b"PK\x05\x06" + b"\0" * 18) == ["folder-missing", "no-manifest"]


def test_wherever_it_was_cut_off_or_a_byte_was_changed_it_is_refused_or_reads_as_it_was() -> None:
    whole = zipped(FEW)
    bent = [whole[:length] for length in range(len(whole))]
    for place in range(len(whole)):
        for byte in (0, 0xFF, whole[place] ^ 1, whole[place] ^ 0x80):
            bent.append(whole[:place] + bytes([byte]) + whole[place + 1 :])
    refused = 0
    for data in bent:
        try:
            assert unpack(data, "x.zip")[0] == FEW
        except BadInputError as error:
            assert error.problems
            refused += 1
    assert refused > len(bent) / 2


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b"1", b'{"format": "rulebase/1"}', b"[" * 100_000, b"\xff\xfe",
                                      b'{"format": 1, "hash": "x", "engine": "x", "law_read": "x"}'], ids=lambda m: repr(m[:20]))
def test_a_manifest_that_is_none_is_refused(manifest: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in {**FEW, NAME: manifest}.items():
            archive.writestr(name, data)
    assert codes(stream.getvalue()) == ["manifest-unreadable"]


def test_another_format_is_refused() -> None:
    assert codes(zipped(FEW, format="rulebase/2")) == ["wrong-format"]


@pytest.mark.parametrize("said", ["sha256:" + "0" * 64, "", "x" * 1000, "md5:\x1b[2J"], ids=lambda said: said[:12])
def test_a_hash_that_is_not_that_of_the_content_is_refused(said: str) -> None:
    assert codes(zipped(FEW, hash=said)) == ["wrong-hash"]


def test_a_file_more_than_was_packed_is_refused() -> None:
    assert codes(with_members(("rules/no/y.regel", b"more", FILE))) == ["wrong-hash"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_everything_is_said_at_once_the_names_of_one_fault_together() -> None:
    data = with_members(
        ("../a.ttl", b"", FILE), ("../b.ttl", b"", FILE), ("../c.ttl", b"", FILE), ("../d.ttl", b"", FILE),
        ("/x.ttl", b"", FILE), ("kb/l.ttl", b"", stat.S_IFLNK), ("kb/b.ttl", b"0" * 100_000, FILE), ("kb/x.exe", b"", FILE),
        ("kb/no/acts.ttl", b"", FILE),
    )
    with pytest.raises(BadInputError) as caught:
        unpack(data, "x.zip")
    said = {problem.code: problem.message.en for problem in caught.value.problems}
    assert list(said) == ["absolute-path", "duplicate-member", "member-link", "path-outside", "too-compressed", "unexpected-type"]
    assert "../a.ttl, ../b.ttl, ../c.ttl and 1 more" in said["path-outside"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_refuses_in_the_language_asked_for_and_writes_nothing(run: Run, tmp_path: Path, language: str) -> None:
    target, cache = tmp_path / "evil.zip", tmp_path / "cache"
    target.write_bytes(with_members(("../../outside.ttl", b"x", FILE), ("kb/link.ttl", b"/etc", stat.S_IFLNK | 0o777)))
    case = Path(__file__).resolve().parents[2] / "examples" / "small.yaml"
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("XDG_CACHE_HOME", str(cache))
        code, out, err = run("assess", str(case), "--rules", str(target), "--lang", language)
    assert (code, out) == (2, "")
    assert err.count(f"{target}: ") == 2 and "Traceback" not in err
    assert [path.name for path in tmp_path.rglob("*")] == ["evil.zip"]
