"""Parts of a date and distances in time turned into intervals of days, with no look at the text."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from asylia.language.calendars import span
from asylia.model.dates import Date

_CJK = {
    char: value
    for value, chars in enumerate(("〇零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_LONG = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "quarter": ("month", 3),
    "fortnight": ("day", 14),
    "halfyear": ("month", 6),
}
Span = tuple[Date, Date]


@dataclass(frozen=True, slots=True)
class Meaning:
    """`since` and `until` are None where the text does not say enough. `year` is False where the year was inferred."""

    since: Date | None
    until: Date | None
    relative: bool
    year: bool = True
    relation: str = "on"
    weekday: bool = False  # told by the day of the week alone


def cjk_number(text: str) -> int | None:
    """二十七 → 27, 二〇一四 → 2014, 元 → 1, digits as they are; None for anything else."""
    if text.isdigit():
        return int(text)
    if text == "元":
        return 1
    if "十" not in text and "廿" not in text:
        return int("".join(str(_CJK[char]) for char in text)) if all(char in _CJK for char in text) else None
    text = text.replace("廿十", "廿").replace("廿", "二十")
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or any(char not in _CJK for char in tens + ones):
        return None
    return (_CJK[tens] if tens else 1) * 10 + (_CJK[ones] if ones else 0)


def shifted(day: date, unit: str, by: int) -> date:
    """The day that many units later; the month's last day where it is shorter; ValueError outside the calendar."""
    if unit in _LONG:
        unit, times = _LONG[unit]
        by *= times
    if unit == "week":
        unit, by = "day", by * 7
    if abs(by) > 40_000:
        raise ValueError("out of the calendar")
    if unit == "day":
        return day + timedelta(days=by)
    months = day.year * 12 + day.month - 1 + (by if unit == "month" else by * 12)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_span(day: date, unit: str) -> Span:
    """The year, month, week or day that the day lies in."""
    if unit in {"year", "decade", "century", "season"}:
        return (Date(day.year), Date(day.year))
    if unit in {"month", "quarter", "halfyear"}:
        return (Date(day.year, day.month), Date(day.year, day.month))
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Date.of(monday), Date.of(monday + timedelta(days=6))
    return Date.of(day), Date.of(day)


def precision(unit: str) -> str:
    """The unit that a distance in `unit` is told to: "a decade ago" names a year."""
    return {"decade": "year", "century": "year", "fortnight": "week", "quarter": "month", "halfyear": "month"}.get(
        unit, unit
    )


def converted(other: str, parts: Mapping[str, int]) -> Meaning:
    """A year, month or day of another calendar as Gregorian days; of a year only the months are told."""
    first, last = span(other, parts["year"], parts.get("m"), parts.get("day"))
    if "day2" in parts:
        last = span(other, parts["year"], parts.get("m2", parts.get("m")), parts["day2"])[1]
        return Meaning(Date.of(first), Date.of(last), False, relation="between")
    if "m" in parts:
        return Meaning(Date.of(first), Date.of(last), False)
    return Meaning(Date(first.year, first.month), Date(last.year, last.month), False)


def full(parts: Mapping[str, int], row: Mapping[str, Any], *, relative: bool = False) -> Meaning:
    """A date with its year, or an interval where a second day, month or year is given."""
    if row.get("decade"):
        start = parts["year"] // 10 * 10
        return Meaning(Date(start), Date(start + 9), relative)
    since = Date(parts["year"], parts.get("m"), parts.get("day") if "m" in parts else None)
    if not {"year2", "m2", "day2"} & set(parts):
        return Meaning(since, since, relative)
    until = Date(
        parts.get("year2", parts["year"]),
        parts.get("m2", parts.get("m")) if "year2" not in parts or "m2" in parts else None,
        parts.get("day2"),
    )
    return Meaning(since, until, relative, relation="between")


def numeric(parts: Mapping[str, int]) -> Meaning | None:
    """ "4/3/2022" in English may be March or April: then only the year is sure."""
    day, month, year = parts["day"], parts["m"], parts["year"]
    if day > 12 >= month:
        found = Date(year, month, day)
    elif month > 12 >= day:
        found = Date(year, day, month)
    elif day == month:
        found = Date(year, month, day)
    elif max(day, month) <= 12:
        found = Date(year)
    else:
        return None
    return Meaning(found, found, False)


def weekday(base: date, weekday: int, row: Mapping[str, Any]) -> Meaning:
    """The most recent such day on or before the anchor; of another week where the words say so."""
    if "week" in row:
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * int(row["week"]))
        day = Date.of(monday + timedelta(days=weekday - 1))
    elif int(row.get("shift", -1)) > 0:
        day = Date.of(base + timedelta(days=(weekday - 1 - base.weekday() - 1) % 7 + 1))
    else:
        day = Date.of(base - timedelta(days=(base.weekday() - (weekday - 1)) % 7))
    return Meaning(day, day, True, weekday="week" not in row)
