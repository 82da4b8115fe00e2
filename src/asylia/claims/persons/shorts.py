"""Which places name one person: the same words, and the short forms that stand for a full name later on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from asylia.claims.persons.latin import latin_script
from asylia.claims.persons.names import CYRILLIC, name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan

_SPLIT = re.compile(r"[ \u00a0\u202f·・‧•．＝=]+")
_TAKEN = ("country", "capital", "institution", "programme", "nationality")
_RU_TAIL = r"[а-яё]{0,3}"
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
    for full, members in groups:
        for spot in _shorts(scan, full, [name for name, _ in groups if name != full]):
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


def _shorts(scan: Scan, full: str, others: Sequence[str]) -> Iterator[Spot]:
    """Later places that say only a part of the full name."""
    for part in _parts(scan, full):
        if any(part in _SPLIT.split(name) for name in others):
            continue  # said of two people: nobody knows whom it names
        if latin_script(scan.language) and re.search(rf"(?<!\w){re.escape(part.lower())}(?!\w)", scan.text):
            continue  # also a word of the language: Law, law
        for match in _pattern(scan, part).finditer(scan.text):
            if _stands_alone(scan, match):
                yield Spot(match.start(1), match.end(1), 1.0, "short form")


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


def _pattern(scan: Scan, part: str) -> re.Pattern[str]:
    if scan.language in CYRILLIC:
        base = part[: max(4, len(part) - 2)] if len(part) > 4 else part
        return re.compile(rf"(?<![\w-])({re.escape(base)}{_RU_TAIL})(?![\w-])")
    if scan.language in ("zh", "ja") and len(part) <= 2:
        return re.compile(
            rf"(?<![\u3400-\u9fffァ-ヴー])({re.escape(part)})(?=(?:元)?(?:氏|さん|某|被告|容疑者|先生|女士))"
        )
    if scan.language in ("zh", "ja"):
        return re.compile(rf"(?<![ァ-ヴー·・])({re.escape(part)})(?![ァ-ヴー·・])")
    if scan.language == "ko":
        return re.compile(rf"(?<![가-힣])({re.escape(part)})(?=씨| 씨|[은는이가을를의와과도에](?![가-힣])|[,. ])")
    return re.compile(rf"(?<![\w\u200c-])({re.escape(part)})(?![\w\u200c-])")


def _stands_alone(scan: Scan, match: re.Match[str]) -> bool:
    """Not a part of a longer name, of a place or of an institution."""
    start, end = match.span(1)
    sentence = scan.at(start)
    if sentence is None or any(
        cue.start <= start and end <= cue.end and (cue.start, cue.end) != (start, end) for cue in sentence.of(*_TAKEN)
    ):
        return False
    if not latin_script(scan.language):
        return True
    after = re.match(r"[ \u00a0](?:[A-ZÀ-ÞА-ЯЁ]\w+)", scan.text[end : end + 20])
    before = re.search(r"([A-ZÀ-ÞА-ЯЁ][\w.]*)[ \u00a0]\Z", scan.text[max(sentence.start, start - 20) : start])
    known = name_words(scan.lexicon, scan.language)
    joined = (
        before is not None
        and before.group(1).lower() not in known.honorifics
        and before.start() + max(sentence.start, start - 20) > sentence.start
    )
    return after is None and not (joined and not any(cue.end == start - 1 for cue in sentence.of("role")))
