"""Verbatim runs: how much of one text stands word for word in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asylia.language.fold import fold

# Scripts that write no spaces between words count a character as a word; it takes more of them to make a run.
_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+")
RUN_WORDS = 5
RUN_CHARACTERS = 9
LEAD = 4  # a text's first quarter is its lead


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's words (characters where none are written apart), and the length of a telling run in it."""

    words: tuple[str, ...]
    run: int

    def __len__(self) -> int:
        return len(self.words)


def tokens(text: str) -> Tokens:
    """Folded words of a text, in order."""
    words = tuple(_TOKEN.findall(fold(text)))
    single = sum(len(word) == 1 and not word.isascii() for word in words)
    return Tokens(words, RUN_CHARACTERS if single * 2 > len(words) else RUN_WORDS)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: the share of each that lies in common runs, that of each one's lead, the longest run."""

    left: float
    right: float
    lead_left: float
    lead_right: float
    longest: int

    @property
    def of_shorter(self) -> float:
        """Share of the text that is covered more."""
        return max(self.left, self.right)

    @property
    def of_longer(self) -> float:
        """Share of the text that is covered less."""
        return min(self.left, self.right)

    @property
    def lead(self) -> float:
        """Share of the lead of the text that is covered more."""
        return self.lead_left if self.left >= self.right else self.lead_right


def shared(left: Tokens, right: Tokens) -> Shared:
    """Compare two texts by their common runs; symmetric but for the order of the shares."""
    size = min(left.run, right.run)
    grams_left = _grams(left.words, size)
    grams_right = _grams(right.words, size)
    common = set(grams_left) & set(grams_right)
    covered_left = _covered(grams_left, common, size)
    covered_right = _covered(grams_right, common, size)
    return Shared(
        _share(covered_left, len(left)),
        _share(covered_right, len(right)),
        _share(covered_left, max(len(left) // LEAD, 1)),
        _share(covered_right, max(len(right) // LEAD, 1)),
        max((end - start for start, end in covered_left), default=0),
    )


def _grams(words: tuple[str, ...], size: int) -> list[int]:
    # Compared within one call only: nothing that leaves this file depends on the values.
    return [hash(words[i : i + size]) for i in range(len(words) - size + 1)]


def _covered(grams: list[int], common: set[int], size: int) -> list[tuple[int, int]]:
    """The stretches of words that lie in common runs."""
    found: list[tuple[int, int]] = []
    for i, gram in enumerate(grams):
        if gram in common:
            if found and found[-1][1] >= i:
                found[-1] = (found[-1][0], i + size)
            else:
                found.append((i, i + size))
    return found


def _share(stretches: list[tuple[int, int]], length: int) -> float:
    return sum(max(min(end, length) - start, 0) for start, end in stretches) / length if length else 0.0
