"""Folding: the form in which words are compared, one character for one, so that offsets stay good."""

from __future__ import annotations

import re
from unicodedata import decimal, normalize

_SAME = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    # Arabic and Persian letters that are written in several ways for one word.
    "ك": "ک", "ي": "ی", "ى": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ۀ": "ه", "ؤ": "و",
}  # fmt: skip


def _fold_char(char: str) -> str:
    same = _SAME.get(char)
    if same is not None:
        return same
    if char.isdecimal():
        return str(decimal(char))  # ٣ and ۳ are 3
    for form in (normalize("NFKC", char).casefold(), char.casefold(), char.lower()):
        if len(form) == 1:
            return _SAME.get(form, form)
    # "İ" lowers to two characters, "ß" folds to two, "ﬁ" opens to two: one place, one character.
    return char.lower()[0] if char.lower() else char


class _Folded(dict[int, str]):
    """Every character that was met so far, by its code point, and its folded form."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text for comparison: case, width, digits, odd spaces, quotes and dashes made one; `len` unchanged.

    Diacritics and simplified or traditional forms are kept: they tell words apart.
    """
    if text.isascii():
        return text.lower().replace("`", "'").replace("\t", " ")
    return text.translate(_FOLDED)


# Vietnamese writes one syllable in two ways: the tone on the first vowel or the second (hòa, hoà), and i or y behind
# some consonants (tị nạn, tỵ nạn). Only open syllables vary: "toán" has one spelling.
_TONES = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "òóỏõọòóỏõọùúủũụ", strict=True))
_BASES = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))
_LATE_TONE = re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])|(?<!q)u[ỳýỷỹỵ](?![^\W\d_])")
_Y_FOR_I = re.compile(r"(?<![^\W\d_])[hklmst][ỳýỷỹỵ](?![^\W\d_])")
_I_FOR_Y = dict(zip("ỳýỷỹỵ", "ìíỉĩị", strict=True))


def respelled(folded: str, language: str | None) -> str:
    """Folded text in the one spelling that words are looked up in, where a language has several; `len` unchanged."""
    if language == "tr":
        return folded.replace("ı", "i")  # capitals of Turkish fold to either
    if language != "vi" or folded.isascii():
        return folded
    early = _LATE_TONE.sub(lambda found: _TONES[found[0][1]] + _BASES[found[0][1]], folded)
    return _Y_FOR_I.sub(lambda found: found[0][0] + _I_FOR_Y[found[0][1]], early)
