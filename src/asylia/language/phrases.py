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
    """Forms with a meaning each; a look-up at a place costs one dictionary access per length possible there.

    `proclitics` are small words that the language writes onto the next: with و, وأكثر من is found as well.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]], proclitics: Iterable[str] = ()) -> None:
        leads = ("", *proclitics)
        self._meanings: dict[str, Meaning] = {}
        for form, meaning in entries:
            for spelling in spellings(form):
                for lead in leads if spelling[:1].isalpha() else ("",):
                    self._meanings.setdefault(lead + spelling, meaning)
        self._ending = _lengths((form[-1], len(form)) for form in self._meanings)
        self._beginning = _lengths((form[0], len(form)) for form in self._meanings)

    def __bool__(self) -> bool:
        return bool(self._meanings)

    def before(self, text: str, end: int) -> tuple[int, Meaning] | None:
        """The longest form that ends at `end` and begins a word: its start and its meaning."""
        for length in self._ending.get(text[end - 1 : end], ()) if end > 0 else ():
            start = end - length
            if start >= 0:
                found = self._meanings.get(text[start:end])
                if found is not None and at_word_start(text, start):
                    return start, found
        return None

    def after(self, text: str, start: int, *, open_end: bool = False) -> tuple[int, Meaning] | None:
        """The longest form that begins at `start` and, unless `open_end`, ends a word: its end and its meaning."""
        for length in self._beginning.get(text[start : start + 1], ()):
            end = start + length
            found = self._meanings.get(text[start:end])
            if found is not None and end <= len(text) and (open_end or at_word_end(text, end)):
                return end, found
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Character → lengths of the forms at whose edge it stands, longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
