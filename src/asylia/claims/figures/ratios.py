"""Ratios: shares in percent, and growth as a multiple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asylia.claims import scope
from asylia.claims.figures.draft import Draft
from asylia.claims.figures.layout import Layout, ends_at
from asylia.claims.figures.parts import antecedent
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue

_OF = (
    "incidents", "case", "returns", "abductions", "killings", "detentions", "stations", "notices", "requests", "person",
    "family", "documents",
)  # fmt: skip
_REACH = 70
_OF_REACH = 25


def share(layout: Layout, number: Number, recent: Sequence[Draft]) -> Draft | None:
    """A percentage or fraction of something that figures count: named beside it, or counted before."""
    start, end = layout.clause(number.start, number.end)
    if number.shape == "fraction" and not _shared(layout, number):
        return None
    beside = [
        cue
        for cue in layout.of("counted")
        if cue.code in _OF
        and start <= cue.start < end + 1
        and min(abs(cue.start - number.end), abs(number.start - cue.end)) <= _REACH
    ]
    done = [deed for deed in layout.deeds if start <= deed.start < end and deed.start >= number.end]
    if not beside and not done and antecedent(layout, recent, 1) is None:
        return None
    if _of_money(layout, number):
        return None
    near = [cue for cue in beside if cue.start >= number.end][:1]
    if number.shape == "fraction" and not (2 * number.value).is_integer():
        number = replace(number, value=float(round(number.value)))  # "a third" is said as 33 percent
    core = (number.start, max([number.end, *(cue.end for cue in near)]))
    return Draft(layout, number, "share", "share", core, unit="percent", keeps="sentence")


def _of_money(layout: Layout, number: Number) -> bool:
    """ "a third of the budget", "2 % de leurs revenus", 收入百分之二: a share of no people and no cases."""
    wholes = [cue for cue in layout.of("uncounted") if "whole" in cue.tags]
    before = layout.writing.left or layout.writing.verb_last
    for cue in wholes:
        if 0 <= cue.start - number.end <= _OF_REACH or (before and 0 <= number.start - cue.end <= _OF_REACH // 2):
            return True
    return False


def _shared(layout: Layout, number: Number) -> bool:
    """A fraction is of something or does something; "a third complaint" is the complaint after the second."""
    if layout.writing.left or layout.scan.language in ("tr", "fa", "ar"):
        return True
    if layout.scan.language in ("es", "fr") and layout.folded(number.start, number.end).strip() != "un tiers":
        return True  # fractions have words of their own there, but for the third party
    _, end = layout.clause(number.start, number.end)
    rest = layout.folded(number.end, end).strip(" .\"'")
    kinds = ("linker", "portion", "doing", "refer")
    return not rest or any(0 <= cue.start - number.end <= 2 for kind in kinds for cue in layout.of(kind))


def growth(layout: Layout, number: Number | None, recent: Sequence[Draft]) -> Draft | None:
    """A multiple ("nearly 10-fold") with a word of growth or a counted noun in its clause."""
    if number is None or number.value <= 1 or not scope.near(layout.scan, number.start, number.end):
        return None
    start, end = layout.clause(number.start, number.end)
    grows = [cue for cue in layout.of("growth") if start <= cue.start < end]
    counted = [cue for cue in layout.of("counted") if cue.code in _OF]
    if not grows or not (counted or antecedent(layout, recent, 1) is not None):
        return None
    core = (min([number.start, *(cue.start for cue in grows)]), max([number.end, *(cue.end for cue in grows)]))
    return Draft(layout, number, "growth", "growth", core, unit="times")


def _by(layout: Layout) -> list[Cue]:
    return [cue for cue in layout.of("growth") if "by" in cue.tags]


def doublings(layout: Layout) -> list[Number]:
    """Verbs that are multiples ("doubled"), and numbers that they govern ("multiplied by four"), as multiples."""
    made = [
        replace(number, unit="times")
        for number in layout.numbers
        if number.unit is None and ends_at(_by(layout), number.start, 2, layout.scan.folded) is not None
    ]
    for cue in layout.of("growth"):
        if cue.code.isdigit() and not any(
            number.start < cue.end and cue.start < number.end for number in layout.sentence.numbers
        ):
            value = float(cue.code)
            made.append(
                Number(cue.start, cue.end, value, None, "exact", False, None, "times", "word", cue.start, cue.end)
            )
    return made
