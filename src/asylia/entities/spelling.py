"""Spelling: names as Latin letters, and the coarser forms in which transliterations of one name agree."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from asylia.language.fold import fold

# Titles and forms of address that stand before or after a name and are no part of it.
_ADDRESS = """mr mrs ms miss dr prof sir lord lady herr frau m mme mlle sr sra don dona doña ông bà anh chị cô sayın bay
bayan bey hanım г господин госпожа آقای خانم السيد السيدة الشيخ الدكتور أستاذ"""
_TITLES = frozenset(_ADDRESS.split())
_JOINING = """al el ul an ar as at ad ash az bin bint ibn ben abu abou umm abd von van der den de del della di da dos du
la le ter zu"""
PARTICLES = frozenset(_JOINING.split())
_SUFFIXES = re.compile(r"(?:先生|女士|小姐|氏|さん|君|容疑者|被告|대표|씨|님|선생)$")
_BREAK = re.compile(r"[\s.,;:·・‧•｡＝=()（）\-‐‑–—_/]+")
_VOWELS = str.maketrans("", "", "aeiouyw")
_LATIN = {
    "đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ə": "e", "Ə": "E", "æ": "ae",
    "ð": "d", "þ": "th",
}  # fmt: skip

# From the most specific to the most general: what is one sound under several spellings.
_SOUNDS = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"chzh|dzh|dsch|dj|zh|dž", "j"), (r"shch|schtsch|chtch", "s"), (r"tsch|tch|tx|ch|cz|q(?!u)|č|ç", "c"),
        (r"sch|sh|hs|x|ş|š|sz", "s"), (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"kh|ch", "h"), (r"gh|ğ", "g"),
        (r"ck|qu|q|k", "k"), (r"ts|tz|z(?=s)", "c"), (r"ng", "n"), (r"w", "v"), (r"j(?=i?[aou])", "j"),
        (r"ou|oo|u+", "u"), (r"ee|ie|iy|ij|yi|y", "i"), (r"ae|ai|ei|ay|ey", "e"), (r"oe|eo|oh", "o"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_CLASSES = (
    ("ng(?![aeiouy])", "N"), ("chzh|dzh|zh|tsch|tch|sch|shch|sh|ch|th(?=e?[aiou])|ts|tz|hs|ks", "S"),
    ("kh|gh|ck|qu", "K"), ("ph", "F"),
    ("[bp]", "P"), ("[vf]", "F"), ("[dt]h?", "T"), ("[gkqc]", "K"), ("[jszx]", "S"), ("[lr]", "L"),
    ("m", "M"), ("n", "N"), ("[h'`]", ""),
)  # fmt: skip
_SKELETON = tuple((re.compile(pattern), made) for pattern, made in _CLASSES)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name's words in Latin letters, in order; whether its script leaves vowels out; its Han characters, if any."""

    words: tuple[str, ...]
    vowels: bool
    han: str | None
    script: str

    @property
    def joined(self) -> str:
        """All words without a break."""
        return "".join(self.words)


@lru_cache(maxsize=65536)
def spelled(name: str) -> Spelled:
    """A name without titles, ready to be compared."""
    text = unicodedata.normalize("NFC", _SUFFIXES.sub("", name.strip()))
    words = [word for word in _BREAK.split(text) if word and fold(word) not in _TITLES]
    script = _script(text)
    latin = tuple(filter(None, (_latin(word) for word in words)))
    han = "".join(words) if script == "han" and not any("\u3040" <= char <= "\u30ff" for char in text) else None
    return Spelled(latin, script not in ("arabic", "hebrew"), han, script)


def _script(text: str) -> str:
    for char in text:
        if not char.isalpha():
            continue
        name = unicodedata.name(char, "")
        if name.startswith("CJK"):
            return "han"
        return name.split(" ")[0].casefold()
    return "none"


def _latin(word: str) -> str:
    plain = "".join(_LATIN.get(char, char) for char in unicodedata.normalize("NFD", word))
    plain = "".join(_LATIN.get(char, char) for char in plain if not unicodedata.combining(char) or not char.isascii())
    return "".join(char for char in anyascii(unicodedata.normalize("NFC", plain)).lower() if "a" <= char <= "z")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The coarse form in which spellings of one sound agree: "Khashoggi" and "Hashogi", "Zhang" and "Chzhan"."""
    for pattern, made in _SOUNDS:
        word = pattern.sub(made, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The classes of its consonants: all that scripts without vowels agree on."""
    word = re.sub(r"(.)\1+", r"\1", word)
    for pattern, made in _SKELETON:
        word = pattern.sub(made, word)
    return re.sub(r"([A-Z])\1+", r"\1", word.translate(_VOWELS))
