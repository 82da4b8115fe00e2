"""Words for full text: what is indexed and what is asked pass the same cutting, whatever the script.

SQLite's `unicode61` splits at what is no letter, so a Chinese sentence would be one word, and its `trigram`
finds no word of two characters. Here scripts that write words together (and Korean, whose particles hang on)
become overlapping pairs of characters; Arabic script loses vowel signs, spelling variants and the article;
Latin, Greek and Cyrillic lose case and accents. What comes out is plain words with spaces between.
"""

from __future__ import annotations

import re
import unicodedata

_PAIRED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_PIECE = re.compile(rf"([{_PAIRED}]+)|([^\W_{_PAIRED}]+)")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ـ": None, "ı": "i"}
)
_ARTICLE = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(?=.{3})")
_VOICED = "\u3099\u309a"  # the marks that make GA of KA: letters of their own


def words(text: str) -> str:
    """The text's index words, in order, with single spaces between.

    >>> words("Die Polizei verhört 警察署で")
    'die polizei verhort 警察 察署 署て て'
    """
    cut: list[str] = []
    for paired, plain in _PIECE.findall(_folded(text)):
        if paired:
            cut += [paired[i : i + 2] for i in range(len(paired))]
        else:
            cut.append(_ARTICLE.sub("", plain, count=1) if _ARABIC.match(plain) else plain)
    return " ".join(cut)


def question(text: str) -> str | None:
    """The full-text query that finds the documents holding all of these words; None where there is no word.

    What stands in double quotes is looked for as a phrase. A run of paired script is a phrase by itself. Every
    word is quoted, so that no text is taken for an operator of the query language.
    """
    phrases: list[str] = []
    for index, part in enumerate(text.split('"')):
        quoted = index % 2 == 1
        terms = [_phrase(part)] if quoted else [_phrase(word) for word in _PIECE.split(_folded(part)) if word]
        phrases += [term for term in terms if term]
    return " AND ".join(phrases) or None


def _phrase(text: str) -> str:
    cut = words(text).split(" ")
    if len(cut) == 1 and len(cut[0]) == 1 and _is_paired(cut[0]):
        return f'"{cut[0]}" *'  # one character: every pair that begins with it
    if len(cut) > 1 and len(cut[-1]) == 1 and _is_paired(cut[-1]):
        cut = cut[:-1]  # the last character alone closes a run in the index, not within it
    return f'"{" ".join(cut)}"' if cut[0] else ""


def _is_paired(char: str) -> bool:
    return re.match(f"[{_PAIRED}]", char) is not None


class _Folding(dict[int, str]):
    """Character → how it is compared; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", chr(code)).casefold())
        kept = "".join(char for char in plain if not unicodedata.combining(char) or char in _VOICED)
        self[code] = folded = unicodedata.normalize("NFC", kept).translate(_VARIANTS)
        return folded


_FOLDING = _Folding()


def _folded(text: str) -> str:
    """Case, accents and width away; compatibility forms and Arabic variants to one letter."""
    return unicodedata.normalize("NFC", text.translate(_FOLDING))
