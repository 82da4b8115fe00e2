"""How each language writes a counted noun: where it stands beside its number, and where the verb stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Writing:
    """`head_last`: of several nouns the last is counted ("Turkish school teachers").

    `left`: the noun may stand before the number ("活動家6人"). `verb_last`: the verb follows what it acts on.
    `code_counts`: the word for "number" may stand before a count ("số 18 vụ", 18 cases).
    `words` and `chars` bound the gap between a number and its noun.
    """

    head_last: bool = False
    left: bool = False
    verb_last: bool = False
    code_counts: bool = False
    words: int = 4
    chars: int = 60


_ROMANCE = Writing()
WRITINGS: dict[str, Writing] = {
    "en": Writing(head_last=True, words=5),
    "de": Writing(head_last=True, words=4),
    "es": _ROMANCE,
    "fr": _ROMANCE,
    "vi": Writing(code_counts=True),
    "ru": _ROMANCE,
    "ar": _ROMANCE,
    "fa": Writing(verb_last=True),
    "tr": Writing(head_last=True, verb_last=True),
    "ko": Writing(head_last=True, left=True, verb_last=True, chars=24),
    "ja": Writing(head_last=True, left=True, verb_last=True, chars=16),
    "zh": Writing(head_last=True, left=True, chars=16),
}


def writing_of(language: str) -> Writing:
    """The writing of a language; that of English where it is unknown."""
    return WRITINGS.get(language, WRITINGS["en"])
