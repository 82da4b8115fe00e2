"""How syllables of Mandarin, Cantonese and Korean are spelled in other scripts: tables made from `syllables.toml`.

Each system has a pivot, one writing in which a syllable has one form: Pinyin, Jyutping, Hangul. A spelling maps to
every pivot that it may stand for, with a number that says how unusual that spelling is.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, TypeAlias

from asylia.lexicon.han import same

Table: TypeAlias = Mapping[str, Mapping[str, float]]
RARE = 0.02  # what each step down a list of spellings says
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST = 0xAC00
_SILENT = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")  # the South drops an r at the head of a word before these


@dataclass(frozen=True, slots=True)
class Jamo:
    """Spellings of the parts of a Korean syllable in one script: spelling → letter → how unusual; and of whole ones."""

    initials: Table
    vowels: Table
    codas: Table
    whole: Table
    surnames: Table


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("asylia.lexicon").joinpath("syllables.toml").read_text("utf-8"))


def _listed(rows: Mapping[str, str]) -> Table:
    """Spelling → what it stands for, from what is spelled → its spellings."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for pivot, forms in rows.items():
        for rank, form in enumerate(forms.split(" ")):
            found[form.strip("'")].setdefault(pivot, rank * RARE)
    return dict(found)


@lru_cache(maxsize=1)
def pinyin() -> frozenset[str]:
    """Every syllable of Pinyin, without tones."""
    finals = _data()["mandarin"]["finals"]
    made = {initial.strip("'") + final for final, initials in finals.items() for initial in initials.split(" ")}
    return frozenset(made | set(_data()["mandarin"]["hangul"]["whole"]))


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """The common surnames of China in Pinyin."""
    return frozenset(_data()["mandarin"]["surnames"].split())


@lru_cache(maxsize=1)
def surname_characters() -> frozenset[str]:
    """The characters that surnames of China, Korea and Vietnam are written with, variants made one."""
    return frozenset(same(_data()["mandarin"]["characters"])) - {"\n"}


@lru_cache(maxsize=2)
def hokkien(part: str) -> Table:
    """Spelling of Min and Hakka → Pinyin of the same characters, of "surnames" or of "given" names."""
    rows = _data()["mandarin"]["hokkien"][part]
    return {form: {pinyin: i * RARE for i, pinyin in enumerate(row.split(" "))} for form, row in rows.items()}


@lru_cache(maxsize=8)
def mandarin(script: str) -> Table:
    """Spelling → Pinyin, in "latin" (Pinyin itself), "wade", "cyrillic" or "hangul"."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    if script == "latin":
        for syllable in sorted(pinyin()):
            found[syllable.replace("v", "u")][syllable] = 0.0
        return dict(found)
    rules = _data()["mandarin"][script]
    for syllable in sorted(pinyin()):
        for rank, form in enumerate(_made(syllable, rules, script)):
            found[form].setdefault(syllable, rank * RARE)
    return dict(found)


@lru_cache(maxsize=1)
def surname_spellings() -> Table:
    """Spellings of Chinese surnames in Latin letters that no system has."""
    return _listed(_data()["mandarin"]["wade"]["surnames"])


def _made(syllable: str, rules: Mapping[str, Any], script: str) -> tuple[str, ...]:
    if syllable in rules["whole"]:
        return tuple(rules["whole"][syllable].split(" "))
    initial = next((each for each in ("zh", "ch", "sh") if syllable.startswith(each)), syllable[0])
    if initial not in _data()["mandarin"]["initials"].split(" "):
        initial = ""
    final = syllable[len(initial) :]
    spelled = rules["initials"].get(initial or "'", initial).strip("'")
    finals = rules["finals"].get(final, final).split(" ")
    if script == "hangul":
        return tuple(_joined(spelled or "ㅇ", each) for each in finals)
    return tuple(spelled + each for each in finals)


def _joined(initial: str, final: str) -> str:
    """An initial put before a final that is written with the silent letter; ㅈ ㅉ ㅊ swallow the y."""
    _, vowel, coda = apart(final[0])
    if initial in "ㅈㅉㅊ":
        vowel = {"ㅑ": "ㅏ", "ㅒ": "ㅐ", "ㅕ": "ㅓ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}.get(vowel, vowel)
    return _block(initial, vowel, coda) + final[1:]


def apart(syllable: str) -> tuple[str, str, str]:
    """The letters of a Hangul syllable; the coda is a space where there is none."""
    code = ord(syllable) - _FIRST
    return INITIALS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


def together(initial: str, vowel: str, coda: str = " ") -> str:
    """The Hangul syllable of three letters, as it stands in a pivot: an r that the South drops is dropped."""
    return _block("ㅇ" if initial == "ㄹ" and vowel in _SILENT else initial, vowel, coda)


def _block(initial: str, vowel: str, coda: str) -> str:
    return chr(_FIRST + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + CODAS.index(coda))


@lru_cache(maxsize=1)
def cantonese() -> Table:
    """Spelling in Latin letters as in Hong Kong → Jyutping."""
    rules = _data()["cantonese"]["latin"]
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for initial, heads in rules["initials"].items():
        for final, tails in rules["finals"].items():
            syllable = initial.strip("'") + final
            for i, head in enumerate(heads.split(" ")):
                for j, tail in enumerate(tails.split(" ")):
                    found[head.strip("'") + tail].setdefault(syllable, (i + j) * RARE)
    for syllable, forms in rules["whole"].items():
        for rank, form in enumerate(forms.split(" ")):
            found[form][syllable] = min(rank * RARE, found[form].get(syllable, 1.0))
    return dict(found)


@lru_cache(maxsize=4)
def korean(script: str) -> Jamo:
    """Spellings of Korean in "latin", "cyrillic" or "katakana" (its kana in Latin letters)."""
    rules = _data()["korean"][script]
    return Jamo(*(_listed(rules[name]) for name in ("initials", "vowels", "codas", "whole", "surnames")))


@lru_cache(maxsize=1)
def korean_surnames() -> frozenset[str]:
    """The common surnames of Korea in Hangul."""
    return frozenset(together(*apart(char)) for char in _data()["korean"]["surnames"])
