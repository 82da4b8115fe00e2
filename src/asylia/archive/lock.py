"""Lock: one process at a time writes a record."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from asylia.model.errors import RequestError

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        # flock, not lockf: a second opening within the same process must wait as well
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


PAUSE = 0.05


@contextmanager
def writing(path: Path, record: str, patience: float) -> Iterator[None]:
    """Hold the lock file while the block runs; a writer that dies lets go of it.

    Raises:
        RequestError: another process holds it for longer than `patience` seconds.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + patience
        while True:
            try:
                _seize(handle)
                break
            except (BlockingIOError, PermissionError) as error:
                if time.monotonic() >= until:
                    raise RequestError(
                        f"{record}: another process is writing to this record; wait for it to end, then try again"
                    ) from error
                time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)
