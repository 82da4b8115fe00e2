"""Memory: results of pure work, by what went in. One new page makes only the work that it touches.

What is remembered is never more than a shortcut: the same work on the same input gives the same result, so that a
record built with a memory is the record built without one. What nobody asks for again is forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from asylia.model.ids import Json


class Memory:
    """Results by key. `done` counts the work that had to be done, `spared` what was remembered."""

    def __init__(self, before: Mapping[str, Json] | None = None) -> None:
        self._before = before or {}
        self._asked: dict[str, Json] = {}
        self.done = 0

    @property
    def spared(self) -> int:
        """How many results were remembered."""
        return len(self._asked) - self.done

    @property
    def kept(self) -> Mapping[str, Json]:
        """What was asked for this time: what the next build may remember."""
        return self._asked

    def recall(self, key: str, work: Callable[[], Json]) -> Json:
        """The result of the work: the one of before where there is one, else the work's own.

        The key must hold everything that the work reads.
        """
        if key in self._asked:
            return self._asked[key]
        if key in self._before:
            result = self._before[key]
        else:
            result = work()
            self.done += 1
        self._asked[key] = result
        return result


def key_of(kind: str, *parts: object) -> str:
    """A short key of parts whose `repr` says all that matters about them."""
    return hashlib.blake2b(repr((kind, *parts)).encode("utf-8"), digest_size=12).hexdigest()
