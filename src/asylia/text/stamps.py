"""Dates that pages print about themselves: "입력 2022.12.21 09:12", "Publié le 6 avril 2018", "۲۰ دی ۱۴۰۱".

Only dates written out; nothing relative, nothing guessed. All twelve languages are tried on every line, because
a page's chrome need not speak the language of its article.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from asylia.language.calendars import era_year, span
from asylia.language.fold import fold
from asylia.model.dates import Date
from asylia.text.months import MONTHS

REACH = 400  # characters of a line that are looked at: a stamp is short
_NAMES = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|-?го|-?е|'?[iıuü]?nci)?"
_OF = r"(?:\s*\.\s*|\s*,\s*|\s+de\s+|\s+del\s+|\s+of\s+|\s*/\s*|\s*-\s*|\s+)"
_MONTH = rf"(?P<month>{_NAMES})(?:\s*/\s*(?:{_NAMES}))?(?![^\W\d_])"
_YEAR = r"(?P<year>1[34]\d\d|19\d\d|20\d\d|2[45]\d\d)(?!\d)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 2022-12-21, 2022. 12. 21., 2022年2月25日, 2018년 4월 6일
        rf"(?<!\d){_YEAR}\s*[-./年년]\s*(?P<m>\d{{1,2}})\s*[-./月월]\s*(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<m>\d{{1,2}})\s*[月월]",
        # 6 avril 2018, 7. September 2018, ngày 6 tháng 4 năm 2018, 20 دی 1401
        rf"(?<![\d:.])(?P<d>\d{{1,2}}){_ORDINAL}{_OF}{_MONTH}(?:{_OF}|\s*năm\s*|\.,?\s*)(?P<era>พ\.ศ\.\s*)?{_YEAR}",
        # April 6, 2018; Apr. 6th 2018
        rf"(?<![^\W\d_]){_MONTH}\.?\s+(?P<d>\d{{1,2}}){_ORDINAL}\s*,?\s+{_YEAR}",
        # 2018 nisan 6, 2018, April 6
        rf"(?<!\d){_YEAR}\s*,?\s+{_MONTH}\.?\s+(?P<d>\d{{1,2}})(?!\d)",
        # 07/09/2018, 7.9.2018, 27-06-2022
        rf"(?<![\d./])(?P<a>\d{{1,2}})\s*[-./]\s*(?P<b>\d{{1,2}})\s*[-./]\s*{_YEAR}",
        # December 2012, décembre 2012, tháng 6 năm 2022
        rf"(?<![^\W\d_]){_MONTH}(?:{_OF}|\s*năm\s*|\.,?\s*)(?P<era>พ\.ศ\.\s*)?{_YEAR}",
        # 民國112年2月10日, 令和4年12月21日
        r"(?P<reign>民國|民国|令和|平成|昭和)\s*(?P<y>\d{1,3}|元)\s*年\s*(?:(?P<m>\d{1,2})\s*月\s*(?:(?P<d>\d{1,2})\s*日)?)?",
        # 20221221, 20221221093000
        r"(?<!\d)(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=\d{6}(?!\d)|\d{4}(?!\d)|(?!\d))",
        # 二〇二二年十二月二十五日
        r"(?P<hans>[〇零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,3})月(?:(?P<d>[一二三四五六七八九十]{1,3})日)?",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(found.group() for name in MONTHS if (found := _WORD.match(name)))
_REIGNS = {"民國": "minguo", "民国": "minguo", "令和": "reiwa", "平成": "heisei", "昭和": "showa"}
_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")
_PERSIAN_DIGIT = re.compile(r"[۰-۹]")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date at `[start:end]` of the line."""

    start: int
    end: int
    date: Date


def stamps(text: str, language: str | None = None, order: str | None = None) -> list[Stamp]:
    """Every date of the line's first characters, in order, without overlap.

    `order` ("dmy" or "mdy") reads 07/09/2018; without it, English leaves such a month open and every other
    language puts the day first.
    """
    line = _digits(text[:REACH])
    found: list[Stamp] = []
    taken: list[tuple[int, int]] = []
    named = any(word in _FIRST_WORDS for word in _WORD.findall(line))
    for pattern in _PATTERNS:
        if "month" in pattern.groupindex and not named:
            continue
        for match in pattern.finditer(line):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            made = _read(match, text, language, order)
            if made is not None:
                taken.append(match.span())
                found.append(Stamp(match.start(), match.end(), made))
    return sorted(found, key=lambda stamp: stamp.start)


def _digits(text: str) -> str:
    """Folded, with every digit a Western one; the length is unchanged."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in folded)


def _number(digits: str | None) -> int | None:
    """The number of digits or of Chinese numerals up to 99."""
    if not digits:
        return None
    if digits.isascii():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return (int(tens.translate(_HAN) or 1) * 10 if ten else 0) + int(ones.translate(_HAN) or 0)


def _read(match: re.Match[str], text: str, language: str | None, order: str | None) -> Date | None:
    """The date that a match means; None where it is none."""
    got = match.groupdict()
    try:
        if got.get("compact"):
            digits = got["compact"]
            return Date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if got.get("reign"):
            year = era_year(_REIGNS[got["reign"]], 1 if got["y"] == "元" else int(got["y"]))
            return Date(year, _number(got["m"]), _number(got["d"]))
        if got.get("hans"):
            return Date(int(got["hans"].translate(_HAN)), _number(got["m"]), _number(got["d"]))
        year = int(got["year"])
        if got.get("a"):
            return _numeric(year, int(got["a"]), int(got["b"]), _order(language, order))
        calendar, month = MONTHS[got["month"]] if got.get("month") else ("", _number(got["m"]) or 0)
        persian = language == "fa" or _PERSIAN_DIGIT.search(text[match.start() : match.end()]) is not None
        return _dated(calendar, year, month, _number(got.get("d")), persian)
    except (ValueError, KeyError):
        return None


def _dated(calendar: str, year: int, month: int, day: int | None, persian: bool) -> Date | None:
    """In the calendar that the month's name or the year tells."""
    if calendar in ("jalali", "hijri") or (not calendar and 1300 <= year < 1500):
        if not calendar:
            calendar = "jalali" if persian else "hijri"
        first, last = span(calendar, year, month, day)
        return Date.of(first) if first == last else Date(first.year, _middle(first, last).month)
    if 2400 <= year < 2600:
        year = era_year("buddhist", year)
    return Date(year, month, day) if 1900 <= year <= 2100 else None


def _middle(first: date, last: date) -> date:
    return first + (last - first) / 2


def _order(language: str | None, order: str | None) -> str | None:
    return order or (None if language in (None, "en") else "dmy")


def _numeric(year: int, first: int, second: int, order: str | None) -> Date | None:
    if not 1900 <= year <= 2100:
        return None
    if first > 12 or order == "dmy" or first == second:
        return Date(year, second, first)
    if second > 12 or order == "mdy":
        return Date(year, first, second)
    return Date(year)
