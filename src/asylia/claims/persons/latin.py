"""Names in Latin and Cyrillic letters: runs of capitalised words, weighed by what stands in and around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from asylia.claims.persons.names import CYRILLIC, NameWords, name_words, stem
from asylia.claims.persons.neighbours import (
    has_kin,
    is_apposed,
    role_before,
    role_behind,
    speaks,
    struck_by,
    suffers,
)
from asylia.claims.persons.people import Spot
from asylia.claims.scan import Scan, SentenceScan
from asylia.lexicon.matcher import Cue

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_CAP = rf"(?:(?:al|el|an|ar|as|at|ad|ash|az|ul|ur)[-‑])?[{_UPPER}](?:[^\W\d_]|['’ʼ‑-](?=[^\W\d_]))*"
_TOKEN = rf"(?:{_CAP}|[{_UPPER}]\.)"
_LINK = r"(?:(?:bin|ibn|bint|ben|abu|van|von|der|den|de|del|della|di|da|dos|du|la|ter|zu|al|el|ul|ould)[ \u00a0])"
_RUN = re.compile(rf"(?<!\w){_TOKEN}(?:[ \u00a0\u202f]{_LINK}{{0,3}}{_TOKEN}){{0,7}}")
_WORD = re.compile(rf"{_LINK}*{_TOKEN}")
_PLACES = ("country", "capital", "city", "region", "nationality", "state")
_TAKEN = (*_PLACES, "institution", "programme", "role", "people")
KINDS = frozenset({*_TAKEN, "act"})  # of cues that names are told by, here and in `neighbours`
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai"
    r"|uan|an|en|in|un|ai|ei|ao|ou|ia|ie|iu|ua|ue|ui|uo|a|e|i|o|u|ü)){1,2}\Z"
)
_RU_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н|ск|цк|ко|енко|[уюи]к|ич|ян|дзе|швили|зода|заде|оглы|[аи]ев|ури|ава)(?:а"
    r"|у|ым|ом|е|ой|ую|ий|ого|ому|им|ая|их|ых|ем|я|ю|ей)?\Z"
)
_ELIDED = re.compile(r"(?:[LDJCMNST]|Qu)['’](?=\w)")
_APPOSED = re.compile(
    r"\s?(?:\(\s?(?:\d\d\b|[A-Z\u3400-\u9fff])|,\s(?:\d\d\b|an?\b|the\b|who\b|une?\b|qui\b|el\b|la\b|un\b|que\b|quie"
    r"n\b|der\b|die\b|dem\b|den\b|ein|ancien|antigu|ex-?|бывш|một\b|người\b|котор|\d\d-)|\swho\b|\squi\b)"
)
_WHO = re.compile(r",? (?:who|whose|qui|quien)\b")
_ARTICLE = re.compile(r"(?:\b(?:the|an?|la|le|les|las|los|el|die|das|den|dem)[ \u00a0]|[Ll]['’])\Z")
# A case is somebody's: "the case of X", "el caso de X", "X'in durumu".
_CASE_OF = re.compile(
    r"\b(?:case of|caso del?|cas d(?:e[ \u00a0]|['’])|(?:fall|fälle)s? (?:von|des|der)"
    r"|(?:случа|дел)\w+|vụ(?: án)?(?: của)?)"
    r"[ \u00a0]?\Z",
    re.IGNORECASE,
)
_CASE_BEHIND = re.compile(r"['’][ıiuün]{2,3} (?:durumu|davası|vakası|olayı|dosyası)\w*")
_SUFFIX = {"tr": re.compile(r"['’].*\Z"), "en": re.compile(r"['’]s\Z")}
_LOCATIVE = re.compile(r"\b(?:in|at|near|en|à|tại|ở)[ \u00a0]\Z")
# Vietnamese surnames without their marks, as the press of other languages prints them, and two or three syllables.
_VIETNAMESE = re.compile(
    r"(?:Nguyen|Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Trinh|Truong|Dinh|Doan|Lam|Mai|Dao|Cao)"
    r"(?: [A-Z][a-z]{1,5}){2,3}\Z"
)
# "At Schiphol, a former officer": what stands behind a preposition is no subject.
_PREPOSED = re.compile(
    r"(?:\b(?:in|at|near|from|of|to|on|en|de|del|à|au|aus|bei|nach|на|в|во|из|под|у|tại|ở|từ) |d['’])\Z", re.IGNORECASE
)
_THE = re.compile(r"(?:\b(?:el|la|al|del|un|una|le|une|du|au) |\bl')\Z")
_TITLED = 0.6
_ARABIC = re.compile(r"(?:^|[ -])(?:al|el|bin|ibn|abu)[ -]")
_CASE = re.compile(r"['’](?:[dt][ae]n?|y[ae]|[ae])\b")  # Kenya'dan: a place, whatever name stands before
ENOUGH = 1.5


class Word(NamedTuple):
    """A word without elided article or suffix and where that begins, and its place in the text with them."""

    text: str
    at: int
    suffixed: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words with no word in it that names have not."""

    words: tuple[Word, ...]
    start: int
    end: int
    before_head: bool  # directly followed by a word that names of organisations end in


