"""Dates in running text: absolute, relative to an anchor, periods, and whether they open or close one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from asylia.language import numbers as number_words
from asylia.language.date_meaning import Reader
from asylia.language.date_relations import Found, joined, one_day, related
from asylia.language.date_spans import Meaning
from asylia.language.date_templates import Template
from asylia.language.date_words import DateWords, compiled
from asylia.language.fold import fold
from asylia.language.numbers import Number
from asylia.language.phrases import ZWNJ
from asylia.language.scripts import at_word_end, at_word_start, script_of
from asylia.model.dates import Date

_DIGITS = re.compile(r"\d+")
_YEAR_AFTER = re.compile(r" ?(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the text has it. None in `since` and `until` is what the text (and the anchor) do not say.

    relation: "on" (a date, or the interval that it stands for), "since" (open end), "until" (open start),
    "between" (a period with both ends). relative: resolved from the anchor or from another date.
    """

    start: int
    end: int
    since: Date | None
    until: Date | None
    relation: str
    relative: bool


def find(
    text: str,
    language: str | None,
    words: Mapping[str, Any],
    anchor: Date | None,
    found_numbers: Sequence[Number] | None = None,
    folded: str | None = None,
) -> list[Dated]:
    """Every date of the text, in order and without overlap.

    `anchor` is the day the text was written: "last year", "on Thursday" and a month without a year are resolved
    from it; without an anchor they are returned with None. Pass `found_numbers` and `folded` where they are at hand.
    """
    folded = fold(text) if folded is None else folded
    if found_numbers is None:
        found_numbers = number_words.find(text, language, words, folded)
    table = compiled(language or "", words)
    found = _expressions(text, folded, table, found_numbers, Reader(table, anchor))
    return [
        Dated(one.start, one.end, one.meaning.since, one.meaning.until, one.meaning.relation, one.meaning.relative)
        for one in (related(one, folded, table) for one in joined(one_day(found, folded, table), folded, table))
    ]


def _expressions(
    text: str, folded: str, table: DateWords, found_numbers: Sequence[Number], reader: Reader
) -> list[Found]:
    """The date expressions from left to right; of several at one place the longest that is a date."""
    years = {number.digits_start: number for number in found_numbers if number.role == "year" and number.upper is None}
    found: list[Found] = []
    reach = 0
    for at, templates in _places(folded, table, found_numbers):
        if at < reach:
            continue
        made = _read(text, folded, table, at, templates, reader)
        if made is None and at in years:
            year = Date(int(years[at].value))
            reader.memory.tell(year, years[at].digits_end, with_year=True)
            made = Found(at, years[at].digits_end, Meaning(year, year, False))
        if made is not None:
            reach = made.end
            if made.meaning.relation != "skip":
                found.append(made)
    return found


def _places(folded: str, table: DateWords, found_numbers: Sequence[Number]) -> Iterator[tuple[int, list[Template]]]:
    """Where a date may begin, with the templates that may fit there, in order of place."""
    places: dict[int, list[Template]] = {number.digits_start: [] for number in found_numbers}
    counts, digits = table.count_templates, table.digit_templates
    for start, templates in places.items():
        if counts.guard.match(folded, start):
            templates += counts.fitting(folded, start)
    for match in _DIGITS.finditer(folded):
        places.setdefault(match.start(), [])
    for start, templates in places.items():
        if digits.guard.match(folded, start):
            templates += digits.fitting(folded, start)
    if table.leads is not None:
        for index, start, _ in table.leads.find_matches_as_indexes(folded, overlapping=True):
            found = table.lead_templates[index]
            if found.guard.match(folded, start) and _may_begin(folded, start, table):
                places.setdefault(start, []).extend(found.fitting(folded, start))
    return iter(sorted(places.items(), key=lambda item: item[0]))


def _may_begin(folded: str, start: int, table: DateWords) -> bool:
    if at_word_start(folded, start) or folded[start - 1].isdigit() or script_of(folded[start]) == "Hang":
        return True
    if not table.proclitics:
        return False
    at = start
    while at > 0 and start - at < 5 and folded[at - 1].isalpha():
        at -= 1
    return folded[at:start] in table.proclitics


def _read(text: str, folded: str, table: DateWords, at: int, templates: list[Template], reader: Reader) -> Found | None:
    matches = []
    for template in templates:
        match = template.pattern.match(folded, at)
        if match is not None and (table.open_end or _ends(folded, match.end())):
            matches.append((-match.end(), template.rank, match, template))
    matches.sort(key=lambda item: item[:2])
    for _, _, match, template in matches:
        if not _fits(text, folded, table, match, template):
            continue
        meaning = reader.read(match.groupdict(), template.meaning, match.span())
        if meaning is not None:
            return Found(at, match.end(), meaning)
    return None


def _ends(folded: str, end: int) -> bool:
    return folded[end - 1 : end] == "." or (at_word_end(folded, end) and folded[end : end + 1] != ZWNJ)


def _fits(text: str, folded: str, table: DateWords, match: re.Match[str], template: Template) -> bool:
    """Whether capitals and the word before are as they must be ("may" is a verb, "March" a month)."""
    groups = match.groupdict()
    if table.cased:
        for name in ("month", "weekday"):
            if groups.get(name) and not text[match.start(name)].isupper():
                return False
    start = match.start()
    if (
        match.group()[0].isdigit()
        and start
        and (folded[start - 1] in ".,/-:" and folded[start - 2 : start - 1].isdigit())
    ):
        return False
    if (
        folded[match.end() : match.end() + 1] in {"/", "-"}
        and folded[match.end() + 1 : match.end() + 2].isdigit()
        and match.group()[-1].isdigit()
    ):
        return not template.meaning.get("numeric")
    if template.meaning.get("proper"):  # thứ Ba is Tuesday, thứ ba the third
        name = next(name for name in ("weekday", "month") if groups.get(name))
        if not text[folded.rfind(" ", 0, match.end(name)) + 1].isupper():
            return False
    if template.meaning.get("yearless") and _YEAR_AFTER.match(folded, match.end()):
        return False
    if not template.meaning.get("cue"):
        return True
    return any(
        table.cues.before(folded, start - gap) is not None
        for gap in (1, 0)
        if gap == 0 or folded[start - 1 : start] in {" ", "-"}
    )
