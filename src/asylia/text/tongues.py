"""Which language a text is written in: two detectors and the evidence of its letters.

Script settles what it can (Hangul is Korean, kana Japanese, Han alone Chinese); cld2 judges running text; py3langid,
which is slow to load, is asked only where cld2 is unsure or the text is short; what the page says of itself
breaks ties and is never believed alone against the letters.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from asylia.language.scripts import script_of

try:
    import pycld2
except ImportError:  # no wheel on some systems: an accelerator, not a requirement
    pycld2 = None

SAMPLE = 6_000
_SHORT = 60  # letters below which one detector's word is not enough
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ALIASES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "nn": "no", "tl": "fil"}
_LONG_CODES = frozenset({"ckb", "syr", "fil"})
# Letters that only one of several languages of a script uses.
_TELLING = {
    "fa": "پچژگکیۀ", "ur": "ٹڈڑںےہھ", "ug": "ەېۆۈۋڭ", "ps": "ټډړږښځڅۍ", "ckb": "ڕڵێۆ", "ar": "ةىيك", "ru": "ыэъё",
    "uk": "іїєґ", "be": "ўі", "bg": "ъ", "sr": "ђћџљњ", "kk": "әғқңөұүһ", "tr": "ğış",
    "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "de": "ßäöü", "es": "ñ¿¡", "fr": "çœèê", "pl": "łąężśź",
    "pt": "ãõ", "ro": "ășț",
}  # fmt: skip
_SCRIPT_OF = {
    "Hang": ("ko",), "Kana": ("ja",), "Hira": ("ja",), "Grek": ("el",), "Hebr": ("he", "yi"), "Thai": ("th",),
    "Armn": ("hy",), "Geor": ("ka",), "Tibt": ("bo", "dz"), "Laoo": ("lo",), "Khmr": ("km",), "Mymr": ("my",),
    "Ethi": ("am", "ti"), "Mong": ("mn",), "Deva": ("hi", "ne", "mr"), "Beng": ("bn", "as"), "Taml": ("ta",),
    "Telu": ("te",), "Knda": ("kn",), "Mlym": ("ml",), "Gujr": ("gu",), "Guru": ("pa",), "Sinh": ("si",),
    "Thaa": ("dv",), "Syrc": ("syr",), "Arab": ("ar", "fa", "ur", "ug", "ps", "ckb", "sd"),
    "Cyrl": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "uz", "ba", "ce", "cv", "os"),
}  # fmt: skip


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language most of the text is written in (the longer code where there is no short one).

    None where the text has no letters. Both writings of Chinese are "zh".
    """
    sample = _ODD.sub(" ", text[:SAMPLE])
    script, letters = _script(sample)
    if script is None:
        return None
    if script in ("Hani", "Hira", "Kana"):
        return _han(sample)
    allowed = _SCRIPT_OF.get(script, ())
    if len(allowed) == 1:
        return allowed[0]
    claimed = _code(declared)
    votes: Counter[str] = Counter()
    first, sure = _cld2(sample, claimed)
    votes[first] += 3 if sure else 1
    if claimed:
        votes[claimed] += 1
    for code, count in _telling(sample).items():
        votes[code] += 1 if count else 0
    if not sure or letters < _SHORT:
        votes[_langid(sample, allowed)] += 2
    votes = Counter({code: count for code, count in votes.items() if code and _fits(code, script, allowed)})
    if not votes:
        return allowed[0] if allowed else None
    return min(votes, key=lambda code: (-votes[code], code != claimed, code))


def _script(sample: str) -> tuple[str | None, int]:
    """The script most letters belong to; an East Asian letter counts for two of an alphabet's."""
    counts = Counter(script_of(char) for char in sample if char.isalpha())
    counts.pop("Zyyy", None)
    if not counts:
        return None, 0
    kana = counts["Hira"] + counts["Kana"]
    if kana and kana * 12 > counts["Hani"]:
        counts["Hira"] = kana + counts.pop("Hani", 0)
        counts.pop("Kana", None)
    for code in ("Hani", "Hira", "Hang"):
        counts[code] *= 2
    script = min(counts, key=lambda code: (-counts[code], code))
    return script, sum(counts.values())


def _han(sample: str) -> str:
    kana = sum(script_of(char) in ("Hira", "Kana") for char in sample)
    han = sum(script_of(char) == "Hani" for char in sample)
    return "ja" if kana * 12 > han else "zh"


def _fits(code: str, script: str, allowed: tuple[str, ...]) -> bool:
    if len(code) != 2 and code not in _LONG_CODES:
        return False
    if allowed:
        return code in allowed
    return (
        all(code not in codes for codes in _SCRIPT_OF.values()) and code not in ("zh", "ja", "ko")
        if script == "Latn"
        else True
    )


def _code(label: str | None) -> str | None:
    """ "en-US" → "en"; None for anything that is no language tag."""
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", (label or "").strip())
    if found is None:
        return None
    code = found.group().lower()
    return _ALIASES.get(code, code)


def _cld2(sample: str, claimed: str | None) -> tuple[str, bool]:
    """Cld2's first choice, and whether it is sure of it."""
    if pycld2 is None:
        return "", False
    try:
        reliable, _, found = pycld2.detect(sample, hintLanguage=claimed, bestEffort=True)
    except (pycld2.error, ValueError):
        return "", False
    code = found[0][1].split("-")[0]
    return _ALIASES.get(code, code) if code != "un" else "", bool(reliable) and found[0][2] >= 70


@lru_cache(maxsize=1)
def _engine() -> Any:
    import py3langid  # noqa: PLC0415 - heavy: a quarter of a second and numpy, needed for few pages

    return py3langid.rank


def _langid(sample: str, allowed: tuple[str, ...]) -> str:
    ranked = _engine()(sample[:1500])
    for code, _ in ranked:
        code = _ALIASES.get(code, code)
        if not allowed or code in allowed:
            return str(code)
    return ""


def _telling(sample: str) -> dict[str, int]:
    """Languages whose own letters occur and are not outnumbered by those of a neighbour."""
    counts = Counter(sample.lower())
    found = {code: sum(counts[char] for char in letters) for code, letters in _TELLING.items()}
    most = max(found.values(), default=0)
    return {code: count for code, count in found.items() if most and count == most and count * 150 > len(sample)}
