"""Walk and names: hostile files and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asylia.archive import Archive
from asylia.archive.names import kept_name, media_type_from, media_type_of

posix = pytest.mark.skipif(os.name == "nt", reason="names and files that only POSIX knows")


def added(record: Archive, given: object) -> dict[str, str]:
    return {one.name: one.status for one in record.add(given)}  # type: ignore[arg-type]


@given(st.lists(st.text(st.characters(), max_size=8), min_size=2, max_size=2, unique=True))
def test_two_names_never_become_one(names: list[str]) -> None:
    """What is kept is printable, can be written as UTF-8, and is another text for another name."""
    first, second = (kept_name([name]) for name in names)
    assert first != second
    for name in (first, second):
        name.encode("utf-8")
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in name)


@posix
@pytest.mark.parametrize(
    ("name", "stored"),
    [
        (b"caf\xe9.html", "caf\\xe9.html"),
        (b"two\nlines\r.html", "two\\x0alines\\x0d.html"),
        (b"\x1b[31mred.html", "\\x1b[31mred.html"),
        ("right\u202eleft.html".encode(), "right\\u202eleft.html"),
        (b"back\\slash.html", "back\\\\slash.html"),
        (b"-rf", "-rf"),
        (b"; rm x $(x) `x` %s {0}", "; rm x $(x) `x` %s {0}"),
        (
            "\u4e2d\u6587 \u0641\u0627\u0631\u0633\u06cc.html".encode(),
            "\u4e2d\u6587 \u0641\u0627\u0631\u0633\u06cc.html",
        ),
        (b"n" * 255, "n" * 255),
        (b" ", " "),
    ],
)
def test_hostile_names_are_kept_safely(record: Archive, tmp_path: Path, name: bytes, stored: str) -> None:
    """Alone and within a folder, and always the same."""
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(b"x")
    assert added(record, [os.fsdecode(path)]) == {stored: "added"}
    assert added(record, os.fsdecode(folder)) == {stored: "known"}
    assert [capture.name for capture in record.captures()] == [stored]
    assert record.verify() == ()


def test_names_say_nothing_about_the_machine(record: Archive, tmp_path: Path) -> None:
    """However a file is reached, its name starts below what was given."""
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "a.html").write_text("x")
    given = [tmp_path / "in", f"{tmp_path}/in/../in/sub/", f"{tmp_path}/in/sub/./a.html"]
    assert [one.name for one in record.add(given)] == ["sub/a.html", "a.html", "a.html"]
    stored = b"".join(path.read_bytes() for path in record.folder.rglob("*") if path.is_file())
    assert os.fsencode(tmp_path) not in stored


def test_folders_are_walked_in_one_order_without_what_is_hidden(record: Archive, tmp_path: Path) -> None:
    """Sorted by name, depth first; hidden files and folders are passed over."""
    for name in ("b/2", "b/1", "a", "c", ".git/config", "b/.hidden", "B"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert list(added(record, tmp_path / "in")) == ["B", "a", "b/1", "b/2", "c"]


@posix
def test_links_never_lead_out_of_the_folder_or_in_a_circle(record: Archive, tmp_path: Path) -> None:
    """A folder from a stranger cannot make Asylia read the reader's own files."""
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.html").write_text("x")
    (tmp_path / "private").write_text("key")
    (folder / "circle").symlink_to(folder)
    (folder / "sub" / "up").symlink_to("..")
    (folder / "self").symlink_to("self")
    (folder / "out").symlink_to(tmp_path / "private")
    (folder / "root").symlink_to("/")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / "inside").symlink_to(folder / "sub" / "a.html")
    (folder / "nowhere").symlink_to(folder / "gone")
    assert added(record, folder) == {
        "circle": "skipped",
        "inside": "added",
        "nowhere": "skipped",
        "out": "skipped",
        "root": "skipped",
        "self": "skipped",
        "sub/a.html": "added",
        "sub/up": "skipped",
        "zero": "skipped",
    }
    assert added(record, folder / "out") == {"out": "added"}, "by its own name it is somebody's wish"


@posix
def test_what_is_no_file_is_not_read(record: Archive, tmp_path: Path) -> None:
    """A pipe is not waited for, a device not read."""
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    outcomes = record.add([folder, "/dev/null", "/dev/zero"])
    assert [one.status for one in outcomes] == ["failed"] * 3
    assert all("not an ordinary file" in str(one.reason) for one in outcomes)


@posix
def test_paths_that_cannot_be_are_reported(record: Archive) -> None:
    """Endless names, zero bytes and nothing at all."""
    for path in ("x" * 5000, "a\0b", "", "/" * 3 + "nowhere"):
        assert [one.status for one in record.add([path])] == ["failed"]


def test_an_empty_file_is_a_source_too(record: Archive, tmp_path: Path) -> None:
    """Whether it can be read is for the readers to say."""
    (tmp_path / "empty.html").write_bytes(b"")
    assert added(record, tmp_path / "empty.html") == {"empty.html": "added"}
    assert [capture.size for capture in record.captures()] == [0]


@posix
def test_deep_folders_are_walked(record: Archive, tmp_path: Path) -> None:
    """Depth does not use up the stack; what the system cannot open any more is one reported line."""
    deepest = str(tmp_path / "in")
    for _ in range(1200):
        os.mkdir(deepest)
        deepest += "/d"
    with open(deepest + ".html", "wb") as file:
        file.write(b"x")
    assert list(added(record, tmp_path / "in").values()) == ["added"]
    os.unlink(deepest + ".html")
    while deepest != str(tmp_path / "in"):  # what cleans up after tests would use up its stack
        deepest = os.path.dirname(deepest)
        os.rmdir(deepest)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.HTML", b"", "text/html"),
        ("a.pdf", b"no pdf", "application/pdf"),
        ("a", b"%PDF-1.7", "application/pdf"),
        ("a.page", b"\xef\xbb\xbf \n<!DOCTYPE html>", "text/html"),
        ("a.unknown", b"words", "application/octet-stream"),
        ("html", b"words", "application/octet-stream"),
    ],
)
def test_kinds_come_from_the_ending_or_the_first_bytes(name: str, data: bytes, kind: str) -> None:
    """The same on every machine."""
    assert media_type_of(name, data) == kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("text/html; charset=utf-8", "text/html"),
        (" Application/PDF ", "application/pdf"),
        (None, None),
        ("", None),
        ("text", None),
        ("text/html\x00", None),
        ("x/" + "y" * 200, None),
    ],
)
def test_declared_kinds_are_checked(header: str | None, kind: str | None) -> None:
    """A header can hold anything."""
    assert media_type_from(header) == kind


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_was_asked_for_is_not_passed_over(record: Archive, tmp_path: Path) -> None:
    """One that cannot be read has failed; inside another it is skipped, and the rest is kept."""
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("a")
    closed.chmod(0)
    try:
        assert added(record, closed) == {kept_name([str(closed)]): "failed"}
        assert added(record, tmp_path / "in") == {"a.txt": "added", "closed": "skipped"}
    finally:
        closed.chmod(0o700)