def spots(scan: Scan) -> list[Spot]:
    """The names of persons in a text of capital letters, full names and titled surnames; short forms come later."""
    known = name_words(scan.lexicon, scan.language)
    runs = [(sentence, run) for sentence in scan.sentences for run in _runs(scan, sentence, known)]
    seen = Counter(scan.text[run.start : run.end] for _, run in runs)
    parts = Counter(word for _, run in runs if len(run.words) == 1 for word in [scan.text[run.start : run.end]])
    found = []
    for sentence, run in runs:
        text = scan.text[run.start : run.end]
        last = _whole(scan, run.words[-1])
        again = (seen[text] > 1) + (len(run.words) > 1 and parts[last] > 0)
        spot = _weigh(scan, sentence, run, known, again)
        if spot.weight >= ENOUGH:
            found.append(spot)
    return found


def _runs(scan: Scan, sentence: SentenceScan, known: NameWords) -> Iterator[Run]:
    """The runs of a sentence, cut at words that no name has: roles, places, nationalities, acronyms."""
    taken: list[Cue] | None = None
    for found in _RUN.finditer(scan.text, sentence.start, sentence.end):
        taken = _taken(sentence) if taken is None else taken
        words: list[Word] = []
        for match in _WORD.finditer(scan.text, found.start(), found.end()):
            word = _trim(scan, match)
            if _barred(scan, word, known, taken, words, found.end()):
                if words:
                    yield _run(words, head=word.text.lower() in known.never)
                words = []
            else:
                words.append(word)
                if word.suffixed:  # a suffix behind an apostrophe ends the name
                    yield _run(words)
                    words = []
        if words:
            yield _run(words)


def _taken(sentence: SentenceScan) -> list[Cue]:
    return [
        cue
        for cue in sentence.of(*_TAKEN)
        if not (cue.kind == "role" and cue.code == "x")
        and (cue.kind != "people" or " " in cue.form.strip("*"))  # Duy Ngô Nhĩ are a people; Gülen is a name, too
    ]


def _run(words: list[Word], head: bool = False) -> Run:
    return Run(tuple(words), words[0].start, words[-1].end, head)


def _trim(scan: Scan, word: re.Match[str]) -> Word:
    text = word.group()
    start, end = word.span()
    if "'" not in text and "’" not in text:
        return Word(text, start, False, start, end)
    at = start
    elided = _ELIDED.match(text) if scan.language == "fr" else None
    if elided:
        text, at = text[elided.end() :], start + elided.end()
    suffix = _SUFFIX["tr" if scan.language == "tr" else "en"].search(text)
    return Word(text[: suffix.start()] if suffix else text, at, suffix is not None, start, end)


def _barred(scan: Scan, word: Word, known: NameWords, taken: list[Cue], before: list[Word], limit: int) -> bool:
    text, start = word.text, word.at
    lowered = text.lower()
    surname = (_whole(scan, before[0]) if before else text).lower()
    # Nguyễn Văn …: every syllable of a Vietnamese name is also a word
    syllable = scan.language == "vi" and surname in known.first and text.istitle()
    syllable = syllable and bool(before or start + len(text) < limit)
    if lowered.rstrip(".") in known.never and not syllable:
        return True
    if len(text) > 1 and text.isupper() and not text.endswith("."):
        return True
    end = start + len(text)
    cover = next((cue for cue in taken if cue.start < end and start < cue.end), None)
    if cover is None:
        return False
    if scan.language == "tr" and cover.kind in _PLACES and _CASE.match(scan.text, end):
        return True
    if cover.kind in _PLACES and cover.start >= start and cover.end <= end + 1:
        # Nathan Law, Jordan Peters: a place's name beside a given name is a part of the name.
        if before and _given(scan, _whole(scan, before[0]), known):
            return False
        if lowered in known.given and end < limit:
            return False
    return True


def _whole(scan: Scan, word: Word) -> str:
    return scan.text[word.start : word.end]


def _given(scan: Scan, word: str, known: NameWords) -> bool:
    return (stem(word) if scan.language in CYRILLIC else word.lower()) in known.given


