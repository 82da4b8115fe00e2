"""When: the date of an act, as precise as its sentence says."""

from __future__ import annotations

import re

from asylia.claims.reports.acts import Act
from asylia.claims.scan import Scan, SentenceScan
from asylia.language.dates import Dated
from asylia.model.dates import Date

_SPOKEN = 14
_OVER = 15.0  # characters that a comma between a date and an act stands for
_LIVED = 26
_LASTS = frozenset("arrest seize hostage freeze surveil vanish exitban custody".split())
_DECREED = frozenset({"charge", "passport", "notice"})  # done by being announced
_DATELINE = 60  # "NAIROBI, Oct 11 (Agency) - ": the date of the page, not of what it tells
_RULED_OFF = re.compile(r"[ ,.]{0,2}(?:\([^()\n]{1,40}\))?[ .]{0,2}(?:-{1,2}|[–—])\s|[^\n。]{0,12}[】]")
_THAT = re.compile(r"\b(?:that|que|qu['’]|dass|daß|что|rằng|که|ان)\b|[:：,，]")
_YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]{4}")
_CUT = re.compile(r"[,;،؛，；、]")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("of de del the le am im in on le el ngày tháng mồng mùng ماه روز شهر st nd rd th er го".split())
_BACK = 1  # sentences back to which a date without a year belongs
_WEEKS = 2  # months
_HAN_DATE = re.compile(
    r"[\d０-９〇一二三四五六七八九十]{1,3} ?(?:月|월)(?: ?[\d０-９〇一二三四五六七八九十]{1,3} ?(?:日|号|號|일))?"
)
_SPACELESS = frozenset({"zh", "ja", "ko"})


class Clock:
    """The year that a telling is in: "26 June" on a page about June 2002 is in 2002, whenever the page was written."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._anchor = scan.document.published
        self._known: list[tuple[int, Date]] = []
        self._news = False  # whether the page tells what has just happened
        for sentence in scan.sentences:
            for dated in sentence.dates:
                value = single(dated)
                if value is None:
                    continue
                if not dated.relative:
                    self._known.append((dated.start, value))
                elif value.precision == "day" and not _bare(scan, dated):
                    self._news = True

    def told(self, sentence: SentenceScan, dated: Dated, value: Date) -> Date:
        """The date in the year of the telling, where its own words say a day or month and nothing else."""
        if not dated.relative or value.month is None or not _bare(self._scan, dated):
            return value
        if self._news and not self._old(value):
            return value
        around = [
            (at, d) for at, d in self._known if d.year < value.year and d.month and abs(d.month - value.month) <= 1
        ]
        if around:
            year = min(around, key=lambda row: (row[0] > dated.start, abs(row[0] - dated.start)))[1].year
            return Date(year, value.month, value.day)
        start = self._scan.sentences[max(sentence.index - _BACK, 0)].start
        before = next((d for at, d in reversed(self._known) if start <= at < dated.start), None)
        if before is None or before.year >= value.year:
            return value
        return Date(before.year + (before.month is not None and before.month > value.month), value.month, value.day)

    def _old(self, value: Date) -> bool:
        """Whether the date, resolved from the page's own, is not of the last weeks."""
        if self._anchor is None or self._anchor.month is None or value.month is None:
            return True
        return (self._anchor.year - value.year) * 12 + self._anchor.month - value.month > _WEEKS


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
        if value is None or _said(scan, act.sentence, dated, act) or _lived(scan, act.sentence, dated):
            continue
        if _heads(scan, act.sentence, dated):
            continue
        gap = float(act.cue.start - dated.end if dated.end <= act.cue.start else dated.start - act.cue.end)
        between = (dated.end, act.cue.start) if dated.end <= act.cue.start else (act.cue.end, dated.start)
        gap += _OVER * (_CUT.search(scan.text, *between) is not None)
        gap += 60.0 if not act.start <= dated.start < act.end else 0.0
        gap -= {"day": 12.0, "month": 6.0, "year": 0.0}[value.precision]
        if clock is not None:
            value = clock.told(act.sentence, dated, value)
        if best is None or gap < best[0]:
            best = (gap, value)
    return best[1] if best else _begun(act)


def _begun(act: Act) -> Date | None:
    """ "Held since July 2021", "frozen since Monday": what lasts was done when it began."""
    if act.family not in _LASTS:
        return None
    begun = [
        (abs(dated.start - act.cue.start), dated.since)
        for dated in act.sentence.dates
        if dated.relation == "since" and dated.since is not None and act.start <= dated.start < act.end
    ]
    return min(begun, key=lambda row: row[0])[1] if begun else None


def single(dated: Dated) -> Date | None:
    """The one date that an expression stands for; None for periods and what could not be resolved."""
    if dated.relation != "on" or dated.since is None:
        return None
    if dated.until is None or dated.until == dated.since:
        return dated.since
    first, last = dated.since, dated.until
    if first.day and last.day and last.day <= first.day and _months(first, last) == 1:
        return Date(first.year, first.month)  # a month of another calendar: the one that it begins in
    if first.year == last.year:
        return Date(first.year, first.month) if first.month == last.month and first.month else Date(first.year)
    return None


def _months(first: Date, last: Date) -> int:
    return (last.year - first.year) * 12 + (last.month or 1) - (first.month or 1)


def _heads(scan: Scan, sentence: SentenceScan, dated: Dated) -> bool:
    """The date of a dateline."""
    return dated.end - sentence.start <= _DATELINE and _RULED_OFF.match(scan.text, dated.end, sentence.end) is not None


def _said(scan: Scan, sentence: SentenceScan, dated: Dated, act: Act) -> bool:
    """The date of the saying: it stands beside a word of speech, and the act does not stand nearer."""
    for cue in sentence.of("speech"):
        gap = cue.start - dated.end if cue.start >= dated.end else dated.start - cue.end
        nearer = act.cue.start - dated.end if act.cue.start >= dated.end else dated.start - act.cue.end
        if cue.start < act.cue.end and act.cue.start < cue.end:
            continue  # передал: to hand over and to report are one word, and here it is the act
        if cue.end <= dated.start and _THAT.search(scan.folded, cue.end - 1, dated.start):
            continue  # "said that in May", 警方说，5月: the date is part of what was said
        if act.cue.end <= dated.start and dated.end <= cue.start and _CUT.search(scan.text, dated.end, cue.start):
            continue  # "was seized on Monday, a friend says": a comma closes what is dated
        decreed = act.family in _DECREED or "announces" in cue.tags
        if -1 <= gap <= _SPOKEN and gap <= nearer and not decreed:
            return True
    return False


def _lived(scan: Scan, sentence: SentenceScan, dated: Dated) -> bool:
    """ "has lived in Riga from 2019": unless a comma closes the clause of living before the date.

    Nobody is said to live somewhere on a day: "outside her flat in Riga on 9 July" dates what was done there.
    """
    if dated.since is not None and dated.since.precision == "day":
        return False
    return any(
        0 <= dated.start - cue.start <= (_LIVED if scan.language not in _SPACELESS else _LIVED // 3)
        and cue.code == "in"
        and not re.search("[,،，]", scan.text[cue.end : dated.start])
        for cue in sentence.of("abode")
    )
