"""Learned: what the words around a number weigh for its measure, beside what the rules say of it.

A softmax regression over what `features.seen` sees of a number: its noun and the acts that the grammar links with it,
the cues of its clause and sentence, and the figure before. A rule's word counts as `TRUST` nats, that of some `FIRM`,
and that no rule reads a number as `SILENCE`: where the weights are surer, it gets another measure, or is a figure after
all, or none. On passages that nobody had looked at the two together are better than either alone; `bench/train.py`
trains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from asylia.claims.figures.counts import Count
from asylia.claims.figures.draft import Draft, draft
from asylia.claims.figures.features import seen
from asylia.claims.figures.layout import Layout
from asylia.claims.weights import NONE, load
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue

_PACKAGE = "asylia.claims.figures"
TRUST, FIRM, SILENCE = 2.0, 3.5, 0.0  # nats
# Rules that read more than the words beside the number: who did it, what became of it, what the sentence is told of.
_FIRM = frozenset(
    "number_of accused stripped deaths elsewhere either difference signers wanted each perpetrators part_named"
    " compared".split()
)
_LISTED = 12  # more numbers in a sentence are a table, of which every one would be weighed alone
# What is counted with a unit of its own is told by it: nothing else becomes a share, and a share becomes nothing else.
_BY_UNIT = {"share": "percent", "growth": "times"}
_COUNTED = "count"
_QUOTES, _CLOSING = "\"'‘“„«「『", ('"', "'", "’", "”", "“", "»", "」", "』")
_BY_RULE = ("stations", "signatories")  # offices are stations, and deputies sign, only where a rule has read more of it

Judge: TypeAlias = Callable[[Number, tuple[str, ...], str, str], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A number with its count, the acts linked with it and what the rules made of it."""

    number: Number
    count: Count | None
    deeds: tuple[Cue, ...]
    ruled: Draft | None


def reviewed(layout: Layout, asked: Iterable[Asked], before: Sequence[Draft], judge: Judge) -> dict[int, Draft]:
    """The drafts of a sentence by the place of their number, after the weights were asked about every number."""
    made: dict[int, Draft] = {}
    last = before[-1].measure if before else None
    listed = len(layout.numbers) > _LISTED
    for one in sorted(asked, key=lambda one: one.number.start):
        ruled, rule = (one.ruled.measure, one.ruled.rule) if one.ruled is not None else (NONE, NONE)
        names = seen(layout, one.number, one.count, one.deeds, last)
        label = ruled if listed else judge(one.number, names, ruled, rule)
        full = one.ruled if label == ruled else _changed(layout, one, label)
        if full is not None:
            made[one.number.start] = full
            last = full.measure
    return made


def _changed(layout: Layout, one: Asked, label: str) -> Draft | None:
    """The draft with the measure that weighs more; what its unit forbids is left as the rules have it."""
    unit = one.number.unit
    if label == NONE:
        return None
    if _BY_UNIT.get(label) != (unit if unit in _BY_UNIT.values() else None) or (label == "assets") != _money(unit):
        return one.ruled
    if one.ruled is not None:
        return replace(one.ruled, measure=label, rule="weighed")
    if label == "share":
        return Draft(
            layout, one.number, "share", "learned", (one.number.start, one.number.end), unit=unit, keeps="sentence"
        )
    if one.count is None or unit is not None or one.number.role != _COUNTED or label in _BY_RULE:
        return None
    if _quoted(layout, one.number):
        return None
    return draft(layout, one.count, label, "learned", one.deeds)


def _quoted(layout: Layout, number: Number) -> bool:
    """Whether the digits alone stand in quotation marks: "dial '112'" names a number and counts nothing."""
    text = layout.scan.text
    return text[max(number.start - 1, 0)] in _QUOTES and text[number.end : number.end + 1] in _CLOSING


def _money(unit: str | None) -> bool:
    return unit is not None and unit not in (*_BY_UNIT.values(), "permille")


def judge(number: Number, names: tuple[str, ...], ruled: str, rule: str) -> str:
    """The label that weighs most, with the rule's word on its side."""
    del number  # who trains the weights wants to know it
    weights = load(_PACKAGE)
    if ruled not in weights.labels:
        return ruled
    shares = weights.shares(names, {ruled: trust(rule)})
    return max(weights.labels, key=lambda label: shares[label])


def trust(rule: str) -> float:
    """How much the rule's word weighs, in nats."""
    return SILENCE if rule == NONE else FIRM if rule in _FIRM else TRUST
