"""Other calendars into the Gregorian one, by arithmetic alone."""

from __future__ import annotations

from datetime import date, timedelta

# Year 1 of each era is the year given plus one: Reiwa 1 is 2019, Minguo 1 is 1912, 2563 B.E. is 2020.
ERAS = {"minguo": 1911, "reiwa": 2018, "heisei": 1988, "showa": 1925, "taisho": 1911, "meiji": 1867, "buddhist": -543}

_JALALI_BREAKS = (
    -61,
    9,
    38,
    199,
    426,
    686,
    756,
    818,
    1111,
    1181,
    1210,
    1635,
    2060,
    2097,
    2192,
    2262,
    2324,
    2394,
    2456,
    3178,
)
_HIJRI_EPOCH = date(622, 7, 19)


def jalali(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a day of the Solar Hijri (Persian) calendar; ValueError outside it."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year < 3178):
        raise ValueError("no day of the Persian calendar")
    first = _jalali_new_year(year)
    passed = (month - 1) * 31 - max(0, month - 7)
    return first + timedelta(days=passed + day - 1)


def _jalali_new_year(year: int) -> date:
    """The day of Nowruz, by the breaks of the 33-year cycles (Borkowski)."""
    leaps, start, jump = -14, _JALALI_BREAKS[0], 0
    for breaking in _JALALI_BREAKS[1:]:
        jump = breaking - start
        if year < breaking:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        start = breaking
    passed = year - start
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if jump % 33 == 4 and jump - passed == 4:
        leaps += 1
    gregorian = year + 621
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return date(gregorian, 3, 20 + leaps - gregorian_leaps)


def hijri(year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar; sightings may differ by a day or two."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year < 2000):
        raise ValueError("no day of the Islamic calendar")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return _HIJRI_EPOCH + timedelta(days=days)


def span(calendar: str, year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """First and last Gregorian day of a year, month or day of the "jalali" or "hijri" calendar."""
    convert = jalali if calendar == "jalali" else hijri
    first = convert(year, month or 1, day or 1)
    if day is not None:
        return first, first
    if month is None or month == 12:
        return first, convert(year + 1) - timedelta(days=1)
    return first, convert(year, month + 1) - timedelta(days=1)


def year_of(calendar: str, day: date) -> int:
    """The year of the "jalali" or "hijri" calendar that the Gregorian day lies in."""
    convert = jalali if calendar == "jalali" else hijri
    year = day.year - 621 if calendar == "jalali" else (day.year - 621) * 33 // 32
    while convert(year) > day:
        year -= 1
    return year


def era_year(era: str, year: int) -> int:
    """The Gregorian year of a year of an era; KeyError for an unknown era."""
    return year + ERAS[era]
