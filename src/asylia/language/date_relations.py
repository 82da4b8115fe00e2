"""Dates beside one another and beside "since", "until", "between … and": periods with one end or two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from asylia.language.date_spans import Meaning
from asylia.language.date_words import DateWords, Far
from asylia.language.phrases import Phrases
from asylia.model.dates import Date

_WIDEST = 24  # "and the beginning of"
_BESIDE = 6
_LAST_YEAR = re.compile(r"([^\W\d]{1,3}|[~-])\s?(\d\d)[年년]")
_FAR = 40  # characters before a date in which "since" may stand


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression with its meaning, before its relation is read."""

    start: int
    end: int
    meaning: Meaning


def one_day(found: list[Found], folded: str, table: DateWords) -> list[Found]:
    """ "Friday 9 June", 6月9日星期五: a weekday beside a date names no second date."""
    made: list[Found] = []
    for one in found:
        last = made[-1] if made else None
        gap = folded[last.end : one.start] if last is not None and one.start - last.end <= _BESIDE else "\n"
        word = gap.strip(" ,(،、")  # "Freitag, dem 9. Juni"
        filled = not word or table.fillers.after(word, 0) == (len(word), True)
        if last is None or "\n" in gap or not filled or not _same_day(last.meaning, one.meaning):
            made.append(one)
        else:
            made[-1] = Found(last.start, one.end, one.meaning if last.meaning.weekday else last.meaning)
    return made


def _same_day(first: Meaning, second: Meaning) -> bool:
    """Whether one is a weekday and the other a day of a month."""
    if first.weekday == second.weekday or "between" in (first.relation, second.relation):
        return False
    dated = second.since if first.weekday else first.since
    return dated is not None and dated.day is not None


def joined(found: list[Found], folded: str, table: DateWords) -> list[Found]:
    """ "from April 2021 to July 2022", 2014年至2016年, "1997-2021": two dates made the ends of one period."""
    made: list[Found] = []
    at = 0
    while at < len(found):
        pair = _period(found[at], found[at + 1], folded, table) if at + 1 < len(found) else None
        made.append(pair or _short(found[at], folded, table))
        at += 2 if pair else 1
    return made


def _short(one: Found, folded: str, table: DateWords) -> Found:
    """2014年から23年: the last year of a period without its century."""
    since, until = one.meaning.since, one.meaning.until
    if since is None or since != until or since.precision != "year" or one.meaning.relation != "on":
        return one
    match = _LAST_YEAR.match(folded, one.end)
    if match is None or match[1].strip() not in table.range_words:
        return one
    last = Date(since.year // 100 * 100 + int(match[2]))
    return (
        Found(one.start, match.end(), Meaning(since, last, False, relation="between"))
        if last.year > since.year
        else one
    )


def _period(first: Found, second: Found, folded: str, table: DateWords) -> Found | None:
    if second.start - first.end > _WIDEST or first.meaning.relation != "on" or second.meaning.relation != "on":
        return None
    between = folded[first.end : second.start].strip()
    head = _before(table.range_heads, folded, first.start)
    start = first.start
    if head is not None and between in table.range_ands:
        start = head[0]
    elif not between or between not in table.range_words:
        return None
    tail = table.range_tails.after(
        folded, second.end + (folded[second.end : second.end + 1] == " "), open_end=table.open_end
    )
    end = tail[0] if tail is not None else second.end
    since, until = _same_year(first.meaning, second.meaning)
    if since is None or until is None:
        return Found(start, end, Meaning(None, None, True, relation="between"))
    if since.first > until.last:
        return None
    relative = first.meaning.relative and second.meaning.relative
    return Found(start, end, Meaning(since, until, relative, relation="between"))


def _same_year(first: Meaning, second: Meaning) -> tuple[Date | None, Date | None]:
    """ "April to July 2022": the end without a year takes the other's."""
    since, until = first.since, second.until
    if since is None or until is None:
        since = None if first.since is None else first.since
        return since, until
    if not first.year and second.year and since.month is not None:
        year = until.year - (since.month > (until.month or 12))
        since = _in_year(since, year)
    elif first.year and not second.year and until.month is not None and since.month is not None:
        until = _in_year(until, since.year + (until.month < since.month))
    return since, until


def _in_year(day: Date, year: int) -> Date:
    return Date(year, day.month, min(day.day, 28) if day.day and day.month == 2 else day.day)


def related(one: Found, folded: str, table: DateWords) -> Found:
    """The same date with the relation that the words beside it give, and those words taken into its span."""
    code, start, end = "", one.start, one.end
    at = start
    for _ in range(4):
        found = _before(table.relations_before, folded, at)
        if found is not None:
            start, code = found
            break
        filler = _before(table.fillers, folded, at)
        if filler is None:
            break
        at = filler[0]
    if not code or code == "from":
        after = _after(table.relations_after, folded, one.end, table)
        if after is not None:
            end, code = after
    if code == "from":
        code = "since"
    meaning = one.meaning
    far = _far(one, folded, table.since_far) if not code and meaning.relation == "on" and table.since_far else None
    if far is not None:
        (start, end), code = far, "since"
    if code == "none" or not code or (meaning.relation == "between" and code == "on"):
        return one
    if code == "since" and meaning.relation == "on":
        meaning = replace(meaning, until=None, relation="since")
    elif code == "until" and meaning.relation == "on":
        meaning = replace(meaning, since=None, relation="until")
    return Found(start, end, meaning)


def _far(one: Found, folded: str, far: Far) -> tuple[int, int] | None:
    """ "since the July elections", 2015年の危機以来: the span with "since" where it stands apart from its date."""
    low = max(one.start - _FAR, 0)
    found = far.pattern.match(folded, one.end) if far.behind else far.pattern.search(folded, low, one.start)
    if found is None or len(found["gap"].split()) > far.words:
        return None
    return (one.start, found.end()) if far.behind else (found.start(), one.end)


def _before(phrases: Phrases[str] | Phrases[bool], folded: str, at: int) -> tuple[int, str] | None:
    for gap in (1, 0):
        if gap and folded[at - 1 : at] != " ":
            continue
        found = phrases.before(folded, at - gap)
        if found is not None:
            return found[0], str(found[1])
    return None


def _after(phrases: Phrases[str], folded: str, at: int, table: DateWords) -> tuple[int, str] | None:
    for gap in (0, 1):
        if gap and folded[at : at + 1] not in {" ", "'"}:
            continue
        found = phrases.after(folded, at + gap, open_end=table.open_end)
        if found is not None:
            return found
    return None
