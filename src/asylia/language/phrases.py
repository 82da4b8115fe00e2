"""Tables of phrases looked up at one place of a folded text: what ends here, what begins here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from asylia.language.fold import fold
from asylia.language.scripts import at_word_end, at_word_start

ZWNJ = "\u200c"
Meaning = TypeVar("Meaning")


def spellings(form: str) -> tuple[str, ...]:
    """The folded form and, where it holds a zero-width non-joiner, its spellings with a space and joined."""
    folded = fold(form)
    if ZWNJ not in folded:
        return (folded,)
    return (folded, folded.replace(ZWNJ, " "), folded.replace(ZWNJ, ""))


def listed(value: object) -> tuple[str, ...]:
    """A list of forms, or one form written without brackets."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list | tuple) else ()


def rows(words: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    """The tables written as [[key]] in a calendar file; none where the file has none."""
    return tuple(row for row in words.get(key, ()) if isinstance(row, Mapping))


class Phrases(Generic[Meaning]):
    """Forms with a meaning each; a look-up at a place costs one dictionary access per possible length.

    `loose` forms need no word boundary on their outer side: Korean and Turkish endings, Arabic proclitics.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[str, Meaning] = {}
        for form, meaning in entries:
            for spelling in spellings(form):
                self._meanings.setdefault(spelling, meaning)
        self._lengths = sorted({len(form) for form in self._meanings}, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def before(self, text: str, end: int) -> tuple[int, Meaning] | None:
        """The longest form that ends at `end` and begins a word: its start and its meaning."""
        meanings = self._meanings
        for length in self._lengths:
            start = end - length
            if start < 0:
                continue
            found = meanings.get(text[start:end])
            if found is not None and at_word_start(text, start):
                return start, found
        return None

    def after(self, text: str, start: int, *, open_end: bool = False) -> tuple[int, Meaning] | None:
        """The longest form that begins at `start` and, unless `open_end`, ends a word: its end and its meaning."""
        meanings = self._meanings
        for length in self._lengths:
            end = start + length
            found = meanings.get(text[start:end])
            if found is not None and end <= len(text) and (open_end or at_word_end(text, end)):
                return end, found
        return None
