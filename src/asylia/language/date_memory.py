"""The dates that a text has told so far: what "that morning", "the year before" and a month without a year go by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from asylia.model.dates import Date

_BESIDE = 3  # characters: "and", と, 과
_NEAR = 400  # characters: how far a story's year reaches
_RECENT = 45  # days: a month without a year that lies so close to the day of writing is news, not story


@dataclass(slots=True)
class Memory:
    """The last date told of each precision, and the last one told with its year."""

    told: dict[str, Date] = field(default_factory=dict)
    last: Date | None = None
    story: Date | None = None
    story_end: int = 0
    end: int = -99

    def tell(self, day: Date, end: int, *, with_year: bool) -> None:
        """Keep a date; `with_year` where its year was written with its month or day."""
        self.told[day.precision] = self.last = day
        self.end = end
        if with_year and day.month is not None:
            self.story, self.story_end = day, end

    def base(self, unit: str) -> date | None:
        """What "that day", "the next month" or "the year before" start from: a date at least as precise."""
        if unit == "day":
            found = self.told.get("day")
        elif unit == "month" and self.last is not None and self.last.month is None:
            found = self.told.get("month") or self.told.get("day")
        else:
            found = self.last
        return found.first if found is not None else None

    def day_beside(self, at: int) -> Date | None:
        """The day told right before this place, at most an "and" away."""
        return self.last if 0 <= at - self.end <= _BESIDE and self.last is not None and self.last.day else None

    def year_for(self, month: int, recent: date, today: date, at: int) -> int | None:
        """The year that a story told of earlier gives a month without one; None where the page's own date does.

        "In June 2002 they met. On 27 June …": the same year, while the story lasts and its months go on.
        """
        story = self.story
        if story is None or story.month is None or at - self.story_end > _NEAR or story.year >= today.year:
            return None
        if month < story.month or (today - recent).days <= _RECENT:
            return None
        return story.year
