"""Worker processes that may be killed: one task at a time over pipes, with a time and a memory limit.

Knows nothing about pages. A target is "module:function"; the function takes the set-up bytes and gives a
function from task bytes to answer bytes. It runs in a fresh interpreter, so that a crash, a native panic, a
hang or a bomb costs one task and never the build. Memory is limited by the system where it can (RLIMIT_AS);
elsewhere a watch in the worker ends it when its peak passes the limit. The time limit is kept twice: by
the parent, which kills, and by a watchdog inside the worker, in case the parent itself was killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import importlib
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from asylia.model.errors import AsyliaError, RequestError

try:
    import resource
except ImportError:  # Windows has none; the watch takes its place
    resource = None  # type: ignore[assignment]

MIB = 1 << 20
_LENGTH = struct.Struct(">Q")
_READY, _DONE, _FAILED = b"R", b"D", b"F"


@dataclass(frozen=True, slots=True)
class Limits:
    """Per task: seconds and bytes above what an idle worker holds. A worker retires after `tasks` of them."""

    seconds: float = 60.0
    memory: int = 768 * MIB
    tasks: int = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task: its answer, or a code (an error's class, "time", "memory", "crash") and a message."""

    task: int
    payload: bytes | None
    code: str = ""
    message: str = ""


class Pool:
    """Runs tasks in `count` workers. Answers come as they are ready; the caller puts them in order."""

    def __init__(self, target: str, setup: bytes, count: int, limits: Limits | None = None) -> None:
        self._target, self._setup, self._count = target, setup, count
        self._limits = limits or Limits()
        self._alive: set[_Worker] = set()
        self._guard = threading.Lock()
        self._stopped = False

    def run(self, tasks: Iterable[bytes]) -> Iterator[Answer]:
        """One answer for every task, whatever happens to the workers. Tasks are drawn only as they are needed."""
        source = iter(enumerate(tasks))
        answers: queue.Queue[Answer | AsyliaError | None] = queue.Queue(maxsize=2 * self._count)
        threads = [
            threading.Thread(target=self._serve, args=(source, answers), daemon=True) for _ in range(self._count)
        ]
        for thread in threads:
            thread.start()
        working = len(threads)
        try:
            while working:
                answer = answers.get()
                if answer is None:
                    working -= 1
                elif isinstance(answer, AsyliaError):
                    raise answer
                else:
                    yield answer
        finally:
            self._stop(answers, threads)

    def _serve(self, source: Iterator[tuple[int, bytes]], answers: queue.Queue[Answer | AsyliaError | None]) -> None:
        """One thread's life: draw a task, have it answered, replace the worker when it is spent."""
        worker: _Worker | None = None
        try:
            while True:
                with self._guard:
                    drawn = None if self._stopped else next(source, None)
                if drawn is None:
                    break
                index, payload = drawn
                for last in (False, True):  # a crash may be the fault of what came before: ask a fresh worker once
                    fresh = worker is None
                    worker = worker or self._start()
                    answer = worker.ask(index, payload, self._limits.seconds)
                    if worker.spent(self._limits.tasks):
                        self._end(worker)
                        worker = None
                    if answer.code not in ("crash", "memory") or fresh or last or self._stopped:
                        break
                answers.put(answer)
        except AsyliaError as error:
            answers.put(error)
        except OSError as error:
            answers.put(RequestError(f"the tasks could not be handed out: {error.strerror}; try again"))
        finally:
            if worker is not None:
                self._end(worker)
            answers.put(None)

    def _start(self) -> _Worker:
        worker = _Worker(self._target, self._setup, self._limits)
        with self._guard:
            if not self._stopped:
                self._alive.add(worker)
                return worker
        worker.end()
        raise RequestError("the build was stopped")

    def _end(self, worker: _Worker) -> None:
        with self._guard:
            self._alive.discard(worker)
        worker.end()

    def _stop(self, answers: queue.Queue[Answer | AsyliaError | None], threads: list[threading.Thread]) -> None:
        with self._guard:
            self._stopped = True
            alive = tuple(self._alive)
        for worker in alive:
            worker.kill()
        while any(thread.is_alive() for thread in threads):
            with contextlib.suppress(queue.Empty):
                answers.get(timeout=0.05)


