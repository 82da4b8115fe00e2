"""Joints: the little words in a name that join its parts, and parts that many write as one."""

from __future__ import annotations

import re

# Titles and forms of address that stand before or after a name and are no part of it.
_ADDRESS = """mr mrs ms miss dr prof sir lord lady herr frau m mme mlle sr sra don dona doña ông bà anh chị cô sayın bay
bayan bey hanım г господин госпожа آقای خانم السيد السيدة الدكتور أستاذ"""
TITLES = frozenset(_ADDRESS.split())
_JOINING = """al el ul an ar as at ad ash az er es et ed esh ez en bin bint ibn ben abu abou umm von van der den de
del della di da dos du
la le ter zu Bn Al El fon PWn dYr dr dea deo pon dA dY dl"""
PARTICLES = frozenset(_JOINING.split())
_SMALL = "al El as bin ibn ben bint Bn Al bun da fon PWn dYr dr dea deo pon dA dY di del dl"
_CASELESS = frozenset(_SMALL.split())  # those that scripts without capitals have
CHAINS = frozenset({"bin", "bint", "ibn", "ben", "Bn"})
WITHIN = CHAINS | {"al", "el"}  # those that many write large within a name: Hamad Al Thani
_FATHER_OF = frozenset({"abu", "abul", "abou", "aboul", "abol", "abo", "ebu", "ebul"})
# Rahman, behind "-ur" in names of Bengal: Ziaur Rahman.
_MERCIFUL = re.compile(
    "(?:[rl](?:aA|[ae])*(?:kh|h|X)?(?:aA|a)*m(?:aA|[ae])*n|rhmn|r[ae]khman|rahuman|[rl]ahaman)(?:i|Y)?$"
)
_SERVANT = re.compile(r"([aeE]m?[bB]d)(?:[aeiouW]{1,2}l|Al)?\Z")
_SERVANT_OF = re.compile(r"([aeE]m?[bB]d)(?:[aeiouW]{1,2}l|Al)(?=\w{2})")
_FAITH = re.compile(r"(?:[aeiou]?dd?)?(?:din|deen|dine|dYn)\Z")


def servants(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names of two words that many write as one: Abd al-Fattah, Abdel Fattah, Abdulfattah; Salah ad-Din."""
    made: list[tuple[str, str]] = []
    for spelled_so, word in pairs:
        form = "abu" if spelled_so in _FATHER_OF else _SERVANT_OF.sub(r"\1", spelled_so)
        if made and _SERVANT.match(made[-1][0]):
            if spelled_so in PARTICLES:
                continue
            made[-1] = (_SERVANT.sub(r"\1", made[-1][0]) + form, made[-1][1] + word)
        elif len(made) > 1 and made[-1][0] in PARTICLES and _FAITH.match(form):
            made[-2:] = [(made[-2][0] + form, made[-2][1] + word)]
        elif made and form == "dYn":
            made[-1] = (made[-1][0] + form, made[-1][1] + word)
        else:
            if made and _MERCIFUL.match(form):
                made[-1] = (re.sub("(?<=..)[uW]r(?:eu|u)?$", "", made[-1][0]), made[-1][1])
            made.append((form, word))
    return made


def joins(made: str, word: str) -> bool:
    """Whether a word is an article or the like: written small, or one of the few that scripts without capitals have."""
    if word[0].islower():
        return made in PARTICLES
    return made in _CASELESS and word[0].upper() == word[0].lower()
