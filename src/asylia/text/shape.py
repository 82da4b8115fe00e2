"""The shape of a line: how long, how it ends, what it is made of. No vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from asylia.language.fold import fold

_UNSPACED = r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]+")
_WORD = re.compile(rf"[^\W{_UNSPACED}]+(?:['’.,\-][^\W{_UNSPACED}]+)*")
_CLOSERS = "\"'”’»›)]）】」』》〉″ \u202f"
# A full stop after a letter ends a sentence; "。" also ends one before a bracket closes.
_FINAL = re.compile(r"[.!?…。！？｡؟۔।॥။።։]+$")
_INNER = re.compile(r"[.!?؟۔][\"'”’»)]*\s+(?=[\"'“‘«(¿¡„]*[^\W\d_a-z])|[。！？][」』”’）]*(?=.)")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+"
    r"|(?:\+\d{1,3}[ .-]?)?(?:\(?\d{2,5}\)?[ .-]){1,4}\d{3,4}(?:[ .-]\d{2,4})*(?![\d-])"
)
_DAY = re.compile(r"\d{1,2}([./ -])\d{1,2}\1\d{4}|\d{4}([./ -])\d{1,2}")
_DIGITS = re.compile(r"\d+")
_NO_LETTER = re.compile(r"[\W_]+")
_MEASURED = 20_000  # characters
_SEPARATED = re.compile(r"\s*(?:[|｜>›»/·•・◆■]|&gt;|—{2,}|\t|\s{2,})\s*")
_BULLET = re.compile(
    r"(?:[-–—•·▪◦●○■□◆*►▶✓]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)、]+\)?|[（(]?[一二三四五六七八九十]{1,3}[)）、.．])\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures of one line of normalised text.

    `words` counts words, or, in writing without spaces, two thirds of the characters. `ends` whether it closes
    like a sentence; `inner` how many sentence ends lie inside; `small` the share of words that begin with
    a small letter (None in scripts without capitals); `digits` the share of digits among letters and digits.
    """

    text: str
    folded: str
    words: float
    ends: bool
    inner: int
    small: float | None
    digits: float
    contact: bool
    bullet: bool

    @property
    def sentence(self) -> bool:
        """Whether the line could stand in running text: it ends like a sentence and is no mere label."""
        return self.ends and self.words >= 3

    @property
    def prose(self) -> bool:
        """Whether it clearly is running text."""
        return self.words >= 25 or (self.ends and self.words >= 9) or (self.inner >= 2 and self.words >= 12)


def shape(text: str) -> Shape:
    """Measure one line. Of a line longer than any paragraph the first part stands for the whole."""
    return _remembered(text) if len(text) < 1_000 else _measured(text)


def _measured(text: str) -> Shape:
    head = text[:_MEASURED]
    share = len(text) / max(len(head), 1)
    unspaced = sum(len(run) for run in _UNSPACED_RUN.findall(head))
    words = _WORD.findall(head)
    lettered = [word for word in words if word[0].isalpha()]
    cased = [word for word in lettered if word[0].isupper() or word[0].islower()]
    digits = sum(map(len, _DIGITS.findall(head)))
    letters = sum(map(len, words)) + unspaced - digits
    bare = text[-60:].rstrip(_CLOSERS)
    ended = _FINAL.search(bare[-4:])
    return Shape(
        text=text,
        folded=fold(head),
        words=(len(words) + unspaced * 2 / 3) * share,
        ends=ended is not None and not _is_ellipsis_teaser(bare),
        inner=sum(1 for _ in _INNER.finditer(head[:4000])),
        small=sum(word[0].islower() for word in cased) / len(cased)
        if len(cased) >= len(lettered) / 2 and cased
        else None,
        digits=digits / max(letters + digits, 1),
        contact=len(text) < 400 and any(not _DAY.match(found.group()) for found in _CONTACT.finditer(text)),
        bullet=_BULLET.match(text) is not None,
    )


_remembered = lru_cache(maxsize=4_000)(_measured)


def _is_ellipsis_teaser(bare: str) -> bool:
    """ "The minister said that …": cut short by a machine, the mark of a teaser."""
    return bare.endswith(("[…]", "[...]", " ...", " …"))


def parts(raw: str) -> list[str]:
    """What separators ("|", ">", wide gaps) divide the raw line into."""
    return [part for part in _SEPARATED.split(raw.strip()) if part]


def is_menu(raw: str) -> bool:
    """Whether the line is a row of short labels: "News | Sport | Weather 4°C"."""
    found = parts(raw)
    if len(found) < 3:
        return False
    return all(shape(part).words <= 4 and not shape(part).ends for part in found)


def same_words(text: str) -> str:
    """Letters and digits of the folded text only: equal for lines that differ in punctuation and spacing."""
    return _NO_LETTER.sub("", fold(text))
