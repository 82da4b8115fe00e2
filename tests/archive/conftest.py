"""Fixtures of the archive's tests: records, a clock, a nonce, a killed disk, a real server on loopback."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from asylia.archive import Archive


def steady_clock() -> Callable[[], datetime]:
    """A clock that moves one second with every look at it."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    ticks = itertools.count()
    return lambda: start + timedelta(seconds=next(ticks))


def steady_nonce() -> Callable[[int], bytes]:
    """Nonces that are all different and the same in every run."""
    counter = itertools.count()
    return lambda size: hashlib.shake_256(str(next(counter)).encode()).digest(size)


@pytest.fixture(scope="session")
def opened() -> Callable[[Path], Archive]:
    """Opens the record in a folder, making the folder, with a steady clock and nonce."""

    def open_at(folder: Path) -> Archive:
        folder.mkdir(parents=True, exist_ok=True)
        return Archive(folder, clock=steady_clock(), nonce=steady_nonce(), patience=0)

    return open_at


@pytest.fixture
def record(tmp_path: Path, opened: Callable[[Path], Archive]) -> Archive:
    """An empty record."""
    return opened(tmp_path / "record")


class Killed(BaseException):
    """The process ends here."""


WRITES = ("open", "write", "fsync", "replace", "unlink", "mkdir", "ftruncate")


@contextmanager
def _killed_after(budget: int) -> Iterator[Callable[[], int]]:
    """End the process, as far as the disk can tell, after so many bytes and calls.

    Every call that changes the disk costs one, every byte written one more; a write that is too
    dear is done in part. From then on nothing changes the disk any more, just as after a real kill:
    no cleaning up by `except` or `finally` comes through. Yields a function that says what is left.
    """
    true = {name: getattr(os, name) for name in WRITES}
    left = budget

    def spend(cost: int) -> None:
        nonlocal left
        if left < cost:
            left = -1
            raise Killed
        left -= cost

    def guarded(name: str) -> Callable[..., object]:
        def call(*args: Any, **kwargs: Any) -> object:
            if name != "open" or args[1] & (os.O_CREAT | os.O_TRUNC):
                spend(1)
            return true[name](*args, **kwargs)

        return call

    def write(handle: int, data: bytes) -> int:
        spend(1)
        whole = len(data)
        if left < whole:
            part = max(left, 0)
            if part:
                true["write"](handle, bytes(data)[:part])
            spend(whole)
        spend(whole)
        return true["write"](handle, data)  # type: ignore[no-any-return]

    try:
        for name in WRITES:
            setattr(os, name, guarded(name))
        os.write = write  # type: ignore[assignment]
        yield lambda: left
    finally:
        for name, function in true.items():
            setattr(os, name, function)


@pytest.fixture(scope="session")
def killed_after() -> Callable[[int], AbstractContextManager[Callable[[], int]]]:
    """The context manager that ends the process after a budget of bytes and calls."""
    return _killed_after


@pytest.fixture(scope="session")
def killed() -> type[BaseException]:
    """What such an end looks like from within."""
    return Killed


NEEDS_ROOM = ("open", "write", "replace", "mkdir")


@contextmanager
def _full_after(budget: int, code: int = errno.ENOSPC) -> Iterator[Callable[[], int]]:
    """The disk refuses after so many bytes and calls: what needs room fails, what gives room back works."""
    true = {name: getattr(os, name) for name in NEEDS_ROOM}
    left = budget

    def guarded(name: str) -> Callable[..., object]:
        def call(*args: Any, **kwargs: Any) -> object:
            nonlocal left
            if name == "open" and not args[1] & (os.O_CREAT | os.O_TRUNC):
                return true[name](*args, **kwargs)
            if left < 1:
                raise OSError(code, os.strerror(code))
            left -= 1
            if name == "write" and left < len(args[1]):
                room, left = left, 0
                if room:
                    return true["write"](args[0], bytes(args[1])[:room])
                raise OSError(code, os.strerror(code))
            left -= len(args[1]) if name == "write" else 0
            return true[name](*args, **kwargs)

        return call

    try:
        for name in NEEDS_ROOM:
            setattr(os, name, guarded(name))
        yield lambda: left
    finally:
        for name, function in true.items():
            setattr(os, name, function)


@pytest.fixture(scope="session")
def full_after() -> Callable[[int], AbstractContextManager[Callable[[], int]]]:
    """The context manager that fills the disk after a budget of bytes and calls."""
    return _full_after


Page = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A real server on loopback; `pages` says what each path does."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers.items())))
                self.close_connection = True
                page = site.pages.get(self.path.partition("?")[0])
                if page is None:
                    page = site.answer(404, b"no such page")
                with suppress(BrokenPipeError, ConnectionResetError):  # the reader had enough
                    page(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer((host, 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @staticmethod
    def answer(status: int, body: bytes, **headers: str) -> Page:
        """A page with this status, body and headers (underscores stand for hyphens)."""

        def page(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        return page

    @staticmethod
    def raw(*pieces: bytes, wait: Callable[[], object] = lambda: None) -> Page:
        """Bytes as they are, in place of a proper answer; `wait` is called after each."""

        def page(handler: BaseHTTPRequestHandler) -> None:
            for piece in pieces:
                handler.wfile.write(piece)
                handler.wfile.flush()
                wait()

        return page

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on 127.0.0.1."""
    served = Site()
    yield served
    served.close()
