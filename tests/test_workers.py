"""Workers: whatever a task does, it costs that task and nothing else."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from asylia.model.errors import IntegrityError, RequestError
from asylia.workers import MIB, Answer, Limits, Pool

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers find the tasks of these tests."""
    monkeypatch.setenv("PYTHONPATH", str(HERE))


def asked(*tasks: bytes, count: int = 1, limits: Limits | None = None) -> list[Answer]:
    answers = list(Pool("tasks:reader", b"> ", count, limits).run(tasks))
    return sorted(answers, key=lambda answer: answer.task)


def test_every_task_has_one_answer() -> None:
    """Two workers, many tasks: each is answered once, with the set-up's bytes."""
    answers = asked(*(b"echo %d" % number for number in range(50)), count=2)
    assert [answer.payload for answer in answers] == [b"> %d" % number for number in range(50)]


def test_large_and_empty_tasks_pass() -> None:
    """Neither a megabyte nor nothing upsets the frames."""
    large = bytes(range(256)) * 8192
    assert [answer.payload for answer in asked(b"echo " + large, b"echo")] == [b"> " + large, b"> "]


def test_no_tasks_is_no_answer() -> None:
    """An empty build ends."""
    assert asked() == []


@pytest.mark.parametrize(
    ("task", "code"),
    [
        (b"raise", "ReadError"),
        (b"defect", "defect"),
        (b"panic", "defect"),
        (b"quit", "defect"),
        (b"recurse", "LimitError"),
        (b"leave", "crash"),
        (b"crash", "crash"),
        (b"grow 9000000000", "memory"),
        (b"spin", "time"),
    ],
)
def test_a_bad_task_is_one_failed_answer(task: bytes, code: str) -> None:
    """Errors, panics, exits, crashes, bombs and hangs: a code and a message, and the next task is answered."""
    answers = asked(b"echo a", task, b"echo b", limits=Limits(seconds=1.5))
    assert [answer.payload for answer in answers] == [b"> a", None, b"> b"]
    assert answers[1].code == code
    assert answers[1].message


def test_messages_of_unknown_errors_stay_inside() -> None:
    """An unforeseen error may quote the page; only its class is told."""
    (answer,) = asked(b"defect Mustermann")
    assert "Mustermann" not in answer.message
    assert "ValueError" in answer.message


def test_growth_over_many_tasks_is_not_the_last_ones_fault() -> None:
    """A worker that is full is replaced, and the task that found it so is asked once more."""
    limits = Limits(memory=300 * MIB)
    answers = asked(*[b"grow %d" % (80 * MIB)] * 8, limits=limits)
    assert [answer.payload for answer in answers] == [b"> grew"] * 8


def test_what_libraries_print_is_not_an_answer() -> None:
    """Noise on standard output does not reach the frames."""
    assert [answer.payload for answer in asked(b"print x", b"echo y")] == [b"> printed", b"> y"]


def test_a_worker_retires() -> None:
    """After so many tasks a fresh process takes over."""
    answers = asked(*[b"process"] * 4, limits=Limits(tasks=2))
    processes = [answer.payload for answer in answers]
    assert processes[0] == processes[1] != processes[2] == processes[3]


def test_a_target_that_cannot_be_imported_is_one_error() -> None:
    """A broken installation says so at once instead of failing every page."""
    with pytest.raises(RequestError, match="did not start"):
        list(Pool("no_such_module:reader", b"", 2).run([b"a", b"b"]))


def test_an_error_while_tasks_are_drawn_reaches_the_caller() -> None:
    """Bytes that cannot be read from the archive stop the build with their own error."""

    def tasks() -> Iterator[bytes]:
        yield b"echo a"
        raise IntegrityError("the bytes are not there")

    with pytest.raises(IntegrityError, match="not there"):
        list(Pool("tasks:reader", b"", 2).run(tasks()))


def test_leaving_early_leaves_no_process() -> None:
    """A caller that stops listening takes the workers with it."""
    answers = Pool("tasks:reader", b"", 2).run([b"process", b"process", *[b"sleep 60"] * 5])
    first = next(answers)
    assert first.payload is not None
    answers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(first.payload), 0)
    assert threading.active_count() <= 4


def test_modules_beside_the_pages_are_not_imported(tmp_path: Path) -> None:
    """Standing in a folder with a `lxml.py` or `json.py` does not run it."""
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    code = "from asylia.workers import Pool; print(list(Pool('tasks:reader', b'', 1).run([b'echo fine'])))"
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "fine" in done.stdout, done.stderr
