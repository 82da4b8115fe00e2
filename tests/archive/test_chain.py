"""Chains: what a kill, a full disk or a lost line leaves behind."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asylia.archive import Archive
from asylia.model.errors import IntegrityError, RequestError

Open = Callable[[Path], Archive]
After = Callable[[int], AbstractContextManager[Callable[[], int]]]
State = tuple[tuple[tuple[str, str, int], ...], tuple[tuple[str, ...], ...]]


def state(folder: Path) -> State:
    archive = Archive(folder)
    return (
        tuple((one.name, one.sha256, one.sealed) for one in archive.captures()),
        tuple((one.verb, *one.about) for one in archive.decisions()),
    )


def work(archive: Archive, sources: Path) -> None:
    """Two sources at once, a third, two decisions; one of each is taken out again."""
    archive.add([sources / "a", sources / "b"])
    archive.add(sources / "c")
    first = archive.decide("accept", ["c1"], by="coder", why="plain")
    archive.decide("same", ["e1", "e2"], by="coder")
    archive.expunge(2, by="owner", why="asked for")
    archive.erase(first.id, by="owner", why="asked for")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name in "abc":
        (folder / name).write_text(f"page {name} " * 3)
    return folder


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> set[State]:
    """The states between the steps of the work: all that may ever be seen."""
    archive = Archive(tmp_path_factory.mktemp("whole"))
    seen = {state(archive.folder)}

    def step(*_: object) -> None:
        seen.add(state(archive.folder))

    archive.add(sources / "a")
    step()  # of two sources sealed together the first alone may have reached the disk
    archive.add(sources / "b")
    step()
    archive.add(sources / "c")
    step()
    first = archive.decide("accept", ["c1"], by="coder", why="plain")
    step()
    archive.decide("same", ["e1", "e2"], by="coder")
    step()
    archive.expunge(2, by="owner", why="asked for")
    step()
    archive.erase(first.id, by="owner", why="asked for")
    step()
    return seen


def spent(after: After, archive: Archive, sources: Path) -> int:
    plenty = 1 << 30
    with after(plenty) as left:
        work(archive, sources)
        return plenty - left()


def broken(folder: Path) -> list[str]:
    return [str(finding) for finding in Archive(folder).verify() if finding.broken]


@settings(max_examples=120, deadline=None)
@given(share=st.floats(0, 1), again=st.floats(0, 1))
def test_a_kill_anywhere_leaves_the_state_before_or_after(
    tmp_path_factory: pytest.TempPathFactory,
    sources: Path,
    allowed: set[State],
    killed_after: After,
    killed: type[BaseException],
    opened: Open,
    share: float,
    again: float,
) -> None:
    """Killed at any byte of any write, and killed once more while mending, nothing acknowledged is lost or broken."""
    base = tmp_path_factory.mktemp("kill")
    whole = spent(killed_after, opened(base / "measure"), sources)
    record = opened(base / "record")
    with pytest.raises(killed), killed_after(int(share * (whole - 1))):
        work(record, sources)
    assert state(base / "record") in allowed, "before mending"
    assert broken(base / "record") == []
    try:
        with killed_after(int(again * 12)):
            Archive(base / "record").mend()
    except killed:
        pass
    assert state(base / "record") in allowed, "mended in part"
    Archive(base / "record").mend()
    assert state(base / "record") in allowed
    assert {finding.kind for finding in Archive(base / "record").verify()} <= {"expunged", "unsealed"}
    Archive(base / "record").add([sources / "a", sources / "c"])
    assert {finding.kind for finding in Archive(base / "record").verify()} <= {"expunged", "unsealed"}


@pytest.mark.long
def test_a_kill_at_every_single_byte(
    tmp_path: Path, sources: Path, allowed: set[State], killed_after: After, killed: type[BaseException], opened: Open
) -> None:
    """The same at every budget there is."""
    whole = spent(killed_after, opened(tmp_path / "measure"), sources)
    for budget in range(whole):
        folder = tmp_path / "record"
        record = opened(folder)
        with pytest.raises(killed), killed_after(budget):
            work(record, sources)
        assert state(folder) in allowed
        Archive(folder).mend()
        assert state(folder) in allowed
        assert {finding.kind for finding in Archive(folder).verify()} <= {"expunged", "unsealed"}
        shutil.rmtree(folder)


@settings(max_examples=60, deadline=None)
@given(share=st.floats(0, 1))
def test_a_full_disk_is_told_and_nothing_is_half_kept(
    tmp_path_factory: pytest.TempPathFactory,
    sources: Path,
    allowed: set[State],
    full_after: After,
    opened: Open,
    share: float,
) -> None:
    """Wherever the room runs out, the error says so, what was there before stays, and room given, work goes on."""
    base = tmp_path_factory.mktemp("full")
    whole = spent(full_after, opened(base / "measure"), sources)
    record = opened(base / "record")
    with pytest.raises(RequestError, match="the disk is full; make room"), full_after(int(share * (whole - 1))):
        work(record, sources)
    assert state(base / "record") in allowed
    assert broken(base / "record") == []
    record.mend()
    record.add([sources / "c", sources / "a"])
    assert {finding.kind for finding in record.verify()} <= {"expunged", "unsealed"}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.EROFS, "the folder is read-only; work on a copy"),
        (errno.EACCES, "the folder may not be written; change its permissions"),
        (errno.EIO, "the disk refused .*; check it"),
    ],
)
def test_every_refusal_of_the_disk_says_what_to_do(
    record: Archive, sources: Path, full_after: Callable[..., AbstractContextManager[object]], code: int, reason: str
) -> None:
    """Read-only, forbidden, broken."""
    with pytest.raises(RequestError, match=f"record: nothing more was kept: {reason}"), full_after(0, code):
        record.add(sources / "a")
    assert list(record.folder.iterdir()) == []


def test_what_a_line_names_is_on_the_disk_before_the_line(
    record: Archive, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes flushed, then the line flushed, then the head renamed, then its folder flushed."""
    events: list[str] = []
    handles: dict[int, str] = {}
    true_open, true_fsync, true_replace = os.open, os.fsync, os.replace

    def open_(path: str | Path, *args: int, **kwargs: int) -> int:
        handle = true_open(path, *args, **kwargs)
        handles[handle] = Path(path).name
        return handle

    def fsync(handle: int) -> None:
        events.append(f"flush {handles[handle]}")
        true_fsync(handle)

    def replace(old: Path, new: Path) -> None:
        events.append(f"rename {Path(new).name}")
        true_replace(old, new)

    record.add(sources / "a")
    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    record.add(sources / "b")
    sha256 = hashlib.sha256((sources / "b").read_bytes()).hexdigest()
    beside = next(event.removeprefix("rename ") for event in events if event.endswith(".json"))
    order = [
        f"flush {sha256}.part", f"rename {sha256}", f"flush {sha256[:2]}",
        f"flush {beside}.part", "flush captures", "flush seals.jsonl", f"rename {beside}",
        "flush seals.head.part", "rename seals.head", "flush archive",
    ]  # fmt: skip
    assert [event for event in events if event in order and event != "flush captures"] == [
        event for event in order if event != "flush captures"
    ]
    assert events.index("flush captures") < events.index("flush seals.jsonl")
    assert events[-1] == "flush archive"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_real_kill_loses_nothing_that_was_reported(tmp_path: Path, opened: Open) -> None:
    """A process shot while it adds many files leaves every source it had reported, and no lock."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}").write_text(str(number))
    opened(tmp_path / "record")
    program = (
        "import sys; from pathlib import Path; from asylia.archive import Archive\n"
        "Archive(Path(sys.argv[1])).add(sys.argv[2], report=lambda one: print(one.name, flush=True))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "record"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:
        assert adding.stdout is not None
        told = [adding.stdout.readline().strip() for _ in range(70)]
        adding.send_signal(signal.SIGKILL)
    again = opened(tmp_path / "record")
    assert set(told) <= {capture.name for capture in again.captures()}
    again.add(folder)
    assert sorted(capture.name for capture in again.captures()) == [f"{number:03}" for number in range(300)]
    assert again.verify() == ()


def test_an_unfinished_line_is_cut_off_and_reported(record: Archive, sources: Path) -> None:
    """Bytes after the head never were acknowledged; `verify` mentions them, `mend` says what it did."""
    record.add(sources / "a")
    with (record.folder / "archive" / "seals.jsonl").open("ab") as file:
        file.write(b'{"bytes":"')
    again = Archive(record.folder)
    assert [(finding.kind, finding.broken) for finding in again.verify()] == [("unfinished", False)]
    assert len(list(again.captures())) == 1
    assert [finding.what for finding in again.mend()] == ["10 bytes after the head were an unfinished write"]
    assert again.verify() == again.mend() == ()


def test_whole_lines_after_the_head_are_taken_over(record: Archive, sources: Path) -> None:
    """An older head put back loses nothing: the lines after it still follow from one another."""
    head = record.folder / "archive" / "seals.head"
    record.add(sources / "a")
    old = head.read_bytes()
    record.add(sources / "b")
    head.write_bytes(old)
    again = Archive(record.folder)
    assert len(list(again.captures())) == 1
    assert [finding.kind for finding in again.mend()] == ["unfinished"]
    assert len(list(again.captures())) == 2
    assert again.verify() == ()


def test_zeros_of_a_power_cut_are_cut_off(record: Archive, sources: Path) -> None:
    """Some file systems leave a block of zeros where a write did not arrive."""
    record.add(sources / "a")
    with (record.folder / "archive" / "seals.jsonl").open("ab") as file:
        file.write(b"\0" * 100 + b"\n" + b"\0" * 10)
    again = Archive(record.folder)
    again.mend()
    assert again.verify() == ()
    assert len(list(again.captures())) == 1


def test_a_foreign_line_after_the_head_is_not_cut_off_quietly(record: Archive, sources: Path) -> None:
    """A whole line that does not follow is no unfinished write; somebody has to look."""
    record.add(sources / "a")
    with (record.folder / "archive" / "seals.jsonl").open("ab") as file:
        file.write(b'{"bytes":"00"}\n')
    with pytest.raises(IntegrityError, match="line 2, after the head, does not follow"):
        Archive(record.folder).add(sources / "b")
    assert [finding.broken for finding in Archive(record.folder).verify()] == [True]


@pytest.mark.parametrize("lost", ["line", "file", "head"])
def test_anything_short_of_the_head_is_an_integrity_error(record: Archive, sources: Path, lost: str) -> None:
    """Lost lines, a lost chain and a lost head stop every command, reading or writing."""
    record.add([sources / "a", sources / "b"])
    chain, head = (record.folder / "archive" / name for name in ("seals.jsonl", "seals.head"))
    if lost == "line":
        chain.write_bytes(chain.read_bytes().split(b"\n")[0] + b"\n")
    if lost != "line":
        (chain if lost == "file" else head).unlink()
    again = Archive(record.folder)
    with pytest.raises(IntegrityError, match=r"archive/seals\.(jsonl|head): .*restore it") as raised:
        list(again.captures())
    assert raised.value.exit_code == 3
    with pytest.raises(IntegrityError):
        again.add(sources / "c")
    assert [finding.broken for finding in again.verify() if "seals" in finding.file] == [True]
