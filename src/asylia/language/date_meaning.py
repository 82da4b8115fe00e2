"""What a matched date template means: an interval of days, from its own parts and from the anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from asylia.language.calendars import era_year, year_of
from asylia.language.date_memory import Memory
from asylia.language.date_spans import (
    Meaning,
    cjk_number,
    converted,
    full,
    numeric,
    precision,
    shifted,
    unit_span,
    weekday,
)
from asylia.language.date_words import DateWords
from asylia.model.dates import Date


class Reader:
    """Reads matches against one anchor; remembers the last date, for "that June" and "the year before"."""

    def __init__(self, words: DateWords, anchor: Date | None) -> None:
        self.words = words
        self.anchor = anchor.last if anchor is not None else None
        self.memory = Memory()
        self.at = (0, 0)
        self._in_story = False

    def read(
        self, groups: Mapping[str, str | None], row: Mapping[str, Any], at: tuple[int, int] = (0, 0)
    ) -> Meaning | None:
        """The meaning of the match, which stands at `at`; None where it turns out to be no date."""
        if row.get("skip"):
            return Meaning(None, None, False, relation="skip")
        self.at, self._in_story = at, False
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
            self.memory.tell(meaning.since, at[1], with_year=self._in_story or (meaning.year and not meaning.relative))
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
            return converted(str(row["calendar"]), parts)
        if row.get("ambiguous") and "day" in parts:
            return numeric(parts)
        if row.get("months"):
            return self._months_of(parts, str(row["months"]))
        if "year" in parts:
            return full(parts, row)
        return self._yearless(parts)

    def _in_calendar(self, other: str, parts: dict[str, int], row: Mapping[str, Any]) -> Meaning | None:
        """A month of another calendar; without a year the most recent one, or the one of "this year"."""
        if "year" in parts:
            return converted(other, parts)
        base = (self.memory.base("year") if row.get("of") == "previous" else None) or self.anchor
        if base is None:
            return Meaning(None, None, True, year=False)
        year = year_of(other, base) + int(row.get("year", 0))
        meaning = converted(other, {**parts, "year": year})
        if not row.get("relative") and meaning.since is not None and meaning.since.first > base:
            meaning = converted(other, {**parts, "year": year - 1})
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
            beside = self.memory.day_beside(self.at[0])  # "7月12日と13日": the second day goes on with the first
            if beside is not None and beside.month is not None and day > (beside.day or 0):
                return self._days(beside.year, beside.month, parts)
            base = today if day <= today.day else shifted(today.replace(day=1), "month", -1)
            return self._days(base.year, base.month, parts)
        year = today.year if (month, day or 1) <= (today.month, today.day) else today.year - 1
        told = self.memory.year_for(month, Date(year, month, day).first, today, self.at[0])
        if told is not None:
            year, self._in_story = told, True
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
            base = self.memory.base("day" if "day" in row else "month" if "month" in row else "year")
        if row.get("vague") or base is None:
            return Meaning(None, None, True, year=False, relation=str(row.get("relation", "on")))
        if "n" in groups and groups["n"] is not None:
            return self._counted(base, groups, row)
        if groups.get("season"):
            return self._season(base, str(groups["season"]), int(row.get("year", 0)))
        if "weekday" in parts:
            return weekday(base, parts["weekday"], row)
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
            return full({**parts, "year": moved.year}, row, relative=True)
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
        if month is None and "day" in parts and int(row.get("shift", -1)) > 0:
            coming = base if parts["day"] >= base.day else shifted(base.replace(day=1), "month", 1)
            return self._days(coming.year, coming.month, parts)
        if month is None:
            return None
        if row.get("of") == "previous":
            return full({**parts, "year": base.year}, row, relative=True)
        ahead = int(row.get("shift", -1)) > 0
        later = month > base.month
        year = base.year + (0 if later else 1) if ahead else base.year - (1 if month >= base.month else 0)
        return full({**parts, "year": year}, row, relative=True)

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
        since, until = unit_span(moved, precision(unit))
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
