"""Japanese names in characters beside their readings in other scripts: 村上春樹, Haruki Murakami, Харуки Мураками."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from asylia.entities.distance import SAME, alike
from asylia.entities.spelling import Spelled
from asylia.lexicon.han import same
from asylia.lexicon.kanji import read, surnames
from asylia.model.entity import Score

_MOST = 400  # readings of a given name that are tried
_LETTER_FOR_LETTER = frozenset({"latin", "cyrillic", "hiragana", "katakana"})
_HEARD = 0.82  # how alike surname and given name must each sound in a script that spells Japanese only roughly
_VALUE = {True: 0.93, False: 0.88}  # a surname that is listed; one read character by character
# Every way to write kana in Latin letters, made the one of the Japanese schools; long vowels made short.
_ONE_WAY = tuple(
    (re.compile(old), new)
    for old, new in (
        ("jy?(?=[aueo])", "zy"), ("sh(?=[aueo])y?", "sy"), ("shy?", "sy"), ("syi", "si"), ("chy?", "ty"),
        ("tyi", "ti"), ("tsu|tzu", "tu"), ("f", "h"), ("j", "z"),
        ("oh(?![aeiouy])", "o"), ("ou|oo", "o"), ("uu", "u"), ("m(?=[bmp])", "n"), ("n'", "n"), ("iy(?=[aueo])", "i"),
    )
)  # fmt: skip
_POLIVANOV = (
    ("дз", "z"), ("сё", "syo"), ("цу", "tu"), ("ц", "t"), ("ё", "yo"), ("ю", "yu"), ("я", "ya"), ("й", "i"),
    ("ъ", ""), ("ь", ""), ("э", "e"), ("е", "e"), ("ф", "h"), ("х", "h"), ("в", "w"), ("ж", "zy"), ("дж", "zy"),
    ("ш", "sy"), ("ч", "ty"),
)  # fmt: skip
_PLAIN = str.maketrans("аибгдкмнопрстузл", "aibgdkmnoprstuzr")


def reads_japanese(han: str, other: Spelled) -> Score:
    """Whether a name in another script is a reading of a Japanese name in characters; high or nothing."""
    words = _words(other)
    if len(words) != 2 or not 2 <= len(han) <= _LONGEST:
        return _NOT
    exact = other.script in _LETTER_FOR_LETTER
    for known, surname, givens in _parted(same(han)):
        for heard_surname, heard_given in (words, words[::-1]):
            if not _said(surname, heard_surname, other, exact):
                continue
            if any(_said(given, heard_given, other, exact) for given in givens()):
                return Score(_VALUE[known] if exact else SAME + 0.05, "the characters read in Japanese")
    return _NOT


def surname_readings(han: str) -> tuple[str, ...]:
    """How the listed surnames at the head of a name in characters are read."""
    form = same(han)
    return tuple(reading for cut in (1, 2, 3) if cut < len(form) for reading in surnames().get(form[:cut], ()))


_LONGEST = 6
_NOT = Score(0.0, "no Japanese reading of the characters")


def _said(reading: str, heard: str, other: Spelled, exact: bool) -> bool:
    if exact:
        return _one_way(reading) == heard
    return alike(reading, heard, other.heard) >= _HEARD


@lru_cache(maxsize=8192)
def _one_way(word: str) -> str:
    for old, new in _ONE_WAY:
        word = old.sub(new, word)
    return re.sub(r"(.)\1", r"\1", word)


def _words(other: Spelled) -> tuple[str, ...]:
    if other.script == "cyrillic":
        made = []
        for word in other.marked or ():
            for old, new in _POLIVANOV:
                word = word.replace(old, new)
            made.append(_one_way(word.translate(_PLAIN)))
        return tuple(made)
    return tuple(map(_one_way, other.words)) if other.script in _LETTER_FOR_LETTER else other.words


def _parted(han: str) -> Iterator[tuple[bool, str, _Givens]]:
    """Every way to part and read the surname: whether it is listed, its reading, and the readings of what is left."""
    for cut in range(min(3, len(han) - 1), 0, -1):
        listed = surnames().get(han[:cut], ())
        for reading in dict.fromkeys((*listed, *(islice(_read(han[:cut]), _MOST) if cut <= 2 else ()))):
            yield reading in listed, reading, _Givens(han[cut:])


class _Givens:
    """The readings of a given name, made when they are asked for."""

    def __init__(self, characters: str) -> None:
        self._characters = characters

    def __call__(self) -> Iterator[str]:
        return islice(_read(self._characters), _MOST)


def _read(characters: str) -> Iterator[str]:
    pairs = [read(characters[i : i + 2]) for i in range(len(characters) - 1)]
    for i, whole in enumerate(pairs):
        for middle in whole:
            for head in _read(characters[:i]) if i else ("",):
                for tail in _read(characters[i + 2 :]) if characters[i + 2 :] else ("",):
                    yield head + middle + tail
    for parts in product(*(_voiced(char, i) for i, char in enumerate(characters))):
        yield "".join(parts)


@lru_cache(maxsize=4096)
def _voiced(char: str, at: int) -> tuple[str, ...]:
    """The readings of a character; behind another one its first sound may be voiced: fumi, Hirobumi."""
    readings = read(char)
    voiced = (_VOICED[each[0]] + each[1:] for each in readings if at and each[0] in _VOICED and each[:2] not in _NEVER)
    return tuple(dict.fromkeys((*readings, *voiced)))


_VOICED = {"h": "b", "f": "b", "k": "g", "s": "z", "t": "d"}
_NEVER = frozenset({"sh", "ts"})
