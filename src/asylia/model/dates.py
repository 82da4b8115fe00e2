"""Dates as intervals: "2022", "2022-03" and "2022-03-04" are all dates, of different precision.

The text of ISO 8601 (reduced precision) is the only written form. A date of low precision is
never "the first day of": it is the whole span, so comparisons ask about spans.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A calendar date known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.first > self.last:
            raise ValueError("empty date")

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read "YYYY", "YYYY-MM" or "YYYY-MM-DD"; ValueError for anything else."""
        found = _ISO.match(text)
        if found is None:
            raise ValueError("not an ISO date of year, month or day precision")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> Date:
        """The date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The first day of the span."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of the span."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def iso(self) -> str:
        """The ISO form at the precision known."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def contains(self, other: Date) -> bool:
        """Whether the other span lies within this one."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Date) -> bool:
        """Whether the two spans share a day: nothing said by the one contradicts the other."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Date) -> timedelta:
        """Days between the two spans; zero where they meet."""
        if self.meets(other):
            return timedelta(0)
        return max(self.first, other.first) - min(self.last, other.last)

    def __str__(self) -> str:
        return self.iso()
