"""Check a calendar file: the numbers and dates of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asylia.language import date_words, number_words
from asylia.language.fold import fold
from asylia.language.numbers import ROLES
from asylia.model.claim import BOUNDS
from asylia.model.errors import LexiconError

_ROWS = {
    "bound": (*BOUNDS, "none"),
    "role": ROLES,
    "relation": ("since", "until", "from", "none"),
    "unit": ("percent", "permille", "times", "tenths"),
}
_TABLES = frozenset({"numbers", "dates", "date", "relative", "fraction", "vague", "range", "share", *_ROWS})
_SIDES = ("before", "after", "middle", "forms", "far")
_KEYED = {"months": range(1, 13), "jalali_months": range(1, 13), "hijri_months": range(1, 13), "weekdays": range(1, 8)}


def calendar_mistakes(name: str, tables: Mapping[str, Any]) -> Iterator[LexiconError]:
    """Every mistake of one calendar file."""
    for key in sorted(set(tables) - _TABLES):
        yield LexiconError(name, key, f"unknown table; known are {', '.join(sorted(_TABLES))}")
    for kind in sorted(set(tables) & (_TABLES - {"numbers", "dates"})):
        rows = tables[kind]
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            yield LexiconError(name, kind, f"write each entry under a heading [[{kind}]]")
            continue
        for row in rows:
            yield from _of_row(name, kind, row)
    yield from _of_dates(name, tables.get("dates", {}))
    yield from _of_numbers(name, tables.get("numbers", {}))
    for compiled in (date_words.compiled, number_words.compiled):
        try:
            compiled("", tables)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield LexiconError(name, "templates", f"cannot be read: {error}")


def _of_row(name: str, kind: str, row: Mapping[str, Any]) -> Iterator[LexiconError]:
    code = str(row.get("code", ""))
    where = f"[[{kind}]] {code}".strip()
    known = _ROWS.get(kind)
    currency = kind == "unit" and len(code) == 3 and code.isupper()
    if known is not None and code not in known and not currency:
        more = " or a currency such as EUR" if kind == "unit" else ""
        yield LexiconError(name, where, f"unknown code; known are {', '.join(known)}{more}")
    if kind in {"fraction", "vague"} and not isinstance(row.get("value"), int | float):
        yield LexiconError(name, where, "needs a value, a number")
    if not any(side in row for side in _SIDES):
        yield LexiconError(name, where, f"needs words: one of {', '.join(_SIDES)}")
    for side in _SIDES:
        yield from _of_words(name, f"{where} {side}", row.get(side, ["-"]))


def _of_words(name: str, where: str, forms: object) -> Iterator[LexiconError]:
    listed = [forms] if isinstance(forms, str) else forms
    if not isinstance(listed, list) or not all(isinstance(form, str) and form.strip() for form in listed):
        yield LexiconError(name, where, 'is a list of words: ["a word", …], none of them empty')
        return
    for form in listed:
        if form.count("{") != form.count("}") or form.count("[") != form.count("]"):
            yield LexiconError(name, f"{where} {form!r}", "a bracket is not closed")


def _of_dates(name: str, dates: object) -> Iterator[LexiconError]:
    if not isinstance(dates, Mapping):
        yield LexiconError(name, "dates", "is a table, [dates]")
        return
    for table, allowed in _KEYED.items():
        seen: dict[str, str] = {}
        for key, forms in dates.get(table, {}).items():
            where = f"[dates.{table}] {key}"
            if not (key.isdigit() and int(key) in allowed):
                yield LexiconError(name, where, f"the key is a number from {allowed[0]} to {allowed[-1]}")
            yield from _of_words(name, where, forms)
            for form in forms if isinstance(forms, list) else [forms]:
                if seen.setdefault(fold(str(form)), key) != key:
                    yield LexiconError(name, f"{where} {form!r}", f"stands under {seen[fold(str(form))]} already")


def _of_numbers(name: str, numbers: object) -> Iterator[LexiconError]:
    if not isinstance(numbers, Mapping):
        yield LexiconError(name, "numbers", "is a table, [numbers]")
        return
    for table in ("units", "scales", "ordinals", "multiples", "suffixes"):
        for key, forms in numbers.get(table, {}).items():
            where = f"[numbers.{table}] {key}"
            try:
                float(key)
            except ValueError:
                yield LexiconError(name, where, "the key is the value, in digits")
            yield from _of_words(name, where, forms)
