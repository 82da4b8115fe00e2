"""Numbers in running text: value, bound, unit, and what kind of number it is, in any of the lexicon's languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from asylia.language.fold import fold
from asylia.language.number_chains import Chain, chains
from asylia.language.number_context import Beside, beside
from asylia.language.number_pieces import pieces
from asylia.language.number_ranges import CHANGE, range_start, scaled
from asylia.language.number_shares import with_shares
from asylia.language.number_words import NumberWords, compiled

ROLES = ("count", "ordinal", "year", "date", "time", "code", "age", "duration", "measure", "occasion", "article")
_SHARED = frozenset({"duration", "age", "measure"})
_COMMAS = re.compile("[,،]")
_WIDEST = 12  # between two numbers of a list
_LED = frozenset({"age", "code"})
_FOLLOWING = re.compile(r" ([^\W\d]+)")
_SHORT = 2  # letters: "of", "de", "du"; what follows a number that counts is longer
SHAPES = ("numeral", "word", "vague", "fraction", "range")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text has it. `text[start:end]` covers its bound words and unit, `digits_start` and
    `digits_end` the bare number with its scale ("16.74 billion").

    unit: "percent", "permille", "times" (a multiple), an ISO 4217 code, else None. A fraction ("almost half")
    is a share in percent. shape: one of SHAPES ("vague": hundreds, dozens: a lower bound). role: one of ROLES;
    everything but "count" is a number that counts nothing. counter: the counter word, where the language has one.
    """

    start: int
    end: int
    value: float
    upper: float | None
    bound: str
    strict: bool
    wording: str | None
    unit: str | None
    shape: str
    digits_start: int
    digits_end: int
    role: str = "count"
    counter: str | None = None


def find(text: str, language: str | None, words: Mapping[str, Any], folded: str | None = None) -> list[Number]:
    """Every number of the text, in order and without overlap; `words` is the language's calendar file.

    Pass `folded` (the text through `fold`) where it is at hand. Linear in the text.
    """
    if folded is None:
        folded = fold(text)
    table = compiled(language or "", words)
    seen = [(chain, beside(text, folded, chain, table)) for chain in _standing(text, folded, table)]
    found: list[Number] = []
    at = 0
    while at < len(seen):
        chain, around = seen[at]
        following = seen[at + 1] if at + 1 < len(seen) else None
        at += 1
        if around.role == "drop" or (found and chain.start < found[-1].end):
            continue
        number = _ranged(folded, (chain, around), following, table) if following else None
        if number is not None:
            at += 1
        else:
            number = _number(text, chain, around)
        if found and number.start < found[-1].end:
            number = replace(number, start=min(found[-1].end, number.digits_start))
        found.append(number)
    return with_shares(_led(_shared(found, folded, table), folded, table), folded, table.shares)


def _shared(found: list[Number], folded: str, table: NumberWords) -> list[Number]:
    """ "12, 15 and 20 years": what is written once behind a list of numbers holds for all of them."""
    joined = False
    for index in range(len(found) - 2, -1, -1):
        number, after = found[index], found[index + 1]
        if after.start - number.end > _WIDEST:
            joined = False
            continue
        between = _COMMAS.sub(r" \g<0> ", folded[number.end : after.start]).split()
        # A comma alone joins only what an "and" further on shows to be a list: "he lost 12, 20 years on".
        linked = 0 < len(between) <= 2 and all(word in table.ands or word in ",،" for word in between)
        joined = linked and (joined or between[-1] in table.ands)
        bare = number.role == "count" and number.unit is None and number.counter is None and number.wording is None
        shares = after.role in _SHARED or (after.unit in {"percent", "permille"} and after.shape != "fraction")
        if joined and bare and shares and number.shape in {"numeral", "word"}:
            found[index] = replace(number, role=after.role, unit=after.unit)
    return found


def _led(found: list[Number], folded: str, table: NumberWords) -> list[Number]:
    """ "aged 39, 44 and 55", "sections 3 and 18 of the act": the word before the first number holds for its list."""
    for index in range(1, len(found)):
        before, number = found[index - 1], found[index]
        if before.role not in _LED or before.end != before.digits_end or number.start - before.end > _WIDEST:
            continue
        between = folded[before.end : number.start].split()
        bare = number.role == "count" and number.unit is None and number.counter is None and number.shape == "numeral"
        if bare and len(between) == 1 and (between[0] in table.ands or between[0] in {",", "،", "、"}):
            following = _FOLLOWING.match(folded, number.end)
            short = between[0] in table.ands and len(following[1]) <= _SHORT if following else True
            ends = short or (following is not None and following[1] in table.ands)
            if ends and folded[before.digits_start - 1 : before.digits_start] in {" ", "§"}:
                found[index] = replace(number, role=before.role)
    return found


def _standing(text: str, folded: str, table: NumberWords) -> list[Chain]:
    return chains(pieces(text, folded, table), folded, table)


_DIGITS = "一二三四五六七八九"
_POINTS = re.compile(rf"[{_DIGITS}](?![{_DIGITS}十百千万萬個个名人位成起家份])")


def _number(text: str, chain: Chain, around: Beside) -> Number:
    bound, strict = around.bound, around.strict
    shape = (
        "vague"
        if chain.kind == "vague"
        else "fraction"
        if chain.kind == "fraction"
        else "numeral"
        if chain.digits
        else "word"
    )
    unit = around.unit
    if chain.kind == "fraction":
        unit = "percent"
    elif chain.kind == "times":
        unit = "times"
    tenths = 10.0 if unit == "tenths" else 1.0  # 3割
    points = _POINTS.match(text, around.end) if unit == "tenths" else None  # 四成二 is 42 percent
    unit = "percent" if unit == "tenths" else unit
    if chain.kind == "vague" and bound in {"exact", "about"}:
        bound = "at_least"
    elif chain.many is not None and not around.bound_end:
        bound, shape = "at_least", "vague"
    value, upper = round((chain.value or 0.0) * around.factor * tenths, 6), chain.upper
    value += _DIGITS.index(points[0]) + 1 if points is not None else 0
    if upper is not None:
        bound, shape, upper = "range", "range", upper * around.factor
    wording = text[around.bound_start : around.bound_end] if around.bound_end > around.bound_start else None
    return Number(
        around.start, around.end + (points is not None), value, upper, bound, strict, wording, unit, shape,
        chain.start, around.digits_end, around.role, around.counter,
    )  # fmt: skip


def _ranged(folded: str, low: tuple[Chain, Beside], high: tuple[Chain, Beside], table: NumberWords) -> Number | None:
    """One number with an upper value; None where the two stand apart."""
    start = range_start(folded, low, high, table)
    (first, left), (second, right) = low, high
    if start == CHANGE:  # here "до" and "auf" are no bounds
        right.bound, right.strict, right.bound_end, right.start = "exact", False, right.bound_start, second.start
    values = scaled(first, left, second, right) if start not in {None, CHANGE} else None
    if start is None or values is None:
        return None
    return Number(
        start, right.end, *values, "range", False, None, right.unit or left.unit, "range",
        first.start, right.digits_end, right.role if right.role != "year" else "count", right.counter,
    )  # fmt: skip
