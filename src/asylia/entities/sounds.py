"""Sounds: what the letters of a name may stand for, whatever language spelled it, and how far two sounds lie apart.

A letter stands for a set of sounds, because nobody says which language's habits a spelling follows: "j" may be the
sound of Jamal, of Jelzin or of Javier. Two letters are as far apart as the nearest two of their sounds.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Letters and letter groups, longest first, with the sounds they may stand for. "S" is the sh of she, "Z" the s of
# measure, "C" the ch of cheese, "J" the j of jam, "c" the zz of pizza, "x" the ch of loch, "N" the ng of sing,
# "T" the th of thin, "y" the y of yes, "@" any weak vowel.
_LETTERS = {
    "schtsch": "S", "shch": "S", "chtch": "S", "tsch": "C", "dsch": "J", "dzh": "J", "chzh": "J", "tch": "C",
    "sch": "S", "sh": "S", "ch": "CSx", "zh": "ZJ", "kh": "xh", "gh": "gx", "th": "Tt", "dh": "dz", "ph": "fp",
    "bh": "b", "jh": "J", "ts": "cC", "tz": "c", "dz": "zJc", "dj": "J", "tj": "C", "ng": "N", "nQ": "N",
    "tsz": "zJc", "tsh": "CJ", "ck": "k", "cqu": "k", "rzE": "Z", "yY": "gy", "qQ": "gh", "aA": "ao", "gE": "gJZ",
    "dsE": "zJcd", "eau": "o", "cz": "C", "sz": "Ss",
    "qu": "k", "rz": "Z", "ou": "uo", "oo": "u", "ee": "i", "eu": "eou", "ae": "ea", "oe": "oe",
    "ue": "ue", "ei": "ea", "ai": "ae", "ay": "ae", "ey": "ei", "ie": "ie",
    "yi": "i", "wu": "u", "yy": "i",
    "eo": "o", "a": "a", "b": "b", "c": "kscC", "d": "d", "e": "e", "f": "f", "g": "g", "h": "hx",
    "i": "i", "j": "JyZi", "k": "k", "l": "l", "m": "m", "n": "n", "o": "o", "p": "p", "q": "kCg", "r": "r",
    "s": "sz", "t": "t", "u": "u", "v": "vf", "w": "wv", "x": "XSsx", "y": "yi", "z": "zcs",
    # Letters of Arabic and Hebrew that stand for several sounds.
    "W": "uovw", "Y": "iye", "A": "ae@", "E": "eaiou", "H": "hae", "S": "Ss", "B": "bvp", "P": "pfv", "K": "kx",
    "X": "xk",
    "G": "JgZ", "Q": "gk", "T": "Ts", "D": "dz", "C": "C", "J": "JZ",
    # Letters of Thai, and initials of Chinese as foreign names are written in it.
    "O": "JCc", "U": "CSJ", "M": "td", "N": "pb", "L": "lr", "Z": "ZJzd", "I": "JgkyZcz", "V": "SshkX", "F": "hxgkw",
    "R": "CkSt",
}  # fmt: skip
_UNIT = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=lambda unit: (-len(unit), unit))))

_SOFT = re.compile("(?<!n)g(?=[eiy])")  # the g of Roger, which is that of Gerhard too
_GERMAN = re.compile("ds(?=[aeiou])")  # for a dz

VOWELS = frozenset("aeiou@")
WEAK = frozenset("hyw@")
_NEAR = (
    ("pb", 0.25), ("td", 0.25), ("kg", 0.25), ("sz", 0.15), ("fv", 0.15), ("SZ", 0.25), ("CJ", 0.4), ("pf", 0.4),
    ("bv", 0.3), ("pv", 0.5), ("bf", 0.5), ("bw", 0.5), ("fw", 0.4), ("vw", 0.05), ("wu", 0.1), ("vu", 0.5),
    ("wo", 0.3), ("tT", 0.15), ("sT", 0.3), ("dT", 0.35), ("fT", 0.5), ("zT", 0.5), ("kx", 0.35), ("gx", 0.4),
    ("hx", 0.1), ("kh", 0.7), ("gh", 0.6), ("sS", 0.4), ("zZ", 0.3), ("ZJ", 0.15), ("SC", 0.3), ("sC", 0.5),
    ("cC", 0.3), ("cs", 0.35), ("ct", 0.4), ("cz", 0.3), ("cJ", 0.5), ("zJ", 0.4), ("yJ", 0.4), ("yZ", 0.5),
    ("yi", 0.05), ("ye", 0.3), ("lr", 0.35), ("nN", 0.9), ("nm", 0.45), ("mN", 0.5), ("gN", 0.4), ("ln", 0.6),
    ("dz", 0.45), ("dJ", 0.55), ("tC", 0.5), ("tJ", 0.6), ("kC", 0.6), ("gJ", 0.5), ("Xk", 0.4), ("Xs", 0.4),
    ("XS", 0.5), ("xS", 0.5), ("ZS", 0.25), ("JS", 0.45), ("rZ", 0.5), ("fh", 0.5),
    ("ae", 0.35), ("ao", 0.4), ("ai", 0.6), ("au", 0.6),
    ("ei", 0.35), ("eo", 0.5), ("eu", 0.6), ("io", 0.6), ("iu", 0.5), ("ou", 0.2), ("Aa", 0.1), ("Uu", 0.1),
    ("Ae", 0.4), ("Ao", 0.4), ("Ai", 0.5), ("AU", 0.6), ("Ui", 0.5), ("Uo", 0.4),
)  # fmt: skip
_FAR = {frozenset(pair): value for pair, value in _NEAR}


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word in plain letters: one set of sounds, written as a string, for each letter or group."""
    found: list[str] = []
    word = _SOFT.sub("gE", _GERMAN.sub("dsE", word))
    for unit in _UNIT.findall(word):
        made = _LETTERS[unit]
        if not found or found[-1] != made:
            found.append(made)
    return tuple(found)


@lru_cache(maxsize=8192)
def apart(left: str, right: str) -> float:
    """How far two sets of sounds lie apart, from 0 to 1: as far as their nearest members."""
    return min(_one(a, b) for a in left for b in right)


def _one(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if "@" in (a, b):
        return 0.2 if {a, b} & VOWELS - {"@"} else 1.0
    return _FAR.get(frozenset((a, b)), 0.75 if a in VOWELS and b in VOWELS else 1.0)


@lru_cache(maxsize=8192)
def dropped(sound: str) -> tuple[float, float]:
    """What it costs to leave a sound out: between two scripts, and within one."""
    if sound[0] in VOWELS or sound[0] in "AU":
        return 0.4, 0.6
    if sound[0] in WEAK:
        return 0.3, 0.55
    return 1.0, 1.0