def _weigh(scan: Scan, sentence: SentenceScan, run: Run, known: NameWords, again: int) -> Spot:
    start, end = run.words[0].at, run.words[-1].at + len(run.words[-1].text)
    words = [word.text for word in run.words]
    shift = next((i for i, word in enumerate(words[:-1]) if i and _given(scan, word.split()[-1], known)), 0)
    if shift and scan.language == "de" and not _given(scan, words[0], known):
        start = run.words[shift].end - len(words[shift].split()[-1])
        words = [words[shift].split()[-1], *words[shift + 1 :]]  # German writes common nouns with a capital too
    before = scan.text[max(sentence.start, start - 24) : start]
    after = scan.text[end : min(sentence.end, end + 24)]
    titled = _titled(before, known) or role_before(scan, sentence, start)
    if len(words) == 1:
        alone = not _PREPOSED.search(before) and is_apposed(scan, sentence, end)
        told = titled or has_kin(scan, sentence, start, end) or alone
        good = told and len(words[0]) > 1 and not _place(sentence, start, end) and not run.before_head
        return Spot(start, end, ENOUGH if good else 0.0, "titled word")
    weight, why = _inside(scan, words, known)
    weight += 2.0 * titled + 1.0 * bool(_APPOSED.match(after)) + 0.5 * bool(_WHO.match(after)) + 0.5 * again
    weight += 1.0 * role_behind(scan, sentence, end) + 0.5 * is_apposed(scan, sentence, end)
    weight += 1.5 * suffers(scan, sentence, start, end)
    weight += 1.0 * speaks(sentence, start, end)
    weight += 1.5 * _belongs(scan, sentence, start)
    weight += 1.5 * (struck_by(scan, sentence, start) or has_kin(scan, sentence, start, end))
    weight += 1.0 * bool(_CASE_OF.search(before)) + 1.5 * (scan.language == "tr" and bool(_CASE_BEHIND.match(after)))
    weight -= 2.0 * bool(_ARTICLE.search(before) and not titled) + 1.0 * bool(_LOCATIVE.search(before))
    weight -= 2.0 * run.before_head + 1.0 * (len(words) > 4)
    if sentence.paragraph == -1 and _all_capitals(scan, sentence):
        weight -= 1.0
    return Spot(start, end, weight, why)


def _inside(scan: Scan, words: list[str], known: NameWords) -> tuple[float, str]:
    """What the words themselves say."""
    if scan.language in CYRILLIC:
        given = any(stem(word) in known.given for word in words[:2])
        ending = bool(_RU_SURNAME.search(words[-1].lower()))
        return 1.5 * given + 1.0 * ending, "given name and surname"
    first, last = words[0].lower(), words[-1].lower()
    if any(word.lower() in known.given for word in words[:-1]):
        return 2.0, "given name"
    if first in known.first and (scan.language == "vi" or all(_PINYIN.match(word.lower()) for word in words[1:])):
        return 2.0, "surname first"
    if _VIETNAMESE.match(" ".join(words)):
        return 1.5, "Vietnamese name"
    if _ARABIC.search(" ".join(words).lower()):
        return 1.5, "Arabic name"
    if re.match(r"[A-ZĐ]\.?\Z", words[0]) or (last in known.first and len(words) == 2):
        return 1.0, "initial or surname"
    if last in known.given:
        return 1.0, "given name behind"
    return 0.0, "capitals"


def _titled(before: str, known: NameWords) -> bool:
    word = before.rstrip(" \u00a0").rsplit(None, 1)
    return bool(word) and before[-1:] in " \u00a0" and word[-1].lower().lstrip("(\"'“‘") in known.honorifics


def _belongs(scan: Scan, sentence: SentenceScan, start: int) -> bool:
    """ "Al camboyano Sok Vanna", "la Tchétchène Zarema X": a nationality with an article stands for the person."""
    if scan.language not in ("es", "fr"):
        return False
    return any(
        0 < start - cue.end <= 1 and _THE.search(scan.folded[max(sentence.start, cue.start - 4) : cue.start])
        for cue in sentence.of("nationality", "people")
    )


def _place(sentence: SentenceScan, start: int, end: int) -> bool:
    return any(cue.start <= start and end <= cue.end for cue in sentence.of(*_PLACES))


def _all_capitals(scan: Scan, sentence: SentenceScan) -> bool:
    words = [word for word in scan.text[sentence.start : sentence.end].split() if len(word) > 3]
    return sum(word[:1].isupper() for word in words) > _TITLED * max(len(words), 1)


def latin_script(language: str) -> bool:
    """Whether the language writes names in letters that have capitals."""
    return language not in ("zh", "ja", "ko", "ar", "fa")
