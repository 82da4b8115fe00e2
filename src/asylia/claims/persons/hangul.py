"""Names in Hangul: Korean surnames with a title or particle, and transcribed names behind a role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from asylia.claims.persons import transcribed
from asylia.claims.persons.names import NameWords, name_words
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan

_WORD = re.compile(r"[가-힣]+")
_PARTICLE = re.compile(
    r"(?:이라고|라고|에게서|에게|으로부터|으로|로부터|께서|한테|까지|부터|처럼|이나|이며|이"
    r"란|[은는이가을를의와과도로씨])\Z"
)
_TITLES = (
    "씨 기자 대변인 장관 차관 대통령 총리 의원 대사 국장 청장 위원장 대표 교수 변호사 회장"
    " 이사장 사무총장 총장 검사 판사 시장 지사 외무상 부장관 목사 박사 감독 선수 연구원 소"
    "장 실장 총영사 영사 특사 보좌관 외교장관 국무장관 국방장관 전"
).split()
_LINKED = tuple(
    "country capital city region institution programme nationality act actor agent crowd kin result abode"
    " speech".split()
)
_LONG_TITLES = tuple(title for title in _TITLES if len(title) > 1)
_TITLE_HEADS = frozenset(title[:2] for title in _LONG_TITLES)
_BEFORE_TITLE = re.compile(r"([가-힣]{2,4})(?: [가-힣]{2,6}){0,2} (?:전 )?([가-힣]{1,6})")
_BEFORE_SSI = re.compile(r"((?:[가-힣]{2,6} )?[가-힣]{2,6}) ?씨(?=[가-힣]{0,2}[ ,.(]|\Z)")
_COUNTS = frozenset("한 두 세 네 몇 수 각 전 그 등 및 중 약 총 이 또 더 새".split())
_PARTS = 3
_SHORT = 2


def spots(scan: Scan) -> list[Spot]:
    """Names in Hangul, with how sure they are."""
    known = name_words(scan.lexicon, scan.language)
    found: dict[str, Spot] = {}
    for sentence in scan.sentences:
        for spot in (
            *_behind_roles(scan, sentence),
            *_titled(scan, sentence, known),
            *transcribed.spots(scan, sentence),
        ):
            found.setdefault(scan.text[spot.start : spot.end], spot)
    return _everywhere(scan, found)


def _behind_roles(scan: Scan, sentence: SentenceScan) -> Iterator[Spot]:
    """언론인 파이살 하르비가: up to three words behind a role, the last one without its particle."""
    for cue in sentence.of("role", "crowd"):
        if cue.kind == "crowd" and not (cue.form.endswith("인") and cue.end - cue.start > _SHORT):
            continue  # 홍콩인 밥 찬
        head = re.match(r"(?:인|이자|였던|이었던|이던|겸)?[ ,‘'“\"]{1,2}", scan.text[cue.end : cue.end + 6])
        if "plural" in cue.tags or head is None:
            continue
        start = cue.end + head.end()
        end = transcribed.ends(scan, sentence, start)
        spot = Spot(start, end, 2.0, "behind a role") if end is not None else _take(scan, sentence, start)
        if spot:
            yield spot


def _take(scan: Scan, sentence: SentenceScan, start: int) -> Spot | None:
    end, at, taken = start, start, 0
    while taken < _PARTS:
        word = _WORD.match(scan.text, at, sentence.end)
        if word is None or _other(sentence, word.start(), word.end()) or word.group() in _TITLES:
            break
        bare, cut = _bare(word.group(), least=1 if taken else 2)
        if taken == 0 and (
            _PARTICLE.fullmatch(word.group()) or any(cue.start == word.start() for cue in sentence.of("role"))
        ):
            break
        if len(word.group()) < 2 and taken == 0 and not (_surname(scan, word) and _joins(scan, word.end() + 1)):
            break
        end, taken = word.start() + len(bare), taken + 1
        if cut or scan.text[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
        if taken == 1 and len(bare) == 3 and scan.text[at : at + 1] and not _joins(scan, at):
            break
    text = scan.text[start:end]
    return Spot(start, end, 2.0, "behind a role") if taken and 2 <= len(text) <= 20 else None


def _surname(scan: Scan, word: re.Match[str]) -> bool:
    """팜 반 하이, 림 킴야: a surname of one syllable stands apart in names of South-East Asia."""
    if word.group() in _COUNTS or _PARTICLE.fullmatch(word.group()) is not None:
        return False
    return scan.text[word.end() : word.end() + 1] == " "


def _joins(scan: Scan, at: int) -> bool:
    """Whether the next word may still belong to a transcribed name: it ends in a particle, comma or bracket."""
    word = _WORD.match(scan.text, at)
    if word is None:
        return False
    after = scan.text[word.end() : word.end() + 1]
    if _PARTICLE.search(word.group()) or after in "(,씨" or scan.text.startswith(" 씨", word.end()):
        return True
    # 응우옌 반 흥을: a short middle word, and the particle behind the last one
    last = _WORD.match(scan.text, word.end() + 1) if after == " " and len(word.group()) <= _SHORT else None
    return (
        last is not None
        and word.group() not in _TITLES
        and _PARTICLE.search(last.group()) is not None
        and len(last.group()) <= _SHORT + 1
    )


def _bare(word: str, least: int = 2) -> tuple[str, bool]:
    """The word without a particle, and whether one was cut."""
    found = _PARTICLE.search(word)
    if found and found.start() >= least:
        return word[: found.start()], True
    return word, False


def _other(sentence: SentenceScan, start: int, end: int) -> bool:
    return any(cue.start < end and start < cue.end and cue.end - cue.start >= 2 for cue in sentence.of(*_LINKED))


def _titled(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Spot]:
    """임수석 대변인, 굴나르 사비트 씨: a Korean surname with two syllables before a title; any name before 씨."""
    text = scan.text[sentence.start : sentence.end]
    for match in _BEFORE_TITLE.finditer(text):
        start = sentence.start + match.start(1)
        name, title = match.group(1), match.group(2)
        if (
            _korean(name, known)
            and (title[:2] in _TITLE_HEADS or title.startswith(_LONG_TITLES))
            and name[-1] not in "와를을의에"
            and not _other(sentence, start, start + len(name))
        ):
            yield Spot(start, start + len(name), 2.0, "Korean name with title")
    for match in _BEFORE_SSI.finditer(text) if "씨" in text else ():
        start = sentence.start + match.start(1)
        first = match.group(1).split(" ")[0]
        if " " in match.group(1) and (
            _other(sentence, start, start + len(first))
            or _bare(first)[1]
            or any(c.end == start + len(first) for c in sentence.of("role"))
        ):
            start += len(first) + 1
        end = sentence.start + match.end(1)
        if not _other(sentence, start, end):
            yield Spot(start, end, 2.0, "before 씨")


def _korean(name: str, known: NameWords) -> bool:
    return (len(name) == 3 and name[0] in known.hangul) or (len(name) == 4 and name[:2] in known.hangul_double)


def _everywhere(scan: Scan, found: dict[str, Spot]) -> list[Spot]:
    if not found:
        return []
    pattern = re.compile(
        "|".join(rf"(?<![가-힣]){re.escape(name)}" for name in sorted(found, key=lambda name: (-len(name), name)))
    )
    spots_found = [
        Spot(m.start(), m.end(), found[m.group()].weight, found[m.group()].why) for m in pattern.finditer(scan.text)
    ]
    counts = Counter(scan.text[spot.start : spot.end] for spot in spots_found)
    return [spot for spot in spots_found if counts[scan.text[spot.start : spot.end]]]
