"""Distance: how alike two words sound, by the cheapest way to turn the sounds of one into those of the other."""

from __future__ import annotations

from functools import lru_cache

from asylia.entities.sounds import VOWELS, apart, dropped, sounds

# How two words were written: in one script; in two; one of them in a script that leaves vowels out, or that puts a
# vowel behind every consonant.
MEANS = ("same", "letters", "abjad", "indic", "syllables")
SAME = 0.8  # from here on two names are the same name in another writing
# How alike words must sound to be held for one, by how they were written: within a script letters must agree; what two
# scripts have in common is less. Set on the open two thirds of the labelled pairs.
ENOUGH = {
    "same": 0.925, "customary": 0.845, "letters": 0.75, "abjad": 0.73, "indic": 0.76, "syllables": 0.71,
}  # fmt: skip
_LITTLE = 1.6  # what a change in a little word counts
_KIN = 0.6  # what a change of vowels counts between long words of the same consonants: Mohammed, Muhammad
_STRICT = 1.7  # within one script a letter is a letter
_LEFT_OUT = 0.08  # a vowel that the other script does not write
_SYLLABIC = 0.6  # such scripts have fewer sounds to write with, so that near ones fall together
_CLOSE = 0.36
_LIGHT = {"abjad": 0.25, "indic": 0.45, "syllables": 0.45}  # what a vowel weighs; a consonant weighs 1
_PUT_IN = 0.12  # a vowel that the other script cannot but write


@lru_cache(maxsize=262144)
def alike(left: str, right: str, means: str) -> float:
    """From 0 to 1: how alike two words in plain letters sound; symmetric."""
    if left == right:
        return 1.0
    how, _, nasal = means.partition("-")
    a, b = sounds(left), sounds(right)
    if not a or not b:
        return 0.0
    return max(0.0, 1.0 - _cost(a, b, how, bool(nasal)))


def _cost(a: tuple[str, ...], b: tuple[str, ...], means: str, nasal: bool) -> float:
    """The cheapest way from one to the other, as a part of what the words weigh; little words forgive less."""
    previous = [0.0]
    for sound in b:
        previous.append(previous[-1] + _drop(sound, means))
    for i, x in enumerate(a, 1):
        row = [previous[0] + _drop(x, means)]
        for j, y in enumerate(b, 1):
            swap = previous[j - 1] + _swap(x, y, means, i == len(a) and j == len(b), nasal)
            row.append(min(swap, previous[j] + _drop(x, means, b, j), row[-1] + _drop(y, means, a, i)))
        previous = row
    weight = max(_weight(a, means), _weight(b, means))
    return previous[-1] / weight * (_LITTLE if weight <= 2.5 else 1.0) * (_KIN if _kin(a, b, means) else 1.0)


def on_scale(value: float, how: str) -> float:
    """A likeness on the common scale, where SAME is enough whatever the scripts."""
    enough = ENOUGH[how.partition("-")[0]]
    if value < enough:
        return round(value / enough * SAME, 4)
    return round(SAME + (1 - SAME) * (value - enough) / (1 - enough), 4)


def _kin(a: tuple[str, ...], b: tuple[str, ...], means: str) -> bool:
    left, right = ([sound for sound in word if sound[0] not in VOWELS] for word in (a, b))
    return means == "same" and left == right and len(left) >= 4 and len(left) < min(len(a), len(b))


def _swap(x: str, y: str, means: str, last: bool, nasal: bool) -> float:
    cost = 0.1 if nasal and {x, y} == {"n", "N"} else apart(x, y)
    if means == "same":
        # The last vowel tells Maria from Mario.
        return min(cost * _STRICT + (0.4 if last and cost and x[0] in VOWELS else 0.0), 1.0)
    if means == "abjad" and x[0] in VOWELS and y[0] in VOWELS:
        return min(cost, 0.15)
    return cost * _SYLLABIC if means == "syllables" and cost <= _CLOSE else cost


def _drop(sound: str, means: str, other: tuple[str, ...] = (), at: int = 0) -> float:
    across, within = dropped(sound)
    if means == "same":
        return within
    if sound[0] in VOWELS:
        if means == "indic":
            return _PUT_IN  # every consonant bears a vowel, unwritten
        if means == "syllables" and sound[0] in "uoe":
            return _PUT_IN
        return _LEFT_OUT if means == "abjad" else across
    if sound in ("N", "g", "gk", "gx", "hx", "h") and other and 0 < at <= len(other) and other[at - 1][0] in "nN":
        return 0.15  # "ng" beside "n"
    return across


def _weight(found: tuple[str, ...], means: str) -> float:
    """Consonants weigh more than vowels, and vowels that one side may leave out hardly anything."""
    light = _LIGHT.get(means, 0.7)
    return sum(light if sound[0] in VOWELS else 1.0 for sound in found) or 1.0
