"""One language's words for dates, compiled from its calendar file: what `dates.find` looks things up in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from asylia.language.date_templates import NUMBERS, Template, Templates, alternatives, compile_template
from asylia.language.fold import fold
from asylia.language.phrases import Phrases, listed, rows, spellings

# Understood in every language.
_ISO = ("{year}-{m}-{day}", "{year}/{m}/{day}", "{year}.{m}.{day}")
_NAMED = ("month", "weekday", "unit", "season", "era")


@dataclass(frozen=True, slots=True)
class Far:
    """Where "since" stands apart from its date; `words` is how many words the gap may have."""

    pattern: re.Pattern[str]
    behind: bool
    words: int


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """The compiled tables of one language. `names` are the forms of each placeholder with their keys."""

    language: str
    names: Mapping[str, Mapping[str, str]]
    calendars: Mapping[str, str]  # month name → "jalali" or "hijri"; Gregorian where missing
    counts: Mapping[str, float]
    leads: AhoCorasick | None
    lead_templates: tuple[Templates, ...]
    digit_templates: Templates
    count_templates: Templates
    cased: bool
    open_end: bool
    proclitics: frozenset[str]
    cues: Phrases[bool]
    relations_before: Phrases[str]
    relations_after: Phrases[str]
    since_far: Far | None
    fillers: Phrases[bool]
    range_words: frozenset[str]
    range_heads: Phrases[bool]
    range_ands: frozenset[str]
    range_tails: Phrases[bool]


def _keyed(table: Mapping[str, Any]) -> dict[str, str]:
    """Folded form → key, of a table of the shape key = [forms]."""
    return {spelling: key for key, forms in table.items() for form in listed(forms) for spelling in spellings(form)}


def _names(dates: Mapping[str, Any]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    names = {name: _keyed(dates.get(f"{name}s", {})) for name in _NAMED}
    names["day"] = _keyed(dates.get("days", {}))  # "the second of May"
    calendars: dict[str, str] = {}
    for calendar in ("jalali", "hijri"):
        for form, key in _keyed(dates.get(f"{calendar}_months", {})).items():
            if form not in names["month"]:
                names["month"][form], calendars[form] = key, calendar
    return names, calendars


def _counts(numbers: Mapping[str, Any], dates: Mapping[str, Any]) -> dict[str, float]:
    counts = {form: float(key) for form, key in _keyed(dates.get("counts", {})).items()}
    for table in ("units", "scales"):
        for form, key in _keyed(numbers.get(table, {})).items():
            if float(key) <= 100:
                counts.setdefault(form, float(key))
    return counts


def _patterns(
    names: Mapping[str, Mapping[str, str]], counts: Mapping[str, float], dates: Mapping[str, Any]
) -> dict[str, str]:
    """The pattern of every placeholder."""
    patterns = dict(NUMBERS)
    suffix = alternatives({fold(form): True for form in listed(dates.get("day_suffix"))})
    for day in ("day", "day2"):
        if names["day"]:
            patterns[day] = patterns[day][:-1] + f"|{alternatives(names['day'])})"
        patterns[day] += f"(?:{suffix})?" if suffix else ""
    for name in _NAMED:
        if names[name]:
            patterns[name] = f"(?P<{name}>{alternatives(names[name])})"
            patterns[f"{name}2"] = f"(?P<{name}2>{alternatives(names[name])})"
    words = alternatives(counts)
    patterns["n"] = rf"(?P<n>\d{{1,3}}(?:[.,]5)?(?!\d){f'|(?:{words})(?:[ -]?(?:{words})){{0,2}}' if words else ''})"
    return patterns


def _templates(words: Mapping[str, Any], patterns: Mapping[str, str]) -> Iterator[Template]:
    rank = 0
    for form in _ISO:
        yield from compile_template(form, patterns, {}, rank)
    for key in ("date", "relative"):
        for row in rows(words, key):
            for form in listed(row.get("forms")):
                rank += 1
                yield from compile_template(form, patterns, {**row, "relative": key == "relative"}, rank)


def _by_lead(templates: list[Template], names: Mapping[str, Mapping[str, str]]) -> dict[str, list[Template]]:
    found: dict[str, list[Template]] = {}
    for template in templates:
        leads = (template.lead,) if template.lead else tuple(names.get(template.opens, ()))
        for lead in leads:
            found.setdefault(lead, []).append(template)
    return found


def _shared(by_lead: Mapping[str, list[Template]]) -> tuple[Templates, ...]:
    """The templates of every lead; names of months have the same ones, and share them compiled."""
    made: dict[tuple[int, ...], Templates] = {}
    return tuple(made.setdefault(tuple(map(id, found)), Templates(found)) for found in by_lead.values())


def _flags(forms: object, proclitics: tuple[str, ...] = ()) -> Phrases[bool]:
    return Phrases(((form, True) for form in listed(forms)), proclitics)


def _joins(forms: object, parts: object) -> frozenset[str]:
    """What stands between the ends of a period, alone and before a part of the second: "to", "to the end of"."""
    alone = [fold(form) for form in listed(forms)]
    behind = [fold(part) for part in listed(parts)]
    return frozenset((*alone, *(f"{word}{gap}{part}" for word in alone for part in behind for gap in (" ", ""))))


def _relations(words: Mapping[str, Any], side: str, proclitics: tuple[str, ...] = ()) -> Phrases[str]:
    entries = ((form, str(row["code"])) for row in rows(words, "relation") for form in listed(row.get(side)))
    return Phrases(entries, proclitics)


def _far(words: Mapping[str, Any], proclitics: tuple[str, ...]) -> Far | None:
    """ "since", where what happened then may stand between it and the date: before the date, or behind it."""
    for row in rows(words, "relation"):
        forms = "|".join(re.escape(fold(form)) for form in sorted(listed(row.get("far")), key=len, reverse=True))
        if forms and row.get("behind"):
            return Far(
                re.compile(rf"(?P<gap>[^\d,.;:()、，。；：（）]{{1,24}}?)(?:{forms})"), True, int(row.get("words", 1))
            )
        if forms:
            leads = "|".join(("", *map(re.escape, proclitics)))
            stop = "|".join(re.escape(fold(form)) for form in listed(words.get("numbers", {}).get("ands"))) or r"\d"
            gap = rf"(?!(?:\w+ )*(?:{stop}) )(?P<gap>[^\d,.;:()!?،؛]{{1,38}})"
            return Far(re.compile(rf"(?<!\w)(?:{leads})(?:{forms}) {gap}\Z"), False, int(row.get("words", 3)))
    return None


def _compile(language: str, words: Mapping[str, Any]) -> DateWords:
    dates: Mapping[str, Any] = words.get("dates", {})
    numbers: Mapping[str, Any] = words.get("numbers", {})
    names, calendars = _names(dates)
    proclitics = tuple(fold(form) for form in listed(numbers.get("proclitics")))
    counts = _counts(numbers, dates)
    made = list(_templates(words, _patterns(names, counts, dates)))
    by_lead = _by_lead([t for t in made if t.opens not in {"digit", "n"}], names)
    return DateWords(
        language=language,
        names=names,
        calendars=calendars,
        counts=counts,
        leads=AhoCorasick(list(by_lead), matchkind=MatchKind.Standard) if by_lead else None,
        lead_templates=_shared(by_lead),
        digit_templates=Templates([t for t in made if t.opens == "digit"]),
        count_templates=Templates([t for t in made if t.opens == "n"]),
        cased=bool(dates.get("capitals", False)),
        open_end=bool(numbers.get("open_end", False)),
        proclitics=frozenset(proclitics),
        cues=_flags(dates.get("cues"), proclitics),
        relations_before=_relations(words, "before", proclitics),
        relations_after=_relations(words, "after"),
        since_far=_far(words, proclitics),
        fillers=_flags(dates.get("fillers"), proclitics),
        range_words=_joins(dates.get("range_words", ["-"]), dates.get("range_parts")),
        range_heads=_flags(dates.get("range_heads"), proclitics),
        range_ands=_joins(dates.get("range_ands"), dates.get("range_parts")),
        range_tails=_flags(dates.get("range_tails")),
    )


_compiled: dict[int, tuple[Mapping[str, Any], DateWords]] = {}


def compiled(language: str, words: Mapping[str, Any]) -> DateWords:
    """The tables of one language, built once per mapping."""
    kept = _compiled.get(id(words))
    if kept is None or kept[0] is not words:
        if len(_compiled) > 64:
            _compiled.clear()
        kept = _compiled[id(words)] = (words, _compile(language, words))
    return kept[1]
