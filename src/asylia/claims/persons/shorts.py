"""Which places name one person: the same words, and the short forms that stand for a full name later on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from asylia.claims.persons.latin import latin_script
from asylia.claims.persons.names import CYRILLIC, name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan

_SPLIT = re.compile(r"[ \u00a0\u202f·・‧•．＝=]+")
_TAKEN = ("country", "capital", "institution", "programme", "nationality")
# What stands before a short form, and what stands behind it or belongs to its inflected form.
_WORD_EDGES = (re.compile(r"(?<![\w\u200c-])"), re.compile(r"(?![\w\u200c-])"))
_SURNAME_EDGES = (
    re.compile(r"(?<![\u3400-\u9fffァ-ヴー])"),
    re.compile(r"(?=(?:元)?(?:氏|さん|某|被告|容疑者|先生|女士))"),
)
_KANA_EDGES = (re.compile(r"(?<![ァ-ヴー·・])"), re.compile(r"(?![ァ-ヴー·・])"))
_EDGES = {
    "ru": (re.compile(r"(?<![\w-])"), re.compile(r"[а-яё]{0,3}(?![\w-])")),
    "ko": (re.compile(r"(?<![가-힣])"), re.compile(r"(?=씨| 씨|[은는이가을를의와과도에](?![가-힣])|[,. ])")),
}
_AFTER = re.compile(r"[ \u00a0](?:[A-ZÀ-ÞА-ЯЁ]\w+)")
_BEFORE = re.compile(r"([A-ZÀ-ÞА-ЯЁ][\w.]*)[ \u00a0]\Z")
_MIN_SHORT = 2
_LINKS = frozenset(
    {
        "bin",
        "ibn",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "al",
        "el",
        "da",
        "dos",
        "di",
        "la",
        "ben",
        "abu",
        "آل",
        "بن",
        "عبد",
        "ابن",
    }
)


def clusters(scan: Scan, spots: Sequence[Spot]) -> list[list[Spot]]:
    """The spots by person, short forms added; each list in the order of the text, persons by first place."""
    groups: list[tuple[str, list[Spot]]] = []
    for spot in sorted(spots, key=lambda spot: (-(spot.end - spot.start), spot.start)):
        text = scan.text[spot.start : spot.end]
        for full, members in groups:
            if _same(scan, full, text):
                members.append(spot)
                break
        else:
            groups.append((text, [spot]))
    taken = [(spot.start, spot.end) for spot in spots]
    said = Counter(part for full, _ in groups for part in set(_SPLIT.split(full)))
    for full, members in groups:
        for spot in _shorts(scan, full, said):
            if all(spot.end <= a or b <= spot.start for a, b in taken):
                members.append(spot)
                taken.append((spot.start, spot.end))
    for _, members in groups:
        members.sort(key=lambda spot: spot.start)
    return sorted((members for _, members in groups), key=lambda members: members[0].start)


def _same(scan: Scan, full: str, text: str) -> bool:
    """Whether the shorter text is the full name again: its words, or an inflected form of them."""
    if full == text:
        return True
    if scan.language in CYRILLIC:
        left, right = full.lower().split(), text.lower().split()
        return len(left) >= len(right) and all(any(_one_word(a, b) for a in left) for b in right)
    if not latin_script(scan.language):
        if len(text) == 1 and len(full) in (2, 3, 4) and scan.language in ("zh", "ja"):
            return full.startswith(text)  # 羅氏 behind 羅冠聡氏
        return full.startswith(text) if len(text) >= 2 and _SPLIT.search(full) is None else text in _SPLIT.split(full)
    words, part = full.split(), text.split()
    return part == words[-len(part) :] or part == words[: len(part)] or (len(part) > 1 and set(part) < set(words))


def _one_word(left: str, right: str) -> bool:
    shared = max(3, min(len(left), len(right)) - 3)
    return left[:shared] == right[:shared] and abs(len(left) - len(right)) <= 3


def _shorts(scan: Scan, full: str, said: Mapping[str, int]) -> Iterator[Spot]:
    """Later places that say only a part of the full name; `said` counts the persons who have a part in their name."""
    own = _SPLIT.split(full)
    for part in _parts(scan, full):
        if said.get(part, 0) > (part in own):
            continue  # said of two people: nobody knows whom it names
        if latin_script(scan.language) and _says(scan.text, part.lower()):
            continue  # also a word of the language: Law, law
        for start, end in _places(scan, part):
            if _stands_alone(scan, start, end):
                yield Spot(start, end, 1.0, "short form")


def _says(text: str, word: str) -> bool:
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _parts(scan: Scan, full: str) -> list[str]:
    words = _SPLIT.split(full)
    known = name_words(scan.lexicon, scan.language)
    if len(words) == 1:
        if scan.language in ("zh", "ja") and len(full) >= 2 and full[0] in known.han:
            two = full[:2] in known.double or any(full.startswith(name) and len(name) == 2 for name in known.japanese)
            return [full[: 2 if two else 1]]
        return []
    last = " ".join(words[-2:]) if len(words) > 2 and words[-2].lower() in _LINKS else words[-1]
    surname_first = words[0].lower() in known.first and latin_script(scan.language)
    found = [words[0], last] if surname_first else [last]
    if scan.language == "vi":
        found = [last, words[0]]
    return [part for part in dict.fromkeys(found) if len(part) >= _MIN_SHORT]


def _places(scan: Scan, part: str) -> Iterator[tuple[int, int]]:
    """Where the part of a name stands as a word of its own, inflected where the language does that."""
    text, (left, right) = scan.text, _edges(scan.language, part)
    base = part
    if scan.language in CYRILLIC and len(part) > 4:
        base = part[: max(4, len(part) - 2)]
    at = text.find(base)
    while at >= 0:
        found = right.match(text, at + len(base)) if left.match(text, at) else None
        if found is not None:
            yield at, found.end()
        at = text.find(base, found.end() if found is not None else at + 1)


def _edges(language: str, part: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if language in ("zh", "ja"):
        return _SURNAME_EDGES if len(part) <= 2 else _KANA_EDGES
    return _EDGES.get(language, _WORD_EDGES)


def _stands_alone(scan: Scan, start: int, end: int) -> bool:
    """Not a part of a longer name, of a place or of an institution."""
    sentence = scan.at(start)
    if sentence is None or any(
        cue.start <= start and end <= cue.end and (cue.start, cue.end) != (start, end) for cue in sentence.of(*_TAKEN)
    ):
        return False
    if not latin_script(scan.language):
        return True
    after = _AFTER.match(scan.text, end, end + 20)
    before = _BEFORE.search(scan.text[max(sentence.start, start - 20) : start])
    known = name_words(scan.lexicon, scan.language)
    joined = (
        before is not None
        and before.group(1).lower() not in known.honorifics
        and before.start() + max(sentence.start, start - 20) > sentence.start
    )
    return after is None and not (joined and not any(cue.end == start - 1 for cue in sentence.of("role")))
