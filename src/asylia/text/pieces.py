"""Piece: some text together with where in the source each part of it stood.

Normalising is done while the piece is built, so nothing has to be searched for afterwards: white space
becomes single spaces, entities become characters, invisible marks go, letters and their accents are
composed; and every change is remembered as a run.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, is_normalized, normalize

from asylia.model.document import Run
from asylia.model.errors import LimitError
from asylia.text.limits import MAX_RUNS

_ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
_SPACE = r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
# Zero-width and direction marks, soft hyphens, controls. U+200C and U+200D join letters in Persian and emoji: kept.
_INVISIBLE = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]+"
)
_PLAIN = re.compile(f"(?P<space>{_SPACE})|(?P<none>{_INVISIBLE})")
_MARKED = re.compile(f"(?P<space>{_SPACE})|(?P<none>{_INVISIBLE})|(?P<entity>{_ENTITY})")
_INVISIBLE_ONLY = re.compile(_INVISIBLE)
_SPACE_ONLY = re.compile(_SPACE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Normalised text; `runs` cover it without gaps, in order."""

    text: str
    runs: tuple[Run, ...]

    def cut(self, start: int, end: int) -> Piece:
        """The part `[start:end]` of the text with its runs; a run that stands for its source as a whole stays whole."""
        if start <= 0 and end >= len(self.text):
            return self
        kept = []
        for run in self.runs:
            low, high = max(run.start, start), min(run.end, end)
            if low >= high:
                continue
            if run.end - run.start == run.source_end - run.source_start:
                shift = run.source_start - run.start
                kept.append(Run(low - start, high - start, low + shift, high + shift))
            else:
                kept.append(Run(low - start, high - start, run.source_start, run.source_end))
        return Piece(self.text[start:end], tuple(kept))

    def strip(self) -> Piece:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(len(self.text.rstrip()), start))

    @property
    def source_start(self) -> int:
        """Where the first character stood."""
        return self.runs[0].source_start if self.runs else 0

    @property
    def source_end(self) -> int:
        """Where the last character ended."""
        return self.runs[-1].source_end if self.runs else 0


EMPTY = Piece("", ())


def hole(at: int) -> Piece:
    """Nothing, at a place of the source: an empty cell."""
    return Piece("", (Run(0, 0, at, at),))


class Builder:
    """Collects spans of one source into one piece."""

    def __init__(self, source: str, *, entities: bool) -> None:
        self._source = source
        self._odd = _MARKED if entities else _PLAIN
        self._parts: list[str] = []
        self._runs: list[list[int]] = []
        self._length = 0
        self._gap: tuple[int, int] | None = None

    def add(self, start: int, end: int) -> None:
        """Append `source[start:end]`."""
        at = start
        for found in self._odd.finditer(self._source, start, end):
            if found.start() > at:
                self._letters(at, found.start())
            at = found.end()
            if found.lastgroup == "space":
                self.space(found.start(), at)
            elif found.lastgroup == "entity":
                self._entity(found.start(), at)
        if end > at:
            self._letters(at, end)

    def space(self, start: int, end: int) -> None:
        """One space for `source[start:end]`, unless nothing stands before or after it."""
        if self._length:
            self._gap = (self._gap[0] if self._gap else start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Text of our own, such as a separator of cells, that stands for `source[start:end]`."""
        self._close_gap()
        self._emit(text, start, end)

    def _entity(self, start: int, end: int) -> None:
        text = _INVISIBLE_ONLY.sub("", html.unescape(self._source[start:end]))
        if text and _SPACE_ONLY.fullmatch(text):
            self.space(start, end)
        elif text:
            self._close_gap()
            self._emit(normalize("NFC", text), start, end)

    def _letters(self, start: int, end: int) -> None:
        self._close_gap()
        text = self._source[start:end]
        if text.isascii() or is_normalized("NFC", text):
            self._emit(text, start, end)
            return
        for low, high in _clusters(text):
            self._emit(normalize("NFC", text[low:high]), start + low, start + high)

    def _close_gap(self) -> None:
        if self._gap is not None:
            gap, self._gap = self._gap, None
            self._emit(" ", *gap)

    def _emit(self, text: str, start: int, end: int) -> None:
        last = self._runs[-1] if self._runs else None
        same = len(text) == end - start
        if last and same and last[3] == start and last[1] - last[0] == last[3] - last[2]:
            last[1], last[3] = last[1] + len(text), end
        else:
            if len(self._runs) >= MAX_RUNS:
                raise LimitError(f"more than {MAX_RUNS:,} entities and odd characters in one paragraph.")
            self._runs.append([self._length, self._length + len(text), start, end])
        self._parts.append(text)
        self._length += len(text)

    @property
    def ends_small(self) -> bool:
        """Whether the text so far ends in a small letter, with no space after it."""
        return self._gap is None and bool(self._parts) and self._parts[-1][-1:].islower()

    def build(self) -> Piece:
        """The piece; the builder is empty afterwards."""
        made = Piece("".join(self._parts), tuple(Run(*run) for run in self._runs))
        self._parts, self._runs, self._length, self._gap = [], [], 0, None
        return made


def _clusters(text: str) -> Iterable[tuple[int, int]]:
    """Each letter with the marks and vowels that compose with it."""
    start = 0
    for at in range(1, len(text)):
        if not combining(text[at]) and not "\u1160" <= text[at] <= "\u11ff":
            yield start, at
            start = at
    yield start, len(text)


def piece(source: str, start: int, end: int, *, entities: bool = False) -> Piece:
    """`source[start:end]`, normalised."""
    builder = Builder(source, entities=entities)
    builder.add(start, end)
    return builder.build()


def joined(pieces: Iterable[Piece], separator: str) -> Piece:
    """The pieces one after the other. A separator stands for whatever lay between them in the source."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    before: Piece | None = None
    for part in pieces:
        if before is not None:
            low = before.source_end
            runs.append(Run(length, length + len(separator), low, max(low, part.source_start)))
            parts.append(separator)
            length += len(separator)
        runs += [Run(r.start + length, r.end + length, r.source_start, r.source_end) for r in part.runs]
        parts.append(part.text)
        length += len(part.text)
        before = part
    return Piece("".join(parts), tuple(runs))
