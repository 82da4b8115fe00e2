"""Money of the case: rewards, recovered funds, ransoms, fines and damages."""

from __future__ import annotations

from asylia.claims.figures.draft import Draft
from asylia.claims.figures.layout import Layout
from asylia.language.numbers import Number
from asylia.lexicon.matcher import Cue

_NO_MONEY = ("percent", "permille", "times")
_CONVERSION = 28  # characters between an amount and the same amount in another currency


def amounts(layout: Layout) -> list[Draft]:
    """The amounts of the sentence whose purpose is said; an amount given again in another currency is none."""
    made: list[Draft] = []
    last: Number | None = None
    for number in layout.numbers:
        if number.unit is None or number.unit in _NO_MONEY:
            continue
        converted = last is not None and number.unit != last.unit and number.start - last.end <= _CONVERSION
        last = last if converted else number
        purpose = None if converted else _purpose(layout, number)
        if purpose is None or purpose.code == "taken":
            continue
        core = (min(number.start, purpose.start), max(number.end, purpose.end))
        recovered = purpose.code == "recovered"
        made.append(
            Draft(
                layout,
                number,
                "assets",
                "money",
                core,
                unit=number.unit,
                keeps="paragraph" if recovered else "",
                amount=not recovered,
            )
        )
    return made


def _purpose(layout: Layout, number: Number) -> Cue | None:
    """The nearest word that says what the money is for."""
    best: tuple[int, Cue] | None = None
    for cue in layout.of("sum"):
        gap = max(number.start - cue.end, cue.start - number.end, 0)
        distance = gap + 30 * layout.apart(cue.start, number.start)
        if distance <= 150 and (best is None or distance < best[0]):
            best = (distance, cue)
    return best[1] if best else None
