"""The record folder: what is added stays, once, in order, and is told to one writer at a time."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.archive import Archive, Limits, lines
from asylia.model.errors import IntegrityError, RequestError
from asylia.model.ids import document_id

Open = Callable[[Path], Archive]


def pages(folder: Path, **contents: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return folder


def test_a_folder_is_kept_with_hash_name_kind_and_time(record: Archive, tmp_path: Path) -> None:
    """Each file becomes a capture whose bytes come back as they were."""
    outcomes = record.add(pages(tmp_path / "in", b="<p>two", a="<p>one"))
    assert [(one.name, one.status) for one in outcomes] == [("a.html", "added"), ("b.html", "added")]
    first, second = record.captures()
    assert first == outcomes[0].capture
    assert (first.name, first.media_type, first.size, first.sealed, first.mode) == ("a.html", "text/html", 6, 1, "open")
    assert first.added == "2026-01-01T00:00:00Z"
    assert first.sha256 == hashlib.sha256(b"<p>one").hexdigest()
    assert record.bytes(second.sha256) == b"<p>two"
    assert record.verify() == ()


def test_adding_again_adds_nothing(record: Archive, tmp_path: Path) -> None:
    """The same bytes under the same name are known; under another name they are another capture of the same bytes."""
    folder = pages(tmp_path / "in", a="same", b="same")
    record.add(folder)
    seals = (record.folder / "archive" / "seals.jsonl").read_bytes()
    assert [one.status for one in record.add([folder, folder / "a.html"])] == ["known"] * 3
    assert (record.folder / "archive" / "seals.jsonl").read_bytes() == seals
    assert len(list(record.captures())) == 2
    assert len({capture.sha256 for capture in record.captures()}) == 1


def test_the_same_source_twice_in_one_command_is_added_once(record: Archive, tmp_path: Path) -> None:
    """A list may name a file twice."""
    file = pages(tmp_path / "in", a="x") / "a.html"
    assert [one.status for one in record.add([file, str(file)])] == ["added", "known"]


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.binary(max_size=20), min_size=1, max_size=6),
    st.randoms(),
)
def test_document_ids_do_not_depend_on_the_order(
    tmp_path_factory: pytest.TempPathFactory, contents: dict[str, bytes], random: object
) -> None:
    """Whatever order sources come in, and however they are split into commands, the documents are the same."""
    base = tmp_path_factory.mktemp("order")
    (base / "in").mkdir()
    for name, data in contents.items():
        (base / "in" / name).write_bytes(data)
    found = []
    for run in range(2):
        (base / f"r{run}").mkdir()
        archive = Archive(base / f"r{run}")
        names = sorted(contents)
        if run:
            random.shuffle(names)  # type: ignore[attr-defined]
            for name in names:
                archive.add(base / "in" / name)
        else:
            archive.add([base / "in"])
        found.append({document_id(capture.sha256, capture.address) for capture in archive.captures()})
        assert archive.verify() == ()
    assert found[0] == found[1]


def test_nothing_of_a_capture_can_be_guessed_from_the_chain(record: Archive, tmp_path: Path) -> None:
    """The line holds hashes, kind and time; the name stands beside it, behind a nonce."""
    record.add(pages(tmp_path / "in", telling="x"))
    line = (record.folder / "archive" / "seals.jsonl").read_text("utf-8")
    assert sorted(json.loads(line)) == ["bytes", "commitment", "media_type", "number", "previous", "time"]
    assert "telling" not in line
    (beside,) = (record.folder / "archive" / "captures").iterdir()
    assert hashlib.sha256(beside.read_bytes()).hexdigest() == json.loads(line)["commitment"]


def test_one_source_that_fails_does_not_stop_the_others(record: Archive, tmp_path: Path) -> None:
    """A missing file and one over the limit are reported, with what to do; the rest is kept."""
    folder = pages(tmp_path / "in", a="x", big="y" * 100)
    outcomes = record.add([folder, str(tmp_path / "nowhere"), "ftp://example.org/x"], Limits(size=50))
    assert [one.status for one in outcomes] == ["added", "failed", "failed", "failed"]
    assert "larger than 50 bytes" in str(outcomes[1].reason)
    assert "no such file or folder" in str(outcomes[2].reason)
    assert [capture.name for capture in record.captures()] == ["a.html"]


def test_a_list_names_sources_line_by_line(record: Archive, tmp_path: Path) -> None:
    """Empty lines, line ends of Windows and a byte order mark are no part of a name."""
    folder = pages(tmp_path / "in", a="x")
    (folder / "b c.txt").write_text("y")
    listed = f"\ufeff{folder}/a.html\r\n\n   \n{folder}/b c.txt\n"
    assert [one.name for one in record.add(lines(listed.splitlines(keepends=True)))] == ["a.html", "b c.txt"]
    assert list(lines([b"caf\xc3\xa9\n", "  https://example.org/ \n"])) == ["caf\u00e9", "https://example.org/"]


def test_bytes_at_hand_are_kept_under_their_name(record: Archive) -> None:
    """What another part of the house already holds needs no file."""
    assert record.keep("demo/a.html", b"<p>").status == "added"
    assert record.keep("demo/a.html", b"<p>").status == "known"
    assert [capture.name for capture in record.captures()] == ["demo/a.html"]


def test_the_record_never_swallows_itself(record: Archive, tmp_path: Path) -> None:
    """Adding the folder around the record, the record or a part of it takes in sources only."""
    pages(record.folder / "pages", a="x")
    record.add(record.folder / "pages")
    outcomes = record.add([tmp_path, record.folder, record.folder / "archive", record.folder / "archive" / "bytes"])
    assert [(one.name, one.status) for one in outcomes[:2]] == [
        ("record/pages/a.html", "added"),
        ("pages/a.html", "added"),
    ]
    assert [one.status for one in outcomes[2:]] == ["failed", "failed"]


def test_reports_come_when_they_are_certain(record: Archive, tmp_path: Path) -> None:
    """A source reported as added stands in the chain at that moment."""
    folder = pages(tmp_path / "in", **{f"p{number:03}": str(number) for number in range(70)})
    counts: list[int] = []
    record.add(folder, report=lambda _: counts.append(len(list(Archive(record.folder).captures()))))
    assert counts == [64] * 64 + [70] * 6


def test_a_second_writer_is_told_which_record_is_busy(record: Archive, opened: Open, tmp_path: Path) -> None:
    """While another process holds the lock, a write says so and changes nothing; reading goes on."""
    record.add(pages(tmp_path / "in", a="x"))
    program = (
        "import sys; from pathlib import Path; from asylia.archive import lock\n"
        "with lock.writing(Path(sys.argv[1]), 'r', 0):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(record.folder / ".lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        with pytest.raises(RequestError, match="record: another process is writing"):
            opened(record.folder).add(pages(tmp_path / "more", b="y"))
        assert len(list(opened(record.folder).captures())) == 1
        holder.stdin.close()
    assert opened(record.folder).add(tmp_path / "more")[0].status == "added"


def test_two_archives_of_one_folder_see_each_other(record: Archive, opened: Open, tmp_path: Path) -> None:
    """What one writes the other reads and continues, without being opened again."""
    other = opened(record.folder)
    record.add(pages(tmp_path / "in", a="x"))
    other.add(pages(tmp_path / "more", b="y"))
    record.add(pages(tmp_path / "third", c="z"))
    assert [one.name for one in other.captures()] == [one.name for one in record.captures()]
    assert [one.sealed for one in record.captures()] == [1, 2, 3]
    assert record.verify() == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind only ordinary users of POSIX")
def test_a_read_only_record_is_a_clear_refusal(record: Archive, tmp_path: Path) -> None:
    """Nothing is kept, and the error says why and what to do."""
    record.add(pages(tmp_path / "in", a="x"))
    before = sorted(path for path in record.folder.rglob("*"))
    for path in (record.folder, *(path for path in before if path.is_dir())):
        path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(RequestError, match="record: nothing more was kept: the folder may not be written"):
            Archive(record.folder).add(pages(tmp_path / "more", b="y"))
        assert len(list(Archive(record.folder).captures())) == 1
    finally:
        for path in (record.folder, *(path for path in before if path.is_dir())):
            path.chmod(stat.S_IRWXU)
    assert sorted(record.folder.rglob("*")) == before


def test_a_record_that_is_not_there_is_a_clear_refusal(tmp_path: Path) -> None:
    """A mistyped record is not made in passing."""
    with pytest.raises(RequestError, match="nowhere: there is no such record"):
        Archive(tmp_path / "nowhere").add(tmp_path)
    assert not (tmp_path / "nowhere").exists()


def test_bytes_are_checked_when_read(record: Archive, tmp_path: Path) -> None:
    """Missing, changed, and something that is no hash."""
    capture = record.add(pages(tmp_path / "in", a="x"))[0].capture
    assert capture is not None
    file = record.folder / "archive" / "bytes" / capture.sha256[:2] / capture.sha256
    file.write_bytes(b"y")
    with pytest.raises(IntegrityError, match="the bytes were changed"):
        record.bytes(capture.sha256)
    file.unlink()
    with pytest.raises(IntegrityError, match="the bytes are not there"):
        record.bytes(capture.sha256)
    with pytest.raises(RequestError, match="not a SHA-256"):
        record.bytes("../../seals.jsonl")


def test_adding_a_source_again_mends_its_bytes(record: Archive, tmp_path: Path) -> None:
    """A damaged file is put right by the same bytes, and the chain does not grow."""
    folder = pages(tmp_path / "in", a="x")
    capture = record.add(folder)[0].capture
    assert capture is not None
    (record.folder / "archive" / "bytes" / capture.sha256[:2] / capture.sha256).write_bytes(b"y")
    assert [finding.kind for finding in record.verify()] == ["changed"]
    assert record.add(folder)[0].status == "known"
    assert record.verify() == ()
