"""Thai: a word in plain Latin letters, by the sounds that its letters stand for; silent letters and tones left out."""

from __future__ import annotations

import re

_TONES = str.maketrans("", "", "่้๊๋็ํๆฯ")
# Native words leave such a letter unsaid; the foreign name that is written so may well say it.
_SILENT = re.compile("[ก-ฮ][ิุ]?์")
_CLOSED = re.compile("([ก-ฮ])([ก-ฮ])$")
# Vowels that stand around a consonant, here behind it: written so, read so.
_AROUND = (
    ("ญ(?![ะ-ู])", "น"), ("เ([ก-ฮ][ก-ฮ]?)ียะ?", r"\1ia"), ("เ([ก-ฮ][ก-ฮ]?)ือะ?", r"\1ua"),
    ("เ([ก-ฮ][ก-ฮ]?)าะ", r"\1o"), ("เ([ก-ฮ]{1,2}?)า", r"\1ao"),
    ("เ([ก-ฮ][ก-ฮ]?)อะ?", r"\1oe"), ("เ([ก-ฮ][รลว]?)ิ", r"\1oe"), ("แ([ก-ฮ])ะ?", r"\1ae"),
    ("เ([ก-ฮ])ะ?", r"\1e"),
    ("โ([ก-ฮ])ะ?", r"\1o"), ("[ใไ]([ก-ฮ])ย?", r"\1ai"), ("ัวะ?", "ua"), ("รร(?=[ก-ฮ])", "a"),
    ("รร", "an"),
    ("ห(?=[งญนมยรลว][ะ-ูa-z])", ""), ("ฤๅ?", "ri"), ("ำ", "am"),
)  # fmt: skip
# Capitals stand for several sounds, as in `sounds`.
_LETTERS = str.maketrans({
    "ก": "Q", "ข": "k", "ค": "k", "ฆ": "k", "ง": "ng", "จ": "O", "ฉ": "U", "ช": "U", "ฌ": "U", "ซ": "s", "ญ": "y",
    "ฎ": "d", "ฏ": "M", "ฐ": "t", "ฑ": "t", "ฒ": "t", "ณ": "n", "ด": "d", "ต": "M", "ถ": "t", "ท": "t", "ธ": "t",
    "น": "n", "บ": "b", "ป": "N", "ผ": "p", "ฝ": "f", "พ": "p", "ฟ": "f", "ภ": "p", "ม": "m", "ย": "y", "ร": "r",
    "ล": "l", "ว": "w", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h", "ฬ": "l", "อ": "", "ฮ": "h", "ะ": "a", "ั": "a",
    "า": "a", "ิ": "i", "ี": "i", "ึ": "u", "ื": "u", "ุ": "u", "ู": "u", "ๅ": "",
})  # fmt: skip
_VOWELLED = re.compile("อ(?=$|[ก-ฮ])")


def thai(word: str, silent: bool = False) -> str:
    """The word in Latin letters, with its silent letters or without."""
    word = word.translate(_TONES)
    word = word.replace("์", "") if silent else _SILENT.sub("", word)
    for old, new in _AROUND:
        word = re.sub(old, new, word)
    word = _CLOSED.sub(r"\1o\2", word) if len(word) > 2 else word
    word = _VOWELLED.sub("o", word[:1] + word[1:]) if word[:1] != "อ" else word[:1] + _VOWELLED.sub("o", word[1:])
    made = word.translate(_LETTERS)
    return "".join(char for char in made if char.isascii() and char.isalpha())
