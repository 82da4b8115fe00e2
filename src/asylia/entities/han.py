"""Han names beside the same name in another script: by Pinyin, Wade-Giles, Cantonese, Vietnamese, Korean, Japanese."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from asylia.entities.distance import alike, on_scale
from asylia.entities.letters import in_latin
from asylia.entities.spelling import Spelled, means
from asylia.lexicon.han import SYSTEMS, table
from asylia.model.entity import Score

_NAMES = (
    ("pinyin", "in Pinyin"), ("wade", "in Wade-Giles"), ("jyutping", "in Cantonese spelling"),
    ("vietnamese", "in Sino-Vietnamese"), ("korean", "in Sino-Korean"), ("japanese", "in Sino-Japanese"),
)  # fmt: skip
_MOST = 96  # readings of one name that are tried in one system
_WADE = (
    ("zh", "ch"), ("q", "ch"), ("j", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("b", "p"), ("d", "t"), ("g", "k"),
    ("r", "j"),
)  # fmt: skip
_WADE_FINALS = (("ong", "ung"), ("ian", "ien"), ("yan", "yen"), ("ie", "ieh"), ("ue", "ueh"), ("si", "szu"))
_YUE_INITIALS = (("gw", "kw"), ("z", "ch"), ("c", "ch"), ("g", "k"), ("j", "y"))
_YUE_FINALS = (
    ("oeng", "eung"), ("oek", "euk"), ("eoi", "ui"), ("eon", "un"), ("yyu", "yu"), ("aa", "a"), ("yu", "ue"),
    ("ou", "o"), ("oe", "eu"),
)  # fmt: skip


def readings(name: str, system: str) -> list[tuple[str, ...]]:
    """How a Han name may be read in a system, a syllable a character; empty where a character is not known there."""
    known = table()
    columns = []
    source = "pinyin" if system == "wade" else system
    for char in name:
        entry = known.get(char)
        found = entry.readings[SYSTEMS.index(source)] if entry else ()
        if not found:
            return []
        columns.append(tuple(dict.fromkeys(_spelled(reading, system) for reading in found)))
    return list(islice(product(*columns), _MOST))


@lru_cache(maxsize=4096)
def _spelled(reading: str, system: str) -> str:
    if system == "wade":
        return _swap(reading, _WADE, _WADE_FINALS)
    if system == "jyutping":
        return _swap(reading, _YUE_INITIALS, _YUE_FINALS)
    return reading


def _swap(reading: str, initials: tuple[tuple[str, str], ...], finals: tuple[tuple[str, str], ...]) -> str:
    for old, new in initials:
        if reading.startswith(old):
            reading = new + reading[len(old) :]
            break
    for old, new in finals:
        if old in reading[1:] or reading.startswith(old):
            return reading.replace(old, new, 1)
    return reading


@lru_cache(maxsize=65536)
def han_reads(name: str, other: Spelled, systems: tuple[str, ...] = ()) -> Score:
    """Whether a name in another script is this Han name read aloud; the reason says in which system.

    All systems that the script may follow are tried, if none are named.
    """
    best = Score(0.0, "no reading of the characters")
    wholes = tuple(dict.fromkeys(order for words in other.others or (other.words,) for order in _orders(words)))
    for system, said in [row for row in _NAMES if row[0] in systems] or _systems(other):
        if system == "korean" and other.script == "hangul" and sum(map(len, other.marked or ())) != len(name):
            continue  # a syllable for each character
        for syllables in readings(name, system):
            value = max(_alike(syllables, whole, other, system) for whole in wholes)
            if value > best.value:
                best = Score(round(value, 4), f"the characters read {said}")
        if best.value >= 0.99:
            break
    return best


def transcribes(name: str, other: Spelled) -> Score:
    """Whether a Han name is no Chinese one but a foreign name written as it sounds, with no break: 苏哈托, Suharto."""
    how = means(other, _TRANSCRIBED)
    read, whole = in_latin(name, "han"), "".join(other.content)
    value = alike(read, whole, how) - _EACH * max(0, _ENOUGH - min(len(read), len(whole)))
    return Score(on_scale(max(value - _RISK, 0.0), how), "the characters spell a foreign name")


_TRANSCRIBED = Spelled((), "han")
_RISK = 0.1  # any characters spell something
_EACH, _ENOUGH = 0.02, 10  # letters of a name that suffice to be sure, and what each missing one takes


def _systems(other: Spelled) -> tuple[tuple[str, str], ...]:
    """The systems in which a name in this script may read Han characters."""
    if other.script == "latin":
        wanted: tuple[str, ...] = ("vietnamese",) if other.vietnamese else tuple(system for system, _ in _NAMES)
    else:
        wanted = _HEARD.get(other.script, ("pinyin", "jyutping", "korean", "japanese"))
    return tuple(row for row in _NAMES if row[0] in wanted)


_HEARD = {
    "hangul": ("pinyin", "korean"), "katakana": ("pinyin", "korean", "japanese"), "hiragana": ("japanese",),
    "cyrillic": ("pinyin", "korean"),
}  # fmt: skip
_SPELLED = frozenset({"pinyin", "wade", "vietnamese"})  # systems with one spelling: its letters count, not its sound


def _orders(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words as written, with the last first, with the first last, and without a given name put before them."""
    turned = [words, (*words[-1:], *words[:-1]), (*words[1:], *words[:1])]
    if len(words) > 2:
        turned.append(words[1:])
    return tuple(dict.fromkeys(turned))


def _alike(syllables: tuple[str, ...], words: tuple[str, ...], other: Spelled, system: str) -> float:
    read, whole = "".join(syllables), "".join(words)
    if read == whole:
        return 1.0
    if other.script == "latin" and system in _SPELLED:
        return 0.98 * Levenshtein.normalized_similarity(read, whole, score_cutoff=0.89) if len(read) > 7 else 0.0
    how = "letters-r" if other.script == "latin" else other.heard
    if len(other.fine) == len(syllables) > 1 and words in (other.words, *other.others):
        values = [alike(part, word, how) for part, word in zip(syllables, other.fine, strict=True)]
        value = 0.6 * sum(values) / len(values) + 0.4 * min(values) - 0.02 * max(0, 9 - len(read))
        return 0.98 * on_scale(value, "customary" if other.script == "latin" else "letters-r")
    # Surname and given name apart, so that the one cannot make up for the other.
    parts = (syllables[0], "".join(syllables[1:])) if len(words) > 1 else (read,)
    heard = (words[0], "".join(words[1:])) if len(words) > 1 else (whole,)
    values = [alike(part, word, how) for part, word in zip(parts, heard, strict=True)]
    value = 0.4 * alike(read, whole, how) + 0.6 * min(values) - 0.02 * max(0, 9 - len(read))
    return 0.98 * on_scale(value, "customary" if other.script == "latin" else how)
