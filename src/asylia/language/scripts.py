"""Scripts of characters, by Unicode block: coarse, fast, and enough to know how a text is written."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

# (first code point, ISO 15924 code); a block reaches to the next line. "Zyyy" belongs to no script.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, "Zyyy"), (0x0041, "Latn"), (0x005B, "Zyyy"), (0x0061, "Latn"), (0x007B, "Zyyy"), (0x00AA, "Latn"),
    (0x00AB, "Zyyy"), (0x00B5, "Zyyy"), (0x00BA, "Latn"), (0x00BB, "Zyyy"), (0x00C0, "Latn"), (0x00D7, "Zyyy"),
    (0x00D8, "Latn"), (0x00F7, "Zyyy"), (0x00F8, "Latn"), (0x02B9, "Zyyy"), (0x0370, "Grek"), (0x0400, "Cyrl"),
    (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"),
    (0x07C0, "Nkoo"), (0x0800, "Zyyy"), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"), (0x0980, "Beng"),
    (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"),
    (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"),
    (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, "Zyyy"), (0x1780, "Khmr"), (0x1800, "Mong"),
    (0x18B0, "Zyyy"), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, "Zyyy"), (0x1D00, "Latn"), (0x1DC0, "Zyyy"),
    (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, "Zyyy"), (0x2C60, "Latn"), (0x2C80, "Zyyy"), (0x2D00, "Geor"),
    (0x2D30, "Zyyy"), (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, "Zyyy"), (0x2E80, "Hani"), (0x2FE0, "Zyyy"),
    (0x3005, "Hani"), (0x3006, "Zyyy"), (0x3007, "Hani"), (0x3008, "Zyyy"), (0x3041, "Hira"), (0x30A0, "Kana"),
    (0x30FB, "Zyyy"), (0x30FC, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"), (0x3190, "Zyyy"), (0x31F0, "Kana"),
    (0x3200, "Zyyy"), (0x3400, "Hani"), (0x4DC0, "Zyyy"), (0x4E00, "Hani"), (0xA000, "Zyyy"), (0xA640, "Cyrl"),
    (0xA6A0, "Zyyy"), (0xA720, "Latn"), (0xA800, "Zyyy"), (0xA960, "Hang"), (0xA980, "Zyyy"), (0xAB00, "Ethi"),
    (0xAB30, "Latn"), (0xAB70, "Zyyy"), (0xAC00, "Hang"), (0xD800, "Zyyy"), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, "Zyyy"), (0xFE70, "Arab"), (0xFEFF, "Zyyy"), (0xFF21, "Latn"),
    (0xFF3B, "Zyyy"), (0xFF41, "Latn"), (0xFF5B, "Zyyy"), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, "Zyyy"),
    (0x20000, "Hani"), (0x32000, "Zyyy"),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]
_UNSPACED = frozenset({"Hani", "Hira", "Kana", "Bopo", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})


@lru_cache(maxsize=20_000)
def script_of(char: str) -> str:
    """The ISO 15924 code of the character's script; "Zyyy" for digits, punctuation and spaces."""
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]


@lru_cache(maxsize=20_000)
def is_unspaced(char: str) -> bool:
    """Whether words of this character's script are written without spaces between them."""
    return script_of(char) in _UNSPACED


def is_right_to_left(char: str) -> bool:
    """Whether the character's script runs from right to left."""
    return script_of(char) in _RIGHT_TO_LEFT


def is_cased(char: str) -> bool:
    """Whether the character's script tells capital from small letters."""
    return script_of(char) in {"Latn", "Cyrl", "Grek", "Armn"}


def dominant(text: str) -> str | None:
    """The script most letters of the text belong to (ties by code); None where no letter stands."""
    counts = Counter(script_of(char) for char in text if char.isalpha())
    counts.pop("Zyyy", None)
    if not counts:
        return None
    return min(counts, key=lambda code: (-counts[code], code))


def at_word_start(text: str, at: int) -> bool:
    """Whether a word can begin at this place: text start, after a non-letter, or in unspaced writing."""
    return (
        at <= 0 or at >= len(text) or not text[at - 1].isalnum() or is_unspaced(text[at - 1]) or is_unspaced(text[at])
    )


def at_word_end(text: str, at: int) -> bool:
    """Whether a word can end before this place."""
    return at <= 0 or at >= len(text) or not text[at].isalnum() or is_unspaced(text[at]) or is_unspaced(text[at - 1])
