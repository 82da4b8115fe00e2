"""Verify: whatever is touched is found and named, and nothing else is."""

from __future__ import annotations

import hashlib
import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.archive import Archive
from asylia.archive.findings import KINDS
from asylia.model.errors import IntegrityError

Open = Callable[[Path], Archive]


def filled(archive: Archive, sources: Path) -> Archive:
    sources.mkdir(exist_ok=True)
    for number in range(4):
        (sources / f"{number}.html").write_text(f"<p>page {number}", "utf-8")
    archive.add(sources)
    decisions = [archive.decide("accept", [f"c{number}"], by="coder", why=f"reason {number}") for number in range(4)]
    archive.expunge(2, by="owner", why="asked for")
    archive.erase(decisions[1].id, by="owner", why="asked for")
    return archive


def kept(archive: Archive) -> list[Path]:
    files = sorted(path for path in archive.folder.rglob("*") if path.is_file())
    return [path for path in files if path.name != ".lock"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> Archive:
    base = tmp_path_factory.mktemp("verify")
    return filled(opened(base / "record"), base / "sources")


def test_what_was_taken_out_is_reported_and_not_broken(whole: Archive) -> None:
    """A record that the chain says was taken out is expunged; everything else is as it was kept."""
    findings = whole.verify()
    assert [(finding.kind, finding.broken) for finding in findings] == [("expunged", False)] * 2
    assert [finding.file.split("/")[0] for finding in findings] == ["archive", "decisions"]
    assert "line 5 of archive/seals.jsonl" in findings[0].what
    assert [capture.sealed for capture in whole.captures()] == [1, 3, 4]
    assert [one.by for one in whole.decisions()] == ["coder", "erased", "coder", "coder"]


@settings(max_examples=300, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_flipped_byte_anywhere_is_found_and_named(whole: Archive, where: float, flip: int) -> None:
    """In bytes, captures, decisions, chains and heads: one changed byte is a broken finding that names its file."""
    files = kept(whole)
    sizes = [path.stat().st_size for path in files]
    place = int(where * sum(sizes))
    index = 0
    while place >= sizes[index]:
        place -= sizes[index]
        index += 1
    data = files[index].read_bytes()
    files[index].write_bytes(data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :])
    try:
        found = [finding for finding in Archive(whole.folder).verify() if finding.broken]
        named = files[index].relative_to(whole.folder).as_posix()
        assert any(named in (finding.file, *finding.what.split()) for finding in found), (named, found)
        assert all(finding.next for finding in found)
    finally:
        files[index].write_bytes(data)


def test_every_file_that_goes_missing_is_named(whole: Archive) -> None:
    """A file that was kept and is gone is broken, unless the chain says that it was taken out."""
    for path in kept(whole):
        data = path.read_bytes()
        path.unlink()
        found = [finding for finding in Archive(whole.folder).verify() if finding.broken]
        path.write_bytes(data)
        named = path.relative_to(whole.folder).as_posix()
        assert any(named in (finding.file, *finding.what.split()) for finding in found), (named, found)


def test_a_file_that_the_disk_does_not_give_out_is_named(record: Archive, tmp_path: Path) -> None:
    """Reading fails here because a folder stands in the file's place; a bad disk looks the same."""
    filled(record, tmp_path / "sources")
    first = next(record.captures())
    (beside,) = (p for p in kept(record) if p.parent.name == "captures" and b"0.html" in p.read_bytes())
    for path in (beside, record.folder / "archive" / "bytes" / first.sha256[:2] / first.sha256):
        path.unlink()
        path.mkdir()
    found = [finding.file for finding in record.verify() if finding.broken]
    assert found == [f"archive/captures/{beside.name}", f"archive/bytes/{first.sha256[:2]}/{first.sha256}"]


def test_one_changed_line_is_one_finding(whole: Archive) -> None:
    """A line in the middle is named by its number, and what its record and bytes hold is still looked at."""
    path = whole.folder / "archive" / "seals.jsonl"
    data = path.read_bytes()
    lines = data.split(b"\n")
    lines[2] = lines[2].replace(b'"text/html"', b'"text/htmm"')
    path.write_bytes(b"\n".join(lines))
    try:
        found = [finding for finding in Archive(whole.folder).verify() if finding.broken]
        assert [(finding.file, finding.what) for finding in found] == [
            ("archive/seals.jsonl", "line 3 is not as it was sealed")
        ]
        with pytest.raises(IntegrityError, match="line 3 is not as it was sealed"):
            list(Archive(whole.folder).captures())
    finally:
        path.write_bytes(data)


def test_a_line_taken_out_of_the_middle_is_found(whole: Archive) -> None:
    """Rewriting the head does not help: the chain no longer links."""
    path, head = whole.folder / "archive" / "seals.jsonl", whole.folder / "archive" / "seals.head"
    data, head_data = path.read_bytes(), head.read_bytes()
    lines = data.split(b"\n")
    path.write_bytes(b"\n".join(lines[:1] + lines[2:]))
    head.write_bytes(head_data.replace(b'"count":5', b'"count":4'))
    try:
        assert [finding.kind for finding in Archive(whole.folder).verify() if finding.broken] == ["changed"]
    finally:
        path.write_bytes(data)
        head.write_bytes(head_data)


def test_a_decision_that_was_changed_is_not_handed_out(whole: Archive) -> None:
    """A build never works from a reason or an id that somebody edited."""
    path = next(path for path in kept(whole) if path.parent.name == "decisions" and b"reason 0" in path.read_bytes())
    data = path.read_bytes()
    path.write_bytes(data.replace(b"reason 0", b"reason 9"))
    try:
        with pytest.raises(IntegrityError, match=rf"decisions/{path.name}: the record is not as it was sealed"):
            Archive(whole.folder).decisions()
    finally:
        path.write_bytes(data)


def test_what_does_not_belong_is_mentioned(record: Archive, tmp_path: Path) -> None:
    """Foreign files, unsealed bytes and remnants are findings, and not broken ones."""
    filled(record, tmp_path / "sources")
    archive = record.folder / "archive"
    (archive / "captures" / "note.txt").write_text("x")
    (archive / "bytes" / "Thumbs.db").write_text("x")
    (archive / "bytes" / ("ab" * 32 + ".part")).write_text("x")
    (archive / "bytes" / "ab").mkdir(exist_ok=True)
    (archive / "bytes" / "ab" / ("ab" * 32)).write_text("x")
    findings = record.verify()
    assert sorted(finding.kind for finding in findings if finding.kind != "expunged") == [
        "stray",
        "stray",
        "unfinished",
        "unsealed",
    ]
    assert not any(finding.broken for finding in findings)
    assert record.verify() == findings, "the order is always the same"


def test_every_file_is_heard_of_before_it_is_looked_at(whole: Archive) -> None:
    """A long walk can show where it is."""
    heard: list[str] = []
    whole.verify(heard.append)
    named = {path.relative_to(whole.folder).as_posix() for path in kept(whole)}
    assert {name for name in named if not name.endswith(".head")} <= set(heard)


def test_a_chain_can_be_checked_with_the_lines_in_the_documentation(
    whole: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who does not trust Asylia needs a SHA-256 and nothing else; what the page says about names holds too."""
    page = (Path(__file__).parents[2] / "docs" / "record-folder.md").read_text("utf-8")
    start = page.index('    previous = "0"')
    program = textwrap.dedent(page[start : page.index("\n\n", start)])
    monkeypatch.chdir(whole.folder)
    exec(program, {"json": json, "hashlib": hashlib, "Path": Path})
    for file in sorted(Path("archive/captures").iterdir()):
        assert file.stem == "s" + hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    assert all(f"`{kind}`" in page for kind in KINDS)


def test_an_empty_record_is_whole(record: Archive) -> None:
    """Nothing kept, nothing found."""
    assert record.verify() == ()
    assert list(record.captures()) == []
    assert record.decisions() == ()