class _Worker:
    """One child process and the two ends of its pipes."""

    def __init__(self, target: str, setup: bytes, limits: Limits) -> None:
        # -P: the folder one stands in is not searched for modules; a page's folder must not lend us its code.
        command = [sys.executable, "-P", "-m", "asylia.workers", target, str(limits.memory), str(limits.seconds)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._asked = 0
        self._dead = False
        if not self._send(setup) or _receive(self._from) != _READY:
            self.end()
            raise RequestError(f"a worker did not start; to see why: python -c 'import {target.partition(':')[0]}'")

    def ask(self, index: int, payload: bytes, seconds: float) -> Answer:
        """The answer, or why there is none. Never raises for what the task does."""
        self._asked += 1
        began = time.monotonic()
        clock = threading.Timer(seconds, self.kill)
        clock.daemon = True
        clock.start()
        answer = _receive(self._from) if self._send(payload) else None
        clock.cancel()
        if answer is None:
            self._dead = True
            if time.monotonic() - began >= seconds:
                return Answer(index, None, "time", f"reading took longer than {seconds:g} seconds")
            return Answer(index, None, "crash", "the reader crashed on it")
        if answer[:1] == _DONE:
            return Answer(index, answer[1:])
        code, _, message = answer[1:].decode("utf-8", "replace").partition("\n")
        self._dead = self._dead or code == "memory"
        return Answer(index, None, code, message)

    def spent(self, tasks: int) -> bool:
        """Whether a fresh worker should take its place."""
        return self._dead or self._asked >= tasks

    def kill(self) -> None:
        """End it at once; safe from any thread."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """End it and leave no zombie and no open pipe."""
        self.kill()
        for pipe in (self._to, self._from):
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()

    def _send(self, payload: bytes) -> bool:
        try:
            self._to.write(_LENGTH.pack(len(payload)) + payload)
            self._to.flush()
        except (OSError, ValueError):
            return False
        return True


def _receive(pipe: IO[bytes]) -> bytes | None:
    """One framed message, or None where the other side is gone."""
    try:
        header = pipe.read(_LENGTH.size)
        if len(header) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(header)
        message = pipe.read(length)
    except (OSError, ValueError):
        return None
    return message if len(message) == length else None


def _work(target: str, memory: int, seconds: float) -> None:
    """A worker's life: set up, then one answer for each task until the pipe ends."""
    tasks = sys.stdin.buffer
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    setup = _receive(tasks)
    if setup is None:
        return
    module, _, name = target.partition(":")
    answer: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)(setup)
    _limit_memory(memory)
    _reply(replies, _READY)
    while (task := _receive(tasks)) is not None:
        faulthandler.dump_traceback_later(1.5 * seconds + 5, exit=True)
        reply = _answered(answer, task)
        faulthandler.cancel_dump_traceback_later()
        _reply(replies, reply)


def _answered(answer: Callable[[bytes], bytes], task: bytes) -> bytes:
    try:
        return _DONE + answer(task)
    except AsyliaError as error:
        return _FAILED + f"{type(error).__name__}\n{error}".encode("utf-8", "replace")
    except MemoryError:
        return _FAILED + b"memory\nreading needs more memory than the limit allows"
    except RecursionError:
        return _FAILED + b"LimitError\nit is nested deeper than the limits allow"
    except BaseException as error:  # noqa: BLE001 - native panics are no Exception; the one broad except of the house
        # Only the class: the message of an unknown error may quote the page.
        return _FAILED + f"defect\nthe reader failed with {type(error).__name__}; please report the file".encode()


def _reply(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def _limit_memory(allowed: int) -> None:
    if resource is not None and os.path.exists("/proc/self/statm"):
        with open("/proc/self/statm", "rb") as table:
            held = int(table.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + allowed, resource.RLIM_INFINITY))
    else:
        threading.Thread(target=_watch_memory, args=(_peak() + allowed,), daemon=True).start()


def _watch_memory(limit: int) -> None:
    """The twin where the system does not hold a limit on addresses: look at the peak ten times a second."""
    while _peak() < limit:
        time.sleep(0.1)
    os._exit(70)


def _peak() -> int:
    """The most memory this process has held, in bytes."""
    if resource is not None:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    # Windows: PROCESS_MEMORY_COUNTERS is two DWORDs and eight sizes; the third field is the peak.
    counters = (ctypes.c_size_t * 9)(9 * ctypes.sizeof(ctypes.c_size_t))
    library = ctypes.windll.kernel32
    library.K32GetProcessMemoryInfo(ctypes.c_void_p(-1), counters, ctypes.sizeof(counters))
    return int(counters[1])


if __name__ == "__main__":
    _work(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
