"""Disk: writes that survive a kill, and what to say when they fail.

A file is written beside its place (`.part`), flushed, and renamed into it; the folder is flushed
before anybody is told. So after a kill or a power cut a file is there whole or not at all.
Only one process writes (lock.py), so a `.part` that nobody is writing is always a remnant.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from asylia.model.errors import ReadError, RequestError

if sys.platform == "darwin":
    import fcntl

    def flush(handle: int) -> None:
        """Return once the file's bytes are on the disk itself."""
        # fsync of macOS stops at the drive's own cache; network folders do not know the stronger call
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
        os.fsync(handle)

else:

    def flush(handle: int) -> None:
        """Return once the file's bytes are on the disk itself."""
        os.fsync(handle)


PART = ".part"
BINARY = getattr(os, "O_BINARY", 0)  # without it Windows turns line ends into two bytes
REASONS = {
    errno.ENOSPC: "the disk is full; make room, then run the command again",
    errno.EDQUOT: "the disk quota is used up; make room, then run the command again",
    errno.EROFS: "the folder is read-only; work on a copy that can be written",
    errno.EACCES: "the folder may not be written; change its permissions or work on a copy",
    errno.EPERM: "the folder may not be written; change its permissions or work on a copy",
}


@contextmanager
def reported(record: str) -> Iterator[None]:
    """Turn the operating system's refusal to write into an error that names the record and the next step."""
    try:
        yield
    except OSError as error:
        reason = REASONS.get(error.errno or 0, f"the disk refused ({error.strerror}); check it, then try again")
        raise RequestError(f"{record}: nothing more was kept: {reason}") from error


def flush_folder(folder: Path) -> None:
    """Return once the folder's list of names is on the disk. Windows keeps names in its journal by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """The folder and those above it exist and outlast a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        os.mkdir(folder)
    flush_folder(folder.parent)


def stage(path: Path, data: bytes) -> Path:
    """Write the bytes beside `path` and flush them; returns the staged file, which `settle` moves into place."""
    part = path.with_name(path.name + PART)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        try:
            _write(handle, data)
            flush(handle)
        finally:
            os.close(handle)
    except OSError:
        discard([part])
        raise
    return part


def settle(part: Path) -> Path:
    """Move a staged file into its place. The caller flushes the folder."""
    path = part.with_name(part.name.removesuffix(PART))
    os.replace(part, path)
    return path


def discard(parts: Iterable[Path]) -> None:
    """Remove staged files that are not wanted any more, as far as the disk lets us."""
    for part in parts:
        with suppress(OSError):
            os.unlink(part)


def write(path: Path, data: bytes) -> None:
    """`path` holds exactly these bytes afterwards, or what it held before; never anything between."""
    part = stage(path, data)
    try:
        settle(part)
    except OSError:
        discard([part])
        raise
    flush_folder(path.parent)


def append(path: Path, data: bytes, at: int) -> None:
    """Write the bytes at the end of a file that is `at` bytes long; where that fails, the file ends where it did."""
    fresh = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | BINARY, 0o666)
    try:
        os.lseek(handle, at, os.SEEK_SET)
        try:
            _write(handle, data)
            flush(handle)
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, at)
            raise
    finally:
        os.close(handle)
    if fresh:
        flush_folder(path.parent)


def cut(path: Path, size: int) -> None:
    """The file ends after `size` bytes."""
    handle = os.open(path, os.O_WRONLY | BINARY)
    try:
        os.ftruncate(handle, size)
        flush(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """The file is gone; that it was gone before is no mistake."""
    with suppress(FileNotFoundError):
        os.unlink(path)
        flush_folder(path.parent)


def read(path: Path) -> bytes | None:
    """The file's bytes, or None where there is no such file.

    Raises:
        ReadError: it is there, but the system does not give it out.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise ReadError(f"{path.name}: cannot be read ({reason}); check the disk and the permissions") from error


def _write(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
