"""Distance: how alike two words sound, by the cheapest way to turn the sounds of one into those of the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from asylia.entities.sounds import VOWELS, apart, dropped, sounds

Sounds = tuple[str, ...]

# How two words were written: in one script; in two; one of them in a script that leaves vowels out, or that puts a
# vowel behind every consonant.
MEANS = ("same", "letters", "abjad", "indic", "syllables")
NASAL, ROUGH = "n", "r"  # one script cannot tell n from ng; one writes foreign names only roughly as they sound
SAME = 0.8  # from here on two names are the same name in another writing
# How alike words must sound to be held for one, by how they were written: within a script letters must agree; what two
# scripts have in common is less. Set on the open two thirds of the labelled pairs.
ENOUGH = {
    "same": 0.925, "customary": 0.845, "letters": 0.775, "abjad": 0.785, "indic": 0.78, "syllables": 0.695,
    "systems": 0.9, "shared": 0.88, "letters-r": 0.75, "han": 0.66, "thai": 0.69, "abjad-r": 0.7, "indic-r": 0.72,
}  # fmt: skip
_LEAST = 1.5  # what the smallest word weighs
_LITTLE = 1.6  # what a change in a little word counts
_KIN = 0.6  # what a change of vowels counts between long words of the same consonants: Mohammed, Muhammad
_LETTER = 0.3  # … even where both may stand for one sound
_STRICT = 1.7  # within one script a letter is a letter
_LEFT_OUT = 0.08  # a vowel that the other script does not write
_SYLLABIC = 0.6  # such scripts have fewer sounds to write with, so that near ones fall together
_CLOSE = 0.36
_THAI = 1.5
_NEARLY = frozenset({"syllables", "han", "thai"})
_LIGHT = {
    "abjad": 0.25,
    "indic": 0.45,
    "syllables": 0.45,
    "han": 0.25,
    "thai": 0.45,
}  # what a vowel weighs; a consonant weighs 1
_PADDED = frozenset({"indic", "han", "thai"})
_PUT_IN = 0.12  # a vowel that the other script cannot but write
# Between two scripts that write foreign names letter by letter:
_HARD = 1.6  # another consonant, or none, makes another name
_PLENTY = 5.0  # … however long it is: what a word weighs that does not make up for that
_UNSAID = 0.8
_VOICE_AT_HEAD = 1.2
_VOICE = 0.55  # a t for a d, but at the end of a word, where many languages have but one of them
_MUTE = frozenset({"sz", "t", "d", "zcs", "XSsx"})  # consonants that French leaves unsaid at the end of a word
_OTHER = 0.6  # sounds that lie as far apart are not heard for one another
_VOICED = frozenset(map(frozenset, (("t", "d"), ("k", "g"), ("p", "b"), ("C", "J"))))
_MATRES = frozenset({"uovw", "iye", "ae@"})  # the long vowels of scripts that leave short ones out …
_LONG = 1.1  # … are there or are not: Hasan is no Hussein
_DIPHTHONGS = frozenset({"ea", "ae", "ei"})  # what Latin letters write for such a vowel
_DIPHTHONG = 0.9
_ALIF = 0.4
_GLIDE = 0.15  # one of two vowels side by side, which the other script may write as one
_FAR, _FARTHER = 0.5, 1.5  # vowels as far apart are two vowels
_VOWEL = 2.0  # another vowel, between two ways of writing the same letters: Karim is no Karam
_ENDED = frozenset({"abjad", "indic"})  # scripts that write the last vowel of a word, but an e or an a
_ENDS = frozenset({"i", "iye", "uovw"})
_ENDING = 1.3  # the last vowel tells Ivanova from Ivanov


@lru_cache(maxsize=262144)
def alike(left: str, right: str, means: str) -> float:
    """From 0 to 1: how alike two words in plain letters sound; symmetric."""
    if left == right:
        return 1.0
    a, b = sounds(left), sounds(right)
    if not a or not b:
        return 0.0
    how, _, flags = means.partition("-")
    way = _Way(how, NASAL in flags, how not in ("same", *_NEARLY) and ROUGH not in flags)
    weight = max(way.weight(a), way.weight(b), _LEAST)
    way = replace(way, hard=_HARD * max(1.0, weight / _PLENTY))
    little = _LITTLE if weight <= 2.5 else 1.0
    return max(0.0, 1.0 - way.cost(a, b) / weight * little * (_KIN if how == "same" and _kin(a, b) else 1.0))


def on_scale(value: float, means: str) -> float:
    """A likeness on the common scale, where SAME is enough whatever the scripts."""
    how, _, flags = means.partition("-")
    enough = ENOUGH[f"{how}-r" if ROUGH in flags and f"{how}-r" in ENOUGH else how]
    if value < enough:
        return round(value / enough * SAME, 4)
    return round(SAME + (1 - SAME) * (value - enough) / (1 - enough), 4)


@dataclass(frozen=True, slots=True)
class _Way:
    """What the changes between two words cost, by how they were written."""

    how: str
    nasal: bool
    faithful: bool
    hard: float = 1.0

    def cost(self, a: Sounds, b: Sounds) -> float:
        """The cheapest way from one to the other."""
        drops_a, drops_b = self._drops(a), self._drops(b)
        previous = [0.0]
        for drop in drops_b:
            previous.append(previous[-1] + drop)
        for i, x in enumerate(a, 1):
            row = [previous[0] + drops_a[i - 1]]
            for j, y in enumerate(b, 1):
                swap = previous[j - 1] + self._swap(x, y, i == j == 1, i == len(a) and j == len(b))
                if (x == "N" and _parts(y, b, j)) or (y == "N" and _parts(x, a, i)):
                    swap = previous[j - 1] + _HINT
                without_x = previous[j] + (_HINT if _nasal(x, b, j) else drops_a[i - 1])
                without_y = row[-1] + (_HINT if _nasal(y, a, i) else drops_b[j - 1])
                row.append(min(swap, without_x, without_y))
            previous = row
        return previous[-1]

    def _swap(self, x: str, y: str, first: bool, last: bool) -> float:
        cost = 0.1 if self.nasal and {x, y} == {"n", "N"} else apart(x, y)
        vowels = x[0] in VOWELS and y[0] in VOWELS
        if self.how == "same":
            cost = max(cost, _LETTER) if x != y and not vowels else cost
            # The last vowel tells Maria from Mario.
            return min(cost * _STRICT + (0.4 if last and cost and x[0] in VOWELS else 0.0), 1.0)
        if self.how == "abjad" and vowels:
            return max(cost, _LONG) if self.faithful and cost > 0.2 and _unlike(x, y, cost) else min(cost, 0.15)
        if self.how == "systems" and vowels and cost > 0.2:
            return cost * _VOWEL + (1.0 if last and cost > 0.36 else 0.0)
        if self.faithful and vowels and cost >= _FAR:
            return cost * _FARTHER
        if self.faithful and not vowels:
            if cost >= _OTHER:
                return cost * self.hard
            if cost >= 0.2 and not last and any(frozenset((p, q)) in _VOICED for p in x for q in y):
                return (_VOICE_AT_HEAD if first else _VOICE) * self.hard / _HARD
        if self.how == "syllables" and {x, y} == {"f", "hx"}:
            return _HINT  # Japanese has one letter for hu and fu
        if self.how in ("thai", "syllables") and cost >= _OTHER and not vowels:
            return cost * _THAI
        return cost * _SYLLABIC if self.how in _NEARLY and cost <= _CLOSE else cost

    def _drops(self, word: Sounds) -> list[float]:
        """What it costs to leave out each sound of a word."""
        made = []
        for i, sound in enumerate(word):
            beside = any(_open(word[j]) for j in (i - 1, i + 1) if 0 <= j < len(word))
            if self.faithful and sound in ("n", "m") and word[i + 1 : i + 2] in (("td",), ("pb",)):
                made.append(_GLIDE)  # Greek writes a d as nt, a b as mp
                continue
            made.append(self._drop(sound, beside, i == 0, i == len(word) - 1))
        return made

    def _drop(self, sound: str, beside: bool, first: bool, last: bool) -> float:
        across, within = dropped(sound)
        if self.how == "same":
            return within
        vowel = sound[0] in VOWELS
        if last and not beside and self.how in _ENDED and sound in _ENDS:
            return _ENDING
        if (beside and sound == "i") or ("y" in sound and not vowel):
            return _DIPHTHONG if first else _GLIDE
        if self.faithful:
            if last and not beside and self.how != "indic" and (sound in ("a", "o", "hae") or sound in _MATRES):
                return _ENDING * self.hard / _HARD
            if first and vowel and self.how == "abjad":
                return _DIPHTHONG  # a vowel at the head of a word is written
            if self.how == "abjad" and (sound in _MATRES or sound in _DIPHTHONGS):
                return _GLIDE if beside else _LONG if sound in _MATRES else _DIPHTHONG
            if last and sound in _MUTE:
                return _UNSAID
            if not vowel and across >= 1.0:
                return across * self.hard
        if self.how == "thai" and across >= 1.0 and not vowel:
            return across * _THAI
        if vowel and (self.how in _PADDED or (self.how == "syllables" and sound[0] in "uoe")):
            return _PUT_IN
        if vowel and self.how == "systems":
            return within
        return _LEFT_OUT if vowel and self.how == "abjad" else across

    def weight(self, word: Sounds) -> float:
        """Consonants weigh more than vowels, and vowels that one side may leave out hardly anything."""
        light = _LIGHT.get(self.how, 0.7)
        return sum(light if sound[0] in VOWELS else 1.0 for sound in word) or 1.0


_HINT = 0.15  # "ng" beside "n"


def _unlike(x: str, y: str, cost: float) -> bool:
    """Whether one is a long vowel that the other cannot be; an alif is written for the o of foreign names too."""
    return (x in _MATRES) != (y in _MATRES) and not (cost <= _ALIF and "ae@" in (x, y))


def _parts(sound: str, word: Sounds, at: int) -> bool:
    """Whether an n and what stands behind it are the ng of another spelling: Angela, Tschingis."""
    return sound == "n" and at < len(word) and not _PARTED.isdisjoint(word[at])


_PARTED = frozenset("gkJ")


def _nasal(sound: str, other: Sounds, at: int) -> bool:
    return (
        sound in ("N", "g", "gk", "gx", "hx", "h", "gh", "J", "JgZ", "JZ")
        and 0 < at <= len(other)
        and other[at - 1][0] in "nN"
    )


def _open(sound: str) -> bool:
    return sound[0] in VOWELS or sound[0] in "wy"


def _kin(a: Sounds, b: Sounds) -> bool:
    left, right = ([sound for sound in word if sound[0] not in VOWELS] for word in (a, b))
    return left == right and len(left) >= 4 and len(left) < min(len(a), len(b))
