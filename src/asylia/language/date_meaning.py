"""What a matched date template means: an interval of days, from its own parts and from the anchor."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from asylia.language.calendars import era_year, span, year_of
from asylia.language.date_words import DateWords
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


class Reader:
    """Reads matches against one anchor; remembers the last date, for "that June" and "the year before"."""

    def __init__(self, words: DateWords, anchor: Date | None) -> None:
        self.words = words
        self.anchor = anchor.last if anchor is not None else None
        self.previous: Date | None = None

    def read(self, groups: Mapping[str, str | None], row: Mapping[str, Any]) -> Meaning | None:
        """The meaning of the match; None where it turns out to be no date."""
        relative = bool(row.get("relative"))
        try:
            parts = self._parts(groups, row)
            if parts is None:
                return None
            other = self.words.calendars.get(str(groups.get("month")))
            if groups.get("month") and row.get("calendar", other or "gregorian") != (other or "gregorian"):
                return None
            if other is not None:
                meaning = self._in_calendar(other, parts, row)
            else:
                meaning = self._absolute(parts, row) if not relative else self._relative(parts, groups, row)
        except (ValueError, OverflowError):
            return None
        if meaning is not None and meaning.since is not None:
            self.previous = meaning.since
        return meaning

    def _parts(self, groups: Mapping[str, str | None], row: Mapping[str, Any]) -> dict[str, int] | None:
        parts: dict[str, int] = {}
        for name in ("year", "year2", "m", "m2", "day", "day2", "yy"):
            written = groups.get(name)
            if written:
                digits = "".join(char for char in written if char.isdigit()) if written[0].isdigit() else written
                known = self.words.names["day"].get(written) if name in {"day", "day2"} else None
                value = int(known) if known else cjk_number(digits)
                if value is None:
                    return None
                parts[name] = value
        for name, key in (("month", "m"), ("month2", "m2")):
            if groups.get(name):
                parts[key] = int(self.words.names["month"][str(groups[name])])
        if groups.get("weekday"):
            parts["weekday"] = int(self.words.names["weekday"][str(groups["weekday"])])
        if row.get("era"):
            parts["year"] = era_year(str(row["era"]), parts["year"])
        if groups.get("era"):
            parts["year"] = era_year(self.words.names["era"][str(groups["era"])], parts["year"])
        if "yy" in parts and "year" in parts:  # "2014-15"
            parts["year2"] = parts["year"] // 100 * 100 + parts.pop("yy")
            if parts["year2"] <= parts["year"]:
                return None
        elif "yy" in parts:
            parts["year"] = parts["yy"] + (2000 if parts["yy"] < 60 else 1900)
            if row.get("calendar") == "jalali":
                if 9 < parts["yy"] < 80:
                    return None  # more likely a count: "in Aban 50 people"
                parts["year"] = parts["yy"] + (1300 if parts["yy"] > 9 else 1400)
        if not (1 <= parts.get("m", 1) <= 12 or row.get("ambiguous")) or parts.get("m2", 1) > 12:
            return None
        return parts

    def _absolute(self, parts: dict[str, int], row: Mapping[str, Any]) -> Meaning | None:
        if row.get("calendar", "gregorian") != "gregorian":
            return _converted(str(row["calendar"]), parts)
        if row.get("ambiguous") and "day" in parts:
            return _numeric(parts)
        if row.get("months"):
            return self._months_of(parts, str(row["months"]))
        if "year" in parts:
            return _full(parts, row)
        return self._yearless(parts)

    def _in_calendar(self, other: str, parts: dict[str, int], row: Mapping[str, Any]) -> Meaning | None:
        """A month of another calendar; without a year the most recent one, or the one of "this year"."""
        if "year" in parts:
            return _converted(other, parts)
        base = self.previous.first if row.get("of") == "previous" and self.previous is not None else self.anchor
        if base is None:
            return Meaning(None, None, True, year=False)
        year = year_of(other, base) + int(row.get("year", 0))
        meaning = _converted(other, {**parts, "year": year})
        if not row.get("relative") and meaning.since is not None and meaning.since.first > base:
            meaning = _converted(other, {**parts, "year": year - 1})
        return replace(meaning, relative=True, year=bool(row.get("relative")))

    def _months_of(self, parts: dict[str, int], which: str) -> Meaning | None:
        """Halves and quarters: "1-6" of the year."""
        year = parts.get("year") or (self.anchor.year if self.anchor else None)
        if year is None:
            return Meaning(None, None, True, year=False)
        first, _, last = which.partition("-")
        return Meaning(Date(year, int(first)), Date(year, int(last)), "year" not in parts)

    def _yearless(self, parts: dict[str, int]) -> Meaning | None:
        """A month, a day of a month or a bare day: the most recent one."""
        month, day = parts.get("m"), parts.get("day")
        if self.anchor is None:
            if month is not None and day is not None:
                Date(2024, month, day)
            return Meaning(None, None, True, year=False)
        today = self.anchor
        if month is None:
            if day is None:
                return None
            base = today if day <= today.day else shifted(today.replace(day=1), "month", -1)
            return self._days(base.year, base.month, parts)
        year = today.year if (month, day or 1) <= (today.month, today.day) else today.year - 1
        if day is None and "m2" not in parts:
            return Meaning(Date(year, month), Date(year, month), True, year=False)
        return self._days(year, month, parts)

    def _days(self, year: int, month: int, parts: dict[str, int]) -> Meaning:
        first = Date(year, month, parts.get("day"))
        until = Date(year, parts.get("m2", month), parts.get("day2")) if "day2" in parts or "m2" in parts else first
        return Meaning(first, until, True, year=False, relation="on" if until == first else "between")

    def _relative(
        self, parts: dict[str, int], groups: Mapping[str, str | None], row: Mapping[str, Any]
    ) -> Meaning | None:
        base: date | None = self.anchor
        if row.get("of") == "previous":
            base = self.previous.first if self.previous is not None else None
        if row.get("vague") or base is None:
            return Meaning(None, None, True, year=False, relation=str(row.get("relation", "on")))
        if "n" in groups and groups["n"] is not None:
            return self._counted(base, groups, row)
        if groups.get("season"):
            return self._season(base, str(groups["season"]), int(row.get("year", 0)))
        if "weekday" in parts:
            return _weekday(base, parts["weekday"], row)
        if groups.get("unit"):
            unit = self.words.names["unit"][str(groups["unit"])]
            since, until = unit_span(shifted(base, unit, int(row.get("shift", -1))), unit)
            return Meaning(since, until, True)
        return self._shifted(base, parts, row)

    def _shifted(self, base: date, parts: dict[str, int], row: Mapping[str, Any]) -> Meaning | None:
        """ "last year", "last March", "on the 4th of last month"."""
        unit = next((unit for unit in ("day", "week", "month", "year", "decade") if unit in row), None)
        if unit is None:
            return self._nearest(base, parts, row)
        moved = shifted(base, unit, int(row[unit]))
        if unit == "decade":
            start = moved.year // 10 * 10
            return Meaning(Date(start), Date(start + 9), True)
        if unit == "year" and "m" in parts:
            return _full({**parts, "year": moved.year}, row, relative=True)
        if unit == "month" and "day" in parts:
            day = Date(moved.year, moved.month, parts["day"])
            return Meaning(day, day, True)
        if unit == "year" and row.get("months"):
            first, _, last = str(row["months"]).partition("-")
            return Meaning(Date(moved.year, int(first)), Date(moved.year, int(last)), True)
        since, until = unit_span(moved, unit)
        if row.get("to") == "anchor":
            return Meaning(since, Date.of(base), True, relation="between")
        return Meaning(since, until, True)

    def _nearest(self, base: date, parts: dict[str, int], row: Mapping[str, Any]) -> Meaning | None:
        """ "last March" and "next March": the nearest one on that side; "that June": of the same year."""
        month = parts.get("m")
        if month is None:
            return None
        if row.get("of") == "previous":
            return _full({**parts, "year": base.year}, row, relative=True)
        ahead = int(row.get("shift", -1)) > 0
        later = month > base.month
        year = base.year + (0 if later else 1) if ahead else base.year - (1 if month >= base.month else 0)
        return _full({**parts, "year": year}, row, relative=True)

    def _counted(self, base: date, groups: Mapping[str, str | None], row: Mapping[str, Any]) -> Meaning | None:
        """ "two weeks ago", "in the past two years", "three days later"."""
        count = self._count(str(groups["n"]))
        named = groups.get("unit")
        unit = str(row["unit"]) if "unit" in row else self.words.names["unit"][named] if named else None
        if unit is None or count is None:
            return None
        if unit == "firstmonths":
            year = int(str(groups.get("year") or base.year))
            return Meaning(Date(year, 1), Date(year, int(count)), "year" not in groups) if count <= 12 else None
        moved = shifted(base, unit, round(count) * int(row.get("shift", -1)))
        since, until = unit_span(moved, _precision(unit))
        if row.get("to") == "anchor":
            return Meaning(since, Date.of(base), True, relation="between")
        return Meaning(since, until, True)

    def _count(self, written: str) -> float | None:
        if written[0].isdigit():
            return float(written.replace(",", "."))
        known = self.words.counts
        if written in known:
            return known[written]
        cjk = cjk_number(written)
        if cjk is not None:
            return float(cjk)
        pieces = [known.get(piece) for piece in written.replace("-", " ").split(" ")]
        return sum(piece or 0.0 for piece in pieces) if all(pieces) else None

    def _season(self, base: date, written: str, shift: int) -> Meaning:
        first, _, last = self.words.names["season"][written].partition("-")
        start, end = int(first), int(last)
        year = base.year + shift
        if shift == 0 and start > base.month:
            year -= 1
        return Meaning(Date(year, start), Date(year if end >= start else year + 1, end), True)


def _precision(unit: str) -> str:
    return {"decade": "year", "century": "year", "fortnight": "week", "quarter": "month", "halfyear": "month"}.get(
        unit, unit
    )


def _converted(other: str, parts: Mapping[str, int]) -> Meaning:
    """A year, month or day of another calendar as Gregorian days; of a year only the months are told."""
    first, last = span(other, parts["year"], parts.get("m"), parts.get("day"))
    if "day2" in parts:
        last = span(other, parts["year"], parts.get("m2", parts.get("m")), parts["day2"])[1]
        return Meaning(Date.of(first), Date.of(last), False, relation="between")
    if "m" in parts:
        return Meaning(Date.of(first), Date.of(last), False)
    return Meaning(Date(first.year, first.month), Date(last.year, last.month), False)


def _full(parts: Mapping[str, int], row: Mapping[str, Any], *, relative: bool = False) -> Meaning:
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


def _numeric(parts: Mapping[str, int]) -> Meaning | None:
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


def _weekday(base: date, weekday: int, row: Mapping[str, Any]) -> Meaning:
    """The most recent such day on or before the anchor; of another week where the words say so."""
    if "week" in row:
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * int(row["week"]))
        day = Date.of(monday + timedelta(days=weekday - 1))
    elif int(row.get("shift", -1)) > 0:
        day = Date.of(base + timedelta(days=(weekday - 1 - base.weekday() - 1) % 7 + 1))
    else:
        day = Date.of(base - timedelta(days=(base.weekday() - (weekday - 1)) % 7))
    return Meaning(day, day, True)
