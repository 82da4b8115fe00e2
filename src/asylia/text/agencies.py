"""Agencies: the news agency that a page's credit line names. It is an organisation; a reporter's name is never read.

A credit stands outside the article ("By Lantern Press Agency staff", "Valley Today / LPA"); the page rests on it all
the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources

from asylia.text.kinds import Block, Kind

_ABOVE = 6  # lines above the text in which a credit may stand
_LONGEST = 160  # characters of a credit line
_RUN = r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*\s+){1,4}"  # capitalised words
_BEHIND = r"(?:\s+[^\W\d_a-zà-ÿ][\w’'.-]*+(?!,?\s+\d)){1,3}"  # … but no weekday before a date
_LEAD = re.compile(r"(?:By|Par|Por|Von|De|Da|От)\s+")
_SHORT = re.compile(r"[/|／]\s*(?P<name>[A-Z]{2,6})\s*\Z")
_CJK = r"[\u3400-\u9fff\u30a0-\u30ff\uac00-\ud7a3A-Z]{2,12}?"


def credits(found: Sequence[Block], kept: Sequence[int]) -> Iterator[str]:
    """The lines of a page that may credit somebody: bylines, and short lines right before the text."""
    inside = set(kept)
    first = min(inside, default=0)
    for at, block in enumerate(found):
        near = first - _ABOVE <= at < first and block.kind in (Kind.LINE, Kind.LABEL, Kind.BYLINE)
        if at not in inside and (near or block.kind is Kind.BYLINE):
            yield block.text


def agency_of(credits: Iterable[str]) -> str | None:
    """The agency that one of the credit lines names, as printed; None where none does."""
    named, short = _patterns()
    lines = [" ".join(line.split()) for line in credits if len(line) <= _LONGEST]
    for line in lines:
        found = named.search(line)
        if found is not None:
            return _LEAD.sub("", found[0].strip(), count=1)
    for line in lines:
        found = _SHORT.search(line) or short.search(line)
        if found is not None:
            return found.groupdict().get("name") or found[0]
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names made by a head word; names that are known alone."""
    table = tomllib.loads(resources.files("asylia.text").joinpath("agencies.toml").read_text("utf-8"))

    def either(key: str) -> str:
        return "|".join(re.escape(form) for form in sorted(table[key], key=lambda form: (-len(form), form)))

    follows, precedes = rf"{_RUN}(?:{either('follows')})\b", rf"\b(?:{either('precedes')}){_BEHIND}"
    unspaced = rf"{_CJK}(?:{either('unspaced')})"
    return re.compile(f"{follows}|{precedes}|{unspaced}"), re.compile(rf"(?<!\w)(?:{either('known')})(?!\w)")
