"""When: the date of an act, as precise as its sentence says."""

from __future__ import annotations

import re

from asylia.claims.reports.acts import Act
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.dates import Dated
from asylia.model.dates import Date

_SPOKEN = 14
_LIVED = 26
_DATELINE = 60  # "NAIROBI, Oct 11 (Agency) - ": the date of the page, not of what it tells
_RULED_OFF = re.compile(r"[ ,.]{0,2}(?:\([^()\n]{1,40}\))?[ .]{0,2}(?:-{1,2}|[–—])\s|[^\n。]{0,12}[】]")
_THAT = re.compile(r"\b(?:that|que|qu['’]|dass|daß|что|rằng|که|أن|إن)\b|[:：,，]")
_YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]{4}")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("of de del the le am im in on le el ngày tháng mồng mùng ماه روز شهر st nd rd th er го".split())
_NEAR = 3  # sentences within which a dated telling goes on
_HAN_DATE = re.compile(r"[\d０-９〇一二三四五六七八九十]{1,3} ?(?:月|월)(?: ?[\d０-９〇一二三四五六七八九十]{1,3} ?(?:日|号|號|일))?")
_SPACELESS = frozenset({"zh", "ja", "ko"})


class Clock:
    """The year that a telling has reached: "on 3 July" behind "in June 2002" is in 2002, whenever the page was written."""

    def __init__(self) -> None:
        self._at: Date | None = None
        self._sentence = -99

    def hear(self, sentence: SentenceScan) -> None:
        """Take in the last date of a sentence that says its year and month."""
        for dated in sentence.dates:
            value = single(dated)
            if value is not None and not dated.relative and value.month is not None:
                self._at, self._sentence = value, sentence.index

    def told(self, scan: Scan, sentence: SentenceScan, dated: Dated, value: Date) -> Date:
        """The date in the year of the telling, where its own words say a day or month and nothing else."""
        before = self._earlier(sentence, dated)
        if before is None or not dated.relative or not _bare(scan, dated) or before.year >= value.year:
            return value
        later = value.month is not None and before.month is not None and value.month >= before.month
        return Date(before.year if later else before.year + 1, value.month, value.day)

    def _earlier(self, sentence: SentenceScan, dated: Dated) -> Date | None:
        for other in reversed(sentence.dates):
            value = single(other)
            if other.end <= dated.start and not other.relative and value is not None and value.month is not None:
                return value
        return self._at if sentence.index - self._sentence <= _NEAR else None


def _bare(scan: Scan, dated: Dated) -> bool:
    """Whether the words are a day and month, or a month, without "last", "this" or a weekday."""
    text = scan.folded[dated.start : dated.end]
    if _YEAR.search(text):
        return False
    if scan.language in _SPACELESS:
        return _HAN_DATE.fullmatch(text.strip()) is not None
    words = [word for word in _WORDS.findall(text) if word not in _SMALL]
    value = single(dated)
    digits = any(char.isdigit() for char in text)
    return len(words) <= 1 and value is not None and (digits or value.precision == "month")


def date_of(scan: Scan, act: Act, clock: Clock | None = None) -> Date | None:
    """The date nearest to the act that is not the date of saying so or of moving somewhere."""
    best: tuple[float, Date] | None = None
    for dated in act.sentence.dates:
        value = single(dated)
        if value is None or _said(scan, act.sentence, dated, act) or _lived(act.sentence, dated):
            continue
        if _heads(scan, act.sentence, dated):
            continue
        gap = float(act.cue.start - dated.end if dated.end <= act.cue.start else dated.start - act.cue.end)
        gap += 60.0 if not act.start <= dated.start < act.end else 0.0
        gap -= {"day": 12.0, "month": 6.0, "year": 0.0}[value.precision]
        if clock is not None:
            value = clock.told(scan, act.sentence, dated, value)
        if best is None or gap < best[0]:
            best = (gap, value)
    return best[1] if best else None


def single(dated: Dated) -> Date | None:
    """The one date that an expression stands for; None for periods and what could not be resolved."""
    if dated.relation != "on" or dated.since is None:
        return None
    if dated.until is None or dated.until == dated.since:
        return dated.since
    first, last = dated.since, dated.until
    if first.year == last.year:
        return Date(first.year, first.month) if first.month == last.month and first.month else Date(first.year)
    return None


def _heads(scan: Scan, sentence: SentenceScan, dated: Dated) -> bool:
    """The date of a dateline."""
    return dated.end - sentence.start <= _DATELINE and _RULED_OFF.match(scan.text, dated.end, sentence.end) is not None


def _said(scan: Scan, sentence: SentenceScan, dated: Dated, act: Act) -> bool:
    """The date of the saying: it stands beside a word of speech, and the act does not stand nearer."""
    for cue in sentence.of("speech"):
        gap = cue.start - dated.end if cue.start >= dated.end else dated.start - cue.end
        nearer = act.cue.start - dated.end if act.cue.start >= dated.end else dated.start - act.cue.end
        if cue.end <= dated.start and _THAT.search(scan.folded, cue.end, dated.start):
            continue  # "said that in May": the date is part of what was said
        if -1 <= gap <= _SPOKEN and gap <= nearer and "announces" not in cue.tags:
            return True
    return False


def _lived(sentence: SentenceScan, dated: Dated) -> bool:
    return any(0 <= dated.start - cue.start <= _LIVED and cue.code == "in" for cue in sentence.of("abode"))
