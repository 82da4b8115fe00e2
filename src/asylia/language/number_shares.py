"""Shares told by two numbers: "three in ten", "deux sur trois", 10人に3人: a percentage in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from asylia.language.fold import fold
from asylia.language.phrases import listed, rows

if TYPE_CHECKING:
    from asylia.language.numbers import Number

_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})  # wholes that people reckon shares of
_STOPS = re.compile(r"[.;:!?。；：()،,、，]")
_WIDEST = 40  # characters between the two numbers


@dataclass(frozen=True, slots=True)
class ShareWords:
    """One way to tell a share. `part_first`: "three in ten"; else the whole comes first: "of every ten three".

    before: what stands right before the whole, where the language says so; middle: what ends the gap between the two,
    where given (an ending where it begins with a hyphen); words: how many other words the gap may hold; wholes: of how
    many, where not of any round number.
    """

    part_first: bool
    before: tuple[str, ...]
    middle: tuple[str, ...]
    words: int
    wholes: frozenset[int]


def with_shares(found: Sequence[Number], folded: str, ways: Sequence[ShareWords]) -> list[Number]:
    """The numbers with every two that tell a share made one, in percent."""
    if not ways:
        return list(found)
    made: list[Number] = []
    at = 0
    while at < len(found):
        one, following = found[at], found[at + 1] if at + 1 < len(found) else None
        share = (
            next((told for way in ways if (told := _told(folded, one, following, way))), None) if following else None
        )
        made.append(share or one)
        at += 2 if share else 1
    return made


def _told(folded: str, one: Number, other: Number, way: ShareWords) -> Number | None:
    part, whole = (one, other) if way.part_first else (other, one)
    if not (_plain(part) and _plain(whole)) or not 0 < part.value < whole.value or whole.value not in way.wholes:
        return None
    if way.before and not folded[max(one.digits_start - 24, 0) : one.digits_start].rstrip().endswith(way.before):
        return None
    endings = any(form.startswith("-") for form in way.middle)  # Turkish kişiden: the ending is on the counter
    gap = folded[one.digits_end if endings else _after_counter(one, folded) : other.start]
    if len(gap) > _WIDEST or _STOPS.search(gap):
        return None
    middle = next((form for form in way.middle if _ends(gap, form)), None)
    if way.middle and middle is None:
        return None
    rest = gap.strip()[: len(gap.strip()) - len(middle or "")]
    if len(rest.split()) > way.words:
        return None
    value = round(100 * part.value / whole.value, 6)
    end = max(other.end, _after_counter(other, folded))
    share = replace(one, end=end, digits_end=other.digits_end, value=value, unit="percent", shape="fraction")
    return replace(share, role="count", counter=None, bound=part.bound, strict=part.strict, wording=part.wording)


def _after_counter(number: Number, folded: str) -> int:
    counter = number.counter or ""
    at = folded.find(counter, number.digits_end, number.digits_end + len(counter) + 2) if counter else -1
    return at + len(counter) if at >= 0 else number.end


def _plain(number: Number) -> bool:
    """Whether a number may be one of the two: whole, with no unit of its own, and no year or code."""
    counts = number.role in {"count", "article"} and number.unit is None and number.upper is None
    return counts and number.shape in {"numeral", "word"} and float(number.value).is_integer()


def _ends(gap: str, form: str) -> bool:
    """Whether the gap ends with the words; where words have spaces, with whole ones, unless they are an ending."""
    text = gap.strip()
    if form.startswith("-"):
        return text.endswith(form[1:])
    whole = text == form or not form[0].isascii() or text[: -len(form)].endswith(" ")
    return text.endswith(form) and whole


def share_words(words: Mapping[str, Any]) -> tuple[ShareWords, ...]:
    """The ways of one language, from the rows of its calendar file."""
    return tuple(
        ShareWords(
            part_first=row.get("first") != "whole",
            before=tuple(fold(form) for form in listed(row.get("before"))),
            middle=tuple(fold(form) for form in listed(row.get("middle"))),
            words=int(row.get("words", 0)),
            wholes=frozenset(row.get("wholes", ())) or _ROUND,
        )
        for row in rows(words, "share")
    )
