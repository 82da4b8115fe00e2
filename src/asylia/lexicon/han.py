"""How Han characters are read in names: variant forms made one, and each one's readings in five systems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

SYSTEMS = ("pinyin", "jyutping", "vietnamese", "korean", "japanese")


@dataclass(frozen=True, slots=True)
class Han:
    """Readings by system of a character, without tones; `same` is the form that stands for all its variants."""

    same: str
    readings: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def table() -> dict[str, Han]:
    """Every character of the shipped file `han.txt`, variants included."""
    found: dict[str, Han] = {}
    for line in resources.files("asylia.lexicon").joinpath("han.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            forms, _, columns = line.partition(" ")
            readings = tuple(tuple(part.split(",")) if part else () for part in columns.split("|"))
            for char in forms:
                found[char] = Han(forms[0], readings)
    return found


def same(text: str) -> str:
    """The text with every Han character in the form that stands for its variants: traditional, Japanese, simplified."""
    if text.isascii():
        return text
    known = table()
    return "".join(known[char].same if char in known else char for char in text)
