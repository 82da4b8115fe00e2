"""Turkish verbs by their stem: "kaçır~" stands for the forms in which a text tells of the act.

Endings follow the last vowel of the stem and harden behind a voiceless consonant; "et" and its compounds soften before
a vowel ("ediyor"). Which forms are meant depends on the row: what has happened, what is named ("noun"), what is yet to
be ("bare"), and, for words of speech and stance, whoever says it now as well. Negations are never among them.
"""

from __future__ import annotations

from collections.abc import Iterable

MARK = "~"
_VOWELS = "aıoueiöü"
_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_VOICELESS = "fstkçşhp"
_SOFTENS = ("et", "git", "güt", "tat")  # as a word of their own, or fused: kaybet, hapset
_FUSED = ("kaybet", "hapset", "katlet", "reddet", "affet", "haczet", "zannet", "sabret", "hisset", "addet")
_SPOKEN = frozenset({"speech", "stance"})


def spelled_out(kind: str, tags: Iterable[str], forms: Iterable[str]) -> list[str]:
    """The forms with every stem ("kaçır~") replaced by its inflected forms; other forms as they are."""
    made: list[str] = []
    held = frozenset(tags)
    for form in forms:
        if not form.endswith(MARK):
            made.append(form)
        elif kind in _SPOKEN:
            made += _said(form.removesuffix(MARK))
        elif "noun" in held:
            made += _named(form.removesuffix(MARK))
        elif "bare" in held:
            made += _to_come(form.removesuffix(MARK))
        else:
            made += _told(form.removesuffix(MARK))
    return made


def _harmony(stem: str) -> tuple[str, str, str, str]:
    """The open and the high vowel of the endings, the consonant of the past, and the stem before a vowel."""
    last = next(char for char in reversed(stem) if char in _VOWELS)
    hard = "t" if stem[-1] in _VOICELESS else "d"
    word = stem.rsplit(" ", 1)[-1]
    if stem[-1] in _VOWELS:
        before = f"{stem}y"
    elif word in _SOFTENS or word in _FUSED:
        before = f"{stem[:-1]}d"
    else:
        before = stem
    return ("a" if last in "aıou" else "e"), _HIGH[last], hard, before


def _told(stem: str) -> list[str]:
    """kaçırdı…, kaçıran, kaçıranlar…, kaçırarak, kaçırıp, kaçırmış…"""
    a, i, d, before = _harmony(stem)
    people = f"{before}{a}nl{a}r*"
    return [f"{stem}{d}{i}*", f"{before}{a}n", people, f"{before}{a}r{a}k", f"{before}{i}p", f"{stem}m{i}ş*"]


def _named(stem: str) -> list[str]:
    """kaçırması…, kaçırmalar…"""
    a, _, _, _ = _harmony(stem)
    return [f"{stem}m{a}s{_HIGH[a]}*", f"{stem}m{a}l{a}r*"]


def _to_come(stem: str) -> list[str]:
    """kaçıracak…, kaçıracağı…, kaçırmak"""
    a, _, _, before = _harmony(stem)
    return [f"{before}{a}c{a}k*", f"{before}{a}c{a}ğ{_HIGH[a]}*", f"{stem}m{a}k"]


def _said(stem: str) -> list[str]:
    """kınadı, kınadılar, kınamış, kınamıştı, kınıyor, kınıyorlar, kınayan, kınayıp, kınayarak, kınarken"""
    a, i, d, before = _harmony(stem)
    open_stem = stem[-1] in _VOWELS
    now = f"{stem[:-1]}{_HIGH[_last_vowel(stem[:-1])]}yor" if open_stem else f"{before}{i}yor"
    past, seen = f"{stem}{d}{i}", f"{stem}m{i}ş"
    return [
        past, f"{past}l{a}r", seen, f"{seen}t{i}", now, f"{now}lar", f"{now}du",
        f"{before}{a}n", f"{before}{i}p", f"{before}{a}r{a}k",
    ]  # fmt: skip


def _last_vowel(stem: str) -> str:
    return next(char for char in reversed(stem) if char in _VOWELS)
