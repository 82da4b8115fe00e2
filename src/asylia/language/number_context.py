"""What stands beside a number: bound words, currency, percent, counter words, and what tells that it counts nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asylia.language.number_chains import Chain
from asylia.language.number_words import NumberWords
from asylia.language.scripts import is_cased, is_unspaced

_YEARS = range(1800, 2100)
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{4}")
_GROUPS_AFTER = re.compile(r"(?:-\d+)*")
_GROUPS_BEFORE = re.compile(r"(?:\d+-)*\Z")
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r" [^\W\d](?:[^\W\d]|[\u200c\u064b-\u0652])*")
_HYPHENS = "-\u2010\u2011"
_SIGNS = frozenset("%٪‰$€£¥₩₽₺₫+")
_LIKE_NEIGHBOURS = frozenset("_#@/\\&=^")


@dataclass(slots=True)
class Beside:
    """`start` and `end` cover the number with its bound words and unit; `digits_end` ends its scale."""

    start: int
    end: int
    digits_end: int
    bound: str = "exact"
    strict: bool = False
    bound_start: int = 0
    bound_end: int = 0
    unit: str | None = None
    counter: str | None = None
    role: str = "count"
    factor: float = 1.0


def beside(text: str, folded: str, chain: Chain, table: NumberWords) -> Beside:
    """Read what stands around the chain. The role is "drop" where a weak word turns out to be no number."""
    around = Beside(chain.start, chain.end, chain.end)
    if chain.kind == "ordinal":
        around.role = "ordinal"
    elif chain.value == 1 and chain.scale == 1.0 and folded[chain.start : chain.end] in table.indefinite:
        around.role = "article"
    _left_unit(folded, chain, table, around)
    _right(folded, chain, table, around)
    if around.role == "count":
        around.role = _left_role(text, folded, chain, table, around)
    bare = not (around.unit or around.counter or around.bound_end)
    if table.counted_words and not chain.digits and chain.kind == "unit" and bare and around.role == "count":
        around.role = "drop"
        return around
    if chain.part or (
        chain.weak
        and not (
            around.unit or around.counter or around.bound_end or around.role in {"duration", "age", "time", "date"}
        )
    ):
        around.role = "ordinal" if around.role == "ordinal" else "drop"
        return around
    _left_bound(folded, table, around)
    if not around.bound_end and table.rounded and folded[chain.start : chain.end].endswith(table.rounded):
        around.bound = "about"
    if _like_year(folded, chain, around, table):
        around.role = "year"
    return around


def _left_unit(folded: str, chain: Chain, table: NumberWords, around: Beside) -> None:
    at = around.start
    if chain.kind in {"unit", "vague"} and not chain.digits and chain.value == chain.scale:
        found = table.articles.before(folded, at - 1) if folded[at - 1 : at] == " " else None
        if found is not None:
            around.start = at = found[0]
    for skipped in (0, 1):
        if skipped and folded[at - 1 : at] != " ":
            break
        unit = table.units_before.before(folded, at - skipped)
        if unit is not None:
            around.start, around.unit = unit
            break
    suffix = table.suffixes.after(folded, chain.end) if chain.digits else None
    if suffix is not None and (around.unit or _counts(folded, suffix[0], table)):
        around.end = around.digits_end = suffix[0]
        around.factor = suffix[1]


def _counts(folded: str, at: int, table: NumberWords) -> bool:
    """Whether "1.3m" stands before what it counts ("accounts") and not before "tall" or a stop."""
    word = _NEXT_WORD.match(folded, at) if table.suffix_unless is not None else None
    return word is not None and table.suffix_unless is not None and word[0].strip() not in table.suffix_unless


def _right(folded: str, chain: Chain, table: NumberWords, around: Beside) -> None:
    """Bound words, unit or counter, bound words again: 120多个, "30 or more", 30명 이상."""
    _right_bound(folded, table, around)
    if around.bound_end:
        scale = table.scales.after(folded, around.end, open_end=table.open_end)
        if scale is not None:  # 80多万
            around.end = around.digits_end = scale[0]
            around.factor *= scale[1]
    at, gap = around.end, _gap(folded, around.end)
    unit = table.units_after.after(folded, at + gap, open_end=table.open_end) or (
        table.units_after.after(folded, at, open_end=table.open_end) if gap else None
    )
    role = table.roles_after.after(folded, at + gap, open_end=table.open_end)
    glued = table.roles_after.after(folded, at, open_end=table.open_end) if gap else role
    counter = table.counters.after(folded, at + gap, open_end=table.open_end)
    ends = [found[0] for found in (unit, role, glued, counter) if found is not None]
    longest = max(ends, default=0)
    if role is not None and role[1] == "ordinal" and gap:
        role = None
    if unit is not None and unit[0] >= longest:
        around.end, around.unit = unit[0], around.unit or unit[1]  # 新台幣三億元 is not in yuan
    elif around.unit is not None or chain.kind == "times":
        pass  # gấp ba lần, "в 3 раза": what follows does not take the unit back
    elif role is not None and role[0] >= longest:
        around.role = role[1]
        around.end = role[0] if role[1] not in {"ordinal"} else around.end
    elif glued is not None and glued[0] >= longest:
        around.role = glued[1]
    elif counter is not None:
        around.counter = folded[at + gap : counter[0]]
    if not around.bound_end:
        after = counter[0] if around.counter and counter else around.end
        _right_bound(folded, table, around, after)
        if not around.bound_end and table.bounds_far:
            _far_bound(folded, table, around)


def _far_bound(folded: str, table: NumberWords, around: Beside) -> None:
    """A bound word one to three words on; the words between stay outside the number."""
    at = around.end
    for _ in range(3):
        word = _NEXT_WORD.match(folded, at)
        if word is None:
            return
        at = word.end()
        found = table.bounds_far.after(folded, at + 1) if folded[at : at + 1] == " " else None
        if found is not None:
            if not folded[found[0] + 1 : found[0] + 2].isdigit():
                around.bound_start, around.bound_end = at + 1, found[0]
                around.bound, around.strict = found[1].code, found[1].strict
            return


def _right_bound(folded: str, table: NumberWords, around: Beside, at: int | None = None) -> None:
    at = around.end if at is None else at
    for gap in (0, 1):
        if gap and folded[at : at + 1] not in {" ", "-"}:
            break
        found = table.bounds_after.after(folded, at + gap, open_end=table.open_end)
        if (
            found is not None and found[0] - at - gap > gap
        ):  # a single letter stands on the number: 120여, never "12 여덟"
            around.bound_start, around.bound_end = at + gap, found[0]
            around.end = found[0]
            around.bound, around.strict = found[1].code, found[1].strict
            return


def _gap(folded: str, at: int) -> int:
    """One space or hyphen may stand between a number and its unit."""
    after = folded[at + 1 : at + 2]
    return 1 if folded[at : at + 1] in {" ", "-"} and (after.isalpha() or after in _SIGNS) else 0


def _left_role(text: str, folded: str, chain: Chain, table: NumberWords, around: Beside) -> str:
    at = around.start
    if chain.value is None:
        return "code"
    for gap in (0, 1):
        if gap and folded[at - 1 : at] not in {" ", "-"}:
            break
        found = table.roles_before.before(folded, at - gap)
        if found is not None and not (found[1] in {"code", "time"} and (around.counter or around.unit)):
            return found[1]
    if chain.digits and around.unit is None and around.end == around.digits_end == chain.end:
        if (
            table.ordinal_dot
            and folded[chain.end : chain.end + 2] == ". "
            and text[chain.end + 2 : chain.end + 3].islower()
        ):
            return "ordinal"
        return _shape_role(text, folded, chain)
    return "count"


def _shape_role(text: str, folded: str, chain: Chain) -> str:
    """What the neighbouring characters tell of digits: 10:30, G20, COVID-19, 24/7, +1 202, 020-7946."""
    start, end = chain.start, chain.end
    if _telephone(folded, start, end):
        return "code"
    before, after = folded[start - 1 : start] if start else "", folded[end : end + 1]
    run = folded[start:end]
    if (after == ":" and folded[end + 1 : end + 2].isdigit()) or (
        before == ":" and folded[start - 2 : start - 1].isdigit()
    ):
        return "time"
    if (
        (before in _LIKE_NEIGHBOURS and before)
        or before == "+"
        or (after in {"/", "_", "@", "\\"} and folded[end + 1 : end + 2].isalnum())
    ):
        return "code"
    if (before.isalpha() and is_cased(before)) or (after.isalpha() and is_cased(after)):
        return "code"
    if len(run) > 1 and run[0] == "0" and run[1].isdigit():
        return "code"
    if (
        len(run) == 2
        and run > "14"
        and after == ","
        and folded[start - 2 : start] == ", "
        and folded[start - 3].isalpha()
    ):
        return "age"  # "the second man, 37, is at large"
    if before == "-" and start > 1 and text[start - 1] in _HYPHENS:
        further = folded[start - 2]
        if further.isalpha() and is_cased(further):
            return "year" if len(run) == 4 and run.isdigit() and int(run) in _YEARS else "code"
        if further.isdigit() and folded[start - 3 : start - 2] == "-":
            return "code"
    return "count"


def _telephone(folded: str, start: int, end: int) -> bool:
    """Whether three or more groups of digits hang together, like 8-800-555-35-35, and are no date."""
    if "-" not in (folded[start - 1 : start], folded[end : end + 1]):
        return False
    before = _GROUPS_BEFORE.search(folded[max(0, start - 24) : start])
    after = _GROUPS_AFTER.match(folded, end, end + 24)
    run = f"{before[0] if before else ''}{folded[start:end]}{after[0] if after else ''}"
    return run.count("-") > 1 and _DAY.fullmatch(run) is None


def _left_bound(folded: str, table: NumberWords, around: Beside) -> None:
    """Bound words before the number, through fillers: "at least another 30", "more than an estimated 30"."""
    at = around.start
    for _ in range(4):
        gap = 1 if folded[at - 1 : at] == " " else 0
        found = table.bounds_before.before(folded, at - gap)
        if found is not None:
            phrase = folded[found[0] : at - gap]
            at, bound = found
            if bound.code == "none":
                return
            reach = (bound.code, bound.strict) == ("at_most", False) and table.range_words.after(phrase, 0) is not None
            if reach and changed(folded, at, table):
                return  # "выросло на 150, до 430"
            if not around.bound_end or around.bound == "about":
                around.bound, around.strict = bound.code, bound.strict
                around.bound_start, around.bound_end = at, found[0] + len(folded[at : around.start].rstrip())
            around.start = at
            continue
        filler = table.fillers.before(folded, at - gap)
        if filler is None:
            return
        at = filler[0]


def changed(folded: str, at: int, table: NumberWords, words: int = 0) -> bool:
    """Whether a word of change stands before this place, or is one of the last so many words there."""
    return any(word in table.changes for word in _WORD.findall(folded[max(0, at - 40) : at])[-words:])


def _like_year(folded: str, chain: Chain, around: Beside, table: NumberWords) -> bool:
    """Four digits that name a year: 2014, 2014年, 二〇一四年; not 2014人, not "more than 2000"."""
    length = chain.end - chain.start
    if around.unit or around.counter or length != 4 or chain.scale != 1.0 or around.digits_end != chain.end:
        return False
    if not (chain.digits or is_unspaced(folded[chain.start])) or (chain.value or 0) < 1000:
        return False  # two thousand is no year, however it is spelt
    if int(chain.value or 0) not in _YEARS or around.role not in {"count", "duration"}:
        return False
    # "around 2014", "bis 2019", "since at least 2015": a round number is a count, any other a year.
    round_one = int(chain.value or 0) % 50 == 0
    if not around.bound_end or around.strict:
        return not around.bound_end or (not round_one and not folded[chain.end : chain.end + 2].strip(" .,;:)"))
    if around.bound == "at_least":
        at = around.bound_start - (folded[around.bound_start - 1 : around.bound_start] == " ")
        return not round_one and table.year_cues.before(folded, at) is not None
    return around.bound in {"about", "at_most"} and not round_one
