"""What a worker may be asked, from the friendly to the hostile. Runs in worker processes only."""

import ctypes
import os
import sys
import time
from collections.abc import Callable

from asylia.model.errors import ReadError

kept: list[bytes] = []


class Panic(BaseException):
    """As native libraries raise it: no Exception."""


def reader(setup: bytes) -> Callable[[bytes], bytes]:
    """Answers a task by what it says; `setup` stands before every answer."""

    def answer(task: bytes) -> bytes:
        word, _, rest = task.partition(b" ")
        return setup + DEEDS[word](rest)

    return answer


def _crash(_rest: bytes) -> bytes:
    return ctypes.string_at(0)


def _raise(_rest: bytes) -> bytes:
    raise ReadError("it is empty")


def _defect(rest: bytes) -> bytes:
    raise ValueError(f"a name that stands in the page: {rest!r}")


def _panic(_rest: bytes) -> bytes:
    raise Panic


def _leave(_rest: bytes) -> bytes:
    os._exit(3)


def _quit(_rest: bytes) -> bytes:
    sys.exit(0)


def _sleep(rest: bytes) -> bytes:
    time.sleep(float(rest))
    return b"slept"


def _spin(_rest: bytes) -> bytes:
    while True:
        pass


def _grow(rest: bytes) -> bytes:
    kept.append(bytes(int(rest)))
    return b"grew"


def _recurse(_rest: bytes) -> bytes:
    return _recurse(_rest)


def _print(rest: bytes) -> bytes:
    os.write(1, rest * 1000)
    print("noise", flush=True)
    return b"printed"


def _process(_rest: bytes) -> bytes:
    return str(os.getpid()).encode()


DEEDS: dict[bytes, Callable[[bytes], bytes]] = {
    b"echo": lambda rest: rest,
    b"crash": _crash,
    b"raise": _raise,
    b"defect": _defect,
    b"panic": _panic,
    b"leave": _leave,
    b"quit": _quit,
    b"sleep": _sleep,
    b"spin": _spin,
    b"grow": _grow,
    b"recurse": _recurse,
    b"print": _print,
    b"process": _process,
}
