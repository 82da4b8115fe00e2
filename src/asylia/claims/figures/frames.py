"""Frames: the period of a tally, told once, holds for what is told of the same tally after it.

"Between 2014 and 2024 it recorded 1,219 attacks. … Egypt alone stands behind 57. … Four fifths were the work of ten
governments": no figure after the first has a date of its own, and all are counted in the same years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims.figures.draft import Draft
from asylia.model.claim import Voice

_TALLIES = ("incidents",)
_SENTENCES, _BEYOND = 5, 2  # how far a tally's period reaches within its paragraph, and into the next
_RULES = ("perpetrators", "part", "part_in_place", "part_named", "of_number", "share", "countries")


def carried(drafts: Sequence[Draft], voices: Sequence[Voice]) -> list[Draft]:
    """The drafts, those of a tally with its period where nothing else is said of theirs."""
    made: list[Draft] = []
    for at, one in enumerate(drafts):
        model = _tally(one, made) if _wants(one) else None
        if model is not None and _one_voice(one, voices[model], voices[at]):
            one = replace(one, since=made[model].since, until=made[model].until)
        made.append(one)
    return made


def _wants(one: Draft) -> bool:
    """Whether the figure may be one of a tally's: no date in its sentence, and counted as tallies count."""
    if one.since or one.until or one.amount or one.layout.sentence.dates:
        return False
    if one.measure == "share" and one.layout.of("growth"):
        return False  # by how much something rose is no part of the tally
    return one.measure in _TALLIES or one.rule in _RULES


def _tally(one: Draft, before: Sequence[Draft]) -> int | None:
    """The place of the tally that the figure goes on with: of several years, told just before, and not smaller."""
    here = one.layout.sentence
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
        there = other.layout.sentence
        same = there.paragraph == here.paragraph
        if here.index - there.index > (_SENTENCES if same else _BEYOND) or here.paragraph - there.paragraph > 1:
            return None
        several = other.since is not None and other.until is not None and other.since.year < other.until.year
        if other.measure in _TALLIES and several and (one.measure not in _TALLIES or one.value <= other.value):
            return at
    return None


def _one_voice(one: Draft, first: Voice, second: Voice) -> bool:
    """Whether nothing says that another source speaks."""
    if first.origin is None or second.origin is None:
        return second.origin is None
    folded = one.layout.scan.folded
    names = [folded[voice.start : voice.end] for voice in (first.origin, second.origin)]
    return names[0] in names[1] or names[1] in names[0]
