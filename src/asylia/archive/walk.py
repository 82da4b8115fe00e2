"""Walk: the files below what somebody gave, in one order on every machine, and their bytes.

Hidden files are passed over. A link found inside a folder is followed only to a file of the same
folder: a folder that came from somebody else must not be able to point at the reader's own files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asylia.archive.names import kept_name
from asylia.model.errors import LimitError, ReadError, RequestError

BLOCK = 1 << 20
# A named pipe would be waited for without end; Windows has neither the pipes nor the flags.
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)

_JUNCTION = 0xA0000003


@dataclass(frozen=True, slots=True)
class Found:
    """A file and the name to keep for it; or, with `problem`, why it is passed over."""

    name: str
    path: str
    problem: str | None = None


def files(given: str, own: frozenset[str]) -> Iterator[Found]:
    """The file, or every file below the folder, that was given.

    Args:
        given: a path, as typed.
        own: real paths that belong to the record itself; they are never entered.

    Raises:
        ReadError: the folder itself cannot be read.
        RequestError: there is nothing at the path.
    """
    if not os.path.lexists(given):
        raise RequestError(
            f"{kept_name([given])}: no such file or folder; check the spelling (addresses begin with https://)"
        )
    real = os.path.realpath(given)
    if _within(real, own):
        raise RequestError(f"{kept_name([given])}: this is part of the record itself; give the sources instead")
    if not os.path.isdir(given):
        yield Found(kept_name([os.path.basename(given) or os.path.basename(real)]), given)
        return
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        parts = waiting.pop()
        path, expected = os.path.join(given, *parts), os.path.join(real, *parts)
        if expected in own:
            continue
        name = kept_name(parts or ["."])
        if not os.path.isdir(path):
            yield Found(name, path, _link_problem(path, real) if os.path.islink(path) else None)
        elif parts and _leads_away(path):
            yield Found(name, path, "a link to a folder is not followed; give the folder by its own name")
        else:
            try:
                names = sorted(os.listdir(path), key=os.fsencode, reverse=True)
            except OSError as error:
                if not parts:  # what was asked for by name is not passed over
                    why = f"the folder cannot be read ({error.strerror}); check its permissions"
                    raise ReadError(f"{kept_name([given])}: {why}") from error
                yield Found(name, path, f"the folder cannot be read ({error.strerror}); check its permissions")
                continue
            waiting += [(*parts, entry) for entry in names if not entry.startswith(".")]


def _within(real: str, own: frozenset[str]) -> bool:
    return real in own or any(os.fspath(parent) in own for parent in Path(real).parents)


def _leads_away(folder: str) -> bool:
    # A junction of Windows is no link to Python 3.11, but may lead in a circle all the same.
    return os.path.islink(folder) or getattr(os.lstat(folder), "st_reparse_tag", 0) == _JUNCTION


def _link_problem(path: str, root: str) -> str | None:
    target = os.path.realpath(path)
    if not os.path.exists(target):
        return "a link that leads nowhere"
    if not target.startswith(os.path.join(root, "")):
        return "a link to a file outside the folder is not followed; give the file by its own name"
    return None


def read(found: Found, limit: int) -> bytes:
    """The file's bytes.

    Raises:
        LimitError: it holds more than `limit` bytes.
        ReadError: it is no ordinary file, or cannot be read.
    """
    try:
        handle = os.open(found.path, _OPEN)
    except (OSError, ValueError) as error:
        raise ReadError(f"{found.name}: cannot be opened ({_why(error)}); check its permissions") from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(f"{found.name}: not an ordinary file; give files, folders or addresses")
        if status.st_size > limit:
            raise too_large(found.name, limit)
        blocks: list[bytes] = []
        left = limit + 1  # the file may be growing, or hold more than it says
        while left and (block := os.read(handle, min(BLOCK, left))):
            blocks.append(block)
            left -= len(block)
    except OSError as error:
        raise ReadError(f"{found.name}: cannot be read ({_why(error)}); check the disk it stands on") from error
    finally:
        os.close(handle)
    if not left:
        raise too_large(found.name, limit)
    return b"".join(blocks)


def too_large(name: str, limit: int) -> LimitError:
    """The error for a source that is over the limit."""
    size = f"{limit / (1 << 20):.0f} MiB" if limit >= 1 << 20 else f"{limit} bytes"
    return LimitError(f"{name}: larger than {size}, the most that one source may hold; raise the limit or split it")


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "its name cannot be opened here"
